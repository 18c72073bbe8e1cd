//! Figures that one statement ties together: the value before, the value after and the change between.

use super::{Parse, Statement, Tie, clause::ZoneKind, subject::Case};
use crate::{
    claim::{Kind, Part, Role},
    lexicon::{Words, cues::Cue, grammar::Relation},
    mention::Mentions,
};

/// An open group: the statements that fill its places.
#[derive(Default)]
struct Open {
    members: Vec<usize>,
    old: bool,
    new: bool,
    change: bool,
    level: Option<usize>,
}

/// Numbers the groups of a document and fills in the places that only the group shows.
pub(super) fn tie(words: &Words, mentions: &Mentions, parse: &mut Parse) {
    let mut open = Open::default();
    let mut group = 0;
    for index in 0..parse.statements.len() {
        let joins = open.members.last().is_some_and(|&last| belongs(mentions, parse, &open, last, index));
        if !joins {
            group += usize::from(index > 0);
            open = Open::default();
        }
        go_on(words, mentions, parse, index);
        fill(parse, mentions, &mut open, index);
        parse.statements[index].group = group;
        inherit(parse, &open, index);
        open.members.push(index);
    }
    parse.groups = if parse.statements.is_empty() { 0 } else { group + 1 };
}

/// A figure without a governor of its own takes the role of the one that it continues: *im Ausland waren es
/// 15 Prozent*, *eines von 16 Prozent*, and the shares of a metric that is measured in shares.
fn go_on(words: &Words, mentions: &Mentions, parse: &mut Parse, index: usize) {
    let statement = &parse.statements[index];
    let kind = mentions.quantities[statement.quantity].kind;
    if kind == Kind::Percent
        && statement.governor.role == Role::Level
        && statement.metric.is_some_and(|noun| noun.share)
    {
        parse.statements[index].governor.role = Role::Share;
        return;
    }
    let Some(before) = index.checked_sub(1).map(|before| &parse.statements[before]) else { return };
    let same_kind = mentions.quantities[before.quantity].kind == kind;
    if kind == Kind::Percent && statement.governor.rule == "governor.level" {
        let of = parse.clauses.zones[statement.zone];
        let first = mentions.quantities[statement.quantity].phrase_first as usize;
        let has = |from: usize, cue: Cue| (from..first).any(|at| words.cue(at, first, cue).is_some());
        let near = statement.sentence <= before.sentence + 1;
        // *1.330 Verfahren, das sind 40 Prozent*
        let rest = before.sentence == statement.sentence
            && matches!(mentions.quantities[before.quantity].kind, Kind::Count | Kind::Measure | Kind::Money)
            && before.governor.role == Role::Level
            && has(of.first.saturating_sub(1), Cue::Equates);
        // *Unter den Jüngeren sind es 52 Prozent*
        let among = near && same_kind && before.governor.role == Role::Share && has(of.first, Cue::ThereAre);
        let own = statement.metric_is_own && statement.metric.is_some_and(|noun| !noun.weak && !noun.share);
        if (rest || among) && !own {
            parse.statements[index].governor.role = Role::Share;
            parse.statements[index].part = Some(Part::Percent);
            return;
        }
        // *ein Plus von 2,5 Prozent, seit Jahresanfang eines von 16 Prozent*
        let one = has(first.saturating_sub(3), Cue::OneOf);
        if one && near && before.governor.role == Role::Change {
            let (role, direction) = (before.governor.role, before.governor.direction);
            let governor = &mut parse.statements[index].governor;
            (governor.role, governor.direction) = (role, direction);
            parse.statements[index].part = Some(Part::Change);
            return;
        }
    }
    let zone = parse.clauses.zones[statement.zone];
    let gapped = before.sentence == statement.sentence
        && (zone.first..mentions.quantities[statement.quantity].place.first as usize).len() <= 12
        && !parse.own_verb(statement.zone);
    let ungoverned = statement.governor.rule == "governor.level"
        && statement.governor.relation.is_none_or(|relation| relation == Relation::Plain);
    if kind == Kind::Percent
        && same_kind
        && ungoverned
        && gapped
        && before.governor.role != Role::Level
        && statement.metric.is_none_or(|noun| !statement.metric_is_own || noun.weak)
    {
        let governor = before.governor;
        parse.statements[index].governor.role = governor.role;
        parse.statements[index].governor.direction = governor.direction;
        parse.statements[index].part = governor.part.filter(|part| *part == Part::Change);
    }
}

