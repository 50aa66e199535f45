//! Markdown with noise.

use super::{Document, ODD_CODES, Random, html, items};

pub(crate) fn document(random: &mut Random) -> Document {
    let mut document = Document::default();
    for _ in 0..random.below(3) {
        around(&mut document, random);
    }
    document.noise("");
    for number in 0..=random.below(3) {
        if number > 0 && random.one_in(3) {
            html::table(&mut document, random, false);
        } else {
            table(&mut document, random, "", number == 0);
        }
        document.noise("");
        for _ in 0..random.below(3) {
            around(&mut document, random);
        }
        document.noise("");
    }
    document
}

/// Noise around tables, which may have rows too.
fn around(document: &mut Document, random: &mut Random) {
    match random.below(14) {
        0 => document.noise("# Errors\n"),
        1 => document.noise("Some text, | with a bar.\n"),
        2 => document.noise("import Vg from './vg'\n\n<Vg k=\"X\" />\n"),
        3 => document.noise("---\n"),
        4 => document.noise("- an item\n\n"),
        5 => {
            // Rows before any heading.
            document.noise("");
            document.row(|code, marker| format!("| {code} | {marker} |"));
            document.row(|code, marker| format!("| {code} | {marker} |"));
            document.noise("");
        }
        6 => {
            document.noise("\n| Code | Message |\n| --- | --- | --- |");
            document.row(|code, marker| format!("| {code} | {marker} |"));
            document.noise("");
        }
        7 => {
            document.noise("");
            table(document, random, "    ", false);
        }
        8 => {
            document.noise("");
            table(document, random, "> ", false);
        }
        9 => {
            document.noise("\n- An item:\n");
            table(document, random, "  ", false);
        }
        10 => document.noise("<br/>\n## More\n"),
        11 | 12 => items::markdown(document, random),
        _ => document.noise("<!-- a comment -->\n"),
    }
}

fn table(document: &mut Document, random: &mut Random, indent: &str, is_first: bool) {
    let has_outer = is_first || !random.one_in(4);
    let write = |code: &str, text: &str| {
        if has_outer {
            format!("{indent}| {code} | {text} |")
        } else {
            format!("{indent}{code} | {text}")
        }
    };
    document.noise(&write("Code", "Message"));
    document.noise(&write("----", "-------"));
    for _ in 0..if is_first { 4 } else { 1 } {
        document.row(write);
    }
    for _ in 0..random.below(6) {
        let odd = random.pick(&ODD_CODES);
        match random.below(11) {
            // A line without outer pipes and without a code is not a row by itself.
            0 if has_outer => document.noise(indent.trim_end()),
            1 => document.row(|_, marker| write(odd, marker)),
            2 => document.row(|code, marker| write(&format!("`{code}`"), marker)),
            3 => document.row(|code, marker| write(code, &format!("{marker} \\| more<br>lines"))),
            4 => document.row(|code, marker| write(code, &format!("{marker} | surplus"))),
            5 => document.row(|code, marker| format!("{indent}| {code} | {marker}")),
            6 => document.row(|_, marker| write("1001", marker)),
            7 => document.row(|code, marker| write(code, &format!("Vec<u8> a < b {marker}"))),
            8 => document.row(|code, marker| write(code, &format!("<ul><li>{marker}</li></ul>"))),
            9 => document
                .row(|code, marker| write(&format!("**{code}**"), &format!("[{marker}](x)"))),
            _ => document.row(write),
        }
    }
}
