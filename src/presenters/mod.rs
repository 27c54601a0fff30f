//! What is said of one thing, for people in lines and for machines as JSON, each in one place for all commands.
//!
//! The names of the fields of `…Json` structs are a contract with scripts: they are English and stay. Decisions, stages,
//! offices and the like are written as in the log.

pub mod evidence;
pub mod follow;
pub mod gate_report;
pub mod licence;
pub mod log;
pub mod occasion;
pub mod place;
pub mod production;
pub mod table;
pub mod village;
