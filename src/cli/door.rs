//! The door for people who come in by a key: sshd starts `ovop --as NAME` for them, and nothing else.
//!
//! What their side of the line can say reaches the program in two ways, the environment and the command they asked for.
//! Of the environment only a few harmless values are kept. The command is never given to a shell: it is split here, and
//! only commands that read and write to standard output are run.

use std::ffi::{OsStr, OsString};
use std::os::unix::process::CommandExt as _;

use clap::ArgMatches;
use clap::parser::ValueSource;

use super::fail::{Exit, Failure};
use crate::strings::Strings;

/// The command that somebody asked for instead of the screens, as sshd hands it over.
const ASKED: &str = "SSH_ORIGINAL_COMMAND";
/// Where the line comes from: sshd says so to everything that it starts.
const LINE: &str = "SSH_CONNECTION";
/// Values that decide nothing but looks and language.
const LOOKS: [&str; 6] = [
    "TERM",
    "LANG",
    "LC_ALL",
    "LC_MESSAGES",
    "LC_CTYPE",
    "NO_COLOR",
];
const PATH: &str = "/usr/bin:/bin";
/// The longest value of those, and the longest command.
const LONGEST_VALUE: usize = 64;
const LONGEST_COMMAND: usize = 4096;

/// What may be asked for over the line: commands that read, with their first word.
const READS: [&str; 31] = [
    "status",
    "list",
    "show",
    "log",
    "moved",
    "gates",
    "check",
    "attention",
    "board",
    "paper",
    "keys",
    "manual",
    "completions",
    "man",
    "help",
    "who",
    "whoami",
    "action list",
    "workers list",
    "month list",
    "assist list",
    "meeting list",
    "meeting show",
    "meeting promises",
    "meeting present",
    "meeting absent",
    "event list",
    "event show",
    "event present",
    "event absent",
    "view list",
];
/// Two more for whoever is on the list: who the others are.
const LISTS: [&str; 1] = ["user list"];
/// Options that name files of the server, or another person.
const NOT_OVER_THE_LINE: [&str; 6] = ["db", "config", "register", "as", "output", "force"];

/// Whether sshd started this program, or it was started as sshd does: for a named person, without a command of its own.
#[must_use]
pub fn is_closed(named: bool, has_command: bool) -> bool {
    named && (!has_command || std::env::var_os(LINE).is_some())
}

/// Leaves everything outside that the other side of the line could have put into the surroundings: starts the program
/// once more with nothing around it but what is harmless. From here on nobody can look into the process, and no program
/// that it might start gains rights.
///
/// # Errors
/// When the program cannot be started again: then it does not go on.
pub fn close(args: &[OsString]) -> Result<(), std::io::Error> {
    let around: Vec<(OsString, OsString)> = std::env::vars_os().collect();
    let kept: Vec<(OsString, OsString)> = kept(&around);
    if kept != around {
        let mut again = std::process::Command::new("/proc/self/exe");
        again.arg0("ovop").args(args).env_clear().envs(kept);
        return Err(again.exec());
    }
    rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable)?;
    rustix::thread::set_no_new_privs(true)?;
    Ok(())
}

/// What stays of the environment, in the order in which it came.
fn kept(around: &[(OsString, OsString)]) -> Vec<(OsString, OsString)> {
    let mut kept: Vec<(OsString, OsString)> = around
        .iter()
        .filter(|(name, value)| match name.to_str() {
            Some(ASKED | LINE) => true,
            Some("PATH") => value == PATH,
            Some(name) => LOOKS.contains(&name) && is_harmless(value),
            None => false,
        })
        .cloned()
        .collect();
    if !kept.iter().any(|(name, _)| name == "PATH") {
        kept.push(("PATH".into(), PATH.into()));
    }
    kept
}

fn is_harmless(value: &OsStr) -> bool {
    let inside = |b: u8| b.is_ascii_alphanumeric() || b"_.@+-".contains(&b);
    value.len() <= LONGEST_VALUE && value.as_encoded_bytes().iter().copied().all(inside)
}

/// The command that was asked for instead of the screens, in words; none where the screens are wanted.
///
/// # Errors
/// [`Exit::Usage`] when it cannot be split.
pub fn asked(strings: &Strings) -> Result<Option<Vec<OsString>>, Failure> {
    let Some(asked) = std::env::var_os(ASKED) else {
        return Ok(None);
    };
    let words = split(&asked).map_err(|why| {
        let w = &strings.cli.door;
        Failure::new(
            Exit::Usage,
            match why {
                Odd::Text => w.odd_text().to_owned(),
                Odd::Quote => w.open_quote().to_owned(),
                Odd::Shell(c) => w.no_shell(c),
            },
        )
    })?;
    // `ssh host ovop list` and `ssh host list` are the same here.
    let own = words.first().is_some_and(|w| w == "ovop");
    let words: Vec<OsString> = words
        .into_iter()
        .skip(usize::from(own))
        .map(Into::into)
        .collect();
    Ok((!words.is_empty()).then_some(words))
}

