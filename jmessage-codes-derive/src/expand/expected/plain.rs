#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Door {
    #[code(0, "fine", success)]
    Fine,
    #[code(7, "door jammed", "The door does not open")]
    Jammed,
    #[code(8, "door jammed", kind = Unavailable, retryable = false, retired)]
    JammedAgain,
}

// ---- expands to ----

const _: () = {
    const _: () = {
        use ::jmessage_codes::__private_VERSION as __facade;
        fn code() {}
        fn formatter() {}
        fn message() {}
        fn position() {}
        fn text() {}
        fn variant() {}
        static __POSITION_OF_ROW: [::core::primitive::u8; 3] = [3, 2, 1];
        const __POSITIONS: __facade::Numbers = __facade::Numbers::U8(&__POSITION_OF_ROW);
        static __VARIANTS: [Door; 6] = __facade::arrange_variants(
            [Door::Fine, Door::Jammed, Door::JammedAgain],
            __POSITIONS,
            &[],
            &[1, 2],
        );
        static __CODE_PILOTS: [::core::primitive::u16; 2] = [0, 1];
        const __CODE_INDEX: __facade::Hash = __facade::Hash::new(
            36187903920702076527116541780566123243,
            1,
            2,
            &__CODE_PILOTS,
        );
        static __CODE_AT: [::core::primitive::u32; 4] = __facade::arrange_codes(
            [0, 7, 8],
            __POSITIONS,
            &[],
        );
        const __CODES: __facade::Codes<::core::primitive::u32> = __facade::Codes::by_position(
            &__CODE_AT,
            __POSITIONS,
        );
        const __ALIASES: __facade::Aliases<::core::primitive::u32> = __facade::Aliases::NONE;
        #[inline]
        const fn __from_code(
            code: ::core::primitive::u32,
        ) -> ::core::option::Option<Door> {
            let position = __CODE_INDEX.find_word(code as ::core::primitive::u64);
            __facade::variant(&__VARIANTS[position], __CODE_AT[position] == code)
        }
        static __MESSAGE_KEYS: [::core::primitive::u32; 2] = [990869084, 1664930208];
        static __MESSAGE_PILOTS: [::core::primitive::u16; 2] = [0, 0];
        const __MESSAGE_INDEX: __facade::TextIndex<::core::primitive::u32> = __facade::TextIndex::hashed(
            &__MESSAGES_TEXT,
            &__MESSAGE_KEYS,
            __facade::Parts::new(3, 7, 10, 11, 32),
            __facade::Hash::new(
                36187903920702076527116541780566123243,
                1,
                1,
                &__MESSAGE_PILOTS,
            ),
            1,
            8,
        );
        #[inline(never)]
        const fn __from_message(
            message: &::core::primitive::str,
        ) -> ::jmessage_codes::Variants<Door> {
            __facade::variants(&__VARIANTS, __MESSAGE_INDEX.find(message))
        }
        static __NAMES_TEXT: &::core::primitive::str = "FineJammedJammedAgain";
        static __NAMES_STARTS: [::core::primitive::u16; 4] = [0, 4, 10, 21];
        const __NAMES: __facade::Texts = __facade::Texts::new(
            &__NAMES_TEXT,
            &__NAMES_STARTS,
        );
        static __MESSAGES_TEXT: &::core::primitive::str = "finedoor jammed";
        static __MESSAGES_STARTS: [::core::primitive::u16; 3] = [0, 4, 15];
        static __MESSAGES_NUMBERS: [::core::primitive::u8; 3] = [0, 1, 1];
        const __MESSAGES: __facade::Texts = __facade::Texts::new(
                &__MESSAGES_TEXT,
                &__MESSAGES_STARTS,
            )
            .numbered(__facade::Numbers::U8(&__MESSAGES_NUMBERS));
        static __DESCRIPTION_TEXTS_TEXT: &::core::primitive::str = "The door does not open";
        static __DESCRIPTION_TEXTS_STARTS: [::core::primitive::u16; 4] = [0, 0, 22, 22];
        const __DESCRIPTION_TEXTS: __facade::Texts = __facade::Texts::new(
            &__DESCRIPTION_TEXTS_TEXT,
            &__DESCRIPTION_TEXTS_STARTS,
        );
        const __DESCRIPTIONS: __facade::Descriptions = __facade::Descriptions::Some(
            __DESCRIPTION_TEXTS,
        );
        static __FACTS_OF_ROW: [::core::primitive::u8; 3] = [64, 2, 238];
        const __FACTS: __facade::Facts = __facade::Facts::new(&__FACTS_OF_ROW);
        #[inline]
        const fn __row(variant: Door) -> ::core::primitive::usize {
            variant as ::core::primitive::usize
        }
        #[inline]
        const fn __entry(variant: Door) -> ::jmessage_codes::Entry<Door> {
            ::jmessage_codes::Entry::__new(__row(variant))
        }
        impl Door {
            /// The name of the enum.
            const NAME: &'static ::core::primitive::str = "Door";
            /// The table: an entry for each variant in declaration order, without the
            /// `other` variant.
            ///
            /**The table.

| code | variant | message | description | kind | retryable |
|---|---|---|---|---|---|
| 0 | [`Fine`](variant@Self::Fine) | fine |  | Ok | false |
| 7 | [`Jammed`](variant@Self::Jammed) | door jammed | The door does not open | Unknown | false |
| 8 | [`JammedAgain`](variant@Self::JammedAgain) (retired) | door jammed |  | Unavailable | false |*/
            #[doc(alias("ALL", "CODES", "VARIANTS", "iter", "list", "values"))]
            const ENTRIES: ::jmessage_codes::Entries<Self> = ::jmessage_codes::Entries::__ALL;
            /**The variant for a code, or `None` if the table does not list it.

Takes constant time and does not allocate.*/
            #[doc(alias("get", "lookup"))]
            #[must_use]
            #[inline]
            const fn from_code(
                code: ::core::primitive::u32,
            ) -> ::core::option::Option<Self> {
                __from_code(code)
            }
            /**All variants with this message, in declaration order, the retired ones after the
others; empty if there are none.

The message must match byte for byte. Takes constant time apart from reading the
message once, and does not allocate.*/
            #[doc(alias("by_message"))]
            #[must_use]
            #[inline]
            const fn from_message(
                message: &::core::primitive::str,
            ) -> ::jmessage_codes::Variants<Self> {
                __from_message(message)
            }
            ///This variant's entry in the table, or `None` for an unlisted code.
            #[doc(alias("is_listed", "is_unlisted"))]
            #[must_use]
            #[inline]
            const fn entry(
                self,
            ) -> ::core::option::Option<::jmessage_codes::Entry<Self>> {
                ::core::option::Option::Some(__entry(self))
            }
            /**The code; the first one if the variant has several.

`as` is not the code but the index of the variant, counted from 0, unless the enum has
explicit discriminants.*/
            #[doc(alias("number", "value"))]
            #[must_use]
            #[inline]
            const fn code(self) -> ::core::primitive::u32 {
                __entry(self).code()
            }
            ///The name of the variant.
            #[must_use]
            #[inline]
            const fn name(self) -> &'static ::core::primitive::str {
                __entry(self).name()
            }
            ///The vendor's message.
            #[must_use]
            #[inline]
            const fn message(self) -> &'static ::core::primitive::str {
                __entry(self).message()
            }
            ///What the code means; the message if the table has no description.
            #[must_use]
            #[inline]
            const fn description(self) -> &'static ::core::primitive::str {
                __entry(self).description()
            }
            ///The kind of the code.
            #[must_use]
            #[inline]
            const fn kind(self) -> ::jmessage_codes::Kind {
                __entry(self).kind()
            }
            ///Whether this code means success.
            #[must_use]
            #[inline]
            const fn is_success(self) -> ::core::primitive::bool {
                __entry(self).is_success()
            }
            ///Whether the same request may succeed later. If the row does not say, the kind decides.
            #[must_use]
            #[inline]
            const fn is_retryable(self) -> ::core::primitive::bool {
                __entry(self).is_retryable()
            }
            ///Whether the vendor no longer lists the code. Lookups still find it.
            #[must_use]
            #[inline]
            const fn is_retired(self) -> ::core::primitive::bool {
                __entry(self).is_retired()
            }
            ///The codes of the variant after the first.
            #[must_use]
            #[inline]
            const fn aliases(self) -> &'static [::core::primitive::u32] {
                __entry(self).aliases()
            }
            /**`Ok(())` for a success code, otherwise `Err(self)`.

# Errors

Returns `self` unless the code means success.*/
            #[inline]
            const fn into_result(self) -> ::core::result::Result<(), Self> {
                if __entry(__facade::copy(&self)).is_success() {
                    ::core::result::Result::Ok(())
                } else {
                    ::core::result::Result::Err(self)
                }
            }
            /// For `assert_disjoint!`, since a trait's methods cannot be `const`.
            #[doc(hidden)]
            const fn __entry_of_code(
                code: ::core::primitive::u32,
            ) -> ::core::option::Option<::jmessage_codes::Entry<Self>> {
                match __from_code(code) {
                    ::core::option::Option::Some(variant) => {
                        ::core::option::Option::Some(__entry(variant))
                    }
                    ::core::option::Option::None => ::core::option::Option::None,
                }
            }
        }
        #[automatically_derived]
        impl __facade::Derived for Door {
            const __ROWS: ::core::primitive::usize = 3;
            const __BY_POSITION: &'static [Self] = &__VARIANTS;
            const __POSITIONS: __facade::Numbers = __POSITIONS;
            const __FACT_COLUMN: __facade::Facts = __FACTS;
            const __NAME_COLUMN: __facade::Texts = __NAMES;
            const __MESSAGE_COLUMN: __facade::Texts = __MESSAGES;
            const __DESCRIPTION_COLUMN: __facade::Descriptions = __DESCRIPTIONS;
        }
        #[automatically_derived]
        impl ::jmessage_codes::Coded for Door
        where
            for<'__a> Door: ::core::marker::Copy + ::core::cmp::Eq,
        {
            type Catalog = Self;
            #[inline]
            fn error_code(&self) -> Self {
                __facade::copy(self)
            }
        }
        #[automatically_derived]
        impl ::jmessage_codes::ErrorCatalog for Door {
            type Code = ::core::primitive::u32;
            const NAME: &'static ::core::primitive::str = "Door";
            const ENTRIES: ::jmessage_codes::Entries<Self> = ::jmessage_codes::Entries::__ALL;
            const __CODE_COLUMN: __facade::Codes<::core::primitive::u32> = __CODES;
            const __ALIAS_COLUMN: __facade::Aliases<::core::primitive::u32> = __ALIASES;
            #[inline]
            fn from_code(code: ::core::primitive::u32) -> ::core::option::Option<Self> {
                __from_code(code)
            }
            #[inline]
            fn from_message(
                message: &::core::primitive::str,
            ) -> ::jmessage_codes::Variants<Self> {
                __from_message(message)
            }
            #[inline]
            fn entry(self) -> ::core::option::Option<::jmessage_codes::Entry<Self>> {
                ::core::option::Option::Some(__entry(self))
            }
            #[inline]
            fn code(self) -> ::core::primitive::u32 {
                __entry(self).code()
            }
            #[inline]
            fn name(self) -> &'static ::core::primitive::str {
                __entry(self).name()
            }
            #[inline]
            fn message(self) -> &'static ::core::primitive::str {
                __entry(self).message()
            }
            #[inline]
            fn description(self) -> &'static ::core::primitive::str {
                __entry(self).description()
            }
            #[inline]
            fn kind(self) -> ::jmessage_codes::Kind {
                __entry(self).kind()
            }
            #[inline]
            fn is_success(self) -> ::core::primitive::bool {
                __entry(self).is_success()
            }
            #[inline]
            fn is_retryable(self) -> ::core::primitive::bool {
                __entry(self).is_retryable()
            }
            #[inline]
            fn is_retired(self) -> ::core::primitive::bool {
                __entry(self).is_retired()
            }
            #[inline]
            fn aliases(self) -> &'static [::core::primitive::u32] {
                __entry(self).aliases()
            }
            #[inline]
            fn into_result(self) -> ::core::result::Result<(), Self> {
                if __entry(__facade::copy(&self)).is_success() {
                    ::core::result::Result::Ok(())
                } else {
                    ::core::result::Result::Err(self)
                }
            }
        }
        #[automatically_derived]
        impl ::core::convert::From<Door> for ::core::primitive::u32 {
            #[inline]
            fn from(variant: Door) -> Self {
                __facade::code(variant)
            }
        }
        #[automatically_derived]
        impl ::core::convert::TryFrom<::core::primitive::u32> for Door {
            type Error = ::jmessage_codes::TryFromCodeError<Self>;
            #[inline]
            fn try_from(
                code: ::core::primitive::u32,
            ) -> ::core::result::Result<Self, ::jmessage_codes::TryFromCodeError<Self>> {
                __facade::try_from_code(code)
            }
        }
        #[automatically_derived]
        impl ::core::str::FromStr for Door {
            type Err = ::jmessage_codes::ParseCodeError<Self>;
            #[inline]
            fn from_str(
                text: &::core::primitive::str,
            ) -> ::core::result::Result<Self, ::jmessage_codes::ParseCodeError<Self>> {
                __facade::parse(text)
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq<::core::primitive::u32> for Door {
            /// Whether this is one of the variant's codes.
            #[inline]
            fn eq(&self, code: &::core::primitive::u32) -> ::core::primitive::bool {
                __facade::has_code(self, code)
            }
        }
    };
};
