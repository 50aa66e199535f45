//! Colors on a terminal. There are none in a pipe, with `NO_COLOR`, or on a terminal without
//! colors.

use std::borrow::Cow;
use std::io;

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

const ERROR: Style = AnsiColor::Red.on_default().bold();
const PLACE: Style = Style::new().bold();
const ADDED: Style = AnsiColor::Green.on_default();
const REMOVED: Style = AnsiColor::Red.on_default();

fn is_on_stderr() -> bool {
    AutoStream::choice(&io::stderr()) != ColorChoice::Never
}

fn is_on_stdout() -> bool {
    AutoStream::choice(&io::stdout()) != ColorChoice::Never
}

/// The beginning of an error.
pub(crate) fn error() -> Cow<'static, str> {
    if is_on_stderr() { styled("error:", ERROR).into() } else { "error:".into() }
}

/// A line for standard error, with its beginning `FILE:LINE:` highlighted.
pub(crate) fn line(line: &str) -> Cow<'_, str> {
    if is_on_stderr() { located(line).into() } else { line.into() }
}

/// Like [`line`], for each line of standard output.
pub(crate) fn lines(text: &str) -> Cow<'_, str> {
    if is_on_stdout() {
        text.split_inclusive('\n').map(located).collect::<String>().into()
    } else {
        text.into()
    }
}

/// A unified diff for standard output.
pub(crate) fn diff(text: &str) -> Cow<'_, str> {
    if is_on_stdout() { colored_diff(text).into() } else { text.into() }
}

fn styled(text: &str, style: Style) -> String {
    format!("{style}{text}{style:#}")
}

fn located(line: &str) -> String {
    let is_place = |place: &&str| {
        place.rsplit_once(':').is_some_and(|(_, line)| line.parse::<usize>().is_ok())
    };
    let place = line.split_once(": ").map(|(place, _)| place).filter(is_place);
    match place.and_then(|place| Some((place, line.strip_prefix(place)?))) {
        Some((place, rest)) => styled(place, PLACE) + rest,
        None => line.to_owned(),
    }
}

fn colored_diff(text: &str) -> String {
    let color = |line: &str| match line.trim_end_matches('\n') {
        head if head.starts_with("---") || head.starts_with("+++") => styled(head, PLACE) + "\n",
        added if added.starts_with('+') => styled(added, ADDED) + "\n",
        removed if removed.starts_with('-') => styled(removed, REMOVED) + "\n",
        _ => line.to_owned(),
    };
    text.split_inclusive('\n').map(color).collect()
}

#[cfg(test)]
mod tests {
    use super::{colored_diff, located};

    #[test]
    fn a_place_and_the_lines_of_a_diff_are_colored() {
        let bold = |place: &str| format!("\x1b[1m{place}\x1b[0m");
        assert_eq!(located("a b.md:7: 12 is new\n"), bold("a b.md:7") + ": 12 is new\n");
        assert_eq!(located("wrote a.rs: 7 variants"), "wrote a.rs: 7 variants");
        assert_eq!(
            colored_diff("--- a\n+++ a\n@@ -1 +1 @@\n-one\n+two\n same\n"),
            format!(
                "{}\n{}\n@@ -1 +1 @@\n\x1b[31m-one\x1b[0m\n\x1b[32m+two\x1b[0m\n same\n",
                bold("--- a"),
                bold("+++ a")
            )
        );
    }
}
