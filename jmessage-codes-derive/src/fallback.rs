//! What is written beside the errors of a table that is not right: the same
//! methods and impls as for one that is, so that no use of the enum adds an
//! error of its own. They are never run.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::attr::Column;
use crate::surface::{Bodies, surface};
use crate::table::{CodeType, Table};

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
    // Of a generic enum it is not known that it has no destructor.
    let method = |value: TokenStream| quote!(::core::mem::forget(self); #value);
    let code = match table.code_type {
        CodeType::Integer(_) => quote!(0),
        CodeType::Text => quote!(""),
    };
    let columns = table.columns.iter().enumerate();
    Bodies {
        from_code: quote!(::core::option::Option::None),
        from_message: quote!(&[]),
        entry: method(quote!(::core::option::Option::None)),
        code: method(code),
        name: method(quote!("")),
        message: method(quote!("")),
        description: method(quote!("")),
        is_success: method(quote!(true)),
        into_result: method(quote!(::core::result::Result::Ok(()))),
        columns: columns.map(|(index, column)| method(value(table, index, column))).collect(),
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
