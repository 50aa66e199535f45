//! `#[catalog(utoipa)]`: the OpenAPI schema of a catalog lists its codes.

use alloc::borrow::Cow;
use alloc::format;
use alloc::vec::Vec;

use utoipa::openapi::schema::{AnyOfBuilder, Object, ObjectBuilder, OneOfBuilder, Schema};
use utoipa::openapi::schema::{SchemaType, Type};
use utoipa::openapi::{Deprecated, RefOr};
// Implementing it implements `PartialSchema` too. utoipa's derive requires it of fields of a
// generic type.
use utoipa::__dev::ComposeSchema;
use utoipa::{Number, ToSchema};

use crate::catalog::ErrorCatalog;
use crate::maybe_listed::MaybeListed;
use crate::schema::{RowSchema, limits, other, pattern, rows};
use crate::serde::Form;

/// The schema of a catalog; an open one has an `other` variant. The description may be empty.
#[must_use]
pub fn schema<C: ErrorCatalog>(form: Form, is_open: bool, description: &str) -> RefOr<Schema> {
    let description = Some(description).filter(|text| !text.is_empty());
    if !is_open {
        return Schema::OneOf(listed::<C>(form).description(description).build()).into();
    }
    let others = described(of_type::<C>(form), &other::<C>());
    open::<C>(form, others, description)
}

/// Any code that serde writes. Only integers can be unlisted.
fn of_type<C: ErrorCatalog>(form: Form) -> ObjectBuilder {
    let object = ObjectBuilder::new().schema_type(schema_type::<C>(form));
    let Some((lowest, highest)) = limits::<C>(form) else {
        return object.pattern(Some(pattern::<C>()));
    };
    let lowest = isize::try_from(lowest).ok().map(Number::Int);
    let highest = usize::try_from(highest).ok().map(Number::UInt);
    object.minimum(lowest).maximum(highest)
}

fn schema_type<C: ErrorCatalog>(form: Form) -> SchemaType {
    SchemaType::new(if limits::<C>(form).is_some() { Type::Integer } else { Type::String })
}

/// The codes that the table lists. utoipa's objects have no `const`, so an `enum` has each code.
fn listed<C: ErrorCatalog>(form: Form) -> OneOfBuilder {
    let rows = rows::<C>(form).map(|row| {
        let object = ObjectBuilder::new().schema_type(schema_type::<C>(form));
        described(object.enum_values(Some(row.values.clone())), &row)
    });
    rows.fold(OneOfBuilder::new(), OneOfBuilder::item)
}

/// The listed codes, and any other.
fn open<C: ErrorCatalog>(form: Form, others: Object, description: Option<&str>) -> RefOr<Schema> {
    let listed = Schema::OneOf(listed::<C>(form).build());
    let any = AnyOfBuilder::new().item(listed).item(others).description(description);
    Schema::AnyOf(any.build()).into()
}

fn described(object: ObjectBuilder, row: &RowSchema) -> Object {
    let deprecated = row.is_retired.then_some(Deprecated::True);
    object.title(Some(row.title)).description(row.description).deprecated(deprecated).build()
}

/// As text, listed or not.
impl<C: ErrorCatalog<Code = &'static str>, T> ComposeSchema for MaybeListed<C, T> {
    fn compose(_: Vec<RefOr<Schema>>) -> RefOr<Schema> {
        let any = ObjectBuilder::new().schema_type(schema_type::<C>(Form::Any));
        open::<C>(Form::Any, any.build(), None)
    }
}

impl<C: ErrorCatalog<Code = &'static str>, T> ToSchema for MaybeListed<C, T> {
    fn name() -> Cow<'static, str> {
        format!("MaybeListed{}", C::NAME).into()
    }
}

/// Implements `ToSchema`: the expansion of `#[catalog(utoipa)]`. `__facade` is imported
/// around it.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_utoipa {
    ($catalog:ty, $name:literal, $form:ident, $is_open:literal, $description:literal) => {
        #[automatically_derived]
        impl __facade::utoipa::__dev::ComposeSchema for $catalog {
            fn compose(
                _: __facade::Vec<
                    __facade::utoipa::openapi::RefOr<__facade::utoipa::openapi::schema::Schema>,
                >,
            ) -> __facade::utoipa::openapi::RefOr<__facade::utoipa::openapi::schema::Schema> {
                __facade::schema::<$catalog>(__facade::Form::$form, $is_open, $description)
            }
        }

        #[automatically_derived]
        impl __facade::utoipa::ToSchema for $catalog {
            fn name() -> __facade::Cow<'static, ::core::primitive::str> {
                __facade::Cow::Borrowed($name)
            }
        }
    };
}
