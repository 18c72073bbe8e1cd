//! Cases of every check in its three verdicts, and of its silence: lines of claims and what comes out.

use super::{
    Language, Settings,
    notation::{checks, strict, verdicts},
};

fn table(cases: &[(&str, &str, &str)]) {
    for (name, lines, want) in cases {
        assert_eq!(verdicts(lines), *want, "{name}");
    }
}

#[test]
fn growth_that_grammar_ties() {
    let three = |change: &str, new: &str, old: &str| {
        verdicts(&format!("{change} #1.change\nlevel {new} #1.new\nlevel {old} #1.old"))
    };
    for (change, new, old, want) in [
        ("change+ 5 %", "21 EUR", "20 EUR", "consistent"),
        ("change+ 15 %", "21,0 EUR", "20,0 EUR", "inconsistent"),
        ("change- 5 %", "21,0 EUR", "20,0 EUR", "inconsistent"),
        ("change+ 176 %", "23 Mrd CNY", "8,3 Mrd CNY", "consistent"),
        ("change+ 1,0 EUR", "21,0 EUR", "20,0 EUR", "consistent"),
        ("change+ 3,0 EUR", "21,0 EUR", "20,0 EUR", "inconsistent"),
        ("change+ verdoppelt x", "50 Mrd CNY", "23 Mrd CNY", "consistent"),
        ("change+ verdoppelt x", "80 Mrd CNY", "23 Mrd CNY", "inconsistent"),
        ("change+ 3 x", "80 EUR", "20 EUR", "consistent"),
        ("change- 2,0 pp", "8,0 %", "10,0 %", "consistent"),
        ("change- 2,0 pp", "7,0 %", "10,0 %", "inconsistent"),
        ("change- 2,0 %", "8,0 %", "10,0 %", "consistent"),
        ("change- Drittel %", "8,0 %", "10,0 %", "consistent"),
        ("change+ 5 % ~about", "21,0 EUR", "20,0 EUR", "consistent"),
        ("change- 120 %", "40,0 EUR", "200,0 EUR", "inconsistent"),
    ] {
        assert_eq!(three(change, new, old), format!("growth {want} c3 c2 c1"), "{change}, {new}, {old}");
    }
}

#[test]
fn growth_that_lacks_a_member() {
    table(&[
        ("the old level follows", "change+ 5 % #1.change\nlevel 21 EUR #1.new", "growth derivable c2 c1"),
        ("the change follows", "level 20 EUR #1.old\nlevel 21 EUR #1.new", "growth derivable c1 c2"),
        ("the new level follows", "level 20 EUR #1.old\nchange+ 5 % #1.change", "growth derivable c1 c2"),
        (
            "two changes of one level",
            "change- 15,43 points #1.change\nchange- 0,64 % #1.change\nlevel 2411,77 points #1.new",
            "growth derivable c3 c1; growth derivable c3 c2",
        ),
        ("units that do not fit", "level 20 EUR #1.old\nlevel 21 USD #1.new", ""),
        (
            "the old level from another sentence",
            "level 20,0 EUR @Acme :revenue in:2023 s1
             change+ 5 % @Acme :revenue in:2024 base:2023 s4
             level 21,0 EUR @Acme :revenue in:2024 s4",
            "growth consistent c1 c3 c2",
        ),
    ]);
}

