//! A child's sex as sheets and papers write it.
use crate::domain::record::choices;
use crate::domain::value::{Cell, Kind, Value};
use crate::text::field as t;

choices! {
    /// Boy or girl; not known is `None` around it.
    pub enum Sex {
        #[default] Male "nam" = t::MALE;
        Female "nữ" = t::FEMALE;
    }
}

impl Cell for Option<Sex> {
    const KIND: Kind = Kind::Choice(Sex::CHOICES);
    fn value(&self) -> Value {
        self.map_or(Value::Null, |sex| sex.value())
    }
    fn take(value: &Value) -> Option<Self> {
        if value.is_blank() { Some(None) } else { Sex::of_code(value.text()).map(Some) }
    }
}
