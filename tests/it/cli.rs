//! Stories of the command line: rosters in and out, answers and refusals, the passphrase, the sample office.
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value as Json, json};
use vitreem::cli::{self, Wanted, World};
use vitreem::store::Store;
use vitreem::store::open::Folder;

use crate::harness::{TODAY, clock, day};

const ROSTERS: [&str; 5] =
    ["01-hai-dong-tieu-de.xlsx", "02-font-tcvn3.xls", "03-nfd.csv", "04-nhieu-trang.ods", "05-co-loi.xlsx"];

/// What a command left: its exit code, its answer, and what it said aside.
#[derive(Debug)]
pub struct Told {
    pub code: u8,
    pub answer: String,
    pub aside: String,
}

impl Told {
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.answer).unwrap_or_else(|error| panic!("{error}: {} {}", self.answer, self.aside))
    }
}

/// A data folder of its own, and what is called on it.
pub struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    /// An office with its first data, not encrypted.
    pub fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        assert_eq!(desk.tell(&["init", "--no-encryption", "--preset", "lang-son"]).code, 0);
        desk
    }

    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// Calls the program within this one, on the day of all tests.
    pub fn tell(&self, args: &[&str]) -> Told {
        call(&[&["--data", &self.path("data"), "--today", TODAY], args].concat(), None)
    }

    pub fn json(&self, args: &[&str]) -> Json {
        self.tell(args).json()
    }

    fn children(&self) -> Vec<Json> {
        self.json(&["export", "children", "--out", "-"]).as_array().unwrap().clone()
    }

    /// The number of steps in the journal.
    fn steps(&self) -> usize {
        self.tell(&["journal"]).answer.lines().count()
    }
}

fn call(args: &[&str], passphrase_file: Option<PathBuf>) -> Told {
    let world = World {
        args: std::iter::once("vitreem").chain(args.iter().copied()).map(Into::into).collect(),
        data: None,
        passphrase_file,
        login: "vân".to_owned(),
        now: || day(TODAY).and_hms_opt(8, 30, 0).unwrap(),
        keyboard: false,
        terminal: false,
    };
    let (mut answer, mut aside) = (Vec::new(), Vec::new());
    let Wanted::Done(code) = cli::run(&world, &mut answer, &mut aside) else { panic!("the interface was wanted") };
    Told { code, answer: String::from_utf8(answer).unwrap(), aside: String::from_utf8(aside).unwrap() }
}

/// The store of a folder that is not encrypted.
fn opened(path: &str) -> Store {
    let folder = Folder::open(Path::new(path)).unwrap();
    let keys = folder.vault.unlock("vân", "").unwrap();
    Store::open(folder, &keys, "vân", clock()).unwrap()
}

fn demo(args: &[&str]) -> Told {
    call(&[&["--demo"], args].concat(), None)
}

fn roster(name: &str) -> String {
    Path::new("tests/data/rosters").join(name).display().to_string()
}

fn truth() -> Json {
    serde_json::from_str(&std::fs::read_to_string("tests/data/rosters/truth.json").unwrap()).unwrap()
}

/// A child as the truth tells it, from an exported one.
fn as_told(child: &Json) -> Json {
    let mut told = child.clone();
    let circumstance = match (&child["groups"], &child["hardships"]) {
        (groups, _) if *groups == json!(["a"]) => json!("Trẻ em mồ côi cả cha và mẹ"),
        (_, hardships) if hardships[0].is_string() => {
            let text = hardships[0].as_str().unwrap();
            let first = text.chars().next().unwrap().to_uppercase();
            json!(first.chain(text.chars().skip(1)).collect::<String>())
        }
        _ => Json::Null,
    };
    told["circumstance"] = circumstance;
    told["sex"] = match child["sex"].as_str() {
        Some("nam") => json!("Nam"),
        Some("nữ") => json!("Nữ"),
        _ => Json::Null,
    };
    let keys = ["name", "born", "sex", "father", "mother", "unit", "ward", "circumstance"];
    Json::Object(keys.map(|key| (key.to_owned(), told[key].clone())).into_iter().collect())
}

