//! Labelled pairs, made by dice that always fall the same way: one child written down twice, and two children who are
//! easily taken for one. Nobody of them exists.
use chrono::{Datelike, Days, NaiveDate};
use vitreem::domain::born::Born;
use vitreem::domain::fold::fold;
use vitreem::domain::sex::Sex;
use vitreem::domain::twin::Facts;

use crate::harness::{Dice, day};

/// A child as a sheet writes it.
#[derive(Clone, Debug)]
pub struct Written {
    pub name: String,
    pub born: Option<Born>,
    pub sex: Option<Sex>,
    pub father: String,
    pub mother: String,
    pub unit: String,
}

/// Two children, whether they are one, and how the pair was made.
#[derive(Clone, Debug)]
pub struct Pair {
    pub first: Written,
    pub second: Written,
    pub one: bool,
    pub made: String,
}

impl Written {
    /// As they are compared.
    pub fn facts(&self) -> Facts {
        Facts::new(&self.name, self.born, self.sex, [&self.father, &self.mother, ""], &self.unit)
    }
}

const FAMILIES: &[&str] =
    &["Nguyễn", "Trần", "Lê", "Hoàng", "Nông", "Vi", "Lộc", "Hứa", "Bế", "Phạm", "Đặng", "Triệu", "Chu", "Lương"];
const MIDDLES: &[&str] =
    &["Thị", "Văn", "Minh", "Ngọc", "Gia", "Bảo", "Thùy", "Đức", "Khánh", "Hải", "Phương", "Quỳnh", "Anh", "Thu"];
const GIVENS: &[&str] = &[
    "An", "Anh", "Ánh", "Bảo", "Bình", "Chi", "Châu", "Cường", "Dũng", "Dương", "Đạt", "Giang", "Hà", "Hải", "Hân",
    "Hiền", "Hiếu", "Hoa", "Hòa", "Hồng", "Huy", "Hương", "Khang", "Khôi", "Kiên", "Lam", "Lan", "Linh", "Long", "Ly",
    "Mai", "Minh", "My", "Nam", "Ngân", "Nhi", "Phong", "Phúc", "Quân", "Quý", "Sơn", "Tâm", "Thảo", "Thắng", "Thúy",
    "Thủy", "Trang", "Trâm", "Trung", "Tú", "Tuấn", "Uyên", "Vân", "Vinh", "Vy", "Yến", "Páo", "Pó", "Mẩy", "Lềnh",
    "Sính", "Khé", "Chớ", "Dính",
];
const UNITS: &[&str] = &["Văn phòng Sở", "Thanh tra", "Phòng Đất đai", "Chi cục Kiểm lâm", "Trung tâm Khuyến nông"];

fn pick(dice: &mut Dice, from: &[&str]) -> String {
    dice.pick(from).unwrap_or_default().to_owned()
}

fn person(dice: &mut Dice, family: &str) -> String {
    let (mut middle, given) = (pick(dice, MIDDLES), pick(dice, GIVENS));
    while middle == given {
        middle = pick(dice, MIDDLES);
    }
    format!("{family} {middle} {given}")
}

fn birth(dice: &mut Dice) -> NaiveDate {
    day("2011-01-01") + Days::new(dice.roll(5_200) as u64)
}

/// A child of two parents.
pub fn child(dice: &mut Dice) -> Written {
    let (own, other) = (pick(dice, FAMILIES), pick(dice, FAMILIES));
    Written {
        name: person(dice, &own),
        born: Some(Born::Day(birth(dice))),
        sex: Some(if dice.roll(2) == 0 { Sex::Male } else { Sex::Female }),
        father: person(dice, &own),
        mother: person(dice, &other),
        unit: pick(dice, UNITS),
    }
}

