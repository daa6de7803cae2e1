//! The rule for limits and lower bounds, case by case, and histograms small enough to check by eye.
//! Here because a bound that is silently dropped or kept is a false result.
//! Must not know: how ranges are applied to many rows (see facets.rs).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use explorer::{
    Column, ColumnKind, Quantity, Range, RangeVerdict, Row, Scale, Table, ViewQuery, view,
};
use support::{above, exact};

#[test]
fn limits_are_inside_and_bounds_follow_the_rule() {
    use RangeVerdict::{Inside, Outside, Uncertain};
    let (is, above) = (Quantity::exact, Quantity::above);
    let cases = [
        ("4000..", is(4000.0), Inside),
        ("4000..", is(3999.0), Outside),
        // Only what is printed is shown to hold.
        ("4000..", above(3800.0), Outside),
        ("4000..", above(4000.0), Inside),
        ("..4000", is(4000.0), Inside),
        ("..4000", is(4001.0), Outside),
        // The true value may be anywhere above 3800.
        ("..4000", above(3800.0), Uncertain),
        // The true value is above 4000 for certain.
        ("..4000", above(4000.0), Outside),
        ("..4000", above(5000.0), Outside),
        ("1000..4000", above(1000.0), Uncertain),
        ("1000..4000", above(999.0), Outside),
        ("1000..4000", is(1000.0), Inside),
        ("500", is(500.0), Inside),
        ("500", above(500.0), Outside),
        ("-2..-1", is(-1.5), Inside),
        ("..", is(f64::NAN), Outside),
    ];
    for (range, quantity, expected) in cases {
        let read = Range::parse(range).unwrap_or_default();
        assert_eq!(read.verdict(quantity), expected, "{range} {quantity}");
    }
}

#[test]
fn what_is_no_range_is_none() {
    for text in [
        "", "..", " .. ", "a", "1..b", "2..1", "nan", "inf..", "1..2..3", "1...", "--1", "1e999..",
    ] {
        assert_eq!(Range::parse(text), None, "{text}");
    }
    for (text, again) in [
        ("1..1", "1"),
        (" 1 .. 2 ", "1..2"),
        ("1e3..", "1000.."),
        ("..1e-9", "..1e-9"),
        (".5..5.", "0.5..5"),
    ] {
        assert_eq!(Range::parse(text).unwrap().to_string(), again, "{text}");
    }
    assert_eq!(Range::new(Some(2.0), Some(1.0)), None);
    assert_eq!(Range::new(Some(f64::NAN), None), None);
}

fn table(column: Column, cells: Vec<explorer::Cell>) -> Table {
    let row = |(idx, cell): (usize, explorer::Cell)| Row::printed(&idx.to_string(), vec![cell]);
    Table {
        columns: vec![column],
        rows: cells.into_iter().enumerate().map(row).collect(),
    }
}

#[test]
fn bins_are_fixed_and_leave_out_their_own_range() {
    let column = Column::new("j", "J", ColumnKind::Number).log();
    let table = table(
        column,
        vec![
            exact(0.1),
            above(1.0),
            exact(10.0),
            exact(10.0),
            explorer::Cell::Missing,
        ],
    );
    let all = ViewQuery::default();
    let free = view(&table, &all);
    let histogram = free.histogram("j").unwrap();
    assert_eq!(histogram.scale, Scale::Log);
    assert_eq!(histogram.bins.len(), 20);
    // Two decades in twenty bins: each ends at 10^0.1 times its beginning.
    for bin in &histogram.bins {
        assert!(
            (bin.to / bin.from - 10f64.powf(0.1)).abs() < 1e-9,
            "{bin:?}"
        );
    }
    let full: Vec<(usize, usize, usize)> = histogram
        .bins
        .iter()
        .enumerate()
        .filter(|(_, bin)| bin.count > 0)
        .map(|(idx, bin)| (idx, bin.count, bin.n_lower_bounds))
        .collect();
    assert_eq!(full, [(0, 1, 0), (10, 1, 1), (19, 2, 0)]);
    assert_eq!(histogram.n_without, 1);
    let narrowed = view(&table, &all.with_range("j", Range::parse("5..")));
    assert_eq!(narrowed.rows, [2, 3]);
    assert_eq!(narrowed.histograms, free.histograms);
}

#[test]
fn few_or_awkward_values_still_have_bins() {
    let number = |id| Column::new(id, "J", ColumnKind::Number);
    let bins = |table: &Table| {
        let histogram = view(table, &ViewQuery::default()).histograms.remove(0);
        let counts: usize = histogram.bins.iter().map(|bin| bin.count).sum();
        (
            histogram.scale,
            histogram.bins.len(),
            counts,
            histogram.n_without,
        )
    };
    let cases = [
        (vec![], (Scale::Log, 0, 0, 0)),
        (vec![exact(5.0), exact(5.0)], (Scale::Log, 1, 2, 0)),
        (vec![exact(0.0), exact(5.0)], (Scale::Linear, 20, 2, 0)),
        (
            vec![exact(f64::INFINITY), exact(f64::NAN), exact(1.0)],
            (Scale::Log, 1, 1, 2),
        ),
        (
            vec![exact(-f64::MAX), exact(f64::MAX)],
            (Scale::Linear, 20, 2, 0),
        ),
        (
            vec![exact(1.0), exact(1.0f64.next_up())],
            (Scale::Log, 1, 2, 0),
        ),
    ];
    for (cells, expected) in cases {
        let said = format!("{cells:?}");
        assert_eq!(bins(&table(number("j").log(), cells)), expected, "{said}");
    }
}
