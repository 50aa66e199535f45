//! A new file takes the place of an old one in a single step.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

/// Replaces the file.
pub(super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    NewFile::write(path, text)?.replace(path)
}

/// Writes a file that is not there yet.
pub(super) fn create(path: &Path, text: &str) -> io::Result<()> {
    let NewFile { file, _patience } = NewFile::write(path, text)?;
    file.persist_noclobber(path).map_err(|failed| failed.error)?;
    Ok(())
}

/// A new file in the folder of the one that it replaces, since a rename needs both on one file
/// system. If it replaces nothing, it is deleted. The signals that end a program wait until then.
pub(super) struct NewFile {
    // Dropped in this order: the signals arrive after the file is gone.
    file: NamedTempFile,
    _patience: Patience,
}

impl NewFile {
    /// Writes a text. The file has the permissions of the one at `path`.
    pub(super) fn write(path: &Path, text: &str) -> io::Result<Self> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let old = fs::metadata(path).ok();
        let patience = Patience::new();
        let mut builder = Builder::new();
        builder.prefix(".error-catalog-").suffix(".new");
        #[cfg(unix)]
        if old.is_none() {
            use std::os::unix::fs::PermissionsExt;
            // Like any new file: the process's mask applies.
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let file = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
        let mut new = Self { file, _patience: patience };
        new.file.write_all(text.as_bytes())?;
        if let Some(old) = old {
            keep(new.file.as_file(), &old)?;
        }
        new.file.as_file().sync_all()?;
        Ok(new)
    }

    /// Takes the place of the file at `path`.
    pub(super) fn replace(mut self, path: &Path) -> io::Result<()> {
        // Not `persist`: on Windows that cannot replace a file that someone has open.
        fs::rename(self.file.path(), path)?;
        self.file.disable_cleanup(true);
        Ok(())
    }
}

/// Gives a new file the permissions of an old one, and if possible its owner: an administrator
/// may update the file of another user.
fn keep(new: &File, old: &Metadata) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        let made = new.metadata()?;
        if (made.uid(), made.gid()) != (old.uid(), old.gid()) {
            let _ = fchown(new, Some(old.uid()), Some(old.gid()));
        }
    }
    new.set_permissions(old.permissions())
}

/// While this value exists, the signals that end a program wait: from Ctrl-C, from `kill`, and from
/// a terminal that is closed. Then they have their usual effect, so that a shell sees that they
/// ended the program. Ctrl-\ still ends it at once.
struct Patience {
    #[cfg(unix)]
    before: Option<nix::sys::signal::SigSet>,
}

impl Patience {
    #[cfg(unix)]
    fn new() -> Self {
        use nix::sys::signal::{SigSet, SigmaskHow, Signal};
        // Blocking them in this thread is enough: the program has no other.
        let ending: SigSet =
            [Signal::SIGINT, Signal::SIGTERM, Signal::SIGHUP].into_iter().collect();
        Self { before: ending.thread_swap_mask(SigmaskHow::SIG_BLOCK).ok() }
    }

    #[cfg(not(unix))]
    fn new() -> Self {
        Self {}
    }
}

#[cfg(unix)]
impl Drop for Patience {
    fn drop(&mut self) {
        if let Some(before) = self.before {
            let _ = before.thread_set_mask();
        }
    }
}
