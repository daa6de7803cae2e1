//! What can be found: everything, each at a place that exists, and named by the search page alone.
//! Here because a document that is missing, or leads nowhere, is seen by nobody who does not look for it.
//! Must not know: how results are ordered; `journeys/search.rs` asks real questions.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use companion::{
    content,
    prerender::{Site, page},
    routes::Route,
    search::{Document, INDEX_PREFIX, Kind, collect, file},
};
use html5gum::{Token, Tokenizer};
use review::{Block, plain_text};

const SHELL: &str = "<!doctype html><html lang=\"en\"><head><!--head--></head><body><div id=\"app\"><!--app--></div></body></html>";

fn places(documents: &[Document], kind: Kind) -> BTreeSet<String> {
    documents
        .iter()
        .filter(|document| document.kind == kind)
        .map(|document| document.place(None))
        .collect()
}

#[test]
fn everything_can_be_found() {
    let review = content::load().unwrap();
    let documents = collect(review);
    let expect = |kind, wanted: Vec<String>| {
        let found = places(&documents, kind);
        let missing: Vec<_> = wanted
            .iter()
            .filter(|place| !found.contains(*place))
            .collect();
        assert!(missing.is_empty(), "{kind:?}: {missing:?}");
        found.len()
    };
    let mut headings = Vec::new();
    for section in &review.sections {
        headings.push(format!("/read/{}/", section.slug));
        for block in &section.blocks {
            if let Block::Heading { id, text, .. } = block {
                let place = format!("/read/{}/#{id}", section.slug);
                let document = documents
                    .iter()
                    .find(|document| document.place(None) == place);
                let title = document.map(|document| explorer::fold(&document.title));
                assert_eq!(title, Some(explorer::fold(&plain_text(text))), "{place}");
                headings.push(place);
            }
        }
    }
    assert!(headings.len() > 40, "{}", headings.len());
    expect(Kind::Section, headings);
    let table = review.materials.iter().map(|material| &material.id);
    let text = review.text_materials.iter().map(|material| &material.id);
    let materials = table
        .chain(text)
        .map(|id| format!("/materials/{id}/"))
        .collect();
    assert_eq!(expect(Kind::Material, materials), 26 + 6);
    let rows = review
        .conditions
        .iter()
        .map(|row| format!("/explore/#{}", row.id))
        .collect();
    assert_eq!(expect(Kind::Row, rows), 45);
    let references = (1..=64)
        .map(|number| format!("/references/#ref-{number}"))
        .collect();
    assert_eq!(expect(Kind::Reference, references), 64);
    let terms = review
        .glossary
        .iter()
        .map(|term| format!("/glossary/#{}", term.id))
        .collect();
    assert_eq!(expect(Kind::Term, terms), review.glossary.len());
    let notes = (1..=34)
        .map(|number| format!("/source-notes/#D-{number}"))
        .collect();
    assert_eq!(expect(Kind::Note, notes), 34);
    let figures = review
        .figures
        .iter()
        .map(|figure| format!("/figures/#fig-{}", figure.id))
        .collect();
    assert_eq!(expect(Kind::Figure, figures), 12);
}

#[test]
fn every_sentence_of_every_section_is_in_a_passage() {
    let review = content::load().unwrap();
    let documents = collect(review);
    for sentence in review.sentences() {
        let path = format!("/read/{}/", sentence.section);
        let text = explorer::fold(plain_text(&sentence.text).trim());
        let is_there = documents
            .iter()
            .filter(|document| document.path == path)
            .flat_map(|document| &document.passages)
            .any(|passage| explorer::fold(&passage.text) == text);
        assert!(is_there, "{path}: {text}");
    }
}

#[test]
fn every_place_exists_and_only_the_search_page_names_the_documents() {
    let review = content::load().unwrap();
    let (name, _) = file().unwrap();
    let site = Site {
        base: "/some/repo".to_owned(),
        origin: None,
    };
    let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for route in Route::all(review) {
        let html = page(SHELL, &route, review, &site).unwrap();
        assert_eq!(
            html.contains(name.as_str()),
            route == Route::Search,
            "{} and {name}",
            route.path()
        );
        let found = ids.entry(route.path()).or_default();
        for Ok(token) in Tokenizer::new(&html) {
            if let Token::StartTag(tag) = token {
                let id = tag
                    .attributes
                    .iter()
                    .find(|(key, _)| key.as_slice() == b"id");
                found.extend(id.map(|(_, value)| String::from_utf8_lossy(value).into_owned()));
            }
        }
    }
    let mut n_places = 0;
    for document in collect(review) {
        let own = std::iter::once(document.place(None));
        let passages = document
            .passages
            .iter()
            .map(|passage| document.place(Some(passage)));
        for place in own.chain(passages) {
            n_places += 1;
            let (path, anchor) = place.split_once('#').unwrap_or((&place, ""));
            let there = ids
                .get(path)
                .unwrap_or_else(|| panic!("{place} leads to no page"));
            assert!(
                anchor.is_empty() || there.contains(anchor),
                "{place} leads to no place on its page"
            );
        }
    }
    assert!(n_places > 800, "only {n_places} places were looked at");
}

#[test]
fn the_file_has_its_documented_shape_under_a_name_of_its_content() {
    let (name, text) = file().unwrap();
    assert!(
        name.starts_with(&format!("/{INDEX_PREFIX}")) && name.ends_with(".json"),
        "{name}"
    );
    let read: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(read["shape"], 1);
    let documents = read["documents"].as_array().unwrap();
    assert_eq!(documents.len(), collect(content::load().unwrap()).len());
    let bto = documents
        .iter()
        .find(|document| document["path"] == "/materials/bto/")
        .unwrap();
    assert_eq!(bto["kind"], "material");
    assert_eq!(bto["title"], "BTO");
    assert!(
        bto["passages"][0]["text"]
            .as_str()
            .unwrap()
            .contains("Barium titanate"),
        "{bto}"
    );
}
