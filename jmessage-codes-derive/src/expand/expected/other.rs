#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i16)]
pub enum Broker {
    #[code(-1, "unknown server error")]
    UnknownServerError,
    #[code(5, "leader not available")]
    LeaderNotAvailable,
    #[code(other, "unlisted error")]
    Other(Unlisted<Self>),
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
        static __POSITION_OF_ROW: [::core::primitive::u8; 2] = [1, 0];
        const __POSITIONS: __facade::Numbers = __facade::Numbers::U8(&__POSITION_OF_ROW);
        static __VARIANTS: [Broker; 2] = __facade::arrange_variants(
            [Broker::UnknownServerError, Broker::LeaderNotAvailable],
            __POSITIONS,
            &[],
            &[],
        );
        static __CODE_PILOTS: [::core::primitive::u16; 2] = [0, 1];
        const __CODE_INDEX: __facade::Hash = __facade::Hash::new(
            300575092545785464932135592873963382261,
            1,
            1,
            &__CODE_PILOTS,
        );
        static __CODE_AT: [::core::primitive::i16; 2] = __facade::arrange_codes(
            [-1, 5],
            __POSITIONS,
            &[],
        );
        const __CODES: __facade::Codes<::core::primitive::i16> = __facade::Codes::by_position(
            &__CODE_AT,
            __POSITIONS,
        );
        const __ALIASES: __facade::Aliases<::core::primitive::i16> = __facade::Aliases::NONE;
        #[inline]
        const fn __from_code(
            code: ::core::primitive::i16,
        ) -> ::core::option::Option<Broker> {
            let position = __CODE_INDEX.find_word(code as ::core::primitive::u64);
            __facade::variant(&__VARIANTS[position], __CODE_AT[position] == code)
        }
        static __MESSAGE_KEYS: [::core::primitive::u32; 2] = [4120601236, 2614300288];
        static __MESSAGE_PILOTS: [::core::primitive::u16; 2] = [0, 1];
        const __MESSAGE_INDEX: __facade::TextIndex<::core::primitive::u32> = __facade::TextIndex::hashed(
            &__MESSAGES_TEXT,
            &__MESSAGE_KEYS,
            __facade::Parts::new(5, 10, 11, 11, 32),
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
        ) -> ::jmessage_codes::Variants<Broker> {
            __facade::variants(&__VARIANTS, __MESSAGE_INDEX.find(message))
        }
        static __NAMES_TEXT: &::core::primitive::str = "UnknownServerErrorLeaderNotAvailableOther";
        static __NAMES_STARTS: [::core::primitive::u16; 4] = [0, 18, 36, 41];
        const __NAMES: __facade::Texts = __facade::Texts::new(
            &__NAMES_TEXT,
            &__NAMES_STARTS,
        );
        static __MESSAGES_TEXT: &::core::primitive::str = "unknown server errorleader not availableunlisted error";
        static __MESSAGES_STARTS: [::core::primitive::u16; 4] = [0, 20, 40, 54];
        const __MESSAGES: __facade::Texts = __facade::Texts::new(
            &__MESSAGES_TEXT,
            &__MESSAGES_STARTS,
        );
        const __DESCRIPTIONS: __facade::Descriptions = __facade::Descriptions::Messages;
        const __FACTS: __facade::Facts = __facade::Facts::USUAL;
        #[inline]
        const fn __row(variant: Broker) -> ::core::primitive::usize {
            match variant {
                Broker::UnknownServerError => 0,
                Broker::LeaderNotAvailable => 1,
                Broker::Other(_) => 2,
            }
        }
        #[inline]
        const fn __entry(variant: Broker) -> ::jmessage_codes::Entry<Broker> {
            ::jmessage_codes::Entry::__new(__row(variant))
        }
        impl Broker {
            /// The name of the enum.
            pub const NAME: &'static ::core::primitive::str = "Broker";
            /// The table: an entry for each variant in declaration order, without the
            /// `other` variant.
            ///
            /**The table.

| code | variant | message | description |
|---|---|---|---|
| \-1 | [`UnknownServerError`](variant@Self::UnknownServerError) | unknown server error |  |
| 5 | [`LeaderNotAvailable`](variant@Self::LeaderNotAvailable) | leader not available |  |*/
            #[doc(alias("ALL", "CODES", "VARIANTS", "iter", "list", "values"))]
            pub const ENTRIES: ::jmessage_codes::Entries<Self> = ::jmessage_codes::Entries::__ALL;
            /**The variant for a code, or `None` if the table does not list it.

Takes constant time and does not allocate.*/
            #[doc(alias("get", "lookup"))]
            #[must_use]
            #[inline]
            pub const fn from_code(
                code: ::core::primitive::i16,
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
            pub const fn from_message(
                message: &::core::primitive::str,
            ) -> ::jmessage_codes::Variants<Self> {
                __from_message(message)
            }
            ///This variant's entry in the table, or `None` for an unlisted code.
            #[doc(alias("is_listed", "is_unlisted"))]
            #[must_use]
            #[inline]
            pub const fn entry(
                self,
            ) -> ::core::option::Option<::jmessage_codes::Entry<Self>> {
                if let Self::Other(_) = self {
                    return ::core::option::Option::None;
                }
                ::core::option::Option::Some(__entry(self))
            }
            ///The code; the first one if the variant has several.
            #[doc(alias("number", "value"))]
            #[must_use]
            #[inline]
            pub const fn code(self) -> ::core::primitive::i16 {
                if let Self::Other(code) = self {
                    return code.get();
                }
                __entry(self).code()
            }
            ///The name of the variant.
            #[must_use]
            #[inline]
            pub const fn name(self) -> &'static ::core::primitive::str {
                __entry(self).name()
            }
            ///The vendor's message.
            #[must_use]
            #[inline]
            pub const fn message(self) -> &'static ::core::primitive::str {
                __entry(self).message()
            }
            ///What the code means; the message if the table has no description.
            #[must_use]
            #[inline]
            pub const fn description(self) -> &'static ::core::primitive::str {
                __entry(self).description()
            }
            ///The kind of the code.
            #[must_use]
            #[inline]
            pub const fn kind(self) -> ::jmessage_codes::Kind {
                __entry(self).kind()
            }
            ///Whether this code means success.
            #[must_use]
            #[inline]
            pub const fn is_success(self) -> ::core::primitive::bool {
                __entry(self).is_success()
            }
            ///Whether the same request may succeed later. If the row does not say, the kind decides.
            #[must_use]
            #[inline]
            pub const fn is_retryable(self) -> ::core::primitive::bool {
                __entry(self).is_retryable()
            }
            ///Whether the vendor no longer lists the code. Lookups still find it.
            #[must_use]
            #[inline]
            pub const fn is_retired(self) -> ::core::primitive::bool {
                __entry(self).is_retired()
            }
            ///The codes of the variant after the first.
            #[must_use]
            #[inline]
            pub const fn aliases(self) -> &'static [::core::primitive::i16] {
                __entry(self).aliases()
            }
            /**`Ok(())` for a success code, otherwise `Err(self)`.

# Errors

Returns `self` unless the code means success.*/
            #[inline]
            pub const fn into_result(self) -> ::core::result::Result<(), Self> {
                if __entry(__facade::copy(&self)).is_success() {
                    ::core::result::Result::Ok(())
                } else {
                    ::core::result::Result::Err(self)
                }
            }
            /**The variant for a code. For an unlisted code this is the `other` variant, which keeps it.

Takes constant time and does not allocate.*/
            #[must_use]
            #[inline]
            pub const fn from_code_or_other(code: ::core::primitive::i16) -> Self {
                match __from_code(code) {
                    ::core::option::Option::Some(variant) => variant,
                    ::core::option::Option::None => Self::Other(__facade::unlisted(code)),
                }
            }
            /// For `assert_disjoint!`, since a trait's methods cannot be `const`.
            #[doc(hidden)]
            pub const fn __entry_of_code(
                code: ::core::primitive::i16,
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
        impl __facade::Derived for Broker {
            const __ROWS: ::core::primitive::usize = 2;
            const __BY_POSITION: &'static [Self] = &__VARIANTS;
            const __POSITIONS: __facade::Numbers = __POSITIONS;
            const __FACT_COLUMN: __facade::Facts = __FACTS;
            const __NAME_COLUMN: __facade::Texts = __NAMES;
            const __MESSAGE_COLUMN: __facade::Texts = __MESSAGES;
            const __DESCRIPTION_COLUMN: __facade::Descriptions = __DESCRIPTIONS;
        }
        #[automatically_derived]
        impl ::jmessage_codes::Coded for Broker
        where
            for<'__a> Broker: ::core::marker::Copy + ::core::cmp::Eq,
        {
            type Catalog = Self;
            #[inline]
            fn error_code(&self) -> Self {
                __facade::copy(self)
            }
        }
        #[automatically_derived]
        impl ::jmessage_codes::ErrorCatalog for Broker {
            type Code = ::core::primitive::i16;
            const NAME: &'static ::core::primitive::str = "Broker";
            const ENTRIES: ::jmessage_codes::Entries<Self> = ::jmessage_codes::Entries::__ALL;
            const __CODE_COLUMN: __facade::Codes<::core::primitive::i16> = __CODES;
            const __ALIAS_COLUMN: __facade::Aliases<::core::primitive::i16> = __ALIASES;
            #[inline]
            fn from_code(code: ::core::primitive::i16) -> ::core::option::Option<Self> {
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
                if let Self::Other(_) = self {
                    return ::core::option::Option::None;
                }
                ::core::option::Option::Some(__entry(self))
            }
            #[inline]
            fn code(self) -> ::core::primitive::i16 {
                if let Self::Other(code) = self {
                    return code.get();
                }
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
            fn aliases(self) -> &'static [::core::primitive::i16] {
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
            #[inline]
            fn try_from_code(
                code: ::core::primitive::i16,
            ) -> ::core::result::Result<Self, ::jmessage_codes::TryFromCodeError<Self>> {
                ::core::result::Result::Ok(
                    match __from_code(code) {
                        ::core::option::Option::Some(variant) => variant,
                        ::core::option::Option::None => {
                            Self::Other(__facade::unlisted(code))
                        }
                    },
                )
            }
        }
        #[automatically_derived]
        impl ::core::convert::From<Broker> for ::core::primitive::i16 {
            #[inline]
            fn from(variant: Broker) -> Self {
                __facade::code(variant)
            }
        }
        #[automatically_derived]
        impl ::core::convert::From<::core::primitive::i16> for Broker {
            /// The variant for a code. For an unlisted code this is the `other` variant.
            #[inline]
            fn from(code: ::core::primitive::i16) -> Self {
                match __from_code(code) {
                    ::core::option::Option::Some(variant) => variant,
                    ::core::option::Option::None => Self::Other(__facade::unlisted(code)),
                }
            }
        }
        #[automatically_derived]
        impl ::core::str::FromStr for Broker {
            type Err = ::jmessage_codes::ParseCodeError<Self>;
            #[inline]
            fn from_str(
                text: &::core::primitive::str,
            ) -> ::core::result::Result<Self, ::jmessage_codes::ParseCodeError<Self>> {
                __facade::parse(text)
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq<::core::primitive::i16> for Broker {
            /// Whether this is one of the variant's codes.
            #[inline]
            fn eq(&self, code: &::core::primitive::i16) -> ::core::primitive::bool {
                __facade::has_code(self, code)
            }
        }
    };
};
