//! The threads beside the writer.

use super::{CHUNK, Work, budget::Budget, sink::Piece, stop::Stop};
use crate::{
    failure::Failure,
    input::{Parser, Problem, Record, Records},
};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Mutex, PoisonError,
        mpsc::{Receiver, Sender},
    },
};

/// What a record costs beside its bytes.
const RECORD: usize = 512;

/// Records that travel together.
#[derive(Default)]
pub(super) struct Chunk {
    number: u64,
    cost: usize,
    records: Vec<Record>,
}

/// What came of them.
pub(super) struct Done {
    pub(super) number: u64,
    /// What it took of the budget.
    pub(super) cost: usize,
    /// Bytes of documents.
    pub(super) bytes: u64,
    pub(super) pieces: Vec<Result<Piece, Problem>>,
}

/// Cuts all inputs until they end or the run is stopped.
pub(super) fn read(mut records: Records, budget: &Budget, stop: &Stop, to: &Sender<Chunk>) {
    let mut chunk = Chunk::default();
    loop {
        let next = records.next().filter(|_| !stop.is_set());
        let ended = next.is_none();
        if let Some(record) = next {
            chunk.cost += record.size() + RECORD;
            chunk.records.push(record);
        }
        if (ended || chunk.cost >= CHUNK || records.waits()) && !chunk.records.is_empty() {
            budget.take(chunk.cost);
            let number = chunk.number + 1;
            if to.send(std::mem::replace(&mut chunk, Chunk { number, ..Chunk::default() })).is_err() {
                return;
            }
        }
        if ended {
            return;
        }
    }
}

/// Reads chunks until there are no more.
pub(super) fn run(
    chunks: &Mutex<Receiver<Chunk>>,
    parser: &Parser,
    work: &Work,
    budget: &Budget,
    to: &Sender<Done>,
) {
    loop {
        let next = chunks.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Chunk { number, mut cost, records }) = next else { return };
        let mut bytes = 0;
        let mut pieces = Vec::with_capacity(records.len());
        for record in records {
            bytes += record.size() as u64;
            let piece = one(record, parser, work);
            let size = piece.as_ref().map_or(0, Piece::size);
            budget.add(size);
            cost += size;
            pieces.push(piece);
        }
        if to.send(Done { number, cost, bytes, pieces }).is_err() {
            return;
        }
    }
}

/// Reads a record. One that meets a fault of the program does not take the others with it.
fn one(record: Record, parser: &Parser, work: &Work) -> Result<Piece, Problem> {
    let (place, fault) = (record.place(), record.problem(Failure::ClosedPipe));
    let read = AssertUnwindSafe(|| parser.parse(record).map(work));
    catch_unwind(read).unwrap_or_else(|_| {
        let what = "the program failed on this article";
        Err(Problem { failure: Failure::new(place, what, "please report it with the article"), ..fault })
    })
}
