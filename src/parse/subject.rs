//! Who or what a clause is about, before any of it is resolved.

use super::{
    clause::{Clauses, ZoneKind, is_finite_verb},
    metric::{MetricUse, find_noun},
};
use crate::{
    document::Class,
    lexicon::{
        Sense, Words,
        cues::Cue,
        grammar::{FunctionWord, Relation},
        numbers::{NumberWord, UnitWord},
    },
    mention::{Mentions, Name, Place, name::Entity},
    span::Span,
};

/// Something that a figure can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectUse {
    /// A name, by its place in [`Mentions::names`].
    Name(usize),
    /// A pronoun or possessive: what it stands for is resolved later.
    Pronoun(Span),
    /// A currency whose rate is meant: *der Euro*.
    Currency(Span),
    /// A noun phrase that names nobody in particular: *Nahrungsmittel*, *die Exporteure*.
    Noun(Span),
}

/// The grammatical place of a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Case {
    /// The subject of the clause.
    Nominative,
    /// Hangs on another noun: *der Umsatz des Konzerns*, *Umsatz von VW*.
    Genitive,
    /// Behind a preposition.
    Oblique,
}

/// A candidate subject of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// What it is.
    pub subject: SubjectUse,
    /// Its first token.
    pub token: usize,
    /// The token after it.
    pub end: usize,
    /// Its grammatical place.
    pub case: Case,
    /// The preposition before it.
    pub relation: Option<Relation>,
    /// It is coordinated with the candidate before it.
    pub coordinated: bool,
}

/// Finds the candidates of a zone, in text order.
pub(super) fn candidates(
    words: &Words,
    mentions: &Mentions,
    covered: &[bool],
    first: usize,
    end: usize,
) -> Vec<Candidate> {
    let name = mentions.names.partition_point(|name| (name.place.first as usize) < first);
    let mut scan = Scan {
        words,
        mentions,
        covered,
        first,
        end,
        found: Vec::new(),
        name,
        relation: None,
        genitive: false,
        closed: (first, None, false),
    };
    let mut at = first;
    while at < end {
        at = scan.step(at);
    }
    scan.found
}

/// How many words may stand between a figure and the noun that it belongs to.
const MEASURE_REACH: usize = 4;

/// A walk over the tokens of a zone.
struct Scan<'a, 'd, 't> {
    words: &'a Words<'d, 't>,
    mentions: &'a Mentions,
    covered: &'a [bool],
    first: usize,
    end: usize,
    found: Vec<Candidate>,
    /// The next name.
    name: usize,
    /// The preposition whose noun is still to come.
    relation: Option<Relation>,
    /// An article in the genitive whose noun is still to come.
    genitive: bool,
    /// The last noun: the token after it, and what opened its phrase.
    closed: (usize, Option<Relation>, bool),
}

