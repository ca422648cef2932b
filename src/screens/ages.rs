//! The office's bands of age: kept across restarts, set from the roster.
use crate::domain::band::Bands;
use crate::screens::ask::Ask;
use crate::screens::screen::{Cx, Flow};
use crate::store::{Result, Store};
use crate::text::sift as t;

/// Under which key they are kept.
const KEY: &str = "bands";

/// The bands that hold now.
#[must_use]
pub fn bands(store: &Store) -> Bands {
    let kept = store.recall(KEY).ok().flatten();
    kept.and_then(|text| Bands::parse(&text).ok()).unwrap_or_default()
}

/// Asks for the ages at which bands end.
///
/// # Errors
/// None; asking writes nothing.
pub fn ask(cx: &Cx) -> Result<Flow> {
    let title = cx.say(t::BANDS).to_owned();
    let now = bands(cx.store).typed();
    let done = |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let bands = Bands::parse(answers.first().map_or("", String::as_str))?;
        cx.store.remember(KEY, &bands.typed())?;
        cx.good(t::BANDS_SET.with([bands.typed()]).say(cx.settings.lang));
        Ok(Flow::Back)
    };
    Ok(Flow::Open(Box::new(Ask::new(title, &[(t::BANDS_ASK, &now)], Box::new(done)))))
}
