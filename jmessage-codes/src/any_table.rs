//! A table without its type.

use core::any::TypeId;
use core::fmt::{self, Debug, Display, Formatter};
use core::marker::PhantomData;

use crate::catalog::ErrorCatalog;
use crate::code::CatalogCode;
use crate::column::Column;
use crate::convert::parse_code;
use crate::handles::Entry;
use crate::kind::Kind;
use crate::shown::Shown;
use crate::url::url;

/// A catalog without its type: its constants, and its lookups and methods as functions.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) rows: usize,
    pub(crate) columns: &'static [Column],
    pub(crate) id: fn() -> TypeId,
    pub(crate) find: fn(&str) -> Option<usize>,
    pub(crate) text: fn(usize, Text) -> &'static str,
    pub(crate) kind: fn(usize) -> Kind,
    pub(crate) is_retryable: fn(usize) -> bool,
    pub(crate) is_retired: fn(usize) -> bool,
    /// How many codes a row has.
    pub(crate) codes: fn(usize) -> usize,
    pub(crate) is_code: fn(usize, usize, &str) -> bool,
    pub(crate) display_code: fn(usize, usize, &mut Formatter<'_>) -> fmt::Result,
    pub(crate) display_url: Option<fn(usize, &mut Formatter<'_>) -> fmt::Result>,
    pub(crate) debug: fn(usize, &mut Formatter<'_>) -> fmt::Result,
}

#[derive(Clone, Copy)]
pub(crate) enum Text {
    Name,
    Message,
    Description,
}

/// The table of the catalog `C`.
pub(crate) struct Of<C>(PhantomData<C>);

impl<C: ErrorCatalog> Of<C> {
    pub(crate) const TABLE: &'static Table = &Table {
        name: C::NAME,
        rows: C::__ROWS,
        columns: C::COLUMNS,
        id: TypeId::of::<C>,
        find: Self::find,
        text: Self::text,
        kind: |row| Self::entry(row).kind(),
        is_retryable: |row| Self::entry(row).is_retryable(),
        is_retired: |row| Self::entry(row).is_retired(),
        codes: |row| Self::entry(row).aliases().len() + 1,
        is_code: Self::is_code,
        display_code: Self::display_code,
        display_url: if C::__URL.is_empty() { None } else { Some(Self::display_url) },
        debug: |row, formatter| Debug::fmt(&Self::entry(row), formatter),
    };

    fn entry(row: usize) -> Entry<C> {
        Entry::__new(row)
    }

    fn find(code: &str) -> Option<usize> {
        let code = parse_code::<C>(code)?;
        Some(C::from_code(code)?.entry()?.index())
    }

    fn text(row: usize, text: Text) -> &'static str {
        let entry = Self::entry(row);
        match text {
            Text::Name => entry.name(),
            Text::Message => entry.message(),
            Text::Description => entry.description(),
        }
    }

    fn is_code(row: usize, index: usize, text: &str) -> bool {
        let code = Self::entry(row).__code(index).zip(parse_code::<C>(text));
        code.is_some_and(|(code, query)| code.__is(query))
    }

    fn display_code(row: usize, index: usize, formatter: &mut Formatter<'_>) -> fmt::Result {
        match Self::entry(row).__code(index) {
            Some(code) => Display::fmt(&Shown::<C>(code), formatter),
            None => Ok(()),
        }
    }

    fn display_url(row: usize, formatter: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&url(Self::entry(row).variant()), formatter)
    }
}
