//! What the derive demands of the fields of a variant.

use syn::{Fields, GenericArgument, PathArguments, Type};

use super::arguments::{items, place_of};
use super::catalog;
use super::mistake::Mistake;
use super::value::name_of;

/// The enum of a variant.
pub(super) struct Owner<'a> {
    pub(super) name: &'a str,
    /// Whether the codes are another enum, so that variants can have data.
    pub(super) has_code_enum: bool,
}

/// Checks the fields of a variant with this name.
pub(super) fn check(
    fields: &Fields,
    owner: &Owner<'_>,
    name: &str,
    is_other: bool,
) -> Result<(), String> {
    let form = format!("`{name}(Unlisted<Self>)`");
    match fields {
        _ if is_other && owner.has_code_enum => {
            Err("an enum whose variants have data cannot have an `other` variant; write a code"
                .into())
        }
        Fields::Unnamed(fields) if is_other && fields.unnamed.len() == 1 => {
            let is_right =
                fields.unnamed.first().is_some_and(|field| is_unlisted(&field.ty, owner.name));
            if is_right {
                Ok(())
            } else {
                Err(format!("`{name}` keeps an unlisted code; write {form}"))
            }
        }
        Fields::Unit if is_other => Err(format!("`{name}` needs a field for the code: {form}")),
        _ if is_other => {
            Err(format!("an `other` variant must have one field, without a name: {form}"))
        }
        Fields::Unit => Ok(()),
        _ if owner.has_code_enum => Ok(()),
        _ => Err(format!(
            "`{name}` has a code, so it cannot have fields; remove them, or make an enum of the \
             codes: #[catalog(code_enum = NAME)]"
        )),
    }
}

/// Refuses the derive's attributes on fields.
pub(super) fn check_attributes(fields: &mut Fields) -> Result<(), Mistake> {
    for field in fields.iter_mut() {
        for item in items(std::mem::take(&mut field.attrs)) {
            catalog::refuse(&item.meta)?;
            if item.meta.path().is_ident("code") {
                let message = "#[code] goes on a variant, not on a field";
                return Err(Mistake::new(place_of(&item.meta), message));
            }
        }
    }
    Ok(())
}

/// Whether the type is `Unlisted<Self>`, with any path before it and with the enum's name in
/// place of `Self`.
fn is_unlisted(ty: &Type, this: &str) -> bool {
    let path = match ty {
        Type::Paren(paren) => return is_unlisted(&paren.elem, this),
        Type::Group(group) => return is_unlisted(&group.elem, this),
        Type::Path(path) => path,
        _ => return false,
    };
    let Some(segment) = path.path.segments.last().filter(|last| last.ident == "Unlisted") else {
        return false;
    };
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return false };
    let mut arguments = arguments.args.iter();
    let is_this = |name: &str| name == "Self" || name.trim_start_matches("r#") == this;
    let first = arguments.next();
    matches!(first, Some(GenericArgument::Type(ty)) if is_this(&name_of(ty)))
        && arguments.next().is_none()
}
