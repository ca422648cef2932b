//! A filter by a column as it is told beside the count: "đơn vị: Văn phòng Sở".
use crate::domain::band;
use crate::domain::cell;
use crate::domain::filter::{Filter, Test};
use crate::domain::record::Meta;
use crate::domain::value::{Kind, Value};
use crate::screens::mask::{self, Veil};
use crate::screens::screen::Cx;
use crate::text::sift as t;

/// A filter in words; names are masked if they shall be.
pub fn words(cx: &Cx, meta: &'static Meta, veil: Veil, filter: &Filter) -> String {
    let lang = cx.settings.lang;
    let Some(column) = meta.columns.iter().find(|column| column.name == filter.column) else { return String::new() };
    let label = lower_first(column.label.say(lang));
    let value = |value: &Value| {
        let text = match (target(column.kind), value) {
            (Some(table), Value::Int(id)) => cx.store.name_of(table, *id),
            _ if column.kind == Kind::Born => cell::show(Kind::Date, value, cx.store.today(), lang),
            _ => cell::show(column.kind, value, cx.store.today(), lang),
        };
        if veil.masks(cx.settings) { mask::cell(meta, column, text) } else { text }
    };
    let said = match &filter.test {
        Test::Is(it) => t::IS.with([label, value(it)]),
        Test::Blank => t::IS_BLANK.with([label]),
        Test::Filled | Test::Between(None, None) => t::IS_FILLED.with([label]),
        Test::Between(Some(from), Some(to)) if from == to => t::IS.with([label, value(from)]),
        Test::Between(Some(from), Some(to)) => t::FROM_TO.with([label, value(from), value(to)]),
        Test::Between(Some(from), None) => t::FROM.with([label, value(from)]),
        Test::Between(None, Some(to)) => t::TO.with([label, value(to)]),
        Test::Aged(least, Some(below)) => t::AGED.with([band::words((*least, *below))]),
        Test::Aged(least, None) => t::AGED_FROM.with([least]),
        Test::Turns(age) => t::TURNS.with([age]),
    };
    said.say(lang)
}

/// A label within a sentence; one of capitals stays as it is.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    if text.chars().nth(1).is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The table whose rows a column names.
pub const fn target(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Ref(table) => Some(table),
        Kind::Many(link) => Some(link.target),
        _ => None,
    }
}
