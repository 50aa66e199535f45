//! The lookup by message.

use std::collections::HashMap;

use proc_macro2::TokenStream;
use quote::quote;

use crate::expand::text_index::{Key, text_index};
use crate::packed::Packed;
use crate::perfect_hash::{Index, Keys};
use crate::table::Table;

pub(super) struct FromMessage {
    /// The index of the messages, and the function that looks one up in it.
    pub(super) items: TokenStream,
    /// The rows of the messages that several variants have, side by side. The array of variants
    /// has them after its positions.
    pub(super) shared_rows: Vec<usize>,
}

/// `positions` has the position of each row in the array of variants, which has `end` positions
/// before the shared rows.
pub(super) fn expand(
    table: &Table,
    messages: &Packed,
    positions: &[usize],
    end: usize,
    build: fn(&Keys) -> Index,
) -> FromMessage {
    let (facade, this) = (&table.facade, table.this());
    let groups = rows_by_message(table);
    let texts =
        groups.iter().filter_map(|rows| Some(table.rows[*rows.first()?].message.to_owned()));
    let texts = Keys::Texts(texts.collect());
    let index = build(&texts);
    let mut shared_rows = Vec::new();
    let keys = groups.iter().map(|rows| {
        let variants = if let [row] = rows[..] {
            (positions[row], 0)
        } else {
            let first = end + shared_rows.len();
            shared_rows.extend(rows);
            (first, rows.len() - 1)
        };
        Key { place: messages.place(rows[0]), variants }
    });
    let keys: Vec<Key> = keys.collect();
    let hashes = index.hashes(&texts);
    let index = text_index(["MESSAGE", "__MESSAGES_TEXT"], &index, &keys, &hashes);
    // Its code is long, and a caller does not need the constants in it.
    let items = quote! {
        #index

        #[inline(never)]
        const fn __from_message(message: &::core::primitive::str) -> #facade::Variants<#this> {
            __facade::variants(&__VARIANTS, __MESSAGE_INDEX.find(message))
        }
    };
    FromMessage { items, shared_rows }
}

/// The rows of each message in order of first appearance, the retired ones after the
/// others.
fn rows_by_message(table: &Table) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut by_message: HashMap<&str, usize> = HashMap::with_capacity(table.rows.len());
    for (row, each) in table.rows.iter().enumerate() {
        let group = *by_message.entry(each.message).or_insert(groups.len());
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(row);
    }
    for rows in &mut groups {
        rows.sort_by_key(|row| table.rows[*row].is_retired);
    }
    groups
}
