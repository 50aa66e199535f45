//! Columns, with values of any type.

use jmessage_codes::{Column, ErrorCatalog, Unlisted};

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
    assert_eq!(columns[0].values()[..2], ["true", "false"]);
    assert_eq!(columns[1].values()[..2], ["忙", "没有"]);
    assert_eq!(columns[2].values()[0], "Action::retry_after(PATIENCE)");
    assert_eq!(columns[3].values()[..2], ["-0.5", "1.0 / 4.0"]);
    assert_eq!(columns[5].values()[0], "(0, None)");
}
