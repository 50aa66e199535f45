//! Finds the enums in the tokens of a file: in modules, functions and blocks too.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// Deeper than anyone writes, but not deep enough to overflow the stack of a recursive parser.
const DEEPEST: usize = 200;

/// The enums of a file.
#[derive(Default)]
pub(super) struct Found {
    pub(super) enums: Vec<FoundEnum>,
    /// The names that the derive has in this file.
    pub(super) derives: Vec<String>,
    /// Where macros are called or defined whose tokens name the derive.
    pub(super) macros: Vec<usize>,
    /// Where tokens are nested too deep to be read.
    pub(super) too_deep: Option<usize>,
}

/// An enum in the tokens of a file.
pub(super) struct FoundEnum {
    /// The path of the module that it is in, such as `server::codes`.
    pub(super) module: String,
    /// Its tokens, with its attributes.
    pub(super) tokens: Vec<TokenTree>,
    /// Where the token before it ends: the comments after that are about this enum.
    pub(super) above: usize,
}

pub(super) const DERIVE: &str = "ErrorCatalog";

pub(super) fn find(tokens: TokenStream) -> Found {
    let mut found = Found { derives: vec![DERIVE.to_owned()], ..Found::default() };
    search(tokens, 0, "", 0, &mut found);
    found
}

/// `start` is where the first token can begin.
fn search(tokens: TokenStream, start: usize, module: &str, depth: usize, found: &mut Found) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut place = 0;
    while let Some(tree) = trees.get(place) {
        let before = trees.get(..place).unwrap_or_default();
        match tree {
            TokenTree::Group(group) if depth == DEEPEST => {
                found.too_deep.get_or_insert(group.span().byte_range().start);
            }
            TokenTree::Group(group) if is_of_macro(before) => {
                let is_writer = mentions(group.stream(), &found.derives);
                found.macros.extend(is_writer.then(|| group.span().byte_range().start));
            }
            TokenTree::Group(group) => {
                let inner = inner_module(module, before);
                let inner = inner.as_deref().unwrap_or(module);
                let start = group.span_open().byte_range().end;
                search(group.stream(), start, inner, depth + 1, found);
            }
            TokenTree::Ident(word) if word == "enum" => {
                let rest = trees.get(place..).unwrap_or_default();
                if let Some(length) = body(rest) {
                    let first = start_of_item(before);
                    let last = first.checked_sub(1).and_then(|last| trees.get(last));
                    let above = last.map_or(start, |last| last.span().byte_range().end);
                    let tokens = trees.get(first..=place + length).unwrap_or_default().to_vec();
                    found.enums.push(FoundEnum { module: module.to_owned(), tokens, above });
                    place += length;
                }
            }
            TokenTree::Ident(word) if word == DERIVE => {
                found.derives.extend(renamed(&trees, place));
            }
            _ => {}
        }
        place += 1;
    }
}

/// The path of the module whose content is the next group, if it is one.
fn inner_module(module: &str, before: &[TokenTree]) -> Option<String> {
    match before {
        [.., TokenTree::Ident(word), TokenTree::Ident(name)] if word == "mod" => {
            let colons = if module.is_empty() { "" } else { "::" };
            Some(format!("{module}{colons}{name}"))
        }
        _ => None,
    }
}

/// The name after `ErrorCatalog as`.
fn renamed(trees: &[TokenTree], place: usize) -> Option<String> {
    match (trees.get(place + 1)?, trees.get(place + 2)?) {
        (TokenTree::Ident(word), TokenTree::Ident(name)) if word == "as" => Some(name.to_string()),
        _ => None,
    }
}

/// Where the body of an enum is. The braces of a const generic are between `<` and `>`.
fn body(trees: &[TokenTree]) -> Option<usize> {
    let mut angles = 0_usize;
    let mut is_arrow = false;
    for (place, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace && angles == 0 => {
                return Some(place);
            }
            TokenTree::Punct(punct) if punct.as_char() == '<' => angles += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' && !is_arrow => {
                angles = angles.saturating_sub(1);
            }
            TokenTree::Punct(punct) if punct.as_char() == ';' => return None,
            _ => {}
        }
        is_arrow = matches!(tree, TokenTree::Punct(punct)
            if punct.as_char() == '-' && punct.spacing() == Spacing::Joint);
    }
    None
}

/// Whether the next group belongs to a macro: `name! {` or `macro_rules! name {`.
fn is_of_macro(before: &[TokenTree]) -> bool {
    // After these words `!` is an operator.
    const WORDS: [&str; 7] = ["if", "while", "match", "return", "break", "in", "else"];
    let is_bang =
        |tree: &TokenTree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '!');
    match before {
        [.., TokenTree::Ident(name), bang] if is_bang(bang) => {
            WORDS.iter().all(|word| name != word)
        }
        [.., TokenTree::Ident(name), bang, TokenTree::Ident(_)] => {
            is_bang(bang) && name == "macro_rules"
        }
        _ => false,
    }
}

fn mentions(tokens: TokenStream, names: &[String]) -> bool {
    tokens.into_iter().any(|tree| match tree {
        TokenTree::Ident(word) => names.iter().any(|name| word == name),
        TokenTree::Group(group) => mentions(group.stream(), names),
        _ => false,
    })
}

/// Where an item begins. `before` are all tokens before its keyword; the visibility and then the
/// attributes are found backwards.
fn start_of_item(before: &[TokenTree]) -> usize {
    let is_word =
        |tree: &TokenTree, word: &str| matches!(tree, TokenTree::Ident(ident) if ident == word);
    let is_hash =
        |tree: &TokenTree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '#');
    let mut start = match before {
        [rest @ .., public] if is_word(public, "pub") => rest.len(),
        [rest @ .., public, TokenTree::Group(_)] if is_word(public, "pub") => rest.len(),
        _ => before.len(),
    };
    while let Some([rest @ .., hash, TokenTree::Group(group)]) = before.get(..start) {
        if !is_hash(hash) || group.delimiter() != Delimiter::Bracket {
            break;
        }
        start = rest.len();
    }
    start
}
