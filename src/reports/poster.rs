//! The poster of hotline 111: one page, no letterhead, to be seen from afar.
use crate::domain::document::{Document, DocumentKind};
use crate::paper::{Block, Paper};
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Lang, help as t};

/// The number that holds where the shelf knows none: since 6/12/2017.
const NUMBER: &str = "111";

/// The poster, with the number that holds today and those that no longer do.
///
/// # Errors
/// If the store cannot be read.
pub fn hotline(store: &Store) -> Result<Paper> {
    let today = store.today();
    let all: Vec<Document> =
        store.all::<Document>()?.into_iter().filter(|it| it.kind == DocumentKind::Hotline).collect();
    let number = all.iter().find(|it| it.holds(today)).map_or(NUMBER, |it| it.number.as_str());
    let agency = letterhead::agency_on(store, today)?;
    let mut body = vec![
        Block::Poster(letterhead::name(&agency).to_uppercase(), 18),
        Block::Poster(t::POSTER_NATIONAL.vi.to_owned(), 28),
        Block::Poster(t::POSTER_CHILDREN.vi.to_owned(), 50),
        Block::Poster(number.to_owned(), 280),
        Block::Poster(t::POSTER_FREE.vi.to_owned(), 30),
        Block::Poster(t::POSTER_CALL.vi.to_owned(), 24),
        Block::Poster(t::POSTER_OTHERS.vi.to_owned(), 18),
    ];
    for old in all.iter().filter(|it| !it.holds(today) && it.until.is_some_and(|until| until < today)) {
        body.push(Block::Poster(t::POSTER_OLD.with([old.number.as_str(), number]).say(Lang::Vi), 14));
    }
    Ok(Paper { body, ..Paper::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::fixture::office;

    #[test]
    fn it_has_no_letterhead_and_the_number_that_holds() {
        let paper = hotline(&office()).unwrap();
        assert!(paper.head.is_none() && paper.kind.is_none());
        assert!(paper.body.contains(&Block::Poster("111".to_owned(), 280)));
        assert!(crate::paper::pdf::render(&paper).unwrap().len() > 1000);
    }
}
