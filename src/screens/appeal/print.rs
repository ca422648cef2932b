//! What the appeal is printed as: its table, and the promise of a unit for its staff to sign.
use super::Appeal;
use crate::domain::commitment::Commitment;
use crate::domain::day;
use crate::domain::fold::fold;
use crate::domain::record::Record;
use crate::paper::{Cell, Grid};
use crate::reports::appeal::{self as report, Standing};
use crate::screens::period;
use crate::screens::print::{Output, Print};
use crate::screens::screen::{Cx, Flow, Screen};
use crate::store::Result;
use crate::text::{appeal as t, screen as s};

impl Appeal {
    /// The table, and before it the promise of the chosen unit for its staff to sign.
    pub(super) fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        let lang = cx.settings.lang;
        let count = |n: i64| Cell::Int(n);
        let row = |line: &Standing| {
            let held = i64::try_from(line.sessions.len()).unwrap_or(i64::MAX);
            let numbers = [
                line.people,
                held,
                line.attendances,
                line.reached,
                line.percent_reached(),
                line.signed,
                line.percent_signed(),
            ];
            std::iter::once(Cell::Text(Self::named(line, lang))).chain(numbers.map(count)).collect()
        };
        let heads = [t::UNIT, t::PEOPLE, t::SESSIONS, t::ATTENDANCE, t::REACHED, t::PERCENT, t::SIGNED, t::PERCENT];
        let about = vec![self.status(cx), s::ABOUT_DAY.with([day::show(cx.store.today())]).say(lang)];
        let heads = heads.map(|head| head.say(lang).to_owned()).to_vec();
        let grid = Grid { heads, rows: self.lines.iter().map(row).collect(), about };
        let stem = period::stem("van-dong", &self.period);
        let mut print = Print::of_grid(cx, &stem, t::SUB, grid, Commitment::TABLE);
        if let Some(line) = self.here().filter(|line| !line.unit.is_new()) {
            let (unit, year) = (line.unit, report::year(&self.period));
            let name = fold(&line.name).replace(|c: char| !c.is_ascii_alphanumeric(), "-");
            let promise = Output::forms(t::OUT_PAPER, move |cx| report::paper(cx.store, unit, year));
            print = print.with(cx, promise, &format!("ban-cam-ket-{name}"));
        }
        Ok(Flow::Open(Box::new(print)))
    }
}
