//! The companies of a document with all their mentions.

use super::referent::Referent;
use crate::{
    claim::Phrase,
    extraction::Company,
    lexicon::Words,
    mention::{Mentions, name::Entity},
};
use std::collections::HashMap;

/// Lists every company in the order of its first mention.
pub(super) fn list(words: &Words, mentions: &Mentions) -> Vec<Company> {
    let mut companies: Vec<Company> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for name in &mentions.names {
        if !matches!(name.entity, Entity::Company(_) | Entity::UnknownCompany(_)) {
            continue;
        }
        let Some(Referent { name: canonical, company: Some(id), .. }) =
            Referent::of_name(words, mentions, name)
        else {
            continue;
        };
        let place = *places.entry(id.clone()).or_insert_with(|| {
            let (isin, lei) = match name.entity {
                Entity::Company(id) => {
                    let company = words.lexicon.names.company(id);
                    (company.isin.clone(), company.lei.clone())
                }
                _ => (None, None),
            };
            companies.push(Company { id, name: canonical, lei, isin, wikidata: None, mentions: Vec::new() });
            companies.len() - 1
        });
        let span = name.place.span;
        companies[place].mentions.push(Phrase {
            text: words.document.surface(span).to_owned(),
            start: span.start,
            end: span.end,
        });
    }
    companies
}
