//! Faults of the kept file, each with its line.
//! Here because a file that a merge has mangled must stop the build and say where.
//! Must not know: the page.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::{Kept, KeptFault, TEXT, kept};

/// The first piece of the file put otherwise.
fn with(piece: &str, other: &str) -> Vec<KeptFault> {
    assert!(TEXT.contains(piece), "{piece}");
    Kept::parse(&TEXT.replacen(piece, other, 1)).unwrap_err()
}

fn line_of(piece: &str) -> usize {
    1 + TEXT.lines().position(|line| line.contains(piece)).unwrap()
}

#[test]
fn the_kept_file_is_read_with_every_bit() {
    let kept = kept().unwrap();
    assert!(kept.quick.rows.len() >= 60 && kept.unfitted.rows.len() >= 7);
    for (_, row) in kept.rows() {
        let Some(computed) = row.computed else {
            continue;
        };
        // What the program wrote is the shortest text that means the number.
        let written = serde_json::Value::from(computed).to_string();
        assert!(
            TEXT.contains(&format!("\"computed\": {written},")),
            "{}: {written}",
            row.name
        );
    }
}

#[test]
fn a_text_of_another_shape_is_named_with_its_line() {
    let faults = with("\"took_s\"", "\"took_h\"");
    let [KeptFault::Shape { line, reason }] = faults.as_slice() else {
        panic!("{faults:?}");
    };
    assert_eq!(*line, line_of("took_s"), "{reason}");
    assert!(reason.contains("took_h"));
    let words = faults[0].to_string();
    assert!(words.starts_with(&format!("docs/quality/validation.json:{line}: ")));
    assert!(words.contains("cargo xtask validation"));
    assert!(matches!(
        with("\"at most\"", "\"at least\"")[0],
        KeptFault::Shape { .. }
    ));
    assert!(matches!(
        with("\"commit\": \"", "\"commit\": \"x")[0],
        KeptFault::Shape { .. }
    ));
    assert!(Kept::parse("").is_err());
}

#[test]
fn a_row_that_cannot_be_right_is_named() {
    let first = &kept().unwrap().quick.rows[0];
    let of_first = |faults: Vec<KeptFault>, expected: &str| {
        let [KeptFault::Row { line, name, what }] = faults.as_slice() else {
            panic!("{expected}: {faults:?}");
        };
        assert_eq!((name, *what), (&first.name, expected));
        assert_eq!(*line, line_of(&format!("\"name\": \"{}\"", first.name)));
    };
    of_first(
        with("\"pass\": true", "\"pass\": false"),
        "it passes or fails against its own numbers",
    );
    of_first(
        with("\"error\": 0.0", "\"error\": 1e-13"),
        "its error is not that of its numbers",
    );
    of_first(
        with("\"failure\": null", "\"failure\": \"why\""),
        "has neither all numbers nor a reason, or both",
    );
    of_first(
        with("\"slow\": false", "\"slow\": true"),
        "stands among rows of the other pace",
    );
    of_first(
        with("\"subject\": \"kinetics\"", "\"subject\": \"alchemy\""),
        "its subject is none of the engine's",
    );
    let second = &kept().unwrap().quick.rows[1].name;
    of_first(with(second, &first.name), "stands there twice");
}
