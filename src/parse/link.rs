//! Ties beyond growth: part, whole and percentage; whole and portions; price, count and total; two figures and the gap
//! between them; and a level with an earlier one in the next clause (*ein Jahr zuvor waren es 40*).
//!
//! Each rule reads the words between neighbouring figures. A figure may stand in several ties, each with its own place.

use super::Parse;
use crate::{
    claim::{Kind, Part, Role},
    lexicon::{Words, cues::Cue},
    mention::{Mentions, Quantity},
};

/// The most words between two figures that a rule looks at.
const REACH: usize = 24;

/// The most portions of one total.
const MOST_PORTIONS: usize = 12;

/// What the rules see.
struct Text<'a, 'd, 't> {
    words: &'a Words<'d, 't>,
    mentions: &'a Mentions,
    parse: &'a Parse,
}

/// Figures with their places in one tie.
type Tied = Vec<(usize, Part)>;

/// Finds the ties of a document and undoes those of `group` that a list or an insertion refutes.
pub(super) fn tie(words: &Words, mentions: &Mentions, parse: &mut Parse) {
    let text = Text { words, mentions, parse };
    let all = 0..text.parse.statements.len();
    let loose: Vec<usize> = all.clone().filter(|&at| text.is_no_change(at)).collect();
    let found: Vec<Tied> = all.flat_map(|at| text.ties(at)).collect();
    for at in loose {
        parse.statements[at].part = None;
    }
    for tied in found {
        for (at, part) in tied {
            parse.statements[at].ties.push((parse.groups, part));
        }
        parse.groups += 1;
    }
}

