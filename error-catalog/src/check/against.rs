//! The enums of source files, compared with an older version of themselves.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::checked::{Checked, Located};
use super::elsewhere::{self, Known, Other};
use super::enums::{Placed, pairs};
use super::error::CheckError;
use super::git::{Blob, Revision, RevisionError};
use super::read_sources;
use crate::compare::{Change, Class, Difference};
use crate::source::{SourceEnum, SourceFile, is_below};
use crate::table::Row;

/// Compares the enums of source files with an older version of themselves: at a revision of git,
/// or in another file.
///
/// Every difference has a [`Class`]. Unless [`allow`](Self::allow) or [`deny`](Self::deny) say
/// otherwise, `additive` and `text` are allowed.
///
/// ```
/// use error_catalog::{Against, Class};
///
/// # let folder = std::env::temp_dir().join(format!("error-catalog-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # std::env::set_current_dir(&folder)?;
/// # let file = |message: &str| format!(
/// #     "#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
/// #     enum Door {{
/// #         #[code(7, {message:?})]
/// #         Jammed,
/// #     }}"
/// # );
/// # std::fs::write("released.rs", file("door jamed"))?;
/// # std::fs::write("door.rs", file("door jammed"))?;
/// // Or a revision of git, such as `v1.2.0`.
/// let against = Against::new("released.rs").name("Door");
/// let checked = against.clone().run(&["door.rs".into()])?;
/// assert!(checked.differences.is_empty());
///
/// // Reports changed texts, and allows breaking changes.
/// let checked = against.deny(Class::Text).allow(Class::Breaking).run(&["door.rs".into()])?;
/// assert_eq!(
///     checked.differences[0].to_string(),
///     r#"door.rs:4: text: the message of 7 `Jammed` is "door jammed" now, was "door jamed""#,
/// );
/// # let _ = std::fs::remove_dir_all(folder);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Against {
    older: String,
    name: Option<String>,
    allowed: BTreeSet<Class>,
}

/// Source files, each with its path today.
type Files = Vec<(PathBuf, SourceFile)>;

impl Against {
    /// Compares with a revision of git, such as a tag, a branch or `HEAD`, or with another file.
    /// Write `REVISION:PATH` if the source had another path there, from the top of the
    /// repository.
    #[must_use]
    pub fn new(older: impl Into<String>) -> Self {
        Self {
            older: older.into(),
            name: None,
            allowed: BTreeSet::from([Class::Additive, Class::Text]),
        }
    }

    /// The version that the enums are compared with.
    pub(super) fn older(&self) -> &str {
        &self.older
    }

    /// Compares only the enum of this name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Allows differences of a class.
    #[must_use]
    pub fn allow(mut self, class: Class) -> Self {
        self.allowed.insert(class);
        self
    }

    /// Disallows differences of a class.
    #[must_use]
    pub fn deny(mut self, class: Class) -> Self {
        self.allowed.remove(&class);
        self
    }

    pub(super) fn allows(&self, difference: &Located) -> bool {
        self.allowed.contains(&difference.difference.class())
    }

    /// Compares every enum in source files and below folders. Enums that are new or gone are
    /// differences; an enum that was moved to one of these files is still the same.
    ///
    /// # Errors
    ///
    /// [`CheckError`] if a file cannot be read, or if there is no older version of it.
    pub fn run(&self, sources: &[PathBuf]) -> Result<Checked, CheckError> {
        let mut checked = Checked::new();
        for difference in self.differences(sources)? {
            let is_allowed = self.allows(&difference);
            checked.add(difference, is_allowed);
        }
        Ok(checked)
    }

    pub(super) fn differences(&self, sources: &[PathBuf]) -> Result<Vec<Located>, CheckError> {
        let mut news: Files = Vec::new();
        for file in read_sources::found(sources) {
            let (path, bytes) = file?;
            news.push((path.clone(), read_sources::parse(&path, bytes)?));
        }
        let (mut olds, known) = match self.file(sources)? {
            Some(file) => (vec![file], Vec::new()),
            None => self.revision(sources, &news)?,
        };
        let name = self.name.as_deref();
        let named = pairs(&olds, &news, name);
        if named.is_empty() {
            return Err(self.no_enum(&news));
        }
        let is_new = named.iter().filter(|(old, _)| old.is_none());
        let is_new = is_new.filter_map(|(_, new)| Some(new.as_ref()?.source.name().to_owned()));
        let is_new: HashSet<String> = is_new.collect();
        let mut others = HashSet::new();
        for Other { path, old, new } in elsewhere::with_enums(&known, &is_new)? {
            others.insert(path.clone());
            news.extend(new.map(|new| (path.clone(), new)));
            olds.push((path, old));
        }
        let is_other = |placed: &Placed<'_>| others.contains(placed.path);
        let is_meant = |pair: &(Option<Placed<'_>>, Option<Placed<'_>>)| match pair {
            // It may be the older form of a new enum, so none of its codes is lost silently.
            (Some(old), None) if is_other(old) => is_new.contains(old.source.name()),
            (old, new) => !old.iter().chain(new).all(is_other),
        };
        let pairs = pairs(&olds, &news, name).into_iter().filter(is_meant);
        Ok(pairs.flat_map(|(old, new)| self.compare(old, new)).collect())
    }

