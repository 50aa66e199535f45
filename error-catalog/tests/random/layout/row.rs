//! Rows of a document, and what becomes of them.

use super::Choices;

/// A row of the enum or of the document.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) code: i32,
    /// Whether it has a second code.
    pub(crate) has_alias: bool,
    /// Message, description and zh.
    pub(crate) texts: [String; 3],
    pub(crate) fate: Fate,
    /// Its place in the document.
    pub(crate) place: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Same,
    /// It gets other texts; the bits say which.
    Reworded(usize),
    Removed,
    /// Only the document has it.
    Added,
    /// The enum has it as retired, and the document lists it.
    Again,
    /// As `Again`, and with another text.
    AgainReworded(usize),
    /// The enum has it as retired.
    Retired,
    /// It gets a second code.
    Alias,
}

impl Row {
    pub(crate) fn is_in_enum(&self) -> bool {
        self.fate != Fate::Added
    }

    pub(crate) fn is_listed(&self) -> bool {
        !matches!(self.fate, Fate::Removed | Fate::Retired)
    }

    pub(crate) fn is_retired(&self) -> bool {
        matches!(self.fate, Fate::Again | Fate::AgainReworded(_) | Fate::Retired)
    }

    pub(crate) fn is_reworded(&self, text: usize) -> bool {
        matches!(self.fate, Fate::Reworded(bits) | Fate::AgainReworded(bits) if bits >> text & 1 == 1)
    }

    pub(crate) fn old_codes(&self) -> Vec<i32> {
        if self.has_alias { vec![self.code, self.code + 1_000_000] } else { vec![self.code] }
    }

    pub(crate) fn new_codes(&self) -> Vec<i32> {
        let mut codes = self.old_codes();
        codes.extend((self.fate == Fate::Alias).then_some(self.code + 2_000_000));
        codes
    }

    /// A description that is removed becomes the message, like that of an enum.
    pub(crate) fn new_texts(&self) -> [String; 3] {
        let mut texts = self.texts.clone();
        for (index, text) in texts.iter_mut().enumerate() {
            if self.is_reworded(index) {
                *text = match (index, text.is_empty()) {
                    (1, false) if self.code % 4 != 0 => String::new(),
                    _ => format!("{text} now \"{}\"", self.code).trim().to_owned(),
                };
            }
        }
        texts
    }

    pub(crate) fn name(&self) -> String {
        format!("Hand{}", self.code.unsigned_abs()) + if self.code < 0 { "Below" } else { "" }
    }
}

/// Rows in the order of the enum.
pub(super) fn rows(choices: &mut Choices) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for place in 0..=choices.below(8) {
        let code = i32::try_from(choices.below(24)).unwrap() - 3;
        if rows.iter().all(|row| row.code != code) {
            rows.push(row(code, place, choices));
        }
    }
    for row in &mut rows {
        let place = choices.below(16);
        row.place = if place < 8 { row.place } else { place };
    }
    if rows.iter().all(|row| !row.is_listed() || !row.is_in_enum()) {
        rows[0].fate = Fate::Same;
    }
    rows
}

fn row(code: i32, place: usize, choices: &mut Choices) -> Row {
    let fates = [
        Fate::Same,
        Fate::Added,
        Fate::Added,
        Fate::Removed,
        Fate::Reworded(1 + choices.below(7)),
        Fate::Again,
        Fate::AgainReworded(1 + choices.below(7)),
        Fate::AgainReworded(2),
        Fate::AgainReworded(6),
        Fate::Retired,
        Fate::Alias,
    ];
    let text = |kind: &str| format!("the {kind} of the door with the number {code} is jammed");
    let description = if choices.below(3) == 0 { String::new() } else { text("lock, \"it\"") };
    let zh = if choices.below(2) == 0 { String::new() } else { text("門") };
    Row {
        code,
        has_alias: choices.once_in(4),
        texts: [text("handle"), description, zh],
        fate: fates[choices.below(fates.len())],
        place,
    }
}
