//! What the derive writes into a user's crate stays short.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use super::*;
use crate::errors::Errors;
use crate::{ast, check};

/// How many lines the enum expands to, besides what users see of it, and the rows.
fn lines(input: TokenStream) -> usize {
    let input: DeriveInput = syn::parse2(input).unwrap();
    let mut errors = Errors::default();
    let catalog = ast::Catalog::from_syn(&input, &mut errors);
    let table = check::check(&catalog, &mut errors);
    assert!(errors.is_empty());
    let items = items(&table, Index::build);
    let text = prettyplease::unparse(&syn::parse2(items).unwrap());
    let lines = text.lines().map(str::trim_start);
    lines.filter(|line| !line.starts_with("__new(") && !line.starts_with("(\"")).count()
}

#[test]
fn three_variants_expand_to_few_lines() {
    let tables = [
        quote!(
            enum E {
                #[code(1, "a")]
                A,
                #[code(2, "b")]
                B,
                #[code(3, "c")]
                C,
            }
        ),
        quote!(
            enum E {
                #[code("1", "a")]
                A,
                #[code("2", "b")]
                B,
                #[code("3", "c")]
                C,
            }
        ),
        quote!(
            enum E {
                #[code(1, "a")]
                A,
                #[code(2 | 3, "a")]
                B,
                #[code(other, "c")]
                C(u32),
            }
        ),
    ];
    for table in tables {
        let lines = lines(table.clone());
        assert!(lines <= 60, "{lines} lines: {table}");
    }
}
