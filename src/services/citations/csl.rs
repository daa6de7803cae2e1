//! Works as CSL-JSON, the form in which citation processors take them.
//! Here because the styles are set from exactly what the files offer.
//! Must not know: any style.

use serde_json::{Map, Value, json};

use super::{Author, Kind, Work};

/// A list of items, as reference managers import it.
pub fn write(works: &[Work]) -> String {
    let items: Vec<_> = works.iter().map(item).collect();
    format!("{:#}\n", Value::Array(items))
}

/// One item.
pub fn item(work: &Work) -> Value {
    let mut fields = Map::new();
    let mut set = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            fields.insert(name.to_owned(), value);
        }
    };
    let text = |value: &Option<String>| value.clone().map(Value::String);
    set("id", Some(json!(work.key)));
    set("type", Some(json!(kind(work.kind))));
    if !work.authors.is_empty() {
        set("author", Some(work.authors.iter().map(name).collect()));
    }
    set("title", Some(json!(work.title)));
    set("container-title", text(&work.journal));
    set("volume", text(&work.volume));
    set(
        "page",
        work.pages
            .as_ref()
            .map(|pages| json!(pages.replace('–', "-"))),
    );
    set(
        "issued",
        work.date.map(|date| match date.month_and_day {
            Some((month, day)) => json!({ "date-parts": [[date.year, month, day]] }),
            None => json!({ "date-parts": [[date.year]] }),
        }),
    );
    set("DOI", text(&work.doi));
    set("URL", work.address().map(Value::String));
    set("version", text(&work.version));
    set("license", work.licence.map(|licence| json!(licence)));
    set("note", text(&work.note));
    Value::Object(fields)
}

/// CSL has no "and others"; a last name of `others` is what pandoc makes of BibTeX's.
fn name(author: &Author) -> Value {
    match author {
        Author::Person { given, family } if given.is_empty() => json!({ "family": family }),
        Author::Person { given, family } => json!({ "family": family, "given": given }),
        Author::Group(name) => json!({ "literal": name }),
        Author::Others => json!({ "literal": OTHERS }),
    }
}

/// How an author list says that it stops early.
pub const OTHERS: &str = "others";

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Article => "article-journal",
        Kind::Website => "webpage",
        Kind::Dataset => "dataset",
        Kind::Software => "software",
        Kind::Document => "document",
    }
}