#[test]
fn growth_without_words_that_tie() {
    let article = |old: &str, change: &str, new: &str| {
        format!(
            "level 20,0 EUR @Acme :revenue {old} s1\nchange+ 25 % @Acme :revenue {change} s3\nlevel 21,0 EUR @Acme :revenue {new} s3"
        )
    };
    let sure = article("in:2023", "in:2024 base:2023", "in:2024");
    assert_eq!(verdicts(&sure), "growth inconsistent c1 c3 c2");
    for (why, silent) in [
        ("another base", article("in:2023", "in:2024-Q2 base:2024-Q1", "in:2024-Q2")),
        ("no base", article("in:2023-Q2", "in:2024-Q2", "in:2024-Q2")),
        ("another perimeter", article("in:2023 ?adjusted", "in:2024 base:2023", "in:2024")),
        (
            "an outlook",
            article("in:2023", "in:2024 base:2023 !expected", "in:2024 !expected")
                .replace("s1", "s1 !expected"),
        ),
        ("another segment", article("in:2023 /Cloud", "in:2024 base:2023", "in:2024")),
        ("no period", article("", "", "")),
    ] {
        assert!(!verdicts(&silent).contains("inconsistent"), "{why}: {}", verdicts(&silent));
    }
}

#[test]
fn gain_after_loss_has_no_percentage() {
    table(&[
        (
            "a percentage between profit and loss says nothing",
            "level 20 EUR :loss #1.old\nlevel 30 EUR :profit #1.new\nchange+ 250 % #1.change",
            "growth consistent c1 c2 c3",
        ),
        (
            "an amount does",
            "level 20 EUR :loss #1.old\nlevel 30 EUR :profit #1.new\nchange+ 10 EUR #1.change",
            "growth inconsistent c1 c2 c3",
        ),
        (
            "a smaller loss",
            "level 20,0 EUR :loss #1.old\nlevel 15,0 EUR :loss #1.new\nchange- 25 % :loss #1.change",
            "growth consistent c1 c2 c3",
        ),
    ]);
}

#[test]
fn sums() {
    table(&[
        (
            "all portions",
            "level 22,8 % #1.whole\nlevel 10,25 % #1.addend\nlevel 12,55 % #1.addend",
            "sum consistent c1 c2 c3",
        ),
        (
            "all portions, wrong",
            "level 28,2 % #1.whole\nlevel 10,25 % #1.addend\nlevel 12,55 % #1.addend",
            "sum inconsistent c1 c2 c3",
        ),
        ("some portions", "level 40 Filialen #1.whole\nlevel 12 Filialen #1.part", "sum consistent c1 c2"),
        (
            "a portion above the whole",
            "level 40 Filialen #1.whole\nlevel 52 Filialen #1.part",
            "sum inconsistent c1 c2",
        ),
        ("no whole", "level 200 Stellen #1.addend\nlevel 300 Stellen #1.addend", "sum derivable c1 c2"),
        (
            "members of a joint subject",
            "level 50 Mrd CNY @A+B+C :investment in:2024-H1 s1
             level 23 Mrd CNY @B :investment in:2024-H1 s3
             level 4,2 Mrd CNY @C :investment in:2024-H1 s5",
            "sum derivable c1 c2 c3",
        ),
        (
            "members of a joint subject, too much",
            "level 50 Mrd CNY @A+B :investment in:2024-H1 s1
             level 23 Mrd CNY @A :investment in:2024-H1 s3
             level 42 Mrd CNY @B :investment in:2024-H1 s5",
            "sum inconsistent c1 c2 c3",
        ),
        (
            "quarters of a half year",
            "level 50,0 EUR @A :revenue in:2024-H1 s1
             level 23,0 EUR @A :revenue in:2024-Q1 s3
             level 27,0 EUR @A :revenue in:2024-Q2 s5",
            "sum consistent c1 c2 c3",
        ),
        (
            "nine months leave a quarter",
            "level 50,0 EUR @A :revenue in:2023 s1\nlevel 43,0 EUR @A :revenue in:2023-9M s4",
            "sum derivable c1 c2",
        ),
        (
            "staff does not add up over time",
            "level 500 Leute @A :employees in:2024-H1 s1
             level 230 Leute @A :employees in:2024-Q1 s3
             level 270 Leute @A :employees in:2024-Q2 s6",
            "",
        ),
        (
            "neighbours that do not add up",
            "level 9,8 Mrd Liter s1\nlevel 2,2 Mrd Liter s1\nlevel 6,6 Mrd Liter s1",
            "",
        ),
        (
            "neighbours that do",
            "level 98,4 Mrd Liter s1\nlevel 22,3 Mrd Liter s1\nlevel 76,1 Mrd Liter s1",
            "sum consistent c1 c2 c3",
        ),
    ]);
}

