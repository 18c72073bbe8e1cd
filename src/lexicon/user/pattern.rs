//! The notation of patterns of tokens.
//!
//! | notation | reads |
//! |---|---|
//! | `belegt` | a word, folded as all words are; `groß~` with the endings of an adjective |
//! | `{percent}` | a quantity of that kind; `{quantity}` one of any kind, `{number}` a number without a unit |
//! | `<metric>` | a word of the lexicon: `<metric>`, `<verb>`, `<change>`; a mention: `<company>`, `<period>`; `<word>` any |
//! | `( a \| b )` | one of several |
//! | `?` `*` `+` | behind a part: it may be missing, may be repeated or missing, may be repeated |
//!
//! A pattern is a small automaton that is run once forwards and once backwards over a sentence: the time grows with
//! the length of the text, whatever the pattern.

use crate::{claim::Kind, document::fold, lexicon::paradigm::expand};

/// What a pattern reads as a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// A word in one of these folded forms.
    Word(Vec<Vec<u8>>),
    /// A quantity of a kind, or of any.
    Quantity(Option<Kind>),
    /// A word of a class.
    Class(Class),
}

/// A class of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Metric,
    Verb,
    Change,
    Company,
    Period,
    Word,
}

const CLASSES: [(&str, Class); 6] = [
    ("metric", Class::Metric),
    ("verb", Class::Verb),
    ("change", Class::Change),
    ("company", Class::Company),
    ("period", Class::Period),
    ("word", Class::Word),
];

/// A pattern that cannot be read: where, what, and the likely spelling.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) what: String,
    pub(super) near: Option<&'static str>,
}

/// A set of states, one bit each.
pub(crate) type States = u64;

/// No pattern has more parts: a set of states is one number.
const MOST_PARTS: usize = 63;

/// A pattern, ready to run: state `n` reads part `n`; the state behind the last one accepts.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    pub(crate) parts: Vec<Part>,
    /// The states that a match may begin in.
    pub(crate) start: States,
    /// The states behind each part.
    pub(crate) next: Vec<States>,
}

impl Pattern {
    /// The state that accepts.
    pub(crate) fn accept(&self) -> States {
        1 << self.parts.len()
    }

    /// Reads the notation.
    pub(super) fn parse(text: &str) -> Result<Self, Fault> {
        let mut parser = Parser { text, at: 0, parts: Vec::new(), next: Vec::new() };
        let whole = parser.choice()?;
        if parser.peek().is_some() {
            return Err(parser.fault("`)` closes nothing"));
        }
        let accept = 1 << parser.parts.len();
        parser.join(whole.last, accept);
        let start = if whole.empty { whole.first | accept } else { whole.first };
        if !parser.parts.iter().any(|part| matches!(part, Part::Quantity(_))) {
            return Err(Fault {
                at: 0,
                what: "a quantity is expected, such as `{percent}`".to_owned(),
                near: None,
            });
        }
        Ok(Self { parts: parser.parts, start, next: parser.next })
    }
}

/// A piece of a pattern: the states that it begins and ends with, and whether it may be empty.
#[derive(Clone, Copy, Default)]
struct Piece {
    first: States,
    last: States,
    empty: bool,
}

struct Parser<'p> {
    text: &'p str,
    at: usize,
    parts: Vec<Part>,
    next: Vec<States>,
}

impl<'p> Parser<'p> {
    fn fault(&self, what: &str) -> Fault {
        Fault { at: self.at, what: what.to_owned(), near: None }
    }

