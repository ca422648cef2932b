//! Who looked at what, exported or printed it, and who opened what is sealed: a log that nobody takes back.
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::value::{Moment, TableName};
use crate::text::field as t;

choices! {
    /// What somebody did that is written down.
    pub enum Seen {
        #[default] Open "open" = t::SEEN_OPEN;
        Print "print" = t::SEEN_PRINT;
        Export "export" = t::SEEN_EXPORT;
        Unseal "unseal" = t::SEEN_UNSEAL;
        Refused "unseal-refused" = t::SEEN_REFUSED;
        Passphrase "seal-passphrase" = t::SEEN_PASSPHRASE;
    }
}

record! {
    /// A line of the log.
    pub struct Look {
        table: "look", source: "look", title: t::LOOKS, one: t::ONE_LOOK,
        search: &["user"], order: Order::Latest("id"),
    }
    columns {}
    shown {
        at: Moment => t::AT, 16;
        user: String => t::USER, 14;
        what: Seen => t::WHAT, 32;
        kind: TableName => t::KIND, 16;
        row: Option<i64> => t::ROW, 8;
        count: Option<i64> => t::LOOKED_ROWS, 8;
    }
}

impl Look {
    fn rules(&self) -> Vec<Fault> {
        Vec::new()
    }
}
