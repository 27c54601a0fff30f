//! One settings file: TOML whose every key is known, with the line of each fault.

use std::borrow::Cow;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use chrono::FixedOffset;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Error, Fault, Layer, Shape, THEMES};
use crate::strings::Lang;

/// Reads a settings file; `None` when there is none.
pub(super) fn read(path: &Path) -> Result<Option<Layer>, Error> {
    match std::fs::read_to_string(path) {
        Ok(text) => parse(&text, path).map(Some),
        Err(e)
            if matches!(
                e.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
            ) =>
        {
            Ok(None)
        }
        Err(e) => Err(Error {
            file: path.to_owned(),
            line: None,
            fault: Fault::Unreadable(e),
        }),
    }
}

fn parse(text: &str, path: &Path) -> Result<Layer, Error> {
    let file = File { path, text };
    let table = DeTable::parse(text).map_err(|e| {
        let at = e.span().unwrap_or_default();
        let text = file.line_text(&at).to_owned();
        file.error(&at, Fault::Syntax { text })
    })?;
    let mut layer = Layer::default();
    for (key, value) in in_file_order(table.get_ref()) {
        let entry = Entry {
            file: &file,
            key: key.get_ref(),
            value,
        };
        match entry.key {
            "database" => layer.database = Some(entry.path()?),
            "register" => layer.register = Some(entry.path()?),
            "files" => layer.files = Some(entry.path()?),
            "key_file" => layer.key_file = Some(entry.path()?),
            "lang" => layer.lang = Some(entry.one_of(&["id", "en"], Lang::parse)?),
            "theme" => {
                let theme = |word: &str| THEMES.contains(&word).then(|| word.to_owned());
                layer.theme = Some(entry.one_of(&THEMES, theme)?);
            }
            "ascii" => layer.ascii = Some(entry.yes_no()?),
            "utc_offset" => {
                let offset = |word: &str| word.parse::<FixedOffset>().ok();
                layer.utc_offset = Some(entry.one_of(&["+07:00", "+08:00", "+09:00"], offset)?);
            }
            "keys" => layer.keys = entry.keys()?,
            "papers" => layer.papers = super::papers::read(&entry)?,
            unknown => {
                let fault = Fault::UnknownKey {
                    key: unknown.to_owned(),
                };
                return Err(file.error(&key.span(), fault));
            }
        }
    }
    Ok(layer)
}

type Pair<'t, 'i> = (&'t Spanned<Cow<'i, str>>, &'t Spanned<DeValue<'i>>);

/// The pairs as they stand in the file, so that the first fault is told first.
pub(super) fn in_file_order<'t, 'i>(table: &'t DeTable<'i>) -> Vec<Pair<'t, 'i>> {
    let mut pairs: Vec<Pair<'t, 'i>> = table.iter().collect();
    pairs.sort_by_key(|(key, _)| key.span().start);
    pairs
}

/// A file under reading: knows how to name a place in it.
pub(super) struct File<'a> {
    path: &'a Path,
    text: &'a str,
}

impl File<'_> {
    pub(super) fn error(&self, at: &Range<usize>, fault: Fault) -> Error {
        let before = self.text.get(..at.start).unwrap_or(self.text);
        Error {
            file: self.path.to_owned(),
            line: Some(before.matches('\n').count() + 1),
            fault,
        }
    }

    fn line_text(&self, at: &Range<usize>) -> &str {
        let start = self
            .text
            .get(..at.start)
            .and_then(|before| before.rfind('\n'))
            .map_or(0, |newline| newline + 1);
        self.text[start..].lines().next().unwrap_or_default()
    }
}

/// One `key = value` of a file.
pub(super) struct Entry<'a> {
    pub(super) file: &'a File<'a>,
    pub(super) key: &'a str,
    pub(super) value: &'a Spanned<DeValue<'a>>,
}

