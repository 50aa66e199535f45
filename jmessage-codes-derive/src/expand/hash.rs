//! The numbers of a perfect hash.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::perfect_hash::PerfectHash;
use crate::tokens::number_static;

/// The static of the pilots, which is named after the key, and the facade's `Hash`.
pub(super) fn numbers(name: &str, hash: &PerfectHash) -> (TokenStream, TokenStream) {
    let statics = format_ident!("__{name}_PILOTS");
    let seed = Literal::u128_unsuffixed(hash.seed);
    let [buckets, slots] = [hash.bucket_bits, hash.slot_bits].map(Literal::u32_unsuffixed);
    let pilots = number_static(&statics, "u16", &hash.pilots);
    (pilots, quote!(__facade::Hash::new(#seed, #buckets, #slots, &#statics)))
}
