//! The derive never panics and always writes Rust, whatever its input, and its names are
//! reserved or mean nothing else.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use syn::visit::{self, Visit};

use crate::attr::code::{Flag, KEYS};
use crate::derive;
use crate::names::BOUND;
use crate::reserved::{GENERATED, WORDS};

/// Tokens that the derive looks for, and others that may confuse it.
const TOKENS: &str = r##"
    other success retired kind retryable attr code code_enum url catalog column serde number string schemars utoipa range hex crate skip From FromStr TryFrom message retriable zh
    Ok NotFound Unavailable NotFoun Kind Unlisted
    r#type r#other Self self u32 i16 u128 usize f32 str bool true false _ enum struct union
    0 1 -1 1 0x10 0xFFFF_FFFF 1_000 1u8 007 4294967296 1.5 1e9
    340282366920938463463374607431768211455 340282366920938463463374607431768211456
    99999999999999999999999999999999999999999999999999999999999999999999
    "" "a" "a" "/{code}" "/{kode}" "23505" "\0\u{202e}é漢" r"raw" r#"a " b"# b"bytes" c"text" 'c' b'c' 'static
    # ! = == | || , ; : :: . .. ..= - + * / < > -> => & && ? @ $ ^ %
    #[derive(Clone, strum::EnumIter)] #[repr(u8)] #[cfg(a)] attr(#[default]) #[code(1, "a")] #[code(_, "a")] #[code(other, "a")] #[catalog(code = i16)] #[doc = "a"] #[doc(hidden)]
    match fn gen async crate super yield 'label __COLUMN_0 #[doc = concat!("a", "b")] #[doc = "`1`: a"]
"##;

/// A table that uses every feature.
const TABLE: &str = r#"
    /// A catalog.
    #[derive(Clone)]
    #[catalog(code = i16, range = -1..=200, crate = acme::codes, serde(string), schemars, utoipa, hex, skip(FromStr, name), url = "/{name}")]
    #[catalog(column(retriable: bool = false), column(/** In Chinese. */ zh: &str))]
    pub(crate) enum Broker {
        #[code(0, "none", "No error", success, zh = "成功")]
        None,
        #[code(-1, "unknown server error", "The {broker} failed", zh = "未知")]
        UnknownServerError = -1,
        #[code(_ | 79, "stale", retired, retryable = true, zh = "")]
        Stale = 0x4D,
        #[code(_, "staler", kind = DataLoss, zh = "")]
        Staler,
        /// The leader is being elected.
        ///
        /// Try again.
        #[code(5 | 0x69, "leader not available", zh = "", retriable = true, kind = Unavailable)]
        r#LeaderNotAvailable,
        #[code(other, "unlisted error", retryable = true, zh = concat!("a", "b"))]
        Other(Unlisted<Self>),
    }
"#;

const STRING_TABLE: &str = r#"
    #[catalog(url = "https://a.example/{code}")]
    enum State {
        #[code("00000", "successful completion", success)]
        SuccessfulCompletion,
        #[code("23505" | r"42000", "unique violation")]
        UniqueViolation,
    }
"#;

/// An error with data.
const ERROR: &str = r#"
    #[catalog(code_enum(#[derive(strum::EnumIter)] #[repr(u8)] AppCode), code = u8, url = "/{code}")]
    #[catalog(column(retriable: bool = false), hex, serde(number), skip(From, error_code, kind))]
    #[non_exhaustive]
    #[repr(u8)]
    pub enum AppError<'a, T: Clone, const N: usize> where T: Copy {
        /// A comment.
        #[doc(alias = "1")]
        #[code(1, "read failed", retriable = true, kind = Unavailable, retryable = false)]
        Read { path: &'a [T; N] },
        #[code(_, "chat <failed>", attr(#[strum(serialize = "x")] #[default]))]
        r#Chat(u32, u8) = 7,
        #[code(3, "", retired)]
        Unit,
    }
"#;

fn token() -> impl Strategy<Value = TokenTree> {
    let all: Vec<TokenTree> = TOKENS.parse::<TokenStream>().unwrap().into_iter().collect();
    select(all).prop_recursive(3, 24, 6, |token| {
        let delimiters =
            [Delimiter::Parenthesis, Delimiter::Brace, Delimiter::Bracket, Delimiter::None];
        (select(delimiters.to_vec()), vec(token, 0..6)).prop_map(|(delimiter, tokens)| {
            Group::new(delimiter, tokens.into_iter().collect()).into()
        })
    })
}

fn tokens() -> impl Strategy<Value = TokenStream> {
    vec(token(), 0..12).prop_map(|tokens| tokens.into_iter().collect())
}