#[test]
fn the_rosters_of_offices_come_in_as_they_are() {
    let truth = truth();
    for name in ROSTERS {
        let desk = Desk::new();
        let told = desk.json(&["import", "children", &roster(name), "--json"]);
        let mut have: Vec<String> = desk.children().iter().map(|child| as_told(child).to_string()).collect();
        let keys = ["name", "born", "sex", "father", "mother", "unit", "ward", "circumstance"];
        let pick = |child: &Json| {
            let pairs = keys.map(|key| (key.to_owned(), child[key].clone()));
            Json::Object(pairs.into_iter().collect()).to_string()
        };
        let mut want: Vec<String> = truth[name]["children"].as_array().unwrap().iter().map(pick).collect();
        have.sort();
        want.sort();
        assert_eq!(have, want, "{name}");
        assert_eq!(told["added"], json!(want.len()), "{name}");
        let codes = |rows: &Json, code: &str| -> Vec<(Json, Json)> {
            rows.as_array().unwrap().iter().map(|row| (row["row"].clone(), row[code].clone())).collect()
        };
        assert_eq!(codes(&told["refused"], "code"), codes(&truth[name]["refused"], "why"), "{name}");
        let again = desk.json(&["import", "children", &roster(name), "--json"]);
        assert_eq!(
            (&again["added"], &again["updated"], &again["unchanged"]),
            (&json!(0), &json!(0), &json!(want.len()))
        );
        assert_eq!(desk.steps(), 3, "{name}");
        assert!(desk.tell(&["undo"]).answer.contains(name));
        assert!(desk.children().is_empty());
        assert_eq!(desk.json(&["check", "--json"]), json!({ "ok": true, "faults": [] }));
        assert_eq!(desk.tell(&["redo"]).code, 0);
        assert_eq!(desk.children().len(), want.len());
    }
}

#[test]
fn an_own_export_comes_back_without_a_change() {
    let desk = Desk::new();
    let files: Vec<String> = ROSTERS.iter().map(|name| roster(name)).collect();
    let all: Vec<&str> = ["import", "children", "--json"].into_iter().chain(files.iter().map(String::as_str)).collect();
    let told = desk.json(&all);
    assert_eq!(told.as_array().unwrap().len(), 5);
    let (children, steps) = (desk.children(), desk.steps());
    for name in ["con.xlsx", "con.csv"] {
        let path = desk.path(name);
        assert_eq!(desk.tell(&["export", "children", "--out", &path]).code, 0);
        let back = desk.json(&["import", "children", &path, "--json"]);
        let counts = ["added", "updated", "unchanged"].map(|key| back[key].as_u64().unwrap());
        assert_eq!(counts, [0, 0, children.len() as u64], "{back}");
    }
    assert_eq!((desk.children(), desk.steps()), (children, steps));
}

#[test]
fn a_dry_run_says_what_would_happen() {
    let desk = Desk::new();
    let file = roster("05-co-loi.xlsx");
    let dry = desk.json(&["import", "children", &file, "--dry-run", "--json"]);
    assert_eq!((dry["added"].as_u64(), desk.children().len(), desk.steps()), (Some(12), 0, 2));
    assert_eq!(desk.json(&["import", "children", &file, "--json"]), dry);
}

#[test]
fn one_refused_row_refuses_all_if_told_so() {
    let desk = Desk::new();
    let (good, bad, rejects) = (roster("03-nfd.csv"), roster("05-co-loi.xlsx"), desk.path("loi.xlsx"));
    let told = desk.tell(&["import", "children", &good, &bad, "--strict", "--rejects", &rejects]);
    assert_eq!((told.code, told.answer.as_str(), desk.children().len()), (1, "", 0));
    assert!(told.aside.contains("31/02/2015"), "{}", told.aside);
    // What was refused can be mended in the file of rejects, and is refused for the same reasons until then.
    let codes = |told: &Json| -> Vec<Json> {
        told["refused"].as_array().unwrap().iter().map(|row| row["code"].clone()).collect()
    };
    let first = desk.json(&["import", "children", &bad, "--dry-run", "--json"]);
    let again = desk.json(&["import", "children", &rejects, "--dry-run", "--json"]);
    assert_eq!((codes(&first), &again["added"]), (codes(&again), &json!(0)));
    assert_eq!(desk.tell(&["import", "children", &good, "--strict"]).code, 0);
}

