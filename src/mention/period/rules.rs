//! The rules in the order in which they are tried, each with what it finds and what it leaves alone.

use super::{Head, Reader, date, relative, stretch, year};

/// A rule of the period reader.
pub struct Rule {
    /// Its name.
    pub id: &'static str,
    pub(super) read: fn(&Reader, usize) -> Option<Head>,
    /// Texts with the one-line notations of the times in them.
    pub finds: &'static [(&'static str, &'static str)],
    /// Texts in which it finds nothing.
    pub ignores: &'static [&'static str],
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id)
    }
}

/// All rules; the first that fits wins.
pub const RULES: &[Rule] = &[
    Rule {
        id: "clock",
        read: date::read_clock,
        finds: &[("um 17.30 Uhr notierte er", "shift +0D"), ("gegen 14 Uhr", "shift +0D")],
        ignores: &["14 Uhren", "17,30 Euro"],
    },
    Rule {
        id: "numeric_date",
        read: date::read_numeric_date,
        finds: &[
            ("am 30.9.2014 lag er", "2014-09-30"),
            ("bis 20.11.16 fällig", "/2016-11-20"),
            ("per 31.12. waren es", "12-31 ?"),
        ],
        ignores: &["1.234 Stück", "31.13.2014", "rund 20.11 Punkte"],
    },
    Rule {
        id: "day",
        read: date::read_day,
        finds: &[
            ("am 30. September 2014", "2014-09-30"),
            ("per 30. September", "09-30 ?"),
            ("vom 5. bis 7. Juni", "06-05/06-07 ?"),
            ("Ab dem 1. Januar 2024 gilt", "2024-01-01/"),
        ],
        ignores: &["am 3. Platz", "der 7. Sieg"],
    },
    Rule {
        id: "first_months",
        read: stretch::read_first_months,
        finds: &[
            ("in den ersten neun Monaten 2014", "2014-01/09"),
            ("In den ersten neun Monaten", "9M ?"),
            ("in den ersten beiden Monaten", "2M ?"),
            ("die ersten drei Quartale", "9M ?"),
            ("in den ersten fünf Monaten des Vorjahres", "01/05 shift -1Y"),
        ],
        ignores: &["die ersten drei Sieger"],
    },
    Rule {
        id: "counted",
        read: relative::read_counted,
        finds: &[
            ("vor zwei Jahren", "Y-2"),
            ("als vor fünf Jahren", "base Y-5"),
            ("drei Monate zuvor", "shift -3M"),
            ("in zwei Jahren", "Y+2"),
            ("seit 20 Jahren", "vague"),
            ("vor gut drei Jahren", "vague"),
            ("vor zwei Wochen", "D-14"),
        ],
        ignores: &["drei Jahre Haft", "nach zehn Jahren Ehe"],
    },
    Rule {
        id: "numbered",
        read: stretch::read_numbered,
        finds: &[
            ("im zweiten Quartal 2024", "2024-Q2"),
            ("im 3. Quartal", "Q3 ?"),
            ("Im ersten Halbjahr", "H1 ?"),
            ("im laufenden vierten Quartal", "Q4 ?"),
            ("Q2", "Q2 ?"),
            ("im Q3/2014", "2014-Q3"),
            ("im dritten Quartal des Vorjahres", "Q3 shift -1Y"),
            ("im zweiten Quartal des Geschäftsjahres 2013/14", "vague"),
            ("im Vergleich zum dritten Quartal 2014", "base 2014-Q3"),
            ("das Schlussquartal", "Q4 ?"),
            ("in der 12. Kalenderwoche", "W12 ?"),
        ],
        ignores: &["das dritte Tor", "im ersten Anlauf"],
    },
    Rule {
        id: "boundary",
        read: stretch::read_boundary,
        finds: &[
            ("Ende Juni", "end 06"),
            ("bis Ende 2024", "/2024-12-31"),
            ("zum Jahresende", "end Y"),
            ("seit Jahresbeginn", "year to date"),
            ("Ende des dritten Quartals", "end 09"),
            ("Ende vergangenen Jahres", "end Y-1"),
            ("Mitte 2025", "2025-06-30"),
            ("zu Wochenbeginn", "start W"),
            ("Anfang März 2013", "2013-03-01"),
            ("Ende des Vorjahres", "end shift -1Y"),
        ],
        ignores: &["am Ende blieb nichts", "ohne Ende"],
    },
    Rule {
        id: "relative",
        read: relative::read_relative,
        finds: &[
            ("im Vorjahr", "shift -1Y"),
            ("gegenüber dem Vormonat", "base shift -1M"),
            ("im Jahresvergleich", "base shift -1Y"),
            ("binnen Jahresfrist", "base shift -1Y"),
            ("zum Vorjahreszeitraum", "base shift -1Y"),
            ("im Vorjahresquartal", "shift -1Y Q"),
            ("im Jahr davor", "shift -1Y"),
            ("heuer", "Y+0"),
            ("gestern", "D-1"),
            ("derzeit", "D+0"),
            ("im gleichen Zeitraum 2019", "same 2019"),
            ("im gleichen Monat des Vorjahres", "shift -1Y"),
            ("im Berichtszeitraum", "report"),
            ("als im Jahr zuvor", "base shift -1Y"),
            ("gegenüber dem Vormonat Juli", "base 07 ?"),
        ],
        ignores: &["früher war es besser", "der Vorstand"],
    },
    Rule {
        id: "chosen",
        read: relative::read_chosen,
        finds: &[
            ("im vergangenen Jahr", "Y-1"),
            ("im abgelaufenen Quartal", "Q-1"),
            ("in diesem Jahr", "Y+0"),
            ("in den kommenden Monaten", "vague"),
            ("im vergangenen August", "08 ?"),
            ("für das gesamte Jahr 2020", "2020"),
            ("im vorhergehenden Jahr", "shift -1Y"),
            ("Für das laufende Jahr", "Y+0"),
            ("in den vergangenen drei Jahren", "vague"),
        ],
        ignores: &["dieses Unternehmen", "die letzten Meter"],
    },
    Rule {
        id: "named_year",
        read: year::read_named_year,
        finds: &[
            ("im Jahr 2014", "2014"),
            ("im Geschäftsjahr 2013/14", "business 2013"),
            ("in den Jahren 2020 bis 2022", "2020/2022"),
            ("bis zum Jahr 2030", "/2030-12-31"),
            ("Gesamtjahr 2020", "2020"),
        ],
        ignores: &["das Jahr der Wahl"],
    },
    Rule {
        id: "month",
        read: date::read_month,
        finds: &[
            ("im Juni", "06 ?"),
            ("im Juni 2014", "2014-06"),
            ("von Jänner bis September", "01/09 ?"),
            ("zwischen Januar und März", "01/03 ?"),
            ("im Januar und Februar", "01/02 ?"),
            ("zwischen März 2007 und Juli 2011", "2007-03/2011-07"),
            ("ab April", "since 04 ?"),
            ("im September des Vorjahres", "09 shift -1Y"),
            ("November bis Jänner", "11/01 ?"),
            ("Von Februar auf März", "base 02 ? · 03 ?"),
        ],
        ignores: &["Herr August Mai kam", "der März-Bericht"],
    },
    Rule {
        id: "season",
        read: date::read_season,
        finds: &[
            ("im Sommer", "06/08 ?"),
            ("im Winter 2013/14", "2013-12/2014-02"),
            ("im Frühjahr 2023", "2023-03/05"),
        ],
        ignores: &["Franz Sommer sagte"],
    },
    Rule {
        id: "weekday",
        read: date::read_weekday,
        finds: &[
            ("am Montag", "weekday 1"),
            ("am Dienstagabend", "weekday 2"),
            ("am Mittwoch, dem 30. September 2015", "2015-09-30"),
        ],
        ignores: &["So stieg er", "Mo Farah lief"],
    },
    Rule {
        id: "daytime",
        read: date::read_daytime,
        finds: &[("am Abend", "shift +0D"), ("zu Mittag", "shift +0D")],
        ignores: &["der Abend wurde lang"],
    },
    Rule {
        id: "decade",
        read: year::read_decade,
        finds: &[("in den 1990er-Jahren", "1990/1999"), ("die neunziger Jahre", "1990/1999")],
        ignores: &["ein 40er", "die 10er Karte"],
    },
    Rule {
        id: "year",
        read: year::read_year,
        finds: &[
            ("2014 waren es drei", "2014"),
            ("seit 2010", "2010-01-01/"),
            ("bis 2030 sollen", "/2030-12-31"),
            ("zwischen 2012 und 2017", "2012/2017"),
            ("gegenüber 2019", "base 2019"),
            ("im Vergleich zu 2013", "base 2013"),
            ("Von 2026 an", "2026-01-01/"),
            ("nach 3 Prozent 2013/14", "business 2013"),
            ("um 5 Prozent mehr als 2014", "base 2014"),
            ("Umsatz (2014: 3,1)", "2014"),
        ],
        ignores: &[
            "rund 2000 Menschen",
            "1990 Euro",
            "mehr als 2000",
            "2014 Mitarbeiter",
            "um 1950 Punkte",
            "auf 2015 gestiegen",
        ],
    },
    Rule {
        id: "holiday",
        read: date::read_holiday,
        finds: &[("zu Silvester", "12-31 ?"), ("vor Weihnachten", "12-25 ?")],
        ignores: &["Silvester feierte er"],
    },
    Rule {
        id: "frequency",
        read: relative::read_frequency,
        finds: &[("pro Jahr", "how often"), ("jährlich", "how often"), ("im Monat", "how often")],
        ignores: &["das Jahr"],
    },
    Rule {
        id: "whole",
        read: relative::read_whole,
        finds: &[("im Gesamtjahr", "Y ?"), ("zum Halbjahr", "H1 ?")],
        ignores: &["das Quartal war gut"],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::Document,
        lexicon::{Lexicon, Words},
    };

    fn read(lexicon: &Lexicon, text: &str) -> (String, Vec<&'static str>) {
        let document = Document::new(text, None);
        let periods = super::super::find(&Words::new(&document, lexicon));
        let lines: Vec<_> = periods.iter().map(ToString::to_string).collect();
        (lines.join(" · "), periods.iter().map(|period| period.place.rule).collect())
    }

    #[test]
    fn every_rule_reads_its_examples() {
        let lexicon = Lexicon::built_in().unwrap();
        let mut wrong = Vec::new();
        for rule in RULES {
            for (text, want) in rule.finds {
                let (got, rules) = read(&lexicon, text);
                if got.is_empty() {
                    wrong.push(format!("{}: found nothing in «{text}»", rule.id));
                } else if got != *want {
                    wrong.push(format!("{}: wrong value in «{text}»: {got}, not {want}", rule.id));
                } else if !rules.contains(&rule.id) {
                    wrong.push(format!("{}: «{text}» was read by {rules:?}", rule.id));
                }
            }
            for text in rule.ignores {
                let (got, _) = read(&lexicon, text);
                if !got.is_empty() {
                    wrong.push(format!("{}: found too much in «{text}»: {got}", rule.id));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn the_span_holds_the_preposition() {
        let lexicon = Lexicon::built_in().unwrap();
        let text =
            "Im Vergleich zum dritten Quartal 2014 stieg er in den ersten neun Monaten auf das Doppelte.";
        let document = Document::new(text, None);
        let periods = super::super::find(&Words::new(&document, &lexicon));
        let spans: Vec<_> = periods.iter().map(|period| period.place.span.of(text)).collect();
        assert_eq!(spans, ["Im Vergleich zum dritten Quartal 2014", "in den ersten neun Monaten"]);
    }
}
