//! How real a figure is and who says it.

use super::{
    clause::{Clauses, Zone, ZoneKind, is_finite_verb},
    verb::Predicate,
};
use crate::{
    claim::{Kind, Modality},
    document::{Class, Token, fold},
    lexicon::{
        Node, Sense, Words,
        cues::Cue,
        grammar::{Auxiliary, FunctionWord},
        sense::{Groups, ModalityKind, SourcePhrase},
    },
    mention::{Mentions, Quantity, name::Entity},
    span::Span,
};

/// The source of what a sentence says: the words that name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The words.
    pub span: Span,
    /// The first token.
    pub first: usize,
    /// The token after the last one.
    pub end: usize,
}

/// The modality of a figure: that of its clause's own words, its verb, or of the clause it depends on.
pub(super) fn modality(
    words: &Words,
    clauses: &Clauses,
    predicates: &[Predicate],
    clause: usize,
    zone: usize,
    quantity: &Quantity,
    old: bool,
) -> Modality {
    let search = Search { words, clauses, figure: quantity.place.first as usize };
    let mut at = Some(clause);
    let mut home = Home::Zone(zone);
    let mut best = None;
    for _ in 0..4 {
        let Some(clause) = at else { break };
        let found = search.in_clause(&predicates[clause], clause, home);
        match found {
            // Who denies a report denies what stands in it, however it is worded.
            Some((Modality::Denied, _)) => return Modality::Denied,
            Some(found) => best = best.or(Some(found)),
            None => {}
        }
        let of = &clauses.clauses[clause];
        if of.kind == ZoneKind::Relative && !search.is_report(of.zones.first().copied()) {
            break;
        }
        if of.kind == ZoneKind::Subordinate && search.stands_apart(of.zones.first().copied()) {
            break;
        }
        home = of.zones.first().map_or(Home::Elsewhere, |&zone| Home::Below(zone));
        at = of.parent;
        if of.kind == ZoneKind::Open && (at.is_none() || best.is_some()) {
            break;
        }
    }
    let Some((modality, kind)) = best else { return Modality::Reported };
    // Modals and verbs speak of where things go, not of where they come from or what their subject consists of.
    let governs = matches!(kind, ModalityKind::Modal | ModalityKind::Verb);
    if governs
        && modality != Modality::Denied
        && (old || search.is_attribute(quantity, predicates[clause].finite))
    {
        return Modality::Reported;
    }
    modality
}

/// How many tokens a noun or adjective that sets modality may stand before its figure.
const NOUN_REACH: usize = 8;

/// Where the figure stands, seen from a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Home {
    /// In this zone of it.
    Zone(usize),
    /// In a clause that depends on it and opens with this zone.
    Below(usize),
    /// Somewhere else.
    Elsewhere,
}

/// The search for words that set the modality of one figure.
struct Search<'a, 'd, 't> {
    words: &'a Words<'d, 't>,
    clauses: &'a Clauses,
    figure: usize,
}

