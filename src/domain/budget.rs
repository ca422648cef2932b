//! What an event costs: each line with its source, as planned and as paid; and where the whole stands.
use crate::domain::campaign::Source;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::record::{Fault, Order, choices, record};
use crate::text::{field, programme as t, rule};

choices! {
    /// Where a budget stands.
    pub enum BudgetState {
        #[default] Draft "draft" = t::BUDGET_DRAFT;
        /// Put forward by a paper with its number.
        Submitted "submitted" = t::BUDGET_SUBMITTED;
        /// Approved: it stands still.
        Approved "approved" = t::BUDGET_APPROVED;
    }
}

record! {
    /// One line: quantity × price is planned, what was really paid stands beside it.
    pub struct BudgetLine {
        table: "budget_line", source: "budget_line_shown", title: t::BUDGET, one: t::ONE_LINE,
        search: &["name"], order: Order::Row,
    }
    columns {
        name: String => t::LINE, 28;
        event: Id<Event> => field::EVENT, 0;
        source: Source => field::SOURCE, 16;
        quantity: i64 => t::QUANTITY, 8;
        price: Vnd => t::PRICE, 11;
        actual: Vnd => field::COST, 12;
        voucher: String => t::VOUCHER, 0;
        note: String => field::NOTE, 0;
    }
    shown {
        planned: Vnd => field::BUDGET, 12;
        over: Vnd => t::OVER, 10;
    }
}

impl BudgetLine {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("name", self.name.is_empty()), ("event", self.event.is_new())]);
        if !(1..=1_000_000).contains(&self.quantity) {
            faults.push(Fault::at("quantity", t::QUANTITY_RANGE));
        }
        if self.price.0 < 0 || self.price.0 > 1_000_000_000_000 {
            faults.push(Fault::at("price", rule::NEGATIVE));
        }
        if self.actual.0 < 0 {
            faults.push(Fault::at("actual", rule::NEGATIVE));
        }
        faults
    }

    /// What is planned for it, in đồng.
    #[must_use]
    pub const fn plan(&self) -> Vnd {
        Vnd(self.quantity.saturating_mul(self.price.0))
    }
}
