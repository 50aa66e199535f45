//! The page of `examples/browser`.

use std::path::Path;

use browser::Browser;
use jmessage_codes::{Kind, WebCode};
use serde_json::{Value, json};

mod counts;

use counts::{count, of_kind};

/// The page, opened. `.ci/run browser` makes it.
fn page() -> Browser {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/browser/page/index.html");
    let browser = Browser::start();
    browser.open(Path::new(file), "");
    let started = "return new Promise((done) => {
        const wait = () => document.querySelector('#codes li') ? done() : setTimeout(wait, 10);
        wait();
    })";
    browser.run(started);
    browser
}

#[track_caller]
fn assert_result(browser: &Browser, parts: &[&str]) {
    let result = browser.text("#result");
    for part in parts {
        assert!(result.contains(part), "{part:?} is not in {result:?}");
    }
}

#[test]
fn replies_in_both_languages() {
    const KIND: &str = WebCode::UserNotExist.kind().name();
    let browser = page();
    let samples: [&[&str]; 8] = [
        &["0", "success", "The request succeeded", "Successful request", "请求成功"],
        &[
            "880103",
            "error",
            "The user does not exist",
            "User does not exist",
            "Register the user and log in again.",
            "用户不存在",
            "WebCode::UserNotExist",
            "登录",
            KIND,
        ],
        &["880106", "error", "Your login has expired; log in again", "登录已过期，请重新登录"],
        &["880209", "error", "Sending speed exceeds the limit", "发送过于频繁，请稍后再试"],
        &["881302", "done", "You are already friends with this user", "对方已是您的好友"],
        &["880199", "unlisted", "Error code that is not listed", "未知错误", "login · 登录"],
        &["the reply has no code"],
        &["the reply is not JSON"],
    ];
    for (number, parts) in samples.iter().enumerate() {
        browser.click(&format!(".samples button:nth-child({})", number + 1));
        assert_result(&browser, parts);
    }
    assert_eq!(browser.visible(".samples button"), samples.len() as u64);
    assert_eq!(browser.errors(), [""; 0]);
}

#[test]
fn replies_that_the_user_writes() {
    let browser = page();
    for (reply, part) in [
        (r#"{"code": "880203"}"#, "目标用户不存在"),
        (r#"{"error": {"code": 880203}}"#, "Target user does not exist"),
        (r#"{"code": -1}"#, "not a code"),
        (r#"{"code": 880203.5}"#, "not a code"),
        (r#"{"code": 4294967296}"#, "not a code"),
        (r#"{"code": {}}"#, "not a code"),
        (r#"{"code": null}"#, "the reply has no code"),
        ("null", "the reply has no code"),
        (" ", "the reply is not JSON"),
        (r#"{"code": "<img src=x onerror=alert(1)>"}"#, "not a code"),
    ] {
        browser.type_into("#reply", reply);
        assert_result(&browser, &[part]);
    }
    assert_eq!(browser.visible("img"), 0);
    assert_eq!(browser.errors(), [""; 0]);
}

#[test]
fn the_table_is_that_of_the_crate() {
    let browser = page();
    let rows = browser.run(
        "const rows = Array.from(document.querySelectorAll('#codes li'), (row) =>
            Array.from(row.children, (cell) => cell.textContent));
        return rows.sort((one, other) => one[0] - other[0]);",
    );
    let expected = |code: WebCode| {
        let (number, en) = (code.code().to_string(), code.description_en());
        let texts =
            [&*number, code.name(), code.message(), en, code.description_zh(), code.advice()];
        Value::from_iter(texts)
    };
    let expected: Value = WebCode::ENTRIES.iter().map(|entry| expected(entry.variant())).collect();
    assert_eq!(rows, expected);
    // Each operation is a heading.
    let headings = browser
        .run("return Array.from(document.querySelectorAll('#codes h3'), (h3) => h3.textContent)");
    assert_eq!(headings.as_array().map(Vec::len), Some(19));
    assert_eq!(headings[2], "login · 登录 9");
}

#[test]
fn search() {
    let browser = page();
    for (words, rows) in [
        ("", WebCode::ENTRIES.len()),
        ("880203", 1),
        ("8815", 7),
        // What is pasted: a code with what was around it, even a line of a log.
        ("880103,", 1),
        ("\"880103\"", 1),
        ("code=880103", 1),
        ("error 880103", 1),
        // A kind.
        ("DEADLINE_EXCEEDED", of_kind(Kind::DeadlineExceeded)),
        // In the message and in Chinese, in any order.
        ("聊天室 USER", 3),
        // An operation.
        ("撤回消息", 4),
        ("登录 login", 12),
        // Full-width forms.
        ("ｔｉｍｅ ｏｕｔ，ｔｒｙ", 1),
        ("nothing like it", 0),
    ] {
        browser.type_into("#search", words);
        assert_eq!(browser.text("#count"), count(rows), "{words}");
        assert_eq!(browser.visible("#codes li"), rows as u64, "{words}");
    }
    assert_eq!(browser.text("#none"), "Nothing matches “nothing like it”.");
    assert_eq!(browser.visible("#codes h3"), 0);
    browser.type_into("#search", "administrators");
    assert_eq!(browser.visible("#codes h3"), 1);
    assert_eq!(browser.text("#codes section:not([hidden]) .count"), "1");
    browser.click("#codes li:not([hidden]) button");
    assert_result(&browser, &["881701", "您不是该群组的管理员"]);
}

#[test]
fn no_sideways_scrolling_in_light_and_dark() {
    let browser = page();
    for (scheme, background) in [("light", "rgb(255, 255, 255)"), ("dark", "rgb(20, 23, 27)")] {
        browser.set_color_scheme(scheme);
        let color = browser.run("return getComputedStyle(document.body).backgroundColor");
        assert_eq!(color, background);
        for width in [320, 390, 1280] {
            browser.set_width(width);
            let beyond = "const page = document.documentElement;
                return [innerWidth, page.scrollWidth - page.clientWidth];";
            assert_eq!(browser.run(beyond), json!([width, 0]), "{scheme}");
        }
    }
}
