//! What a text is about at a point: the companies, places and markets that were named before.

use super::referent::{Referent, Sort};
use crate::{
    document::Class,
    lexicon::{Sense, Words, grammar::FunctionWord},
    mention::{Mentions, name::Entity},
};
use std::collections::HashMap;

/// A name with its weight.
struct Named {
    first: u32,
    referent: Referent,
    /// A whole noun, not the first part of a compound or an adjective.
    whole: bool,
    /// Not behind a preposition.
    salient: bool,
}

/// The names of a document in text order with what they stand for.
pub(super) struct Focus {
    named: Vec<Named>,
    /// Which of them are of a sort.
    of_sort: HashMap<Sort, Vec<usize>>,
    /// Which of them are companies of a sector.
    of_sector: HashMap<u16, Vec<usize>>,
    main_company: Option<usize>,
    main_place: Option<usize>,
}

/// How many tokens a name stays in focus.
const REACH: u32 = 70;
/// A company that the text is about is named among its first tokens, or again and again.
const LEAD: u32 = 60;
const OFTEN: usize = 4;

impl Focus {
    pub(super) fn new(words: &Words, mentions: &Mentions) -> Self {
        let named: Vec<Named> = mentions
            .names
            .iter()
            .filter_map(|name| {
                let referent = Referent::of_name(words, mentions, name)?;
                let whole = !name.modifier && !matches!(name.entity, Entity::PlaceAdjective(_));
                let salient = whole && !is_oblique(words, name.place.first as usize);
                Some(Named { first: name.place.first, referent, whole, salient })
            })
            .collect();
        let main = |sort: Sort| {
            let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
            for (index, Named { referent, whole, salient, .. }) in named.iter().enumerate() {
                if referent.sort == sort {
                    let count = counts.entry(&referent.name).or_insert((0, index));
                    // The headline and lead count for more than what comes later.
                    count.0 += 1 + usize::from(*whole) + usize::from(*salient) + 2 * usize::from(index < 3);
                }
            }
            let about = |index: usize, count: usize| {
                sort != Sort::Company || named[index].first < LEAD || count >= OFTEN * 2
            };
            let best = counts.into_values().max_by_key(|&(count, index)| (count, usize::MAX - index));
            best.filter(|&(count, index)| about(index, count)).map(|(_, index)| index)
        };
        let (main_company, main_place) = (main(Sort::Company), main(Sort::Place));
        let (mut of_sort, mut of_sector) = (HashMap::<_, Vec<usize>>::new(), HashMap::<_, Vec<usize>>::new());
        for (index, Named { referent, .. }) in named.iter().enumerate() {
            of_sort.entry(referent.sort).or_default().push(index);
            if let Some(sector) = referent.sector.filter(|_| referent.sort == Sort::Company) {
                of_sector.entry(sector).or_default().push(index);
            }
        }
        Self { named, of_sort, of_sector, main_company, main_place }
    }

    /// Those of a list that were named before a token, the last first.
    fn back<'f>(
        &'f self,
        list: Option<&'f Vec<usize>>,
        before: u32,
    ) -> impl Iterator<Item = &'f Named> + Clone {
        let list = list.map_or(&[][..], Vec::as_slice);
        let end = list.partition_point(|&index| self.named[index].first < before);
        list[..end].iter().rev().map(|&index| &self.named[index])
    }

    /// The last thing of a sort named before a token.
    pub(super) fn last(&self, sort: Sort, before: u32) -> Option<&Referent> {
        let named = self.back(self.of_sort.get(&sort), before);
        let near = named.take_while(|named| sort == Sort::Place || before - named.first <= REACH);
        let weighty = near.clone().take(6).find(|named| named.salient || sort == Sort::Place);
        weighty.or_else(|| near.clone().find(|named| named.whole)).map(|named| &named.referent)
    }

    /// The token of the last company named before a token as more than an aside.
    pub(super) fn last_company_token(&self, before: u32) -> Option<u32> {
        let end = self.named.partition_point(|named| named.first < before);
        let salient = |named: &&Named| named.salient && named.referent.sort == Sort::Company;
        self.named[..end]
            .iter()
            .rev()
            .take_while(|named| before - named.first <= REACH)
            .find(salient)
            .map(|named| named.first)
    }

    /// What was named as more than an aside before a token, behind another one or within reach, the last first:
    /// *Weizen blieb unter Druck.*
    pub(super) fn topics(&self, after: Option<u32>, before: u32) -> impl Iterator<Item = &Referent> {
        let end = self.named.partition_point(|named| named.first < before);
        let topic = |named: &&Named| {
            named.salient
                && matches!(named.referent.sort, Sort::Company | Sort::Commodity | Sort::Index | Sort::Place)
        };
        let since = move |named: &&Named| {
            after.is_none_or(|after| named.first > after) && before - named.first <= REACH
        };
        self.named[..end].iter().rev().take_while(since).filter(topic).map(|named| &named.referent)
    }

    /// The last company of a sector named before a token.
    pub(super) fn last_of_sector(&self, sector: u16, before: u32) -> Option<&Referent> {
        self.back(self.of_sector.get(&sector), before).next().map(|named| &named.referent)
    }

    /// The company that the document is about.
    pub(super) fn main_company(&self) -> Option<&Referent> {
        self.main_company.map(|index| &self.named[index].referent)
    }

    /// The place that the document is about.
    pub(super) fn main_place(&self) -> Option<&Referent> {
        self.main_place.map(|index| &self.named[index].referent)
    }

    /// Whether a sort of thing is named at all.
    pub(super) fn names(&self, sort: Sort) -> bool {
        self.of_sort.contains_key(&sort)
    }
}

/// Whether the name that begins at a token is an aside: behind a preposition, or in the genitive behind a noun.
fn is_oblique(words: &Words, first: usize) -> bool {
    for back in 1..=3 {
        let Some(at) = first.checked_sub(back) else { return false };
        let Some(token) = words.token(at) else { return false };
        if words.has(at, |sense| matches!(sense, Sense::Function(FunctionWord::Preposition(_)))) {
            return true;
        }
        if token.class != Class::Word {
            return false;
        }
        if token.is_capitalised() && !token.is_sentence_start() {
            // A noun right before the name describes it; one before its article governs it.
            return back > 1 && matches!(words.text(at + 1), "der" | "des");
        }
    }
    false
}
