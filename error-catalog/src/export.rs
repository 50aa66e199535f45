//! A table as a document.

mod html;
mod markdown;

use std::string::ToString;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::{Row, Table, integer};

impl Table {
    /// The table in Markdown: a heading and a pipe table.
    ///
    /// Every character that means something to Markdown or HTML is escaped, so
    /// that the texts read back as they are. (NUL does so here; other readers may
    /// show U+FFFD, as `CommonMark` asks.)
    ///
    /// ```
    /// use jmessage_codes::WebCode;
    /// use error_catalog::{Format, Table};
    ///
    /// let document = Table::of::<WebCode>().to_markdown();
    /// assert!(document.contains("| 880103 | UserNotExist | user not exist |"));
    /// Table::read(&document, Format::Markdown).unwrap().table.assert_matches::<WebCode>();
    /// ```
    #[must_use]
    pub fn to_markdown(&self) -> String {
        markdown::write(self)
    }

    /// The table as one HTML page that needs nothing beside it: it is searched,
    /// follows the reader's light or dark scheme, and marks the row of a code in
    /// the address's fragment, as in `codes.html#880103`.
    ///
    /// Every text is escaped.
    ///
    /// ```
    /// use jmessage_codes::WebCode;
    /// use error_catalog::Table;
    ///
    /// let page = Table::of::<WebCode>().to_html();
    /// assert!(page.starts_with("<!DOCTYPE html>"));
    /// ```
    #[must_use]
    pub fn to_html(&self) -> String {
        html::write(self)
    }

    /// The table as comma-separated values, the headings first.
    ///
    /// ```
    /// use jmessage_codes::WebCode;
    /// use error_catalog::Table;
    ///
    /// let document = Table::of::<WebCode>().to_csv();
    /// assert!(document.contains("\n880103,UserNotExist,user not exist,User does not exist\n"));
    /// ```
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // A vector takes all that is written to it.
        let _ = writer.write_record(self.headings());
        for row in &self.rows {
            let _ = writer.write_record(self.cells(row));
        }
        let bytes = writer.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// The table as a JSON array of objects. A code that is a decimal integer is
    /// a number, any other a string.
    ///
    /// ```
    /// use jmessage_codes::WebCode;
    /// use error_catalog::Table;
    ///
    /// let document = Table::of::<WebCode>().to_json();
    /// assert!(document.contains(r#""code": 880103"#));
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let rows: Vec<JsonRow> = self.rows.iter().map(|row| JsonRow { table: self, row }).collect();
        let mut document = serde_json::to_string_pretty(&rows).unwrap_or_default();
        document.push('\n');
        document
    }
}

struct JsonRow<'a> {
    table: &'a Table,
    row: &'a Row,
}

impl Serialize for JsonRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let headings = self.table.headings();
        let own = headings.len() - self.table.columns.len();
        let mut map = serializer.serialize_map(Some(headings.len()))?;
        for (index, (heading, cell)) in headings.iter().zip(self.table.cells(self.row)).enumerate()
        {
            // A column keeps its name; the table's own headings are keys in JSON.
            let key =
                if index < own { heading.to_lowercase() } else { ToString::to_string(heading) };
            match integer::decimal(&cell).filter(|_| index == 0) {
                Some(code) => map.serialize_entry(&key, &code)?,
                None => map.serialize_entry(&key, &cell)?,
            }
        }
        map.end()
    }
}