/// The same child written once more: another hand, another sheet. `None` where nobody could tell from what is left.
fn again(dice: &mut Dice, child: &Written) -> Option<(Written, String)> {
    const NAMES: [&str; 10] = [
        "as is",
        "as is",
        "no marks",
        "tone place",
        "a mark lost",
        "a letter",
        "telex",
        "middle lost",
        "short",
        "joined",
    ];
    const BIRTHS: [&str; 8] = ["as is", "as is", "as is", "swapped", "a digit", "year", "month", "no birth"];
    const KIN: [&str; 9] =
        ["as is", "as is", "no father", "no mother", "no parents", "no marks", "a letter", "wrong place", "one only"];
    let (name, born, kin) = (dice.pick(&NAMES)?, dice.pick(&BIRTHS)?, dice.pick(&KIN)?);
    let mut second = child.clone();
    second.name = rename(dice, &child.name, name)?;
    second.born = reborn(dice, child.born?, born)?;
    match kin {
        "no father" => second.father.clear(),
        "no mother" => second.mother.clear(),
        "no parents" => (second.father, second.mother) = (String::new(), String::new()),
        "no marks" => (second.father, second.mother) = (fold(&second.father), fold(&second.mother)),
        "a letter" => second.mother = slip(dice, &second.mother),
        "wrong place" => (second.father, second.mother) = (second.mother, String::new()),
        "one only" => (second.father, second.mother) = (String::new(), rename(dice, &second.mother, "no marks")?),
        _ => {}
    }
    match dice.roll(6) {
        0 => second.unit.clear(),
        1 => second.unit = pick(dice, UNITS),
        _ => {}
    }
    if dice.roll(5) == 0 {
        second.sex = None;
    }
    // Without parents only a whole birth date and a whole name tell a child from a namesake.
    let whole = matches!(name, "as is" | "no marks" | "tone place" | "a mark lost" | "joined");
    let told = kin != "no parents" || born == "as is" && whole;
    // A name cut short and a birth date in doubt say too little even beside a parent.
    let told = told && (whole || born != "no birth");
    told.then(|| (second, format!("name {name}, birth {born}, kin {kin}")))
}

fn rename(dice: &mut Dice, name: &str, how: &str) -> Option<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let new = match how {
        "no marks" => words.iter().map(|word| capital(&fold(word))).collect::<Vec<_>>().join(" "),
        "tone place" => {
            let pairs =
                [("òa", "oà"), ("úy", "uý"), ("ùy", "uỳ"), ("ủy", "uỷ"), ("Ly", "Li"), ("My", "Mi"), ("Vy", "Vi")];
            pairs.iter().fold(name.replace("Quý", "Quí"), |name, (old, new)| name.replace(old, new)).to_uppercase()
        }
        "a mark lost" => {
            let at = dice.roll(words.len());
            let lost =
                |(place, word): (usize, &&str)| if place == at { capital(&fold(word)) } else { (*word).to_owned() };
            words.iter().enumerate().map(lost).collect::<Vec<_>>().join(" ")
        }
        "a letter" => slip(dice, name),
        "telex" => format!("{name}{}", dice.pick(&["f", "s", "j", "r", "x", "w"])?),
        "middle lost" => [*words.first()?, *words.last()?].join(" "),
        "short" => {
            let first: String = words.first()?.chars().take(2).collect();
            format!("{first}. {}", words.get(1..)?.join(" "))
        }
        "joined" => format!("{} {}", words.first()?, words.get(1..)?.concat()),
        _ => name.to_owned(),
    };
    (new != name || how == "as is" || how == "tone place").then_some(new)
}

/// A slip of the finger within a word: a letter lost, doubled, beside its place or another.
fn slip(dice: &mut Dice, name: &str) -> String {
    loop {
        let mut letters: Vec<char> = name.chars().collect();
        let at = 1 + dice.roll(letters.len() - 1);
        let inside = letters[at].is_alphabetic() && letters[at - 1].is_alphabetic();
        match dice.roll(4) {
            _ if !inside => continue,
            0 => drop(letters.remove(at)),
            1 => letters.insert(at, letters[at]),
            2 if at + 1 < letters.len() && letters[at + 1].is_alphabetic() => letters.swap(at, at + 1),
            _ => letters[at] = char::from(b'a' + u8::try_from(dice.roll(26)).unwrap()),
        }
        let new: String = letters.into_iter().collect();
        if new != name {
            return new;
        }
    }
}

