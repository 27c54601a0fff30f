//! What the commands say.

pub mod answers;
pub mod attention;
pub mod bulk;
pub mod card;
pub mod demo;
pub mod deployment;
pub mod doctor;
pub mod door;
pub mod faults;
pub mod filter;
pub mod follow;
pub mod gates;
pub mod help;
pub mod keeper;
pub mod maker_help;
pub mod makers;
pub mod occasion_help;
pub mod occasions;
pub mod papers;
pub mod past;
pub mod people;
pub mod people_help;
pub mod shared;
pub mod wrong;

use super::Lang;

/// A struct of fixed texts, with both languages of each text side by side: Indonesian, English.
macro_rules! texts {
    ($(#[$about:meta])* pub struct $name:ident {
        $($(#[$remark:meta])* $field:ident: $id:expr, $en:expr;)*
    }) => {
        $(#[$about])*
        pub struct $name {
            $($(#[$remark])* pub $field: &'static str,)*
        }

        impl $name {
            pub(super) const ID: Self = Self { $($field: $id,)* };
            pub(super) const EN: Self = Self { $($field: $en,)* };
        }
    };
}
use texts;

/// All that the commands say in one language.
pub struct Cli {
    pub shape: help::Shape,
    pub commands: help::Commands,
    pub options: help::Options,
    pub maker_help: maker_help::MakerHelp,
    pub occasion_help: occasion_help::OccasionHelp,
    pub people_help: people_help::PeopleHelp,
    pub exits: help::ExitCodes,
    pub man: help::Man,
    /// Answers and what is said beside them.
    pub words: answers::Words,
    /// One village in words.
    pub card: card::CardWords,
    /// The rules of the stages, and how a village stands by them.
    pub gates: gates::GateWords,
    /// Obstacles and promises.
    pub follow: follow::FollowWords,
    /// Producers, workers, months, channels and assistance.
    pub makers: makers::MakerAnswers,
    pub bulk: bulk::BulkAnswers,
    /// Meetings and events.
    pub occasions: occasions::OccasionWords,
    /// What needs attention, and the board.
    pub attention: attention::AttentionWords,
    /// A filter that cannot be read.
    pub filter: filter::FilterWords,
    /// A past day, and what moved since.
    pub past: past::PastWords,
    /// Backups and the keeper.
    pub keeper: keeper::KeeperWords,
    /// What `ovop doctor` finds on a server.
    pub deployment: deployment::DeploymentWords,
    /// At the door of a server.
    pub door: door::DoorWords,
    /// A shared database.
    pub shared: shared::SharedWords,
    /// People and roles.
    pub people: people::PeopleWords,
    /// Papers.
    pub papers: papers::PaperWords,
    /// Training on made-up data.
    pub demo: demo::Demo,
    /// What `ovop doctor` finds.
    pub doctor: doctor::Doctor,
    /// Files, folders and settings that cannot be used.
    pub faults: faults::Faults,
    /// A command line that cannot be read.
    pub wrong: wrong::Wrong,
}

pub const ID: Cli = Cli {
    shape: help::Shape::ID,
    commands: help::Commands::ID,
    options: help::Options::ID,
    maker_help: maker_help::MakerHelp::ID,
    occasion_help: occasion_help::OccasionHelp::ID,
    people_help: people_help::PeopleHelp::ID,
    exits: help::ExitCodes::ID,
    man: help::Man::ID,
    words: answers::Words { lang: Lang::Id },
    card: card::CardWords { lang: Lang::Id },
    gates: gates::GateWords { lang: Lang::Id },
    follow: follow::FollowWords { lang: Lang::Id },
    makers: makers::MakerAnswers { lang: Lang::Id },
    bulk: bulk::BulkAnswers { lang: Lang::Id },
    occasions: occasions::OccasionWords { lang: Lang::Id },
    attention: attention::AttentionWords { lang: Lang::Id },
    filter: filter::FilterWords { lang: Lang::Id },
    past: past::PastWords { lang: Lang::Id },
    people: people::PeopleWords { lang: Lang::Id },
    keeper: keeper::KeeperWords { lang: Lang::Id },
    deployment: deployment::DeploymentWords { lang: Lang::Id },
    door: door::DoorWords { lang: Lang::Id },
    shared: shared::SharedWords { lang: Lang::Id },
    papers: papers::PaperWords::ID,
    demo: demo::Demo::ID,
    doctor: doctor::Doctor { lang: Lang::Id },
    faults: faults::Faults { lang: Lang::Id },
    wrong: wrong::Wrong { lang: Lang::Id },
};

pub const EN: Cli = Cli {
    shape: help::Shape::EN,
    commands: help::Commands::EN,
    options: help::Options::EN,
    maker_help: maker_help::MakerHelp::EN,
    occasion_help: occasion_help::OccasionHelp::EN,
    people_help: people_help::PeopleHelp::EN,
    exits: help::ExitCodes::EN,
    man: help::Man::EN,
    words: answers::Words { lang: Lang::En },
    card: card::CardWords { lang: Lang::En },
    gates: gates::GateWords { lang: Lang::En },
    follow: follow::FollowWords { lang: Lang::En },
    makers: makers::MakerAnswers { lang: Lang::En },
    bulk: bulk::BulkAnswers { lang: Lang::En },
    occasions: occasions::OccasionWords { lang: Lang::En },
    attention: attention::AttentionWords { lang: Lang::En },
    filter: filter::FilterWords { lang: Lang::En },
    past: past::PastWords { lang: Lang::En },
    people: people::PeopleWords { lang: Lang::En },
    keeper: keeper::KeeperWords { lang: Lang::En },
    deployment: deployment::DeploymentWords { lang: Lang::En },
    door: door::DoorWords { lang: Lang::En },
    shared: shared::SharedWords { lang: Lang::En },
    papers: papers::PaperWords::EN,
    demo: demo::Demo::EN,
    doctor: doctor::Doctor { lang: Lang::En },
    faults: faults::Faults { lang: Lang::En },
    wrong: wrong::Wrong { lang: Lang::En },
};

impl Lang {
    /// The one of two that this language wants.
    pub(super) fn pick<T>(self, id: T, en: T) -> T {
        match self {
            Self::Id => id,
            Self::En => en,
        }
    }
}
