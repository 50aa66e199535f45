//! The lookup by message.

use std::collections::HashMap;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use syn::LitStr;

use crate::perfect_hash::{Keys, PerfectHash, narrow_static, narrow_type};
use crate::table::Table;

pub(super) struct FromMessage {
    pub(super) statics: TokenStream,
    pub(super) body: TokenStream,
    /// The rows of the messages that several variants have, side by side: what
    /// the array of variants has behind its variants by row.
    pub(super) shared_rows: Vec<usize>,
}

/// Each slot holds the first row with its message. `None` if no perfect hash was
/// found.
pub(super) fn expand(table: &Table) -> Option<FromMessage> {
    let groups = rows_by_message(table);
    let messages = Keys::texts(groups.iter().map(|(message, _)| message.clone()).collect());
    let hash = PerfectHash::build(&messages)?;
    let pilots_name = format_ident!("__MESSAGE_PILOTS");
    let pilots = hash.pilots_static(&pilots_name);
    let slot = hash.lookup(&messages, &format_ident!("message"), &pilots_name);
    let first_rows: Vec<usize> =
        hash.keys_by_slot().iter().map(|&group| groups[group].1[0]).collect();
    let rows = narrow_static(&format_ident!("__MESSAGES"), &first_rows);
    let (ranges, shared_rows) = variant_ranges(table, &groups);
    let ranges_by_slot = hash.keys_by_slot().iter().map(|&group| ranges[group]);
    let (ranges_static, range) = if shared_rows.is_empty() {
        (TokenStream::new(), quote!((row, row + 1)))
    } else {
        read_ranges(ranges_by_slot.collect(), table.rows.len() + shared_rows.len())
    };
    let facade = &table.facade;
    let length = Literal::usize_unsuffixed(table.rows.len());
    let body = quote! {
        let slot = #slot;
        let row = __MESSAGES[slot] as ::core::primitive::usize;
        // Always true; without it the index could panic.
        if row < #length && __formula::is_same_text(__ENTRIES[row].message(), message) {
            let (start, end) = #range;
            return #facade::__private::variants(start, end);
        }
        &[]
    };
    Some(FromMessage { statics: quote!(#pilots #rows #ranges_static), body, shared_rows })
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
/// the shared rows, which that array has behind its variants by row.
fn variant_ranges(
    table: &Table,
    groups: &[(String, Vec<usize>)],
) -> (Vec<(usize, usize)>, Vec<usize>) {
    let mut shared_rows = Vec::new();
    let ranges = groups.iter().map(|(_, rows)| {
        if let [row] = rows[..] {
            return (row, row + 1);
        }
        let start = table.rows.len() + shared_rows.len();
        shared_rows.extend_from_slice(rows);
        (start, start + rows.len())
    });
    (ranges.collect(), shared_rows)
}

/// The ranges by slot, and the expression that reads that of a `slot`.
fn read_ranges(ranges: Vec<(usize, usize)>, greatest: usize) -> (TokenStream, TokenStream) {
    let index = narrow_type(greatest);
    let length = Literal::usize_unsuffixed(ranges.len());
    let ranges = ranges.into_iter().map(|(start, end)| {
        let (start, end) = (Literal::usize_unsuffixed(start), Literal::usize_unsuffixed(end));
        quote!((#start, #end))
    });
    let ranges_static = quote! {
        static __RANGES: [(#index, #index); #length] = [#(#ranges),*];
    };
    let range = quote! {{
        let (start, end) = __RANGES[slot];
        (start as ::core::primitive::usize, end as ::core::primitive::usize)
    }};
    (ranges_static, range)
}
