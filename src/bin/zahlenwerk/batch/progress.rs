//! How far a run is, for somebody who watches it.

use super::Job;
use crate::input;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
    io::{self, IsTerminal},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};
use zahlenwerk::write::text::Totals;

/// A line on standard error, where that is a terminal.
pub(super) struct Progress {
    bar: Option<ProgressBar>,
    read: Arc<AtomicU64>,
}

impl Progress {
    pub(super) fn start(job: &Job<'_>, read: Arc<AtomicU64>) -> Self {
        let wanted = !job.quiet && io::stderr().is_terminal();
        // Results that go to the same terminal would run into the bar.
        let apart = job.output.output.is_some() || !io::stdout().is_terminal();
        Self { bar: (wanted && apart).then(|| bar(input::total_size(job.input))), read }
    }

    pub(super) fn show(&self, totals: &Totals) {
        let Some(bar) = &self.bar else { return };
        bar.set_position(self.read.load(Ordering::Relaxed));
        bar.set_message(format!("{} articles, {} inconsistent", totals.articles, totals.inconsistent));
    }

    /// Writes something else to standard error.
    pub(super) fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }

    pub(super) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// With what remains, where the size of all inputs is known.
fn bar(total: Option<u64>) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr());
    let template = if total.is_some() {
        "{bar:30} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left, {msg}"
    } else {
        "{spinner} {bytes}, {bytes_per_sec}, {msg}"
    };
    ProgressStyle::with_template(template).map_or(bar.clone(), |style| bar.with_style(style))
}

/// The clock of progress and speed; nothing else reads one.
#[allow(clippy::disallowed_methods, reason = "it only tells how long a run took")]
pub(super) fn now() -> Instant {
    Instant::now()
}
