//! The code of a column of texts.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::packed::Packed;
use crate::tokens::{number_static, small_numbers, string};

/// The statics of a column, and the constant `__NAME` that refers to them.
pub(crate) fn text_column(name: &str, packed: &Packed) -> TokenStream {
    let constant = format_ident!("__{name}");
    let [text, starts, blocks, numbers] =
        ["TEXT", "STARTS", "BLOCKS", "NUMBERS"].map(|part| format_ident!("__{name}_{part}"));
    let literal = string(&packed.text);
    let split = packed.blocks();
    let mut statics = quote!(static #text: &::core::primitive::str = #literal;);
    statics.extend(number_static(&starts, "u16", &split.starts));
    let mut value = quote!(__facade::Texts::new(&#text, &#starts));
    if split.firsts.len() > 1 {
        let bits = Literal::u32_unsuffixed(split.bits);
        statics.extend(number_static(&blocks, "u32", &split.firsts));
        value.extend(quote!(.in_blocks(&#blocks, #bits)));
    }
    if let Some(of_rows) = &packed.numbers {
        let (definition, of_rows) = small_numbers(&numbers, of_rows);
        statics.extend(definition);
        value.extend(quote!(.numbered(#of_rows)));
    }
    quote! {
        #statics
        const #constant: __facade::Texts = #value;
    }
}
