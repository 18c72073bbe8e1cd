//! The figures of one article, and the ways to find those that belong together.
//!
//! Every look-up is bounded: a statement, a sentence, or the [`WINDOW`] nearest figures of a topic. So the time of all
//! checks together grows with the number of claims, not with its square.

use super::figure::{Days, Figure, Topic, prepare};
use crate::claim::{Claim, Modality, Part};
use jiff::{ToSpan, civil::Date};
use std::collections::{BTreeMap, HashMap};

/// The most figures of one topic that are looked at around a figure, on each side.
pub(crate) const WINDOW: usize = 24;

/// The most figures of one statement or sentence that are related with each other.
pub(crate) const GROUP: usize = 40;

/// The figures of one article with their groups.
#[derive(Debug)]
pub(crate) struct Article<'a> {
    /// In the order of the claims.
    pub figures: Vec<Figure<'a>>,
    /// The date of the article.
    pub date: Option<Date>,
    /// By the number of the statement that the grammar ties them to.
    pub statements: BTreeMap<u32, Vec<(usize, Part)>>,
    /// By sentence.
    pub sentences: BTreeMap<u32, Vec<usize>>,
    topics: HashMap<Topic, Vec<usize>>,
    ids: HashMap<&'a str, usize>,
}

impl<'a> Article<'a> {
    /// Prepares and groups all claims.
    pub(crate) fn new(claims: &'a [Claim], date: Option<Date>) -> Self {
        let figures = prepare(claims);
        let mut article = Self {
            figures,
            date,
            statements: BTreeMap::new(),
            sentences: BTreeMap::new(),
            topics: HashMap::new(),
            ids: HashMap::new(),
        };
        for (at, figure) in article.figures.iter().enumerate() {
            for link in figure.claim.link.iter().chain(&figure.claim.ties) {
                article.statements.entry(link.statement).or_default().push((at, link.part));
            }
            article.sentences.entry(figure.claim.sentence).or_default().push(at);
            article.topics.entry(figure.topic).or_default().push(at);
            article.ids.insert(figure.claim.id.as_str(), at);
        }
        article
    }

    /// The figure of a claim's id.
    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// Whether the words tie a figure to another in this place.
    pub(crate) fn is_tied(&self, at: usize, part: Part) -> bool {
        let claim = self.figures[at].claim;
        claim.link.iter().chain(&claim.ties).any(|link| link.part == part)
    }

    /// The other figures of the same topic around a figure, in text order.
    pub(crate) fn same_topic(&self, at: usize) -> &[usize] {
        self.around(self.figures[at].topic, at)
    }

    /// The figures of a topic around a place, in text order.
    pub(crate) fn around(&self, topic: Topic, at: usize) -> &[usize] {
        let Some(group) = self.topics.get(&topic) else { return &[] };
        let place = group.partition_point(|other| *other < at);
        &group[place.saturating_sub(WINDOW)..(place + WINDOW).min(group.len())]
    }

    /// The figures of the same sentence around a figure, in text order.
    pub(crate) fn same_sentence(&self, at: usize) -> &[usize] {
        let Some(group) = self.sentences.get(&self.figures[at].claim.sentence) else { return &[] };
        let place = group.partition_point(|other| *other < at);
        &group[place.saturating_sub(WINDOW)..(place + WINDOW).min(group.len())]
    }

    /// Whether two figures can be about the same: equal segment, metric and perimeter, and equal subjects where both
    /// are known.
    pub(crate) fn same_matter(&self, a: usize, b: usize) -> bool {
        let (a, b) = (self.figures[a].topic, self.figures[b].topic);
        a.what == b.what
            && a.segment == b.segment
            && a.scope == b.scope
            && (a.who == b.who || a.who == 0 || b.who == 0)
    }

    /// Whether the words that name the metrics do not tell the figures apart: equal, missing, or both a single word.
    ///
    /// *Ausfuhren* and *Exporte* may be the same, *Ausfuhren* and *Exporte nach China* are not.
    pub(crate) fn same_wording(&self, a: usize, b: usize) -> bool {
        let text = |at: usize| self.figures[at].claim.metric.as_ref().and_then(|metric| metric.text.as_ref());
        let word = |text: &str| !text.contains([' ', '-', '\u{a0}']);
        text(a).zip(text(b)).is_none_or(|(a, b)| word(a) && word(b) || same_words(a, b))
    }

    /// Whether the text itself gives subject, metric and period of the figure, so that nothing was inferred.
    pub(crate) fn is_worded(&self, at: usize) -> bool {
        let inferred = |field: &str| matches!(field, "subjects" | "metric" | "period");
        !self.figures[at].claim.implied.iter().any(|implied| inferred(&implied.field))
    }

    /// Whether the metrics of two figures are named by the same words.
    pub(crate) fn has_same_name(&self, a: usize, b: usize) -> bool {
        let text =
            |at: usize| self.figures[at].claim.metric.as_ref().and_then(|metric| metric.text.as_deref());
        same_words(text(a).unwrap_or_default(), text(b).unwrap_or_default())
    }

    /// Whether one is as real as the other: fact with fact, outlook with outlook.
    pub(crate) fn same_reality(&self, a: usize, b: usize) -> bool {
        let outlook = |at: usize| {
            matches!(
                self.figures[at].claim.modality,
                Modality::Expected | Modality::Planned | Modality::Possible
            )
        };
        let denied = |at: usize| self.figures[at].claim.modality == Modality::Denied;
        outlook(a) == outlook(b) && denied(a) == denied(b)
    }

    /// The number of sentences between two figures.
    pub(crate) fn distance(&self, a: usize, b: usize) -> u32 {
        self.figures[a].claim.sentence.abs_diff(self.figures[b].claim.sentence)
    }
}

/// Whether two phrases have the same words in any case and spacing.
fn same_words(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    a.split_whitespace().eq(b.split_whitespace())
}

/// Whether two periods are the same or one of them is unknown.
pub(crate) fn may_be_same(a: Option<Days>, b: Option<Days>) -> bool {
    a.zip(b).is_none_or(|(a, b)| a == b)
}

/// Whether `old` is a period of about the same length before `new`.
pub(crate) fn is_earlier(old: Days, new: Days) -> bool {
    let length = |days: Days| (days.1 - days.0).get_days();
    let (a, b) = (length(old), length(new));
    old.0 < new.0 && old.1 < new.1 && (a - b).abs() <= 3 + a.max(b) / 20
}

/// Whether `old` is the same period a year before `new`.
pub(crate) fn is_year_before(old: Days, new: Days) -> bool {
    let back = |date: Date| date.checked_sub(1.year()).ok();
    let near = |a: Date, b: Option<Date>| b.is_some_and(|b| (a - b).get_days().abs() <= 1);
    near(old.0, back(new.0)) && near(old.1, back(new.1))
}

/// The figures of a statement that stand in a certain place of it, in text order.
pub(crate) fn placed(statement: &[(usize, Part)], part: Part) -> Vec<usize> {
    statement.iter().filter(|(_, place)| *place == part).map(|(at, _)| *at).take(GROUP).collect()
}
