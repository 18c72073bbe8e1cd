//! Numbers in digits: German, Austrian, Swiss and provably English notation, with their printed places.

use super::reader::Reader;
use crate::{decimal::Decimal, document::Class};

/// A number in digits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Digits<'t> {
    pub(super) value: Decimal,
    /// The token after it.
    pub(super) end: usize,
    /// The byte after it.
    pub(super) stop: u32,
    /// Letters in the last token behind the digits.
    pub(super) tail: &'t str,
    /// A full stop stands for the decimal comma: only a unit proves that it is one.
    pub(super) dot: bool,
    /// Digits alone, without any separator.
    pub(super) plain: bool,
}

/// More groups than this are no number.
const MOST_GROUPS: usize = 10;
/// More digits than this do not fit a decimal.
const MOST_DIGITS: usize = 28;

/// The digits and separators at the start of a token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure {
    pub(super) value: Decimal,
    /// The length in bytes.
    pub(super) len: usize,
    pub(super) dot: bool,
    pub(super) plain: bool,
}

/// Reads the figure that a text begins with; `None` for dates, versions and whatever else is no number.
pub(super) fn read_figure(text: &str) -> Option<Figure> {
    let mut runs = [(0_usize, 0_usize); MOST_GROUPS];
    let mut marks = [' '; MOST_GROUPS];
    let mut count = 0;
    let mut at = 0;
    loop {
        let len = text.get(at..)?.bytes().take_while(u8::is_ascii_digit).count();
        if len == 0 || count == MOST_GROUPS {
            return None;
        }
        runs[count] = (at, at + len);
        count += 1;
        at += len;
        let mark = text[at..].chars().next().filter(|c| matches!(c, '.' | ',' | '\'' | '’'));
        let Some(mark) = mark else { break };
        let next = at + mark.len_utf8();
        if !text[next..].starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        marks[count - 1] = if mark == '’' { '\'' } else { mark };
        at = next;
    }
    let runs = &runs[..count];
    let marks = &marks[..count - 1];
    let size = |run: &(usize, usize)| run.1 - run.0;
    let first = &text.as_bytes()[runs[0].0..runs[0].1];
    let is_thousands = |runs: &[(usize, usize)]| {
        runs.len() > 1 && first.len() <= 3 && first[0] != b'0' && runs[1..].iter().all(|run| size(run) == 3)
    };
    let (whole, dot) = match marks {
        [] => (count, false),
        [before @ .., last] => {
            let all = |mark: char| before.iter().all(|&other| other == mark);
            let grouped = is_thousands(&runs[..count - 1]);
            match (*last, before.len()) {
                ('.' | '\'', _) if all(*last) && is_thousands(runs) => (count, false),
                (',', 0) => (1, false),
                (',', 1..) if all(',') && is_thousands(runs) => (count, false),
                ('.', 0) => (1, true),
                (',', 1..) if (all('.') || all('\'')) && grouped => (count - 1, false),
                ('.', 1..) if (all('\'') || all(',')) && grouped => (count - 1, false),
                _ => return None,
            }
        }
    };
    if runs.iter().map(size).sum::<usize>() > MOST_DIGITS {
        return None;
    }
    let places: usize = runs[whole..].iter().map(size).sum();
    let digits = text[..at].bytes().filter(u8::is_ascii_digit);
    let mantissa = digits.fold(0_i128, |sum, digit| sum * 10 + i128::from(digit - b'0'));
    let value = Decimal::try_from_i128_with_scale(mantissa, places as u32).ok()?;
    Some(Figure { value, len: at, dot, plain: count == 1 })
}

