//! `#[catalog(…)]` on an enum.

use std::ops::RangeInclusive;

use proc_macro2::{Group, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, LitStr, Meta, Path, Token, Type, parse2};

use super::attribute::{Argument, AttributeItem, arguments, call, expression, place_of, stream};
use super::code::{IntegerLiteral, is_literal, value_problem, value_text};
use super::code_enum::CodeEnum;
use super::mistake::Mistake;
use super::own::OwnTexts;
use super::url;
use crate::code_type::CodeType;
use crate::column_type::ColumnType;
use crate::integer::Integer;
use crate::source::identifier::{GENERATED, is_reserved};
use crate::visible;

/// The content of all `#[catalog(…)]` of an enum.
#[derive(Clone, Debug, Default)]
pub(crate) struct CatalogAttribute {
    pub(crate) code_type: Option<CodeType>,
    range: Option<(IntegerLiteral, IntegerLiteral)>,
    pub(crate) is_hex: bool,
    pub(crate) code_enum: Option<CodeEnum>,
    /// With placeholders.
    pub(crate) url: Option<String>,
    pub(crate) columns: Vec<SourceColumn>,
    /// The form in `serde(…)`.
    serde: Option<String>,
    /// What `skip(…)` leaves out.
    skipped: Vec<String>,
    /// The keys but `column`, and where they are.
    keys: Vec<(String, usize)>,
}

/// A column that an enum declares.
#[derive(Clone, Debug)]
pub(crate) struct SourceColumn {
    /// Without `r#`.
    pub(crate) name: String,
    pub(crate) column_type: ColumnType,
    /// The type as it is written, with one blank between words.
    type_text: String,
    /// The text of the default, and whether it is a literal.
    pub(crate) default: Option<(String, bool)>,
}

const FORM: &str = "#[catalog(code = TYPE, …)]";

/// Each key, and how it is written.
const KEYS: [(&str, &str); 11] = [
    ("code", "code = TYPE` with an integer type, as in `code = i32"),
    ("range", "range = FIRST..=LAST"),
    ("hex", "hex"),
    ("crate", "crate = PATH"),
    ("code_enum", "code_enum = NAME"),
    ("url", "url = \"https://…/{code}\""),
    ("serde", "serde`, `serde(number)` or `serde(string)"),
    ("schemars", "schemars"),
    ("utoipa", "utoipa"),
    ("skip", "skip(NAME, …)"),
    ("column", "column(NAME: TYPE = DEFAULT)"),
];

impl CatalogAttribute {
    /// The numbers that codes of this type can be; `None` if all can.
    pub(crate) fn range_in(&self, code_type: CodeType) -> Option<RangeInclusive<Integer>> {
        let (first, last) = self.range.as_ref()?;
        let code = |literal: &IntegerLiteral| literal.code(code_type, self.is_hex);
        Some(code(first)?..=code(last)?)
    }

    /// The facts that users of the enum rely on, each by its key. The type of a column has the
    /// key `column NAME`.
    pub(super) fn facts(&self, code_type: CodeType) -> Vec<(String, String)> {
        let has = |key: &str| self.keys.iter().any(|(name, _)| name == key);
        let flag = |key: &str| has(key).then(|| key.to_owned());
        let serde = self.serde.as_ref().map(|form| format!("serde({form})"));
        let mut skipped = self.skipped.clone();
        skipped.sort();
        let facts = [
            ("code", Some(code_type.to_string())),
            ("hex", flag("hex")),
            ("code_enum", self.code_enum.as_ref().map(|of| format!("code_enum = {}", of.name))),
            ("url", self.url.as_ref().map(|url| format!("url = {}", visible::literal(url)))),
            ("serde", serde.or_else(|| flag("serde"))),
            ("schemars", flag("schemars")),
            ("utoipa", flag("utoipa")),
            ("skip", (!skipped.is_empty()).then(|| format!("skip({})", skipped.join(", ")))),
        ];
        let facts = facts.into_iter().filter_map(|(key, text)| Some((key.to_owned(), text?)));
        let columns = self.columns.iter().map(|column| {
            let is_other = column.column_type == ColumnType::Other;
            let known = column.column_type.to_string();
            let text = if is_other { column.type_text.clone() } else { known };
            (format!("column {}", column.name), text)
        });
        facts.chain(columns).collect()
    }

