//! The derive macro of [`jmessage_codes`](https://docs.rs/jmessage-codes). Depend
//! on that crate, not on this one: it re-exports the derive and documents it at
//! [`jmessage_codes::ErrorCatalog`], and the generated code needs it.
//!
//! [`jmessage_codes::ErrorCatalog`]: https://docs.rs/jmessage-codes/latest/jmessage_codes/derive.ErrorCatalog.html

// The path of a table: `ast` reads the enum, with the attributes that `attr` parses. If its
// variants have data, `code_enum` makes an enum of the codes, which is then the catalog. `check`
// applies the rules and makes the `table`. `expand` generates code from it: statics, the lookups
// of `perfect_hash`, and the `surface` that users see. If there are `errors`, `fallback`
// generates the same surface next to them, so that uses of the enum still compile.

mod ast;
mod attr;
mod check;
mod code_enum;
mod discriminant;
mod doc_table;
mod errors;
mod expand;
mod fallback;
mod integer;
mod kind;
mod names;
mod packed;
mod perfect_hash;
mod reserved;
mod suggestion;
mod surface;
mod table;
#[cfg(test)]
mod tests;
mod text_column;
mod tokens;
mod url;

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::errors::Errors;
use crate::perfect_hash::Index;

// The facade documents it; rustdoc would append any comment here.
#[expect(missing_docs, reason = "the facade has the documentation")]
#[proc_macro_derive(ErrorCatalog, attributes(catalog, code))]
pub fn derive_error_catalog(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    derive(input.into()).into()
}

fn derive(input: TokenStream) -> TokenStream {
    match syn::parse2::<DeriveInput>(input) {
        Ok(input) => derive_input(&input),
        Err(error) => error.into_compile_error(),
    }
}

fn derive_input(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let catalog = ast::Catalog::from_syn(input, &mut errors);
    let codes = code_enum::of(&catalog, &mut errors);
    let catalog = match &codes {
        Some(codes) => catalog.of_codes(codes),
        None => catalog,
    };
    let table = check::check(&catalog, &mut errors);
    let expansion = if errors.is_empty() {
        expand::expand(&table, Index::build)
    } else {
        fallback::expand(&table)
    };
    let definition = code_enum::definition(&table, errors.is_empty());
    let compile_errors = errors.into_compile_errors();
    quote::quote!(#compile_errors #definition #expansion)
}
