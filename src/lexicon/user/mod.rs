//! Words that users add: companies, metrics, units, currencies, verbs, modifiers, and words to be left unread.
//!
//! A user's file is TOML with the notation of the built-in ones. Its words are put before the built-in senses of the
//! same spelling, so that a user's reading wins.
//!
//! ```
//! use zahlenwerk::{Article, Pipeline, lexicon::UserLexicon};
//! let words = UserLexicon::parse("hotels.toml", r#"
//!     [[company]]
//!     name = "Seeblick"
//!     [[metric]]
//!     id = "occupancy"
//!     forms = "Bettenauslastung -en"
//! "#)?;
//! let pipeline = Pipeline::with_lexicons(&[words])?;
//! let text = "Die Bettenauslastung von Seeblick stieg auf 71 Prozent.";
//! let claims = pipeline.extract(&Article { text, ..Article::default() }).claims;
//! assert_eq!(claims[0].metric.as_ref().map(|metric| metric.id.as_str()), Some("occupancy"));
//! assert_eq!(claims[0].subjects[0].company.as_deref(), Some("seeblick"));
//! # Ok::<(), zahlenwerk::error::Error>(())
//! ```
//!
//! # Rules
//!
//! A rule is a pattern of tokens that says something of the quantities in it.
//!
//! ```
//! use zahlenwerk::{Article, Pipeline, lexicon::UserLexicon};
//! let words = UserLexicon::parse("hotels.toml", r#"
//!     [[metric]]
//!     id = "occupancy"
//!     forms = "Bettenauslastung -en"
//!     [[rule]]
//!     id = "hotel.beds"
//!     pattern = "{percent} der (Betten | Zimmer) <verb>? <word>* (belegt | vergeben)"
//!     metric = "occupancy"
//! "#)?;
//! let pipeline = Pipeline::with_lexicons(&[words])?;
//! let text = "Im Sommer waren 71 Prozent der Zimmer dauerhaft belegt.";
//! let claims = pipeline.extract(&Article { text, ..Article::default() }).claims;
//! assert_eq!(claims[0].metric.as_ref().map(|metric| metric.id.as_str()), Some("occupancy"));
//! assert!(claims[0].implied.iter().any(|implied| implied.rule == "hotel.beds"));
//! # Ok::<(), zahlenwerk::error::Error>(())
//! ```
//!
//! | notation of a pattern | reads |
//! |---|---|
//! | `belegt`, `groß~` | a word; with the endings of an adjective |
//! | `{percent}`, `{number}`, `{quantity}` | a quantity of that kind; a number without a unit; any quantity |
//! | `<metric>`, `<verb>`, `<change>`, `<company>`, `<period>`, `<word>` | a word or mention of that class; any word |
//! | `( a \| b )` | one of several |
//! | `?`, `*`, `+` | behind a part: it may be missing, repeated or missing, repeated |
//!
//! A rule sets `metric`, `role`, `direction`, `modality`, or `unit`, which makes a quantity of a `{number}`. All
//! quantities in a match get what the rule sets; of several rules the first decides.

mod apply;
mod fault;
mod pattern;
mod rule;

use super::{numbers::Position, verbs::VerbEntry};
use crate::{claim::Modifier, error::Error};
pub use fault::{closest, of_toml, place};
pub(crate) use pattern::{Class, Part, Pattern, States};
pub use rule::UserRule;
use serde::Deserialize;
use toml::Spanned;

