//! Who signs which paper, where it is not whoever signs for the agency.
use crate::domain::agency::Authority;
use crate::domain::record::{Fault, Order, choices, record};
use crate::text::{field as t, units as u};

choices! {
    /// A paper that may have a signer of its own, by the name the command line knows it by.
    pub enum Signed {
        #[default] Any "" = u::SIGNED_ANY;
        Request "yeu-cau-bao-cao" = u::LETTER_REQUEST;
        Urge "don-doc" = u::LETTER_URGE;
        Return "tra-lai" = u::LETTER_RETURN;
        Plan "ke-hoach" = u::SIGNED_PLAN;
        Budget "du-toan" = u::SIGNED_BUDGET;
        Submission "to-trinh" = u::SIGNED_SUBMISSION;
        Invitation "giay-moi" = u::SIGNED_INVITATION;
        Duties "phan-cong" = u::SIGNED_DUTIES;
        Roster "xin-danh-sach" = u::SIGNED_ROSTER;
        Public "cong-khai" = u::SIGNED_PUBLIC;
        Receipt "xac-nhan" = u::SIGNED_RECEIPT;
    }
}

record! {
    /// The signer of a paper: by what right, in whose place, who, and who drafts it ("VP" in "SNNMT-VP").
    pub struct Signer {
        table: "signer", source: "signer", title: u::SIGNERS, one: u::ONE_SIGNER,
        search: &["name"], order: Order::Row,
    }
    columns {
        paper: Signed => u::PAPER, 24;
        authority: Authority => t::AUTHORITY, 14;
        head: String => t::SIGNER_HEAD, 0;
        office: String => u::OFFICE, 18;
        name: String => t::SIGNER, 20;
        drafter: String => u::DRAFTER, 8;
    }
}

impl Signer {
    /// Who signs a letter to the units until the office says otherwise: the head of the Office, by order of the director
    /// (NĐ 30/2020, Phụ lục I, phần II, mục 7).
    #[must_use]
    pub fn of_letters() -> Self {
        Self {
            authority: Authority::Order,
            head: u::DIRECTOR.vi.to_owned(),
            office: u::HEAD_OF_OFFICE.vi.to_owned(),
            drafter: u::OFFICE_CODE.vi.to_owned(),
            ..Self::default()
        }
    }

    fn rules(&self) -> Vec<Fault> {
        Fault::needed([
            ("office", self.office.is_empty() && self.authority != Authority::Own),
            ("name", self.name.is_empty()),
        ])
    }
}
