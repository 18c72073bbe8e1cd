//! Who a statement is about: the candidate whose grammatical tie and sort fit its metric best.

use super::{
    focus::Focus,
    referent::{Referent, Sort},
};
use crate::{
    claim::{Role, Subject},
    lexicon::{Words, grammar::Relation},
    mention::{Mentions, name::Entity},
    parse::{
        Statement, Tie,
        subject::{Candidate, Case, SubjectUse},
    },
    span::Span,
};

/// The sorts of subject that a metric expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expects {
    /// Revenue, profit, employees: an enterprise.
    Company,
    /// Gross domestic product, inflation, exports: a country.
    Place,
    /// Index points.
    Index,
    /// Prices: a product or good.
    Product,
    /// Whatever else: anything.
    Any,
    /// Votes and seats: a party.
    Party,
}

/// What a metric is measured of.
pub(super) fn expects(metric: Option<&str>) -> Expects {
    match metric.unwrap_or("other") {
        "gdp" | "inflation" | "unemployment_rate" | "unemployed" | "exports" | "imports"
        | "trade_balance" | "budget" | "deficit" | "public_debt" | "tax_revenue" | "population"
        | "turnout" | "insolvencies" | "overnight_stays" | "pension" | "rent" | "donations" => Expects::Place,
        "index_level" => Expects::Index,
        "vote_share" | "seats" => Expects::Party,
        "price" | "oil_price" | "exchange_rate" => Expects::Product,
        "other" | "interest_rate" | "production" | "tax" | "wage" | "emissions" | "energy_consumption"
        | "capacity" | "subsidy" | "spending" | "damage" | "unit_sales" | "customers" | "fine" => {
            Expects::Any
        }
        _ => Expects::Company,
    }
}

/// How badly a sort of subject fits what a metric expects.
const fn misfit(expects: Expects, sort: Sort) -> u32 {
    match (expects, sort) {
        (_, Sort::Person) => 9,
        // A noun cannot earn or employ; whatever the text was about before fits better.
        (Expects::Company, Sort::Thing) => 10,
        (Expects::Company | Expects::Any, Sort::Company)
        | (Expects::Place, Sort::Place)
        | (Expects::Index, Sort::Index)
        | (Expects::Party, Sort::Institution)
        | (Expects::Product, Sort::Commodity | Sort::Currency) => 0,
        (Expects::Product, Sort::Thing)
        | (Expects::Any, Sort::Place | Sort::Index | Sort::Commodity | Sort::Currency) => 1,
        (Expects::Product, Sort::Place | Sort::City | Sort::Company)
        | (Expects::Index, Sort::Commodity)
        | (Expects::Place, Sort::City) => 2,
        (Expects::Company | Expects::Any, Sort::City)
        | (Expects::Any, Sort::Thing | Sort::Institution)
        | (Expects::Company, Sort::Place)
        | (Expects::Place | Expects::Party, Sort::Thing) => 4,
        (Expects::Company, Sort::Institution) | (Expects::Place, Sort::Company | Sort::Commodity) => 5,
        _ => 8,
    }
}

/// Places behind a preposition and nouns that a metric counts are seldom what a figure is about.
const fn aside(tie: Tie, expects: Expects, sort: Sort) -> u32 {
    match (tie, expects, sort) {
        (Tie::Oblique | Tie::Around, Expects::Any, Sort::Place)
        | (Tie::Metric, Expects::Any | Expects::Company, Sort::Thing) => 2,
        _ => 0,
    }
}

/// How far a tie reaches.
const fn reach(tie: Tie) -> u32 {
    match tie {
        Tie::Metric => 0,
        Tie::Bracket | Tie::Zone => 1,
        Tie::Clause => 2,
        Tie::Oblique => 3,
        Tie::Around => 4,
    }
}

/// Whom the shares of a survey are of.
const ASKED: &str = "Befragte";
/// A survey's shares belong to those asked unless a name stands with them.
const SURVEY_COST: u32 = 3;

/// The reach of what the text was about before.
const FOCUS_REACH: u32 = 5;

/// A noun that names nobody is seldom what the next statement goes on about.
const PASSING: u32 = 6;

/// A resolved subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Resolved {
    pub(super) subjects: Vec<Subject>,
    pub(super) referents: Vec<Referent>,
    /// The rule that implied it, where no word of the sentence names it.
    pub(super) implied: Option<&'static str>,
}

