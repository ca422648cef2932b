//! What the sample year's children in need were given, and the concerns that were handed on.
use chrono::NaiveTime;

use super::{Office, date};
use crate::acts::support;
use crate::domain::campaign::{self, Campaign};
use crate::domain::circumstance::Circumstance;
use crate::domain::handover::{Answer, Handover, Way};
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::referral::{Receiver, Referral, Source};
use crate::domain::support::{Support, SupportState};
use crate::domain::value::Lines;
use crate::store::{Result, Store};

/// A round of support: day, what, amount for each child in đồng, source, and to how many children.
type Round = (&'static str, &'static str, i64, campaign::Source, usize);

const ROUNDS: &[Round] = &[
    ("2026-02-10", "Quà tết Nguyên đán", 500_000, campaign::Source::Welfare, 5),
    ("2026-06-01", "Học bổng vượt khó", 1_000_000, campaign::Source::Donor, 2),
    ("2026-09-03", "Sách vở, đồng phục đầu năm học", 1_000_000, campaign::Source::Contributions, 3),
    ("2026-09-10", "Khắc phục nhà ở sau mưa lũ", 1_500_000, campaign::Source::Welfare, 2),
    ("2026-10-15", "Hỗ trợ khám, điều trị", 2_000_000, campaign::Source::Fund, 1),
];

/// What is asked for and not given yet: day, what, amount in đồng, source, how many children, and the approving paper.
const WAITING: &[(&str, &str, i64, campaign::Source, usize, &str)] = &[
    ("2026-11-05", "Hỗ trợ khám, điều trị", 1_500_000, campaign::Source::Welfare, 1, "Tờ trình số 61/TTr-VP"),
    ("2026-11-12", "Áo ấm mùa đông", 400_000, campaign::Source::Contributions, 3, ""),
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
                campaign: if *source == campaign::Source::Contributions { campaign } else { Id::NEW },
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
                campaign: if *source == campaign::Source::Contributions { campaign } else { Id::NEW },
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

/// Two concerns that were handed on. What they tell is of nobody who exists; their passphrase is [`super::PASSPHRASE`].
fn refer(store: &mut Store, office: &Office) -> Result<()> {
    let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
    let child = office.families.iter().flatten().nth(7).map_or(Id::NEW, |child| child.id);
    let mut first = Referral {
        noted_on: date("2026-03-18"),
        noted_time: time(9, 5),
        source: Source::Met,
        seen: Lines("Cháu kể với cô giáo là hay bị nhốt trong nhà cả buổi, không có cơm trưa. Tay có vết bầm.".into()),
        place: "Nhà riêng của cháu".to_owned(),
        child,
        ..Referral::default()
    };
    let id = store.put_record(&mut first)?;
    let by = office.staff.first().map(|member| member.person.name.clone()).unwrap_or_default();
    let handover = |referral, day: &str, at| Handover {
        referral,
        sent_on: date(day),
        sent_time: at,
        sender: by.clone(),
        ..Handover::default()
    };
    store.put_record(&mut Handover {
        receipt: "111-0318".to_owned(),
        answer: Answer::Accepted,
        answered_on: Some(date("2026-03-18")),
        reply: "Đã tiếp nhận, chuyển UBND phường nơi cháu ở".to_owned(),
        ..handover(id, "2026-03-18", time(9, 20))
    })?;
    store.put_record(&mut Handover {
        receiver: Receiver::Commune,
        office: "UBND phường nơi cháu ở".to_owned(),
        way: Way::Letter,
        answer: Answer::Done,
        answered_on: Some(date("2026-03-27")),
        reply: "Đã có kế hoạch hỗ trợ, ông bà nội trông cháu buổi trưa".to_owned(),
        ..handover(id, "2026-03-18", time(14, 0))
    })?;
    let mut second = Referral {
        noted_on: date("2026-10-27"),
        noted_time: time(16, 40),
        source: Source::Phone,
        seen: Lines(
            "Người dân gọi báo có trẻ khoảng 8 tuổi bán hàng rong ban đêm gần cổng cơ quan, không rõ tên.".into(),
        ),
        place: "Vỉa hè trước cổng cơ quan".to_owned(),
        ..Referral::default()
    };
    let id = store.put_record(&mut second)?;
    store.put_record(&mut Handover {
        receiver: Receiver::Commune,
        office: "UBND phường sở tại".to_owned(),
        answer: Answer::Accepted,
        answered_on: Some(date("2026-10-29")),
        ..handover(id, "2026-10-28", time(8, 10))
    })?;
    Ok(())
}
