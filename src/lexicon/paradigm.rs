//! One notation for all forms of a word, as a dictionary writes it.
//!
//! `"Umsatz -es, Umsätze -n"` is *Umsatz, Umsatzes, Umsätze, Umsätzen*; `~` behind a word stands for
//! the six endings of an adjective: `"operativ~ Gewinn -e"` is *operativer Gewinn, operative Gewinne, …*.
//!
//! Verbs are given by their principal parts; [`verb_forms`] makes the rest.

const ADJECTIVE_ENDINGS: [&str; 6] = ["", "e", "en", "em", "er", "es"];

/// Every surface of an entry in paradigm notation.
///
/// ```
/// use zahlenwerk::lexicon::paradigm::expand;
/// assert_eq!(expand("Umsatz -es, Umsätze -n"), ["Umsatz", "Umsatzes", "Umsätze", "Umsätzen"]);
/// assert_eq!(expand("netto~")[1], "nettoe");
/// ```
pub fn expand(entry: &str) -> Vec<String> {
    let mut surfaces = Vec::new();
    for stem in entry.split(", ") {
        let (mut words, mut endings) = (Vec::new(), vec![""]);
        for part in stem.split_whitespace() {
            match part.strip_prefix('-').filter(|ending| !ending.is_empty() && !words.is_empty()) {
                Some(ending) => endings.push(ending),
                None => words.push(part),
            }
        }
        let base = words.join(" ");
        for ending in endings {
            adjectives(&format!("{base}{ending}"), &mut surfaces);
        }
    }
    surfaces
}

/// Replaces the marks of adjectives by their endings; all adjectives of a phrase vary on their own.
fn adjectives(phrase: &str, surfaces: &mut Vec<String>) {
    match phrase.split_once('~') {
        Some((before, after)) if !before.is_empty() => {
            for ending in ADJECTIVE_ENDINGS {
                adjectives(&format!("{before}{ending}{after}"), surfaces);
            }
        }
        _ => surfaces.push(phrase.to_owned()),
    }
}

/// What a form of a verb is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VerbForm {
    /// Finite, with its prefix if it has one: *stieg*, *zulegte*.
    Finite,
    /// Finite of a separable verb without its prefix: *legte* (… *zu*).
    Stem,
    /// Infinitive, also with *zu* inside.
    Infinitive,
    /// Past participle: *gestiegen*.
    Participle,
    /// Participle with the ending of an adjective: *gestiegene*, *steigenden*.
    Adjective,
}

/// All forms of a verb from its infinitive, separable prefix and principal parts
/// (third person present, third person past, participle, all without the prefix).
///
/// `subjunctive` is the Konjunktiv II where it is not the past with a plain ending.
pub fn verb_forms(
    lemma: &str,
    prefix: &str,
    parts: &str,
    subjunctive: Option<&str>,
) -> Vec<(String, VerbForm)> {
    let infinitive = lemma.strip_prefix(prefix).unwrap_or(lemma);
    let mut principal = parts.split_whitespace();
    let present = principal.next().unwrap_or(infinitive);
    let past = principal.next().unwrap_or(infinitive);
    let participle = principal.next().unwrap_or(infinitive);
    let stem = infinitive.strip_suffix("en").or_else(|| infinitive.strip_suffix('n')).unwrap_or(infinitive);

    let mut finite = vec![present.to_owned(), past.to_owned(), infinitive.to_owned()];
    finite.extend(["e", "est", "et", "t"].map(|ending| format!("{stem}{ending}")));
    if past.ends_with('e') {
        finite.extend(["n", "st", "t"].map(|ending| format!("{past}{ending}")));
    } else {
        finite.extend(["en", "e", "st", "t"].map(|ending| format!("{past}{ending}")));
    }
    if let Some(subjunctive) = subjunctive {
        finite.extend(["", "n"].map(|ending| format!("{subjunctive}{ending}")));
    }

    let mut forms: Vec<(String, VerbForm)> = Vec::new();
    if !prefix.is_empty() {
        forms.extend(finite.iter().map(|form| (form.clone(), VerbForm::Stem)));
        forms.push((format!("{prefix}zu{infinitive}"), VerbForm::Infinitive));
    }
    forms.push((format!("{prefix}{participle}"), VerbForm::Participle));
    forms.push((format!("{prefix}{infinitive}"), VerbForm::Infinitive));
    forms.extend(finite.iter().map(|form| (format!("{prefix}{form}"), VerbForm::Finite)));
    for ending in &ADJECTIVE_ENDINGS[1..] {
        forms.push((format!("{prefix}{participle}{ending}"), VerbForm::Adjective));
        forms.push((format!("{prefix}{infinitive}d{ending}"), VerbForm::Adjective));
    }
    forms.push((format!("{prefix}{infinitive}d"), VerbForm::Adjective));
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dictionary_entries_expand() {
        assert_eq!(expand("Plus"), ["Plus"]);
        assert_eq!(expand("Anstieg -s -es"), ["Anstieg", "Anstiegs", "Anstieges"]);
        assert_eq!(expand("Deutsch~ Bank").len(), 6);
        assert_eq!(expand("~"), ["~"]);
    }

    #[test]
    fn verbs_bend() {
        let forms = verb_forms("zulegen", "zu", "legt legte gelegt", None);
        for (form, kind) in [
            ("legte", VerbForm::Stem),
            ("legten", VerbForm::Stem),
            ("zulegte", VerbForm::Finite),
            ("zugelegt", VerbForm::Participle),
            ("zuzulegen", VerbForm::Infinitive),
            ("zulegende", VerbForm::Adjective),
        ] {
            assert!(forms.contains(&(form.to_owned(), kind)), "{form}");
        }
        let forms = verb_forms("liegen", "", "liegt lag gelegen", Some("läge"));
        for form in ["liege", "liegen", "lagen", "läge", "lägen"] {
            assert!(forms.iter().any(|(text, _)| text == form), "{form}");
        }
    }
}
