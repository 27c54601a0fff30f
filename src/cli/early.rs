//! What must be known before the command line can be read: in which language to speak, and from which settings file.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::strings::Lang;

/// The other options of all commands that take a value.
const WITH_VALUE: [&str; 4] = ["--db", "--register", "--theme", "--tema"];

/// What a first look at the arguments finds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Early {
    pub lang: Option<Lang>,
    pub config: Option<PathBuf>,
    /// `--as` is there.
    pub named: bool,
    /// There is a command, or what looks like one.
    pub command: bool,
}

impl Early {
    /// Looks for `--lang`, `--config`, `--as`, and whether there is a command. Whether they are right is judged when the command line is read.
    #[must_use]
    pub fn look(args: &[OsString]) -> Self {
        let mut early = Self::default();
        let mut args = args.iter().take_while(|arg| *arg != "--");
        while let Some(arg) = args.next() {
            if let Some(value) =
                value_of("--lang", arg, &mut args).or_else(|| value_of("--bahasa", arg, &mut args))
            {
                early.lang = value.to_str().and_then(Lang::parse);
            } else if let Some(value) = value_of("--config", arg, &mut args) {
                early.config = Some(value.into());
            } else if value_of("--as", arg, &mut args).is_some()
                || value_of("--sebagai", arg, &mut args).is_some()
            {
                early.named = true;
            } else if WITH_VALUE.iter().any(|o| arg == *o) {
                args.next();
            } else if !arg.as_encoded_bytes().starts_with(b"-") {
                early.command = true;
            }
        }
        early
    }
}

/// The value of an option, whether it stands behind `=` or in the next argument.
fn value_of<'a>(
    name: &str,
    arg: &OsString,
    rest: &mut impl Iterator<Item = &'a OsString>,
) -> Option<OsString> {
    if arg == name {
        return rest.next().cloned();
    }
    arg.to_str()?
        .strip_prefix(name)?
        .strip_prefix('=')
        .map(OsString::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(args: &[&str]) -> Early {
        Early::look(&args.iter().map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        assert_eq!(look(&["list", "--lang", "en"]).lang, Some(Lang::En));
        assert_eq!(look(&["--lang=en", "list"]).lang, Some(Lang::En));
        assert_eq!(look(&["list", "--lang"]).lang, None);
        assert_eq!(look(&["--lang", "fr"]).lang, None);
        assert_eq!(
            look(&["note", "Kewar", "--", "--lang=en"]).lang,
            None,
            "after -- there are no options"
        );
    }

    #[test]
    fn the_settings_file_is_found() {
        assert_eq!(
            look(&["--config=/etc/a.toml", "--lang", "id"]),
            Early {
                lang: Some(Lang::Id),
                config: Some("/etc/a.toml".into()),
                ..Early::default()
            }
        );
    }

    #[test]
    fn a_name_and_whether_a_command_follows_are_seen() {
        let is = |args: &[&str]| {
            let early = look(args);
            (early.named, early.command)
        };
        assert_eq!(is(&["--as", "siti"]), (true, false));
        assert_eq!(is(&["--as=siti", "--db", "/x.db", "--view"]), (true, false));
        assert_eq!(
            is(&["--db=/x.db", "--theme", "mono", "--as", "siti"]),
            (true, false)
        );
        assert_eq!(is(&["--as", "siti", "list"]), (true, true));
        assert_eq!(is(&["note", "Kewar", "x", "--as", "siti"]), (true, true));
        assert_eq!(is(&["note", "Kewar", "--", "--as"]), (false, true));
    }
}
