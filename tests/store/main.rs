//! The store on real files: what is written is there, once, whoever writes and whatever breaks.

mod backup;
mod faults;
mod first_start;
mod hardships;
mod hygiene;
mod log;
mod occasions;
mod past;
mod people;
mod processes;
mod properties;
#[allow(dead_code, reason = "shared with the tests of hard conditions")]
#[path = "../hard/shim.rs"]
mod shim;
mod sources;
mod support;
mod undo;
mod upgrade;
