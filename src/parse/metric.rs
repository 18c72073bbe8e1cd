//! Which noun or verb names what a figure measures.

use super::{
    clause::{Clauses, ZoneKind},
    governor::{Governor, find_change_noun},
    verb::Predicate,
};
use crate::{
    claim::{Kind, Role, Scope},
    lexicon::{
        Sense, Words,
        cues::Cue,
        grammar::{FunctionWord, Relation},
        metrics::{METRICS, MetricId, MetricWord},
        names::NameWord,
        sense::Groups,
    },
    mention::{Quantity, quantity::Unit},
    span::Span,
};

/// A metric as a word names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MetricUse {
    /// What is measured.
    pub metric: MetricId,
    /// The word; `None` where only the verb says it.
    pub span: Option<Span>,
    /// The first token of the word.
    pub token: usize,
    /// The token after it.
    pub end: usize,
    /// A better noun wins.
    pub weak: bool,
    /// A percentage of it is a part of a whole.
    pub share: bool,
}

/// Whether a figure of some kind can measure a metric: people are counted, profits come in money.
pub(crate) fn fits(metric: &str, kind: Kind) -> bool {
    match metric {
        "employees" | "jobs_cut" | "jobs_added" | "customers" | "users" | "passengers" | "unemployed"
        | "population" | "seats" | "insolvencies" | "overnight_stays" => {
            !matches!(kind, Kind::Money | Kind::Measure | Kind::Points)
        }
        "stores" => matches!(kind, Kind::Count | Kind::Multiple | Kind::Number),
        "unemployment_rate" => !matches!(kind, Kind::Money | Kind::Measure | Kind::Points),
        "inflation" | "turnout" | "market_share" => {
            !matches!(kind, Kind::Money | Kind::Measure | Kind::Count | Kind::Points)
        }
        "vote_share" => !matches!(kind, Kind::Money | Kind::Measure | Kind::Points),
        "production" | "unit_sales" | "exports" | "imports" | "order_intake" | "order_backlog" | "other" => {
            true
        }
        "emissions" | "energy_consumption" | "capacity" => kind != Kind::Money,
        "index_level" => !matches!(kind, Kind::Money | Kind::Measure | Kind::Count),
        // A metric of a user's lexicon may be counted in anything.
        _ => !matches!(kind, Kind::Count | Kind::Measure | Kind::Points) || !METRICS.contains(&metric),
    }
}

/// [`fits`] for a metric of the built-in list; any other fits everything.
fn id_fits(metric: MetricId, kind: Kind) -> bool {
    METRICS.get(usize::from(metric.0)).is_none_or(|name| fits(name, kind))
}

/// The preposition that a noun stands behind, across its article and adjectives.
pub(crate) fn preposition_of(words: &Words, noun: &MetricUse, first: usize) -> Option<Relation> {
    let mut at = noun.token;
    for _ in 0..5 {
        at = at.checked_sub(1).filter(|&at| at >= first)?;
        let token = words.token(at)?;
        if token.class != crate::document::Class::Word {
            return None;
        }
        let relation = words.find(at, |sense| match sense {
            Sense::Function(FunctionWord::Preposition(relation)) => Some(relation),
            _ => None,
        });
        if relation.is_some() {
            return relation;
        }
        if token.is_capitalised() || super::clause::is_finite_verb(words, at) {
            return None;
        }
    }
    None
}

