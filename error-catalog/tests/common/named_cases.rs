//! Tables of cases with names.

/// The list `CASES`, with a test for each `Case`: `cargo test --test FOLDER FILE::NAME` runs one.
macro_rules! cases {
    [$($name:ident { $($field:tt)* }),* $(,)?] => {
        const CASES: &[(&str, Case)] = &[$((stringify!($name), Case { $($field)* })),*];

        $(#[test]
        fn $name() {
            let (_, case) = CASES.iter().find(|(name, _)| *name == stringify!($name)).unwrap();
            case.check();
        })*
    };
}
