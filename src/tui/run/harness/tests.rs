//! The loop's bookkeeping, with screens that echo and a worker that obeys.

use std::collections::VecDeque;

use chrono::{FixedOffset, NaiveDate};
use ratatui::widgets::Paragraph;
use uuid::Uuid;

use super::*;
use crate::domain::act::Act;
use crate::domain::code::Code;
use crate::store::{ActRequest, Error, Written};
use crate::tui::app::msg::Answer;
use crate::tui::app::msg::{Ask, Effect, Now};

/// Shows every message it gets as a word; some keys want something.
#[derive(Default)]
struct Echo {
    heard: Vec<String>,
    dirty: bool,
}

impl Screens for Echo {
    fn update(&mut self, msg: Msg, now: &Now) -> Vec<Effect> {
        self.dirty = true;
        let (word, effects) = match msg {
            Msg::Key(key) => match key.code {
                KeyCode::Char('s') => (
                    "search".into(),
                    vec![Effect::Ask(Ask::Search {
                        tag: 7,
                        text: "x".into(),
                    })],
                ),
                KeyCode::Char('a') => ("act".into(), vec![Effect::Ask(act(now.fresh))]),
                KeyCode::Char('.') => ("wait".into(), vec![Effect::Settle]),
                KeyCode::Char('q') => ("quit".into(), vec![Effect::Quit]),
                code => (format!("{code:?}"), vec![]),
            },
            Msg::Paste(text) => (format!("paste({text})"), vec![]),
            Msg::Resize(w, h) => (format!("{w}x{h}"), vec![]),
            Msg::Answer(Answer::Found { tag, .. }) => (format!("found({tag})"), vec![]),
            Msg::Answer(Answer::Done(_)) => ("done".into(), vec![]),
            Msg::Answer(Answer::Failed { .. }) => ("failed".into(), vec![]),
            Msg::Answer(Answer::Changed { villages, .. }) => {
                (format!("changed({})", villages[0].1), vec![])
            }
            Msg::Answer(_) => unreachable!(),
            Msg::Minute => ("minute".to_owned(), Vec::new()),
            Msg::Settled => ("settled".into(), vec![]),
            Msg::Resumed => ("resumed".into(), vec![]),
        };
        self.heard.push(word);
        effects
    }

    fn dirty(&self) -> bool {
        self.dirty
    }

    fn draw(&mut self, frame: &mut ratatui::Frame<'_>) {
        self.dirty = false;
        frame.render_widget(Paragraph::new(self.heard.join(" ")), frame.area());
    }
}

fn act(batch: Uuid) -> Ask {
    Ask::Act {
        batch,
        request: Box::new(ActRequest {
            village: Code::parse("53.04.12.2001").unwrap(),
            act: Act::Note { text: "x".into() },
            on: NaiveDate::from_ymd_opt(2026, 11, 1).unwrap(),
            seen: None,
        }),
    }
}

/// Answers at once; fails as many acts as it was told to; has prepared news.
#[derive(Default)]
struct Obedient {
    failures: usize,
    news: VecDeque<Answer>,
}

impl Worker for Obedient {
    fn answer(&mut self, ask: Ask) -> Answer {
        match ask {
            Ask::Search { tag, .. } => Answer::Found { tag, hits: vec![] },
            Ask::Act { batch, .. } if self.failures == 0 => Answer::Done(Written {
                batch,
                events: vec![],
                already: false,
            }),
            ask => {
                self.failures -= 1;
                Answer::Failed {
                    ask: Box::new(ask),
                    error: Error::UnknownBatch,
                }
            }
        }
    }

    fn news(&mut self) -> Option<Answer> {
        self.news.pop_front()
    }
}

fn start(worker: impl FnOnce() -> Result<Obedient, Error> + Send + 'static) -> Harness<Echo> {
    let zone = FixedOffset::east_opt(8 * 3600).unwrap();
    Harness::start(Echo::default(), (60, 3), zone, worker).unwrap()
}

#[test]
fn a_script_plays_until_everything_rests() {
    let mut harness = start(|| Ok(Obedient::default()));
    harness.keys("s<Down>.<lt>").unwrap();
    assert_eq!(
        harness.screen(),
        "60x3 search found(7) Down wait settled Char('<')\n\n\n"
    );
    harness.resize(30, 2).unwrap().paste("a\tb").unwrap();
    assert!(
        harness
            .screens()
            .heard
            .ends_with(&["30x2".into(), "paste(a b)".into()])
    );
    assert_eq!(harness.buffer().area.width, 30);
}

#[test]
fn leaving_waits_for_what_is_being_written() {
    let mut harness = start(|| Ok(Obedient::default()));
    // Both keys before any answer, as when somebody types fast.
    for key in read("aq").unwrap() {
        harness.core.tell(Msg::Key(key));
    }
    assert!(!harness.has_ended());
    harness.rest().unwrap();
    assert!(harness.has_ended());
    assert_eq!(harness.screens().heard[1..], ["act", "quit", "done"]);
}

#[test]
fn an_act_that_fails_keeps_the_screens_open() {
    let mut harness = start(|| {
        Ok(Obedient {
            failures: 1,
            ..Obedient::default()
        })
    });
    for key in read("aq").unwrap() {
        harness.core.tell(Msg::Key(key));
    }
    harness.rest().unwrap();
    assert!(!harness.has_ended());
    assert_eq!(harness.screens().heard[1..], ["act", "quit", "failed"]);
    harness.keys("q").unwrap();
    assert!(harness.has_ended());
}

#[test]
fn what_others_change_is_told_without_being_asked_for() {
    let mut harness = start(|| {
        let news = Answer::Changed {
            villages: vec![(Code::parse("53.04.12.2001").unwrap(), "maria".into())],
            occasions: Vec::new(),
        };
        Ok(Obedient {
            news: [news].into(),
            ..Obedient::default()
        })
    });
    harness.wait_for_others().unwrap();
    assert!(harness.screen().contains("changed(maria)"));
}

#[test]
fn a_store_that_cannot_be_opened_is_reported() {
    let mut harness = start(|| Err(Error::UnknownBatch));
    assert!(matches!(
        harness.keys("s"),
        Err(HarnessError::Store(Error::UnknownBatch))
    ));
}

#[test]
fn a_word_that_is_no_key_is_named() {
    for (script, word) in [("a<Entre>", "Entre"), ("<C-ab>", "C-ab"), ("1<2", "2")] {
        let Err(HarnessError::NoSuchKey(found)) = read(script) else {
            panic!("{script} was accepted")
        };
        assert_eq!(found, word);
    }
}