fn reborn(dice: &mut Dice, born: Born, how: &str) -> Option<Option<Born>> {
    let day = born.first();
    Some(Some(match how {
        "swapped" => Born::Day(NaiveDate::from_ymd_opt(day.year(), day.day(), day.month()).filter(|it| *it != day)?),
        "a digit" => {
            let mut digits = day.format("%Y-%m-%d").to_string().into_bytes();
            let at = dice.pick(&[3_usize, 5, 6, 8, 9])?;
            digits[at] = b'0' + u8::try_from(dice.roll(10)).ok()?;
            Born::from_iso(&String::from_utf8(digits).ok()?).filter(|it| *it != born)?
        }
        "year" => Born::Year(day.year()),
        "month" => Born::Month(day.year(), day.month()),
        "no birth" => return Some(None),
        _ => born,
    }))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Another child who is easily taken for this one.
fn other(dice: &mut Dice, child: &Written) -> (Written, &'static str) {
    const KINDS: [&str; 9] = [
        "twin",
        "twin of one middle name",
        "brother or sister",
        "sibling of one year",
        "namesake",
        "namesake of a year",
        "namesake of a day",
        "cousin",
        "classmate",
    ];
    let kind = dice.pick(&KINDS).unwrap_or_default();
    let words: Vec<&str> = child.name.split(' ').collect();
    let (family, middle, given) = (words[0], words[1], words[2]);
    let mut second = child.clone();
    let mut new_given = || loop {
        let new = pick(dice, GIVENS);
        if new != given && new != middle {
            return new;
        }
    };
    match kind {
        "twin" | "sibling of one year" | "cousin" | "classmate" => {
            second.name = format!("{family} {middle} {}", new_given());
        }
        "twin of one middle name" => {
            let new = new_given();
            second.name = format!("{family} {new} {given}");
        }
        "brother or sister" => {
            let new = new_given();
            second.name = if dice.roll(2) == 0 { format!("{family} {middle} {new}") } else { person(dice, family) };
        }
        _ => {}
    }
    let stranger = self::child(dice);
    let own = child.born.map(|born| born.first().year()).unwrap_or_default();
    match kind {
        "brother or sister" => {
            let first = child.born.map(Born::first).unwrap_or_default();
            second.born = Some(Born::Day(first + Days::new(300 + dice.roll(1_500) as u64)));
            second.sex = stranger.sex;
        }
        "sibling of one year" => second.born = Some(Born::Year(own)),
        "namesake" => {
            (second.born, second.father, second.mother) = (stranger.born, stranger.father, stranger.mother);
            if dice.roll(2) == 0 {
                second.unit = stranger.unit;
            }
        }
        "namesake of a year" => {
            (second.born, second.unit) = (Some(Born::Year(own)), stranger.unit);
            (second.father, second.mother) = (stranger.father, String::new());
        }
        "namesake of a day" => {
            (second.father, second.mother, second.unit) = (stranger.father, stranger.mother, stranger.unit);
        }
        "cousin" => {
            (second.father, second.mother) = (person(dice, family), stranger.mother);
            second.born = if dice.roll(2) == 0 { child.born } else { stranger.born };
        }
        "classmate" => (second.father, second.mother) = (String::new(), String::new()),
        _ => second.sex = stranger.sex,
    }
    (second, kind)
}

/// So many pairs, half of them one child.
pub fn pairs(count: usize) -> Vec<Pair> {
    let mut dice = Dice::new(20_260_523);
    let mut pairs = Vec::new();
    while pairs.len() < count {
        let first = child(&mut dice);
        if pairs.len() % 2 == 0 {
            if let Some((second, made)) = again(&mut dice, &first) {
                pairs.push(Pair { first, second, one: true, made });
            }
        } else {
            let (second, made) = other(&mut dice, &first);
            pairs.push(Pair { first, second, one: false, made: made.to_owned() });
        }
    }
    pairs
}
