//! What belongs to one material.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

use review::{Condition, Review};

fn committed() -> Review {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    review::parse(&content.canonicalize().unwrap()).unwrap()
}

fn ids<'a>(rows: impl IntoIterator<Item = &'a Condition>) -> Vec<&'a str> {
    rows.into_iter().map(|row| row.id.as_str()).collect()
}

#[test]
fn the_longest_test_keeps_ties_and_puts_a_bound_above_the_same_number() {
    let review = committed();
    let cases: [(&str, &[&str]); 6] = [
        ("indium", &["indium-1"]),
        ("znf2-coating", &["znf2-coating-1"]),
        ("hsgdy", &["hsgdy-1", "hsgdy-2"]),
        ("mmt-zn", &["mmt-zn-1", "mmt-zn-2"]),
        ("nafion-zn-x", &["nafion-zn-x-2"]),
        ("kaolin", &[]),
    ];
    for (material, longest) in cases {
        assert_eq!(ids(review.longest_tests(material)), longest, "{material}");
    }
}

#[test]
fn tests_alike_are_those_of_others_at_the_same_condition() {
    let review = committed();
    let alike = |id: &str| {
        let row = review.conditions.iter().find(|row| row.id == id).unwrap();
        ids(review.tested_alike(row))
    };
    assert_eq!(
        alike("znse-1"),
        [
            "indium-2",
            "tin-1",
            "znf2-coating-1",
            "f-tio2-1",
            "bto-1",
            "zn3-po4-2-4h2o-1",
            "zco-1",
        ]
    );
    assert_eq!(alike("mmt-zn-2"), [] as [&str; 0]);
}

#[test]
fn notes_of_a_material_include_those_of_its_rows_in_order() {
    let review = committed();
    let about = |id: &str| -> Vec<&str> {
        let notes = review.notes_about(id).into_iter();
        notes.map(|note| note.id.as_str()).collect()
    };
    assert_eq!(about("bto"), ["D-3", "D-5"]);
    assert_eq!(
        about("znf2-coating"),
        ["D-1", "D-14", "D-15", "D-22", "D-27", "D-31", "D-33"]
    );
    assert_eq!(about("sn-zhc"), ["D-7", "D-9", "D-10"]);
    assert_eq!(about("zif-8"), [] as [&str; 0]);
}

/// A mark beside a printed cell is one that quotes the cell, not one about the material at large.
#[test]
fn notes_stand_at_the_cell_they_quote() {
    let review = committed();
    let mut on_references = Vec::new();
    let mut on_words = Vec::new();
    for material in &review.materials {
        let notes = review.notes_on_reference(material).into_iter();
        on_references.extend(notes.map(|note| (material.id.as_str(), note.id.as_str())));
        for words in material.characteristics.iter().chain(&material.functions) {
            let notes = review.notes_on_words(material, words).into_iter();
            on_words.extend(notes.map(|note| (words.as_str(), note.id.as_str())));
        }
    }
    assert_eq!(
        on_references,
        [
            ("znf2-coating", "D-1"),
            ("caco3", "D-4"),
            ("mmt-zn", "D-2"),
            ("bto", "D-3"),
        ]
    );
    assert_eq!(
        on_words,
        [
            ("Strong tensile force", "D-33"),
            ("Electronical insulation", "D-33"),
            ("Zincophilic", "D-24"),
            ("Ion transport channel", "D-25"),
            ("Low polarization voltage", "D-26"),
            ("zincophobic", "D-26"),
        ]
    );
}

#[test]
fn claims_are_those_about_the_material() {
    let review = committed();
    let claims = |id: &'static str| -> Vec<u16> {
        review.claims_about(id).map(|fact| fact.number).collect()
    };
    assert_eq!(claims("znse"), [83]);
    assert_eq!(claims("znf2-coating"), [43]);
    assert!(claims("indium").is_empty());
    let n_claims: usize = review
        .materials
        .iter()
        .map(|material| review.claims_about(&material.id).count())
        .sum();
    let all = review.facts.iter().filter(|fact| fact.claim.is_some());
    assert_eq!(n_claims, all.count());
}
