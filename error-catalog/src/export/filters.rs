//! The filters that templates can call besides those of the engine.

use std::borrow::Cow;

use heck::{ToKebabCase, ToLowerCamelCase, ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use minijinja::value::{StringInput, Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, State};

use super::fields::escaped_alias;
use super::html_text;
use super::literal::Language;
use crate::visible;

/// The escaping of everything that is not HTML or Markdown.
pub(super) const SOURCE: AutoEscape = AutoEscape::Custom(Cow::Borrowed("source"));

/// A name in another case.
type Case = fn(&str) -> String;

const CASES: [(&str, Case); 5] = [
    ("camel", |text| text.to_lower_camel_case()),
    ("kebab", |text| text.to_kebab_case()),
    ("pascal", |text| text.to_upper_camel_case()),
    ("screaming", |text| text.to_shouty_snake_case()),
    ("snake", |text| text.to_snake_case()),
];

pub(super) fn add_to(engine: &mut Environment<'_>) {
    for (name, language) in Language::ALL {
        engine.add_filter(name, move |state: &mut State, value: Value| {
            let literal = literal(language, &value)?;
            Ok::<Value, Error>(match language {
                Language::Json if *state.auto_escape() == AutoEscape::Html => {
                    Value::from_safe_string(in_script(&literal))
                }
                _ => written(state, literal),
            })
        });
    }
    for (name, change) in CASES {
        engine.add_filter(name, move |text: StringInput<'_>| {
            // A safe value has only letters and digits, and so does this.
            text.preserve_safety(change(text.as_str()))
        });
    }
    engine.add_filter("avoid", |name: StringInput<'_>, taken: Vec<String>| avoid(&name, &taken));
    engine.add_filter("comment", |state: &mut State, text: String| written(state, comment(&text)));
    engine.add_filter("escape", escape);
    engine.add_filter("e", escape);
    engine.add_filter("property", |state: &mut State, key: String| written(state, property(&key)));
    engine.add_function("fail", |problem: String| -> Result<Value, Error> {
        Err(Error::new(ErrorKind::InvalidOperation, problem))
    });
    add_html(engine);
}

/// The filters for pages.
fn add_html(engine: &mut Environment<'_>) {
    engine
        .add_filter("breakable", |text: &str| Value::from_safe_string(html_text::breakable(text)));
    engine.add_filter("digits", html_text::group_digits);
    engine.add_filter("escaped_alias", |alias: &str| escaped_alias(alias));
    engine.add_filter("fragment", |code: &str| Value::from_safe_string(html_text::fragment(code)));
    engine.add_filter("label", |text: &str| html_text::readable_heading(text));
    engine.add_filter("language", |text: &str| html_text::column_language(text));
    engine.add_filter("words", |text: &str| html_text::words(text));
    engine.add_test("address", |text: &str| html_text::is_address(text));
    engine.add_test("ascii", |text: &str| text.is_ascii());
    engine.add_test("preformatted", |text: &str| !html_text::keeps_blanks(text));
}

/// Text in a programming language, which needs no further escaping in source code. A page or a
/// document that shows it escapes it like any other text.
fn written(state: &State, text: String) -> Value {
    match state.auto_escape() {
        AutoEscape::None => Value::from_safe_string(text),
        escaping if *escaping == SOURCE => Value::from_safe_string(text),
        _ => Value::from(text),
    }
}

/// A literal of JSON for a script in a page, or for an attribute in single quotes.
fn in_script(literal: &str) -> String {
    literal.replace('&', "\\u0026").replace('>', "\\u003e").replace('\'', "\\u0027")
}

/// A text, a number, a boolean or none as a literal of a language.
fn literal(language: Language, value: &Value) -> Result<String, Error> {
    Ok(match value.kind() {
        ValueKind::String => language.text(value.as_str().unwrap_or_default()),
        ValueKind::Bool => language.boolean(value.is_true()).to_owned(),
        ValueKind::None => language.nothing().to_owned(),
        ValueKind::Number => value.to_string(),
        kind => {
            let problem = format!("a {kind} is not a text, a number, a boolean or none");
            return Err(Error::new(ErrorKind::InvalidOperation, problem));
        }
    })
}

/// A name that is not in a list: `None` becomes `None_`, and then `None_` becomes `None__`.
fn avoid(name: &StringInput<'_>, taken: &[String]) -> Value {
    let base = name.as_str().trim_end_matches('_');
    let is_taken = taken.iter().any(|each| each == base);
    let end = if is_taken { "_" } else { "" };
    name.preserve_safety(format!("{}{end}", name.as_str()))
}

/// A text on one line that neither ends the comment around it nor begins another.
fn comment(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|character: char| character.is_whitespace() || character.is_control()) {
        let seen = visible::characters(word).filter(|(_, is_hidden)| !is_hidden);
        let word: String = seen.map(|(character, _)| character).collect();
        if !word.is_empty() {
            line.extend([if line.is_empty() { "" } else { " " }, &word]);
        }
    }
    // Java reads `\u002a` everywhere, and a backslash at its end continues a comment of C.
    let line = line.replace("*/", "* /").replace("/*", "/ *").replace("\\u", "\\ u");
    line.trim_end_matches(['\\', ' ']).to_owned()
}

/// Escapes for the template's format.
fn escape(state: &mut State, value: Value) -> Result<Value, Error> {
    state.format(value).map(Value::from_safe_string)
}

/// A key of an object of JavaScript: a name, or a text in quotes.
fn property(key: &str) -> String {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$');
    let is_name = !key.starts_with(|first: char| first.is_ascii_digit())
        && !key.is_empty()
        && key.chars().all(is_part);
    match key {
        // Without the brackets it would be the object's prototype.
        "__proto__" => format!("[{}]", Language::TypeScript.text(key)),
        _ if is_name => key.to_owned(),
        _ => Language::TypeScript.text(key),
    }
}
