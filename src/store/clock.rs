//! The time as the store writes it down: from the machine, or a day that was asked for.
use chrono::{NaiveDate, NaiveDateTime};

/// Where moments and the day come from; made in `main` and by tests.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// The day that was asked for with `--today`, if any.
    pub day: Option<NaiveDate>,
    /// The moment now, at UTC+7.
    pub now: fn() -> NaiveDateTime,
}

impl Clock {
    /// The program's day.
    #[must_use]
    pub fn today(self) -> NaiveDate {
        self.day.unwrap_or_else(|| (self.now)().date())
    }

    /// The moment now in ISO form, to the second.
    #[must_use]
    pub fn moment(self) -> String {
        (self.now)().format("%Y-%m-%dT%H:%M:%S").to_string()
    }
}