    fn compare(&self, old: Option<Placed<'_>>, new: Option<Placed<'_>>) -> Vec<Located> {
        let name = |placed: Placed<'_>| placed.source.name().to_owned();
        let differences = match (old, new) {
            (Some(old), Some(new)) => new.source.table().compare_to(old.source.table()),
            (None, Some(new)) => vec![Difference::of_table(Change::EnumAdded { name: name(new) })],
            (Some(old), None) => {
                vec![Difference::of_table(Change::EnumRemoved { name: name(old) })]
            }
            (None, None) => Vec::new(),
        };
        let Some(placed) = new.or(old) else { return Vec::new() };
        let line = new.map(|new| new.source.line());
        let locate = |difference: Difference| Located {
            path: placed.path.to_owned(),
            // If something is gone, the line is that in the older version.
            line: difference.new.as_ref().map_or(line, Row::line),
            enum_name: name(placed),
            difference,
            against: Some(self.older.clone()),
            is_only: true,
        };
        differences.into_iter().map(locate).collect()
    }

    /// The older file, if it is one, with the path of the only source.
    fn file(&self, sources: &[PathBuf]) -> Result<Option<(PathBuf, SourceFile)>, CheckError> {
        if !fs::metadata(&self.older).is_ok_and(|metadata| !metadata.is_dir()) {
            return Ok(None);
        }
        self.require_one(sources)?;
        let Some(source) = sources.first().map(|source| read_sources::resolved(source)) else {
            return Ok(None);
        };
        if source.is_dir() {
            return Err(RevisionError::OtherKind(self.older.clone(), "folder").into());
        }
        // A file needs no repository. `./main` is not a revision.
        if let Ok(Some(_)) = Revision::find(&self.older, folder_of(&source)) {
            return Err(RevisionError::Ambiguous(self.older.clone()).into());
        }
        Ok(Some((source, read_sources::read(Path::new(&self.older))?)))
    }

    /// The sources at the revision, each with its path today, and where else enums may have been.
    fn revision(
        &self,
        sources: &[PathBuf],
        news: &Files,
    ) -> Result<(Files, Vec<Known>), CheckError> {
        let (mut olds, mut known): (Files, Vec<Known>) = (Vec::new(), Vec::new());
        for source in sources {
            let source = &read_sources::resolved(source);
            let folder = folder_of(source);
            let Some(revision) = Revision::find(&self.older, folder)? else {
                return Err(Revision::missing(&self.older, folder)?.into());
            };
            if revision.has_path() {
                self.require_one(sources)?;
            }
            let files = match at_revision(&revision, source)? {
                Some(files) => files,
                // Of several, some may be new.
                None if sources.len() > 1 => Vec::new(),
                None => return Err(not_there(&revision, source, news)?.into()),
            };
            // A path in the revision says where the enums were.
            if !revision.has_path() {
                let top = revision.path("")?;
                let below = files.iter().filter_map(|(path, _)| path.strip_prefix(folder).ok());
                let files = below.map(|path| format!("{top}{}", path.display())).collect();
                known.push(Known { revision, files });
            }
            olds.extend(files);
        }
        let mut seen = BTreeSet::new();
        olds.retain(|(path, _)| seen.insert(path.clone()));
        Ok((olds, known))
    }

    fn require_one(&self, sources: &[PathBuf]) -> Result<(), RevisionError> {
        match sources {
            [_] => Ok(()),
            _ => Err(RevisionError::SeveralSources(self.older.clone())),
        }
    }

    /// Why there is nothing to compare.
    fn no_enum(&self, news: &Files) -> CheckError {
        match news.first().map(|(_, file)| file.find(self.name.as_deref())) {
            Some(Err(error)) if news.len() == 1 => error.into(),
            _ => CheckError::NoEnum { name: self.name.clone() },
        }
    }
}

/// The former files of a source in a revision, each with its path today.
fn at_revision(revision: &Revision, source: &Path) -> Result<Option<Files>, CheckError> {
    let parse = |path: PathBuf, bytes| {
        let file = read_sources::parse(&revision.shown(&path), bytes)?;
        Ok((path, file))
    };
    if !source.is_dir() {
        let bytes = revision.file(&file_name(source))?;
        return bytes.map(|bytes| Ok(vec![parse(source.to_owned(), bytes)?])).transpose();
    }
    let is_meant = |path: &str| is_below(Path::new(path));
    let Some(blobs) = revision.below(is_meant, read_sources::may_have_enum)? else {
        return Ok(None);
    };
    let blobs = blobs.into_iter();
    blobs.map(|blob| parse(source.join(&blob.path), blob.bytes)).collect::<Result<_, _>>().map(Some)
}

/// Why a source is not in a revision, with the files or folders that had its enums.
fn not_there(
    revision: &Revision,
    source: &Path,
    news: &Files,
) -> Result<RevisionError, RevisionError> {
    let enums = news.iter().flat_map(|(_, file)| file.enums());
    let names: HashSet<&str> = enums.map(SourceEnum::name).collect();
    let has_enum = |file: SourceFile| file.enums().iter().any(|each| names.contains(each.name()));
    let is_folder = source.is_dir();
    let mut known = BTreeSet::new();
    let is_meant = |path: &str| is_below(Path::new(path));
    for Blob { path, bytes } in revision.all(is_meant, read_sources::may_have_enum)? {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if SourceFile::parse(text).is_ok_and(has_enum) {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            known.insert(if is_folder { folder.to_owned() } else { path });
        }
    }
    let file = if is_folder { String::new() } else { file_name(source) };
    revision.not_there(&file, known.into_iter().collect())
}

fn file_name(source: &Path) -> String {
    source.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The folder whose repository has the source.
fn folder_of(source: &Path) -> &Path {
    if source.is_dir() { source } else { source.parent().unwrap_or(source) }
}
