//! The names, messages and descriptions.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use crate::expand::rows::with_other;
use crate::packed::Packed;
use crate::table::Table;
use crate::text_column::text_column;

/// The columns, which the lookups read too.
pub(super) struct Texts {
    pub(super) messages: Packed,
    names: Packed,
    descriptions: Descriptions,
}

/// Which rows have descriptions that are not their messages.
enum Descriptions {
    Own(Packed),
    Some(Packed),
    Messages,
}

impl Texts {
    pub(super) fn new(table: &Table) -> Self {
        let names: Vec<String> =
            with_other(table).map(|row| row.variant.ident.unraw().to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let messages: Vec<&str> = with_other(table).map(|row| row.message).collect();
        Self {
            names: Packed::new(&names),
            messages: Packed::new(&messages),
            descriptions: Descriptions::new(table),
        }
    }

    /// Whether the facts say which rows have a description.
    pub(super) fn are_some_described(&self) -> bool {
        matches!(self.descriptions, Descriptions::Some(_))
    }

    pub(super) fn expand(&self) -> TokenStream {
        let names = text_column("NAMES", &self.names);
        let messages = text_column("MESSAGES", &self.messages);
        let (column, of) = match &self.descriptions {
            Descriptions::Own(packed) => (Some(packed), "Own"),
            Descriptions::Some(packed) => (Some(packed), "Some"),
            Descriptions::Messages => (None, "Messages"),
        };
        let of = format_ident!("{of}");
        let texts = column.map(|_| quote!((__DESCRIPTION_TEXTS)));
        let column = column.map(|packed| text_column("DESCRIPTION_TEXTS", packed));
        quote! {
            #names
            #messages
            #column
            const __DESCRIPTIONS: __facade::Descriptions =
                __facade::Descriptions::#of #texts;
        }
    }
}

impl Descriptions {
    fn new(table: &Table) -> Self {
        let own: Vec<Option<&str>> = with_other(table).map(|row| row.own_description()).collect();
        if own.iter().all(Option::is_none) {
            return Self::Messages;
        }
        let rows = || with_other(table).zip(&own);
        let repeated = rows().filter(|(_, own)| own.is_none()).map(|(row, _)| row.message.len());
        // Each row then has a byte of facts.
        if repeated.sum::<usize>() > own.len() {
            let some: Vec<&str> = own.iter().map(|own| own.unwrap_or_default()).collect();
            return Self::Some(Packed::new(&some));
        }
        let all: Vec<&str> = rows().map(|(row, own)| own.unwrap_or(row.message)).collect();
        Self::Own(Packed::new(&all))
    }
}
