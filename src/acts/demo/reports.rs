//! What the sample units reported, and the department's own reports.
use chrono::NaiveDate;

use super::{Office, date, letters};
use crate::acts::issue;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::report::Report;
use crate::domain::submission::{Basis, Item, Submission};
use crate::domain::unit::Unit;
use crate::domain::unit_report::{UnitReport, UnitReportState as State};
use crate::domain::value::{Lines, PeriodCode};
use crate::reports::unit_reports;
use crate::store::{Result, Store};

/// A unit, how far its report is, the day it came (blank: it has not), and a note.
type Standing = (&'static str, State, &'static str, &'static str);

const FIRST_HALF: &[Standing] = &[
    ("VP", State::Accepted, "2026-06-12", ""),
    ("KHTC", State::Accepted, "2026-06-12", ""),
    ("TCCB", State::Accepted, "2026-06-15", ""),
    ("TNNKS", State::Nothing, "2026-06-15", "Không phát sinh trong kỳ"),
    ("BVMT", State::Sent, "2026-06-15", ""),
    ("QLĐĐ", State::Accepted, "2026-06-11", ""),
    ("QTTNMT", State::Sent, "2026-06-18", ""),
    ("CNTT", State::Expected, "", "Đầu mối nghỉ thai sản, chưa cử người thay"),
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
        for standing in standings {
            put(store, office, &period, standing)?;
        }
    }
    // A report that is issued quotes the letters.
    letters::fill(store, office)?;
    for (mut report, issued) in
        [(first_half(), Some(("86", "2026-06-22"))), (action_month(), Some(("97", "2026-07-08"))), (year(), None)]
    {
        store.put_record(&mut report)?;
        if let Some((number, day)) = issued {
            issue::went_out(store, &Period::parse(&report.period.0)?, number, date(day))?;
        }
    }
    Ok(())
}

fn put(store: &mut Store, office: &Office, period: &Period, standing: &Standing) -> Result<()> {
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
    if state == State::Returned {
        (report.reason, report.note) = (lines(note), String::new());
    }
    let id = store.put_record(&mut report)?;
    if let (Some(day), State::Sent | State::Accepted | State::Returned) = (report.received_on, state) {
        store.put_record(&mut version(store, unit, period, day, id)?)?;
    }
    Ok(())
}

/// What a unit wrote: mostly what the office knows of it.
fn version(store: &Store, unit: &Unit, period: &Period, day: NaiveDate, report: Id<UnitReport>) -> Result<Submission> {
    let basis = if day < period.to { Basis::Estimate } else { Basis::Actual };
    let mut version = Submission { received_on: day, basis, report, version: 1, ..Submission::default() };
    let own = unit_reports::own(store, unit.id, period)?;
    for (item, value) in Item::ALL.into_iter().zip(own) {
        version.set_figure(item, Some(value));
    }
    // This unit counts a session that it has not entered: the figures are to be reconciled.
    if unit.code == "BVMT" {
        version.sessions = version.sessions.map(|sessions| sessions + 1);
        version.attendances = version.attendances.map(|people| people + 15);
    }
    version.results = Lines(format!(
        "{} đã tổ chức {} buổi tuyên truyền, {} lượt người tham dự; rà soát con em trong đơn vị, {} cháu có hoàn cảnh đặc biệt.",
        unit.name,
        version.sessions.unwrap_or(0),
        version.attendances.unwrap_or(0),
        version.special_children.unwrap_or(0)
    ));
    Ok(version)
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
