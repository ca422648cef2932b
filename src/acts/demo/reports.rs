//! What the sample units reported, and the department's own reports.
use std::collections::HashMap;

use super::{Office, date};
use crate::acts::issue;
use crate::domain::child::Child;
use crate::domain::circumstance::Circumstance;
use crate::domain::period::Period;
use crate::domain::report::Report;
use crate::domain::session::Session;
use crate::domain::support::{Support, SupportState};
use crate::domain::unit_report::{UnitReport, UnitReportState as State};
use crate::domain::value::{Lines, PeriodCode};
use crate::store::{Result, Store};
use crate::text::store as t;

/// A unit, how far its report is, the day it came (blank: it has not), and a note.
type Standing = (&'static str, State, &'static str, &'static str);

const FIRST_HALF: &[Standing] = &[
    ("VP", State::Accepted, "2026-06-12", ""),
    ("KHTC", State::Accepted, "2026-06-12", ""),
    ("TCCB", State::Accepted, "2026-06-15", ""),
    ("TNNKS", State::Nothing, "2026-06-15", "Không phát sinh trong kỳ"),
    ("BVMT", State::Sent, "2026-06-15", ""),
    ("QLĐĐ", State::Accepted, "2026-06-11", ""),
    ("QTTNMT", State::Sent, "2026-06-18", "Nộp sau 2 lần nhắc qua điện thoại"),
    ("CNTT", State::Expected, "", "Đã nhắc ngày 16/6 và 19/6"),
    ("VPĐK", State::Sent, "2026-06-15", ""),
];
const SECOND_HALF: &[Standing] = &[
    ("VP", State::Sent, "2026-11-20", ""),
    ("KHTC", State::Accepted, "2026-11-16", ""),
    ("TCCB", State::Sent, "2026-11-19", ""),
    ("TNNKS", State::Expected, "", ""),
    ("BVMT", State::Expected, "", ""),
    ("QLĐĐ", State::Returned, "2026-11-17", "Thiếu số liệu hỗ trợ trẻ em"),
    ("QTTNMT", State::Expected, "", ""),
    ("CNTT", State::Expected, "", ""),
    ("VPĐK", State::Expected, "", ""),
];

/// Puts the unit reports of both halves and the department's reports.
pub(super) fn fill(store: &mut Store, office: &Office) -> Result<()> {
    for (code, standings) in [("2026-H1", FIRST_HALF), ("2026-H2", SECOND_HALF)] {
        let period = Period::parse(code)?;
        let figures = Figures::read(store, &period)?;
        for standing in standings {
            put(store, office, &period, &figures, standing)?;
        }
    }
    for (mut report, issued) in
        [(first_half(), Some(("86", "2026-06-22"))), (action_month(), Some(("97", "2026-07-08"))), (year(), None)]
    {
        store.put_record(&mut report)?;
        if let Some((number, day)) = issued {
            issue::issue_within(store, &Period::parse(&report.period.0)?, number, date(day))?;
        }
    }
    Ok(())
}

fn put(store: &mut Store, office: &Office, period: &Period, figures: &Figures, standing: &Standing) -> Result<()> {
    let (code, state, came, note) = *standing;
    let unit = office.unit(code)?;
    let mut report = UnitReport {
        period: PeriodCode(period.code.clone()),
        unit: unit.id,
        due: period.default_due(),
        state,
        received_on: (!came.is_empty()).then(|| date(came)),
        note: note.to_owned(),
        ..UnitReport::default()
    };
    if !matches!(state, State::Expected | State::Nothing) {
        let [sessions, attendances, special, supported] = figures.units.get(&unit.id.0).copied().unwrap_or_default();
        // This unit counts a session that it has not entered: the figures are to be reconciled.
        let more = i64::from(code == "BVMT");
        (report.sessions, report.attendances) = (sessions + more, attendances + more * 15);
        (report.special_children, report.supported) = (special, supported);
        report.content = Lines(format!(
            "{} đã tổ chức {} buổi tuyên truyền, {} lượt người tham dự; rà soát con em trong đơn vị, {} cháu có hoàn cảnh đặc biệt.",
            unit.name, report.sessions, report.attendances, report.special_children
        ));
    }
    store.put_record(&mut report)?;
    Ok(())
}

/// What the store knows of each unit in a period: sessions, attendances, children in groups of the law, children
/// supported.
struct Figures {
    units: HashMap<i64, [i64; 4]>,
}

impl Figures {
    fn read(store: &Store, period: &Period) -> Result<Self> {
        let mut units: HashMap<i64, [i64; 4]> = HashMap::new();
        for session in store.all::<Session>()?.iter().filter(|it| it.is_held() && period.contains(it.date)) {
            let unit = units.entry(session.unit.0).or_default();
            unit[0] += 1;
            unit[1] += session.attendance;
        }
        let homes: HashMap<i64, i64> =
            store.all::<Child>()?.into_iter().map(|child| (child.id.0, child.unit.0)).collect();
        let mut special: Vec<i64> = store
            .all::<Circumstance>()?
            .iter()
            .filter(|it| !it.letter.is_empty())
            .filter(|it| {
                it.since.is_none_or(|since| since <= period.to) && it.until.is_none_or(|until| period.to <= until)
            })
            .map(|it| it.child.0)
            .collect();
        let mut supported: Vec<i64> = store
            .all::<Support>()?
            .iter()
            .filter(|support| support.state == SupportState::Given && period.contains(support.date))
            .map(|support| support.child.0)
            .collect();
        for (at, children) in [(2, &mut special), (3, &mut supported)] {
            children.sort_unstable();
            children.dedup();
            for child in children.iter() {
                units.entry(*homes.get(child).ok_or(t::GONE)?).or_default()[at] += 1;
            }
        }
        Ok(Self { units })
    }
}

/// The parts that figures cannot write; the others are left blank and are written from the figures.
fn first_half() -> Report {
    Report {
        period: PeriodCode("2026-H1".to_owned()),
        subject: "Kết quả thực hiện công tác chăm sóc, giáo dục và bảo vệ trẻ em 6 tháng đầu năm 2026".to_owned(),
        direction: lines(
            "Sở ban hành Kế hoạch số 15/KH-SNNMT ngày 22/01/2026; giao Văn phòng Sở theo dõi, đôn đốc, tổng hợp.\n\
             Các phòng, đơn vị phân công đầu mối thực hiện và báo cáo.",
        ),
        protection: lines(
            "Tiếp nhận 01 thông tin liên quan đến trẻ em trên địa bàn công tác; đã báo ngay Tổng đài 111 trong ngày.",
        ),
        strengths: lines(
            "Các phòng, đơn vị quan tâm triển khai; nội dung tuyên truyền gắn với kỳ nghỉ hè.\n\
             Ngày Quốc tế Thiếu nhi 1-6 được tổ chức chu đáo, không bỏ sót con em cán bộ.",
        ),
        limits: lines("Một đơn vị chưa nộp báo cáo, một đơn vị nộp chậm; một đơn vị chưa tổ chức buổi tuyên truyền."),
        causes: lines("Khối lượng công việc sau sắp xếp tổ chức bộ máy lớn; đầu mối ở một số đơn vị mới thay đổi."),
        next: lines(
            "Tiếp tục tuyên truyền phòng, chống đuối nước và bảo vệ trẻ em trên môi trường mạng.\n\
             Tổ chức tết Trung thu; nộp tiền ủng hộ về Quỹ Bảo trợ trẻ em tỉnh.\n\
             Rà soát, hỗ trợ trẻ em có hoàn cảnh khó khăn trước năm học mới.",
        ),
        proposals: lines("Đề nghị Sở Y tế cung cấp tài liệu tuyên truyền về Tổng đài 111."),
        ..Report::default()
    }
}

fn action_month() -> Report {
    Report {
        period: PeriodCode("2026-thang-hanh-dong".to_owned()),
        subject: "Kết quả Tháng hành động vì trẻ em năm 2026".to_owned(),
        next: lines("Duy trì lớp kỹ năng an toàn dưới nước cho con em cán bộ trong dịp hè."),
        ..Report::default()
    }
}

/// The year's report is begun and not yet issued.
fn year() -> Report {
    Report {
        period: PeriodCode("2026".to_owned()),
        subject: "Kết quả thực hiện công tác chăm sóc, giáo dục và bảo vệ trẻ em năm 2026".to_owned(),
        direction: lines("Sở ban hành Kế hoạch số 15/KH-SNNMT ngày 22/01/2026."),
        ..Report::default()
    }
}

fn lines(text: &str) -> Lines {
    Lines(text.to_owned())
}
