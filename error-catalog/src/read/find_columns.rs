//! The meaning of columns, by their headings.

use std::collections::HashSet;

use super::code_kind::Tally;
use super::grid::Grid;
use super::headings::{Headings, first_of_joined, is_known, is_row_as_heading, known, plain};
use super::known_headings::{self, KnownHeadings};
use super::name_cells::NameCells;
use super::pattern::is_name;
use super::roles::{ColumnUse, LeftOut, Role, Source};
use crate::table::Field;

/// The heading that stands for the section of each row.
const SECTION: &str = "SECTION";

/// The headings that the caller named.
#[derive(Clone, Debug, Default)]
pub(super) struct Named {
    /// In each table, the first heading that it has counts.
    pub(super) code: Vec<String>,
    pub(super) message: Option<String>,
    pub(super) description: Option<String>,
    pub(super) name: Option<String>,
    /// The column of the kinds, which can also have another meaning.
    pub(super) kind: Option<String>,
    /// The names of further columns, each with its heading.
    pub(super) columns: Vec<(String, String)>,
    /// The names of further columns of links, each with the heading under which these are.
    pub(super) links: Vec<(String, String)>,
    /// The headings of columns that have no other meaning.
    pub(super) left_out: Vec<String>,
    /// Whether tables begin with a row, so that the headings are the numbers of the columns.
    pub(super) are_numbers: bool,
}

impl Named {
    fn headings_of(&self, role: Role) -> impl Iterator<Item = &str> {
        let headings = match role {
            Role::Code => &self.code[..],
            Role::Message => self.message.as_slice(),
            Role::Description => self.description.as_slice(),
            Role::Name => self.name.as_slice(),
            Role::Aliases | Role::Kind | Role::Retryable | Role::Retired => &[],
        };
        headings.iter().map(String::as_str)
    }

    /// Whether the caller named this heading as that of the codes.
    pub(super) fn is_code(&self, heading: &str) -> bool {
        self.code.iter().any(|code| plain(code) == plain(heading))
    }

    /// Whether the caller named this heading.
    pub(super) fn has(&self, heading: &str) -> bool {
        self.headings().any(|named| named == heading)
    }

    /// Whether the caller named the heading of a part of the table.
    pub(super) fn names_role(&self) -> bool {
        Role::ALL.into_iter().any(|role| self.headings_of(role).next().is_some())
    }

    /// The columns of a table for which the caller asked.
    pub(super) fn columns_of(&self, grid: &Grid<'_>) -> Vec<(String, Source)> {
        let headings = Headings::new(grid);
        let columns = self.columns.iter();
        let columns = columns
            .filter_map(|(name, heading)| Some((name.clone(), source(grid, &headings, heading)?)));
        let links = self.links.iter().filter_map(|(name, heading)| {
            Some((name.clone(), Source::Link(headings.position(heading)?)))
        });
        columns.chain(links).collect()
    }

    /// Every heading that the caller named.
    pub(super) fn headings(&self) -> impl Iterator<Item = &str> {
        self.of_texts().chain(self.links.iter().map(|(_, heading)| heading.as_str()))
    }

    /// The headings of columns whose texts the caller named. A column of links can also have
    /// another meaning.
    fn of_texts(&self) -> impl Iterator<Item = &str> {
        let roles = Role::ALL.into_iter().flat_map(|role| self.headings_of(role));
        roles.chain(self.columns.iter().map(|(_, heading)| heading.as_str()))
    }

    /// The place of the first heading of a role that the table has.
    fn position_of(&self, role: Role, headings: &Headings<'_>) -> Option<usize> {
        self.headings_of(role).find_map(|heading| headings.position(heading))
    }
}

/// The index of each column of a table, by its meaning.
pub(super) struct ColumnPlaces {
    pub(super) code: usize,
    pub(super) message: usize,
    pub(super) description: Option<usize>,
    pub(super) name: Option<usize>,
    pub(super) aliases: Option<usize>,
    /// The other columns, each with its name. Those that the caller named come first.
    pub(super) further: Vec<(String, Source)>,
    pub(super) named: usize,
    /// Facts that only a written document has.
    pub(super) facts: Option<FactPlaces>,
}

