//! `Coded` for references, `Box` and `Arc`.

use crate::catalog::Coded;

impl<E: Coded + ?Sized> Coded for &E {
    type Catalog = E::Catalog;

    fn error_code(&self) -> E::Catalog {
        (**self).error_code()
    }
}

#[cfg(feature = "alloc")]
impl<E: Coded + ?Sized> Coded for alloc::boxed::Box<E> {
    type Catalog = E::Catalog;

    fn error_code(&self) -> E::Catalog {
        (**self).error_code()
    }
}

#[cfg(all(feature = "alloc", target_has_atomic = "ptr"))]
impl<E: Coded + ?Sized> Coded for alloc::sync::Arc<E> {
    type Catalog = E::Catalog;

    fn error_code(&self) -> E::Catalog {
        (**self).error_code()
    }
}
