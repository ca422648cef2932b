//! The report in the office's own Word file: which template a period's report has, what its places stand for, and what
//! is missing in them.
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value as Json};

use super::facts::Facts;
use super::places::Places;
use crate::domain::money::Vnd;
use crate::domain::period::Period;
use crate::domain::template::{Template, TemplateKind};
use crate::domain::words;
use crate::paper::docx::template::{self, Filling};
use crate::paper::{Block, Foot, Level, Paper, Span};
use crate::store::{Result, Store};
use crate::text::{Lang, Said, Text, prose, template as t};

/// What may be blank in a paper that is not issued yet.
const LATER: &[&str] = &["so", "so_ky_hieu", "ngay", "ma_noi_dung"];

/// The annexes by the place of their tables, "bang:" and what they are about, and their titles; the last is not in every
/// report of a period with a plan.
pub(super) const TABLES: [(&str, Text); 5] = [
    ("bang:so_lieu", prose::ANNEX_1),
    ("bang:don_vi", prose::ANNEX_2),
    ("bang:qua_thu_chi", prose::ANNEX_3),
    ("bang:ke_hoach", prose::ANNEX_4),
    ("bang:bien_dong", prose::ANNEX_5),
];

/// The template of a period's report: the latest for its kind, else the latest for any; none if there is none.
///
/// # Errors
/// If the store refuses.
pub fn template_of(store: &Store, period: &Period) -> Result<Option<Template>> {
    let all = store.all::<Template>()?;
    let latest = |kind: TemplateKind| all.iter().filter(|it| it.kind == kind).max_by_key(|it| it.id).cloned();
    Ok(latest(TemplateKind::of(period)).or_else(|| latest(TemplateKind::Any)))
}

/// The report of a period filled into a template.
///
/// # Errors
/// If a place of it cannot be filled, said as in [`faults`], or the file cannot be read or packed.
pub fn filled(store: &Store, period: &Period, template: &Template) -> Result<Vec<u8>> {
    let own = Own::read(store, period)?;
    let bytes = bytes(template)?;
    if let Some(fault) = own.faults(template, &bytes)?.into_iter().next() {
        return Err(fault.into());
    }
    template::fill(&bytes, |name| own.filling(name)).map_err(|error| error.said().into())
}

/// The places of a template that cannot be filled for a period's report.
///
/// # Errors
/// If the store refuses or the file cannot be read.
pub fn faults(store: &Store, period: &Period, template: &Template) -> Result<Vec<Said>> {
    Own::read(store, period)?.faults(template, &bytes(template)?)
}

/// Every name that a template may have between double braces, with what stands there for a period, in one line.
///
/// # Errors
/// If the store refuses.
pub fn names(store: &Store, period: &Period) -> Result<Vec<(String, String)>> {
    let own = Own::read(store, period)?;
    let mut all: Vec<(String, String)> =
        own.words().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    all.extend(own.blocks_of().into_iter().map(|(name, blocks)| (name, t::BLOCKS.with([blocks.len()]).say(Lang::Vi))));
    all.extend(own.places.iter().map(|place| (place.name.clone(), place.value.clone())));
    Ok(all.into_iter().map(|(name, value)| (name, value.replace('\n', " "))).collect())
}

fn bytes(template: &Template) -> Result<Vec<u8>> {
    STANDARD.decode(&template.content).map_err(|_| t::NOT_A_DOCX.into())
}

/// A report as a template takes it.
struct Own {
    paper: Paper,
    /// How its period is called.
    period: String,
    places: Places,
    /// The figures of a signed report.
    told: Map<String, Json>,
}

impl Own {
    fn read(store: &Store, period: &Period) -> Result<Self> {
        let facts = Facts::read(store, period)?;
        let told = if facts.report.standing().is_frozen() {
            serde_json::from_str(&facts.report.figures).unwrap_or_default()
        } else {
            Map::new()
        };
        let named = period.name().say(Lang::Vi);
        Ok(Self { paper: super::paper(store, period)?, period: named, places: Places::of(&facts), told })
    }

    fn faults(&self, template: &Template, bytes: &[u8]) -> Result<Vec<Said>> {
        let mut found = Vec::new();
        for place in template::places(bytes).map_err(|error| error.said())? {
            let said = |text: crate::text::Text| text.with([template.name.clone(), place.name.clone()]);
            let plain = place.name.to_lowercase();
            match self.filling(&place.name) {
                None => found.push(said(t::UNKNOWN)),
                Some(Filling::Blocks(_)) if !place.alone => found.push(said(t::NOT_ALONE)),
                Some(Filling::Words(value)) if value.trim().is_empty() && !self.may_be_blank(&plain) => {
                    found.push(said(t::EMPTY));
                }
                Some(_) => {}
            }
        }
        Ok(found)
    }

