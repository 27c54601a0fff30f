//! The made-up making of a product: who makes it, in which months, where it is sold, and who helps.
//!
//! It is rolled with dice of its own, so that it changes nothing else of the story.

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::dice::Dice;
use super::goods::Good;
use super::record::id;
use super::story::{Role, Story};
use crate::domain::act::{Act, MakerAct};
use crate::domain::event::{
    AssistanceBegun, AssistanceEnded, ChannelClosed, ChannelOpened, Group, MonthRecorded,
    ProducerRecorded, ProducerTurned, WorkersCounted,
};
use crate::domain::follow::Office;
use crate::domain::makers::{self, Business, Form, Outlet};
use crate::domain::month::Month;
use crate::domain::quantity::Quantity;
use crate::domain::stage::Stage;

const HELP: [(Office, &str); 6] = [
    (Office::Province, "alat produksi dan pelatihan pengemasan"),
    (Office::FoodAgency, "pendampingan izin edar"),
    (Office::Trade, "desain kemasan dan label"),
    (Office::Dekranasda, "pelatihan pewarna alam"),
    (Office::Campus, "uji mutu dan umur simpan"),
    (Office::Bank, "QRIS dan pembukuan"),
];

/// Heads of groups; no real person is meant.
const PEOPLE: [&str; 6] = [
    "Ibu Maria",
    "Ibu Yuliana",
    "Bapak Yosef",
    "Ibu Rosina",
    "Bapak Domi",
    "Ibu Agustina",
];

const OUTLETS: [(Outlet, &str); 6] = [
    (Outlet::NttMart, "NTT Mart Belu"),
    (Outlet::RegencyMarket, "Halilulik"),
    (Outlet::Dekranasda, ""),
    (Outlet::BumdesShop, ""),
    (Outlet::Online, ""),
    (Outlet::Minimarket, "Atambua"),
];

/// What is told of the making, once somebody makes something.
pub(super) fn tell(
    story: &mut Story<'_>,
    good: &Good,
    holder: &str,
    chosen: NaiveDate,
    stages: &[(Stage, NaiveDate)],
) {
    let seed = story.code.as_str().bytes().filter(u8::is_ascii_digit);
    let seed = seed.fold(7, |n: u64, b| n.wrapping_mul(11).wrapping_add(b.into()));
    let mut dice = Dice::new(seed);
    let day_of = |wanted: Stage| stages.iter().find(|(s, _)| *s == wanted).map(|(_, d)| *d);
    help(story, &mut dice, chosen);
    let Some(begun) = day_of(Stage::Processed) else {
        return;
    };
    let producer = producer(story, &mut dice, holder, begun);
    // Of some products nobody has written down more than who makes them.
    if dice.percent(20) {
        return;
    }
    workers(story, &mut dice, begun);
    let channel = day_of(Stage::Marketed).map(|day| (channel(story, &mut dice, day), day));
    months(story, &mut dice, good, (begun, chosen), channel, producer);
}

fn new_id(dice: &mut Dice, on: NaiveDate) -> Uuid {
    id(on.and_time(chrono::NaiveTime::MIN).and_utc(), dice)
}

/// So many days later, and never after the last day.
fn later(story: &Story<'_>, dice: &mut Dice, day: NaiveDate, most: i64) -> NaiveDate {
    let days = chrono::Days::new(dice.between(0, most).unsigned_abs());
    day.checked_add_days(days).unwrap_or(day).min(story.last)
}

fn producer(
    story: &mut Story<'_>,
    dice: &mut Dice,
    name: &str,
    begun: NaiveDate,
) -> (Uuid, NaiveDate) {
    let on = later(story, dice, begun, 30);
    let (producer, second) = (new_id(dice, on), new_id(dice, on));
    let business = |name: &str, form, dice: &mut Dice| Business {
        name: name.to_owned(),
        form,
        head: dice.word(&PEOPLE).to_owned(),
        men: u32::try_from(dice.between(0, 8)).ok(),
        women: u32::try_from(dice.between(2, 14)).ok(),
        produced: None,
    };
    let form = if name.starts_with("BUMDes") {
        Form::Bumdes
    } else {
        Form::Group
    };
    let first = business(name, form, dice);
    story.say(
        on,
        Role::Companion,
        Act::Makers(MakerAct::RecordProducer(ProducerRecorded {
            producer,
            business: first,
        })),
    );
    let known = on;
    if dice.percent(25) {
        let on = later(story, dice, on, 120);
        let business = business("Usaha Ibu Rumah Tangga", Form::Enterprise, dice);
        let record = MakerAct::RecordProducer(ProducerRecorded {
            producer: second,
            business,
        });
        story.say(on, Role::Companion, Act::Makers(record));
        if dice.percent(30) {
            let on = later(story, dice, on, 200);
            let turned = MakerAct::TurnProducer(ProducerTurned {
                producer: second,
                active: false,
                reason: "bahan baku habis".into(),
            });
            story.say(on, Role::Companion, Act::Makers(turned));
        }
    }
    (producer, known)
}

