//! The one table that holds every word and phrase: a trie over folded words.
//!
//! A word is found by the hash that its token already carries, checked against a bit filter first and
//! against the stored spelling last. Phrases go on from the node of their first word.

use super::{
    compounds::Compounds,
    cues::{Cue, CueSet},
    filter::Filter,
    paradigm::expand,
    sense::{Groups, Sense},
};
use crate::document::fold;
use hashbrown::HashTable;
use std::collections::{BTreeMap, HashMap};

/// A place in the trie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node(u32);

impl Node {
    /// Before the first word.
    pub const ROOT: Self = Self(0);
    /// No word of the lexicon.
    pub const NONE: Self = Self(u32::MAX);
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    hash: u64,
    parent: u32,
    word: u32,
    word_len: u16,
    has_children: bool,
    known: Known,
}

/// What the table says of one word or phrase.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Known {
    senses: u32,
    sense_count: u16,
    /// The place of its cues in [`Table::cue_sets`].
    cues: u16,
    /// The grammars of its senses.
    pub(super) own: Groups,
    /// The same with those of all longer phrases that begin with it.
    pub(super) begun: Groups,
}

/// The words under construction.
#[derive(Debug, Default)]
pub(super) struct Builder {
    entries: Vec<Entry>,
    edges: HashTable<u32>,
    arena: Vec<u8>,
    senses: Vec<(u32, Sense)>,
    cues: BTreeMap<u32, CueSet>,
    compounds: Compounds,
}

/// Senses that others shall come before.
pub(super) struct SetAside(Vec<(u32, Sense)>);

/// Words and phrases with their senses.
#[derive(Debug, Default)]
pub struct Table {
    entries: Vec<Entry>,
    slots: Vec<Slot>,
    arena: Vec<u8>,
    senses: Vec<Sense>,
    cue_sets: Vec<CueSet>,
    filter: Filter,
}

/// A place of the open-addressing table: bits of the key that its entry must have, and the entry.
#[derive(Debug, Clone, Copy)]
struct Slot {
    tag: u32,
    index: u32,
}

impl Slot {
    const EMPTY: Self = Self { tag: 0, index: u32::MAX };
}

const FILTER_BITS: u32 = 19;

fn edge_hash(parent: u32, hash: u64) -> u64 {
    (hash ^ u64::from(parent).wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xff51_afd7_ed55_8ccd)
}

/// Whether a word is Latin letters only, which no tokenizer takes apart.
fn is_plain_word(word: &str) -> bool {
    !word.is_empty()
        && word
            .chars()
            .all(|c| c.is_ascii_alphabetic() || matches!(c, 'ß'..='ö' | 'ø'..='ÿ' | 'Ä' | 'Ö' | 'Ü'))
}

impl Builder {
    pub(super) fn new() -> Self {
        let root = Entry {
            hash: 0,
            parent: u32::MAX,
            word: 0,
            word_len: 0,
            has_children: true,
            known: Known::default(),
        };
        Self { entries: vec![root], ..Self::default() }
    }

    /// Adds a sense to a surface; the words of a phrase are split as the text's are.
    pub(super) fn add(&mut self, surface: &str, sense: Sense) {
        let node = self.node(surface);
        if node != 0 && !self.senses.contains_recent(node, sense) {
            self.senses.push((node, sense));
        }
    }

    /// Makes every form of an entry in paradigm notation a cue.
    pub(super) fn add_cue(&mut self, forms: &str, cue: Cue) {
        for form in expand(forms) {
            let node = self.node(&form);
            self.cues.entry(node).or_default().add(cue);
        }
    }

    /// The node of a surface, made where there is none.
    fn node(&mut self, surface: &str) -> u32 {
        // Words of letters are one token each, and most surfaces are nothing else.
        if surface.split(' ').all(is_plain_word) {
            return surface.split(' ').fold(0, |node, word| self.child(node, fold::hash(word), word));
        }
        self.node_of_tokens(surface)
    }

