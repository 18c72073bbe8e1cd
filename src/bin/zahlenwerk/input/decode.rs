//! Bytes become text.

use crate::failure::Failure;
use encoding_rs::{Encoding, UTF_8};

/// Decodes a whole file; a byte order mark is not part of the text.
pub(crate) fn decode(name: &str, bytes: &[u8], encoding: &'static Encoding) -> Result<String, Failure> {
    if encoding == UTF_8 {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        return utf_8(name, bytes, 0).map(str::to_owned);
    }
    let (text, used, broken) = encoding.decode(bytes);
    if broken {
        let what = format_args!("is not {} throughout", used.name()).to_string();
        return Err(Failure::new(name, what, "name another encoding with --encoding"));
    }
    Ok(text.into_owned())
}

/// Checks bytes that begin at `offset` of their file.
pub(crate) fn utf_8<'b>(place: &str, bytes: &'b [u8], offset: u64) -> Result<&'b str, Failure> {
    std::str::from_utf8(bytes).map_err(|error| {
        let at = offset + error.valid_up_to() as u64;
        let what = format_args!("not UTF-8 at byte {at}").to_string();
        Failure::new(place, what, "convert it, or name its encoding with --encoding, such as windows-1252")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_a_bad_byte_is_told() {
        let error = decode("a.txt", b"\xef\xbb\xbfK\xf6ln", UTF_8).unwrap_err().to_string();
        assert!(error.contains("byte 1;") || error.contains("byte 4"), "{error}");
        assert_eq!(decode("a.txt", b"K\xf6ln", encoding_rs::WINDOWS_1252).unwrap(), "Köln");
    }
}
