//! Every option that a message names is a method of the library too.

use std::collections::BTreeSet;
use std::fs;

use error_catalog::{CodeType, Import, MaxSize, Reader, Setting, Settings, SourceFile};
use regex::Regex;

/// The names of methods, which compile.
macro_rules! methods {
    ($($type:ident: $($method:ident($($argument:expr),*))*;)*) => {
        [$($({
            let _ = |it: $type| it.$method($($argument),*);
            stringify!($method).replace('_', "-")
        }),*),*]
    };
}

#[test]
fn every_option_is_a_method_of_the_same_name() {
    let methods = methods! {
        Reader:
            encoding("utf-8") regex(".") after(".") before(".") table(1) section("") sheet("")
            pointer("") delimiter(',') no_headings() code("") message("") description("")
            variant("") column("", "") leave_out("") code_type(CodeType::Str) kind("")
            max_size(MaxSize::default());
        Import:
            success("") retryable("") other("") no_other() no_thiserror();
    };
    // What has another form: arguments, and `Reading::join` and `Import::merge_aliases`.
    let others = ["name", "format", "join", "aliases"];
    // What only the comment above an enum says.
    let of_comments = ["accept-findings", "accept-missed"];
    let known = methods.iter().map(String::as_str).chain(others).chain(of_comments);
    let options = Settings::ALL.iter().map(Setting::name);
    assert_eq!(known.collect::<BTreeSet<_>>(), options.collect());
}

#[test]
fn messages_name_options() -> Result<(), Box<dyn std::error::Error>> {
    let option = Regex::new("--([a-z][a-z-]+)")?;
    let known = Settings::ALL.iter().map(Setting::name);
    // Of cargo.
    let known: BTreeSet<&str> = known.chain(["features"]).collect();
    let mut count = 0;
    for path in SourceFile::below("src/read")? {
        for name in option.captures_iter(&fs::read_to_string(&path)?) {
            assert!(known.contains(&name[1]), "{}: {}", path.display(), &name[0]);
            count += 1;
        }
    }
    assert!(count > 20);
    Ok(())
}
