//! Papers that are written from the screens: gathered as the command gathers them, and put into files.

use std::io;
use std::path::{Path, PathBuf};

use super::StoreWorker;
use crate::config::Papers;
use crate::domain::text::clean_line;
use crate::papers::occasion::Asked;
use crate::papers::office::{Office, marks, official};
use crate::papers::write::{Unwritten, new_file};
use crate::store::{Error, Store};
use crate::tui::app::msg::Answer;
use crate::tui::app::papers::{NotWritten, Outcome, PaperAsk};

/// Where papers go, and what the office has set for them.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    pub settings: Papers,
    /// None: in this session no file is written.
    pub folder: Option<PathBuf>,
    /// The papers say that what is in them is made up.
    pub training: bool,
}

impl StoreWorker {
    /// With a place for papers; without one none are written.
    #[must_use]
    pub fn with_shelf(mut self, shelf: Shelf) -> Self {
        self.shelf = shelf;
        self
    }

    pub(super) fn papers(&self, ask: &PaperAsk) -> Result<Answer, Error> {
        let (files, wrong) = match &self.shelf.folder {
            None => (Vec::new(), Some(NotWritten::NoFiles)),
            Some(folder) => match self.made(ask)? {
                Err(why) => (Vec::new(), Some(why)),
                Ok(made) => put(folder, ask, &made),
            },
        };
        Ok(Answer::Papers(
            Box::new(ask.clone()),
            Outcome { files, wrong },
        ))
    }

    /// All of them are made before the first is written.
    fn made(&self, ask: &PaperAsk) -> Result<Result<Vec<Vec<u8>>, NotWritten>, Error> {
        let s = official();
        let settings = &self.shelf.settings;
        let seen = self.past.as_ref().map(|(seen, _)| *seen);
        let office = Office {
            papers: settings,
            sheet: settings.size.unwrap_or_default(),
            printed: self.clock.today(),
            day: self.day(),
            public: false,
            marks: marks(s, self.shelf.training, seen),
        };
        let redacted = if ask.redacted {
            Some(self.shown().past(self.day(), None)?.redacted())
        } else {
            None
        };
        let shown: (&Store, bool) = match &redacted {
            Some(copy) => (copy, seen.is_some()),
            None => (self.shown(), seen.is_some()),
        };
        let mut all = Vec::new();
        for paper in &ask.papers {
            let asked = Asked::new(*paper, ask.of.id);
            let Some(doc) = asked.document(shown, &office, self.clock.zone())? else {
                return Ok(Err(NotWritten::Gone));
            };
            match ask.form.render(&doc, s) {
                Ok(bytes) => all.push(bytes),
                Err(e) => return Ok(Err(NotWritten::Other(name(ask, all.len()), e.to_string()))),
            }
        }
        Ok(Ok(all))
    }
}

/// The name of one of the files, without its number if the name is taken.
fn name(ask: &PaperAsk, at: usize) -> String {
    let of = &ask.of;
    let paper = ask.papers.get(at);
    paper.map_or_else(String::new, |p| p.file(of.number, of.day, &of.title))
}

fn put(folder: &Path, ask: &PaperAsk, made: &[Vec<u8>]) -> (Vec<String>, Option<NotWritten>) {
    let shown = |path: &Path| clean_line(&path.display().to_string());
    let mut files = Vec::new();
    for (at, bytes) in made.iter().enumerate() {
        let stem = name(ask, at);
        match new_file(folder, (&stem, ask.form.word()), bytes) {
            Ok(name) => files.push(shown(&folder.join(name))),
            Err(why) => {
                let file = format!("{stem}.{}", ask.form.word());
                return (files, Some(reason(why, shown(folder), file)));
            }
        }
    }
    (files, None)
}

fn reason(why: Unwritten, folder: String, file: String) -> NotWritten {
    let error = match why {
        Unwritten::Failed(error) => error,
        // A name without a slash in it lies inside.
        Unwritten::Outside => io::ErrorKind::InvalidInput.into(),
    };
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => NotWritten::NoFolder(folder),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            NotWritten::Denied(folder)
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => NotWritten::Full(folder),
        io::ErrorKind::AlreadyExists => NotWritten::TooMany { name: file, folder },
        _ => NotWritten::Other(format!("{folder}/{file}"), error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// By the numbers of the system, as it says them.
    #[rstest]
    #[case(2, NotWritten::NoFolder("/srv/berkas".into()))]
    #[case(20, NotWritten::NoFolder("/srv/berkas".into()))]
    #[case(13, NotWritten::Denied("/srv/berkas".into()))]
    #[case(30, NotWritten::Denied("/srv/berkas".into()))]
    #[case(28, NotWritten::Full("/srv/berkas".into()))]
    #[case(122, NotWritten::Full("/srv/berkas".into()))]
    #[case(17, NotWritten::TooMany { name: "notula.txt".into(), folder: "/srv/berkas".into() })]
    fn what_the_system_says_is_told_in_words(#[case] number: i32, #[case] told: NotWritten) {
        let why = Unwritten::Failed(io::Error::from_raw_os_error(number));
        assert_eq!(reason(why, "/srv/berkas".into(), "notula.txt".into()), told);
    }

    #[test]
    fn what_nobody_foresaw_is_told_as_the_system_says_it() {
        let why = Unwritten::Failed(io::Error::from_raw_os_error(5));
        let told = reason(why, "/srv/berkas".into(), "notula.txt".into());
        assert!(
            matches!(&told, NotWritten::Other(file, why)
                if file == "/srv/berkas/notula.txt" && why.contains("os error 5")),
            "{told:?}"
        );
    }
}
