//! Discriminants, as far as the source shows their values.

use std::collections::HashMap;

use proc_macro2::TokenTree;
use syn::{
    BinOp, Block, Expr, ExprBinary, ExprCast, ExprLit, ExprUnary, Lit, Meta, Stmt, Type, UnOp,
};

use super::code::IntegerLiteral;
use crate::code_type::CodeType;
use crate::integer::Integer;

/// A discriminant as it is written.
#[derive(Clone, Debug)]
pub(super) enum Discriminant {
    Implicit,
    /// As the derive reads it: a literal, even in parentheses.
    Literal(IntegerLiteral),
    Expression,
}

impl Discriminant {
    pub(super) fn new(expression: Option<&Expr>) -> Self {
        match expression {
            None => Self::Implicit,
            Some(expression) => literal(expression).map_or(Self::Expression, Self::Literal),
        }
    }
}

/// The numbers that a variant can have: several if it is counted from a variant that depends on a
/// condition. `None` if only rustc knows.
pub(crate) type Numbers = Option<Vec<Integer>>;

/// Counts the discriminants of an enum from variant to variant.
pub(super) struct Counter<'a> {
    computer: Computer<'a>,
    /// What the next variant can be counted from.
    before: Numbers,
}

impl<'a> Counter<'a> {
    /// Of an enum with this name, and with discriminants of this type.
    pub(super) fn new(this: &'a str, repr: CodeType) -> Self {
        let computer = Computer { this, repr, known: HashMap::new() };
        Self { computer, before: Some(vec![Integer::Negative(-1)]) }
    }

    pub(super) fn next(
        &mut self,
        name: &str,
        written: Option<&Expr>,
        is_conditional: bool,
    ) -> Numbers {
        let numbers: Numbers = match (written, &self.before) {
            (Some(written), _) => self.computer.value(written).map(|number| vec![number]),
            (None, Some(before)) => before.iter().map(|number| number.successor()).collect(),
            (None, None) => None,
        };
        if let Some([number]) = numbers.as_deref() {
            self.computer.known.insert(name.to_owned(), *number);
        }
        self.before = match (&numbers, self.before.take()) {
            (Some(numbers), Some(before)) if is_conditional && before.len() < MOST => {
                let is_new = |number: &Integer| !numbers.contains(number);
                Some(numbers.iter().copied().chain(before.into_iter().filter(is_new)).collect())
            }
            (numbers, _) if !is_conditional => numbers.clone(),
            _ => None,
        };
        numbers
    }
}

/// More numbers are not followed.
const MOST: usize = 50;

/// The literal with its sign.
fn literal(expression: &Expr) -> Option<IntegerLiteral> {
    match expression {
        Expr::Group(group) => literal(&group.expr),
        Expr::Paren(paren) => literal(&paren.expr),
        Expr::Unary(ExprUnary { op: UnOp::Neg(_), expr, .. }) => {
            literal(expr).and_then(IntegerLiteral::negated)
        }
        Expr::Lit(ExprLit { lit: Lit::Int(literal), .. }) => {
            Some(IntegerLiteral::new(false, literal))
        }
        _ => None,
    }
}

/// Computes the expressions that name nothing but variants.
struct Computer<'a> {
    /// The name of the enum.
    this: &'a str,
    /// The type of its discriminants.
    repr: CodeType,
    /// Those of the variants before.
    known: HashMap<String, Integer>,
}

