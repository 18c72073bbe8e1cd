//! What the rules of users say of claims.

use crate::{
    claim::{Claim, Implied, Metric},
    lexicon::Words,
    mention::{Mentions, user},
};

/// Sets the fields that the rules set; each claim names the rule. Of several rules the first decides.
pub(super) fn apply(words: &Words, mentions: &Mentions, claims: &mut [Claim]) {
    for (rule, index) in user::matches(words, mentions).into_iter().rev() {
        let start = mentions.quantities[index].place.span.start;
        let place = claims.partition_point(|claim| claim.quantity.start < start);
        let Some(claim) = claims.get_mut(place).filter(|claim| claim.quantity.start == start) else {
            continue;
        };
        let mut set = Vec::new();
        if let Some(id) = &rule.metric {
            claim.metric = Some(Metric { id: id.clone(), text: None, start: None, end: None });
            set.push("metric");
        }
        if let Some(role) = rule.role {
            claim.role = role;
            set.push("role");
        }
        if let Some(direction) = rule.direction {
            claim.direction = Some(direction);
            set.push("direction");
        }
        if let Some(modality) = rule.modality {
            claim.modality = modality;
            set.push("modality");
        }
        for field in set {
            claim.implied.retain(|implied| implied.field != field);
            claim.implied.push(Implied { field: field.to_owned(), rule: rule.id.clone() });
        }
    }
}
