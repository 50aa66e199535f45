//! `ARCHITECTURE.md` names every source file of the packages, and no other.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const PAGE: &str = include_str!("../ARCHITECTURE.md");

/// Each package, and the heading above the list of its files.
const PACKAGES: [(&str, &str); 3] = [
    ("jmessage-codes-derive", "## The derive"),
    ("jmessage-codes", "## The facade"),
    ("error-catalog", "## The tool"),
];

#[test]
fn every_file_is_named_and_every_name_is_a_file() {
    for (package, heading) in PACKAGES {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(package).join("src");
        let mut missing = files(&folder, "");
        let names = names(heading);
        for name in &names {
            let file = folder.join(format!("{name}.rs"));
            let is_there = missing.remove(name) || folder.join(name).exists();
            assert!(is_there, "ARCHITECTURE.md names {name}, but there is no {}", file.display());
            // A folder without a file of its name is named as a whole, such as `templates`.
            if !file.exists() {
                missing.retain(|file| !file.starts_with(&format!("{name}/")));
            }
        }
        assert!(
            missing.is_empty(),
            "the list below {heading:?} in ARCHITECTURE.md does not name {missing:?}"
        );
    }
}

/// The source files, without their extension and without unit tests.
fn files(folder: &Path, prefix: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = entry.path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        // Not a link to a folder, such as `beside`.
        if entry.file_type().unwrap().is_dir() {
            found.extend(files(&path, &format!("{prefix}{name}/")));
        } else if path.extension().is_some_and(|extension| extension == "rs") && name != "tests" {
            found.insert(format!("{prefix}{name}"));
        }
    }
    found
}

/// The names in the list below a heading. Two blanks end the names of a line; a line that is
/// indented more belongs to the one name of a line above.
fn names(heading: &str) -> Vec<String> {
    let (_, section) = PAGE.split_once(heading).unwrap();
    let (_, list) = section.split_once("```\n").unwrap();
    let (list, _) = list.split_once("```\n").unwrap();
    let mut names = Vec::new();
    let mut parents: Vec<(usize, &str)> = Vec::new();
    for line in list.lines() {
        let text = line.trim_start();
        let indent = line.len() - text.len();
        // The rest of a description.
        if indent > 8 {
            continue;
        }
        parents.retain(|(of_parent, _)| *of_parent < indent);
        let folders: Vec<&str> = parents.iter().map(|(_, name)| *name).collect();
        let (line_names, _) = text.split_once("  ").unwrap_or((text, ""));
        let line_names: Vec<&str> = line_names.split(' ').collect();
        names.extend(line_names.iter().map(|name| [&*folders, &[name]].concat().join("/")));
        if let [name] = line_names[..] {
            parents.push((indent, name));
        }
    }
    names
}
