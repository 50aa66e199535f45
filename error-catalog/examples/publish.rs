//! Prints the catalog `WebCode` as a document, in the format of the argument.
//!
//! ```sh
//! cargo run -p error-catalog --example publish -- html > codes.html
//! ```

use std::process::ExitCode;

use error_catalog::{Export, Row, Table};
use jmessage_codes::WebCode;

fn main() -> ExitCode {
    let table = Table::of::<WebCode>();
    let document = match std::env::args().nth(1).as_deref() {
        Some("markdown") => table.to_markdown(),
        Some("csv") => table.to_csv(),
        Some("json") => table.to_json(),
        Some("typescript") => table.to_typescript(),
        Some("html") => page(&table),
        _ => {
            eprintln!("usage: publish markdown|csv|json|typescript|html");
            return ExitCode::from(2);
        }
    };
    print!("{document}");
    ExitCode::SUCCESS
}

/// The page, with the codes under the operations that they are about.
fn page(table: &Table) -> String {
    let operation = |row: &Row| {
        let code: Option<u32> = row.code().parse().ok();
        let operation = code.and_then(|code| WebCode::from(code).operation());
        let Some(operation) = operation else { return "Others".to_owned() };
        let (first, rest) = operation.description().split_at(1);
        format!("{}{rest} · {}", first.to_uppercase(), operation.description_zh())
    };
    Export::new(table)
        .title("Error codes of the JMessage Web SDK")
        .introduction("What the SDK and its server answer, and what an app can do about it.")
        .source(
            "the vendor's documentation, with kinds, texts for users and advice of jmessage-codes",
        )
        .group_by(operation)
        .to_html()
}
