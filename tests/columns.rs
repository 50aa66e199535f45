//! Columns, with values of any type.

use std::collections::HashSet;

use jmessage_codes::{AnyEntry, Column, ErrorCatalog, Unlisted};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    Retry { seconds: u16 },
    GiveUp,
}

impl Action {
    const fn retry_after(seconds: u16) -> Self {
        Self::Retry { seconds }
    }
}

const PATIENCE: u16 = 30;

mod shared {
    pub(crate) const KEYS: &[&str] = &["one", "two"];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(
    column(retriable: bool = false),
    column(
        /// The description in Chinese.
        #[deprecated = "texts are in a file of their own"]
        zh: &str
    ),
    column(action: Action = Action::GiveUp),
)]
#[catalog(column(ratio: f64 = -0.5), column(keys: &[&str] = &[]))]
#[catalog(column(pair: (u8, Option<char>) = (0, None)), column(scale: fn(u32) -> u32 = double))]
#[catalog(column(less: fn(&u8, &u8) -> bool = |a: &u8, b: &u8| -> bool { a < b }))]
#[catalog(column(size: usize = 2 * <Pair<u8, u16> as Measured<u8, u16>>::SIZE + size_of::<(u8, u8)>()))]
enum Service {
    #[code(1, "busy", zh = "忙", retriable = true, action = Action::retry_after(PATIENCE))]
    Busy,
    #[code(2, "gone", "It is gone", zh = "没有", pair = (7, Some(',')), ratio = 1.0 / 4.0)]
    Gone,
    #[code(3, "odd", keys = shared::KEYS, zh = concat!("奇", "怪"), retriable = 1 < 2)]
    Odd,
    #[code(4, "nested", zh = "", action = { const ONE: u16 = 1; Action::Retry { seconds: ONE } }, scale = |number| number + 1)]
    Nested,
    #[code(other, "other", zh = "其他", action = const { Action::retry_after(if cfg!(test) { 2 } else { 3 }) })]
    Other(Unlisted<Self>),
}

struct Pair<A, B>(A, B);

trait Measured<A, B> {
    const SIZE: usize;
}

impl<A, B> Measured<A, B> for Pair<A, B> {
    const SIZE: usize = size_of::<A>() + size_of::<B>();
}

const fn double(number: u32) -> u32 {
    number * 2
}

#[test]
fn methods_return_the_value_in_the_row() {
    const ACTION: Action = Service::Busy.action();
    assert_eq!(ACTION, Action::Retry { seconds: 30 });
    let actions = [
        (Service::Gone, Action::GiveUp),
        (Service::Nested, Action::Retry { seconds: 1 }),
        (Service::from(9), Action::Retry { seconds: 2 }),
    ];
    for (variant, action) in actions {
        assert_eq!(variant.action(), action);
    }
    let retriable = Service::ENTRIES.iter().map(|entry| entry.variant().retriable());
    assert_eq!(retriable.collect::<Vec<_>>(), [true, false, true, false]);
    assert_eq!(Service::Gone.pair(), (7, Some(',')));
    assert_eq!(Service::Busy.pair(), (0, None));
    assert_eq!(Service::Odd.keys(), ["one", "two"]);
    assert!((Service::Gone.ratio() - 0.25).abs() < f64::EPSILON);
    assert!((Service::Odd.ratio() + 0.5).abs() < f64::EPSILON);
    assert!((Service::Busy.less())(&1, &2));
    assert_eq!(Service::Busy.size(), 8);
    assert_eq!((Service::Busy.scale())(4), 8);
    assert_eq!((Service::Nested.scale())(4), 5);
}

#[test]
#[allow(deprecated, reason = "the column has this attribute")]
fn a_column_s_attributes_are_on_its_method() {
    assert_eq!(Service::Busy.zh(), "忙");
    assert_eq!(Service::Odd.zh(), "奇怪");
    assert_eq!(Service::from(7).zh(), "其他");
}

#[test]
fn columns_are_available_as_text() {
    let columns = <Service as ErrorCatalog>::COLUMNS;
    let names: Vec<&str> = columns.iter().map(Column::name).collect();
    let expected = ["retriable", "zh", "action", "ratio", "keys", "pair", "scale", "less", "size"];
    assert_eq!(names, expected);
    for column in columns {
        assert_eq!(column.values().len(), Service::ENTRIES.len());
    }
    let values = |column: &Column| column.values().take(2).collect::<Vec<_>>();
    assert_eq!(values(&columns[0]), ["true", "false"]);
    assert_eq!(values(&columns[1]), ["忙", "没有"]);
    assert_eq!(columns[2].value(0), Some("Action::retry_after(PATIENCE)"));
    assert_eq!(values(&columns[3]), ["-0.5", "1.0 / 4.0"]);
    assert_eq!(columns[5].value(0), Some("(0, None)"));
    assert_eq!(columns[5].value(4), None, "`other` is no entry");
}

#[test]
fn columns_are_the_same_if_their_names_and_values_are() {
    #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
    #[catalog(column(severity: u8), column(effort: u8))]
    enum Door {
        #[code(7, "door jammed", severity = 1, effort = 1)]
        Jammed,
    }

    #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
    #[catalog(column(severity: u8), column(effort: u8))]
    enum Window {
        #[code(8, "window open", severity = 1, effort = 2)]
        Open,
    }

    let [severity, effort] = [0, 1].map(|index| Window::COLUMNS[index]);
    let is_of_door = |column| [0, 1].map(|index| Door::COLUMNS[index] == column);
    assert_eq!(is_of_door(severity), [true, false]);
    assert_eq!(is_of_door(effort), [false, false]);
    assert!(HashSet::from([severity]).contains(&Door::COLUMNS[0]));
}

#[test]
fn an_entry_has_its_columns_as_text() {
    for (index, entry) in Service::ENTRIES.iter().enumerate() {
        assert_eq!(entry.index(), index);
        let columns = <Service as ErrorCatalog>::COLUMNS.iter();
        let columns: Vec<_> =
            columns.map(|column| (column.name(), column.value(index).unwrap())).collect();
        assert_eq!(entry.columns().collect::<Vec<_>>(), columns);
        assert_eq!(AnyEntry::from(entry).columns().collect::<Vec<_>>(), columns);
        assert_eq!(entry.column("zh"), Some(columns[1].1));
        assert_eq!(AnyEntry::from(entry).column("zh"), Some(columns[1].1));
        assert_eq!(entry.column("no such column"), None);
    }
}
