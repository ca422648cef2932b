//! Who on the roster is like the child that is being typed: said beneath the field, never in the way of saving.
use crate::domain::child::Child;
use crate::domain::record::Record;
use crate::domain::sex::Sex;
use crate::domain::twin::Facts;
use crate::domain::value::Value;
use crate::domain::{born::Born, cell};
use crate::reports::twins::{self, Like};
use crate::screens::field::Field;
use crate::screens::mask;
use crate::screens::screen::Cx;
use crate::store::Result;
use crate::text::twin as t;
use crate::ui::width::wrap;

/// How many children are named at the most.
const MOST: usize = 3;

/// The columns by which a child is compared.
const ASKED: &[&str] = &["name", "born", "sex", "father", "mother", "carer", "unit"];

/// The columns beneath which like children are said.
const SAID_UNDER: &[&str] = &["name", "born", "father", "mother"];

/// Children like the one in a form.
#[derive(Debug, Default)]
pub struct Near {
    /// What was asked, and whether names were masked.
    asked: Option<(Facts, bool)>,
    said: Vec<String>,
}

impl Near {
    /// Looks again if something was typed that matters; whether it now says something else.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn look(&mut self, cx: &Cx, table: &str, id: i64, fields: &[Field]) -> Result<bool> {
        if table != Child::TABLE {
            return Ok(false);
        }
        let asked = (Facts { id, ..facts(cx, fields) }, cx.settings.mask);
        if self.asked.as_ref() == Some(&asked) {
            return Ok(false);
        }
        let found = twins::like(cx.store, &asked.0, MOST)?;
        self.asked = Some(asked);
        let said = found.iter().map(|like| sentence(cx, like)).collect::<Result<Vec<String>>>()?;
        let changed = said != self.said;
        self.said = said;
        Ok(changed)
    }

    /// How many children are like it; counted up to three.
    #[must_use]
    pub fn count(&self) -> usize {
        self.said.len()
    }

    /// What stands beneath a column in a number of cells.
    #[must_use]
    pub fn beneath(&self, column: &str, cells: usize, cx: &Cx) -> Vec<String> {
        if self.said.is_empty() || !SAID_UNDER.contains(&column) {
            return Vec::new();
        }
        let lines = self.said.iter().flat_map(|said| {
            let lines = wrap(said, cells.saturating_sub(2)).into_iter().enumerate();
            lines.map(|(at, line)| if at == 0 { format!("≈ {line}") } else { format!("  {line}") })
        });
        std::iter::once(cx.say(t::LIKE_ONE).to_owned()).chain(lines).collect()
    }
}

/// What is typed, as far as it can be read yet.
fn facts(cx: &Cx, fields: &[Field]) -> Facts {
    let text = |name: &str| {
        let field = fields.iter().find(|field| field.column.name == name && ASKED.contains(&name));
        field.map_or_else(String::new, |field| field.editor.text())
    };
    let sex = fields.iter().find(|field| field.column.name == "sex").and_then(|field| field.value(cx.store).ok());
    let sex = sex.and_then(|value| if let Value::Text(code) = value { Sex::of_code(&code) } else { None });
    let kin = ["father", "mother", "carer"].map(text);
    Facts::new(&text("name"), Born::parse(&text("born")).ok(), sex, kin.each_ref().map(String::as_str), &text("unit"))
}

/// "Nguyễn Thị Hòa, 05/03/2015, Văn phòng: cùng họ tên, cùng ngày sinh".
fn sentence(cx: &Cx, like: &Like) -> Result<String> {
    let (meta, lang) = (Child::META, cx.settings.lang);
    let rows = cx.store.lines(meta, &[like.facts.id])?;
    let mut known = Vec::new();
    for row in &rows {
        for (column, value) in meta.columns.iter().zip(&row.values) {
            if matches!(column.name, "name" | "born" | "unit_name") && !value.is_blank() {
                let text = cell::show(column.kind, value, cx.store.today(), lang);
                known.push(if cx.settings.mask { mask::cell(meta, column, text) } else { text });
            }
        }
    }
    let reasons: Vec<&str> = like.suspicion.reasons.iter().map(|reason| reason.say(lang)).collect();
    Ok(format!("{}: {}", known.join(", "), reasons.join(", ")))
}
