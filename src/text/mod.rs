//! Every word the program says, in both languages; a file per area. Knows nothing else.

pub mod about;
pub mod act;
pub mod acts;
pub mod appeal;
pub mod balances;
pub mod book;
pub mod bundle;
pub mod calendar;
pub mod chart;
pub mod cli;
pub mod collection;
pub mod consent;
pub mod coverage;
pub mod data;
pub mod due;
pub mod event;
pub mod event_paper;
pub mod exchange;
pub mod family;
pub mod field;
pub mod group;
pub mod help;
pub mod import;
pub mod inspection;
pub mod issue;
pub mod movement;
pub mod next_year;
pub mod outline;
pub mod paper;
pub mod period;
pub mod photo;
pub mod plan;
pub mod plan_paper;
pub mod print;
pub mod programme;
pub mod progress;
pub mod prose;
pub mod rally;
pub mod receipt;
pub mod referral;
pub mod remark;
pub mod report;
pub mod review;
pub mod rule;
pub mod screen;
pub mod session;
pub mod shelf;
pub mod sift;
pub mod statement;
pub mod stock;
pub mod store;
pub mod support;
pub mod task;
pub mod template;
pub mod today;
pub mod twin;
pub mod units;
pub mod welfare;

/// The language of screens, help, errors and command-line answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Vietnamese, the office's language.
    #[default]
    Vi,
    /// English.
    En,
}

/// One phrase in both languages. `{0}`, `{1}` … are filled by [`Said`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Vietnamese.
    pub vi: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// The phrase in a language, its places unfilled.
    #[must_use]
    pub const fn say(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }

    /// The phrase with its places filled in order.
    #[must_use]
    pub fn with<S: ToString>(self, args: impl IntoIterator<Item = S>) -> Said {
        Said { text: self, args: args.into_iter().map(|arg| arg.to_string()).collect(), inner: Vec::new() }
    }
}

/// A phrase with what fills its places: what errors and notices are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The phrase.
    pub text: Text,
    /// What stands at `{0}`, `{1}` …
    pub args: Vec<String>,
    /// Phrases that stand at some of the places instead, in the language of the whole.
    inner: Vec<(usize, Self)>,
}

impl Said {
    /// The same with a phrase of its own at a place.
    #[must_use]
    pub fn saying(mut self, place: usize, said: Self) -> Self {
        self.inner.push((place, said));
        self
    }

    /// The whole sentence in a language.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let mut out = String::new();
        let mut rest = self.text.say(lang);
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let place = after.split_once('}').and_then(|(n, tail)| Some((n.parse::<usize>().ok()?, tail)));
            match place {
                Some((n, tail)) => {
                    match self.inner.iter().find(|(place, _)| *place == n) {
                        Some((_, said)) => out.push_str(&said.say(lang)),
                        None => out.push_str(self.args.get(n).map_or("", String::as_str)),
                    }
                    rest = tail;
                }
                None => {
                    out.push('{');
                    rest = after;
                }
            }
        }
        out.push_str(rest);
        out
    }
}

impl From<Text> for Said {
    fn from(text: Text) -> Self {
        Self { text, args: Vec::new(), inner: Vec::new() }
    }
}

/// Declares phrases: `texts! { SAVE = "Lưu", "Save"; }` makes `pub const SAVE: Text` and lists it in `ALL`.
/// A phrase without its translation does not compile.
macro_rules! texts {
    ($($name:ident = $vi:literal, $en:literal;)*) => {
        $(
            #[doc = concat!("```text\n", $en, "\n```")]
            pub const $name: crate::text::Text = crate::text::Text { vi: $vi, en: $en };
        )*
        /// Every phrase of this area with its name, for the tests.
        pub const ALL: &[(&str, crate::text::Text)] = &[$((stringify!($name), $name)),*];
    };
}
pub(crate) use texts;

/// The areas with their phrases: what the tests walk over.
#[rustfmt::skip]
pub const AREAS: &[(&str, &[(&str, Text)])] = &[
    ("about", about::ALL),
    ("act", act::ALL),
    ("acts", acts::ALL),
    ("balances", balances::ALL),
    ("book", book::ALL),
    ("bundle", bundle::ALL),
    ("calendar", calendar::ALL),
    ("chart", chart::ALL),
    ("cli", cli::ALL),
    ("collection", collection::ALL),
    ("consent", consent::ALL),
    ("coverage", coverage::ALL),
    ("data", data::ALL),
    ("event", event::ALL),
    ("event_paper", event_paper::ALL),
    ("due", due::ALL),
    ("exchange", exchange::ALL),
    ("family", family::ALL),
    ("field", field::ALL),
    ("group", group::ALL),
    ("help", help::ALL),
    ("import", import::ALL),
    ("inspection", inspection::ALL),
    ("next_year", next_year::ALL),
    ("outline", outline::ALL),
    ("issue", issue::ALL),
    ("paper", paper::ALL),
    ("period", period::ALL),
    ("programme", programme::ALL),
    ("plan", plan::ALL),
    ("plan_paper", plan_paper::ALL),
    ("prose", prose::ALL),
    ("progress", progress::ALL),
    ("receipt", receipt::ALL),
    ("rally", rally::ALL),
    ("referral", referral::ALL),
    ("remark", remark::ALL),
    ("report", report::ALL),
    ("rule", rule::ALL),
    ("screen", screen::ALL),
    ("session", session::ALL),
    ("shelf", shelf::ALL),
    ("sift", sift::ALL),
    ("statement", statement::ALL),
    ("stock", stock::ALL),
    ("store", store::ALL),
    ("task", task::ALL),
    ("template", template::ALL),
    ("today", today::ALL),
    ("twin", twin::ALL),
    ("welfare", welfare::ALL),
    ("units", units::ALL),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_in_order_and_braces_kept() {
        let text = Text { vi: "{1} của {0} {x}", en: "{0}" };
        assert_eq!(text.with(["a", "b"]).say(Lang::Vi), "b của a {x}");
        assert_eq!(text.with(["a"]).say(Lang::En), "a");
        let inner = Text { vi: "trong", en: "inner" };
        assert_eq!(text.with([""]).saying(0, inner.into()).say(Lang::En), "inner");
    }

    #[test]
    fn both_languages_fill_the_same_places() {
        for (area, phrases) in AREAS {
            for (name, text) in *phrases {
                for n in 0..6 {
                    let place = format!("{{{n}}}");
                    assert_eq!(text.vi.contains(&place), text.en.contains(&place), "{area}::{name} {place}");
                }
            }
        }
    }
}
