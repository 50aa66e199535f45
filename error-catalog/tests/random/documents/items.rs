//! Lists, headings, definitions and paragraphs that begin with codes, with noise.

use super::{Document, Random};

/// A document of Markdown without a table.
pub(crate) fn document(random: &mut Random) -> Document {
    let mut document = Document::default();
    document.noise(random.pick(&["# Errors\n", "Text.\n", "1. Open\n2. Click\n", ""]));
    for _ in 0..=random.below(3) {
        markdown(&mut document, random);
    }
    document
}

/// One list and the like of Markdown.
pub(crate) fn markdown(document: &mut Document, random: &mut Random) {
    document.noise("\n## These too\n");
    let rows = 1 + random.below(3);
    match random.below(11) {
        0 => {
            let indent = random.pick(&["", "  ", "> "]);
            let mark = random.pick(&["- `", "* `", "1. `", "+ `"]);
            for _ in 0..rows {
                document.row(|code, marker| format!("{indent}{mark}{code}`: {marker}"));
            }
        }
        1 => {
            for _ in 0..rows {
                document
                    .row(|code, marker| format!("- **{code}** – {marker}\n  - More\n\n  Text."));
            }
        }
        2 => {
            let level = random.pick(&["###", "####", "######"]);
            for _ in 0..rows {
                document.row(|code, marker| format!("{level} {code} {marker}\n\nText.\n"));
            }
        }
        3 => {
            for _ in 0..rows {
                document.row(|code, marker| format!("### E_{marker} ({code})\n\nText.\n"));
            }
        }
        4 => {
            for _ in 0..rows {
                document.row(|code, marker| format!("**{code}**\n{marker}\n\nText.\n"));
            }
        }
        5 => {
            let mark = random.pick(&[". ", ") "]);
            for _ in 0..rows {
                document.row(|code, marker| format!("{code}{mark}{marker}\n\n      More.\n"));
            }
        }
        6 => {
            let separator = random.pick(&[": ", " - ", " – "]);
            let end = random.pick(&["", "\n", "\n\nMore.\n"]);
            // A single one is rather a sentence.
            for _ in 0..=rows {
                document.row(|code, marker| format!("{code}{separator}{marker}{end}"));
            }
        }
        7 => {
            for _ in 0..rows {
                document.row(|code, marker| {
                    format!("### {code} {marker}\n\n```\n1: code\n```\n\n#### Cause\n\n- a\n\n| b | c |\n| - | - |\n| d | e |\n")
                });
            }
        }
        8 => {
            for _ in 0..rows {
                document.row(|code, marker| {
                    format!("- <Tip text={{\"a > b\"}}>{code}</Tip>: <Mark id=\"a\" />{marker} {{/* c */}}")
                });
            }
        }
        9 => {
            for _ in 0..rows {
                document.row(|code, marker| format!("{code}\n: [{marker}](a)\n"));
            }
        }
        _ => html(document, random),
    }
    document.noise("\n## Other\n");
}

/// One list and the like of HTML.
pub(crate) fn html(document: &mut Document, random: &mut Random) {
    let kind = random.below(6);
    document.noise(["<ul>", "<dl>", "<div>", "<ol start=5>", "<dl>", "<p>"][kind]);
    let rows = if kind == 5 { 2 } else { 1 };
    for _ in 0..rows + random.below(3) {
        document.row(|code, marker| match kind {
            0 => format!("<li><code>{code}</code>: {marker}</li>"),
            1 => format!("<dt><b>{code}</b>\n<dd>{marker}"),
            2 => format!("<h4 id=\"e{code}\">{code} {marker}</h4>\n<p>Text.</p><pre>a\nb</pre>"),
            3 => format!("<li value=\"{code}\">{marker}"),
            4 => format!("<div><dt>{code}</dt><dd><a href=\"b\">{marker}</a></dd></div>"),
            _ => format!("{code}: {marker}<br>"),
        });
    }
    document.noise(["</ul>", "</dl>", "</div>", "</ol>", "</dl>", "</p>"][kind]);
}
