//! Discriminants. In place of a code, `_` stands for one.

use syn::{Expr, ExprLit, ExprUnary, Ident, Lit, LitInt, Result, Token, UnOp};

use crate::attr::literal::IntegerLiteral;
use crate::errors::error_at;
use crate::integer::Integer;

/// The discriminant of a variant.
pub(crate) struct Discriminant<'a> {
    variant: &'a Ident,
    /// The literal, if one is written.
    pub(crate) literal: Option<IntegerLiteral>,
    /// Whether something else is written.
    is_expression: bool,
    /// `None` if it depends on an expression.
    value: Option<Integer>,
    /// Whether a reader of the source sees its value: at the variant itself, or by counting from
    /// the codes of the variants before.
    is_clear: bool,
}

impl<'a> Discriminant<'a> {
    /// `before` is the discriminant of the variant before, and whether that is its code, too.
    pub(crate) fn new(variant: &'a syn::Variant, before: Option<(&Self, bool)>) -> Self {
        let written = variant.discriminant.as_ref().map(|(_, expression)| expression);
        let literal = written.and_then(integer_literal);
        let value = match (&literal, before) {
            (Some(literal), _) => literal.value(),
            (None, _) if written.is_some() => None,
            (None, Some((before, _))) => before.value.and_then(Integer::successor),
            (None, None) => Some(Integer::new(false, 0)),
        };
        Self {
            variant: &variant.ident,
            is_expression: written.is_some() && literal.is_none(),
            is_clear: literal.is_some() || before.is_some_and(|(_, is_code)| is_code),
            literal,
            value,
        }
    }

    pub(crate) fn is(&self, code: &IntegerLiteral) -> bool {
        self.value.is_some() && code.value() == self.value
    }

    /// The code that `_` means.
    pub(crate) fn to_code(&self, underscore: Token![_]) -> Result<IntegerLiteral> {
        let variant = self.variant;
        let span = underscore.span;
        if let Some(literal) = &self.literal {
            return Ok(literal.copy_to(span));
        }
        let message = match self.value {
            Some(value) if self.is_clear => return Ok(IntegerLiteral::new(value, span)),
            Some(value) => format!(
                "`_` would be {value}, but the discriminant of `{variant}` is not written; \
                 write `{variant} = {value}`, or the code"
            ),
            None if self.is_expression => format!(
                "`_` needs a discriminant that is an integer literal; \
                 write `{variant} = NUMBER`, or the code"
            ),
            None => format!(
                "`_` stands for the discriminant of `{variant}`, which depends on an expression; \
                 write `{variant} = NUMBER`, or the code"
            ),
        };
        Err(error_at(underscore, message))
    }
}

/// The literal with its sign, also inside the groups that a `macro_rules` macro puts
/// around what it passes on.
fn integer_literal(expression: &Expr) -> Option<IntegerLiteral> {
    match expression {
        Expr::Group(group) => integer_literal(&group.expr),
        Expr::Paren(paren) => integer_literal(&paren.expr),
        Expr::Unary(ExprUnary { op: UnOp::Neg(minus), expr, .. }) => {
            let literal = integer_literal(expr)?;
            let minus = Some(Token![-](minus.span));
            literal.minus.is_none().then_some(IntegerLiteral { minus, ..literal })
        }
        Expr::Lit(ExprLit { lit: Lit::Int(literal), .. }) => {
            // syn clones no literal without its feature for that.
            let literal = LitInt::new(&literal.token().to_string(), literal.span());
            Some(IntegerLiteral { minus: None, literal })
        }
        _ => None,
    }
}
