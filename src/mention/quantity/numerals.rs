//! Number words, joined or spaced: *siebenhundertdreiundzwanzigtausend*, *zwei Millionen dreihundert*.

use super::reader::Reader;
use crate::{
    decimal::{Decimal, power_of_ten},
    document::{Class, fold},
    lexicon::{
        Node, Sense,
        numbers::{Link, Morph, NumberWord, UnitWord},
    },
};

/// A number in words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numeral {
    pub(super) value: Decimal,
    /// The token after it.
    pub(super) end: usize,
    /// The byte after it.
    pub(super) stop: u32,
    /// It is only a form of *ein*.
    pub(super) article: bool,
    /// The power of ten it ends with, from a thousand on, or 0.
    pub(super) scale: u8,
    /// The sense of what follows the number inside its last word: *-prozentig*, *-fach*.
    pub(super) suffix: Option<NumberWord>,
}

/// A number word has no more pieces, and spans no more tokens.
const MOST_PIECES: usize = 40;
/// Longer words are no numbers.
const LONGEST_WORD: usize = 160;

/// The pieces of one word.
#[derive(Debug, Clone, Copy)]
struct Pieces {
    list: [Morph; MOST_PIECES],
    len: usize,
}

impl Pieces {
    const NONE: Self = Self { list: [Morph::Zero; MOST_PIECES], len: 0 };

    fn push(&mut self, morph: Morph) -> Option<()> {
        *self.list.get_mut(self.len)? = morph;
        self.len += 1;
        Some(())
    }

    fn get(&self, at: usize) -> Option<Morph> {
        self.list[..self.len].get(at).copied()
    }

    fn is(&self, morph: Morph) -> bool {
        self.list[..self.len] == [morph]
    }

    /// Adds all of them to a sum.
    fn add_to(&self, sum: Sum) -> Option<Sum> {
        (0..self.len).try_fold(sum, |sum, at| sum.add(self.list[at], self.get(at + 1), self.get(at + 2)))
    }
}

/// The sum under construction.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    total: Decimal,
    /// What the next power of a million on multiplies.
    section: u64,
    /// The part below a thousand.
    group: u64,
    /// The last power from a million on; powers fall.
    power: Option<u8>,
    thousand: bool,
    part: Decimal,
    /// Something has been read since the last power.
    open: bool,
    pieces: usize,
    /// Only forms of *ein* were read.
    article: bool,
    scale: u8,
    /// *und* was read: a one and a ten, or anything below a hundred after a power, must follow.
    joined: bool,
    zero: bool,
}

