//! Prints the catalog `WebCode` as a document, in the format of the argument.
//!
//! ```sh
//! cargo run -p error-catalog --example publish -- html > codes.html
//! ```

use std::process::ExitCode;

use error_catalog::Table;
use jmessage_codes::WebCode;

fn main() -> ExitCode {
    let table = Table::of::<WebCode>();
    let document = match std::env::args().nth(1).as_deref() {
        Some("markdown") => table.to_markdown(),
        Some("csv") => table.to_csv(),
        Some("json") => table.to_json(),
        Some("html") => table.to_html(),
        Some("typescript") => table.to_typescript(),
        _ => {
            eprintln!("usage: publish markdown|csv|json|html|typescript");
            return ExitCode::from(2);
        }
    };
    print!("{document}");
    ExitCode::SUCCESS
}