impl Text<'_, '_, '_> {
    /// The ties that begin or end with a figure.
    fn ties(&self, at: usize) -> Vec<Tied> {
        let all = [
            self.share(at),
            self.portions(at),
            self.earlier(at),
            self.summary(at),
            self.product(at),
            self.gap(at),
            self.together(at),
            self.made_up(at),
            self.remaining(at),
            self.allotted(at),
        ];
        all.into_iter().flatten().collect()
    }

    fn quantity(&self, at: usize) -> Option<&Quantity> {
        Some(&self.mentions.quantities[self.parse.statements.get(at)?.quantity])
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.quantity(at).map(|quantity| quantity.kind)
    }

    fn sentence(&self, at: usize) -> Option<usize> {
        Some(self.parse.statements.get(at)?.sentence)
    }

    fn role(&self, at: usize) -> Option<Role> {
        Some(self.parse.statements.get(at)?.governor.role)
    }

    /// The folded words from the end of one figure to the phrase of another; `None` if they are too far apart.
    fn between(&self, a: usize, b: usize) -> Option<Vec<String>> {
        let (first, end) = (self.quantity(a)?.place.end as usize, self.quantity(b)?.phrase_first as usize);
        let near = first <= end && end - first <= REACH && self.sentence(b)? <= self.sentence(a)? + 1;
        near.then(|| (first..end).map(|at| self.words.text(at).to_lowercase()).collect())
    }

    /// The folded words before the phrase of a figure, in its sentence, the nearest last.
    fn before(&self, at: usize, count: usize) -> Vec<String> {
        let Some((quantity, sentence)) = self.quantity(at).zip(self.sentence(at)) else { return Vec::new() };
        let end = quantity.phrase_first as usize;
        let start = self.words.document.sentences[sentence].tokens.start.max(end.saturating_sub(count));
        (start..end).map(|at| self.words.text(at).to_lowercase()).collect()
    }

    /// The folded words behind a figure.
    fn behind(&self, at: usize, count: usize) -> Vec<String> {
        let Some((quantity, sentence)) = self.quantity(at).zip(self.sentence(at)) else { return Vec::new() };
        let first = quantity.place.end as usize;
        let end = self.words.document.sentences[sentence].tokens.end.min(first + count);
        (first..end.max(first)).map(|at| self.words.text(at).to_lowercase()).collect()
    }

    fn is_amount(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Count | Kind::Money | Kind::Measure))
            && self.quantity(at).is_some_and(|quantity| quantity.repeats.is_none())
    }

    /// Whether both are of one sort and, where both have one, of one unit.
    fn alike(&self, a: usize, b: usize) -> bool {
        let unit = |at: usize| self.quantity(at).and_then(|quantity| quantity.unit_text(self.words));
        self.kind(a).is_some()
            && self.kind(a) == self.kind(b)
            && (self.kind(a) == Some(Kind::Count) || unit(a) == unit(b))
    }

    /// The second of a list (*auf 14 beziehungsweise 12*), and a share of what was said (*wobei die Hälfte*): no change.
    fn is_no_change(&self, at: usize) -> bool {
        let of_group = self.parse.statements[at].part == Some(Part::Change);
        let Some(words) = at.checked_sub(1).filter(|_| of_group).and_then(|before| self.between(before, at))
        else {
            return false;
        };
        let is = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
        let governed = is(&["um", "plus", "minus"]);
        !governed
            && (words.len() <= 2 && is(&["bzw", "beziehungsweise"]) && self.alike(at - 1, at)
                || is(&["wobei", "jeweils"]))
    }

    /// *12 der 40 Filialen, also 30 Prozent*; *ein Drittel der 9.000 Stellen*; *von den 40 Filialen schließen 12*;
    /// *12 Filialen, das sind 30 Prozent*.
    fn share(&self, at: usize) -> Option<Tied> {
        let words = self.between(at, at + 1)?;
        let same_sentence = self.sentence(at) == self.sentence(at + 1);
        let genitive =
            ["der", "von", "des", "aller", "ihrer", "seiner", "dieser"].contains(&words.first()?.as_str());
        let short = words.len() == 1
            || words.len() <= 4
                && words.last().is_some_and(|last| ["von", "den", "insgesamt"].contains(&last.as_str()));
        if same_sentence && genitive && short && self.is_amount(at + 1) {
            if self.kind(at) == Some(Kind::Percent) {
                return Some(vec![(at, Part::Percent), (at + 1, Part::Whole)]);
            }
            if self.is_portion(at, at + 1) && (self.is_bare(at) || self.is_named_alike(at, at + 1)) {
                return Some(self.with_percent(vec![(at, Part::Share), (at + 1, Part::Whole)], at + 1));
            }
        }
        let opener = self.before(at, 3);
        let of = opener.iter().any(|word| word == "von") && !opener.iter().any(|word| word == "auf");
        let plain = !words.iter().any(|word| ["auf", "um", "bis", ";"].contains(&word.as_str()));
        if same_sentence
            && of
            && plain
            && self.is_bare(at + 1)
            && words.len() <= 8
            && self.is_portion(at + 1, at)
        {
            return Some(self.with_percent(vec![(at, Part::Whole), (at + 1, Part::Share)], at + 1));
        }
        // The figure before is tied already; asked last, so that the rule does not run back through the text.
        let other_tie = || at > 0 && self.share(at - 1).is_some_and(|tied| tied.len() == 3);
        (self.is_amount(at) && self.is_same_in_percent(at) && !other_tie())
            .then(|| vec![(at, Part::Share), (at + 1, Part::Percent)])
    }

    /// Whether a figure is a number alone.
    fn is_bare(&self, at: usize) -> bool {
        self.quantity(at).is_some_and(|quantity| quantity.place.end == quantity.place.first + 1)
    }

    fn is_named_alike(&self, a: usize, b: usize) -> bool {
        let name = |at: usize| self.quantity(at).and_then(|quantity| quantity.unit_text(self.words));
        name(a).is_some() && name(a) == name(b)
    }

    /// Whether both are counts and the first is smaller: *1 von 1* is a page.
    fn is_portion(&self, part: usize, whole: usize) -> bool {
        let count = |at: usize| self.quantity(at).filter(|quantity| quantity.kind == Kind::Count)?.value;
        count(part).zip(count(whole)).is_some_and(|(part, whole)| part < whole)
    }

    /// Adds the percentage that follows, if it says the same again.
    fn with_percent(&self, mut tied: Tied, last: usize) -> Tied {
        if self.is_same_in_percent(last) {
            tied.push((last + 1, Part::Percent));
        }
        tied
    }

    /// Whether the next figure is a percentage that says the same again.
    fn is_same_in_percent(&self, at: usize) -> bool {
        let Some(words) = self.between(at, at + 1).filter(|_| self.kind(at + 1) == Some(Kind::Percent))
        else {
            return false;
        };
        let ends = |phrases: &[&[&str]]| {
            phrases.iter().any(|phrase| {
                words.len() >= phrase.len() && words[words.len() - phrase.len()..].iter().eq(phrase.iter())
            })
        };
        let change =
            matches!(self.role(at), Some(Role::Change)) || matches!(self.role(at + 1), Some(Role::Change));
        let said = ends(&[
            &["also"],
            &["das", "sind"],
            &["das", "waren"],
            &["und", "damit"],
            &["das", "entspricht"],
            &["dies", "entspricht"],
            &["mithin"],
        ]);
        let listed = words.len() == 1 && words[0] == "oder" && self.is_amount(at);
        let behind = self.behind(at + 1, 2);
        let compared =
            behind.iter().any(|word| ["mehr", "weniger", "höher", "niedriger"].contains(&word.as_str()));
        !change && !compared && (said && words.len() <= 12 || listed)
    }

    /// *40 Filialen, davon 12 im Ausland und 3 in Asien*.
    fn portions(&self, at: usize) -> Option<Tied> {
        let words = self.between(at, at + 1)?;
        let place = words.iter().position(|word| word == "davon" || word == "darunter")?;
        // *Neun davon*: the figure itself is the portion.
        let near = place > 0 && place <= 3
            || self.sentence(at) != self.sentence(at + 1)
                && words.get(place.checked_sub(1)?).is_some_and(|word| word == ".");
        let changes = self.role(at) == Some(Role::Change) && self.kind(at) != Some(Kind::Count);
        if !near || words.len() - place > 4 || !self.is_amount(at) || changes {
            return None;
        }
        if self.kind(at + 1) == Some(Kind::Percent) {
            return Some(vec![(at, Part::Whole), (at + 1, Part::Percent)]);
        }
        if !self.alike(at, at + 1) {
            return None;
        }
        let mut tied = vec![(at, Part::Whole), (at + 1, Part::Part)];
        let mut last = at + 1;
        while self.sentence(last + 1) == self.sentence(at + 1)
            && self.alike(last, last + 1)
            && self.role(last + 1) == self.role(at + 1)
        {
            let words = self.between(last, last + 1)?;
            if words.len() > 6 || !words.iter().any(|word| word == "und" || word == ",") {
                break;
            }
            last += 1;
            tied.push((last, Part::Part));
        }
        Some(tied)
    }

    /// *80 Prozent, ein Jahr zuvor waren es 70*: with the change between the two or right behind.
    fn earlier(&self, at: usize) -> Option<Tied> {
        let words = self.before(at, 9);
        let pair = |a: &str, b: &str| words.windows(2).any(|pair| pair[0] == a && pair[1] == b);
        let is_level = |at: usize| {
            matches!(self.role(at), Some(Role::Level | Role::Share | Role::Rate))
                && self.kind(at) != Some(Kind::Multiple)
        };
        if !(pair("waren", "es") || pair("war", "es")) || !is_level(at) {
            return None;
        }
        let is = |wanted: &[&str]| {
            words
                .iter()
                .any(|word| wanted.contains(&word.as_str()) || wanted.contains(&"Jahr") && is_year(word))
        };
        let later = is(&["später", "danach"]);
        if !later
            && !is(&[
                "zuvor",
                "davor",
                "früher",
                "vorjahr",
                "vorjahreszeitraum",
                "vorjahresmonat",
                "vorjahresquartal",
                "Jahr",
            ])
            && !pair("vor", "einem")
        {
            return None;
        }
        let is_change = |at: usize| self.role(at) == Some(Role::Change);
        let first = (1..=2).filter_map(|back| at.checked_sub(back)).find(|&first| {
            is_level(first)
                && self.alike(first, at)
                && self.between(first, at).is_some()
                && (first + 1..at).all(is_change)
        })?;
        let (old, new) = if later { (first, at) } else { (at, first) };
        let mut tied = vec![(old, Part::Old), (new, Part::New)];
        let anaphor = |at: usize| {
            let words = self.before(at, 12);
            let same = self.sentence(at) == at.checked_sub(1).and_then(|before| self.sentence(before));
            same && words.iter().rev().take(4).any(|word| word == "ein" || word == "eine")
                || words.first().is_some_and(|word| ["das", "dies", "damit"].contains(&word.as_str()))
        };
        if first + 2 == at {
            tied.push((first + 1, Part::Change));
        } else if is_change(at + 1) && self.between(at, at + 1).is_some() && anaphor(at + 1) {
            tied.push((at + 1, Part::Change));
        }
        if tied.get(2).is_some_and(|&(change, _)| self.kind(change) == Some(Kind::PercentagePoint)) {
            tied = tied
                .into_iter()
                .zip([Part::B, Part::A, Part::Gap])
                .map(|((at, _), part)| (at, part))
                .collect();
        }
        Some(tied)
    }

    /// *5 Euro nach 4 Euro. Das ist ein Plus von 25 Prozent*: a change that opens the next sentence and points back.
    fn summary(&self, at: usize) -> Option<Tied> {
        let words = self.before(at, 9);
        let nouns = [
            "plus",
            "minus",
            "anstieg",
            "zuwachs",
            "rückgang",
            "aufschlag",
            "abschlag",
            "zunahme",
            "steigerung",
            "wertverlust",
        ];
        let points =
            words.first().is_some_and(|word| ["das", "dies", "der", "damit"].contains(&word.as_str()))
                && words.len() <= 7
                && words.iter().any(|word| nouns.contains(&word.as_str()));
        let (last, first) = (at.checked_sub(1)?, at.checked_sub(2));
        let follows = self.role(at) == Some(Role::Change)
            && self.sentence(at) == self.sentence(last).map(|sentence| sentence + 1)
            && self.quantity(at)?.place.first as usize
                <= self.words.document.sentences[self.sentence(at)?].tokens.start + 9;
        let place = |at: usize| (self.parse.statements[at].group, self.parse.statements[at].part);
        let (group, part) = place(last);
        let old_and_new = |first: &usize| matches!((place(*first), part), ((other, Some(Part::New)), Some(Part::Old)) | ((other, Some(Part::Old)), Some(Part::New)) if other == group);
        let pair = first.filter(old_and_new).filter(|_| points && follows)?;
        let (new, old) = if part == Some(Part::Old) { (pair, last) } else { (last, pair) };
        let points = self.kind(at) == Some(Kind::PercentagePoint);
        let places =
            if points { [Part::A, Part::B, Part::Gap] } else { [Part::New, Part::Old, Part::Change] };
        Some([new, old, at].into_iter().zip(places).collect())
    }

    /// *30 Busse zu je 400.000 Euro*, *zu einem Preis von 400.000 Euro pro Stück*.
    fn product(&self, at: usize) -> Option<Tied> {
        let words = self.between(at, at + 1)?;
        let counted = self.kind(at) == Some(Kind::Count) && self.kind(at + 1) == Some(Kind::Money);
        let plain = [at, at + 1].iter().all(|&at| self.role(at) != Some(Role::Change));
        let same = self.sentence(at) == self.sentence(at + 1);
        let each = words.ends_with(&["zu".to_owned(), "je".to_owned()])
            || words.last().is_some_and(|word| word == "à") && words.len() <= 3;
        let priced = words
            .iter()
            .any(|word| matches!(word.as_str(), "preis" | "stückpreis" | "kaufpreis" | "einzelpreis"))
            && (words.iter().any(|word| word == "stückpreis" || word == "einzelpreis")
                || self.behind(at + 1, 1).iter().any(|word| matches!(word.as_str(), "pro" | "je")));
        (same && counted && plain && (each || priced)).then(|| vec![(at + 1, Part::Price), (at, Part::Count)])
    }

    /// *20 Punkte über der Prognose von 2.392*, *3 Punkte mehr als die 12 Prozent*, *20 Punkte unter dem Rekord*.
    fn gap(&self, at: usize) -> Option<Tied> {
        let wanted = match self.kind(at)? {
            Kind::PercentagePoint => Kind::Percent,
            Kind::Points => Kind::Points,
            _ => return None,
        };
        let behind = self.behind(at, 2);
        let compares = match behind.as_slice() {
            [word, ..] if ["über", "unter", "hinter", "vor"].contains(&word.as_str()) => true,
            [word, next] => ["mehr", "weniger"].contains(&word.as_str()) && next == "als",
            _ => false,
        };
        let level = |other: usize| self.kind(other) == Some(wanted) && self.role(other) != Some(Role::Change);
        let first = at.checked_sub(1).filter(|&first| level(first) && self.between(first, at).is_some())?;
        if !compares {
            return None;
        }
        let mut tied = vec![(first, Part::A), (at, Part::Gap)];
        let last = at + 1;
        if level(last)
            && self.sentence(last) == self.sentence(at)
            && self.between(at, last).is_some_and(|words| words.len() <= 9)
        {
            tied.push((last, Part::B));
        }
        Some(tied)
    }

    /// *10 Millionen, sie verteilen sich auf 7 Millionen in Asien und 3 Millionen in Europa*; *setzt sich aus 7 und 3
    /// zusammen*.
    fn made_up(&self, at: usize) -> Option<Tied> {
        let words = self.between(at, at + 1)?;
        let has = |wanted: &str| words.iter().any(|word| word == wanted);
        let spread = words.iter().any(|word| word.starts_with("verteil"))
            && words.last().is_some_and(|word| word == "auf");
        let joined = has("setzt") && words.last().is_some_and(|word| word == "aus");
        let listed = self.between(at + 1, at + 2)?;
        let both = self.sentence(at + 1) == self.sentence(at + 2)
            && listed.len() <= 6
            && listed.iter().any(|word| word == "und" || word == "sowie");
        let third = self.sentence(at + 3) == self.sentence(at + 2) && self.alike(at + 2, at + 3);
        let alike = self.is_amount(at) && self.alike(at, at + 1) && self.alike(at + 1, at + 2);
        let levels = [at, at + 1, at + 2].iter().all(|&at| self.role(at) != Some(Role::Change));
        (has("sich") && (spread || joined) && both && !third && alike && levels)
            .then(|| vec![(at, Part::Whole), (at + 1, Part::Addend), (at + 2, Part::Addend)])
    }

    /// Whether a cue is among the last words before the phrase of a figure, in its sentence.
    fn is_preceded(&self, at: usize, count: usize, cue: Cue) -> bool {
        let Some((quantity, sentence)) = self.quantity(at).zip(self.sentence(at)) else { return false };
        let end = quantity.phrase_first as usize;
        let start = self.words.document.sentences[sentence].tokens.start.max(end.saturating_sub(count));
        (start..end).any(|at| self.words.is(at, cue))
    }

    /// Whether a figure is the total that a frame takes portions from: *von den 40 Filialen*.
    fn is_divided(&self, at: usize) -> bool {
        self.is_amount(at) && self.role(at) != Some(Role::Change) && self.is_preceded(at, 2, Cue::Divides)
    }

    /// *Von den 40 Filialen schließen 23, die übrigen 17 bleiben*: the portion and what remains make up the total.
    fn remaining(&self, at: usize) -> Option<Tied> {
        let (part, whole) = (at.checked_sub(1)?, at.checked_sub(2)?);
        let says = self.is_preceded(at, 1, Cue::Remaining);
        let same = self.sentence(whole) == self.sentence(at) && self.sentence(part) == self.sentence(at);
        let whole_of_both = self.is_divided(whole) && self.alike(whole, part) && self.alike(whole, at);
        if !says || !same || !whole_of_both {
            return None;
        }
        // Another portion before the total would be missing in the sum; *von 40 auf 23* is a change.
        let (from, to) =
            (self.quantity(whole)?.place.end as usize, self.quantity(part)?.phrase_first as usize);
        let moves = (from..to).any(|at| self.words.is(at, Cue::Moves) || self.words.text(at) == ";");
        let value = |at: usize| self.quantity(at).and_then(|quantity| quantity.value);
        let plain = |at: usize| {
            self.kind(at) != Some(Kind::Count) || self.is_bare(at) || self.is_named_alike(whole, at)
        };
        let smaller = |at: usize| value(at).zip(value(whole)).is_some_and(|(part, whole)| part < whole);
        (!moves && [part, at].iter().all(|&at| plain(at) && smaller(at)))
            .then(|| vec![(whole, Part::Whole), (part, Part::Addend), (at, Part::Addend)])
    }

    /// *Von den 36 Sitzen entfallen 16 auf die einen, neun auf die anderen*: portions with their holders.
    fn allotted(&self, at: usize) -> Option<Tied> {
        let (from, to) =
            (self.quantity(at)?.place.end as usize, self.quantity(at + 1)?.phrase_first as usize);
        let same = |other: usize| self.sentence(other) == self.sentence(at);
        let says = same(at + 1)
            && from <= to
            && to - from <= REACH
            && (from..to).any(|word| self.words.is(word, Cue::FallsTo));
        if !says || !self.is_divided(at) {
            return None;
        }
        let held = |&other: &usize| {
            self.alike(at, other)
                && self.role(other) != Some(Role::Change)
                && self
                    .quantity(other)
                    .is_some_and(|it| self.words.is(it.place.end as usize, Cue::BeforeHolder))
        };
        let parts = (at + 1..=at + MOST_PORTIONS).take_while(|&other| same(other)).filter(held);
        let mut tied = vec![(at, Part::Whole)];
        tied.extend(parts.map(|other| (other, Part::Part)));
        (tied.len() > 2).then_some(tied)
    }

    /// *12 Millionen und 8 Millionen, zusammen 20 Millionen*.
    fn together(&self, at: usize) -> Option<Tied> {
        let says =
            self.before(at, 2).iter().any(|word| matches!(word.as_str(), "zusammen" | "zusammengenommen"));
        let (second, first) = (at.checked_sub(1)?, at.checked_sub(2)?);
        let joined = self.between(first, second)?.iter().any(|word| word == "und");
        let alike = self.is_amount(at) && self.alike(first, second) && self.alike(second, at);
        let same = self.sentence(first) == self.sentence(at)
            && self.between(second, at).is_some_and(|words| words.len() <= 6);
        let levels = [first, second, at].iter().all(|&at| self.role(at) == self.role(first));
        (says && joined && alike && same && levels)
            .then(|| vec![(at, Part::Whole), (first, Part::Addend), (second, Part::Addend)])
    }
}

/// Whether a word is the number of a year.
fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|byte| byte.is_ascii_digit())
}
