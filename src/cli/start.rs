//! Starting the screens.

use std::process::ExitCode;

use super::context::Context;
use super::fail::{Exit, Failure};
use super::{keys, place};
use crate::config::Origin;
use crate::tui::app::session::ThemeName;
use crate::tui::run::{self, RunError, Shelf, TerminalError};
use crate::tui::{self, Start};

/// Starts the screens, on a database that is made first when it is missing.
///
/// # Errors
/// When there is no database to be had, the settings' keys are wrong, or the screens cannot run.
pub fn screens(ctx: &Context) -> Result<ExitCode, Failure> {
    let no_terminal =
        |why: TerminalError| Failure::new(Exit::Failed, why.sentence(&ctx.strings.terminal));
    let keymap = keys::map(ctx)?;
    // Before a database is made for screens that cannot be shown.
    run::fit_terminal().map_err(no_terminal)?;
    let database = place::ready(ctx)?;
    let settings = &ctx.settings;
    let start = Start {
        database,
        actor: ctx.actor.clone(),
        named: ctx.named,
        lang: ctx.strings.lang,
        look: look(ctx),
        ascii: settings.ascii.value,
        clock: ctx.clock,
        keymap,
        shelf: shelf(ctx),
        closed: ctx.closed,
        training: ctx.training,
        view_only: ctx.view_only,
    };
    match tui::start(start) {
        Ok(exit) => Ok(ExitCode::from(exit.code())),
        Err(RunError::Terminal(why)) => Err(no_terminal(why)),
        Err(RunError::Store(why)) => Err(ctx.fail(&why)),
    }
}

/// Where papers go: into the folder that is set for files, else into the one in which the program was started. People who
/// come in by a key have the first alone; what is made up stays out of it.
fn shelf(ctx: &Context) -> Shelf {
    let settings = &ctx.settings;
    // One that was removed meanwhile is told when something is to be written there.
    let here = || std::env::current_dir().unwrap_or_else(|_| ".".into());
    let set = settings.files.value.clone().filter(|_| !ctx.training);
    Shelf {
        settings: settings.papers.clone(),
        folder: set.or_else(|| (!ctx.closed).then(here)),
        training: ctx.training,
    }
}

/// The theme: the one asked for; without colours where NO_COLOR asks for that.
fn look(ctx: &Context) -> ThemeName {
    let theme = &ctx.settings.theme;
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    if no_color && theme.origin != Origin::CommandLine {
        return ThemeName::Mono;
    }
    theme
        .value
        .as_deref()
        .and_then(ThemeName::parse)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Settings, Surroundings};

    #[test]
    fn papers_go_where_files_go_and_made_up_ones_never_among_them() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("config.toml");
        let ctx = |text: &str| {
            std::fs::write(&file, text).unwrap();
            let settings = Settings::gather(&Surroundings::default(), Some(&file)).unwrap();
            Context::new(settings)
        };
        let here = std::env::current_dir().unwrap();
        let placed = |ctx: &Context| shelf(ctx).folder;
        assert_eq!(placed(&ctx("")).as_ref(), Some(&here));
        assert_eq!(placed(&ctx("").closed(true)), None);
        let set = ctx("files = \"berkas\"\n");
        let files = folder.path().join("berkas");
        assert_eq!(placed(&set).as_ref(), Some(&files));
        assert_eq!(placed(&set.closed(true)).as_ref(), Some(&files));
        let training = Context {
            training: true,
            ..ctx("files = \"berkas\"\n")
        };
        assert_eq!(placed(&training).as_ref(), Some(&here));
    }
}
