//! Which photos of an event may be seen by everybody, and the page of those that the office chose (Điều 24 Luật Bảo vệ dữ
//! liệu cá nhân 91/2025/QH15; Điều 33, 36 Nghị định 56/2017/NĐ-CP).
use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use crate::domain::consent::{Purpose, Standing};
use crate::domain::day;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::photo::Photo;
use crate::domain::value::Cell;
use crate::paper::{Block, Foot, Head, Paper, Picture, Signer};
use crate::reports::{consent, letterhead};
use crate::store::{Result, Store};
use crate::text::{Lang, Said, photo as t, report};

/// How every child's consent to photos stands on a day.
pub struct Consents(HashMap<i64, (String, Standing)>);

impl Consents {
    /// Reads them.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn read(store: &Store, on: NaiveDate) -> Result<Self> {
        Ok(Self(consent::standings(store, Purpose::Photo, on)?))
    }

    /// Why a photo may not be public: nobody said who is seen on it, or who of them has not agreed. Nothing if it may.
    #[must_use]
    pub fn against(&self, photo: &Photo) -> Option<Said> {
        if photo.seen.0.is_empty() {
            return (!photo.nobody).then(|| t::UNSEEN.with([&photo.name]));
        }
        let lacks = |id: &i64| {
            let (name, standing) = self.0.get(id).cloned().unwrap_or((String::new(), Standing::None));
            let why = match standing {
                Standing::Holds | Standing::HoldsBoth => return None,
                Standing::Half => t::LACKS_OWN,
                Standing::Withdrawn => t::LACKS_NOW,
                Standing::None => t::LACKS_ALL,
            };
            Some(t::LACKS.with([name.as_str(), why.vi]).say(Lang::Vi))
        };
        let who: Vec<String> = photo.seen.0.iter().filter_map(lacks).collect();
        (!who.is_empty()).then(|| t::LACKING.with([photo.name.clone(), who.join("; ")]))
    }
}

/// The page of an event's photos that the office chose to make public, each with its caption; names stand nowhere.
///
/// # Errors
/// If none is chosen, if consent to one of them does not hold today, or SQLite refuses.
pub fn page(store: &Store, event: Id<Event>) -> Result<Paper> {
    let event = store.get(event)?;
    let chosen: Vec<Photo> =
        store.find::<Photo>("event", &event.id.value())?.into_iter().filter(|photo| photo.chosen).collect();
    if chosen.is_empty() {
        return Err(t::PAPER_NONE.with([event.name]).into());
    }
    let consents = Consents::read(store, store.today())?;
    let mut body = Vec::new();
    for photo in &chosen {
        if let Some(why) = consents.against(photo) {
            return Err(why.into());
        }
        let picture = Picture::read(store.file(photo.file)?).ok_or_else(|| t::NOT_A_PHOTO.with([&photo.file_name]))?;
        body.push(Block::Picture(picture));
        body.push(Block::Poster(photo.name.clone(), 13));
    }
    let agency = letterhead::agency_on(store, store.today())?;
    Ok(Paper {
        head: Some(Head { place: String::new(), ..letterhead::head(&agency, "", "", None, store.today().year()) }),
        kind: Some(t::PAPER_KIND.vi.to_owned()),
        subject: format!("{}, {}", event.name, day::official(event.date)),
        body,
        foot: Foot::Signers(vec![Signer {
            title: report::MAKER.vi.to_owned(),
            note: report::SIGN_NOTE.vi.to_owned(),
            ..Signer::default()
        }]),
        ..Paper::default()
    })
}
