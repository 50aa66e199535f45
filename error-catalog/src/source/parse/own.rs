//! The comment above a variant whose texts are not the document's, on purpose.

use std::ops::Range;
use std::str::FromStr;

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr, Token};

use crate::source::identifier::raw_identifier;
use crate::visible;

/// What the comment begins with.
const START: &str = "// Own text instead of: ";

/// What the document said when someone chose other texts.
#[derive(Clone, Debug)]
pub(crate) struct OwnTexts {
    /// Where the comment is.
    pub(crate) range: Range<usize>,
    /// The texts of the document, each with `message`, `description`, `kind` or the name of a
    /// column.
    pub(crate) texts: Vec<(String, String)>,
}

impl OwnTexts {
    /// The comment in the text between two variants, which begins at `start`. The error is
    /// its place, if it cannot be read, or if it is on the line of the variant before.
    pub(super) fn find(between: &str, start: usize) -> Result<Option<Self>, usize> {
        let mut place = start;
        for (index, line) in between.split_inclusive('\n').enumerate() {
            let blanks = line.len() - line.trim_start().len();
            let (start, comment) = (place + blanks, line.trim());
            match comment.strip_prefix(START).filter(|_| index > 0) {
                Some(texts) => {
                    let range = start..start + comment.len();
                    let texts = parse(texts).ok_or(start)?;
                    return Ok(Some(Self { range, texts }));
                }
                None if looks_like_it(comment) => return Err(start),
                None => {}
            }
            place += line.len();
        }
        Ok(None)
    }
}

/// Whether a person meant to write the comment: an update would overwrite texts whose comment is
/// not read.
fn looks_like_it(line: &str) -> bool {
    let is_comment = line.trim_start_matches(',').trim_start().starts_with(['/', '*']);
    let words: Vec<String> = line.split_whitespace().map(str::to_lowercase).collect();
    is_comment && words.join(" ").contains("own text instead of")
}

/// The comment for these texts of the document.
pub(crate) fn comment(texts: &[(String, String)]) -> String {
    let texts = texts.iter();
    let texts =
        texts.map(|(name, text)| format!("{} = {}", raw_identifier(name), visible::literal(text)));
    format!("{START}{}", texts.collect::<Vec<_>>().join(", "))
}

fn parse(texts: &str) -> Option<Vec<(String, String)>> {
    let pair = |input: ParseStream| {
        let name = input.call(Ident::parse_any)?.unraw().to_string();
        input.parse::<Token![=]>()?;
        Ok((name, input.parse::<LitStr>()?.value()))
    };
    let pairs = |input: ParseStream| input.parse_terminated(pair, Token![,]);
    let tokens = TokenStream::from_str(texts).ok()?;
    let pairs = pairs.parse2(tokens).ok()?;
    Some(pairs.into_iter().collect()).filter(|pairs: &Vec<_>| !pairs.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{OwnTexts, comment};

    #[test]
    fn a_comment_is_read_as_it_was_written() {
        let texts = [("message", "a \"b\" */ \u{202e}\n// c"), ("type", ""), ("zh", "卡住")];
        let texts = texts.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let line = comment(&texts);
        assert_eq!(line.lines().count(), 1);
        let between = format!(" // Call the janitor.\n\n    {line}\n    ");
        let found = OwnTexts::find(&between, 100).unwrap().unwrap();
        assert_eq!(found.texts, texts);
        assert_eq!(&between[found.range.start - 100..found.range.end - 100], line);
        assert!(OwnTexts::find("\n    // Another comment.\n", 0).unwrap().is_none());
    }

    #[test]
    fn a_comment_that_cannot_be_read_is_a_mistake() {
        for texts in ["", "message", "message = ", "message = 7", "message = \"a", "= \"a\""] {
            let between = format!("\n  // Own text instead of: {texts}\n");
            assert_eq!(OwnTexts::find(&between, 0).map(|_| ()), Err(3), "{texts}");
        }
        for comment in [
            "//Own text instead of: message = \"a\"",
            "// own text  instead of: message = \"a\"",
            "/* Own text instead of: message = \"a\" */",
            "// Own text instead of message = \"a\"",
        ] {
            assert!(OwnTexts::find(&format!("\n{comment}\n"), 0).is_err(), "{comment}");
        }
        // On the line of the variant before.
        assert!(OwnTexts::find(" // Own text instead of: message = \"a\"\n", 0).is_err());
    }
}
