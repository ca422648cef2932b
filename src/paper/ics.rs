//! Days with what lies on them as an iCalendar file (RFC 5545), for the calendar of a telephone or of Outlook.
use chrono::{NaiveDate, NaiveDateTime};
use icalendar::{Calendar, Component, Event, EventLike};

/// What lies on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its day.
    pub day: NaiveDate,
    /// What it is.
    pub name: String,
    /// How it stands; may be blank.
    pub note: String,
    /// What tells it from all others, the same each time it is written, so that a calendar takes it in once.
    pub key: String,
}

/// The bytes of a file of whole-day entries under a name, written at a moment at UTC+7.
#[must_use]
pub fn render(name: &str, written: NaiveDateTime, entries: &[Entry]) -> Vec<u8> {
    let mut calendar = Calendar::new();
    calendar.name(name);
    let stamp = (written - chrono::TimeDelta::hours(7)).and_utc();
    for entry in entries {
        let mut event = Event::new();
        event.uid(&format!("{}@vitreem", entry.key)).timestamp(stamp).all_day(entry.day).summary(&entry.name);
        // The end of a whole day is the day after it (RFC 5545, 3.6.1).
        event.ends(entry.day.succ_opt().unwrap_or(entry.day));
        if !entry.note.is_empty() {
            event.description(&entry.note);
        }
        calendar.push(event.done());
    }
    calendar.to_string().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_whole_and_its_words_cannot_break_out() {
        let entry = Entry {
            day: "2026-06-01".parse().unwrap(),
            name: "Chương trình 1/6; quà, bánh\nEND:VCALENDAR".into(),
            note: String::new(),
            key: "event-3".into(),
        };
        let at = "2026-05-20T08:00:00".parse().unwrap();
        let text = String::from_utf8(render("Lịch năm 2026", at, &[entry])).unwrap();
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
        assert_eq!(text.lines().filter(|line| *line == "END:VCALENDAR").count(), 1, "{text}");
        for line in [
            "DTSTART;VALUE=DATE:20260601",
            "DTEND;VALUE=DATE:20260602",
            "DTSTAMP:20260520T010000Z",
            "UID:event-3@vitreem",
            "NAME:Lịch năm 2026",
        ] {
            assert!(text.lines().any(|it| it == line), "{line}: {text}");
        }
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains("SUMMARY:Chương trình 1/6\\; quà\\, bánh\\nEND:VCALENDAR"), "{text}");
    }
}
