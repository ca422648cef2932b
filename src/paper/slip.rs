//! A form that is filled in and sent back: figures, choices, words, and a hidden mark by which it is known again.

/// What the mark of a form begins with: after it stand its kind's version, the period, the unit's row, how many versions
/// there were, and the unit's name, each after a stroke.
pub const MARK: &str = "vitreem-form";
/// The column, from 0 and hidden, that holds the mark and the code of each line.
pub const CODES: u16 = 0;
/// How far right of its code the value of a line stands.
pub const VALUE: u16 = 4;

/// A form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slip {
    /// The bodies above, a line each, as in a letterhead.
    pub agency: Vec<String>,
    /// The title, a centred bold line each.
    pub titles: Vec<String>,
    /// How it is filled in, a line each.
    pub how: Vec<String>,
    /// What it is known by when it comes back.
    pub mark: String,
    /// The heads: number, what is asked, measure, answer, what the asker knows.
    pub heads: [String; 5],
    /// What is chosen, above the figures.
    pub choices: Vec<Choice>,
    /// The figures.
    pub figures: Vec<Figure>,
    /// What is told in words.
    pub words: Vec<Words>,
    /// Who signs, side by side.
    pub signers: [String; 2],
    /// What is said where a number is no number, and where an answer is none of those offered.
    pub refusals: [String; 2],
}

/// Something to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Its code.
    pub code: String,
    /// What is asked.
    pub label: String,
    /// The answers.
    pub answers: Vec<String>,
    /// The answer that stands there; may be blank.
    pub value: String,
}

/// A number to give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// Its code.
    pub code: String,
    /// What is asked.
    pub label: String,
    /// What is counted.
    pub measure: String,
    /// Whether it is an amount in đồng.
    pub is_money: bool,
    /// The number that stands there, if one is known.
    pub value: Option<i64>,
    /// What the asker has, to compare with.
    pub known: Option<i64>,
}

/// Something to tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Its code.
    pub code: String,
    /// What it is about.
    pub label: String,
    /// What stands there.
    pub value: String,
}