impl Entry<'_> {
    pub(super) fn shape(&self, needed: Shape) -> Error {
        let key = self.key.to_owned();
        self.file
            .error(&self.value.span(), Fault::Shape { key, needed })
    }

    pub(super) fn text(&self) -> Result<&str, Error> {
        self.value
            .get_ref()
            .as_str()
            .ok_or_else(|| self.shape(Shape::Text))
    }

    fn yes_no(&self) -> Result<bool, Error> {
        self.value
            .get_ref()
            .as_bool()
            .ok_or_else(|| self.shape(Shape::YesNo))
    }

    pub(super) fn one_of<T>(
        &self,
        accepted: &'static [&'static str],
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, Error> {
        let word = self.text()?;
        read(word).ok_or_else(|| {
            let fault = Fault::Value {
                key: self.key.to_owned(),
                value: word.to_owned(),
                accepted,
            };
            self.file.error(&self.value.span(), fault)
        })
    }

    /// A path; `~/` is the home folder, and any other relative path starts at the file's own folder.
    fn path(&self) -> Result<PathBuf, Error> {
        let text = self.text()?;
        let home = text.strip_prefix("~/").zip(etcetera::home_dir().ok());
        Ok(match home {
            Some((rest, home)) => home.join(rest),
            None => self
                .file
                .path
                .parent()
                .map_or_else(|| text.into(), |folder| folder.join(text)),
        })
    }

    /// `name = "key"` or `name = ["key", "key"]`.
    fn keys(&self) -> Result<Vec<(String, Vec<String>)>, Error> {
        let table = self
            .value
            .get_ref()
            .as_table()
            .ok_or_else(|| self.shape(Shape::Table))?;
        in_file_order(table)
            .into_iter()
            .map(|(name, value)| {
                let entry = Entry {
                    file: self.file,
                    key: name.get_ref(),
                    value,
                };
                Ok((entry.key.to_owned(), entry.texts()?))
            })
            .collect()
    }

    pub(super) fn texts(&self) -> Result<Vec<String>, Error> {
        let value = self.value.get_ref();
        if let Some(one) = value.as_str() {
            return Ok(vec![one.to_owned()]);
        }
        value
            .as_array()
            .and_then(|list| {
                list.iter()
                    .map(|v| v.get_ref().as_str().map(str::to_owned))
                    .collect()
            })
            .ok_or_else(|| self.shape(Shape::Texts))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Papers, Sheet};

    fn fault(text: &str) -> (usize, Fault) {
        let error = parse(text, Path::new("/etc/ovop/config.toml")).unwrap_err();
        (error.line.unwrap(), error.fault)
    }

    #[test]
    fn everything_that_can_be_set_is_read() {
        let text = "database = \"data/ovop.db\"\nregister = \"/srv/register\"\nfiles = \"files\"\nkey_file = \"keys\"\nlang = \"en\"\ntheme = \"mono\"\n\
                    ascii = true\nutc_offset = \"+09:00\"\n[keys]\nundo = \"z\"\nquit = [\"q\", \"Q\"]\n";
        let layer = parse(text, Path::new("/etc/ovop/config.toml")).unwrap();
        assert_eq!(
            layer,
            Layer {
                database: Some("/etc/ovop/data/ovop.db".into()),
                register: Some("/srv/register".into()),
                files: Some("/etc/ovop/files".into()),
                key_file: Some("/etc/ovop/keys".into()),
                lang: Some(Lang::En),
                theme: Some("mono".into()),
                ascii: Some(true),
                utc_offset: "+09:00".parse().ok(),
                keys: vec![
                    ("undo".into(), vec!["z".into()]),
                    ("quit".into(), vec!["q".into(), "Q".into()]),
                ],
                papers: Papers::default(),
            }
        );
    }

    #[test]
    fn the_settings_of_papers_are_read_and_their_faults_have_lines() {
        let text = "[papers]\nletterhead = [\"PEMERINTAH KABUPATEN BELU\", \"DINAS PMD\"]\nblank_lines = 6\n\
                    place = \"Atambua\"\nsize = \"f4\"\n[papers.signer]\nposition = \"Koordinator\"\nnip = \"1\"\n";
        let papers = parse(text, Path::new("c.toml")).unwrap().papers;
        assert_eq!(papers.letterhead.unwrap().len(), 2);
        assert_eq!(
            (papers.size, papers.blank_lines),
            (Some(Sheet::F4), Some(6))
        );
        assert_eq!(papers.signer.unwrap().position, "Koordinator");
        assert!(papers.acknowledged.is_none());
        assert!(matches!(
            fault("[papers]\nplace = \"Betun\"\nkop = 1"),
            (3, Fault::UnknownKey { key }) if key == "papers.kop"
        ));
        assert!(matches!(
            fault("[papers.signer]\nnip = 7"),
            (2, Fault::Shape { needed: Shape::Text, key }) if key == "nip"
        ));
        let scheme = |text: &str| format!("[papers]\nnumber = \"{text}\"");
        assert!(parse(&scheme("{no}/{rom}"), Path::new("c.toml")).is_ok());
        assert!(matches!(
            fault(&scheme("{nomor}/{rom}")),
            (2, Fault::Shape { needed: Shape::Number, key }) if key == "number"
        ));
        for lines in ["-1", "21", "\"6\"", "99999999999999999999"] {
            assert!(matches!(
                fault(&format!("[papers]\nblank_lines = {lines}")),
                (
                    2,
                    Fault::Shape {
                        needed: Shape::Lines,
                        ..
                    }
                )
            ));
        }
    }

    #[test]
    fn a_broken_line_is_named_by_its_number_and_text() {
        let (line, fault) = fault("lang = \"id\"\n\ntheme = = \"mono\"\n");
        assert_eq!(line, 3);
        assert!(matches!(fault, Fault::Syntax { text } if text == "theme = = \"mono\""));
    }

    #[test]
    fn the_first_unknown_key_is_named() {
        let (line, fault) = fault("# a remark\nzeta = 1\nalpha = 2\n");
        assert_eq!(line, 2);
        assert!(matches!(fault, Fault::UnknownKey { key } if key == "zeta"));
    }

    #[test]
    fn values_of_the_wrong_shape_or_word_are_named() {
        assert!(matches!(
            fault("ascii = \"yes\""),
            (
                1,
                Fault::Shape {
                    needed: Shape::YesNo,
                    ..
                }
            )
        ));
        assert!(matches!(
            fault("lang = 3"),
            (
                1,
                Fault::Shape {
                    needed: Shape::Text,
                    ..
                }
            )
        ));
        assert!(matches!(
            fault("keys = []"),
            (
                1,
                Fault::Shape {
                    needed: Shape::Table,
                    ..
                }
            )
        ));
        assert!(matches!(
            fault("[keys]\nundo = [1]"),
            (2, Fault::Shape { needed: Shape::Texts, key }) if key == "undo"
        ));
        assert!(matches!(
            fault("\ntheme = \"pink\""),
            (2, Fault::Value { accepted, value, .. }) if accepted == THEMES && value == "pink"
        ));
        assert!(matches!(
            fault("utc_offset = \"WITA\""),
            (1, Fault::Value { .. })
        ));
    }

    #[test]
    fn a_fault_at_the_very_end_still_has_its_line() {
        let (line, _) = fault("lang = \"id\"\ntheme =");
        assert_eq!(line, 2);
    }
}
