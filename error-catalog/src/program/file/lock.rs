//! Only one program at a time changes a file.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek};
use std::path::Path;

use same_file::Handle;

use super::replace;

/// How many other programs may replace the file first.
const TRIES: usize = 1_000;

/// A file that no other run of this program changes while this value lives.
///
/// The lock is on the file itself, so that no lock file is left, and none is needed in a folder
/// that is read-only.
pub(super) struct Locked<'p> {
    path: &'p Path,
    handle: Handle,
}

impl<'p> Locked<'p> {
    /// Waits for the lock, and calls `waiting` once if another program has it.
    pub(super) fn open(path: &'p Path, waiting: impl Fn()) -> io::Result<Self> {
        let mut has_waited = false;
        for _ in 0..TRIES {
            // A network file system locks only files that are open for writing.
            let file = OpenOptions::new().read(true).write(true).open(path)?;
            if let Err(TryLockError::WouldBlock) = file.try_lock() {
                if !has_waited {
                    waiting();
                }
                has_waited = true;
                file.lock()?;
            }
            // Some file systems have no locks. Then only the comparison protects the file.
            let locked = Self { path, handle: Handle::from_file(file)? };
            // Otherwise the previous holder of the lock has replaced the file.
            if locked.is_in_place()? {
                return Ok(locked);
            }
        }
        Err(unsteady())
    }

    fn is_in_place(&self) -> io::Result<bool> {
        match Handle::from_path(self.path) {
            Ok(handle) => Ok(handle == self.handle),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    pub(super) fn read(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let file: &mut File = self.handle.as_file_mut();
        file.rewind()?;
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Replaces the text, if the file still has the old one. Returns whether it did.
    pub(super) fn replace(&mut self, before: &[u8], text: &str) -> io::Result<bool> {
        let new = replace::NewFile::write(self.path, text)?;
        // All slow work is done, so that as little as possible can happen after this comparison.
        if self.read()? != before || !self.is_in_place()? {
            return Ok(false);
        }
        new.replace(self.path)?;
        Ok(true)
    }
}

pub(super) fn unsteady() -> io::Error {
    io::Error::other("this file keeps changing; nothing was written; try again")
}
