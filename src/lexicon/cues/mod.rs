//! Words that a rule waits for, by what they tell it: the noun before a company's name, the particle that ties two
//! figures.
//!
//! A cue is a name in one of the TOML files of this folder with the words, phrases and endings that stand for it. A
//! token knows all its cues after the one lookup, so that asking for one is a bit test ([`Words::is`]).
//!
//! [`Words::is`]: super::Words::is

use super::table::Builder;
use crate::{document::fold, error::Error};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

/// Declares the cues once: the enum, their number and their order.
macro_rules! cues {
    ($($(#[doc = $doc:literal])+ $name:ident,)+) => {
        /// What a word tells a rule.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Cue {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Cue {
            /// Every cue.
            pub const ALL: &[Self] = &[$(Self::$name,)+];
        }
    };
}

// In the order of the files: names, times, statements, ties.
cues! {
    /// A word of a legal form that the table of legal forms leaves to its neighbours: *Co*, *KG*, *S.A*.
    LegalFormPart,
    /// *hatte*: with a participle, what had been before.
    PastOfHave,
    /// *war*.
    PastOfBe,
    /// *gewesen*.
    ParticipleOfBe,
    /// *Vorjahr*, without a part of it (*Vorjahresquartal*).
    YearBefore,
    /// *damals*.
    ThatTime,
    /// Makes a time the one that was just named: *im gleichen Zeitraum*.
    SameTime,
    /// As first word, ties a sentence to the one before: *Damit*.
    PointsBack,
    /// Tells of an exchange: *Papiere*.
    ExchangeTerm,
    /// *Aktie*.
    ShareTerm,
    /// A noun before a name that is no company: a brand, a paper, an agency.
    OtherLead,
    /// The last part of a noun that is a person or a company: *-händler*.
    PersonOrCompany,
    /// What is joined to the short name of a company and of hardly anything else: *XY-Gruppe*.
    GroupCompanion,
    /// What is joined to the name of a company: *XY-Chef*.
    CompanyCompanion,
    /// What is joined to the name of a company as well as to other words: *XY-Umsatz*.
    DoubtfulCompanion,
    /// A kind of business whose noun is part of its name: *Brauerei Huber*.
    BusinessName,
    /// The rest of a legal form that belongs to the name: *& Söhne*.
    FamilyWord,
    /// The last part of a compound that describes a company and is no part of its name: *-hersteller*.
    CompanyDescription,
    /// Letters that a German noun ends in and a name seldom: *-ung*.
    NounShape,
    /// A noun that begins compounds of a whole branch: *Tech-Aktien*.
    BranchWord,
    /// The last part of a noun for a body that is no company: *-verband*.
    Body,
    /// An article that things have and companies have not.
    ThingArticle,
    /// An article of neuter or masculine nouns that companies seldom have.
    NeuterArticle,
    /// A preposition with an article in it.
    Contracted,
    /// The last part of a noun for a medium or agency.
    Medium,
    /// What stands between a noun of business and the company that it is of: *Aktien von X*.
    Owner,
    /// A companion of companies that goes with other nouns just as well: *Geschäft*.
    LooseCompanion,
    /// A preposition before a place.
    BeforePlace,
    /// A plural that ends the names of English companies.
    EnglishForm,
    /// The rest of a legal form, which begins no name.
    FormRest,
    /// A noun that says how one company stands to another.
    Relative,
    /// The end of a name that is a word of its own, too: *Holding*.
    WeakForm,
    /// A noun for the whole of a company, joined to its name.
    GroupNoun,
    /// A determiner before one company that is pointed at.
    SingularDeterminer,
    /// The last letters of feminine nouns, for which *die* is no plural.
    FeminineShape,
    /// A country or continent behind the name of a company's branch there.
    CountryOfBranch,
    /// An article that can stand in the genitive: *der*, *des*, *ihrer*.
    GenitiveArticle,
    /// *davon*.
    Thereof,
    /// A preposition that hangs a part on a whole: *von*, *an*.
    PartOf,
    /// Names the unit that a price is for: *je*, *pro*.
    PerUnit,
    /// Says that a distance goes upwards: *3 Prozent über dem Vorjahr*.
    Above,
    /// Says that a distance goes downwards.
    Below,
    /// A plus sign in words.
    Plus,
    /// A minus sign in words.
    Minus,
    /// How strongly something moves: *doppelt so stark*.
    Pace,
    /// Joins the members of a list of names.
    Joins,
    /// A definite article between the members of a list.
    ListArticle,
    /// *in* with its article.
    InThe,
    /// Says the figure before once more in another unit: *das sind 40 Prozent*.
    Equates,
    /// *sind es*, in any order.
    ThereAre,
    /// A pronoun for the noun that an earlier figure was said of: *eines von 16 Prozent*.
    OneOf,
    /// *es*.
    Expletive,
    /// May stand between a noun and the figure that it names: *Umsatz von 3 Milliarden*.
    NamesFigure,
    /// Belongs to a phrase that gives a noun its figure: *in Höhe von*, *von zuletzt*.
    BeforeFigure,
    /// The endings of an adjective before its noun.
    AdjectiveEnding,
    /// The ending of an adjective that shows a genitive without an article: *zehnjähriger Anleihen*.
    GenitiveEnding,
    /// The endings of adverbs that a sentence may open with.
    AdverbEnding,
    /// An adverb that a sentence may open with, in capitals there like a noun.
    SentenceAdverb,
    /// A noun that stands in set phrases and names nobody: *die Rede*, *im Zuge*.
    PhraseNoun,
    /// The last part of a noun for something that is measured of somebody: *Lagerbestand*.
    MeasureNoun,
    /// Gives a noun its amount: *Lücke von*, *Kredit über*.
    AmountOf,
    /// A finite verb in the plural.
    PluralVerb,
    /// A form of *werden* that makes the future.
    FutureAuxiliary,
    /// Leads to a new value: *auf*, *bis*.
    Towards,
    /// An example that claims nothing.
    Example,
    /// A threshold.
    Threshold,
    /// A law.
    Law,
    /// Says that an amount varies: *je nach*.
    Varies,
    /// Says that a fine has been imposed or paid.
    Imposed,
    /// Says that a fine may come.
    Threatens,
    /// A punishment.
    Penalty,
    /// Opens the contents of a report: *wonach*.
    OpensContents,
    /// Opens a subordinate clause that is true whatever the main clause says: *nachdem*.
    StandsApart,
    /// Says that a value is the present one: *von zuletzt 70 Cent*.
    SoFar,
    /// Opens an attribute behind its noun: *Werke mit 600 Beschäftigten*.
    OpensAttribute,
    /// Asks a price.
    AsksPrice,
    /// Goes on with the phrase of a noun: *Sprecherin von*, *Amt für*.
    GoesOnWith,
    /// Before the two ends of a range.
    Between,
    /// Compares with an earlier value: *verglichen mit*.
    ComparedWith,
    /// Compares with a time: *mehr als im Juli*, *unter dem Wert vom Februar*.
    ComparedTime,
    /// *als* and *wie* before what is compared.
    Than,
    /// Opens a clause that tells what happened then: *im April, als …*.
    When,
    /// Before a time since when something has not been so: *wie seit 2010 nicht mehr*.
    AsSince,
    /// Before the day of a report: *die Mitteilung vom Mittwoch*.
    OfDate,
    /// An adjective of what is left of a whole: *die übrigen 17*.
    Remaining,
    /// A verb that allots portions to their holders: *entfallen 16 auf*.
    FallsTo,
    /// Before the holder of a portion: *16 auf die Partei*.
    BeforeHolder,
    /// Before a total that portions are taken from: *von den 40 Filialen*.
    Divides,
    /// Before the value that a change leads to or moves by: *von 40 auf 23*.
    Moves,
    /// Before a figure that says the one before again: *also 30 Prozent*.
    SaysAgain,
    /// An article before such a figure or its noun.
    Article,
    /// Behind a percentage that compares: *30 Prozent mehr*.
    ComparesWith,
    /// A noun of a part in percent: *ein Anteil von 30 Prozent*.
    PortionNoun,
    /// A verb that makes a figure the same as the one before: *was 30 Prozent entspricht*.
    Equals,
    /// An adverb of what follows from the figure before: *der Anteil liegt damit bei 30 Prozent*.
    Concludes,
    /// Before the sum of the figures before.
    AddsUp,
    /// Points back to the two figures of the sentence before: *zusammen kommen beide auf*.
    TakesUpTwo,
    /// Before what is left: *es bleiben 17*.
    Stays,
    /// Takes a portion away: *klammert man sie aus*.
    Deducts,
    /// Opens a sentence about the figures before it: *Das ist ein Plus von 25 Prozent*.
    TakesUpChange,
    /// The verb of a contribution, whose particle follows: *steuerte 5 Millionen bei*.
    Contributes,
    /// That particle.
    Contributed,
    /// A verb by which somebody bears a portion: *davon trägt der Bund 15*.
    Bears,
    /// A verb that makes a figure the extent of what was told: *betroffen sind damit 13 Prozent*.
    Affects,
    /// Before the total of a price and a count: *für insgesamt 12 Millionen*.
    InAll,
    /// Adds another member to a list: *und*.
    Adds,
    /// Names a figure another way: *12 oder 30 Prozent*.
    Or,
    /// Gives the figures of a list to several holders in turn: *beziehungsweise*.
    Respectively,
    /// Says something of a figure, or the same of several: *wobei die Hälfte*, *jeweils*.
    SaysOfEach,
    /// Before what something moves by: *um 4*.
    MovesBy,
    /// Before the price of each: *zu je 5 Euro*.
    AtEach,
    /// A price that is always that of one: *Stückpreis*.
    UnitPrice,
    /// A price that may be that of one: *ein Preis von 5 Euro pro Stück*.
    PriceNoun,
    /// Before whom somebody is ahead of: *3 Punkte vor dem Verfolger*.
    Ahead,
    /// Before portions of the figure before: *davon 12*.
    OpensPortions,
    /// A verb for portions in several places: *verteilt sich auf*.
    Spreads,
    /// A verb for what something is made of: *setzt sich aus … zusammen*.
    Consists,
    /// Its preposition.
    OutOf,
    /// Tells the value at another time: *zuvor waren es 40*.
    WereThen,
    /// Says that this time came before.
    Earlier,
    /// Says that it came after.
    Later,
    /// *ein*, *eine*, which gives a change as news: *ein Minus von 5 Prozent*.
    IndefiniteArticle,
}

/// The words of a cue.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// Words and phrases in paradigm notation.
    #[serde(default)]
    words: Vec<String>,
    /// Last letters of words, as they are.
    #[serde(default)]
    endings: Vec<String>,
}

