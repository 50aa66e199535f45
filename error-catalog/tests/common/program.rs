//! A program of printed enums, which asks each for its rows.
//!
//! All enums are modules of one program, because each start of the compiler takes
//! seconds.

#[path = "../../../tests/compiler/mod.rs"]
mod compiler;

use std::fmt::Write;

#[derive(Default)]
pub(crate) struct Program {
    /// What stands outside of `main`.
    pub(crate) items: String,
    pub(crate) main: String,
}

impl Program {
    /// Adds the source of an enum `Imported`, and the code, message and description of
    /// each of its rows.
    #[allow(dead_code, reason = "not every test calls it")]
    pub(crate) fn add<T: AsRef<str>>(&mut self, module: &str, source: &str, rows: &[[T; 3]]) {
        self.add_codes(module, source, rows, source.contains("#[code(\""));
    }

    /// As [`add`](Self::add), for an enum whose codes are strings or not.
    #[allow(dead_code, reason = "not every test calls it")]
    pub(crate) fn add_codes<T: AsRef<str>>(
        &mut self,
        module: &str,
        source: &str,
        rows: &[[T; 3]],
        is_text: bool,
    ) {
        writeln!(self.items, "/// An enum.\npub mod {module} {{\n{source}}}").unwrap();
        writeln!(self.main, "    check_{module}();").unwrap();
        // A function each: rustc overflows its stack in a body with thousands of variables.
        writeln!(self.items, "fn check_{module}() {{").unwrap();
        writeln!(self.items, "    assert_eq!(<{module}::Imported as jmessage_codes::ErrorCatalog>::ENTRIES.len(), {});", rows.len())
            .unwrap();
        for row in rows {
            let [code, message, description] = row.each_ref().map(AsRef::as_ref);
            let code = if is_text { format!("{code:?}") } else { code.replace("0X", "0x") };
            writeln!(
                self.items,
                "    let it = {module}::Imported::from_code({code}).unwrap();\n    \
                 assert_eq!((it.message(), it.description()), ({message:?}, {description:?}));"
            )
            .unwrap();
        }
        self.items.push_str("}\n");
    }

    /// Compiles and runs the program. `name` is that of its file.
    pub(crate) fn run(&self, name: &str) {
        compiler::run(name, &self.source());
    }

    /// Compiles the program.
    #[allow(dead_code, reason = "not every test calls it")]
    pub(crate) fn check(&self, name: &str) {
        let found = compiler::check(name, &self.source(), "2024", &[]);
        let rendered: String = found.iter().take(3).map(|each| &*each.rendered).collect();
        assert!(found.is_empty(), "{name}: {rendered}");
    }

    fn source(&self) -> String {
        let Self { items, main } = self;
        format!("{HEAD}\n{items}\n/// Checks every enum.\npub fn main() {{\n{main}}}\n")
    }
}

const HEAD: &str = "#![deny(warnings, missing_docs)]\n//! A program.\n";
