//! Works as RIS.
//! Here because no kept crate writes RIS, only reads it, and a record is a list of lines with a tag each.
//! Must not know: other formats.

use super::{Kind, Work};

/// One record for each work. Lines end as the format's description asks, with carriage return and line feed.
pub fn write(works: &[Work]) -> String {
    works.iter().map(record).collect()
}

fn record(work: &Work) -> String {
    let mut lines = String::new();
    let mut line = |tag: &str, value: Option<&str>| {
        if let Some(value) = value {
            // A value is one line; a second one would be read as a tag.
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            lines.push_str(&format!("{tag}  - {value}\r\n"));
        }
    };
    line("TY", Some(kind(work.kind)));
    line("ID", Some(&work.key));
    for author in &work.authors {
        // RIS has no word for "and others": as a last author it is at least not lost.
        line(
            "AU",
            Some(author.family_first().as_deref().unwrap_or("et al.")),
        );
    }
    line("TI", Some(&work.title));
    line("T2", work.journal.as_deref());
    line("VL", work.volume.as_deref());
    if let Some((first, last)) = work.page_range() {
        line("SP", Some(first));
        line("EP", last);
    }
    if let Some(date) = work.date {
        line("PY", Some(&date.year.to_string()));
        if date.month_and_day.is_some() {
            line("DA", Some(&date.iso().replace('-', "/")));
        }
    }
    line("DO", work.doi.as_deref());
    line("ET", work.version.as_deref());
    line("UR", work.address().as_deref());
    line("N1", work.note.as_deref());
    line("C1", work.licence);
    line("ER", Some(""));
    lines
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Article => "JOUR",
        Kind::Website => "ELEC",
        Kind::Dataset => "DATA",
        Kind::Software => "COMP",
        Kind::Document => "GEN",
    }
}
