//! A ward, commune or special zone of July 2025 (QĐ 19/2025/QĐ-TTg).
use crate::domain::record::{Fault, Order, record};
use crate::text::{field as t, rule};

record! {
    /// A ward with the General Statistics Office's code.
    pub struct Ward {
        table: "ward", source: "ward", title: t::WARDS, one: t::ONE_WARD,
        search: &["name", "province"], order: Order::Plain,
    }
    columns {}
    stamped {
        name: String => t::WARD, 28;
        province: String => t::PROVINCE, 24;
        code: String => t::CODE, 8;
    }
}

impl Ward {
    fn rules(&self) -> Vec<Fault> {
        if self.name.is_empty() { vec![Fault::at("name", rule::NEEDED)] } else { Vec::new() }
    }
}
