//! Writes out a table that keeps all rules.

mod columns;
mod entries;
mod from_code;
mod from_message;

use proc_macro2::TokenStream;
use quote::quote;

use crate::perfect_hash;
use crate::surface::{self, Bodies};
use crate::table::Table;
use crate::tokens::generated;

/// The impls, in a block of their own with the statics that they read. `None` if
/// no perfect hash was found.
pub(crate) fn expand(table: &Table) -> Option<TokenStream> {
    let by_code = from_code::expand(table)?;
    let by_message = from_message::expand(table)?;
    let entries = entries::expand(table);
    let variants = entries::variants(table, &by_message.shared_rows);
    let columns = columns::expand(table);
    let formulas = perfect_hash::formulas();
    let (code_statics, message_statics) = (&by_code.statics, &by_message.statics);
    let surface = surface::expand(table, &bodies(table, by_code.body, by_message.body));
    Some(quote! {
        #[allow(deprecated)]
        const _: () = {
            #entries
            #variants
            #columns
            #formulas
            #code_statics
            #message_statics
            #surface
        };
    })
}

/// The bodies of the methods, which read those statics.
fn bodies(table: &Table, from_code: TokenStream, from_message: TokenStream) -> Bodies {
    let facade = &table.facade;
    let rows = table.rows.len();
    let other = table.other.as_ref().map(|row| generated(&row.variant.ident));
    let return_kept =
        other.as_ref().map(|other| quote!(if let Self::#other(code) = self { return code; }));
    let return_none = other.as_ref().map(
        |other| quote!(if let Self::#other(_) = self { return ::core::option::Option::None; }),
    );
    Bodies {
        from_code,
        from_message,
        entry: quote!(#return_none ::core::option::Option::Some(__entry(self))),
        code: quote!(#return_kept __entry(self).code()),
        name: quote!(__entry(self).name()),
        message: quote!(__entry(self).message()),
        description: quote!(__entry(self).description()),
        is_success: quote!(__entry(self).is_success()),
        into_result: quote! {
            if __entry(#facade::__private::copy(&self)).is_success() {
                ::core::result::Result::Ok(())
            } else {
                ::core::result::Result::Err(self)
            }
        },
        columns: columns::bodies(table),
        from_any_code: quote! {
            match Self::from_code(code) {
                ::core::option::Option::Some(variant) => variant,
                ::core::option::Option::None => Self::#other(code),
            }
        },
        entries: quote!(__ENTRIES.split_at(#rows).0),
        variants: quote!(&__VARIANTS),
    }
}
