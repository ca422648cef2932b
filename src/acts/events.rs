//! What the office does around an event: begun from a template, prepared step by step, its budget put forward and
//! approved, its safety list drawn up.
mod budget;
mod hosts;
mod participants;
mod safety;
mod steps;
mod template;

pub use budget::{approve_budget, doubts, recall_budget, submit_budget};
pub use hosts::{check_hosts, hosts_within};
pub use participants::{came, list_children, list_within as list_children_within, participants, tick_children};
pub use safety::list_safety;
pub use steps::{do_steps, settle_within};
pub use template::{Planned, coming, fill_within, make};
