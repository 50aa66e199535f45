//! Random tables, and where in the program their parts are.

use std::fmt::Write;
use std::ops::Range;

/// splitmix64.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap()
    }

    pub(crate) fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

/// A table as text, so that any part of it can be wrong.
pub(crate) struct Table {
    /// The type of the codes; `&str` for strings.
    pub(crate) code_type: &'static str,
    /// The arguments of `#[catalog(…)]`.
    pub(crate) catalog: Vec<String>,
    /// A further attribute of the enum.
    pub(crate) attribute: String,
    /// The trait that the enum lacks: `Copy` or `Eq`.
    pub(crate) lacks: &'static str,
    pub(crate) rows: Vec<Row>,
    /// Whether there is a column `ready: bool = false`, and one `zh: &str`.
    pub(crate) has_ready: bool,
    pub(crate) has_zh: bool,
}

/// A variant.
pub(crate) struct Row {
    pub(crate) name: String,
    /// The attributes before `#[code(…)]`.
    pub(crate) attributes: Vec<String>,
    pub(crate) codes: Vec<String>,
    pub(crate) texts: Vec<String>,
    /// Flags and values.
    pub(crate) rest: Vec<String>,
    /// In place of `#[code(…)]`.
    pub(crate) instead: Option<String>,
    /// What is after the name.
    pub(crate) fields: String,
}

/// A part of a table, which an error can be in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// `#[catalog(…)]`.
    Catalog,
    /// The further attribute of the enum.
    Attribute,
    /// `enum NAME`.
    Name,
    /// The attributes of a row.
    Code(usize),
    /// The variant of a row.
    Variant(usize),
}

/// Where the parts of a table are in the program.
pub(crate) struct Rendered(Vec<(Place, Range<usize>)>);

impl Rendered {
    pub(crate) fn range(&self, place: Place) -> Range<usize> {
        self.0.iter().find(|(part, _)| *part == place).unwrap().1.clone()
    }
}

impl Table {
    /// A table without a mistake.
    pub(crate) fn random(random: &mut Random) -> Self {
        let code_type = random.pick(&["&str", "u8", "i16", "u32", "u32", "i64", "u128"]);
        let is_text = code_type == "&str";
        let (has_ready, has_zh) = (random.one_in(2), random.one_in(2));
        let mut table = Self {
            code_type,
            catalog: Vec::new(),
            attribute: String::new(),
            lacks: "",
            rows: Vec::new(),
            has_ready,
            has_zh,
        };
        if !is_text && (code_type != "u32" || random.one_in(2)) {
            table.catalog.push(format!("code = {code_type}"));
        }
        if !is_text && random.one_in(2) {
            table.catalog.push("range = 0..=100".to_owned());
        }
        if has_ready {
            table.catalog.push("column(ready: bool = false)".to_owned());
        }
        if has_zh {
            table.catalog.push("column(zh: &str)".to_owned());
        }
        let mut codes: Vec<usize> = (0..100).collect();
        for index in 0..3 + random.below(6) {
            let row = table.random_row(index, &mut codes, random);
            table.rows.push(row);
        }
        if !is_text && random.one_in(2) {
            table.add_other();
        }
        table
    }

    fn random_row(&self, index: usize, codes: &mut Vec<usize>, random: &mut Random) -> Row {
        let mut code = || {
            let code = codes.swap_remove(random.below(codes.len()));
            if self.is_text() { format!("\"{code:03}\"") } else { code.to_string() }
        };
        let mut row = Row::new(&format!("V{index}"), code());
        if index % 3 == 2 {
            row.codes.push(code());
        }
        match random.below(4) {
            0 | 1 => row.texts.push(format!("\"description {index}\"")),
            2 => row.attributes.push("/// A comment.".to_owned()),
            _ => {}
        }
        if random.one_in(4) {
            row.rest.push("success".to_owned());
        }
        if self.has_ready && random.one_in(2) {
            row.rest.push("ready = 1 < 2".to_owned());
        }
        if self.has_zh {
            row.rest.push("zh = \"文\"".to_owned());
        }
        row
    }

    pub(crate) fn add_other(&mut self) {
        let mut other = Row::new(&format!("Other{}", self.rows.len()), "other".to_owned());
        other.fields = "(jmessage_codes::Unlisted<Self>)".into();
        if self.has_zh {
            other.rest.push("zh = \"\"".to_owned());
        }
        self.rows.push(other);
    }