/// Everything that subjects are resolved from.
pub(super) struct Scene<'a, 'd, 't> {
    pub(super) words: &'a Words<'d, 't>,
    pub(super) mentions: &'a Mentions,
    pub(super) focus: &'a Focus,
    /// The text reports of a survey: its shares are of those asked.
    pub(super) survey: bool,
}

impl Scene<'_, '_, '_> {
    /// Resolves the subject of a statement; `before` is that of the statement before it.
    pub(super) fn resolve(
        &self,
        statement: &Statement,
        metric: Option<&str>,
        before: Option<(u32, &Resolved)>,
    ) -> Resolved {
        let expects = expects(metric);
        let first = self.mentions.quantities[statement.quantity].place.first;
        let since = before.map(|(token, _)| token);
        // A company named since the last figure takes the focus from what that figure was about.
        let shifted = since
            .is_some_and(|token| self.focus.last_company_token(first).is_some_and(|named| named > token));
        let last = since.and_then(|token| self.focus.topics(Some(token), first).next());
        // *Auch Kupfer war gefragt. An der Metallbörse verteuerte sich die Tonne …*: prices go on about their good.
        let good = (expects == Expects::Product)
            .then(|| self.focus.topics(since, first).find(|it| it.sort == Sort::Commodity))
            .flatten();
        let before = before.map(|(_, before)| before);
        let named = |before: &&Resolved| before.referents.first().is_some_and(|it| it.sort != Sort::Thing);
        let pronoun_before = before.filter(|_| !shifted).filter(named);
        let mut best: Option<(u32, Resolved)> = None;
        let mut offer = |cost: u32, resolved: Resolved| {
            if best.as_ref().is_none_or(|(old, _)| cost < *old) {
                best = Some((cost, resolved));
            }
        };
        for group in &statement.subjects {
            // *Exporte nach China* are not China's.
            let trade = matches!(metric, Some("exports" | "imports" | "trade_balance"));
            if trade && group.members.iter().any(|member| is_partner(member, group.tie)) {
                continue;
            }
            let found: Vec<(Referent, Span, bool)> = group
                .members
                .iter()
                .filter_map(|candidate| self.referent(candidate, expects, pronoun_before))
                .collect();
            let Some((leader, ..)) = found.first() else { continue };
            let sort = leader.sort;
            let cost = reach(group.tie) + misfit(expects, sort) + aside(group.tie, expects, sort);
            if sort == Sort::Person {
                continue;
            }
            let (mut subjects, mut referents) = (Vec::new(), Vec::new());
            for (referent, span, _) in
                found.into_iter().filter(|(referent, ..)| is_alike(referent.sort, sort))
            {
                if referents.contains(&referent) {
                    continue;
                }
                subjects.push(subject(&referent, Some(span)));
                referents.push(referent);
            }
            offer(cost, Resolved { subjects, referents, implied: None });
        }
        // The statement before in the sentence or paragraph goes on.
        if let Some(before) =
            before.filter(|_| !shifted || !matches!(expects, Expects::Company | Expects::Any))
            && let Some(leader) = before.referents.first()
        {
            let subjects = before.referents.iter().map(|referent| subject(referent, None)).collect();
            let resolved =
                Resolved { subjects, referents: before.referents.clone(), implied: Some("subject.before") };
            let passing = if leader.sort == Sort::Thing { PASSING } else { 0 };
            offer(FOCUS_REACH + passing + misfit(expects, leader.sort), resolved);
        }
        for topic in last.into_iter().chain(good) {
            let resolved = Resolved {
                subjects: vec![subject(topic, None)],
                referents: vec![topic.clone()],
                implied: Some("subject.topic"),
            };
            offer(FOCUS_REACH - 1 + misfit(expects, topic.sort), resolved);
        }
        if self.survey
            && statement.governor.role == Role::Share
            && metric.is_none_or(|metric| metric == "other")
        {
            let asked = Referent { name: ASKED.to_owned(), company: None, sort: Sort::Thing, sector: None };
            let subjects = vec![subject(&asked, None)];
            offer(
                SURVEY_COST,
                Resolved { subjects, referents: vec![asked], implied: Some("subject.survey") },
            );
        }
        if let Some(referent) = self.focused(expects, shifted, first) {
            let resolved = Resolved {
                subjects: vec![subject(referent, None)],
                referents: vec![referent.clone()],
                implied: Some("subject.focus"),
            };
            offer(FOCUS_REACH + 1 + misfit(expects, referent.sort), resolved);
        }
        best.map_or_else(
            || Resolved { subjects: Vec::new(), referents: Vec::new(), implied: None },
            |(_, found)| found,
        )
    }

    /// What the text was about before a token, as far as a metric can be measured of it.
    fn focused(&self, expects: Expects, shifted: bool, first: u32) -> Option<&Referent> {
        match expects {
            Expects::Company => self
                .focus
                .last(Sort::Company, first)
                .or(self.focus.main_company())
                .or(self.focus.main_place()),
            Expects::Any if shifted => self.focus.last(Sort::Company, first),
            Expects::Any | Expects::Product => {
                self.focus.main_company().or(self.focus.last(Sort::Place, first)).or(self.focus.main_place())
            }
            Expects::Place => self.focus.main_place().or(self.focus.last(Sort::Place, first)),
            Expects::Index => self.focus.last(Sort::Index, first),
            Expects::Party => self.focus.last(Sort::Institution, first),
        }
    }

    /// What a candidate stands for, the span it was resolved from, and whether it names it itself.
    fn referent(
        &self,
        candidate: &Candidate,
        expects: Expects,
        before: Option<&Resolved>,
    ) -> Option<(Referent, Span, bool)> {
        match candidate.subject {
            SubjectUse::Name(index) => {
                let name = &self.mentions.names[index];
                if let Some(referent) = Referent::of_name(self.words, self.mentions, name) {
                    return Some((referent, name.place.span, true));
                }
                let first = name.place.first;
                let found = match name.entity {
                    Entity::SectorCompany(sector) => self.focus.last_of_sector(sector, first),
                    _ => None,
                };
                let found = found
                    .or_else(|| self.focus.last(Sort::Company, first))
                    .or_else(|| self.focus.main_company());
                Some((found?.clone(), name.place.span, false))
            }
            SubjectUse::Pronoun(span) => {
                let referent = before.and_then(|before| before.referents.first()).cloned().or_else(|| {
                    let sort = if expects == Expects::Place { Sort::Place } else { Sort::Company };
                    self.focus.last(sort, candidate.token as u32).cloned()
                })?;
                Some((referent, span, false))
            }
            SubjectUse::Currency(span) => {
                let surface = self.words.document.surface(span);
                let name = surface.strip_suffix('s').unwrap_or(surface).to_owned();
                Some((Referent { name, company: None, sort: Sort::Currency, sector: None }, span, true))
            }
            SubjectUse::Noun(span) => {
                let name = self.words.document.surface(span);
                let thing =
                    Referent { name: name.to_owned(), company: None, sort: Sort::Thing, sector: None };
                Some((thing, span, true))
            }
        }
    }
}

