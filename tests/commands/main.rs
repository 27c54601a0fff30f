//! The built program, as a person or a script calls it: what it says, what it writes, how it ends.

mod faults;
mod language;
mod manual;
mod reading;
mod support;
mod writing;
