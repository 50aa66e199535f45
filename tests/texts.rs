//! Texts are the same as in the table, byte for byte.

use jmessage_codes::{Entry, ErrorCatalog, Kind, Unlisted};

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
    /// `14`: After its own code.
    #[code(14 | 140, "with its code")]
    OwnCode,
    /// `0x0F`:
    /// After its own code in another base.
    #[code(1_5, "with its code in another base")]
    OwnCodeInHexadecimal,
    /// `15`: After the code of another row.
    #[code(16, "with the code of another row")]
    AnotherCode,
    /// `17` without a colon.
    #[code(17, "without a colon")]
    NoColon,
    /// `18`:
    #[code(18, "with nothing after its code")]
    OnlyCode,
    /// `20`
    #[code(20, "with only its code")]
    CodeAlone,
    /// `21`
    ///
    /// After a paragraph with its code.
    #[code(21, "with its code in a paragraph")]
    CodeInParagraph,
    /// `21`
    #[code(22, "with only the code of another row")]
    AnotherCodeAlone,
    #[doc = concat!("Written by", " a macro.")]
    #[code(19, "written by a macro", "the description beside it")]
    WrittenByMacro,
    /// `other`: stays.
    #[code(other, "unlisted")]
    Other(Unlisted<Self>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum State {
    /// `23505`: After its own code.
    #[code("23505", "unique violation")]
    Unique,
    /// `"4\n2"`: After its own code as a literal.
    #[code("4\n2", "with an escape")]
    Escape,
    /// `042`: After another code.
    #[code("42", "another code")]
    Another,
}

/// A vendor's macro that passes the comments on.
macro_rules! commented {
    ($($name:ident = $code:literal: $comment:expr;)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
        enum Commented {
            $(#[doc = $comment] #[code($code, "a message")] $name,)*
        }
    };
}

commented! {
    First = 1: "The first.";
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
fn variants_of_a_message_are_equal_if_each_is() {
    let found = Text::from_message("repeated");
    assert_eq!(found, Text::from_message("repeated"));
    assert_ne!(found, Text::from_message("Repeated"));
    for (one, two, is_equal) in [
        (Text::First, Text::Second, true),
        (Text::Second, Text::First, false),
        (Text::First, Text::First, false),
    ] {
        let both = [one, two];
        let slice = &both[..];
        assert_eq!([found == both, found == *slice, found == slice], [is_equal; 3]);
    }
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
        (Text::WrittenByMacro, "the description beside it"),
    ];
    for (variant, description) in table {
        assert_eq!(variant.description(), description, "{variant:?}");
    }
    assert_eq!(Commented::First.description(), "The first.");
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i32, hex)]
enum Bits {
    /// `0x80004005`: After its own bits.
    #[code(0x80004005, "bits")]
    Negative,
}

#[test]
fn a_doc_comment_counts_without_the_row_s_own_code() {
    let table = [
        (Text::OwnCode, "After its own code."),
        (Text::OwnCodeInHexadecimal, "After its own code in another base."),
        (Text::AnotherCode, "`15`: After the code of another row."),
        (Text::NoColon, "`17` without a colon."),
        (Text::OnlyCode, "with nothing after its code"),
        (Text::CodeAlone, "with only its code"),
        (Text::CodeInParagraph, "After a paragraph with its code."),
        (Text::AnotherCodeAlone, "`21`"),
        (Text::from(9_999), "`other`: stays."),
    ];
    for (variant, description) in table {
        assert_eq!(variant.description(), description, "{variant:?}");
    }
    let states = [State::Unique, State::Escape, State::Another].map(State::description);
    assert_eq!(
        states,
        ["After its own code.", "After its own code as a literal.", "`042`: After another code."]
    );
    assert_eq!(Bits::Negative.description(), "After its own bits.");
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum Repeated {
    #[code(1, "repeated", retired)]
    Retired,
    #[code(2 | 20, "repeated")]
    First,
    #[code(3, "repeated", retired)]
    AlsoRetired,
    #[code(4, "repeated")]
    Second,
    #[code(5, "alone", retired)]
    Alone,
}

#[test]
fn retired_variants_come_after_the_others() {
    const FIRST: Option<Repeated> = Repeated::from_message("repeated").first();
    assert_eq!(FIRST, Some(Repeated::First));
    let expected = [Repeated::First, Repeated::Second, Repeated::Retired, Repeated::AlsoRetired];
    let found = Repeated::from_message("repeated");
    assert_eq!(found, expected);
    assert_eq!(found, expected[..]);
    assert_eq!(found.len(), 4);
    assert!(found.contains(&Repeated::Retired) && !found.contains(&Repeated::Alone));
    assert!(found.into_iter().rev().eq(expected.into_iter().rev()));
    assert_eq!(Repeated::from_message("alone"), [Repeated::Alone]);
    let names = Repeated::ENTRIES.iter().filter(|entry| entry.is_retired()).map(Entry::name);
    assert_eq!(names.collect::<Vec<_>>(), ["Retired", "AlsoRetired", "Alone"]);
}

/// Some descriptions are the message, whether they are written or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum Described {
    #[code(1, "a message that is long enough to be left out of the descriptions")]
    Not,
    #[code(2, "two", "The second")]
    Own,
    #[code(3, "a message that is long enough", "a message that is long enough")]
    Twice,
    #[code(4, "four", "")]
    Empty,
}

#[test]
fn some_descriptions_are_the_message() {
    const DESCRIPTION: &str = Described::Twice.description();
    let descriptions = Described::ENTRIES.iter().map(Entry::description);
    let expected = [Described::Not.message(), "The second", "a message that is long enough", ""];
    assert_eq!(descriptions.collect::<Vec<_>>(), expected);
    assert_eq!(DESCRIPTION, Described::Twice.message());
    assert_eq!(Described::Not.kind(), Kind::Unknown);
}