impl Scan<'_, '_, '_> {
    /// Takes what begins at a token; returns the token after it.
    fn step(&mut self, at: usize) -> usize {
        let words = self.words;
        while self.mentions.names.get(self.name).is_some_and(|name| (name.place.first as usize) < at) {
            self.name += 1;
        }
        if self.mentions.names.get(self.name).is_some_and(|name| name.place.first as usize == at) {
            return self.take_name(at);
        }
        if self.covered.get(at).copied().unwrap_or(false) {
            self.close();
            return at + 1;
        }
        let Some(token) = words.token(at) else { return self.end };
        let function = words.find(at, |sense| match sense {
            Sense::Function(word @ (FunctionWord::Preposition(_) | FunctionWord::Pronoun { .. })) => {
                Some(word)
            }
            _ => None,
        });
        match function {
            Some(FunctionWord::Preposition(found)) if !token.is_capitalised() || at == self.first => {
                (self.relation, self.genitive) = (Some(found), false);
                return at + 1;
            }
            Some(FunctionWord::Pronoun { third: true, .. })
                if self.relation.is_none() && !words.is(at, Cue::Expletive) =>
            {
                self.push(SubjectUse::Pronoun(token.span), at, at + 1, Case::Nominative, None, false);
                return at + 1;
            }
            _ => {}
        }
        let possessive = !token.is_capitalised()
            && words.has(at, |sense| matches!(sense, Sense::Function(FunctionWord::Possessive(true))));
        let noun = token.class == Class::Word && token.is_capitalised();
        if is_currency(words, at) && self.relation.is_none() {
            let case = if self.genitive { Case::Genitive } else { Case::Nominative };
            self.push(SubjectUse::Currency(token.span), at, at + 1, case, None, false);
        } else if possessive {
            self.push(SubjectUse::Pronoun(token.span), at, at + 1, Case::Genitive, self.relation, false);
        } else if is_finite_verb(words, at) {
            self.close();
        } else if noun {
            self.reopen(at);
            if find_noun(words, at).is_none() && is_noun(words, at) {
                return self.take_noun(at);
            }
            self.close_noun(at + 1);
        }
        self.open_genitive(at);
        at + 1
    }

    /// The phrase that a preposition or article opened ends.
    const fn close(&mut self) {
        (self.relation, self.genitive) = (None, false);
    }

    /// It ends with its noun.
    const fn close_noun(&mut self, after: usize) {
        self.closed = (after, self.relation, self.genitive);
        self.close();
    }

    /// *für Abfindungen und Altersteilzeit*: what is coordinated with a noun stands in the same phrase.
    fn reopen(&mut self, at: usize) {
        let (end, relation, genitive) = self.closed;
        if self.relation.is_none() && !self.genitive && is_coordination(self.words, end, at) {
            (self.relation, self.genitive) = (relation, genitive);
        }
    }

    fn push(
        &mut self,
        subject: SubjectUse,
        token: usize,
        end: usize,
        case: Case,
        relation: Option<Relation>,
        coordinated: bool,
    ) {
        self.found.push(Candidate { subject, token, end, case, relation, coordinated });
    }

    fn is_coordinated(&self, at: usize) -> bool {
        self.found.last().is_some_and(|last| is_coordination(self.words, last.end, at))
    }

    fn take_name(&mut self, at: usize) -> usize {
        let name = &self.mentions.names[self.name];
        let after = (name.place.end as usize).min(self.end).max(at + 1);
        let is_word = !name.modifier && !matches!(name.entity, Entity::PlaceAdjective(_));
        if is_word || name.modifier {
            let coordinated = self.is_coordinated(at);
            // *der Vermieter Vonovia*, *das Start-up Voltino*: the noun before only describes the name.
            let described = self.found.last().filter(|last| last.end == at && !coordinated);
            if let Some(description) = described.filter(|last| describes(self.mentions, last)).copied() {
                self.found.pop();
                (self.relation, self.genitive) = (description.relation, description.case == Case::Genitive);
            }
            let case = match (coordinated, self.relation) {
                (true, _) => self.found.last().map_or(Case::Nominative, |last| last.case),
                (false, Some(_)) => Case::Oblique,
                (false, None) if name.modifier || self.genitive || name.genitive => Case::Genitive,
                (false, None) => Case::Nominative,
            };
            let subject = SubjectUse::Name(self.name);
            self.push(subject, at, after, case, self.relation, coordinated);
        }
        if is_word {
            self.close_noun(after);
        }
        after
    }

    fn take_noun(&mut self, at: usize) -> usize {
        let words = self.words;
        let mut after = at + 1;
        while after < self.end && words.text(after) == "-" && words.is_joined(after) {
            // *Schaden- und Unfallversicherung*: the noun is still to come.
            if !words.is_joined(after + 1) {
                return after + 1;
            }
            after = (after + 2).min(self.end);
        }
        // *des Internet-Riesen*: the last part stands for a company.
        let last_part = self.mentions.names[self.name.min(self.mentions.names.len())..]
            .iter()
            .take_while(|name| (name.place.first as usize) < after)
            .find(|name| name.place.first as usize == after - 1 && after - 1 > at);
        if let Some(name) = last_part {
            return name.place.first as usize;
        }
        let case = match self.relation {
            Some(_) => Case::Oblique,
            None if self.genitive => Case::Genitive,
            None => Case::Nominative,
        };
        let subject = SubjectUse::Noun(words.document.token_span(at, after - 1));
        let coordinated = self.is_coordinated(at);
        if !self.measures(at, after) {
            self.push(subject, at, after, case, self.relation, coordinated);
        }
        self.close_noun(after);
        after
    }

    /// Whether a noun is part of a figure rather than what it is about: *eine Lücke von 3 Milliarden*,
    /// *Gutscheine im Wert von 3 Euro*, *3 Prozent weniger Autos*.
    fn measures(&self, at: usize, after: usize) -> bool {
        let words = self.words;
        let quantities = &self.mentions.quantities;
        let next = quantities.partition_point(|quantity| (quantity.phrase_first as usize) < after);
        let amount = quantities.get(next).is_some_and(|quantity| {
            let first = quantity.phrase_first as usize;
            first > after
                && first - after <= MEASURE_REACH
                && words.is(first - 1, Cue::AmountOf)
                && (after..first).all(|at| words.is(at, Cue::BeforeFigure))
        });
        let before = quantities[..next].iter().rev().find(|quantity| quantity.place.end as usize <= at);
        let counted = before.is_some_and(|quantity| {
            let end = quantity.place.end as usize;
            at - end <= MEASURE_REACH
                && (end..at).all(|at| {
                    words.token(at).is_some_and(|token| token.class == Class::Word && !token.is_capitalised())
                        && (words.ends(at, Cue::AdjectiveEnding)
                            || words.has(at, |sense| matches!(sense, Sense::ChangeAdverb(..))))
                        && !is_finite_verb(words, at)
                        && !words.has(at, |sense| matches!(sense, Sense::Function(_)))
                })
        });
        amount || counted
    }

    /// *der Umsatz des Konzerns*, *die Zahl der Arbeitslosen*: an article right behind a noun opens a genitive.
    fn open_genitive(&mut self, at: usize) {
        let article = self.words.is(at, Cue::GenitiveArticle);
        let noun =
            at > self.first && self.words.token(at - 1).is_some_and(crate::document::Token::is_capitalised);
        if article && noun && !is_finite_verb(self.words, at - 1) {
            self.genitive = true;
        }
    }
}

