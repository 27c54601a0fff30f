//! Papers of the meeting or event on the screen, written into files: what is chosen, what the worker is asked, and the
//! page that says where they are and which commands bring them elsewhere.

use std::fmt::Write as _;

use super::command::{Cmd, Reason};
use super::input_queue::Pending;
use super::layout::ScreenId;
use super::message::{Message, Subject, Told};
use super::model::Model;
use super::msg::{Ask, Effect};
use super::overlay::{Item, Overlay, Pick, Picked};
use crate::domain::occasion::Brief;
use crate::domain::past::Seen;
use crate::papers::form::Form;
use crate::papers::occasion::{Paper, called};
use crate::papers::write::MOST_OF_A_NAME;
use crate::strings::{Lang, Strings};

/// Papers that are to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperAsk {
    /// The meeting or event.
    pub of: Brief,
    pub papers: Vec<Paper>,
    pub form: Form,
    /// For somebody who only looks: without what they are not shown on the screens either.
    pub redacted: bool,
}

/// What is picked in the chooser of papers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperPick {
    Write(Vec<Paper>),
    OtherForm,
    Commands,
}

/// What became of papers that were to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The files that were written, with their folder.
    pub files: Vec<String>,
    /// Why no more were.
    pub wrong: Option<NotWritten>,
}

/// Why a paper was not written. Folders and files are named as they may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotWritten {
    /// In a session that writes inside one folder alone, and there is none.
    NoFiles,
    NoFolder(String),
    Denied(String),
    Full(String),
    /// All names for a file of this name are taken.
    TooMany {
        name: String,
        folder: String,
    },
    /// There is no such meeting or event any more.
    Gone,
    /// A file, and what the system says.
    Other(String, String),
}

/// The page about papers: what was written, and the commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PapersPage {
    pub ask: PaperAsk,
    /// None: only the commands were asked for.
    pub outcome: Option<Outcome>,
}

/// There is a meeting or an event that has papers.
pub(super) fn some_papers(m: &Model) -> Result<(), Reason> {
    let of = match m.shared.screen {
        ScreenId::Meeting => m.paper_meeting().ok_or::<Reason>(|s| s.meeting.none_open)?,
        ScreenId::Events => m.paper_event().ok_or::<Reason>(|s| s.desk.no_event)?,
        _ => return Err(|s| s.papers_elsewhere),
    };
    if Paper::of(of.sort.is_meeting(), of.phase).is_empty() {
        return Err(|s| s.desk.is_cancelled);
    }
    Ok(())
}

impl Model {
    /// The meeting that is seen, or the one under the cursor of the list.
    fn paper_meeting(&self) -> Option<Brief> {
        match self.screens.meeting.shown() {
            Some(view) => Some(Brief::of(view.occasion())),
            None => self.screens.meeting.current().cloned(),
        }
    }

    /// The event at whose desk one is, or the one under the cursor of the list.
    fn paper_event(&self) -> Option<Brief> {
        let id = self.event_to_tell()?;
        match self.screens.events.shown().filter(|h| h.occasion.id == id) {
            Some(hall) => Some(Brief::of(&hall.occasion)),
            None => self
                .screens
                .events
                .events
                .iter()
                .find(|b| b.id == id)
                .cloned(),
        }
    }

    /// Offers the papers of the meeting or event that is seen.
    pub(super) fn pick_papers(&mut self) -> Vec<Effect> {
        let of = match self.shared.screen {
            ScreenId::Events => self.paper_event(),
            _ => self.paper_meeting(),
        };
        match of {
            Some(of) => self.offer_papers(of, 0),
            None => Vec::new(),
        }
    }

    fn offer_papers(&mut self, of: Brief, at: usize) -> Vec<Effect> {
        let (words, phase) = (&self.shared.strings().papers, of.phase);
        let is_meeting = of.sort.is_meeting();
        let papers = Paper::of(is_meeting, phase);
        let set = Paper::set(is_meeting, phase);
        let mut lines = Vec::new();
        if !set.is_empty() {
            let all = PaperPick::Write(set.to_vec());
            lines.push(('0', words.together(set.len()), all));
        }
        for (paper, key) in papers.iter().zip('1'..) {
            let name = words.names()[*paper as usize];
            let label = if paper.is_draft(phase) {
                words.draft(name)
            } else {
                name.to_owned()
            };
            lines.push((key, label, PaperPick::Write(vec![*paper])));
        }
        let form = words.form(self.shared.session.paper_form.word());
        lines.push(('f', form, PaperPick::OtherForm));
        let commands = words.just_commands().to_owned();
        lines.push(('c', commands, PaperPick::Commands));
        let item = |(key, label, pick)| Item {
            key: Some(key),
            label,
            picked: Picked::Papers(Box::new(of.clone()), pick),
        };
        let mut items: Vec<Item> = lines.into_iter().map(item).collect();
        let seen = self.screens.meeting.shown().map(|v| v.occasion().id);
        if self.shared.screen == ScreenId::Meeting && seen == Some(of.id) && self.agenda_is_new() {
            // On paper stands what is on record.
            items.push(Item {
                key: Some('b'),
                label: words.freeze_first().to_owned(),
                picked: Picked::Form(Cmd::Freeze),
            });
        }
        self.shared.overlay = Some(Overlay::Pick(Pick {
            title: |s| s.pick_paper,
            items,
            at,
        }));
        Vec::new()
    }

