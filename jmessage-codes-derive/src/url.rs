//! `url = "https://…/{code}"`: the URLs that explain the codes.

use std::fmt::Write;

use crate::suggestion::nearest;

/// The parts of the text, in order.
pub(crate) struct UrlTemplate {
    pub(crate) parts: Vec<UrlPart>,
}

pub(crate) enum UrlPart {
    Text(String),
    Code,
    Name,
}

const PLACEHOLDERS: [&str; 2] = ["{code}", "{name}"];

impl UrlTemplate {
    /// Fails with what is wrong with the text.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        if text.is_empty() {
            return Err("a URL cannot be empty; write one such as `https://…/{code}`".to_owned());
        }
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            push_text(&mut parts, before)?;
            let (placeholder, behind) = after
                .split_once('}')
                .ok_or("a `{` begins a placeholder; write `{code}` or `{name}`")?;
            parts.push(placeholder_of(placeholder)?);
            rest = behind;
        }
        push_text(&mut parts, rest)?;
        Ok(Self { parts })
    }

    /// The URL of a row.
    pub(crate) fn url_of(&self, code: &str, name: &str) -> String {
        let parts = self.parts.iter().map(|part| match part {
            UrlPart::Text(text) => text.clone(),
            UrlPart::Code => encoded(code),
            UrlPart::Name => encoded(name),
        });
        parts.collect()
    }
}

fn placeholder_of(name: &str) -> Result<UrlPart, String> {
    let written = format!("{{{name}}}");
    match name {
        "code" => Ok(UrlPart::Code),
        "name" => Ok(UrlPart::Name),
        _ => Err(match nearest(&written, PLACEHOLDERS) {
            Some(meant) => format!("unknown placeholder `{written}`; did you mean `{meant}`?"),
            None => format!("unknown placeholder `{written}`; write `{{code}}` or `{{name}}`"),
        }),
    }
}

fn push_text(parts: &mut Vec<UrlPart>, text: &str) -> Result<(), String> {
    let is_allowed = |character: char| {
        character.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(character)
    };
    if let Some(character) = text.chars().find(|character| !is_allowed(*character)) {
        let encoded = encoded(character.encode_utf8(&mut [0; 4]));
        return Err(format!("a URL cannot contain {character:?}; write `{encoded}`"));
    }
    let mut escapes = text.split('%').skip(1).map(|after| after.as_bytes().get(..2));
    let is_hex = |digits: &[u8]| digits.iter().all(u8::is_ascii_hexdigit);
    if !escapes.all(|digits| digits.is_some_and(is_hex)) {
        return Err(
            "in a URL, `%` begins an escape such as `%20`; write `%25` for the character itself"
                .to_owned(),
        );
    }
    if !text.is_empty() {
        parts.push(UrlPart::Text(text.to_owned()));
    }
    Ok(())
}

/// With `%` and the bytes of all characters that can have a meaning in a URL.
fn encoded(text: &str) -> String {
    let mut output = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            output.push(byte.into());
        } else {
            let _ = write!(output, "%{byte:02X}");
        }
    }
    output
}

#[cfg(test)]
mod tests {
    use super::UrlTemplate;

    #[test]
    fn a_url_has_the_code_and_the_name() {
        let url = |template, code, name| {
            UrlTemplate::parse(template).map(|template| template.url_of(code, name))
        };
        let cases = [
            ("https://a.example/{code}", "https://a.example/880103"),
            ("/{name}?c={code}#{code}", "/NotFound?c=880103#880103"),
            ("{code}{name}", "880103NotFound"),
            ("https://a.example/%20all", "https://a.example/%20all"),
        ];
        for (template, expected) in cases {
            assert_eq!(url(template, "880103", "NotFound").as_deref(), Ok(expected), "{template}");
        }
        let (code, name) = ("a/b c%é?#", "r_Wörter");
        let encoded = "a%2Fb%20c%25%C3%A9%3F%23:r_W%C3%B6rter";
        assert_eq!(url("{code}:{name}", code, name).as_deref(), Ok(encoded));
        assert_eq!(url("{code}", "-0x_~.", "").as_deref(), Ok("-0x_~."));
    }

    #[test]
    fn what_is_no_url_is_refused() {
        let cases = [
            ("", "a URL cannot be empty"),
            ("a/{kode}", "unknown placeholder `{kode}`; did you mean `{code}`?"),
            ("a/{}", "unknown placeholder `{}`; write `{code}` or `{name}`"),
            ("a/{message}", "unknown placeholder `{message}`; write"),
            ("a/{Code}", "did you mean `{code}`?"),
            ("a/{ code }", "did you mean `{code}`?"),
            ("a/{code", "a `{` begins a placeholder"),
            ("a/{{code}}", "unknown placeholder `{{code}`"),
            ("a/code}", "a URL cannot contain '}'; write `%7D`"),
            ("a b/{code}", "a URL cannot contain ' '; write `%20`"),
            ("é/{code}", "a URL cannot contain 'é'; write `%C3%A9`"),
            ("<{code}>", "a URL cannot contain '<'; write `%3C`"),
            ("a%{code}", "in a URL, `%` begins an escape"),
            ("a%2g{code}", "in a URL, `%` begins an escape"),
            ("a/%é{code}", "a URL cannot contain 'é'"),
        ];
        for (template, expected) in cases {
            let error = UrlTemplate::parse(template).err().unwrap_or_default();
            assert!(error.starts_with(expected) || error.contains(expected), "{template}: {error}");
        }
    }
}
