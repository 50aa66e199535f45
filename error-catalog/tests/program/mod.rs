//! A program of printed enums, which asks each for its rows.
//!
//! All enums are modules of one program, because each start of the compiler takes
//! seconds.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

#[derive(Default)]
pub(crate) struct Program {
    modules: String,
    main: String,
}

impl Program {
    /// Adds the source of an enum `Imported`, and the code, message and description of
    /// each of its rows.
    pub(crate) fn add<T: AsRef<str>>(&mut self, module: &str, source: &str, rows: &[[T; 3]]) {
        let is_text = source.contains("#[code(\"");
        writeln!(self.modules, "pub mod {module} {{\n{source}}}").unwrap();
        writeln!(self.main, "    check_{module}();").unwrap();
        // A function each: rustc overflows its stack in a body with thousands of variables.
        writeln!(self.modules, "fn check_{module}() {{").unwrap();
        writeln!(self.modules, "    assert_eq!(<{module}::Imported as jmessage_codes::ErrorCatalog>::ENTRIES.len(), {});", rows.len())
            .unwrap();
        for row in rows {
            let [code, message, description] = row.each_ref().map(AsRef::as_ref);
            let code = if is_text { format!("{code:?}") } else { code.replace("0X", "0x") };
            writeln!(
                self.modules,
                "    let it = {module}::Imported::from_code({code}).unwrap();\n    \
                 assert_eq!((it.message(), it.description()), ({message:?}, {description:?}));"
            )
            .unwrap();
        }
        self.modules.push_str("}\n");
    }

    /// Compiles and runs the program.
    pub(crate) fn run(&self, name: &str) {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(directory.join("src")).unwrap();
        let manifest = format!(
            "[package]\nname = {name:?}\nedition = \"2024\"\n\n[dependencies]\n\
             jmessage-codes = {{ path = '{}', default-features = false }}\n\n[workspace]\n",
            workspace.join("jmessage-codes").display(),
        );
        fs::write(directory.join("Cargo.toml"), manifest).unwrap();
        // The same versions, so that no registry is needed.
        fs::copy(workspace.join("Cargo.lock"), directory.join("Cargo.lock")).unwrap();
        let Self { modules, main } = self;
        let source = format!("{HEAD}\n{modules}\nfn main() {{\n{main}}}\n");
        fs::write(directory.join("src/main.rs"), source).unwrap();
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["run", "--quiet", "--offline"]).current_dir(directory);
        // Beside the workspace's own, which the program must not lock or rebuild.
        cargo.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("programs"));
        let output = cargo.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

const HEAD: &str = "#![deny(warnings)]\n";
