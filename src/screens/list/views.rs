//! Saved views of a list: what it was filtered and sorted by, under a name, kept across restarts; and where it was left.
use serde_json::{Map, Value as Json, json};

use crate::domain::filter::{self, Filter};
use crate::domain::record::Meta;
use crate::store::{Result, Store};

/// What a list is filtered and sorted by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The letters typed.
    pub filter: String,
    /// Which of the filters it has ready.
    pub ready: usize,
    /// The filters by columns.
    pub chips: Vec<Filter>,
    /// The order.
    pub sort: Option<(&'static str, bool)>,
}

impl View {
    /// As it is kept.
    #[must_use]
    pub fn json(&self) -> Json {
        let chips: Vec<Json> = self.chips.iter().map(Filter::json).collect();
        json!({ "filter": self.filter, "ready": self.ready, "chips": chips, "sort": self.sort })
    }

    /// Reads what [`Self::json`] wrote; what is no more is left out.
    #[must_use]
    pub fn of_json(meta: &Meta, json: &Json) -> Self {
        let chips = json["chips"].as_array().into_iter().flatten();
        let ready = json["ready"].as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or(0);
        let sort = json["sort"][0].as_str().and_then(|name| meta.columns.iter().find(|column| column.name == name));
        Self {
            filter: json["filter"].as_str().unwrap_or_default().to_owned(),
            ready: if ready < filter::ready(meta.table).len() { ready } else { 0 },
            chips: chips.filter_map(|chip| Filter::of_json(meta, chip)).collect(),
            sort: sort.map(|column| (column.name, json["sort"][1].as_bool().unwrap_or(false))),
        }
    }
}

/// The saved views of a list by name, in the order of their names.
///
/// # Errors
/// If the store cannot be read.
pub fn read(store: &Store, meta: &Meta) -> Result<Vec<(String, View)>> {
    Ok(kept(store, meta)?.into_iter().map(|(name, json)| (name, View::of_json(meta, &json))).collect())
}

/// Saves a view under a name, in the place of one of that name.
///
/// # Errors
/// If the store cannot be written.
pub fn save(store: &Store, meta: &Meta, name: &str, view: &View) -> Result<()> {
    let mut all = kept(store, meta)?;
    all.insert(name.to_owned(), view.json());
    store.remember(&key(meta), &Json::Object(all).to_string())
}

/// Forgets a view.
///
/// # Errors
/// If the store cannot be written.
pub fn forget(store: &Store, meta: &Meta, name: &str) -> Result<()> {
    let mut all = kept(store, meta)?;
    all.remove(name);
    store.remember(&key(meta), &Json::Object(all).to_string())
}

fn key(meta: &Meta) -> String {
    format!("views {}", meta.table)
}

fn kept(store: &Store, meta: &Meta) -> Result<Map<String, Json>> {
    let text = store.recall(&key(meta))?.unwrap_or_default();
    let json: Json = serde_json::from_str(&text).unwrap_or_default();
    Ok(json.as_object().cloned().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::child::Child;
    use crate::domain::filter::Test;
    use crate::domain::record::Record;

    #[test]
    fn a_view_is_read_back_and_what_is_gone_is_left_out() {
        let view = View {
            filter: "dong".to_owned(),
            ready: 2,
            chips: vec![Filter { column: "note", test: Test::Blank }],
            sort: Some(("born", true)),
        };
        assert_eq!(View::of_json(Child::META, &view.json()), view);
        let old = json!({ "ready": 99, "chips": [["gone", "blank", null, null]], "sort": ["gone", true] });
        assert_eq!(View::of_json(Child::META, &old), View::default());
        assert_eq!(View::of_json(Child::META, &Json::Null), View::default());
    }
}