/// Any tokens in each place that the derive reads.
fn arbitrary() -> impl Strategy<Value = TokenStream> {
    let attributes = (tokens(), tokens(), tokens(), tokens());
    let filled = attributes.prop_map(|(catalog, first, second, field)| {
        quote::quote! {
            #[catalog(#catalog)]
            enum E {
                #[code(#first)]
                A,
                #[code(1, "b")]
                #[code(#second)]
                B,
                #[code(other, "other", #field)]
                Other(Unlisted<Self>),
            }
        }
    });
    prop_oneof![1 => tokens(), 9 => filled]
}

/// A change of one token of a table.
#[derive(Clone, Debug)]
enum Mutation {
    Remove,
    Repeat,
    Replace(TokenTree),
    Insert(TokenTree),
    SwapWithNext,
}

fn mutation() -> impl Strategy<Value = Mutation> {
    prop_oneof![
        Just(Mutation::Remove),
        Just(Mutation::Repeat),
        token().prop_map(Mutation::Replace),
        token().prop_map(Mutation::Insert),
        Just(Mutation::SwapWithNext),
    ]
}

/// A table with a few mutations.
fn mutated() -> impl Strategy<Value = TokenStream> {
    let mutations = vec((any::<Index>(), mutation()), 1..5);
    (select(vec![TABLE, STRING_TABLE, ERROR]), mutations).prop_map(|(table, mutations)| {
        let table: TokenStream = table.parse().unwrap();
        mutations.into_iter().fold(table, |table, (place, mutation)| {
            mutate(table.clone(), &mut place.index(count(&table).max(1)), &mutation)
        })
    })
}

fn children(token: &TokenTree) -> TokenStream {
    match token {
        TokenTree::Group(group) => group.stream(),
        _ => TokenStream::new(),
    }
}

fn count(tokens: &TokenStream) -> usize {
    tokens.clone().into_iter().map(|token| 1 + count(&children(&token))).sum()
}

/// Mutates the token that comes after `place` others, at any depth.
fn mutate(tokens: TokenStream, place: &mut usize, mutation: &Mutation) -> TokenStream {
    let mut output = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_here = *place == 0;
        *place = place.wrapping_sub(1);
        match (is_here, mutation) {
            (false, _) => output.push(match &token {
                TokenTree::Group(group) => {
                    let stream = mutate(group.stream(), place, mutation);
                    Group::new(group.delimiter(), stream).into()
                }
                _ => token,
            }),
            (true, Mutation::Remove) => {}
            (true, Mutation::Repeat) => output.extend([token.clone(), token]),
            (true, Mutation::Replace(other)) => output.push(other.clone()),
            (true, Mutation::Insert(other)) => output.extend([other.clone(), token]),
            (true, Mutation::SwapWithNext) => {
                output.extend(tokens.next());
                output.push(token);
            }
        }
    }
    output.into_iter().collect()
}

fn never_panics(cases: u32) {
    let config = ProptestConfig { cases, ..ProptestConfig::default() };
    proptest!(config, |(tokens in prop_oneof![arbitrary(), mutated()])| {
        // rustc would otherwise blame the derive.
        prop_assert!(syn::parse2::<syn::File>(derive(tokens)).is_ok());
    });
}

#[test]
fn some_inputs_never_panic() {
    never_panics(300);
}

/// Other inputs in each run. `cargo test -p jmessage-codes-derive -- --ignored`
#[test]
#[ignore = "takes a minute"]
fn many_inputs_never_panic() {
    never_panics(20_000);
}

#[test]
fn the_tables_have_no_errors() {
    for table in [TABLE, STRING_TABLE, ERROR] {
        let expansion = derive(table.parse().unwrap()).to_string();
        assert!(!expansion.contains("compile_error"), "{expansion}");
    }
}

/// The names of the functions in every `impl E { … }`.
fn methods(tokens: TokenStream) -> Vec<String> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is =
        |token: &TokenTree, word: &str| matches!(token, TokenTree::Ident(ident) if ident == word);
    let mut names = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        let before = &tokens[..index];
        if !matches!(before, [.., one, two] if is(one, "impl") && is(two, "E")) {
            names.extend(methods(group.stream()));
            continue;
        }
        let inside: Vec<TokenTree> = group.stream().into_iter().collect();
        let is_item = |pair: &&[TokenTree]| {
            is(&pair[0], "fn") || is(&pair[0], "const") && !is(&pair[1], "fn")
        };
        names.extend(inside.windows(2).filter(is_item).map(|pair| pair[1].to_string()));
    }
    names
}

