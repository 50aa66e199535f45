//! `#[code(…)]` on a variant.

use std::iter;
use std::ops::Range;

use jmessage_codes::Kind;
use proc_macro2::{Literal, TokenTree};
use syn::ext::IdentExt;
use syn::parse::Parser;
use syn::{Attribute, Ident, Lit, LitInt, Meta, parse2};

use super::attribute::{
    Argument, ArgumentKey, arguments, is_condition, place_of, range_of, text_of,
};
use super::mistake::Mistake;
use crate::code_type::CodeType;
use crate::integer::Integer;
use crate::table::kind_called;

pub(super) const FORM: &str = "#[code(CODE, \"message\", \"description\")]";

/// The content of a `#[code(…)]`.
#[derive(Clone, Debug)]
pub(crate) struct CodeAttribute {
    pub(crate) codes: Vec<CodeLiteral>,
    pub(crate) is_other: bool,
    /// The message, then the description.
    pub(crate) texts: Vec<TextLiteral>,
    /// Where `success` is.
    pub(crate) success: Option<Range<usize>>,
    /// Where `retired` is.
    pub(crate) retired: Option<Range<usize>>,
    /// The kind, and where its argument is.
    pub(crate) kind: Option<(Kind, Range<usize>)>,
    /// Whether the request may succeed later, and where its argument is.
    pub(crate) retryable: Option<(bool, Range<usize>)>,
    pub(crate) values: Vec<ColumnValue>,
    /// Where `attr(…)` is.
    pub(super) attr: Option<usize>,
    /// Each argument, in order.
    pub(crate) arguments: Vec<ArgumentPlace>,
    /// The end of the content, in front of the closing parenthesis.
    pub(crate) end: usize,
}

/// Where an argument is.
#[derive(Clone, Debug)]
pub(crate) struct ArgumentPlace {
    pub(crate) range: Range<usize>,
    /// The comma after it.
    pub(crate) comma: Option<usize>,
}

#[derive(Clone, Debug)]
pub(crate) struct CodeLiteral {
    pub(crate) code: WrittenCode,
    pub(crate) range: Range<usize>,
    /// The bar before it, if it is an alias.
    pub(crate) bar: Option<usize>,
}

/// A code as it is written.
#[derive(Clone, Debug)]
pub(crate) enum WrittenCode {
    Integer(IntegerLiteral),
    Text(String),
    /// `_`.
    Discriminant,
}

/// A message or a description.
#[derive(Clone, Debug)]
pub(crate) struct TextLiteral {
    pub(crate) text: String,
    pub(crate) range: Range<usize>,
}

/// `NAME = VALUE`.
#[derive(Clone, Debug)]
pub(crate) struct ColumnValue {
    /// Without `r#`.
    pub(crate) name: String,
    pub(crate) text: String,
    /// Whether this is all of the value, and not an expression.
    pub(crate) is_literal: bool,
    pub(crate) range: Range<usize>,
    /// The whole argument.
    pub(crate) place: usize,
}

impl ArgumentPlace {
    fn of(argument: &Argument) -> Self {
        Self { range: argument.range.clone(), comma: argument.comma }
    }
}

impl CodeAttribute {
    pub(super) fn parse(meta: &Meta, text: &str) -> Result<Self, Mistake> {
        let arguments = arguments(meta, FORM)?;
        let end = match meta {
            Meta::List(list) => list.delimiter.span().close().byte_range().start,
            _ => 0,
        };
        let mut code = Self {
            codes: Vec::new(),
            is_other: false,
            texts: Vec::new(),
            success: None,
            retired: None,
            kind: None,
            retryable: None,
            values: Vec::new(),
            attr: None,
            arguments: arguments.iter().map(ArgumentPlace::of).collect(),
            end,
        };
        let mut arguments = arguments.iter();
        let no_code = || Mistake::new(end, format!("expected {FORM}"));
        code.add_codes(arguments.next().ok_or_else(no_code)?)?;
        for argument in arguments {
            code.add(argument, text)?;
        }
        if code.texts.is_empty() {
            let message = format!("missing message; write {FORM}, or \"\" if the vendor has none");
            return Err(Mistake::new(end, message));
        }
        match code.contradiction() {
            Some(message) => Err(Mistake::new(place_of(meta), message)),
            None => Ok(code),
        }
    }