pub(super) const FILES: [(&str, &str); 4] = [
    ("cues/names.toml", include_str!("names.toml")),
    ("cues/times.toml", include_str!("times.toml")),
    ("cues/statements.toml", include_str!("statements.toml")),
    ("cues/ties.toml", include_str!("ties.toml")),
];

/// A set of cues, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct CueSet([u64; 4]);

impl CueSet {
    pub(super) fn add(&mut self, cue: Cue) {
        self.0[cue as usize / 64] |= 1 << (cue as usize % 64);
    }

    /// Whether a cue is in the set.
    #[inline]
    pub fn has(&self, cue: Cue) -> bool {
        self.0[cue as usize / 64] & 1 << (cue as usize % 64) != 0
    }

    fn join(&mut self, other: &Self) {
        self.0.iter_mut().zip(other.0).for_each(|(bits, more)| *bits |= more);
    }
}

/// The endings of words that are cues.
#[derive(Debug, Default)]
pub struct Endings {
    /// By the hash of the reversed folded form.
    sets: HashMap<u64, (Vec<u8>, CueSet)>,
    longest: usize,
}

impl Endings {
    fn add(&mut self, ending: &str, cue: Cue) {
        let form = fold::fold(ending);
        self.longest = self.longest.max(form.len());
        let mut hash = fold::FoldHash::new();
        form.iter().rev().for_each(|&byte| hash.add(byte));
        self.sets.entry(hash.finish()).or_insert_with(|| (form, CueSet::default())).1.add(cue);
    }

