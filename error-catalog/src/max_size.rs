//! How much may be read.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::str::FromStr;

use thiserror::Error;

/// The largest document to read, in bytes; for a workbook, its unpacked size. Its tables may take
/// as much memory.
///
/// A document of error codes is rarely as large as a megabyte. Anything larger than the default,
/// 500 MB, is a device, or is made to fill the memory.
///
/// ```
/// use error_catalog::MaxSize;
///
/// assert_eq!(MaxSize::default().bytes(), 500_000_000);
/// assert_eq!("2 GB".parse(), Ok(MaxSize::new(2_000_000_000)));
/// assert_eq!(MaxSize::new(64_000).to_string(), "64 kB");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MaxSize(u64);

impl MaxSize {
    /// A number of bytes.
    #[must_use]
    pub const fn new(bytes: u64) -> Self {
        Self(bytes)
    }

    /// The number of bytes.
    #[must_use]
    pub const fn bytes(self) -> u64 {
        self.0
    }

    /// Reads to the end, but no more than this size: a device such as `/dev/zero` has no end.
    ///
    /// # Errors
    ///
    /// [`io::ErrorKind::FileTooLarge`] if there are more bytes, or the error of the reader.
    ///
    /// ```
    /// use std::io;
    ///
    /// use error_catalog::MaxSize;
    ///
    /// let size = MaxSize::new(64_000);
    /// assert_eq!(size.read(&b"7,door jammed\n"[..])?, b"7,door jammed\n");
    /// let endless = size.read(io::repeat(0)).map_err(|error| error.kind());
    /// assert_eq!(endless, Err(io::ErrorKind::FileTooLarge));
    /// # Ok::<(), io::Error>(())
    /// ```
    pub fn read(self, from: impl Read) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        from.take(self.0.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > self.0 {
            return Err(self.exceeded());
        }
        Ok(bytes)
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// Like [`read`](Self::read). A file whose size is larger is not read at all.
    ///
    /// ```
    /// use error_catalog::MaxSize;
    ///
    /// assert!(MaxSize::default().read_file("Cargo.toml")?.starts_with(b"["));
    /// assert!(MaxSize::new(7).read_file("Cargo.toml").is_err());
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn read_file(self, path: impl AsRef<Path>) -> io::Result<Vec<u8>> {
        let file = File::open(path)?;
        if file.metadata()?.len() > self.0 {
            return Err(self.exceeded());
        }
        self.read(file)
    }

    fn exceeded(self) -> io::Error {
        let advice = format!("larger than {self}; pass a larger --max-size to read it");
        io::Error::new(io::ErrorKind::FileTooLarge, advice)
    }
}

impl Default for MaxSize {
    fn default() -> Self {
        Self(500_000_000)
    }
}

const UNITS: [(&str, u64); 4] = [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000), ("", 1)];

/// In the largest unit in which it is a whole number: `200 MB`.
impl fmt::Display for MaxSize {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = UNITS.iter().find(|(_, unit)| self.0.is_multiple_of(*unit) && self.0 >= *unit);
        match unit {
            Some((name, unit)) if !name.is_empty() => write!(formatter, "{} {name}", self.0 / unit),
            _ => write!(formatter, "{} bytes", self.0),
        }
    }
}

/// A number of bytes, or of kB, MB or GB.
impl FromStr for MaxSize {
    type Err = NotASize;

    fn from_str(text: &str) -> Result<Self, NotASize> {
        let error = || NotASize(text.to_owned());
        let has_unit = |unit: &str| {
            let place = text.len().checked_sub(unit.len())?;
            let (number, end) = text.split_at_checked(place)?;
            end.eq_ignore_ascii_case(unit).then_some(number)
        };
        let found = UNITS.iter().find_map(|(name, unit)| Some((has_unit(name)?, *unit)));
        let (number, unit) = found.ok_or_else(error)?;
        let number: u64 = number.trim().parse().map_err(|_| error())?;
        number.checked_mul(unit).map(Self).ok_or_else(error)
    }
}

/// A text is not a size.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0:?} is not a size; write a number of bytes, or one with kB, MB or GB, such as 300MB")]
pub struct NotASize(String);

#[cfg(test)]
mod tests {
    use std::io::{self, repeat};

    use super::MaxSize;

    #[test]
    fn sizes_are_read_as_they_are_written() {
        let cases = [("200 MB", 200_000_000), ("3 GB", 3_000_000_000), ("64 kB", 64_000)];
        for (text, bytes) in cases.into_iter().chain([("1001 bytes", 1_001), ("0 bytes", 0)]) {
            assert_eq!(MaxSize::new(bytes).to_string(), text);
        }
        for (text, bytes) in [("7", 7), ("7kb", 7_000), ("7 KB", 7_000), ("7gb", 7_000_000_000)] {
            assert_eq!(text.parse(), Ok(MaxSize::new(bytes)), "{text}");
        }
        for text in ["", " ", "MB", "-1", "1.5MB", "7 TB", "7MiB", "99999999999GB", "0x10"] {
            assert!(text.parse::<MaxSize>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_reader_without_an_end_has_one() {
        let error = MaxSize::new(1_000).read(repeat(0)).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
        assert_eq!(MaxSize::new(5).read(&b"12345"[..]).unwrap(), b"12345");
        assert!(MaxSize::new(4).read(&b"12345"[..]).is_err());
    }
}
