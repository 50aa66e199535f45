//! The variants of new rows.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::discriminants::{Discriminants, NewVariant};
use super::place::{Places, VariantStyle};
use crate::code_type::CodeType;
use crate::compare::{Change, Difference, matching};
use crate::integer::{self, Integer};
use crate::source::SourceEnum;
use crate::source::columns::common_columns;
use crate::source::identifier::raw_identifier;
use crate::source::name::Names;
use crate::source::parse::source_text::Edit;
use crate::source::write_variant::Variant;
use crate::table::{Row, Table};
use crate::visible;

/// The variants of the rows that only the document has.
pub(super) struct NewVariants<'a> {
    places: &'a Places<'a>,
    /// The lines of the variants, by the number of variants before them.
    blocks: BTreeMap<usize, (VariantStyle, Vec<String>)>,
    /// Why rows got no variant, by their number in the document.
    reasons: HashMap<usize, String>,
    /// The columns of every variant whose texts only a person knows.
    empty: Vec<String>,
}

impl<'a> NewVariants<'a> {
    pub(super) fn new(
        places: &'a Places<'a>,
        document: &Table,
        differences: &[Difference],
        gone: &HashSet<usize>,
    ) -> Self {
        let writer = VariantWriter {
            source: places.source,
            document,
            columns: common_columns(document, places.source.table()),
            has_discriminants: places.has_discriminants(),
        };
        let discriminants = Discriminants::new(places, gone);
        let before = variants_before(places, document, gone);
        let (mut variants, mut reasons) = writer.variants(differences, &before, &discriminants);
        reasons.extend(discriminants.arrange(&mut variants));
        let mut blocks = BTreeMap::new();
        for NewVariant { before, variant, .. } in variants {
            let block = blocks.entry(before);
            let (style, lines) = block.or_insert_with(|| (places.style(before), Vec::new()));
            lines.push(variant.lines(style.layout).join("\n"));
        }
        Self { places, blocks, reasons, empty: writer.empty_columns() }
    }

    /// Whether a new row got its variant, or why it did not.
    pub(super) fn outcome(&self, difference: &Difference) -> Result<bool, String> {
        match difference.new_place.and_then(|place| self.reasons.get(&place)) {
            Some(reason) => Err(reason.clone()),
            None => Ok(true),
        }
    }

    /// What a person has to do in each new variant.
    pub(super) fn note(&self) -> Option<String> {
        let columns = self.empty.join(" and its ");
        (!columns.is_empty()).then(|| format!("fill in its {columns}"))
    }

    pub(super) fn edits(&self) -> Vec<Edit> {
        let blocks = self.blocks.iter().filter(|(_, (_, variants))| !variants.is_empty());
        blocks
            .flat_map(|(before, (style, variants))| self.places.insert(*before, style, variants))
            .collect()
    }
}

/// For each row of the document the number of variants before its own, if it is new: it goes
/// after the variant of the row before; the first rows go before the variant of the next one.
/// Variants that are `gone` do not count.
fn variants_before(places: &Places<'_>, document: &Table, gone: &HashSet<usize>) -> Vec<usize> {
    let listed = &places.source.listed;
    let rows = matching(document, places.source.table());
    let variants: Vec<Option<usize>> =
        rows.iter().map(|row| listed.get((*row)?).copied()).collect();
    let first = variants.iter().flatten().next().copied();
    // For each number of variants, those up to one that stays.
    let mut kept = vec![0];
    for place in 0..places.source.variants.len() {
        let last = kept.last().copied().unwrap_or_default();
        kept.push(if gone.contains(&place) { last } else { place + 1 });
    }
    let mut before = first.unwrap_or_else(|| places.end());
    let mut all = Vec::new();
    for variant in variants {
        before = variant.map_or(before, |variant| variant + 1);
        all.push(kept.get(places.after(before)).copied().unwrap_or_default());
    }
    all
}

/// Writes the variants of new rows.
struct VariantWriter<'a> {
    source: &'a SourceEnum,
    document: &'a Table,
    /// For each column of the enum, its place in the document.
    columns: Vec<Option<usize>>,
    has_discriminants: bool,
}

