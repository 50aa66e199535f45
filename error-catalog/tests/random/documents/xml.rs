//! XML with noise: codes as attributes or elements, in lists, groups and alone.

use super::{Document, ODD_CODES, Random};

pub(crate) fn document(random: &mut Random) -> Document {
    let mut document = Document::default();
    document.noise(random.pick(&[
        "<?xml version=\"1.0\"?>",
        "<!-- <error code='1' message='x'/> -->",
        "<!DOCTYPE errors [<!ENTITY app \"the app\">]>",
    ]));
    let (begin, end) = random.pick(&[
        ("<errors>", "</errors>"),
        ("<errors xmlns='urn:x' version='2'><info><title>API</title></info>", "</errors>"),
        ("<r><a><list count='9'>", "</list></a></r>"),
        ("<e:errors xmlns:e='urn:x'><e:group e:name='door'>", "</e:group></e:errors>"),
    ]);
    document.noise(begin);
    let with_attributes = random.one_in(2);
    for _ in 0..4 {
        document.row(|code, marker| row(with_attributes, code, marker));
    }
    for _ in 0..random.below(8) {
        element(&mut document, random, with_attributes);
    }
    document.noise(end);
    document
}

fn row(with_attributes: bool, code: &str, message: &str) -> String {
    if with_attributes {
        format!("<error code=\"{code}\" message=\"{message}\"/>")
    } else {
        format!("<error>\n<code>{code}</code><message>{message}</message></error>")
    }
}

fn element(document: &mut Document, random: &mut Random, with_attributes: bool) {
    let odd = random.pick(&ODD_CODES).replace('&', "&amp;");
    let write = |code: &str, message: &str| row(with_attributes, code, message);
    match random.below(12) {
        0 => document.noise(random.pick(&["", "<!-- x -->", "<?go on?>"])),
        1 => document.row(|_, marker| write(&odd, marker)),
        2 => document.row(|_, marker| write("1001", marker)),
        3 => document.row(|_, marker| format!("<error>{marker}</error>")),
        4 => document.row(|code, marker| {
            format!("<error code='{code}'><message>\n<![CDATA[<{marker}>]]></message></error>")
        }),
        5 => document.row(|code, marker| {
            format!("<error code='{code}'>\n<message>a <b>{marker}</b> &lt; c</message></error>")
        }),
        6 => document.row(|code, marker| {
            format!("<error message='{marker}'>\n<code>{code}</code>\n<note>x</note></error>")
        }),
        7 => document.row(|code, marker| {
            format!("<error code='{code}'>\n<message lang='en'>{marker}</message></error>")
        }),
        8 => document.row(|code, marker| format!("<error code='{code}'>{marker}</error>")),
        9 => document
            .row(|code, marker| format!("<error code='{code}' code='1' message='{marker}'/>")),
        10 => {
            document.noise("<group><error code='5' message='outer'/>");
            document.row(write);
            document.noise("</group>");
        }
        _ => document.row(write),
    }
}
