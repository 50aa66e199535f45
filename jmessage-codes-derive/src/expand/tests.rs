//! What the derive writes into a user's crate.

use std::path::{Path, PathBuf};
use std::{env, fs};

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::DeriveInput;

use super::*;
use crate::errors::Errors;
use crate::integer::IntegerType;
use crate::{ast, check, derive};

/// `expected/NAME.rs` has the enum, and after a line of dashes its expansion, which shows a
/// reviewer what a change does to the generated code.
///
/// `EXPANSIONS=overwrite cargo test -p jmessage-codes-derive` writes the expansions.
#[test]
fn expansions_are_as_expected() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/expand/expected");
    let files: Vec<PathBuf> =
        fs::read_dir(directory).unwrap().map(|file| file.unwrap().path()).collect();
    assert!(files.len() >= 7);
    for path in files {
        const LINE: &str = "\n// ---- expands to ----\n\n";
        let text = fs::read_to_string(&path).unwrap();
        let (input, expected) = text.split_once(LINE).unwrap_or((&text, ""));
        let expansion =
            prettyplease::unparse(&syn::parse2(derive(input.parse().unwrap())).unwrap());
        // So that a new version does not change the files.
        let expansion = expansion.replace(&tokens::hidden_module(), "__private_VERSION");
        if env::var_os("EXPANSIONS").is_some_and(|value| value == "overwrite") {
            fs::write(&path, format!("{}\n{LINE}{expansion}", input.trim_end())).unwrap();
        } else {
            let advice = "run `EXPANSIONS=overwrite cargo test -p jmessage-codes-derive`";
            assert!(expansion == expected, "{advice}; {path:?} would be:\n{expansion}");
        }
    }
}

fn with_table<T>(input: TokenStream, run: impl FnOnce(&Table) -> T) -> T {
    let input: DeriveInput = syn::parse2(input).unwrap();
    let mut errors = Errors::default();
    let catalog = ast::Catalog::from_syn(&input, &mut errors);
    let table = check::check(&catalog, &mut errors);
    assert!(errors.is_empty());
    run(&table)
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
        // The message "a" is at byte 1 of "ba" and belongs to the variant at position 1.
        let keys = "__MESSAGE_KEYS : [:: core :: primitive :: u32 ; 2] = [7 , 10]";
        for expected in [rank, "[3 , 5 , 7]", "TextIndex :: sorted", keys] {
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
    assert_eq!(text.matches("TextIndex :: sorted").count(), 2, "{text}");
}

/// Without the perfect hash, which would be found.
fn sorted(input: TokenStream) -> String {
    with_table(input, |table| items(table, Index::sorted).to_string())
}