    fn rest(&self) -> &'p str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&mut self) -> Option<char> {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
        self.rest().chars().next()
    }

    /// Lets states be followed by others.
    fn join(&mut self, from: States, to: States) {
        for (state, next) in self.next.iter_mut().enumerate() {
            if from & (1 << state) != 0 {
                *next |= to;
            }
        }
    }

    fn choice(&mut self) -> Result<Piece, Fault> {
        let mut all = self.sequence()?;
        while self.peek() == Some('|') {
            self.at += 1;
            let other = self.sequence()?;
            all.first |= other.first;
            all.last |= other.last;
            all.empty |= other.empty;
        }
        Ok(all)
    }

    fn sequence(&mut self) -> Result<Piece, Fault> {
        let mut all: Option<Piece> = None;
        while let Some(sign) = self.peek().filter(|sign| !matches!(sign, '|' | ')')) {
            if matches!(sign, '?' | '*' | '+') {
                return Err(self.fault("a part is expected before `?`, `*` or `+`"));
            }
            let piece = self.repeated()?;
            all = Some(match all {
                None => piece,
                Some(before) => {
                    self.join(before.last, piece.first);
                    Piece {
                        first: if before.empty { before.first | piece.first } else { before.first },
                        last: if piece.empty { before.last | piece.last } else { piece.last },
                        empty: before.empty && piece.empty,
                    }
                }
            });
        }
        all.ok_or_else(|| self.fault("a word, `{kind}`, `<class>` or `( … )` is expected"))
    }

    fn repeated(&mut self) -> Result<Piece, Fault> {
        let mut piece = self.part()?;
        while let Some(sign) = self.rest().chars().next().filter(|sign| matches!(sign, '?' | '*' | '+')) {
            self.at += 1;
            piece.empty |= sign != '+';
            if sign != '?' {
                self.join(piece.last, piece.first);
            }
        }
        Ok(piece)
    }

    fn part(&mut self) -> Result<Piece, Fault> {
        let from = self.at;
        let part = match self.peek() {
            Some('(') => {
                self.at += 1;
                let piece = self.choice()?;
                if self.peek() != Some(')') {
                    return Err(Fault { at: from, ..self.fault("`(` is not closed") });
                }
                self.at += 1;
                return Ok(piece);
            }
            Some('{') => self.kind()?,
            Some('<') => self.class()?,
            Some(sign @ ('}' | '>')) => return Err(self.fault(&format!("`{sign}` closes nothing"))),
            _ => {
                let special = |sign: char| sign.is_whitespace() || "(){}<>|?*+".contains(sign);
                let word = self.rest().split(special).next().unwrap_or_default();
                self.at += word.len();
                Part::Word(expand(word).iter().map(|form| fold::fold(form)).collect())
            }
        };
        let state = self.parts.len();
        if state == MOST_PARTS {
            return Err(self.fault("a pattern has 63 parts at most"));
        }
        self.parts.push(part);
        self.next.push(0);
        Ok(Piece { first: 1 << state, last: 1 << state, empty: false })
    }

    fn kind(&mut self) -> Result<Part, Fault> {
        let (at, name) = self.name('}')?;
        if name == "quantity" {
            return Ok(Part::Quantity(None));
        }
        let names = Kind::ALL.iter().map(|kind| kind.name()).chain(["quantity"]);
        let what = format!("there is no kind of quantity `{name}`");
        let near = super::closest(name, names);
        Kind::find(name).map(|kind| Part::Quantity(Some(kind))).ok_or(Fault { at, what, near })
    }

    fn class(&mut self) -> Result<Part, Fault> {
        let (at, name) = self.name('>')?;
        let found = CLASSES.iter().find(|(known, _)| *known == name);
        let near = super::closest(name, CLASSES.iter().map(|(known, _)| *known));
        let what = format!("there is no class of words `{name}`");
        found.map(|&(_, class)| Part::Class(class)).ok_or(Fault { at, what, near })
    }

    /// The name up to a sign that closes it, and where it begins.
    fn name(&mut self, closes: char) -> Result<(usize, &'p str), Fault> {
        let from = self.at + 1;
        let rest = self.text.get(from..).unwrap_or_default();
        let Some(end) = rest.find(closes) else {
            return Err(self.fault(&format!("`{closes}` is missing")));
        };
        self.at = from + end + 1;
        Ok((from, rest.get(..end).unwrap_or_default().trim()))
    }
}
