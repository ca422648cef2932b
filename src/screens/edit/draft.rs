//! What was typed into a form and not saved yet: it survives a crash.
use std::collections::BTreeMap;

use super::Edit;
use crate::screens::screen::Cx;
use crate::store::Result;
use crate::text::screen as t;

impl Edit {
    pub(super) fn take_draft(&mut self, cx: &mut Cx) {
        let Ok(Some(mut text)) = cx.store.recall(&self.draft_key()) else { return };
        if self.meta.is_sealed() {
            let Some(opened) = cx.store.opened_text(&self.draft_key(), &text) else { return };
            text = opened;
        }
        let Ok(texts) = serde_json::from_str::<BTreeMap<String, String>>(&text) else { return };
        for field in &mut self.fields {
            if let Some(text) = texts.get(field.column.name).filter(|text| **text != field.editor.text()) {
                field.editor.replace(text);
            }
        }
        let texts = self.texts();
        if texts == self.opened {
            return;
        }
        self.kept = texts;
        let sentence = cx.say(t::DRAFT_BACK);
        cx.good(sentence);
    }

    /// Keeps what is typed, if it is not kept yet.
    pub(super) fn keep_draft(&mut self, cx: &Cx) -> Result<()> {
        let texts = self.texts();
        if texts != self.kept {
            let named: BTreeMap<&str, &String> =
                self.fields.iter().map(|field| field.column.name).zip(&texts).collect();
            let json = serde_json::to_string(&named).map_err(std::io::Error::other)?;
            // What is sealed is kept as ciphertext, or not at all.
            let kept = if self.meta.is_sealed() { cx.store.closed_text(&self.draft_key(), &json)? } else { Some(json) };
            if let Some(kept) = kept {
                cx.store.remember(&self.draft_key(), &kept)?;
            }
            self.kept = texts;
        }
        Ok(())
    }

    pub(super) fn draft_key(&self) -> String {
        format!("draft {} {}", self.meta.table, self.row.id)
    }

    pub(super) fn texts(&self) -> Vec<String> {
        self.fields.iter().map(|field| field.editor.text()).collect()
    }

    pub(super) fn changed(&self) -> bool {
        self.texts() != self.opened
    }
}
