//! Documents as bytes: their encodings, and formats that nobody names.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use error_catalog::{Format, ReadError, Reader, Reading};

const CHINESE: &str = "错误码,错误信息\n0,成功\n880103,用户不存在，请检查参数\n";

/// The text in an encoding, without a byte order mark.
fn encode(text: &str, label: &str) -> Vec<u8> {
    match label {
        "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        _ => {
            let encoding = Encoding::for_label(label.as_bytes()).unwrap();
            let (bytes, _, is_lossy) = encoding.encode(text);
            assert!(!is_lossy, "{label}: {text}");
            bytes.into_owned()
        }
    }
}

fn read(bytes: &[u8], label: Option<&str>) -> Result<Reading, ReadError> {
    let reader = label.map_or(Reader::new(), |label| Reader::new().encoding(label).unwrap());
    reader.read_bytes(bytes, None)
}

fn encoding(reading: &Reading) -> &str {
    reading.report.read_as.as_ref().unwrap().encoding.unwrap()
}

#[test]
fn encodings_that_a_reader_finds() {
    let unmarked = [
        ("utf-8", "UTF-8"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("utf-16le", "UTF-16LE"),
        ("utf-16be", "UTF-16BE"),
    ];
    let marks =
        [("utf-8", &b"\xEF\xBB\xBF"[..]), ("utf-16le", b"\xFF\xFE"), ("utf-16be", b"\xFE\xFF")];
    let unmarked = unmarked.map(|(label, name)| (encode(CHINESE, label), name));
    let marked = marks.map(|(label, mark)| {
        let name = match label {
            "utf-8" => "UTF-8",
            "utf-16le" => UTF_16LE.name(),
            _ => UTF_16BE.name(),
        };
        ([mark, &encode(CHINESE, label)].concat(), name)
    });
    for (bytes, name) in unmarked.into_iter().chain(marked) {
        let reading = read(&bytes, None).unwrap();
        assert_eq!(encoding(&reading), name);
        assert_eq!(reading.table.rows()[1].message(), "用户不存在，请检查参数", "{name}");
    }
}

/// Many bytes of other encodings can be decoded as GB18030, and none of them may be.
#[test]
fn other_encodings_must_be_named() {
    let texts = [
        ("windows-1252", "code,message\n1,Paramètre manquant\n2,Utilisateur supprimé à l'été\n"),
        ("windows-1251", "code,message\n1,Пользователь не найден\n2,Неверный параметр запроса\n"),
        ("koi8-r", "code,message\n1,Пользователь не найден\n2,Неверный параметр запроса\n"),
        ("shift_jis", "code,message\n1,ユーザーが存在しません\n2,パラメータが不正です\n"),
        ("euc-jp", "code,message\n1,ユーザーが存在しません\n2,パラメータが不正です\n"),
        ("euc-kr", "code,message\n1,사용자를 찾을 수 없습니다\n2,잘못된 매개변수입니다\n"),
        ("big5", "code,message\n1,使用者不存在\n2,參數錯誤，請檢查\n"),
    ];
    for (label, text) in texts {
        let bytes = encode(text, label);
        let error = read(&bytes, None).unwrap_err();
        assert!(matches!(error, ReadError::NotText { encoding: "UTF-8", .. }), "{label}: {error}");
        let reading = read(&bytes, Some(label)).unwrap();
        let expected = text.lines().nth(1).and_then(|line| line.split_once(',')).unwrap().1;
        assert_eq!(reading.table.rows()[0].message(), expected, "{label}");
    }
}

#[test]
fn a_page_declares_its_encoding() {
    let page = |declaration: &str| {
        format!(
            "<!-- A page. -->\n{declaration}<table><tr><th>Code</th><th>Text</th></tr>\
             <tr><td>7</td><td>Größe</td></tr></table>"
        )
    };
    let cases = [
        ("<html><meta charset=iso-8859-1>", "latin1", "windows-1252"),
        (
            "<META HTTP-EQUIV='a' content=\"text/html; charset=windows-1250\">",
            "windows-1250",
            "windows-1250",
        ),
        // It was converted to UTF-8 later.
        ("<meta charset=\"iso-8859-1\">", "utf-8", "UTF-8"),
        ("<meta charset=\"utf-16\">", "utf-8", "UTF-8"),
    ];
    for (declaration, label, name) in cases {
        let reading = read(&encode(&page(declaration), label), None).unwrap();
        assert_eq!(encoding(&reading), name);
        assert_eq!(reading.table.rows()[0].message(), "Größe", "{declaration}");
    }
    let error = read(&encode(&page("<meta charset=klingon>"), "latin1"), None).unwrap_err();
    assert!(matches!(error, ReadError::Encoding(_)), "{error}");
    // Japanese pages of seven bits.
    let japanese = page("<meta charset=\"iso-2022-jp\">").replace("Größe", "不明");
    let reading = read(&encode(&japanese, "iso-2022-jp"), None).unwrap();
    assert_eq!(reading.table.rows()[0].message(), "不明");
}

#[test]
fn a_byte_that_is_not_text_is_an_error() {
    let cases: [(&[u8], Option<&str>, &str); 5] = [
        (b"code,message\n1,a\xFF\n", None, "line 2: the byte 0xFF at offset 16 is not UTF-8"),
        (b"\xEF\xBB\xBFcode\n\xC3", None, "line 2: the byte 0xC3 at offset 8 is not UTF-8"),
        (b"a\nb\x81 c\n", Some("gbk"), "line 2: the byte 0x81 at offset 3 is not GBK"),
        (b"\xFF\xFEa\0\n\0\0\xD8b\0", None, "line 2: the byte 0x00 at offset 6 is not UTF-16LE"),
        (b"a\n\x80\n", Some("shift_jis"), ""),
    ];
    for (bytes, label, expected) in cases {
        let error = read(bytes, label).unwrap_err().to_string();
        let advice = "; pass the document's --encoding LABEL";
        assert!(error.starts_with(expected), "{error}");
        assert!(expected.is_empty() || error.ends_with(advice), "{error}");
    }
    assert_eq!(
        Reader::new().encoding("klingon").unwrap_err().to_string(),
        r#"unknown encoding "klingon"; see https://encoding.spec.whatwg.org/#names-and-labels"#
    );
    assert!(Reader::new().encoding("iso-2022-kr").is_err());
}

#[test]
fn formats_are_found_by_what_documents_have() {
    let html = "<table><tr><th>Code</th><th>Text</th></tr><tr><td>7</td><td>a</td></tr></table>";
    let (page, text) = (format!("\n<!DOCTYPE html>{html}"), format!("# Errors\n\n{html}\n"));
    let cases = [
        ("[{\"code\": 7, \"message\": \"a\"}]", Format::Json),
        ("{\"code\": 7, \"message\": \"a\"}\n{\"code\": 8, \"message\": \"b\"}\n", Format::Json),
        (&*page, Format::Html),
        (html, Format::Html),
        (&*text, Format::Markdown),
        ("Errors, all\n\n| Code | Text |\n|---|---|\n| 7 | a, b |\n", Format::Markdown),
        ("code\tmessage\n7\ta, b\n8\tc\n", Format::Tsv),
        ("code\tmessage\tmore, or less\n7\ta, b\t\n8\tc, d\t\n", Format::Tsv),
        ("code,message\n7,a\n8,\"c, d\"\n", Format::Csv),
        ("# Errors\ncode;message\n7;a\n8;b\n", Format::Csv),
        ("code|message\n7|a\n8|b\n", Format::Csv),
    ];
    for (document, format) in cases {
        let reading = Reader::new().read_bytes(document.as_bytes(), None).unwrap();
        assert_eq!(reading.report.read_as.unwrap().format, format, "{document}");
        assert_eq!(reading.table.rows()[0].code(), "7");
    }
    for document in ["", "Some text, and more.\nNo table.\n", "[Section]\nkey = 1\n", "<p>a</p>"] {
        let error = Reader::new().read_bytes(document.as_bytes(), None).unwrap_err();
        assert!(matches!(error, ReadError::UnknownFormat), "{document}: {error}");
    }
}
