//! The rules of a table, checked over all of it at once. The result is a
//! [`Table`]; if it keeps the rules, `expand` needs no further check.

mod arguments;
mod codes;
mod skipped;

use std::collections::{BTreeSet, HashSet};

use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Data, Fields};

use crate::ast::{Catalog, Variant};
use crate::attr::CODE_FORM;
use crate::attr::catalog::{CatalogAttribute, Column};
use crate::attr::code::{CodeAttribute, RETRYABLE};
use crate::attr::doc_comment;
use crate::attr::literal::CodeLiteral;
use crate::code_enum;
use crate::errors::{Errors, Place};
use crate::integer::IntegerType;
use crate::reserved::is_reserved;
use crate::table::{CodeType, Row, Table};

pub(crate) fn check<'a>(catalog: &'a Catalog<'a>, errors: &mut Errors) -> Table<'a> {
    check_shape(catalog, errors);
    check_names(catalog, errors);
    let code_type = declared_or_usual_type(catalog);
    codes::check_integer_keys(catalog, code_type, errors);
    codes::check_range(catalog, code_type, errors);
    let columns = check_columns(&catalog.attribute, errors);
    let facade = catalog.attribute.facade.as_ref();
    let mut table = Table {
        catalog,
        code_type,
        facade: facade.map_or_else(|| quote!(::jmessage_codes), ToTokens::to_token_stream),
        columns,
        column_names: column_names(&catalog.attribute),
        rows: Vec::new(),
        other: None,
    };
    // The codes first, since they come first in the attributes.
    codes::check_fit(&table, errors);
    codes::check_duplicates(&table, errors);
    for variant in &catalog.variants {
        match only_attribute(variant, errors) {
            Some(attribute) => add_row(&mut table, variant, attribute, errors),
            None => guess_other(&mut table, variant),
        }
    }
    skipped::check(&table, errors);
    code_enum::attributes::check(&table, errors);
    if !errors.is_empty() {
        table.code_type = codes::guess_type(&table);
    }
    table
}

fn check_shape(catalog: &Catalog, errors: &mut Errors) {
    let input = catalog.original;
    let ident = &input.ident;
    let Data::Enum(_) = input.data else {
        let message = "`ErrorCatalog` can be derived for enums only";
        return errors.push_at(Place::Enum, ident, message);
    };
    if !input.generics.params.is_empty() {
        let message = "a catalog cannot have generic parameters; remove them";
        errors.push_at(Place::Enum, &input.generics, message);
    }
    let lists_a_code =
        |variant: &Variant| !matches!(&variant.codes[..], [only] if only.other.is_some());
    if !catalog.variants.iter().any(lists_a_code) {
        let message = format!("`{ident}` lists no code; add a variant with {CODE_FORM}");
        errors.push_at(Place::Enum, ident, message);
    }
}

/// rustc reports two variants with the same name. Without this, it would also report that no
/// `match` over them is complete.
fn check_names(catalog: &Catalog, errors: &mut Errors) {
    let mut names = HashSet::with_capacity(catalog.variants.len());
    let mut variants = catalog.variants.iter();
    if !variants.all(|variant| names.insert(variant.original.ident.unraw())) {
        errors.leave_to_rustc();
    }
}

/// The type in `#[catalog(code = TYPE)]`; otherwise strings if most codes are
/// strings, and `u32` if not.
fn declared_or_usual_type(catalog: &Catalog) -> CodeType {
    let declared = catalog.attribute.code.map(CodeType::Integer);
    let is_unclear = catalog.attribute.is_unclear("code");
    if let Some(declared) = declared.filter(|_| !is_unclear) {
        return declared;
    }
    let attributes = catalog.variants.iter().flat_map(|variant| &variant.codes);
    let parsed = attributes.filter(|attribute| !attribute.is_broken);
    let mut more_texts = 0_isize;
    for code in parsed.flat_map(|attribute| &attribute.codes) {
        more_texts += if matches!(code, CodeLiteral::Text(_)) { 1 } else { -1 };
    }
    if more_texts > 0 {
        return CodeType::Text;
    }
    declared.unwrap_or(CodeType::Integer(IntegerType::U32))
}

/// The columns with a valid name. Uses of the others cause no further errors.
fn check_columns<'a>(attribute: &'a CatalogAttribute, errors: &mut Errors) -> Vec<&'a Column> {
    let mut valid: Vec<&Column> = Vec::new();
    for column in &attribute.columns {
        let name = column.name.unraw();
        if name == RETRYABLE {
            let message = "a column cannot be named `retryable`: `retryable = true` in #[code] \
                           needs no column; remove it";
            errors.push_at(Place::Enum, &column.name, message);
        } else if is_reserved(&name, attribute) {
            let message = format!(
                "a column cannot be named `{name}`: the derive uses that name; choose another"
            );
            errors.push_at(Place::Enum, &column.name, message);
        } else if valid.iter().any(|before| before.name.unraw() == name) {
            let message = format!("duplicate column `{name}`; remove one");
            errors.push_at(Place::Enum, &column.name, message);
        } else {
            valid.push(column);
        }
    }
    valid
}

fn column_names(attribute: &CatalogAttribute) -> BTreeSet<String> {
    let names = attribute.columns.iter().map(|column| &column.name);
    names.chain(&attribute.broken_columns).map(|name| name.unraw().to_string()).collect()
}

/// The variant's `#[code(…)]`; the first if there are several.
fn only_attribute<'a>(variant: &'a Variant, errors: &mut Errors) -> Option<&'a CodeAttribute<'a>> {
    let ident = &variant.original.ident;
    let Some((first, further)) = variant.codes.split_first() else {
        errors.push_at(variant.place, ident, format_args!("missing {CODE_FORM} on `{ident}`"));
        return None;
    };
    for each in further {
        let message = format!(
            "second #[code] on `{ident}`; write all codes of a variant in one: `CODE | ALIAS`"
        );
        errors.push_at(variant.place, each.original, message);
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
    codes::check_discriminant(table, variant, errors);
    codes::check_repr(table, variant, errors);
    arguments::check_texts(table, attribute, errors);
    check_comment(variant, attribute, errors);
    arguments::check_words(table, attribute, errors);
    let codes = attribute.codes.iter().filter_map(|code| codes::value_of(table, code)).collect();
    let values = arguments::check_values(table, attribute, errors);
    let row = Row::new(variant, attribute, table.code_type, codes, values);
    if attribute.means_other() {
        arguments::check_other(table, variant, attribute, errors);
        table.other.get_or_insert(row);
    } else {
        table.rows.push(row);
    }
}

/// If the doc comment is the description, the derive must be able to read all of it.
fn check_comment(variant: &Variant, attribute: &CodeAttribute, errors: &mut Errors) {
    let unreadable = doc_comment::unreadable(&variant.original.attrs);
    if let (Some(value), [_message]) = (unreadable, &attribute.texts[..]) {
        let message = format!(
            "the derive cannot read this part of the doc comment; write the description: \
             {CODE_FORM}"
        );
        errors.push_at(variant.place, value, message);
    }
}

/// Treats a variant without an attribute as the `other` variant if it looks like one, so that
/// uses of the enum cause no further errors.
fn guess_other<'a>(table: &mut Table<'a>, variant: &'a Variant<'a>) {
    let fields = &variant.original.fields;
    if matches!(fields, Fields::Unnamed(fields) if fields.unnamed.len() == 1) {
        table.other.get_or_insert_with(|| Row::empty(variant));
    }
}