impl Sum {
    /// Adds a piece; `next` is the one behind it. `None` where the number cannot go on so.
    fn add(mut self, morph: Morph, next: Option<Morph>, after: Option<Morph>) -> Option<Self> {
        if self.pieces >= MOST_PIECES
            || self.zero
            || !self.part.is_zero() && !matches!(morph, Morph::Power(_))
        {
            return None;
        }
        self.pieces += 1;
        self.article = self.pieces == 1 && morph == Morph::Article;
        let fresh = self.group.is_multiple_of(100) && (!self.open || self.group > 0);
        match morph {
            Morph::Zero if self.pieces == 1 => self.zero = true,
            Morph::One(_) | Morph::Article => {
                let value = if let Morph::One(value) = morph { u64::from(value) } else { 1 };
                match (next, after) {
                    (Some(Morph::And), Some(Morph::Ten(_))) if fresh => self.group += value,
                    _ if fresh || self.joined => self.group += value,
                    _ => return None,
                }
                (self.open, self.scale) = (true, 0);
            }
            Morph::Teen(value) | Morph::Ten(value) => {
                let after_one = self.joined && self.group % 100 < 10 && matches!(morph, Morph::Ten(_));
                if !fresh && !after_one {
                    return None;
                }
                self.group += u64::from(value);
                (self.open, self.scale) = (true, 0);
            }
            Morph::And => {
                let unit = self.group % 100;
                let fits = match next {
                    Some(Morph::Ten(_)) => unit < 10,
                    Some(Morph::One(_) | Morph::Article | Morph::Teen(_)) => unit == 0,
                    _ => false,
                };
                if !fits || self.pieces == 1 || self.joined {
                    return None;
                }
                self.joined = true;
                return Some(self);
            }
            Morph::Power(2) => {
                let below = self.group.max(1);
                if self.group >= 100 || !self.part.is_zero() {
                    return None;
                }
                self.group = below * 100;
                (self.open, self.scale) = (true, 0);
            }
            Morph::Power(3) => {
                if self.thousand || self.open && self.group == 0 && self.part.is_zero() {
                    return None;
                }
                self.section = self.group.max(1).checked_mul(1000)?;
                if !self.part.is_zero() {
                    let whole = Decimal::from(self.group)
                        .checked_add(self.part)?
                        .checked_mul(Decimal::ONE_THOUSAND)?;
                    self.section = u64::try_from(whole.trunc()).ok()?;
                    self.part = Decimal::ZERO;
                }
                (self.group, self.thousand, self.open, self.scale) = (0, true, false, 3);
            }
            Morph::Power(power) => {
                if self.power.is_some_and(|last| last <= power) {
                    return None;
                }
                let factor = Decimal::from(self.section + self.group).checked_add(self.part)?;
                if factor.is_zero() {
                    return None;
                }
                self.total = self.total.checked_add(factor.checked_mul(power_of_ten(i32::from(power))?)?)?;
                (self.section, self.group, self.part) = (0, 0, Decimal::ZERO);
                (self.power, self.thousand, self.open, self.scale) = (Some(power), false, false, power);
            }
            Morph::Part(value) => {
                self.part = value;
                (self.open, self.scale) = (true, 0);
            }
            Morph::Half(value) => {
                if self.pieces > 1 {
                    return None;
                }
                self.part = value;
                (self.open, self.scale) = (true, 0);
            }
            Morph::Zero => return None,
        }
        self.joined = false;
        Some(self)
    }

    fn value(self) -> Option<Decimal> {
        self.total.checked_add(Decimal::from(self.section + self.group))?.checked_add(self.part)
    }
}

/// Whether a word may begin a number word, by its first bytes alone.
pub(super) fn may_begin(text: &str) -> bool {
    let mut bytes = text.bytes().map(|byte| byte.to_ascii_lowercase());
    let (Some(a), Some(b), Some(c)) = (bytes.next(), bytes.next(), bytes.next()) else { return false };
    match a {
        b'e' => matches!((b, c), (b'i', b'n') | (b'l', b'f')),
        b'z' => matches!((b, c), (b'w', b'e' | b'o' | b'a' | 0xc3) | (b'e', b'h')),
        b'd' => (b, c) == (b'r', b'e'),
        b'v' => (b, c) == (b'i', b'e'),
        b'f' => matches!(b, 0xc3 | b'u'),
        b's' => matches!((b, c), (b'e', b'c') | (b'i', b'e')),
        b'a' => matches!((b, c), (b'c', b'h') | (b'n', b'd')),
        b'n' => matches!((b, c), (b'e', b'u') | (b'u', b'l')),
        b'h' => matches!((b, c), (b'u', b'n')),
        b't' => (b, c) == (b'a', b'u'),
        _ => false,
    }
}