impl Search<'_, '_, '_> {
    /// *Berichte, wonach …*: what the main clause says of the report holds for its contents.
    fn is_report(&self, zone: Option<usize>) -> bool {
        zone.is_some_and(|zone| self.words.is(self.clauses.zones[zone].first, Cue::OpensContents))
    }

    /// *Nachdem …*, *während …*: a clause of its own truth, unlike *dass …* and *wenn …*.
    fn stands_apart(&self, zone: Option<usize>) -> bool {
        zone.is_some_and(|zone| self.words.is(self.clauses.zones[zone].first, Cue::StandsApart))
    }

    /// *Zwei Werke mit 600 Beschäftigten sollen schließen*: the figure is part of the subject's description.
    fn is_attribute(&self, quantity: &Quantity, finite: Option<usize>) -> bool {
        let first = quantity.phrase_first as usize;
        // *die Dividende von zuletzt 70 Cent*
        if first > 0 && self.words.is(first - 1, Cue::SoFar) {
            return true;
        }
        if quantity.kind != Kind::Count || finite.is_none_or(|finite| finite < first) {
            return false;
        }
        let mut at = first;
        for _ in 0..3 {
            let Some(before) = at.checked_sub(1) else { return false };
            at = before;
            if self.words.is(at, Cue::OpensAttribute) {
                return at.checked_sub(1).is_some_and(|noun| !matches!(self.words.text(noun), "," | "."));
            }
            let is_plain_word = |token: Token| token.class == Class::Word && !token.is_capitalised();
            if !self.words.token(at).is_some_and(is_plain_word) {
                return false;
            }
        }
        false
    }

    /// The modality of a verb whose parts stand apart: *sagt … voraus*, *rechnet … mit*.
    fn of_verb(&self, clause: usize, verb: u16) -> Option<Modality> {
        let words = self.words;
        let verb = words.lexicon.verbs.get(usize::from(verb))?;
        let table = words.lexicon.table();
        let lemma = table.find(Node::ROOT, fold::hash(&verb.lemma), &verb.lemma);
        let of_lemma = lemma.and_then(|node| {
            table.senses(node).iter().find_map(|&sense| match sense {
                Sense::Modality(modality, ModalityKind::Verb) => Some(modality),
                _ => None,
            })
        });
        of_lemma.or_else(|| {
            let (with, modality) = verb.with.as_ref()?;
            let stands = self.clauses.clauses[clause].zones.iter().any(|&zone| {
                let of = self.clauses.zones[zone];
                (of.first..of.end).any(|at| words.token(at).is_some_and(|token| with.contains(&token.hash)))
            });
            stands.then_some(*modality)
        })
    }

    /// The word or phrase at a token that sets modality, compounds by their last part (*Umsatzprognose*).
    fn word(&self, at: usize, end: usize) -> Option<(Modality, ModalityKind)> {
        let wanted = |sense: Sense| match sense {
            Sense::Modality(modality, kind) => Some((modality, kind)),
            _ => None,
        };
        if let Some((found, _)) = self.words.longest_of(Groups::MODALITY, at, end, wanted) {
            return Some(found);
        }
        let token = self.words.token(at)?;
        if !token.is_capitalised() || self.words.has(at, |sense| matches!(sense, Sense::Name(_))) {
            return None;
        }
        let (senses, _) = self.words.lexicon.find_head(self.words.text(at))?;
        senses.iter().find_map(|&sense| wanted(sense)).filter(|&(_, kind)| kind == ModalityKind::Noun)
    }

    fn in_clause(
        &self,
        predicate: &Predicate,
        clause: usize,
        home: Home,
    ) -> Option<(Modality, ModalityKind)> {
        let words = self.words;
        let mut best: Option<(u8, Modality, ModalityKind)> = None;
        for &number in &self.clauses.clauses[clause].zones {
            let of = self.clauses.zones[number];
            for at in of.first..of.end {
                let Some((modality, kind)) = self.word(at, of.end) else { continue };
                let governs = matches!(kind, ModalityKind::Modal | ModalityKind::Verb);
                if governs && home != Home::Zone(number) && self.closes_relative(at, of) {
                    continue;
                }
                let rank = match kind {
                    ModalityKind::Modal => 4,
                    ModalityKind::Verb if self.is_asked_price(at, clause) => continue,
                    ModalityKind::Verb => 3,
                    // *Ziel sei, dass …*: a noun reaches the clause that spells it out.
                    ModalityKind::Noun if matches!(home, Home::Below(zone) if number + 1 == zone) => 1,
                    // Nouns and adverbs reach no further than their zone.
                    _ if home != Home::Zone(number) => continue,
                    ModalityKind::Noun | ModalityKind::Adjective if !self.reaches(at) => continue,
                    ModalityKind::Adverb => 2,
                    ModalityKind::Noun | ModalityKind::Adjective => 1,
                };
                if kind == ModalityKind::Verb
                    && words
                        .token(at)
                        .is_some_and(|token| token.is_capitalised() && !token.is_sentence_start())
                {
                    continue;
                }
                if best.is_none_or(|(old, ..)| old < rank) {
                    best = Some((rank, modality, kind));
                }
            }
        }
        let of_verb = || {
            let found = [predicate.verb, predicate.says].into_iter().flatten();
            found
                .filter(|found| !self.is_asked_price(found.token, clause))
                .find_map(|found| self.of_verb(clause, found.verb))
        };
        best.map(|(_, modality, kind)| (modality, kind))
            .or_else(|| of_verb().map(|modality| (modality, ModalityKind::Verb)))
            .or_else(|| predicate.future.then_some((Modality::Expected, ModalityKind::Modal)))
    }

    /// *…, die darauf zielen*: the final verb of a relative clause says nothing of what stands outside.
    fn closes_relative(&self, at: usize, of: Zone) -> bool {
        let is_word = |at: usize| self.words.token(at).is_some_and(|token| token.class == Class::Word);
        let relative = Sense::Function(FunctionWord::RelativePronoun);
        let opens = self.words.has(of.first, |sense| sense == relative);
        opens && of.first > 0 && self.words.text(of.first - 1) == "," && !(at + 1..of.end).any(is_word)
    }

    /// Whether a noun or adjective stands before the figure and close to it.
    fn reaches(&self, at: usize) -> bool {
        at < self.figure && self.figure - at <= NOUN_REACH
    }

    /// *wurden 2 Euro verlangt*: what is asked for in the passive is paid.
    fn is_asked_price(&self, at: usize, clause: usize) -> bool {
        self.words.is(at, Cue::AsksPrice)
            && self.clauses.clauses[clause].zones.iter().any(|&zone| {
                let of = self.clauses.zones[zone];
                (of.first..of.end).any(|at| {
                    self.words.has(at, |sense| {
                        matches!(sense, Sense::Function(FunctionWord::Auxiliary(Auxiliary::Werden)))
                    })
                })
            })
    }
}

