//! Random numbers that are the same in every run.

/// The generator splitmix64 (Steele, Lea, Flood, OOPSLA 2014).
#[derive(Debug)]
pub struct Random(u64);

impl Random {
    /// A generator whose numbers depend on the seed only.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `bound`; all are about equally likely.
    pub fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        // A number of 32 bits times `bound` is below `bound` in its upper half.
        u32::try_from(((mixed >> 32) * u64::from(bound)) >> 32).unwrap_or(0)
    }

    /// One of the items.
    ///
    /// # Panics
    ///
    /// Panics if there are no items.
    pub fn choose<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        let count = u32::try_from(items.len()).unwrap_or(u32::MAX);
        &items[self.below(count) as usize]
    }

    /// Puts the items in a random order; all orders are about equally likely.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for (last, count) in (1..items.len()).zip(2..) {
            items.swap(last, self.below(count) as usize);
        }
    }
}