    /// Adds the content of one attribute. There may be several under different conditions.
    pub(super) fn add(&mut self, item: &AttributeItem, text: &str, mistakes: &mut Vec<Mistake>) {
        let first_key = if item.is_conditional { self.keys.len() } else { 0 };
        let parsed = arguments(&item.meta, FORM);
        let arguments = parsed.map_err(|mistake| mistakes.push(mistake)).unwrap_or_default();
        for argument in arguments {
            if let Err(message) = self.add_argument(&argument, text, first_key) {
                mistakes.push(Mistake::new(argument.range.start, message));
            }
        }
    }

    fn add_argument(
        &mut self,
        argument: &Argument,
        text: &str,
        first_key: usize,
    ) -> Result<(), String> {
        let place = argument.range.start;
        let name = key_of(argument).ok_or_else(|| format!("expected a key, as in {FORM}"))?;
        let Some((_, form)) = KEYS.iter().find(|(key, _)| *key == name) else {
            let keys = KEYS.map(|(key, _)| key).join(", ");
            return Err(format!("unknown key `{name}` in #[catalog]; the keys are: {keys}"));
        };
        if name != "column" {
            if self.keys.iter().skip(first_key).any(|(before, _)| *before == name) {
                let advice = if name == "skip" {
                    "write all names in one `skip(…)`"
                } else {
                    "remove one"
                };
                return Err(format!("duplicate `{name}` in #[catalog]; {advice}"));
            }
            self.keys.push((name.clone(), place));
        }
        let added = self.add_key(&name, argument, text);
        added.unwrap_or_else(|| Err(format!("expected `{form}`")))
    }

    /// `None` if the key is not written as it has to be.
    fn add_key(
        &mut self,
        key: &str,
        argument: &Argument,
        text: &str,
    ) -> Option<Result<(), String>> {
        let value = argument.key.as_ref().map(|_| stream(&argument.tokens));
        let group = call(argument).map(|(_, group)| group);
        match (key, value, group) {
            ("code", Some(value), _) => {
                let name = name_of(&parse2::<Type>(value).ok()?);
                let code_type = name.parse().ok().filter(|ty: &CodeType| ty.is_integer());
                self.code_type = Some(code_type?);
            }
            ("range", Some(_), _) => self.range = Some(range(&argument.tokens)?),
            ("crate", Some(value), _) => {
                Path::parse_mod_style.parse2(value).ok()?;
            }
            ("url", Some(value), _) => {
                let url = parse2::<LitStr>(value).ok()?.value();
                if let Some(problem) = url::problem(&url) {
                    return Some(Err(problem));
                }
                self.url = Some(url);
            }
            ("code_enum", Some(value), _) => {
                self.code_enum = Some(CodeEnum::new(&parse2(value).ok()?));
            }
            ("code_enum", None, Some(group)) => {
                self.code_enum = Some(CodeEnum::parse.parse2(group.stream()).ok()?);
            }
            ("serde", None, Some(group)) => {
                let form = parse2::<Ident>(group.stream()).ok()?;
                self.serde = Some(form.to_string());
                (form == "number" || form == "string").then_some(())?;
            }
            ("skip", None, Some(group)) => {
                let names = Punctuated::<Ident, Token![,]>::parse_terminated;
                let names = names.parse2(group.stream()).ok().filter(|names| !names.is_empty())?;
                self.skipped = names.iter().map(ToString::to_string).collect();
            }
            ("column", None, Some(group)) => {
                return Some(self.add_column(group, text).map_err(|error| error.to_string()));
            }
            (_, None, None) if argument.tokens.len() > 1 => return None,
            ("hex", None, None) => self.is_hex = true,
            ("serde" | "schemars" | "utoipa", None, None) => {}
            _ => return None,
        }
        Some(Ok(()))
    }

