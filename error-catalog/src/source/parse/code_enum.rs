//! `code_enum = NAME` and `code_enum(#[derive(…)] NAME)`.

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Path, PathSegment, Token};

use super::attribute::is_condition;
use super::discriminant;
use crate::code_type::CodeType;

/// The enum of the codes.
#[derive(Clone, Debug)]
pub(crate) struct CodeEnum {
    pub(crate) name: String,
    /// The integer in its own `#[repr(…)]`.
    pub(super) repr: Option<CodeType>,
    /// The traits that it derives: the first and the last name of each path.
    derives: Vec<(String, String)>,
    has_condition: bool,
}

impl CodeEnum {
    pub(super) fn new(name: &Ident) -> Self {
        let name = name.unraw().to_string();
        Self { name, repr: None, derives: Vec::new(), has_condition: false }
    }

    /// The name after its attributes.
    pub(super) fn parse(input: ParseStream) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let name: Ident = input.parse()?;
        input.parse::<Option<Token![,]>>()?;
        Ok(Self {
            repr: attributes.iter().find_map(|each| discriminant::repr(&each.meta)),
            derives: attributes.iter().flat_map(|each| derives(&each.meta)).collect(),
            has_condition: attributes.iter().any(is_condition),
            ..Self::new(&name)
        })
    }

    /// A mistake of the attributes in combination with these keys of `#[catalog]`.
    pub(super) fn problem(&self, has_key: impl Fn(&str) -> bool) -> Option<String> {
        const MADE: [&str; 8] =
            ["Clone", "Copy", "Debug", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];
        if self.has_condition {
            let message = "a `cfg` here would apply to only one of the two enums; write it on the enum with the data";
            return Some(message.to_owned());
        }
        // Other crates have traits of the same names.
        let is_made = |(first, last): &&(String, String)| {
            let is_of = |crates: &[&str]| first == last || crates.contains(&first.as_str());
            match last.as_str() {
                "Serialize" | "Deserialize" => has_key("serde") && is_of(&["serde"]),
                "JsonSchema" => has_key("schemars") && is_of(&["schemars"]),
                "ToSchema" => has_key("utoipa") && is_of(&["utoipa"]),
                "ErrorCatalog" => true,
                name => MADE.contains(&name) && is_of(&["core", "std"]),
            }
        };
        let (_, made) = self.derives.iter().find(is_made)?;
        Some(format!("`{}` already has `{made}`; remove it here", self.name))
    }
}

/// The integer in the `#[repr(…)]` of the enum with the data, if that of the codes takes it.
pub(super) fn inherited_repr(meta: &Meta) -> Option<CodeType> {
    let is_only = matches!(meta, Meta::List(list) if list.tokens.clone().into_iter().count() == 1);
    discriminant::repr(meta).filter(|_| is_only)
}

/// The first and the last names of the traits in `#[derive(…)]`, which may have a condition.
fn derives(meta: &Meta) -> Vec<(String, String)> {
    let paths = Punctuated::<Path, Token![,]>::parse_terminated;
    let nested = Punctuated::<Meta, Token![,]>::parse_terminated;
    match meta {
        Meta::List(list) if list.path.is_ident("derive") => {
            let paths = paths.parse2(list.tokens.clone()).into_iter().flatten();
            let name = |segment: Option<&PathSegment>| Some(segment?.ident.to_string());
            let ends =
                |path: Path| Some((name(path.segments.first())?, name(path.segments.last())?));
            paths.filter_map(ends).collect()
        }
        Meta::List(list) if list.path.is_ident("cfg_attr") => {
            let metas = nested.parse2(list.tokens.clone()).into_iter().flatten();
            metas.skip(1).flat_map(|meta| derives(&meta)).collect()
        }
        _ => Vec::new(),
    }
}
