//! CSV with noise.

use super::{Document, ODD_CODES, Random};

pub(crate) fn document(random: &mut Random) -> Document {
    let mut document = Document::default();
    let delimiter = random.pick(&[',', ';', '\t', '|']);
    let cells = |cells: &[&str]| cells.join(&delimiter.to_string());
    if random.one_in(4) {
        document.noise(&format!("sep={delimiter}"));
    }
    for _ in 0..random.below(3) {
        document.noise(random.pick(&["# a comment", "Error codes", "", "   ", "// a comment"]));
    }
    if random.one_in(8) {
        document.row(|code, marker| cells(&[code, marker, ""]));
    }
    document.noise(&cells(&["Code", "Message", "Description"]));
    for _ in 0..4 {
        document.row(|code, marker| cells(&[code, marker, "text"]));
    }
    for _ in 0..random.below(10) {
        piece(&mut document, random, &cells);
    }
    document
}

fn piece(document: &mut Document, random: &mut Random, cells: &impl Fn(&[&str]) -> String) {
    let odd = random.pick(&ODD_CODES);
    match random.below(14) {
        0 => document.noise(random.pick(&["", "  ", "\t"])),
        1 => document.row(|code, marker| cells(&[code, &format!("\"{marker}"), ""])),
        2 => document.row(|code, marker| cells(&[code, &format!("{marker}\""), ""])),
        3 => document.row(|code, marker| cells(&[code, &format!("\"{marker}\"s"), ""])),
        4 => document.row(|_, marker| cells(&[odd, marker, ""])),
        5 => document.row(|code, marker| cells(&[code, marker])),
        6 => document.row(|code, marker| cells(&[code, marker, "a", "b"])),
        7 => document.row(|code, marker| cells(&[code, &format!("\"{marker}\nmore\""), ""])),
        8 => document.row(|_, marker| cells(&["1001", marker, ""])),
        9 => document.row(|code, marker| cells(&[code, &format!("\"\"{marker}\"\""), ""])),
        10 => document.row(|code, marker| format!(" {} ", cells(&[code, marker, ""]))),
        11 => document.row(|code, marker| cells(&["\"", code, marker])),
        12 => document.row(|code, marker| cells(&[&format!("\"{code}\""), marker, "\"\""])),
        _ => document.row(|code, marker| cells(&[code, marker, "a \"quoted\" word"])),
    }
}
