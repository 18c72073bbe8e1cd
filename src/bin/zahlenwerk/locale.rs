//! The language of the user.

use crate::args::Lang;
use std::env;
use zahlenwerk::validate::Language;

/// What was asked for; else German where the locale is German, and English anywhere else.
pub(crate) fn language(asked: Option<Lang>) -> Language {
    match asked {
        Some(Lang::De) => Language::German,
        Some(Lang::En) => Language::English,
        None => of_locale(|name| env::var(name).ok()),
    }
}

/// The first variable that is set and not empty decides, as POSIX has it.
fn of_locale(read: impl Fn(&str) -> Option<String>) -> Language {
    let locale =
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| read(name).filter(|it| !it.is_empty()));
    let language = locale.unwrap_or_default();
    let language = language.split(['_', '.', '@']).next().unwrap_or_default();
    if language.eq_ignore_ascii_case("de") { Language::German } else { Language::English }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_is_set_decides() {
        let of = |set: &[(&str, &str)]| {
            of_locale(|name| set.iter().find(|(it, _)| *it == name).map(|(_, value)| (*value).to_owned()))
        };
        assert_eq!(of(&[("LANG", "de_AT.UTF-8")]), Language::German);
        assert_eq!(of(&[("LC_ALL", ""), ("LC_MESSAGES", "de"), ("LANG", "en_US")]), Language::German);
        assert_eq!(of(&[("LC_ALL", "C"), ("LANG", "de_DE")]), Language::English);
        assert_eq!(of(&[("LANG", "den_CA")]), Language::English);
        assert_eq!(of(&[]), Language::English);
    }
}
