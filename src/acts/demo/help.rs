//! What the sample year's children in need were given, and the concerns that were handed on.
use super::{Office, date};
use crate::acts::support;
use crate::domain::campaign::{Campaign, Source};
use crate::domain::circumstance::Circumstance;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::referral::{Receiver, Referral, ReferralState};
use crate::domain::support::{Support, SupportState};
use crate::store::{Result, Store};

/// A round of support: day, what, amount for each child in đồng, source, and to how many children.
type Round = (&'static str, &'static str, i64, Source, usize);

const ROUNDS: &[Round] = &[
    ("2026-02-10", "Quà tết Nguyên đán", 500_000, Source::Welfare, 5),
    ("2026-06-01", "Học bổng vượt khó", 1_000_000, Source::Donor, 2),
    ("2026-09-03", "Sách vở, đồng phục đầu năm học", 1_000_000, Source::Contributions, 3),
    ("2026-09-10", "Khắc phục nhà ở sau mưa lũ", 1_500_000, Source::Welfare, 2),
    ("2026-10-15", "Hỗ trợ khám, điều trị", 2_000_000, Source::Fund, 1),
];

/// What is asked for and not given yet: day, what, amount in đồng, source, how many children, and the approving paper.
const WAITING: &[(&str, &str, i64, Source, usize, &str)] = &[
    ("2026-11-05", "Hỗ trợ khám, điều trị", 1_500_000, Source::Welfare, 1, "Tờ trình số 61/TTr-VP"),
    ("2026-11-12", "Áo ấm mùa đông", 400_000, Source::Contributions, 3, ""),
];

/// Puts supports and referrals; what came from contributions is of this campaign.
pub(super) fn fill(store: &mut Store, office: &Office, campaign: Id<Campaign>) -> Result<()> {
    for (day, content, amount, source, count) in ROUNDS {
        for child in in_need(store, content, date(day), *count)? {
            let mut support = Support {
                date: date(day),
                child: Id::of(child),
                content: (*content).to_owned(),
                amount: Vnd(*amount),
                source: *source,
                campaign: if *source == Source::Contributions { campaign } else { Id::NEW },
                ..Support::default()
            };
            store.put_record(&mut support)?;
            support::pay_within(store, &[support.id])?;
        }
    }
    for (day, content, amount, source, count, approval) in WAITING {
        for child in in_need(store, content, date(day), *count)? {
            let approved = !approval.is_empty();
            let mut support = Support {
                date: date(day),
                child: Id::of(child),
                content: (*content).to_owned(),
                amount: Vnd(*amount),
                source: *source,
                campaign: if *source == Source::Contributions { campaign } else { Id::NEW },
                state: if approved { SupportState::Approved } else { SupportState::Proposed },
                approval: (*approval).to_owned(),
                approver: if approved { office.director() } else { String::new() },
                approved_on: approved.then(|| date("2026-11-10")),
                ..Support::default()
            };
            store.put_record(&mut support)?;
        }
    }
    refer(store, office)
}

/// Children whose circumstance holds on a day: those the flood hit for its help, the ill for treatment, else those
/// longest known.
fn in_need(store: &Store, content: &str, day: chrono::NaiveDate, count: usize) -> Result<Vec<i64>> {
    let mut found: Vec<Circumstance> = store.all()?;
    found.retain(|it| it.since.is_none_or(|since| since <= day) && it.until.is_none_or(|until| day <= until));
    found.retain(|it| match content {
        "Khắc phục nhà ở sau mưa lũ" => it.note.starts_with("Nhà"),
        "Hỗ trợ khám, điều trị" => it.letter == "n",
        // Nothing that is paid out in front of others may point to what is private.
        _ => it.letter != "đ",
    });
    found.sort_by_key(|it| (it.since, it.id));
    let mut children: Vec<i64> = Vec::new();
    for circumstance in found {
        if !children.contains(&circumstance.child.0) {
            children.push(circumstance.child.0);
        }
    }
    children.truncate(count);
    Ok(children)
}

fn refer(store: &mut Store, office: &Office) -> Result<()> {
    let referrals = [
        ("2026-03-18", "QLĐĐ", Receiver::Hotline, "2026-03-18", "111-0318", ReferralState::Done),
        ("2026-10-27", "BVMT", Receiver::Commune, "2026-10-28", "", ReferralState::Accepted),
    ];
    for (noted, code, receiver, sent, receipt, state) in referrals {
        let mut referral = Referral {
            noted_on: date(noted),
            unit: office.unit(code)?.id,
            receiver,
            sent_on: Some(date(sent)),
            receipt: receipt.to_owned(),
            state,
            ..Referral::default()
        };
        store.put_record(&mut referral)?;
    }
    Ok(())
}
