//! From a table to a document or to source code.

mod column;
mod csv_document;
mod engine;
mod fields;
mod filters;
mod html_text;
mod json_document;
mod literal;
mod model;
mod names;

use std::collections::HashMap;

use jmessage_codes::Kind;

pub use self::engine::TemplateError;
use self::model::{PageTexts, RowGroup};
use crate::table::{Row, Table};

impl Table {
    /// The table in Markdown: a heading and a pipe table.
    ///
    /// Escapes every character that Markdown or HTML would read as markup, so that the texts read
    /// back unchanged, except NUL, which becomes U+FFFD.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    /// use jmessage_codes::WebCode;
    ///
    /// let document = Table::of::<WebCode>().to_markdown();
    /// assert!(document.contains("| 880103 |  | UserNotExist | user not exist |"));
    /// let back = Table::read(&document, Format::Markdown)?.into_clean()?;
    /// assert_eq!(back.compare_to(&Table::of::<WebCode>()), []);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn to_markdown(&self) -> String {
        self.built_in("table.md", include_str!("export/templates/table.md"))
    }

    /// The table as one HTML page that loads no other file: see [`Export::to_html`].
    ///
    /// ```
    /// use error_catalog::Table;
    /// use jmessage_codes::WebCode;
    ///
    /// let page = Table::of::<WebCode>().to_html();
    /// assert!(page.starts_with("<!DOCTYPE html>"));
    /// ```
    #[must_use]
    pub fn to_html(&self) -> String {
        Export::new(self).to_html()
    }

    /// The table as comma-separated values. The first line has the headings.
    ///
    /// The texts are written unchanged, except control characters, which CSV cannot express and
    /// which become U+FFFD. A spreadsheet runs a text such as `=1+1` as a formula; use
    /// [`to_safe_csv`](Self::to_safe_csv) for spreadsheets.
    ///
    /// ```
    /// use error_catalog::Table;
    /// use jmessage_codes::WebCode;
    ///
    /// let document = Table::of::<WebCode>().to_csv();
    /// assert!(document.contains("\n880103,,UserNotExist,user not exist,User does not exist,NotFound,"));
    /// ```
    #[must_use]
    pub fn to_csv(&self) -> String {
        csv_document::write(self, false)
    }

    /// The table as comma-separated values for a spreadsheet: a cell that begins with `=`, `+`,
    /// `-` or `@` and is not a number gets a `'` in front.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    ///
    /// let table = Table::read("code,message\n-7,=1+1\n", Format::Csv)?.into_clean()?;
    /// assert_eq!(table.to_safe_csv(), "Code,Message\n-7,'=1+1\n");
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn to_safe_csv(&self) -> String {
        csv_document::write(self, true)
    }

    /// The table as a JSON array of objects. The codes are numbers if each is a decimal
    /// integer of at most 64 bits, otherwise strings.
    ///
    /// ```
    /// use error_catalog::Table;
    /// use jmessage_codes::WebCode;
    ///
    /// let document = Table::of::<WebCode>().to_json();
    /// assert!(document.contains(r#""code": 880103"#));
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        json_document::write(self)
    }

    /// The table as a TypeScript module: an object of the codes by name, their union type,
    /// and a map from each code to its texts, kind and columns.
    ///
    /// Codes are numbers; if one of them is beyond the integers that a number can express,
    /// all are of type `bigint`. The codes of a catalog of strings are strings.
    ///
    /// ```
    /// use error_catalog::Table;
    /// use jmessage_codes::WebCode;
    ///
    /// let module = Table::of::<WebCode>().to_typescript();
    /// assert!(module.contains("  UserNotExist: 880103,\n"));
    /// assert!(module.contains("export type WebCode = (typeof WebCode)[keyof typeof WebCode];"));
    /// ```
    #[must_use]
    pub fn to_typescript(&self) -> String {
        self.built_in("module.ts", include_str!("export/templates/module.ts"))
    }

    /// The table as a Python module: an `IntEnum`, or an `Enum` of strings, whose members have
    /// the texts, the kind and the columns.
    ///
    /// ```
    /// use error_catalog::Table;
    /// use jmessage_codes::WebCode;
    ///
    /// let module = Table::of::<WebCode>().to_python();
    /// assert!(module.contains("class WebCode(enum.IntEnum):"));
    /// ```
    #[must_use]
    pub fn to_python(&self) -> String {
        self.built_in("module.py", include_str!("export/templates/module.py"))
    }

    /// The table as a header of C99: an enum of the codes, a table of their texts, kinds and
    /// columns, and a function that finds a code in it.
    ///
    /// # Errors
    ///
    /// [`TemplateError`] if a code needs more than 64 bits, which C has no literals for.
    ///
    /// ```
    /// use error_catalog::Table;
    /// use jmessage_codes::WebCode;
    ///
    /// let header = Table::of::<WebCode>().to_c()?;
    /// assert!(header.contains("    WEB_CODE_USER_NOT_EXIST = 880103,\n"));
    /// # Ok::<(), error_catalog::TemplateError>(())
    /// ```
    pub fn to_c(&self) -> Result<String, TemplateError> {
        Export::new(self).render("header.h", include_str!("export/templates/header.h"))
    }

    /// A JSON Schema of the codes: each with its name and its text, a retired one deprecated.
    ///
    /// ```
    /// use error_catalog::Table;
    /// use jmessage_codes::WebCode;
    ///
    /// let schema = Table::of::<WebCode>().to_json_schema();
    /// assert!(schema.contains(r#"{ "const": 880103, "title": "UserNotExist""#));
    /// ```
    #[must_use]
    pub fn to_json_schema(&self) -> String {
        self.built_in("schema.json", include_str!("export/templates/schema.json"))
    }

    fn built_in(&self, name: &str, template: &str) -> String {
        Export::new(self).built_in(name, template)
    }
}

