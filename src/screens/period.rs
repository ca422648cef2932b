//! The period keys of the screens that show one period: next, previous, wider, narrower.
use crate::domain::period::Period;
use crate::domain::value::Value;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::screen as t;
use crate::ui::key::Key;

/// What a period key does to a period; `None` where there is none so wide or so narrow.
pub type Turn = fn(&Period) -> Option<Period>;

/// The next period.
pub const NEXT: Turn = |period| Some(period.next());
/// The previous one.
pub const LAST: Turn = |period| Some(period.previous());
/// The one that holds it.
pub const WIDER: Turn = Period::wider;
/// The first one that it holds.
pub const NARROWER: Turn = Period::narrower;

/// A screen that shows one period.
pub trait Periodic: Sized + 'static {
    /// The period commands of the screen.
    const PERIOD_COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Char('>')], name: t::NEXT_PERIOD, ready: |_, _| true, run: |it, _| it.turn(NEXT) },
        Command { keys: &[Key::Char('<')], name: t::LAST_PERIOD, ready: |_, _| true, run: |it, _| it.turn(LAST) },
        Command { keys: &[Key::Char('+')], name: t::WIDER, ready: |_, _| true, run: |it, _| it.turn(WIDER) },
        Command { keys: &[Key::Char('-')], name: t::NARROWER, ready: |_, _| true, run: |it, _| it.turn(NARROWER) },
    ];

    /// The period it shows.
    fn period(&mut self) -> &mut Period;

    /// Shows another period, if there is one.
    ///
    /// # Errors
    /// Never; a command answers so.
    fn turn(&mut self, turn: Turn) -> Result<Flow> {
        if let Some(period) = turn(self.period()) {
            *self.period() = period;
        }
        Ok(Flow::Stay)
    }
}

/// The name of a file about a period, without its ending: "bao-cao-6-thang-dau-nam-2026".
#[must_use]
pub fn stem(about: &str, period: &Period) -> String {
    format!("{about}-{}", period.slug())
}

/// The period commands of a list.
pub const LIST_COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Char('>')], name: t::NEXT_PERIOD, ready: has_period, run: |list, _| turn(list, NEXT) },
    Command { keys: &[Key::Char('<')], name: t::LAST_PERIOD, ready: has_period, run: |list, _| turn(list, LAST) },
    Command { keys: &[Key::Char('+')], name: t::WIDER, ready: has_period, run: |list, _| turn(list, WIDER) },
    Command { keys: &[Key::Char('-')], name: t::NARROWER, ready: has_period, run: |list, _| turn(list, NARROWER) },
];

/// Keeps a list to a period.
pub fn keep(list: &mut List, period: Period) {
    list.query.scope = vec![("period", Value::Text(period.code.clone()))];
    list.period = Some(period);
}

fn has_period(list: &List, _: &Cx) -> bool {
    list.period.is_some()
}

fn turn(list: &mut List, turn: Turn) -> Result<Flow> {
    if let Some(period) = list.period.as_ref().and_then(turn) {
        keep(list, period);
    }
    Ok(Flow::Stay)
}
