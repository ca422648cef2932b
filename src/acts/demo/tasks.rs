//! Incoming papers of the sample year and the tasks that they brought: one that is done, one in the midst of its steps.
use super::{Office, date};
use crate::acts::task::{self, Lay, Origin};
use crate::domain::incoming::Incoming;
use crate::domain::task::Task;
use crate::domain::value::{Cell, Lines};
use crate::store::{Result, Store};

/// Puts the papers with their tasks.
pub(super) fn fill(store: &mut Store, office: &Office) -> Result<()> {
    let summer = Incoming {
        name: "Tăng cường phòng, chống tai nạn, thương tích, đuối nước trẻ em dịp hè".to_owned(),
        number: "702/UBND-KGVX".to_owned(),
        issuer: "UBND tỉnh Lạng Sơn".to_owned(),
        date: Some(date("2026-05-11")),
        arrived: date("2026-05-13"),
        opinion: Lines(
            "Văn phòng tham mưu văn bản gửi các phòng, đơn vị, tuyên truyền trước khi các cháu nghỉ hè.".to_owned(),
        ),
        due: Some(date("2026-05-29")),
        ..Incoming::default()
    };
    chain(
        store,
        office,
        summer,
        "Văn bản triển khai phòng, chống đuối nước",
        &["2026-05-15", "2026-05-18", "2026-05-19", "2026-05-20"],
    )?;
    let yearly = Incoming {
        name: "Báo cáo kết quả thực hiện công tác trẻ em năm 2026".to_owned(),
        number: "1893/SYT-TE".to_owned(),
        issuer: "Sở Y tế".to_owned(),
        date: Some(date("2026-11-12")),
        arrived: date("2026-11-16"),
        opinion: Lines(
            "Văn phòng đôn đốc các đơn vị gửi báo cáo trước 10/12, dự thảo báo cáo của Sở trình trước 15/12."
                .to_owned(),
        ),
        due: Some(date("2026-12-15")),
        ..Incoming::default()
    };
    chain(store, office, yearly, "Công văn đôn đốc báo cáo năm", &["2026-11-20"])
}

/// A paper, noted by the director and given to the head office, as four steps; the first of them done on some days.
fn chain(store: &mut Store, office: &Office, incoming: Incoming, about: &str, done: &[&str]) -> Result<()> {
    let mut incoming = Incoming { assigner: office.director(), ..incoming };
    let id = store.put_record(&mut incoming)?;
    let officer = office.staff.iter().find(|member| member.person.unit == office.units[0].id).map(|it| it.person.id);
    let origin = Origin { incoming: id, officer: officer.unwrap_or_default(), ..Origin::default() };
    let steps = task::steps("dự thảo 3; rà soát 2; trình ký 1; gửi 1")?;
    task::assign_within(store, origin, about, &steps, Lay::From(incoming.arrived))?;
    let mut tasks = store.find::<Task>("incoming", &id.value())?;
    tasks.sort_by_key(|task| task.id.0);
    for (task, on) in tasks.iter().zip(done) {
        task::set_done(store, task.id, Some(date(on)))?;
    }
    Ok(())
}
