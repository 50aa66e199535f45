//! serde's traits by name.

use core::fmt;

use serde::de::{Error, Unexpected, Visitor};

/// Implements serde's traits for a type whose values have names: it is written and read as
/// the name, in every format.
macro_rules! serde_by_name {
    ($type:ident, $expected:expr, $name:expr, $all:expr) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let name: fn($type) -> &'static str = $name;
                serializer.serialize_str(name(*self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                const ALL: &[$type] = &$all;
                let visitor =
                    crate::by_name::NameVisitor { all: ALL, name: $name, expected: $expected };
                deserializer.deserialize_str(visitor)
            }
        }
    };
}

pub(crate) use serde_by_name;

/// Reads a value from its name.
pub(crate) struct NameVisitor<T: 'static> {
    pub(crate) all: &'static [T],
    pub(crate) name: fn(T) -> &'static str,
    pub(crate) expected: &'static str,
}

impl<T: Copy> Visitor<'_> for NameVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        let found = self.all.iter().find(|value| (self.name)(**value) == text);
        found.copied().ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}