/// The source that a sentence names, if it does.
pub(super) fn find_source(
    words: &Words,
    clauses: &Clauses,
    predicates: &[Predicate],
    mentions: &Mentions,
    sentence: usize,
) -> Option<Source> {
    let tokens = words.document.sentences.get(sentence)?.tokens.clone();
    for at in tokens.clone() {
        let phrase = words.longest_of(Groups::SOURCE, at, tokens.end, |sense| match sense {
            Sense::Says(phrase) => Some(phrase),
            _ => None,
        });
        match phrase {
            Some((SourcePhrase::Before, end)) => {
                if let Some(source) = noun_phrase(words, mentions, end, tokens.end) {
                    return Some(source);
                }
            }
            Some((SourcePhrase::BeforeName, end)) => {
                let named = !mentions.names_at(end..end + 1).is_empty();
                let source = noun_phrase(words, mentions, end, tokens.end);
                let opens = at == tokens.start || matches!(words.text(at - 1), "," | "“" | "\"" | "«" | "–");
                let says = source.is_some_and(|source| {
                    named
                        || (source.first..source.end).any(|at| words.has(at, |sense| sense == Sense::Source))
                });
                if says && opens {
                    return source;
                }
            }
            Some((SourcePhrase::After, _)) => {
                if let Some(source) = noun_phrase_before(words, at, tokens.start) {
                    return Some(source);
                }
            }
            _ => {}
        }
    }
    // The subject of a verb of saying: *sagte der Konzern*, *teilte VW mit*, *wie das Amt berichtete*.
    let first = clauses.clauses.iter().position(|clause| clause.sentence == sentence)?;
    for (clause, predicate) in clauses
        .clauses
        .iter()
        .zip(predicates)
        .skip(first)
        .take_while(|(clause, _)| clause.sentence == sentence)
    {
        let Some(says) = predicate.says else { continue };
        if predicate.verb.is_some() && clause.zones.len() == 1 && clause.kind == ZoneKind::Relative {
            continue;
        }
        let zone = clause
            .zones
            .iter()
            .map(|&zone| clauses.zones[zone])
            .find(|zone| zone.first <= says.token && says.token < zone.end)?;
        let behind = noun_phrase(words, mentions, predicate.finite.unwrap_or(says.token) + 1, zone.end);
        let before = (zone.first..says.token).find_map(|at| {
            (at == zone.first || at == zone.first + 1)
                .then(|| noun_phrase(words, mentions, at, says.token))
                .flatten()
        });
        let first_is_source = before.filter(|source| is_source(words, mentions, *source));
        let found = first_is_source.or(behind.filter(|source| is_source(words, mentions, *source)));
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Whether a phrase names somebody who can say something.
fn is_source(words: &Words, mentions: &Mentions, source: Source) -> bool {
    let named = mentions.names_at(source.first..source.end).iter().any(|name| {
        !matches!(
            name.entity,
            Entity::Index(_) | Entity::Commodity(_) | Entity::PlaceAdjective(_) | Entity::Place(_)
        )
    });
    named || (source.first..source.end).any(|at| is_source_noun(words, at))
}

fn is_source_noun(words: &Words, at: usize) -> bool {
    words.has(at, |sense| sense == Sense::Source)
        || words.senses(at).is_empty()
            && words.token(at).is_some_and(crate::document::Token::is_capitalised)
            && words
                .lexicon
                .find_head(words.text(at))
                .is_some_and(|(senses, _)| senses.contains(&Sense::Source))
}

/// The noun phrase that begins at a token: determiner, adjectives, noun and a name or genitive behind it.
fn noun_phrase(words: &Words, mentions: &Mentions, from: usize, end: usize) -> Option<Source> {
    let mut at = from;
    let mut skipped = 0;
    while at < end && words.token(at).is_some_and(|token| !token.is_capitalised()) {
        if is_finite_verb(words, at) || skipped > 4 || matches!(words.text(at), "," | "." | "(" | ":" | "–")
        {
            return None;
        }
        skipped += 1;
        at += 1;
    }
    let first = at;
    let mut last = None;
    while at < end {
        if let Some(name) = mentions.names_at(at..at + 1).first() {
            at = (name.place.end as usize).max(at + 1);
            last = Some(at);
            continue;
        }
        let token = words.token(at)?;
        let joins = words.text(at) == "-" && words.is_joined(at);
        if token.is_capitalised() && !words.has(at, |sense| matches!(sense, Sense::Period(_))) || joins {
            at += 1;
            last = Some(at);
        } else if words.is(at, Cue::GoesOnWith)
            && words.token(at + 1).is_some_and(crate::document::Token::is_capitalised)
            && at + 1 < end
        {
            at += 1;
        } else {
            break;
        }
    }
    let end = last?;
    Some(Source { span: words.document.token_span(first, end - 1), first, end })
}

/// The noun phrase that ends before a token: *dem Statistikamt zufolge*.
fn noun_phrase_before(words: &Words, at: usize, start: usize) -> Option<Source> {
    let mut first = at;
    while first > start && words.token(first - 1).is_some_and(crate::document::Token::is_capitalised) {
        first -= 1;
    }
    (first < at).then(|| Source { span: words.document.token_span(first, at - 1), first, end: at })
}
