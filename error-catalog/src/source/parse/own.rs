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

/// What the document said when somebody decided for other texts.
#[derive(Clone, Debug)]
pub(crate) struct OwnTexts {
    /// Where the comment is.
    pub(crate) range: Range<usize>,
    /// The texts of the document, each with `message`, `description`, `kind`, `comment` or
    /// the name of a column.
    pub(crate) texts: Vec<(String, String)>,
}

impl OwnTexts {
    /// The comment in the text between two variants, which begins at `start`. The error is
    /// its place, if it cannot be read.
    pub(super) fn find(between: &str, start: usize) -> Result<Option<Self>, usize> {
        let mut place = start;
        for line in between.split_inclusive('\n') {
            let blanks = line.len() - line.trim_start().len();
            if let Some(texts) = line.trim().strip_prefix(START) {
                let place = place + blanks;
                let range = place..place + line.trim().len();
                let texts = parse(texts).ok_or(place)?;
                return Ok(Some(Self { range, texts }));
            }
            place += line.len();
        }
        Ok(None)
    }
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
            let expected = if texts.is_empty() { Ok(()) } else { Err(3) };
            assert_eq!(OwnTexts::find(&between, 0).map(|_| ()), expected, "{texts}");
        }
    }
}
