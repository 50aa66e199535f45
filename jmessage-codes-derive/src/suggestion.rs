//! What a misspelled name was probably meant to be.

/// `did you mean …?`, if a candidate is close enough.
pub(crate) fn did_you_mean<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    nearest(name, candidates).map(|meant| format!("did you mean `{meant}`?"))
}

/// Other words for parts of `#[code(…)]`, and what to write.
const SYNONYMS: [(&[&str], &str); 6] = [
    (
        &["alias", "aliases", "alternative", "also"],
        "write further codes after the first: `CODE | ALIAS`",
    ),
    (&["deprecated", "obsolete", "removed"], "write `retired`"),
    (&["ok", "no_error"], "write `success`"),
    (&["retry", "transient", "temporary"], "write `retryable = true`"),
    (&["default", "fallback", "unlisted", "unknown"], "write `other` in place of the code"),
    (&["http", "status", "grpc"], "write `kind = NAME`, which has a status, or declare a column"),
];

/// Advice for a word that other crates or vendors use.
pub(crate) fn synonym(word: &str) -> Option<String> {
    let (_, advice) = SYNONYMS.into_iter().find(|(words, _)| words.contains(&word))?;
    Some(advice.to_owned())
}

/// The candidate that equals the name, or resembles it closely enough.
pub(crate) fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let candidates = candidates.into_iter().map(|candidate| (distance(name, candidate), candidate));
    let (edits, candidate) = candidates.min_by_key(|(edits, _)| *edits)?;
    (edits <= name.len().div_ceil(3)).then_some(candidate)
}

/// The Levenshtein distance: the number of letters to insert, delete or replace.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (above, from) in from.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = above + 1;
        for (column, to) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(from != *to);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[to.len()]
}