impl ColumnPlaces {
    /// The columns of a table, or why the table is left out.
    pub(super) fn find(named: &Named, grid: &Grid<'_>) -> Result<Self, LeftOut> {
        if let Some(places) = Self::of_exported(named, grid) {
            return Ok(places);
        }
        let headings = Headings::new(grid);
        let left_out = named.left_out.iter().filter_map(|heading| headings.exactly(heading));
        let left_out = left_out.collect();
        let mut finder =
            Finder { named, grid, headings: &headings, taken: HashSet::new(), left_out };
        // A column whose heading the caller named has only that meaning.
        let is_code = |heading: &&str| named.code.iter().any(|code| code == heading);
        let texts = named.of_texts().filter(|heading| !is_code(heading));
        let by_hand = texts.filter_map(|heading| headings.position(heading));
        finder.taken.extend(by_hand.chain(named.position_of(Role::Code, &headings)));
        let code = finder.code()?;
        let mut message = finder.place(Role::Message)?;
        if message.is_none() && named.message.is_none() {
            // Some tables have descriptions and no messages.
            message = finder.known(&known_headings::DESCRIPTION, Role::Description)?;
            let known = [&known_headings::MESSAGE, &known_headings::DESCRIPTION];
            message = message.or_else(|| known.into_iter().find_map(|known| finder.joined(known)));
        }
        let Some(message) = message else {
            return Err(match &named.message {
                Some(heading) => LeftOut::NoSuchHeading { heading: heading.clone() },
                None => LeftOut::NoMessages,
            });
        };
        let description = finder.description()?;
        let name = finder.place(Role::Name)?;
        let aliases = finder.place(Role::Aliases)?;
        let mut further = named.columns_of(grid);
        let named = further.len();
        further.extend(finder.free_columns(&further));
        further.extend(finder.kind(&further));
        Ok(Self { code, message, description, name, aliases, further, named, facts: None })
    }

    /// The columns of a table that an export wrote, if the caller names none of them.
    fn of_exported(named: &Named, grid: &Grid<'_>) -> Option<Self> {
        let fields = fields_of_exported(grid).filter(|_| !named.names_role())?;
        let place = |field| fields.iter().position(|each| *each == field);
        let mut further = named.columns_of(grid);
        let asked: HashSet<usize> =
            further.iter().filter_map(|(_, source)| source.column()).collect();
        let left_out: HashSet<&str> = named.left_out.iter().map(|heading| heading.trim()).collect();
        for (index, heading) in grid.headings.iter().enumerate().skip(fields.len()) {
            let heading = heading.trim();
            if !asked.contains(&index) && !left_out.contains(heading) {
                further.push((heading.to_owned(), Source::Column(index)));
            }
        }
        Some(Self {
            code: place(Field::Code)?,
            message: place(Field::Message)?,
            description: place(Field::Description),
            name: place(Field::Name),
            aliases: place(Field::Aliases),
            facts: Some(FactPlaces {
                kind: place(Field::Kind)?,
                retryable: place(Field::Retryable)?,
                retired: place(Field::Retired)?,
            }),
            named: further.len(),
            further,
        })
    }

    /// Whether a table has a heading that the caller named.
    pub(super) fn has_heading(grid: &Grid<'_>, heading: &str) -> bool {
        source(grid, &Headings::new(grid), heading).is_some()
    }

    /// What became of each column of the table.
    pub(super) fn uses(&self, columns: usize) -> Vec<ColumnUse> {
        let mut uses = vec![ColumnUse::Further(String::new()); columns];
        let mut set = |index: usize, column: ColumnUse| {
            if let Some(place) = uses.get_mut(index) {
                *place = column;
            }
        };
        for (index, (name, source)) in self.further.iter().enumerate() {
            let column = if index < self.named { ColumnUse::Named } else { ColumnUse::Further };
            if let Source::Column(place) = source {
                set(*place, column(name.clone()));
            }
        }
        let roles = [
            (Some(self.code), Role::Code),
            (Some(self.message), Role::Message),
            (self.description, Role::Description),
            (self.name, Role::Name),
            (self.aliases, Role::Aliases),
            (self.facts.map(|facts| facts.kind), Role::Kind),
            (self.facts.map(|facts| facts.retryable), Role::Retryable),
            (self.facts.map(|facts| facts.retired), Role::Retired),
        ];
        for (place, role) in roles {
            if let Some(place) = place {
                set(place, ColumnUse::Role(role));
            }
        }
        uses
    }
}

/// Finds the columns of one table.
struct Finder<'a> {
    named: &'a Named,
    grid: &'a Grid<'a>,
    headings: &'a Headings<'a>,
    taken: HashSet<usize>,
    left_out: HashSet<usize>,
}

