//! What the derive writes into a user's crate: it is short, and never without a lookup.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::DeriveInput;

use super::*;
use crate::errors::Errors;
use crate::integer::IntegerType;
use crate::{ast, check};

fn with_table<T>(input: TokenStream, run: impl FnOnce(&Table) -> T) -> T {
    let input: DeriveInput = syn::parse2(input).unwrap();
    let mut errors = Errors::default();
    let catalog = ast::Catalog::from_syn(&input, &mut errors);
    let table = check::check(&catalog, &mut errors);
    assert!(errors.is_empty());
    run(&table)
}

/// How many lines the enum expands to, besides what users see of it, and the rows.
fn lines(input: TokenStream) -> usize {
    let items = with_table(input, |table| items(table, Index::build));
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
                C(Unlisted<Self>),
            }
        ),
    ];
    for table in tables {
        let lines = lines(table.clone());
        assert!(lines <= 61, "{lines} lines: {table}");
    }
}

/// `tests/hard_keys.rs` compiles such tables. It cannot make one of `u8` codes: no 256
/// keys defeat the search.
#[test]
fn without_a_hash_there_is_a_binary_search() {
    for integer in IntegerType::names() {
        let code_type = format_ident!("{integer}");
        let rank = if integer.ends_with("128") { "rank_of_wide" } else { "rank_of_word" };
        let text = sorted(quote! {
            #[catalog(code = #code_type)]
            enum E { #[code(7 | 3, "b")] A, #[code(5, "a")] B }
        });
        for expected in [rank, "[3 , 5 , 7]", "rank_of_text", "[\"a\" , \"b\"]"] {
            assert!(text.contains(expected), "{integer}: {expected} in {text}");
        }
    }
    let text = sorted(quote!(
        enum E {
            #[code("7" | "3", "b")]
            A,
            #[code("5", "a")]
            B,
        }
    ));
    assert!(text.contains("[\"3\" , \"5\" , \"7\"]"), "{text}");
}

/// Without the perfect hash, which would be found.
fn sorted(input: TokenStream) -> String {
    with_table(input, |table| items(table, Index::sorted).to_string())
}
