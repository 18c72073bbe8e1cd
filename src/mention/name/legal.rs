//! Companies shown by their legal form.

use super::{
    known::with_legal_form,
    unknown::{is_fresh, is_lead, is_name_word, looks_like_noun},
};
use crate::document::Token;
use crate::lexicon::{Sense, Words, cues::Cue, names::NameWord, sense::Groups, words::is_hyphen};

/// The longest name before a legal form, in words.
const LONGEST_NAME: usize = 6;

/// *Mayer Maschinenbau AG*, *Krug Handels-GmbH*: capitalised words with a legal form behind them.
pub(super) fn by_legal_form(words: &Words, at: usize, end: usize) -> Option<(usize, usize)> {
    let metric = |sense| {
        matches!(
            sense,
            Sense::Name(NameWord::LegalForm | NameWord::Title | NameWord::Institution { sure: true, .. })
        )
    };
    let english = words.is(at + 1, Cue::EnglishForm);
    if !is_name_word(words, at) || is_lead(words, at) && !english || words.has(at, metric) {
        return None;
    }
    // *die Deutschland AG* is an idiom, *Co* the rest of a form.
    let country = words.has(at, |sense| matches!(sense, Sense::Name(NameWord::Place { .. })));
    if words.is(at, Cue::FormRest) {
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
            let form = words.longest_of(Groups::NAME, next, end, |sense| {
                (sense == Sense::Name(NameWord::LegalForm)).then_some(())
            });
            if let Some(((), mut until)) = form
                && (token.is_capitalised() || words.text(next) == "&" || is_small_form(words.text(next)))
                && proves(words, next, fresh)
                && !(country && last == at)
                && (words.text(next) != "mbH" || (at..next).any(|at| words.text(at).ends_with("esellschaft")))
            {
                while let Some(((), more)) = words
                    .longest_of(Groups::NAME, until, end, |sense| {
                        (sense == Sense::Name(NameWord::LegalForm)).then_some(())
                    })
                    .filter(|_| {
                        words.token(until).is_some_and(Token::is_capitalised) || words.text(until) == "&"
                    })
                {
                    until = more;
                }
                // *die Münchner Alpenmedia SE*: where it is, not what it is called.
                let outside = place
                    && last == at + 1
                    && words.text(at).ends_with("er")
                    && is_fresh(words, last)
                    && !looks_like_noun(words, last);
                best = Some((if outside { last } else { extend_left(words, at) }, until));
                // *Northport Group Asia S.à r.l.* goes on.
                if !is_weak(words, next) {
                    return best;
                }
                last = until - 1;
                continue;
            }
        }
        // *Beteiligungs- und Liegenschafts GmbH*
        let elided = is_hyphen(words.text(next))
            && words.is_joined(next)
            && matches!(words.text(next + 1), "und" | "&")
            && is_name_word(words, next + 2);
        if elided {
            last = next + 2;
            continue;
        }
        let joins = words.text(next) == "&"
            || is_hyphen(words.text(next)) && words.is_joined(next) && words.is_joined(next + 1);
        if joins && is_name_word(words, next + 1) {
            last = next + 1;
            if ends_in_gmbh(words.text(last)) {
                return Some((at, with_legal_form(words, last + 1, end)));
            }
        } else if is_name_word(words, next)
            && token.has_space_before()
            && (!is_lead(words, next) || is_last_word(words, next, end))
        {
            last = next;
            if ends_in_gmbh(words.text(last)) {
                return Some((at, with_legal_form(words, last + 1, end)));
            }
            fresh = is_fresh(words, next);
        } else {
            break;
        }
    }
    best
}

/// The start of a name that goes on behind a weak form: *Northport Group Asia S.à r.l.*
fn extend_left(words: &Words, at: usize) -> usize {
    let mut first = at;
    let name = |at: usize| {
        is_name_word(words, at) && words.token(at).is_some_and(|token| !token.is_sentence_start())
    };
    let weak = at >= 2 && is_weak(words, at - 1) && name(at - 1);
    while weak
        && first > 0
        && at - first < LONGEST_NAME
        && name(first - 1)
        && words.token(first).is_some_and(Token::has_space_before)
    {
        first -= 1;
    }
    first
}

/// Whether a noun for a company is the last word before a strong legal form: *Hansa Versicherung AG*.
fn is_last_word(words: &Words, at: usize, end: usize) -> bool {
    let form = words.longest_of(Groups::NAME, at + 1, end, |sense| {
        (sense == Sense::Name(NameWord::LegalForm)).then_some(())
    });
    form.is_some() && !is_weak(words, at + 1) && !words.is(at, Cue::Relative)
}

/// A form that is joined to the word before it: *Vertriebs-GmbH*.
fn ends_in_gmbh(surface: &str) -> bool {
    ["gmbH", "GmbH", "gesmbH"].iter().any(|form| surface.len() >= form.len() && surface.ends_with(form))
        && !surface.starts_with("gGmbH")
}

fn is_small_form(surface: &str) -> bool {
    matches!(surface, "plc" | "eG" | "mbH" | "gGmbH" | "gAG" | "d.d" | "a.s")
}

/// Whether a legal form makes a name of the words before it: words like *Holding* and *Capital* only of fresh ones.
fn proves(words: &Words, at: usize, fresh: bool) -> bool {
    fresh || !is_weak(words, at) || words.is(at, Cue::EnglishForm)
}

/// Endings that are also words: they prove little, and a name may go on behind them.
pub(super) fn is_weak(words: &Words, at: usize) -> bool {
    // *SpA* is a form, *Spa* is a bath.
    words.is(at, Cue::WeakForm)
        && (words.token(at).is_some_and(Token::is_all_caps) || !words.text(at).ends_with(char::is_uppercase))
}
