//! Which contradictions are known and ignored, and which ignores are stale.

use super::Project;
use crate::input::Comment;
use std::sync::Arc;
use zahlenwerk::{
    check::{Check, Verdict},
    claim::Claim,
    document::Document,
    extraction::{Extraction, Note},
    lexicon::user,
};

/// What ignores were used for in a run.
pub(crate) struct Ignored {
    project: Arc<Project>,
    /// For each ignore of the project file: whether it was used, and whether its text was read.
    used: Vec<(bool, bool)>,
    /// Stale comments, as they are told.
    stale: Vec<String>,
    /// How many contradictions were left out.
    pub(crate) count: usize,
}

impl Ignored {
    pub(crate) fn new(project: Arc<Project>) -> Self {
        let used = vec![(false, false); project.ignore.len()];
        Self { project, used, stale: Vec::new(), count: 0 }
    }

    /// Adds what was ignored in the articles behind.
    pub(crate) fn merge(&mut self, more: Self) {
        for (used, more) in self.used.iter_mut().zip(more.used) {
            *used = (used.0 || more.0, used.1 || more.1);
        }
        self.stale.extend(more.stale);
        self.count += more.count;
    }

    /// Takes the contradictions that are known out of an extraction; each leaves a note. Offsets count bytes.
    pub(crate) fn apply(
        &mut self,
        extraction: &mut Extraction,
        text: &str,
        comments: &[Comment],
        place: &str,
    ) {
        if comments.is_empty() && self.project.ignore.is_empty() {
            return;
        }
        let sentences = sentences(text);
        let lines: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
        let ignore = self.project.ignore.iter().map(|entry| plain(entry.get_ref().text.get_ref()));
        let parts: Vec<String> = ignore.collect();
        for (used, part) in self.used.iter_mut().zip(&parts) {
            used.1 = used.1 || sentences.iter().any(|(_, sentence)| sentence.contains(part.as_str()));
        }
        let mut hit = vec![false; comments.len()];
        let Extraction { checks, claims, notes, .. } = extraction;
        checks.retain(|check| {
            let Some(first) =
                members(check, claims).next().filter(|_| check.verdict == Verdict::Inconsistent)
            else {
                return true;
            };
            let mut why = None;
            for ((entry, part), used) in self.project.ignore.iter().zip(&parts).zip(&mut self.used) {
                let entry = entry.get_ref();
                let meant = entry.check == check.rule
                    && members(check, claims).any(|claim| {
                        let of = sentences.partition_point(|(end, _)| *end <= claim.quantity.start);
                        sentences.get(of).is_some_and(|(_, sentence)| sentence.contains(part.as_str()))
                    });
                if meant {
                    used.0 = true;
                    why = Some(entry.reason.get_ref().as_str());
                }
            }
            for (comment, hit) in comments.iter().zip(&mut hit) {
                let line = |at: u32| lines.partition_point(|&end| end < at as usize) + 1;
                let here = |claim: &Claim| line(claim.quantity.start) == comment.line;
                if comment.check == check.rule && members(check, claims).any(here) {
                    *hit = true;
                    why = Some(&comment.reason);
                }
            }
            let Some(why) = why else { return true };
            self.count += 1;
            let quantity = &first.quantity;
            let (start, end, text) = (quantity.start, quantity.end, quantity.text.clone());
            notes.push(Note {
                start,
                end,
                text,
                why: format!("{} {} is ignored: {why}", check.rule, check.id),
            });
            false
        });
        for (comment, _) in comments.iter().zip(hit).filter(|(_, hit)| !hit) {
            let Comment { at: (line, column), check, .. } = comment;
            self.stale.push(format!(
                "{place}:{line}:{column}: this ignore is stale, its line holds no contradiction of {check}; remove it"
            ));
        }
    }

    /// Every ignore that ignored nothing. One of the project file whose text was not read may be of another article:
    /// it is told only where `everything` was read.
    pub(crate) fn stale(mut self, everything: bool) -> Vec<String> {
        for (entry, (used, read)) in self.project.ignore.iter().zip(&self.used) {
            if *used || !*read && !everything {
                continue;
            }
            let Project { name, text, .. } = &*self.project;
            let place = user::place(name, text, entry.get_ref().text.span().start);
            let check = entry.get_ref().check;
            let what = if *read {
                format!("its sentence holds no contradiction of {check}")
            } else {
                "its text is in no article".to_owned()
            };
            self.stale.push(format!("{place}: this ignore is stale, {what}; remove it"));
        }
        self.stale
    }
}

fn members<'c>(check: &'c Check, claims: &'c [Claim]) -> impl Iterator<Item = &'c Claim> {
    let ids = check.members.stated();
    ids.into_iter().filter_map(|id| claims.iter().find(|claim| claim.id == id))
}

/// Where each sentence ends, and its words with single blanks.
fn sentences(text: &str) -> Vec<(u32, String)> {
    let document = Document::new(text, None);
    let sentence = |tokens: &std::ops::Range<usize>| {
        let span = document.token_span(tokens.start, tokens.end.saturating_sub(1));
        (span.end, plain(document.surface(span)))
    };
    document.sentences.iter().map(|found| sentence(&found.tokens)).collect()
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
