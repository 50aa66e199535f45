//! Generates the code of a table that keeps all rules.

mod columns;
mod from_code;
mod from_message;
mod hash;
mod rows;
#[cfg(test)]
mod tests;
mod text_index;
mod texts;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::expand::from_code::Codes;
use crate::expand::texts::Texts;
use crate::perfect_hash::{Index, Keys};
use crate::surface::{self, Bodies};
use crate::table::{CodeType, Table};
use crate::tokens::{self, generated};

/// The impls, in their own blocks with the items that they use. `build` is [`Index::build`], except
/// in a test.
pub(crate) fn expand(table: &Table, build: fn(&Keys) -> Index) -> TokenStream {
    let items = items(table, build);
    let surface = surface::expand(table, &bodies(table));
    tokens::blocks(table, &columns::outer(table), &quote!(#items #surface))
}

/// The table, and the lookups in it.
fn items(table: &Table, build: fn(&Keys) -> Index) -> TokenStream {
    let codes = Codes::new(table, build);
    let texts = Texts::new(table);
    let positions = codes.positions();
    let by_message = from_message::expand(table, &texts.messages, positions, codes.length(), build);
    let shared_rows = &by_message.shared_rows;
    let variants = rows::variants(table, codes.length(), &codes.aliases(), shared_rows);
    let (positions, facts) =
        (rows::positions(positions), rows::facts(table, texts.are_some_described()));
    let (texts, columns, row_of) = (texts.expand(), columns::inner(table), rows::row_of(table));
    let (from_code, from_message) = (codes.expand(table), by_message.items);
    let (facade, this) = (&table.facade, table.this());
    quote! {
        #positions
        #variants
        #from_code
        #from_message
        #texts
        #columns
        #facts
        #row_of

        #[inline]
        const fn __entry(variant: #this) -> #facade::Entry<#this> {
            #facade::Entry::__new(__row(variant))
        }
    }
}

/// The bodies of the methods, which use those items.
fn bodies(table: &Table) -> Bodies {
    let other = table.other.as_ref().map(|row| generated(&row.variant.ident));
    let return_kept =
        other.as_ref().map(|other| quote!(if let Self::#other(code) = self { return code.get(); }));
    let return_none = other.as_ref().map(
        |other| quote!(if let Self::#other(_) = self { return ::core::option::Option::None; }),
    );
    let code = match table.code_type {
        CodeType::Integer(_) => quote!(__entry(self).code()),
        // Not the entry's code: it is in a column of pointers, which a program would then have.
        // Only `const` code needs that column.
        CodeType::Text => quote!(__CODE_TEXTS.get(__row(self))),
    };
    Bodies {
        from_code: quote!(__from_code(code)),
        from_message: quote!(__from_message(message)),
        entry: quote!(#return_none ::core::option::Option::Some(__entry(self))),
        code: quote!(#return_kept #code),
        name: quote!(__entry(self).name()),
        message: quote!(__entry(self).message()),
        description: quote!(__entry(self).description()),
        kind: quote!(__entry(self).kind()),
        is_success: quote!(__entry(self).is_success()),
        is_retryable: quote!(__entry(self).is_retryable()),
        is_retired: quote!(__entry(self).is_retired()),
        aliases: quote!(__entry(self).aliases()),
        into_result: quote! {
            if __entry(__facade::copy(&self)).is_success() {
                ::core::result::Result::Ok(())
            } else {
                ::core::result::Result::Err(self)
            }
        },
        columns: columns::bodies(table),
        from_any_code: quote! {
            match __from_code(code) {
                ::core::option::Option::Some(variant) => variant,
                ::core::option::Option::None => Self::#other(__facade::unlisted(code)),
            }
        },
        entry_of_code: quote! {
            match __from_code(code) {
                ::core::option::Option::Some(variant) => {
                    ::core::option::Option::Some(__entry(variant))
                }
                ::core::option::Option::None => ::core::option::Option::None,
            }
        },
        from_data: from_data(table),
        facts: facts(table),
        codes: codes(table),
        column_list: columns::list(table),
    }
}

/// The constants of the hidden supertrait.
fn facts(table: &Table) -> TokenStream {
    let rows = Literal::usize_unsuffixed(table.rows.len());
    quote! {
        const __ROWS: ::core::primitive::usize = #rows;
        const __BY_POSITION: &'static [Self] = &__VARIANTS;
        const __POSITIONS: __facade::Numbers = __POSITIONS;
        const __FACT_COLUMN: __facade::Facts = __FACTS;
        const __NAME_COLUMN: __facade::Texts = __NAMES;
        const __MESSAGE_COLUMN: __facade::Texts = __MESSAGES;
        const __DESCRIPTION_COLUMN: __facade::Descriptions = __DESCRIPTIONS;
    }
}

/// The hidden constants that depend on the code type.
fn codes(table: &Table) -> TokenStream {
    let code = table.code_type.path();
    quote! {
        const __CODE_COLUMN: __facade::Codes<#code> = __CODES;
        const __ALIAS_COLUMN: __facade::Aliases<#code> = __ALIASES;
    }
}

/// Converts the enum with the data into the enum of the codes.
fn from_data(table: &Table) -> TokenStream {
    let Some(data) = table.catalog.data else { return TokenStream::new() };
    let (this, data) = (table.this(), generated(&data.ident));
    let variants = table.rows.iter().map(|row| generated(&row.variant.ident));
    let arms = variants.map(|variant| quote!(#data::#variant { .. } => #this::#variant));
    quote!(match self { #(#arms,)* })
}
