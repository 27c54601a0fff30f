//! R11, *Laporan Kegiatan*: what the head of the office and the treasurer want after an outreach event.

use super::super::document::{Block, Document};
use super::super::office::Office;
use super::attendance::counted;
use super::{Meeting, or_dots, pairs};

/// The report of an activity. What the record does not hold is left as dotted lines.
#[must_use]
pub fn report(office: &Office<'_>, m: &Meeting<'_>) -> Document {
    let plan = &m.occasion.plan;
    let mut parts: Vec<(&str, Vec<Block>)> = Vec::new();
    let basis = [&plan.basis, &plan.invitation].into_iter();
    let basis: Vec<String> = basis.filter(|b| !b.is_empty()).cloned().collect();
    parts.push((
        "Dasar",
        if basis.is_empty() {
            lines(2)
        } else {
            vec![Block::Numbered(basis)]
        },
    ));
    parts.push(("Maksud dan tujuan", lines(3)));
    let mut where_and_when = pairs([
        ("Hari/tanggal", m.day()),
        ("Pukul", m.hours()),
        ("Tempat", or_dots(&plan.place)),
        ("Penyelenggara", or_dots(&plan.organiser)),
    ]);
    if !plan.funds.is_empty() {
        where_and_when.push(("Sumber dana".into(), plan.funds.clone()));
    }
    parts.push(("Waktu dan tempat", vec![Block::Pairs(where_and_when)]));
    let mut participants = vec![Block::Paragraph(format!("Peserta: {}.", m.persons()))];
    participants.extend(counted(m, &m.here()));
    parts.push(("Peserta", participants));
    parts.push(("Narasumber", lines(2)));
    parts.push(("Jalannya kegiatan", course(office, m)));
    parts.push(("Hasil", results(m)));
    parts.push(("Kesimpulan dan saran", lines(3)));
    parts.push(("Lampiran", vec![Block::Numbered(enclosed(m))]));
    let mut blocks = Vec::new();
    for (letter, (title, part)) in ('A'..).zip(parts) {
        blocks.push(Block::Heading(format!("{letter}. {title}")));
        blocks.extend(part);
    }
    blocks.push(office.signatures());
    let title = vec!["Laporan Kegiatan".into(), m.title()];
    let mut doc = Document {
        blocks,
        ..m.document(office, title, true)
    };
    if !m.region.is_empty() {
        doc.subtitle.push(m.region.to_owned());
    }
    m.addenda(&mut doc);
    doc
}

fn lines(n: usize) -> Vec<Block> {
    vec![Block::Dotted(n)]
}

fn course(office: &Office<'_>, m: &Meeting<'_>) -> Vec<Block> {
    let o = m.occasion;
    // Who opened it, and what was said, is no matter for a group.
    if office.public {
        return vec![Block::Paragraph(format!("Pukul {}.", m.hours()))];
    }
    let opener = match o.plan.opener.as_str() {
        "" => String::new(),
        opener => format!(" oleh {opener}"),
    };
    let zone = super::zone_word(m.zone);
    let mut blocks = vec![Block::Paragraph(format!(
        "Kegiatan dibuka pukul {} {zone}{opener}.",
        m.beginning()
    ))];
    let notes = o.notes.iter().chain(o.items.iter().flat_map(|i| &i.notes));
    let said: Vec<String> = notes.map(|n| m.said_at(n)).collect();
    blocks.push(if said.is_empty() {
        Block::Dotted(4)
    } else {
        Block::Bullets(said)
    });
    blocks
}

fn results(m: &Meeting<'_>) -> Vec<Block> {
    let (present, expected) = m.here().villages();
    let mut results = Vec::new();
    if expected > 0 {
        results.push(format!("{present} dari {expected} desa terwakili."));
    }
    let triaged = m.triaged();
    if !triaged.is_empty() {
        results.push(format!("Keputusan: {triaged}."));
    }
    let mut blocks = Vec::new();
    if !results.is_empty() {
        blocks.push(Block::Bullets(results));
    }
    blocks.push(Block::Dotted(3));
    blocks
}

fn enclosed(m: &Meeting<'_>) -> Vec<String> {
    let mut enclosed = vec![format!("Daftar hadir ({} orang)", m.here().total.all())];
    if !m.occasion.plan.invitation.is_empty() {
        enclosed.push("Surat undangan".into());
    }
    enclosed.extend(["Foto kegiatan", "Materi"].map(str::to_owned));
    enclosed
}