/// Without repetitions.
fn sorted(names: impl IntoIterator<Item: Into<String>>) -> BTreeSet<String> {
    names.into_iter().map(Into::into).collect()
}

#[test]
fn the_names_of_methods_constants_flags_and_keys_are_reserved() {
    let tables = [
        "enum E { #[code(1, \"a\")] A }",
        "enum E { #[code(1, \"a\")] A, #[code(other, \"b\")] B(Unlisted<Self>) }",
        "enum E { #[code(\"1\", \"a\")] A }",
        "#[catalog(code_enum = C)] enum E { #[code(1, \"a\")] A(u8) }",
    ];
    let methods = tables.into_iter().flat_map(|table| methods(derive(table.parse().unwrap())));
    let methods = sorted(methods.filter(|name| !name.starts_with("__")));
    assert_eq!(methods, sorted(GENERATED), "correct the list `GENERATED`");
    let words = Flag::ALL.map(Flag::name).into_iter().chain(KEYS).chain(["try_from_code"]);
    // A method may have the name of a key.
    let words = sorted(words.filter(|word| !GENERATED.contains(word)));
    assert_eq!(words, sorted(WORDS), "correct the list `WORDS`");
}

/// The names that an expansion binds or declares.
#[derive(Default)]
struct Names {
    variables: BTreeSet<String>,
    items: BTreeSet<String>,
}

impl Visit<'_> for Names {
    fn visit_pat_ident(&mut self, pattern: &syn::PatIdent) {
        self.variables.insert(pattern.ident.to_string());
        visit::visit_pat_ident(self, pattern);
    }

    fn visit_generic_param(&mut self, parameter: &syn::GenericParam) {
        self.items.extend(match parameter {
            syn::GenericParam::Type(parameter) => Some(parameter.ident.to_string()),
            syn::GenericParam::Const(parameter) => Some(parameter.ident.to_string()),
            // No lifetime is in scope where a derive is.
            syn::GenericParam::Lifetime(_) => None,
        });
    }

    fn visit_use_rename(&mut self, rename: &syn::UseRename) {
        self.items.insert(rename.rename.to_string());
    }

    fn visit_item(&mut self, item: &syn::Item) {
        self.items.extend(match item {
            syn::Item::Const(item) => Some(item.ident.to_string()),
            syn::Item::Static(item) => Some(item.ident.to_string()),
            syn::Item::Fn(item) => Some(item.sig.ident.to_string()),
            syn::Item::Type(item) => Some(item.ident.to_string()),
            syn::Item::Mod(item) => Some(item.ident.to_string()),
            // The name of the enum of the codes is the user's; `visit_use_rename` has that
            // of an import.
            syn::Item::Enum(_) | syn::Item::Impl(_) | syn::Item::Macro(_) | syn::Item::Use(_) => {
                None
            }
            _ => panic!("this test knows no such item yet"),
        });
        // The user's names are not in scope inside a module.
        if !matches!(item, syn::Item::Mod(_)) {
            visit::visit_item(self, item);
        }
    }
}

/// Tables with everything that makes a difference to the expansion, right and wrong.
const ALL_KINDS: [&str; 11] = [
    TABLE,
    STRING_TABLE,
    "#[catalog(code_enum = C, hex, column(c: u8 = 1))] enum E { #[code(1, \"a\", retired)] A(u8) }",
    "enum E { #[code(1, \"a\")] A(u8) }",
    "enum E { #[code(1, \"a\")] A, #[code(2, \"a\")] B = 5, #[code(3, \"b\")] C }",
    "#[catalog(code = u128)] enum E { #[code(1, \"a\")] A, #[code(other, \"b\")] B(Unlisted<Self>) }",
    "enum E { #[code(\"1\", \"a\")] A, #[code(\"2\", \"a\")] B }",
    "#[catalog(column(c: Self = Self::A))] enum E { #[code(1, \"a\")] A }",
    "#[catalog(column(c: [u8; code] = [1; code]))] enum E { #[code(1, \"a\")] A }",
    "#[catalog(column(c: u8), column(d:))] enum E { #[code(1, \"a\")] A, #[code(1, \"a\")] B }",
    "enum E { #[code(\"1\")] A, #[code(other)] Other(Unlisted<Self>) }",
];

