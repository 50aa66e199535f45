//! Writes an HTML page.

mod kind;
mod row;
mod text;

use std::collections::HashMap;

use self::row::{Cells, group_digits};
use self::text::{escape, linked};
use crate::table::{Row, Table};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

// SHA-256 in Base64. The page's policy allows only the script and the style with
// these hashes, so a text that got past the escaping still could not run. A test
// compares the hashes with the files.
const STYLE_HASH: &str = "eUcxpdoL3xCKelCExQVZvsbPP8XFwBTgFkElMmYZjkw=";
const SCRIPT_HASH: &str = "tz4G5Xys9NspQShenNR0AmCwlNbIqarjYW/H1llLiwU=";

/// Browsers lay out larger tables row by row, as the rows come into view.
const LARGE: usize = 500;

/// Longer codes need a wider column.
const LONG: usize = 11;

/// More columns than these have no room side by side.
const MANY: usize = 2;

/// A table as one HTML page that loads no other file.
///
/// The page has a search box, filters by kind, uses a light or dark scheme as the reader's
/// system does, and marks the row whose code is in the fragment of the address, as in
/// `codes.html#880103`. Codes that mean success come last. If there are more
/// than two further columns, they are below the others; one called `advice`, what to do about
/// a code, is the last. Every text is escaped.
///
/// ```
/// use error_catalog::{HtmlPage, Table};
/// use jmessage_codes::WebCode;
///
/// let table = Table::of::<WebCode>();
/// let page = HtmlPage::new(&table)
///     .title("JMessage Web SDK")
///     .introduction("What the SDK answers, and what to do about it.")
///     .source("https://docs.jiguang.cn")
///     .date("2026-11-25")
///     .group_by(|row| row.code().get(..4).unwrap_or("Others").to_owned())
///     .to_html();
/// assert!(page.starts_with("<!DOCTYPE html>"));
/// ```
pub struct HtmlPage<'a> {
    table: &'a Table,
    title: String,
    introduction: String,
    source: String,
    date: String,
    group: Option<Group<'a>>,
}

/// The heading above a row.
type Group<'a> = Box<dyn Fn(&Row) -> String + 'a>;

impl<'a> HtmlPage<'a> {
    /// The page of a table, with the table's title and nothing else around it.
    #[must_use]
    pub fn new(table: &'a Table) -> Self {
        Self {
            table,
            title: table.title.clone(),
            introduction: String::new(),
            source: String::new(),
            date: String::new(),
            group: None,
        }
    }

    /// Sets the title.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// Adds a paragraph below the title.
    #[must_use]
    pub fn introduction(mut self, introduction: impl Into<String>) -> Self {
        self.introduction = introduction.into();
        self
    }

    /// Says where the table comes from. The address of a website becomes a link.
    #[must_use]
    pub fn source(mut self, source: impl Into<String>) -> Self {
        self.source = source.into();
        self
    }

    /// Says from when the table is.
    #[must_use]
    pub fn date(mut self, date: impl Into<String>) -> Self {
        self.date = date.into();
        self
    }

    /// Puts the rows into groups with these headings, in the order of the table, and a list
    /// of the groups above them.
    #[must_use]
    pub fn group_by(mut self, group: impl Fn(&Row) -> String + 'a) -> Self {
        self.group = Some(Box::new(group));
        self
    }

    /// Returns the page.
    #[must_use]
    pub fn to_html(&self) -> String {
        let cells = Cells::new(self.table);
        let groups = self.groups();
        let mut page = self.head();
        page.push_str(&self.navigation(&groups));
        let (title, classes) = (escape(&self.title), self.classes());
        page.extend(["<table aria-label=\"", &title, "\"", &classes, ">\n<thead>\n"]);
        cells.push_headings(&mut page);
        page.push_str("</thead>\n");
        for (number, (heading, rows)) in groups.iter().enumerate() {
            page.push_str("<tbody>\n");
            if self.group.is_some() {
                cells.push_group(&mut page, number, heading);
            }
            for row in rows {
                cells.push_row(&mut page, row);
            }
            page.push_str("</tbody>\n");
        }
        page.push_str("</table>\n<p class=\"none\" hidden></p>\n</main>\n");
        page.extend(["<script>", SCRIPT, "</script>\n</body>\n</html>\n"]);
        page
    }