    /// The same through the tokenizer.
    fn node_of_tokens(&mut self, surface: &str) -> u32 {
        let document = crate::document::Document::new(surface, None);
        let mut node = 0;
        for token in &document.tokens {
            let word = document.surface(token.span);
            if super::words::is_hyphen(word) {
                continue;
            }
            node = self.child(node, token.hash, word);
        }
        node
    }

    /// Adds a sense to every form of an entry in paradigm notation.
    pub(super) fn add_forms(&mut self, forms: &str, sense: Sense) {
        for form in expand(forms) {
            self.add(&form, sense);
        }
    }

    /// The same for a noun that may also end a compound.
    pub(super) fn add_head_forms(&mut self, forms: &str, sense: Sense) {
        for form in expand(forms) {
            self.add(&form, sense);
            self.compounds.add(&form, sense);
        }
    }

    /// Takes all senses from every form of an entry in paradigm notation.
    pub(super) fn forget_forms(&mut self, forms: &str) {
        let nodes: Vec<u32> = expand(forms).iter().map(|form| self.node(form)).collect();
        self.senses.retain(|(node, _)| !nodes.contains(node));
    }

    /// Sets the senses so far aside: those added from here on come first.
    pub(super) fn set_aside(&mut self) -> SetAside {
        SetAside(std::mem::take(&mut self.senses))
    }

    /// Puts senses that were set aside behind the others.
    pub(super) fn put_behind(&mut self, senses: SetAside) {
        self.senses.extend(senses.0);
    }

    fn child(&mut self, parent: u32, hash: u64, word: &str) -> u32 {
        let key = edge_hash(parent, hash);
        let Self { entries, arena, edges, .. } = self;
        let matches = |&index: &u32| {
            let entry = &entries[index as usize];
            entry.parent == parent && entry.hash == hash && fold::folds_to(word, spelling(arena, entry))
        };
        if let Some(&found) = edges.find(key, matches) {
            return found;
        }
        let index = entries.len() as u32;
        let start = arena.len() as u32;
        arena.extend(fold::folded(word));
        entries[parent as usize].has_children = true;
        entries.push(Entry {
            hash,
            parent,
            word: start,
            word_len: (arena.len() as u32 - start) as u16,
            has_children: false,
            known: Known::default(),
        });
        edges.insert_unique(key, index, |&index| {
            let entry = &entries[index as usize];
            edge_hash(entry.parent, entry.hash)
        });
        index
    }

    pub(super) fn build(mut self) -> (Table, Compounds) {
        self.senses.sort_by_key(|&(node, _)| node);
        for (position, &(node, sense)) in self.senses.iter().enumerate() {
            let known = &mut self.entries[node as usize].known;
            if known.sense_count == 0 {
                known.senses = position as u32;
            }
            known.sense_count += 1;
            known.own = known.own.and(Groups::of(sense));
        }
        // Longer phrases stand behind shorter ones.
        for index in (1..self.entries.len()).rev() {
            let Entry { parent, known, .. } = self.entries[index];
            let begun = known.begun.and(known.own);
            self.entries[index].known.begun = begun;
            let above = &mut self.entries[parent as usize].known;
            above.begun = above.begun.and(begun);
        }
        let mut cue_sets = vec![CueSet::default()];
        let mut places = HashMap::from([(CueSet::default(), 0)]);
        for (node, set) in self.cues {
            let place = *places.entry(set).or_insert_with(|| {
                cue_sets.push(set);
                cue_sets.len() as u16 - 1
            });
            self.entries[node as usize].known.cues = place;
        }
        let mut filter = Filter::new(FILTER_BITS);
        for entry in self.entries.iter().filter(|entry| entry.parent == 0) {
            filter.add(entry.hash);
        }
        let senses = self.senses.into_iter().map(|(_, sense)| sense).collect();
        let slots = slots(&self.entries);
        let table = Table { entries: self.entries, slots, arena: self.arena, senses, cue_sets, filter };
        (table, self.compounds)
    }
}

