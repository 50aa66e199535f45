//! `#[catalog(…)]` on an enum.

use std::ops::RangeInclusive;

use proc_macro2::{Group, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Ident, Meta, Token, Type};

use super::arguments::{Argument, arguments, call, expression, stream};
use super::integer_literal::IntegerLiteral;
use super::mistake::Mistake;
use super::value::{column_type, value_text};
use crate::code_type::CodeType;
use crate::column_type::ColumnType;
use crate::integer::Integer;
use crate::source::identifier::RESERVED;

/// The content of all `#[catalog(…)]` of an enum.
#[derive(Clone, Debug, Default)]
pub(crate) struct CatalogAttribute {
    pub(crate) code_type: Option<CodeType>,
    range: Option<(IntegerLiteral, IntegerLiteral)>,
    pub(crate) is_hex: bool,
    pub(crate) code_enum: Option<String>,
    pub(crate) columns: Vec<SourceColumn>,
}

/// A column that an enum declares.
#[derive(Clone, Debug)]
pub(crate) struct SourceColumn {
    /// Without `r#`.
    pub(crate) name: String,
    pub(crate) column_type: ColumnType,
    /// The text of the default.
    pub(crate) default: Option<String>,
}

const FORM: &str = "#[catalog(code = TYPE, …)]";

impl CatalogAttribute {
    /// The numbers that codes of this type can be; `None` if all can.
    pub(crate) fn range_in(&self, code_type: CodeType) -> Option<RangeInclusive<Integer>> {
        let (first, last) = self.range.as_ref()?;
        let code = |literal: &IntegerLiteral| literal.code(code_type, self.is_hex);
        Some(code(first)?..=code(last)?)
    }

    /// Adds the content of one attribute.
    pub(super) fn add(&mut self, meta: &Meta, text: &str, mistakes: &mut Vec<Mistake>) {
        let parsed = arguments(meta, FORM);
        let arguments = parsed.map_err(|mistake| mistakes.push(mistake)).unwrap_or_default();
        for argument in arguments {
            if let Err(mistake) = self.add_argument(&argument, text) {
                mistakes.push(mistake);
            }
        }
    }

    /// What has nothing to do with a table is the derive's to check.
    fn add_argument(&mut self, argument: &Argument, text: &str) -> Result<(), Mistake> {
        let mistake = |message: &str| Mistake::new(argument.range.start, message);
        let key = argument.key.as_ref().map(|key| key.name.as_str());
        match (key, &argument.tokens[..]) {
            (Some("code"), tokens) => {
                let code_type = code_type(tokens);
                let no_type = || mistake("expected an integer type, as in `code = i32`");
                self.code_type = Some(code_type.ok_or_else(no_type)?);
            }
            (Some("range"), tokens) => {
                let range = range(tokens);
                let no_range = || mistake("expected `range = FIRST..=LAST`");
                self.range = Some(range.ok_or_else(no_range)?);
            }
            (Some("code_enum"), [TokenTree::Ident(name)]) => {
                self.code_enum = Some(name.to_string());
            }
            (None, [TokenTree::Ident(word)]) if word == "hex" => self.is_hex = true,
            _ => {
                if let Some((name, group)) = call(argument).filter(|(name, _)| name == "column") {
                    let column = column(group, text)
                        .map_err(|error| Mistake::new(error.span().byte_range().start, error))?;
                    if self.columns.iter().any(|before| before.name == column.name) {
                        let message = format!("duplicate {name} `{}`; remove one", column.name);
                        return Err(mistake(&message));
                    }
                    if RESERVED.contains(&&*column.name) {
                        let message = format!(
                            "a column cannot be named `{}`: the derive uses that name",
                            column.name
                        );
                        return Err(mistake(&message));
                    }
                    self.columns.push(column);
                }
            }
        }
        Ok(())
    }
}

fn code_type(tokens: &[TokenTree]) -> Option<CodeType> {
    let Some(TokenTree::Ident(name)) = tokens.last() else { return None };
    name.to_string().parse().ok().filter(|code_type: &CodeType| code_type.is_integer())
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
fn column(group: &Group, text: &str) -> syn::Result<SourceColumn> {
    let parse = |input: ParseStream| {
        input.call(Attribute::parse_outer)?;
        let name = input.call(Ident::parse_any)?.unraw().to_string();
        input.parse::<Token![:]>()?;
        let column_type = column_type(&input.parse::<Type>()?);
        let default = match input.parse::<Option<Token![=]>>()? {
            Some(_) => Some(value_text(&expression(input)?, text)),
            None => None,
        };
        input.parse::<Option<Token![,]>>()?;
        Ok(SourceColumn { name, column_type, default })
    };
    parse.parse2(group.stream())
}
