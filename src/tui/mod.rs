//! The screens: `app` decides, `view` draws, `run` is the only part that touches the world.

pub mod app;
pub mod run;
mod text;
pub mod view;
