//! What the build script writes.

macro_rules! include_generated {
    ($($module:ident $file:literal [$($import:path),*])*) => {
        $(
            pub(crate) mod $module {
                $(use $import;)*
                use crate::contenders::Variant;
                include!(concat!(env!("OUT_DIR"), "/", $file));
            }
        )*
    };
}

include_generated! {
    codes_4 "codes_4.rs" [jmessage_codes::ErrorCatalog, num_enum::TryFromPrimitive, strum::FromRepr]
    codes_76 "codes_76.rs" [jmessage_codes::ErrorCatalog, num_enum::TryFromPrimitive, strum::FromRepr]
    codes_1000 "codes_1000.rs" [jmessage_codes::ErrorCatalog, num_enum::TryFromPrimitive, strum::FromRepr]
    codes_5000 "codes_5000.rs" [jmessage_codes::ErrorCatalog, num_enum::TryFromPrimitive, strum::FromRepr]
    codes_20000 "codes_20000.rs" [jmessage_codes::ErrorCatalog]
    messages_76 "messages_76.rs" [crate::generated::codes_76::Catalog, strum::EnumString]
    messages_1000 "messages_1000.rs" [crate::generated::codes_1000::Catalog, strum::EnumString]
}
