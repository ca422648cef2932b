//! The sample year's inspections with what they recommended, and the movements that units joined.
use chrono::NaiveTime;

use super::{Office, clause, date};
use crate::domain::id::Id;
use crate::domain::inspection::{Inspection, InspectionState};
use crate::domain::rally::{Joined, Rally};
use crate::domain::recommendation::{Recommendation, RecommendationState};
use crate::domain::value::Lines;
use crate::store::{Result, Store};

/// A recommendation: what, by when, how it stands and the day it was answered or done.
type Recommended = (&'static str, &'static str, RecommendationState, &'static str);

/// The inspections: unit, day, what was found, and what was recommended; without findings it is only planned.
const CHECKS: &[(&str, &str, &str, &[Recommended])] = &[
    (
        "BVMT",
        "2026-05-14",
        "Đã tổ chức 03 buổi tuyên truyền; đã niêm yết số Tổng đài 111 tại sảnh.\nHồ sơ rà soát trẻ em lập đủ, chưa có ngày sinh của 01 cháu.",
        &[
            ("Bổ sung ngày sinh còn thiếu trong phiếu rà soát", "2026-06-10", RecommendationState::Done, "2026-06-08"),
            (
                "Lưu danh sách điểm danh của từng buổi tuyên truyền",
                "2026-06-30",
                RecommendationState::Done,
                "2026-06-25",
            ),
        ],
    ),
    (
        "CNTT",
        "2026-10-22",
        "Đã tổ chức 04 buổi tuyên truyền, trong đó 01 buổi dùng Quyết định 830/QĐ-TTg đã hết hiệu lực.\nNộp báo cáo 6 tháng chậm.",
        &[
            ("Tuyên truyền lại theo văn bản còn hiệu lực", "2026-12-04", RecommendationState::Answered, "2026-11-12"),
            ("Nộp báo cáo năm đúng hạn", "2026-12-15", RecommendationState::Open, ""),
        ],
    ),
    ("QTTNMT", "2026-12-09", "", &[]),
];

/// Puts both.
pub(super) fn fill(store: &mut Store, office: &Office) -> Result<()> {
    for (code, day, found, recommended) in CHECKS {
        let unit = office.unit(code)?.clone();
        let held = !found.is_empty();
        let leader = office.staff.iter().find(|member| member.person.position == "Chánh Văn phòng");
        let chair = leader.map_or_else(String::new, |member| format!("{}, Chánh Văn phòng Sở", member.person.name));
        let mut inspection = Inspection {
            date: date(day),
            unit: unit.id,
            name: "Việc thực hiện kế hoạch công tác trẻ em năm 2026".to_owned(),
            state: if held { InspectionState::Held } else { InspectionState::Planned },
            basis: "Kế hoạch số 15/KH-SNNMT ngày 22 tháng 01 năm 2026 của Sở Nông nghiệp và Môi trường".to_owned(),
            place: unit.name.clone(),
            begun: NaiveTime::from_hms_opt(8, 0, 0).filter(|_| held),
            ended: NaiveTime::from_hms_opt(11, 15, 0).filter(|_| held),
            chair,
            secretary: if held { "Chuyên viên Văn phòng Sở".to_owned() } else { String::new() },
            met: Lines(if held { format!("{}, {}", unit.contact, unit.name) } else { String::new() }),
            findings: Lines((*found).to_owned()),
            opinion: Lines(if held { "Nhất trí với kết quả kiểm tra.".to_owned() } else { String::new() }),
            clause: clause(store, "III.b")?,
            ..Inspection::default()
        };
        let id = store.put_record(&mut inspection)?;
        for line in *recommended {
            recommend(store, id, line)?;
        }
    }
    rallies(store, office)
}

fn recommend(store: &mut Store, inspection: Id<Inspection>, line: &Recommended) -> Result<()> {
    let (name, due, state, closed) = *line;
    let mut recommendation = Recommendation {
        name: name.to_owned(),
        inspection,
        due: Some(date(due)),
        state,
        answer: Lines(if state == RecommendationState::Answered {
            "Sẽ tổ chức trong tháng 11.".to_owned()
        } else {
            String::new()
        }),
        closed_on: (!closed.is_empty()).then(|| date(closed)),
        ..Recommendation::default()
    };
    store.put_record(&mut recommendation)?;
    Ok(())
}

fn rallies(store: &mut Store, office: &Office) -> Result<()> {
    let all = [
        (
            "2026-05-28",
            "2026-06-30",
            "Tháng hành động vì trẻ em năm 2026",
            "Ủy ban nhân dân tỉnh",
            "Treo băng rôn, phát 200 tờ rơi; ủng hộ sách vở cho trẻ em xã biên giới.",
            120,
            &["VP", "BVMT", "VPĐK", "TCCB"][..],
        ),
        (
            "2026-07-15",
            "2026-08-31",
            "Hè an toàn, phòng, chống đuối nước",
            "Tỉnh đoàn",
            "Đoàn thanh niên dạy bơi miễn phí cho 18 cháu là con em cán bộ.",
            35,
            &["VP", "QLĐĐ"][..],
        ),
    ];
    for (since, until, name, launcher, done, people, codes) in all {
        let units = codes.iter().map(|code| Ok(office.unit(code)?.id.0)).collect::<Result<_>>()?;
        let mut rally = Rally {
            since: date(since),
            until: Some(date(until)),
            name: name.to_owned(),
            launcher: launcher.to_owned(),
            units: Joined(units),
            done: Lines(done.to_owned()),
            people,
            clause: clause(store, "II.1.c")?,
            ..Rally::default()
        };
        store.put_record(&mut rally)?;
    }
    Ok(())
}