impl Finder<'_> {
    fn is_free(&self, index: usize) -> bool {
        !self.taken.contains(&index) && !self.left_out.contains(&index)
    }

    fn code(&mut self) -> Result<usize, LeftOut> {
        if let Some(place) = self.place(Role::Code)? {
            return Ok(place);
        }
        if !self.named.code.is_empty() {
            return Err(self.without_named_code());
        }
        let maybe = |index| self.is_free(index) && Tally::of(self.grid, index).is_mostly_integers();
        let named = |index| self.is_free(index) && NameCells::of(self.grid, index).are_codes();
        let place = self.headings.best(&known_headings::MAYBE_CODE, maybe);
        match place.or_else(|| self.headings.best(&known_headings::NAMED_CODE, named)) {
            Some(place) => {
                self.taken.insert(place);
                Ok(place)
            }
            None => Err(self.without_code()),
        }
    }

    /// Why a table without the heading that the caller named for codes is left out.
    fn without_named_code(&self) -> LeftOut {
        let place = self.headings.best(&known_headings::CODE, |index| self.is_free(index));
        match place.and_then(|place| self.headings.exact.get(place)) {
            Some(heading) => LeftOut::OtherHeading { heading: heading.clone() },
            None => self.without_codes(),
        }
    }

    /// Why a table without a known heading for codes is left out.
    fn without_code(&self) -> LeftOut {
        let columns = 0..self.grid.headings.len();
        let row = columns.into_iter().find(|column| is_row_as_heading(self.grid, *column));
        // The headings of JSON are in each row.
        let are_keys = self.grid.rows.iter().any(|row| row.columns.is_some());
        match row.filter(|_| !self.named.are_numbers && !are_keys) {
            Some(column) => LeftOut::RowAsHeadings { number: column + 1 },
            None if self.may_have_codes(are_keys) => LeftOut::UnknownCodes,
            None => self.without_codes(),
        }
    }

    fn without_codes(&self) -> LeftOut {
        match self.heading_of_names() {
            Some(heading) => LeftOut::MaybeCodes { heading: heading.clone() },
            None => LeftOut::NoCodes,
        }
    }

    /// A heading such as "Error", which can be that of messages too, if each row has a different
    /// name below it.
    fn heading_of_names(&self) -> Option<&String> {
        let has_names = |column: usize| {
            let mut seen = HashSet::new();
            let rows = self.grid.rows.iter().filter(|row| !row.is_section);
            let mut cells = rows.map(|row| row.cell(column).unwrap_or_default().trim());
            cells.all(|cell| is_name(cell) && seen.insert(cell))
        };
        let headings = &self.headings.exact;
        let is_error = |column: usize| {
            headings.get(column).is_some_and(|it| is_known(&known_headings::MESSAGE, it))
        };
        let may_be = |column| self.is_free(column) && is_error(column) && has_names(column);
        headings.get(self.headings.best(&known_headings::MAYBE_CODE, may_be)?)
    }

    /// Whether the first column, or one that is known for names, looks like codes.
    fn may_have_codes(&self, are_keys: bool) -> bool {
        let mostly =
            |index| self.is_free(index) && NameCells::of(self.grid, index).are_mostly_codes();
        Tally::of(self.grid, 0).is_mostly_integers()
            || !are_keys && NameCells::of(self.grid, 0).are_mostly_numbered()
            || self.headings.best(&known_headings::NAMED_CODE, mostly).is_some()
    }

    /// The column that the caller named, or else the most likely one.
    fn place(&mut self, role: Role) -> Result<Option<usize>, LeftOut> {
        if self.named.headings_of(role).next().is_some() {
            return Ok(self.named.position_of(role, self.headings));
        }
        self.known(known(role), role)
    }

    /// The column whose heading joins a known one to another: "Cause and what to do".
    fn joined(&mut self, known: &KnownHeadings) -> Option<usize> {
        let is_known = |heading: &str| known.rank(heading).is_some();
        let place = self.headings.exact.iter().enumerate().position(|(index, heading)| {
            self.is_free(index) && first_of_joined(heading).is_some_and(|it| is_known(&it))
        })?;
        self.taken.insert(place);
        Some(place)
    }

    /// Whether most cells of a column are JSON lists, which are not texts.
    fn has_lists(&self, column: usize) -> bool {
        let rows = self.grid.rows.iter().filter(|row| row.columns.is_some());
        let cells: Vec<&str> = rows.filter_map(|row| row.cell(column)).collect();
        cells.iter().filter(|cell| cell.starts_with('[')).count() * 2 > cells.len()
    }

    /// The column of the descriptions. A text is more likely than a JSON list.
    fn description(&mut self) -> Result<Option<usize>, LeftOut> {
        let headings = self.grid.headings.iter().enumerate();
        let lists: Vec<usize> = headings
            .filter(|(_, heading)| is_known(&known_headings::DESCRIPTION, heading))
            .map(|(column, _)| column)
            .filter(|column| self.is_free(*column) && self.has_lists(*column))
            .collect();
        if lists.is_empty() || self.named.description.is_some() {
            return self.place(Role::Description);
        }
        self.taken.extend(&lists);
        let text = self.place(Role::Description)?;
        let text = text
            .or_else(|| self.headings.best(&known_headings::MESSAGE, |index| self.is_free(index)));
        self.taken.extend(text);
        for column in lists {
            self.taken.remove(&column);
        }
        text.map_or_else(|| self.place(Role::Description), |text| Ok(Some(text)))
    }

    /// The most likely column by its heading.
    fn known(&mut self, known: &KnownHeadings, role: Role) -> Result<Option<usize>, LeftOut> {
        let is_free = |index| self.is_free(index);
        // Written documents have this heading, next to any other column.
        let written = self.headings.only(role.field().heading()).filter(|index| is_free(*index));
        if let Some(place) = written {
            self.taken.insert(place);
            return Ok(Some(place));
        }
        let Some(place) = self.headings.best(known, is_free) else { return Ok(None) };
        if let Some(heading) = self.headings.repeated(place, &self.taken) {
            return Err(LeftOut::SameHeading { role, heading });
        }
        self.taken.insert(place);
        Ok(Some(place))
    }

    /// The column of the kinds, if it has another meaning too.
    fn kind(&self, further: &[(String, Source)]) -> Option<(String, Source)> {
        let kind = self.named.kind.as_ref()?;
        let is_known = further.iter().any(|(name, _)| name == kind);
        let place = self.headings.exactly(kind).filter(|_| !is_known)?;
        Some((kind.clone(), Source::Column(place)))
    }

    /// The columns without a meaning. Each has the name of its heading, or of its number if the
    /// heading is empty or another column has that name.
    fn free_columns(&self, named: &[(String, Source)]) -> Vec<(String, Source)> {
        let mut used: HashSet<String> = named.iter().map(|(name, _)| name.clone()).collect();
        let free = self.grid.headings.iter().enumerate();
        let free = free.filter(|(index, _)| !self.taken.contains(index));
        free.map(|(index, heading)| {
            let heading = heading.trim();
            let is_free = !heading.is_empty() && used.insert(heading.to_owned());
            let name = if is_free { heading.to_owned() } else { format!("column {}", index + 1) };
            (name, Source::Column(index))
        })
        .collect()
    }
}