impl Reader<'_, '_, '_> {
    /// Adds the pieces of a word; gives the byte after the word and the sense of what is left of it.
    fn pieces_of(&self, at: usize, pieces: &mut Pieces) -> Option<(u32, Option<NumberWord>)> {
        let token = self.token(at).filter(|token| token.class == Class::Word)?;
        let text = self.text(at);
        let mut form = [0_u8; LONGEST_WORD * 2];
        let len = fold::fold_into(text.get(..LONGEST_WORD).map_or(text, |_| ""), &mut form)?;
        let mut rest = &form[..len];
        let before = pieces.len;
        while let Some((morph, size)) = self.numbers.morphs.find(rest) {
            pieces.push(morph)?;
            rest = &rest[size..];
        }
        if pieces.len == before {
            return None;
        }
        if rest.is_empty() {
            return Some((token.span.end, None));
        }
        let rest = std::str::from_utf8(rest).ok()?;
        let table = self.words.lexicon.table();
        let node = table.find(Node::ROOT, fold::hash(rest), rest)?;
        let suffix = table.senses(node).iter().find_map(|&sense| match sense {
            Sense::Number(
                word @ (NumberWord::Unit(UnitWord::PercentAdjective | UnitWord::PermilleAdjective)
                | NumberWord::Fold
                | NumberWord::Times),
            ) => Some(word),
            _ => None,
        })?;
        Some((token.span.end, Some(suffix)))
    }

    /// The number in words at a token, as far as it goes.
    pub(super) fn read_numeral(&self, first: usize) -> Option<Numeral> {
        let listed = first > self.start
            && (self.link(first - 1) == Some(Link::Between) || self.text(first - 1) == ",");
        let mut sum = Sum::default();
        let mut best: Option<Numeral> = None;
        let mut at = first;
        let mut and = false;
        while at < self.end && at < first + MOST_PIECES {
            let mut pieces = Pieces::NONE;
            if and {
                pieces.push(Morph::And)?;
            }
            let Some((stop, suffix)) = self.pieces_of(at, &mut pieces) else { break };
            if pieces.is(Morph::And) {
                // A spaced *und* counts only with the next word, and not behind *zwischen* or a comma.
                if best.is_none() || and || listed || sum.scale > 0 || suffix.is_some() {
                    break;
                }
                and = true;
                at += 1;
                continue;
            }
            let follows = at > first;
            if follows
                && self.is_capitalised(at)
                && !pieces.list[..pieces.len].iter().any(|piece| matches!(piece, Morph::Power(_)))
            {
                break;
            }
            if follows && pieces.is(Morph::Article) && self.text(at) != "eins" && !self.is_power(at + 1) {
                break;
            }
            let Some(next) = pieces.add_to(sum).filter(|sum| !sum.joined) else { break };
            let Some(value) = next.value() else { break };
            (sum, and) = (next, false);
            best = Some(Numeral { value, end: at + 1, stop, article: sum.article, scale: sum.scale, suffix });
            if suffix.is_some() {
                break;
            }
            let end = at + 1;
            at = if self.is_joined(end) { self.after(at) } else { end };
            if at == end && self.is_joined(at) {
                break;
            }
        }
        best
    }

    /// Whether a token is a word that begins with a power of ten.
    fn is_power(&self, at: usize) -> bool {
        let mut pieces = Pieces::NONE;
        self.pieces_of(at, &mut pieces).is_some() && matches!(pieces.get(0), Some(Morph::Power(_)))
    }

    /// The decimals in words behind *Komma*: digits one by one, or a number that is printed as it stands.
    pub(super) fn read_spoken_decimals(&self, at: usize) -> Option<(Decimal, usize, u32)> {
        if !self.is(at, NumberWord::Comma) {
            return None;
        }
        let (mut mantissa, mut places, mut end, mut stop) = (0_i128, 0_u32, at + 1, 0);
        while end < self.end && places < 12 {
            let (value, size, next, byte) =
                if let Some(digits) = self.read_digits(end).filter(|digits| digits.plain) {
                    (digits.value, self.text(end).len() as u32, digits.end, digits.stop)
                } else {
                    let token = self.token(end)?;
                    let mut pieces = Pieces::NONE;
                    let Some((_, None)) = self.pieces_of(end, &mut pieces) else { break };
                    let Some(sum) = pieces.add_to(Sum::default()).filter(|sum| sum.power.is_none()) else {
                        break;
                    };
                    let value = sum.value()?;
                    (value, value.to_string().len() as u32, end + 1, token.span.end)
                };
            mantissa = mantissa.checked_mul(10_i128.checked_pow(size)?)?.checked_add(value.mantissa())?;
            (places, end, stop) = (places + size, next, byte);
        }
        let value = Decimal::try_from_i128_with_scale(mantissa, places).ok()?;
        (places > 0).then_some((value, end, stop))
    }
}
