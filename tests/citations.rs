//! Citations as other programs read them: bibliography files and CITATION.cff; the heads of pages in `citations/heads.rs`.
//! Here because what our writers mean does not matter, only what a reference manager or a search engine finds.
//! Must not know: how any of it is written.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "citations/heads.rs"]
mod heads;

use std::collections::{BTreeMap, BTreeSet};

use biblib::{CitationParser, RisParser};
use companion::{
    content,
    prerender::{Site, citation_files},
};
use serde::Deserialize;

const ARTICLE_DOI: &str = "10.1039/D1NR06058A";
const OURS: &str = "the Zinc Interphase Companion contributors";

fn site(origin: Option<&str>) -> Site {
    Site {
        base: "/base".to_owned(),
        origin: origin.map(str::to_owned),
    }
}

fn file(name: &str, origin: Option<&str>) -> String {
    citation_files(content::load().unwrap(), &site(origin))
        .unwrap()
        .into_iter()
        .find_map(|(path, text)| (path == format!("cite/{name}")).then_some(text))
        .unwrap_or_else(|| panic!("there is no cite/{name}"))
}

/// A reference as content/references.toml has it, read without the site's own parser.
#[derive(Debug, Deserialize)]
struct Listed {
    number: u16,
    status: String,
    authors: Option<String>,
    title: Option<String>,
    journal: Option<String>,
    year: Option<u16>,
    volume: Option<String>,
    pages: Option<String>,
    doi: Option<String>,
}

fn listed() -> Vec<Listed> {
    #[derive(Deserialize)]
    struct File {
        reference: Vec<Listed>,
    }
    let file: File = toml::from_str(include_str!("../content/references.toml")).unwrap();
    assert_eq!(file.reference.len(), 64);
    file.reference
}

fn known() -> Vec<Listed> {
    let mut all = listed();
    all.retain(|reference| reference.status != "unidentified");
    assert!((20..64).contains(&all.len()), "{}", all.len());
    all
}

/// Its number, at the end of an entry's key.
fn number(key: &str) -> u16 {
    key.rsplit_once("ref").unwrap().1.parse().unwrap()
}

#[derive(Debug, Deserialize)]
struct BibEntry {
    entry_type: String,
    entry_key: String,
    fields: BTreeMap<String, String>,
}

impl BibEntry {
    /// A field without the braces that keep its case.
    fn field(&self, name: &str) -> Option<&str> {
        let value = self.fields.get(name)?;
        Some(value.trim_start_matches('{').trim_end_matches('}'))
    }
}

