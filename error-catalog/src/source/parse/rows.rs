//! The table of an enum's rows, and the mistakes that only all of them show.

use std::collections::HashMap;

use jmessage_codes::Kind;

use super::catalog::CatalogAttribute;
use super::code::{CodeLiteral, ColumnValue, WrittenCode};
use super::discriminant::Discriminant;
use super::doc_text::without_code;
use super::mistake::Mistake;
use super::source_text::SourceText;
use super::url::url_of;
use super::variant::SourceVariant;
use crate::code_type::CodeType;
use crate::column_type::ColumnType;
use crate::integer::{self, Integer};
use crate::table::{Declaration, Field, Origin, Row, Table, Values};

/// A parsed enum.
pub(super) struct Rows<'a> {
    pub(super) attribute: &'a CatalogAttribute,
    pub(super) variants: &'a [SourceVariant],
    pub(super) text: &'a SourceText,
    pub(super) is_non_exhaustive: bool,
    pub(super) is_public: bool,
    /// Its `#[cfg(…)]`; empty if it is always there.
    pub(super) condition: String,
    /// The integer in the `#[repr(…)]` of an enum of the codes.
    pub(super) repr: Option<CodeType>,
}

/// A code's value.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Code {
    Number(Integer),
    Text(String),
}

/// The discriminant of a variant, as the derive reads it.
#[derive(Clone, Copy)]
struct Number {
    /// `None` if it depends on an expression.
    value: Option<Integer>,
    /// Whether a reader sees it, at the variant or by counting from codes.
    is_clear: bool,
}

