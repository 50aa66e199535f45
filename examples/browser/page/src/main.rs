//! Compiles the crate for the web and makes one HTML file of it, which needs no server.
//!
//! ```sh
//! rustup target add wasm32-unknown-unknown
//! cargo run --manifest-path examples/browser/Cargo.toml -p page
//! ```

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use wasm_bindgen_cli_support::Bindgen;

const NAME: &str = "jmessage_codes_browser";

fn main() -> Result<(), Box<dyn Error>> {
    // This program is in TARGET/debug.
    let program = env::current_exe()?;
    let target = program.ancestors().nth(2).ok_or("this program is not in a target directory")?;
    let wasm = compile(target)?;
    let output = target.join("page");
    Bindgen::new()
        .input_path(wasm)
        .no_modules(true)?
        // Without the path, the function that starts the module fails.
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .typescript(false)
        .generate(&output)?;
    let module = fs::read(output.join(format!("{NAME}_bg.wasm")))?;
    let glue = fs::read_to_string(output.join(format!("{NAME}.js")))?;
    let page = include_str!("page.html")
        .replace("/* page.css */", include_str!("page.css"))
        .replace("/* page.js */", include_str!("page.js"))
        .replace("/* wasm-bindgen */", &glue)
        .replace("/* module */", &STANDARD.encode(&module));
    let file = output.join("index.html");
    fs::write(&file, page)?;
    println!("{}: {} bytes of wasm", file.display(), module.len());
    Ok(())
}

/// The path of the module.
fn compile(target: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let status = Command::new(env!("CARGO"))
        .args(["build", "--release", "--target", "wasm32-unknown-unknown", "--locked"])
        .args(["--manifest-path", manifest, "-p", "jmessage-codes-browser", "--target-dir"])
        .arg(target)
        .status()?;
    if !status.success() {
        return Err(
            "cannot compile for the web; try `rustup target add wasm32-unknown-unknown`".into()
        );
    }
    Ok(target.join(format!("wasm32-unknown-unknown/release/{NAME}.wasm")))
}
