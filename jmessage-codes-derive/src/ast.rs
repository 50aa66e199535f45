//! The enum as it is written: what the attributes say, beside the syntax they
//! stand on, so that every later error has its place.

use syn::{Attribute, Data, DeriveInput, Field};

use crate::attr::{self, CatalogAttribute, CodeAttribute};
use crate::errors::Errors;

/// The item that the derive stands on.
pub(crate) struct Catalog<'a> {
    pub(crate) original: &'a DeriveInput,
    pub(crate) attribute: CatalogAttribute,
    pub(crate) variants: Vec<Variant<'a>>,
}

/// A variant, with each `#[code(…)]` that stands on it.
pub(crate) struct Variant<'a> {
    pub(crate) original: &'a syn::Variant,
    pub(crate) codes: Vec<CodeAttribute<'a>>,
}

impl<'a> Catalog<'a> {
    pub(crate) fn from_syn(original: &'a DeriveInput, errors: &mut Errors) -> Self {
        errors.at_enum();
        let mut attribute = CatalogAttribute::default();
        let mut variants = Vec::new();
        // Of anything else only that is told.
        let Data::Enum(data) = &original.data else {
            return Self { original, attribute, variants };
        };
        for each in &original.attrs {
            if each.path().is_ident("catalog") {
                attr::parse_catalog(each, &mut attribute, errors);
            } else if each.path().is_ident("code") {
                let message = "#[code] goes on a variant; the enum's own attribute is #[catalog]";
                errors.push_at(each, message);
            }
        }
        for (index, variant) in data.variants.iter().enumerate() {
            errors.at_variant(index);
            variants.push(Variant::from_syn(variant, errors));
        }
        Self { original, attribute, variants }
    }
}

impl<'a> Variant<'a> {
    fn from_syn(original: &'a syn::Variant, errors: &mut Errors) -> Self {
        let mut codes = Vec::new();
        for each in &original.attrs {
            if each.path().is_ident("code") {
                codes.push(attr::parse_code(each, errors));
            } else {
                refuse_catalog(each, errors);
            }
        }
        refuse_on_fields(&original.fields, errors);
        Self { original, codes }
    }
}

fn refuse_on_fields<'a>(fields: impl IntoIterator<Item = &'a Field>, errors: &mut Errors) {
    for each in fields.into_iter().flat_map(|field| &field.attrs) {
        if each.path().is_ident("code") {
            errors.push_at(each, "#[code] goes on a variant, not on a field");
        } else {
            refuse_catalog(each, errors);
        }
    }
}

fn refuse_catalog(attribute: &Attribute, errors: &mut Errors) {
    if attribute.path().is_ident("catalog") {
        errors.push_at(attribute, "#[catalog] goes on the enum");
    }
}