/// The open-addressing table over the entries, half full at most.
fn slots(entries: &[Entry]) -> Vec<Slot> {
    let mut slots = vec![Slot::EMPTY; (entries.len() * 2).next_power_of_two()];
    let mask = slots.len() - 1;
    for (index, entry) in entries.iter().enumerate().skip(1) {
        let key = edge_hash(entry.parent, entry.hash);
        let mut place = key as usize & mask;
        while slots[place].index != u32::MAX {
            place = (place + 1) & mask;
        }
        slots[place] = Slot { tag: (key >> 32) as u32, index: index as u32 };
    }
    slots
}

/// Whether the last few additions hold the same sense of the same node: paradigms repeat forms.
trait ContainsRecent {
    fn contains_recent(&self, node: u32, sense: Sense) -> bool;
}

impl ContainsRecent for Vec<(u32, Sense)> {
    fn contains_recent(&self, node: u32, sense: Sense) -> bool {
        self.iter().rev().take(48).any(|&(other, of)| other == node && of == sense)
    }
}

fn spelling<'a>(arena: &'a [u8], entry: &Entry) -> &'a [u8] {
    &arena[entry.word as usize..entry.word as usize + entry.word_len as usize]
}

impl Table {
    /// The node of a word after `parent`.
    #[inline]
    pub fn find(&self, parent: Node, hash: u64, word: &str) -> Option<Node> {
        if parent == Node::ROOT {
            if !self.filter.may_hold(hash) {
                return None;
            }
        } else if !self.entries.get(parent.0 as usize)?.has_children {
            return None;
        }
        let key = edge_hash(parent.0, hash);
        let mask = self.slots.len() - 1;
        let mut place = key as usize & mask;
        loop {
            let slot = self.slots[place];
            if slot.index == u32::MAX {
                return None;
            }
            if slot.tag == (key >> 32) as u32 {
                let entry = &self.entries[slot.index as usize];
                if entry.hash == hash
                    && entry.parent == parent.0
                    && fold::folds_to(word, spelling(&self.arena, entry))
                {
                    return Some(Node(slot.index));
                }
            }
            place = (place + 1) & mask;
        }
    }

    /// What is known of the word or phrase that ends at a node.
    #[inline]
    pub(super) fn known(&self, node: Node) -> Known {
        self.entries.get(node.0 as usize).map_or_else(Known::default, |entry| entry.known)
    }

    #[inline]
    pub(super) fn senses_of(&self, known: Known) -> &[Sense] {
        &self.senses[known.senses as usize..known.senses as usize + usize::from(known.sense_count)]
    }

    #[inline]
    pub(super) fn has_cue(&self, known: Known, cue: Cue) -> bool {
        known.cues != 0 && self.cue_sets[usize::from(known.cues)].has(cue)
    }

    /// The senses of the word or phrase that ends at a node.
    pub fn senses(&self, node: Node) -> &[Sense] {
        self.senses_of(self.known(node))
    }

    /// The cues of the word or phrase that ends at a node.
    #[inline]
    pub fn cues(&self, node: Node) -> &CueSet {
        &self.cue_sets[usize::from(self.known(node).cues)]
    }

    /// Whether a longer phrase goes on from a node.
    pub fn goes_on(&self, node: Node) -> bool {
        self.entries.get(node.0 as usize).is_some_and(|entry| entry.has_children)
    }

    /// The number of words and phrases that have a sense.
    pub fn len(&self) -> usize {
        self.entries.iter().filter(|entry| entry.known.sense_count > 0).count()
    }

    /// Whether the table holds nothing.
    pub fn is_empty(&self) -> bool {
        self.senses.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_and_tokens_lead_to_the_same_node() {
        let mut builder = Builder::new();
        for surface in [
            "Umsatz",
            "ÜBERSCHUSS",
            "größter Anteil",
            "Ertrag vor Steuern",
            "Île",
            "S.A.",
            "Cash-Flow",
            "CO2",
            "a  b",
        ] {
            let node = builder.node(surface);
            assert_eq!(node, builder.node_of_tokens(surface), "{surface}");
        }
        assert!(
            is_plain_word("Überschuß") && !is_plain_word("") && !is_plain_word("CO2") && !is_plain_word("É.")
        );
    }
}