/// The words of a user's file.
#[derive(Debug)]
pub struct UserLexicon {
    file: String,
    text: String,
    entries: Entries,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entries {
    #[serde(default)]
    company: Vec<CompanyEntry>,
    #[serde(default)]
    metric: Vec<MetricEntry>,
    #[serde(default)]
    unit: Vec<UnitEntry>,
    #[serde(default)]
    currency: Vec<CurrencyEntry>,
    #[serde(default)]
    verb: Vec<Spanned<VerbEntry>>,
    #[serde(default)]
    modifier: Vec<ModifierEntry>,
    #[serde(default)]
    ignore: Vec<IgnoreEntry>,
    #[serde(default)]
    rule: Vec<rule::RuleEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CompanyEntry {
    id: Option<String>,
    name: Spanned<String>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    ambiguous_aliases: Vec<String>,
    #[serde(default)]
    country: String,
    sector: Option<String>,
    #[serde(default)]
    ambiguous: bool,
    parent: Option<String>,
    isin: Option<String>,
    lei: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MetricEntry {
    id: Spanned<String>,
    forms: Spanned<String>,
    #[serde(default)]
    head: bool,
    #[serde(default)]
    weak: bool,
    #[serde(default)]
    share: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitEntry {
    unit: Spanned<String>,
    #[serde(default)]
    symbols: Vec<String>,
    #[serde(default)]
    names: Vec<String>,
    si: Option<Si>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Si {
    base: String,
    factor: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CurrencyEntry {
    code: Spanned<String>,
    #[serde(default)]
    symbols: Vec<String>,
    #[serde(default)]
    names: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ModifierEntry {
    forms: Spanned<String>,
    kind: Modifier,
    #[serde(default = "before")]
    position: Position,
    #[serde(default)]
    preposition: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct IgnoreEntry {
    forms: Spanned<String>,
}

const fn before() -> Position {
    Position::Before
}

impl UserLexicon {
    /// Reads the text of a lexicon file; `file` names it in errors.
    ///
    /// # Errors
    ///
    /// If the text is no TOML or an entry is not what it should be: line, column, what was expected, and for a
    /// misspelled key the likely one.
    pub fn parse(file: &str, text: &str) -> Result<Self, Error> {
        let entries = toml::from_str(text).map_err(|error| fault::of_toml(file, text, &error))?;
        Ok(Self { file: file.to_owned(), text: text.to_owned(), entries })
    }

    /// The name of the file and its text.
    pub fn source(&self) -> (&str, &str) {
        (&self.file, &self.text)
    }

    fn wrong(&self, at: usize, what: &str) -> Error {
        fault::at(&self.file, &self.text, at, what)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn fault(text: &str) -> String {
        let words = UserLexicon::parse("eigen.toml", text);
        words.and_then(|words| Lexicon::with(&[words])).unwrap_err().to_string()
    }

    #[test]
    fn faults_say_where_what_and_what_instead() {
        for (text, wanted) in [
            ("[[company]]\nname = \"Nordkupfer\"\nailases = []", "eigen.toml:3:1: unknown field `ailases`"),
            ("[[company]]\nname = \"Nordkupfer\"\nailases = []", "did you mean `aliases`?"),
            ("[[compnay]]\nname = \"Nordkupfer\"", "did you mean `company`?"),
            ("[[metric]]\nid = \"revenue\"", "missing field `forms`"),
            ("[[metric]]\nid = \"revenue\"\nforms = \"\"", "eigen.toml:3:9: a word is expected"),
            ("[[metric]]\nid = \"Umsatz!\"\nforms = \"Umsatz\"", "eigen.toml:2:6: an id"),
            ("[[modifier]]\nforms = \"satte\"\nkind = \"abuot\"", "did you mean `about`?"),
            ("[[verb]]\nlemma = \"brummen\"\nparts = \"brummt\"", "three principal parts"),
            (
                "[[verb]]\nlemma = \"brummen\"\nparts = \"brummt brummte gebrummt\"\nmetric = \"revnue\"",
                "did you mean `revenue`?",
            ),
            ("[[unit]]\nunit = \"Kanne\"", "names or symbols"),
            (
                "[[unit]]\nunit = \"Kanne\"\nnames = [\"Kanne -n\"]\nsi = { base = \"l\", factor = \"zwei\" }",
                "4:29",
            ),
            ("[[currency]]\ncode = \"bitcoin\"", "three capital letters"),
            ("[[company]\n", "eigen.toml:1:"),
        ] {
            let fault = fault(text);
            assert!(fault.contains(wanted), "{text}\n{fault}");
        }
    }
}
