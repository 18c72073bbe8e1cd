//! Stopping at Ctrl-C: what is under way is finished and written; the second time it ends at once.

use crate::failure::{Failure, Status};
use std::{
    process,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

/// Whether the run is to be stopped.
#[derive(Debug, Clone, Default)]
pub(super) struct Stop(Arc<AtomicBool>);

impl Stop {
    pub(super) fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Is set by Ctrl-C, by a request to terminate, and when the terminal goes.
pub(super) fn on_interrupt() -> Result<Stop, Failure> {
    let stop = Stop::default();
    let set = stop.clone();
    let handler = move || {
        if set.0.swap(true, Ordering::Relaxed) {
            process::exit(Status::Stopped.code().into());
        }
    };
    ctrlc::set_handler(handler).map_err(|error| {
        let what = format!("Ctrl-C cannot be watched for ({error})");
        Failure::new("zahlenwerk", what, "start it from a shell")
    })?;
    Ok(stop)
}
