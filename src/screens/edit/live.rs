//! Places in a text of several lines, as a form shows them: with their values, and completed while they are typed.
use crate::domain::fold::fold;
use crate::domain::place;
use crate::domain::value::Value;
use crate::reports::consolidated::{Place, Places};
use crate::screens::field::Hint;
use crate::text::{Lang, issue as t};
use crate::ui::editor::Editor;

/// How many places are offered at once.
const OFFERED: usize = 6;

/// What the places that are begun before the cursor may complete to.
pub fn hints(places: &Places, editor: &Editor, lang: Lang) -> Vec<Hint> {
    let Some(typed) = place::begun(editor.before()) else { return Vec::new() };
    let wanted = fold(typed);
    let hint = |place: &Place| Hint {
        label: label(place, lang),
        text: place::written(&place.name),
        aside: place.value.clone(),
        value: Value::Null,
    };
    // What is said by its name alone is found by it; the forms of a figure are offered once it is nearly named.
    let fits = |place: &&Place| fold(&label(place, lang)).contains(&wanted) || place.name.starts_with(typed);
    places.iter().filter(fits).take(OFFERED).map(hint).collect()
}

/// The paragraph at the cursor with its values, where it has places.
pub fn beneath(places: &Places, editor: &Editor) -> Option<String> {
    let paragraph = editor.paragraph();
    place::names(&paragraph).next()?;
    Some(t::FILLED.with([places.fill(&paragraph)]).say(Lang::Vi))
}

fn label(place: &Place, lang: Lang) -> String {
    let name = place.label.say(lang);
    place.form.map_or_else(|| name.to_owned(), |form| format!("{name}, {}", form.say(lang)))
}
