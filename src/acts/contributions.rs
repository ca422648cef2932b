//! Takes sheets of contributions in: their lines become drafts on a sheet of their own, all in one step or not at all.
//! What is there already is not taken twice, unless it stands twice in one file.
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::acts::roster::{Outcome, Progress};
use crate::domain::act::{Act, Step};
use crate::domain::batch::Batch;
use crate::domain::campaign::Campaign;
use crate::domain::contribution::{Contribution, Means};
use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::unit::Unit;
use crate::domain::value::Cell;
use crate::exchange::gifts::{Listing, Row};
use crate::exchange::roster::{Refusal, Warning};
use crate::store::{Result, Store};
use crate::text::{Said, acts as t};

/// How many rows are taken between two looks at the clock.
const CHUNK: usize = 500;

/// What makes two lines the same, their day aside: person, unit, outside donor, amount, means and goods.
type Key = (i64, i64, String, i64, Means, String);

/// Who gave: the person, the unit, else an outside donor by name.
type Giver = (Id<Person>, Id<Unit>, String);

/// A listing on its way into the store; see [`crate::acts::roster::Taking`], whose rules hold here too.
#[derive(Debug)]
pub struct Taking {
    campaign: Id<Campaign>,
    name: String,
    /// The days of the lines that are there, by what they are.
    known: HashMap<Key, Vec<NaiveDate>>,
    units: HashMap<String, Id<Unit>>,
    seen: HashSet<(Key, NaiveDate)>,
    rows: std::vec::IntoIter<Row>,
    count: usize,
    /// What the file says that all its lines are, and what of it was there already.
    total: Option<Vnd>,
    before: Vnd,
    sum: Vnd,
    batch: Option<Id<Batch>>,
    outcome: Outcome,
}

