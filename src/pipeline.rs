//! All stages in a row: an [`Article`] in, an [`Extraction`] out.

use crate::{
    check::Coverage,
    document::Document,
    error::Error,
    extraction::{Extraction, FORMAT, Note},
    lexicon::{Lexicon, UserLexicon, Words},
    mention::{Mentions, contest},
    parse::Parse,
    resolve::{self, Resolved},
    validate::{self, Settings, Validation},
    write::{explain, mentions::MentionList, why},
};
use jiff::civil::Date;

/// A text to be read, with what is known about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Article<'t> {
    /// Its name in the output.
    pub id: &'t str,
    /// The text, which is never changed.
    pub text: &'t str,
    /// The date of publication; without it nothing relative is resolved.
    pub date: Option<Date>,
    /// Its headline, where that is not part of the text.
    pub title: Option<&'t str>,
}

/// The program: built once, it reads any number of articles, from any number of threads.
///
/// ```
/// use zahlenwerk::{Article, Pipeline, write};
/// let pipeline = Pipeline::new()?;
/// let article = Article { id: "a", text: "Der Umsatz stieg um 3,5 Prozent.", ..Article::default() };
/// let mut extraction = pipeline.extract(&article);
/// write::offsets::convert(&mut extraction, article.text, write::Offsets::Chars);
/// assert!(write::json::line(&extraction).starts_with(r#"{"format":"zahlenwerk/1","id":"a""#));
/// # Ok::<(), zahlenwerk::error::Error>(())
/// ```
#[derive(Debug)]
pub struct Pipeline {
    lexicon: Lexicon,
    settings: Settings,
}

impl Pipeline {
    /// With the words that come with the program.
    ///
    /// # Errors
    ///
    /// If a lexicon breaks its schema; a test holds that none of the built-in ones does.
    pub fn new() -> Result<Self, Error> {
        Ok(Self { lexicon: Lexicon::built_in()?, settings: Settings::default() })
    }

    /// With the words that come with the program and users' words before them (see [`lexicon::user`]).
    ///
    /// [`lexicon::user`]: crate::lexicon::user
    ///
    /// # Errors
    ///
    /// If an entry is not what it should be; the error names file, line and column.
    pub fn with_lexicons(lexicons: &[UserLexicon]) -> Result<Self, Error> {
        Ok(Self { lexicon: Lexicon::with(lexicons)?, settings: Settings::default() })
    }

    /// The same with other settings of the validator.
    #[must_use]
    pub fn with_settings(self, settings: Settings) -> Self {
        Self { settings, ..self }
    }

    /// The words that it reads with.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Reads an article. Offsets count bytes; [`offsets::convert`](crate::write::offsets::convert) turns
    /// them into what a reader of the output counts.
    pub fn extract(&self, article: &Article<'_>) -> Extraction {
        let document = Document::new(article.text, article.date);
        let words = Words::new(&document, &self.lexicon);
        let mentions = Mentions::find(&words);
        let parse = Parse::new(&words, &mentions);
        let Resolved { claims, companies, notes } = resolve::claims(&words, &mentions, &parse);
        let mut extraction = Extraction {
            format: FORMAT.to_owned(),
            id: article.id.to_owned(),
            date: article.date,
            title: article.title.map(str::to_owned),
            claims,
            companies,
            checks: Vec::new(),
            coverage: Coverage::default(),
            notes,
        };
        self.revalidate(&mut extraction);
        extraction
    }

    /// Recomputes the claims of an extraction that somebody else made: its checks and coverage are replaced.
    pub fn revalidate(&self, extraction: &mut Extraction) {
        let Validation { checks, coverage, notes } =
            validate::validate(&extraction.claims, extraction.date, &self.settings);
        extraction.checks = checks;
        extraction.coverage = coverage;
        extraction.notes.extend(notes.into_iter().map(|why| Note {
            start: 0,
            end: 0,
            text: String::new(),
            why,
        }));
    }

    /// Every mention of an article, with the rule that found it. Offsets count bytes.
    pub fn mentions(&self, article: &Article<'_>) -> MentionList {
        let document = Document::new(article.text, article.date);
        let words = Words::new(&document, &self.lexicon);
        MentionList::new(article.id, &words, &Mentions::find(&words))
    }

    /// Every mention of an article with the readings that lost against it, for people. Offsets count bytes.
    pub fn why(&self, article: &Article<'_>) -> String {
        let document = Document::new(article.text, article.date);
        let words = Words::new(&document, &self.lexicon);
        let found = Mentions::find(&words);
        let contests = contest::find(&words, &found);
        why::lines(article.text, &MentionList::new(article.id, &words, &found), &contests)
    }

    /// The text on its way through the stages, for people.
    pub fn explain(&self, article: &Article<'_>) -> String {
        let document = Document::new(article.text, article.date);
        let words = Words::new(&document, &self.lexicon);
        let mentions = Mentions::find(&words);
        let list = MentionList::new(article.id, &words, &mentions);
        let parse = Parse::new(&words, &mentions);
        explain::stages(&words, &list, &parse.describe(&words, &mentions), &self.extract(article))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threads_share_a_pipeline() {
        fn shared<T: Send + Sync>() {}
        shared::<Pipeline>();
    }

    #[test]
    fn a_text_without_numbers_gives_no_claims() {
        let pipeline = Pipeline::new().unwrap();
        let extraction =
            pipeline.extract(&Article { id: "leer", text: "Nichts davon.", ..Article::default() });
        assert!(extraction.claims.is_empty());
        assert_eq!(extraction.id, "leer");
    }
}
