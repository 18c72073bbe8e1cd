//! JSON: one object a document, its keys in the order of the types that make it.

use serde::Serialize;
use std::io::{self, Write};

/// A document on one line, without the line break.
pub fn line<T: Serialize>(document: &T) -> String {
    serde_json::to_string(document).unwrap_or_default()
}

/// A document for people, without the line break.
pub fn pretty<T: Serialize>(document: &T) -> String {
    serde_json::to_string_pretty(document).unwrap_or_default()
}

/// Writes a document on one line.
///
/// # Errors
///
/// If `to` does not take it.
pub fn write_line<T: Serialize>(to: &mut impl Write, document: &T) -> io::Result<()> {
    serde_json::to_writer(&mut *to, document)?;
    to.write_all(b"\n")
}

/// Writes documents for people: a single one as an object, several as an array of objects.
#[derive(Debug)]
pub struct PrettyWriter<T> {
    held: Option<T>,
    written: usize,
}

impl<T: Serialize> Default for PrettyWriter<T> {
    fn default() -> Self {
        Self { held: None, written: 0 }
    }
}

impl<T: Serialize> PrettyWriter<T> {
    /// Takes the next document; the first is held back until it is known whether it is the only one.
    ///
    /// # Errors
    ///
    /// If `to` does not take it.
    pub fn write(&mut self, to: &mut impl Write, document: T) -> io::Result<()> {
        match self.held.replace(document) {
            Some(before) => self.element(to, &before),
            None => Ok(()),
        }
    }

    /// Writes what is held back and closes the array.
    ///
    /// # Errors
    ///
    /// If `to` does not take it.
    pub fn finish(mut self, to: &mut impl Write) -> io::Result<()> {
        match (self.held.take(), self.written) {
            (None, _) => to.write_all(b"[]\n"),
            (Some(only), 0) => {
                serde_json::to_writer_pretty(&mut *to, &only)?;
                to.write_all(b"\n")
            }
            (Some(last), _) => {
                self.element(to, &last)?;
                to.write_all(b"\n]\n")
            }
        }
    }

    fn element(&mut self, to: &mut impl Write, document: &T) -> io::Result<()> {
        to.write_all(if self.written == 0 { b"[\n" } else { b",\n" })?;
        self.written += 1;
        serde_json::to_writer_pretty(to, document).map_err(io::Error::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pretty(documents: &[u8]) -> String {
        let (mut to, mut writer) = (Vec::new(), PrettyWriter::default());
        for document in documents {
            writer.write(&mut to, *document).unwrap();
        }
        writer.finish(&mut to).unwrap();
        String::from_utf8(to).unwrap()
    }

    #[test]
    fn one_document_is_an_object_and_several_are_an_array() {
        assert_eq!(pretty(&[]), "[]\n");
        assert_eq!(pretty(&[1]), "1\n");
        assert_eq!(pretty(&[1, 2, 3]), "[\n1,\n2,\n3\n]\n");
    }
}
