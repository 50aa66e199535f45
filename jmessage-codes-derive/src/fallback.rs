//! What is written beside the errors of a table that is not right: the same
//! methods and impls as for one that is, so that no use of the enum adds an
//! error of its own. They are never run.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::attr::Column;
use crate::check::{CodeType, Table};
use crate::surface::{Bodies, surface};

pub(crate) fn expand(table: &Table) -> TokenStream {
    let surface = surface(table, &bodies(table));
    quote! {
        #[allow(deprecated, unused_variables)]
        const _: () = {
            #surface
        };
    }
}

/// Values that suit every enum. A constant may be computed from them even so,
/// which is why none of them panics.
fn bodies(table: &Table) -> Bodies {
    let no_text = quote!("");
    Bodies {
        from_code: quote!(::core::option::Option::None),
        from_message: quote!(&[]),
        entry: quote!(::core::option::Option::None),
        code: match table.code_type {
            CodeType::Integer(_) => quote!(0),
            CodeType::Text => no_text.clone(),
        },
        name: no_text.clone(),
        message: no_text.clone(),
        description: no_text,
        is_success: quote!(true),
        into_result: quote!(::core::result::Result::Ok(())),
        columns: table
            .columns
            .iter()
            .enumerate()
            .map(|(index, column)| value(table, index, column))
            .collect(),
        from_any_code: quote!(loop {}),
        entries: quote!(&[]),
    }
}

/// Some value of the column's type.
fn value(table: &Table, index: usize, column: &Column) -> TokenStream {
    let given = table.rows.iter().find_map(|row| row.values.get(index).copied());
    let value = column.default.as_ref().or(given);
    value.map_or_else(|| quote!(loop {}), ToTokens::to_token_stream)
}
