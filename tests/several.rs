//! Several catalogs in one program.

use std::any::type_name;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use jmessage_codes::{
    AnyCatalog, AnyCode, AnyEntry, Entry, ErrorCatalog, MaybeListed, Unlisted, WebCode,
    assert_disjoint,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(url = "/{code}")]
enum Door {
    #[code(0, "fine", success)]
    Fine,
    #[code(7 | 8, "door jammed", "The door is jammed")]
    Jammed,
    #[code(other, "other")]
    Other(Unlisted<Self>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum Window {
    #[code(9, "window open")]
    Open,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum State {
    #[code("00000", "successful completion", success)]
    SuccessfulCompletion,
    #[code("7", "seven")]
    Seven,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum Condition {
    #[code("00001", "one")]
    One,
}

// tests/ui has catalogs that share a code.
assert_disjoint!(WebCode, Window);
assert_disjoint!(Door, Window,);
assert_disjoint!(WebCode, Door, Window; except success);
assert_disjoint!(State, Condition);

const CATALOGS: [AnyCatalog; 4] = [
    AnyCatalog::of::<WebCode>(),
    AnyCatalog::of::<Door>(),
    AnyCatalog::of::<Window>(),
    AnyCatalog::of::<State>(),
];

#[test]
fn entries_without_their_type() {
    let table = [
        ("880103", vec!["WebCode 880103 UserNotExist: user not exist"]),
        ("8", vec!["Door 7 Jammed: door jammed"]),
        ("7", vec!["Door 7 Jammed: door jammed", "State 7 Seven: seven"]),
        (
            "00000",
            vec![
                "WebCode 0 Success: success",
                "Door 0 Fine: fine",
                "State 00000 SuccessfulCompletion: successful completion",
            ],
        ),
        ("10", vec![]),
        ("seven", vec![]),
    ];
    for (code, expected) in table {
        let found = CATALOGS.iter().filter_map(|catalog| catalog.find(code));
        let found: Vec<String> =
            found.map(|entry| format!("{} {entry}", entry.catalog())).collect();
        assert_eq!(found, expected, "{code}");
    }
}

#[test]
fn an_entry_is_the_same_with_and_without_its_type() {
    for (erased, entry) in CATALOGS[0].entries().zip(WebCode::ENTRIES) {
        assert_eq!(erased.code().to_string(), entry.code().to_string());
        assert_eq!(erased.name(), entry.name());
        assert_eq!(erased.message(), entry.message());
        assert_eq!(erased.description(), entry.description());
        assert_eq!(erased.is_success(), entry.is_success());
        assert_eq!(erased.is_retryable(), entry.is_retryable());
        assert_eq!(format!("{erased:?}"), format!("{entry:?}"));
    }
    let counts = CATALOGS.map(|catalog| (catalog.name(), catalog.entries().count()));
    assert_eq!(
        counts,
        [("WebCode", WebCode::ENTRIES.len()), ("Door", 2), ("Window", 1), ("State", 2)]
    );
}

#[test]
fn entries_without_their_type_are_values() {
    let [web, door, ..] = CATALOGS;
    assert_eq!(web.entries().len(), WebCode::ENTRIES.len());
    assert_eq!(door.entries().rev().map(AnyEntry::index).collect::<Vec<_>>(), [1, 0]);
    let jammed = AnyEntry::from(Door::Jammed.entry().unwrap());
    assert_eq!(door.find("7"), Some(jammed));
    assert_eq!(door.entries().nth(1), Some(jammed));
    assert_eq!(HashSet::from([jammed, door.find("8").unwrap()]).len(), 1);
    // The same row of another catalog.
    assert_ne!(web.entries().nth(1), Some(jammed));
    // Codes are read and compared as the catalog does it.
    assert_eq!(jammed.code(), "7");
    assert_eq!(jammed.code(), "007");
    assert_ne!(jammed.code(), "8");
    assert_ne!(jammed.code(), "seven");
    let aliases: Vec<AnyCode> = jammed.aliases().collect();
    assert_eq!(aliases, ["8"]);
    assert_ne!(aliases[0], jammed.code());
    assert_eq!(aliases[0].to_string(), "8");
    let state = CATALOGS[3].find("7").unwrap();
    assert_eq!(state.code(), "7");
    assert_ne!(state.code(), "007");
}

#[test]
fn an_entry_is_equal_to_itself_only() {
    for (index, one) in WebCode::ENTRIES.iter().enumerate() {
        for (other, two) in WebCode::ENTRIES.iter().enumerate() {
            assert_eq!(one == two, index == other, "{one} {two}");
            assert_eq!(AnyEntry::from(one) == AnyEntry::from(two), index == other, "{one} {two}");
        }
    }
}

#[test]
fn entries_variants_and_aliases_are_in_the_order_of_the_table() {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
    enum Roof {
        #[code(1, "leak")]
        One,
        #[code(2 | 20 | 21, "leak")]
        Two,
        #[code(3, "leak")]
        Three,
        #[code(4 | 40, "hole")]
        Four,
        #[code(5 | 50 | 51 | 52, "hole")]
        Five,
        #[code(6, "hole")]
        Six,
    }

    let names = |entry: Option<Entry<Roof>>| entry.map(Entry::name);
    assert_eq!(names(Roof::ENTRIES.iter().nth(1)), Some("Two"));
    assert_eq!(names(Roof::ENTRIES.iter().next_back()), Some("Six"));
    assert_eq!(Roof::from_message("leak").iter().nth(1), Some(Roof::Two));
    assert_eq!((Roof::ENTRIES.iter().len(), Roof::from_message("leak").iter().len()), (6, 3));
    assert_eq!(Vec::from_iter(&Roof::ENTRIES), Vec::from_iter(Roof::ENTRIES));
    let leaks = Roof::from_message("leak");
    assert_eq!(Vec::from_iter(&leaks), Vec::from_iter(leaks));
    let two = AnyCatalog::of::<Roof>().find("21").unwrap();
    assert_eq!(two.aliases().collect::<Vec<_>>(), ["20", "21"]);
    let aliases = Roof::ENTRIES.iter().map(Entry::aliases);
    let expected: [&[u32]; 6] = [&[], &[20, 21], &[], &[40], &[50, 51, 52], &[]];
    assert!(aliases.eq(expected));
}

/// Otherwise a large map of them is slow.
#[test]
fn what_differs_has_another_hash() {
    fn check<T: Hash + Eq>(values: &[T]) {
        let hashes = values.iter().map(|value| {
            let mut hasher = DefaultHasher::new();
            value.hash(&mut hasher);
            hasher.finish()
        });
        assert_eq!(hashes.collect::<HashSet<_>>().len(), values.len(), "{}", type_name::<T>());
    }

    let entries: Vec<Entry<Door>> = Door::ENTRIES.iter().collect();
    check(&entries);
    check(&entries.iter().filter_map(|entry| entry.url()).collect::<Vec<_>>());
    let mut erased: Vec<AnyEntry> = entries.iter().copied().map(AnyEntry::from).collect();
    // The same row of another catalog.
    erased.extend(CATALOGS[2].entries());
    check(&erased);
    check(&erased.iter().map(|entry| entry.code()).collect::<Vec<_>>());
    check(&[1, 2].map(|code| Window::try_from(code).unwrap_err()));
    check(&["1", "2", "one"].map(|text| text.parse::<Window>().unwrap_err()));
    check(WebCode::COLUMNS);
    check(&["1", "2"].map(MaybeListed::<State, &str>::new));
    check(&[1, 2].map(|code| match Door::from(code) {
        Door::Other(unlisted) => unlisted,
        listed => panic!("{listed:?} is listed"),
    }));
}

#[test]
fn debug_output_has_what_a_value_says() {
    let entries = format!("[{:?}]", Window::Open.entry().unwrap());
    let unlisted = Window::try_from(1).unwrap_err();
    for (shown, expected) in [
        (format!("{:?}", Window::ENTRIES), &*entries),
        (format!("{:?}", Window::ENTRIES.iter()), &entries),
        (format!("{:?}", CATALOGS[2].entries()), &entries),
        (format!("{:?}", CATALOGS[2]), "AnyCatalog { name: \"Window\", .. }"),
        (format!("{:?}", Window::from_message("window open")), "[Open]"),
        (format!("{:?}", WebCode::COLUMNS[0]), "Column { name: \"description_zh\", .. }"),
        (format!("{unlisted:?}"), "TryFromCodeError { catalog: \"Window\", code: Some(1) }"),
        (format!("{:?}", "1".parse::<Window>()), &format!("Err(NotListed({unlisted:?}))")),
        (format!("{:?}", "one".parse::<Window>()), "Err(Malformed)"),
    ] {
        assert_eq!(shown, expected);
    }
}

/// An app's own enum over its catalogs, which decides the order of the lookups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Code {
    Web(WebCode),
    Door(Door),
}

impl From<u32> for Code {
    fn from(number: u32) -> Self {
        match Door::from_code(number) {
            Some(code) => Self::Door(code),
            None => Self::Web(WebCode::from(number)),
        }
    }
}

#[test]
fn an_enum_over_catalogs() {
    assert_eq!(Code::from(7), Code::Door(Door::Jammed));
    assert_eq!(Code::from(880_103), Code::Web(WebCode::UserNotExist));
    assert_eq!(Code::from(10), Code::Web(WebCode::from(10)));
}

/// One line for each entry of any catalog.
fn report<C: ErrorCatalog>() -> Vec<String> {
    C::ENTRIES.iter().map(|entry| format!("{} {entry}", C::NAME)).collect()
}

#[test]
fn generic_code() {
    assert_eq!(report::<Door>(), ["Door 0 Fine: fine", "Door 7 Jammed: door jammed"]);
    assert_eq!(report::<Condition>(), ["Condition 00001 One: one"]);
}