/// The metric noun at a token: a word or phrase of the lexicon, or a compound that ends in one.
pub(super) fn find_noun(words: &Words, at: usize) -> Option<MetricUse> {
    let token = words.token(at)?;
    // *Schaden- und Unfallversicherung* names no damage.
    if crate::lexicon::words::is_hyphen(words.text(at + 1))
        && words.is_joined(at + 1)
        && !words.is_joined(at + 2)
    {
        return None;
    }
    let wanted = |sense: Sense| match sense {
        Sense::Metric(MetricWord::Noun { metric, weak, share }) => Some((metric, weak, share)),
        _ => None,
    };
    if let Some(((metric, weak, share), end)) = words.longest_of(Groups::METRIC, at, words.len(), wanted) {
        if end == at + 1 && !token.is_capitalised() {
            return None;
        }
        return Some(MetricUse {
            metric,
            span: Some(words.document.token_span(at, end - 1)),
            token: at,
            end,
            weak,
            share,
        });
    }
    if !token.is_capitalised() || token.span.len() < 7 || words.has(at, is_name) {
        return None;
    }
    let (senses, before) = words.lexicon.find_head(words.text(at))?;
    let use_of = |(metric, weak, share)| MetricUse {
        metric,
        span: Some(token.span),
        token: at,
        end: at + 1,
        weak,
        share,
    };
    if let Some(found) = senses.iter().find_map(|&sense| wanted(sense)) {
        return Some(use_of(found));
    }
    // *Umsatzanstieg*: the change noun's first part names the metric.
    let moves = senses.iter().any(|sense| matches!(sense, Sense::ChangeNoun { .. } | Sense::Source));
    if moves {
        let first = words.text(at).get(..before.min(token.span.len() as usize))?;
        let table = words.lexicon.table();
        // Without the letters that join the parts: *Gewinn-s-prung*, *Kosten-…*.
        for stem in (0..3).filter_map(|letters| first.get(..first.len().checked_sub(letters)?)) {
            let node = table.find(crate::lexicon::Node::ROOT, crate::document::fold::hash(stem), stem);
            let found = node.and_then(|node| table.senses(node).iter().find_map(|&sense| wanted(sense)));
            if let Some(found) = found {
                return Some(use_of(found));
            }
        }
    }
    None
}

fn is_name(sense: Sense) -> bool {
    matches!(sense, Sense::Name(_))
}

/// All metric nouns between two tokens, in text order.
pub(crate) fn nouns(words: &Words, first: usize, end: usize) -> Vec<MetricUse> {
    let mut found = Vec::new();
    let mut at = first;
    while at < end {
        // *Im Euro-Stoxx-50-Index* names the index; it does not say what is measured.
        let index = words.longest_of(Groups::NAME, at, end, |sense| {
            matches!(sense, Sense::Name(NameWord::Index(_))).then_some(())
        });
        if let Some(((), after)) =
            index.filter(|_| words.token(at).is_some_and(crate::document::Token::is_capitalised))
        {
            at = words.after(after - 1).max(after);
            continue;
        }
        match find_noun(words, at) {
            Some(noun) => {
                at = noun.end.max(at + 1);
                // *2 Euro je Aktie*, *pro Kunde*: what it is counted by is not measured.
                let divides = noun.token > first && words.is(noun.token - 1, Cue::PerUnit);
                // *Minus* is a loss only where nothing says that it is a change.
                let is_change =
                    noun.weak && words.has(noun.token, |sense| matches!(sense, Sense::ChangeNoun { .. }));
                if !(divides || is_change) {
                    found.push(refine(words, noun));
                }
            }
            None => at += 1,
        }
    }
    for index in 1..found.len() {
        let (whole, part) = (found[index - 1], found[index]);
        // *die Zahl der Mitarbeiter*: the better noun names what the weak one counts.
        let joined = part.token >= whole.end
            && part.token - whole.end <= 2
            && (whole.end..part.token).all(|at| words.token(at).is_some_and(|token| !token.is_capitalised()))
            && (words.is(whole.end, Cue::GenitiveArticle) || words.is(whole.end, Cue::PartOf));
        if whole.weak && !part.weak && joined {
            found[index - 1] = MetricUse { metric: part.metric, weak: false, ..whole };
        }
    }
    found
}