    /// A mistake in the combination of arguments.
    fn contradiction(&self) -> Option<&'static str> {
        let kind = self.kind.as_ref().map(|(kind, _)| *kind);
        let (is_ok, is_success) = (kind == Some(Kind::Ok), self.success.is_some());
        if self.is_other {
            return match self.retired {
                _ if is_success => Some("an unlisted code cannot be a success; remove `success`"),
                _ if is_ok => Some("an unlisted code cannot be a success; remove `kind = Ok`"),
                Some(_) => Some("an unlisted code cannot be retired; remove `retired`"),
                None => None,
            };
        }
        match kind {
            Some(Kind::Ok) if !is_success => {
                Some("`Ok` is the kind of success codes; write `success` instead")
            }
            Some(kind) if kind != Kind::Ok && is_success => {
                Some("a success code has the kind `Ok`; remove `kind` or `success`")
            }
            _ if is_success && self.retryable.as_ref().is_some_and(|(retryable, _)| *retryable) => {
                Some("a success code cannot have `retryable`; remove it, or `success`")
            }
            _ => None,
        }
    }

    /// `CODE | ALIAS | …`, or `other`.
    fn add_codes(&mut self, argument: &Argument) -> Result<(), Mistake> {
        if let ([TokenTree::Ident(word)], None) = (&argument.tokens[..], &argument.key)
            && word == "other"
        {
            self.is_other = true;
            return Ok(());
        }
        let is_bar =
            |tree: &TokenTree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '|');
        let bars = argument.tokens.iter().filter(|tree| is_bar(tree));
        let bars = bars.map(|bar| Some(bar.span().byte_range().start));
        for (tokens, bar) in argument.tokens.split(is_bar).zip(iter::once(None).chain(bars)) {
            let code = written(tokens).zip(range_of(tokens)).filter(|_| argument.key.is_none());
            let Some((code, range)) = code else {
                let message = "a code must be an integer or a string literal";
                return Err(Mistake::new(argument.range.start, message));
            };
            if matches!(code, WrittenCode::Discriminant) && !self.codes.is_empty() {
                return Err(Mistake::new(range.start, "write `_` before the aliases"));
            }
            self.codes.push(CodeLiteral { code, range, bar });
        }
        Ok(())
    }

    fn add(&mut self, argument: &Argument, text: &str) -> Result<(), Mistake> {
        let place = argument.range.start;
        if let Some(key) = &argument.key {
            return self.add_value(argument, key, text);
        }
        match &argument.tokens[..] {
            [TokenTree::Literal(literal)] => {
                let not_text = || Mistake::new(place, "a text must be a string literal");
                let text = text_of(literal).ok_or_else(not_text)?;
                if self.texts.len() == 2 {
                    let message = "a code has only a message and a description";
                    return Err(Mistake::new(place, message));
                }
                self.texts.push(TextLiteral { text, range: argument.range.clone() });
            }
            [TokenTree::Ident(word)] if word.unraw() == "success" && self.success.is_none() => {
                self.success = Some(argument.range.clone());
            }
            [TokenTree::Ident(word)] if word.unraw() == "retired" && self.retired.is_none() => {
                self.retired = Some(argument.range.clone());
            }
            // Attributes for a variant of the enum of the codes.
            [TokenTree::Ident(word), TokenTree::Group(group)] if word == "attr" => {
                let attributes = Attribute::parse_outer.parse2(group.stream());
                let attributes = attributes.ok().filter(|attributes| !attributes.is_empty());
                let expected = || Mistake::new(place, "expected `attr(#[…])`");
                if attributes.ok_or_else(expected)?.iter().any(is_condition) {
                    let message = "a `cfg` here would apply to only one of the two enums; write it on the variant";
                    return Err(Mistake::new(place, message));
                }
                self.attr = Some(place);
            }
            _ => {
                let message = "expected a text, which must be a string literal, `success`, \
                               `retired`, `NAME = VALUE` or `attr(#[…])`";
                return Err(Mistake::new(place, message));
            }
        }
        Ok(())
    }

    /// `NAME = VALUE`.
    fn add_value(
        &mut self,
        argument: &Argument,
        key: &ArgumentKey,
        text: &str,
    ) -> Result<(), Mistake> {
        let place = argument.range.start;
        let (name, range) = (key.name.clone(), key.value.clone());
        let text = value_text(&argument.tokens, text);
        let is_given = match &*name {
            "kind" => self.kind.is_some(),
            "retryable" => self.retryable.is_some(),
            _ => self.values.iter().any(|value| value.name == name),
        };
        if is_given {
            return Err(Mistake::new(place, format!("duplicate `{name}`; remove one")));
        }
        if let Some(problem) = value_problem(&argument.tokens) {
            return Err(Mistake::new(range.start, problem));
        }
        match &*name {
            "kind" => {
                let unknown = || Mistake::new(place, format!("unknown kind `{text}`"));
                let kind = kind_called(&text).ok_or_else(unknown)?;
                self.kind = Some((kind, argument.range.clone()));
            }
            "retryable" => {
                let message = "write `retryable = true` or `retryable = false`";
                let unknown = || Mistake::new(place, message);
                let retryable = retryable(&argument.tokens).ok_or_else(unknown)?;
                self.retryable = Some((retryable, argument.range.clone()));
            }
            _ => {
                let is_literal = is_literal(&argument.tokens);
                self.values.push(ColumnValue { name, text, is_literal, range, place });
            }
        }
        Ok(())
    }
}

