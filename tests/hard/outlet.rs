//! A record full of harmful texts, and every command on it: nothing harmful comes out, in no form.

use std::io::Read as _;

use clap::{Arg, ArgAction, Command};
use ovop::cli::tree;
use ovop::strings::{Lang, Strings};

use crate::home::Home;
use crate::poison::{MARK, assert_harmless, poisoned};

/// Every command of the tree that does something, as the words that call it.
pub fn leaves(command: &Command) -> Vec<(Vec<String>, Command)> {
    fn walk(command: &Command, path: &[String], out: &mut Vec<(Vec<String>, Command)>) {
        if !command.is_subcommand_required_set() && !path.is_empty() {
            out.push((path.to_vec(), command.clone()));
        }
        for sub in command.get_subcommands() {
            let mut path = path.to_vec();
            path.push(sub.get_name().to_owned());
            walk(sub, &path, out);
        }
    }
    let mut all = Vec::new();
    walk(command, &[], &mut all);
    all
}

/// The command line's own arguments of a command, without those of every command.
pub fn own(command: &Command) -> impl Iterator<Item = &Arg> {
    let global = [
        "help", "db", "lang", "config", "register", "theme", "ascii", "view", "version",
    ];
    command
        .get_arguments()
        .filter(move |arg| !global.contains(&arg.get_id().as_str()))
}

/// A word that the argument takes.
pub fn word_for(arg: &Arg, path: &[String]) -> String {
    if let Some(first) = arg
        .get_possible_values()
        .iter()
        .find(|v| !v.is_hide_set() || path.is_empty())
    {
        return first.get_name().to_owned();
    }
    match arg.get_id().as_str() {
        "village" => "53.04.01.2002",
        "potential" | "number" if path[0] != "decree" => "1",
        "on" | "since" | "from" => "2026-11-20",
        "until" | "to" | "as-of" => "2026-11-24",
        "due" | "by" if path[0] == "action" || path[0] == "bulk" || path[0] == "meeting" => {
            "2026-12-24"
        }
        "meeting" | "which" if path[0] != "event" => "1",
        "event" | "which" => "one village",
        "region" => "53.04",
        "filter" => "k1,k2",
        "month" => "2026-10",
        "item" | "last" | "rows" | "minutes" | "after" | "men" | "women" => "1",
        _ => "7",
    }
    .to_owned()
}

/// The words that give an argument this value.
pub fn given(arg: &Arg, value: &str) -> Vec<String> {
    match arg.get_long() {
        Some(long) => vec![format!("--{long}={value}")],
        None => vec![value.to_owned()],
    }
}

pub fn takes_value(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::Set | ArgAction::Append)
}

/// What must be given, as plain words.
pub fn least(path: &[String], command: &Command) -> Vec<String> {
    own(command)
        .filter(|arg| arg.is_required_set() && takes_value(arg))
        .flat_map(|arg| given(arg, &word_for(arg, path)))
        .collect()
}

/// Characters that belong to the forms themselves: a printed page ends with a form feed.
const OF_FORMS: [char; 1] = ['\u{c}'];

#[test]
fn no_command_lets_harm_out_of_a_poisoned_record() {
    let home = Home::new();
    let database = poisoned(&home);
    let database = database.to_str().unwrap();
    let (mut done, mut told, mut marked) = (0, 0, 0);
    let tree = tree::command(Strings::of(Lang::En));
    for (path, command) in leaves(&tree) {
        if ["demo", "init", "keeper", "completions", "man"].contains(&path[0].as_str()) {
            continue;
        }
        let least = least(&path, &command);
        let mut calls = vec![least.clone()];
        for arg in own(&command) {
            let id = arg.get_id().as_str();
            // What changes the form or the reach of an answer.
            if ["json", "phones", "dry-run", "redo", "blank", "markdown"].contains(&id) {
                calls.push([least.clone(), vec![format!("--{id}")]].concat());
            } else if takes_value(arg) && !arg.is_required_set() && id != "output" {
                let values = arg.get_possible_values();
                let names: Vec<String> = if values.is_empty() {
                    vec![word_for(arg, &path)]
                } else {
                    // Words of one list go the same way.
                    let first = values.iter().take(2);
                    first.map(|v| v.get_name().to_owned()).collect()
                };
                for name in names {
                    calls.push([least.clone(), given(arg, &name)].concat());
                }
            }
        }
        if path[0] == "paper" {
            calls = papers(&command);
        }
        for (n, call) in calls.into_iter().enumerate() {
            let lang = ["id", "en"][n % 2];
            let start = [
                "demo",
                "--keep",
                database,
                "--on",
                "2026-11-24",
                "--lang",
                lang,
            ];
            let mut line: Vec<&str> = start.to_vec();
            line.extend(path.iter().chain(&call).map(String::as_str));
            let said = home.run(&line);
            let what = format!("{:?}", &line[7..]);
            assert!(
                said.code != 70 && said.code >= 0 && !said.err.contains("panicked"),
                "{what}: {said:?}"
            );
            // A table for spreadsheets ends its lines as they do.
            let out = said.out.replace("\r\n", "\n");
            assert_harmless(&what, &out, &OF_FORMS);
            assert_harmless(&what, &said.err, &[]);
            done += usize::from(said.code == 0);
            told += usize::from(said.code != 0);
            marked += usize::from(said.out.contains(MARK) || said.err.contains(MARK));
        }
    }
    println!("{done} commands done, {told} refused, {marked} with a poisoned text in the answer");
    assert!(
        done > 100 && marked > 70,
        "{done} done, {told} told, {marked} marked"
    );
}

/// Every paper in every form.
fn papers(command: &Command) -> Vec<Vec<String>> {
    let paper = own(command).find(|arg| arg.get_id() == "paper").unwrap();
    let format = own(command).find(|arg| arg.get_id() == "format").unwrap();
    let mut calls = vec![Vec::new()];
    for name in paper.get_possible_values() {
        for form in format.get_possible_values() {
            if form.get_name() == "docx" {
                continue;
            }
            let mut call = vec![
                name.get_name().to_owned(),
                format!("--format={}", form.get_name()),
            ];
            match name.get_name() {
                "card" | "gaps" => call.push("53.04.01.2002".into()),
                "agenda" | "minutes" | "notes" | "attendance" => call.push("--meeting=1".into()),
                "report" => call.push("--event=one village".into()),
                _ => {}
            }
            calls.push(call);
        }
    }
    calls
}

#[test]
fn no_paper_for_a_word_processor_holds_harm_or_a_letter_that_xml_forbids() {
    let home = Home::new();
    let database = poisoned(&home);
    for (name, about) in [
        ("card", "53.04.01.2002"),
        ("gaps", "53.04.01.2002"),
        ("follow-up", "--lang=en"),
        ("list", "--lang=en"),
        ("minutes", "--meeting=1"),
        ("attendance", "--meeting=1"),
        ("report", "--event=one village"),
    ] {
        let file = home.path(&format!("{name}.docx"));
        home.ok(&[
            "demo",
            "--keep",
            database.to_str().unwrap(),
            "--on",
            "2026-11-24",
            "paper",
            name,
            about,
            "--output",
            file.to_str().unwrap(),
        ]);
        let mut docx = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
        let mut marked = false;
        for n in 0..docx.len() {
            let mut part = String::new();
            docx.by_index(n).unwrap().read_to_string(&mut part).unwrap();
            assert_harmless(name, &part, &['\r']);
            assert!(!part.contains("&#"), "{name}: a letter by its number");
            marked |= part.contains(MARK);
        }
        assert!(marked, "{name}: nothing of the record is in it");
    }
}