#[test]
fn a_file_that_cannot_be_read_changes_nothing() {
    let desk = Desk::new();
    let strange = desk.path("la\u{1b}[2J.csv");
    std::fs::write(&strange, "một,hai\n").unwrap();
    let told = desk.tell(&["import", "children", &roster("03-nfd.csv"), &strange]);
    assert_eq!((told.code, told.answer.as_str(), desk.children().len()), (1, "", 0));
    assert!(!told.aside.contains('\u{1b}'), "{:?}", told.aside);
    assert_eq!(desk.tell(&["import", "children", "/khong/co.xlsx"]).code, 1);
}

#[test]
fn options_of_an_import_speak_for_the_rows() {
    let desk = Desk::new();
    let file = desk.path("ds.csv");
    std::fs::write(&file, "Họ và tên,Ngày sinh,Họ tên bố\nLê An,05/03/2010,Lê Ân\n").unwrap();
    let told = desk.json(&["import", "children", &file, "--json"]);
    assert_eq!(told["refused"][0]["code"], json!("adult"));
    let told = desk.json(&["import", "children", &file, "--as-of", "2026-01-01", "--unit", "Văn phòng Sở", "--json"]);
    assert_eq!((told["added"].as_u64(), &desk.children()[0]["unit"]), (Some(1), &json!("Văn phòng Sở")));
}

#[test]
fn exports_are_covered_filtered_and_written_down() {
    let desk = Desk::new();
    desk.tell(&["import", "children", &roster("01-hai-dong-tieu-de.xlsx")]);
    let found = desk.json(&["export", "children", "--filter", "viet", "--out", "-"]);
    assert_eq!(found.as_array().unwrap().len(), 2);
    let masked = desk.json(&["export", "children", "--masked", "--out", "-"]);
    assert!(!masked.to_string().contains("Việt"));
    let file = desk.path("staff.json");
    assert_eq!(desk.tell(&["export", "staff", "--out", &file]).code, 0);
    let staff: Json = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(staff.as_array().unwrap().len(), 36);
    assert_eq!(desk.tell(&["export", "children", "--out", "con.pdf"]).code, 2);
    assert_eq!(desk.tell(&["export", "children", "--out", &desk.path("no/con.csv")]).code, 1);
    let store = opened(&desk.path("data"));
    let looks: i64 = store
        .reader()
        .query_row("select count(*) from look where what = 'export' and count is not null", [], |row| row.get(0))
        .unwrap();
    assert_eq!(looks, 4);
}

#[test]
fn a_store_is_made_once_and_only_where_there_is_room() {
    let desk = Desk::new();
    let again = desk.tell(&["init", "--no-encryption"]);
    assert_eq!((again.code, again.answer.as_str()), (1, ""));
    let nowhere = call(&["--data", &desk.path("none"), "figures", "2026"], None);
    assert_eq!((nowhere.code, nowhere.aside.contains("vitreem init")), (1, true));
    assert_eq!(call(&["figures", "2026"], None).code, 1);
    assert_eq!(call(&["--demo", "init", "--no-encryption"], None).code, 2);
    let both = desk.tell(&["--demo", "figures", "2026", "--json"]);
    assert_eq!((both.code, both.answer.as_str(), both.aside.contains("bỏ một trong hai")), (2, "", true));
}

#[test]
fn a_passphrase_opens_the_store_and_no_other() {
    let desk = Desk { folder: tempfile::tempdir().unwrap() };
    let data = desk.path("data");
    for (name, text) in [("right", "mật khẩu dài\r\n"), ("wrong", "mật khẩu khác\n"), ("short", "ngắn\n")] {
        std::fs::write(desk.path(name), text).unwrap();
    }
    assert_eq!(desk.tell(&["init"]).code, 1);
    assert_eq!(desk.tell(&["init", "--passphrase-file", &desk.path("short")]).code, 1);
    assert_eq!(desk.tell(&["init", "--passphrase-file", &desk.path("right")]).code, 0);
    assert_eq!(desk.tell(&["check"]).code, 1);
    assert_eq!(desk.tell(&["check", "--passphrase-file", &desk.path("wrong")]).code, 1);
    assert_eq!(desk.tell(&["check", "--passphrase-file", &desk.path("none")]).code, 1);
    assert_eq!(call(&["--data", &data, "check"], Some(desk.path("right").into())).code, 0);
    let told = desk.tell(&["check", "--passphrase-file", &desk.path("right"), "--user", "ai đó"]);
    assert!(told.code == 1 && told.aside.contains("ai đó"));
}