    fn add_column(&mut self, group: &Group, text: &str) -> syn::Result<()> {
        let parse = |input: ParseStream| column(input, text);
        let (name, column) = parse.parse2(group.stream())?;
        let error = |message| Err(syn::Error::new(name.span(), message));
        if is_reserved(&column.name) {
            let message =
                format!("a column cannot be named `{}`: the derive uses that name", column.name);
            return error(message);
        }
        if self.columns.iter().any(|before| before.name == column.name) {
            return error(format!("duplicate column `{}`; remove one", column.name));
        }
        self.columns.push(column);
        Ok(())
    }

    /// A mistake in the combination of keys, for an enum with these codes.
    pub(super) fn check(&self, code_type: CodeType, has_other: bool, mistakes: &mut Vec<Mistake>) {
        let mut add = |key: &str, message: String| {
            let place = self.keys.iter().rev().find(|(name, _)| name == key);
            mistakes.push(Mistake::new(place.map_or(0, |(_, place)| *place), message));
        };
        if code_type == CodeType::Str {
            if self.is_hex {
                add("hex", "a catalog of string codes cannot be `hex`; remove it".into());
            }
            if self.range.is_some() {
                add("range", "a catalog of string codes cannot have a range; remove it".into());
            }
            if self.serde.as_deref() == Some("number") {
                add("serde", "the codes of this catalog are strings; write `serde`".into());
            }
        } else if let Some((first, last)) = &self.range {
            let problem = [first, last].map(|end| end.problem(code_type, self.is_hex));
            for problem in problem.into_iter().flatten() {
                add("range", format!("range end: {problem}"));
            }
            if self.range_in(code_type).is_some_and(|range| range.is_empty()) {
                add("range", "this range is empty; write its lower end first".into());
            }
        }
        if self.url.is_some() && self.columns.iter().any(|column| column.name == "url") {
            let message = "a column cannot be named `url`: the derive uses that name";
            add("url", message.into());
        }
        let has_key = |key: &str| self.keys.iter().any(|(name, _)| name == key);
        let code_enum = self.code_enum.as_ref();
        if let Some(problem) = code_enum.and_then(|code_enum| code_enum.problem(has_key)) {
            add("code_enum", problem);
        }
        if let Some(problem) = self.problem_of_skipped(has_other) {
            add("skip", problem);
        }
    }

    /// What is wrong with the names in a comment that records own texts.
    pub(super) fn problem_of_own(&self, own: &OwnTexts) -> Option<String> {
        let is_known = |name: &str| {
            matches!(name, "message" | "description" | "kind" | "retryable")
                || self.columns.iter().any(|column| column.name == name)
        };
        let unknown = own.texts.iter().map(|(name, _)| name).find(|name| !is_known(name))?;
        Some(format!("`{unknown}` is not a text of this enum; name a text or a column"))
    }

    /// What is wrong with a name in `skip(…)`.
    fn problem_of_skipped(&self, has_other: bool) -> Option<String> {
        const IMPLS: [&str; 4] = ["From", "TryFrom", "FromStr", "PartialEq"];
        let is_method =
            |name: &str| GENERATED.contains(&name) || name == "url" && self.url.is_some();
        self.skipped.iter().enumerate().find_map(|(index, name)| {
            if self.skipped.iter().take(index).any(|before| before == name) {
                Some(format!("duplicate `{name}` in `skip`; remove one"))
            } else if !IMPLS.contains(&&**name) && !is_method(name) {
                Some(format!(
                    "unknown name `{name}` in `skip`; name an impl or a method of the derive"
                ))
            } else if name == "TryFrom" && has_other {
                let advice =
                    "with an `other` variant, the derive makes `From` instead of `TryFrom`";
                Some(format!("{advice}; write `From`"))
            } else {
                None
            }
        })
    }
}