impl<'t> Reader<'_, '_, 't> {
    /// The number in digits at a token.
    pub(super) fn read_digits(&self, at: usize) -> Option<Digits<'t>> {
        let token = self.token(at).filter(|token| token.class == Class::Number)?;
        let text = self.text(at);
        let figure = read_figure(text)?;
        let mut read = Digits {
            value: figure.value,
            end: at + 1,
            stop: token.span.start + figure.len as u32,
            tail: &text[figure.len..],
            dot: figure.dot,
            plain: figure.plain,
        };
        if read.tail.is_empty() {
            self.read_spaced_groups(at, &mut read);
            self.read_missing_cents(&mut read);
            self.read_power(&mut read);
        }
        if self.has_comma_before(at) && read.plain {
            let places = figure.len as u32;
            read.value = Decimal::try_from_i128_with_scale(read.value.mantissa(), places).ok()?;
            read.plain = false;
        }
        Some(read)
    }

    /// Groups of three digits with spaces between: *1 234 567,8*.
    fn read_spaced_groups(&self, first: usize, read: &mut Digits<'t>) {
        let text = self.text(first);
        if !read.plain || text.len() > 3 || text.starts_with('0') {
            return;
        }
        while let Some(token) = self.token(read.end).filter(|token| token.class == Class::Number) {
            let group = self.text(read.end);
            let gap = token.span.start - read.stop;
            let digits = group.bytes().take_while(u8::is_ascii_digit).count();
            let Some(figure) = read_figure(group).filter(|figure| figure.len == group.len()) else { return };
            let goes_on = digits == 3 && token.has_space_before() && !token.has_line_before() && gap <= 3;
            if !goes_on
                || !(figure.plain || group.as_bytes().get(3) == Some(&b','))
                || figure.value.scale() > 6
            {
                return;
            }
            let Some(value) = read
                .value
                .checked_mul(Decimal::ONE_THOUSAND)
                .and_then(|value| value.checked_add(figure.value))
            else {
                return;
            };
            *read = Digits { value, end: read.end + 1, stop: token.span.end, plain: false, ..*read };
            if !figure.plain {
                return;
            }
        }
    }

    /// *12,-* and *12.–*.
    fn read_missing_cents(&self, read: &mut Digits<'t>) {
        let mark = read.end;
        let fits = matches!(self.text(mark), "," | ".")
            && self.is_joined(mark)
            && self.is_dash(mark + 1)
            && self.is_joined(mark + 1)
            && !self.is_joined(mark + 2);
        if let Some(dash) = self.token(mark + 1).filter(|_| fits) {
            *read = Digits { end: mark + 2, stop: dash.span.end, plain: false, ..*read };
        }
    }

    /// *2,3 x 10^6*.
    fn read_power(&self, read: &mut Digits<'t>) {
        let at = read.end;
        if !matches!(self.text(at), "x" | "×" | "*" | "mal") || self.text(at + 1) != "10" {
            return;
        }
        let (size, last) = if self.text(at + 2) == "^" && self.is_joined(at + 2) {
            (self.text(at + 3).parse::<u32>().ok(), at + 3)
        } else {
            let raised = self.text(at + 2).chars().map(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|digit| digit == c));
            (raised.take(3).try_fold(0, |sum, digit| Some(sum * 10 + digit? as u32)), at + 2)
        };
        let value = size
            .filter(|&size| size > 0)
            .and_then(|size| crate::decimal::power_of_ten(i32::try_from(size).ok()?))
            .and_then(|power| read.value.checked_mul(power));
        if let Some((value, token)) = value.zip(self.token(last)) {
            *read = Digits { value, end: last + 1, stop: token.span.end, plain: false, ..*read };
        }
    }

    /// Whether a decimal comma without a number before it stands before a token: *,5* or *–,50*.
    pub(super) fn has_comma_before(&self, at: usize) -> bool {
        at > self.start
            && self.text(at - 1) == ","
            && self.is_joined(at)
            && (!self.is_joined(at - 1)
                || self.is_dash(at - 2) && (at - 2 == self.start || !self.is_joined(at - 2)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notations() {
        for (text, value) in [
            ("1234", "1234"),
            ("1.234", "1234"),
            ("1'234", "1234"),
            ("1’234’567.85", "1234567.85"),
            ("12,50", "12.50"),
            ("1.234.567,89", "1234567.89"),
            ("0,7", "0.7"),
            ("1,234.5", "1234.5"),
            ("1,234,567", "1234567"),
            ("2.5", "2.5"),
            ("0.125", "0.125"),
            ("1.1702", "1.1702"),
            ("12.345$", "12345"),
        ] {
            let figure = read_figure(text).unwrap();
            assert_eq!(figure.value.to_string(), value, "{text}");
        }
        for text in ["30.06.2014", "1.2.3", "1,2,3", "12.34.567", "12345678901234567890123456789", "1.234.5"]
        {
            assert!(read_figure(text).is_none(), "{text}");
        }
    }
}