/// Whether two sorts share a list: *Kohle und Kernenergie*.
fn is_alike(one: Sort, other: Sort) -> bool {
    let good = |sort: Sort| matches!(sort, Sort::Commodity | Sort::Thing);
    one == other || good(one) && good(other)
}

/// The other side of a trade: behind *nach*, *in*, *aus*, *mit*.
fn is_partner(candidate: &Candidate, tie: Tie) -> bool {
    match candidate.case {
        Case::Nominative => false,
        Case::Genitive => tie != Tie::Metric,
        Case::Oblique => !matches!(candidate.relation, Some(Relation::Topic | Relation::AtLevel)),
    }
}

/// Takes the n-th of several subjects: *A und B legten um 3 beziehungsweise 4 Prozent zu*.
pub(super) fn nth(resolved: &Resolved, place: usize) -> Resolved {
    Resolved {
        subjects: resolved.subjects.get(place).cloned().into_iter().collect(),
        referents: resolved.referents.get(place).cloned().into_iter().collect(),
        implied: resolved.implied,
    }
}

fn subject(referent: &Referent, span: Option<Span>) -> Subject {
    Subject {
        name: referent.name.clone(),
        company: referent.company.clone(),
        start: span.map(|span| span.start),
        end: span.map(|span| span.end),
    }
}