/// Any name may mean something else in the user's code. So those in generated code
/// begin with `__`, or are hidden.
#[test]
fn generated_names_mean_nothing_else() {
    let mut names = Names::default();
    for table in ALL_KINDS {
        let expansion = derive(table.parse().unwrap());
        // A macro that is called as an item, such as that of serde, may have any tokens.
        names.visit_file(&syn::parse2(expansion).unwrap());
    }
    let is_plain = |name: &&String| !name.starts_with('_');
    let hidden: BTreeSet<&str> = BOUND.iter().copied().collect();
    let variables: BTreeSet<&str> =
        names.variables.iter().filter(is_plain).map(String::as_str).collect();
    assert_eq!(variables, hidden, "correct the list `BOUND`");
    let items: BTreeSet<&str> = names.items.iter().filter(is_plain).map(String::as_str).collect();
    assert_eq!(items, hidden, "begin the names of items with `__`");
}

/// The keywords of all editions, then the words that are keywords in some places or
/// some editions only.
const KEYWORDS: &str = "as async await break const continue crate do dyn else enum extern fn
    for if impl in let loop match mod move mut pub ref return self static struct super trait
    type unsafe use where while abstract become box final macro override priv try typeof
    unsized virtual yield _ 'static Self";
const WEAK_KEYWORDS: &str = "true false auto default gen macro_rules raw safe union";

/// How many errors the derive reports. What is generated beside them has to be Rust.
fn errors(table: &str) -> usize {
    let expansion = derive(table.parse().unwrap());
    let errors = expansion.to_string().matches("compile_error").count();
    assert!(syn::parse2::<syn::File>(expansion).is_ok(), "{table}");
    errors
}

#[test]
fn a_keyword_is_one_error() {
    let is_keyword = |word: &str| KEYWORDS.split_whitespace().any(|keyword| keyword == word);
    for word in KEYWORDS.split_whitespace().chain(WEAK_KEYWORDS.split_whitespace()) {
        let value = format!(
            "#[catalog(column(c: u8))] enum E {{
                #[code(1, \"a\", c = {word})] A,
                #[code(2, \"b\", c = 1)] B,
                #[code(other, \"c\", c = 2)] C(Unlisted<Self>),
            }}"
        );
        assert_eq!(errors(&value), usize::from(is_keyword(word)), "{word} as a value");
        let default = format!(
            "#[catalog(column(c: u8 = {word}))] enum E {{
                #[code(1, \"a\")] A,
                #[code(2, \"b\", c = 1)] B,
            }}"
        );
        assert_eq!(errors(&default), usize::from(is_keyword(word)), "{word} as a default");
        let ty = format!(
            "#[catalog(column(c: {word} = 1))] enum E {{
                #[code(1, \"a\")] A,
                #[code(2, \"b\", c = 1)] B,
            }}"
        );
        let is_type = ["Self", "auto", "default", "macro_rules", "raw", "safe", "union"];
        assert_eq!(errors(&ty), usize::from(!is_type.contains(&word)), "{word} as a type");
    }
}

/// In `tests/ui` the features would be missing too.
#[test]
fn mistakes_beside_keys_of_features_are_one_error_each() {
    let table = |keys: &str| {
        errors(&format!("#[catalog(code_enum = C, {keys})] enum E {{ #[code(1, \"a\")] A(u8) }}"))
    };
    assert_eq!(table("code = u64, serde(number), schemars, utoipa"), 0);
    assert_eq!(table("code = u128, serde, schemars, utoipa"), 0);
    assert_eq!(table("code = u128, serde(string), schemars"), 0);
    assert_eq!(table("code = u128, serde(number), schemars"), 1);
    assert_eq!(table("code = i128, serde(number), utoipa"), 1);
    let derives = "serde::Serialize, serde::Deserialize, schemars::JsonSchema, utoipa::ToSchema";
    let with = |keys: &str| {
        let catalog = format!("code_enum(#[derive({derives})] C){keys}");
        errors(&format!("#[catalog({catalog})] enum E {{ #[code(1, \"a\")] A(u8) }}"))
    };
    assert_eq!(["", ", serde", ", serde, schemars", ", utoipa"].map(with), [0, 4, 4, 1]);
}

/// A schema of the variants' names would be wrong beside serde of the codes. Other crates have
/// traits with names of ours.
#[test]
fn derives_of_the_enum_of_codes() {
    let of = |keys: &str, derive: &str| {
        errors(&format!(
            "#[catalog({keys} code_enum(#[derive({derive})] C))] enum E {{ #[code(1, \"a\")] A(u8) }}"
        ))
    };
    let table = [
        ("", "smart::Default, strum::EnumIter", 0),
        ("", "std::default::Default", 1),
        ("", "Clone", 1),
        ("", "std::fmt::Debug, core::hash::Hash, jmessage_codes::ErrorCatalog", 3),
        ("", "serde::Serialize", 0),
        ("serde,", "serde::Serialize", 1),
        ("serde,", "rkyv::Serialize, rkyv::Deserialize, derive_more::Debug", 0),
        ("", "schemars::JsonSchema, ToSchema", 0),
        ("serde,", "schemars::JsonSchema, ToSchema", 2),
        ("serde, schemars,", "schemars::JsonSchema", 1),
    ];
    for (keys, derive, expected) in table {
        assert_eq!(of(keys, derive), expected, "{keys} {derive}");
    }
}