impl Computer<'_> {
    /// `None` if only rustc knows.
    fn value(&self, expression: &Expr) -> Option<Integer> {
        self.value_in(expression, self.repr)
    }

    /// The value of an expression of this type, unless it names another.
    fn value_in(&self, expression: &Expr, ty: CodeType) -> Option<Integer> {
        match expression {
            Expr::Group(group) => self.value_in(&group.expr, ty),
            Expr::Paren(paren) => self.value_in(&paren.expr, ty),
            Expr::Block(block) if block.label.is_none() => self.value_of_block(&block.block, ty),
            Expr::Const(block) => self.value_of_block(&block.block, ty),
            Expr::Lit(literal) => value_of_literal(&literal.lit),
            Expr::Cast(ExprCast { expr, ty, .. }) => {
                let ty = integer_type(ty)?;
                let value = self.value_of_variant(expr).or_else(|| self.value_in(expr, ty))?;
                Some(wrapped(value, ty))
            }
            Expr::Unary(ExprUnary { op: UnOp::Neg(_), expr, .. }) => {
                signed(self.value_in(expr, ty)?)?.checked_neg().map(Integer::from)
            }
            Expr::Binary(binary) => self.value_of_operation(binary, ty),
            _ => None,
        }
    }

    fn value_of_block(&self, block: &Block, ty: CodeType) -> Option<Integer> {
        match &block.stmts[..] {
            [Stmt::Expr(expression, None)] => self.value_in(expression, ty),
            _ => None,
        }
    }

    fn value_of_operation(&self, operation: &ExprBinary, ty: CodeType) -> Option<Integer> {
        let left = signed(self.value_in(&operation.left, ty)?)?;
        let right = signed(self.value_in(&operation.right, ty)?)?;
        let bits = u32::try_from(right).ok().filter(|bits| *bits < 64);
        let value = match operation.op {
            BinOp::Add(_) => left.checked_add(right),
            BinOp::Sub(_) => left.checked_sub(right),
            BinOp::Mul(_) => left.checked_mul(right),
            BinOp::Div(_) => left.checked_div(right),
            BinOp::Rem(_) => left.checked_rem(right),
            BinOp::BitAnd(_) => Some(left & right),
            BinOp::BitOr(_) => Some(left | right),
            BinOp::BitXor(_) => Some(left ^ right),
            // Bits that are shifted out of the type are lost; no other operation can lose bits.
            BinOp::Shl(_) => left.checked_mul(1_i128.checked_shl(bits?)?),
            BinOp::Shr(_) => Some(left >> bits?),
            _ => None,
        };
        let value = Integer::from(value?);
        ty.holds(value).then_some(value)
    }

    /// `Self::NAME` or the same with the enum's name.
    fn value_of_variant(&self, expression: &Expr) -> Option<Integer> {
        match expression {
            Expr::Group(group) => self.value_of_variant(&group.expr),
            Expr::Paren(paren) => self.value_of_variant(&paren.expr),
            Expr::Path(path) if path.qself.is_none() => {
                let segments: Vec<String> =
                    path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
                let [this, name] = &segments[..] else { return None };
                let is_this = this == "Self" || this.trim_start_matches("r#") == self.this;
                let name = name.trim_start_matches("r#");
                self.known.get(name).copied().filter(|_| is_this)
            }
            _ => None,
        }
    }
}

fn value_of_literal(literal: &Lit) -> Option<Integer> {
    match literal {
        Lit::Int(literal) => literal.base10_digits().parse().ok().map(Integer::Natural),
        Lit::Byte(byte) => Some(Integer::Natural(byte.value().into())),
        Lit::Char(character) => Some(Integer::Natural(u32::from(character.value()).into())),
        Lit::Bool(literal) => Some(Integer::Natural(literal.value.into())),
        _ => None,
    }
}

fn signed(value: Integer) -> Option<i128> {
    match value {
        Integer::Negative(value) => Some(value),
        Integer::Natural(value) => i128::try_from(value).ok(),
    }
}

/// The result of a cast of a number.
fn wrapped(value: Integer, ty: CodeType) -> Integer {
    let bits = match value {
        Integer::Natural(value) => value,
        Integer::Negative(value) => value.unsigned_abs().wrapping_neg(),
    };
    match (value, ty.with_bits(Integer::Natural(bits & ty.all_bits()))) {
        (value, _) if ty.holds(value) => value,
        (_, value) => value,
    }
}

/// The integer type of this name.
fn integer_type(ty: &Type) -> Option<CodeType> {
    match ty {
        Type::Group(group) => integer_type(&group.elem),
        Type::Paren(paren) => integer_type(&paren.elem),
        Type::Path(path) if path.qself.is_none() => {
            let name = path.path.segments.last()?.ident.to_string();
            name.parse().ok().filter(|ty: &CodeType| ty.is_integer())
        }
        _ => None,
    }
}

/// The integer type, if this is `#[repr(…)]` with one.
pub(super) fn repr(meta: &Meta) -> Option<CodeType> {
    let word = |tree: TokenTree| match tree {
        TokenTree::Ident(word) => word.to_string().parse().ok(),
        _ => None,
    };
    match meta {
        Meta::List(list) if list.path.is_ident("repr") => {
            let words = list.tokens.clone().into_iter().filter_map(word);
            words.into_iter().find(|ty: &CodeType| ty.is_integer())
        }
        _ => None,
    }
}