#[test]
fn a_store_that_is_open_is_left_alone() {
    let desk = Desk::new();
    let open = opened(&desk.path("data"));
    let told = desk.tell(&["undo"]);
    assert_eq!((told.code, told.answer.as_str()), (1, ""));
    drop(open);
    assert_eq!(desk.tell(&["check"]).code, 0);
}

#[test]
fn the_journal_tells_each_change() {
    let desk = Desk::new();
    desk.tell(&["import", "children", &roster("03-nfd.csv"), "--user", "vân"]);
    let journal = desk.json(&["journal", "--json"]);
    let first = &journal[0];
    assert_eq!((&first["step"], &first["today"], &first["user"]), (&json!(3), &json!(TODAY), &json!("vân")));
    assert!(first["what"].as_str().unwrap().contains("03-nfd.csv"));
    let entries = journal.as_array().unwrap();
    let child = entries.iter().find(|entry| entry["table"] == json!("child")).unwrap();
    assert_eq!(child["changes"]["name"][0], Json::Null);
    assert!(child["changes"]["name"][1].is_string() && child["row"].is_i64());
    assert!(entries.last().unwrap()["step"] == json!(1));
}

#[test]
fn the_sample_office_answers_everything() {
    let figures = demo(&["figures", "2026", "--json"]).json();
    let codes = [
        "sessions",
        "attendances",
        "events",
        "children",
        "gifts",
        "gifts_value",
        "special_children",
        "supported_children",
        "support_value",
        "contributed",
        "transferred",
        "incidents",
        "units_expected",
        "units_on_time",
        "units_late",
        "units_missing",
    ];
    for code in codes {
        assert!(figures["figures"][code].is_i64(), "{code}");
    }
    assert_eq!((&figures["period"], &figures["from"]), (&json!("2026"), &json!("2025-12-15")));
    let due = demo(&["due", "--json"]).json();
    for key in ["what", "due", "state", "unit", "days"] {
        assert!(due[0].get(key).is_some(), "{key}");
    }
    assert_eq!(demo(&["check", "--json"]).json(), json!({ "ok": true, "faults": [] }));
    assert!(demo(&["journal"]).answer.lines().count() >= 2);
    let roster = demo(&["export", "children", "--out", "-"]).json();
    let keys: Vec<&String> = roster[0].as_object().unwrap().keys().collect();
    let wanted =
        ["name", "born", "sex", "father", "mother", "carer", "unit", "ward", "groups", "hardships", "status", "note"];
    assert_eq!(keys, wanted);
    assert_eq!(demo(&["undo"]).code, 1);
}

#[test]
fn a_unit_s_sheet_of_review_is_printed_for_its_code_or_name() {
    let folder = tempfile::tempdir().unwrap();
    for (unit, file) in [("VPĐK", "phieu.docx"), ("van phong dang ky dat dai", "phieu.xlsx"), ("Tổ chức", "a.xlsx")]
    {
        let path = folder.path().join(file).display().to_string();
        let told = demo(&["paper", "phieu-ra-soat", "--for", unit, "--out", &path]);
        assert_eq!(told.code, 0, "{}", told.aside);
        assert!(std::fs::read(&path).unwrap().starts_with(b"PK"));
    }
    let out = folder.path().join("b.docx").display().to_string();
    for (args, code) in [(["phieu-ra-soat", "Phòng"], 1), (["phieu-ra-soat", "Mars"], 1), (["giay", "VP"], 2)] {
        let told = demo(&["paper", args[0], "--for", args[1], "--out", &out]);
        assert_eq!((told.code, Path::new(&out).exists()), (code, false), "{}", told.aside);
    }
    assert_eq!(demo(&["paper", "phieu-ra-soat", "--for", "VPĐK", "--out", "a.odt"]).code, 2);
}

