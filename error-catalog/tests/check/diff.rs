//! What changed between two tables, in every format.

use error_catalog::{Diff, Format, SourceFile, Table};

const OLD: &str = "\
#[derive(ErrorCatalog)] enum Old {
    #[code(1, \"one\")] One,
    #[code(2 | 20 | 21, \"the *second* one\", \"It | is\")] Two,
    #[code(3, \"third\")] Three,
    #[code(4, \"fourth\", retired)] Four,
    #[code(5, \"fifth\", kind = NotFound)] Five,
    #[code(6, \"sixth\", retired)] Six,
}
";
const NEW: &str = "\
#[derive(ErrorCatalog)] enum New {
    #[code(1 | 20 | 10, \"one\")] First,
    #[code(2, \"the *second*\", \"It | was\")] Two,
    #[code(3, \"not allowed\")] NotAllowed,
    #[code(4, \"fourth\")] Four,
    #[code(5, \"fifth\", retired)] Five,
    #[code(7, \"<b>new</b>\")] New,
}
";

fn table(source: &str) -> Table {
    SourceFile::parse(source).unwrap().enums()[0].table().clone()
}

#[test]
fn every_change_is_listed() {
    let diff = Diff::new(&table(OLD), &table(NEW));
    assert!(!diff.is_empty());
    assert_eq!(
        diff.to_text(),
        "\
breaking for Rust code only: the name of 1 `One` is \"First\" now, was \"One\"
breaking: 20 means the same as 1 `One` now, but was `Two`
additive: 10 is a new code of 1 `One`
text: the message of 2 `Two` is \"the *second*\" now, was \"the *second* one\"
text: the description of 2 `Two` is \"It | was\" now, was \"It | is\"
breaking: the meaning of 3 `Three` seems to have changed: it is \"not allowed\" now, was \"third\"
additive: 4 `Four` is retired, but listed again
additive: 5 `Five` is retired now
breaking: the kind of 5 `Five` is \"Unknown\" now, was \"NotFound\"
breaking for Rust code only: 7 is new: \"<b>new</b>\", and the enum is not #[non_exhaustive], so a \
         `match` on it no longer compiles
breaking: 21, a code of 2 `Two`, is no longer listed
breaking: 6 `Six` is no longer listed
"
    );
    assert_eq!(
        diff.to_markdown(),
        "\
### Added

- `7` `New`: &lt;b>new&lt;/b> (**breaking** for Rust code only)

### No longer listed

- `6` `Six`: sixth (**breaking**)

### Retired

- `5` `Five`: fifth (additive)

### Listed again

- `4` `Four`: fourth (additive)

### Meaning changed

- `3` `Three`: “not allowed”, was “third” (**breaking**)

### Reworded

- `1` `One`: the name is now “First”, was “One” (**breaking** for Rust code only)
- `2` `Two`: the message is now “the \\*second\\*”, was “the \\*second\\* one” (text)
- `2` `Two`: the description is now “It \\| was”, was “It \\| is” (text)
- `5` `Five`: the kind is now “Unknown”, was “NotFound” (**breaking**)

### Codes of one row

- `1` `One`: `20`, which was `Two` (**breaking**)
- `1` `One`: `10` is new (additive)
- `2` `Two`: `21` is no longer listed (**breaking**)
"
    );
    let json: serde_json::Value = serde_json::from_str(&diff.to_json()).unwrap();
    assert_eq!(json["version"], 1);
    assert_eq!(json["differences"].as_array().unwrap().len(), 12);
    assert_eq!(
        json["differences"][3],
        serde_json::json!({
            "class": "text",
            "breaks_wire": false,
            "change": "reworded",
            "code": 2,
            "name": "Two",
            "column": "message",
            "from": "the *second* one",
            "to": "the *second*",
            "old": { "line": 3, "message": "the *second* one", "description": "It | is" },
            "new": { "line": 3, "message": "the *second*", "description": "It | was" },
        })
    );
    assert!(Diff::new(&table(OLD), &table(OLD)).is_empty());
}

#[test]
fn names_and_kinds_of_an_enum_are_not_those_of_a_document() {
    let document = "code,name,message\n1,FIRST,one\n5,FIFTH,fifth\n";
    let document = Table::read(document, Format::Csv).unwrap().into_clean().unwrap();
    let diff = Diff::new(&document, &table(NEW));
    assert!(!diff.to_text().contains("the name of"), "{}", diff.to_text());
    let renamed = "code,name,message\n1,ONE,one\n5,FIFTH,fifth\n";
    let renamed = Table::read(renamed, Format::Csv).unwrap().into_clean().unwrap();
    let text = Diff::new(&document, &renamed).to_text();
    assert_eq!(
        text,
        "breaking for Rust code only: the name of 1 `FIRST` is \"ONE\" now, was \"FIRST\"\n"
    );
}

/// As in an export: numbers, or strings if one code of either table is not a number.
#[test]
fn codes_in_json_are_of_one_type() {
    let codes = |old: &str, new: &str| {
        let read = |code: &str| {
            Table::read(&format!("code,message\n{code},a\n"), Format::Csv).unwrap().table
        };
        let json: serde_json::Value =
            serde_json::from_str(&Diff::new(&read(old), &read(new)).to_json()).unwrap();
        let codes: Vec<serde_json::Value> = json["differences"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|each| [each["code"].clone(), each["to"].clone()])
            .filter(|code| !code.is_null())
            .collect();
        codes
    };
    let text = |code: &str| serde_json::json!(code);
    assert!(codes("-7", "18446744073709551615").contains(&serde_json::json!(u64::MAX)));
    assert!(codes("7", "8").iter().all(serde_json::Value::is_u64));
    assert!(codes("7", "A8").contains(&text("A8")) && codes("7", "A8").contains(&text("7")));
    let wide = "340282366920938463463374607431768211455";
    assert!(codes("7", wide).iter().all(serde_json::Value::is_string));
    assert!(codes("0x10", "17").iter().all(serde_json::Value::is_string));
}