impl Taking {
    /// Reads what the campaign has and begins the step, which is named after the file.
    ///
    /// # Errors
    /// If the campaign is gone or the store refuses.
    pub fn begin(store: &mut Store, file_name: &str, campaign: Id<Campaign>, listing: Listing) -> Result<Self> {
        store.get(campaign)?;
        let mut known: HashMap<Key, Vec<NaiveDate>> = HashMap::new();
        for line in store.find::<Contribution>("campaign", &campaign.value())? {
            // A line that was put right still stands for the one in the file; what took it back stands for none.
            if line.amount.0 > 0 {
                known.entry(key(&line)).or_default().push(line.date);
            }
        }
        store.begin(Step::new(Act::Import, Contribution::TABLE, file_name))?;
        let name = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem).to_owned();
        let outcome = Outcome { refused: listing.refused, warnings: listing.warnings, ..Outcome::default() };
        Ok(Self {
            campaign,
            name,
            known,
            units: HashMap::new(),
            seen: HashSet::new(),
            count: listing.rows.len(),
            rows: listing.rows.into_iter(),
            total: listing.total,
            before: Vnd(0),
            sum: Vnd(0),
            batch: None,
            outcome,
        })
    }

    /// Takes some more rows.
    ///
    /// # Errors
    /// If the store refuses; then the step is dropped with all it wrote.
    pub fn step(&mut self, store: &mut Store, rows: usize) -> Result<Progress> {
        for _ in 0..rows {
            let Some(row) = self.rows.next() else { break };
            self.take(store, &row).inspect_err(|_| store.cancel())?;
        }
        Ok(Progress { done: self.count - self.rows.len(), total: self.count })
    }

    /// Makes what was taken durable. A listing that brought nothing new leaves no step.
    ///
    /// # Errors
    /// If the commit fails; then nothing was written.
    pub fn finish(mut self, store: &mut Store) -> Result<(Outcome, Option<Id<Batch>>)> {
        let done = self.declare(store).and_then(|()| store.finish());
        done.inspect_err(|_| store.cancel())?;
        Ok((self.outcome, self.batch))
    }

    /// Drops the step with all it wrote; what would have become of the listing.
    pub fn cancel(self, store: &mut Store) -> Outcome {
        store.cancel();
        self.outcome
    }

    fn run(store: &mut Store, file_name: &str, campaign: Id<Campaign>, listing: Listing) -> Result<Self> {
        let mut taking = Self::begin(store, file_name, campaign, listing)?;
        while !taking.step(store, CHUNK)?.is_whole() {}
        Ok(taking)
    }

    fn take(&mut self, store: &mut Store, row: &Row) -> Result<()> {
        let Some((person, unit, donor)) = self.giver(store, row)? else { return Ok(()) };
        let date = row.date.unwrap_or_else(|| store.today());
        let people = if person.is_new() && donor.is_empty() { row.people } else { 0 };
        let mut line = Contribution {
            date,
            campaign: self.campaign,
            unit,
            person,
            donor,
            amount: row.amount,
            means: row.means,
            goods: row.goods.clone(),
            people,
            anonymous: row.anonymous,
            note: row.note.clone(),
            ..Contribution::default()
        };
        let key = key(&line);
        // A line without a day is the same whenever it is taken in.
        let days = self.known.get_mut(&key);
        let same = days.and_then(|days| {
            let at = days.iter().position(|day| row.date.is_none() || *day == date)?;
            Some(days.swap_remove(at))
        });
        if !self.seen.insert((key, date)) {
            let name = if row.donor.is_empty() { &row.unit } else { &row.donor };
            self.warn(row, t::SAME_LINES.with([name]));
        }
        if same.is_some() {
            self.before = self.before + row.amount;
            self.outcome.unchanged += 1;
            return Ok(());
        }
        line.batch = self.batch(store, &line)?;
        store.put_record(&mut line)?;
        self.sum = self.sum + line.amount;
        self.outcome.added += 1;
        Ok(())
    }

    /// Who gave: a person of a unit, one who is known by name alone, a unit, or somebody from outside. Nobody if two
    /// people may be meant, which refuses the row.
    fn giver(&mut self, store: &mut Store, row: &Row) -> Result<Option<Giver>> {
        if row.donor.is_empty() {
            return Ok(Some((Id::NEW, self.unit(store, row)?, String::new())));
        }
        let mut named = store.named::<Person>(&row.donor)?;
        if !row.unit.is_empty() {
            let unit = self.unit(store, row)?;
            if let Some(person) = named.iter().find(|person| person.unit == unit) {
                return Ok(Some((person.id, unit, String::new())));
            }
            let mut person = Person { name: row.donor.clone(), unit, ..Person::default() };
            return Ok(Some((store.put_record(&mut person)?, unit, String::new())));
        }
        if named.len() > 1 {
            self.refuse(row, t::TWO_PEOPLE.with([&row.donor]));
            return Ok(None);
        }
        if let Some(person) = named.pop() {
            return Ok(Some((person.id, person.unit, String::new())));
        }
        if let Some(unit) = store.named::<Unit>(&row.donor)?.pop() {
            return Ok(Some((Id::NEW, unit.id, String::new())));
        }
        Ok(Some((Id::NEW, Id::NEW, row.donor.clone())))
    }

    /// The unit of a row, by its name or its code; made if there is none.
    fn unit(&mut self, store: &mut Store, row: &Row) -> Result<Id<Unit>> {
        let folded = fold(&row.unit);
        if let Some(unit) = self.units.get(&folded) {
            return Ok(*unit);
        }
        let mut found = store.named::<Unit>(&row.unit)?;
        if found.is_empty() {
            found = store.all::<Unit>()?.into_iter().filter(|unit| fold(&unit.code) == folded).collect();
        }
        let unit = match found.first() {
            Some(unit) => unit.id,
            None => {
                self.warn(row, t::NEW_UNIT.with([&row.unit]));
                store.put_record(&mut Unit { name: row.unit.clone(), ..Unit::default() })?
            }
        };
        self.units.insert(folded, unit);
        Ok(unit)
    }

    /// The sheet for what is new: an open one of the file's name, else made.
    fn batch(&mut self, store: &mut Store, line: &Contribution) -> Result<Id<Batch>> {
        if let Some(batch) = self.batch {
            return Ok(batch);
        }
        let open = |batch: &Batch| batch.campaign == self.campaign && !batch.is_posted();
        let there = store.named::<Batch>(&self.name)?.into_iter().find(open);
        let id = match there {
            Some(batch) => batch.id,
            None => store.put_record(&mut Batch {
                name: self.name.clone(),
                campaign: self.campaign,
                unit: line.unit,
                date: line.date,
                ..Batch::default()
            })?,
        };
        self.batch = Some(id);
        Ok(id)
    }

    /// Says on a new sheet how many lines its file has, and what they are: those that were refused stand on it too, but
    /// for those without an amount where the total of the file is what the others are: they gave nothing.
    fn declare(&mut self, store: &mut Store) -> Result<()> {
        let Some(id) = self.batch else { return Ok(()) };
        let mut batch = store.get(id)?;
        if batch.lines == 0 {
            let said = self.total.map(|total| total - self.before).filter(|total| total.0 > 0);
            let gave_nothing = |it: &&Refusal| said == Some(self.sum) && it.code == "amount" && it.value.is_empty();
            let refused = self.outcome.refused.iter().filter(|it| !gave_nothing(it)).count();
            batch.lines = i64::try_from(self.outcome.added + refused).unwrap_or(i64::MAX);
            batch.total = said.unwrap_or(self.sum);
            store.put_record(&mut batch)?;
        }
        let text = t::SHEET_MADE.with([batch.name]);
        self.outcome.warnings.push(Warning { sheet: String::new(), row: 0, text });
        Ok(())
    }

    fn warn(&mut self, row: &Row, text: Said) {
        self.outcome.warnings.push(Warning { sheet: row.sheet.clone(), row: row.row, text });
    }

    fn refuse(&mut self, row: &Row, reason: Said) {
        let refusal = Refusal {
            sheet: row.sheet.clone(),
            row: row.row,
            column: crate::text::field::DONOR.vi.to_owned(),
            value: row.donor.clone(),
            code: "name",
            reason,
            cells: row.cells.clone(),
        };
        self.outcome.refused.push(refusal);
    }
}

