//! The mask: names become initials, circumstances dots, so that the screen can be seen by others.
use crate::domain::record::{Column, Meta, Order};
use crate::domain::value::Kind;
use crate::screens::screen::Settings;

/// How a screen shows names whatever the office's choice is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Veil {
    /// As the office has chosen.
    #[default]
    Chosen,
    /// Masked: these names are private even where others are shown.
    Drawn,
}

impl Veil {
    /// Whether names are masked.
    #[must_use]
    pub const fn masks(self, settings: &Settings) -> bool {
        settings.mask || matches!(self, Self::Drawn)
    }
}

/// A cell as the mask shows it.
#[must_use]
pub fn cell(meta: &Meta, column: &Column, text: String) -> String {
    let circumstance = matches!(column.name, "circumstances" | "hardship" | "letter") && meta.table != "hardship";
    if (circumstance || column.sealed) && !text.is_empty() {
        return "•••".to_owned();
    }
    if column.kind == Kind::Step {
        return quoted_initials(&text);
    }
    if is_person(meta, column) { initials(&text) } else { text }
}

/// Whether a column names a person, a child or what a step was about.
#[must_use]
pub fn is_person(meta: &Meta, column: &Column) -> bool {
    match column.kind {
        Kind::Ref(table) => matches!(table, "person" | "child"),
        Kind::Text => match column.name {
            "name" => meta.order == Order::Person,
            "parents" | "donor_name" | "receiver" | "contact" | "content" => true,
            _ => false,
        },
        Kind::Step => true,
        _ => false,
    }
}

/// "Nguyễn Thị Đông, Lê An" as "N.T.Đ., L.A.".
#[must_use]
pub fn initials(names: &str) -> String {
    let one = |name: &str| -> String {
        name.split_whitespace().filter_map(|word| word.chars().next()).flat_map(|letter| [letter, '.']).collect()
    };
    names.split(", ").map(one).collect::<Vec<_>>().join(", ")
}

/// A sentence whose quoted names are initials.
#[must_use]
pub fn quoted_initials(sentence: &str) -> String {
    let parts = sentence.split('"').enumerate();
    parts.map(|(at, part)| if at % 2 == 1 { initials(part) } else { part.to_owned() }).collect::<Vec<_>>().join("\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_initials() {
        assert_eq!(initials("Nguyễn Thị Đông, Lê An"), "N.T.Đ., L.A.");
        assert_eq!(quoted_initials("sửa cháu \"Nguyễn Thị Đông\""), "sửa cháu \"N.T.Đ.\"");
    }
}