/// Whether a statement goes on with an open group.
fn belongs(mentions: &Mentions, parse: &Parse, open: &Open, last: usize, index: usize) -> bool {
    let (before, statement) = (&parse.statements[last], &parse.statements[index]);
    if before.sentence != statement.sentence || !is_near(parse, before, statement) {
        return false;
    }
    let kind = mentions.quantities[statement.quantity].kind;
    let is_change = statement.governor.role == Role::Change;
    match statement.part {
        Some(Part::Old) => !open.old && (open.new || open.change || open.level.is_some()),
        Some(Part::New) => !open.new && (open.change || open.old),
        Some(Part::Change) if is_change => !open.change && (open.new || open.old || open.level.is_some()),
        None if statement.governor.role == Role::Level => {
            // *(2014: 4,86)*, *(Vorjahr: 3,1)*
            let bracket = parse.clauses.zones[statement.zone].kind == ZoneKind::Bracket;
            let same_kind = open
                .level
                .is_some_and(|level| mentions.quantities[parse.statements[level].quantity].kind == kind);
            bracket && same_kind && !open.old && statement.times.own
        }
        _ => false,
    }
}

/// Whether two statements stand close enough: in one zone, or the second in a zone without a noun and
/// subject of its own, or in a bracket.
fn is_near(parse: &Parse, before: &Statement, statement: &Statement) -> bool {
    if before.zone == statement.zone {
        return true;
    }
    let zone = &parse.clauses.zones[statement.zone];
    if zone.kind == ZoneKind::Bracket || statement.zone.saturating_sub(before.zone) > 2 {
        return zone.kind == ZoneKind::Bracket && statement.zone - before.zone <= 2;
    }
    if before.clause != statement.clause && !zone.resumes {
        return false;
    }
    let own_metric = statement.metric_is_own
        && statement.metric.map(|noun| noun.metric) != before.metric.map(|noun| noun.metric)
        && statement.metric.is_some_and(|noun| !noun.weak);
    let own_subject = statement.subjects.iter().any(|group| {
        group.tie == Tie::Zone
            && group.members.iter().any(|member| {
                member.case == Case::Nominative
                    && matches!(member.subject, super::subject::SubjectUse::Name(_))
            })
    });
    !own_metric && !own_subject
}

/// Takes the place of a statement in its group.
fn fill(parse: &mut Parse, mentions: &Mentions, open: &mut Open, index: usize) {
    let statement = &parse.statements[index];
    match statement.part {
        Some(Part::Old) => {
            open.old = true;
            name_level(parse, open, Part::New);
        }
        Some(Part::New) => open.new = true,
        Some(Part::Change) => {
            open.change = true;
            name_level(parse, open, Part::New);
        }
        None if statement.governor.role == Role::Level && open.level.is_some() => {
            open.old = true;
            parse.statements[index].part = Some(Part::Old);
            name_level(parse, open, Part::New);
        }
        None if matches!(statement.governor.role, Role::Level | Role::Share | Role::Rate)
            && mentions.quantities[statement.quantity].kind != Kind::Number =>
        {
            open.level = Some(index);
        }
        _ => {}
    }
}

/// The level that stood first in the group turns out to be its new value.
fn name_level(parse: &mut Parse, open: &mut Open, part: Part) {
    if let Some(level) = open.level.filter(|_| !open.new) {
        parse.statements[level].part = Some(part);
        open.new = true;
    }
}

/// What a statement without a noun of its own takes from the group's first.
fn inherit(parse: &mut Parse, open: &Open, index: usize) {
    let Some(&first) = open.members.first() else { return };
    let (metric, subjects) = (parse.statements[first].metric, parse.statements[first].subjects.clone());
    let (same_zone, modality) =
        (parse.statements[first].zone == parse.statements[index].zone, parse.statements[first].modality);
    let statement = &mut parse.statements[index];
    if !statement.metric_is_own || statement.metric.is_none_or(|noun| noun.weak) {
        statement.metric = metric.or(statement.metric);
    }
    if !same_zone || statement.subjects.is_empty() {
        statement.subjects = subjects;
    }
    if statement.part == Some(Part::Change) && !same_zone {
        statement.modality = modality;
    }
}