fn written(tokens: &[TokenTree]) -> Option<WrittenCode> {
    let integer = |literal: &Literal, is_negative| match Lit::new(literal.clone()) {
        Lit::Int(literal) => Some(WrittenCode::Integer(IntegerLiteral::new(is_negative, &literal))),
        _ => None,
    };
    match tokens {
        [TokenTree::Ident(word)] if word == "_" => Some(WrittenCode::Discriminant),
        [TokenTree::Literal(literal)] => {
            text_of(literal).map(WrittenCode::Text).or_else(|| integer(literal, false))
        }
        [TokenTree::Punct(minus), TokenTree::Literal(literal)] if minus.as_char() == '-' => {
            integer(literal, true)
        }
        _ => None,
    }
}

fn retryable(tokens: &[TokenTree]) -> Option<bool> {
    match tokens {
        [TokenTree::Ident(word)] if word == "true" => Some(true),
        [TokenTree::Ident(word)] if word == "false" => Some(false),
        _ => None,
    }
}

/// An integer literal with its sign.
#[derive(Clone, Debug)]
pub(crate) struct IntegerLiteral {
    is_negative: bool,
    digits: String,
    /// Whether it is hexadecimal, octal or binary.
    is_bits: bool,
    suffix: String,
}

impl IntegerLiteral {
    pub(super) fn new(is_negative: bool, literal: &LitInt) -> Self {
        let written = literal.token().to_string();
        let is_bits = ["0x", "0o", "0b"].iter().any(|prefix| written.starts_with(prefix));
        let suffix = literal.suffix().to_owned();
        Self { is_negative, digits: literal.base10_digits().to_owned(), is_bits, suffix }
    }

    /// `None` if there is a sign already.
    pub(super) fn negated(self) -> Option<Self> {
        (!self.is_negative).then_some(Self { is_negative: true, ..self })
    }

    /// `None` if the number needs more than 128 bits.
    pub(super) fn value(&self) -> Option<Integer> {
        if !self.is_negative {
            return self.digits.parse().ok().map(Integer::Natural);
        }
        format!("-{}", self.digits).parse::<i128>().ok().map(Integer::from)
    }

    /// The number as a code. In a `hex` catalog, its bits are those of the type.
    pub(super) fn code(&self, code_type: CodeType, is_hex: bool) -> Option<Integer> {
        let value = self.value()?;
        if is_hex && self.is_bits { Some(code_type.with_bits(value)) } else { Some(value) }
    }

    /// What is wrong with the number as a code of this type.
    pub(super) fn problem(&self, code_type: CodeType, is_hex: bool) -> Option<String> {
        let suffix = &self.suffix;
        if !suffix.is_empty() && suffix != code_type.name() {
            return Some(format!(
                "suffix `{suffix}` does not match the code type {code_type}; remove it"
            ));
        }
        let fits = self.code(code_type, is_hex).is_some_and(|number| code_type.holds(number));
        (!fits).then(|| format!("this code does not fit {code_type}"))
    }
}

/// Whether a value is a literal, and not an expression whose value only rustc knows.
pub(super) fn is_literal(tokens: &[TokenTree]) -> bool {
    match tokens {
        [TokenTree::Literal(_)] => true,
        [TokenTree::Ident(word)] => word == "true" || word == "false",
        [TokenTree::Punct(minus), TokenTree::Literal(_)] => minus.as_char() == '-',
        _ => false,
    }
}

/// A value as text: the content of a string literal, or the tokens of anything else.
pub(super) fn value_text(tokens: &[TokenTree], text: &str) -> String {
    if let [TokenTree::Literal(literal)] = tokens
        && let Some(text) = text_of(literal)
    {
        return text;
    }
    let written = range_of(tokens).and_then(|range| text.get(range)).unwrap_or_default();
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Why the derive refuses an expression as a value.
pub(super) fn value_problem(tokens: &[TokenTree]) -> Option<String> {
    if let [TokenTree::Ident(word)] = tokens {
        let is_bool = word == "true" || word == "false";
        if !is_bool && parse2::<Ident>(tokens.iter().cloned().collect()).is_err() {
            return Some(format!(
                "`{word}` is a keyword, not a value; if it is a text, write {:?}",
                word.to_string()
            ));
        }
    }
    names_of_the_derive(tokens).then(|| {
        format!("names that begin with `{COLUMN_PREFIX}` are reserved for the derive; rename it")
    })
}

const COLUMN_PREFIX: &str = "__COLUMN_";

fn names_of_the_derive(tokens: &[TokenTree]) -> bool {
    tokens.iter().any(|tree| match tree {
        TokenTree::Ident(word) => word.unraw().to_string().starts_with(COLUMN_PREFIX),
        TokenTree::Group(group) => {
            names_of_the_derive(&group.stream().into_iter().collect::<Vec<_>>())
        }
        _ => false,
    })
}
