//! Puts a user's words into the tables.

use super::{CompanyEntry, MetricEntry, UnitEntry, UserLexicon, fault};
use crate::{
    document::fold,
    error::Error,
    lexicon::{
        Lexicon,
        metrics::{MetricId, MetricWord},
        names::Company,
        numbers::{Currency, Measure, NumberWord, UnitWord, read_value},
        sense::Sense,
        table::Builder,
        verbs,
    },
};
use toml::Spanned;

impl UserLexicon {
    /// Takes the senses of the words to be ignored out of the table.
    pub(in crate::lexicon) fn forget(&self, to: &mut Builder) -> Result<(), Error> {
        for entry in &self.entries.ignore {
            to.forget_forms(self.forms(&entry.forms)?);
        }
        Ok(())
    }

    /// Adds the words; what stands in `to` already comes after them.
    pub(in crate::lexicon) fn add(&self, to: &mut Builder, lexicon: &mut Lexicon) -> Result<(), Error> {
        for entry in &self.entries.metric {
            self.metric(to, lexicon, entry)?;
        }
        for entry in &self.entries.company {
            self.company(to, lexicon, entry)?;
        }
        for entry in &self.entries.unit {
            self.unit(to, lexicon, entry)?;
        }
        for entry in &self.entries.currency {
            let code = entry.code.get_ref();
            if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
                return Err(
                    self.wrong(entry.code.span().start, "a code of three capital letters is expected")
                );
            }
            let numbers = &mut lexicon.numbers;
            let known = numbers.currencies.iter().position(|known| known.code == *code);
            let currency = known.unwrap_or(numbers.currencies.len()) as u16;
            let unit = UnitWord::Currency { currency, cents: false, shared: 0 };
            if known.is_none() {
                numbers.currencies.push(Currency { code: code.clone(), fixed: None, historic: false });
                numbers.add_symbol(to, code, unit);
            }
            entry.names.iter().for_each(|name| to.add_forms(name, Sense::Number(NumberWord::Unit(unit))));
            entry.symbols.iter().for_each(|symbol| numbers.add_symbol(to, symbol, unit));
        }
        for entry in &self.entries.verb {
            let (at, verb) = (entry.span().start, entry.get_ref());
            if verb.parts.split_whitespace().count() != 3 {
                let what = "`parts` are three principal parts, such as `steigt stieg gestiegen`";
                return Err(self.wrong(at, what));
            }
            if let Some(metric) =
                verb.metric.as_deref().filter(|id| !lexicon.metric_names.iter().any(|it| it == id))
            {
                let names = lexicon.metric_names.iter().map(String::as_str);
                let what = format!("there is no metric `{metric}`");
                return Err(fault::at_with(&self.file, &self.text, at, &what, fault::closest(metric, names)));
            }
            verbs::add_verb(verb.clone(), verbs::Frame::Level, &mut lexicon.verbs, to);
        }
        for entry in &self.entries.modifier {
            let word =
                NumberWord::Modifier { kind: entry.kind, position: entry.position, tight: entry.preposition };
            to.add_forms(self.forms(&entry.forms)?, Sense::Number(word));
        }
        for entry in &self.entries.rule {
            self.rule(lexicon, entry)?;
        }
        Ok(())
    }

    /// An entry in paradigm notation, which must hold a word.
    fn forms<'s>(&self, forms: &'s Spanned<String>) -> Result<&'s str, Error> {
        if forms.get_ref().chars().any(char::is_alphanumeric) {
            Ok(forms.get_ref())
        } else {
            Err(self.wrong(forms.span().start, "a word is expected, such as `Umsatz -es, Umsätze -n`"))
        }
    }

    fn metric(&self, to: &mut Builder, lexicon: &mut Lexicon, entry: &MetricEntry) -> Result<(), Error> {
        let id = entry.id.get_ref();
        if id.is_empty() || !id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_')) {
            let what = "an id of small letters, digits and `_` is expected";
            return Err(self.wrong(entry.id.span().start, what));
        }
        let names = &mut lexicon.metric_names;
        let place = names.iter().position(|name| name == id).unwrap_or_else(|| {
            names.push(id.clone());
            names.len() - 1
        });
        let metric = MetricId(place as u16);
        let sense = Sense::Metric(MetricWord::Noun { metric, weak: entry.weak, share: entry.share });
        let forms = self.forms(&entry.forms)?;
        if entry.head {
            to.add_head_forms(forms, sense);
        } else {
            to.add_forms(forms, sense);
        }
        Ok(())
    }

    fn company(&self, to: &mut Builder, lexicon: &mut Lexicon, entry: &CompanyEntry) -> Result<(), Error> {
        let name = self.forms(&entry.name)?;
        let company = Company {
            id: entry.id.clone().unwrap_or_else(|| id_of(name)),
            name: name.to_owned(),
            country: entry.country.clone(),
            sector: entry.sector.as_deref().map(|sector| lexicon.names.sector_number(sector)),
            parent: entry.parent.clone(),
            isin: entry.isin.clone(),
            lei: entry.lei.clone(),
        };
        let surfaces = std::iter::once((name, !entry.ambiguous))
            .chain(entry.aliases.iter().map(|alias| (alias.as_str(), !entry.ambiguous)))
            .chain(entry.ambiguous_aliases.iter().map(|alias| (alias.as_str(), false)));
        if lexicon.names.add_company(to, company, surfaces) {
            Ok(())
        } else {
            let what = "there are more companies than a lexicon holds";
            Err(self.wrong(entry.name.span().start, what))
        }
    }

    fn unit(&self, to: &mut Builder, lexicon: &mut Lexicon, entry: &UnitEntry) -> Result<(), Error> {
        if entry.names.is_empty() && entry.symbols.is_empty() {
            let what = "a unit needs names or symbols by which the text shows it";
            return Err(self.wrong(entry.unit.span().start, what));
        }
        let base = match &entry.si {
            Some(si) => {
                let factor = read_value(&self.file, si.factor.get_ref());
                let what = "a number is expected, such as `0.75` or `3/4`";
                Some((si.base.clone(), factor.map_err(|_| self.wrong(si.factor.span().start, what))?))
            }
            None => None,
        };
        let numbers = &mut lexicon.numbers;
        let unit = UnitWord::Measure(numbers.measures.len() as u16);
        entry.names.iter().for_each(|name| to.add_forms(name, Sense::Number(NumberWord::Unit(unit))));
        entry.symbols.iter().for_each(|symbol| numbers.add_symbol(to, symbol, unit));
        let (name, symbols) = (entry.unit.get_ref().clone(), entry.symbols.clone());
        numbers.measures.push(Measure { name, symbols, base });
        Ok(())
    }
}

/// A name in small letters and underscores.
fn id_of(name: &str) -> String {
    let form = fold::fold(name);
    let parts = form.split(|byte| !byte.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(|part| String::from_utf8_lossy(part).into_owned()).collect::<Vec<_>>().join("_")
}