    pub(crate) fn is_text(&self) -> bool {
        self.code_type == "&str"
    }

    pub(crate) fn has_range(&self) -> bool {
        self.catalog.iter().any(|argument| argument.starts_with("range"))
    }

    /// The row of the `other` variant, which is the last.
    pub(crate) fn other(&self) -> Option<usize> {
        let last = self.rows.len() - 1;
        (self.rows[last].codes == ["other"]).then_some(last)
    }

    /// A row with a code.
    pub(crate) fn listed(&self, random: &mut Random) -> usize {
        random.below(self.other().unwrap_or(self.rows.len()))
    }

    /// Two of them, in order.
    pub(crate) fn two_listed(&self, random: &mut Random) -> (usize, usize) {
        let second = 1 + random.below(self.other().unwrap_or(self.rows.len()) - 1);
        (random.below(second), second)
    }

    /// Adds a module with the table, and functions that use it.
    pub(crate) fn render(&self, program: &mut String) -> Rendered {
        let mut rendered = Rendered(Vec::new());
        let (module, copy) = (program.len(), if self.lacks == "Copy" { "" } else { "Copy, " });
        let _ = write!(program, "pub mod m{module} {{\n    use jmessage_codes::ErrorCatalog;\n\n");
        let _ = writeln!(program, "    #[derive(Clone, {copy}ErrorCatalog)]");
        let mut part = |program: &mut String, place: Place, text: &str| {
            let start = program.len();
            program.push_str(text);
            rendered.0.push((place, start..program.len()));
            program.push('\n');
        };
        if !self.catalog.is_empty() {
            let catalog = format!("#[catalog({})]", self.catalog.join(", "));
            part(program, Place::Catalog, &catalog);
        }
        part(program, Place::Attribute, &self.attribute);
        part(program, Place::Name, "pub enum E");
        program.push_str("{\n");
        for (index, row) in self.rows.iter().enumerate() {
            part(program, Place::Code(index), &row.attributes());
            part(program, Place::Variant(index), &format!("{}{}", row.name, row.fields));
            program.push_str(",\n");
        }
        program.push_str("}\n");
        self.render_uses(program);
        rendered
    }

    /// Whatever the mistake, these are right.
    fn render_uses(&self, program: &mut String) {
        if self.lacks != "Eq" {
            program.push_str("impl Eq for E {}\n");
        }
        // Without `Copy` or `Eq`, the enum is not a catalog.
        let is_catalog = self.lacks.is_empty();
        let entries = if is_catalog { "pub fn e() -> usize { E::ENTRIES.len() }" } else { "" };
        let query = if self.is_text() { "\"\"" } else { "0" };
        let ready = if self.has_ready { "pub fn f(e: E) -> bool { e.ready() }" } else { "" };
        let zh = if self.has_zh { "pub fn g(e: E) -> &'static str { e.zh() }" } else { "" };
        let _ = write!(
            program,
            "impl PartialEq for E {{ fn eq(&self, _: &Self) -> bool {{ true }} }}
    pub fn a(e: E) {{ let _ = e.code(); }}
    pub fn b(e: E) -> &'static str {{ e.message() }}
    pub fn c(e: E) -> Result<(), E> {{ e.into_result() }}
    pub fn d() -> Option<E> {{ E::from_code({query}) }}
    pub fn h(text: &str) -> Option<E> {{ text.parse().ok() }}
    {entries}
    {ready}
    {zh}
}}
"
        );
    }
}

impl Row {
    fn new(name: &str, code: String) -> Self {
        Self {
            name: name.to_owned(),
            attributes: Vec::new(),
            codes: vec![code],
            texts: vec![format!("\"message of {name}\"")],
            rest: Vec::new(),
            instead: None,
            fields: String::new(),
        }
    }

    /// `#[code(…)]`.
    pub(crate) fn code(&self) -> String {
        let codes = self.codes.join(" | ");
        let arguments = [vec![codes], self.texts.clone(), self.rest.clone()].concat();
        format!("#[code({})]", arguments.join(", "))
    }

    fn attributes(&self) -> String {
        let code = self.instead.clone().unwrap_or_else(|| self.code());
        [self.attributes.clone(), vec![code]].concat().join("\n")
    }

    /// Removes the value of a column or a flag.
    pub(crate) fn remove(&mut self, name: &str) {
        self.rest.retain(|argument| argument.split(' ').next() != Some(name));
    }
}
