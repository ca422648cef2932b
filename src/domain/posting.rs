//! Where an entry of the books stands: a draft, posted, or one of two that take each other away.
use crate::domain::record::choices;
use crate::text::book as t;

choices! {
    /// Where an entry stands.
    pub enum Standing {
        /// It may be changed and is in no sum.
        #[default] Draft "draft" = t::DRAFT;
        /// It is in the book and stands still.
        Posted "posted" = t::POSTED;
        /// It is in the book and taken back by another line.
        Reversed "reversed" = t::REVERSED;
        /// It takes another line back.
        Reversal "reversal" = t::REVERSAL;
    }
}
