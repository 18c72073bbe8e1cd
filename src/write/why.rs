//! Mentions with the readings that lost against them, for people.

use super::{
    explain::mention_line,
    mentions::{Mention, MentionList},
};
use crate::{mention::contest::Contest, span::Span};
use std::fmt::Write;

/// Each mention in one line, below it what its words could have been too; a number that is no mention has a line that
/// says which rule keeps it from being one.
///
/// ```
/// let pipeline = zahlenwerk::Pipeline::new()?;
/// let text = "Im Jahr 2023 waren es 4 Milliarden Euro.";
/// let shown = pipeline.why(&zahlenwerk::Article { text, ..Default::default() });
/// assert!(shown.contains("(quantity.amount)\n  instead of  quantity.count «4 Milliarden Euro»\n"), "{shown}");
/// # Ok::<(), zahlenwerk::error::Error>(())
/// ```
pub fn lines(text: &str, list: &MentionList, contests: &[Contest]) -> String {
    let mut lines: Vec<(Span, String)> = Vec::new();
    let mut left: Vec<&Contest> = contests.iter().collect();
    for mention in &list.mentions {
        let (start, end, rule) = place(mention);
        let span = Span::new(start, end);
        let mut line = mention_line(mention) + "\n";
        left.retain(|contest| {
            let same = contest.mention
                && contest.rule == rule
                && contest.span.start < end
                && start < contest.span.end;
            if same {
                instead(&mut line, text, contest);
            }
            !same
        });
        lines.push((span, line));
    }
    for contest in left {
        let Span { start, end } = contest.span;
        let mut line = format!("nothing {start}..{end} «{}» ({})\n", contest.span.of(text), contest.rule);
        instead(&mut line, text, contest);
        lines.push((contest.span, line));
    }
    lines.sort_by_key(|(span, _)| (span.start, span.end));
    lines.into_iter().map(|(_, line)| line).collect()
}

fn instead(line: &mut String, text: &str, contest: &Contest) {
    for lost in &contest.lost {
        let _ = writeln!(line, "  instead of  {} «{}»", lost.rule, lost.span.of(text));
    }
}

fn place(mention: &Mention) -> (u32, u32, &str) {
    match mention {
        Mention::Quantity { start, end, rule, .. }
        | Mention::Period { start, end, rule, .. }
        | Mention::Company { start, end, rule, .. }
        | Mention::Name { start, end, rule, .. }
        | Mention::Metric { start, end, rule, .. }
        | Mention::Cue { start, end, rule, .. } => (*start, *end, rule),
    }
}
