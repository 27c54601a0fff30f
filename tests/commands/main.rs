//! The built program, as a person or a script calls it: what it says, what it writes, how it ends.

mod bulk;
mod demo;
mod door;
mod evidence;
mod faults;
mod filter;
mod follow;
mod golden;
mod install;
mod keeper;
mod language;
mod makers;
mod manual;
mod meeting_papers;
mod occasions;
mod papers;
mod past;
mod people;
mod reading;
mod support;
mod views;
mod writing;