/// Says what would become of a listing; the store stays as it is.
///
/// # Errors
/// If the campaign is gone or the store refuses.
pub fn plan(store: &mut Store, file_name: &str, campaign: Id<Campaign>, listing: Listing) -> Result<Outcome> {
    let taking = Taking::run(store, file_name, campaign, listing)?;
    Ok(taking.cancel(store))
}

/// Takes a listing in as one step named after its file; with it, the sheet that its new lines are on.
///
/// # Errors
/// If the campaign is gone or the store refuses; then nothing was written.
pub fn take(
    store: &mut Store,
    file_name: &str,
    campaign: Id<Campaign>,
    listing: Listing,
) -> Result<(Outcome, Option<Id<Batch>>)> {
    let taking = Taking::run(store, file_name, campaign, listing)?;
    taking.finish(store)
}

fn key(line: &Contribution) -> Key {
    (line.person.0, line.unit.0, fold(&line.donor), line.amount.0, line.means, fold(&line.goods))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::{posting, sample};
    use crate::exchange::gifts::read_sheets;
    use crate::exchange::sheet::Sheet;

    fn campaign(store: &mut Store) -> Id<Campaign> {
        let mut campaign = Campaign { name: "Quỹ".into(), since: sample::day("2026-01-01"), ..Campaign::default() };
        store.save(&mut campaign).unwrap();
        campaign.id
    }

    fn listing(rows: &[&[&str]]) -> Listing {
        read_sheets("bang-ke.csv", vec![Sheet::of("", rows)], sample::day("2026-05-20")).unwrap()
    }

    fn whole() -> Listing {
        listing(&[
            &["STT", "Họ và tên", "Đơn vị", "Số tiền", "Ngày nộp"],
            &["1", "Nguyễn Văn An", "Phòng A", "200.000đ", "12/5/2026"],
            &["2", "Nguyễn Văn An", "Phòng A", "200.000đ", "12/5/2026"],
            &["3", "Công ty Mẫu", "", "1 triệu", "13/5/2026"],
            &["4", "Lê Thị Bình", "Phòng B", "", "13/5/2026"],
            &["", "Tổng cộng", "", "1.600.000", ""],
        ])
    }

    #[test]
    fn the_same_file_twice_changes_nothing_and_two_gifts_of_a_day_both_stand() {
        let mut store = sample::store();
        let campaign = campaign(&mut store);
        sample::unit(&mut store, "Phòng A");
        let steps = |store: &Store| -> i64 {
            store.reader().query_row("select count(*) from step", [], |row| row.get(0)).unwrap()
        };
        let before = steps(&store);
        assert_eq!(plan(&mut store, "Bảng kê.csv", campaign, whole()).unwrap().added, 3);
        assert_eq!(steps(&store), before, "a dry run leaves nothing");
        let (outcome, batch) = take(&mut store, "Bảng kê.csv", campaign, whole()).unwrap();
        assert_eq!((outcome.added, outcome.unchanged, outcome.refused.len()), (3, 0, 1));
        // One line was refused: the sheet does not fit until it is entered.
        let batch = store.get(batch.unwrap()).unwrap();
        assert_eq!((batch.name.as_str(), batch.lines, batch.total), ("Bảng kê", 4, Vnd(1_600_000)));
        assert!(posting::post_batch(&mut store, batch.id).is_err());
        let lines = store.all::<Contribution>().unwrap();
        assert_eq!(lines.iter().filter(|line| !line.person.is_new()).count(), 2);
        assert_eq!(store.all::<Person>().unwrap().len(), 1, "the same name in the same unit is one person");

        let (again, none) = take(&mut store, "Bảng kê.csv", campaign, whole()).unwrap();
        assert_eq!((again.added, again.unchanged, none), (0, 3, None));
        assert_eq!(steps(&store), before + 1);
        // Mended, the missing line comes to its sheet, which then fits and is posted.
        let mended = listing(&[
            &["Họ và tên", "Đơn vị", "Số tiền", "Ngày nộp"],
            &["Lê Thị Bình", "Phòng B", "200k", "13/5/2026"],
        ]);
        take(&mut store, "Bảng kê.csv", campaign, mended).unwrap();
        assert_eq!(posting::post_batch(&mut store, batch.id).unwrap().lines, 4);
        // What was put right meanwhile is not taken in a second time.
        let line = lines.iter().find(|line| !line.donor.is_empty()).unwrap();
        let mut row = store.row(Contribution::META, line.id.0).unwrap().unwrap();
        Contribution::META.set(&mut row, "amount", crate::domain::value::Value::Int(900_000));
        posting::correct(&mut store, Contribution::META, line.id.0, &mut row).unwrap();
        assert_eq!(take(&mut store, "Bảng kê.csv", campaign, whole()).unwrap().0.added, 0);
        assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn who_stands_on_the_list_and_gave_nothing_is_no_line_of_the_sheet() {
        let mut store = sample::store();
        let campaign = campaign(&mut store);
        let rows = listing(&[
            &["STT", "Họ và tên", "Đơn vị", "Số tiền", "Ghi chú"],
            &["1", "Nguyễn Văn An", "Phòng A", "200.000", ""],
            &["2", "Lê Thị Bình", "Phòng A", "", "nghỉ phép"],
            &["", "Tổng cộng", "", "200.000", ""],
        ]);
        let (outcome, batch) = take(&mut store, "a.csv", campaign, rows).unwrap();
        assert_eq!((outcome.added, outcome.refused.len()), (1, 1));
        assert_eq!(posting::post_batch(&mut store, batch.unwrap()).unwrap().lines, 1);
    }

    #[test]
    fn one_step_is_undone_at_once_and_a_name_of_two_people_is_refused() {
        let mut store = sample::store();
        let campaign = campaign(&mut store);
        let (a, b) = (sample::unit(&mut store, "Phòng A"), sample::unit(&mut store, "Phòng B"));
        sample::staff(&mut store, "Nguyễn Văn An", a);
        sample::staff(&mut store, "Nguyễn Văn An", b);
        let only = sample::staff(&mut store, "Vi Văn Đức", b);
        let rows = listing(&[
            &["Họ và tên", "Số tiền"],
            &["Nguyễn Văn An", "200000"],
            &["vi van duc", "100000"],
            &["Phòng A", "300000"],
        ]);
        let (outcome, _) = take(&mut store, "a.csv", campaign, rows).unwrap();
        assert_eq!((outcome.added, outcome.refused.len()), (2, 1));
        let lines = store.all::<Contribution>().unwrap();
        assert!(lines.iter().any(|line| line.person == only && line.unit == b));
        assert!(lines.iter().any(|line| line.person.is_new() && line.unit == a));
        store.undo().unwrap();
        assert_eq!(store.all::<Contribution>().unwrap(), []);
        assert_eq!(store.all::<Batch>().unwrap(), []);
    }
}
