//! A program of printed enums, which asks each for its rows.
//!
//! All enums are modules of one program, because each start of the compiler takes
//! seconds.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

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

    /// Compiles and runs the program.
    pub(crate) fn run(&self, name: &str) {
        let directory = package(name);
        fs::write(directory.join("src/main.rs"), self.source()).unwrap();
        cargo("run", &directory);
    }

    fn source(&self) -> String {
        let Self { items, main } = self;
        format!("{HEAD}\n{items}\nfn main() {{\n{main}}}\n")
    }
}

/// Compiles programs, as many at a time as there are cores.
#[allow(dead_code, reason = "not every test calls it")]
pub(crate) fn check(programs: &[Program], name: &str) {
    let directory = package(name);
    fs::create_dir_all(directory.join("src/bin")).unwrap();
    for (number, program) in programs.iter().enumerate() {
        let file = format!("src/bin/program{number}.rs");
        fs::write(directory.join(file), program.source()).unwrap();
    }
    cargo("check", &directory);
}

/// The folder of a package of this name.
fn package(name: &str) -> PathBuf {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(directory.join("src")).unwrap();
    let manifest = format!(
        "[package]\nname = {name:?}\nedition = \"2024\"\n\n[dependencies]\n\
         jmessage-codes = {{ path = '{}', default-features = false }}\n\
         thiserror = \"2\"\n\n[workspace]\n",
        workspace.join("jmessage-codes").display(),
    );
    fs::write(directory.join("Cargo.toml"), manifest).unwrap();
    // The same versions, so that no registry is needed.
    fs::copy(workspace.join("Cargo.lock"), directory.join("Cargo.lock")).unwrap();
    directory
}

fn cargo(command: &str, directory: &Path) {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args([command, "--quiet", "--offline"]).current_dir(directory);
    // Beside the workspace's own, which the program must not lock or rebuild.
    cargo.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("programs"));
    let output = cargo.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

const HEAD: &str = "#![deny(warnings, missing_docs)]\n//! A program.\n";
