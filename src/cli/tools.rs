//! What needs no store: the lunar calendar, amounts in words, completions, the manual page.
use clap_complete::Shell;

use super::fail::{Answer, Failure};
use super::out::Out;
use super::{Cx, date, words as help};
use crate::domain::lunar::Lunar;
use crate::domain::{day, money, words as spelled};
use crate::store::Error;
use crate::text::cli as t;

/// The lunar date of a day, or the day of a lunar date.
pub fn lunar(cx: &Cx<'_>, text: &str, to_solar: bool, out: &mut Out<'_>) -> Answer<()> {
    if to_solar {
        let lunar = Lunar::parse(text).map_err(Failure::Usage)?;
        let solar = lunar.to_solar().ok_or_else(|| t::OUT_OF_LUNAR.with([text]))?;
        return out.line(&solar.to_string());
    }
    let solar = date(text, cx.clock.today())?;
    let lunar = Lunar::of(solar).ok_or_else(|| t::OUT_OF_LUNAR.with([day::show(solar)]))?;
    out.line(&lunar.show())
}

/// An amount in words.
pub fn words(text: &str, out: &mut Out<'_>) -> Answer<()> {
    let amount = money::parse(text).map_err(Failure::Usage)?;
    out.line(&spelled::dong(amount))
}

/// The script that completes command lines in a shell.
pub fn completions(shell: Shell, out: &mut Out<'_>) -> Answer<()> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut help::command(out.lang), "vitreem", &mut script);
    out.raw(&script)
}

/// The manual page.
pub fn man(out: &mut Out<'_>) -> Answer<()> {
    let mut page = Vec::new();
    clap_mangen::Man::new(help::command(out.lang)).render(&mut page).map_err(Error::Io)?;
    out.raw(&page)
}