#[test]
fn shares_and_products() {
    table(&[
        (
            "a share",
            "level 12 Filialen #1.part\nlevel 40 Filialen #1.whole\nshare 30 % #1.percent",
            "share consistent c1 c2 c3",
        ),
        (
            "a wrong share",
            "level 12 Filialen #1.part\nlevel 40 Filialen #1.whole\nshare 50 % #1.percent",
            "share inconsistent c1 c2 c3",
        ),
        (
            "a part follows",
            "level 9.000 Stellen #1.whole\nshare Drittel % #1.percent",
            "share derivable c1 c2",
        ),
        (
            "a margin",
            "level 15,5 Mrd EUR @A :revenue in:2024-Q1 s1
             level 592 Mio EUR @A :operating_profit in:2024-Q1 s2
             level 3,8 % @A :margin in:2024-Q1 s2",
            "share consistent c2 c1 c3",
        ),
        (
            "a margin of another profit",
            "level 15,5 Mrd EUR @A :revenue in:2024-Q1 s1
             level 592 Mio EUR @A :operating_profit in:2024-Q1 s2
             level 5,8 % @A :margin in:2024-Q1 s2",
            "",
        ),
        (
            "a product",
            "rate 12 EUR #1.price\nlevel 40 Karten #1.count\nlevel 480 EUR #1.total",
            "product consistent c1 c2 c3",
        ),
        (
            "a wrong product",
            "rate 12 EUR #1.price\nlevel 40 Karten #1.count\nlevel 840 EUR #1.total",
            "product inconsistent c1 c2 c3",
        ),
        (
            "a total follows",
            "rate 12.000 USD @Acme :price !expected\nlevel 1 Mio Chips @Acme :unit_sales !expected",
            "product derivable c1 c2",
        ),
    ]);
}

#[test]
fn conversions() {
    table(&[
        ("a plausible rate", "level 50 Mrd CNY\nlevel 7 Mrd USD =c1", "conversion consistent c1 c2"),
        ("a thousand off", "level 50 Mrd CNY\nlevel 7 Mio USD =c1", "conversion inconsistent c1 c2"),
        ("a fixed rate", "level 100 DEM in:1990\nlevel 51 EUR =c1 in:1990", "conversion consistent c1 c2"),
        ("half beside the rate", "level 50,0 Mrd CNY\nlevel 9,0 Mrd USD =c1", ""),
        ("no rate is known", "level 50 Mrd XXX\nlevel 7 Mio USD =c1", "conversion consistent c1 c2"),
        ("units", "level 250 Hektar\nlevel 2,5 Quadratkilometer =c1", "conversion consistent c1 c2"),
        ("wrong units", "level 250 Hektar\nlevel 25,0 Quadratkilometer =c1", "conversion inconsistent c1 c2"),
    ]);
}

#[test]
fn differences_and_repetitions() {
    table(&[
        ("a lead", "share 35 % #1.a\nshare 24 % #1.b\nlevel 11 pp #1.gap", "difference consistent c1 c2 c3"),
        (
            "a wrong lead",
            "share 35 % #1.a\nshare 24 % #1.b\nlevel 21 pp #1.gap",
            "difference inconsistent c1 c2 c3",
        ),
        (
            "a trade balance follows",
            "level 185,1 Mrd USD @China :exports in:2020-03\nlevel 165,2 Mrd USD @China :imports in:2020-03",
            "difference derivable c1 c2",
        ),
        (
            "a swapped repetition",
            "level 4,27 Mrd EUR @A :revenue in:2023 s1\nlevel 4,72 Mrd EUR @A :revenue in:2023 s5",
            "repeated inconsistent c1 c2",
        ),
        (
            "a rounded repetition",
            "level 4,3 Mrd EUR @A :revenue in:2023 s1\nlevel 4,27 Mrd EUR @A :revenue in:2023 s5",
            "",
        ),
        (
            "another figure altogether",
            "level 4,3 Mrd EUR @A :revenue in:2023 s1\nlevel 2,71 Mrd EUR @A :revenue in:2023 s5",
            "",
        ),
    ]);
    let other = "level 4,3 Mrd EUR @A :revenue in:2023 s1\nlevel 2,71 Mrd EUR @A :revenue in:2023 s5";
    assert_eq!(strict(other), "repeated inconsistent c1 c2");
}