/// The key of `KEY`, `KEY = VALUE` or `KEY(…)`.
fn key_of(argument: &Argument) -> Option<String> {
    let name = argument.key.as_ref().map(|key| key.name.clone());
    name.or_else(|| match argument.tokens.first()? {
        TokenTree::Ident(name) => Some(name.to_string()),
        _ => None,
    })
}

/// Refuses `#[catalog(…)]` where it has no effect.
pub(super) fn refuse(meta: &Meta) -> Result<(), Mistake> {
    let is_catalog = meta.path().is_ident("catalog");
    if is_catalog {
        Err(Mistake::new(place_of(meta), "#[catalog] goes on the enum"))
    } else {
        Ok(())
    }
}

fn range(tokens: &[TokenTree]) -> Option<(IntegerLiteral, IntegerLiteral)> {
    let parts = |input: ParseStream| {
        let first = integer(input)?;
        input.parse::<Token![..=]>()?;
        Ok((first, integer(input)?))
    };
    parts.parse2(stream(tokens)).ok()
}

fn integer(input: ParseStream) -> syn::Result<IntegerLiteral> {
    let minus = input.parse::<Option<Token![-]>>()?;
    Ok(IntegerLiteral::new(minus.is_some(), &input.parse()?))
}

/// `NAME: TYPE = DEFAULT`, with any attributes before the name.
fn column(input: ParseStream, text: &str) -> syn::Result<(Ident, SourceColumn)> {
    input.call(Attribute::parse_outer)?;
    let ident: Ident = input.parse()?;
    let name = ident.unraw().to_string();
    input.parse::<Token![:]>()?;
    let (ty, type_text) = written_type(input, text)?;
    // syn takes these for names.
    for word in [ident.to_string(), name_of(&ty)] {
        if matches!(&*word, "gen" | "self" | "super" | "crate") {
            let message = format!("`{word}` is a keyword; choose another name or type");
            return Err(syn::Error::new(ident.span(), message));
        }
    }
    let column_type = column_type(&ty);
    let default = match input.parse::<Option<Token![=]>>()? {
        Some(equals) => {
            let tokens = expression(input)?;
            if let Some(problem) = value_problem(&tokens) {
                return Err(syn::Error::new(equals.span, problem));
            }
            Some((value_text(&tokens, text), is_literal(&tokens)))
        }
        None => None,
    };
    input.parse::<Option<Token![,]>>()?;
    Ok((ident, SourceColumn { name, column_type, type_text, default }))
}

fn written_type(input: ParseStream, text: &str) -> syn::Result<(Type, String)> {
    let mut cursor = input.cursor();
    let ty = input.parse::<Type>()?;
    let mut tokens = Vec::new();
    while cursor != input.cursor()
        && let Some((tree, rest)) = cursor.token_tree()
    {
        tokens.push(tree);
        cursor = rest;
    }
    Ok((ty, value_text(&tokens, text)))
}

/// The type of a column that an enum declares.
pub(super) fn column_type(ty: &Type) -> ColumnType {
    match ty {
        Type::Paren(paren) => column_type(&paren.elem),
        Type::Group(group) => column_type(&group.elem),
        Type::Reference(reference) if name_of(&reference.elem) == "str" => ColumnType::Text,
        ty => match name_of(ty).as_str() {
            "bool" => ColumnType::Bool,
            name => match name.parse() {
                Ok(integer) if integer != CodeType::Str => ColumnType::Integer(integer),
                _ => ColumnType::Other,
            },
        },
    }
}

/// The name of a type without its path; empty if it has none.
pub(super) fn name_of(ty: &Type) -> String {
    match ty {
        Type::Paren(paren) => return name_of(&paren.elem),
        Type::Group(group) => return name_of(&group.elem),
        Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
        _ => None,
    }
    .unwrap_or_default()
}
