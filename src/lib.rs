//! One Village One Product for Kabupaten Belu and Malaka: an append-only log of what happened to each village's
//! product, a fold that turns the log into what is true, and three faces on it: screens, commands and papers.
#![forbid(unsafe_code)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used))]

pub mod cli;
pub mod config;
pub mod domain;
pub mod fault;
pub mod papers;
pub mod presenters;
pub mod register;
pub mod store;
pub mod strings;
pub mod tui;
