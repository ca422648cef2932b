//! When a yearly duty is due: a fixed day, a lunar day, a report's cut-off or the end of other work, moved by working
//! days. A rule is typed and shown in plain words, and kept as a short code.
use chrono::{Datelike, NaiveDate};

use crate::domain::day;
use crate::domain::fold::fold;
use crate::domain::lunar::Lunar;
use crate::domain::period::Period;
use crate::domain::workday;
use crate::text::{Lang, Said, Text, due as t};

/// A rule that gives a day for each year. Its code: `1/6`, `30/11/2026`, `15/8 âm`, `H1`, `H2`, `năm`, `xong`, each with
/// `-10` or `+1` working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    base: Base,
    /// Working days added (after) or taken (before).
    days: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Base {
    Solar {
        day: u32,
        month: u32,
    },
    Once(NaiveDate),
    Lunar {
        day: u32,
        month: u32,
    },
    Half(u8),
    Year,
    /// When the work before it is done.
    Done,
}

impl Due {
    /// Reads a rule, as its code or in words: "1/6", "rằm tháng Tám", "10 ngày làm việc trước rằm tháng Tám", "hết kỳ 6
    /// tháng đầu năm", "3 ngày làm việc sau khi xong"; `None` if it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = fold(text);
        let text = text.trim_end_matches('.').trim();
        let (text, days) = match signed(text) {
            Some(found) => found,
            None => worded(text)?,
        };
        let base = Base::parse(text.trim())?;
        // "Sau khi xong" counts forwards only.
        (base != Base::Done || days >= 0).then_some(Self { base, days })
    }

    /// A rule of one day.
    #[must_use]
    pub const fn on(day: NaiveDate) -> Self {
        Self { base: Base::Once(day), days: 0 }
    }

    /// A rule of some working days after the work before is done.
    #[must_use]
    pub const fn after(days: i32) -> Self {
        Self { base: Base::Done, days }
    }

    /// Whether it waits for other work to be done.
    #[must_use]
    pub fn waits(self) -> bool {
        self.base == Base::Done
    }

    /// The rule as it is kept.
    #[must_use]
    pub fn code(self) -> String {
        let base = match self.base {
            Base::Solar { day, month } => format!("{day}/{month}"),
            Base::Once(on) => format!("{}/{}/{}", on.day(), on.month(), on.year()),
            Base::Lunar { day, month } => format!("{day}/{month} âm"),
            Base::Half(half) => format!("H{half}"),
            Base::Year => "năm".to_owned(),
            Base::Done => "xong".to_owned(),
        };
        if self.days == 0 { base } else { format!("{base} {:+}", self.days) }
    }

    /// The rule in words, as it can be typed: "10 ngày làm việc trước rằm tháng Tám".
    #[must_use]
    pub fn words(self) -> Said {
        let base = self.base.words();
        let days = self.days.unsigned_abs();
        match (self.base, self.days) {
            (Base::Done, 0) => t::WHEN_DONE.into(),
            (Base::Done, _) => t::AFTER_DONE.with([days]),
            (_, 0) => base,
            (_, ..0) => t::BEFORE.with([days]).saying(1, base),
            _ => t::AFTER.with([days]).saying(1, base),
        }
    }

    /// The day in a year; `None` for what waits for other work, and outside the lunar calendar's years.
    #[must_use]
    pub fn day(self, year: i32) -> Option<NaiveDate> {
        let day = match self.base {
            // 29 February is the last of the month in other years.
            Base::Solar { day: 29, month: 2 } => {
                NaiveDate::from_ymd_opt(year, 2, 29).or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))?
            }
            Base::Solar { day, month } => NaiveDate::from_ymd_opt(year, month, day)?,
            Base::Once(on) => on,
            Base::Lunar { day, month } => Lunar { day, month, leap: false, year }.to_solar()?,
            Base::Half(half) => Period::parse(&format!("{year}-H{half}")).ok()?.to,
            Base::Year => Period::parse(&year.to_string()).ok()?.to,
            Base::Done => return None,
        };
        Some(moved(day, self.days))
    }

    /// The day once the work before was done on a day.
    #[must_use]
    pub fn day_after(self, done: NaiveDate) -> NaiveDate {
        if self.waits() { moved(done, self.days) } else { self.day(done.year()).unwrap_or(done) }
    }

    /// The same rule for the next year: only a day of one year moves.
    #[must_use]
    pub fn next_year(self) -> Self {
        match self.base {
            Base::Once(on) => Self { base: Base::Once(same_day(on, on.year() + 1)), ..self },
            _ => self,
        }
    }
}

/// The same day and month in another year; 29 February becomes the 28th.
#[must_use]
pub fn same_day(day: NaiveDate, year: i32) -> NaiveDate {
    day.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 2, 28)).unwrap_or(day)
}

