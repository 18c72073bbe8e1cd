//! The mentions of a document as JSON: `zahlenwerk.mentions/1`.

use crate::{
    claim::{Direction, Kind, Modality, Modifier, Range, names},
    decimal::Decimal,
    interval::Interval,
    lexicon::{Sense, Words, metrics::MetricWord},
    mention::{self, Mentions, Place, name::Entity, period::Time},
    span::Span,
};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the format.
pub const FORMAT: &str = "zahlenwerk.mentions/1";

names! {
    /// What a cue tells the parser.
    CueKind {
        /// A verb of change or level.
        Verb = "verb",
        /// A noun that states a change.
        ChangeNoun = "change_noun",
        /// A comparative that states a change.
        ChangeAdverb = "change_adverb",
        /// A person or phrase that names a source.
        Source = "source",
        /// A word that sets the modality.
        Modality = "modality",
        /// A word that names a perimeter.
        Scope = "scope",
    }
}

names! {
    /// What a name that is no company's stands for.
    EntityKind {
        /// A country, region or city.
        Place = "place",
        /// The adjective or people of a place.
        PlaceAdjective = "place_adjective",
        /// An authority, association, institute, party, medium.
        Institution = "institution",
        /// A stock index.
        Index = "index",
        /// A traded good.
        Commodity = "commodity",
        /// A noun that stands for a company named elsewhere.
        CompanyNoun = "company_noun",
        /// A person.
        Person = "person",
    }
}

/// Something that the text mentions, with the rule that found it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "lowercase", deny_unknown_fields)]
pub enum Mention {
    /// A number with its unit.
    Quantity {
        /// Where it starts.
        start: u32,
        /// Where it ends, exclusive.
        end: u32,
        /// The surface.
        text: String,
        /// The id of the rule.
        rule: String,
        /// What sort of quantity; `number` for a bare number.
        kind: Kind,
        /// The value in whole units; null exactly when `range` is set.
        #[serde(with = "crate::decimal::text_or_null")]
        #[schemars(schema_with = "crate::decimal::text_or_null::schema")]
        value: Option<Decimal>,
        /// What it is counted in.
        unit: Option<String>,
        /// Both ends of a range.
        range: Option<Range>,
        /// The word that loosens it.
        modifier: Option<Modifier>,
        /// Every number that it can stand for.
        interval: Interval,
    },
    /// A time.
    Period {
        /// Where it starts.
        start: u32,
        /// Where it ends, exclusive.
        end: u32,
        /// The surface.
        text: String,
        /// The id of the rule.
        rule: String,
        /// The first day, where the wording alone fixes it.
        #[schemars(with = "Option<String>")]
        from: Option<Date>,
        /// The last day, where the wording alone fixes it.
        #[schemars(with = "Option<String>")]
        to: Option<Date>,
    },
    /// A company.
    Company {
        /// Where it starts.
        start: u32,
        /// Where it ends, exclusive.
        end: u32,
        /// The surface.
        text: String,
        /// The id of the rule.
        rule: String,
        /// Its id in the lexicon; null for one that the lexicon does not know.
        id: Option<String>,
        /// The canonical short name.
        name: String,
    },
    /// A place, an institution, an index, a person, or a noun that stands for a company.
    Name {
        /// Where it starts.
        start: u32,
        /// Where it ends, exclusive.
        end: u32,
        /// The surface.
        text: String,
        /// The id of the rule.
        rule: String,
        /// What sort of name.
        entity: EntityKind,
        /// The canonical name; null for a person or a noun.
        name: Option<String>,
    },
    /// A word that names what is measured.
    Metric {
        /// Where it starts.
        start: u32,
        /// Where it ends, exclusive.
        end: u32,
        /// The surface.
        text: String,
        /// The id of the rule.
        rule: String,
        /// The id of the metric.
        id: String,
    },
    /// A word that tells how figures are meant.
    Cue {
        /// Where it starts.
        start: u32,
        /// Where it ends, exclusive.
        end: u32,
        /// The surface.
        text: String,
        /// The id of the rule.
        rule: String,
        /// What it tells.
        cue: CueKind,
        /// Which way, for a change.
        direction: Option<Direction>,
        /// How real, for a word of modality.
        modality: Option<Modality>,
    },
}

/// Every mention of one document, in text order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MentionList {
    /// [`FORMAT`].
    pub format: String,
    /// The document's id.
    pub id: String,
    /// The mentions.
    pub mentions: Vec<Mention>,
}

impl MentionList {
    /// Lists what was found in a document, with offsets in bytes.
    pub fn new(id: &str, words: &Words<'_, '_>, found: &Mentions) -> Self {
        let mut mentions: Vec<(Span, Mention)> = Vec::new();
        mentions.extend(found.quantities.iter().map(|it| (it.place.span, quantity(words, it))));
        mentions.extend(found.periods.iter().map(|it| (it.place.span, period(words, it))));
        mentions.extend(found.names.iter().map(|it| (it.place.span, name(words, found, it))));
        let mut covered = vec![false; words.len()];
        let places = (found.quantities.iter().map(|it| it.place))
            .chain(found.periods.iter().map(|it| it.place))
            .chain(found.names.iter().map(|it| it.place));
        for place in places {
            covered.iter_mut().take(place.end as usize).skip(place.first as usize).for_each(|it| *it = true);
        }
        let mut at = 0;
        while at < words.len() {
            let end = (at..words.len()).find(|&at| covered[at]).unwrap_or(words.len());
            at = if let Some((word, after)) = find_word(words, at, end) {
                let span = words.document.token_span(at, after - 1);
                mentions.push((span, word.mention(words, span)));
                after
            } else {
                at + 1
            };
        }
        mentions.sort_by_key(|(span, _)| (span.start, span.end));
        let mentions = mentions.into_iter().map(|(_, mention)| mention).collect();
        Self { format: FORMAT.to_owned(), id: id.to_owned(), mentions }
    }
}

