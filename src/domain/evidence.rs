//! Evidence: what is claimed to prove a stage, and what somebody of the programme has verified.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::event::Event;
use super::gate::{Follows, Item, Need, Rules};
use super::stage::Stage;
use super::village::Choice;

mod back;
pub use back::{StepBack, step_back};

/// How far a paper or proof is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    #[serde(rename = "belum-diurus")]
    NotBegun,
    #[serde(rename = "berkas-kurang")]
    PapersMissing,
    #[serde(rename = "diajukan")]
    Applied,
    /// There: issued, written, built, seen.
    #[serde(rename = "ada")]
    Present,
    #[serde(rename = "ditolak")]
    Refused,
    /// Does not apply to this product. A complete answer where the rules list it, as for halal, and the end of the
    /// question for what is not required; to anything else that is required it is no answer.
    #[serde(rename = "tidak-wajib")]
    NotRequired,
    /// Not halal by nature, and labelled so: a complete answer.
    #[serde(rename = "tidak-halal")]
    NotHalal,
}

impl Status {
    pub const ALL: [Self; 7] = [
        Self::NotBegun,
        Self::PapersMissing,
        Self::Applied,
        Self::Present,
        Self::Refused,
        Self::NotRequired,
        Self::NotHalal,
    ];

    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::NotBegun => "belum-diurus",
            Self::PapersMissing => "berkas-kurang",
            Self::Applied => "diajukan",
            Self::Present => "ada",
            Self::Refused => "ditolak",
            Self::NotRequired => "tidak-wajib",
            Self::NotHalal => "tidak-halal",
        }
    }

    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        Self::ALL.into_iter().find(|s| s.word() == text)
    }

    /// On the way to a paper, or stopped on it: says nothing against one that is there.
    #[must_use]
    pub fn is_under_way(self) -> bool {
        matches!(
            self,
            Self::NotBegun | Self::PapersMissing | Self::Applied | Self::Refused
        )
    }
}

/// Something is claimed about an item of the gates. A later claim about the same item takes its place; only a paper that
/// was verified stays beside what is under way for the next one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceClaimed {
    /// Names the claim, so that a verification speaks of this one and no other.
    pub evidence: Uuid,
    pub item: String,
    pub status: Status,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// The office or body that issued it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub issuer: String,
    /// The producer who holds it; papers belong to producers, not to villages.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub holder: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<NaiveDate>,
    /// The papers that are missing, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub missing: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl EvidenceClaimed {
    /// A claim that says no more than how an item stands.
    #[must_use]
    pub fn bare(evidence: Uuid, item: &str, status: Status) -> Self {
        Self {
            evidence,
            item: item.to_owned(),
            status,
            number: String::new(),
            issuer: String::new(),
            holder: String::new(),
            issued: None,
            expires: None,
            missing: String::new(),
            note: String::new(),
        }
    }

    /// The day up to which the rules let it hold, where they say so and its first day is known.
    #[must_use]
    pub fn longest(&self, item: &Item) -> Option<NaiveDate> {
        let months = Months::new(item.valid_months?);
        self.issued?.checked_add_months(months)
    }
}

/// Somebody of the programme has looked and it is so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceVerified {
    pub evidence: Uuid,
    /// The item that is claimed, for whoever reads the log.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub item: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A claim turned out wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceWithdrawn {
    pub evidence: Uuid,
    /// The item that was claimed, for whoever reads the log.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub item: String,
    pub reason: String,
}

/// The evidence for one item, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub claim: EvidenceClaimed,
    pub on: NaiveDate,
    pub by: String,
    /// Who verified it, and when.
    pub verified: Option<(String, NaiveDate)>,
}

