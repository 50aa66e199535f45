//! The snippets do what their pages say.

use ::borsh::{BorshDeserialize, to_vec};
use ::clap::{CommandFactory, Parser};
use ::miette::Diagnostic;
use ::postcard::experimental::max_size::MaxSize;
use ::proptest::prelude::*;
use ::prost::Message;
use beside::{axum, borsh, clap, conversions, miette, postcard, proptest, prost, rkyv, rusqlite};
use beside::{tonic, uniffi};
use jmessage_codes::WebCode;

#[test]
fn databases_return_other_types() {
    assert_eq!(conversions::from_an_integer(880_103).ok(), Some(WebCode::UserNotExist));
    assert!(conversions::from_an_integer(-1).is_err());
    assert_eq!(conversions::from_a_text(&"880103".to_owned()).ok(), Some(WebCode::UserNotExist));
}

#[test]
fn a_row_of_rusqlite() -> ::rusqlite::Result<()> {
    let connection = ::rusqlite::Connection::open_in_memory()?;
    connection.execute("CREATE TABLE failures (door INTEGER, web INTEGER)", [])?;
    rusqlite::insert(&connection, rusqlite::Door::Jammed, WebCode::from(881_999))?;
    let read = rusqlite::select(&connection)?;
    assert_eq!(read, (rusqlite::Door::Jammed, WebCode::from(881_999)));
    connection.execute("UPDATE failures SET door = 8", [])?;
    assert!(rusqlite::select(&connection).is_err());
    Ok(())
}

#[test]
fn arguments_of_clap() {
    let parse = |arguments: &[&str]| clap::Arguments::try_parse_from(arguments);
    let arguments = parse(&["a", "880103", "--state", "23505"]).expect("they are right");
    assert_eq!(arguments.code, WebCode::UserNotExist);
    assert_eq!(arguments.state, Some(clap::State::UniqueViolation));
    assert!(parse(&["a", "one"]).is_err() && parse(&["a", "1", "--state", "1"]).is_err());
    let help = clap::Arguments::command().render_long_help().to_string();
    assert!(help.contains("- 23505: unique violation"), "{help}");
}

#[test]
fn replies_of_axum_and_tonic() {
    use ::axum::response::IntoResponse;

    let problem = axum::Problem(WebCode::UserNotExist).into_response();
    assert_eq!(problem.status(), 404);
    let status = tonic::status(&WebCode::UserNotExist);
    assert_eq!(status.code(), ::tonic::Code::NotFound);
    assert_eq!(
        status.metadata().get("error-code").map(|code| code.as_bytes()),
        Some(&b"880103"[..])
    );
    assert!(tonic::is_worth_a_retry(&::tonic::Status::unavailable("")));
}

#[test]
fn a_diagnostic_has_its_code() {
    let error = miette::AppError::Read { path: "a.txt".to_owned() };
    let texts = [Diagnostic::code(&error), Diagnostic::url(&error), Diagnostic::help(&error)];
    let texts = texts.map(|text| text.map(|text| text.to_string()).unwrap_or_default());
    assert_eq!(texts, ["1001", "https://errors.example/1001", "Check that the file is there"]);
}

#[test]
fn messages_keep_the_code() {
    let failure = prost::Failure { door: prost::Door::Jammed.into(), web: 881_999 };
    let read = prost::Failure::decode(&failure.encode_to_vec()[..]).expect("it is a message");
    assert_eq!((read.door(), read.web()), (prost::Door::Jammed, WebCode::from(881_999)));

    let failure = borsh::Failure { code: WebCode::from(881_999) };
    let bytes = to_vec(&failure).expect("it is written");
    assert_eq!(borsh::Failure::try_from_slice(&bytes).expect("it is read").code, failure.code);

    let failure = rkyv::Failure { code: WebCode::UserNotExist };
    let bytes = ::rkyv::to_bytes::<::rkyv::rancor::Error>(&failure).expect("it is written");
    let read = ::rkyv::from_bytes::<rkyv::Failure, ::rkyv::rancor::Error>(&bytes);
    assert_eq!(read.expect("it is read").code, failure.code);

    let mut bytes = [0; postcard::Door::POSTCARD_MAX_SIZE];
    assert!(::postcard::to_slice(&postcard::Door::Jammed, &mut bytes).is_ok());
    assert_eq!(uniffi::send(String::new()).expect_err("it is empty").code(), 1001);
}

proptest! {
    #[test]
    fn codes_of_proptest(code in proptest::any_code()) {
        prop_assert_eq!(WebCode::from(code.code()), code);
    }
}
