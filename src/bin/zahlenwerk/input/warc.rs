//! A .warc, as web archives keep them (ISO 28500): the answers that hold a web page, with URL and date.

use super::{
    Options, Raw,
    html::Page,
    limited,
    paths::{Cut, Source, too_large},
    read_date,
};
use crate::failure::{Failure, plain};
use flate2::read::MultiGzDecoder;
use std::io::{self, BufRead, BufReader, Read};

/// Headers are no longer than so many bytes a line, and no more lines.
const LINE: usize = 1 << 16;
const LINES: usize = 1 << 10;

/// The records of an archive.
pub(crate) struct Warc {
    reader: BufReader<Box<dyn Read + Send>>,
    name: String,
    largest: usize,
    record: u64,
    broken: bool,
}

/// Names in lower case and values.
type Headers = Vec<(String, String)>;

impl Warc {
    pub(crate) fn new(source: &Source, from: Box<dyn Read + Send>, options: &Options) -> Self {
        let reader = BufReader::with_capacity(1 << 16, from);
        let (name, largest) = (source.name.clone(), options.largest);
        Self { reader, name, largest, record: 0, broken: false }
    }

    /// The next page; other records are passed over.
    fn page(&mut self) -> io::Result<Option<Result<Raw, Failure>>> {
        loop {
            let Some(version) = self.version()? else { return Ok(None) };
            if !version.starts_with("WARC/1.") {
                return Err(io::Error::other("a record does not begin with WARC/1"));
            }
            self.record += 1;
            let headers = headers(&mut self.reader)?;
            let length: u64 = get(&headers, "content-length")
                .and_then(|it| it.parse().ok())
                .ok_or_else(|| io::Error::other("a record has no Content-Length"))?;
            let is_answer = get(&headers, "warc-type") == Some("response")
                && get(&headers, "content-type").is_none_or(|it| it.starts_with("application/http"));
            let mut body = (&mut self.reader).take(length);
            let page = if is_answer { page(&mut body, &headers, self.largest) } else { Ok(None) };
            // What was not read of it is passed over.
            io::copy(&mut body, &mut io::sink())?;
            if body.limit() > 0 {
                return Err(io::Error::from(io::ErrorKind::UnexpectedEof));
            }
            match page {
                Ok(None) => {}
                Ok(Some(page)) => return Ok(Some(Ok(page))),
                Err(error) => {
                    let place = format!("{}:{}", self.name, self.record);
                    return Ok(Some(Err(match error.kind() {
                        io::ErrorKind::FileTooLarge => too_large(&place, self.largest),
                        _ => Failure::new(
                            place,
                            format!("this record cannot be read ({})", plain(&error)),
                            "remove it",
                        ),
                    })));
                }
            }
        }
    }

    /// The first line of the next record.
    fn version(&mut self) -> io::Result<Option<String>> {
        loop {
            match line(&mut self.reader)? {
                None => return Ok(None),
                Some(line) if line.is_empty() => {}
                Some(line) => return Ok(Some(line)),
            }
        }
    }
}

impl Cut for Warc {
    fn next(&mut self) -> Option<(Option<u64>, Result<Raw, Failure>)> {
        if self.broken {
            return None;
        }
        match self.page() {
            Ok(page) => page.map(|page| (Some(self.record), page)),
            Err(error) => {
                self.broken = true;
                let what = format!("cannot be read on ({})", plain(&error));
                Some((None, Err(Failure::new(&self.name, what, "check the file"))))
            }
        }
    }
}

/// The page of an answer, if that is what it holds.
fn page(from: &mut impl BufRead, record: &Headers, largest: usize) -> io::Result<Option<Raw>> {
    let status = line(from)?.unwrap_or_default();
    let ok = status.split(' ').nth(1).is_some_and(|it| it.starts_with('2'));
    let headers = headers(from)?;
    let kind = get(&headers, "content-type").unwrap_or_default().to_ascii_lowercase();
    if !ok || !(kind.starts_with("text/html") || kind.starts_with("application/xhtml")) {
        return Ok(None);
    }
    let too_large = || io::Error::from(io::ErrorKind::FileTooLarge);
    let mut bytes = limited::whole(from, largest)?.ok_or_else(too_large)?;
    if get(&headers, "transfer-encoding").is_some_and(|it| it.eq_ignore_ascii_case("chunked")) {
        // Many archives keep the header but not the chunks.
        bytes = dechunked(&bytes).unwrap_or(bytes);
    }
    if get(&headers, "content-encoding").is_some_and(|it| it.contains("gzip"))
        && bytes.starts_with(&[0x1f, 0x8b])
    {
        bytes = limited::whole(&mut MultiGzDecoder::new(&*bytes), largest)?.ok_or_else(too_large)?;
    }
    let charset = kind.split_once("charset=").map(|(_, it)| it.trim_matches('"').to_owned());
    let url = get(record, "warc-target-uri").map(|it| it.trim_matches(['<', '>']).to_owned());
    let date = get(record, "warc-date").and_then(read_date);
    Ok(Some(Raw::Html { bytes, page: Page { charset, url, date } }))
}

/// Puts chunks together.
fn dechunked(mut bytes: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(bytes.len());
    loop {
        let end = bytes.iter().take(32).position(|it| *it == b'\n')?;
        let size = std::str::from_utf8(bytes.get(..end)?).ok()?;
        let size = usize::from_str_radix(size.split(';').next()?.trim(), 16).ok()?;
        bytes = bytes.get(end + 1..)?;
        if size == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(bytes.get(..size)?);
        bytes = bytes.get(size..)?;
        bytes = bytes.strip_prefix(b"\r\n").or_else(|| bytes.strip_prefix(b"\n"))?;
    }
}

fn headers(from: &mut impl BufRead) -> io::Result<Headers> {
    let mut headers = Headers::new();
    for _ in 0..LINES {
        let Some(line) = line(from)?.filter(|line| !line.is_empty()) else { return Ok(headers) };
        if let Some((name, value)) = line.split_once(':') {
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    Err(io::Error::other("there are too many headers"))
}

fn get<'h>(headers: &'h Headers, name: &str) -> Option<&'h str> {
    headers.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
}

/// A line without its end.
fn line(from: &mut impl BufRead) -> io::Result<Option<String>> {
    let Some(line) = limited::line(from, LINE)? else { return Ok(None) };
    let bytes = line.bytes.ok_or_else(|| io::Error::other("a line of headers is too long"))?;
    Ok(Some(String::from_utf8_lossy(bytes.trim_ascii_end()).into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_put_together() {
        assert_eq!(
            dechunked(b"4\r\nWiki\r\n5;a=b\r\npedia\r\n0\r\n\r\n").as_deref(),
            Some(&b"Wikipedia"[..])
        );
        assert_eq!(dechunked(b"<html>"), None);
        assert_eq!(dechunked(b"ffffffff\r\nab"), None);
    }
}