#[test]
fn a_chain_that_holds_link_by_link_but_not_as_a_whole() {
    // Each year fits its neighbour at the edge of rounding, in the same direction.
    let lines = "level 10 EUR @A :revenue in:2021 s1
        change+ 60 % @A :revenue in:2022 base:2021 s2
        level 14 EUR @A :revenue in:2022 s2
        change+ 30 % @A :revenue in:2023 base:2022 s3
        level 21 EUR @A :revenue in:2023 s3";
    assert!(strict(lines).contains("growth"), "{}", strict(lines));
}

#[test]
fn readings_name_the_slip() {
    let first = |lines: &str| {
        let checks = checks(lines, Settings::default());
        let readings = &checks[0].readings;
        readings.iter().take(3).map(|r| format!("{} {}: {}", r.claim, r.text, r.why)).collect::<Vec<_>>()
    };
    for (lines, want) in [
        (
            "change+ 12,5 % #1.change\nlevel 54,0 EUR #1.new\nlevel 40,0 EUR #1.old",
            "c2 45,0 EUR: two digits swapped",
        ),
        (
            "change- 12,5 % #1.change\nlevel 45,0 EUR #1.new\nlevel 40,0 EUR #1.old",
            "c1 12,5 Prozent: the other direction",
        ),
        (
            "change+ 12,5 % #1.change\nlevel 45,0 Mio EUR #1.new\nlevel 40,0 Mrd EUR #1.old",
            "c2 45,0 Milliarden EUR: Million and Milliarde mistaken for each other",
        ),
        (
            "change+ 5,0 pp #1.change\nlevel 42,0 % #1.new\nlevel 40,0 % #1.old",
            "c1 5,0 pp: percent meant, not percentage points",
        ),
        (
            "change+ 20,0 % #1.change\nlevel 50,0 EUR #1.new\nlevel 40,0 EUR #1.old",
            "c1 25,0 Prozent: computed on the new level instead of the old one",
        ),
        (
            "change- 80,0 % #1.change\nlevel 32,0 EUR #1.new\nlevel 40,0 EUR #1.old",
            "c1 20,0 Prozent: what is left instead of the change: auf and um mistaken for each other",
        ),
        (
            "level 50 Mrd CNY\nlevel 7 Mio USD =c1",
            "c2 7 Milliarden USD: Million and Milliarde mistaken for each other",
        ),
    ] {
        assert!(first(lines).iter().any(|reading| reading == want), "{lines}\n{:#?}", first(lines));
    }
}

#[test]
fn messages_in_both_languages() {
    let lines = "change+ 5 % #1.change\nlevel 24 EUR #1.new\nlevel 20 EUR #1.old";
    let say = |language| checks(lines, Settings { language, strict: false })[0].message.clone();
    assert_eq!(
        say(Language::English),
        "24 EUR after 20 EUR is a change of 14.6 to 25.7 percent, but the text says 5 Prozent up"
    );
    assert_eq!(
        say(Language::German),
        "24 EUR nach 20 EUR ist eine Veränderung um 14,6 bis 25,7 Prozent, im Text steht aber 5 Prozent mehr"
    );
}
