//! Typed row numbers: a unit's id is not a child's.
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// The row number of a record of type `R`; [`Id::NEW`] until it is saved.
pub struct Id<R>(pub i64, PhantomData<fn() -> R>);

impl<R> Id<R> {
    /// Not saved yet.
    pub const NEW: Self = Self(0, PhantomData);

    /// The id of a stored row.
    #[must_use]
    pub const fn of(row: i64) -> Self {
        Self(row, PhantomData)
    }

    /// Whether the record has no row yet.
    #[must_use]
    pub const fn is_new(self) -> bool {
        self.0 == 0
    }
}

impl<R> Clone for Id<R> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<R> Copy for Id<R> {}
impl<R> Default for Id<R> {
    fn default() -> Self {
        Self::NEW
    }
}
impl<R> PartialEq for Id<R> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<R> Eq for Id<R> {}
impl<R> PartialOrd for Id<R> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<R> Ord for Id<R> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}
impl<R> Hash for Id<R> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<R> fmt::Debug for Id<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}
