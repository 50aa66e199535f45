//! Annotations of GitHub Actions.

/// An annotation on one line: an `error` or a `notice`. Without a file, it is about the whole
/// run.
///
/// See <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>.
pub(crate) fn annotation(level: &str, file: &str, line: Option<usize>, text: &str) -> String {
    let mut properties = Vec::new();
    if !file.is_empty() {
        properties.push(format!("file={}", escaped(file, &[':', ','])));
    }
    properties.extend(line.map(|line| format!("line={line}")));
    let blank = if properties.is_empty() { "" } else { " " };
    format!("::{level}{blank}{}::{}\n", properties.join(","), escaped(text, &[]))
}

fn escaped(text: &str, more: &[char]) -> String {
    let escape = |character: char| match character {
        '%' | '\r' | '\n' => format!("%{:02X}", u32::from(character)),
        _ if more.contains(&character) => format!("%{:02X}", u32::from(character)),
        _ => character.to_string(),
    };
    text.chars().map(escape).collect()
}

#[cfg(test)]
mod tests {
    use super::annotation;

    #[test]
    fn nothing_in_a_text_ends_an_annotation() {
        assert_eq!(
            annotation("error", "a,b:c%.md", Some(7), "100%\r\n::error::x"),
            "::error file=a%2Cb%3Ac%25.md,line=7::100%25%0D%0A::error::x\n"
        );
        assert_eq!(annotation("notice", "", None, "x"), "::notice::x\n");
    }
}
