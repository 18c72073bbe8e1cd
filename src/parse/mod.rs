//! Mentions become statements: each figure with what governs it, what it measures, whom it is about and
//! when, all as the text words it and nothing resolved.
//!
//! [`Clauses::split`] finds the stretches of a sentence, [`Predicate::read`] their verbs,
//! `governor` the role of each figure, `metric`, `subject`, `time` and `stance` its other fields, and
//! `group` ties figures of one statement together (*um 3 Prozent auf 5 Millionen, nach 4,9 im Vorjahr*).

mod change_noun;
pub mod clause;
mod describe;
pub mod governor;
mod group;
mod link;
pub mod metric;
mod rule;
pub mod stance;
pub mod subject;
pub mod time;
pub mod verb;

use crate::{
    claim::{Modality, Part, Role, Scope},
    lexicon::{
        Sense, Words,
        cues::Cue,
        grammar::{FunctionWord, Relation},
        sense::ModalityKind,
        verbs::Frame,
    },
    mention::{Mentions, Quantity},
};
use clause::{Clauses, ZoneKind};
pub use describe::Described;
use governor::{Around, Governor};
use metric::{Candidates, MetricUse};
use stance::Source;
use subject::Candidate;
use time::Times;
use verb::Predicate;

/// One figure with everything that the text says around it.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The figure, by its place in [`Mentions::quantities`].
    pub quantity: usize,
    /// Its sentence.
    pub sentence: usize,
    /// Its zone.
    pub zone: usize,
    /// Its clause.
    pub clause: usize,
    /// What governs it.
    pub governor: Governor,
    /// The place in its group.
    pub part: Option<Part>,
    /// The group of figures that it belongs to.
    pub group: usize,
    /// Further groups, such as parts of a whole, with its place in each.
    pub ties: Vec<(usize, Part)>,
    /// The noun that names what it measures.
    pub metric: Option<MetricUse>,
    /// Whether that noun is its own, or that of a clause around it.
    pub metric_is_own: bool,
    /// Perimeters.
    pub scope: Vec<Scope>,
    /// Who it may be about: groups of candidates, the closest tie first.
    pub subjects: Vec<SubjectGroup>,
    /// When.
    pub times: Times,
    /// How real.
    pub modality: Modality,
    /// Who says it.
    pub source: Option<Source>,
}

/// Candidates that stand together, and the tie by which they were found.
#[derive(Debug, Clone, PartialEq)]
pub struct SubjectGroup {
    /// The candidates.
    pub members: Vec<Candidate>,
    /// The tie.
    pub tie: Tie,
}

/// How a subject is tied to a figure, the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// It hangs on the metric: *Alibabas Umsatz*.
    Metric,
    /// It stands directly before or behind the figure in a bracket: *Spar (30 Prozent)*.
    Bracket,
    /// It is the grammatical subject of the figure's zone.
    Zone,
    /// It is the grammatical subject of the figure's clause.
    Clause,
    /// It stands behind a preposition in the zone or clause.
    Oblique,
    /// It belongs to a clause around.
    Around,
}

/// The parse of a document.
#[derive(Debug, Default)]
pub struct Parse {
    /// Zones and clauses.
    pub clauses: Clauses,
    /// What the verbs of each clause say.
    pub predicates: Vec<Predicate>,
    /// One for each claiming figure, in text order.
    pub statements: Vec<Statement>,
    /// The number of groups.
    pub groups: usize,
}

impl Parse {
    /// Parses the mentions of a document.
    pub fn new(words: &Words, mentions: &Mentions) -> Self {
        let clauses = Clauses::split(words, mentions);
        let predicates: Vec<Predicate> =
            clauses.clauses.iter().map(|clause| Predicate::read(words, &clauses, clause)).collect();
        let covered = subject::covered(words, mentions);
        let mut parse = Self { clauses, predicates, statements: Vec::new(), groups: 0 };
        let mut next = 0;
        for (number, sentence) in words.document.sentences.iter().enumerate() {
            let first = next;
            while mentions
                .quantities
                .get(next)
                .is_some_and(|quantity| (quantity.place.first as usize) < sentence.tokens.end)
            {
                next += 1;
            }
            let figures: Vec<usize> =
                (first..next).filter(|&index| mentions.quantities[index].claims).collect();
            if !figures.is_empty() {
                parse.sentence(words, mentions, &covered, number, &figures);
            }
        }
        group::tie(words, mentions, &mut parse);
        link::tie(words, mentions, &mut parse);
        parse
    }

    /// Whether a clause speaks of the future: *wird*, or a modal verb.
    pub fn looks_ahead(&self, words: &Words, clause: usize) -> bool {
        self.predicates[clause].future
            || self.clauses.clauses[clause].zones.iter().any(|&zone| {
                let of = self.clauses.zones[zone];
                (of.first..of.end).any(|at| {
                    words.has(at, |sense| {
                        matches!(
                            sense,
                            Sense::Function(FunctionWord::Modal)
                                | Sense::Modality(_, ModalityKind::Modal | ModalityKind::Adverb)
                        )
                    })
                })
            })
    }

