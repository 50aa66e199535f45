//! The printed tables: Markdown with a column for each table of codes.

use crate::table::Table;

/// Prints the headings: the numbers of codes.
pub fn print_headings(tables: &[Table]) {
    let headings: Vec<String> = tables.iter().map(Table::to_string).collect();
    print_row("codes", &headings);
    println!("|---|{}", "---:|".repeat(tables.len()));
}

/// Prints a row that names the rows below it.
pub fn print_section(name: &str, tables: &[Table]) {
    println!("| **{name}** |{}", " |".repeat(tables.len()));
}

/// Prints a row with a cell for each table.
pub fn print_row(name: &str, cells: &[String]) {
    println!("| {name} | {} |", cells.join(" | "));
}

/// A number with two digits after the point, or a dash if there is none.
#[must_use]
pub fn number(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.2}"))
}

/// The value in the middle, or the upper of two; `None` if there are no values.
#[must_use]
pub fn median(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}
