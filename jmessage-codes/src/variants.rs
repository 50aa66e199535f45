//! The variants that a lookup by message finds.

use core::iter::{Copied, FusedIterator};
use core::{fmt, slice};

/// The variants with one message: the result of `from_message`.
///
/// They are in declaration order, the retired ones after the others.
///
/// ```
/// # #[cfg(feature = "web")] {
/// use jmessage_codes::WebCode;
///
/// let found = WebCode::from_message("user not exist");
/// assert_eq!(found, [WebCode::UserNotExist]);
/// assert_eq!(found.first(), Some(WebCode::UserNotExist));
/// assert!(WebCode::from_message("no such message").is_empty());
/// # }
/// ```
#[derive(Clone, Copy)]
pub struct Variants<C: 'static> {
    variants: &'static [C],
}

impl<C> Variants<C> {
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub const fn __new(variants: &'static [C]) -> Self {
        Self { variants }
    }
}

impl<C: Copy> Variants<C> {
    /// The number of variants.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::WebCode;
    ///
    /// assert_eq!(WebCode::from_message("group already set").len(), 2);
    /// # }
    /// ```
    #[inline]
    #[must_use]
    pub const fn len(&self) -> usize {
        self.variants.len()
    }

    /// Whether no variant has the message.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::WebCode;
    ///
    /// assert!(WebCode::from_message("no such message").is_empty());
    /// # }
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.variants.is_empty()
    }

    /// The first variant, or `None` if there is none.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::WebCode;
    ///
    /// let code = WebCode::from_message("user not exist").first();
    /// assert_eq!(code, Some(WebCode::UserNotExist));
    /// # }
    /// ```
    #[inline]
    #[must_use]
    pub const fn first(&self) -> Option<C> {
        match self.variants {
            [first, ..] => Some(*first),
            [] => None,
        }
    }

    /// Whether this variant has the message.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::WebCode;
    ///
    /// assert!(WebCode::from_message("user not exist").contains(&WebCode::UserNotExist));
    /// # }
    /// ```
    #[must_use]
    pub fn contains(&self, variant: &C) -> bool
    where
        C: PartialEq,
    {
        self.variants.contains(variant)
    }

    /// Iterates over the variants.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::WebCode;
    ///
    /// for code in WebCode::from_message("group already set").iter() {
    ///     println!("{}", code.code());
    /// }
    /// # }
    /// ```
    #[inline]
    #[must_use]
    pub fn iter(&self) -> VariantsIter<C> {
        VariantsIter(self.variants.iter().copied())
    }
}

impl<C: fmt::Debug> fmt::Debug for Variants<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.variants, formatter)
    }
}

impl<C: PartialEq> PartialEq for Variants<C> {
    fn eq(&self, other: &Self) -> bool {
        self.variants == other.variants
    }
}

impl<C: Eq> Eq for Variants<C> {}

impl<C: PartialEq> PartialEq<[C]> for Variants<C> {
    fn eq(&self, other: &[C]) -> bool {
        self.variants == other
    }
}

impl<C: PartialEq> PartialEq<&[C]> for Variants<C> {
    fn eq(&self, other: &&[C]) -> bool {
        self.variants == *other
    }
}

impl<C: PartialEq, const LENGTH: usize> PartialEq<[C; LENGTH]> for Variants<C> {
    fn eq(&self, other: &[C; LENGTH]) -> bool {
        self.variants == other
    }
}

impl<C: Copy> IntoIterator for Variants<C> {
    type Item = C;
    type IntoIter = VariantsIter<C>;

    #[inline]
    fn into_iter(self) -> VariantsIter<C> {
        self.iter()
    }
}

impl<C: Copy> IntoIterator for &Variants<C> {
    type Item = C;
    type IntoIter = VariantsIter<C>;

    #[inline]
    fn into_iter(self) -> VariantsIter<C> {
        self.iter()
    }
}

/// The iterator over [`Variants`].
#[derive(Clone, Debug)]
pub struct VariantsIter<C: 'static>(Copied<slice::Iter<'static, C>>);

impl<C: Copy> Iterator for VariantsIter<C> {
    type Item = C;

    #[inline]
    fn next(&mut self) -> Option<C> {
        self.0.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }

    fn nth(&mut self, count: usize) -> Option<C> {
        self.0.nth(count)
    }
}

impl<C: Copy> DoubleEndedIterator for VariantsIter<C> {
    fn next_back(&mut self) -> Option<C> {
        self.0.next_back()
    }
}

impl<C: Copy> ExactSizeIterator for VariantsIter<C> {}

impl<C: Copy> FusedIterator for VariantsIter<C> {}
