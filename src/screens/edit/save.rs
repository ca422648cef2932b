//! Saving a form: its fields are read, all that is wrong is said at once, and the row is written.
use super::Edit;
use crate::acts::keep;
use crate::domain::act;
use crate::domain::campaign::Campaign;
use crate::domain::money::Vnd;
use crate::domain::record::Record;
use crate::screens::screen::{Cx, Flow};
use crate::screens::{advice, following};
use crate::store::{Error, Result};
use crate::text::{family, screen as t, store as words};

impl Edit {
    pub(super) fn save(&mut self, cx: &mut Cx) -> Result<Flow> {
        let mut row = self.row.clone();
        let mut bad = 0;
        for field in &mut self.fields {
            field.hints.clear();
            field.fault = None;
            match field.value(cx.store) {
                Ok(value) => self.meta.set(&mut row, field.column.name, value),
                Err(said) => {
                    field.fault = Some(said);
                    bad += 1;
                }
            }
        }
        // A rule may not blame a field that could not be read anyway.
        let faults = (self.meta.check)(&row);
        for fault in faults {
            if let Some(field) = self.fields.iter_mut().find(|field| field.column.name == fault.column)
                && field.fault.is_none()
            {
                field.fault = Some(fault.said);
                bad += 1;
            }
        }
        self.touched = None;
        if bad > 0 {
            self.at = self.fields.iter().position(|field| field.fault.is_some()).unwrap_or(self.at);
            let sentence = t::HAS_FAULTS.with([bad]).say(cx.settings.lang);
            cx.bad(sentence);
            return Ok(Flow::Stay);
        }
        let saved = match &self.act {
            Some((_, act)) => act(cx, &mut row).map(|done| (Some(done), 0)),
            None => keep::save(cx.store, self.meta, &mut row).map(|followed| (None, followed)),
        };
        let (done, followed) = match saved {
            Ok(saved) => saved,
            Err(Error::Faults(faults)) => {
                for fault in faults {
                    if let Some(field) = self.fields.iter_mut().find(|field| field.column.name == fault.column) {
                        field.fault = Some(fault.said);
                    }
                }
                self.at = self.fields.iter().position(|field| field.fault.is_some()).unwrap_or(self.at);
                return Ok(Flow::Stay);
            }
            Err(error) => return self.refused(cx, error),
        };
        cx.store.forget(&self.draft_key())?;
        if let Some(sentence) = done {
            cx.good(sentence);
            return Ok(Flow::Saved(row.id));
        }
        let lang = cx.settings.lang;
        let said = cx.store.undoable()?.map(|line| act::words(&line.act, &line.kind, &line.object, lang));
        let mut sentence = t::SAVED.with([said.unwrap_or_default()]).say(lang);
        if followed > 0 {
            sentence.push_str(&format!(". {}", family::FOLLOWED.with([followed]).say(lang)));
        }
        if let Some(advice) = advice::saved(cx.store, self.meta, &row)? {
            sentence.push_str(&format!(". {}", advice.say(lang)));
        }
        cx.good(sentence);
        Ok(Flow::Saved(self.back_to.unwrap_or(row.id)))
    }

    /// Says under the amount that the campaign has not so much, and what it has; any other refusal is for the notice.
    pub(super) fn refused(&mut self, cx: &Cx, error: Error) -> Result<Flow> {
        let lang = cx.settings.lang;
        let amount = self.fields.iter().position(|field| field.column.name == "amount");
        let Some(at) = amount.filter(|_| error.say(lang) == words::FUND_NEGATIVE.say(lang)) else { return Err(error) };
        let campaign = self.fields.iter().find(|field| field.column.name == "campaign");
        let id = campaign.and_then(|field| field.value(cx.store).ok()).map_or(0, |value| value.int());
        let rows = cx.store.lines(Campaign::META, &[id])?;
        let left = |column| rows.first().map_or(0, |row| Campaign::META.value(row, column).int());
        // A correction is held against the book alone, a draft against other drafts too.
        let left = if self.act.is_some() { left("balance") } else { left("balance") + left("pending") };
        if let Some(field) = self.fields.get_mut(at) {
            field.fault = Some(t::FUND_HAS.with([Vnd(left).show()]));
        }
        self.at = at;
        Ok(Flow::Stay)
    }

    /// Saves, and opens the next new row with what mostly stays the same.
    pub(super) fn save_next(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Flow::Saved(id) = self.save(cx)? else { return Ok(Flow::Stay) };
        let Some(saved) = cx.store.row(self.meta, id)? else { return Ok(Flow::Saved(id)) };
        let (row, at) = following::after(self.meta, &saved, following::moment(self.meta, cx.store));
        let column = self.meta.columns.get(at).map_or("", |column| column.name);
        Ok(Flow::Replace(Box::new(Self::new(cx, self.meta, row, Some(saved)).at(column))))
    }
}