/// The errors that the derive reports.
fn messages(table: &str) -> Vec<String> {
    let expansion = derive(table.parse().unwrap()).to_string();
    let texts = expansion.split("compile_error ! {").skip(1);
    texts
        .map(|text| syn::parse_str::<syn::LitStr>(text.split('}').next().unwrap()).unwrap().value())
        .collect()
}

#[test]
fn what_is_nearly_a_mistake() {
    let cases = [
        ("#[catalog(range = 5..=5)] enum E { #[code(5, \"a\")] A }", ""),
        (
            "#[catalog(code = i8)] enum E { #[code(_, \"a\")] A = (5), #[code(_, \"b\")] B = (-(6)) }",
            "",
        ),
        ("#[catalog(code = u128, serde(string), schemars)] enum E { #[code(1, \"a\")] A }", ""),
        ("#[catalog(code = u64, serde(number), utoipa)] enum E { #[code(1, \"a\")] A }", ""),
        (
            "enum E { #[code(1, \"a\")] A, #[code(other, \"b\", other)] B(Unlisted<Self>) }",
            "duplicate `other` in #[code]; remove one",
        ),
        (
            "enum E { #[code(1, \"a\")] A, #[code(\"-5\", \"b\")] B }",
            "the codes of this catalog are integers; write -5 without quotes",
        ),
        (
            "#[catalog(code = u128)] enum E { #[code(\"340282366920938463463374607431768211455\", \"b\")] B }",
            "the codes of this catalog are integers; write \
             340282366920938463463374607431768211455 without quotes",
        ),
    ];
    for (table, expected) in cases {
        assert_eq!(messages(table).join("; "), expected, "{table}");
    }
    // The key's column may be the one that is not declared well.
    let unclear = "#[catalog(column zh: u8)] enum E { #[code(1, \"a\", zh = 2)] A }";
    assert_eq!(errors(unclear), 1);
}

/// Commas that separate no arguments, and characters that could open or close what has them.
#[test]
fn a_value_is_any_expression() {
    let values = [
        "|a, b| a + b",
        "|a, b| a | b",
        "a | b",
        "a || b",
        "|| a",
        "|a: A<B, C>| a",
        "<A<B, C> as D<E, F>>::G",
        "<A as D<fn(B) -> C, F>>::G",
        "f::<A, B>(1, 2)",
        "A::<B<C, D>, E>::new()",
        "a < b",
        "a > b",
        "a >= b",
        "a << b",
        "a >> b",
        "(a < b) == (c > d)",
        "if a < b { 1 } else { 2 }",
        "match a { b => c, _ => d }",
        "-a < -b",
        "a as fn(B) -> C",
        "return <A, B>::C",
        "[a, b]",
    ];
    for value in values {
        let table = format!(
            "#[catalog(column(c: C), column(d: D))] enum E {{ #[code(1, \"a\", c = {value}, d = 2)] A }}"
        );
        assert_eq!(messages(&table), [""; 0], "{value}");
    }
}

#[test]
fn a_reference_in_the_type_of_a_column_is_static() {
    for ty in ["&T", "&&T", "(&T)", "&[&T]", "[&T; 2]", "(u8, &T)", "Option<&T>", "A<(B, [&T; 2])>"]
    {
        let table = format!("#[catalog(column(c: {ty}))] enum E {{ #[code(1, \"a\", c = C)] A }}");
        let expansion = derive(table.parse().unwrap()).to_string();
        assert!(expansion.contains("& 'static T"), "{ty}: {expansion}");
        assert!(!expansion.contains("& T"), "{ty}: {expansion}");
    }
}

/// So that a use of the enum is no further error.
#[test]
fn beside_a_mistake_codes_have_the_type_that_other_says() {
    let expansion = derive(
        "enum E { #[code(1, \"a\")] A, #[code(1, \"b\")] B, #[code(other, \"c\")] Other(u16) }"
            .parse()
            .unwrap(),
    );
    assert!(
        expansion.to_string().contains("type Code = :: core :: primitive :: u16"),
        "{expansion}"
    );
}