/// The column with a heading that the caller named.
fn source(grid: &Grid<'_>, headings: &Headings<'_>, named: &str) -> Option<Source> {
    let has_sections = || grid.rows.iter().any(|row| row.is_section);
    match headings.position(named) {
        None if named == SECTION && has_sections() => Some(Source::Section),
        place => place.map(Source::Column),
    }
}

/// The places in a written document of facts that are not read from a vendor's document.
#[derive(Clone, Copy)]
pub(super) struct FactPlaces {
    pub(super) kind: usize,
    pub(super) retryable: usize,
    pub(super) retired: usize,
}

/// The fields of the first columns of a table, if its headings are exactly those that an export
/// writes, each once. Columns of the enum come after them.
fn fields_of_exported(grid: &Grid<'_>) -> Option<Vec<Field>> {
    let fields = Field::list(|_| true, 0);
    let is_written = |form: fn(&str) -> String| {
        let mut headings = grid.headings.iter();
        fields.iter().all(|field| headings.next() == Some(&form(field.heading())))
    };
    // The keys of JSON are in lower case.
    let is_written = is_written(str::to_owned) || is_written(str::to_lowercase);
    let mut seen = HashSet::new();
    let is_clear = grid.headings.iter().all(|heading| seen.insert(heading.trim()));
    (is_written && is_clear).then_some(fields)
}