/// A rule in words from its code; what is no rule stays as it is.
#[must_use]
pub fn show(code: &str, lang: Lang) -> String {
    Due::parse(code).map_or_else(|| code.to_owned(), |due| due.words().say(lang))
}

impl Base {
    /// Reads what stands without days, its text folded.
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim_start_matches("ngay ").trim_start_matches("day ").trim();
        match text {
            "h1"
            | "6 thang dau nam"
            | "het ky 6 thang dau nam"
            | "het 6 thang dau nam"
            | "the end of the first half" => {
                return Some(Self::Half(1));
            }
            "h2"
            | "6 thang cuoi nam"
            | "het ky 6 thang cuoi nam"
            | "het 6 thang cuoi nam"
            | "the end of the second half" => return Some(Self::Half(2)),
            "nam" | "het nam" | "het ky bao cao nam" | "ky bao cao nam" | "the end of the reporting year" => {
                return Some(Self::Year);
            }
            "xong"
            | "khi xong"
            | "khi xong viec truoc"
            | "sau khi xong"
            | "sau khi xong viec truoc"
            | "ngay khi xong"
            | "when the work before is done" => return Some(Self::Done),
            "quoc te thieu nhi" | "tet thieu nhi" => return Some(Self::Solar { day: 1, month: 6 }),
            "trung thu" | "tet trung thu" => return Some(Self::Lunar { day: 15, month: 8 }),
            _ => {}
        }
        if let Some(month) = text.strip_prefix("ram thang ") {
            return Self::lunar(15, MONTHS.iter().position(|names| names.contains(&month))? as u32 + 1);
        }
        if let Some(date) = ["am lich", "am", "al", "lunar"].iter().find_map(|mark| text.strip_suffix(mark)) {
            let (day, month) = pair(date)?;
            return Self::lunar(day, month);
        }
        if text.starts_with('+') || text.matches('/').count() + text.matches('-').count() < 1 {
            return None;
        }
        match pair(text) {
            // The days of a leap year stand for every year.
            Some((day, month)) => NaiveDate::from_ymd_opt(2024, month, day).map(|_| Self::Solar { day, month }),
            None => day::parse(text, NaiveDate::default()).ok().filter(|on| on.year() > 1990).map(Self::Once),
        }
    }

    fn lunar(day: u32, month: u32) -> Option<Self> {
        ((1..=30).contains(&day) && (1..=12).contains(&month)).then_some(Self::Lunar { day, month })
    }

    fn words(self) -> Said {
        match self {
            Self::Solar { day, month } => t::DAY.with([format!("{day}/{month}")]),
            Self::Once(on) => t::DAY.with([day::show(on)]),
            Self::Lunar { day: 15, month } => {
                let name: Text = t::LUNAR_MONTHS[month.clamp(1, 12) as usize - 1];
                t::FULL_MOON.with([""]).saying(0, name.into())
            }
            Self::Lunar { day, month } => t::LUNAR.with([format!("{day}/{month}")]),
            Self::Half(1) => t::FIRST_HALF.into(),
            Self::Half(_) => t::SECOND_HALF.into(),
            Self::Year => t::WHOLE_YEAR.into(),
            Self::Done => t::WHEN_DONE.into(),
        }
    }
}

/// The folded names of the lunar months.
const MONTHS: [&[&str]; 12] = [
    &["gieng", "1"],
    &["hai", "2"],
    &["ba", "3"],
    &["tu", "4", "bon"],
    &["nam", "5"],
    &["sau", "6"],
    &["bay", "7"],
    &["tam", "8"],
    &["chin", "9"],
    &["muoi", "10"],
    &["muoi mot", "11", "mot"],
    &["chap", "12", "muoi hai"],
];

/// "15/8 am -10": the base, and the days at its end; without days if there are none. `None` where words count them.
fn signed(text: &str) -> Option<(&str, i32)> {
    if text.contains("truoc ")
        || text.contains(" sau ")
        || text.starts_with("sau ")
        || text.contains("before ")
        || text.contains("after ")
    {
        return None;
    }
    let at = text.rfind([' ', '/'])?;
    let (base, days) = text.split_at(at);
    let days = days.trim();
    if !base.is_empty() && days.starts_with(['+', '-']) {
        return days.parse().ok().map(|days| (base, days));
    }
    Some((text, 0))
}

