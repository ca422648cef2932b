//! Which part of a plan a line belongs to, from what stands before it.
use super::Entry;
use super::mark;
use crate::domain::fold::fold;
use crate::domain::record::choices;
use crate::text::outline as t;

choices! {
    /// A part of a plan's text.
    pub enum Part {
        #[default] Clause "clause" = t::CLAUSE;
        Letterhead "letterhead" = t::LETTERHEAD;
        Title "title" = t::TITLE;
        Ground "ground" = t::GROUND;
        Recipient "recipient" = t::RECIPIENT;
        Signer "signer" = t::SIGNER;
        Annex "annex" = t::ANNEX;
        LeftOut "left-out" = t::LEFT_OUT;
    }
}

/// A subject longer than this, in letters, is none.
const SUBJECT: usize = 200;

/// Whether a line is the kind of the paper, which its subject follows.
pub fn is_title(line: &str) -> bool {
    let folded = fold(line);
    folded == "ke hoach"
        || folded.starts_with("ke hoach ") && line.split_whitespace().take(2).all(|word| word == word.to_uppercase())
}

/// The part of a line after a line of a part; `gap` says that a blank line stands between.
pub fn next(here: Part, before: Option<&Entry>, line: &str, gap: bool) -> Part {
    let folded = fold(line);
    if matches!(here, Part::Annex)
        || is_annex(&folded) && !matches!(here, Part::Letterhead | Part::Title) && ended(here)
    {
        return Part::Annex;
    }
    match here {
        Part::Letterhead => {
            if is_title(line) {
                Part::Title
            } else {
                Part::Letterhead
            }
        }
        Part::Title => {
            // The subject is whatever follows the kind, up to a blank line or the first ground.
            let subject = before.is_some_and(|it| !is_title(&it.words));
            let begins = is_clause(line) || is_ground(&folded) || line.ends_with(['.', ';', ':']);
            if subject && (gap || begins) || begins && is_clause(line) || line.chars().count() > SUBJECT {
                after_title(line)
            } else {
                Part::Title
            }
        }
        Part::Ground if is_clause(line) && !is_bullet(line) => Part::Clause,
        // A dash among the grounds belongs to them: "- Căn cứ …", "- Quyết định …".
        Part::Ground => {
            if is_recipients(&folded) {
                Part::Recipient
            } else {
                Part::Ground
            }
        }
        Part::Clause | Part::Signer if is_recipients(&folded) => Part::Recipient,
        Part::Clause if before.is_some_and(|it| it.words.ends_with("./.")) || is_office(line) => Part::Signer,
        Part::Recipient if is_bullet(line) || folded.starts_with("luu:") => Part::Recipient,
        Part::Recipient => Part::Signer,
        here => here,
    }
}

fn after_title(line: &str) -> Part {
    if is_clause(line) && !is_bullet(line) { Part::Clause } else { Part::Ground }
}

/// Whether the paper's own text is over.
const fn ended(here: Part) -> bool {
    matches!(here, Part::Recipient | Part::Signer)
}

fn is_clause(line: &str) -> bool {
    !mark::split(line).0.is_empty()
}

fn is_bullet(line: &str) -> bool {
    line.starts_with(['-', '–', '—', '•', '+', '*'])
}

fn is_recipients(folded: &str) -> bool {
    folded.starts_with("noi nhan")
}

fn is_annex(folded: &str) -> bool {
    folded.starts_with("phu luc")
}

/// "Căn cứ …", "Thực hiện Công văn số …", "Ngày … Sở … xây dựng kế hoạch".
fn is_ground(folded: &str) -> bool {
    const PAPERS: [&str; 9] = [
        "cong van",
        "chi thi",
        "ke hoach",
        "quyet dinh",
        "nghi quyet",
        "luat",
        "chuong trinh",
        "thong tu",
        "nghi dinh",
    ];
    let after = |word: &str| folded.strip_prefix(word).map(str::trim_start);
    after("can cu ").is_some()
        || ["thuc hien ", "theo "]
            .iter()
            .filter_map(|word| after(word))
            .any(|rest| PAPERS.iter().any(|it| rest.starts_with(it)))
}

/// A signer's office in capitals: "GIÁM ĐỐC", "KT. CHỦ TỊCH", "TL. GIÁM ĐỐC".
fn is_office(line: &str) -> bool {
    const OFFICES: [&str; 8] = [
        "giam doc",
        "pho giam doc",
        "chu tich",
        "pho chu tich",
        "chanh van phong",
        "truong phong",
        "hieu truong",
        "bi thu",
    ];
    let folded = fold(line);
    let bare =
        ["kt.", "tm.", "tl.", "q.", "tuq."].iter().find_map(|by| folded.strip_prefix(by)).unwrap_or(&folded).trim();
    line == line.to_uppercase() && (OFFICES.contains(&bare) || bare.len() < folded.len())
}