impl<'a> VariantWriter<'a> {
    /// The variants of the rows that are new, and why others have none, by their number in the
    /// document. `before` is the number of variants before that of each row.
    fn variants(
        &self,
        differences: &[Difference],
        before: &[usize],
        discriminants: &Discriminants,
    ) -> (Vec<NewVariant<'a>>, HashMap<usize, String>) {
        let is_new = |difference: &&Difference| matches!(difference.change, Change::Added { .. });
        let taken = self.source.variants.iter().map(|variant| variant.name.clone());
        let mut names = Names::new(taken);
        let (mut variants, mut reasons) = (Vec::new(), HashMap::new());
        for place in differences.iter().filter(is_new).filter_map(|each| each.new_place) {
            let (Some(row), Some(&before)) = (self.document.rows.get(place), before.get(place))
            else {
                continue;
            };
            match self.variant(row, discriminants, &mut names) {
                Ok((variant, number)) => {
                    variants.push(NewVariant { row: place, before, number, variant });
                }
                Err(reason) => {
                    reasons.insert(place, reason);
                }
            }
        }
        (variants, reasons)
    }

    /// The columns that the document does not have and that need a value.
    fn empty_columns(&self) -> Vec<String> {
        let columns = self.source.attribute.columns.iter().zip(&self.columns);
        let empty = columns.filter(|(column, place)| place.is_none() && column.default.is_none());
        empty.map(|(column, _)| column.name.clone()).collect()
    }

    /// The variant and its discriminant, if it needs one. The error says why there is none.
    fn variant<'r>(
        &self,
        row: &'r Row,
        discriminants: &Discriminants,
        names: &mut Names,
    ) -> Result<(Variant<'r>, Option<Integer>), String> {
        let codes = row.codes().map(|code| code_literal(self.source, code));
        let codes = codes.collect::<Result<Vec<_>, _>>()?;
        let values = self.values(row)?;
        let mut name = names.name(row);
        // The discriminants of a `code_enum` are not written in this enum.
        let has_data = self.source.code_enum().is_some();
        let mut discriminant = None;
        if self.has_discriminants && !has_data {
            let number = number(self.source, &row.code)?;
            discriminants.check(number)?;
            name = format!("{name} = {number}");
            discriminant = Some(number);
        }
        if let Some(cell) = &row.unknown_kind {
            return Err(format!("{cell:?} is not a kind; write its variant"));
        }
        let variant =
            Variant { values, ..Variant::new(self.document, row, name, codes.into_iter()) };
        if has_data {
            return Err(format!("its variant needs data; add {variant}"));
        }
        if self.source.needs_errors {
            return Err(format!("its variant needs #[error(…)]; add {variant}"));
        }
        Ok((variant, discriminant))
    }

    /// The columns with their names as identifiers and their values as expressions.
    fn values(&self, row: &Row) -> Result<Vec<(String, String)>, String> {
        let mut values = Vec::new();
        for (column, place) in self.source.attribute.columns.iter().zip(&self.columns) {
            let default = column.default.as_ref().map(|(text, _)| text.as_str());
            let cell = place.map_or("", |place| row.value(place));
            if default.is_some_and(|default| cell.is_empty() || cell == default) {
                continue;
            }
            let no_value = || {
                let name = &column.name;
                // A default is only for empty cells.
                let advice = match cell {
                    "" => "give the column a default",
                    _ => "write its variant with a value of your own, and accept it",
                };
                let cell = visible::shown(cell);
                format!("{cell} is not a value of its column {name}; {advice}")
            };
            let expression = column.column_type.expression(cell).ok_or_else(no_value)?;
            values.push((raw_identifier(&column.name).into_owned(), expression));
        }
        Ok(values)
    }
}

/// The code as the enum writes it. The error says why the enum cannot have it.
pub(super) fn code_literal(source: &SourceEnum, code: &str) -> Result<String, String> {
    let (code_type, is_hex) = (source.code_type(), source.attribute.is_hex);
    if code_type == CodeType::Str {
        return Ok(visible::literal(code));
    }
    let number = number(source, code)?;
    let bits = integer::hexadecimal(code);
    let is_written = bits.is_some() && (is_hex || bits == Some(number));
    let written = integer::literal(code).filter(|_| is_written);
    let number = if is_hex { code_type.hex(number) } else { number.to_string() };
    Ok(written.unwrap_or(number))
}

/// The number of a code, which the enum can have.
fn number(source: &SourceEnum, code: &str) -> Result<Integer, String> {
    let code_type = source.code_type();
    let number = code_type.read(code).ok_or_else(|| {
        format!("its code does not fit {code_type}; change #[catalog(code = TYPE)]")
    })?;
    match &source.attribute.range_in(code_type) {
        Some(range) if !range.contains(&number) => Err(format!(
            "its code is outside #[catalog(range = {}..={})]; extend the range",
            range.start(),
            range.end()
        )),
        _ => Ok(number),
    }
}