/// A table and what is around it on a page, for a template to write.
///
/// ```
/// use error_catalog::{Export, Table};
/// use jmessage_codes::WebCode;
///
/// let table = Table::of::<WebCode>();
/// let page = Export::new(&table)
///     .title("JMessage Web SDK")
///     .introduction("What the SDK answers, and what to do about it.")
///     .source("https://docs.jiguang.cn")
///     .date("2026-11-25")
///     .group_by(|row| row.code().get(..4).unwrap_or("Others").to_owned())
///     .to_html();
/// assert!(page.starts_with("<!DOCTYPE html>"));
/// ```
#[derive(Clone, Debug)]
pub struct Export<'a> {
    table: &'a Table,
    page: PageTexts,
    /// For each row the heading of its group.
    headings: Option<Vec<String>>,
}

impl<'a> Export<'a> {
    /// The table, with its title and nothing else around it.
    #[must_use]
    pub fn new(table: &'a Table) -> Self {
        let page = PageTexts { title: table.title.clone(), ..PageTexts::default() };
        Self { table, page, headings: None }
    }

    /// Sets the title.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.page.title = title.into();
        self
    }

    /// Adds a paragraph below the title.
    #[must_use]
    pub fn introduction(mut self, introduction: impl Into<String>) -> Self {
        self.page.introduction = introduction.into();
        self
    }

    /// Says where the table comes from. The address of a website becomes a link.
    #[must_use]
    pub fn source(mut self, source: impl Into<String>) -> Self {
        self.page.source = source.into();
        self
    }

    /// Sets the date of the table.
    #[must_use]
    pub fn date(mut self, date: impl Into<String>) -> Self {
        self.page.date = date.into();
        self
    }

    /// Puts the rows into groups with these headings, in the order of the table, and a list
    /// of the groups above them.
    #[must_use]
    pub fn group_by(mut self, heading: impl Fn(&Row) -> String) -> Self {
        self.headings = Some(self.table.rows.iter().map(heading).collect());
        self
    }

    /// One HTML page that loads no other file.
    ///
    /// The page has a search box, filters by kind, follows the light or dark scheme of the
    /// reader's system, and marks the row whose code is in the fragment of the address, as in
    /// `codes.html#880103`. Codes that mean success come last. If there are more than two further
    /// columns, they are below the others; one called `advice`, what to do about a code, is the
    /// last. Every text is escaped.
    #[must_use]
    pub fn to_html(&self) -> String {
        self.built_in("page.html", include_str!("export/templates/page.html"))
    }

    /// Fills in your own template with the table. Its name, such as `codes.html.j2`, says how
    /// texts are escaped; the README describes the data and the filters.
    ///
    /// # Errors
    ///
    /// [`TemplateError`] if this is not a Jinja template, uses an unknown name, or writes a text
    /// of the table without a filter that says how.
    ///
    /// ```
    /// use error_catalog::{Export, Table};
    /// use jmessage_codes::WebCode;
    ///
    /// let table = Table::of::<WebCode>();
    /// let template = "\
    /// {% for entry in entries if entry.code == 880103 %}
    /// const {{ entry.identifier }} = {{ entry.literal }} // {{ entry.message | comment }}
    /// {% endfor %}
    /// ";
    /// let source = Export::new(&table).render("codes.go", template)?;
    /// assert_eq!(source, "const UserNotExist = 880103 // user not exist\n");
    /// # Ok::<(), error_catalog::TemplateError>(())
    /// ```
    pub fn render(&self, name: &str, template: &str) -> Result<String, TemplateError> {
        engine::render(name, template, model::of(self.table, &self.page, self.groups()))
    }

    /// The built-in templates never fail: tests fill them in with tables of all kinds.
    fn built_in(&self, name: &str, template: &str) -> String {
        self.render(name, template).unwrap_or_else(|error| unreachable!("{error}"))
    }

    /// The indexes of the rows under their headings. Those of one heading are together, and
    /// successes are after the errors.
    fn groups(&self) -> Vec<RowGroup> {
        let is_success = |index: &usize| {
            self.table.rows.get(*index).is_some_and(|row| row.kind == Some(Kind::Ok))
        };
        let (successes, errors): (Vec<_>, Vec<_>) =
            (0..self.table.rows.len()).partition(is_success);
        let Some(headings) = &self.headings else {
            return vec![(None, errors.into_iter().chain(successes).collect())];
        };
        let mut groups: Vec<RowGroup> = Vec::new();
        let mut places = HashMap::new();
        for index in errors {
            let Some(heading) = headings.get(index) else { continue };
            let place = *places.entry(heading).or_insert(groups.len());
            match groups.get_mut(place) {
                Some((_, rows)) => rows.push(index),
                None => groups.push((Some(heading.clone()), vec![index])),
            }
        }
        if !successes.is_empty() {
            groups.push((Some("Success".to_owned()), successes));
        }
        groups
    }
}