/// Applies the adjective before and the phrase behind a noun: *operativer Gewinn*, *Ergebnis vor Steuern*.
fn refine(words: &Words, mut noun: MetricUse) -> MetricUse {
    let refined = |index: u16, metric: MetricId| {
        let pairs = words.lexicon.refinements.get(usize::from(index))?;
        pairs.iter().find(|&&(from, _)| from == metric).map(|&(_, to)| to)
    };
    let wanted = |sense: Sense| match sense {
        Sense::Metric(MetricWord::Refines(index)) => Some(index),
        _ => None,
    };
    if let Some((metric, end)) = words
        .longest_of(Groups::METRIC, noun.end, words.len(), wanted)
        .and_then(|(index, end)| Some((refined(index, noun.metric)?, end)))
    {
        noun.metric = metric;
        noun.end = end;
        noun.span = Some(words.document.token_span(noun.token, end - 1));
    }
    for back in 1..=2 {
        let Some(at) = noun.token.checked_sub(back) else { break };
        if let Some(metric) = words.find(at, wanted).and_then(|index| refined(index, noun.metric)) {
            noun.metric = metric;
            break;
        }
        if words.token(at).is_none_or(crate::document::Token::is_capitalised) {
            break;
        }
    }
    noun
}

/// Whether a noun hangs on the noun before it: *die Belegschaft des Händlers*.
fn is_genitive(words: &Words, at: usize) -> bool {
    let Some(mut article) = at.checked_sub(1) else { return false };
    // *die Rendite zehnjähriger Anleihen*
    let is_noun = |at: Option<usize>| {
        at.and_then(|at| words.token(at))
            .is_some_and(|token| token.is_capitalised() && token.class == crate::document::Class::Word)
    };
    if words.token(article).is_some_and(|token| token.span.len() > 4)
        && words.ends(article, Cue::GenitiveEnding)
        && is_noun(article.checked_sub(1))
        && !super::clause::is_finite_verb(words, article)
    {
        return true;
    }
    for _ in 0..2 {
        if words.is(article, Cue::GenitiveArticle) {
            return is_noun(article.checked_sub(1));
        }
        if words.token(article).is_none_or(crate::document::Token::is_capitalised) {
            return false;
        }
        let Some(before) = article.checked_sub(1) else { return false };
        article = before;
    }
    false
}

/// The perimeters named between two tokens.
pub(super) fn scopes(words: &Words, first: usize, end: usize) -> Vec<Scope> {
    let mut found: Vec<Scope> = Vec::new();
    for at in first..end {
        let scope = words.longest_of(Groups::METRIC, at, end, |sense| match sense {
            Sense::Metric(MetricWord::Scope(scope)) => Some(scope),
            _ => None,
        });
        if let Some((scope, _)) = scope
            && !found.contains(&scope)
        {
            found.push(scope);
        }
    }
    found
}

/// What the choice of a metric may look at.
pub(super) struct Candidates<'a> {
    pub(super) clauses: &'a Clauses,
    /// The metric nouns of the sentence.
    pub(super) nouns: &'a [MetricUse],
    /// The metric nouns that another figure holds by a preposition or directly.
    pub(super) taken: &'a [usize],
}

