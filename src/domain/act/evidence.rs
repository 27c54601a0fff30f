//! Acts on what proves a stage.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Field, Refusal, after_choice, line, needed, not_before, passage};
use crate::domain::event::{
    CategorySet, Event, EvidenceClaimed, EvidenceVerified, EvidenceWithdrawn,
};
use crate::domain::evidence::{Evidence, Status};
use crate::domain::gate::Category;
use crate::domain::village::Village;

/// One act on the evidence of a village's chosen product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvidenceAct {
    /// Say by whose gates the product is judged.
    SetCategory {
        category: Category,
    },
    /// Record how an item stands; takes the place of what was said of it before.
    Claim(EvidenceClaimed),
    /// Confirm what is claimed, having looked.
    Verify {
        evidence: Uuid,
        note: String,
    },
    Withdraw {
        evidence: Uuid,
        reason: String,
    },
}

impl EvidenceAct {
    /// Turns the act into its event; the day itself has been checked.
    ///
    /// # Errors
    /// The [`Refusal`] that says what is wrong.
    pub(super) fn check(&self, village: &Village, on: NaiveDate) -> Result<Event, Refusal> {
        let choice = after_choice(village, on)?;
        let find = |id: Uuid| -> Result<&Evidence, Refusal> {
            let mut known = choice.evidence.iter();
            known
                .find(|e| e.claim.evidence == id)
                .ok_or(Refusal::UnknownEvidence)
        };
        Ok(match self {
            Self::SetCategory { category } if *category == choice.category => {
                return Err(Refusal::SameCategory {
                    category: *category,
                });
            }
            Self::SetCategory { category } => Event::CategorySet(CategorySet {
                category: *category,
            }),
            Self::Claim(claim) => {
                if let (Some(issued), Some(expires)) = (claim.issued, claim.expires)
                    && expires < issued
                {
                    return Err(Refusal::EndsBeforeIssue);
                }
                let mut of_item = choice
                    .evidence
                    .iter()
                    .filter(|e| e.claim.item == claim.item);
                if let Some(verified) = of_item.find_map(|e| verified_after(e, on)) {
                    return Err(Refusal::VerifiedSince { on: verified });
                }
                Event::EvidenceClaimed(EvidenceClaimed {
                    item: needed(Field::Item, line(Field::Item, &claim.item)?)?,
                    number: line(Field::Number, &claim.number)?,
                    issuer: line(Field::Issuer, &claim.issuer)?,
                    holder: line(Field::Holder, &claim.holder)?,
                    missing: passage(Field::Missing, &claim.missing)?,
                    note: passage(Field::Note, &claim.note)?,
                    ..claim.clone()
                })
            }
            Self::Verify { evidence, note } => {
                let found = find(*evidence)?;
                if let Some((by, on)) = &found.verified {
                    return Err(Refusal::VerifiedAlready {
                        by: by.clone(),
                        on: *on,
                    });
                }
                if !matches!(
                    found.claim.status,
                    Status::Present | Status::NotRequired | Status::NotHalal
                ) {
                    return Err(Refusal::NothingToVerify);
                }
                not_before(found.on, on)?;
                Event::EvidenceVerified(EvidenceVerified {
                    evidence: *evidence,
                    item: found.claim.item.clone(),
                    note: passage(Field::Note, note)?,
                })
            }
            Self::Withdraw { evidence, reason } => {
                let found = find(*evidence)?;
                not_before(found.on, on)?;
                Event::EvidenceWithdrawn(EvidenceWithdrawn {
                    evidence: *evidence,
                    item: found.claim.item.clone(),
                    reason: needed(Field::Reason, passage(Field::Reason, reason)?)?,
                })
            }
        })
    }
}

/// The day on which a claim of this day or earlier was verified, where that is later.
fn verified_after(evidence: &Evidence, on: NaiveDate) -> Option<NaiveDate> {
    let (_, verified) = evidence.verified.as_ref()?;
    (evidence.on <= on && on < *verified).then_some(*verified)
}
