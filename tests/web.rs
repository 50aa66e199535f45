//! What `WebCode` says beyond the vendor's table: operations and Chinese texts.

use std::collections::{HashMap, HashSet};

use jmessage_codes::{Entry, ErrorCatalog, Operation, WebCode};

#[test]
fn the_first_four_of_six_digits_name_the_operation() {
    for (code, operation) in [
        (880_001, Some(Operation::Sdk)),
        (880_103, Some(Operation::Login)),
        (880_203, Some(Operation::Send)),
        (880_402, Some(Operation::CreateGroup)),
        (880_602, Some(Operation::AddMember)),
        (880_704, Some(Operation::RemoveMember)),
        (880_903, Some(Operation::Blacklist)),
        (881_101, Some(Operation::DoNotDisturb)),
        (881_203, Some(Operation::BlockGroup)),
        (881_302, Some(Operation::Friend)),
        (881_401, Some(Operation::Retract)),
        (881_501, Some(Operation::ChatRoom)),
        (881_602, Some(Operation::TransparentCommand)),
        (881_701, Some(Operation::GroupAdmin)),
        (882_001, Some(Operation::Server)),
        // Unlisted.
        (880_100, Some(Operation::Login)),
        (880_199, Some(Operation::Login)),
        // No such operation.
        (880_399, None),
        (882_100, None),
        // Not six digits.
        (0, None),
        (7, None),
        (88_010, None),
        (8_801_030, None),
        (u32::MAX, None),
    ] {
        assert_eq!(WebCode::from(code).operation(), operation, "{code}");
    }
}

#[test]
fn every_error_has_an_operation_with_its_own_names() {
    let mut names = HashMap::new();
    for code in WebCode::ENTRIES.iter().map(Entry::variant) {
        let Some(operation) = code.operation() else {
            assert_eq!(code, WebCode::Success);
            continue;
        };
        assert_eq!(operation.to_string(), operation.name());
        names.insert(operation, (operation.name(), operation.name_zh()));
    }
    assert_eq!(names.len(), 15);
    assert_eq!(names.values().map(|names| names.0).collect::<HashSet<_>>().len(), 15);
    assert_eq!(names.values().map(|names| names.1).collect::<HashSet<_>>().len(), 15);
}

#[test]
fn every_code_has_a_text_in_chinese() {
    let is_chinese = |letter| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    let mut texts = HashMap::new();
    for code in WebCode::ENTRIES.iter().map(Entry::variant).chain([WebCode::from(7)]) {
        let zh = code.description_zh();
        assert!(zh.chars().any(is_chinese), "{code}: {zh}");
        assert!(!zh.contains([',', '.', ';', '。']), "{code}: {zh}");
        assert!(zh.chars().count() <= 24, "{code}: {zh}");
        // What the vendor calls the same is the same in Chinese too.
        let same = texts.entry((code.message(), code.description())).or_insert(zh);
        assert_eq!(*same, zh, "{code}");
    }
    assert_eq!(WebCode::UserDisabled.description_zh(), "用户已被禁用");
}
