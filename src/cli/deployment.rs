//! Is a shared database as closed as it should be? Looked at by `ovop doctor`, which names the command that mends each
//! fault and never mends anything by itself.

mod look;
#[cfg(test)]
mod tests;

pub use look::look;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::place::shown;
use crate::domain::people::{Key, People};
use crate::strings::cli::deployment::DeploymentWords;

/// Below so much room on the disk it is time to act; below the second not much can be recorded any more.
const LITTLE_ROOM: u64 = 500 << 20;
const NO_ROOM: u64 = 50 << 20;
/// A shell that reads no file of the account before the forced command. Others do: what is written there is run.
const SHELL: &str = "/bin/sh";
/// A file of keys holds at most so many lines.
const MOST_LINES: usize = 100_000;

/// A file or folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub path: PathBuf,
    pub owner: u32,
    pub group: u32,
    /// The permission bits.
    pub mode: u32,
}

impl Entry {
    /// Somebody else than this account may write to it, or put another in its place.
    fn is_open_to(&self, uid: u32) -> bool {
        self.owner == uid && uid != 0 || self.mode & 0o022 != 0
    }
}

/// The Unix account that owns the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub name: String,
    pub shell: String,
    pub home: PathBuf,
    /// The home folder, where there is one.
    pub home_entry: Option<Entry>,
    /// Its password is locked by `!`; unknown to everybody but root.
    pub locked: Option<bool>,
}

/// All that is looked at.
#[derive(Clone, Debug)]
pub struct Seen {
    pub database: Entry,
    pub folder: Entry,
    /// What SQLite and the drafts have beside the database.
    pub beside: Vec<Entry>,
    pub people: People,
    pub account: Option<Account>,
    pub key_file: PathBuf,
    /// The file of keys and what stands in it, as far as it can be read.
    pub keys: Option<(Entry, Option<String>)>,
    /// The lines that the record says should stand in it.
    pub key_lines: Vec<String>,
    /// The settings of the machine.
    pub system_file: PathBuf,
    pub system_entry: Option<Entry>,
    /// What stands in them, as far as it can be read.
    pub system_text: Option<String>,
    /// They name the database, so that the lines of keys need not.
    pub is_named: bool,
    pub program: Option<Entry>,
    /// Bytes that this account can still write.
    pub free: Option<u64>,
    pub latest: Option<DateTime<Utc>>,
    pub now: DateTime<Utc>,
}

/// Something to mend, and the exact command for it; or, without one, something to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub what: String,
    pub mend: Option<String>,
    /// It is to be mended; else it is to be known.
    pub is_fault: bool,
}

/// What is to be mended and known of a deployment.
#[must_use]
pub fn examine(seen: &Seen, words: &DeploymentWords) -> Vec<Finding> {
    let mut found = Found {
        words,
        all: Vec::new(),
    };
    let for_group = seen.folder.mode & 0o020 != 0;
    let shared = for_group || !seen.people.is_empty();
    if for_group {
        found.know(words.group());
        group(seen, &mut found);
    } else {
        closed(seen, shared, &mut found);
    }
    if seen.people.all.iter().any(|p| !p.keys.is_empty()) {
        by_keys(seen, for_group, &mut found);
    }
    if let Some(free) = seen.free
        && free < LITTLE_ROOM
    {
        let what = words.little_room(free >> 20, free < NO_ROOM);
        found.mend(what, format!("df -h {}", quoted(&seen.folder.path)));
    }
    if let Some(latest) = seen.latest
        && latest > seen.now + chrono::TimeDelta::minutes(5)
    {
        let what = words.clock(&latest.format("%Y-%m-%d %H:%M").to_string());
        found.mend(what, "timedatectl set-ntp true".into());
    }
    found.all
}

struct Found<'a> {
    words: &'a DeploymentWords,
    all: Vec<Finding>,
}

impl Found<'_> {
    fn mend(&mut self, what: String, command: String) {
        self.all.push(Finding {
            what,
            mend: Some(command),
            is_fault: true,
        });
    }

    fn know(&mut self, what: &str) {
        self.all.push(Finding {
            what: what.to_owned(),
            mend: None,
            is_fault: false,
        });
    }

    fn mode(&mut self, entry: &Entry, wanted: u32) {
        if entry.mode != wanted {
            let what = self.words.mode(&shown(&entry.path), entry.mode, wanted);
            self.mend(what, format!("chmod {wanted:04o} {}", quoted(&entry.path)));
        }
    }
}