/// Whether a token names a currency with an article before it: *der Euro notierte bei …*
fn is_currency(words: &Words, at: usize) -> bool {
    let article = at.checked_sub(1).is_some_and(|before| {
        words.has(before, |sense| matches!(sense, Sense::Function(FunctionWord::Determiner(true))))
    });
    article
        && words.token(at).is_some_and(crate::document::Token::is_capitalised)
        && words.has(at, |sense| matches!(sense, Sense::Number(NumberWord::Unit(UnitWord::Currency { .. }))))
}

/// Whether a capitalised word is a noun that can be a subject by itself.
fn is_noun(words: &Words, at: usize) -> bool {
    !words.has(at, |sense| {
        matches!(
            sense,
            Sense::Function(_)
                | Sense::Period(_)
                | Sense::Number(_)
                | Sense::ChangeNoun { .. }
                | Sense::Says(_)
                | Sense::Modality(..)
                | Sense::Source
                | Sense::Verb(..)
        )
    }) && words.text(at).chars().count() > 2
        && !words.is(at, Cue::SentenceAdverb)
        && !words.is(at, Cue::PhraseNoun)
        && !words.ends(at, Cue::MeasureNoun)
        && (!words.token(at).is_some_and(crate::document::Token::is_sentence_start)
            || opens_with_plural(words, at))
        && !is_source_compound(words, at)
        && !at.checked_sub(1).is_some_and(|before| is_source(words, before))
}

/// *Nahrungsmittel verteuerten sich*: a noun without an article opens a sentence only in the plural; whatever
/// else stands there in capitals is an adverb (*Saisonbereinigt stieg …*).
fn opens_with_plural(words: &Words, at: usize) -> bool {
    if words.ends(at, Cue::AdverbEnding) {
        return false;
    }
    is_finite_verb(words, at + 1) && words.ends(at + 1, Cue::PluralVerb) || joins(words, at + 1)
}

/// *der Branchenverband VDIK*: a name behind a noun that says things.
fn is_source(words: &Words, at: usize) -> bool {
    words.has(at, |sense| sense == Sense::Source)
        || words.token(at).is_some_and(crate::document::Token::is_capitalised)
            && is_source_compound(words, at)
}