    /// The cues of all endings of a word.
    pub fn find(&self, word: &str) -> CueSet {
        let mut found = CueSet::default();
        let mut buffer = [0_u8; 96];
        let Some(len) = fold::fold_into(word, &mut buffer) else { return found };
        let mut hash = fold::FoldHash::new();
        for &byte in buffer[..len].iter().rev().take(self.longest) {
            hash.add(byte);
            if let Some((form, set)) = self.sets.get(&hash.finish())
                && buffer[..len].ends_with(form)
            {
                found.join(set);
            }
        }
        found
    }
}

/// Reads the cues.
pub(super) fn load(to: &mut Builder) -> Result<Endings, Error> {
    let mut endings = Endings::default();
    for (file, text) in FILES {
        for (cue, entry) in super::read::<BTreeMap<Cue, Entry>>(file, text)? {
            for forms in &entry.words {
                to.add_cue(forms, cue);
            }
            for ending in &entry.endings {
                endings.add(ending, cue);
            }
        }
    }
    Ok(endings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_cue_has_words_in_one_file() {
        let mut seen = HashSet::new();
        for (file, text) in FILES {
            for (cue, entry) in crate::lexicon::read::<BTreeMap<Cue, Entry>>(file, text).unwrap() {
                assert!(seen.insert(cue), "{cue:?} is in two files");
                assert!(!entry.words.is_empty() || !entry.endings.is_empty(), "{cue:?} has no words");
                for list in [&entry.words, &entry.endings] {
                    assert_eq!(
                        list.iter().collect::<HashSet<_>>().len(),
                        list.len(),
                        "{cue:?} repeats a word"
                    );
                }
            }
        }
        for cue in Cue::ALL {
            assert!(seen.contains(cue), "{cue:?} stands in no file");
        }
    }
}
