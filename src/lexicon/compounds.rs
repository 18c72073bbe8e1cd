//! German compounds, read from their last part: *Cloud-Umsatz*, *Quartalsgewinn*, *Konzernsprecher*.

use super::{filter::Filter, sense::Sense};
use crate::document::fold;
use std::collections::HashMap;

/// The words that may end a compound, by the hash of their reversed folded form.
#[derive(Debug)]
pub struct Compounds {
    heads: HashMap<u64, (Vec<u8>, Vec<Sense>), prehashed::Build>,
    filter: Filter,
    longest: usize,
}

impl Default for Compounds {
    fn default() -> Self {
        Self { heads: HashMap::default(), filter: Filter::new(FILTER_BITS), longest: 0 }
    }
}

const FILTER_BITS: u32 = 16;

/// The shortest last part; shorter words end too many others by chance.
const SHORTEST_HEAD: usize = 4;
/// The shortest part before it.
const SHORTEST_MODIFIER: usize = 2;

mod prehashed {
    //! The keys are hashes already.

    #[derive(Debug, Default, Clone, Copy)]
    pub(super) struct Build;

    #[derive(Debug, Default)]
    pub(crate) struct Identity(u64);

    impl std::hash::Hasher for Identity {
        fn finish(&self) -> u64 {
            self.0
        }

        fn write(&mut self, _: &[u8]) {}

        fn write_u64(&mut self, key: u64) {
            self.0 = key;
        }
    }

    impl std::hash::BuildHasher for Build {
        type Hasher = Identity;

        fn build_hasher(&self) -> Identity {
            Identity::default()
        }
    }
}

impl Compounds {
    pub(super) fn add(&mut self, surface: &str, sense: Sense) {
        let form = fold::fold(surface);
        if form.len() < SHORTEST_HEAD || form.contains(&b' ') {
            return;
        }
        self.longest = self.longest.max(form.len());
        let mut hash = fold::FoldHash::new();
        form.iter().rev().for_each(|&byte| hash.add(byte));
        self.filter.add(hash.finish());
        let (_, senses) = self.heads.entry(hash.finish()).or_insert_with(|| (form, Vec::new()));
        if !senses.contains(&sense) {
            senses.push(sense);
        }
    }

    /// The senses of the longest known last part of a word, and the length in bytes of what stands before it
    /// in the folded form.
    pub fn find(&self, word: &str) -> Option<(&[Sense], usize)> {
        let mut buffer = [0_u8; 96];
        let len = fold::fold_into(word, &mut buffer)?;
        let form = &buffer[..len];
        let mut hash = fold::FoldHash::new();
        let mut best = None;
        for (size, &byte) in form.iter().rev().enumerate().map(|(place, byte)| (place + 1, byte)) {
            if size > self.longest || size + SHORTEST_MODIFIER > len {
                break;
            }
            hash.add(byte);
            if size < SHORTEST_HEAD {
                continue;
            }
            if !self.filter.may_hold(hash.finish()) {
                continue;
            }
            if let Some((head, senses)) = self.heads.get(&hash.finish())
                && form.ends_with(head)
            {
                best = Some((senses.as_slice(), len - size));
            }
        }
        best
    }
}
