//! Databases to test with, and short ways to act on them.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use ovop::domain::act::{Act, EvidenceAct, FollowAct};
use ovop::domain::code::Code;
use ovop::domain::event::{
    ActionPlanned, BlockerRaised, Event, EvidenceClaimed, Forum, Group, Source,
};
use ovop::domain::evidence::Status;
use ovop::domain::follow::{Obstacle, Office, Outcome};
use ovop::domain::gate::{RuleBook, Rules};
use ovop::domain::stage::Stage;
use ovop::register::{RegionEntry, Register, VillageEntry};
use ovop::store::{ActRequest, Error, Setup, Stamp, Store, Written};
use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

pub struct Db {
    pub folder: tempfile::TempDir,
    pub path: PathBuf,
}

impl Db {
    /// Two regencies, three kecamatan, nine villages, nothing known of them.
    pub fn small() -> Self {
        Self::with(&small_register(), Vec::new())
    }

    pub fn with(register: &Register, first: Vec<(Code, Event, NaiveDate)>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ovop.db");
        create(&path, register, first).unwrap();
        Self { folder, path }
    }

    pub fn open(&self) -> Store {
        open(&self.path)
    }

    /// The database as a stranger's program sees it, without the store's settings.
    pub fn raw(&self) -> Connection {
        raw(&self.path)
    }
}

pub fn open(path: &Path) -> Store {
    Store::open(path, nov(30)).unwrap()
}

/// The rules that hold on the day on which everything here is written.
pub fn rules() -> &'static Rules {
    RuleBook::shipped().on(nov(30))
}

pub fn raw(path: &Path) -> Connection {
    Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap()
}

pub fn create(
    path: &Path,
    register: &Register,
    first: Vec<(Code, Event, NaiveDate)>,
) -> Result<(), Error> {
    let setup = Setup {
        register,
        first,
        stamp: stamp(u128::MAX, "ovop"),
    };
    Store::create(path, &setup)
}

pub fn small_register() -> Register {
    let region = |code: &str, name: &str| RegionEntry {
        code: code.into(),
        name: name.into(),
    };
    let village = |code: &str, name: &str| VillageEntry {
        code: Code::parse(code).unwrap(),
        name: name.into(),
    };
    Register {
        regencies: vec![
            region("53.04", "KABUPATEN BELU"),
            region("53.21", "KABUPATEN MALAKA"),
        ],
        kecamatan: vec![
            region("53.04.01", "Lamaknen"),
            region("53.04.12", "Kota Atambua"),
            region("53.21.11", "Kobalima"),
        ],
        villages: vec![
            village("53.04.01.2001", "Kewar"),
            village("53.04.01.2002", "Fulur"),
            village("53.04.01.2004", "Duarato"),
            village("53.04.12.1001", "Kota Atambua"),
            village("53.04.12.1003", "Manumutin"),
            village("53.21.11.2006", "Lakekun Utara"),
            village("53.21.11.2007", "Lakekun"),
            village("53.21.11.2008", "Lakekun Barat"),
            village("53.21.11.2009", "Alas"),
        ],
    }
}

/// A village of the small register.
pub fn village(n: usize) -> Code {
    small_register().villages[n].code.clone()
}

pub fn nov(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 11, day).unwrap()
}

pub fn stamp(batch: u128, actor: &str) -> Stamp {
    Stamp {
        batch: Uuid::from_u128(batch),
        actor: actor.into(),
        now: noon(),
        today: nov(30),
    }
}

/// With a fraction, as clocks give it: it has to come back to the nanosecond.
pub fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2025, 11, 30, 5, 0, 0).unwrap()
        + chrono::TimeDelta::nanoseconds(123_456_789)
}

pub fn request(n: usize, act: Act, day: u32) -> ActRequest {
    ActRequest {
        village: village(n),
        act,
        on: nov(day),
        seen: None,
    }
}

/// One act of Maria's.
pub fn act(store: &mut Store, batch: u128, request: ActRequest) -> Result<Written, Error> {
    store.act(&stamp(batch, "maria"), &[request])
}

pub fn potential(id: u128, name: &str) -> Act {
    Act::RecordPotential {
        id: Uuid::from_u128(id),
        name: name.into(),
        group: Group::Estate,
        source: Source::Field,
        note: "dilihat sendiri".into(),
    }
}

pub fn choose(id: u128, reason: &str) -> Act {
    Act::Choose {
        potential: Uuid::from_u128(id),
        product: String::new(),
        forum: Forum::RegencyAppointment,
        minutes: "02/BA/2025".into(),
        reason: reason.into(),
    }
}

pub fn declare(to: Stage) -> Act {
    Act::DeclareStage {
        to,
        basis: "contoh dilihat".into(),
    }
}

pub fn note(text: &str) -> Act {
    Act::Note { text: text.into() }
}

/// Something is there, without number or dates.
pub fn claim(id: u128, item: &str) -> EvidenceClaimed {
    EvidenceClaimed::bare(Uuid::from_u128(id), item, Status::Present)
}

pub fn claimed(claim: EvidenceClaimed) -> Act {
    Act::Evidence(EvidenceAct::Claim(claim))
}

pub fn verify(id: u128) -> Act {
    Act::Evidence(EvidenceAct::Verify {
        evidence: Uuid::from_u128(id),
        note: "dilihat".into(),
    })
}

pub fn withdraw(id: u128) -> Act {
    Act::Evidence(EvidenceAct::Withdraw {
        evidence: Uuid::from_u128(id),
        reason: "milik desa lain".into(),
    })
}

pub fn blocker(id: u128, office: Office) -> Act {
    Act::Follow(FollowAct::RaiseBlocker(BlockerRaised {
        blocker: Uuid::from_u128(id),
        obstacle: Obstacle::PermitFood,
        office,
        note: String::new(),
    }))
}

pub fn cleared(id: u128) -> Act {
    Act::Follow(FollowAct::ClearBlocker {
        blocker: Uuid::from_u128(id),
        how: "izin terbit".into(),
    })
}

pub fn plan(id: u128, due: NaiveDate) -> Act {
    Act::Follow(FollowAct::PlanAction(ActionPlanned {
        action: Uuid::from_u128(id),
        what: "urus izin".into(),
        office: Office::Health,
        who: String::new(),
        due,
        item: None,
        from: None,
        after: None,
    }))
}

pub fn closed(id: u128) -> Act {
    Act::Follow(FollowAct::CloseAction {
        action: Uuid::from_u128(id),
        outcome: Outcome::Done,
        note: String::new(),
    })
}
