//! Stock and flow ("biến động"): who belonged to something before a stretch of days, who came, who went, who is left;
//! of each child, whatever it had and lost on the way, so that opening + in − out is always closing.
use chrono::NaiveDate;

/// A stretch of days, both ends within; an open start is before all records, an open end has not come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
}

impl Span {
    /// The days that two stretches share; `None` if there are none.
    #[must_use]
    pub fn within(self, other: Self) -> Option<Self> {
        let to = self.to.into_iter().chain(other.to).min();
        Self { from: self.from.max(other.from), to }.filled()
    }

    /// Itself, unless its end lies before its start.
    #[must_use]
    pub fn filled(self) -> Option<Self> {
        let backwards = self.from.zip(self.to).is_some_and(|(from, to)| to < from);
        (!backwards).then_some(self)
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn holds(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// How one child moved in a stretch of days; each counts it once at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// It belonged the day before the first.
    pub opening: bool,
    /// It came, and was not there before or did not stay.
    pub came: bool,
    /// It went, and was there before or did not stay away.
    pub went: bool,
    /// It belongs on the last day.
    pub closing: bool,
    /// The first day on which it did not belong any more, if it went within the days; of several the latest.
    pub gone_on: Option<NaiveDate>,
}

/// How a child that belonged in some stretches of days moved from a day to a day. Stretches that touch or overlap are
/// one: who changes from one paper to the next has not moved. Who came and went within the days is in both; who came,
/// went and came again has come, once.
#[must_use]
pub fn moved(spans: &[Span], from: NaiveDate, to: NaiveDate) -> Moved {
    let whole = joined(spans);
    let held = |day: Option<NaiveDate>| day.is_some_and(|day| whole.iter().any(|span| span.holds(day)));
    let inside = |day: NaiveDate| from <= day && day <= to;
    let (opening, closing) = (held(from.pred_opt()), held(Some(to)));
    let came = whole.iter().any(|span| span.from.is_some_and(inside));
    let gone_on = whole.iter().filter_map(|span| span.to?.succ_opt()).filter(|day| inside(*day)).max();
    let stirred = came || gone_on.is_some();
    let (came, went) = if opening == closing { (stirred, stirred) } else { (closing, opening) };
    Moved { opening, came, went, closing, gone_on }
}

/// Stretches in order, those that touch or overlap as one.
fn joined(spans: &[Span]) -> Vec<Span> {
    let mut sorted: Vec<Span> = spans.iter().filter_map(|span| span.filled()).collect();
    sorted.sort();
    let mut whole: Vec<Span> = Vec::new();
    for span in sorted {
        match whole.last_mut() {
            Some(last) if touches(*last, span) => {
                last.to = last.to.zip(span.to).map(|(a, b)| a.max(b));
            }
            _ => whole.push(span),
        }
    }
    whole
}

/// Whether a later stretch begins in an earlier one, or on the day after it.
fn touches(first: Span, next: Span) -> bool {
    let Some(end) = first.to else { return true };
    next.from.is_none_or(|from| end.succ_opt().is_none_or(|after| from <= after))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(day: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(day)
    }

    fn span(from: Option<u64>, to: Option<u64>) -> Span {
        Span { from: from.map(at), to: to.map(at) }
    }

    fn letters(spans: &[Span], from: u64, to: u64) -> String {
        let Moved { opening, came, went, closing, .. } = moved(spans, at(from), at(to));
        [(opening, 'đ'), (came, 't'), (went, 'g'), (closing, 'c')].iter().filter(|it| it.0).map(|it| it.1).collect()
    }

    #[test]
    fn a_child_is_counted_once_in_each_column() {
        assert_eq!(letters(&[span(None, None)], 10, 20), "đc");
        assert_eq!(letters(&[span(Some(10), None)], 10, 20), "tc");
        assert_eq!(letters(&[span(Some(20), None)], 10, 20), "tc");
        assert_eq!(letters(&[span(Some(21), None)], 10, 20), "");
        assert_eq!(letters(&[span(None, Some(9))], 10, 20), "đg");
        assert_eq!(letters(&[span(None, Some(19))], 10, 20), "đg");
        assert_eq!(letters(&[span(None, Some(20))], 10, 20), "đc");
        assert_eq!(letters(&[span(Some(12), Some(15))], 10, 20), "tg");
        assert_eq!(letters(&[span(Some(12), Some(13)), span(Some(15), None)], 10, 20), "tc");
        assert_eq!(letters(&[span(None, Some(13)), span(Some(15), None)], 10, 20), "đtgc");
    }

    #[test]
    fn papers_that_follow_each_other_are_no_movement() {
        assert_eq!(letters(&[span(None, Some(14)), span(Some(15), None)], 10, 20), "đc");
        assert_eq!(letters(&[span(Some(3), Some(30)), span(Some(12), Some(14))], 10, 20), "đc");
        assert_eq!(letters(&[span(Some(12), Some(11))], 10, 20), "");
    }

    fn any_span() -> impl Strategy<Value = Span> {
        (prop::option::weighted(0.9, 0u64..60), prop::option::weighted(0.8, 0u64..60)).prop_map(|(a, b)| span(a, b))
    }

    proptest! {
        #[test]
        fn opening_in_and_out_give_closing(spans in prop::collection::vec(any_span(), 0..5), from in 1u64..50, days in 0u64..20) {
            let Moved { opening, came, went, closing, .. } = moved(&spans, at(from), at(from + days));
            prop_assert_eq!(i8::from(opening) + i8::from(came) - i8::from(went), i8::from(closing));
            // Day by day the same comes out.
            let on = |day: u64| spans.iter().filter_map(|it| it.filled()).any(|it| it.holds(at(day)));
            let change = |was: bool| (from..=from + days).any(|day| on(day - 1) == was && on(day) != was);
            prop_assert_eq!((opening, closing), (on(from - 1), on(from + days)));
            prop_assert_eq!(came || went, change(true) || change(false));
            // What closes one period opens the next.
            let next = moved(&spans, at(from + days + 1), at(from + days + 9));
            prop_assert_eq!(next.opening, closing);
        }

        #[test]
        fn what_two_spans_share_both_hold(a in any_span(), b in any_span(), day in 0u64..60) {
            let both = a.filled().zip(b.filled()).and_then(|(a, b)| a.within(b));
            let holds = |it: Option<Span>| it.is_some_and(|it| it.holds(at(day)));
            prop_assert_eq!(holds(both), holds(a.filled()) && holds(b.filled()));
        }
    }
}
