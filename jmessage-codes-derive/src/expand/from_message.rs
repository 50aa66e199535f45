//! The lookup by message.

use std::collections::HashMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::LitStr;

use crate::expand::position::{Position, position};
use crate::perfect_hash::{Index, Keys};
use crate::table::Table;

pub(super) struct FromMessage {
    /// The array of the messages, and the function that looks a message up in it.
    pub(super) items: TokenStream,
    /// The rows of the messages that several variants have, side by side: what the
    /// array of variants has behind its positions.
    pub(super) shared_rows: Vec<usize>,
}

/// `positions` are those of the rows in the array of variants, which has `end` of
/// them.
pub(super) fn expand(
    table: &Table,
    positions: &[usize],
    end: usize,
    build: fn(&Keys) -> Index,
) -> FromMessage {
    let facade = &table.facade;
    let this = table.this();
    let groups = rows_by_message(table);
    let keys = Keys::Texts(groups.iter().map(|(message, _)| message.clone()).collect());
    let index = build(&keys);
    let (ranges, shared_rows) = variant_ranges(&groups, positions, end);
    let messages = index.keys.iter().map(|&group| {
        let message = Literal::string(&groups[group].0);
        let (start, end) = ranges[group];
        let (start, end) = (Literal::usize_unsuffixed(start), Literal::usize_unsuffixed(end));
        quote!((#message, #start, #end))
    });
    let length = Literal::usize_unsuffixed(messages.len());
    let Position { statics, expression } = position(table, &keys, &index, "message");
    let items = quote! {
        #statics
        static __MESSAGES: [#facade::__private::Message; #length] = [#(#messages),*];

        const fn __from_message(message: &::core::primitive::str) -> &'static [#this] {
            #facade::__private::variants(&__VARIANTS, &__MESSAGES[#expression], message)
        }
    };
    FromMessage { items, shared_rows }
}

/// Each message in order of first appearance, with its rows.
fn rows_by_message(table: &Table) -> Vec<(String, Vec<usize>)> {
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    let mut by_message: HashMap<String, usize> = HashMap::new();
    for (row, each) in table.rows.iter().enumerate() {
        let message = each.message.map(LitStr::value).unwrap_or_default();
        let group = *by_message.entry(message.clone()).or_insert(groups.len());
        if group == groups.len() {
            groups.push((message, Vec::new()));
        }
        groups[group].1.push(row);
    }
    groups
}

/// For each group where its variants start and end in the array of variants, and
/// the shared rows, which that array has from `end` on.
fn variant_ranges(
    groups: &[(String, Vec<usize>)],
    positions: &[usize],
    end: usize,
) -> (Vec<(usize, usize)>, Vec<usize>) {
    let mut shared_rows = Vec::new();
    let ranges = groups.iter().map(|(_, rows)| {
        if let [row] = rows[..] {
            return (positions[row], positions[row] + 1);
        }
        let start = end + shared_rows.len();
        shared_rows.extend_from_slice(rows);
        (start, start + rows.len())
    });
    (ranges.collect(), shared_rows)
}