impl Rows<'_> {
    pub(super) fn table(&self, title: &str, mistakes: &mut Vec<Mistake>) -> Table {
        let code_type = self.code_type();
        let codes = self.codes(code_type, mistakes);
        self.check_duplicates(&codes, mistakes);
        self.check_other(code_type, mistakes);
        let (mut rows, mut other) = (Vec::new(), None);
        for (variant, codes) in self.variants.iter().zip(&codes) {
            match self.row(variant, codes, code_type) {
                Ok(row) if variant.code.is_other => other = Some(row),
                Ok(row) => rows.push(row),
                Err(mistake) => mistakes.push(mistake),
            }
        }
        let columns = &self.attribute.columns;
        let has = |field| match field {
            Field::Aliases => rows.iter().any(|row| !row.aliases.is_empty()),
            Field::Description => rows.iter().any(|row| row.description != row.message),
            Field::Kind => rows.iter().any(|row| row.kind != Some(Kind::Unknown)),
            Field::Retired => rows.iter().any(|row| row.is_retired),
            _ => true,
        };
        Table {
            title: title.to_owned(),
            origin: Origin::Enum,
            code_type,
            fields: Field::list(has, columns.len()),
            columns: columns.iter().map(|column| column.name.clone()).collect(),
            column_types: columns.iter().map(|column| column.column_type).collect(),
            rows,
            declaration: Some(Declaration {
                is_non_exhaustive: self.is_non_exhaustive,
                facts: self.facts(code_type),
                other,
            }),
        }
    }

    /// What the enum declares, with its visibility and its condition.
    fn facts(&self, code_type: CodeType) -> Vec<(String, String)> {
        let public = self.is_public.then(|| ("pub".to_owned(), "pub".to_owned()));
        let condition = ("cfg".to_owned(), self.condition.clone());
        let condition = (!self.condition.is_empty()).then_some(condition);
        self.attribute.facts(code_type).into_iter().chain(public).chain(condition).collect()
    }

    /// The declared type; otherwise `str` if the codes are strings, and `u32` if not.
    fn code_type(&self) -> CodeType {
        let mut codes = self.variants.iter().flat_map(|variant| &variant.code.codes);
        let usual = match codes.next().map(|code| &code.code) {
            Some(WrittenCode::Text(_)) => CodeType::Str,
            _ => CodeType::U32,
        };
        self.attribute.code_type.unwrap_or(usual)
    }

    /// The codes of each variant.
    fn codes(&self, code_type: CodeType, mistakes: &mut Vec<Mistake>) -> Vec<Vec<Code>> {
        let mut before = Number { value: Some(Integer::Negative(-1)), is_clear: false };
        let mut last = before;
        let mut all = Vec::new();
        for variant in self.variants {
            let number = match &variant.discriminant {
                Discriminant::Implicit if variant.is_alternative => last,
                Discriminant::Implicit => {
                    Number { value: before.value.and_then(Integer::successor), ..before }
                }
                Discriminant::Literal(literal) => {
                    let value = literal.code(code_type, self.attribute.is_hex);
                    Number { value, is_clear: value.is_some() }
                }
                Discriminant::Expression => Number { value: None, is_clear: false },
            };
            let mut codes = Vec::new();
            for literal in &variant.code.codes {
                match self.code(literal, code_type, number) {
                    Ok(code) => codes.push(code),
                    Err(message) => mistakes.push(Mistake::new(literal.range.start, message)),
                }
            }
            mistakes.extend(contradiction(variant, codes.first(), number));
            mistakes.extend(self.misfit(variant, codes.first()));
            last = number;
            let is_clear =
                number.value.is_some() && codes.first().cloned() == number.value.map(Code::Number);
            before = Number { value: number.value, is_clear };
            all.push(codes);
        }
        all
    }

    /// The discriminants of an enum of the codes with an integer `#[repr]` are the codes.
    fn misfit(&self, variant: &SourceVariant, code: Option<&Code>) -> Option<Mistake> {
        let (Some(Code::Number(code)), Some(repr)) = (code, self.repr) else { return None };
        let message = format!(
            "code {code} does not fit {repr}, the #[repr] of the enum of the codes, whose \
             discriminants are the codes"
        );
        (!repr.holds(*code)).then(|| Mistake::new(variant.place, message))
    }

    fn code(
        &self,
        literal: &CodeLiteral,
        code_type: CodeType,
        discriminant: Number,
    ) -> Result<Code, String> {
        let number = match (&literal.code, code_type) {
            (WrittenCode::Text(text), CodeType::Str) if text.is_empty() => {
                return Err("a code cannot be an empty string".to_owned());
            }
            (WrittenCode::Text(text), CodeType::Str) => return Ok(Code::Text(text.clone())),
            (WrittenCode::Text(_), _) => {
                return Err(format!("a code must be an integer that fits {code_type}"));
            }
            (_, CodeType::Str) => return Err("the codes of this catalog are strings".to_owned()),
            (WrittenCode::Integer(literal), _) => {
                if let Some(problem) = literal.problem(code_type, self.attribute.is_hex) {
                    return Err(problem);
                }
                literal.code(code_type, self.attribute.is_hex)
            }
            (WrittenCode::Discriminant, _) => {
                let value = discriminant.value.filter(|_| discriminant.is_clear);
                Some(value.ok_or("`_` needs a discriminant that is written; write the code")?)
            }
        };
        let number = number.filter(|number| code_type.holds(*number));
        let number = number.ok_or_else(|| format!("this code does not fit {code_type}"))?;
        match &self.attribute.range_in(code_type) {
            Some(range) if !range.contains(&number) => Err(format!(
                "code {number} is outside #[catalog(range = {}..={})]",
                range.start(),
                range.end()
            )),
            _ => Ok(Code::Number(number)),
        }
    }

    /// Two variants can have the same code or name if conditions compile only one of them.
    fn check_duplicates(&self, codes: &[Vec<Code>], mistakes: &mut Vec<Mistake>) {
        let mut by_code: HashMap<&Code, &SourceVariant> = HashMap::new();
        let mut by_name: HashMap<&str, &SourceVariant> = HashMap::new();
        let mut by_number: HashMap<Integer, &SourceVariant> = HashMap::new();
        for (variant, codes) in self.variants.iter().zip(codes) {
            let is_mistake = |first: &&SourceVariant| {
                let is_alternative = first.is_conditional || variant.is_conditional;
                first.code.end == variant.code.end || !is_alternative
            };
            for (literal, code) in variant.code.codes.iter().zip(codes) {
                if let Some(first) = by_code.insert(code, variant).filter(is_mistake) {
                    let (code, name) = (self.text.get(literal.range.clone()), &first.name);
                    let message = format!("duplicate code {code}: `{name}` already has it");
                    mistakes.push(Mistake::new(literal.range.start, message));
                }
            }
            if variant.is_alternative {
                continue;
            }
            if by_name.insert(&variant.name, variant).as_ref().is_some_and(is_mistake) {
                let message = format!("duplicate variant `{}`; rename one", variant.name);
                mistakes.push(Mistake::new(variant.place, message));
            }
            let Some(number) = variant.numbers.iter().flatten().next().copied() else { continue };
            if let Some(first) = by_number.insert(number, variant).filter(is_mistake) {
                let name = &first.name;
                let message = format!("duplicate discriminant {number}: `{name}` already has it");
                mistakes.push(Mistake::new(variant.place, message));
            }
        }
    }

    /// There can be several only if conditions compile one of them.
    fn check_other(&self, code_type: CodeType, mistakes: &mut Vec<Mistake>) {
        let mut others = self.variants.iter().filter(|variant| variant.code.is_other);
        let Some(first) = others.next() else { return };
        if code_type == CodeType::Str {
            let message = "a catalog of string codes cannot have an `other` variant; remove it";
            mistakes.push(Mistake::new(first.place, message));
        }
        let is_second = |other: &&SourceVariant| {
            other.place != first.place && !other.is_conditional && !first.is_conditional
        };
        if let Some(second) = others.find(is_second) {
            let message = format!("duplicate `other`: `{}` already has it", first.name);
            mistakes.push(Mistake::new(second.place, message));
        }
    }

    fn row(
        &self,
        variant: &SourceVariant,
        codes: &[Code],
        code_type: CodeType,
    ) -> Result<Row, Mistake> {
        let attribute = &variant.code;
        let mut codes = codes.iter().map(|code| self.code_text(code, code_type));
        let code = codes.next().unwrap_or_else(|| "other".to_owned());
        let message =
            attribute.texts.first().map(|literal| literal.text.clone()).unwrap_or_default();
        let description = match attribute.texts.get(1) {
            Some(literal) => literal.text.clone(),
            None => described(variant, &code, code_type)?.unwrap_or_else(|| message.clone()),
        };
        let usual = if attribute.success.is_some() { Kind::Ok } else { Kind::Unknown };
        let (values, expressions) = self.values(variant)?;
        Ok(Row {
            line: Some(self.text.line(variant.place)),
            aliases: codes.collect(),
            name: variant.name.clone(),
            message,
            description,
            kind: Some(attribute.kind.as_ref().map_or(usual, |(kind, _)| *kind)),
            unknown_kind: None,
            retryable: attribute.retryable.as_ref().map(|(retryable, _)| *retryable),
            is_retired: attribute.retired.is_some(),
            url: self.attribute.url.as_ref().map(|url| url_of(url, &code, &variant.name)),
            keeps_name: true,
            values,
            expressions,
            alias_lines: Vec::new(),
            condition: variant.condition.clone(),
            code,
        })
    }

    /// The values of the columns, and the columns whose values are expressions.
    fn values(&self, variant: &SourceVariant) -> Result<(Values, Vec<usize>), Mistake> {
        let columns = &self.attribute.columns;
        let given = &variant.code.values;
        let is_unknown =
            |value: &&ColumnValue| columns.iter().all(|column| column.name != value.name);
        if let Some(unknown) = given.iter().find(is_unknown) {
            let message = format!("unknown key `{}` in #[code]; declare a column", unknown.name);
            return Err(Mistake::new(unknown.place, message));
        }
        let mut values = Vec::new();
        let mut expressions = Vec::new();
        for (index, column) in columns.iter().enumerate() {
            let given = given.iter().find(|value| value.name == column.name);
            let given = given.map(|value| (value.text.clone(), value.is_literal));
            let missing = || {
                let message =
                    format!("missing `{0} = VALUE`; column `{0}` has no default", column.name);
                Mistake::new(variant.place, message)
            };
            let (text, is_literal) =
                given.or_else(|| column.default.clone()).ok_or_else(missing)?;
            // The text of any other type is compared as it is written.
            if !is_literal && column.column_type != ColumnType::Other {
                expressions.push(index);
            }
            values.push((index, text));
        }
        Ok((Values::new(columns.len(), values), expressions))
    }

    /// The code as the catalog displays it.
    fn code_text(&self, code: &Code, code_type: CodeType) -> String {
        match code {
            Code::Number(number) if self.attribute.is_hex => code_type.hex(*number),
            Code::Number(number) => number.to_string(),
            Code::Text(text) => text.clone(),
        }
    }
}

