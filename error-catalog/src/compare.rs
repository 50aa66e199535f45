//! Where two tables differ.

use std::collections::{HashMap, HashSet};
use std::{fmt, ptr};

use jmessage_codes::ErrorCatalog;

use crate::integer::{self, Integer};
use crate::source::name::{Names, raw_identifier};
use crate::source::variant::{Variant, text_literal};
use crate::table::{Field, Row, Table, line_prefix};

/// One place where a document and an enum differ. Displays as a line that says
/// what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Difference {
    /// A row that only the document has.
    #[non_exhaustive]
    OnlyInDocument {
        /// The line of the document.
        line: Option<usize>,
        /// The code.
        code: String,
        /// The line to paste into the enum.
        variant: String,
    },
    /// A code that only the document has, in a row with a code that the enum has.
    #[non_exhaustive]
    AliasOnlyInDocument {
        /// The line of the document.
        line: Option<usize>,
        /// The code.
        code: String,
        /// The code as the enum would write it.
        literal: String,
        /// The name of the variant that the row describes.
        name: String,
    },
    /// A code that is in one row of the document with codes of another variant.
    #[non_exhaustive]
    OtherVariant {
        /// The line of the document.
        line: Option<usize>,
        /// The code.
        code: String,
        /// The name of the variant that the row describes.
        name: String,
        /// The name of the variant that has the code.
        in_enum: String,
    },
    /// A code, canonical or alias, that only the enum has.
    #[non_exhaustive]
    OnlyInEnum {
        /// The code.
        code: String,
        /// The name of the variant.
        name: String,
    },
    /// A text that differs.
    #[non_exhaustive]
    Text {
        /// The line of the document.
        line: Option<usize>,
        /// The code.
        code: String,
        /// The name of the variant.
        name: String,
        /// `message`, `description`, or the name of a column.
        column: String,
        /// The text in the document.
        document: String,
        /// The text in the enum.
        in_enum: String,
    },
}

impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OnlyInDocument { line, .. }
            | Self::AliasOnlyInDocument { line, .. }
            | Self::OtherVariant { line, .. }
            | Self::Text { line, .. } => formatter.write_str(&line_prefix(*line))?,
            Self::OnlyInEnum { .. } => {}
        }
        match self {
            Self::OnlyInDocument { code, variant, .. } => {
                write!(formatter, "{code} is only in the document; add {variant}")
            }
            Self::AliasOnlyInDocument { code, literal, name, .. } => write!(
                formatter,
                "{code} is only in the document; add `| {literal}` to the codes of `{name}`"
            ),
            Self::OtherVariant { code, name, in_enum, .. } => write!(
                formatter,
                "{code} means the same as `{name}` in the document, but is `{in_enum}` in the enum"
            ),
            Self::OnlyInEnum { code, name } => {
                write!(formatter, "{code} `{name}` is only in the enum")
            }
            Self::Text { code, name, column, document, in_enum, .. } => write!(
                formatter,
                "the {column} of {code} `{name}` is {document:?} in the document, {in_enum:?} in \
                 the enum"
            ),
        }
    }
}

impl Table {
    /// Compares the table of a document with a catalog: first the rows of the
    /// document in order, then the codes that only the enum has.
    ///
    /// Ignores the order of rows, the order of a row's codes, and blanks at the
    /// ends of a text, which most formats cannot express. Compares descriptions if
    /// the document has any, and the columns that both have under one name.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    /// use jmessage_codes::ErrorCatalog;
    ///
    /// #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
    /// enum Door {
    ///     #[code(7, "door jammed")]
    ///     Jammed,
    ///     #[code(9, "no door")]
    ///     Missing,
    /// }
    ///
    /// let document = "code,message\n7,door jammed\n8,door open\n";
    /// let table = Table::read(document, Format::Csv)?.into_clean()?;
    /// let differences = table.compare::<Door>();
    /// assert_eq!(
    ///     differences.iter().map(ToString::to_string).collect::<Vec<_>>(),
    ///     [
    ///         r#"line 3: 8 is only in the document; add #[code(8, "door open")] DoorOpen,"#,
    ///         "9 `Missing` is only in the enum",
    ///     ],
    /// );
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn compare<C: ErrorCatalog>(&self) -> Vec<Difference> {
        self.compare_to(&Self::of::<C>())
    }

    /// As [`compare`](Self::compare), for a catalog as [`Table::of`] returns it.
    #[must_use]
    pub fn compare_to(&self, catalog: &Table) -> Vec<Difference> {
        Comparison::new(self, catalog).differences()
    }

    /// The test that a catalog is what the vendor's document says.
    ///
    /// # Panics
    ///
    /// If they differ, with one line for each difference.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    /// use jmessage_codes::WebCode;
    ///
    /// # let document = Table::of::<WebCode>().to_markdown();
    /// Table::read(&document, Format::Markdown).unwrap().table.assert_matches::<WebCode>();
    /// ```
    #[track_caller]
    pub fn assert_matches<C: ErrorCatalog>(&self) {
        let differences = self.compare::<C>();
        let lines: Vec<String> = differences.iter().map(Difference::to_string).collect();
        assert!(
            lines.is_empty(),
            "`{}` is not what the document says:\n  {}",
            C::NAME,
            lines.join("\n  ")
        );
    }
}

/// The description, if it is there and not the message again.
fn own_description(row: &Row) -> Option<&str> {
    let description = row.description.trim();
    Some(description).filter(|text| !text.is_empty() && *text != row.message.trim())
}

/// A code as it is compared: the same number in any base, or the same text.
#[derive(PartialEq, Eq, Hash)]
enum Code<'a> {
    Number(Integer),
    Text(&'a str),
}

