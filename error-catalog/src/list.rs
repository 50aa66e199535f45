//! The catalogs of a team: their codes, their ranges, and the free codes.

mod clash;
mod json_listing;
mod listed_catalog;
mod next;

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use thiserror::Error;

pub use self::clash::{Clash, ClashPlace};
use self::listed_catalog::{CodeGroup, ListedCatalog, listed};
use crate::check::{CheckError, read_sources};
use crate::code_type::CodeKey;
use crate::visible;

/// The catalogs in source files, with their next free codes and their clashes.
///
/// A code that two catalogs have is a clash if their codes have the same type and their names
/// begin with the same word, as in `AppError` and `AppStorage`, or if they are
/// [named together](Self::together). A success code can be in both.
///
/// ```
/// use error_catalog::Listing;
///
/// # let folder = std::env::temp_dir().join(format!("error-catalog-{}", std::process::id()));
/// # std::fs::create_dir_all(folder.join("src"))?;
/// # std::env::set_current_dir(&folder)?;
/// # let file = |name: &str| format!(
/// #     "#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
/// #     enum {name} {{
/// #         #[code(1001, \"read failed\")]
/// #         Read,
/// #     }}"
/// # );
/// # std::fs::write("src/app.rs", file("AppError"))?;
/// # std::fs::write("src/door.rs", file("DoorError"))?;
/// let listing = Listing::read(&["src".into()]);
/// assert!(listing.errors().is_empty() && !listing.is_empty());
/// assert_eq!(listing.next("AppError")?, "1002");
/// assert_eq!(
///     listing.to_text(),
///     "src/app.rs:2: AppError: 1 code, u32, next 1002\n\
///      src/door.rs:2: DoorError: 1 code, u32, next 1002\n",
/// );
/// assert!(listing.to_json().contains(r#""enum": "DoorError""#));
///
/// // One program returns the codes of both.
/// assert!(listing.clashes().is_empty());
/// let listing = listing.together(&["AppError".to_owned(), "DoorError".to_owned()])?;
/// assert_eq!(listing.clashes()[0].code, "1001");
/// # let _ = std::fs::remove_dir_all(folder);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Listing {
    catalogs: Vec<ListedCatalog>,
    errors: Vec<CheckError>,
}

/// Why a catalog has no next code.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum NoNextCode {
    /// No catalog has this name.
    #[error("there is no catalog `{name}`{}", known(others))]
    #[non_exhaustive]
    NoCatalog {
        /// The name.
        name: String,
        /// The names of the existing catalogs.
        others: Vec<String>,
    },
    /// Several catalogs have the name.
    #[error("there are several catalogs `{name}`, in {}; name one of the files", files.join(", "))]
    #[non_exhaustive]
    Several {
        /// The name.
        name: String,
        /// The files.
        files: Vec<String>,
    },
    /// Every code is or was used, or the codes neither are numbers nor end with one.
    #[error("`{0}` has no next code: {1}")]
    None(String, &'static str),
}

fn known(names: &[String]) -> String {
    if names.is_empty() { String::new() } else { format!("; there is {}", names.join(", ")) }
}

impl Listing {
    /// Reads the catalogs in source files and below folders, each file once.
    #[must_use]
    pub fn read(paths: &[PathBuf]) -> Self {
        let (mut catalogs, mut errors) = (Vec::new(), Vec::new());
        for file in read_sources::found(paths) {
            match file.and_then(|(path, bytes)| Ok((read_sources::parse(&path, bytes)?, path))) {
                Ok((file, path)) => catalogs.extend(listed(&file, &path)),
                Err(error) => errors.push(error),
            }
        }
        Self { catalogs, errors }
    }

    /// Only the catalogs of these names, which then share their codes. Several can have the same
    /// name.
    ///
    /// # Errors
    ///
    /// [`CheckError::NoEnum`] if there is none of a name.
    pub fn together(mut self, names: &[String]) -> Result<Self, CheckError> {
        let has = |name: &&String| self.catalogs.iter().any(|each| each.is_called(name));
        if let Some(name) = names.iter().find(|name| !has(name)) {
            return Err(CheckError::NoEnum { name: Some(name.clone()) });
        }
        self.catalogs.retain(|each| names.iter().any(|name| each.is_called(name)));
        for catalog in &mut self.catalogs {
            catalog.group = None;
        }
        Ok(self)
    }

    /// Why files could not be read. Their catalogs are missing.
    #[must_use]
    pub fn errors(&self) -> &[CheckError] {
        &self.errors
    }

    /// Whether there are no catalogs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.catalogs.is_empty()
    }

    /// The codes and ranges that two catalogs share.
    #[must_use]
    pub fn clashes(&self) -> Vec<Clash> {
        clash::find(&self.catalogs)
    }

    /// The next free code of the catalog with this name, or whose `code_enum` has it: one more
    /// than the highest (if all are negative, one less than the lowest), or else another one that
    /// neither the catalog nor one that shares its codes has or had. It is in the catalog's
    /// range.
    ///
    /// # Errors
    ///
    /// [`NoNextCode`] if there is no such catalog, or if no code is free.
    pub fn next(&self, name: &str) -> Result<String, NoNextCode> {
        let found = self.catalogs.iter().filter(|each| each.is_called(name));
        let found: Vec<&ListedCatalog> = found.collect();
        match found[..] {
            [catalog] => {
                let next = self.taken().next_of(catalog);
                next.map_err(|problem| NoNextCode::None(name.to_owned(), problem))
            }
            [] => {
                let others = self.catalogs.iter().map(|each| format!("`{}`", each.source.name()));
                Err(NoNextCode::NoCatalog { name: name.to_owned(), others: others.collect() })
            }
            _ => {
                let files = found.iter().map(|each| visible::line(&each.path.to_string_lossy()));
                Err(NoNextCode::Several { name: name.to_owned(), files: files.collect() })
            }
        }
    }

    /// A line for each catalog, and for each clash.
    #[must_use]
    pub fn to_text(&self) -> String {
        let catalogs = self.with_next().into_iter().map(|(each, next)| each.line(next));
        let clashes = self.clashes().into_iter().map(|clash| clash.to_string());
        catalogs.chain(clashes).map(|line| line + "\n").collect()
    }

    /// An object with the `version` of the format, the `catalogs`, the `clashes` and the `errors`.
    /// The README has a description.
    #[must_use]
    pub fn to_json(&self) -> String {
        json_listing::write(self.with_next(), &self.clashes(), &self.errors)
    }

    /// Each catalog with its next code, if it has one.
    fn with_next(&self) -> Vec<(&ListedCatalog, Option<String>)> {
        let taken = self.taken();
        self.catalogs.iter().map(|catalog| (catalog, taken.next_of(catalog).ok())).collect()
    }

    fn taken(&self) -> Taken<'_> {
        let mut taken = Taken::default();
        for catalog in &self.catalogs {
            taken.0.entry(&catalog.group).or_default().extend(catalog.keys().map(|(key, _)| key));
        }
        taken
    }
}

/// The codes of each group.
#[derive(Default)]
struct Taken<'a>(HashMap<&'a CodeGroup, HashSet<CodeKey>>);

impl Taken<'_> {
    /// The next code of a catalog. The error says why there is none.
    fn next_of(&self, catalog: &ListedCatalog) -> Result<String, &'static str> {
        let none = HashSet::new();
        next::code(catalog, self.0.get(&catalog.group).unwrap_or(&none))
    }
}
