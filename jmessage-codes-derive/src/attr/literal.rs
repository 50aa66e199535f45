//! The literals in the attributes: codes, and others that may be in their place.

use std::fmt::{self, Display};

use proc_macro2::{Literal, Span, TokenStream};
use quote::ToTokens;
use syn::{Lit, LitInt, Token};

use crate::integer::Integer;

/// A code as it is written.
pub(crate) enum CodeLiteral {
    Integer(IntegerLiteral),
    Text(Text),
}

/// A string literal, and its content.
pub(crate) struct Text {
    token: Literal,
    pub(crate) value: String,
}

impl Text {
    /// `None` if it is another literal, or has a suffix.
    pub(crate) fn new(token: &Literal) -> Option<Self> {
        let written = token.to_string();
        if !written.starts_with(['"', 'r']) {
            return None;
        }
        let plain = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        // Two searches for one character are much faster than one for two.
        let is_plain = |content: &&str| !content.contains('\\') && !content.contains('\r');
        let value = match plain.filter(is_plain) {
            Some(content) => content.to_owned(),
            None => match Lit::new(token.clone()) {
                Lit::Str(text) if text.suffix().is_empty() => text.value(),
                _ => return None,
            },
        };
        Some(Self { token: token.clone(), value })
    }
}

impl ToTokens for Text {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.token.to_tokens(tokens);
    }
}

impl CodeLiteral {
    /// `None` if a code cannot be such a literal.
    pub(crate) fn new(token: Literal) -> Option<Self> {
        if let Some(text) = Text::new(&token) {
            return Some(Self::Text(text));
        }
        match Lit::new(token) {
            Lit::Int(literal) => Some(Self::Integer(IntegerLiteral { minus: None, literal })),
            _ => None,
        }
    }
}

impl ToTokens for CodeLiteral {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Integer(literal) => literal.to_tokens(tokens),
            Self::Text(literal) => literal.to_tokens(tokens),
        }
    }
}

/// An integer as it is written, with its sign.
pub(crate) struct IntegerLiteral {
    pub(crate) minus: Option<Token![-]>,
    pub(crate) literal: LitInt,
}

impl IntegerLiteral {
    pub(crate) fn new(value: Integer, span: Span) -> Self {
        let written = value.to_string();
        let digits = written.strip_prefix('-');
        let minus = digits.map(|_| Token![-](span));
        Self { minus, literal: LitInt::new(digits.unwrap_or(&written), span) }
    }

    /// The same number in the same base at another place, without its suffix.
    pub(crate) fn copy_to(&self, span: Span) -> Self {
        let written = self.literal.token().to_string();
        let digits = written.strip_suffix(self.literal.suffix()).unwrap_or(&written);
        let minus = self.minus.as_ref().map(|_| Token![-](span));
        Self { minus, literal: LitInt::new(digits, span) }
    }

    /// `None` if the number needs more than 128 bits.
    pub(crate) fn value(&self) -> Option<Integer> {
        let magnitude = self.literal.base10_digits().parse().ok()?;
        Some(Integer::new(self.minus.is_some(), magnitude))
    }

    /// Whether it is hexadecimal, octal or binary, so that its author may have
    /// thought of bits.
    pub(crate) fn is_bits(&self) -> bool {
        let written = self.literal.token().to_string();
        ["0x", "0o", "0b"].iter().any(|prefix| written.starts_with(prefix))
    }
}

impl ToTokens for IntegerLiteral {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.minus.to_tokens(tokens);
        self.literal.to_tokens(tokens);
    }
}

/// As written, with its suffix and in its base.
impl Display for IntegerLiteral {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minus = if self.minus.is_some() { "-" } else { "" };
        write!(formatter, "{minus}{}", self.literal)
    }
}

/// The name of a literal's kind, for errors about literals in the wrong place.
pub(crate) fn kind_of(literal: &Lit) -> &'static str {
    match literal {
        Lit::Str(text) if !text.suffix().is_empty() => "string with a suffix",
        Lit::Str(_) => "string with a sign",
        Lit::ByteStr(_) => "byte string",
        Lit::CStr(_) => "C string",
        Lit::Byte(_) => "byte",
        Lit::Char(_) => "char",
        Lit::Int(_) => "number",
        Lit::Float(_) => "float",
        Lit::Bool(_) => "bool",
        _ => "literal of another kind",
    }
}
