//! What lies ready for the gifts of an event: kinds of things, what came in, and the sum that closes to the last đồng.
use chrono::NaiveDate;

use crate::domain::contribution::Contribution;
use crate::domain::disbursement::Disbursement;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::record::{Fault, Order, choices, record};
use crate::text::{field, rule, stock as t};

record! {
    /// A kind of thing that a gift holds, as a box of cakes; money where a gift holds as much as it is worth.
    pub struct GiftItem {
        table: "gift_item", source: "gift_item_shown", title: t::ITEMS, one: t::ONE_ITEM,
        search: &["name"], order: Order::Row,
    }
    columns {
        name: String => t::ITEM, 24;
        event: Id<Event> => field::EVENT, 0;
        measure: String => t::MEASURE, 9;
        /// How many a gift holds; 0 is money, as much as the gift is worth, in đồng.
        per_gift: i64 => t::PER_GIFT, 9;
        counted: Option<i64> => t::COUNTED, 9;
        count_note: String => t::COUNT_NOTE, 0;
    }
    shown {
        bought: i64 => t::BOUGHT, 9;
        donated: i64 => t::DONATED, 9;
        given: i64 => t::GIVEN, 9;
        left: i64 => t::LEFT, 9;
    }
}

impl GiftItem {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("name", self.name.is_empty()), ("event", self.event.is_new())]);
        if !(0..=1_000_000).contains(&self.per_gift) {
            faults.push(Fault::at("per_gift", rule::NEGATIVE));
        }
        if let Some(counted) = self.counted {
            if counted < 0 {
                faults.push(Fault::at("counted", rule::NEGATIVE));
            } else if counted != self.left && self.count_note.is_empty() {
                faults.push(Fault::at("count_note", t::COUNT_DIFFERS.with([self.left, counted - self.left])));
            }
        }
        faults
    }

    /// Whether it is money, handed out as much as each gift is worth.
    #[must_use]
    pub const fn is_money(&self) -> bool {
        self.per_gift == 0
    }
}

choices! {
    /// How something came in.
    pub enum Way {
        #[default] Bought "bought" = t::WAY_BOUGHT;
        Donated "donated" = t::WAY_DONATED;
    }
}

record! {
    /// Something that came in for the gifts: bought by a voucher, or given by a donor.
    pub struct Intake {
        table: "intake", source: "intake_shown", title: t::INTAKES, one: t::ONE_INTAKE,
        search: &["voucher", "note"], order: Order::Latest("date"),
    }
    columns {
        item: Id<GiftItem> => t::ITEM, 22;
        date: NaiveDate => field::DATE, 10;
        way: Way => t::WAY, 12;
        quantity: i64 => t::QUANTITY, 9;
        amount: Vnd => field::AMOUNT, 13;
        voucher: String => t::VOUCHER, 14;
        payment: Id<Disbursement> => t::PAYMENT, 0;
        note: String => field::NOTE, 0;
    }
    stamped {
        contribution: Id<Contribution> => t::CONTRIBUTION, 0;
    }
    shown {
        source: String => t::SOURCE, 24;
    }
}

impl Intake {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("date", self.date == NaiveDate::default()), ("item", self.item.is_new())]);
        if self.quantity <= 0 {
            faults.push(Fault::at("quantity", t::NOT_POSITIVE));
        }
        if self.amount.0 < 0 {
            faults.push(Fault::at("amount", rule::NEGATIVE));
        }
        if !self.contribution.is_new() && self.way == Way::Bought {
            faults.push(Fault::at("way", t::DONATED_NEEDED));
        }
        if !self.payment.is_new() && self.way != Way::Bought {
            faults.push(Fault::at("payment", t::BOUGHT_NEEDED));
        }
        faults
    }
}

/// A quantity with what it is worth, in đồng.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Worth {
    /// How many.
    pub quantity: i64,
    /// What they cost or are worth together.
    pub amount: Vnd,
}

/// The account of one kind of thing. Bought + donated − given = left, in number and to the last đồng.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Closure {
    /// What was bought.
    pub bought: Worth,
    /// What was donated.
    pub donated: Worth,
    /// What was handed out.
    pub given: Worth,
    /// What is left.
    pub left: Worth,
}

impl Closure {
    /// Closes the account of a kind: what came in, and how many were handed out. What is left is worth its part of what
    /// came in, rounded down; the đồng that rounding drops went out with the gifts.
    #[must_use]
    pub fn of(bought: Worth, donated: Worth, given: i64) -> Self {
        let quantity = bought.quantity.saturating_add(donated.quantity);
        let amount = bought.amount + donated.amount;
        let left = quantity.saturating_sub(given);
        let part = if quantity > 0 { i128::from(amount.0) * i128::from(left) / i128::from(quantity) } else { 0 };
        let part = Vnd(i64::try_from(part).unwrap_or(amount.0));
        Self {
            bought,
            donated,
            given: Worth { quantity: given, amount: amount - part },
            left: Worth { quantity: left, amount: part },
        }
    }

    /// Whether more was handed out than came in.
    #[must_use]
    pub const fn is_short(&self) -> bool {
        self.left.quantity < 0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn worth(quantity: i64, amount: i64) -> Worth {
        Worth { quantity, amount: Vnd(amount) }
    }

    #[test]
    fn what_is_left_and_what_went_out_are_all_that_came_in() {
        let closed = Closure::of(worth(100, 5_000_000), worth(50, 1_000_001), 129);
        assert_eq!((closed.left.quantity, closed.left.amount), (21, Vnd(840_000)));
        assert_eq!(closed.given.amount, Vnd(5_160_001));
        assert!(Closure::of(worth(1, 1), worth(0, 0), 2).is_short());
    }

    #[test]
    fn a_count_that_differs_needs_a_reason() {
        let item = GiftItem { name: "Bánh".into(), event: Id::of(1), per_gift: 1, left: 4, ..GiftItem::default() };
        assert!(item.rules().is_empty());
        let counted = GiftItem { counted: Some(3), ..item };
        assert_eq!(counted.rules()[0].column, "count_note");
        assert!(GiftItem { count_note: "Một hộp vỡ".into(), ..counted }.rules().is_empty());
    }

    proptest! {
        /// The gift equation, in number and in đồng, whatever came in and went out.
        #[test]
        fn bought_and_donated_are_given_and_left(
            bought in (0i64..5_000, 0i64..9_000_000_000), donated in (0i64..5_000, 0i64..9_000_000_000), part in 0u32..=100,
        ) {
            let (bought, donated) = (worth(bought.0, bought.1), worth(donated.0, donated.1));
            let given = (bought.quantity + donated.quantity) * i64::from(part) / 100;
            let closed = Closure::of(bought, donated, given);
            prop_assert_eq!(bought.quantity + donated.quantity, closed.given.quantity + closed.left.quantity);
            prop_assert_eq!(bought.amount + donated.amount, closed.given.amount + closed.left.amount);
            prop_assert!(closed.left.quantity >= 0 && closed.left.amount.0 >= 0 && closed.given.amount.0 >= 0);
            // What is left has its part of the money, less than an đồng rounded away: no more, no less.
            let came = i128::from(bought.quantity + donated.quantity);
            let whole = i128::from((bought.amount + donated.amount).0) * i128::from(closed.left.quantity);
            let rounded = whole - i128::from(closed.left.amount.0) * came;
            prop_assert!(came == 0 || (0..came).contains(&rounded), "{rounded} of {came}");
            prop_assert!(closed.left.quantity > 0 || closed.left.amount == Vnd(0), "nothing left is worth nothing");
        }
    }
}