struct Comparison<'a> {
    document: &'a Table,
    catalog: &'a Table,
    has_text_codes: bool,
    /// The columns of the catalog, and where the document has the same.
    columns: Vec<(&'a str, Option<usize>)>,
    compares_descriptions: bool,
}

impl<'a> Comparison<'a> {
    fn new(document: &'a Table, catalog: &'a Table) -> Self {
        let place = |name: &String| document.columns.iter().position(|column| column == name);
        let columns = catalog.columns.iter().map(|name| (name.as_str(), place(name)));
        let is_described = |row: &Row| !row.description.is_empty();
        Self {
            document,
            catalog,
            has_text_codes: document.has_text_codes || catalog.has_text_codes,
            columns: columns.collect(),
            compares_descriptions: document.has(Field::Description)
                && catalog.rows.iter().any(is_described),
        }
    }

    fn differences(&self) -> Vec<Difference> {
        let entries = self.catalog.rows.iter();
        let entries: HashMap<Code, &Row> = entries
            .flat_map(|entry| entry.codes().map(move |code| (self.code(code), entry)))
            .collect();
        let mut names = Names::new(self.catalog.rows.iter().map(|entry| entry.name.clone()));
        let mut found = Vec::new();
        for row in &self.document.rows {
            match row.codes().find_map(|code| entries.get(&self.code(code))) {
                Some(entry) => {
                    found.extend(self.texts(row, entry));
                    found.extend(self.aliases(row, entry, &entries));
                }
                None => found.push(Difference::OnlyInDocument {
                    line: row.line,
                    code: row.code.clone(),
                    variant: self.offered_line(row, names.name(row)),
                }),
            }
        }
        found.extend(self.only_in_enum());
        found
    }

    /// The row's codes, each once whatever its base.
    fn codes<'r>(&self, row: &'r Row) -> impl Iterator<Item = &'r str> {
        let mut seen = HashSet::new();
        row.codes().filter(move |code| seen.insert(self.code(code)))
    }

    fn code<'c>(&self, code: &'c str) -> Code<'c> {
        let number = integer::loose(code).filter(|_| !self.has_text_codes);
        number.map_or(Code::Text(code), Code::Number)
    }

    /// The texts of a row that its entry has differently.
    fn texts(&self, row: &Row, entry: &Row) -> Vec<Difference> {
        let mut pairs = vec![("message", row.message.as_str(), entry.message.as_str())];
        if self.compares_descriptions && own_description(row) != own_description(entry) {
            pairs.push(("description", &row.description, &entry.description));
        }
        for (index, (name, place)) in self.columns.iter().enumerate() {
            if let Some(place) = place {
                pairs.push((name, row.value(*place), entry.value(index)));
            }
        }
        let differing = pairs.into_iter().filter(|(_, one, two)| one.trim() != two.trim());
        let difference = |(column, document, in_enum): (&str, &str, &str)| Difference::Text {
            line: row.line,
            code: entry.code.clone(),
            name: entry.name.clone(),
            column: column.to_owned(),
            document: document.to_owned(),
            in_enum: in_enum.to_owned(),
        };
        differing.map(difference).collect()
    }

    /// The codes of a row that its entry does not have.
    fn aliases(&self, row: &Row, entry: &Row, entries: &HashMap<Code, &Row>) -> Vec<Difference> {
        let difference = |code: &str| match entries.get(&self.code(code)) {
            Some(other) if ptr::eq(*other, entry) => None,
            Some(other) => Some(Difference::OtherVariant {
                line: row.line,
                code: code.to_owned(),
                name: entry.name.clone(),
                in_enum: other.name.clone(),
            }),
            None => Some(Difference::AliasOnlyInDocument {
                line: row.line,
                code: code.to_owned(),
                literal: self.literal(code),
                name: entry.name.clone(),
            }),
        };
        self.codes(row).filter_map(difference).collect()
    }

    fn only_in_enum(&self) -> impl Iterator<Item = Difference> {
        let listed = self.document.rows.iter().flat_map(Row::codes);
        let listed: HashSet<Code> = listed.map(|code| self.code(code)).collect();
        let codes =
            self.catalog.rows.iter().flat_map(|row| row.codes().map(move |code| (row, code)));
        codes.filter(move |(_, code)| !listed.contains(&self.code(code))).map(|(entry, code)| {
            Difference::OnlyInEnum { code: code.to_owned(), name: entry.name.clone() }
        })
    }

    /// The line of source that lists a row.
    fn offered_line(&self, row: &Row, name: String) -> String {
        let columns = self.columns.iter().enumerate().filter_map(|(index, (name, place))| {
            let value = match place {
                Some(place) => row.value(*place),
                // The value may be required. Only for a text is there one that
                // surely compiles.
                None if self.holds_text(index) => "",
                None => return None,
            };
            Some((raw_identifier(name), value))
        });
        let columns: Vec<_> = columns.collect();
        let codes = self.codes(row).map(|code| self.literal(code));
        let variant = Variant {
            values: columns.iter().map(|(name, value)| (&**name, *value)).collect(),
            ..Variant::new(self.document, row, name, codes)
        };
        variant.to_string()
    }

    fn literal(&self, code: &str) -> String {
        let number = integer::literal(code).filter(|_| !self.has_text_codes);
        number.unwrap_or_else(|| text_literal(code))
    }

    /// Whether a column of the catalog has the type `&str`, as far as its values
    /// show. The catalog gives a text without its quotes and the tokens of any
    /// other value, and it does not give the type.
    fn holds_text(&self, column: usize) -> bool {
        let is_other = |value: &str| {
            matches!(value, "true" | "false")
                || value.contains("::")
                || value.parse::<f64>().is_ok()
        };
        !self.catalog.rows.iter().all(|entry| is_other(entry.value(column)))
    }
}
