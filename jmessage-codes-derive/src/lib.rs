//! `#[derive(ErrorCatalog)]`, the derive of
//! [`jmessage-codes`](https://docs.rs/jmessage-codes), which documents it and
//! re-exports it. The generated code needs that crate.
//!
//! How a table flows through: `ast` reads the enum with the attributes that
//! `attr` parses, `check` holds it against the rules and gives the checked
//! table, `expand` writes that out: the statics, the lookups of `perfect_hash`,
//! and the `surface` that users see. Where anything is wrong, `errors` has
//! collected all of it, and `fallback` writes the same surface beside the
//! errors, so that the uses of the enum still compile.

mod ast;
mod attr;
mod check;
mod code;
mod doc_table;
mod errors;
mod expand;
mod fallback;
mod perfect_hash;
mod surface;
mod table;
#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::errors::Errors;

/// Makes an enum a catalog of error codes; the documentation is that of the
/// re-export, `jmessage_codes::ErrorCatalog`.
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
    let table = check::check(&catalog, &mut errors);
    if errors.is_empty() {
        if let Some(expansion) = expand::expand(&table) {
            return expansion;
        }
        errors.push_at(&input.ident, "no perfect hash of this table was found; please report it");
    }
    let (compile_errors, fallback) = (errors.into_compile_errors(), fallback::expand(&table));
    quote::quote!(#compile_errors #fallback)
}
