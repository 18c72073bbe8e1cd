//! What `start` and `end` count.
//!
//! Inside the program offsets are bytes. The output counts Unicode code points unless asked otherwise,
//! which is what Python and the W3C text-position selector count.

use super::mentions::{Mention, MentionList};
use crate::extraction::Extraction;

/// The unit of the offsets in the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Offsets {
    /// Unicode code points.
    #[default]
    Chars,
    /// Bytes of UTF-8.
    Bytes,
    /// Code units of UTF-16.
    Utf16,
}

/// One offset of some document, to be changed in place.
type Place<'e> = &'e mut u32;

/// Turns the byte offsets of an extraction of `text` into others.
pub fn convert(extraction: &mut Extraction, text: &str, to: Offsets) {
    convert_places(places(extraction), text, to);
}

/// Turns the byte offsets of the mentions of `text` into others.
pub fn convert_mentions(list: &mut MentionList, text: &str, to: Offsets) {
    let places = list.mentions.iter_mut().flat_map(|mention| {
        let (start, end) = match mention {
            Mention::Quantity { start, end, .. }
            | Mention::Period { start, end, .. }
            | Mention::Company { start, end, .. }
            | Mention::Name { start, end, .. }
            | Mention::Metric { start, end, .. }
            | Mention::Cue { start, end, .. } => (start, end),
        };
        [start, end]
    });
    convert_places(places.collect(), text, to);
}

/// Walks the text once, past all offsets in order. Where every byte is a character, all three counts agree.
fn convert_places(mut places: Vec<Place<'_>>, text: &str, to: Offsets) {
    if to == Offsets::Bytes || text.is_ascii() {
        return;
    }
    places.sort_unstable_by_key(|place| **place);
    let (mut bytes, mut count) = (0_u32, 0_u32);
    let mut rest = text.chars();
    for place in places {
        while bytes < *place {
            let Some(next) = rest.next() else { break };
            bytes += next.len_utf8() as u32;
            count += if to == Offsets::Utf16 { next.len_utf16() as u32 } else { 1 };
        }
        *place = count;
    }
}

/// Every offset of an extraction.
fn places(extraction: &mut Extraction) -> Vec<Place<'_>> {
    let mut places: Vec<Place<'_>> = Vec::with_capacity(extraction.claims.len() * 8);
    for claim in &mut extraction.claims {
        places.extend([&mut claim.quantity.start, &mut claim.quantity.end]);
        for subject in &mut claim.subjects {
            places.extend(subject.start.iter_mut().chain(&mut subject.end));
        }
        if let Some(segment) = &mut claim.segment {
            places.extend([&mut segment.start, &mut segment.end]);
        }
        if let Some(metric) = &mut claim.metric {
            places.extend(metric.start.iter_mut().chain(&mut metric.end));
        }
    }
    for mention in extraction.companies.iter_mut().flat_map(|company| &mut company.mentions) {
        places.extend([&mut mention.start, &mut mention.end]);
    }
    for note in &mut extraction.notes {
        places.extend([&mut note.start, &mut note.end]);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn converted(text: &str, bytes: &[u32], to: Offsets) -> Vec<u32> {
        let mut offsets = bytes.to_vec();
        convert_places(offsets.iter_mut().collect(), text, to);
        offsets
    }

    #[test]
    fn each_unit_counts_its_own() {
        let text = "Öl 📈 5 €";
        assert_eq!(converted(text, &[13, 0, 2, 8, 10], Offsets::Chars), [8, 0, 1, 4, 6]);
        assert_eq!(converted(text, &[13, 0, 2, 8, 10], Offsets::Utf16), [9, 0, 1, 5, 7]);
        assert_eq!(converted(text, &[13, 0, 2, 8, 10], Offsets::Bytes), [13, 0, 2, 8, 10]);
    }
}
