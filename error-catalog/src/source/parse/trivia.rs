//! The text between tokens: blanks and comments.

use std::ops::Range;

/// Blanks or a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) range: Range<usize>,
    pub(crate) is_comment: bool,
}

/// The blanks and comments at the start of a text, up to the first token.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut start = 0;
    while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
        let comment = comment(rest);
        let length =
            comment.unwrap_or_else(|| rest.len() - rest.trim_start_matches(is_blank).len());
        if length == 0 {
            break;
        }
        pieces.push(Piece { range: start..start + length, is_comment: comment.is_some() });
        start += length;
    }
    pieces
}

/// The length of the comment that begins the text. A doc comment is a token.
fn comment(text: &str) -> Option<usize> {
    let doc_lines = ["///", "//!"].iter().any(|start| text.starts_with(start));
    let doc_blocks = ["/**", "/*!"].iter().any(|start| text.starts_with(start));
    if text.starts_with("//") {
        let is_doc = doc_lines && !text.starts_with("////");
        return (!is_doc).then(|| text.find('\n').unwrap_or(text.len()));
    }
    let is_doc = doc_blocks && !text.starts_with("/***") && !text.starts_with("/**/");
    if is_doc { None } else { block(text) }
}

/// The length of the block comment that begins the text, with those in it.
fn block(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut place = 0;
    loop {
        let rest = text.get(place..)?;
        if rest.starts_with("/*") {
            depth += 1;
            place += 2;
        } else if depth == 0 {
            return None;
        } else if rest.starts_with("*/") {
            depth -= 1;
            place += 2;
            if depth == 0 {
                return Some(place);
            }
        } else {
            place += rest.chars().next()?.len_utf8();
        }
    }
}

/// Whether the character is a blank in Rust.
fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200e}' | '\u{200f}')
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn comments_end_where_those_of_rust_end() {
        let cases = [
            (" // a\n\t/* b /* c */ d */ e", &[" ", "// a", "\n\t", "/* b /* c */ d */", " "][..]),
            ("/**/ /*** a */ //// b", &["/**/", " ", "/*** a */", " ", "//// b"]),
            ("/// doc", &[]),
            ("//! doc", &[]),
            (" /** doc */", &[" "]),
            ("\u{200e}/*/*/**/*/*/}", &["\u{200e}", "/*/*/**/*/*/"]),
            ("/* not closed", &[]),
            ("/ 2", &[]),
            ("//", &["//"]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> =
                pieces(text).into_iter().map(|piece| &text[piece.range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
