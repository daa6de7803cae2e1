//! Formulas in plain text, against the names that content sets by hand.
//! Here because a wrong index is a wrong compound.
//! Must not know: how the rule works.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

use review::{Inline, Script, scripts};

/// `_` before what stands low, `^` before what stands high, as `Zn_3`.
fn set(text: &str) -> String {
    let run = |(bytes, script): (std::ops::Range<usize>, Script)| {
        let sign = match script {
            Script::Base => "",
            Script::Low => "_",
            Script::High => "^",
        };
        format!("{sign}{}|", &text[bytes])
    };
    joined(scripts(text).into_iter().map(run).collect())
}

fn joined(runs: String) -> String {
    runs.trim_end_matches('|').to_owned()
}

/// The same of a name that content sets.
fn by_hand(name: &[Inline]) -> String {
    let run = |inline: &Inline| match inline {
        Inline::Text(text) => format!("{text}|"),
        Inline::Subscript(text) => format!("_{}|", review::plain_text(text)),
        Inline::Superscript(text) => format!("^{}|", review::plain_text(text)),
        other => panic!("{other:?} in a name"),
    };
    joined(name.iter().map(run).collect())
}

#[test]
fn every_printed_name_is_set_as_by_hand() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let review = review::parse(&content).unwrap();
    assert_eq!(review.materials.len(), 26);
    for material in &review.materials {
        assert_eq!(
            set(&material.as_printed),
            by_hand(&material.name),
            "{}",
            material.id
        );
    }
}

#[test]
fn charges_stand_high_and_what_is_no_formula_stays() {
    for (text, wanted) in [
        ("Zn2+ ion conductive", "Zn|^2+| ion conductive"),
        (
            "Dense, stable, and Zn2+-conductive",
            "Dense, stable, and Zn|^2+|-conductive",
        ),
        ("H2O and CO2", "H|_2|O and CO|_2"),
        ("Zn12(SO4)3Cl3", "Zn|_12|(SO|_4|)|_3|Cl|_3"),
        (
            "Interconnected 3D nanochannel",
            "Interconnected 3D nanochannel",
        ),
        ("3.1.1 Inorganic (see 2)5", "3.1.1 Inorganic (see 2)5"),
        (
            "Test1, Cell2, ZIF-8, D-14, ()2",
            "Test1, Cell2, ZIF-8, D-14, ()2",
        ),
        ("µm2 and Zn–X2", "µm2 and Zn–X2"),
        ("", ""),
    ] {
        assert_eq!(set(text), wanted);
    }
}
