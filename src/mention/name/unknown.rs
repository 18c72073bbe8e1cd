//! Companies that the lexicon does not know, by the form of their names and the nouns beside them.

use crate::{
    document::{Class, fold},
    lexicon::{Sense, Words, grammar::FunctionWord, names::NameWord, words::is_hyphen},
};

/// The longest name before a legal form, in words.
const LONGEST_NAME: usize = 6;

/// The unknown companies of a document.
#[derive(Debug, Default)]
pub(super) struct Unknown {
    /// Their canonical names.
    pub(super) names: Vec<String>,
}

impl Unknown {
    /// Adds a mention; the legal form is no part of the canonical name.
    pub(super) fn add(&mut self, words: &Words, first: usize, end: usize) -> u16 {
        let last = core_end(words, first, end);
        let name = words.document.surface(words.document.token_span(first, last - 1)).replace('\n', " ");
        // The short form of a company that was named in full, or the other way round.
        let same = |known: &String| {
            let (short, long) = if known.len() < name.len() { (known, &name) } else { (&name, known) };
            long.strip_prefix(short.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        if let Some(known) = self.names.iter().position(same) {
            return known as u16;
        }
        self.names.push(name);
        (self.names.len() - 1) as u16
    }
}

/// The end of a name without its legal form.
pub(super) fn core_end(words: &Words, first: usize, end: usize) -> usize {
    let mut last = end;
    while last > first + 1 && is_legal_form(words, last - 1) {
        last -= 1;
    }
    last
}

/// Whether nothing but legal forms stands between two tokens.
pub(super) fn only_legal_forms(words: &Words, from: usize, to: usize) -> bool {
    (from..to).all(|at| is_legal_form(words, at))
}

fn is_legal_form(words: &Words, at: usize) -> bool {
    words.has(at, |sense| sense == Sense::Name(NameWord::LegalForm))
        || matches!(
            words.text(at),
            "&" | "." | "Co" | "KG" | "S" | "A" | "S.à" | "r.l" | "S.p.A" | "S.A" | "Söhne" | "Cie"
        )
}

/// A word that can be part of a name: a capital, and no word of the grammar.
pub(super) fn is_name_word(words: &Words, at: usize) -> bool {
    words.token(at).is_some_and(|token| {
        token.class == Class::Word
            && (token.is_capitalised() || is_camel(words.text(at)))
            && !words.has(at, |sense| matches!(sense, Sense::Function(_) | Sense::Period(_) | Sense::Source))
    })
}

/// A small letter first and a capital inside: *einsAmobile*.
pub(super) fn is_camel(surface: &str) -> bool {
    let mut letters = surface.chars();
    letters.next().is_some_and(char::is_lowercase) && surface.len() > 3 && letters.any(char::is_uppercase)
}

/// A word that nothing else is known of.
pub(super) fn is_fresh(words: &Words, at: usize) -> bool {
    is_name_word(words, at) && words.senses(at).is_empty()
}

/// A noun before a name that is no part of it: *Tochter*, *Rivale*, *Medienkonzern*, *Chef*.
fn is_lead(words: &Words, at: usize) -> bool {
    if is_business(words, at) {
        return false;
    }
    is_company_noun(words, at)
        || words.has(at, |sense| {
            matches!(
                sense,
                Sense::Name(NameWord::Companion | NameWord::Generic | NameWord::Sector(_) | NameWord::Title)
                    | Sense::Source
            )
        })
}

/// *Mayer Maschinenbau AG*, *Pfeiffer HandelsgmbH*: capitalised words with a legal form behind them.
pub(super) fn by_legal_form(words: &Words, at: usize, end: usize) -> Option<(usize, usize)> {
    let metric = |sense| {
        matches!(
            sense,
            Sense::Name(NameWord::LegalForm | NameWord::Title | NameWord::Institution { sure: true, .. })
        )
    };
    if !is_name_word(words, at) || is_lead(words, at) || words.has(at, metric) {
        return None;
    }
    let place = words.has(at, |sense| matches!(sense, Sense::Name(NameWord::PlaceAdjective(_))));
    let mut best = None;
    let mut last = at;
    let mut fresh = is_fresh(words, at);
    for _ in 0..LONGEST_NAME {
        let next = last + 1;
        let Some(token) = words.token(next).filter(|token| next < end && !token.has_paragraph_before())
        else {
            break;
        };
        if token.has_space_before() || words.text(next) == "&" {
            let form =
                words.longest(next, end, |sense| (sense == Sense::Name(NameWord::LegalForm)).then_some(()));
            if let Some(((), mut until)) = form
                && (token.is_capitalised() || words.text(next) == "&" || is_small_form(words.text(next)))
                && proves(words, next, fresh)
            {
                while let Some(((), more)) = words
                    .longest(until, end, |sense| (sense == Sense::Name(NameWord::LegalForm)).then_some(()))
                    .filter(|_| {
                        words.token(until).is_some_and(|token| token.is_capitalised())
                            || words.text(until) == "&"
                    })
                {
                    until = more;
                }
                // *die Münchner Alpenmedia SE*: where it is, not what it is called.
                let outside = place && last == at + 1 && is_fresh(words, last);
                best = Some((if outside { last } else { at }, until));
                // *Airports Group Europe S.à r.l.* goes on.
                if !is_weak(words.text(next)) {
                    return best;
                }
                last = until - 1;
                continue;
            }
        }
        let joins = words.text(next) == "&"
            || is_hyphen(words.text(next)) && words.is_joined(next) && words.is_joined(next + 1);
        if joins && is_name_word(words, next + 1) {
            last = next + 1;
            if ends_in_gmbh(words.text(last)) {
                return Some((at, last + 1));
            }
        } else if is_name_word(words, next)
            && token.has_space_before()
            && (!is_lead(words, next) || is_last_word(words, next, end))
        {
            last = next;
            if ends_in_gmbh(words.text(last)) {
                return Some((at, last + 1));
            }
            fresh = is_fresh(words, next);
        } else {
            break;
        }
    }
    best
}

/// Whether a noun for a company is the last word before a strong legal form: *Hansa Versicherung AG*.
fn is_last_word(words: &Words, at: usize, end: usize) -> bool {
    let form = words.longest(at + 1, end, |sense| (sense == Sense::Name(NameWord::LegalForm)).then_some(()));
    form.is_some()
        && !is_weak(words.text(at + 1))
        && !matches!(
            words.text(at),
            "Tochter" | "Mutter" | "Firma" | "Konkurrent" | "Konkurrenten" | "Rivale" | "Rivalen"
        )
}

/// *HandelsgmbH*, *Vertriebs-GmbH*.
fn ends_in_gmbh(surface: &str) -> bool {
    ["gmbH", "GmbH", "gesmbH"].iter().any(|form| surface.len() >= form.len() && surface.ends_with(form))
        && !surface.starts_with("gGmbH")
}

fn is_small_form(surface: &str) -> bool {
    matches!(surface, "plc" | "eG" | "mbH" | "gGmbH" | "gAG" | "d.d" | "a.s")
}

/// Whether a legal form makes a name of the words before it: words like *Holding* and *Capital* only of fresh ones.
fn proves(words: &Words, at: usize, fresh: bool) -> bool {
    fresh
        || !is_weak(words.text(at))
        || matches!(
            words.text(at),
            "Industries" | "Technologies" | "Partners" | "Ventures" | "Holdings" | "Bancorp"
        )
}

/// Endings that are also words: they prove little, and a name may go on behind them.
fn is_weak(surface: &str) -> bool {
    matches!(
        surface,
        "Industries"
            | "Technologies"
            | "Systems"
            | "Partners"
            | "Ventures"
            | "Holdings"
            | "Bancorp"
            | "Bancshares"
            | "Holding"
            | "Group"
            | "Gruppe"
            | "International"
            | "Trust"
            | "Capital"
            | "Company"
            | "Genossenschaft"
            | "AS"
            | "SA"
            | "LP"
            | "OG"
            | "UG"
            | "Limited"
            | "Spa"
            | "KK"
            | "und"
            | "SAS"
            | "SCA"
    )
}

/// Whether a token is a noun for a company: *Autobauer*, *Konzern*, *Schraubenhersteller*, *Fluggast-Portal*.
pub(super) fn is_company_noun(words: &Words, at: usize) -> bool {
    let Some(token) = words.token(at).filter(|token| token.class == Class::Word) else { return false };
    if at >= 2 && is_hyphen(words.text(at - 1)) && words.is_joined(at) {
        // Start-up, Fluggast-Portal
        if words.text(at) == "up" {
            return words.text(at - 2) == "Start";
        }
    }
    token.is_capitalised()
        && (words.lexicon.names.is_company_head(token.hash)
            || words.has(at, |sense| matches!(sense, Sense::Name(NameWord::Sector(_) | NameWord::Generic)))
            || words.senses(at).is_empty() && words.lexicon.names.is_company_noun(words.text(at)))
}

/// *der Autobauer Testla*, *das Analysehaus BCA Research*, *Tochter Zielpunkt*.
pub(super) fn by_description(words: &Words, at: usize, end: usize) -> Option<(usize, usize)> {
    let token = words.token(at).filter(|token| token.has_space_before() && !token.has_paragraph_before())?;
    if !is_fresh(words, at) {
        return None;
    }
    let before = at.checked_sub(1)?;
    let described = is_company_noun(words, before)
        && !matches!(words.text(before), "Marke" | "Sparte" | "Haus" | "Firmen" | "Betrieb" | "Arbeitgeber")
        && is_singular(words, before)
        && !looks_like_noun(words, at);
    if !described || token.is_sentence_start() {
        return None;
    }
    let mut last = at + 1;
    while last < end && last - at < 5 {
        let joined = is_hyphen(words.text(last)) && words.is_joined(last) && words.is_joined(last + 1);
        let short = joined
            && words.token(last + 1).is_some_and(|token| token.is_capitalised() && token.span.len() <= 2);
        let spaced =
            words.token(last).is_some_and(|token| token.has_space_before() && !token.has_line_before());
        if short {
            last += 2;
        } else if spaced
            && (is_fresh(words, last) && !looks_like_noun(words, last) || is_legal_form(words, last))
        {
            last += 1;
        } else {
            break;
        }
    }
    Some((at, last))
}

/// *Voltino-Chef Maier*, *die Keller-Gruppe*, *die einsAmobile-Übernahme*.
pub(super) fn by_companion(words: &Words, at: usize) -> Option<(usize, usize)> {
    if !is_fresh(words, at)
        || looks_like_noun(words, at)
        || at > 0 && is_hyphen(words.text(at - 1)) && words.is_joined(at)
    {
        return None;
    }
    let joined = is_hyphen(words.text(at + 1)) && words.is_joined(at + 1) && words.is_joined(at + 2);
    let proven = match words.text(at + 2) {
        "Gruppe" | "Konzern" | "Konzerns" | "Chef" | "Aktie" | "Aktien" | "Chefin" | "Vorstand"
        | "Sprecher" | "Holding" | "Manager" | "Tochter" | "Konzernchef" | "Aktionäre" | "Vorstandschef"
        | "Finanzchef" | "Mutter" => true,
        "Umsatz" | "Übernahme" | "Papiere" | "Anteile" => is_camel(words.text(at)),
        _ => false,
    };
    (joined && proven && !is_bent_word(words, at)).then_some((at, at + 1))
}

/// Whether the lexicon knows a word without the letters that join it to the next: *Eurogruppen-Chef*.
fn is_bent_word(words: &Words, at: usize) -> bool {
    let surface = words.text(at);
    let table = words.lexicon.table();
    ["n", "s", "en", "es"].iter().filter_map(|ending| surface.strip_suffix(ending)).any(|stem| {
        stem.len() > 2
            && table
                .find(crate::lexicon::Node::ROOT, fold::hash(stem), stem)
                .is_some_and(|node| !table.senses(node).is_empty())
    })
}

/// A kind of business whose noun is part of its name: *Sparkasse Köln*, *Brauerei Huber*, *Banca Marche*.
fn is_business(words: &Words, at: usize) -> bool {
    matches!(
        words.text(at),
        "Banca"
            | "Banco"
            | "Banque"
            | "Sparkasse"
            | "Volksbank"
            | "Raiffeisenbank"
            | "Raiffeisenkasse"
            | "Kantonalbank"
            | "Stadtsparkasse"
            | "Kreissparkasse"
            | "Landesbank"
            | "Stadtwerke"
            | "Brauerei"
            | "Molkerei"
            | "Reederei"
            | "Bankhaus"
            | "Spedition"
            | "Möbelhaus"
            | "Modehaus"
            | "Autohaus"
            | "Kaufhaus"
            | "Hypo"
            | "Möbelwerk"
            | "Druckerei"
            | "Bäckerei"
            | "Konditorei"
            | "Weingut"
            | "Privatbank"
            | "Bank"
    )
}

/// *Volksbank Etruria*, *Brauerei Huber*, *Savings Bank of Ukraine*.
pub(super) fn by_business(words: &Words, at: usize, end: usize) -> Option<(usize, usize)> {
    if !words.token(at)?.is_capitalised() {
        return None;
    }
    // Savings Bank of Ukraine
    let mut bank = at;
    while bank < end && bank - at < 3 && words.text(bank) != "Bank" && is_fresh(words, bank) {
        bank += 1;
    }
    if words.text(bank) == "Bank"
        && words.text(bank + 1) == "of"
        && bank + 2 < end
        && words.token(bank + 2)?.is_capitalised()
    {
        return Some((at, bank + 3));
    }
    if words.text(at) == "Raiffeisen"
        && words.text(at + 1) == "Bank"
        && at + 2 < end
        && is_fresh(words, at + 2)
    {
        return Some((at, at + 3));
    }
    if !is_business(words, at) || at + 1 >= end {
        return None;
    }
    let name = |at: usize| {
        words.token(at).is_some_and(|token| {
            token.has_space_before()
                && !token.has_line_before()
                && token.class == Class::Word
                && token.is_capitalised()
        }) && !looks_like_noun(words, at)
    };
    let place = words.has(at + 1, |sense| matches!(sense, Sense::Name(NameWord::Place { .. })));
    let fresh = is_fresh(words, at + 1);
    // *die Bank Müller* alone would be too little to go by.
    if !name(at + 1) || !(fresh || place && words.text(at) != "Bank") {
        return None;
    }
    let mut last = at + 2;
    while last < end && last - at < 4 && name(last) && is_fresh(words, last) {
        last += 1;
    }
    let joined = is_hyphen(words.text(last)) && words.is_joined(last) && words.is_joined(last + 1);
    if joined && name_joined(words, last + 1) {
        last += 2;
    }
    Some((at, last))
}

fn name_joined(words: &Words, at: usize) -> bool {
    words.token(at).is_some_and(|token| token.is_capitalised())
        && (words.senses(at).is_empty()
            || words.has(at, |sense| matches!(sense, Sense::Name(NameWord::Place { .. }))))
}

/// Whether the noun before a name stands in the singular with an article, or begins the sentence.
fn is_singular(words: &Words, at: usize) -> bool {
    let determined = |before: usize| {
        words.has(before, |sense| {
            matches!(
                sense,
                Sense::Function(
                    FunctionWord::Determiner(_) | FunctionWord::Preposition(_) | FunctionWord::Possessive(_)
                )
            )
        })
    };
    (1..=6).filter_map(|back| at.checked_sub(back)).any(determined)
        || words.token(at).is_some_and(|token| token.is_sentence_start())
}

/// Whether a word has the shape of a German noun rather than of a name.
pub(super) fn looks_like_noun(words: &Words, at: usize) -> bool {
    const ENDINGS: [&str; 27] = [
        "ung",
        "ungen",
        "heit",
        "keit",
        "keiten",
        "schaft",
        "schaften",
        "tion",
        "tionen",
        "ismus",
        "ität",
        "tag",
        "isten",
        "branche",
        "preise",
        "kosten",
        "zahlen",
        "geschäft",
        "märkte",
        "markt",
        "preis",
        "werte",
        "kurse",
        "steuer",
        "nahme",
        "systeme",
        "mittel",
    ];
    let surface = words.text(at);
    let capitals = words.token(at).is_some_and(|token| token.is_all_caps());
    !capitals
        && (surface.chars().count() > 14
            || ENDINGS.iter().any(|ending| surface.ends_with(ending))
            || words.lexicon.find_head(surface).is_some()
            || matches!(
                surface,
                "Tech"
                    | "Auto"
                    | "Öl"
                    | "Solar"
                    | "Bau"
                    | "Chip"
                    | "Internet"
                    | "Bio"
                    | "Pharma"
                    | "Medien"
                    | "Stahl"
                    | "Energie"
                    | "Luxus"
                    | "Rüstungs"
                    | "Technologie"
                    | "Banken"
                    | "Handels"
                    | "Welt"
                    | "Mode"
                    | "Sport"
                    | "Wind"
                    | "Wasser"
                    | "Staats"
                    | "Familien"
                    | "Nebenwerte"
                    | "Software"
                    | "Finanz"
            ))
}

/// The hash of a word without its last letter: a genitive.
pub(super) fn without_s(surface: &str) -> Option<u64> {
    surface.strip_suffix('s').filter(|stem| stem.len() > 2).map(fold::hash)
}
