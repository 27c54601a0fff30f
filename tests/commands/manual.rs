//! The manual says what is true, in both languages.

use std::process::Command;

use crate::support::{Home, program, said};

const PAGES: [&str; 12] = [
    "start", "screens", "keys", "commands", "meetings", "chair", "recorder", "events", "gates",
    "data", "server", "trouble",
];

fn page(home: &Home, lang: &str, name: &str) -> String {
    home.ok(&["manual", name, "--lang", lang]).out
}

#[test]
fn every_page_is_there_in_both_languages_with_the_same_sections() {
    let home = Home::new();
    let sections = |text: &str| {
        text.lines()
            .filter(|l| l.starts_with('#'))
            .map(|l| l.chars().take_while(|c| *c == '#').count())
            .collect::<Vec<_>>()
    };
    for name in PAGES {
        let (id, en) = (page(&home, "id", name), page(&home, "en", name));
        assert!(id.starts_with("# ") && id != en, "{name}");
        assert_eq!(sections(&id), sections(&en), "{name}");
    }
    let contents = home.ok(&["manual"]).out;
    assert_eq!(
        contents
            .lines()
            .filter(|l| l.contains("ovop manual "))
            .count(),
        PAGES.len()
    );
    assert!(contents.contains("ovop manual perintah") && contents.contains("Perintah"));
    assert_eq!(
        home.ok(&["manual", "perintah"]).out,
        page(&home, "id", "commands")
    );
    let said = home.fails(4, &["manual", "nowhere"]);
    assert!(said.err.contains("ovop manual masalah"), "{said:?}");
    assert!(
        !home.database().exists(),
        "reading the manual makes no database"
    );
}

/// The commands in the code blocks of a page, as they are written.
fn examples(page: &str) -> Vec<&str> {
    let mut inside = false;
    let mut found = Vec::new();
    for line in page.lines() {
        if line.starts_with("```") {
            inside = line == "```sh";
        } else if inside {
            found.push(line);
        }
    }
    found
}

#[test]
fn every_example_of_a_page_works_in_its_order() {
    for (lang, name) in [
        ("id", "commands"),
        ("en", "commands"),
        ("id", "meetings"),
        ("en", "meetings"),
    ] {
        let home = Home::new();
        let text = page(&home, lang, name);
        let examples = examples(&text);
        assert!(examples.len() > 20, "{examples:?}");
        for example in examples {
            let output = Command::new("sh")
                .args(["-c", example])
                .env_clear()
                .env("HOME", home.path("."))
                .env(
                    "PATH",
                    format!("{}:/usr/bin:/bin", program().parent().unwrap().display()),
                )
                .current_dir(home.path("."))
                .output()
                .unwrap();
            let said = said(output);
            assert_eq!(said.code, 0, "{lang}: {example}: {said:?}");
        }
    }
}

#[test]
fn the_pages_name_every_command_and_exit_code() {
    let home = Home::new();
    let help = home.ok(&["--help"]).out;
    let commands = help
        .lines()
        .skip_while(|l| *l != "Perintah:")
        .skip(1)
        .take_while(|l| !l.is_empty())
        .filter_map(|l| l.split_whitespace().next());
    for lang in ["id", "en"] {
        let text = page(&home, lang, "commands");
        for command in commands.clone().filter(|c| *c != "help") {
            assert!(
                text.contains(&format!("ovop {command}")),
                "{lang}: {command}"
            );
        }
        let trouble = page(&home, lang, "trouble");
        for code in [0, 1, 2, 3, 4, 5, 6, 70] {
            assert!(
                trouble.contains(&format!("\n| {code} | ")),
                "{lang}: {code}"
            );
        }
    }
}

#[test]
fn the_settings_example_of_the_first_page_is_read() {
    for lang in ["id", "en"] {
        let home = Home::new();
        let text = page(&home, lang, "start");
        let toml = text
            .split("```toml\n")
            .nth(1)
            .unwrap()
            .split("```")
            .next()
            .unwrap();
        home.write("example.toml", toml);
        let said = home.run(&["doctor", "--config", "example.toml", "--lang", lang]);
        assert!(
            said.out.contains("/var/lib/ovop/ovop.db"),
            "{lang}: {said:?}"
        );
    }
}

#[test]
fn the_man_page_and_completions_know_the_commands() {
    let home = Home::new();
    for lang in ["id", "en"] {
        let man = home.ok(&["man", "--lang", lang]).out;
        assert!(
            man.starts_with(".TH OVOP 1") && man.contains(".SS ovop potential add"),
            "{man}"
        );
        assert!(man.contains(if lang == "id" {
            ".SH PERINTAH"
        } else {
            ".SH COMMANDS"
        }));
    }
    for shell in ["bash", "zsh", "fish"] {
        let script = home.ok(&["completions", shell]).out;
        assert!(
            script.contains("no-product") && script.contains("withdraw"),
            "{shell}"
        );
    }
}

#[test]
fn keys_come_as_text_json_and_markdown() {
    let home = Home::new();
    home.ok(&["keys"]);
    assert!(home.json(&["keys", "--json"]).is_array());
    let table = home.ok(&["keys", "--markdown"]).out;
    assert!(
        table.starts_with("| Tombol | Perintah | Guna |\n| --- | --- | --- |\n"),
        "{table}"
    );
}
