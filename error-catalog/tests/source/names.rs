//! Names of variants that are made from messages.

use error_catalog::{Format, Import, Table};

fn names(rows: &[(&str, &str)]) -> Vec<String> {
    let rows = rows.iter().enumerate();
    let rows = rows.map(|(number, (message, text))| format!("{},{message},{text}\n", 100 + number));
    let document = format!("code,message,description\n{}", rows.collect::<Vec<_>>().concat());
    let table = Table::read(&document, Format::Csv).unwrap().into_clean().unwrap();
    let source = Import::new("Door").no_other().write(&table).unwrap();
    let lines = source.lines().filter(|line| line.contains("#[code("));
    let name =
        |line: &str| line.rsplit_once(' ').map(|(_, name)| name.trim_matches(',').to_owned());
    lines.filter_map(name).collect()
}

#[test]
fn a_long_message_is_cut_where_a_phrase_can_end() {
    let cases = [
        (
            "No auth to query other appkey's user or appkey not exist",
            "NoAuthToQueryOtherAppkeysUser",
        ),
        (
            "The number of members of the group is not more than the limit",
            "TheNumberOfMembersOfTheGroup",
        ),
        (
            "The door cannot be opened because of the key that is lost",
            "TheDoorCannotBeOpenedBecauseOfTheKey",
        ),
        (
            "Invalid parameter username in the header of the request",
            "InvalidParameterUsernameInTheHeader",
        ),
        // It ends with the first sentence, if that has several words.
        ("The parameter is invalid. Check the parameter of the request.", "TheParameterIsInvalid"),
        ("Error. The parameter of the request is not a number", "ErrorTheParameterOfTheRequest"),
        (
            "The key e.g. that of the door is not valid for the house",
            "TheKeyEGThatOfTheDoorIsNotValid",
        ),
        // A name begins with a letter.
        ("401 Unauthorized", "Unauthorized"),
        ("(0x3E9) 3rd-party login failed", "PartyLoginFailed"),
        // A short one is whole.
        ("The door is not", "TheDoorIsNot"),
    ];
    for (message, expected) in cases {
        assert_eq!(names(&[(message, "")]), [expected], "{message}");
    }
}

#[test]
fn words_tell_equal_names_apart() {
    let long = "The parameter of the request for the door is invalid";
    let found = names(&[
        (long, "a"),
        (&format!("{long}: password"), "b"),
        (&format!("{long}: user name"), "c"),
        // The descriptions say more than the messages.
        ("No door", "It is gone"),
        ("No door", "It was never built"),
        ("404 No key", "In no door"),
        // Nothing says more.
        ("No key", ""),
        ("No key", ""),
    ]);
    assert_eq!(
        found,
        [
            "TheParameterOfTheRequestForTheDoor",
            "TheParameterOfTheRequestPassword",
            "TheParameterOfTheRequestUserName",
            "NoDoor",
            "NoDoorNeverBuilt",
            "NoKey",
            "NoKey106",
            "NoKey107",
        ]
    );
}

#[test]
fn rows_at_the_end_rename_no_variant() {
    let messages = ["one two", "one two", "one two three", "a b c d", "one two", "a b c d e"];
    let rows: Vec<_> = messages.iter().map(|message| (*message, "x y")).collect();
    let all = names(&rows);
    for end in 1..rows.len() {
        assert_eq!(names(&rows[..end]), all[..end]);
    }
}