/// "10 ngay lam viec truoc …", "truoc … 10 ngay lam viec", "sau khi xong 3 ngay", or no days at all.
fn worded(text: &str) -> Option<(&str, i32)> {
    let count = |text: &str| -> Option<i32> {
        let (number, unit) = text.trim().split_once(' ')?;
        let known = ["ngay lam viec", "ngay", "working days", "working day", "days"].contains(&unit.trim());
        number.parse().ok().filter(|_| known)
    };
    for (word, sign) in [("truoc", -1), ("sau", 1), ("before", -1), ("after", 1)] {
        if let Some((days, base)) = text.split_once(&format!(" {word} "))
            && let Some(days) = count(days)
        {
            return Some((base, sign * days));
        }
        let Some(rest) = text.strip_prefix(word).and_then(|rest| rest.strip_prefix(' ')) else { continue };
        for unit in [" ngay lam viec", " ngay"] {
            if let Some((base, days)) = rest.strip_suffix(unit).and_then(|rest| rest.rsplit_once(' ')) {
                return Some((base, sign * days.parse::<i32>().ok()?));
            }
        }
    }
    Some((text, 0))
}

/// "5/3" as day and month.
fn pair(text: &str) -> Option<(u32, u32)> {
    let (day, month) = text.split_once(['/', '-'])?;
    Some((day.trim().parse().ok()?, month.trim().parse().ok()?))
}

/// A day moved by working days.
fn moved(day: NaiveDate, days: i32) -> NaiveDate {
    if days == 0 {
        return day;
    }
    let holidays: Vec<_> = (day.year() - 1..=day.year() + 1).flat_map(workday::days_off).collect();
    workday::add(day, days, &holidays)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str, year: i32) -> String {
        Due::parse(text).and_then(|due| due.day(year)).map(|day| day.to_string()).unwrap_or_default()
    }

    #[test]
    fn rules_give_days() {
        assert_eq!(day("1/6", 2026), "2026-06-01");
        assert_eq!(day("15/8 âm", 2026), "2026-09-25");
        assert_eq!(day("15/8 âm -10", 2026), "2026-09-11");
        assert_eq!(day("H1 +1", 2026), "2026-06-15");
        assert_eq!(day("năm +1", 2026), "2026-12-15");
        assert_eq!(day("29/2", 2027), "2027-02-28");
    }

    #[test]
    fn rules_are_typed_in_plain_words() {
        for (typed, code) in [
            ("Rằm tháng Tám", "15/8 âm"),
            ("rằm tháng giêng", "15/1 âm"),
            ("10 ngày làm việc trước rằm tháng Tám", "15/8 âm -10"),
            ("10 ngày trước rằm tháng 8", "15/8 âm -10"),
            ("trước 1/6 5 ngày làm việc", "1/6 -5"),
            ("1 ngày làm việc sau hết kỳ 6 tháng đầu năm", "H1 +1"),
            ("hết năm", "năm"),
            ("trước Trung thu 3 ngày", "15/8 âm -3"),
            ("sau khi xong 3 ngày làm việc", "xong +3"),
            ("3 ngày làm việc sau khi xong việc trước", "xong +3"),
            ("ngay khi xong việc trước", "xong"),
            ("23/12 âm lịch", "23/12 âm"),
            ("30/11/2026", "30/11/2026"),
            ("ngày 5/3", "5/3"),
            ("15/8 âm -10", "15/8 âm -10"),
            ("năm +3", "năm +3"),
        ] {
            assert_eq!(Due::parse(typed).map(Due::code).as_deref(), Some(code), "{typed}");
        }
    }

    #[test]
    fn what_is_shown_is_typed_back() {
        let bases = ["1/6", "29/2", "15/8 âm", "15/12 âm", "10/3 âm", "H1", "H2", "năm", "xong", "30/11/2026"];
        for base in bases {
            for days in ["", " -10", " +1"] {
                let code = format!("{base}{days}");
                let Some(due) = Due::parse(&code) else {
                    assert_eq!(code, "xong -10");
                    continue;
                };
                assert_eq!(due.code(), code);
                for lang in [Lang::Vi, Lang::En] {
                    let words = due.words().say(lang);
                    assert_eq!(Due::parse(&words), Some(due), "{words}");
                }
            }
        }
        assert_eq!(show("15/8 âm -10", Lang::Vi), "10 ngày làm việc trước rằm tháng Tám");
        assert_eq!(show("xong +2", Lang::Vi), "2 ngày làm việc sau khi xong việc trước");
    }

    #[test]
    fn what_waits_is_counted_from_the_day_the_former_was_done() {
        let rule = Due::parse("xong +2").unwrap();
        assert_eq!((rule.waits(), rule.day(2026)), (true, None));
        let friday: NaiveDate = "2026-05-22".parse().unwrap();
        assert_eq!(rule.day_after(friday).to_string(), "2026-05-26");
    }

    #[test]
    fn what_is_no_rule_is_refused() {
        for text in ["", "31/2", "15/13 âm", "H3", "mai", "1/6 +x", "xong -2", "khi nào tiện", "rằm tháng 13", "+5"]
        {
            assert_eq!(Due::parse(text), None, "{text}");
        }
    }
}