    /// Whether a zone holds a finite verb that says more than *ist* or *waren es*.
    fn own_verb(&self, zone: usize) -> bool {
        let of = self.clauses.zones[zone];
        let predicate = &self.predicates[of.clause];
        [predicate.verb, predicate.says]
            .into_iter()
            .flatten()
            .any(|found| of.first <= found.token && found.token < of.end)
    }

    /// Makes the statements of one sentence.
    fn sentence(
        &mut self,
        words: &Words,
        mentions: &Mentions,
        covered: &[bool],
        sentence: usize,
        figures: &[usize],
    ) {
        let tokens = &words.document.sentences[sentence].tokens;
        let nouns = metric::nouns(words, tokens.start, tokens.end);
        let source = stance::find_source(words, &self.clauses, &self.predicates, mentions, sentence);
        let places: Vec<(usize, Governor)> = figures
            .iter()
            .enumerate()
            .map(|(position, &figure)| {
                let quantity = &mentions.quantities[figure];
                let zone = self.clauses.zone_of(sentence, quantity.place.first as usize);
                let next = figures.get(position + 1).map(|&next| &mentions.quantities[next]);
                let around = Around {
                    words,
                    quantity,
                    zone: self.clauses.zones[zone],
                    predicate: &self.predicates[self.clauses.zones[zone].clause],
                    level_follows: next.is_some_and(|next| is_level_behind(words, quantity, next)),
                };
                (zone, around.governor())
            })
            .collect();
        let tight: Vec<Option<usize>> = figures
            .iter()
            .zip(&places)
            .map(|(&figure, (_, governor))| {
                metric::tight(words, &mentions.quantities[figure], governor, &nouns)
            })
            .collect();
        let claimed = time::claimed(mentions, &self.clauses, figures, &places);
        let taken: Vec<usize> = tight.iter().copied().flatten().collect();
        let candidates = Candidates { clauses: &self.clauses, nouns: &nouns, taken: &taken };
        let mut statements = Vec::with_capacity(figures.len());
        for ((&figure, &(zone, governor)), &tight) in figures.iter().zip(&places).zip(&tight) {
            let quantity = &mentions.quantities[figure];
            let clause = self.clauses.zones[zone].clause;
            let predicate = &self.predicates[clause];
            let names_metric = predicate.verb(words).is_some_and(|verb| verb.metric.is_some());
            let loose = || {
                candidates
                    .loose(words, quantity, zone, predicate)
                    .filter(|&index| !names_metric || nouns[index].token < quantity.place.first as usize)
            };
            let index = tight.or_else(loose);
            let of = self.clauses.zones[zone];
            let metric = index.map(|index| nouns[index]);
            statements.push(Statement {
                quantity: figure,
                sentence,
                zone,
                clause,
                governor,
                part: governor.part,
                group: 0,
                ties: Vec::new(),
                metric,
                metric_is_own: metric.is_some_and(|noun| of.first <= noun.token && noun.token < of.end),
                scope: metric::scopes(words, of.first, of.end),
                subjects: self
                    .holder(words, mentions, covered, zone, quantity)
                    .into_iter()
                    .chain(self.subjects(words, mentions, covered, zone, metric.as_ref(), source))
                    .filter(|group| !self.is_portion_holder(words, zone, quantity, group))
                    .collect(),
                times: time::find(
                    words,
                    mentions,
                    &self.clauses,
                    &self.predicates,
                    quantity,
                    zone,
                    &governor,
                    &claimed,
                ),
                modality: stance::modality(
                    words,
                    &self.clauses,
                    &self.predicates,
                    clause,
                    zone,
                    quantity,
                    governor.part == Some(Part::Old),
                ),
                source,
            });
        }
        self.statements.append(&mut statements);
    }

    /// *Es entfallen 16 auf die einen, neun auf die anderen*; *auf den Bund entfallen 16*: whom a portion falls to stands
    /// behind it, or else before.
    fn holder(
        &self,
        words: &Words,
        mentions: &Mentions,
        covered: &[bool],
        zone: usize,
        portion: &Quantity,
    ) -> Option<SubjectGroup> {
        let of = self.clauses.zones[zone];
        let verb = self.predicates[of.clause].verb(words)?;
        if verb.frame != Frame::Level || verb.role != Some(Role::Share) {
            return None;
        }
        let mut holders = subject::candidates(words, mentions, covered, of.first, of.end);
        holders.retain(|candidate| candidate.relation == Some(Relation::ToLevel));
        let behind = holders.iter().find(|candidate| candidate.token >= portion.place.end as usize);
        let holder = *behind.or(holders.first())?;
        Some(SubjectGroup { members: vec![holder], tie: Tie::Metric })
    }

