//! A period as people say it: "6 tháng đầu năm 2026", "quý I năm 2026"; read back, and as a part of a file's name.
use super::{Basis, Kind, Period};
use crate::domain::fold::fold;
use crate::text::{Lang, Said, period as words};

impl Period {
    /// Reads a code ([`Period::parse`]) or a period as it is called, with marks or without, in either language.
    ///
    /// # Errors
    /// If it is neither.
    pub fn read(text: &str) -> Result<Self, Said> {
        let refused = match Self::parse(text) {
            Ok(period) => return Ok(period),
            Err(refused) => refused,
        };
        let plain = fold(text.trim());
        let year =
            plain.split(|c: char| !c.is_ascii_digit()).filter(|part| part.len() == 4).find_map(|it| it.parse().ok());
        let Some(year) = year.filter(|year: &i32| crate::domain::day::YEARS.contains(year)) else {
            return Err(refused);
        };
        let called = |period: &Self| [Lang::Vi, Lang::En].iter().any(|lang| fold(&period.name().say(*lang)) == plain);
        kinds(year).map(|kind| Self::new(kind, Basis::Decree)).find(called).ok_or(refused)
    }

    /// As it stands in a field: as it is called where that is read back as the same period, else its code.
    #[must_use]
    pub fn written(&self, lang: Lang) -> String {
        let name = self.name().say(lang);
        if Self::read(&name).as_ref() == Ok(self) { name } else { self.code.clone() }
    }

    /// As a part of a file's name: "6-thang-dau-nam-2026"; what is told by the calendar says so.
    #[must_use]
    pub fn slug(&self) -> String {
        if self.kind == Kind::Days {
            return [self.from, self.to].map(|day| day.format("%Y-%m-%d").to_string()).join("-den-");
        }
        let name = fold(self.name().say(Lang::Vi).as_str());
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
        let name = name.collect::<Vec<_>>().join("-");
        let named = matches!(self.kind, Kind::Action(_)) || self.basis == Basis::Decree;
        if named { name } else { format!("{name}-{}", words::BY_CALENDAR.vi) }
    }
}

/// Everything that is called after a year.
fn kinds(year: i32) -> impl Iterator<Item = Kind> {
    let whole = [Kind::Year(year), Kind::Half(year, 1), Kind::Half(year, 2), Kind::Action(year)];
    let quarters = (1..=4).map(move |quarter| Kind::Quarter(year, quarter));
    whole.into_iter().chain(quarters).chain((1..=12).map(move |month| Kind::Month(year, month)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_back_as_it_is_called() {
        for code in ["2026", "2026-H1", "2026-H2", "2026-Q3", "2026-05", "2026-12", "2026-thang-hanh-dong"] {
            let period = Period::parse(code).unwrap();
            for lang in [Lang::Vi, Lang::En] {
                assert_eq!(Period::read(&period.written(lang)), Ok(period.clone()), "{code}");
            }
            assert_ne!(period.written(Lang::Vi), code);
            assert_eq!(Period::read(code), Ok(period));
        }
        assert_eq!(Period::read(" 6 thang dau nam 2026 ").unwrap().code, "2026-H1");
        assert_eq!(Period::read("quý iii năm 2026").unwrap().code, "2026-Q3");
        for code in ["cal:2026-H1", "2026-01-01..2026-03-31"] {
            assert_eq!(
                Period::parse(code).unwrap().written(Lang::Vi),
                code,
                "what is not read back stands by its code"
            );
        }
        for text in ["", "năm", "quý V năm 2026", "6 tháng năm 2026", "năm 9999"] {
            assert!(Period::read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn files_are_named_as_the_period_is_called() {
        for (code, slug) in [
            ("2026-H1", "6-thang-dau-nam-2026"),
            ("cal:2026-H1", "6-thang-dau-nam-2026-theo-lich"),
            ("2026", "nam-2026"),
            ("2026-Q1", "quy-i-nam-2026"),
            ("2026-thang-hanh-dong", "thang-hanh-dong-vi-tre-em-nam-2026"),
            ("2026-01-01..2026-03-31", "2026-01-01-den-2026-03-31"),
        ] {
            assert_eq!(Period::parse(code).unwrap().slug(), slug);
        }
    }
}
