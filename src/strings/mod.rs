//! Every word that a person reads, in Indonesian and in English. A missing one does not compile.
//!
//! Each area is a struct of texts and of functions that fill them in, with one value per language. This room knows the
//! domain, whose facts it puts into words, and nothing else.

mod bulk;
pub mod cli;
pub mod commands;
mod events;
pub mod facts;
mod filter;
pub mod makers;
pub mod meeting;
pub mod message;
pub mod occasions;
pub mod papers;
pub mod past;
mod people;
pub mod present;
pub mod programme;
mod reasons;
pub mod reception;
mod refusals;
pub mod resume;
pub mod screens;
mod sentence;
pub mod terminal;
pub mod trouble;
pub mod views;

/// The language of the screens and answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    #[default]
    Id,
    En,
}

/// All texts of one language.
pub struct Strings {
    pub lang: Lang,
    /// Words for the domain's facts: decisions, stages, dates, refusals.
    pub facts: facts::Facts,
    /// Words of the programme: categories, evidence, obstacles, offices, promises.
    pub programme: programme::Programme,
    /// Producers, workers, months, channels, assistance.
    pub makers: makers::MakerWords,
    /// Words of meetings and events.
    pub occasions: occasions::Occasions,
    /// The event desk.
    pub reception: reception::Reception,
    /// The meeting screen.
    pub meeting: meeting::MeetingWords,
    /// Papers written from the screens.
    pub papers: papers::PaperWords,
    /// The commands of the screens.
    pub commands: commands::Commands,
    /// Looking at a past day on the screens.
    pub past: past::Past,
    /// The line of a filter.
    pub filter: filter::FilterText,
    /// Who else is before the screens.
    pub present: present::PresentWords,
    /// Saved views.
    pub views: views::ViewWords,
    /// Marks, and acts on many villages.
    pub bulk: bulk::Bulk,
    /// The screens as text for a message.
    pub message: message::MessageWords,
    /// Coming back after a lost line.
    pub resume: resume::Resume,
    /// What the screens say.
    pub screens: screens::Screens,
    /// What is said when the screens cannot be shown.
    pub terminal: terminal::Terminal,
    /// What the commands say.
    pub cli: cli::Cli,
    /// What went wrong outside a single act: files, databases, settings.
    pub trouble: trouble::Trouble,
}

static ID: Strings = Strings {
    lang: Lang::Id,
    facts: facts::ID,
    programme: programme::ID,
    makers: makers::MakerWords { lang: Lang::Id },
    occasions: occasions::ID,
    reception: reception::Reception { lang: Lang::Id },
    meeting: meeting::MeetingWords { lang: Lang::Id },
    papers: papers::PaperWords { lang: Lang::Id },
    commands: commands::ID,
    past: past::ID,
    filter: filter::ID,
    present: present::PresentWords { lang: Lang::Id },
    views: views::ViewWords { lang: Lang::Id },
    bulk: bulk::ID,
    message: message::ID,
    resume: resume::ID,
    screens: screens::ID,
    terminal: terminal::ID,
    cli: cli::ID,
    trouble: trouble::ID,
};

static EN: Strings = Strings {
    lang: Lang::En,
    facts: facts::EN,
    programme: programme::EN,
    makers: makers::MakerWords { lang: Lang::En },
    occasions: occasions::EN,
    reception: reception::Reception { lang: Lang::En },
    meeting: meeting::MeetingWords { lang: Lang::En },
    papers: papers::PaperWords { lang: Lang::En },
    commands: commands::EN,
    past: past::EN,
    filter: filter::EN,
    present: present::PresentWords { lang: Lang::En },
    views: views::ViewWords { lang: Lang::En },
    bulk: bulk::EN,
    message: message::EN,
    resume: resume::EN,
    screens: screens::EN,
    terminal: terminal::EN,
    cli: cli::EN,
    trouble: trouble::EN,
};

impl Strings {
    #[must_use]
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Id => &ID,
            Lang::En => &EN,
        }
    }
}

impl Lang {
    /// `id` or `en`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "id" => Some(Self::Id),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The language of a locale such as `en_GB.UTF-8`; English only where the locale says so, Indonesian otherwise.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        if locale == "en" || locale.starts_with("en_") || locale.starts_with("en.") {
            Self::En
        } else {
            Self::Id
        }
    }

    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Id => Self::En,
            Self::En => Self::Id,
        }
    }
}
