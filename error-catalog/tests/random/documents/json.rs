//! JSON with noise: an array, an object keyed by code, or lines.

use super::{Document, ODD_CODES, Random};

pub(crate) fn document(random: &mut Random) -> Document {
    let mut document = Document::default();
    match random.below(4) {
        0 => array(&mut document, random),
        1 => {
            document.noise(random.pick(&[
                "{\"version\": \"1\", \"errors\":",
                "{\"info\": {\"title\": \"API\"}, \"tags\": [\"a\"], \"data\": ",
                "{\"pages\": [{\"page\": 1}], \"a/b\": ",
            ]));
            array(&mut document, random);
            document.noise(random.pick(&["}", ", \"end\": null}"]));
        }
        2 => keyed(&mut document, random),
        _ => lines(&mut document, random),
    }
    document
}

fn array(document: &mut Document, random: &mut Random) {
    document.noise("[");
    if random.one_in(2) {
        // The other rows do not have the second column.
        document.row(|code, marker| {
            format!("{{\"code\": {code}, \"note\": \"x\", \"message\": \"{marker}\"}},")
        });
    }
    for _ in 0..4 {
        document.row(|code, marker| format!("{{\"code\": {code}, \"message\": \"{marker}\"}},"));
    }
    for _ in 0..random.below(8) {
        element(document, random);
        document.noise(",");
    }
    document.row(|code, marker| format!("{{\"code\": {code}, \"message\": \"{marker}\"}}"));
    document.noise("]");
}

fn element(document: &mut Document, random: &mut Random) {
    let odd = random.pick(&ODD_CODES);
    match random.below(12) {
        // Columns that few rows have.
        10 => document.row(|code, marker| {
            format!("{{\"code\": {code}, \"note\": \"x\", \"message\": \"{marker}\"}}")
        }),
        11 => document.row(|code, marker| {
            format!("{{\"a\": {{\"b\": 1}}, \"message\": \"{marker}\", \"code\": {code}}}")
        }),
        0 => document.noise("null"),
        1 => document.noise("[1, 2]"),
        2 => document.row(|code, marker| format!("[{code}, \"{marker}\"]")),
        3 => document.row(|_, marker| format!("\"{marker}\"")),
        4 => document.row(|_, marker| format!("{{\"message\": \"{marker}\"}}")),
        5 => {
            document.row(|_, marker| format!("{{\"code\": \"{odd}\", \"message\": \"{marker}\"}}"));
        }
        6 => document.row(|code, marker| {
            format!("{{\"code\": {code},\n \"message\": \"a\",\n \"message\": \"{marker}\"}}")
        }),
        7 => document.row(|code, marker| {
            format!("{{\"message\": \"{marker}\", \"x\": {{\"y\": [1]}}, \"code\": \"{code}\"}}")
        }),
        8 => document.row(|_, marker| format!("{{\"code\": 1001, \"message\": \"{marker}\"}}")),
        _ => {
            document.noise("{\"code\": 5, \"message\": \"outer\", \"inner\": [");
            document.row(|code, marker| format!("{{\"code\": {code}, \"message\": \"{marker}\"}}"));
            document.noise("]}");
        }
    }
}

fn keyed(document: &mut Document, random: &mut Random) {
    document.noise("{");
    for _ in 0..5 {
        document.row(|code, marker| format!("\"{code}\": {{\"message\": \"{marker}\"}},"));
    }
    for _ in 0..random.below(5) {
        match random.below(4) {
            0 => document.row(|_, marker| format!("\"4xx\": {{\"message\": \"{marker}\"}},")),
            1 => document.row(|code, marker| format!("\"{code}\": \"{marker}\",")),
            2 => document.row(|_, marker| format!("\"1001\": {{\"message\": \"{marker}\"}},")),
            _ => {
                document.row(|code, marker| format!("\"{code}\": {{\"message\":\n\"{marker}\"}},"));
            }
        }
    }
    document.row(|code, marker| format!("\"{code}\": {{\"message\": \"{marker}\"}}"));
    document.noise("}");
}

fn lines(document: &mut Document, random: &mut Random) {
    for _ in 0..4 {
        document.row(|code, marker| format!("{{\"code\": {code}, \"message\": \"{marker}\"}}"));
    }
    for _ in 0..random.below(6) {
        match random.below(4) {
            0 => document.noise(""),
            1 => document
                .row(|code, marker| format!("{{\"code\": {code}, \"message\": \"{marker}\"")),
            2 => document.row(|code, marker| format!("[{code}, \"{marker}\"]")),
            _ => document.row(|code, marker| {
                format!("  {{\"code\": {code}, \"message\": \"{marker}\", \"x\": 1}}")
            }),
        }
    }
}
