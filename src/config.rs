//! Settings in layers: built in, then /etc/ovop/config.toml, then the user's file, then flags.
//!
//! Each value remembers where it comes from, so that `ovop doctor` can say it.

mod file;
mod papers;

pub use papers::{NumberScheme, Papers, Part, Sheet, Signer};

use std::io;
use std::path::{Path, PathBuf};

use chrono::FixedOffset;
use etcetera::BaseStrategy as _;
use etcetera::base_strategy::Xdg;

use crate::strings::Lang;

/// The settings of the whole machine.
pub const SYSTEM_FILE: &str = "/etc/ovop/config.toml";
/// Where the file of keys lies unless a setting says otherwise.
const KEY_FILE: &str = "/etc/ovop/keys";
/// The words that `theme` accepts.
pub const THEMES: [&str; 4] = ["dark", "light", "mono", "contrast"];
/// Waktu Indonesia Tengah, the time of Belu and Malaka, in seconds east of UTC.
const WITA: i32 = 8 * 3600;

/// What one layer sets; what is absent is left to the layer below.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layer {
    pub database: Option<PathBuf>,
    /// A folder with a register in the form of `assets/register`.
    pub register: Option<PathBuf>,
    /// The folder outside of which people who come in by a key write no files.
    pub files: Option<PathBuf>,
    /// The file of keys that sshd reads, for `ovop doctor` to look at.
    pub key_file: Option<PathBuf>,
    pub lang: Option<Lang>,
    /// One of [`THEMES`].
    pub theme: Option<String>,
    pub ascii: Option<bool>,
    pub utc_offset: Option<FixedOffset>,
    /// Name of a command of the screens, and its keys as they are written; the screens judge both.
    pub keys: Vec<(String, Vec<String>)>,
    pub papers: Papers,
}

/// Where a setting comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    BuiltIn,
    File(PathBuf),
    /// The locale of the session.
    Locale,
    CommandLine,
}

/// A value and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    pub value: T,
    pub origin: Origin,
}

impl<T> Setting<T> {
    fn new(value: T, origin: Origin) -> Self {
        Self { value, origin }
    }

    fn put(&mut self, value: Option<T>, origin: &Origin) {
        if let Some(value) = value {
            *self = Self::new(value, origin.clone());
        }
    }
}

/// The settings that hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Absent when neither a layer names one nor the account has a home folder.
    pub database: Setting<Option<PathBuf>>,
    /// Absent: the built-in register.
    pub register: Setting<Option<PathBuf>>,
    /// Absent: people who come in by a key write no files.
    pub files: Setting<Option<PathBuf>>,
    /// The file of keys that sshd reads.
    pub key_file: Setting<PathBuf>,
    pub lang: Setting<Lang>,
    /// Absent: the screens choose by themselves.
    pub theme: Setting<Option<String>>,
    pub ascii: Setting<bool>,
    /// The time zone that decides which day it is.
    pub utc_offset: Setting<FixedOffset>,
    pub keys: Vec<Setting<(String, Vec<String>)>>,
    /// Each of its values is that of the highest layer that has one.
    pub papers: Papers,
}

/// What of the process's surroundings decides settings.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    pub system_file: Option<PathBuf>,
    pub user_file: Option<PathBuf>,
    /// `ovop.db` in the folder for the account's data.
    pub database: Option<PathBuf>,
    /// The locale for messages, as POSIX finds it.
    pub locale: Option<String>,
    /// The locale's characters are not UTF-8: lines are drawn with ASCII.
    pub plain_characters: bool,
}

/// A settings file that cannot be used, and where.
#[derive(Debug)]
pub struct Error {
    pub file: PathBuf,
    /// From 1.
    pub line: Option<usize>,
    pub fault: Fault,
}

/// What is wrong with a settings file. The command line puts it into words.
#[derive(Debug)]
pub enum Fault {
    Unreadable(io::Error),
    /// Not TOML; the line as it stands.
    Syntax {
        text: String,
    },
    UnknownKey {
        key: String,
    },
    /// The value has another shape than the key needs.
    Shape {
        key: String,
        needed: Shape,
    },
    /// The value is none of those that the key accepts.
    Value {
        key: String,
        value: String,
        accepted: &'static [&'static str],
    },
}

