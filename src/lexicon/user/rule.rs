//! Rules of users: a pattern of tokens and what it says of the quantities in it.
//!
//! ```toml
//! [[rule]]
//! id = "hotel.beds"
//! pattern = "{percent} der (Betten | Zimmer) <word>? (belegt | vergeben)"
//! metric = "occupancy"       # what the quantity measures
//! ```
//!
//! Instead of or beside `metric` a rule sets `role`, `direction` or `modality` of the claim, or `unit`, which makes a
//! quantity of a number that has none: a currency's code, a unit of the lexicon, or `%`.

use super::{
    UserLexicon, fault,
    pattern::{Part, Pattern},
};
use crate::{
    claim::{Direction, Kind, Modality, Role},
    error::Error,
    lexicon::Lexicon,
    mention::quantity::Unit,
};
use serde::Deserialize;
use toml::Spanned;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleEntry {
    id: Spanned<String>,
    pattern: Spanned<String>,
    metric: Option<Spanned<String>>,
    role: Option<Role>,
    direction: Option<Direction>,
    modality: Option<Modality>,
    unit: Option<Spanned<String>>,
}

/// A rule of a user, ready to run.
#[derive(Debug)]
pub struct UserRule {
    /// Its name, which the claims carry.
    pub id: String,
    pub(crate) pattern: Pattern,
    /// What the quantity measures.
    pub(crate) metric: Option<String>,
    pub(crate) role: Option<Role>,
    pub(crate) direction: Option<Direction>,
    pub(crate) modality: Option<Modality>,
    /// The kind and unit of a number.
    pub(crate) unit: Option<(Kind, Unit)>,
}

impl UserLexicon {
    pub(super) fn rule(&self, lexicon: &mut Lexicon, entry: &RuleEntry) -> Result<(), Error> {
        let id = entry.id.get_ref();
        let named = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'.');
        if id.is_empty() || !id.bytes().all(named) {
            let what = "an id of small letters, digits, `_` and `.` is expected";
            return Err(self.wrong(entry.id.span().start, what));
        }
        if lexicon.rules.iter().any(|rule| rule.id == *id) {
            return Err(self.wrong(entry.id.span().start, "another rule has this id"));
        }
        let pattern = Pattern::parse(entry.pattern.get_ref()).map_err(|fault| {
            // Behind the quote that opens the text.
            let at = entry.pattern.span().start + 1 + fault.at;
            fault::at_with(&self.file, &self.text, at, &fault.what, fault.near)
        })?;
        let metric = match &entry.metric {
            None => None,
            Some(metric) if lexicon.metric_names.iter().any(|name| name == metric.get_ref()) => {
                Some(metric.get_ref().clone())
            }
            Some(metric) => {
                let known = lexicon.metric_names.iter().map(String::as_str);
                let near = fault::closest(metric.get_ref(), known);
                let what = format!("there is no metric `{}`", metric.get_ref());
                return Err(fault::at_with(&self.file, &self.text, metric.span().start, &what, near));
            }
        };
        let unit = entry.unit.as_ref().map(|unit| self.unit_of(lexicon, unit, &pattern)).transpose()?;
        let &RuleEntry { role, direction, modality, .. } = entry;
        if metric.is_none() && unit.is_none() && role.is_none() && direction.is_none() && modality.is_none() {
            let what = "a rule sets something: `metric`, `role`, `direction`, `modality` or `unit`";
            return Err(self.wrong(entry.id.span().start, what));
        }
        lexicon.rules.push(UserRule { id: id.clone(), pattern, metric, role, direction, modality, unit });
        Ok(())
    }

    fn unit_of(
        &self,
        lexicon: &Lexicon,
        unit: &Spanned<String>,
        pattern: &Pattern,
    ) -> Result<(Kind, Unit), Error> {
        let (at, name) = (unit.span().start, unit.get_ref());
        if !pattern.parts.contains(&Part::Quantity(Some(Kind::Number))) {
            return Err(self.wrong(at, "`unit` needs `{number}` in the pattern"));
        }
        let numbers = &lexicon.numbers;
        let currency = numbers.currencies.iter().position(|known| known.code == *name);
        let measure = numbers.measures.iter().position(|known| known.name == *name);
        match (name.as_str(), currency, measure) {
            ("%", ..) => Ok((Kind::Percent, Unit::Percent)),
            (_, Some(place), _) => Ok((Kind::Money, Unit::Currency(place as u16))),
            (_, _, Some(place)) => Ok((Kind::Measure, Unit::Measure(place as u16))),
            _ => {
                let codes = numbers.currencies.iter().map(|known| known.code.as_str());
                let near = fault::closest(
                    name,
                    codes.chain(numbers.measures.iter().map(|known| known.name.as_str())),
                );
                let what = format!(
                    "there is no unit `{name}`: a currency's code, a unit of the lexicon or `%` is expected"
                );
                Err(fault::at_with(&self.file, &self.text, at, &what, near))
            }
        }
    }
}
