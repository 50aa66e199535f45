//! The rules at the end of `ARCHITECTURE.md` that a test can hold.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::Item;
use walkdir::WalkDir;

const PACKAGES: [&str; 3] = ["error-catalog", "jmessage-codes", "jmessage-codes-derive"];

/// The name of a module, or of an item in it, from the root of its crate.
type Name = Vec<String>;

#[test]
fn no_file_imports_a_file_that_imports_it() {
    let circles = PACKAGES.iter().flat_map(|package| {
        let files = files(package);
        let names = files.into_iter().map(|(module, source)| (module, names_in(&source)));
        circles(&names.collect()).into_iter().map(move |circle| format!("{package}: {circle}"))
    });
    assert_eq!(circles.collect::<Vec<_>>(), Vec::<String>::new());
}

/// A file `program/NAME.rs` is the subcommand of the library's `NAME.rs`.
#[test]
fn no_two_files_or_types_have_one_name() {
    let mut twice = Vec::new();
    for package in PACKAGES {
        let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (module, source) in files(package) {
            let place = module.join("/");
            let is_free = |name: &&String| {
                module[0] != "program" && !["error", "tests"].contains(&name.as_str())
            };
            let file = module.last().filter(is_free).map(|name| format!("{name}.rs"));
            for name in types_in(&source).into_iter().chain(file) {
                places.entry(name).or_default().push(place.clone());
            }
        }
        twice.extend(places.into_iter().filter(|(_, places)| places.len() > 1));
    }
    assert_eq!(twice, []);
}

#[test]
fn a_circle_is_found() {
    let file = |name: &str, source: &str| (vec![name.to_owned()], names_in(source));
    let direct = [file("a", "use crate::b::B;"), file("b", "fn b() { super::a::a() }")];
    assert_eq!(circles(&BTreeMap::from(direct)), ["a b"]);
    let long = [
        file("a", "use crate::{b::{self, B}, d};"),
        file("b", "type C = crate::c::C;"),
        file("c", "use super::a::{A}; #[cfg(test)] mod tests { use crate::d; }"),
        file("d", "#[cfg(test)] mod tests { use crate::a; }"),
    ];
    assert_eq!(circles(&BTreeMap::from(long)), ["a b c"]);
}

/// The files of a package by their modules. Expected expansions are not modules.
fn files(package: &str) -> BTreeMap<Name, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(package).join("src");
    let mut files = BTreeMap::new();
    for entry in WalkDir::new(&folder) {
        let path = entry.unwrap().into_path();
        let module = path.strip_prefix(&folder).unwrap().with_extension("");
        let module: Name = module.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
        let is_module = module != ["main"] && !module.contains(&"expected".to_owned());
        if is_module && path.extension().is_some_and(|extension| extension == "rs") {
            let module = if module == ["lib"] { Name::new() } else { module };
            files.insert(module, fs::read_to_string(&path).unwrap());
        }
    }
    assert!(files.len() > 20, "{package}");
    files
}

/// The types of a file, outside of its tests and functions.
fn types_in(source: &str) -> Vec<String> {
    let file = syn::parse_file(source).unwrap();
    let types = file.items.into_iter().filter_map(|item| match item {
        Item::Enum(item) => Some(item.ident),
        Item::Struct(item) => Some(item.ident),
        Item::Trait(item) => Some(item.ident),
        Item::Type(item) => Some(item.ident),
        _ => None,
    });
    types.map(|name| name.to_string()).collect()
}

/// The paths in a file, outside of its tests.
fn names_in(source: &str) -> BTreeSet<Name> {
    let mut names = BTreeSet::new();
    add_names(source.parse().unwrap(), &mut names);
    names
}