impl Choice {
    /// Applies an event about evidence; false when it has nothing to act upon.
    pub(super) fn take_evidence(&mut self, event: &Event, on: NaiveDate, actor: &str) -> bool {
        let at =
            |evidence: &[Evidence], id: Uuid| evidence.iter().position(|e| e.claim.evidence == id);
        match event {
            Event::EvidenceClaimed(claim) => {
                let stays = |e: &Evidence| {
                    claim.status.is_under_way()
                        && e.claim.status == Status::Present
                        && e.verified.is_some()
                };
                self.evidence
                    .retain(|e| e.claim.item != claim.item || stays(e));
                self.evidence.push(Evidence {
                    claim: claim.clone(),
                    on,
                    by: actor.to_owned(),
                    verified: None,
                });
                true
            }
            Event::EvidenceVerified(e) => match at(&self.evidence, e.evidence) {
                Some(at) => {
                    self.evidence[at].verified = Some((actor.to_owned(), on));
                    true
                }
                None => false,
            },
            Event::EvidenceWithdrawn(e) => match at(&self.evidence, e.evidence) {
                Some(at) => {
                    self.evidence.remove(at);
                    true
                }
                None => false,
            },
            _ => false,
        }
    }
}

/// How an item of the gates stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Nothing is known, or it is not there yet.
    Missing,
    /// It is said to be there; nobody has verified it.
    Claimed,
    Verified,
    /// It was there; its time is over.
    Expired,
    /// Said not to apply.
    Waived,
}

impl Standing {
    /// Whether a required item stands well enough to carry a verified stage.
    #[must_use]
    pub fn carries(self) -> bool {
        matches!(self, Self::Verified | Self::Waived)
    }
}

/// An item with how it weighs and stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check<'a> {
    pub item: &'a Item,
    pub need: Need,
    pub standing: Standing,
    pub evidence: Option<&'a Evidence>,
}

impl Check<'_> {
    /// Keeps the stage from being verified: required, and not standing well enough.
    #[must_use]
    pub fn blocks(&self) -> bool {
        self.need == Need::Required && !self.standing.carries()
    }
}

impl Evidence {
    /// The day on which it ends: as written on it, but no later than the rules let it hold.
    #[must_use]
    pub fn ends(&self, item: &Item) -> Option<NaiveDate> {
        let longest = self.claim.longest(item);
        self.claim.expires.map_or(longest, |end| {
            Some(longest.map_or(end, |longest| end.min(longest)))
        })
    }

    fn standing(&self, item: &Item, need: Need, day: NaiveDate) -> Standing {
        let listed = item.answers.contains(&self.claim.status);
        let stands = match self.claim.status {
            // What is required cannot be waved away, unless the rules take that for an answer.
            Status::NotRequired if listed || need != Need::Required => Standing::Waived,
            Status::Present => Standing::Verified,
            _ if listed => Standing::Verified,
            _ => return Standing::Missing,
        };
        if stands == Standing::Verified && self.ends(item).is_some_and(|end| end < day) {
            return Standing::Expired;
        }
        match &self.verified {
            Some((_, on)) if *on <= day => stands,
            _ => Standing::Claimed,
        }
    }
}

/// Months before its end in which a paper is warned of that the rules name no time for.
const WARNED: u32 = 1;

/// When a paper must be thought of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Renewal {
    /// First warning.
    Soon,
    /// The renewal must be filed now.
    Due,
    Expired,
}

/// Whether a paper is near its end or past it, by the rules of the day.
#[must_use]
pub fn renewal(evidence: &Evidence, item: &Item, day: NaiveDate) -> Option<(Renewal, NaiveDate)> {
    if evidence.claim.status != Status::Present {
        return None;
    }
    let end = evidence.ends(item)?;
    let before = |months: u32| {
        let from = end.checked_sub_months(Months::new(months));
        from.is_none_or(|from| from <= day)
    };
    let renewal = if end < day {
        Renewal::Expired
    } else if item.renew_months.is_some_and(before) {
        Renewal::Due
    } else if before(warned(item)) {
        Renewal::Soon
    } else {
        return None;
    };
    Some((renewal, end))
}

/// So many months before its end a paper is warned of.
fn warned(item: &Item) -> u32 {
    let rules = item.warn_months.max(item.renew_months);
    rules.unwrap_or(WARNED)
}

/// All items a product is asked for up to and with a stage, with how they stand on a day.
#[must_use]
pub fn checks<'a>(
    choice: &'a Choice,
    stage: Stage,
    rules: &'a Rules,
    day: NaiveDate,
) -> Vec<Check<'a>> {
    Stage::ALL
        .into_iter()
        .filter(|s| *s <= stage)
        .flat_map(|s| of_stage(choice, s, rules, day))
        .collect()
}

