#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(retriable: bool = false))]
enum Door {
    #[code(7, "door jammed")]
    Jammed,
    #[code(7, "door open")]
    Open,
}

// ---- expands to ----

::core::compile_error! {
    "code 7 is used twice: here by `Jammed`, again by `Open`"
}
::core::compile_error! {
    "duplicate code 7: `Jammed` already has it"
}
const _: () = {
    impl Door {
        const __COLUMN_0: bool = false;
    }
    const _: () = {
        use ::jmessage_codes::__private_VERSION as __facade;
        fn code() {}
        fn formatter() {}
        fn message() {}
        fn position() {}
        fn text() {}
        fn variant() {}
        static __NAMES_TEXT: &::core::primitive::str = "JammedOpen";
        static __NAMES_STARTS: [::core::primitive::u16; 3] = [0, 6, 10];
        const __NAMES: __facade::Texts = __facade::Texts::new(
            &__NAMES_TEXT,
            &__NAMES_STARTS,
        );
        static __MESSAGES_TEXT: &::core::primitive::str = "";
        static __MESSAGES_STARTS: [::core::primitive::u16; 3] = [0, 0, 0];
        const __MESSAGES: __facade::Texts = __facade::Texts::new(
            &__MESSAGES_TEXT,
            &__MESSAGES_STARTS,
        );
        static __POSITION_OF_ROW: [::core::primitive::u8; 2] = [0, 1];
        const __POSITIONS: __facade::Numbers = __facade::Numbers::U8(&__POSITION_OF_ROW);
        static __VARIANTS: [Door; 2] = [Door::Jammed, Door::Open];
        impl Door {
            /// The name of the enum.
            const NAME: &'static ::core::primitive::str = "Door";
            /// The table: an entry for each variant in declaration order, without the
            /// `other` variant.
            ///
            /**The table.

| code | variant | message | description | retriable |
|---|---|---|---|---|
| 7 | [`Jammed`](variant@Self::Jammed) | door jammed |  | false |
| 7 | [`Open`](variant@Self::Open) | door open |  | false |*/
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
                ::core::option::Option::Some(Self::Jammed)
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
                ::jmessage_codes::Variants::__new(&__VARIANTS)
            }
            ///This variant's entry in the table, or `None` for an unlisted code.
            #[doc(alias("is_listed", "is_unlisted"))]
            #[must_use]
            #[inline]
            const fn entry(
                self,
            ) -> ::core::option::Option<::jmessage_codes::Entry<Self>> {
                ::core::mem::forget(self);
                ::core::option::Option::Some(::jmessage_codes::Entry::__new(0))
            }
            /**The code; the first one if the variant has several.

`as` is not the code but the index of the variant, counted from 0, unless the enum has
explicit discriminants.*/
            #[doc(alias("number", "value"))]
            #[must_use]
            #[inline]
            const fn code(self) -> ::core::primitive::u32 {
                ::core::mem::forget(self);
                0
            }
            ///The name of the variant.
            #[must_use]
            #[inline]
            const fn name(self) -> &'static ::core::primitive::str {
                ::core::mem::forget(self);
                ""
            }
            ///The vendor's message.
            #[must_use]
            #[inline]
            const fn message(self) -> &'static ::core::primitive::str {
                ::core::mem::forget(self);
                ""
            }
            ///What the code means; the message if the table has no description.
            #[must_use]
            #[inline]
            const fn description(self) -> &'static ::core::primitive::str {
                ::core::mem::forget(self);
                ""
            }
            ///The kind of the code.
            #[must_use]
            #[inline]
            const fn kind(self) -> ::jmessage_codes::Kind {
                ::core::mem::forget(self);
                ::jmessage_codes::Kind::Ok
            }
            ///Whether this code means success.
            #[must_use]
            #[inline]
            const fn is_success(self) -> ::core::primitive::bool {
                ::core::mem::forget(self);
                true
            }
            ///Whether the same request may succeed later. If the row does not say, the kind decides.
            #[must_use]
            #[inline]
            const fn is_retryable(self) -> ::core::primitive::bool {
                ::core::mem::forget(self);
                false
            }
            ///Whether the vendor no longer lists the code. Lookups still find it.
            #[must_use]
            #[inline]
            const fn is_retired(self) -> ::core::primitive::bool {
                ::core::mem::forget(self);
                false
            }
            ///The codes of the variant after the first.
            #[must_use]
            #[inline]
            const fn aliases(self) -> &'static [::core::primitive::u32] {
                ::core::mem::forget(self);
                &[]
            }
            /**`Ok(())` for a success code, otherwise `Err(self)`.

# Errors

Returns `self` unless the code means success.*/
            #[inline]
            const fn into_result(self) -> ::core::result::Result<(), Self> {
                ::core::mem::forget(self);
                ::core::result::Result::Ok(())
            }
            ///The value of the column `retriable`.
            #[must_use]
            #[inline]
            const fn retriable(self) -> bool {
                ::core::mem::forget(self);
                Self::__COLUMN_0
            }
            /// For `assert_disjoint!`, since a trait's methods cannot be `const`.
            #[doc(hidden)]
            const fn __entry_of_code(
                code: ::core::primitive::u32,
            ) -> ::core::option::Option<::jmessage_codes::Entry<Self>> {
                ::core::option::Option::None
            }
        }
        #[automatically_derived]
        impl __facade::Derived for Door {
            const __ROWS: ::core::primitive::usize = 2;
            const __BY_POSITION: &'static [Self] = &__VARIANTS;
            const __POSITIONS: __facade::Numbers = __POSITIONS;
            const __FACT_COLUMN: __facade::Facts = __facade::Facts::USUAL;
            const __NAME_COLUMN: __facade::Texts = __NAMES;
            const __MESSAGE_COLUMN: __facade::Texts = __MESSAGES;
            const __DESCRIPTION_COLUMN: __facade::Descriptions = __facade::Descriptions::Messages;
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
                ::jmessage_codes::Column::__new("retriable", 0, __MESSAGES),
            ];
            const __CODE_COLUMN: __facade::Codes<::core::primitive::u32> = __facade::Codes::by_row(
                &[7, 7],
            );
            #[inline]
            fn from_code(code: ::core::primitive::u32) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(Self::Jammed)
            }
            #[inline]
            fn from_message(
                message: &::core::primitive::str,
            ) -> ::jmessage_codes::Variants<Self> {
                ::jmessage_codes::Variants::__new(&__VARIANTS)
            }
            #[inline]
            fn entry(self) -> ::core::option::Option<::jmessage_codes::Entry<Self>> {
                ::core::mem::forget(self);
                ::core::option::Option::Some(::jmessage_codes::Entry::__new(0))
            }
            #[inline]
            fn code(self) -> ::core::primitive::u32 {
                ::core::mem::forget(self);
                0
            }
            #[inline]
            fn name(self) -> &'static ::core::primitive::str {
                ::core::mem::forget(self);
                ""
            }
            #[inline]
            fn message(self) -> &'static ::core::primitive::str {
                ::core::mem::forget(self);
                ""
            }
            #[inline]
            fn description(self) -> &'static ::core::primitive::str {
                ::core::mem::forget(self);
                ""
            }
            #[inline]
            fn kind(self) -> ::jmessage_codes::Kind {
                ::core::mem::forget(self);
                ::jmessage_codes::Kind::Ok
            }
            #[inline]
            fn is_success(self) -> ::core::primitive::bool {
                ::core::mem::forget(self);
                true
            }
            #[inline]
            fn is_retryable(self) -> ::core::primitive::bool {
                ::core::mem::forget(self);
                false
            }
            #[inline]
            fn is_retired(self) -> ::core::primitive::bool {
                ::core::mem::forget(self);
                false
            }
            #[inline]
            fn aliases(self) -> &'static [::core::primitive::u32] {
                ::core::mem::forget(self);
                &[]
            }
            #[inline]
            fn into_result(self) -> ::core::result::Result<(), Self> {
                ::core::mem::forget(self);
                ::core::result::Result::Ok(())
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
        impl Door {}
    };
};
