//! The tokens that `surface`, `expand` and `fallback` have in common.

use std::fmt::{Display, Write};

use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;

use crate::ast::Variant;
use crate::attr::catalog::Column;
use crate::attr::doc_comment;
use crate::attr::value::Value;
use crate::names::{BOUND, is_keyword_somewhere, mentions};
use crate::table::{Code, CodeType, Table};

/// A whole expansion, in its own blocks, so that none of its names is visible outside.
///
/// The outer block has the user's expressions, which see no name of the inner one.
/// A user's constant with the name of a parameter would turn the parameter into a
/// pattern that compares with it. The empty functions hide such a constant, and
/// parameters hide functions.
pub(crate) fn blocks(table: &Table, outer: &TokenStream, inner: &TokenStream) -> TokenStream {
    let (facade, hidden) = (&table.facade, format_ident!("{}", hidden_module()));
    let types = table.type_aliases();
    let hiding = BOUND.iter().map(|name| Ident::new(name, Span::call_site()));
    quote! {
        const _: () = {
            #types
            #outer
            const _: () = {
                use #facade::#hidden as __facade;
                #(fn #hiding() {})*
                #inner
            };
        };
    }
}

/// The facade's module for generated code. Its name has the version, so that an error about a
/// facade of another version says so.
pub(crate) fn hidden_module() -> String {
    format!("__private_{}", env!("CARGO_PKG_VERSION").replace(['.', '-', '+'], "_"))
}

/// A name of the user's, for generated code: tools still find where it is
/// written, but lints see that the code around it is generated.
pub(crate) fn generated(ident: &Ident) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(ident.span().resolved_at(Span::call_site()));
    ident
}

/// The same for all of some tokens.
pub(crate) fn generated_tokens(tokens: impl ToTokens) -> TokenStream {
    let tokens = tokens.into_token_stream().into_iter().map(|mut token| {
        if let TokenTree::Group(group) = &token {
            let mut inner = Group::new(group.delimiter(), generated_tokens(group.stream()));
            inner.set_span(group.span());
            token = inner.into();
        }
        token.set_span(token.span().resolved_at(Span::call_site()));
        token
    });
    tokens.collect()
}

/// The same for the lifetimes of an enum: a function or an impl may use one only once, and rustc
/// has a lint against that.
pub(crate) fn generated_lifetimes(generics: impl ToTokens) -> TokenStream {
    let mut is_name = false;
    let tokens = generics.into_token_stream().into_iter().map(|mut token| {
        let is_quote = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
        if is_quote || is_name {
            token.set_span(token.span().resolved_at(Span::call_site()));
        }
        is_name = is_quote;
        token
    });
    tokens.collect()
}

/// The elements of an array of numbers, with commas.
///
/// As a text, which rustc reads much faster than it takes tokens one by one.
pub(crate) fn list(numbers: impl IntoIterator<Item = impl Display>) -> TokenStream {
    let mut text = String::new();
    for number in numbers {
        let _ = write!(text, "{number},");
    }
    text.pop();
    lexed(&text)
}

/// The tokens of a text, which must be tokens.
///
/// proc-macro2 would parse it before rustc does, which takes twenty times as long.
pub(crate) fn lexed(text: &str) -> TokenStream {
    if proc_macro::is_available() {
        let tokens: Option<proc_macro::TokenStream> = text.parse().ok();
        return tokens.map(TokenStream::from).unwrap_or_default();
    }
    // In a unit test, rustc is not there to parse it.
    text.parse().unwrap_or_default()
}

/// A string literal. A long one is raw if possible, which saves the time to escape it.
pub(crate) fn string(text: &str) -> TokenStream {
    const SHORT: usize = 1_000;
    let has = |byte: u8| text.as_bytes().contains(&byte);
    // A raw string cannot have a carriage return. Characters that change the direction of a text
    // begin with the second byte; rustc has a lint against them unescaped.
    let needs_escapes = has(b'\r') || has(0xE2);
    if text.len() < SHORT || needs_escapes || has(b'#') && text.contains("\"##") {
        return Literal::string(text).into_token_stream();
    }
    lexed(&format!("r##\"{text}\"##"))
}

