//! The rules of a table, over all of it at once; what passes them is a
//! [`Table`], which `expand` can write out without a further question.

mod arguments;
mod codes;

use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Data, Fields, Ident};

use crate::ast::{Catalog, Variant};
use crate::attr::{CODE_FORM, CodeAttribute, Column};
use crate::code::{CodeLiteral, IntegerType};
use crate::errors::Errors;
use crate::table::{CodeType, Description, Row, Table};

/// The names that a column cannot have, since a method has it or `#[code(…)]`
/// gives it another meaning.
const TAKEN_NAMES: [&str; 11] = [
    "from_code",
    "from_message",
    "entry",
    "code",
    "name",
    "message",
    "description",
    "is_success",
    "into_result",
    "success",
    "other",
];

pub(crate) fn check<'a>(catalog: &'a Catalog<'a>, errors: &mut Errors) -> Table<'a> {
    errors.at_enum();
    check_shape(catalog, errors);
    let code_type = code_type(catalog);
    codes::check_range(catalog, code_type, errors);
    let columns = check_columns(&catalog.attribute.columns, errors);
    let facade = catalog.attribute.facade.as_ref();
    let mut table = Table {
        catalog,
        code_type,
        facade: facade.map_or_else(|| quote!(::jmessage_codes), ToTokens::to_token_stream),
        columns,
        rows: Vec::new(),
        other: None,
    };
    // The codes first, as they stand first in the attributes.
    codes::check_fit(&table, errors);
    codes::check_duplicates(&table, errors);
    for (index, variant) in catalog.variants.iter().enumerate() {
        errors.at_variant(index);
        match only_attribute(variant, errors) {
            Some(attribute) => add_row(&mut table, variant, attribute, errors),
            None => suppose_other(&mut table, variant),
        }
    }
    table.code_type = codes::supposed_type(&table);
    table
}

fn check_shape(catalog: &Catalog, errors: &mut Errors) {
    let input = catalog.original;
    let ident = &input.ident;
    let Data::Enum(_) = input.data else {
        return errors.push_at(ident, "ErrorCatalog is derived for enums only");
    };
    if !input.generics.params.is_empty() {
        errors.push_at(&input.generics, "a catalog takes no generic parameters");
    }
    let lists_a_code =
        |variant: &Variant| !matches!(&variant.codes[..], [only] if only.other.is_some());
    if !catalog.variants.iter().any(lists_a_code) {
        let message = format!("`{ident}` lists no code; add a variant with {CODE_FORM}");
        errors.push_at(ident, message);
    }
}

/// The type that is said, or else strings where most codes are strings.
fn code_type(catalog: &Catalog) -> CodeType {
    if let Some(integer) = catalog.attribute.code {
        return CodeType::Integer(integer);
    }
    let attributes = catalog.variants.iter().flat_map(|variant| &variant.codes);
    let understood = attributes.filter(|attribute| !attribute.is_broken);
    let mut more_texts = 0_isize;
    for code in understood.flat_map(|attribute| &attribute.codes) {
        more_texts += if matches!(code, CodeLiteral::Text(_)) { 1 } else { -1 };
    }
    if more_texts > 0 { CodeType::Text } else { CodeType::Integer(IntegerType::U32) }
}

/// The columns that can have their names; a second error for each use of one
/// that cannot is nobody's help.
fn check_columns<'a>(columns: &'a [Column], errors: &mut Errors) -> Vec<&'a Column> {
    let mut named: Vec<&Column> = Vec::new();
    for column in columns {
        let name = column.name.unraw();
        if is_name_of_method(&name) {
            let message =
                format!("a column cannot be named `{name}`: the catalog has that name itself");
            errors.push_at(&column.name, message);
        } else if named.iter().any(|before| before.name.unraw() == name) {
            errors.push_at(&column.name, format_args!("column `{name}` twice"));
        } else {
            named.push(column);
        }
    }
    named
}

/// Whether no column can have the name.
pub(crate) fn is_name_of_method(name: &Ident) -> bool {
    TAKEN_NAMES.iter().any(|taken| name == taken)
}

/// The variant's `#[code(…)]`, where there is exactly one.
fn only_attribute<'a>(variant: &'a Variant, errors: &mut Errors) -> Option<&'a CodeAttribute<'a>> {
    let ident = &variant.original.ident;
    let Some((first, further)) = variant.codes.split_first() else {
        errors.push_at(ident, format_args!("missing {CODE_FORM} on `{ident}`"));
        return None;
    };
    for each in further {
        let message = format!(
            "second #[code] on `{ident}`; codes of the same variant stand in one: `CODE | ALIAS`"
        );
        errors.push_at(each.original, message);
    }
    Some(first)
}

fn add_row<'a>(
    table: &mut Table<'a>,
    variant: &'a Variant<'a>,
    attribute: &'a CodeAttribute<'a>,
    errors: &mut Errors,
) {
    codes::check(table, attribute, errors);
    arguments::check_texts(table, attribute, errors);
    let row = Row {
        variant: variant.original,
        codes: attribute.codes.iter().filter_map(|code| codes::value_of(table, code)).collect(),
        message: attribute.texts.first(),
        description: Description::of(variant.original, attribute),
        is_success: arguments::check_flags(table, attribute, errors),
        values: arguments::values(table, attribute, errors),
    };
    if attribute.means_other() {
        arguments::check_other(table, variant, attribute, errors);
        table.other = Some(row);
    } else {
        if !matches!(variant.original.fields, Fields::Unit) {
            let message = format!(
                "`{}` stands for one code and has no field; only an `other` variant has one",
                variant.original.ident
            );
            errors.push_at(&variant.original.fields, message);
        }
        table.rows.push(row);
    }
}

/// A variant without its attribute that looks as if it kept the unlisted codes,
/// for the uses of the enum that suppose so.
fn suppose_other<'a>(table: &mut Table<'a>, variant: &'a Variant<'a>) {
    let has_one_field =
        matches!(&variant.original.fields, Fields::Unnamed(fields) if fields.unnamed.len() == 1);
    if has_one_field && table.other.is_none() {
        table.other = Some(Row {
            variant: variant.original,
            codes: Vec::new(),
            message: None,
            description: Description::Message,
            is_success: false,
            values: Vec::new(),
        });
    }
}
