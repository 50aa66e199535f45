//! Enums read from their source, without compiling them.

use error_catalog::{SourceFile, Table};
use jmessage_codes::{ErrorCatalog, Unlisted, WebCode};

fn parse(source: &str) -> SourceFile {
    SourceFile::parse(source).unwrap_or_else(|error| panic!("{error}\n{source}"))
}

/// The rows without their lines.
fn rows(table: &Table) -> Vec<String> {
    let row = |row: &error_catalog::Row| {
        format!(
            "{} {:?} {} {:?} {:?} {:?} {} {:?}",
            row.code(),
            row.aliases(),
            row.name(),
            row.message(),
            row.description(),
            row.kind(),
            row.is_retired(),
            row.values(),
        )
    };
    table.rows().iter().map(row).collect()
}

#[test]
fn the_table_of_a_source_is_that_of_the_compiled_catalog() {
    let web = parse(include_str!("../../jmessage-codes/src/web.rs"));
    assert_eq!(rows(web.enums()[0].table()), rows(&Table::of::<WebCode>()));
    let this = parse(include_str!("source.rs"));
    let names: Vec<&str> = this.enums().iter().map(error_catalog::SourceEnum::name).collect();
    assert_eq!(names, ["Mixed", "States", "Inner"]);
    let mut mixed = rows(this.enums()[0].table());
    // What the conditions leave out cannot be known.
    assert!(mixed.remove(3).starts_with("85 [] Absent"));
    assert_eq!(mixed, rows(&Table::of::<forms::Mixed>()));
    assert_eq!(rows(this.enums()[1].table()), rows(&Table::of::<forms::States>()));
    assert_eq!(this.enums()[0].table().columns(), Table::of::<forms::Mixed>().columns());
}

mod forms {
    use super::{ErrorCatalog, Unlisted};

    // A comment, which is not a record.
    #[rustfmt::skip]
    #[derive(Clone, Copy, PartialEq, Eq, Debug)] #[derive(jmessage_codes::ErrorCatalog)]
    #[repr(i16)]
    #[catalog(code = i16, range = -1..=0x7fff)]
    #[cfg_attr(all(), catalog(
        column(r#type: &str = "plain"),
        column(retry: bool = false), column(#[must_use] limit: u16 = 1_000,),
    ))]
    pub(super) enum Mixed {
        #[code(-1, "a \"quoted\"\n\u{202e}\t\\ text", r##"raw "# text"##)] Unknown = -1,
        /// `0`: The doc comment
        /// is the description.
        ///
        /// In two paragraphs.
        #[doc(alias = "0")]
        #[code(0 | 0x10 | 0b1_0001 | 1_8i16, "none", success, r#type = r"\raw", retry = true)]
        None = 0,
        /** `7`: The code of another row. */
        #[code(_, "next", kind = NotFound, limit = { const A: u16 = 3; A },)]
        Next,
        #[cfg(any())]
        #[code(_, "not there")]
        Absent = 0x55,
        #[code(3, "", retired)]
        #[allow(dead_code)]
        r#Raw = 3,
        #[cfg_attr(all(), code(0o5, "five", "Five
lines"))]
        Five = 5,
        // A comment between variants.
        #[code(other, "other")]
        Other(Unlisted<Self>) = 77,
    }

    #[derive(Clone, Copy, PartialEq, Eq, Debug, ErrorCatalog)]
    #[allow(dead_code)]
    pub(super) enum States {
        #[code("01000" | "01\u{30}01", "one")]
        One,
        /// `"1F"`: Its text.
        #[code("1F", "two", retired)]
        Two,
    }

    #[allow(dead_code)]
    fn function() {
        #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
        enum Inner {
            #[code(1, "one")]
            One,
        }
        let _ = Inner::One;
    }
}
