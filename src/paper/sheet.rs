//! A list to print from a spreadsheet: letterhead, title, columns, total, signers.
use super::{Cell, Head, Lie, Signer};

/// What a column holds; how its cells are typed and where they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Words, on the left, wrapped.
    #[default]
    Text,
    /// Days, in the middle.
    Date,
    /// Amounts in đồng, on the right, in groups of three.
    Money,
    /// Counts, in the middle.
    Number,
    /// A place for a tick or a signature: in the middle, and the rows are tall enough to write in.
    Check,
}

/// A column of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// The words above it.
    pub head: String,
    /// What it holds.
    pub kind: Kind,
    /// Its width in characters; `None` lets its content decide.
    pub width: Option<u16>,
}

/// One printed list. It fills the width of A4 paper, with its header on every page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Issuing body on the left, the state's name on the right; `None` leaves both out.
    pub head: Option<Head>,
    /// The title, a centred bold line each.
    pub titles: Vec<String>,
    /// The columns, from the left.
    pub columns: Vec<Column>,
    /// The rows; short ones end with empty cells.
    pub rows: Vec<Vec<Cell>>,
    /// The line of totals, a cell a column; empty for none. Empty cells after the first are joined to it.
    pub total: Vec<Cell>,
    /// The line under the table, as "Bằng chữ: …"; empty for none.
    pub words: String,
    /// Who signs, side by side.
    pub signers: Vec<Signer>,
    /// How the page lies.
    pub lie: Lie,
}
