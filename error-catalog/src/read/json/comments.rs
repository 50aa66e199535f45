//! Takes comments and trailing commas out of what is JSON without them.

use serde::de::IgnoredAny;

/// The document with blanks in their places, so that everything else keeps its place; `None` if it
/// is JSON even with them, or not even without them.
pub(in crate::read) fn without_comments(text: &str) -> Option<String> {
    if is_json(text) {
        return None;
    }
    let mut bytes = text.as_bytes().to_vec();
    // The last comma, if only blanks and comments are after it.
    let mut comma = None;
    let mut place = 0;
    while let Some(rest) = text.as_bytes().get(place..).filter(|rest| !rest.is_empty()) {
        let length = length(rest);
        let is_comment = rest.starts_with(b"//") || rest.starts_with(b"/*");
        match rest.first() {
            _ if is_comment => blank(&mut bytes, place, length),
            Some(b']' | b'}') => {
                if let Some(comma) = comma.take() {
                    blank(&mut bytes, comma, 1);
                }
            }
            Some(b',') => comma = Some(place),
            Some(byte) if byte.is_ascii_whitespace() => {}
            _ => comma = None,
        }
        place += length;
    }
    String::from_utf8(bytes).ok().filter(|text| is_json(text))
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// The length of the comment or the string at the beginning, or else of a byte.
fn length(text: &[u8]) -> usize {
    let until = |end: &[u8]| {
        let place = text.get(2..).and_then(|text| text.windows(end.len()).position(|it| it == end));
        place.map_or(text.len(), |place| place + 2)
    };
    if text.starts_with(b"//") {
        until(b"\n")
    } else if text.starts_with(b"/*") {
        (until(b"*/") + 2).min(text.len())
    } else if text.starts_with(b"\"") {
        let mut is_escaped = true;
        let is_end = |byte: &u8| {
            let is_end = *byte == b'"' && !is_escaped;
            is_escaped = !is_escaped && *byte == b'\\';
            is_end
        };
        text.iter().position(is_end).map_or(text.len(), |place| place + 1)
    } else {
        1
    }
}

/// Replaces all but the ends of lines by blanks.
fn blank(bytes: &mut [u8], start: usize, length: usize) {
    let part = bytes.get_mut(start..start + length).unwrap_or_default();
    for byte in part.iter_mut().filter(|byte| **byte != b'\n') {
        *byte = b' ';
    }
}
