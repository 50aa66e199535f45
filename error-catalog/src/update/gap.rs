//! The blanks and comments between two tokens.

use std::ops::Range;

use crate::source::parse::source_text::SourceText;
use crate::source::parse::trivia::{Piece, pieces};

/// A part of a file with only blanks and comments, up to the first token.
pub(super) struct Gap<'a> {
    text: &'a SourceText,
    pieces: Vec<Piece>,
}

impl<'a> Gap<'a> {
    pub(super) fn new(text: &'a SourceText, range: Range<usize>) -> Self {
        let start = range.start;
        let at = |piece: Piece| Piece {
            range: start + piece.range.start..start + piece.range.end,
            ..piece
        };
        Self { text, pieces: pieces(text.get(range)).into_iter().map(at).collect() }
    }

    /// The first line break that is not in a comment.
    pub(super) fn line_end(&self) -> Option<usize> {
        self.breaks().next()
    }

    /// Where the last line begins, if there is a line break outside of comments.
    pub(super) fn line_start(&self) -> Option<usize> {
        self.breaks().last().map(|end| end + 1)
    }

    /// Where the comments right above the last line begin, or else where that line begins.
    pub(super) fn above_comments(&self) -> Option<usize> {
        let mut start = None;
        for piece in self.pieces.iter().rev().filter(|piece| !piece.is_comment) {
            let mut breaks = self.breaks_in(piece);
            let first = breaks.next();
            start = breaks.last().or(first).map(|end| end + 1).or(start);
            if self.breaks_in(piece).count() > 1 {
                break;
            }
        }
        start
    }

    /// Whether a comment begins in this part.
    pub(super) fn has_comment(&self, part: Range<usize>) -> bool {
        self.comments(part).next().is_some()
    }

    /// Whether a comment that begins in this part continues on the next line.
    pub(super) fn has_long_comment(&self, part: Range<usize>) -> bool {
        self.comments(part).any(|piece| self.text.get(piece.range.clone()).contains('\n'))
    }

    fn comments(&self, part: Range<usize>) -> impl Iterator<Item = &Piece> {
        let pieces = self.pieces.iter().filter(|piece| piece.is_comment);
        pieces.filter(move |piece| part.contains(&piece.range.start))
    }

    fn breaks(&self) -> impl Iterator<Item = usize> {
        let blanks = self.pieces.iter().filter(|piece| !piece.is_comment);
        blanks.flat_map(|piece| self.breaks_in(piece))
    }

    fn breaks_in(&self, piece: &Piece) -> impl Iterator<Item = usize> + use<'a> {
        let start = piece.range.start;
        let text = self.text.get(piece.range.clone());
        text.match_indices('\n').map(move |(place, _)| start + place)
    }
}
