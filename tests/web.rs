//! What `WebCode` says beyond the vendor's table: operations and Chinese texts.

use std::collections::{HashMap, HashSet};

use jmessage_codes::{Entry, Kind, Operation, WebCode};

#[test]
fn the_first_four_of_six_digits_name_the_operation() {
    for (code, operation) in [
        (880_001, Some(Operation::Sdk)),
        (880_103, Some(Operation::Login)),
        (880_203, Some(Operation::Send)),
        (880_402, Some(Operation::CreateGroup)),
        (880_502, Some(Operation::LeaveGroup)),
        (880_602, Some(Operation::AddMember)),
        (880_704, Some(Operation::RemoveMember)),
        (880_803, Some(Operation::ChangeGroup)),
        (880_903, Some(Operation::Blacklist)),
        (881_002, Some(Operation::Unblacklist)),
        (881_101, Some(Operation::DoNotDisturb)),
        (881_203, Some(Operation::BlockGroup)),
        (881_302, Some(Operation::Friend)),
        // An older number of it.
        (880_303, Some(Operation::Friend)),
        (881_401, Some(Operation::Retract)),
        (881_501, Some(Operation::ChatRoom)),
        (881_602, Some(Operation::TransparentCommand)),
        (881_701, Some(Operation::GroupAdmin)),
        (882_001, Some(Operation::Server)),
        // Unlisted.
        (880_100, Some(Operation::Login)),
        (880_199, Some(Operation::Login)),
        // No such operation.
        (881_899, None),
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
fn codes_are_ordered_by_number() {
    let numbers = [0, 7, 880_103, 880_104, 880_199, 882_005, 900_000];
    assert!(numbers.map(WebCode::from).is_sorted());
    assert!(WebCode::from(880_200) < WebCode::from(882_005));
    assert!(WebCode::ENTRIES.variants().is_sorted());
}

#[cfg(feature = "serde")]
#[test]
fn an_operation_is_serialized_as_the_name_of_its_variant() {
    for operation in (8800..8900).filter_map(|digits| Operation::of_code(digits * 100)) {
        let name = format!("{operation:?}");
        assert_eq!(serde_json::to_value(operation).unwrap(), name.as_str());
        assert_eq!(serde_json::from_value::<Operation>(name.into()).unwrap(), operation);
    }
    assert!(serde_json::from_str::<Operation>("\"login\"").is_err());
}

/// Every variant of the table, and one that it does not list.
fn variants() -> impl Iterator<Item = WebCode> {
    WebCode::ENTRIES.iter().map(Entry::variant).chain([WebCode::from(7)])
}

/// The codes for which this is true.
fn codes(is: impl Fn(WebCode) -> bool) -> Vec<u32> {
    variants().filter(|variant| is(*variant)).map(WebCode::code).collect()
}

#[test]
fn every_error_has_an_operation_with_its_own_names() {
    let mut names = HashMap::new();
    for code in variants() {
        let Some(operation) = code.operation() else {
            assert!(matches!(code, WebCode::Success | WebCode::Other(_)));
            continue;
        };
        assert_eq!(operation.to_string(), operation.description());
        names.insert(operation, (operation.description(), operation.description_zh()));
    }
    assert_eq!(names.len(), 18);
    assert_eq!(names.values().map(|names| names.0).collect::<HashSet<_>>().len(), 18);
    assert_eq!(names.values().map(|names| names.1).collect::<HashSet<_>>().len(), 18);
}

#[test]
fn every_code_has_a_text_in_both_languages() {
    let is_chinese = |letter| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    let mut texts = HashMap::new();
    for code in variants() {
        let (zh, en) = (code.description_zh(), code.description_en());
        assert!(zh.chars().any(is_chinese), "{code}: {zh}");
        assert!(!zh.contains([',', '.', ';', '。']), "{code}: {zh}");
        assert!(zh.chars().count() <= 24, "{code}: {zh}");
        assert!(
            en.is_ascii() && en.starts_with(|first: char| first.is_uppercase()),
            "{code}: {en}"
        );
        assert!(!en.ends_with('.') && en.len() <= 60, "{code}: {en}");
        // What the vendor calls the same is the same in Chinese too.
        let same = texts.entry((code.message(), code.description())).or_insert(zh);
        assert_eq!(*same, zh, "{code}");
        assert!(code.advice().ends_with('.'), "{code}: {}", code.advice());
    }
    assert_eq!(WebCode::UserDisabled.description_zh(), "您的账号已被禁用");
}

/// The terms of developers and administrators mean nothing to the user of an app.
#[test]
fn the_texts_speak_to_the_user() {
    for code in variants() {
        for word in ["SDK", "AppKey", "签名", "授权", "透传", "参数", "ID", "用户已", "用户不在"]
        {
            let is_other_user = code.description_zh().starts_with("该用户");
            assert!(is_other_user || !code.description_zh().contains(word), "{code}: {word}");
        }
        for word in ["SDK", "appkey", "signature", "parameter", "authorization", "illegal"] {
            assert!(!code.description_en().to_lowercase().contains(word), "{code}: {word}");
        }
    }
    // The vendor's English says something else about these.
    for (code, description, zh, en) in [
        (
            880_606,
            "There is the user in the member list that has not been added to the group",
            "所选成员中有不允许加入群组的用户",
            "One of the members may not be added to the group",
        ),
        (
            880_705,
            "There is the user in the member list who does not have permission to delete",
            "所选成员中有不允许移出群组的用户",
            "One of the members may not be removed from the group",
        ),
        (881_508, "Exceed the number of chat rooms", "聊天室人数已达上限", "The chat room is full"),
    ] {
        let code = WebCode::from(code);
        assert_eq!(code.description(), description);
        assert_eq!((code.description_zh(), code.description_en()), (zh, en));
    }
}

/// Among the limits, only "too fast" passes by itself.
#[test]
fn waiting_helps_after_three_codes() {
    let retryable = WebCode::ENTRIES.iter().filter(|entry| entry.is_retryable());
    assert_eq!(retryable.map(Entry::code).collect::<Vec<_>>(), [880_109, 880_209, 882_005]);
    assert!(!WebCode::AmountOfGroupExceedLimit.is_retryable());
}

/// What an app does by kind: log in again, register, change something first, retry.
#[test]
fn kinds_say_what_to_do() {
    for (kind, expected) in [
        (Kind::Ok, &[0][..]),
        // Code 7 is not listed.
        (Kind::Unknown, &[880_001, 882_002, 7]),
        (Kind::Unauthenticated, &[880_102, 880_104, 880_106, 882_004]),
        // At login, the user is the only thing that can be missing.
        (
            Kind::NotFound,
            &[
                880_005, 880_103, 880_203, 880_204, 880_301, 880_501, 880_605, 880_902, 881_002,
                881_103, 881_201, 881_301, 881_403, 881_503, 881_601, 881_603,
            ],
        ),
        (
            Kind::AlreadyExists,
            &[
                880_302, 880_607, 880_610, 880_904, 881_101, 881_105, 881_107, 881_203, 881_302,
                881_404, 881_507,
            ],
        ),
        (
            Kind::PermissionDenied,
            &[
                880_007, 880_111, 880_207, 880_212, 880_305, 880_402, 880_604, 880_606, 880_614,
                880_704, 880_705, 880_903, 881_402, 881_502, 881_701,
            ],
        ),
        (
            Kind::FailedPrecondition,
            &[
                880_006, 880_107, 880_110, 880_205, 880_303, 880_502, 880_603, 880_611, 880_612,
                880_703, 881_102, 881_104, 881_106, 881_108, 881_202, 881_204, 881_303, 881_305,
                881_401, 881_501, 881_602, 881_605,
            ],
        ),
        (
            Kind::InvalidArgument,
            &[
                880_002, 880_003, 880_004, 880_008, 880_101, 880_206, 880_208, 880_210, 880_304,
                880_404, 880_405, 880_602, 880_803, 880_804, 881_304, 881_504, 881_509, 881_604,
                882_003,
            ],
        ),
        // Limits. Only "too fast" ends by itself.
        (Kind::ResourceExhausted, &[880_209, 880_403, 880_608, 880_609, 881_508]),
        (Kind::Aborted, &[880_109]),
        (Kind::DeadlineExceeded, &[882_005]),
        (Kind::Internal, &[882_001]),
    ] {
        assert_eq!(codes(|code| code.kind() == kind), expected, "{kind}");
    }
}

#[test]
fn done_is_what_is_so_already_or_was_never_set() {
    let already_so = |code: WebCode| code.kind() == Kind::AlreadyExists;
    let undone =
        [880_303, 880_502, 880_703, 881_102, 881_106, 881_108, 881_204, 881_303].map(WebCode::from);
    let is_done = |code| code == WebCode::Success || already_so(code) || undone.contains(&code);
    assert_eq!(codes(WebCode::is_done), codes(is_done));
    assert_eq!(codes(WebCode::is_done).len(), 20);
}
