#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum State {
    #[code("00000", "successful completion", success)]
    SuccessfulCompletion,
    #[code("23505" | "2350F", "unique violation")]
    UniqueViolation,
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
        static __POSITION_OF_ROW: [::core::primitive::u8; 2] = [1, 2];
        const __POSITIONS: __facade::Numbers = __facade::Numbers::U8(&__POSITION_OF_ROW);
        static __VARIANTS: [State; 4] = __facade::arrange_variants(
            [State::SuccessfulCompletion, State::UniqueViolation],
            __POSITIONS,
            &[(3, 1)],
            &[],
        );
        static __CODE_TEXTS_TEXT: &::core::primitive::str = "00000235052350F";
        static __CODE_TEXTS_STARTS: [::core::primitive::u16; 4] = [0, 5, 10, 15];
        const __CODE_TEXTS: __facade::Texts = __facade::Texts::new(
            &__CODE_TEXTS_TEXT,
            &__CODE_TEXTS_STARTS,
        );
        static __CODE_KEYS: [::core::primitive::u32; 4] = [
            3741126736, 3741126736, 3463866197, 4078952282,
        ];
        static __CODE_PILOTS: [::core::primitive::u16; 2] = [0, 0];
        const __CODE_INDEX: __facade::TextIndex<::core::primitive::u32> = __facade::TextIndex::hashed(
            &__CODE_TEXTS_TEXT,
            &__CODE_KEYS,
            __facade::Parts::new(4, 7, 7, 7, 32),
            __facade::Hash::new(
                300575092545785464932135592873963382261,
                1,
                2,
                &__CODE_PILOTS,
            ),
            1,
            8,
        );
        static __CODE_OF_ROW: [&::core::primitive::str; 2] = __facade::spread(
            __CODE_TEXTS,
        );
        const __CODES: __facade::Codes<&'static ::core::primitive::str> = __facade::Codes::by_row(
            &__CODE_OF_ROW,
        );
        static __ALIAS: [&'static ::core::primitive::str; 1] = ["2350F"];
        static __ROW_OF_ALIAS: [::core::primitive::u32; 1] = [1];
        const __ALIASES: __facade::Aliases<&'static ::core::primitive::str> = __facade::Aliases::new(
            &__ALIAS,
            &__ROW_OF_ALIAS,
        );
        #[inline]
        const fn __from_code(
            code: &::core::primitive::str,
        ) -> ::core::option::Option<State> {
            __facade::variant_at(&__VARIANTS, __CODE_INDEX.find_position(code))
        }
        static __MESSAGE_KEYS: [::core::primitive::u32; 2] = [1197348512, 1044900373];
        static __MESSAGE_PILOTS: [::core::primitive::u16; 2] = [0, 1];
        const __MESSAGE_INDEX: __facade::TextIndex<::core::primitive::u32> = __facade::TextIndex::hashed(
            &__MESSAGES_TEXT,
            &__MESSAGE_KEYS,
            __facade::Parts::new(5, 10, 12, 12, 32),
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
        ) -> ::jmessage_codes::Variants<State> {
            __facade::variants(&__VARIANTS, __MESSAGE_INDEX.find(message))
        }
        static __NAMES_TEXT: &::core::primitive::str = "SuccessfulCompletionUniqueViolation";
        static __NAMES_STARTS: [::core::primitive::u16; 3] = [0, 20, 35];
        const __NAMES: __facade::Texts = __facade::Texts::new(
            &__NAMES_TEXT,
            &__NAMES_STARTS,
        );
        static __MESSAGES_TEXT: &::core::primitive::str = "successful completionunique violation";
        static __MESSAGES_STARTS: [::core::primitive::u16; 3] = [0, 21, 37];
        const __MESSAGES: __facade::Texts = __facade::Texts::new(
            &__MESSAGES_TEXT,
            &__MESSAGES_STARTS,
        );
        const __DESCRIPTIONS: __facade::Descriptions = __facade::Descriptions::Messages;
        static __FACTS_OF_ROW: [::core::primitive::u8; 2] = [0, 2];
        const __FACTS: __facade::Facts = __facade::Facts::new(&__FACTS_OF_ROW);
        #[inline]
        const fn __row(variant: State) -> ::core::primitive::usize {
            variant as ::core::primitive::usize
        }
        #[inline]
        const fn __entry(variant: State) -> ::jmessage_codes::Entry<State> {
            ::jmessage_codes::Entry::__new(__row(variant))
        }
        impl State {
            /// The name of the enum.
            const NAME: &'static ::core::primitive::str = "State";
            /// The table: an entry for each variant in declaration order, without the
            /// `other` variant.
            ///
            /**The table.

| code | variant | message | description |
|---|---|---|---|
| 00000 | [`SuccessfulCompletion`](variant@Self::SuccessfulCompletion) | successful completion |  |
| 23505\, 2350F | [`UniqueViolation`](variant@Self::UniqueViolation) | unique violation |  |*/
            #[doc(alias("ALL", "CODES", "VARIANTS", "iter", "list", "values"))]
            const ENTRIES: ::jmessage_codes::Entries<Self> = ::jmessage_codes::Entries::__ALL;
            /**The variant for a code, or `None` if the table does not list it.

Takes constant time and does not allocate.*/
            #[doc(alias("get", "lookup"))]
            #[must_use]
            #[inline]
            const fn from_code(
                code: &::core::primitive::str,
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
            ///The code; the first one if the variant has several.
            #[doc(alias("number", "value"))]
            #[must_use]
            #[inline]
            const fn code(self) -> &'static ::core::primitive::str {
                __CODE_TEXTS.get(__row(self))
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
            const fn aliases(self) -> &'static [&'static ::core::primitive::str] {
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
                code: &::core::primitive::str,
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
        impl __facade::Derived for State {
            const __ROWS: ::core::primitive::usize = 2;
            const __BY_POSITION: &'static [Self] = &__VARIANTS;
            const __POSITIONS: __facade::Numbers = __POSITIONS;
            const __FACT_COLUMN: __facade::Facts = __FACTS;
            const __NAME_COLUMN: __facade::Texts = __NAMES;
            const __MESSAGE_COLUMN: __facade::Texts = __MESSAGES;
            const __DESCRIPTION_COLUMN: __facade::Descriptions = __DESCRIPTIONS;
        }
        #[automatically_derived]
        impl ::jmessage_codes::Coded for State
        where
            for<'__a> State: ::core::marker::Copy + ::core::cmp::Eq,
        {
            type Catalog = Self;
            #[inline]
            fn error_code(&self) -> Self {
                __facade::copy(self)
            }
        }
        #[automatically_derived]
        impl ::jmessage_codes::ErrorCatalog for State {
            type Code = &'static ::core::primitive::str;
            const NAME: &'static ::core::primitive::str = "State";
            const ENTRIES: ::jmessage_codes::Entries<Self> = ::jmessage_codes::Entries::__ALL;
            const __CODE_COLUMN: __facade::Codes<&'static ::core::primitive::str> = __CODES;
            const __ALIAS_COLUMN: __facade::Aliases<&'static ::core::primitive::str> = __ALIASES;
            #[inline]
            fn from_code(code: &::core::primitive::str) -> ::core::option::Option<Self> {
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
            fn code(self) -> &'static ::core::primitive::str {
                __CODE_TEXTS.get(__row(self))
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
            fn aliases(self) -> &'static [&'static ::core::primitive::str] {
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
        impl ::core::convert::From<State> for &'static ::core::primitive::str {
            #[inline]
            fn from(variant: State) -> Self {
                __facade::code(variant)
            }
        }
        #[automatically_derived]
        impl ::core::convert::TryFrom<&::core::primitive::str> for State {
            type Error = ::jmessage_codes::TryFromCodeError<Self>;
            #[inline]
            fn try_from(
                code: &::core::primitive::str,
            ) -> ::core::result::Result<Self, ::jmessage_codes::TryFromCodeError<Self>> {
                __facade::try_from_code(code)
            }
        }
        #[automatically_derived]
        impl ::core::str::FromStr for State {
            type Err = ::jmessage_codes::TryFromCodeError<Self>;
            #[inline]
            fn from_str(
                text: &::core::primitive::str,
            ) -> ::core::result::Result<Self, ::jmessage_codes::TryFromCodeError<Self>> {
                __facade::try_from_code(text)
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq<&::core::primitive::str> for State {
            /// Whether this is one of the variant's codes.
            #[inline]
            fn eq(&self, code: &&::core::primitive::str) -> ::core::primitive::bool {
                __facade::has_code(self, code)
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq<::core::primitive::str> for State {
            /// Whether this is one of the variant's codes.
            #[inline]
            fn eq(&self, code: &::core::primitive::str) -> ::core::primitive::bool {
                __facade::has_code(self, &code)
            }
        }
    };
};
