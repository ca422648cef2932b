//! A concern about a child, noted to be handed on at once (Điều 51 Luật Trẻ em). Its head, times and state, is open and
//! counted; what was seen and of whom is sealed.
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::domain::child::Child;
use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::value::{Cell, Kind, Lines, Value};
use crate::text::{Lang, Said, field as t};

choices! {
    /// Who takes such word (Điều 51 khoản 2 Luật Trẻ em).
    pub enum Receiver {
        #[default] Hotline "111" = t::RECEIVER_HOTLINE;
        Police "police" = t::RECEIVER_POLICE;
        Commune "commune" = t::RECEIVER_COMMUNE;
        Agency "agency" = t::RECEIVER_AGENCY;
    }
}

choices! {
    /// How far the hand-over is.
    pub enum ReferralState {
        #[default] Noted "noted" = t::REFERRAL_NOTED;
        Sent "sent" = t::REFERRAL_SENT;
        Accepted "accepted" = t::REFERRAL_ACCEPTED;
        Declined "declined" = t::REFERRAL_DECLINED;
        Done "done" = t::REFERRAL_DONE;
    }
}

impl Cell for Option<Receiver> {
    const KIND: Kind = <Receiver as Cell>::KIND;
    fn value(&self) -> Value {
        self.as_ref().map_or(Value::Null, Cell::value)
    }
    fn take(value: &Value) -> Option<Self> {
        if value.is_blank() { Some(None) } else { Receiver::take(value).map(Some) }
    }
}

impl ReferralState {
    /// Whether nobody has it in hand: it was handed to no one, or all declined.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Noted | Self::Declined)
    }
}

choices! {
    /// How the word came (Mẫu số 01 of Nghị định 56/2017/NĐ-CP).
    pub enum Source {
        #[default] Told "told" = t::SOURCE_TOLD;
        Phone "phone" = t::SOURCE_PHONE;
        Met "met" = t::SOURCE_MET;
        Seen "seen" = t::SOURCE_SEEN;
    }
}

record! {
    /// A concern as it was noted. Receiver, day and state are those of its hand-overs.
    pub struct Referral {
        table: "referral", source: "referral_shown", title: t::REFERRALS, one: t::ONE_REFERRAL,
        search: &[], order: Order::Latest("noted_on"),
    }
    columns {
        noted_on: NaiveDate => t::NOTED_ON, 10;
        noted_time: Option<NaiveTime> => t::NOTED_TIME, 5;
    }
    sealed {
        source: Source => t::NOTED_SOURCE, 0;
        seen: Lines => t::SEEN, 24;
        place: String => t::SEEN_PLACE, 0;
        child: Id<Child> => t::CHILD, 0;
    }
    shown {
        state: ReferralState => t::STATE, 16;
        receiver: Option<Receiver> => t::RECEIVER, 20;
        sent_on: Option<NaiveDate> => t::SENT_ON, 10;
        code: String => t::CODE, 0;
        handovers: i64 => t::HANDOVERS_COUNT, 0;
    }
}

impl Referral {
    fn rules(&self) -> Vec<Fault> {
        Fault::needed([
            ("noted_on", self.noted_on == NaiveDate::default()),
            ("noted_time", self.noted_time.is_none()),
            ("seen", self.seen.0.trim().is_empty()),
        ])
    }

    /// The moment it was noted, from which the clock runs; where no time is known, the day's beginning.
    #[must_use]
    pub fn noted(&self) -> NaiveDateTime {
        self.noted_on.and_time(self.noted_time.unwrap_or_default())
    }
}

/// How long ago a moment was: minutes within the hour, hours and minutes within two days, then days.
#[must_use]
pub fn elapsed(since: NaiveDateTime, now: NaiveDateTime) -> Said {
    let minutes = (now - since).num_minutes().max(0);
    match minutes {
        ..60 => t::ELAPSED_MINUTES.with([minutes]),
        60..2_880 => t::ELAPSED_HOURS.with([minutes / 60, minutes % 60]),
        _ => t::ELAPSED_DAYS.with([minutes / 1_440]),
    }
}

/// [`elapsed`] in Vietnamese, for papers.
#[must_use]
pub fn elapsed_vi(since: NaiveDateTime, now: NaiveDateTime) -> String {
    elapsed(since, now).say(Lang::Vi)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_counts_in_what_people_say() {
        let at = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap();
        let since = at("2026-05-20T08:30");
        for (now, said) in [
            ("2026-05-20T08:30", "0 phút"),
            ("2026-05-20T09:29", "59 phút"),
            ("2026-05-20T11:35", "3 giờ 5 phút"),
            ("2026-05-23T08:29", "2 ngày"),
            ("2026-05-19T08:30", "0 phút"),
        ] {
            assert_eq!(elapsed_vi(since, at(now)), said, "{now}");
        }
    }

    #[test]
    fn only_time_source_and_what_was_seen_are_needed() {
        let columns: Vec<&str> = Referral::default().rules().iter().map(|fault| fault.column).collect();
        assert_eq!(columns, ["noted_on", "noted_time", "seen"]);
        let typed = <Referral as crate::domain::record::Record>::META.columns.iter().filter(|column| column.typed);
        assert!(typed.count() <= 6);
    }
}
