//! Reading that never takes more than a document may have.

use std::io::{self, BufRead, Read};

/// All of a reader, or nothing where there is more than `largest` bytes of it.
pub(super) fn whole(from: &mut dyn Read, largest: usize) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    from.take(largest as u64 + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() <= largest).then_some(bytes))
}

/// The next line with its end.
pub(super) struct Line {
    /// How long it is.
    pub(super) length: u64,
    /// Its bytes, unless they are more than a document may have.
    pub(super) bytes: Option<Vec<u8>>,
}

/// Reads a line; one that is too long is passed over.
pub(super) fn line(from: &mut dyn BufRead, largest: usize) -> io::Result<Option<Line>> {
    let mut bytes = Vec::new();
    let mut length = (&mut *from).take(largest as u64 + 1).read_until(b'\n', &mut bytes)? as u64;
    if length == 0 {
        return Ok(None);
    }
    if bytes.len() <= largest || bytes.ends_with(b"\n") {
        return Ok(Some(Line { length, bytes: Some(bytes) }));
    }
    length += from.skip_until(b'\n')? as u64;
    Ok(Some(Line { length, bytes: None }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_passed_over() {
        let mut from: &[u8] = b"ab\nabcdefg\nabcd\nc";
        let mut next = || line(&mut from, 4).unwrap();
        assert_eq!(next().unwrap().bytes.as_deref(), Some(&b"ab\n"[..]));
        let long = next().unwrap();
        assert_eq!((long.length, long.bytes), (8, None));
        assert_eq!(next().unwrap().bytes.as_deref(), Some(&b"abcd\n"[..]));
        assert_eq!(next().unwrap().bytes.as_deref(), Some(&b"c"[..]));
        assert!(next().is_none());
    }

    #[test]
    fn large_files_are_refused() {
        assert_eq!(whole(&mut &b"abcd"[..], 4).unwrap().as_deref(), Some(&b"abcd"[..]));
        assert_eq!(whole(&mut &b"abcde"[..], 4).unwrap(), None);
    }
}
