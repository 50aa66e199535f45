//! Source code with noise.

use super::{Document, ODD_CODES, Random};

pub(crate) const EXPRESSION: &str =
    r#"(?<variant>E_\w+)\(\s*(?<code>[\w-]+),\s*"(?<message>[^"]*)""#;

pub(crate) fn document(random: &mut Random) -> Document {
    let mut document = Document::default();
    document.noise("/* Version 2.0, 2024. */\nenum Door {");
    for _ in 0..4 {
        document.row(|code, marker| format!("    E_{marker}({code}, \"{marker}\"),"));
    }
    for _ in 0..random.below(12) {
        piece(&mut document, random);
    }
    document.noise("}");
    document
}

fn piece(document: &mut Document, random: &mut Random) {
    let odd = random.pick(&ODD_CODES);
    match random.below(16) {
        0 => document.noise(random.pick(&["", "// A comment, \"quoted\".", "\t\r", "\\\""])),
        1 => document.row(|code, marker| format!("E_{marker}(\n  {code},\n  \"{marker}\"),")),
        2 => document.row(|code, marker| format!("E_{marker}({code}, \"a \" +\n \"{marker}\"),")),
        3 => document.row(|code, marker| format!("E_{marker}({code}, \"\\\"{marker}\\\" \\n\"),")),
        4 => document.row(|_, marker| format!("E_{marker}({odd}, \"{marker}\"),")),
        5 => document.row(|_, marker| format!("E_{marker}(1001, \"{marker}\"),")),
        // Not matched.
        6 => document.row(|code, marker| format!("E_{marker}({code}, null), // {marker}")),
        7 => document.row(|code, marker| format!("#define E_{marker} {code} /* {marker} */")),
        8 => document.row(|code, marker| format!("OPEN({code}, {marker}),")),
        9 => document.row(|_, marker| format!("E_{marker} = E_w1x,")),
        10 => document.row(|code, marker| format!("E_{marker}({code}, \"{marker}),")),
        // Strings with quotes of their own, and such as nothing closes.
        11 => document.row(|code, marker| format!("E_{marker}({code}, \"'{marker}' is old\"),")),
        12 => document.row(|code, marker| format!("E_{marker}({code}, \"`{marker}`.`b`\"),")),
        13 => {
            document.row(|code, marker| format!("E_{marker}({code}, \"{marker}\" + NAME + \"\"),"));
        }
        14 => document.row(|code, marker| format!("E_{marker}({code}, \"\"\"{marker}\"\"\"),")),
        _ => document
            .row(|code, marker| format!("E_{marker}({code}, \"{marker}\"), OPEN(99{code}, null),")),
    }
}
