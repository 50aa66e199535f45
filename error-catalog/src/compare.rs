//! A table held against a catalog.

use std::collections::HashMap;
use std::fmt;

use jmessage_codes::{CatalogCode, Entry, ErrorCatalog};

use crate::source::name::Names;
use crate::{Row, Table, integer};

/// Where a document and an enum differ; displayed as a line that says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Difference {
    /// A code that only the document lists.
    OnlyInDocument {
        /// The line of the document.
        line: Option<usize>,
        /// The code.
        code: String,
        /// The line to paste into the enum.
        variant: String,
    },
    /// A code that only the enum lists.
    OnlyInEnum {
        /// The code.
        code: String,
        /// The name of the variant.
        name: &'static str,
    },
    /// A text that is not the same.
    Text {
        /// The line of the document.
        line: Option<usize>,
        /// The code.
        code: String,
        /// The name of the variant.
        name: &'static str,
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
            Self::OnlyInDocument { line, code, variant } => {
                write!(formatter, "{}{code} is only in the document; add {variant}", place(*line))
            }
            Self::OnlyInEnum { code, name } => {
                write!(formatter, "{code} `{name}` is only in the enum")
            }
            Self::Text { line, code, name, column, document, in_enum } => write!(
                formatter,
                "{}the {column} of {code} `{name}` is {document:?} in the document, {in_enum:?} in \
                 the enum",
                place(*line),
            ),
        }
    }
}

fn place(line: Option<usize>) -> String {
    line.map(|line| format!("line {line}: ")).unwrap_or_default()
}

impl Table {
    /// Where the table, as read from the vendor's document, and a catalog differ:
    /// first by the document's order, then what only the enum lists.
    ///
    /// The order of rows is no difference, nor are blanks at the ends of a text,
    /// which most formats cannot hold. Descriptions are compared where the
    /// document has any, and columns where both have one of the same name.
    ///
    /// ```
    /// use jmessage_codes::ErrorCatalog;
    /// use error_catalog::{Format, Table};
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
        let mut differences = Vec::new();
        // By the names, of which no two are the same.
        let mut unseen: HashMap<&str, usize> =
            C::ENTRIES.iter().map(Entry::name).zip(0..).collect();
        let places = unseen.clone();
        let mut names = Names::new(C::ENTRIES.iter().map(|entry| entry.name().to_owned()));
        for row in &self.rows {
            if let Some(entry) = find::<C>(&row.code) {
                unseen.remove(entry.name());
                let place = places.get(entry.name()).copied();
                differences.extend(self.texts::<C>(row, entry, place));
            } else {
                differences.push(Difference::OnlyInDocument {
                    line: row.line,
                    code: row.code.clone(),
                    variant: self.variant::<C>(row, &mut names),
                });
            }
        }
        let unseen = C::ENTRIES.iter().filter(|entry| unseen.contains_key(entry.name()));
        differences.extend(unseen.map(|entry| Difference::OnlyInEnum {
            code: entry.code().to_string(),
            name: entry.name(),
        }));
        differences
    }

    /// The test that a catalog is what the vendor's document says.
    ///
    /// # Panics
    ///
    /// Where it is not, with a line for each difference.
    ///
    /// ```
    /// use jmessage_codes::WebCode;
    /// use error_catalog::{Format, Table};
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

    /// The texts of a row that its entry has differently.
    fn texts<C: ErrorCatalog>(
        &self,
        row: &Row,
        entry: &Entry<C>,
        place: Option<usize>,
    ) -> Vec<Difference> {
        let mut texts = vec![("message", row.message.as_str(), entry.message())];
        if self.has_descriptions {
            texts.push(("description", &row.description, entry.description()));
        }
        for column in C::COLUMNS {
            let ours = self.columns.iter().position(|name| name == column.name());
            let in_document = ours.and_then(|ours| row.values.get(ours));
            let in_enum = place.and_then(|place| column.values().get(place));
            if let (Some(in_document), Some(in_enum)) = (in_document, in_enum) {
                texts.push((column.name(), in_document, in_enum));
            }
        }
        let differing = texts.into_iter().filter(|(_, one, two)| one.trim() != two.trim());
        let difference = |(column, document, in_enum): (&str, &str, &str)| Difference::Text {
            line: row.line,
            code: entry.code().to_string(),
            name: entry.name(),
            column: column.to_owned(),
            document: document.to_owned(),
            in_enum: in_enum.to_owned(),
        };
        differing.map(difference).collect()
    }

    /// The line of source that would list a row.
    fn variant<C: ErrorCatalog>(&self, row: &Row, names: &mut Names) -> String {
        let is_number = C::Code::parse_query("a").is_none() && integer::any(&row.code).is_some();
        let code = if is_number { row.code.clone() } else { format!("{:?}", row.code) };
        let description = Some(&row.description);
        let description = description.filter(|text| self.has_descriptions && **text != row.message);
        let description = description.map(|text| format!(", {text:?}")).unwrap_or_default();
        format!("#[code({code}, {:?}{description})] {},", row.message, names.name(row))
    }
}

/// The entry of a code as a document writes it.
fn find<C: ErrorCatalog>(code: &str) -> Option<&'static Entry<C>> {
    let decimal = integer::any(code).map(|number| number.to_string());
    let query = C::Code::parse_query(code).or_else(|| C::Code::parse_query(decimal.as_deref()?));
    C::from_code(query?)?.entry()
}
