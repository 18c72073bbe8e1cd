//! How many bytes may be under way between the reader and the writer.

use std::sync::{Condvar, Mutex, PoisonError};

/// Bytes that are under way.
pub(super) struct Budget {
    taken: Mutex<usize>,
    given: Condvar,
    most: usize,
}

impl Budget {
    pub(super) fn new(most: usize) -> Self {
        Self { taken: Mutex::new(0), given: Condvar::new(), most }
    }

    /// Waits until there is room for `bytes` more. When nothing is under way there always is, so that the largest
    /// document comes through.
    pub(super) fn take(&self, bytes: usize) {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |taken: &mut usize| *taken > 0 && *taken + bytes > self.most;
        let mut taken = self.given.wait_while(taken, full).unwrap_or_else(PoisonError::into_inner);
        *taken += bytes;
    }

    /// Takes what came into being on the way, without waiting.
    pub(super) fn add(&self, bytes: usize) {
        *self.taken.lock().unwrap_or_else(PoisonError::into_inner) += bytes;
    }

    /// Gives back what is written.
    pub(super) fn give(&self, bytes: usize) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        *taken = taken.saturating_sub(bytes);
        self.given.notify_all();
    }

    /// Whether nothing is under way.
    pub(super) fn is_free(&self) -> bool {
        *self.taken.lock().unwrap_or_else(PoisonError::into_inner) == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{sync::Arc, thread};

    #[test]
    fn the_reader_waits_for_the_writer() {
        let budget = Arc::new(Budget::new(10));
        budget.take(25);
        assert!(!budget.is_free(), "what is larger than the budget comes through alone");
        let reader = Arc::clone(&budget);
        let waits = thread::spawn(move || reader.take(1));
        thread::sleep(std::time::Duration::from_millis(50));
        assert!(!waits.is_finished());
        budget.add(5);
        budget.give(30);
        waits.join().unwrap();
        assert!(!budget.is_free());
        budget.give(1);
        assert!(budget.is_free());
    }
}