/// What makes a command line one that is not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Odd {
    /// Too long, not UTF-8, or with control characters.
    Text,
    /// A quotation mark is left open.
    Quote,
    /// Outside quotation marks stands what only a shell understands.
    Shell(char),
}

/// Splits a line into words as a shell would that knows quotation marks and nothing else.
fn split(line: &OsStr) -> Result<Vec<String>, Odd> {
    let line = line.to_str().ok_or(Odd::Text)?;
    if line.len() > LONGEST_COMMAND || line.chars().any(|c| c.is_control() && c != '\t') {
        return Err(Odd::Text);
    }
    let mut words: Vec<String> = Vec::new();
    let mut word: Option<String> = None;
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match c {
            ' ' | '\t' => words.extend(word.take()),
            '\'' => {
                let word = word.get_or_insert_default();
                loop {
                    match chars.next().ok_or(Odd::Quote)? {
                        '\'' => break,
                        c => word.push(c),
                    }
                }
            }
            '"' => {
                let word = word.get_or_insert_default();
                loop {
                    match chars.next().ok_or(Odd::Quote)? {
                        '"' => break,
                        '\\' => word.push(chars.next().ok_or(Odd::Quote)?),
                        c => word.push(c),
                    }
                }
            }
            '\\' => word
                .get_or_insert_default()
                .push(chars.next().ok_or(Odd::Quote)?),
            ';' | '|' | '&' | '<' | '>' | '$' | '`' | '(' | ')' => return Err(Odd::Shell(c)),
            c => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    Ok(words)
}

/// Judges a command that was asked for over the line.
///
/// # Errors
/// [`Exit::Refused`] for everything that does more than read.
pub fn may_run(matches: &ArgMatches, strings: &Strings) -> Result<(), Failure> {
    let (mut path, mut leaf) = (Vec::new(), matches);
    while let Some((name, inner)) = leaf.subcommand() {
        path.push(name);
        leaf = inner;
    }
    let refused = |text| Err(Failure::new(Exit::Refused, text));
    let path = path.join(" ");
    if !READS.iter().chain(&LISTS).any(|allowed| *allowed == path) {
        return refused(strings.cli.door.only_reading(&path));
    }
    let given = |id: &&str| {
        leaf.ids().any(|known| known.as_str() == *id)
            && leaf.value_source(id) == Some(ValueSource::CommandLine)
    };
    match NOT_OVER_THE_LINE.iter().find(|id| given(id)) {
        Some(id) if *id == "as" => refused(strings.cli.door.not_another().to_owned()),
        Some(id) => refused(strings.cli.door.not_here(id)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strings::Lang;

    fn words(line: &str) -> Result<Vec<String>, Odd> {
        split(OsStr::new(line))
    }

    #[test]
    fn a_line_is_split_as_a_shell_would_and_never_expanded() {
        let is = |line: &str, expected: &[&str]| {
            assert_eq!(words(line).unwrap(), expected, "{line}");
        };
        is("", &[]);
        is("  ovop   list\t--json ", &["ovop", "list", "--json"]);
        is("show 'Lakekun Barat'", &["show", "Lakekun Barat"]);
        is("show Fatuba\\'a", &["show", "Fatuba'a"]);
        is(
            "list --filter \"umur>365 \\\"x\\\"\"",
            &["list", "--filter", "umur>365 \"x\""],
        );
        is(
            "list --filter 'umur>365;$(id)'",
            &["list", "--filter", "umur>365;$(id)"],
        );
        is("a'b c'd \"\"", &["ab cd", ""]);
        is("~ * ?", &["~", "*", "?"]);
    }

    #[test]
    fn what_only_a_shell_understands_is_refused() {
        for (line, c) in [
            ("list; cat /etc/passwd", ';'),
            ("list | sh", '|'),
            ("list && id", '&'),
            ("show $(touch x)", '$'),
            ("show `id`", '`'),
            ("list > /tmp/x", '>'),
            ("list < /etc/passwd", '<'),
            ("(list)", '('),
            ("show $HOME", '$'),
        ] {
            assert_eq!(words(line), Err(Odd::Shell(c)), "{line}");
        }
        for line in [
            "show 'Kewar",
            "show \"Kewar",
            "show Kewar\\",
            "show \"Kewar\\",
        ] {
            assert_eq!(words(line), Err(Odd::Quote), "{line}");
        }
        for line in [
            "list\nid",
            "show \u{1b}[2J",
            "a\u{0}b",
            &"x".repeat(LONGEST_COMMAND + 1),
        ] {
            assert_eq!(words(line), Err(Odd::Text), "{line:?}");
        }
        use std::os::unix::ffi::OsStrExt as _;
        assert_eq!(split(OsStr::from_bytes(b"show \xff")), Err(Odd::Text));
    }

    #[test]
    fn of_the_environment_only_looks_and_the_line_stay() {
        let pair = |(name, value): (&str, &str)| (OsString::from(name), OsString::from(value));
        let around = [
            ("XDG_CONFIG_HOME", "/tmp/mine"),
            ("HOME", "/tmp/mine"),
            ("USER", "maria"),
            ("LD_PRELOAD", "/tmp/x.so"),
            ("TZ", "Asia/Tokyo"),
            ("TMPDIR", "/tmp/mine"),
            ("LC_EVIL", "x"),
            ("TERM", "xterm-256color"),
            ("LANG", "id_ID.UTF-8"),
            ("LC_CTYPE", "\u{1b}[2J"),
            ("LC_ALL", "../../etc"),
            ("PATH", "/tmp/mine:/usr/bin"),
            ("SSH_CONNECTION", "10.0.0.1 50000 10.0.0.2 22"),
            ("SSH_ORIGINAL_COMMAND", "list; id"),
        ]
        .map(pair);
        let stays = kept(&around);
        assert_eq!(
            stays,
            [
                ("TERM", "xterm-256color"),
                ("LANG", "id_ID.UTF-8"),
                ("SSH_CONNECTION", "10.0.0.1 50000 10.0.0.2 22"),
                ("SSH_ORIGINAL_COMMAND", "list; id"),
                ("PATH", PATH),
            ]
            .map(pair)
        );
        assert_eq!(
            kept(&stays),
            stays,
            "so that the program starts only once more"
        );
    }

    fn judged(line: &str) -> Result<(), String> {
        let strings = Strings::of(Lang::Id);
        let tree = crate::cli::tree::command(strings);
        let words = words(line).unwrap();
        let line = std::iter::once("ovop".to_owned()).chain(words);
        let matches = tree.try_get_matches_from(line).map_err(|e| e.to_string())?;
        may_run(&matches, strings).map_err(|failure| match failure {
            Failure::Told { exit, text } => {
                assert_eq!(exit, Exit::Refused);
                text
            }
            Failure::ReaderGone => unreachable!(),
        })
    }

    /// Every command without subcommands, by its path.
    fn leaves(command: &clap::Command, path: &str, all: &mut Vec<String>) {
        let mut subs = command.get_subcommands().peekable();
        if subs.peek().is_none() {
            all.push(path.trim().to_owned());
        }
        for sub in subs {
            leaves(sub, &format!("{path} {}", sub.get_name()), all);
        }
    }

    #[test]
    fn what_may_be_asked_for_is_there() {
        let tree = crate::cli::tree::command(Strings::of(Lang::En));
        let mut all = Vec::new();
        leaves(&tree, "", &mut all);
        for path in READS.iter().chain(&LISTS) {
            assert!(all.iter().any(|p| p == path), "{path} is no command");
        }
    }

    #[test]
    fn whoever_is_refused_is_told_of_what_they_wrote() {
        let said = |line: &str| judged(line).unwrap_err();
        assert!(said("list --as maria").contains("kunci Anda"));
        assert!(said("list --db /tmp/x.db").contains("berkas server"));
        let options_alone = said("--lang en");
        assert!(
            options_alone.contains("ssh HOST ovop list"),
            "{options_alone}"
        );
        assert!(said("note Kewar x").contains("\u{201c}note\u{201d}"));
    }

    #[test]
    fn only_reading_is_done_over_the_line_and_no_file_of_the_server_is_named() {
        for line in [
            "status",
            "list --format csv --lang en",
            "show Kewar --json",
            "paper recap --format docx",
            "meeting show 1",
            "user list",
            "who",
            "whoami",
        ] {
            assert_eq!(judged(line), Ok(()), "{line}");
        }
        for line in [
            "note Kewar x",
            "undo --yes",
            "bulk note x --all --yes",
            "meeting new Rapat --on besok",
            "event checkin Maria --from Fulur --element pld --sex P",
            "user add x --role admin",
            "user keys",
            "init --folder /tmp/x",
            "doctor --rebuild",
            "demo list",
            "paper recap -o /tmp/x",
            "paper recap --output=x --force",
            "list --db /tmp/x.db",
            "list --config /tmp/x.toml",
            "list --register /tmp",
            "list --as maria",
            "daftar --sebagai maria",
            "",
        ] {
            assert!(judged(line).is_err(), "{line}");
        }
    }

    /// Whoever gives a reading command an option that names a file has to think of the line.
    #[test]
    fn every_option_that_names_a_file_is_known_here() {
        fn look(command: &clap::Command, path: &str, found: &mut Vec<String>) {
            for arg in command.get_arguments() {
                if arg.get_value_parser().type_id() == std::any::TypeId::of::<std::path::PathBuf>()
                {
                    found.push(format!("{path} --{}", arg.get_id()));
                }
            }
            for inner in command.get_subcommands() {
                look(inner, format!("{path} {}", inner.get_name()).trim(), found);
            }
        }
        let mut found = Vec::new();
        look(
            &crate::cli::tree::command(Strings::of(Lang::En)),
            "",
            &mut found,
        );
        assert!(found.len() > 3, "{found:?}");
        let open: Vec<&String> = found
            .iter()
            .filter(|option| {
                let (path, id) = option.split_once(" --").unwrap();
                let runs = path.is_empty() || READS.iter().chain(&LISTS).any(|r| *r == path);
                runs && !NOT_OVER_THE_LINE.contains(&id)
            })
            .collect();
        assert!(open.is_empty(), "{open:?}");
    }
}