/// A static array of numbers of a primitive type.
pub(crate) fn number_static<T: Display>(name: &Ident, ty: &str, numbers: &[T]) -> TokenStream {
    let (ty, length) = (format_ident!("{ty}"), Literal::usize_unsuffixed(numbers.len()));
    let numbers = list(numbers);
    quote!(static #name: [::core::primitive::#ty; #length] = [#numbers];)
}

/// A static array of numbers in the smallest type that holds them, and the facade's
/// `Numbers` of it.
pub(crate) fn small_numbers(name: &Ident, numbers: &[usize]) -> (TokenStream, TokenStream) {
    let types = [("U8", "u8", 1 << 8), ("U16", "u16", 1 << 16)];
    let fits = |limit| numbers.iter().all(|number| *number < limit);
    let (of, ty, _) =
        types.into_iter().find(|(.., limit)| fits(*limit)).unwrap_or(("U32", "u32", 0));
    let of = format_ident!("{of}");
    (number_static(name, ty, numbers), quote!(__facade::Numbers::#of(&#name)))
}

/// The attributes of a column's method, and a doc comment if they have none.
pub(crate) fn column_attributes(column: &Column) -> TokenStream {
    let Column { attributes, name, .. } = column;
    let is_documented = attributes.iter().any(doc_comment::is_part);
    let doc = format!("The value of the column `{}`.", name.unraw());
    let doc = (!is_documented).then(|| quote!(#[doc = #doc]));
    quote!(#(#attributes)* #doc)
}

/// A column's value as an expression.
///
/// If the tokens are not an expression, the macro makes rustc say so at these
/// tokens; without it rustc would blame everything that the derive generates.
pub(crate) fn value(table: &Table, value: &Value) -> TokenStream {
    let facade = &table.facade;
    let mut tokens = value.tokens.clone().into_iter();
    let first = tokens.next();
    let is_expression = match first {
        Some(TokenTree::Ident(word)) => !is_keyword_somewhere(&word),
        first => matches!(first, Some(TokenTree::Literal(_))),
    };
    if is_expression && tokens.next().is_none() {
        return value.tokens.clone();
    }
    quote!(#facade::__value!(#value))
}

impl Table<'_> {
    /// The enum's name.
    pub(crate) fn this(&self) -> Ident {
        generated(&self.catalog.original.ident)
    }

    /// Whether `Self` is in a column's type or in one of its values, which then have to
    /// be in an impl.
    pub(crate) fn column_names_self(&self, index: usize) -> bool {
        let column = self.columns[index];
        let rows = self.rows.iter().chain(&self.other);
        let values = rows.filter_map(|row| row.values.get(index).copied());
        let is_self = |ident: &Ident| ident == "Self";
        values.chain(&column.default).any(|value| mentions(value.tokens.clone(), &is_self))
            || mentions(column.ty.to_token_stream(), &is_self)
    }

    /// A column's type, for the inner block.
    pub(crate) fn column_type(&self, index: usize) -> TokenStream {
        let ty = self.columns[index].ty.to_token_stream();
        if is_hidden(&ty) { format_ident!("__Type{index}").into_token_stream() } else { ty }
    }

    /// The aliases of the types that mean something else in the inner block.
    pub(crate) fn type_aliases(&self) -> TokenStream {
        let columns = self.columns.iter().enumerate();
        let aliases = columns.filter(|(_, column)| is_hidden(&column.ty)).map(|(index, column)| {
            let (alias, ty) = (self.column_type(index), &column.ty);
            quote!(type #alias = #ty;)
        });
        aliases.collect()
    }

    /// The where clause of the enum's impls.
    ///
    /// A generic enum is an error, and so is one whose variants have data, but uses of them
    /// should not be. So their impls claim the traits that `ErrorCatalog` requires. For other
    /// enums nothing is claimed: rustc reports what they lack, once and at their names.
    pub(crate) fn where_clause(&self) -> TokenStream {
        let generics = &self.catalog.original.generics;
        let (_, ty_generics, where_clause) = generics.split_for_impl();
        let has_data = self.catalog.variants.iter().any(Variant::has_data);
        if generics.params.is_empty() && (self.catalog.data.is_some() || !has_data) {
            return where_clause.to_token_stream();
        }
        let this = self.this();
        let predicates = where_clause.map(|clause| &clause.predicates);
        // rustc checks what is claimed of a type without parameters, unless a lifetime may matter.
        quote! {
            where
                for<'__any> #this #ty_generics: ::core::marker::Copy + ::core::cmp::Eq
                    + ::core::marker::Send + ::core::marker::Sync + 'static,
                #predicates
        }
    }
}

/// Whether a name in a type, such as the length of an array, is one that the inner
/// block hides.
fn is_hidden(ty: &impl ToTokens) -> bool {
    let is_bound = |ident: &Ident| BOUND.iter().any(|name| ident == name);
    mentions(ty.to_token_stream(), &is_bound)
}

impl CodeType {
    /// The type of a code.
    pub(crate) fn path(self) -> TokenStream {
        match self {
            Self::Integer(integer) => integer.path(),
            Self::Text => quote!(&'static ::core::primitive::str),
        }
    }

    /// The type of the argument of a lookup.
    pub(crate) fn query(self) -> TokenStream {
        match self {
            Self::Integer(integer) => integer.path(),
            Self::Text => quote!(&::core::primitive::str),
        }
    }
}

impl Code<'_> {
    pub(crate) fn to_literal(self) -> TokenStream {
        match self {
            Self::Integer(value) => value.to_tokens(),
            Self::Text(text) => Literal::string(&text.value).into_token_stream(),
        }
    }
}