/// What a key needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Text,
    YesNo,
    Table,
    Texts,
    /// A number of lines.
    Lines,
    /// A scheme of numbers: see [`NumberScheme`].
    Number,
}

impl Surroundings {
    /// Those of this process.
    #[must_use]
    pub fn of_process() -> Self {
        let folders = Xdg::new().ok();
        Self {
            system_file: Some(SYSTEM_FILE.into()),
            user_file: folders
                .as_ref()
                .map(|f| f.config_dir().join("ovop/config.toml")),
            database: folders.as_ref().map(|f| f.data_dir().join("ovop/ovop.db")),
            locale: locale("LC_MESSAGES"),
            plain_characters: !locale("LC_CTYPE").is_some_and(|l| is_utf8(&l)),
        }
    }

    /// Those of a program that takes nothing from the account that it runs as: the system's settings alone.
    #[must_use]
    pub fn closed() -> Self {
        Self {
            user_file: None,
            database: None,
            ..Self::of_process()
        }
    }

    /// The language before any file is read: errors in files are told in it.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.locale
            .as_deref()
            .map_or(Lang::default(), Lang::of_locale)
    }
}

/// The locale of one kind, as POSIX finds it: `LC_ALL`, its own variable, `LANG`.
fn locale(kind: &str) -> Option<String> {
    ["LC_ALL", kind, "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()))
}

fn is_utf8(locale: &str) -> bool {
    let locale = locale.to_lowercase();
    locale.ends_with(".utf-8") || locale.ends_with(".utf8")
}

impl Settings {
    /// Lays the layers upon each other: built in, the system's file, the user's file (or `instead` of it).
    ///
    /// # Errors
    /// The first file that cannot be read or holds something wrong. A file that is not there is no error, unless it was
    /// named by `instead`.
    pub fn gather(around: &Surroundings, instead: Option<&Path>) -> Result<Self, Error> {
        let mut settings = Self {
            database: Setting::new(around.database.clone(), Origin::BuiltIn),
            register: Setting::new(None, Origin::BuiltIn),
            files: Setting::new(None, Origin::BuiltIn),
            key_file: Setting::new(KEY_FILE.into(), Origin::BuiltIn),
            lang: match &around.locale {
                Some(locale) => Setting::new(Lang::of_locale(locale), Origin::Locale),
                None => Setting::new(Lang::default(), Origin::BuiltIn),
            },
            theme: Setting::new(None, Origin::BuiltIn),
            ascii: match around.plain_characters {
                true => Setting::new(true, Origin::Locale),
                false => Setting::new(false, Origin::BuiltIn),
            },
            utc_offset: Setting::new(wita(), Origin::BuiltIn),
            keys: Vec::new(),
            papers: Papers::default(),
        };
        if let Some(path) = &around.system_file
            && let Some(layer) = file::read(path)?
        {
            settings.put(layer, &Origin::File(path.clone()));
        }
        if let Some(path) = instead {
            let layer = file::read(path)?.ok_or_else(|| Error {
                file: path.to_owned(),
                line: None,
                fault: Fault::Unreadable(io::ErrorKind::NotFound.into()),
            })?;
            settings.put(layer, &Origin::File(path.to_owned()));
        } else if let Some(path) = &around.user_file
            && let Some(layer) = file::read(path)?
        {
            settings.put(layer, &Origin::File(path.clone()));
        }
        Ok(settings)
    }

    /// What the machine's file alone says: it holds for everybody who comes in by a key.
    ///
    /// # Errors
    /// As [`Settings::gather`].
    pub fn of_system() -> Result<Self, Error> {
        let around = Surroundings {
            system_file: Some(SYSTEM_FILE.into()),
            ..Surroundings::default()
        };
        Self::gather(&around, None)
    }

    /// Lays what the command line says on top.
    #[must_use]
    pub fn with_flags(mut self, flags: Layer) -> Self {
        self.put(flags, &Origin::CommandLine);
        self
    }

    fn put(&mut self, layer: Layer, origin: &Origin) {
        self.database.put(layer.database.map(Some), origin);
        self.register.put(layer.register.map(Some), origin);
        self.files.put(layer.files.map(Some), origin);
        self.key_file.put(layer.key_file, origin);
        self.lang.put(layer.lang, origin);
        self.theme.put(layer.theme.map(Some), origin);
        self.ascii.put(layer.ascii, origin);
        self.utc_offset.put(layer.utc_offset, origin);
        self.papers.put(layer.papers);
        for keys in layer.keys {
            self.keys.retain(|k| k.value.0 != keys.0);
            self.keys.push(Setting::new(keys, origin.clone()));
        }
    }
}

fn wita() -> FixedOffset {
    use chrono::Offset as _;
    // Eight hours are always a valid offset; UTC stands in only to spare a panic.
    FixedOffset::east_opt(WITA).unwrap_or_else(|| chrono::Utc.fix())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(folder: &Path, locale: Option<&str>) -> Surroundings {
        Surroundings {
            system_file: Some(folder.join("system.toml")),
            user_file: Some(folder.join("user.toml")),
            database: Some("/home/maria/.local/share/ovop/ovop.db".into()),
            locale: locale.map(Into::into),
            plain_characters: false,
        }
    }

    #[test]
    fn without_files_the_built_in_settings_hold() {
        let folder = tempfile::tempdir().unwrap();
        let s = Settings::gather(&around(folder.path(), None), None).unwrap();
        assert_eq!(s.lang, Setting::new(Lang::Id, Origin::BuiltIn));
        assert_eq!(s.utc_offset.value.to_string(), "+08:00");
        assert!(s.database.value.unwrap().ends_with("ovop/ovop.db"));
    }

    #[test]
    fn a_higher_layer_wins_and_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let (system, user) = (
            folder.path().join("system.toml"),
            folder.path().join("user.toml"),
        );
        std::fs::write(
            &system,
            "lang = \"en\"\ntheme = \"light\"\nascii = true\n[keys]\nundo = [\"U\"]\nquit = [\"q\"]\n",
        )
        .unwrap();
        std::fs::write(&user, "theme = \"mono\"\n[keys]\nundo = \"z\"\n").unwrap();
        let flags = Layer {
            ascii: Some(false),
            ..Layer::default()
        };
        let s = Settings::gather(&around(folder.path(), Some("id_ID.UTF-8")), None)
            .unwrap()
            .with_flags(flags);
        assert_eq!(s.lang, Setting::new(Lang::En, Origin::File(system.clone())));
        assert_eq!(
            s.theme,
            Setting::new(Some("mono".into()), Origin::File(user.clone()))
        );
        assert_eq!(s.ascii, Setting::new(false, Origin::CommandLine));
        assert_eq!(
            s.keys,
            [
                Setting::new(("quit".into(), vec!["q".into()]), Origin::File(system)),
                Setting::new(("undo".into(), vec!["z".into()]), Origin::File(user)),
            ]
        );
    }

    #[test]
    fn a_named_file_stands_instead_of_the_users_and_must_be_there() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("user.toml"), "lang = \"en\"\n").unwrap();
        let named = folder.path().join("named.toml");
        let gather = || Settings::gather(&around(folder.path(), None), Some(&named));
        let error = gather().unwrap_err();
        assert_eq!(error.file, named);
        assert!(matches!(error.fault, Fault::Unreadable(_)));
        std::fs::write(&named, "ascii = true\n").unwrap();
        let s = gather().unwrap();
        assert_eq!((s.lang.value, s.ascii.value), (Lang::Id, true));
    }

    #[test]
    fn only_an_english_locale_makes_it_english() {
        let folder = tempfile::tempdir().unwrap();
        for (locale, lang) in [
            ("en_GB.UTF-8", Lang::En),
            ("id_ID.UTF-8", Lang::Id),
            ("C.UTF-8", Lang::Id),
            ("de_DE.UTF-8", Lang::Id),
        ] {
            let around = around(folder.path(), Some(locale));
            let s = Settings::gather(&around, None).unwrap();
            assert_eq!(s.lang, Setting::new(lang, Origin::Locale), "{locale}");
        }
    }
}
