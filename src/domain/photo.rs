//! A photo of an event: which children are seen on it decides who may see it.
use chrono::NaiveDate;

use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, links, record};
use crate::text::{field as t, photo as tp, rule, shelf as ts};

links! {
    /// The children who can be recognised on a photo.
    pub struct Seen { table: "photo_child", from: "photo", to: "child", target: "child" }
}

record! {
    /// One photo. Its bytes lie in the store, as those of files do.
    pub struct Photo {
        table: "photo", source: "photo_shown", title: tp::PHOTOS, one: tp::ONE_PHOTO,
        search: &["name", "note"], order: Order::Row,
    }
    columns {
        /// What stands under it on paper.
        name: String => tp::CAPTION, 36;
        seen: Seen => tp::SEEN, 0;
        /// Whether somebody looked and no child can be recognised: nothing written down says nothing.
        nobody: bool => tp::NOBODY, 0;
        note: String => t::NOTE, 0;
    }
    stamped {
        event: Id<Event> => t::EVENT, 0;
        file: i64 => ts::FILE, 0;
        file_name: String => ts::FILE_NAME, 20;
        added_on: NaiveDate => ts::ADDED_ON, 10;
        /// Whether it stands on the page of photos that is made public.
        chosen: bool => tp::CHOSEN, 9;
    }
    shown {
        children: i64 => tp::CHILDREN, 8;
    }
}

impl Photo {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([
            ("name", self.name.is_empty()),
            ("event", self.event.is_new()),
            ("added_on", self.added_on == NaiveDate::default()),
        ]);
        if self.file <= 0 {
            faults.push(Fault::at("file", rule::NEEDED));
        }
        if self.nobody && !self.seen.0.is_empty() {
            faults.push(Fault::at("nobody", tp::NOBODY_BUT_SEEN));
        }
        faults
    }
}
