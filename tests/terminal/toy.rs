//! The smallest screens that can be driven: they show what they heard. The test binary runs itself in a pseudo terminal
//! to show them.

use std::path::PathBuf;
use std::time::Duration;

use chrono::FixedOffset;
use crossterm::event::KeyCode;
use ovop::fault;
use ovop::store;
use ovop::strings::{Lang, Strings};
use ovop::tui::app::msg::{Answer, Ask, Effect, Msg, Now};
use ovop::tui::run::{RunError, Screens, Worker, run};
use portable_pty::CommandBuilder;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;

/// Says in the environment that this process is the program under test, and what it does.
const ROLE: &str = "OVOP_TOY";
const REPORTS: &str = "OVOP_TOY_REPORTS";

/// The command that shows the toy. Roles: `show`, and `no-store` whose store cannot be opened.
pub fn command(role: &str, reports: &std::path::Path) -> CommandBuilder {
    let mut command = CommandBuilder::from_argv(arguments());
    command.env(ROLE, role);
    command.env(REPORTS, reports);
    command.env_remove("RUST_BACKTRACE");
    command
}

/// Program and arguments that run the test [`child`] in this binary.
pub fn arguments() -> Vec<std::ffi::OsString> {
    let program = std::env::current_exe().unwrap().into_os_string();
    let arguments = ["--exact", "toy::child", "--nocapture", "--test-threads=1"];
    std::iter::once(program)
        .chain(arguments.map(Into::into))
        .collect()
}

/// The toy in a process of its own.
#[test]
pub fn child() {
    let Ok(role) = std::env::var(ROLE) else {
        return;
    };
    let clock = FixedOffset::east_opt(8 * 3600).unwrap().into();
    fault::install(PathBuf::from(std::env::var_os(REPORTS).unwrap()), Lang::En);
    let open = move || match role.as_str() {
        "no-store" => Err(store::Error::NotFound("toy.db".into())),
        _ => Ok(Quick),
    };
    let code = match run(Toy::default(), clock, open) {
        Ok(exit) => exit.code().into(),
        Err(RunError::Terminal(e)) => {
            eprintln!("{}", e.sentence(&Strings::of(Lang::En).terminal));
            3
        }
        Err(RunError::Store(e)) => {
            eprintln!("store: {e}");
            4
        }
    };
    std::process::exit(code);
}

struct Quick;

impl Worker for Quick {
    fn answer(&mut self, ask: Ask) -> Answer {
        match ask {
            Ask::Search { tag, .. } => Answer::Found { tag, hits: vec![] },
            _ => unreachable!(),
        }
    }

    fn news(&mut self) -> Option<Answer> {
        None
    }
}

/// Ten lines of which one is selected, the size, the last words heard, and how many frames were drawn.
#[derive(Default)]
struct Toy {
    heard: Vec<String>,
    selected: u16,
    dirty: bool,
}

impl Screens for Toy {
    fn update(&mut self, msg: Msg, _: &Now) -> Vec<Effect> {
        self.dirty = true;
        let mut effects = Vec::new();
        let word = match msg {
            Msg::Resize(w, h) => {
                effects.push(Effect::Ask(Ask::Search {
                    tag: 1,
                    text: String::new(),
                }));
                format!("{w}x{h}")
            }
            Msg::Key(key) => match key.code {
                KeyCode::Char('q') => {
                    effects.push(Effect::Quit);
                    "quit".into()
                }
                KeyCode::Char('z') => {
                    effects.push(Effect::Suspend);
                    "suspend".into()
                }
                KeyCode::Char('r') => {
                    effects.push(Effect::Redraw);
                    "redraw".into()
                }
                KeyCode::Char('s') => {
                    effects.push(Effect::Ask(Ask::Search {
                        tag: 2,
                        text: String::new(),
                    }));
                    "search".into()
                }
                KeyCode::Char('.') => {
                    effects.push(Effect::Settle);
                    "wait".into()
                }
                KeyCode::Char('j') => {
                    self.selected = (self.selected + 1) % 10;
                    return effects;
                }
                KeyCode::Char('p') => panic!("the toy broke"),
                KeyCode::Char('b') => {
                    std::thread::sleep(Duration::from_secs(60));
                    "blocked".into()
                }
                code => format!("{code:?}"),
            },
            Msg::Paste(text) => format!("paste({text})"),
            Msg::Answer(Answer::Found { tag, .. }) => format!("found({tag})"),
            Msg::Answer(_) => unreachable!(),
            Msg::Minute => "minute".into(),
            Msg::Settled => "settled".into(),
            Msg::Resumed => "resumed".into(),
        };
        self.heard.push(word);
        effects
    }

    fn dirty(&self) -> bool {
        self.dirty
    }

    fn draw(&mut self, frame: &mut Frame<'_>) {
        self.dirty = false;
        let area = frame.area();
        for i in 0..10 {
            let style = if i == self.selected {
                Style::new().add_modifier(Modifier::REVERSED)
            } else {
                Style::new()
            };
            let row = Rect::new(0, i, 56, 1).intersection(area);
            frame.render_widget(Line::from(format!("Desa {i:<51}")).style(style), row);
        }
        for (i, word) in self.heard.iter().rev().take(8).enumerate() {
            let row = Rect::new(0, 11 + u16::try_from(i).unwrap(), 60, 1).intersection(area);
            frame.render_widget(Line::from(word.as_str()), row);
        }
    }
}