/// The metric noun that belongs to a figure by itself: *Umsatz von 3 Milliarden*, *3 Millionen Euro Verlust*.
pub(super) fn tight(
    words: &Words,
    quantity: &Quantity,
    governor: &Governor,
    nouns: &[MetricUse],
) -> Option<usize> {
    let (first, end) = (quantity.phrase_first as usize, quantity.place.end as usize);
    if let Unit::Noun(span) = quantity.unit {
        // The counted noun is the metric: *2.300 Mitarbeiter*; *40 Millionen Aktien* are no price.
        let counted =
            nouns.iter().position(|noun| noun.span.is_some_and(|of| span.contains(of) || of.contains(span)));
        let counted = counted.filter(|&counted| id_fits(nouns[counted].metric, quantity.kind));
        if counted.is_some() {
            return counted;
        }
    }
    if matches!(quantity.kind, Kind::Money | Kind::Percent | Kind::Measure)
        && let Some(behind) =
            nouns.iter().position(|noun| noun.token == end && id_fits(noun.metric, quantity.kind))
        && governor.role != Role::Change
    {
        return Some(behind);
    }
    // *wegen hoher Kosten halbiert*: a verb that is its own figure holds no noun.
    if quantity.kind == Kind::Multiple {
        return None;
    }
    let noun = |at: usize| {
        nouns.iter().position(|noun| noun.end == at && !noun.weak && id_fits(noun.metric, quantity.kind))
    };
    // *Umsatz von*, *Kosten in Höhe von*, *Preis: 3 Euro*, *Umsatz (3 Mrd.)*
    let mut at = first;
    for _ in 0..6 {
        if let Some(found) = noun(at) {
            let joined = at == first || matches!(words.text(at), ":" | "(") || words.is(at, Cue::NamesFigure);
            return joined.then_some(found).filter(|_| find_change_noun(words, at - 1).is_none());
        }
        at = at.checked_sub(1)?;
        let weak = nouns.iter().any(|noun| noun.weak && noun.token == at);
        if !weak && words.text(at) != ":" && !words.is(at, Cue::BeforeFigure) {
            return None;
        }
    }
    None
}

impl Candidates<'_> {
    /// The metric noun of a figure that holds none by itself: the nearest in its zone, then in its clause,
    /// then in the clause that its clause depends on.
    pub(super) fn loose(
        &self,
        words: &Words,
        quantity: &Quantity,
        zone: usize,
        predicate: &Predicate,
    ) -> Option<usize> {
        let first = quantity.phrase_first as usize;
        let zones = &self.clauses.zones;
        let start = self.nouns.first().map_or(first, |noun| noun.token.saturating_sub(5));
        // What caused a change is not what changed: *halbierte sich wegen hoher Kosten*.
        let relation = |index: usize| preposition_of(words, &self.nouns[index], start);
        let free = |index: &usize| {
            !self.taken.contains(index)
                && id_fits(self.nouns[*index].metric, quantity.kind)
                && !matches!(
                    relation(*index),
                    Some(Relation::Cause | Relation::Excluding | Relation::Source | Relation::Contrast)
                )
        };
        let within = |zone: usize| {
            let of = zones[zone];
            (0..self.nouns.len())
                .filter(move |&index| of.first <= self.nouns[index].token && self.nouns[index].token < of.end)
                .filter(|index| free(index))
        };
        let nearest = |zone: usize| {
            let weight = |&index: &usize| {
                let noun = self.nouns[index];
                let distance =
                    if noun.token < first { first - noun.token } else { (noun.token - first) * 2 + 6 };
                let oblique = relation(index).is_some() || is_genitive(words, noun.token);
                distance + usize::from(noun.weak) * 40 + usize::from(oblique) * 20
            };
            within(zone).min_by_key(weight)
        };
        let own = nearest(zone);
        let verb_noun = predicate.verb.is_some();
        if own.is_some_and(|index| self.nouns[index].token < first || verb_noun) {
            return own;
        }
        let clause = zones[zone].clause;
        let of_clause = &self.clauses.clauses[clause];
        let before = of_clause.zones.iter().rev().copied().filter(|&other| other < zone).find_map(nearest);
        let after = || of_clause.zones.iter().copied().filter(|&other| other > zone).find_map(nearest);
        let bracket = || {
            let opener = (zones[zone].kind == ZoneKind::Bracket).then(|| zone.checked_sub(1)).flatten()?;
            within(opener)
                .next_back()
                .or_else(|| (0..self.nouns.len()).rev().find(|&index| self.nouns[index].token < first))
        };
        own.or(before).or_else(bracket).or_else(after).or_else(|| {
            let parent = of_clause.parent?;
            self.clauses.clauses[parent].zones.iter().copied().find_map(nearest)
        })
    }
}