/// A metric or cue of the lexicon.
#[derive(Clone, Copy)]
struct Word {
    rule: &'static str,
    sense: Sense,
}

impl Word {
    fn of(sense: Sense) -> Option<Self> {
        let rule = match sense {
            Sense::Metric(MetricWord::Noun { .. }) => "metric.noun",
            Sense::Metric(MetricWord::Scope(_)) => "cue.scope",
            Sense::Verb(..) => "cue.verb",
            Sense::ChangeNoun { .. } => "cue.change_noun",
            Sense::ChangeAdverb(..) => "cue.change_adverb",
            Sense::Source | Sense::Says(_) => "cue.source",
            Sense::Modality(..) => "cue.modality",
            _ => return None,
        };
        Some(Self { rule, sense })
    }

    fn mention(self, words: &Words<'_, '_>, span: Span) -> Mention {
        let (start, end, text) = (span.start, span.end, words.document.surface(span).to_owned());
        let rule = self.rule.to_owned();
        let (mut direction, mut modality) = (None, None);
        let cue = match self.sense {
            Sense::Metric(MetricWord::Noun { metric, .. }) => {
                let id = words.lexicon.metric_names.get(usize::from(metric.0)).cloned().unwrap_or_default();
                return Mention::Metric { start, end, text, rule, id };
            }
            Sense::Verb(verb, _) => {
                direction = words.lexicon.verbs.get(usize::from(verb)).and_then(|verb| verb.direction);
                CueKind::Verb
            }
            Sense::ChangeNoun { direction: way, .. } => {
                direction = Some(way);
                CueKind::ChangeNoun
            }
            Sense::ChangeAdverb(way, _) => {
                direction = Some(way);
                CueKind::ChangeAdverb
            }
            Sense::Modality(how, _) => {
                modality = Some(how);
                CueKind::Modality
            }
            Sense::Metric(_) => CueKind::Scope,
            Sense::Source | Sense::Says(_) => CueKind::Source,
            _ => CueKind::Verb,
        };
        Mention::Cue { start, end, text, rule, cue, direction, modality }
    }
}

/// The metric or cue at a token, and the token after it; a compound is read from its last part.
fn find_word(words: &Words<'_, '_>, at: usize, end: usize) -> Option<(Word, usize)> {
    if at >= end {
        return None;
    }
    // A capital inside a sentence is a noun's: Betrieben is no form of betreiben.
    let noun = words.token(at).is_some_and(|token| token.is_capitalised() && !token.is_sentence_start());
    let of = |sense| Word::of(sense).filter(|_| !(noun && matches!(sense, Sense::Verb(..))));
    words.longest(at, end, of).or_else(|| {
        let (senses, _) = words.lexicon.find_head(words.text(at))?;
        let word = senses.iter().find_map(|&sense| of(sense))?;
        let rule = if matches!(word.sense, Sense::Metric(_)) { "metric.compound" } else { word.rule };
        Some((Word { rule, ..word }, at + 1))
    })
}

fn surface(words: &Words<'_, '_>, place: Place) -> (u32, u32, String, String) {
    let text = words.document.surface(place.span).to_owned();
    (place.span.start, place.span.end, text, place.rule.to_owned())
}

fn quantity(words: &Words<'_, '_>, found: &mention::Quantity) -> Mention {
    let (start, end, text, rule) = surface(words, found.place);
    Mention::Quantity {
        start,
        end,
        text,
        rule,
        kind: found.kind,
        value: found.value,
        unit: found.unit_text(words),
        range: found.range,
        modifier: found.modifier,
        interval: found.interval,
    }
}

fn period(words: &Words<'_, '_>, found: &mention::Period) -> Mention {
    let (start, end, text, rule) = surface(words, found.place);
    let (from, to) = match found.time {
        Time::Fixed(from, to) => (Some(from), Some(to)),
        Time::Open(from, to) => (from, to),
        _ => (None, None),
    };
    Mention::Period { start, end, text, rule, from, to }
}

fn name(words: &Words<'_, '_>, all: &Mentions, found: &mention::Name) -> Mention {
    let (start, end, text, rule) = surface(words, found.place);
    let names = &words.lexicon.names;
    let (entity, name) = match found.entity {
        Entity::Company(company) => {
            let company = names.company(company);
            let (id, name) = (Some(company.id.clone()), company.name.clone());
            return Mention::Company { start, end, text, rule, id, name };
        }
        Entity::UnknownCompany(place) => {
            let name = all.unknown_companies.get(usize::from(place)).cloned().unwrap_or_default();
            return Mention::Company { start, end, text, rule, id: None, name };
        }
        Entity::Place(place) => (EntityKind::Place, Some(names.place(place))),
        Entity::PlaceAdjective(place) => (EntityKind::PlaceAdjective, Some(names.place(place))),
        Entity::Institution(institution) => (EntityKind::Institution, Some(names.institution(institution))),
        Entity::Index(index) => (EntityKind::Index, Some(names.index(index))),
        Entity::Commodity(commodity) => (EntityKind::Commodity, Some(names.commodity(commodity))),
        Entity::GenericCompany | Entity::SectorCompany(_) => (EntityKind::CompanyNoun, None),
        Entity::Person => (EntityKind::Person, None),
    };
    Mention::Name { start, end, text, rule, entity, name: name.map(str::to_owned) }
}
