//! What each way of finding a name finds, and what it leaves alone.

/// A way in which names are found.
#[derive(Debug)]
pub struct Rule {
    /// Its name, as the mentions carry it.
    pub id: &'static str,
    /// Texts with the canonical names of the companies in them, each mention in text order.
    pub finds: &'static [(&'static str, &'static str)],
    /// Texts in which there is no company.
    pub ignores: &'static [&'static str],
}

/// All ways that find companies.
pub const RULES: &[Rule] = &[
    Rule {
        id: "name.company",
        finds: &[
            ("Volkswagen baut um, der VW-Chef bleibt.", "Volkswagen · Volkswagen"),
            ("Das sagte ein Sprecher der Deutschen Bank.", "Deutsche Bank"),
            ("Infineons Umsatz sank.", "Infineon"),
            ("Die Zumtobel AG liefert Leuchten.", "Zumtobel"),
            ("Der Gewinn von voestalpine stieg.", "Voestalpine"),
            ("Der Nissan-Konzern wächst.", "Nissan"),
            // Names that are also words, read as companies.
            ("Linde steigerte den Umsatz um drei Prozent.", "Linde"),
            ("Die Aktien von Meta und Apple legten zu.", "Meta · Apple"),
            ("Der Ölkonzern Shell senkt die Dividende.", "Shell"),
            ("Metro erhöhte den Gewinn, der Handelskonzern wächst.", "Metro"),
            ("Die Puma-Aktie fiel.", "Puma"),
            ("Der Autozulieferer Continental streicht Stellen.", "Continental"),
            ("Der Autobauer Ford verkaufte weniger Wagen.", "Ford"),
            ("Die Volkswirte der ING rechnen mit Zinsschritten.", "ING"),
            ("Die Rational AG verkauft Öfen.", "Rational"),
            ("Der Kreditkartenanbieter Visa verdiente mehr.", "Visa"),
            ("Der Telekomkonzern Orange baut aus.", "Orange"),
            ("Die Telekom-Aktie gewann zwei Prozent.", "Deutsche Telekom"),
            ("Der Umsatz von E.ON und 1&1 wuchs.", "Eon · 1&1"),
        ],
        ignores: &[
            "Unter der Linde steht eine Bank.",
            "Mit der Metro fuhr er in die Stadt.",
            "Der Apfel und die Orange liegen im Korb.",
            "Ein Puma lief durch den Wald.",
            "Das Visa für die Reise fehlt.",
            "Man habe das rational entschieden.",
            "Total viele Leute kamen.",
            "Auf dem Continental Divide liegt Schnee.",
            "Harrison Ford spielte die Rolle, sagte Ford.",
            "Die Post kam heute spät.",
            "Laut ADAC kostete der Liter mehr.",
            "Das Auto war ein VW Golfino.",
        ],
    },
    Rule {
        id: "name.legal_form",
        finds: &[
            (
                "Die Brandner Maschinenbau GmbH liefert. Brandner wächst.",
                "Brandner Maschinenbau · Brandner Maschinenbau",
            ),
            ("Die Tochter Zollfix GmbH schließt.", "Zollfix"),
            ("Der Münchner Medienkonzern Seemedia SE wächst.", "Seemedia"),
            ("Geleitet wird die Krug HandelsgmbH von ihr.", "Krug HandelsgmbH"),
            ("Die Vogt & Söhne KG zahlt.", "Vogt & Söhne"),
            ("Eine Runde mit Northlake Ventures ist geplant.", "Northlake Ventures"),
        ],
        ignores: &["Die Deutschland AG gibt es nicht mehr.", "Eine GmbH haftet beschränkt."],
    },
    Rule {
        id: "name.description",
        finds: &[
            ("Der Autobauer Testala wächst. Später sank Testalas Umsatz.", "Testala · Testala"),
            ("Das Start-up Mobivolt sammelt Geld ein.", "Mobivolt"),
            ("Das Analysehaus BXR Research warnt.", "BXR Research"),
        ],
        ignores: &["Der Blumenhändler Alwin Kestner kam.", "Die Nachrichtenagentur Tarso meldete das."],
    },
    Rule {
        id: "name.companion",
        finds: &[("Velmo-Chef Huber geht.", "Velmo"), ("Die Ulmag-Aktie stieg.", "Ulmag")],
        ignores: &["Die Tech-Aktien stiegen.", "Der XDP-Chef tritt ab.", "Die Branchen-Aktien fielen."],
    },
    Rule {
        id: "name.business",
        finds: &[
            (
                "Die Volksbank Etruria und die Brauerei Kestner helfen.",
                "Volksbank Etruria · Brauerei Kestner",
            ),
            ("Die Sparkasse Köln vergibt Kredite.", "Sparkasse Köln"),
        ],
        ignores: &["Eine Bank half.", "Jede Sparkasse zahlt."],
    },
    Rule {
        id: "name.list",
        finds: &[("Siemens, Kotrax und Infineon liefern.", "Siemens · Kotrax · Infineon")],
        ignores: &["Preise, Kosten und Löhne steigen."],
    },
    Rule {
        id: "name.repeated",
        finds: &[(
            "Die Bank Austria (BA) zahlt. Der BA-Ökonom warnt.",
            "Bank Austria · Bank Austria · Bank Austria",
        )],
        ignores: &["Die Universität (UNI) forscht."],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::Document,
        lexicon::{Lexicon, Words},
        mention::name::{Entity, find},
    };

    fn companies(lexicon: &Lexicon, text: &str) -> String {
        let document = Document::new(text, None);
        let (names, unknown) = find(&Words::new(&document, lexicon));
        let canonical = names.iter().filter_map(|name| match name.entity {
            Entity::Company(id) => Some(lexicon.names.company(id).name.clone()),
            Entity::UnknownCompany(id) => Some(unknown[usize::from(id)].clone()),
            _ => None,
        });
        canonical.collect::<Vec<_>>().join(" · ")
    }

    #[test]
    fn companies_are_found_and_other_things_are_not() {
        let lexicon = Lexicon::built_in().unwrap();
        let mut wrong = Vec::new();
        for rule in RULES {
            for (text, want) in rule.finds {
                let got = companies(&lexicon, text);
                if got != *want {
                    wrong.push(format!("{}: «{text}»: {got}, not {want}", rule.id));
                }
            }
            for text in rule.ignores {
                let got = companies(&lexicon, text);
                if !got.is_empty() {
                    wrong.push(format!("{}: found too much in «{text}»: {got}", rule.id));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn spans_are_the_names_alone() {
        let lexicon = Lexicon::built_in().unwrap();
        let text = "Die Zumtobel AG und der VW-Chef trafen Infineons Vorstand.";
        let document = Document::new(text, None);
        let (names, _) = find(&Words::new(&document, &lexicon));
        let spans: Vec<_> = names
            .iter()
            .filter(|name| matches!(name.entity, Entity::Company(_)))
            .map(|name| (name.place.span.of(text), name.genitive, name.modifier))
            .collect();
        assert_eq!(spans, [("Zumtobel AG", false, false), ("VW", false, true), ("Infineons", true, false)]);
    }

    #[test]
    fn people_are_named_in_full() {
        let lexicon = Lexicon::built_in().unwrap();
        let text = "Petra Lohmann und Finanzchef Kestner sprachen mit Frau von Trebnitz.";
        let document = Document::new(text, None);
        let (names, _) = find(&Words::new(&document, &lexicon));
        let people: Vec<_> = names
            .iter()
            .filter(|name| name.entity == Entity::Person)
            .map(|name| name.place.span.of(text))
            .collect();
        assert_eq!(people, ["Petra Lohmann", "Kestner", "von Trebnitz"]);
    }
}
