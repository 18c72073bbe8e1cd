//! A .txt is one article.

use super::{
    Body, OwnedArticle, about, comment, decode::decode, markdown, paths::Source, rows::written_date,
};
use crate::failure::Failure;
use encoding_rs::Encoding;

/// Longer first lines are no titles.
const LONGEST_TITLE: usize = 160;

/// Reads an article with what its about.toml or its first line says. The text stays as it is, but for the
/// line break that ends the file.
pub(crate) fn read(source: &Source, bytes: &[u8], encoding: &'static Encoding) -> Result<Body, Failure> {
    let mut text = decode(&source.name, bytes, encoding)?;
    if text.ends_with('\n') {
        text.truncate(text.len() - if text.ends_with("\r\n") { 2 } else { 1 });
    }
    let comments = comment::take(&source.name, &mut text)?;
    let about = about::read(source)?;
    let title = about.title.or_else(|| find_title(&text).map(str::to_owned));
    let id = about.id.unwrap_or_else(|| source.id.clone());
    let article = OwnedArticle { id, text, date: about.date, title, comments };
    Ok(Body::Article(article))
}

/// Reads Markdown with what its front matter or its about.toml says.
pub(crate) fn read_markdown(
    source: &Source,
    bytes: &[u8],
    encoding: &'static Encoding,
) -> Result<Body, Failure> {
    let found = markdown::read(&decode(&source.name, bytes, encoding)?);
    let about = about::read(source)?;
    let written = found.date.as_deref();
    let date = if about.date.is_none() { written_date(&source.name, written)? } else { about.date };
    let id = about.id.unwrap_or_else(|| source.id.clone());
    let title = about.title.or(found.title);
    Ok(Body::Article(OwnedArticle { id, text: found.text, date, title, comments: Vec::new() }))
}

/// A short first line without a full stop before a blank line.
fn find_title(text: &str) -> Option<&str> {
    let mut lines = text.lines();
    let first = lines.next()?.trim();
    let blank = lines.next()?.trim().is_empty();
    let goes_on = lines.any(|line| !line.trim().is_empty());
    (blank && goes_on && !first.is_empty() && first.chars().count() <= LONGEST_TITLE && !first.ends_with('.'))
        .then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stands_alone_on_the_first_line() {
        assert_eq!(find_title("Umsatz steigt\n\nEr stieg um 3 %."), Some("Umsatz steigt"));
        assert_eq!(find_title("Umsatz steigt\r\n\r\nEr stieg um 3 %."), Some("Umsatz steigt"));
        assert_eq!(find_title("Er stieg um 3 %.\n\nDann nicht."), None);
        assert_eq!(find_title("Umsatz steigt\nEr stieg um 3 %."), None);
        assert_eq!(find_title("Umsatz steigt\n\n"), None);
        assert_eq!(find_title(""), None);
    }
}
