//! Lookups by id, and marked-up text as plain text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod fixture;

use fixture::Fixture;
use review::{Inline, plain_text};

#[test]
fn ids_lead_to_their_things_and_nothing_else() {
    let review = Fixture::sound().parse("lookups").unwrap();
    assert_eq!(review.section("rest").unwrap().number, "2");
    assert_eq!(review.material("znse").unwrap().label, "ZnSe");
    assert_eq!(
        review::plain_text(&review.reference(2).unwrap().role),
        "Second role"
    );
    assert_eq!(review.term("dendrite").unwrap().label, "dendrite");
    assert_eq!(review.note("D-1").unwrap().title, "A slip");
    assert_eq!(review.conditions_of("znf2-coating").count(), 2);
    assert!(review.section("Rest").is_none());
    assert!(review.material("zns").is_none());
    assert!(review.reference(3).is_none());
    assert!(review.term("d").is_none());
    assert!(review.note("D-11").is_none());
    assert_eq!(review.conditions_of("zns").count(), 0);
}

#[test]
fn plain_text_keeps_words_and_drops_marks() {
    let text = [
        Inline::Strong(vec![
            Inline::Text("Zn".into()),
            Inline::Superscript(vec![Inline::Text("2+".into())]),
        ]),
        Inline::Text(" on ".into()),
        Inline::Material {
            id: "znse".into(),
            text: vec![Inline::Text("ZnSe".into())],
        },
        Inline::Cite(vec![56]),
        Inline::Fact(82),
        Inline::Note("D-16".into()),
        Inline::Code(".".into()),
    ];
    assert_eq!(plain_text(&text), "Zn2+ on ZnSe.");
}