fn workers(story: &mut Story<'_>, dice: &mut Dice, begun: NaiveDate) {
    let (men, women) = (dice.between(0, 6), dice.between(2, 14));
    let number = |n: i64| u32::try_from(n).unwrap_or(0);
    let mut on = later(story, dice, begun, 60);
    for check in 0..2 {
        let all = men + women;
        let insured = |chance: i64, dice: &mut Dice| {
            dice.percent(chance)
                .then(|| dice.between(0, all).min(all))
                .map(number)
        };
        let counted = WorkersCounted {
            men: number(men),
            women: number(women),
            work: insured(70, dice),
            health: insured(80, dice),
        };
        story.say(
            on,
            Role::Companion,
            Act::Makers(MakerAct::CountWorkers(counted)),
        );
        if check == 0 && dice.percent(50) {
            on = later(story, dice, on, 240);
        } else {
            return;
        }
    }
}

fn channel(story: &mut Story<'_>, dice: &mut Dice, day: NaiveDate) -> Uuid {
    let first = new_id(dice, day);
    let at = usize::try_from(dice.between(0, 5)).unwrap_or(0);
    for (n, (outlet, name)) in OUTLETS.iter().cycle().skip(at).take(2).enumerate() {
        if n == 1 && dice.percent(55) {
            break;
        }
        let on = if n == 0 {
            day
        } else {
            later(story, dice, day, 150)
        };
        let channel = if n == 0 { first } else { new_id(dice, on) };
        let opened = MakerAct::OpenChannel(ChannelOpened {
            channel,
            outlet: *outlet,
            name: (*name).to_owned(),
        });
        story.say(on, Role::Companion, Act::Makers(opened));
        if n == 1 && dice.percent(40) {
            let on = later(story, dice, on, 200);
            let closed = MakerAct::CloseChannel(ChannelClosed {
                channel,
                reason: "pasokan tidak tetap".into(),
            });
            story.say(on, Role::Companion, Act::Makers(closed));
        }
    }
    first
}

/// Month after month, with gaps: some months nothing was made, of some nobody has written anything.
fn months(
    story: &mut Story<'_>,
    dice: &mut Dice,
    good: &Good,
    (begun, chosen): (NaiveDate, NaiveDate),
    channel: Option<(Uuid, NaiveDate)>,
    producer: (Uuid, NaiveDate),
) {
    let (unit, least, most, price) = match good.group {
        Group::Services => ("paket", 1, 12, 300_000),
        _ if good.food.is_empty() => ("lembar", 2, 30, 250_000),
        _ => ("bungkus", 20, 400, 15_000),
    };
    // The rains keep some from drying and from driving.
    let rainy = dice.percent(60);
    let steady = dice.between(55, 98);
    let now = Month::of(story.last);
    let first = Month::of(begun);
    let mut month = now.back(23);
    while month < now {
        let next = Month::of(month.last_day() + chrono::Days::new(1));
        if month >= first {
            let wet = rainy && matches!(month.month0() + 1, 1..=3);
            let made = if wet { 25 } else { steady };
            let known = dice.percent(88);
            let volume = if dice.percent(made) {
                dice.between(least, most)
            } else {
                0
            };
            let on = makers::day_of(month, Some(chosen), story.last);
            // Nothing is told of a producer or a channel before it is known.
            let then = |(id, since): (Uuid, NaiveDate)| (since <= on).then_some(id);
            let sold = volume > 0 && dice.percent(70);
            if known {
                let volume = volume.unsigned_abs();
                let act = MakerAct::RecordMonth(MonthRecorded {
                    month,
                    volume: Some(Quantity::whole(volume)),
                    unit: unit.to_owned(),
                    turnover: Some(volume * price),
                    channel: channel.filter(|_| sold).and_then(then),
                    producer: then(producer),
                });
                story.say(on, Role::Companion, Act::Makers(act));
            }
        }
        month = next;
    }
}

fn help(story: &mut Story<'_>, dice: &mut Dice, chosen: NaiveDate) {
    if !dice.percent(35) {
        return;
    }
    let Some((office, what)) = dice.pick(&HELP).copied() else {
        return;
    };
    let asked = later(story, dice, chosen, 60);
    let assistance = new_id(dice, asked);
    let begun = |waiting| {
        Act::Makers(MakerAct::BeginAssistance(AssistanceBegun {
            assistance,
            office,
            what: what.to_owned(),
            waiting,
        }))
    };
    let waits = dice.percent(40);
    story.say(asked, Role::Senior, begun(waits));
    if waits && dice.percent(50) {
        return;
    }
    let started = later(story, dice, asked, 90);
    if waits {
        story.say(started, Role::Senior, begun(false));
    }
    if dice.percent(45) {
        let ended = later(story, dice, started, 240);
        let act = MakerAct::EndAssistance(AssistanceEnded {
            assistance,
            handover: format!("BAST {}/{}", dice.between(1, 60), ended.year()),
            note: String::new(),
        });
        story.say(ended, Role::Senior, Act::Makers(act));
    }
}
