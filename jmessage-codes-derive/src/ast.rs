//! The enum as it is written: the parsed attributes beside the original syntax,
//! so that every later error can point at the source.

use syn::{Attribute, Data, DeriveInput, Field, Fields};

use crate::attr::catalog::{self, CatalogAttribute};
use crate::attr::code::{self, CodeAttribute};
use crate::attr::literal::CodeLiteral;
use crate::discriminant::Discriminant;
use crate::errors::{Errors, Place};

/// The item with the derive.
pub(crate) struct Catalog<'a> {
    /// The enum that is the catalog: the item itself, or the enum of the codes of
    /// `data`.
    pub(crate) original: &'a DeriveInput,
    /// The item itself, if its variants have data.
    pub(crate) data: Option<&'a DeriveInput>,
    pub(crate) attribute: CatalogAttribute,
    pub(crate) variants: Vec<Variant<'a>>,
}

/// A variant with all of its `#[code(…)]` attributes.
pub(crate) struct Variant<'a> {
    pub(crate) original: &'a syn::Variant,
    pub(crate) place: Place,
    pub(crate) discriminant: Discriminant<'a>,
    pub(crate) codes: Vec<CodeAttribute<'a>>,
}

impl<'a> Catalog<'a> {
    pub(crate) fn from_syn(original: &'a DeriveInput, errors: &mut Errors) -> Self {
        let mut attribute = CatalogAttribute::default();
        let Data::Enum(data) = &original.data else {
            // Not an enum: that is the only error to report.
            return Self { original, data: None, attribute, variants: Vec::new() };
        };
        for each in &original.attrs {
            if each.path().is_ident("catalog") {
                catalog::parse(each, &mut attribute, errors);
            } else if each.path().is_ident("code") {
                let message = "#[code] goes on a variant; the enum's own attribute is #[catalog]";
                errors.push_at(Place::Enum, each, message);
            }
        }
        let mut variants: Vec<Variant> = Vec::new();
        for (index, variant) in data.variants.iter().enumerate() {
            let place = Place::Variant(index);
            variants.push(Variant::from_syn(variant, place, variants.last(), errors));
        }
        Self { original, data: None, attribute, variants }
    }

    /// The same with the enum of the codes, whose variants have no fields.
    pub(crate) fn of_codes(self, codes: &'a DeriveInput) -> Self {
        let Data::Enum(data) = &codes.data else { return self };
        let variants = self.variants.into_iter().zip(&data.variants);
        let variants = variants.map(|(variant, original)| Variant { original, ..variant });
        Self {
            original: codes,
            data: Some(self.original),
            attribute: self.attribute,
            variants: variants.collect(),
        }
    }
}

impl<'a> Variant<'a> {
    /// Whether the variant has data besides its code.
    pub(crate) fn has_data(&self) -> bool {
        let has_fields = !matches!(self.original.fields, Fields::Unit);
        has_fields && !self.codes.is_empty() && !self.means_other()
    }

    pub(crate) fn means_other(&self) -> bool {
        self.codes.first().is_some_and(CodeAttribute::means_other)
    }

    fn from_syn(
        original: &'a syn::Variant,
        place: Place,
        before: Option<&Self>,
        errors: &mut Errors,
    ) -> Self {
        let before = before.map(|before| (&before.discriminant, before.has_discriminant_as_code()));
        let discriminant = Discriminant::new(original, before);
        let mut codes = Vec::new();
        for each in &original.attrs {
            if each.path().is_ident("code") {
                codes.push(code::parse(each, &discriminant, place, errors));
            } else {
                refuse_catalog(each, place, errors);
            }
        }
        refuse_on_fields(&original.fields, place, errors);
        Self { original, place, discriminant, codes }
    }

    fn has_discriminant_as_code(&self) -> bool {
        let Some(attribute) = self.codes.first() else { return false };
        match attribute.codes.first() {
            Some(CodeLiteral::Integer(code)) => self.discriminant.is(code),
            // `_` with a mistake.
            _ => attribute.takes_discriminant,
        }
    }
}

fn refuse_on_fields<'a>(
    fields: impl IntoIterator<Item = &'a Field>,
    place: Place,
    errors: &mut Errors,
) {
    for each in fields.into_iter().flat_map(|field| &field.attrs) {
        if each.path().is_ident("code") {
            errors.push_at(place, each, "#[code] goes on a variant, not on a field");
        } else {
            refuse_catalog(each, place, errors);
        }
    }
}

fn refuse_catalog(attribute: &Attribute, place: Place, errors: &mut Errors) {
    if attribute.path().is_ident("catalog") {
        errors.push_at(place, attribute, "#[catalog] goes on the enum");
    }
}
