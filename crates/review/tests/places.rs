//! Where notes, citations, terms and materials stand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod fixture;

use std::{collections::BTreeSet, path::Path};

use fixture::Fixture;
use review::{Mark, Place, Review};

/// A place in a word.
fn word(place: &Place<'_>) -> String {
    match place {
        Place::Text { section, anchor } => {
            let anchor = anchor.as_deref().unwrap_or("brief");
            format!("{}#{anchor}", section.slug)
        }
        Place::Figure(id) => format!("figure {id}"),
        Place::Material(id) => format!("material {id}"),
        Place::Row(row) => format!("row {}", row.id),
        Place::Term(id) => format!("term {id}"),
        Place::Note(id) => format!("note {id}"),
    }
}

fn words(places: &[Place<'_>]) -> Vec<String> {
    places.iter().map(word).collect()
}

fn committed() -> Review {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    review::parse(&content.canonicalize().unwrap()).unwrap()
}

#[test]
fn a_note_leads_to_text_figure_material_row_and_term() {
    let review = Fixture::sound().parse("places of a note").unwrap();
    assert_eq!(
        words(&review.places_of_note("D-1")),
        [
            "functions#fact-2",
            "figure layer",
            "material znf2-coating",
            "row znf2-coating-1",
            "term dendrite",
        ]
    );
    assert!(review.places_of_note("D-2").is_empty());
}

#[test]
fn marks_are_found_in_briefs_headings_lists_tables_and_inside_other_marks() {
    let cases = [
        (
            "brief = \"In short.\"",
            "brief = \"In short.[](cite:2)\"",
            "functions#brief",
        ),
        (
            "## First heading",
            "## First heading[](cite:2)",
            "functions#first-heading",
        ),
        ("- One item", "- One item.[](cite:2)", "functions#p-5"),
        (
            "| bare | 55 h[](cite:1) |",
            "| bare | *55 h*[](cite:2) |",
            "functions#p-7",
        ),
        (
            "See [the rest]",
            "*See it.[](cite:2)* See [the rest]",
            "functions#p-4",
        ),
    ];
    for (sound, marked, expected) in cases {
        let review = Fixture::sound()
            .spoil(
                "sections/1-functions.md",
                "SEI.[](cite:1,2)",
                "SEI.[](cite:1)",
            )
            .spoil("sections/1-functions.md", sound, marked)
            .parse(&format!("marks at {expected}"))
            .unwrap();
        assert_eq!(words(&review.places(Mark::Reference(2))), [expected]);
    }
}

#[test]
fn sections_come_in_order_each_with_its_anchors() {
    let review = Fixture::sound()
        .spoil(
            "sections/2-rest.md",
            "To come.",
            "An SEI.\n\nAnother SEI stops a [dendrite](term:dendrite).",
        )
        .parse("sections with a term")
        .unwrap();
    let found = |mark| -> Vec<(&str, Vec<String>)> {
        let sections = review.sections_with(mark);
        let slugs = sections.into_iter();
        slugs
            .map(|(section, at)| (section.slug.as_str(), at))
            .collect()
    };
    let at = |anchors: &[&str]| anchors.iter().map(|anchor| (*anchor).to_owned()).collect();
    assert_eq!(
        found(Mark::Term("sei")),
        [
            ("functions", at(&["fact-1"])),
            ("rest", at(&["p-1", "p-2"])),
        ]
    );
    assert_eq!(
        found(Mark::Material("znf2-coating")),
        [("functions", at(&["fact-2"]))]
    );
}

/// What the review's own computation says of citations, found by a second way.
#[test]
fn sections_that_cite_a_reference_are_those_it_names() {
    let review = committed();
    for reference in &review.references {
        let found: Vec<&str> = review
            .sections_with(Mark::Reference(reference.number))
            .into_iter()
            .map(|(section, _)| section.slug.as_str())
            .collect();
        assert_eq!(found, reference.cited_in, "reference {}", reference.number);
    }
}

#[test]
fn every_note_has_a_place_and_each_place_comes_once() {
    let review = committed();
    for note in &review.source_notes {
        let places = words(&review.places_of_note(&note.id));
        let once: BTreeSet<&String> = places.iter().collect();
        assert_eq!(once.len(), places.len(), "{}: {places:?}", note.id);
        assert!(!places.is_empty(), "{}", note.id);
    }
    let of_16 = words(&review.places_of_note("D-16"));
    for place in [
        "solid-electrolyte-interphases#fact-83",
        "material znse",
        "row znse-1",
        "row znse-2",
    ] {
        assert!(
            of_16.iter().any(|found| found == place),
            "{place}: {of_16:?}"
        );
    }
}
