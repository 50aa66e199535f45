//! An app that uses the vendor's crate.

use acme::{CATALOGS, Client, Failure, FailureCode, Operation, Service, State};
use error_catalog::{Format, Table};

acme::plugin_codes! {
    pub(crate) Plugin {
        0xFFFF_FFFF_FFFF_FFFF Last "the last";
        1 First "the first";
    }
}

#[test]
fn tables() {
    const DOWN: Option<Service> = Service::from_code(11);
    assert_eq!(DOWN, Some(Service::Down));
    assert_eq!(Service::Down.code(), i32::MIN);
    assert_eq!(Service::Down.description(), "The service is down for maintenance.");
    assert_eq!(Service::Down.operation(), Operation::Repeat);
    assert_eq!(Service::from(5).to_string(), "A code that this table does not list. (5)");
    assert!(Client::try_from(5).is_err());
    assert_eq!("2350F".parse(), Ok(State::UniqueViolation));
    assert_eq!(Plugin::from_code(u64::MAX), Some(Plugin::Last));
    assert_eq!(Plugin::from_message("the first"), [Plugin::First]);
}

#[test]
fn an_error_with_data() {
    let failure: Failure<'_, String> = Failure::Timeout { seconds: 3 };
    assert_eq!((failure.error_code(), failure.code()), (FailureCode::Timeout, 1));
    assert_eq!(failure.operation(), Operation::Repeat);
    assert_eq!(serde_json::from_str::<FailureCode>("2").unwrap(), FailureCode::Refused);
}

#[test]
fn catalogs_without_their_type() {
    let found = CATALOGS.iter().filter_map(|catalog| catalog.find("1"));
    assert_eq!(found.map(|entry| entry.to_string()).collect::<Vec<_>>(), ["1 Timeout: timeout"]);
}

#[test]
fn formats() {
    assert_eq!(serde_json::to_string(&Service::Down).unwrap(), "-2147483648");
    assert_eq!(serde_json::from_str::<Service>("\"11\"").unwrap(), Service::Down);
    assert_eq!(serde_json::from_str::<State>("\"23505\"").unwrap(), State::UniqueViolation);
    let bytes = postcard::to_allocvec(&Service::from(7)).unwrap();
    assert_eq!(postcard::from_bytes(&bytes), Ok(Service::from(7)));
}

#[test]
fn a_document_matches_its_catalog() {
    let document = "code,aliases,message\n00000,,ok\n23505,2350F,unique violation\n";
    let table = Table::read(document, Format::Csv).unwrap().into_clean().unwrap();
    assert_eq!(table.compare_to(&Table::of::<State>()), []);
}
