//! Papers written by the program itself: where it was started, or in the one folder of a session that sshd starts.

use super::*;

fn names(folder: &Path) -> Vec<String> {
    let all = std::fs::read_dir(folder).unwrap();
    let names = all.map(|f| f.unwrap().file_name().into_string().unwrap());
    let mut papers: Vec<String> = names.filter(|n| n.ends_with(".docx")).collect();
    papers.sort();
    papers
}

#[test]
fn a_training_writes_where_it_was_started_whatever_is_set_for_files() {
    let home = Home::new();
    std::fs::create_dir(home.path("berkas")).unwrap();
    home.write(".config/ovop/config.toml", "files = \"../../berkas\"\n");
    let mut pty = Pty::spawn(home.command(&["demo"]), 80, 24);
    pty.wait_for_text("Kewar");
    pty.settle();
    pty.send("4P0");
    pty.wait_for_text("Ditulis:");
    let [agenda, blank] = &names(&home.path("."))[..] else {
        panic!("{:?}", names(&home.path(".")));
    };
    assert!(agenda.starts_with("agenda-03-"), "{agenda}");
    assert!(blank.starts_with("daftar-hadir-kosong-03-"), "{blank}");
    assert_eq!(names(&home.path("berkas")).len(), 0);
}

#[test]
fn a_session_that_sshd_starts_writes_inside_its_folder_or_nowhere() {
    let home = Home::new();
    let db = home.path("server.db");
    let db = db.to_str().unwrap();
    home.ok(&["init", "--db", db]);
    home.ok(&["user", "add", "maria", "--role", "admin", "--db", db]);
    let event = ["event", "new", "Sosialisasi", "--on", "hari ini"];
    home.ok(&[&event[..], &["--db", db, "--as", "maria"]].concat());
    std::fs::create_dir(home.path("berkas")).unwrap();
    for (set, said, written) in [
        ("", "Di sini tidak ada folder untuk berkas", 0),
        ("files = \"berkas\"\n", "Ditulis:", 1),
    ] {
        let config = home.write("server.toml", format!("database = \"server.db\"\n{set}"));
        let mut command = home.command(&["--as", "maria", "--config", config.to_str().unwrap()]);
        command.env("SSH_CONNECTION", "10.0.0.1 50000 10.0.0.2 22");
        let mut pty = Pty::spawn(command, 80, 24);
        pty.wait_for_text("Kewar");
        pty.settle();
        pty.send("5P1");
        pty.wait_for_text(said);
        let told = words(&pty);
        assert!(told.contains("ssh HOST ovop paper daftar-hadir"), "{told}");
        assert_eq!(names(&home.path("berkas")).len(), written);
        assert_eq!(names(&home.path(".")).len(), 0);
    }
}
