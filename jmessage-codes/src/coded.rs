//! What has an error code if something else has: references and smart pointers.

use crate::catalog::Coded;

macro_rules! coded_pointers {
    ($($(#[$attribute:meta])* $pointer:ty;)*) => {$(
        $(#[$attribute])*
        impl<E: Coded + ?Sized> Coded for $pointer {
            type Catalog = E::Catalog;

            fn error_code(&self) -> E::Catalog {
                (**self).error_code()
            }
        }
    )*};
}

coded_pointers! {
    &E;
    #[cfg(feature = "alloc")]
    alloc::boxed::Box<E>;
    #[cfg(all(feature = "alloc", target_has_atomic = "ptr"))]
    alloc::sync::Arc<E>;
}
