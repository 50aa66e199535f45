//! YAML and TOML with noise.

use super::{Document, ODD_CODES, Random};

pub(crate) fn yaml(random: &mut Random) -> Document {
    let mut document = Document::default();
    document.noise(random.pick(&["# Errors", "---", "%YAML 1.2\n---", ""]));
    let is_list = random.one_in(2);
    let indent = random.pick(&["", "  "]);
    document.noise(random.pick(&["errors:", "version: 1\nerrors:", "\"a/b\":"]));
    if is_list && random.one_in(2) {
        // The other rows do not have the second column.
        document.row(|code, marker| {
            yaml_row(true, indent, &format!("{code}\n{indent}  note: x"), marker)
        });
    }
    for _ in 0..4 {
        document.row(|code, marker| yaml_row(is_list, indent, code, marker));
    }
    for _ in 0..random.below(8) {
        yaml_piece(&mut document, random, is_list, indent);
    }
    document
}

fn yaml_row(is_list: bool, indent: &str, code: &str, message: &str) -> String {
    if is_list {
        format!("{indent}- code: {code}\n{indent}  message: {message}")
    } else {
        format!("  {code}: {{message: {message}}}")
    }
}

fn yaml_piece(document: &mut Document, random: &mut Random, is_list: bool, indent: &str) {
    let odd = format!("\"{}\"", random.pick(&ODD_CODES));
    let write = |code: &str, message: &str| yaml_row(is_list, indent, code, message);
    match random.below(9) {
        0 => document.noise(random.pick(&["", "# - code: 5", "   # a comment"])),
        1 if is_list => document.row(|_, marker| write(&odd, marker)),
        2 if is_list => document.row(|_, marker| write("1001", marker)),
        3 if is_list => document.row(|_, marker| format!("{indent}- {marker}")),
        4 if is_list => document.row(|code, marker| {
            format!("{indent}-\n{indent}  note: x\n{indent}  message: >-\n{indent}    {marker}\n{indent}  code: {code}")
        }),
        5 => document.row(|code, marker| write(code, &format!("'{marker}: it''s'"))),
        6 => document.row(|code, marker| write(code, &format!("\"a \\\"{marker}\\\" \\u00e9\""))),
        // A column that few rows have.
        7 => document.row(|code, marker| {
            write(code, &format!("{marker}{}", if is_list { format!("\n{indent}  note: y") } else { ", note: y".into() }))
        }),
        _ => document.row(write),
    }
}

pub(crate) fn toml(random: &mut Random) -> Document {
    let mut document = Document::default();
    document.noise(random.pick(&["# Errors", "title = \"a\"", ""]));
    let is_list = random.one_in(2);
    let head = |code: &str| {
        if is_list { format!("[[errors]]\ncode = {code}") } else { format!("[errors.{code}]") }
    };
    for _ in 0..4 {
        document.row(|code, marker| format!("{}\nmessage = \"{marker}\"", head(code)));
    }
    for _ in 0..random.below(8) {
        let odd = format!("\"{}\"", random.pick(&ODD_CODES));
        match random.below(8) {
            0 => document.noise(random.pick(&["", "# [[errors]]"])),
            1 if is_list => {
                document.row(|_, marker| format!("{}\nmessage = \"{marker}\"", head(&odd)));
            }
            2 if is_list => document.row(|_, marker| format!("[[errors]]\nmessage = \"{marker}\"")),
            3 => document
                .row(|code, marker| format!("{}\nnote = 1\nmessage = '{marker}'", head(code))),
            4 => document
                .row(|code, marker| format!("{}\nmessage = '''\n\"{marker}\" \\d'''", head(code))),
            5 => document.row(|code, marker| format!("{}\nmessage.en = \"{marker}\"", head(code))),
            _ => document.row(|code, marker| format!("{}\nmessage = \"{marker}\"", head(code))),
        }
    }
    document
}
