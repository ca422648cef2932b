//! Where a roster keeps what: the columns of a head, settled by the rows below where the head leaves it open.
use crate::domain::fold::fold;
use crate::exchange::header::{Header, words};
use crate::exchange::sheet::{Cell, Sheet};

/// Where a roster keeps what.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The rows' numbers.
    pub number: Option<usize>,
    /// The child's name; two columns when family and given name stand apart.
    pub name: Vec<usize>,
    /// The birth date.
    pub born: Option<usize>,
    /// Day, month and year in columns of their own.
    pub parts: Option<[Option<usize>; 3]>,
    /// The sex as a word.
    pub sex: Option<usize>,
    /// A tick, or the birth date itself, under "Nam".
    pub male: Option<usize>,
    /// The same under "Nữ".
    pub female: Option<usize>,
    /// The father's name.
    pub father: Option<usize>,
    /// The mother's name.
    pub mother: Option<usize>,
    /// Both parents, or the one who works here.
    pub parents: Option<usize>,
    /// Whether the head of `parents` names the mother first.
    pub mother_first: bool,
    /// Who cares for the child.
    pub carer: Option<usize>,
    /// Units, where both parents' stand the first filled one counts.
    pub unit: Vec<usize>,
    /// Ward or address.
    pub ward: Option<usize>,
    /// Circumstances.
    pub circumstance: Option<usize>,
    /// Remarks.
    pub note: Option<usize>,
    /// What came of a child's review, on a sheet that asks for it.
    pub review: Option<usize>,
    /// Every other column with its head.
    pub extra: Vec<(usize, String)>,
    /// Whether all girls are ticked in a column and boys have none.
    pub ticks_girls_only: bool,
}

impl Layout {
    /// Reads where things stand from a head, and from the first rows below where heads leave it open.
    #[must_use]
    pub fn of(sheet: &Sheet, header: &Header) -> Self {
        let child = header.column("child");
        let general = header.column("name").or_else(|| header.column("given").filter(|_| !header.has("family")));
        let mut layout = Self {
            number: header.column("number"),
            born: header.column("born"),
            sex: header.column("sex"),
            male: header.column("male"),
            female: header.column("female"),
            father: header.column("father"),
            mother: header.column("mother"),
            // Beside the children's names, "Họ và tên" alone is the parent's.
            parents: header.column("parents").or_else(|| child.and_then(|_| header.column("name"))),
            carer: header.column("carer"),
            unit: header.columns("unit").collect(),
            ward: header.column("ward"),
            circumstance: header.column("circumstance"),
            note: header.column("note"),
            review: header.column("review"),
            ..Self::default()
        };
        layout.name = match (child.or(general), header.column("family"), header.column("given")) {
            (Some(name), _, _) => vec![name],
            (None, family, given) => family.into_iter().chain(given).collect(),
        };
        layout.place_parts(header);
        layout.place_given(sheet, header);
        let first = layout.parents.map(|at| fold(header.text(at))).unwrap_or_default();
        let words = words(&first);
        let place = |word: &str| words.find(&format!(" {word} "));
        layout.mother_first =
            matches!((place("me"), place("bo").or_else(|| place("cha"))), (Some(me), Some(bo)) if me < bo);
        let used: Vec<usize> = layout.used().collect();
        let width = (header.end..sheet.rows.len()).map(|row| sheet.rows[row].len()).max().unwrap_or(0);
        layout.extra = (0..width).filter(|at| !used.contains(at)).map(|at| (at, header.text(at).to_string())).collect();
        layout.ticks_girls_only = layout.male.is_none() && layout.sex.is_none() && layout.ticks(sheet, header);
        layout
    }

    /// What a column is read as, by the code of [`super::columns::COLUMNS`] that says just that; nothing if it is left out.
    #[must_use]
    pub fn role(&self, at: usize) -> Option<&'static str> {
        if let Some(place) = self.name.iter().position(|column| *column == at) {
            return Some(match (self.name.len(), place) {
                (1, _) => "child",
                (_, 0) => "family",
                _ => "given",
            });
        }
        if self.unit.contains(&at) {
            return Some("unit");
        }
        let parts = self.parts.unwrap_or_default();
        let single = [
            ("number", self.number),
            ("born", self.born),
            ("day", parts[0]),
            ("month", parts[1]),
            ("year", parts[2]),
            ("sex", self.sex),
            ("male", self.male),
            ("female", self.female),
            ("father", self.father),
            ("mother", self.mother),
            ("parents", self.parents),
            ("carer", self.carer),
            ("ward", self.ward),
            ("circumstance", self.circumstance),
            ("note", self.note),
        ];
        single.into_iter().find(|(_, column)| *column == Some(at)).map(|(code, _)| code)
    }

    /// Whether a column holds the child's name, a date, a sex or a person: what only rows of children fill.
    pub fn facts(&self) -> impl Iterator<Item = usize> + '_ {
        let parts = self.parts.into_iter().flatten().flatten();
        [self.born, self.sex, self.male, self.female, self.father, self.mother, self.parents, self.carer]
            .into_iter()
            .flatten()
            .chain(parts)
    }

    /// "Ngày", "Tháng", "Năm" side by side; without marks "Nam" is then the year.
    fn place_parts(&mut self, header: &Header) {
        let (day, month) = (header.column("day"), header.column("month"));
        let mut year = header.column("year");
        if year.is_none() && day.is_some() && month.is_some() && self.female.is_none() {
            year = self.male.take();
        }
        match (self.born, year) {
            (None, Some(year)) if day.is_none() && month.is_none() => self.born = Some(year),
            (None, Some(year)) => self.parts = Some([day, month, Some(year)]),
            _ => {}
        }
    }

    /// One head over two columns of a name: the second has no head and, below, single words.
    fn place_given(&mut self, sheet: &Sheet, header: &Header) {
        let [name] = self.name[..] else { return };
        let next = name + 1;
        let bare = (header.top..header.end).all(|row| sheet.cell(row, next).is_empty());
        let below = (header.end..sheet.rows.len()).filter(|row| !sheet.cell(*row, name).is_empty()).take(12);
        let words = below.filter_map(|row| sheet.cell(row, next).as_text());
        let (single, all) =
            words.fold((0, 0), |(single, all), text| (single + usize::from(!text.trim().contains(' ')), all + 1));
        if bare
            && all >= 1
            && single == all
            && sheet.rows.iter().skip(header.end).take(50).all(|row| is_word(row.get(next)))
        {
            self.name.push(next);
        }
    }

    fn ticks(&self, sheet: &Sheet, header: &Header) -> bool {
        self.female
            .is_some_and(|at| (header.end..sheet.rows.len()).any(|row| super::facts::is_tick(sheet.cell(row, at))))
    }

    fn used(&self) -> impl Iterator<Item = usize> + '_ {
        let single = [self.number, self.ward, self.circumstance, self.note, self.review].into_iter().flatten();
        single.chain(self.name.iter().copied()).chain(self.unit.iter().copied()).chain(self.facts())
    }
}

fn is_word(cell: Option<&Cell>) -> bool {
    match cell {
        None | Some(Cell::Empty) => true,
        Some(Cell::Text(text)) => !text.chars().any(|c| c.is_ascii_digit()),
        Some(_) => false,
    }
}
