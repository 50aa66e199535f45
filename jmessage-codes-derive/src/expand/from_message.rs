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

/// The array of variants has `end` positions before the shared rows.
pub(super) fn expand(table: &Table, end: usize, build: fn(&Keys) -> Index) -> FromMessage {
    let facade = &table.facade;
    let this = table.this();
    let groups = rows_by_message(table);
    let keys = Keys::Texts(groups.iter().map(|(message, _)| message.clone()).collect());
    let index = build(&keys);
    let Position { statics, expression } = position(table, &keys, &index, "message");
    let length = Literal::usize_unsuffixed(index.keys.len());
    let (numbers, shared) = numbers(table, &groups, end);
    let numbers = index.keys.iter().map(|&group| &numbers[group]);
    let items = quote! {
        #statics
        static __MESSAGES: [#facade::__private::Message; #length] =
            #facade::__private::messages(&__ENTRIES, [#(#numbers),*], &[#(#shared),*]);

        const fn __from_message(message: &::core::primitive::str) -> &'static [#this] {
            #facade::__private::variants(&__VARIANTS, &__MESSAGES[#expression], message)
        }
    };
    let shared_rows = groups.into_iter().map(|(_, rows)| rows).filter(|rows| rows.len() > 1);
    FromMessage { items, shared_rows: shared_rows.flatten().collect() }
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

/// The number of each group's row, or of its range among the shared ones: one of its
/// rows, and where its variants start and end.
fn numbers(
    table: &Table,
    groups: &[(String, Vec<usize>)],
    end: usize,
) -> (Vec<Literal>, Vec<TokenStream>) {
    let entries = table.rows.len() + usize::from(table.other.is_some());
    let (mut shared, mut start) = (Vec::new(), end);
    let numbers = groups.iter().map(|(_, rows)| {
        if let [row] = rows[..] {
            return Literal::usize_unsuffixed(row);
        }
        let range = [rows[0], start, start + rows.len()].map(Literal::usize_unsuffixed);
        shared.push(quote!((#(#range),*)));
        start += rows.len();
        Literal::usize_unsuffixed(entries + shared.len() - 1)
    });
    let numbers = numbers.collect();
    (numbers, shared)
}
