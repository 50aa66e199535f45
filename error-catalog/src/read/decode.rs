//! From bytes to text. A byte that is not text is an error, and never becomes `U+FFFD`.

use std::borrow::Cow;
use std::sync::LazyLock;

use encoding_rs::{DecoderResult, Encoding, GB18030, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE};
use regex::bytes::Regex;

use super::error::ReadError;
use super::format::UnknownEncoding;

/// The text of a document, and its encoding.
pub(super) type Decoded<'a> = (Cow<'a, str>, &'static Encoding);

/// The encoding with a label.
pub(super) fn by_label(label: &str) -> Result<&'static Encoding, UnknownEncoding> {
    // This "encoding" stands for those that are no longer decoded.
    let found = Encoding::for_label(label.as_bytes()).filter(|found| *found != REPLACEMENT);
    found.ok_or_else(|| UnknownEncoding::new(label))
}

/// Decodes a document from a chosen encoding, or else from the detected one.
pub(super) fn decode<'a>(
    bytes: &'a [u8],
    chosen: Option<&'static Encoding>,
) -> Result<Decoded<'a>, ReadError> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return strict(bytes, length, encoding);
    }
    if let Some(encoding) = chosen {
        return strict(bytes, 0, encoding);
    }
    if let Some(decoded) = without_bom(bytes) {
        return Ok(decoded);
    }
    let utf8 = strict(bytes, 0, UTF_8);
    match declared(bytes) {
        // A page that was converted to UTF-8 may still declare its former encoding. Some
        // encodings, like some texts in UTF-8, have no byte above ASCII.
        Some(label) if utf8.is_err() || bytes.is_ascii() => {
            let encoding = by_label(&label).map_err(ReadError::Encoding)?;
            // A declaration that can be read here is not in UTF-16.
            let is_utf16 = [UTF_16LE, UTF_16BE].contains(&encoding);
            strict(bytes, 0, if is_utf16 { UTF_8 } else { encoding })
        }
        None if utf8.is_err() => gb18030(bytes).map_or(utf8, Ok),
        _ => utf8,
    }
}

/// Decodes what is after a byte order mark of this length.
fn strict<'a>(
    bytes: &'a [u8],
    mark: usize,
    encoding: &'static Encoding,
) -> Result<Decoded<'a>, ReadError> {
    let body = bytes.get(mark..).unwrap_or_default();
    match encoding.decode_without_bom_handling_and_without_replacement(body) {
        Some(text) => Ok((text, encoding)),
        None => Err(first_error(body, mark, encoding)),
    }
}

fn first_error(body: &[u8], mark: usize, encoding: &'static Encoding) -> ReadError {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let length = decoder.max_utf8_buffer_length_without_replacement(body.len());
    let mut text = String::with_capacity(length.unwrap_or_default());
    let (result, read) = decoder.decode_to_string_without_replacement(body, &mut text, true);
    let bad = match result {
        DecoderResult::Malformed(length, after) => usize::from(length) + usize::from(after),
        _ => 0,
    };
    let offset = read.saturating_sub(bad);
    ReadError::NotText {
        line: text.matches('\n').count() + 1,
        offset: mark + offset,
        byte: body.get(offset).copied().unwrap_or_default(),
        encoding: encoding.name(),
    }
}

/// UTF-16 without a byte order mark: in its ASCII, every second byte is zero, and the others are
/// not.
fn without_bom(bytes: &[u8]) -> Option<Decoded<'_>> {
    let zeros = |first| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let encoding = match (zeros(0), zeros(1)) {
        (0, 0) => None,
        (0, high) => Some((UTF_16LE, high)),
        (high, 0) => Some((UTF_16BE, high)),
        _ => None,
    };
    let (encoding, _) = encoding.filter(|(_, zeros)| zeros * 40 >= bytes.len())?;
    strict(bytes, 0, encoding).ok()
}

/// The label in an HTML page or an XML declaration.
fn declared(bytes: &[u8]) -> Option<String> {
    /// Browsers stop after 1,024 bytes, but not all pages know that.
    const HEAD: usize = 4096;
    const DECLARATION: &str = r#"(?i-u)^\s*<(?:[^<]*<)*?(?:meta\s[^>]*charset|\?xml\s[^>]*encoding)\s*=\s*["']?\s*([a-z0-9_:.-]+)"#;
    static REGEX: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(DECLARATION).ok());
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let label = REGEX.as_ref()?.captures(head)?.get(1)?;
    String::from_utf8(label.as_bytes().to_vec()).ok()
}

/// GB18030, if it is Chinese. Most texts in other encodings can be decoded as GB18030 too, but
/// the result has few of the most common characters.
fn gb18030(bytes: &[u8]) -> Option<Decoded<'_>> {
    const COMMON: &str = "的不是在有用户错误码参数请求失败无效未存已为空时消息名称或和说明接口返回数\
                          据系统服务一了中大人上个国我以要他到这会可也你对生能成功";
    let decoded = strict(bytes, 0, GB18030).ok()?;
    let others = decoded.0.chars().filter(|character| !character.is_ascii());
    let (common, all) = others.fold((0, 0), |(common, all), character| {
        (common + usize::from(COMMON.contains(character)), all + 1)
    });
    (common * 10 >= all).then_some(decoded)
}
