//! What the meeting screen asks for.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::StoreWorker;
use crate::domain::act::Act;
use crate::domain::code::Code;
use crate::domain::list::{Filter, Place, Row, Sort};
use crate::domain::occasion::{Occasion, OccasionAct, Phase, Plan, Topic};
use crate::papers::gather;
use crate::papers::occasion::{Asked, Paper};
use crate::store::{ActRequest, Error, OccasionQuery, OccasionRequest};
use crate::tui::app::meeting::{
    ITEM_MINUTES, Line, MOST_ITEMS, MeetingAnswer, MeetingAsk, MeetingTold, Page, Source, View,
};
use crate::tui::app::message::Told;
use crate::tui::app::msg::Answer;

/// So many of the latest meetings are listed.
const LISTED: u32 = 200;

impl StoreWorker {
    pub(super) fn meeting(&mut self, ask: &MeetingAsk) -> Result<Answer, Error> {
        let answer = match ask {
            MeetingAsk::List { tag } => MeetingAnswer::List {
                tag: *tag,
                briefs: self.shown().occasions(&OccasionQuery {
                    meetings: Some(true),
                    limit: LISTED,
                    ..OccasionQuery::default()
                })?,
            },
            MeetingAsk::View { tag, id, page } => MeetingAnswer::View {
                tag: *tag,
                view: self.view(*id, *page)?.map(Box::new),
            },
            MeetingAsk::Lines(source) => self.lines(source)?,
            MeetingAsk::Plan { batch, id, plan } => {
                let last = self.store.goes_on_with(plan, &[], Some(*id))?;
                let plan = Plan {
                    follows: plan.follows.or(last.map(|b| b.id)),
                    follows_by_default: plan.follows.is_none(),
                    ..(**plan).clone()
                };
                let request = OccasionRequest {
                    occasion: *id,
                    act: OccasionAct::Plan(plan),
                    seen: None,
                    contact: None,
                };
                return self.at_meeting(*batch, &[request]);
            }
            MeetingAsk::Act { batch, requests } => return self.at_meeting(*batch, requests),
            MeetingAsk::Settle {
                batch,
                meeting,
                village,
                acts,
            } => {
                let stamp = self.stamp(*batch);
                let written = match village {
                    Some(village) => {
                        let requests = acts.iter().map(|act| ActRequest {
                            village: village.clone(),
                            act: Act::Follow(act.clone()),
                            on: stamp.today,
                            seen: None,
                        });
                        self.store.act(&stamp, &requests.collect::<Vec<_>>())?
                    }
                    None => self.store.close_promise(&stamp, *meeting, acts)?,
                };
                self.note_own(&written);
                return Ok(Answer::Done(written));
            }
        };
        Ok(Answer::Meeting(answer))
    }

    fn at_meeting(&mut self, batch: Uuid, requests: &[OccasionRequest]) -> Result<Answer, Error> {
        let written = self.store.occasion_act(&self.stamp(batch), requests)?;
        self.note_own(&written);
        Ok(Answer::Done(written))
    }

    /// A meeting as a page shows it, read no further than the page needs it.
    fn view(&self, id: Uuid, page: Option<Page>) -> Result<Option<View>, Error> {
        let store = self.shown();
        let Some(held) = store.occasion(id)? else {
            return Ok(None);
        };
        let o = &*held.occasion;
        let page = page.filter(|p| p.fits(o)).unwrap_or_else(|| Page::of(o));
        let mut places = Vec::new();
        let mut wanted: BTreeSet<Code> = o.villages().cloned().collect();
        let (mut before, mut made, mut slide) = (None, None, None);
        let (mut topics, mut since) = (Vec::new(), None);
        let mut expected = Vec::new();
        // What became of promises is told as of the day on which it is looked at.
        match page {
            Page::Promises => {
                before = Some(store.promises_before(o, self.day())?);
                expected = store.expected(o)?;
            }
            Page::Sum => made = Some(store.promises_made(o, self.day())?),
            Page::Item(n) => {
                slide = store.slide(o, n)?.map(Box::new);
                if slide.is_none() {
                    topics = store.topic_promises(o)?;
                    since = store.previous(o)?.map(|b| b.day);
                }
            }
            Page::List | Page::Agenda => {}
        }
        let told = before.iter().flat_map(|b| &b.promises.all);
        let told = told.chain(made.iter().flat_map(|p| &p.all));
        wanted.extend(told.filter_map(|k| k.chain.village.clone()));
        for code in &wanted {
            places.extend(store.place(code)?);
        }
        Ok(Some(View {
            page,
            leads: self.leads(o),
            places,
            expected,
            before,
            made,
            slide,
            topics,
            since,
            held,
        }))
    }

    /// A past day is only looked at.
    fn leads(&self, o: &Occasion) -> bool {
        o.phase == Phase::Open && self.past.is_none() && o.mover.as_ref() == Some(&self.actor)
    }

    /// What a message tells of a meeting; nothing of one that is not there any more.
    pub(super) fn meeting_told(&self, id: Uuid) -> Result<Told, Error> {
        // The agenda and what was decided are gathered for the same day.
        let asked = Asked::new(Paper::Record, id);
        let shown = (self.shown(), self.past.is_some());
        Ok(match asked.gather(shown, self.day())? {
            None => Told::Nothing,
            Some((occasion, gathered)) => {
                Told::Meeting(Box::new(MeetingTold { occasion, gathered }))
            }
        })
    }

    fn lines(&self, source: &Source) -> Result<MeetingAnswer, Error> {
        let mut rows: Vec<Row> = Vec::new();
        match source {
            Source::Filter(filter) => {
                let too_many = self.shown().count(filter)? as usize > MOST_ITEMS;
                if !too_many {
                    rows = gather::rows(self.shown(), filter, Sort::Age)?;
                    rows.sort_by(|a, b| a.place.code.kecamatan().cmp(b.place.code.kecamatan()));
                }
                let lines = rows.into_iter().map(|r| line(&r.place)).collect();
                Ok(MeetingAnswer::Lines {
                    lines,
                    cut: too_many,
                })
            }
            Source::Marks(codes) => {
                let cut = codes.len() > MOST_ITEMS;
                let kecamatan: BTreeSet<&str> = codes.iter().map(Code::kecamatan).collect();
                for region in kecamatan.into_iter().filter(|_| !cut) {
                    let filter = Filter {
                        region: Some(region.to_owned()),
                        ..Filter::default()
                    };
                    let all = gather::rows(self.shown(), &filter, Sort::Age)?;
                    rows.extend(all.into_iter().filter(|r| codes.contains(&r.place.code)));
                }
                let lines = rows.iter().map(|r| line(&r.place)).collect();
                Ok(MeetingAnswer::Lines { lines, cut })
            }
        }
    }
}

fn line(place: &Place) -> Line {
    Line {
        topic: Topic {
            village: Some(place.code.clone()),
            title: String::new(),
            minutes: ITEM_MINUTES,
        },
        name: format!("{} ({})", place.name, place.kecamatan),
    }
}
