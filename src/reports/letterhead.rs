//! How the agency stands on its papers: its name of the day, its signer, its recipients. What is not known yet is
//! printed as a named blank.
use chrono::{Datelike, NaiveDate};

use crate::domain::agency::{Agency, Authority};
use crate::domain::signer::{Signed, Signer};
use crate::domain::unit::Unit;
use crate::paper::{Head, Sign};
use crate::store::{Result, Store};
use crate::text::{Lang, Text, prose as t, units as u};

/// The agency as it was on a day: the latest of its records that began by then, else the first one; a blank one if
/// there is none at all.
///
/// # Errors
/// If SQLite refuses.
pub fn agency_on(store: &Store, day: NaiveDate) -> Result<Agency> {
    let all = store.all::<Agency>()?;
    let then = all.iter().filter(|agency| agency.since <= day).max_by_key(|agency| (agency.since, agency.id));
    let found = then.or_else(|| all.iter().min_by_key(|agency| (agency.since, agency.id)));
    Ok(found.cloned().unwrap_or_default())
}

/// The agency's name, or its blank.
#[must_use]
pub fn name(agency: &Agency) -> &str {
    or(&agency.name, t::BLANK_AGENCY)
}

/// What the agency calls itself for short: "Sở", "Chi cục", "Trung tâm" where its name begins so, else "cơ quan".
#[must_use]
pub fn short(agency: &Agency) -> &'static str {
    let begins = |kind: &&str| agency.name.strip_prefix(*kind).is_some_and(|rest| rest.starts_with(' '));
    KINDS.into_iter().find(begins).unwrap_or(t::AGENCY.vi)
}

/// The kinds of agencies whose kind alone names them.
const KINDS: [&str; 7] = [t::DEPARTMENT.vi, "Chi cục", "Cục", "Ban", "Trung tâm", "Hội", "Viện"];

/// Who gathers what the units send, for whom a letter's signer signs: the unit of that code, else "Văn phòng Sở"; the
/// agency itself where no unit drafts.
///
/// # Errors
/// If the store cannot be read.
pub fn gatherer(store: &Store, agency: &Agency, signer: &Signer) -> Result<String> {
    if signer.drafter.is_empty() {
        return Ok(name(agency).to_owned());
    }
    let unit = store.all::<Unit>()?.into_iter().find(|unit| unit.code == signer.drafter);
    Ok(unit.map_or_else(|| u::OFFICE_OF.with([short(agency)]).say(Lang::Vi), |unit| unit.name))
}

/// The letterhead of a paper. `kind` is the abbreviation before the agency's symbol, as "BC"; blank for a list, which
/// has no number line. `day` is the day of issue, `None` in a draft, which prints `year` alone.
#[must_use]
pub fn head(agency: &Agency, kind: &str, number: &str, day: Option<NaiveDate>, year: i32) -> Head {
    let symbol =
        if kind.is_empty() { String::new() } else { format!("{kind}-{}", or(&agency.symbol, t::BLANK_SYMBOL)) };
    Head {
        parent: or(&agency.parent, t::BLANK_PARENT).to_owned(),
        agency: name(agency).to_owned(),
        number: number.to_owned(),
        symbol,
        place: or(&agency.place, t::BLANK_PLACE).to_owned(),
        date: day,
        year: day.map_or(year, |day| day.year()),
        print: String::new(),
    }
}

/// Whom a report goes to, a body a line.
#[must_use]
pub fn addressees(agency: &Agency) -> Vec<String> {
    let lines = lines(&agency.addressee.0);
    if lines.is_empty() { vec![t::BLANK_ADDRESSEE.vi.to_owned()] } else { lines }
}

/// The signer, and the recipients: "Như trên" first, the file copy last.
#[must_use]
pub fn sign(agency: &Agency) -> Sign {
    let kept = |line: &String| !line.starts_with(t::AS_ABOVE.vi) && !line.starts_with("Lưu");
    let mut recipients = vec![t::AS_ABOVE.vi.to_owned()];
    recipients.extend(lines(&agency.recipients.0).into_iter().filter(kept));
    // The clerical office files every paper; offices write it down or not.
    let unit = agency.archive.trim().trim_end_matches('.');
    let unit = unit.strip_prefix("VT").map_or(unit, |rest| rest.trim_start_matches([',', ';', ' ']));
    recipients.push(if unit.is_empty() { t::FILED.vi.to_owned() } else { t::FILED_BY.with([unit]).say(Lang::Vi) });
    Sign { office: office(agency), name: or(&agency.signer, t::BLANK_SIGNER).to_owned(), recipients }
}

/// Who signs a paper: whoever the office named for it, else for every letter; else the head of the Office by order of
/// the director.
///
/// # Errors
/// If the store cannot be read.
pub fn signer_of(store: &Store, paper: Signed) -> Result<Signer> {
    let mut all = store.all::<Signer>()?;
    let at = all.iter().position(|it| it.paper == paper).or_else(|| all.iter().position(|it| it.paper == Signed::Any));
    Ok(at.map_or_else(Signer::of_letters, |at| all.swap_remove(at)))
}

/// Who signs a letter to the units without a name to print, if anybody does.
///
/// # Errors
/// If the store cannot be read.
pub fn nameless(store: &Store) -> Result<Option<Signer>> {
    for paper in [Signed::Request, Signed::Urge, Signed::Return] {
        let signer = signer_of(store, paper)?;
        if signer.name.trim().is_empty() {
            return Ok(Some(signer));
        }
    }
    Ok(None)
}

