//! Texts are the same as in the table, to the byte.

use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum Text {
    #[code(1, "  blanks, and a tab\t ", "\n lines \r\n")]
    Blanks,
    #[code(2, "", "")]
    Empty,
    #[code(3, "{braces} {{}} %s \"quotes\" 'and' \\ ，（）", r#"raw "text" \n"#)]
    Punctuation,
    #[code(4, "\0\u{202e}é漢字🦀*/\"#", "<script>alert(1)</script> | `*_`")]
    Hostile,
    #[code(5, "repeated")]
    First,
    #[code(6, "Repeated")]
    OtherCase,
    #[code(7, "repeated")]
    Second,
    /// One line.
    #[code(8, "with a comment")]
    Comment,
    /// A paragraph that goes
    /// on in a second line.
    ///
    /// - and another
    ///   one
    #[code(9, "with paragraphs")]
    Paragraphs,
    /** A block
     * comment.
     */
    #[code(10, "with a block comment")]
    Block,
    #[doc = "A list:\n* one\n\n* two\nand more"]
    #[code(13, "with a list")]
    List,
    /// Not this one.
    #[code(11, "with both", "the description")]
    Both,
    #[doc = "From an attribute."]
    #[doc(alias = "anything")]
    #[code(12, "with an attribute")]
    Attribute,
}

#[test]
fn texts_are_kept_to_the_byte() {
    let table = [
        (Text::Blanks, "  blanks, and a tab\t ", "\n lines \r\n"),
        (Text::Empty, "", ""),
        (Text::Punctuation, "{braces} {{}} %s \"quotes\" 'and' \\ ，（）", "raw \"text\" \\n"),
        (Text::Hostile, "\0\u{202e}é漢字🦀*/\"#", "<script>alert(1)</script> | `*_`"),
    ];
    for (variant, message, description) in table {
        assert_eq!(variant.message(), message);
        assert_eq!(variant.description(), description);
        assert_eq!(Text::from_message(message), [variant]);
    }
}

#[test]
fn messages_may_repeat() {
    assert_eq!(Text::from_message("repeated"), [Text::First, Text::Second]);
    assert_eq!(Text::from_message("Repeated"), [Text::OtherCase]);
    assert_eq!(Text::from_message("repeated "), []);
}

#[test]
fn descriptions_default_to_the_doc_comment_or_the_message() {
    let table = [
        (Text::First, "repeated"),
        (Text::Comment, "One line."),
        (Text::Paragraphs, "A paragraph that goes on in a second line.\n\n- and another one"),
        (Text::Block, "A block comment."),
        (Text::List, "A list: * one\n\n* two and more"),
        (Text::Both, "the description"),
        (Text::Attribute, "From an attribute."),
    ];
    for (variant, description) in table {
        assert_eq!(variant.description(), description, "{variant:?}");
    }
}
