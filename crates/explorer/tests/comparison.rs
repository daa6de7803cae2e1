//! Fair comparison and ranks: who is alike, why not, and which places are possible.
//! Here because ranking unlike rows is the mistake this exists to prevent.
//! Must not know: addresses.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use explorer::{
    Cell, Column, ColumnKind, Comparison, ComparisonError, Likeness, Quantity, RankRefusal, Row,
    Table, rank, split,
};
use support::{above, exact, text};

/// Current density, lifespan, and the same lifespan in an order of its own.
fn table(rows: &[(Cell, Cell)]) -> Table {
    let row = |(idx, (j, life)): (usize, &(Cell, Cell))| {
        Row::printed(&idx.to_string(), vec![j.clone(), life.clone(), text("x")])
    };
    Table {
        columns: vec![
            Column::new("j", "Current density", ColumnKind::Number).unit("mA cm⁻²"),
            Column::new("life_h", "Lifespan", ColumnKind::Number),
            Column::new("word", "Word", ColumnKind::Text),
        ],
        rows: rows.iter().enumerate().map(row).collect(),
    }
}

fn near(j: f64, factor: f64) -> Comparison {
    Comparison::new([("j".to_owned(), j)].into(), factor).unwrap()
}

#[test]
fn a_row_is_alike_within_the_factor_and_says_why_it_is_not() {
    let alike = "";
    let cases = [
        (
            0.25,
            2.0,
            exact(10.0),
            "current density 10 is 40 times 0.25",
        ),
        (10.0, 2.0, exact(0.25), "current density 0.25 is 1/40 of 10"),
        (3.0, 2.0, exact(10.0), "current density 10 is 3.33 times 3"),
        (5.0, 2.0, exact(10.0), alike),
        (5.0, 2.0, exact(2.5), alike),
        (5.0, 1.0, exact(5.0), alike),
        (0.1, 3.0, exact(0.3), alike),
        (5.0, 2.0, exact(10.01), "current density 10.01 is 2 times 5"),
        (5.0, 2.0, Cell::Missing, "current density is not reported"),
        (
            5.0,
            2.0,
            above(5.0),
            "current density is only known to be above 5",
        ),
        (5.0, 2.0, exact(0.0), "current density 0 has no ratio to 5"),
        (
            5.0,
            2.0,
            exact(-5.0),
            "current density -5 has no ratio to 5",
        ),
    ];
    for (reference, factor, cell, expected) in cases {
        let table = table(&[(cell, exact(1.0))]);
        let said = match near(reference, factor).likeness(&table, 0) {
            Likeness::Alike => alike.to_owned(),
            Likeness::Outside(reasons) => {
                let said: Vec<String> = reasons.iter().map(ToString::to_string).collect();
                said.join("; ")
            }
        };
        assert_eq!(said, expected);
    }
    let both = [("j".to_owned(), 1.0), ("life_h".to_owned(), 1.0)].into();
    let both = Comparison::new(both, 2.0).unwrap();
    let Likeness::Outside(reasons) = both.likeness(&table(&[(exact(9.0), Cell::Missing)]), 0)
    else {
        panic!("both columns are unlike")
    };
    assert_eq!(reasons.len(), 2, "every reason is told");
}

#[test]
fn a_comparison_that_compares_nothing_is_refused() {
    let bad = |pairs: &[(&str, f64)], factor| {
        let references = pairs.iter().map(|(id, value)| ((*id).to_owned(), *value));
        Comparison::new(references.collect(), factor)
            .unwrap_err()
            .to_string()
    };
    assert_eq!(bad(&[], 2.0), "a comparison needs at least one column");
    assert_eq!(
        bad(&[("j", 0.0)], 2.0),
        "j: a reference must be a number above zero, not 0"
    );
    assert_eq!(
        bad(&[("j", 1.0)], 0.5),
        "a factor must be a number from 1, not 0.5"
    );
    assert_eq!(
        bad(&[("j", 1.0)], f64::NAN),
        "a factor must be a number from 1, not NaN"
    );
    let table = table(&[(exact(5.0), above(9.0))]);
    let of_row = |columns: &[&str]| Comparison::with_row(&table, 0, columns, 2.0);
    assert_eq!(of_row(&["j"]), Ok(near(5.0, 2.0)));
    let bound = of_row(&["j", "life_h"]);
    assert_eq!(
        bound,
        Err(ComparisonError::NoReference {
            column: "life_h".to_owned()
        })
    );
}