#[test]
fn papers_are_printed_or_refused_with_a_reason() {
    let desk = Desk { folder: tempfile::tempdir().unwrap() };
    for (args, file) in [
        (["gifts", "ct1"], "qua.docx"),
        (["gifts", "CT1"], "qua.xlsx"),
        (["gifts", "CT1"], "qua.pdf"),
        (["report", "2026-H1"], "bao-cao.docx"),
        (["report", "2026-H1"], "bao-cao.pdf"),
        (["report", "2026-H1"], "bao-cao.txt"),
        (["report", "2026-H1"], "so-lieu.xlsx"),
    ] {
        let path = desk.path(file);
        let told = demo(&[args[0], args[1], "--out", &path]);
        assert_eq!((told.code, told.answer.as_str()), (0, ""), "{file}: {}", told.aside);
        assert!(std::fs::metadata(&path).unwrap().len() > 1000, "{file}");
    }
    assert!(std::fs::read_to_string(desk.path("bao-cao.txt")).unwrap().contains("BÁO CÁO"));
    for (args, code) in [(["gifts", "CT99"], 1), (["gifts", "2026"], 1), (["report", "2026-H3"], 2)] {
        assert_eq!(demo(&[args[0], args[1], "--out", &desk.path("x.docx")]).code, code, "{args:?}");
    }
    assert_eq!(demo(&["report", "2026", "--out", &desk.path("x.odt")]).code, 2);
    assert!(!Path::new(&desk.path("x.docx")).exists());
}

#[test]
fn the_binary_answers_on_the_right_stream_with_the_right_code() {
    let run = |args: &[&str]| {
        let done = Command::new(env!("CARGO_BIN_EXE_vitreem")).args(args).output().unwrap();
        (done.status.code(), String::from_utf8(done.stdout).unwrap(), String::from_utf8(done.stderr).unwrap())
    };
    for (args, answer) in [
        (&["lunar", "2026-09-25"][..], "15/8/2026 (năm Bính Ngọ)\n"),
        (&["lunar", "2025-07-30"], "6/6 (nhuận)/2025 (năm Ất Tỵ)\n"),
        (&["lunar", "15/8/2026", "--to-solar"], "2026-09-25\n"),
        (&["words", "1205000"], "một triệu hai trăm linh năm nghìn đồng\n"),
    ] {
        assert_eq!(run(args), (Some(0), answer.to_owned(), String::new()), "{args:?}");
    }
    for args in [&["frob"][..], &["words", "abc"], &["lunar", "31/2/2026"], &["import"], &["--lang", "fr", "due"], &[]]
    {
        let (code, answer, aside) = run(args);
        assert_eq!((code, answer.as_str(), aside.is_empty()), (Some(2), "", false), "{args:?}");
    }
    let (code, vietnamese, _) = run(&["--help"]);
    assert!(code == Some(0) && vietnamese.contains("Cách dùng") && !vietnamese.contains("Usage"));
    assert!(run(&["--lang", "en", "import", "children", "--help"]).1.contains("Usage"));
    assert!(run(&["completions", "bash"]).1.contains("complete"));
    assert!(run(&["man"]).1.contains(".TH vitreem"));
    let (code, _, aside) = run(&["--lang", "en", "--data", "/khong/co", "due"]);
    assert!(code == Some(1) && aside.contains("There is no data"), "{aside}");
}

#[test]
fn the_information_sheet_tells_what_is_sealed_only_to_who_has_the_passphrase() {
    let desk = Desk { folder: tempfile::tempdir().unwrap() };
    let (file, pass) = (desk.path("phieu.docx"), desk.path("mat-khau"));
    let sheet = |more: &[&str]| demo(&[&["paper", "phieu-thong-tin", "--out", &file], more].concat());
    assert_eq!(sheet(&["--for", "vv1"]).code, 0);
    let closed = std::fs::metadata(&file).unwrap().len();
    std::fs::write(&pass, "sai\n").unwrap();
    assert!(sheet(&["--sealing-file", &pass]).aside.contains("Mật khẩu không đúng"));
    std::fs::write(&pass, "mau niem phong\n").unwrap();
    assert_eq!(sheet(&["--for", "VV1", "--sealing-file", &pass]).code, 0);
    assert!(std::fs::metadata(&file).unwrap().len() > closed);
    assert!(sheet(&["--for", "VV9"]).aside.contains("Không có vụ việc nào khớp \"VV9\". Đang có: VV1"));
    assert_eq!(demo(&["paper", "phieu-thong-tin", "--out", &desk.path("x.odt")]).code, 2);
    // What the journal and the list of duties say holds nothing of it either.
    for told in [demo(&["journal", "--json"]), demo(&["due", "--json"])] {
        assert!(told.code == 0 && !told.answer.contains("hàng rong") && !told.answer.contains("vết bầm"));
    }
}