/// The items of one stage, with how they stand on a day.
#[must_use]
pub fn of_stage<'a>(
    choice: &'a Choice,
    stage: Stage,
    rules: &'a Rules,
    day: NaiveDate,
) -> Vec<Check<'a>> {
    let category = choice.category;
    rules
        .asked(stage, category)
        .map(|(item, need)| {
            let evidence = choice.evidence.iter().find(|e| e.claim.item == item.id);
            let standing = standing(choice, item, need, evidence, day);
            Check {
                item,
                need,
                standing,
                evidence,
            }
        })
        .collect()
}

fn standing(
    choice: &Choice,
    item: &Item,
    need: Need,
    evidence: Option<&Evidence>,
    day: NaiveDate,
) -> Standing {
    let follows = |there: bool| {
        if there {
            Standing::Verified
        } else {
            Standing::Missing
        }
    };
    match (item.from, evidence) {
        (Some(Follows::Minutes), _) => follows(!choice.minutes.is_empty()),
        (Some(Follows::Decree), _) => follows(choice.decree.is_some()),
        (None, Some(evidence)) => evidence.standing(item, need, day),
        (None, None) => Standing::Missing,
    }
}

/// The highest stage up to which everything required is verified on a day; none when even the first is not.
#[must_use]
pub fn verified_stage(choice: &Choice, rules: &Rules, day: NaiveDate) -> Option<Stage> {
    let mut verified = None;
    for stage in Stage::ALL {
        if of_stage(choice, stage, rules, day)
            .iter()
            .any(Check::blocks)
        {
            break;
        }
        verified = Some(stage);
    }
    verified
}

/// For each stage the last day on which it is verified as things stand: as long as its own required papers and those of
/// the stages below hold. None where something required is not verified at all.
#[must_use]
pub fn holds_until(choice: &Choice, rules: &Rules) -> [Option<NaiveDate>; 4] {
    let mut until = Some(NaiveDate::MAX);
    Stage::ALL.map(|stage| {
        for (item, _) in rules
            .asked(stage, choice.category)
            .filter(|(_, need)| *need == Need::Required)
        {
            until = until.min(item_holds_until(choice, item));
        }
        until
    })
}

/// The last day on which a required item stands well enough to carry a verified stage; none when it does not at all.
fn item_holds_until(choice: &Choice, item: &Item) -> Option<NaiveDate> {
    let evidence = choice.evidence.iter().find(|e| e.claim.item == item.id);
    let end = evidence
        .and_then(|e| e.ends(item))
        .unwrap_or(NaiveDate::MAX);
    // At its end it has been verified, if it ever is, and has not run out.
    standing(choice, item, Need::Required, evidence, end)
        .carries()
        .then_some(end)
}

/// The first day on which [`renewal`] speaks of a paper that the product is asked for.
#[must_use]
pub fn warn_from(choice: &Choice, rules: &Rules) -> Option<NaiveDate> {
    choice
        .evidence
        .iter()
        .filter(|e| e.claim.status == Status::Present)
        .filter_map(|e| {
            let item = rules.item(&e.claim.item)?;
            if item.need(choice.category) == Need::NotAsked {
                return None;
            }
            let months = Months::new(warned(item));
            e.ends(item)?.checked_sub_months(months)
        })
        .min()
}

/// The stage to prove next: the one that is declared, or the one after the verified stage where that is further.
#[must_use]
pub fn goal(choice: &Choice, rules: &Rules, day: NaiveDate) -> Stage {
    verified_stage(choice, rules, day)
        .map_or(Stage::Potential, |s| s.next().unwrap_or(s))
        .max(choice.stage)
}

/// What keeps the [`goal`] from being verified: the village's ready-made next actions.
#[must_use]
pub fn missing<'a>(choice: &'a Choice, rules: &'a Rules, day: NaiveDate) -> Vec<Check<'a>> {
    checks(choice, goal(choice, rules, day), rules, day)
        .into_iter()
        .filter(Check::blocks)
        .collect()
}

#[cfg(test)]
mod tests;
