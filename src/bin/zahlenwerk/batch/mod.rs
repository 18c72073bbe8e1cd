//! Many articles at once: a reader cuts the inputs into records, workers read them, and the main thread writes the
//! results in the order of the inputs.
//!
//! What is under way is bounded by its bytes, so memory does not grow with the input. No thread is ever waited for:
//! when the output is closed or the run is stopped, the main thread ends it, even while the reader waits for a pipe.

mod budget;
mod errors;
mod progress;
pub(crate) mod sink;
mod stop;
mod worker;

use crate::{
    args::{BatchArgs, InputArgs, OutputArgs},
    failure::{Failure, Status},
    input::{Item, Parser, Records},
    project::Ignored,
};
use budget::Budget;
use errors::Errors;
use progress::Progress;
use sink::{Form, Piece, Sink};
use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        mpsc::{self, RecvTimeoutError},
    },
    thread,
    time::Duration,
};
use worker::{Chunk, Done};
use zahlenwerk::write::text::Totals;

/// Small documents travel together, up to so many bytes.
const CHUNK: usize = 1 << 16;
/// So many bytes may be under way, and more for each worker.
const UNDER_WAY: usize = 4 << 20;

/// What a run is about.
pub(crate) struct Job<'a> {
    pub(crate) input: &'a InputArgs,
    pub(crate) output: &'a OutputArgs,
    pub(crate) batch: &'a BatchArgs,
    /// Whether rows may hold claims.
    pub(crate) claims: bool,
    /// No progress.
    pub(crate) quiet: bool,
}

/// What is done with each item.
pub(crate) type Work = dyn Fn(Item) -> Piece + Send + Sync;

/// What came of a run.
#[derive(Default)]
pub(crate) struct Summary {
    pub(crate) totals: Totals,
    /// Which contradictions were left out.
    pub(crate) ignored: Option<Ignored>,
    /// Documents that could not be read.
    pub(crate) errors: u64,
    /// Whether it was stopped before the end.
    pub(crate) stopped: bool,
    /// Bytes of documents, and the seconds that they took.
    bytes: u64,
    seconds: Duration,
}

impl Summary {
    /// What of the run is not in the totals.
    pub(crate) fn speed(&self) -> String {
        // Hundredths of a megabyte, rounded down.
        let hundredths = u128::from(self.bytes) * 100 / self.seconds.as_micros().max(1);
        let (whole, part) = (hundredths / 100, hundredths % 100);
        let errors = if self.errors == 1 { "error" } else { "errors" };
        let stopped = if self.stopped { ", stopped before the end" } else { "" };
        format!("{} {errors}, {whole}.{part:02} MB/s{stopped}", self.errors)
    }

    /// The exit status.
    pub(crate) fn status(&self, checks: bool) -> Status {
        if self.stopped {
            Status::Stopped
        } else if self.errors > 0 {
            Status::Failed
        } else if checks && self.totals.inconsistent > 0 {
            Status::Inconsistent
        } else {
            Status::Fine
        }
    }
}

/// Runs `work` over all inputs; `closing` gives the last words of the output.
pub(crate) fn run(
    job: &Job<'_>,
    form: Form,
    work: Box<Work>,
    closing: impl FnOnce(&Summary) -> String,
) -> Result<Summary, Failure> {
    let mut errors = Errors::open(job.batch.errors.as_deref())?;
    let mut sink = Sink::open(job.output, form)?;
    let stop = stop::on_interrupt()?;
    let started = progress::now();
    let records = Records::new(job.input);
    let progress = Progress::start(job, records.read());
    let threads = job.batch.threads.or_else(|| thread::available_parallelism().ok()).map_or(1, usize::from);
    let budget = Arc::new(Budget::new(UNDER_WAY + threads * 4 * CHUNK));
    let results = start(records, &Parser::new(job.input, job.claims), work, threads, &budget, &stop);

    let mut summary = Summary::default();
    let mut waiting: BTreeMap<u64, Done> = BTreeMap::new();
    let mut next = 0;
    loop {
        match results.recv_timeout(Duration::from_millis(100)) {
            Ok(done) => {
                waiting.insert(done.number, done);
            }
            // Whoever waits for the input, such as a pipe, sees what is there.
            Err(RecvTimeoutError::Timeout) if !(stop.is_set() && budget.is_free()) => sink.flush()?,
            Err(_) => break,
        }
        while let Some(done) = waiting.remove(&next) {
            next += 1;
            summary.bytes += done.bytes;
            for piece in done.pieces {
                match piece {
                    Ok(piece) => {
                        summary.totals.merge(&piece.totals);
                        if let Some(more) = piece.ignored {
                            match &mut summary.ignored {
                                Some(ignored) => ignored.merge(more),
                                None => summary.ignored = Some(more),
                            }
                        }
                        sink.take(piece.content)?;
                    }
                    Err(problem) => {
                        summary.errors += 1;
                        progress.aside(|| errors.take(&problem))?;
                    }
                }
            }
            budget.give(done.cost);
        }
        progress.show(&summary.totals);
    }
    summary.stopped = stop.is_set();
    summary.seconds = started.elapsed();
    progress.finish();
    sink.finish(&closing(&summary))?;
    errors.finish()?;
    Ok(summary)
}

/// Starts the reader and the workers.
fn start(
    records: Records,
    parser: &Parser,
    work: Box<Work>,
    threads: usize,
    budget: &Arc<Budget>,
    stop: &stop::Stop,
) -> mpsc::Receiver<Done> {
    let (to_workers, chunks) = mpsc::channel::<Chunk>();
    let (to_writer, results) = mpsc::channel::<Done>();
    let (chunks, work): (_, Arc<Work>) = (Arc::new(Mutex::new(chunks)), work.into());
    for _ in 0..threads {
        let (chunks, work, to_writer) = (Arc::clone(&chunks), Arc::clone(&work), to_writer.clone());
        let (parser, budget) = (parser.clone(), Arc::clone(budget));
        thread::spawn(move || worker::run(&chunks, &parser, &*work, &budget, &to_writer));
    }
    let (budget, stop) = (Arc::clone(budget), stop.clone());
    thread::spawn(move || worker::read(records, &budget, &stop, &to_workers));
    results
}
