//! Taking in the office's own Word files as templates.
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::domain::clean::clean;
use crate::domain::template::Template;
use crate::domain::value::Value;
use crate::paper::docx::template;
use crate::store::{Result, Store};
use crate::text::template as t;

/// A template is a form, not an archive, in bytes.
const MOST: usize = 2 << 20;

/// Keeps a Word file as a template under a name; one of that name gets the new file. Returns it.
///
/// # Errors
/// If the file is over 2 MB or no DOCX, or has no place to fill in.
pub fn take_in(store: &mut Store, name: &str, bytes: &[u8]) -> Result<Template> {
    if bytes.len() > MOST {
        return Err(t::TOO_BIG.into());
    }
    let places = template::places(bytes).map_err(|_| t::NOT_A_DOCX)?;
    if places.is_empty() {
        return Err(t::NO_PLACES.into());
    }
    let name = clean(name);
    let found = store.find::<Template>("name", &Value::Text(name.clone()))?.pop();
    let mut kept = Template { name, ..found.unwrap_or_default() };
    kept.content = STANDARD.encode(bytes);
    store.save(&mut kept)?;
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::sample;
    use crate::paper::{Block, Paper, docx};
    use crate::text::Lang;

    fn file(text: &str) -> Vec<u8> {
        docx::render(&Paper { body: vec![Block::text(text)], ..Paper::default() }).unwrap()
    }

    #[test]
    fn a_file_is_kept_whole_and_replaced_under_its_name() {
        let mut store = sample::store();
        let first = take_in(&mut store, "Mẫu báo cáo", &file("{{so}}")).unwrap();
        assert_eq!(STANDARD.decode(&first.content).unwrap(), file("{{so}}"));
        let second = take_in(&mut store, " Mẫu báo cáo ", &file("{{ngay}}")).unwrap();
        assert_eq!((first.id, store.all::<Template>().unwrap().len()), (second.id, 1));
        store.undo().unwrap();
        assert_eq!(store.get(first.id).unwrap().content, first.content);
    }

    #[test]
    fn what_cannot_be_filled_is_refused() {
        let mut store = sample::store();
        let said = |result: Result<Template>| result.err().map(|it| it.say(Lang::Vi)).unwrap_or_default();
        assert!(said(take_in(&mut store, "a", b"%PDF-1.7")).contains("Word"));
        assert!(said(take_in(&mut store, "a", &file("không có chỗ điền"))).contains("{{"));
        assert!(said(take_in(&mut store, "a", &vec![0; MOST + 1])).contains("2 MB"));
        assert!(store.all::<Template>().unwrap().is_empty());
    }
}