/// The doc comment as a description, without the row's own code.
fn described(
    variant: &SourceVariant,
    code: &str,
    code_type: CodeType,
) -> Result<Option<String>, Mistake> {
    let unreadable = || {
        let message = "only rustc can read this doc comment; write the description in #[code(…)]";
        Mistake::new(variant.place, message)
    };
    let comment = variant.comment.as_ref().ok_or_else(unreadable)?;
    let is_code = |text: &str| is_code_of(text, code, code_type);
    Ok(Some(without_code(comment, is_code).to_owned()).filter(|text| !text.is_empty()))
}

/// Whether a text at the beginning of a doc comment is the code of its row.
pub(crate) fn is_code_of(text: &str, code: &str, code_type: CodeType) -> bool {
    match code_type {
        CodeType::Str => text == code || text == format!("{code:?}"),
        _ => integer::loose(text).is_some() && integer::loose(text) == integer::loose(code),
    }
}

/// A literal discriminant looks like the code, so it has to be the code.
fn contradiction(variant: &SourceVariant, code: Option<&Code>, number: Number) -> Option<Mistake> {
    let (Some(Code::Number(code)), Some(value)) = (code, number.value) else { return None };
    let is_written = matches!(variant.discriminant, Discriminant::Literal(_));
    let name = &variant.name;
    let message = format!("the discriminant of `{name}` is {value}, but its code is {code}");
    (is_written && *code != value).then(|| Mistake::new(variant.place, message))
}
