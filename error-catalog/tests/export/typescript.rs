//! The TypeScript module of a catalog. `tsc --strict` accepts it.

use error_catalog::{CodeType, Format, Reader, SourceFile, Table};
use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i16, column(zh: &str = ""))]
enum Door {
    #[code(0, "none", "No error", success)]
    None,
    #[code(-7 | 17, "jammed", "It \"sticks\" */", kind = Unavailable, zh = "卡住")]
    r#Jammed,
    #[code(9, "gone", retired)]
    Gone,
}

#[test]
fn a_module() {
    let expected = r#"/** The codes of Door. */
export const Door = {
  /** `0`: No error */
  None: 0,
  /** `-7`: It "sticks" \* / */
  Jammed: -7,
  /** `9`: gone */
  Gone: 9,
} as const;

/** A code of Door. */
export type Door = (typeof Door)[keyof typeof Door];

/** What the table says about a code. */
export interface DoorEntry {
  readonly code: Door;
  readonly name: keyof typeof Door;
  readonly aliases: readonly number[];
  readonly message: string;
  readonly description: string;
  readonly kind: "Ok" | "Unknown" | "Unavailable";
  readonly retryable: boolean;
  readonly retired: boolean;
  readonly zh: string;
}

const entries: readonly DoorEntry[] = [
  { code: 0, name: "None", aliases: [], message: "none", description: "No error", kind: "Ok", retryable: false, retired: false, zh: "" },
  { code: -7, name: "Jammed", aliases: [17], message: "jammed", description: "It \"sticks\" */", kind: "Unavailable", retryable: true, retired: false, zh: "卡住" },
  { code: 9, name: "Gone", aliases: [], message: "gone", description: "gone", kind: "Unknown", retryable: false, retired: true, zh: "" },
];

/** The entry of each code, aliases included. `get` takes any code. */
export const doorEntries: ReadonlyMap<number, DoorEntry> = new Map<number, DoorEntry>(
  entries.flatMap((entry) => [entry.code, ...entry.aliases].map((code) => [code, entry])),
);
"#;
    assert_eq!(Table::of::<Door>().to_typescript(), expected);
}

#[test]
fn codes_and_names_that_need_care() {
    let module = |document: &str| Table::read(document, Format::Csv).unwrap().table.to_typescript();
    // Beyond 2^53, as strings, and without names.
    let large = module("code,message\n9007199254740993,large\n5,small\n");
    assert!(large.contains("  Large: 9007199254740993n,\n") && large.contains("  Small: 5n,\n"));
    assert!(large.contains("ReadonlyMap<bigint, ErrorCodesEntry>"), "{large}");
    assert!(large.contains("  entries.map((entry) => [entry.code, entry]),\n"), "{large}");
    let strings = module("code,message,name\nP0001,a,__proto__\n00000,<b>\u{2028}</script>,a-b\n");
    assert!(
        strings.contains("  [\"__proto__\"]: \"P0001\",\n  /** `00000`: \\<b> \\</script> */\n")
    );
    assert!(strings.contains("  \"a-b\": \"00000\",\n"), "{strings}");
    assert!(strings.contains(r#"message: "<b>\u{2028}<\/script>""#), "{strings}");
    // Leading zeros mean something in a string only.
    let padded = "code,message\n007,a\n";
    let number = Reader::new().code_type(CodeType::U32).read(padded, Format::Csv).unwrap().table;
    assert!(number.to_typescript().contains("  A: 7,\n"), "{}", number.to_typescript());
    assert!(module(padded).contains("  A: \"007\",\n"));
    // A key can be in an object once.
    let repeated = module("code,message,name\n7,a,X\n8,b,X\n9,x,\n");
    for key in ["  X: 7,\n", "  X8: 8,\n", "  X9: 9,\n"] {
        assert!(repeated.contains(key), "{repeated}");
    }
    let source =
        "#[derive(ErrorCatalog)] #[catalog(code = i32, hex, column(retry: bool))] enum Hr {
        #[code(0x80004005, \"a\", retry = true)] A }";
    let source = SourceFile::parse(source).unwrap();
    let hexadecimal = source.enums()[0].table().to_typescript();
    assert!(hexadecimal.contains("  A: 0x80004005,\n") && hexadecimal.contains("retry: boolean"));
}
