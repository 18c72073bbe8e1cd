//! The words around the messages, in both languages.

use crate::{
    check::{Coverage, Verdict},
    validate::Language,
};

/// `1 check`, `2 checks`.
pub(super) fn counted(number: usize, noun: &str, language: Language) -> String {
    let one = number == 1;
    let noun = match (language, noun) {
        (Language::German, "article") => "Artikel",
        (Language::German, "claim") if one => "Aussage",
        (Language::German, "claim") => "Aussagen",
        (Language::German, "check") if one => "Prüfung",
        (Language::German, "check") => "Prüfungen",
        (Language::German, "quantity") if one => "Zahl",
        (Language::German, "quantity") => "Zahlen",
        (Language::English, "quantity") if !one => "quantities",
        (_, noun) if one => noun,
        (_, noun) => return format!("{number} {noun}s"),
    };
    format!("{number} {noun}")
}

/// What an outcome is called.
pub(super) fn verdict(verdict: Verdict, language: Language) -> &'static str {
    match (verdict, language) {
        (verdict, Language::English) => verdict.name(),
        (Verdict::Consistent, Language::German) => "stimmig",
        (Verdict::Inconsistent, Language::German) => "widersprüchlich",
        (Verdict::Derivable, Language::German) => "ableitbar",
    }
}

/// What a member of a relation is called.
pub(in crate::write) fn label(name: &'static str, language: Language) -> &'static str {
    if language == Language::English {
        return name;
    }
    match name {
        "old" => "alt",
        "new" => "neu",
        "change" => "Veränderung",
        "whole" => "Ganzes",
        "part" => "Teil",
        "percent" => "Anteil",
        "price" => "Preis",
        "count" => "Anzahl",
        "total" => "Summe",
        "gap" => "Abstand",
        other => other,
    }
}

/// A likely correction.
pub(in crate::write) fn reading(text: &str, printed: &str, why: &str, language: Language) -> String {
    match language {
        Language::English => format!("perhaps «{text}» for «{printed}»: {why}"),
        Language::German => format!("vielleicht «{text}» statt «{printed}»: {why}"),
    }
}

/// How much was found and checked.
pub(super) fn coverage(coverage: &Coverage, language: Language) -> String {
    let quantities = counted(coverage.quantities as usize, "quantity", language);
    let claims = counted(coverage.claims as usize, "claim", language);
    let (checkable, checked) = match language {
        Language::English => ("checkable", "checked"),
        Language::German => ("prüfbar", "geprüft"),
    };
    format!("{quantities}, {claims}, {} {checkable}, {} {checked}", coverage.checkable, coverage.checked)
}

/// Before the reason why claims are in no check.
pub(super) fn not_checked(language: Language) -> &'static str {
    match language {
        Language::English => "not checked",
        Language::German => "nicht geprüft",
    }
}
