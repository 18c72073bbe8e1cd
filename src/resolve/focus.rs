//! What a text is about at a point: the companies, places and markets that were named before.

use super::referent::{Referent, Sort};
use crate::{
    lexicon::Words,
    mention::{Mentions, name::Entity},
};

/// The names of a document in text order with what they stand for.
pub(super) struct Focus {
    /// First token, referent, and whether the name was a whole noun (not the first part of a compound).
    named: Vec<(u32, Referent, bool)>,
    /// How often each company is named.
    main_company: Option<usize>,
    main_place: Option<usize>,
}

impl Focus {
    pub(super) fn new(words: &Words, mentions: &Mentions) -> Self {
        let named: Vec<(u32, Referent, bool)> = mentions
            .names
            .iter()
            .filter_map(|name| {
                let referent = Referent::of_name(words, mentions, name)?;
                Some((
                    name.place.first,
                    referent,
                    !name.modifier && !matches!(name.entity, Entity::PlaceAdjective(_)),
                ))
            })
            .collect();
        let main = |sort: Sort| {
            let mut counts: std::collections::HashMap<&str, (usize, usize)> =
                std::collections::HashMap::new();
            for (index, (_, referent, whole)) in named.iter().enumerate() {
                if referent.sort == sort {
                    let count = counts.entry(&referent.name).or_insert((0, index));
                    // The headline and lead count for more than what comes later.
                    count.0 += 1 + usize::from(*whole) + 2 * usize::from(index < 3);
                }
            }
            counts
                .into_values()
                .max_by_key(|&(count, index)| (count, usize::MAX - index))
                .map(|(_, index)| index)
        };
        let (main_company, main_place) = (main(Sort::Company), main(Sort::Place));
        Self { named, main_company, main_place }
    }

    /// The last thing of a sort named before a token.
    pub(super) fn last(&self, sort: Sort, before: u32) -> Option<&Referent> {
        let end = self.named.partition_point(|&(first, ..)| first < before);
        self.named[..end]
            .iter()
            .rev()
            .find(|(_, referent, _)| referent.sort == sort)
            .map(|(_, referent, _)| referent)
    }

    /// The last company of a sector named before a token.
    pub(super) fn last_of_sector(&self, sector: u16, before: u32) -> Option<&Referent> {
        let end = self.named.partition_point(|&(first, ..)| first < before);
        self.named[..end]
            .iter()
            .rev()
            .find(|(_, referent, _)| referent.sort == Sort::Company && referent.sector == Some(sector))
            .map(|(_, referent, _)| referent)
    }

    /// The company that the document is about.
    pub(super) fn main_company(&self) -> Option<&Referent> {
        self.main_company.map(|index| &self.named[index].1)
    }

    /// The place that the document is about.
    pub(super) fn main_place(&self) -> Option<&Referent> {
        self.main_place.map(|index| &self.named[index].1)
    }

    /// Whether a sort of thing is named at all.
    pub(super) fn names(&self, sort: Sort) -> bool {
        self.named.iter().any(|(_, referent, _)| referent.sort == sort)
    }
}
