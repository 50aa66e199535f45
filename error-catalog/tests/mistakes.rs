//! What the derive refuses, the tool refuses.
use error_catalog::SourceFile;
use std::fs;
use std::path::Path;

#[test]
fn what_the_derive_refuses_the_tool_refuses() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/ui");
    let mut passed = Vec::new();
    for folder in ["", "without-serde", "worded-with-rustc"].map(|name| folder.join(name)) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|e| e == "rs") {
                let source = fs::read_to_string(&path).unwrap();
                if let Ok(file) = SourceFile::parse(source) {
                    passed.push(format!("{:?} {}", path.file_name().unwrap(), file.enums().len()));
                }
            }
        }
    }
    passed.sort();
    panic!("{} {passed:#?}", passed.len());
}
