//! A child of a staff member: under 16 at the day that is asked about (Điều 1 Luật Trẻ em).
use crate::domain::born::Born;
use crate::domain::id::Id;
use crate::domain::person::Person;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::sex::Sex;
use crate::domain::unit::Unit;
use crate::domain::value::Aged;
use crate::domain::ward::Ward;
use crate::text::{field as t, rule};

/// Children are under this many years (Điều 1 Luật Trẻ em).
pub const AGE_LIMIT: u32 = 16;

choices! {
    /// Whether the office still keeps the child on its roster.
    pub enum ChildState {
        #[default] Active "active" = t::CHILD_ACTIVE;
        Left "left" = t::CHILD_LEFT;
    }
}

record! {
    /// A child with its parents, its unit and its ward.
    pub struct Child {
        table: "child", source: "child_shown", title: t::CHILDREN, one: t::ONE_CHILD,
        search: &["name"], order: Order::Person,
    }
    columns {
        name: String => t::FULL_NAME, 24;
        born: Option<Born> => t::BORN, 10;
        sex: Option<Sex> => t::SEX, 4;
        father: Id<Person> => t::FATHER, 0;
        mother: Id<Person> => t::MOTHER, 0;
        carer: Id<Person> => t::CARER, 0;
        unit: Id<Unit> => t::UNIT, 0;
        ward: Id<Ward> => t::WARD, 0;
        address: String => t::ADDRESS, 0;
        state: ChildState => t::STATE, 0;
        note: String => t::NOTE, 0;
    }
    shown {
        age: Aged => t::AGE, 5;
        parents: String => t::PARENTS, 24;
        unit_name: String => t::UNIT, 20;
        circumstances: String => t::CIRCUMSTANCES, 10;
    }
}

impl Child {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.name.is_empty() {
            faults.push(Fault::at("name", rule::NEEDED));
        }
        if !self.father.is_new() && self.father == self.mother {
            faults.push(Fault::at("mother", rule::SAME_PARENT));
        }
        faults
    }
}
