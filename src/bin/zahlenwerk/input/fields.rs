//! An article whose parts have names, as in a row of a table.

use super::{Body, OwnedArticle, Record, rows::written_date};
use crate::{args::InputArgs, failure::Failure};

/// The names of the parts.
#[derive(Debug)]
pub(crate) struct Names {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) date: String,
}

/// What to do where no column has the name.
pub(crate) const ADVICE: &str = "name the column of the text with --text-field";

/// The name of what can only have one name.
pub(crate) const TITLE: &str = "title";

impl Names {
    pub(crate) fn new(args: &InputArgs) -> Self {
        let [id, text, date] = [&args.id_field, &args.text_field, &args.date_field].map(String::clone);
        Self { id, text, date }
    }
}

/// The parts.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    pub(crate) id: Option<String>,
    pub(crate) text: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) title: Option<String>,
}

impl Fields {
    /// About how many bytes they hold.
    pub(crate) fn size(&self) -> usize {
        [&self.id, &self.text, &self.date, &self.title].into_iter().flatten().map(String::len).sum()
    }

    /// The place of the part with a name.
    pub(crate) fn part(&mut self, name: &str, names: &Names) -> Option<&mut Option<String>> {
        if name == names.text {
            Some(&mut self.text)
        } else if name == names.id {
            Some(&mut self.id)
        } else if name == names.date {
            Some(&mut self.date)
        } else if name == TITLE {
            Some(&mut self.title)
        } else {
            None
        }
    }

    /// The article of a record.
    pub(crate) fn article(self, record: &Record, names: &Names) -> Result<Body, Failure> {
        let place = record.place();
        let Some(text) = self.text else {
            let what = format!("this row has no `{}`", names.text);
            return Err(Failure::new(place, what, "add it or remove the row"));
        };
        let date = written_date(&place, self.date.as_deref())?;
        let id = self.id.filter(|id| !id.is_empty()).unwrap_or_else(|| record.id());
        let title = self.title.filter(|title| !title.is_empty());
        Ok(Body::Article(OwnedArticle { id, text, date, title, comments: Vec::new() }))
    }
}