/// The letterhead of a công văn, whose symbol is the agency's and the drafter's ("SNNMT-VP") and has no kind.
#[must_use]
pub fn letter_head(agency: &Agency, signer: &Signer, number: &str, day: Option<NaiveDate>, year: i32) -> Head {
    let symbol = or(&agency.symbol, t::BLANK_SYMBOL);
    let drafter = if signer.drafter.is_empty() { String::new() } else { format!("-{}", signer.drafter) };
    Head { symbol: format!("{symbol}{drafter}"), ..head(agency, "", number, day, year) }
}

/// The signer and the recipients of a letter to the units.
#[must_use]
pub fn letter_sign(agency: &Agency, signer: &Signer) -> Sign {
    let authority = Agency {
        authority: signer.authority,
        head: if signer.head.is_empty() { agency.head.clone() } else { signer.head.clone() },
        deputy: signer.office.clone(),
        ..Agency::default()
    };
    let filed = if signer.drafter.is_empty() { t::FILED.into() } else { t::FILED_BY.with([&signer.drafter]) };
    let recipients =
        vec![t::AS_ABOVE.vi.to_owned(), u::LEADERS.with([short(agency)]).say(Lang::Vi), filed.say(Lang::Vi)];
    Sign { office: office(&authority), name: or(&signer.name, t::BLANK_SIGNER).to_owned(), recipients }
}

/// Authority and office, as "KT. Giám đốc" over "Phó Giám đốc" (NĐ 30/2020, Phụ lục I, phần II, mục 7).
fn office(agency: &Agency) -> Vec<String> {
    let head = or(&agency.head, t::BLANK_OFFICE);
    match agency.authority {
        Authority::Own => vec![head.to_owned()],
        Authority::Acting => vec![format!("{} {head}", Authority::Acting.code())],
        authority => {
            let deputy = or(&agency.deputy, t::BLANK_OFFICE);
            vec![format!("{} {head}", authority.code()), deputy.to_owned()]
        }
    }
}

fn lines(text: &str) -> Vec<String> {
    let bare = |line: &str| line.trim().trim_start_matches("- ").trim_end_matches([';', '.']).trim().to_owned();
    text.lines().map(bare).filter(|line| !line.is_empty()).collect()
}

fn or(text: &str, blank: Text) -> &str {
    if text.is_empty() { blank.vi } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::value::Lines;

    fn agency() -> Agency {
        Agency {
            name: "Sở Nông nghiệp và Môi trường".into(),
            symbol: "SNNMT".into(),
            head: "Giám đốc".into(),
            deputy: "Phó Giám đốc".into(),
            recipients: Lines("- Như trên;\n- Sở Y tế;\nLãnh đạo Sở.\n- Lưu: VT.".into()),
            archive: "VP".into(),
            ..Agency::default()
        }
    }

    #[test]
    fn the_signer_signs_by_his_right() {
        let by = |authority| sign(&Agency { authority, ..agency() }).office;
        assert_eq!(by(Authority::Own), ["Giám đốc"]);
        assert_eq!(by(Authority::Deputy), ["KT. Giám đốc", "Phó Giám đốc"]);
        assert_eq!(by(Authority::Acting), ["Q. Giám đốc"]);
        assert_eq!(sign(&Agency::default()).office, ["(chức vụ người ký)"]);
        assert_eq!(sign(&Agency::default()).name, "(họ tên người ký)");
    }

    #[test]
    fn a_letter_to_units_is_signed_by_order_of_the_director() {
        let signer = Signer::of_letters();
        let sign = letter_sign(&agency(), &signer);
        assert_eq!(sign.office, ["TL. Giám đốc", "Chánh Văn phòng"]);
        assert_eq!(sign.recipients, ["Như trên", "Lãnh đạo Sở (để báo cáo)", "Lưu: VT, VP"]);
        let head = letter_head(&agency(), &signer, "45", None, 2026);
        assert_eq!(head.number_line(), "Số: 45/SNNMT-VP");
        let own = Signer { authority: Authority::Own, drafter: String::new(), ..signer };
        assert_eq!(letter_sign(&agency(), &own).office, ["Giám đốc"]);
    }

    #[test]
    fn recipients_begin_and_end_as_the_decree_has_it() {
        assert_eq!(sign(&agency()).recipients, ["Như trên", "Sở Y tế", "Lãnh đạo Sở", "Lưu: VT, VP"]);
        assert_eq!(sign(&Agency::default()).recipients, ["Như trên", "Lưu: VT"]);
        let both = Agency { archive: "VT, VP.".into(), ..Agency::default() };
        assert_eq!(sign(&both).recipients, ["Như trên", "Lưu: VT, VP"]);
        assert_eq!(addressees(&Agency::default()), ["(nơi nhận báo cáo)"]);
    }

    #[test]
    fn what_is_missing_is_a_named_blank() {
        let head = head(&Agency::default(), "BC", "", None, 2026);
        assert_eq!((head.agency.as_str(), head.symbol.as_str()), ("(tên cơ quan)", "BC-(ký hiệu)"));
        assert_eq!((short(&agency()), short(&Agency::default())), ("Sở", "cơ quan"));
        let named = |name: &str| short(&Agency { name: name.into(), ..Agency::default() });
        assert_eq!((named("Ban Quản lý Khu kinh tế"), named("Banh")), ("Ban", "cơ quan"));
    }
}
