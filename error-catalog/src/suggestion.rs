//! The name that a misspelled one was probably meant to be.

/// Longer names are not compared, since the time grows with the square of their length.
const LONGEST: usize = 100;

/// `; did you mean "Message"?`, or nothing if no candidate is close enough.
pub(crate) fn did_you_mean<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> String {
    let nearest = nearest(name, candidates);
    nearest.map(|meant| format!("; did you mean {meant:?}?")).unwrap_or_default()
}

fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = name.to_lowercase();
    let is_short = |text: &&str| text.len() <= LONGEST;
    let candidates = candidates.into_iter().filter(is_short).filter(|_| is_short(&name));
    let edits = |candidate: &str| strsim::damerau_levenshtein(&lower, &candidate.to_lowercase());
    let candidates = candidates.map(|candidate| (edits(candidate), candidate));
    let (edits, candidate) = candidates.min_by_key(|(edits, _)| *edits)?;
    (edits <= name.chars().count().div_ceil(3)).then_some(candidate)
}
