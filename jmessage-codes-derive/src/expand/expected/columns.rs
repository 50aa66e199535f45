#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(retriable: bool = false), column(zh: &str), column(next: Self = Self::Jammed))]
enum Door {
    #[code(7, "door jammed", zh = "门卡住了")]
    Jammed,
    #[code(8, "door open", zh = "门开着", retriable = true)]
    Open,
}

// ---- expands to ----

const _: () = {
    static __COLUMN_0: [bool; 2] = [false, true];
    impl Door {
        const __COLUMN_2: &'static [Self; 2] = &[
            ::jmessage_codes::__value!(Self::Jammed),
            ::jmessage_codes::__value!(Self::Jammed),
        ];
    }
    const _: () = {
        use ::jmessage_codes::__private_VERSION as __facade;
        fn code() {}
        fn formatter() {}
        fn message() {}
        fn position() {}
        fn text() {}
        fn variant() {}
        static __POSITION_OF_ROW: [::core::primitive::u8; 2] = [0, 1];
        const __POSITIONS: __facade::Numbers = __facade::Numbers::U8(&__POSITION_OF_ROW);
        static __VARIANTS: [Door; 2] = __facade::arrange_variants(
            [Door::Jammed, Door::Open],
            __POSITIONS,
            &[],
            &[],
        );
        static __CODE_PILOTS: [::core::primitive::u16; 2] = [0, 0];
        const __CODE_INDEX: __facade::Hash = __facade::Hash::new(
            300575092545785464932135592873963382261,
            1,
            1,
            &__CODE_PILOTS,
        );
        static __CODE_AT: [::core::primitive::u32; 2] = __facade::arrange_codes(
            [7, 8],
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
        static __MESSAGE_KEYS: [::core::primitive::u32; 2] = [1094397851, 3370835632];
        static __MESSAGE_PILOTS: [::core::primitive::u16; 2] = [0, 0];
        const __MESSAGE_INDEX: __facade::TextIndex<::core::primitive::u32> = __facade::TextIndex::hashed(
            &__MESSAGES_TEXT,
            &__MESSAGE_KEYS,
            __facade::Parts::new(4, 8, 9, 9, 32),
            __facade::Hash::new(
                300575092545785464932135592873963382261,
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
        static __NAMES_TEXT: &::core::primitive::str = "JammedOpen";
        static __NAMES_STARTS: [::core::primitive::u16; 3] = [0, 6, 10];
        const __NAMES: __facade::Texts = __facade::Texts::new(
            &__NAMES_TEXT,
            &__NAMES_STARTS,
        );
        static __MESSAGES_TEXT: &::core::primitive::str = "door jammeddoor open";
        static __MESSAGES_STARTS: [::core::primitive::u16; 3] = [0, 11, 20];
        const __MESSAGES: __facade::Texts = __facade::Texts::new(
            &__MESSAGES_TEXT,
            &__MESSAGES_STARTS,
        );
        const __DESCRIPTIONS: __facade::Descriptions = __facade::Descriptions::Messages;
        static __VALUES_0_TEXT: &::core::primitive::str = "falsetrue";
        static __VALUES_0_STARTS: [::core::primitive::u16; 3] = [0, 5, 9];
        const __VALUES_0: __facade::Texts = __facade::Texts::new(
            &__VALUES_0_TEXT,
            &__VALUES_0_STARTS,
        );
        static __VALUES_1_TEXT: &::core::primitive::str = "门卡住了门开着";
        static __VALUES_1_STARTS: [::core::primitive::u16; 3] = [0, 12, 21];
        const __VALUES_1: __facade::Texts = __facade::Texts::new(
            &__VALUES_1_TEXT,
            &__VALUES_1_STARTS,
        );
        static __VALUES_2_TEXT: &::core::primitive::str = "Self::Jammed";
        static __VALUES_2_STARTS: [::core::primitive::u16; 2] = [0, 12];
        static __VALUES_2_NUMBERS: [::core::primitive::u8; 2] = [0, 0];
        const __VALUES_2: __facade::Texts = __facade::Texts::new(
                &__VALUES_2_TEXT,
                &__VALUES_2_STARTS,
            )
            .numbered(__facade::Numbers::U8(&__VALUES_2_NUMBERS));
        const __FACTS: __facade::Facts = __facade::Facts::USUAL;
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

| code | variant | message | description | retriable | zh | next |
|---|---|---|---|---|---|---|
| 7 | [`Jammed`](variant@Self::Jammed) | door jammed |  | false | 门卡住了 | Self\:\:Jammed |
| 8 | [`Open`](variant@Self::Open) | door open |  | true | 门开着 | Self\:\:Jammed |*/
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
            ///The value of the column `retriable`.
            #[must_use]
            #[inline]
            const fn retriable(self) -> bool {
                __facade::value::<bool>(&__COLUMN_0[__row(self)])
            }
            ///The value of the column `zh`.
            #[must_use]
            #[inline]
            const fn zh(self) -> &'static str {
                __VALUES_1.get(__row(self))
            }
            ///The value of the column `next`.
            #[must_use]
            #[inline]
            const fn next(self) -> Self {
                __facade::value::<Self>(&Self::__COLUMN_2[__row(self)])
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
            const __ROWS: ::core::primitive::usize = 2;
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
            const COLUMNS: &'static [::jmessage_codes::Column] = &[
                ::jmessage_codes::Column::__new("retriable", 2, __VALUES_0),
                ::jmessage_codes::Column::__new("zh", 2, __VALUES_1),
                ::jmessage_codes::Column::__new("next", 2, __VALUES_2),
            ];
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
