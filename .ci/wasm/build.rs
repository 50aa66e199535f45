//! Writes the table of `WebCode` in other forms: as a catalog with and without the column,
//! and as `match` expressions.

use std::path::Path;
use std::{env, fs, io};

use jmessage_codes::WebCode;

type Text = fn(WebCode) -> &'static str;

const TEXTS: [(&str, Text); 5] = [
    ("name", WebCode::name),
    ("message", WebCode::message),
    ("description", WebCode::description),
    ("description_zh", WebCode::description_zh),
    ("description_en", WebCode::description_en),
];

fn main() -> io::Result<()> {
    let directory = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    let directory = Path::new(&directory);
    let column = |code: WebCode| format!(", description_zh = {:?}", code.description_zh());
    let with_column = catalog("#[catalog(column(description_zh: &str))]", column);
    fs::write(directory.join("unused_column.rs"), with_column)?;
    fs::write(directory.join("no_column.rs"), catalog("", |_| String::new()))?;
    fs::write(directory.join("by_hand.rs"), by_hand())
}

/// The source that `line` makes of each code.
fn lines(line: impl Fn(WebCode) -> String) -> String {
    WebCode::ENTRIES.iter().map(|entry| line(entry.variant())).collect()
}

fn catalog(attribute: &str, column: fn(WebCode) -> String) -> String {
    let texts =
        |code: WebCode| format!("{:?}, {:?}{}", code.message(), code.description(), column(code));
    let variants = lines(|code| {
        let (name, kind) = (code.name(), kind(code));
        format!("#[code({}, {}{kind})] {name},\n", code.code(), texts(code))
    });
    format!(
        "#[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]
        {attribute}
        enum Code {{
            {variants}
            #[code(other, {})] Other(jmessage_codes::Unlisted<Self>),
        }}",
        texts(WebCode::from(1))
    )
}

fn kind(code: WebCode) -> String {
    if code.is_success() { ", success".into() } else { format!(", kind = {:?}", code.kind()) }
}

fn by_hand() -> String {
    let variants = lines(|code| format!("{},\n", code.name()));
    let from = lines(|code| format!("{} => Self::{},\n", code.code(), code.name()));
    let codes = lines(|code| format!("Self::{} => {},\n", code.name(), code.code()));
    let kinds = lines(|code| format!("Self::{} => {},\n", code.name(), code.kind() as u8));
    let unlisted = WebCode::from(1).kind() as u8;
    format!(
        "#[derive(Clone, Copy)]
        enum Code {{ {variants} Other(u32) }}
        impl From<u32> for Code {{
            fn from(number: u32) -> Self {{
                match number {{ {from} number => Self::Other(number) }}
            }}
        }}
        impl Code {{
            fn code(self) -> u32 {{
                match self {{ {codes} Self::Other(number) => number }}
            }}
            fn kind(self) -> u8 {{
                match self {{ {kinds} Self::Other(_) => {unlisted} }}
            }}
            {}
        }}",
        TEXTS.map(|(method, text)| text_by_hand(method, text)).concat()
    )
}

fn text_by_hand(method: &str, text: Text) -> String {
    let arms = lines(|code| format!("Self::{} => {:?},\n", code.name(), text(code)));
    let other = text(WebCode::from(1));
    format!(
        "fn {method}(self) -> &'static str {{
            match self {{ {arms} Self::Other(_) => {other:?} }}
        }}\n"
    )
}
