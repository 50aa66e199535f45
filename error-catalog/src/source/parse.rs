//! Reads the enums of a source file, without compiling it.

mod attribute;
pub(crate) mod catalog;
pub(crate) mod code;
mod code_enum;
mod discriminant;
mod doc_text;
mod find;
mod mistake;
pub(crate) mod own;
pub(crate) mod rows;
mod source_enum;
pub(crate) mod source_text;
pub(crate) mod trivia;
mod url;
pub(crate) mod variant;

use std::mem;

use proc_macro2::{TokenStream, TokenTree};
use syn::{ItemEnum, Meta, parse2};

use self::attribute::{AttributeItem, items, stream};
use self::find::FoundEnum;
use self::mistake::Mistake;
pub use self::mistake::{NoSuchEnum, SourceError};
pub use self::source_enum::SourceEnum;
use self::source_text::SourceText;

/// A source file with its catalogs, read without compiling it.
///
/// ```
/// use error_catalog::SourceFile;
///
/// let source = SourceFile::parse(
///     r#"
///     #[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]
///     pub enum Door {
///         #[code(7, "door jammed")]
///         Jammed,
///     }
///     "#,
/// )?;
/// let door = &source.enums()[0];
/// assert_eq!((door.name(), door.line()), ("Door", 3));
/// assert_eq!(door.table().rows()[0].message(), "door jammed");
/// # Ok::<(), error_catalog::SourceError>(())
/// ```
#[derive(Clone, Debug)]
pub struct SourceFile {
    pub(crate) text: SourceText,
    enums: Vec<SourceEnum>,
    /// The lines of macros that may write one.
    macros: Vec<usize>,
}

impl SourceFile {
    /// Reads every enum that derives `ErrorCatalog`, in modules and functions too.
    ///
    /// # Errors
    ///
    /// [`SourceError`] if the file does not parse, or if a catalog has a mistake that the derive
    /// would report too, such as a code that occurs twice.
    ///
    /// ```
    /// use error_catalog::SourceFile;
    ///
    /// let source = r#"
    /// // Made by hand.
    /// #[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]
    /// enum Door {
    ///     #[code(7, "door jammed")]
    ///     Jammed,
    /// }
    /// "#;
    /// let file = SourceFile::parse(source)?;
    /// assert_eq!(file.enums().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn parse(source: impl Into<String>) -> Result<Self, SourceError> {
        let text = SourceText::new(source.into());
        let fail = |mistakes| SourceError::new(&text, mistakes);
        let at = |error: &syn::Error| Mistake::new(error.span().byte_range().start, error);
        let tokens = text.read().parse::<TokenStream>();
        let tokens = tokens
            .map_err(|error| fail(vec![Mistake::new(error.span().byte_range().start, error)]))?;
        let found = find::find(tokens.clone());
        if let Some(place) = found.too_deep {
            return Err(fail(vec![Mistake::new(place, "this is nested too deep to be read")]));
        }
        parse2::<syn::File>(tokens).map_err(|error| fail(vec![at(&error)]))?;
        let (mut enums, mut mistakes) = (Vec::new(), Vec::new());
        for FoundEnum { module, tokens, above } in &found.enums {
            let mut item =
                parse2::<ItemEnum>(stream(tokens)).map_err(|error| fail(vec![at(&error)]))?;
            let attributes = items(mem::take(&mut item.attrs));
            if is_catalog(&attributes, &found.derives) {
                let before = text.get(*above..item.brace_token.span.open().byte_range().start);
                enums.extend(SourceEnum::parse(
                    item,
                    &attributes,
                    tokens,
                    (module, before),
                    &text,
                    &mut mistakes,
                ));
            }
        }
        let macros = found.macros.iter().map(|place| text.line(*place)).collect();
        if mistakes.is_empty() { Ok(Self { text, enums, macros }) } else { Err(fail(mistakes)) }
    }

    /// The file as it was given.
    ///
    /// ```
    /// use error_catalog::SourceFile;
    ///
    /// let source = r#"
    /// // Made by hand.
    /// #[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]
    /// enum Door {
    ///     #[code(7, "door jammed")]
    ///     Jammed,
    /// }
    /// "#;
    /// let file = SourceFile::parse(source)?;
    /// assert_eq!(file.source(), source);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn source(&self) -> &str {
        self.text.original()
    }

    /// The catalogs, in order.
    ///
    /// ```
    /// use error_catalog::SourceFile;
    ///
    /// let source = r#"
    /// // Made by hand.
    /// #[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]
    /// enum Door {
    ///     #[code(7, "door jammed")]
    ///     Jammed,
    /// }
    /// "#;
    /// let file = SourceFile::parse(source)?;
    /// assert_eq!(file.enums().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn enums(&self) -> &[SourceEnum] {
        &self.enums
    }

    /// The catalogs of this name, or all.
    ///
    /// # Errors
    ///
    /// [`NoSuchEnum`] if there is none.
    ///
    /// ```
    /// use error_catalog::SourceFile;
    ///
    /// let source = r#"
    /// // Made by hand.
    /// #[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]
    /// enum Door {
    ///     #[code(7, "door jammed")]
    ///     Jammed,
    /// }
    /// "#;
    /// let file = SourceFile::parse(source)?;
    /// assert_eq!(file.find(Some("Door"))?.len(), 1);
    /// assert!(file.find(Some("Window")).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn find(&self, name: Option<&str>) -> Result<Vec<&SourceEnum>, NoSuchEnum> {
        let is_meant = |each: &&SourceEnum| name.is_none_or(|name| each.name() == name);
        let found: Vec<&SourceEnum> = self.enums.iter().filter(is_meant).collect();
        if found.is_empty() {
            return Err(NoSuchEnum {
                name: name.map(str::to_owned),
                enums: self.enums.iter().map(|each| each.name().to_owned()).collect(),
                macros: self.macros.clone(),
            });
        }
        Ok(found)
    }
}

/// Whether the attributes derive the catalog, by any path, or describe one.
fn is_catalog(attributes: &[AttributeItem], derives: &[String]) -> bool {
    let is_derive = |meta: &Meta| {
        match meta {
        Meta::List(list) if list.path.is_ident("derive") => {
            list.tokens.clone().into_iter().any(|tree| {
                matches!(tree, TokenTree::Ident(word) if derives.iter().any(|name| word == name))
            })
        }
        meta => meta.path().is_ident("catalog"),
    }
    };
    attributes.iter().any(|item| is_derive(&item.meta))
}