fn add_names(tokens: TokenStream, names: &mut BTreeSet<Name>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut rest = &tokens[..];
    while let [first, after @ ..] = rest {
        rest = match first {
            TokenTree::Group(group) if is_for_tests(group) => {
                let end = after.iter().position(is_end_of_item);
                &after[end.map_or(after.len(), |end| end + 1)..]
            }
            // As in `pub(in crate::read)`, which imports nothing.
            TokenTree::Group(group) if begins_with_in(group) => after,
            TokenTree::Group(group) => {
                add_names(group.stream(), names);
                after
            }
            TokenTree::Ident(_) => add_path(Vec::new(), rest, names),
            _ => after,
        };
    }
}

fn is_for_tests(attribute: &Group) -> bool {
    let text = attribute.stream().to_string();
    attribute.delimiter() == Delimiter::Bracket && text.starts_with("cfg") && text.contains("(test")
}

fn begins_with_in(group: &Group) -> bool {
    group.stream().into_iter().next().is_some_and(|first| first.to_string() == "in")
}

fn is_end_of_item(token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(mark) => mark.as_char() == ';',
        _ => false,
    }
}

/// Adds the path with which tokens begin, or each path of a tree in braces, and returns the
/// tokens after it.
fn add_path<'t>(
    mut path: Name,
    mut tokens: &'t [TokenTree],
    names: &mut BTreeSet<Name>,
) -> &'t [TokenTree] {
    while let [TokenTree::Ident(word), rest @ ..] = tokens {
        path.push(word.to_string());
        tokens = rest;
        match tokens {
            [TokenTree::Punct(one), TokenTree::Punct(two), rest @ ..]
                if one.as_char() == ':' && two.as_char() == ':' =>
            {
                tokens = rest;
            }
            _ => break,
        }
        if let [TokenTree::Group(tree), rest @ ..] = tokens {
            let parts: Vec<TokenTree> = tree.stream().into_iter().collect();
            let is_comma = |token: &TokenTree| token.to_string() == ",";
            for part in parts.split(is_comma).filter(|part| !part.is_empty()) {
                add_path(path.clone(), part, names);
            }
            return rest;
        }
    }
    if path.len() > 1 {
        names.insert(path);
    }
    tokens
}

/// The files that import each other, a line each: those of one circle.
fn circles(files: &BTreeMap<Name, BTreeSet<Name>>) -> Vec<String> {
    let imports: BTreeMap<&Name, BTreeSet<&Name>> = files
        .iter()
        .map(|(module, names)| {
            let imported = names.iter().filter_map(|name| file_of(files, module, name));
            (module, imported.filter(|file| *file != module).collect())
        })
        .collect();
    let reached = |module| {
        let (mut reached, mut next) = (BTreeSet::new(), vec![module]);
        while let Some(module) = next.pop() {
            next.extend(imports[module].iter().filter(|file| reached.insert(**file)));
        }
        reached
    };
    let reached: BTreeMap<&Name, BTreeSet<&Name>> =
        files.keys().map(|module| (module, reached(module))).collect();
    let circle = |module: &Name| {
        let files = reached[module].iter().filter(|file| reached[**file].contains(module));
        let shown: Vec<String> = files.map(|file| file.join("/")).collect();
        (!shown.is_empty()).then(|| shown.join(" "))
    };
    let circles: BTreeSet<String> = files.keys().filter_map(circle).collect();
    circles.into_iter().collect()
}

/// The file with the module or the item that a path in a file leads to.
fn file_of<'f>(
    files: &'f BTreeMap<Name, BTreeSet<Name>>,
    module: &Name,
    path: &[String],
) -> Option<&'f Name> {
    let (first, rest) = path.split_first()?;
    let mut target = match first.as_str() {
        "crate" => rest.to_vec(),
        "self" => [module, rest].concat(),
        "super" => {
            let ups = path.iter().take_while(|word| *word == "super").count();
            [&module[..module.len() - ups], &path[ups..]].concat()
        }
        _ => {
            let child = [&module[..], std::slice::from_ref(first)].concat();
            files.contains_key(&child).then(|| [&module[..], path].concat())?
        }
    };
    while !files.contains_key(&target) {
        target.pop()?;
    }
    files.get_key_value(&target).map(|(file, _)| file)
}
