//! What the wording of a clause most likely means: who leads it, who helps, by when, and what will prove it. It is only
//! proposed; the office says.
use crate::domain::due::Due;
use crate::domain::fold::fold;
use crate::domain::plan::Evidence;

/// What a clause's words say of its work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guess {
    /// Who leads, by name; blank if nobody is named.
    pub lead: String,
    /// Who helps, by name.
    pub partners: Vec<String>,
    /// The code of its rule; blank if no day is named.
    pub due: String,
    /// What proves it.
    pub evidence: Evidence,
}

/// The bodies that every department's plan names.
const USUAL: [&str; 4] = ["Các phòng, đơn vị", "Văn phòng Sở", "Công đoàn", "Đoàn Thanh niên"];

/// Words, without marks, and what they are mostly proved by; the first that is found decides.
const PROOFS: [(&[&str], Evidence); 7] = [
    (&["xay dung bao cao", "tong hop bao cao", "bao cao ubnd", "bao cao uy ban"], Evidence::Report),
    (&["bao cao ket qua", "gui bao cao", "bao cao ve so", "don doc"], Evidence::UnitReport),
    (&["vui choi", "tang qua", "van nghe", "to chuc le", "to chuc tet", "trung thu", "gap mat"], Evidence::Event),
    (&["quyen gop", "ung ho", "cong trinh phuc loi"], Evidence::Contribution),
    (&["ra soat"], Evidence::Circumstance),
    (&["tuyen truyen", "pho bien", "gioi thieu", "van dong", "hoi nghi", "nang cao nhan thuc"], Evidence::Session),
    (&["giup do", "ho tro", "tham hoi", "tro cap"], Evidence::Support),
];

/// Reads a clause's words; `units` are the names of the agency's units.
#[must_use]
pub fn guess(words: &str, units: &[String]) -> Guess {
    let folded = fold(words);
    let mut named: Vec<(usize, &str)> = USUAL
        .into_iter()
        .chain(units.iter().map(String::as_str))
        .filter_map(|name| folded.find(&fold(name)).map(|at| (at, name)))
        .collect();
    named.sort_by_key(|(at, name)| (*at, std::cmp::Reverse(name.len())));
    // Of two names at one place the longer is meant.
    named.dedup_by_key(|(at, _)| *at);
    named.dedup_by(|a, b| fold(a.1) == fold(b.1));
    let helping = folded.find("phoi hop").unwrap_or(usize::MAX);
    let lead = named.iter().find(|(at, _)| *at < helping).or_else(|| named.first()).copied();
    let partners = named.iter().filter(|(at, name)| *at > helping && Some(*name) != lead.map(|(_, lead)| lead));
    Guess {
        lead: lead.map_or_else(String::new, |(_, name)| name.to_owned()),
        partners: partners.map(|(_, name)| (*name).to_owned()).collect(),
        due: due(&folded),
        evidence: PROOFS
            .iter()
            .find(|(words, _)| words.iter().any(|word| folded.contains(word)))
            .map_or(Evidence::Nothing, |(_, evidence)| *evidence),
    }
}

/// The rule of a feast that is named alone, of a day after "trước ngày" or "xong ngày", or of the year's end.
fn due(folded: &str) -> String {
    for word in ["truoc ngay ", "xong ngay ", "cham nhat ngay ", "han ngay "] {
        let Some((_, rest)) = folded.split_once(word) else { continue };
        let day: String = rest.chars().take_while(|c| c.is_ascii_digit() || *c == '/').collect();
        if let Some(due) = Due::parse(day.trim_end_matches('/')) {
            return due.code();
        }
    }
    match (is_childrens_day(folded), folded.contains("trung thu")) {
        (true, false) => "1/6".to_owned(),
        (false, true) => "15/8 âm".to_owned(),
        _ if folded.contains("6 thang dau nam") => "H1".to_owned(),
        _ => "năm".to_owned(),
    }
}

/// The feasts that a clause's words name, as they are called.
#[must_use]
pub fn days_named(words: &str) -> Vec<&'static str> {
    let folded = fold(words);
    let named = [("1/6", is_childrens_day(&folded)), ("Trung thu", folded.contains("trung thu"))];
    named.into_iter().filter(|(_, is)| *is).map(|(day, _)| day).collect()
}

fn is_childrens_day(folded: &str) -> bool {
    ["thieu nhi", "1/6", "1-6"].iter().any(|word| folded.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &str) -> Guess {
        guess(words, &["Phòng Kế hoạch - Tài chính".to_owned()])
    }

    #[test]
    fn the_plan_s_own_sentences_are_understood() {
        let event =
            of("Hàng năm, Văn phòng Sở phối hợp với Công đoàn, Đoàn thanh niên của Sở tổ chức các hoạt động vui \
                        chơi và tặng quà nhân Ngày quốc tế thiếu nhi 01/6 và Tết Trung thu");
        assert_eq!((event.lead.as_str(), event.evidence, event.due.as_str()), ("Văn phòng Sở", Evidence::Event, "năm"));
        assert_eq!(event.partners, ["Công đoàn", "Đoàn Thanh niên"]);
        let review = of("Các phòng, đơn vị rà soát trẻ em có hoàn cảnh đặc biệt khó khăn để giúp đỡ, hỗ trợ.");
        assert_eq!((review.lead.as_str(), review.evidence), ("Các phòng, đơn vị", Evidence::Circumstance));
        let report = of("Giao Văn phòng Sở theo dõi, đồng thời tổng hợp, xây dựng báo cáo của Sở để báo cáo UBND tỉnh");
        assert_eq!((report.lead.as_str(), report.evidence), ("Văn phòng Sở", Evidence::Report));
    }

    #[test]
    fn units_and_days_are_found() {
        let unit = of("Phòng Kế hoạch - Tài chính bố trí kinh phí tổ chức Tết Trung thu, xong trước ngày 10/9.");
        assert_eq!((unit.lead.as_str(), unit.due.as_str()), ("Phòng Kế hoạch - Tài chính", "10/9"));
        assert_eq!(of("Tổ chức Tết Trung thu").due, "15/8 âm");
        assert_eq!(of("Việc chung"), Guess { due: "năm".into(), ..Guess::default() });
    }
}
