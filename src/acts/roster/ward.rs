//! Which ward an address speaks of.
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use crate::domain::agency::Agency;
use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::ward::Ward;

/// The province whose wards go first where the agency's place tells nothing.
const HOME: &str = "lang son";

/// The kinds of wards as they begin names, and their short forms.
const KINDS: &[(&str, &str)] = &[
    ("phuong ", "phuong "),
    ("xa ", "xa "),
    ("dac khu ", "dac khu "),
    ("p. ", "phuong "),
    ("p ", "phuong "),
    ("p.", "phuong "),
    ("x. ", "xa "),
    ("x ", "xa "),
    ("x.", "xa "),
];

/// The wards by their folded names.
#[derive(Debug)]
pub struct Wards {
    names: HashMap<i64, String>,
    /// By folded name, with its kind and without: the ward and its folded province.
    places: HashMap<String, Vec<(Id<Ward>, String)>>,
    provinces: HashSet<String>,
    home: String,
    /// What was found in addresses; a roster has few, on many rows.
    found: RefCell<HashMap<String, Option<Found>>>,
}

/// A ward that was found in an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The ward.
    pub id: Id<Ward>,
    /// Whether the address says more: a street, a village.
    pub more: bool,
}

impl Wards {
    /// The wards; those of the agency's province go first.
    pub fn new(wards: Vec<Ward>, agency: Option<&Agency>) -> Self {
        let mut places: HashMap<String, Vec<(Id<Ward>, String)>> = HashMap::with_capacity(wards.len() * 2);
        let mut names = HashMap::with_capacity(wards.len());
        let mut provinces = HashSet::new();
        let place = agency.map(|agency| fold(&agency.place)).filter(|place| !place.is_empty());
        let mut home = HOME.to_owned();
        for ward in wards {
            let (full, province) = (fold(&ward.name), fold(&ward.province));
            if let Some(place) = place.as_ref().filter(|place| bare_province(&province) == place.as_str()) {
                home.clone_from(place);
            }
            if !provinces.contains(bare_province(&province)) {
                provinces.insert(bare_province(&province).to_owned());
            }
            if let Some((_, bare)) = kind_of(&full) {
                places.entry(bare.to_owned()).or_default().push((ward.id, province.clone()));
            }
            places.entry(full).or_default().push((ward.id, province));
            names.insert(ward.id.0, ward.name);
        }
        Self { names, places, provinces, home, found: RefCell::default() }
    }

    /// The name of a ward.
    pub fn name(&self, ward: Id<Ward>) -> &str {
        self.names.get(&ward.0).map_or("", String::as_str)
    }

    /// The ward that an address names, of the home province, or of the one that the address names too.
    pub fn find(&self, address: &str) -> Option<Found> {
        if let Some(found) = self.found.borrow().get(address) {
            return *found;
        }
        let found = self.look(address);
        self.found.borrow_mut().insert(address.to_owned(), found);
        found
    }

    fn look(&self, address: &str) -> Option<Found> {
        let parts: Vec<String> =
            address.split([',', ';', '\n', '–']).flat_map(|part| part.split(" - ")).map(fold).collect();
        let parts: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        let named: Vec<&str> = parts.iter().map(|part| bare_province(part)).collect();
        let hit = |with_kind: bool| {
            parts.iter().find_map(|part| {
                let key = match kind_of(part) {
                    Some((kind, bare)) => format!("{kind}{bare}"),
                    None if with_kind => return None,
                    None => (*part).to_owned(),
                };
                self.chosen(&key, &named)
            })
        };
        let id = hit(true).or_else(|| hit(false))?;
        let places = parts.iter().filter(|part| !self.provinces.contains(bare_province(part)));
        Some(Found { id, more: places.count() > 1 })
    }

    fn chosen(&self, key: &str, named: &[&str]) -> Option<Id<Ward>> {
        let wards = self.places.get(key)?;
        let within = |provinces: &[&str]| -> Vec<Id<Ward>> {
            let there = wards.iter().filter(|(_, province)| provinces.contains(&bare_province(province)));
            there.map(|(id, _)| *id).collect()
        };
        let found = Some(within(named)).filter(|found| !found.is_empty());
        // Two of one bare name in a province, as a ward and a commune, are not told apart.
        match found.unwrap_or_else(|| within(&[self.home.as_str()])).as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }
}

/// The kind that a folded name begins with, written out, and the name without it.
fn kind_of(folded: &str) -> Option<(&'static str, &str)> {
    KINDS.iter().find_map(|(short, kind)| Some((*kind, folded.strip_prefix(short)?.trim())))
}

fn bare_province(folded: &str) -> &str {
    let leads = ["tinh ", "thanh pho ", "tp. ", "tp ", "tp."];
    leads.iter().find_map(|lead| folded.strip_prefix(lead)).unwrap_or(folded).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wards() -> Wards {
        let ward = |id, name: &str, province: &str| Ward {
            id: Id::of(id),
            name: name.into(),
            province: province.into(),
            code: String::new(),
        };
        let list = vec![
            ward(1, "Phường Kỳ Lừa", "Tỉnh Lạng Sơn"),
            ward(2, "Xã Đồng Đăng", "Tỉnh Lạng Sơn"),
            ward(3, "Phường Kỳ Lừa", "Tỉnh Cao Bằng"),
            ward(4, "Phường Ba Đình", "Thành phố Hà Nội"),
            ward(5, "Xã Tân Tiến", "Tỉnh Lạng Sơn"),
            ward(6, "Phường Tân Tiến", "Tỉnh Lạng Sơn"),
        ];
        Wards::new(list, None)
    }

    #[test]
    fn a_ward_is_found_in_what_offices_write() {
        for (text, id, more) in [
            ("Phường Kỳ Lừa", 1, false),
            ("P.Kỳ Lừa", 1, false),
            ("p. kỳ lừa, Lạng Sơn", 1, false),
            ("KY LUA", 1, false),
            ("Số 5, đường Bà Triệu, phường Kỳ Lừa, tỉnh Lạng Sơn", 1, true),
            ("thôn Nà Pàn - x. Đồng Đăng", 2, true),
            ("Phường Kỳ Lừa, tỉnh Cao Bằng", 3, false),
            ("Ba Đình, Hà Nội", 4, false),
            ("xã Tân Tiến", 5, false),
        ] {
            assert_eq!(wards().find(text), Some(Found { id: Id::of(id), more }), "{text}");
        }
    }

    #[test]
    fn what_is_not_certain_is_no_ward() {
        for text in ["Tân Tiến", "Phường Ba Đình", "đường Kỳ Lừa", "phường Vĩnh Trại", "Xã Kỳ Lừa", ""]
        {
            assert_eq!(wards().find(text), None, "{text}");
        }
    }

    #[test]
    fn the_agencys_province_goes_first() {
        let agency = Agency { place: "Cao Bằng".into(), ..Agency::default() };
        let list = ["Tỉnh Lạng Sơn", "Tỉnh Cao Bằng"].into_iter().zip(1..).map(|(province, id)| Ward {
            id: Id::of(id),
            name: "Phường Kỳ Lừa".into(),
            province: province.into(),
            code: String::new(),
        });
        assert_eq!(Wards::new(list.collect(), Some(&agency)).find("Kỳ Lừa").map(|found| found.id), Some(Id::of(2)));
    }
}