/// A path as a shell takes it.
fn quoted(path: &Path) -> String {
    let text = path.to_string_lossy();
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-+".contains(c);
    if text.chars().all(plain) {
        text.into_owned()
    } else {
        single(&text)
    }
}

/// One account owns everything, and nobody else gets in.
fn closed(seen: &Seen, shared: bool, found: &mut Found<'_>) {
    let owner = seen.database.owner;
    if shared {
        found.mode(&seen.folder, 0o700);
        if seen.folder.owner != owner {
            let what = found.words.owner(&shown(&seen.folder.path));
            found.mend(what, format!("chown {owner} {}", quoted(&seen.folder.path)));
        }
    }
    for entry in std::iter::once(&seen.database).chain(&seen.beside) {
        if entry.mode & 0o077 != 0 {
            found.mode(entry, 0o600);
        }
        if entry.owner != owner {
            // A mere reader who opened it once leaves such files, and the owner can no longer write.
            let what = found.words.owner(&shown(&entry.path));
            found.mend(what, format!("chown {owner} {}", quoted(&entry.path)));
        }
    }
}

/// Personal accounts in a folder of their group.
fn group(seen: &Seen, found: &mut Found<'_>) {
    found.mode(&seen.folder, 0o2770);
    let gid = seen.folder.group;
    for entry in std::iter::once(&seen.database).chain(&seen.beside) {
        found.mode(entry, 0o660);
        if entry.group != gid {
            let what = found.words.group_of(&shown(&entry.path));
            found.mend(what, format!("chgrp {gid} {}", quoted(&entry.path)));
        }
    }
}

/// People come in by keys: sshd starts the program for them.
fn by_keys(seen: &Seen, for_group: bool, found: &mut Found<'_>) {
    let uid = seen.database.owner;
    if let Some(account) = &seen.account {
        account_of(account, uid, found);
    }
    let name = seen
        .account
        .as_ref()
        .map_or_else(|| uid.to_string(), |a| a.name.clone());
    if for_group {
        let what = found.words.keys_and_group();
        let folder = quoted(&seen.folder.path);
        found.mend(
            what,
            format!(
                "find {folder} -type d -exec chmod 0700 {{}} + && find {folder} -type f -exec chmod 0600 {{}} +"
            ),
        );
    }
    let path = quoted(&seen.key_file);
    let by_line = !seen.is_named && all_name_it(seen);
    let option = match by_line {
        true => format!(" --db {}", quoted(&seen.database.path)),
        false => String::new(),
    };
    let write = format!(
        "sh -c 'runuser -u {name} -- ovop user keys{option} > {path}.new && chown root:root {path}.new && chmod 0644 {path}.new && mv {path}.new {path}'"
    );
    match &seen.keys {
        None => found.mend(found.words.no_key_file(&shown(&seen.key_file)), write),
        Some((entry, text)) => {
            if entry.is_open_to(uid) || entry.owner != 0 {
                let what = found.words.not_roots(&shown(&entry.path));
                found.mend(what, format!("chown root:root {path} && chmod 0644 {path}"));
            }
            if let Some(text) = text {
                key_file(seen, text, &write, found);
            }
        }
    }
    if !seen.is_named && !by_line {
        let what = found.words.not_named(&shown(&seen.system_file));
        found.mend(what, name_it(seen));
    }
    for entry in [&seen.system_entry, &seen.program].into_iter().flatten() {
        if entry.is_open_to(uid) {
            let mode = if entry.mode & 0o111 == 0 {
                "0644"
            } else {
                "0755"
            };
            let path = quoted(&entry.path);
            let what = found.words.not_roots(&shown(&entry.path));
            found.mend(
                what,
                format!("chown root:root {path} && chmod {mode} {path}"),
            );
        }
    }
}

