//! From a table to a document.

mod csv;
mod fields;
mod html;
mod json;
mod markdown;
mod typescript;

pub use self::html::HtmlPage;
pub(crate) use self::markdown::escape as escape_markdown;
use crate::table::Table;

impl Table {
    /// The table in Markdown: a heading and a pipe table.
    ///
    /// Escapes every character that Markdown or HTML would read as markup, so
    /// that the texts read back unchanged. (That holds for NUL in this crate's
    /// reader; others may show U+FFFD, as `CommonMark` asks.)
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    /// use jmessage_codes::WebCode;
    ///
    /// let document = Table::of::<WebCode>().to_markdown();
    /// assert!(document.contains("| 880103 | UserNotExist | user not exist |"));
    /// let back = Table::read(&document, Format::Markdown)?.into_clean()?;
    /// assert_eq!(back.compare_to(&Table::of::<WebCode>()), []);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn to_markdown(&self) -> String {
        markdown::write(self)
    }

    /// The table as one HTML page that loads no other file: see [`HtmlPage`].
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
        HtmlPage::new(self).to_html()
    }

    /// The table as comma-separated values. The first line has the headings.
    ///
    /// The texts are written as they are. A spreadsheet takes a text such as `=1+1` for a
    /// formula and runs it; import the column as text if you do not trust the vendor.
    ///
    /// ```
    /// use error_catalog::Table;
    /// use jmessage_codes::WebCode;
    ///
    /// let document = Table::of::<WebCode>().to_csv();
    /// assert!(document.contains("\n880103,UserNotExist,user not exist,User does not exist,NotFound,"));
    /// ```
    #[must_use]
    pub fn to_csv(&self) -> String {
        csv::write(self)
    }

    /// The table as a JSON array of objects. A code is a number if it is a decimal
    /// integer, otherwise a string. The codes of a catalog of strings are strings.
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
        json::write(self)
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
        typescript::write(self)
    }
}