    /// *Von den 36 Sitzen entfallen 16 auf die einen*: who holds a portion does not hold the total.
    fn is_portion_holder(&self, words: &Words, zone: usize, total: &Quantity, group: &SubjectGroup) -> bool {
        let first = total.phrase_first as usize;
        let divided = first > 1 && words.is(first - 1, Cue::ListArticle) && words.is(first - 2, Cue::Divides);
        let falls = || {
            let of = self.clauses.zones[zone];
            let verb = self.predicates[of.clause].verb(words);
            verb.is_some_and(|verb| verb.frame == Frame::Level && verb.role == Some(Role::Share))
        };
        let to = |member: &Candidate| member.relation == Some(Relation::ToLevel);
        divided && falls() && group.members.iter().all(to)
    }

    /// The groups of candidates for the subject of a figure, the closest tie first.
    fn subjects(
        &self,
        words: &Words,
        mentions: &Mentions,
        covered: &[bool],
        zone: usize,
        metric: Option<&MetricUse>,
        source: Option<Source>,
    ) -> Vec<SubjectGroup> {
        let of_zone = |zone: usize| {
            let of = self.clauses.zones[zone];
            let mut found = subject::candidates(words, mentions, covered, of.first, of.end);
            found.retain(|candidate| {
                source.is_none_or(|source| candidate.token < source.first || candidate.token >= source.end)
            });
            found
        };
        let mut groups = Vec::new();
        let mut add = |members: Vec<Candidate>, tie: Tie| {
            if !members.is_empty() {
                groups.push(SubjectGroup { members, tie });
            }
        };
        let own = of_zone(zone);
        if let Some(noun) = metric {
            let home =
                self.clauses.zones.iter().position(|zone| zone.first <= noun.token && noun.token < zone.end);
            let around = home.filter(|&home| home != zone).map_or_else(|| own.clone(), of_zone);
            add(subject::of_noun(words, &around, noun), Tie::Metric);
        }
        if self.clauses.zones[zone].kind == ZoneKind::Bracket {
            add(subject::nominative(&own), Tie::Bracket);
            if let Some(before) = zone.checked_sub(1) {
                let opener = of_zone(before);
                let end = self.clauses.zones[before].end;
                add(
                    opener.last().filter(|last| last.end + 1 >= end).copied().into_iter().collect(),
                    Tie::Bracket,
                );
            }
        }
        add(subject::nominative(&own), Tie::Zone);
        let clause = &self.clauses.clauses[self.clauses.zones[zone].clause];
        let mut obliques: Vec<Candidate> = oblique(&own);
        let others = clause
            .zones
            .iter()
            .rev()
            .filter(|&&other| other < zone)
            .chain(clause.zones.iter().filter(|&&other| other > zone));
        for &other in others.filter(|&&other| subject::lends_subject(&self.clauses, other)) {
            let found = of_zone(other);
            add(subject::nominative(&found), Tie::Clause);
            if obliques.is_empty() {
                obliques = oblique(&found);
            }
        }
        add(obliques, Tie::Oblique);
        let mut parent = clause.parent;
        for _ in 0..3 {
            let Some(number) = parent else { break };
            let around = &self.clauses.clauses[number];
            for &other in around.zones.iter().rev() {
                let found = of_zone(other);
                let shared = self.clauses.clauses[self.clauses.zones[zone].clause].kind == ZoneKind::Open;
                add(subject::nominative(&found), if shared { Tie::Clause } else { Tie::Around });
                add(oblique(&found), Tie::Around);
            }
            parent = around.parent;
        }
        groups
    }
}

/// The first name behind a preposition with those coordinated to it.
fn oblique(all: &[Candidate]) -> Vec<Candidate> {
    let is_name = |candidate: &&Candidate| {
        matches!(candidate.subject, subject::SubjectUse::Name(_))
            && candidate.case != subject::Case::Nominative
    };
    let Some(start) = all.iter().position(|candidate| is_name(&candidate)) else { return Vec::new() };
    let mut group = vec![all[start]];
    group.extend(all[start + 1..].iter().take_while(|candidate| candidate.coordinated).copied());
    group
}

/// Whether *auf* and the next figure follow a figure: *von 3,4 auf 2,9 Milliarden*.
fn is_level_behind(words: &Words, quantity: &Quantity, next: &Quantity) -> bool {
    let (end, first) = (quantity.place.end as usize, next.phrase_first as usize);
    quantity.kind == next.kind
        && first > end
        && first - end <= 6
        && (end..first).any(|at| words.is(at, Cue::Towards))
        && (end..first).all(|at| !matches!(words.text(at), "," | ";") && !words.is(at, Cue::Joins))
}