#[test]
fn rows_outside_are_refused_and_named() {
    let table = table(&[
        (exact(5.0), exact(1.0)),
        (exact(50.0), exact(2.0)),
        (exact(6.0), exact(3.0)),
    ]);
    let comparison = near(5.0, 2.0);
    let Err(RankRefusal::Unlike { outside }) = rank(&table, &comparison, &[0, 1, 2], &["life_h"])
    else {
        panic!("row 1 was tested at ten times the current density")
    };
    assert_eq!(outside.len(), 1);
    assert_eq!(outside[0].0, 1);
    assert_eq!(
        outside[0].1[0].to_string(),
        "current density 50 is 10 times 5"
    );
    let (alike, rest) = split(&table, &comparison, &[2, 1, 0]);
    assert_eq!((alike.clone(), rest.len()), (vec![2, 0], 1));
    let ranked = rank(&table, &comparison, &alike, &["life_h", "j"]).unwrap();
    let order = |idx: usize| {
        ranked[idx]
            .ranked
            .iter()
            .map(|r| r.row_idx)
            .collect::<Vec<_>>()
    };
    assert_eq!((order(0), order(1)), (vec![2, 0], vec![2, 0]));
    let refused = rank(&table, &comparison, &alike, &["word"]).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "“word” is not a number column of this table"
    );
}

#[test]
fn ties_share_a_place_and_a_bound_is_at_least() {
    let lives = [
        exact(500.0),
        above(500.0),
        exact(800.0),
        exact(800.0),
        Cell::Missing,
        above(100.0),
        exact(50.0),
        exact(f64::NAN),
    ];
    let rows: Vec<(Cell, Cell)> = lives
        .iter()
        .map(|life| (exact(1.0), life.clone()))
        .collect();
    let table = table(&rows);
    let all: Vec<usize> = (0..lives.len()).collect();
    let ranking = rank(&table, &near(1.0, 1.0), &all, &["life_h"])
        .unwrap()
        .remove(0);
    let said: Vec<(usize, String, usize)> = ranking
        .ranked
        .iter()
        .map(|ranked| (ranked.row_idx, ranked.to_string(), ranked.n_tied))
        .collect();
    let expected = [
        (2, "1 (1 to 3)", 2),
        (3, "1 (1 to 3)", 2),
        (1, "at least 3 (1 to 4)", 1),
        (0, "4 (4 to 5)", 1),
        (5, "at least 5 (1 to 5)", 1),
        (6, "6", 1),
    ];
    assert_eq!(
        said,
        expected.map(|(row, words, n)| (row, words.to_owned(), n))
    );
    assert_eq!(ranking.not_reported, [4, 7]);
}

/// Every true table that the bounds allow is tried: no row ever stands outside its best and worst place.
#[test]
fn possible_places_hold_for_every_true_table() {
    let printed = [
        exact(3.0),
        above(2.0),
        exact(2.0),
        above(5.0),
        exact(6.0),
        exact(2.0),
        above(2.0),
    ];
    let rows: Vec<(Cell, Cell)> = printed
        .iter()
        .map(|life| (exact(1.0), life.clone()))
        .collect();
    let all: Vec<usize> = (0..printed.len()).collect();
    let ranking = rank(&table(&rows), &near(1.0, 1.0), &all, &["life_h"])
        .unwrap()
        .remove(0);
    let quantities: Vec<Quantity> = printed.iter().map(|cell| cell.number().unwrap()).collect();
    let mut reached = vec![std::collections::BTreeSet::new(); printed.len()];
    let rises = [0.5, 1.5, 2.5, 3.5, 4.5, 9.0];
    for combination in 0..rises.len().pow(3) {
        let (mut rest, mut truth) = (combination, Vec::new());
        for quantity in &quantities {
            let mut value = quantity.value;
            if quantity.is_lower_bound() {
                value += rises[rest % rises.len()];
                rest /= rises.len();
            }
            truth.push(value);
        }
        for (row, value) in truth.iter().enumerate() {
            reached[row].insert(1 + truth.iter().filter(|other| *other > value).count());
        }
    }
    for ranked in &ranking.ranked {
        let places = &reached[ranked.row_idx];
        assert_eq!(places.first(), Some(&ranked.best), "{ranked:?} {places:?}");
        assert_eq!(places.last(), Some(&ranked.worst), "{ranked:?} {places:?}");
    }
}
