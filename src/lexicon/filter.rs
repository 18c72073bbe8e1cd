//! A bit filter before a look-up: most words are not in a table, and one bit tells.

/// One bit for each hash that was added, by the hash's high bits.
#[derive(Debug)]
pub(super) struct Filter {
    bits: Box<[u64]>,
    shift: u32,
}

/// The smallest one, which holds nothing.
impl Default for Filter {
    fn default() -> Self {
        Self::new(6)
    }
}

impl Filter {
    /// A filter of 2 to the power of `size` bits, at least 64.
    pub(super) fn new(size: u32) -> Self {
        Self { bits: vec![0; 1 << (size - 6)].into_boxed_slice(), shift: 64 - size }
    }

    pub(super) fn add(&mut self, hash: u64) {
        let bit = hash >> self.shift;
        self.bits[bit as usize / 64] |= 1 << (bit % 64);
    }

    /// Whether the hash may have been added: `false` is certain.
    #[inline]
    pub(super) fn may_hold(&self, hash: u64) -> bool {
        let bit = hash >> self.shift;
        self.bits[bit as usize / 64] & 1 << (bit % 64) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::Filter;

    #[test]
    fn what_was_added_is_held_and_little_else() {
        let mut filter = Filter::new(10);
        let hash = |number: u64| number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (0..50).for_each(|number| filter.add(hash(number)));
        assert!((0..50).all(|number| filter.may_hold(hash(number))));
        assert!((50..1050).filter(|&number| filter.may_hold(hash(number))).count() < 100);
    }
}
