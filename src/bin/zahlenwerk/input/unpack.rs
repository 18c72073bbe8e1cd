//! Compressed files, with a limit on how much may come out of how little.

use super::form::Packing;
use flate2::read::MultiGzDecoder;
use std::{
    io::{self, BufReader, Read},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

/// So many times its size may come out of a file. News reaches 10, very repetitive rows 100.
const RATIO: u64 = 250;
/// Below so many bytes nothing is looked at.
const HARMLESS: u64 = 16 << 20;

/// What is in a compressed file.
struct Unpacked {
    from: Box<dyn Read + Send>,
    compressed: Arc<AtomicU64>,
    out: u64,
}

/// Counts what goes in.
struct Compressed<R> {
    from: R,
    read: Arc<AtomicU64>,
}

impl<R: Read> Read for Compressed<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let length = self.from.read(to)?;
        self.read.fetch_add(length as u64, Ordering::Relaxed);
        Ok(length)
    }
}

/// Unpacks what needs it.
pub(crate) fn unpack(from: impl Read + Send + 'static, packing: Packing) -> io::Result<Box<dyn Read + Send>> {
    if packing == Packing::None {
        return Ok(Box::new(from));
    }
    let compressed: Arc<AtomicU64> = Arc::default();
    let from = BufReader::with_capacity(1 << 16, Compressed { from, read: Arc::clone(&compressed) });
    let from: Box<dyn Read + Send> = if packing == Packing::Gzip {
        Box::new(MultiGzDecoder::new(from))
    } else {
        Box::new(zstd::Decoder::with_buffer(from)?)
    };
    Ok(Box::new(Unpacked { from, compressed, out: 0 }))
}

impl Read for Unpacked {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let length = self.from.read(to)?;
        self.out += length as u64;
        let most = self.compressed.load(Ordering::Relaxed).saturating_mul(RATIO).max(HARMLESS);
        if self.out > most {
            return Err(io::Error::other(format!("more than {RATIO} times its size comes out of it")));
        }
        Ok(length)
    }
}