    fn may_be_blank(&self, name: &str) -> bool {
        LATER.contains(&name) || self.places.iter().any(|place| place.name == name && place.may_be_blank)
    }

    /// What stands in a place; a name in capitals has its words in capitals.
    fn filling(&self, name: &str) -> Option<Filling> {
        let lower = name.to_lowercase();
        if let Some((_, blocks)) = self.blocks_of().into_iter().find(|(its, _)| its.to_lowercase() == lower) {
            return Some(Filling::Blocks(blocks));
        }
        let own = self.words().into_iter().find(|(its, _)| *its == lower).map(|(_, value)| value);
        let value = own.or_else(|| self.figure(&lower))?;
        let capitals = name.chars().any(char::is_uppercase) && !name.chars().any(char::is_lowercase);
        Some(Filling::Words(if capitals { value.to_uppercase() } else { value }))
    }

    /// A figure: as the signed report said it, else as it is now.
    fn figure(&self, name: &str) -> Option<String> {
        let (code, in_words) = name.strip_suffix(".chu").map_or((name, false), |code| (code, true));
        let told = self.told.get(code).and_then(Json::as_i64).map(Vnd);
        match told.filter(|_| self.places.value(name).is_some()) {
            Some(told) if in_words => Some(words::dong(told)),
            Some(told) => Some(told.show()),
            None => self.places.value(name),
        }
    }

    fn words(&self) -> Vec<(&'static str, String)> {
        let paper = &self.paper;
        let head = paper.head.clone().unwrap_or_default();
        let (office, signer, recipients) = match &paper.foot {
            Foot::Sign(sign) => (sign.office.join("\n"), sign.name.clone(), sign.recipient_lines().join("\n")),
            Foot::Signers(_) => Default::default(),
        };
        vec![
            ("co_quan_chu_quan", head.parent.clone()),
            ("co_quan", head.agency.clone()),
            ("so", head.number.clone()),
            ("ky_hieu", head.symbol.clone()),
            ("so_ky_hieu", head.number_line()),
            ("dia_danh", head.place.clone()),
            ("ngay", head.dated()),
            ("loai", paper.kind.clone().unwrap_or_default()),
            ("trich_yeu", paper.subject.clone()),
            ("ky", self.period.clone()),
            ("trich_dan", head.citation()),
            ("kinh_gui", paper.addressee.join("; ")),
            ("chuc_vu", office),
            ("nguoi_ky", signer),
            ("noi_nhan", recipients),
            ("ma_noi_dung", head.print),
        ]
    }

    /// The texts and tables: the whole body, each part by its number, each annex's table by what it is about.
    fn blocks_of(&self) -> Vec<(String, Vec<Block>)> {
        let mut all = vec![("noi_dung".to_owned(), self.paper.ended_body())];
        all.extend(parts(&self.paper.body).into_iter().map(|(mark, blocks)| (format!("phan:{mark}"), blocks)));
        all.extend(TABLES.iter().map(|(name, title)| {
            let its = title.with([&self.period]).say(Lang::Vi);
            let annex = self.paper.annexes.iter().find(|annex| annex.title == its);
            let none = || vec![Block::italic(t::NO_TABLE.vi)];
            ((*name).to_owned(), annex.map_or_else(none, |annex| annex.blocks.clone()))
        }));
        let count = self.paper.annexes.len();
        let whole = self.paper.annexes.iter().enumerate().flat_map(|(n, annex)| {
            let bold = |text: String| Block::Centred(vec![Span::bold(text)]);
            let lines = [
                Block::PageBreak,
                bold(crate::paper::Annex::mark(n, count)),
                bold(annex.title.to_uppercase()),
                Block::Centred(vec![Span::italic(annex.reference.clone())]),
            ];
            lines.into_iter().chain(annex.blocks.iter().cloned())
        });
        all.push(("phu_luc".to_owned(), whole.collect()));
        all
    }
}

/// The blocks under each heading of a body, by its number: "I", "II.1".
fn parts(body: &[Block]) -> Vec<(String, Vec<Block>)> {
    let mut all: Vec<(String, Vec<Block>)> = Vec::new();
    let mut part = String::new();
    for block in body {
        let mark = |text: &str| text.split('.').next().unwrap_or_default().to_owned();
        match block {
            Block::Heading(Level::Part, text) => {
                part = mark(text);
                all.push((part.clone(), Vec::new()));
            }
            Block::Heading(Level::Item, text) => all.push((format!("{part}.{}", mark(text)), Vec::new())),
            _ => {
                if let Some((_, blocks)) = all.last_mut() {
                    blocks.push(block.clone());
                }
            }
        }
    }
    all.retain(|(_, blocks)| !blocks.is_empty());
    all
}