fn bibtex(text: &str) -> Vec<BibEntry> {
    serde_bibtex::de::Deserializer::from_str(text)
        .into_iter_regular_entry()
        .collect::<Result<_, _>>()
        .unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// What CSL-JSON's schema allows of what we use: nothing else, and no null.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct CslItem {
    id: String,
    #[serde(rename = "type")]
    kind: CslKind,
    #[serde(default)]
    author: Vec<CslName>,
    title: String,
    container_title: Option<String>,
    volume: Option<String>,
    page: Option<String>,
    issued: Option<CslDate>,
    #[serde(rename = "DOI")]
    doi: Option<String>,
    #[serde(rename = "URL")]
    url: Option<String>,
    version: Option<String>,
    #[serde(rename = "license")]
    _license: Option<String>,
    note: Option<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum CslKind {
    ArticleJournal,
    Webpage,
    Dataset,
    Software,
    Document,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
enum CslName {
    Person { family: String, given: String },
    Literal { literal: String },
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct CslDate {
    date_parts: Vec<Vec<u16>>,
}

fn csl(text: &str) -> Vec<CslItem> {
    assert!(!text.contains("null"), "{text}");
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

#[test]
fn the_article_reads_alike_in_every_format() {
    let title = "Artificial interphase engineering to stabilize aqueous zinc metal anodes";
    let [bib] = &bibtex(&file("article.bib", None))[..] else {
        panic!()
    };
    assert_eq!(bib.entry_type, "article");
    for (name, wanted) in [
        ("title", title),
        ("author", "Yan, Zichao and Xin, Wenli and Zhu, Zhiqiang"),
        ("journal", "Nanoscale"),
        ("year", "2021"),
        ("volume", "13"),
        ("pages", "19828--19839"),
        ("doi", ARTICLE_DOI),
    ] {
        assert_eq!(bib.field(name), Some(wanted), "{name}");
    }

    let [ris] = &RisParser::new().parse(&file("article.ris", None)).unwrap()[..] else {
        panic!()
    };
    assert_eq!(ris.title, title);
    let names: Vec<_> = ris
        .authors
        .iter()
        .map(|author| (author.name.as_str(), author.given_name.as_deref()))
        .collect();
    assert_eq!(
        names,
        [
            ("Yan", Some("Zichao")),
            ("Xin", Some("Wenli")),
            ("Zhu", Some("Zhiqiang"))
        ]
    );
    assert_eq!(ris.journal.as_deref(), Some("Nanoscale"));
    assert_eq!(ris.date.as_ref().unwrap().year, 2021);
    assert_eq!(ris.volume.as_deref(), Some("13"));
    assert_eq!(ris.pages.as_deref(), Some("19828-19839"));
    // The reader writes DOIs small; they do not mind.
    assert!(
        ris.doi
            .as_deref()
            .unwrap()
            .eq_ignore_ascii_case(ARTICLE_DOI)
    );

    let [item] = &csl(&file("article.json", None))[..] else {
        panic!()
    };
    assert_eq!(item.kind, CslKind::ArticleJournal);
    assert_eq!(item.title, title);
    assert_eq!(
        item.author[0],
        CslName::Person {
            family: "Yan".to_owned(),
            given: "Zichao".to_owned()
        }
    );
    assert_eq!(item.author.len(), 3);
    assert_eq!(item.issued.as_ref().unwrap().date_parts, [[2021]]);
    assert_eq!(item.page.as_deref(), Some("19828-19839"));
    assert_eq!(item.doi.as_deref(), Some(ARTICLE_DOI));
}

#[test]
fn ours_have_version_day_and_address_and_no_doi() {
    for (name, path, kind) in [
        ("companion", "/", CslKind::Webpage),
        ("dataset", "/explore/", CslKind::Dataset),
        ("simulator", "/simulate/", CslKind::Software),
    ] {
        let origin = Some("https://host.example");
        let address = format!("https://host.example/base{path}");
        let day = env!("RELEASE_DATE");
        let [bib] = &bibtex(&file(&format!("{name}.bib"), origin))[..] else {
            panic!()
        };
        assert_eq!(bib.entry_type, "misc");
        assert_eq!(bib.field("author"), Some(OURS));
        assert_eq!(bib.field("url"), Some(address.as_str()));
        assert_eq!(bib.field("year"), day.split('-').next());
        assert_eq!(bib.field("version"), Some(env!("CARGO_PKG_VERSION")));
        assert_eq!(bib.field("doi"), None);

        let text = file(&format!("{name}.ris"), origin);
        let [ris] = &RisParser::new().parse(&text).unwrap()[..] else {
            panic!()
        };
        assert!(text.contains(&format!("AU  - {OURS}\r\n")), "{text}");
        assert!(ris.urls.contains(&address), "{ris:?}");
        assert_eq!(ris.doi, None);
        let date = ris.date.as_ref().unwrap();
        assert_eq!(
            format!(
                "{}-{:02}-{:02}",
                date.year,
                date.month.unwrap(),
                date.day.unwrap()
            ),
            day
        );

        let [item] = &csl(&file(&format!("{name}.json"), origin))[..] else {
            panic!()
        };
        assert_eq!(item.kind, kind);
        assert_eq!(
            item.author,
            [CslName::Literal {
                literal: OURS.to_owned()
            }]
        );
        assert_eq!(item.version.as_deref(), Some(env!("CARGO_PKG_VERSION")));
        assert_eq!(item.url.as_deref(), Some(address.as_str()));
        assert_eq!(item.doi, None);

        for ending in ["bib", "ris", "json"] {
            let nowhere = file(&format!("{name}.{ending}"), None);
            assert!(!nowhere.contains("http"), "{nowhere}");
        }
    }
}

#[test]
fn references_say_in_bibtex_what_the_list_says_and_unidentified_ones_nothing() {
    let entries = bibtex(&file("references.bib", None));
    let known = known();
    assert_eq!(entries.len(), known.len());
    let keys: BTreeSet<_> = entries.iter().map(|entry| &entry.entry_key).collect();
    assert_eq!(keys.len(), entries.len(), "a key stands twice");
    for (entry, wanted) in entries.iter().zip(&known) {
        let key = &entry.entry_key;
        assert_eq!(number(key), wanted.number);
        assert_eq!(entry.field("title"), wanted.title.as_deref(), "{key}");
        assert_eq!(entry.field("journal"), wanted.journal.as_deref(), "{key}");
        assert_eq!(
            entry.field("year").map(str::to_owned),
            wanted.year.map(|year| year.to_string())
        );
        assert_eq!(entry.field("volume"), wanted.volume.as_deref(), "{key}");
        let pages = wanted.pages.as_ref().map(|pages| pages.replace('–', "--"));
        assert_eq!(entry.field("pages"), pages.as_deref(), "{key}");
        assert_eq!(entry.field("doi"), wanted.doi.as_deref(), "{key}");
        assert_eq!(
            entry
                .field("note")
                .unwrap()
                .contains("not checked against the original list"),
            wanted.status == "identified",
            "{key}"
        );
        let authors = entry.field("author").unwrap_or_default();
        let given = wanted.authors.as_deref().unwrap_or_default();
        assert_eq!(
            authors.ends_with(" and others"),
            given.ends_with("et al."),
            "{authors}"
        );
        assert!(!authors.contains("et al"), "{authors}");
    }
    let cao = &entries[0];
    assert_eq!(cao.field("author"), Some("Cao, L. and others"));
}

#[test]
fn references_say_in_ris_and_csl_json_what_the_list_says() {
    let ris = RisParser::new()
        .parse(&file("references.ris", None))
        .unwrap();
    let items = csl(&file("references.json", None));
    let known = known();
    assert_eq!((ris.len(), items.len()), (known.len(), known.len()));
    for ((record, item), wanted) in ris.iter().zip(&items).zip(&known) {
        let id = &item.id;
        assert_eq!(number(id), wanted.number);
        for title in [&record.title, &item.title] {
            assert_eq!(Some(title), wanted.title.as_ref(), "{id}");
        }
        for journal in [&record.journal, &item.container_title] {
            assert_eq!(journal, &wanted.journal, "{id}");
        }
        for volume in [&record.volume, &item.volume] {
            assert_eq!(volume, &wanted.volume, "{id}");
        }
        let pages = wanted.pages.as_ref().map(|pages| pages.replace('–', "-"));
        for read in [&record.pages, &item.page] {
            assert_eq!(read, &pages, "{id}");
        }
        assert_eq!(item.doi, wanted.doi, "{id}");
        assert_eq!(
            record.doi.as_ref().map(|doi| doi.to_lowercase()),
            wanted.doi.as_ref().map(|doi| doi.to_lowercase()),
            "{id}"
        );
        let year = item.issued.as_ref().map(|date| date.date_parts[0][0]);
        assert_eq!(year, wanted.year, "{id}");
        assert_eq!(
            record.date.as_ref().map(|date| date.year),
            wanted.year.map(i32::from)
        );
        assert!(item.note.as_ref().unwrap().contains(ARTICLE_DOI), "{id}");
        let named = wanted.authors.as_deref().unwrap_or_default();
        if named.ends_with("et al.") {
            assert_eq!(
                item.author.last(),
                Some(&CslName::Literal {
                    literal: "others".to_owned()
                })
            );
        } else {
            let n_names = named.split(',').filter(|name| !name.is_empty()).count();
            assert_eq!(item.author.len(), n_names, "{id}");
            assert_eq!(record.authors.len(), n_names, "{id}");
        }
    }
}

#[test]
fn citation_cff_is_complete_and_agrees_with_crate_and_content() {
    let cff = citeworks_cff::from_str(include_str!("../CITATION.cff")).unwrap();
    assert_eq!(cff.cff_version.to_string(), "1.2.0");
    assert_eq!(cff.version.as_deref(), Some(env!("CARGO_PKG_VERSION")));
    let released = cff.date_released.unwrap();
    assert_eq!(
        format!(
            "{:04}-{:02}-{:02}",
            released.year, released.month, released.day
        ),
        env!("RELEASE_DATE")
    );
    assert_eq!(
        cff.authors[0].as_entity().unwrap().name.as_deref(),
        Some(OURS)
    );
    assert!(cff.preferred_citation.is_none() && cff.doi.is_none());
    let article = &content::load().unwrap().article;
    let [cited] = &cff.references[..] else {
        panic!("one reference, the article")
    };
    assert_eq!(cited.doi.as_ref(), Some(&article.doi));
    assert_eq!(cited.title.as_ref(), Some(&article.title));
    assert_eq!(cited.journal.as_ref(), Some(&article.journal));
    assert_eq!(
        format!("{}–{}", cited.start.unwrap(), cited.end.unwrap()),
        article.pages
    );
    let authors: Vec<_> = cited
        .authors
        .iter()
        .map(|author| {
            let person = author.as_person().unwrap();
            format!(
                "{} {}",
                person.given_names.as_ref().unwrap(),
                person.family_names.as_ref().unwrap()
            )
        })
        .collect();
    assert_eq!(authors, article.authors);
}

#[test]
fn hosts_are_told_the_type_of_every_bibliography_file() {
    let headers = include_str!("../public/_headers");
    for (path, _) in citation_files(content::load().unwrap(), &site(None)).unwrap() {
        let wanted = match path.rsplit('.').next().unwrap() {
            "bib" => "application/x-bibtex",
            "ris" => "application/x-research-info-systems",
            "json" => "application/vnd.citationstyles.csl+json",
            other => panic!("{other}"),
        };
        let rule = format!("\n/{path}\n  Content-Type: {wanted}; charset=utf-8\n");
        assert!(headers.contains(&rule), "{rule}");
    }
}