fn account_of(account: &Account, uid: u32, found: &mut Found<'_>) {
    let (name, shell) = (&account.name, account.shell.as_str());
    if uid == 0 {
        found.know(found.words.is_root());
        return;
    }
    if shell != SHELL {
        let what = match shell.ends_with("nologin") || shell.ends_with("false") {
            true => found.words.no_login(name, shell),
            false => found.words.reading_shell(name, shell),
        };
        found.mend(what, format!("usermod -s {SHELL} {name}"));
    }
    if let Some(home) = &account.home_entry
        && home.is_open_to(uid)
    {
        let what = found.words.own_home(name, &shown(&account.home));
        found.mend(what, format!("usermod -d /etc/ovop {name}"));
    }
    if account.locked == Some(true) {
        found.mend(found.words.locked(name), format!("usermod -p '*' {name}"));
    }
}

/// The command that makes the machine's settings name the database: outside every table, and once.
fn name_it(seen: &Seen) -> String {
    let file = quoted(&seen.system_file);
    let path = seen.database.path.to_string_lossy();
    let line = format!(
        "database = \"{}\"",
        path.replace('\\', "\\\\").replace('"', "\\\"")
    );
    // As `sed` takes a text, and then the shell.
    let script = |at: &str| {
        let text = format!("{at} {}", line.replace('\\', "\\\\"));
        format!("sed -i {} {file}", single(&text))
    };
    match seen.system_text.as_deref() {
        // `sed` finds no line in an empty file.
        Some("") | None if seen.system_entry.is_none() || seen.system_text.is_some() => {
            format!("printf '%s\\n' {} > {file}", single(&line))
        }
        Some(text) => match top_line(text, "database") {
            Some(n) => script(&format!("{n}c")),
            None => script("1i"),
        },
        None => script("1i"),
    }
}

/// A text as one word of the shell.
fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// On which line, from 1, a settings file says something outside its tables.
fn top_line(text: &str, key: &str) -> Option<usize> {
    let top = text
        .lines()
        .take_while(|line| !line.trim_start().starts_with('['));
    let says = |line: &str| {
        let rest = line.trim_start().trim_start_matches('"').strip_prefix(key);
        rest.is_some_and(|r| r.trim_start_matches('"').trim_start().starts_with('='))
    };
    let n = top.into_iter().position(says)?;
    Some(n + 1)
}

/// The lines of the file of keys, without comments.
fn lines_of(text: &str) -> impl Iterator<Item = &str> {
    let is_line = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    text.lines().filter(is_line).take(MOST_LINES)
}

/// All lines of the file of keys name the database themselves, so that the settings need not.
fn all_name_it(seen: &Seen) -> bool {
    let Some((_, Some(text))) = &seen.keys else {
        return false;
    };
    let named = format!(" --db {} --as ", seen.database.path.display());
    let mut lines = lines_of(text).peekable();
    lines.peek().is_some() && lines.all(|line| line.contains(&named))
}

/// Holds what stands in the file against what the record says.
fn key_file(seen: &Seen, text: &str, write: &str, found: &mut Found<'_>) {
    // Naming this database in a line says nothing new.
    let named = format!(" --db {}", seen.database.path.display());
    let lines = |text: &[&str]| -> BTreeSet<String> {
        let safe = text.iter().filter_map(|line| up_to_comment(line));
        safe.map(|line| line.replacen(&named, "", 1)).collect()
    };
    let there: Vec<&str> = lines_of(text).collect();
    let odd = there
        .iter()
        .filter(|line| up_to_comment(line).is_none())
        .count();
    if odd > 0 {
        found.mend(found.words.unsafe_lines(odd), write.to_owned());
    }
    let wanted: Vec<&str> = seen.key_lines.iter().map(String::as_str).collect();
    let (there, wanted) = (lines(&there), lines(&wanted));
    let missing = wanted.difference(&there).count();
    let surplus = there.difference(&wanted).count();
    if missing + surplus > 0 {
        let what = found.words.other_keys(missing, surplus);
        found.mend(what, write.to_owned());
    }
}

/// What a line lets in, as whom and with what: all of it but the comment behind the key; none where it is not of the form
/// that lets nobody do more.
fn up_to_comment(line: &str) -> Option<String> {
    let rest = line.strip_prefix("restrict,pty,command=\"")?;
    let (command, key_part) = rest.split_once("\" ")?;
    let key = Key::read(key_part).ok()?;
    let (_, name) = command.rsplit_once(" --as ")?;
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-+ ".contains(c);
    let is_plain = command.chars().all(plain) && crate::domain::people::is_name(name);
    let start = line.get(..line.len() - key_part.len())?;
    is_plain.then(|| format!("{start}{}", key.blob()))
}
