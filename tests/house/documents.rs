//! What the documents say about the program can be done with it.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use super::root;

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The pages of the manual in one language: file name and text.
fn pages(lang: &str) -> Vec<(String, String)> {
    let mut pages: Vec<(String, String)> = fs::read_dir(root().join("assets/manual").join(lang))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect();
    pages.sort();
    pages
}

/// The lines of indented and fenced code blocks, without their indent.
fn code_lines(text: &str) -> Vec<&str> {
    let mut fenced = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.starts_with("```") {
            fenced = !fenced;
        } else if fenced {
            lines.push(line);
        } else if let Some(code) = line.strip_prefix("    ") {
            lines.push(code);
        }
    }
    lines
}

/// What stands between backticks in the text outside code blocks; a line break counts as a space.
fn spans(text: &str) -> Vec<String> {
    let mut fenced = false;
    let prose: Vec<&str> = text
        .lines()
        .filter(|line| {
            let fence = line.starts_with("```");
            fenced ^= fence;
            !fenced && !fence && !line.starts_with("    ")
        })
        .map(str::trim)
        .collect();
    let parts: Vec<String> = prose.join(" ").split('`').map(str::to_owned).collect();
    assert!(parts.len() % 2 == 1, "a backtick is left open");
    parts.into_iter().skip(1).step_by(2).collect()
}

/// A shell with nothing around it but a home of its own and the program on its path.
fn shell(home: &tempfile::TempDir, script: &str) -> Output {
    let program = assert_cmd::cargo::cargo_bin!("ovop");
    Command::new("sh")
        .args(["-c", script])
        .env_clear()
        .env("HOME", home.path())
        .env(
            "PATH",
            format!("{}:/usr/bin:/bin", program.parent().unwrap().display()),
        )
        .current_dir(home.path())
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap()
}

fn is_call(text: &str) -> bool {
    text == "ovop" || text.starts_with("ovop ")
}

#[test]
fn the_readmes_commands_work_in_their_order() {
    let home = tempfile::tempdir().unwrap();
    // The register that the README makes with its script: that one asks the network.
    let register = home.path().join("register");
    fs::create_dir(&register).unwrap();
    for file in ["regencies.csv", "districts.csv", "villages.csv"] {
        let shipped = read(&format!("assets/register/{file}"));
        fs::write(register.join(file), shipped).unwrap();
    }
    let readme = read("README.md");
    let commands: Vec<&str> = code_lines(&readme)
        .into_iter()
        .filter(|line| line.starts_with("ovop "))
        .collect();
    assert!(commands.len() >= 10, "{commands:?}");
    for command in commands {
        let output = shell(&home, command);
        assert!(
            output.status.success(),
            "{command}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

#[test]
fn every_command_that_a_document_names_is_a_command() {
    let home = tempfile::tempdir().unwrap();
    let mut documents = vec![
        ("README.md".to_owned(), read("README.md")),
        ("CHANGELOG.md".to_owned(), read("CHANGELOG.md")),
    ];
    documents.extend(pages("id").into_iter().chain(pages("en")));
    let mut calls = BTreeSet::new();
    for (name, text) in &documents {
        let lines = code_lines(text).into_iter().map(str::to_owned);
        for call in lines.chain(spans(text)).filter(|c| is_call(c)) {
            let call = call.split(" > ").next().unwrap_or_default().to_owned();
            calls.insert((call, name.clone()));
        }
    }
    assert!(calls.len() > 60, "{calls:?}");
    for (call, name) in calls {
        // With --help last, the words before it are read and judged, and nothing is done. A page's name is only judged
        // when the page is opened.
        let output = if call.starts_with("ovop manual") {
            shell(&home, &call)
        } else {
            shell(&home, &format!("{call} --help"))
        };
        assert!(
            output.status.success(),
            "{name}: {call}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

#[test]
fn the_readme_names_the_tests_that_are_run_before_a_change_lands() {
    let readme = read("README.md");
    let named: Vec<&str> = readme
        .lines()
        .filter(|line| line.starts_with("    cargo test"))
        .collect();
    assert_eq!(named, ["    cargo test"]);
    let ci = read(".ci/run");
    assert!(
        ci.contains(r"s/^    \(cargo test.*\)$/\1/p' README.md") && ci.contains("eval"),
        "the run takes the command from the README"
    );
}

#[test]
fn both_languages_have_the_same_pages() {
    let shape = |text: &str| -> Vec<String> {
        let mut fenced = false;
        text.lines()
            .filter_map(|line| {
                let fence = line.starts_with("```");
                fenced ^= fence;
                match line.split_once(' ') {
                    _ if fence => Some(line.to_owned()),
                    Some((hashes, _)) if !fenced && line.starts_with('#') => {
                        Some(hashes.to_owned())
                    }
                    _ if line.starts_with('|') => Some("| row".to_owned()),
                    _ => None,
                }
            })
            .collect()
    };
    let of = |lang| -> Vec<(String, Vec<String>)> {
        pages(lang)
            .into_iter()
            .map(|(name, text)| (name, shape(&text)))
            .collect()
    };
    assert_eq!(of("id"), of("en"));
    let known: BTreeSet<String> = ovop::cli::manual::PAGES
        .iter()
        .map(|page| format!("{}.md", page.name))
        .collect();
    let there: BTreeSet<String> = pages("id").into_iter().map(|(name, _)| name).collect();
    assert_eq!(known, there, "a page that nobody can open, or none to open");
}

#[test]
fn the_pictures_of_the_readme_are_there_and_small() {
    let readme = read("README.md");
    let pictures: Vec<PathBuf> = readme
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .filter(|target| target.ends_with(".png"))
        .map(|target| root().join(target))
        .collect();
    assert_eq!(pictures.len(), 2);
    for picture in pictures {
        let size = fs::metadata(&picture)
            .unwrap_or_else(|e| panic!("{}: {e}", picture.display()))
            .len();
        assert!(size < 120_000, "{}: {size} bytes", picture.display());
    }
}
