//! `#[code(…)]` on a variant.

use std::ops::Range;

use jmessage_codes::Kind;
use proc_macro2::{Literal, TokenTree};
use syn::ext::IdentExt;
use syn::{Lit, Meta};

use super::arguments::{Argument, Key, arguments, range_of, text_of};
use super::integer_literal::IntegerLiteral;
use super::mistake::Mistake;
use super::value::value_text;
use crate::source::kinds;

pub(super) const FORM: &str = "#[code(CODE, \"message\", \"description\")]";

/// The content of a `#[code(…)]`.
#[derive(Clone, Debug)]
pub(crate) struct CodeAttribute {
    pub(crate) codes: Vec<CodeLiteral>,
    pub(crate) is_other: bool,
    /// The message, then the description.
    pub(crate) texts: Vec<TextLiteral>,
    pub(crate) is_success: bool,
    /// Where `retired` is.
    pub(crate) retired: Option<Range<usize>>,
    pub(crate) kind: Option<Kind>,
    pub(crate) retryable: Option<bool>,
    pub(crate) values: Vec<Value>,
    /// Each argument, in order.
    pub(crate) arguments: Vec<Range<usize>>,
    /// The end of the content, in front of the closing parenthesis.
    pub(crate) end: usize,
}

#[derive(Clone, Debug)]
pub(crate) struct CodeLiteral {
    pub(crate) code: Written,
    pub(crate) range: Range<usize>,
}

/// A code as it is written.
#[derive(Clone, Debug)]
pub(crate) enum Written {
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
pub(crate) struct Value {
    /// Without `r#`.
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) range: Range<usize>,
    /// The whole argument.
    pub(crate) place: usize,
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
            is_success: false,
            retired: None,
            kind: None,
            retryable: None,
            values: Vec::new(),
            arguments: arguments.iter().map(|argument| argument.range.clone()).collect(),
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
        if code.is_success && code.retryable == Some(true) {
            let message = "a success is not repeated; remove `retryable` or `success`";
            return Err(Mistake::new(end, message));
        }
        Ok(code)
    }

    /// `CODE | ALIAS | …`, or `other`.
    fn add_codes(&mut self, argument: &Argument) -> Result<(), Mistake> {
        if let ([TokenTree::Ident(word)], None) = (&argument.tokens[..], &argument.key) {
            if word == "other" {
                self.is_other = true;
                return Ok(());
            }
        }
        let is_bar =
            |tree: &TokenTree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '|');
        for tokens in argument.tokens.split(is_bar) {
            let code = written(tokens).zip(range_of(tokens)).filter(|_| argument.key.is_none());
            let Some((code, range)) = code else {
                let message = "a code must be an integer or a string literal";
                return Err(Mistake::new(argument.range.start, message));
            };
            if matches!(code, Written::Discriminant) && !self.codes.is_empty() {
                return Err(Mistake::new(range.start, "write `_` before the aliases"));
            }
            self.codes.push(CodeLiteral { code, range });
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
            [TokenTree::Ident(word)] if word.unraw() == "success" && !self.is_success => {
                self.is_success = true;
            }
            [TokenTree::Ident(word)] if word.unraw() == "retired" && self.retired.is_none() => {
                self.retired = Some(argument.range.clone());
            }
            _ => {
                let message = "expected a text, which must be a string literal, `success`, \
                               `retired` or `NAME = VALUE`, each once";
                return Err(Mistake::new(place, message));
            }
        }
        Ok(())
    }

    /// `NAME = VALUE`.
    fn add_value(&mut self, argument: &Argument, key: &Key, text: &str) -> Result<(), Mistake> {
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
        match &*name {
            "kind" => {
                let unknown = || Mistake::new(place, format!("unknown kind `{text}`"));
                self.kind = Some(kind(&text).ok_or_else(unknown)?);
            }
            "retryable" => {
                let message = "write `retryable = true` or `retryable = false`";
                let unknown = || Mistake::new(place, message);
                self.retryable = Some(retryable(&argument.tokens).ok_or_else(unknown)?);
            }
            _ => self.values.push(Value { name, text, range, place }),
        }
        Ok(())
    }
}

fn written(tokens: &[TokenTree]) -> Option<Written> {
    let integer = |literal: &Literal, is_negative| match Lit::new(literal.clone()) {
        Lit::Int(literal) => Some(Written::Integer(IntegerLiteral::new(is_negative, &literal))),
        _ => None,
    };
    match tokens {
        [TokenTree::Ident(word)] if word == "_" => Some(Written::Discriminant),
        [TokenTree::Literal(literal)] => {
            text_of(literal).map(Written::Text).or_else(|| integer(literal, false))
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

/// The kind of this name.
fn kind(name: &str) -> Option<Kind> {
    kinds::ALL.into_iter().find(|kind| format!("{kind:?}") == name)
}