    pub(super) fn papers_picked(&mut self, of: Brief, pick: PaperPick) -> Vec<Effect> {
        let redacted = self.shared.looks_only();
        let ask = |of: Brief, papers: Vec<Paper>, form| PaperAsk {
            of,
            papers,
            form,
            redacted,
        };
        match pick {
            PaperPick::Write(papers) => {
                self.shared.input.pending = Some(Pending::Papers);
                let ask = ask(of, papers, self.shared.session.paper_form);
                vec![Effect::Ask(Ask::Papers(Box::new(ask)))]
            }
            PaperPick::OtherForm => {
                self.shared.session.paper_form = self.shared.session.paper_form.next();
                let is_meeting = of.sort.is_meeting();
                let set = Paper::set(is_meeting, of.phase);
                // The cursor stays on its line.
                let at = Paper::of(is_meeting, of.phase).len() + usize::from(!set.is_empty());
                self.offer_papers(of, at)
            }
            PaperPick::Commands => {
                let papers = Paper::of(of.sort.is_meeting(), of.phase).to_vec();
                let ask = ask(of, papers, self.shared.session.paper_form);
                self.show_papers(PapersPage { ask, outcome: None })
            }
        }
    }

    /// The worker has written the papers, or could not.
    pub(super) fn papers_came(&mut self, ask: PaperAsk, outcome: Outcome) -> Vec<Effect> {
        self.shared.input.pending.take_if(|w| *w == Pending::Papers);
        if outcome.wrong.is_some() {
            // What was typed ahead was meant for papers that are not there.
            self.shared.input.queue.clear();
        }
        let outcome = Some(outcome);
        self.show_papers(PapersPage { ask, outcome })
    }

    fn show_papers(&mut self, page: PapersPage) -> Vec<Effect> {
        self.shared.open(Overlay::Message(Message {
            subject: Subject::Papers(Box::new(page)),
            told: Told::Nothing,
            top: 0,
        }))
    }

    /// The page about papers as text.
    #[must_use]
    pub fn papers_text(&self, page: &PapersPage) -> String {
        let s = self.shared.strings();
        let mut text = String::new();
        if let Some(outcome) = &page.outcome {
            let head = match &outcome.wrong {
                Some(why) => {
                    // Writing into a text cannot fail.
                    let _ = writeln!(text, "{}\n{}\n", s.papers.not_written(), why.say(s));
                    s.papers.written_before()
                }
                None => s.papers.written(),
            };
            if !outcome.files.is_empty() {
                let _ = writeln!(text, "{head}\n{}\n", outcome.files.join("\n"));
            }
        }
        let _ = writeln!(
            text,
            "{}",
            s.papers
                .commands(self.shared.session.closed, self.shared.session.training)
        );
        for paper in &page.ask.papers {
            let command = command(
                *paper,
                &page.ask,
                (self.shared.session.closed, self.shared.clock.seen),
                s.lang,
            );
            let _ = writeln!(text, "\n{command}");
        }
        text
    }
}

/// The command that makes the same paper: into a file beside, or at the other end of ssh.
fn command(
    paper: Paper,
    ask: &PaperAsk,
    (closed, seen): (bool, Option<Seen>),
    lang: Lang,
) -> String {
    let PaperAsk { of, form, .. } = ask;
    let [en, id] = paper.words();
    let word = match lang {
        Lang::Id => id,
        Lang::En => en,
    };
    let kind = match of.sort.is_meeting() {
        true => "meeting",
        false => "event",
    };
    let mut line = format!("ovop paper {word} --{kind} {}", called(of));
    if paper == Paper::Blank {
        line.push_str(" --blank");
    }
    if let Some(seen) = seen {
        let _ = write!(line, " --as-of {}", seen.day);
        if seen.known_then {
            line.push_str(" --known-then");
        }
    }
    let ending = form.word();
    let file = paper.file(of.number, of.day, &of.title);
    if closed {
        format!("ssh HOST {line} --format {ending} > {file}.{ending}")
    } else {
        format!("{line} -o {file}.{ending}")
    }
}

impl NotWritten {
    /// What is wrong and what to do.
    #[must_use]
    pub fn say(&self, s: &Strings) -> String {
        let w = &s.papers;
        match self {
            Self::NoFiles => s.cli.door.no_files().to_owned(),
            Self::NoFolder(folder) => w.no_folder(folder),
            Self::Denied(folder) => w.denied(folder),
            Self::Full(folder) => w.full(folder),
            Self::TooMany { name, folder } => w.too_many(name, folder, MOST_OF_A_NAME),
            Self::Gone => w.gone().to_owned(),
            Self::Other(file, why) => s.cli.papers.not_written(file, why),
        }
    }
}
