//! What the sample year's children in need were given, and the concerns that were handed on.
use super::{Office, date};
use crate::domain::campaign::{Campaign, Source};
use crate::domain::circumstance::Circumstance;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::referral::{Receiver, Referral, ReferralState};
use crate::domain::support::Support;
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
