//! Rosters as offices send them, in short.
use super::*;
