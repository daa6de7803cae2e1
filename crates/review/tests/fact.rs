//! What rows of Table 1 say to lifespans that the text claims.
//! Here because a verdict on a claim is by rule.
//! Must not know: which sentence makes the claim.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

use review::{Claim, Condition, Verdict};

fn row(current: f64, capacity: f64, life: f64, bound: bool) -> Condition {
    Condition {
        id: "caco3-1".into(),
        material: "caco3".into(),
        current_density_ma_cm2: current,
        areal_capacity_mah_cm2: capacity,
        lifespan_h: life,
        lifespan_is_lower_bound: bound,
        as_reported: String::new(),
        notes: Vec::new(),
    }
}

fn claim(current: Option<f64>, capacity: Option<f64>, life: f64, bound: bool) -> Claim {
    Claim {
        material: "caco3".into(),
        lifespan_h: life,
        lifespan_is_lower_bound: bound,
        current_density_ma_cm2: current,
        areal_capacity_mah_cm2: capacity,
    }
}

#[test]
fn bounds_are_allowed_for_and_conditions_must_meet() {
    use Verdict::{Contradicts, Supports};
    let cases = [
        (
            "same",
            claim(Some(5.0), Some(1.0), 2500.0, false),
            row(5.0, 1.0, 2500.0, false),
            Some(Supports),
        ),
        (
            "same life elsewhere, which only the other rows can weigh",
            claim(Some(5.0), Some(1.0), 2500.0, false),
            row(1.0, 1.0, 2500.0, false),
            None,
        ),
        (
            "other life",
            claim(Some(5.0), Some(1.0), 2500.0, false),
            row(5.0, 1.0, 800.0, false),
            Some(Contradicts),
        ),
        (
            "about something else",
            claim(Some(5.0), Some(1.0), 2500.0, false),
            row(10.0, 10.0, 590.0, false),
            None,
        ),
        (
            "836 h is more than 800 h",
            claim(None, None, 836.0, false),
            row(0.25, 0.05, 800.0, true),
            Some(Supports),
        ),
        (
            "700 h is not more than 800 h, in the same test",
            claim(Some(0.25), Some(0.05), 700.0, false),
            row(0.25, 0.05, 800.0, true),
            Some(Contradicts),
        ),
        (
            "more than 8000 h, table 8000 h",
            claim(None, None, 8000.0, true),
            row(0.5, 0.25, 8000.0, false),
            Some(Supports),
        ),
        (
            "more than 8000 h of an unnamed test, 70 h of a hard one",
            claim(None, None, 8000.0, true),
            row(10.0, 10.0, 70.0, false),
            None,
        ),
        (
            "two bounds can both hold",
            claim(Some(0.25), None, 3800.0, true),
            row(0.25, 0.125, 3000.0, true),
            Some(Supports),
        ),
    ];
    for (story, claim, row, expected) in cases {
        assert_eq!(claim.judge(&row), expected, "{story}");
    }
    let mut other = row(5.0, 1.0, 2500.0, false);
    other.material = "znse".into();
    assert_eq!(claim(None, None, 2500.0, false).judge(&other), None);
}

/// The verdicts on the committed claims, as the list of discrepancies has them (D-14, D-16, D-18, D-19).
#[test]
fn the_committed_claims_meet_table_1_as_the_source_notes_say() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../content")
        .canonicalize()
        .unwrap();
    let review = review::parse(&content).unwrap();
    let mut seen = Vec::new();
    for fact in review.facts.iter().filter(|fact| fact.claim.is_some()) {
        for (row, verdict) in review.rows_for(fact) {
            seen.push((fact.number, row.id.as_str(), verdict));
        }
    }
    use Verdict::{Contradicts, Supports};
    let expected = [
        (43, "znf2-coating-1", Contradicts),
        (46, "caco3-1", Supports),
        (51, "zro2-1", Supports),
        (59, "pa-1", Supports),
        (62, "il-skinny-gel-1", Supports),
        (66, "zif-8-1", Supports),
        (80, "zns-1", Supports),
        (83, "znse-1", Contradicts),
        (83, "znse-2", Contradicts),
        (85, "zco-2", Supports),
    ];
    assert_eq!(seen, expected);
}
