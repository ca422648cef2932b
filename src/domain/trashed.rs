//! What lies in the trash, of every table. Only looked at, and put back.
use crate::domain::record::{Fault, Order, record};
use crate::domain::value::{Moment, TableName};
use crate::text::field as t;

record! {
    /// A row in the trash: of which table, its name, since when.
    pub struct Trashed {
        table: "trash", source: "trash", title: t::TRASH, one: t::ONE_TRASHED,
        search: &["name"], order: Order::Latest("at"),
    }
    columns {}
    shown {
        at: Moment => t::AT, 16;
        name: String => t::NAME, 50;
        kind: TableName => t::KIND, 16;
        row: i64 => t::ROW, 0;
    }
}

impl Trashed {
    fn rules(&self) -> Vec<Fault> {
        Vec::new()
    }
}