/// Whether a candidate is a description that a name can follow.
fn describes(mentions: &Mentions, candidate: &Candidate) -> bool {
    match candidate.subject {
        SubjectUse::Name(index) => {
            matches!(
                mentions.names[index].entity,
                Entity::GenericCompany | Entity::SectorCompany(_) | Entity::Commodity(_)
            )
        }
        SubjectUse::Noun(_) => true,
        _ => false,
    }
}

/// *Chefvolkswirte*, *Konzernsprecher*: people who say something.
fn is_source_compound(words: &Words, at: usize) -> bool {
    words.senses(at).is_empty()
        && words.lexicon.find_head(words.text(at)).is_some_and(|(senses, _)| senses.contains(&Sense::Source))
}

/// Whether only commas and *und* stand between two tokens, with at most a determiner.
fn is_coordination(words: &Words, from: usize, to: usize) -> bool {
    to > from
        && to - from <= 3
        && (from..to).all(|at| joins(words, at) || words.is(at, Cue::ListArticle))
        && (from..to).any(|at| joins(words, at))
}

/// Whether a token joins the members of a list.
fn joins(words: &Words, at: usize) -> bool {
    matches!(words.text(at), "," | "&") || words.is(at, Cue::Joins)
}

/// The candidates of one clause that state its subject, best first place: those in the nominative that
/// belong together, else nothing.
pub(super) fn nominative(all: &[Candidate]) -> Vec<Candidate> {
    let Some(start) = all.iter().position(|candidate| candidate.case == Case::Nominative) else {
        return Vec::new();
    };
    let mut group = vec![all[start]];
    group.extend(all[start + 1..].iter().take_while(|candidate| candidate.coordinated).copied());
    group
}

/// The candidates that hang on a metric noun: *Alibabas Umsatz*, *der Umsatz des Konzerns*, *Umsatz bei VW*,
/// *VW-Umsatz*, *ihr Umsatz*.
pub(super) fn of_noun(words: &Words, all: &[Candidate], noun: &MetricUse) -> Vec<Candidate> {
    let before = all.iter().rev().find(|candidate| {
        candidate.case == Case::Genitive
            && candidate.end <= noun.token
            && noun.token - candidate.end <= 3
            && !matches!(candidate.subject, SubjectUse::Noun(_))
            && (candidate.end..noun.token).all(|at| {
                !is_finite_verb(words, at)
                    && words.token(at).is_some_and(|token| !token.is_capitalised() || token.is_all_caps())
            })
    });
    if let Some(found) = before {
        return vec![*found];
    }
    let Some(start) = all.iter().position(|candidate| {
        candidate.token >= noun.end
            && candidate.token - noun.end <= 4
            && (candidate.case == Case::Genitive
                || matches!(
                    candidate.relation,
                    Some(Relation::FromLevel | Relation::AtLevel | Relation::Topic)
                ) && candidate.case == Case::Oblique)
            && (noun.end..candidate.token).all(|at| !is_finite_verb(words, at))
    }) else {
        return Vec::new();
    };
    let mut group = vec![all[start]];
    group.extend(all[start + 1..].iter().take_while(|candidate| candidate.coordinated).copied());
    group
}

/// Whether a zone may lend its subject to others.
pub(super) fn lends_subject(clauses: &Clauses, zone: usize) -> bool {
    !matches!(clauses.zones[zone].kind, ZoneKind::Bracket)
}

/// Which tokens belong to quantities and periods: their nouns are no subjects.
pub(super) fn covered(words: &Words, mentions: &Mentions) -> Vec<bool> {
    let mut covered = vec![false; words.len()];
    let mut mark = |place: Place| {
        covered[(place.first as usize).min(words.len())..(place.end as usize).min(words.len())].fill(true);
    };
    mentions.quantities.iter().for_each(|quantity| mark(quantity.place));
    mentions.periods.iter().for_each(|period| mark(period.place));
    covered
}

/// Whether a name is a company, by name or description.
pub fn is_company(name: &Name) -> bool {
    matches!(
        name.entity,
        Entity::Company(_) | Entity::UnknownCompany(_) | Entity::GenericCompany | Entity::SectorCompany(_)
    )
}
