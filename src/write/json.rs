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

/// Writes documents for people, as [`pretty`] makes them: a single one as an object, several as an array of objects.
#[derive(Debug, Default)]
pub struct Array {
    /// The first is held back until it is known whether it is the only one.
    held: Option<Vec<u8>>,
    several: bool,
}

impl Array {
    /// Takes the next document.
    ///
    /// # Errors
    ///
    /// If `to` does not take it.
    pub fn write(&mut self, to: &mut (impl Write + ?Sized), document: Vec<u8>) -> io::Result<()> {
        let Some(before) = self.held.replace(document) else { return Ok(()) };
        to.write_all(if self.several { b",\n" } else { b"[\n" })?;
        self.several = true;
        to.write_all(&before)
    }

    /// Writes what is held back and closes the array.
    ///
    /// # Errors
    ///
    /// If `to` does not take it.
    pub fn finish(self, to: &mut (impl Write + ?Sized)) -> io::Result<()> {
        match (self.held, self.several) {
            (None, _) => to.write_all(b"[]\n"),
            (Some(only), false) => {
                to.write_all(&only)?;
                to.write_all(b"\n")
            }
            (Some(last), true) => {
                to.write_all(b",\n")?;
                to.write_all(&last)?;
                to.write_all(b"\n]\n")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn array(documents: &[u8]) -> String {
        let (mut to, mut array) = (Vec::new(), Array::default());
        for document in documents {
            array.write(&mut to, pretty(document).into_bytes()).unwrap();
        }
        array.finish(&mut to).unwrap();
        String::from_utf8(to).unwrap()
    }

    #[test]
    fn one_document_is_an_object_and_several_are_an_array() {
        assert_eq!(array(&[]), "[]\n");
        assert_eq!(array(&[1]), "1\n");
        assert_eq!(array(&[1, 2, 3]), "[\n1,\n2,\n3\n]\n");
    }
}
