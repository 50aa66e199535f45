//! HTML with noise. Markdown has these tables too.

use super::{Document, ODD_CODES, Random, items};

pub(crate) fn document(random: &mut Random) -> Document {
    let mut document = Document::default();
    document.noise("<!DOCTYPE html><html><body>");
    for number in 0..=random.below(3) {
        if random.one_in(2) {
            document.noise("<h2>Errors</h2>");
        }
        if random.one_in(4) {
            document.noise("<table><tr><td>Home</td><td>Help</td></tr></table>");
        }
        table(&mut document, random, number == 0);
        if random.one_in(3) {
            items::html(&mut document, random);
        }
    }
    document.noise("</body></html>");
    document
}

/// A table, of which the first has clean rows too.
pub(crate) fn table(document: &mut Document, random: &mut Random, is_first: bool) {
    document.noise(random.pick(&["<table>", "<table class=\"a\">", "<TABLE border=1>"]));
    let has_head = random.one_in(2);
    if has_head {
        document.noise("<thead>");
    }
    document.noise("<tr><th>Code</th><th>Message</th></tr>");
    if has_head {
        document.noise("</thead><tbody>");
    }
    for _ in 0..if is_first { 4 } else { 1 } {
        document.row(|code, marker| format!("<tr><td>{code}</td><td>{marker}</td></tr>"));
    }
    for _ in 0..random.below(8) {
        piece(document, random);
    }
    if has_head {
        document.noise("</tbody>");
    }
    document.noise(random.pick(&["</table>", "  </table>", "</TABLE>"]));
}

fn piece(document: &mut Document, random: &mut Random) {
    let odd = random.pick(&ODD_CODES);
    match random.below(15) {
        0 => document.noise(random.pick(&["", "\n\n", "<!-- | 1 | comment | -->"])),
        1 => document.row(|code, marker| {
            format!("\n    <tr>\n\n      <td>{code}</td>\n      <td>{marker}</td>\n    </tr>")
        }),
        2 => document.row(|code, marker| format!("<tr><td>{code}<td>{marker}")),
        3 => document.row(|_, marker| format!("<tr><td>{odd}</td><td>{marker}</td></tr>")),
        4 => document
            .row(|code, marker| format!("<tr><td>{code}</td><td>{marker}</td><td>more</td></tr>")),
        5 => document.row(|code, marker| {
            format!("<tr><td><code>{code}</code></td><td><ul><li>{marker}</li></ul></td></tr>")
        }),
        6 => document.row(|_, marker| format!("<tr><td colspan=\"2\">{marker}</td></tr>")),
        7 => {
            document.row(|code, marker| {
                format!("<tr><td>{code}</td><td rowspan=\"2\">{marker} w_</td></tr>")
            });
            document.noise("<tr><td>77</td></tr>");
        }
        8 => document.row(|code, marker| {
            format!("<tr><td>{code}</td><td>{marker}<table><tr><td>in</td></tr></table></td></tr>")
        }),
        9 => document.row(|_, marker| format!("<tr><td>1001</td><td>{marker}</td></tr>")),
        10 => document.row(|code, marker| format!("<tr><th>{code}</th><td>{marker}</td></tr>")),
        11 => document
            .row(|code, marker| format!("<tr><td>{code}</td><td>{marker} <b>a</b> < b</td></tr>")),
        12 => document.row(|code, marker| {
            format!("</tbody><tbody><tr><td>{code}</td><td>{marker}<br/></td></tr>")
        }),
        13 => document.row(|code, marker| format!("<tr><td>{code}</td></tr><!-- {marker} -->")),
        _ => document.row(|code, marker| format!("<tr><td>\n{code}\n</td><td>{marker}</td></tr>")),
    }
}
