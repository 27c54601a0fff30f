//! The screens as a person meets them: key scripts through the real loop on a real database, and what is seen then.

mod acts;
mod browse;
mod event;
mod filter;
mod looks;
mod making;
mod many;
mod meeting;
mod message;
mod overview;
mod papers;
mod past;
mod people;
mod pictures;
mod present;
mod programme;
mod random;
mod resume;
mod support;
mod training;
mod twin;
mod views;
