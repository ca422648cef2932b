//! The agency itself: its names, symbols, signer and recipients, each set valid from a day.
use chrono::NaiveDate;

use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::value::Lines;
use crate::domain::workday::OffDays;
use crate::text::{field as t, today as w};

choices! {
    /// By what right the signer signs (NĐ 30/2020, Phụ lục I, phần II, mục 7).
    pub enum Authority {
        #[default] Own "" = t::AUTHORITY_OWN;
        For "TM." = t::AUTHORITY_FOR;
        Deputy "KT." = t::AUTHORITY_DEPUTY;
        Order "TL." = t::AUTHORITY_ORDER;
        Delegated "TUQ." = t::AUTHORITY_DELEGATED;
        Acting "Q." = t::AUTHORITY_ACTING;
    }
}

record! {
    /// The agency as it is from a day on; older papers keep the older one.
    pub struct Agency {
        table: "agency", source: "agency", title: t::AGENCY, one: t::ONE_AGENCY,
        search: &["name"], order: Order::Latest("since"),
    }
    columns {
        name: String => t::AGENCY_NAME, 36;
        parent: String => t::AGENCY_PARENT, 24;
        symbol: String => t::AGENCY_SYMBOL, 0;
        place: String => t::PLACE_NAME, 12;
        since: NaiveDate => t::SINCE, 10;
        head: String => t::SIGNER_HEAD, 0;
        authority: Authority => t::AUTHORITY, 0;
        deputy: String => t::SIGNER_DEPUTY, 0;
        signer: String => t::SIGNER, 18;
        addressee: Lines => t::ADDRESSEE, 0;
        recipients: Lines => t::RECIPIENTS, 0;
        archive: String => t::ARCHIVE, 0;
        payee: String => t::PAYEE, 0;
        /// Where deadlines go that fall on a day without work.
        off_days: OffDays => w::OFF_DAYS, 0;
    }
}

impl Agency {
    fn rules(&self) -> Vec<Fault> {
        Fault::needed([("name", self.name.is_empty())])
    }
}