    /// What the style does not see.
    fn classes(&self) -> String {
        let rows = &self.table.rows;
        let is_long = |row: &Row| row.code.chars().count() > LONG;
        let classes = [
            ("large", rows.len() > LARGE),
            ("long", rows.iter().any(is_long)),
            ("many", self.table.columns.len() > MANY),
        ];
        let classes: Vec<&str> =
            classes.into_iter().filter(|(_, has)| *has).map(|(class, _)| class).collect();
        if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) }
    }

    /// The rows under their headings. Those of one heading are together, and successes are
    /// behind the errors.
    fn groups(&self) -> Vec<(String, Vec<&'a Row>)> {
        let (successes, errors): (Vec<&Row>, Vec<&Row>) =
            self.table.rows.iter().partition(|row| kind::is_success(row));
        let Some(group) = &self.group else {
            return vec![(String::new(), errors.into_iter().chain(successes).collect())];
        };
        let mut groups: Vec<(String, Vec<&Row>)> = Vec::new();
        let mut places = HashMap::new();
        for row in errors {
            let heading = group(row);
            let place = *places.entry(heading.clone()).or_insert(groups.len());
            match groups.get_mut(place) {
                Some((_, rows)) => rows.push(row),
                None => groups.push((heading, vec![row])),
            }
        }
        if !successes.is_empty() {
            groups.push(("Success".to_owned(), successes));
        }
        groups
    }

    /// The page up to its table. The script shows what needs it.
    fn head(&self) -> String {
        let title = escape(&self.title);
        let count = self.table.rows.len();
        let codes = if count == 1 { "code" } else { "codes" };
        let count = group_digits(count);
        let kinds = kind::filter(&self.table.rows);
        let about = self.about();
        // With an empty icon the browser does not ask the server for one.
        format!(
            r#"<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'sha256-{STYLE_HASH}'; script-src 'sha256-{SCRIPT_HASH}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>{STYLE}</style>
</head>
<body>
<header>
<h1 dir="auto">{title}</h1>
{about}</header>
<main>
<div class="bar" role="search">
<label hidden>
<span class="spoken">Search the codes</span>
<input type="search" placeholder="Search" autocomplete="off" autocapitalize="off" spellcheck="false" aria-keyshortcuts="/">
<kbd aria-hidden="true">/</kbd>
</label>
<p class="count" role="status" aria-live="polite">{count} {codes}</p>
</div>
{kinds}"#
        )
    }

    fn about(&self) -> String {
        let mut about = String::new();
        if !self.introduction.is_empty() {
            let text = escape(&self.introduction);
            about.extend(["<p class=\"introduction\" dir=\"auto\">", &text, "</p>\n"]);
        }
        let source = Some(format!("Source: {}", linked(&self.source)));
        let date = Some(escape(&self.date));
        let facts = source.filter(|_| !self.source.is_empty()).into_iter();
        let facts: Vec<String> = facts.chain(date.filter(|date| !date.is_empty())).collect();
        if !facts.is_empty() {
            about.extend(["<p class=\"facts\">", &facts.join(" · "), "</p>\n"]);
        }
        about
    }

    /// The list of the groups.
    fn navigation(&self, groups: &[(String, Vec<&Row>)]) -> String {
        if self.group.is_none() {
            return String::new();
        }
        let mut list = "<nav aria-label=\"Groups\">\n<ul>\n".to_owned();
        for (number, (heading, rows)) in groups.iter().enumerate() {
            let (heading, count) = (escape(heading), group_digits(rows.len()));
            let link = format!("<a href=\"#group:{number}\">{heading}</a>");
            list.extend(["<li>", &link, " <span>", &count, "</span></li>\n"]);
        }
        list + "</ul>\n</nav>\n"
    }
}
