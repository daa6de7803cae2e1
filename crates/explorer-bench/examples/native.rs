//! Medians (and least times, for a busy machine) of filtering, counting and sorting, one JSON object a row count.
//! Here because the table must answer while a reader types, also with a hundred thousand rows of their own.
//! Must not know: a browser; other grids are measured where they run.
//!
//! `cargo run --package explorer-bench --example native --profile solver`
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::time::Instant;

use explorer::{Comparison, Index, Range, SortKey, ViewQuery, own, split};
use explorer_bench::data::{Numbers, table};

const ROW_COUNTS: [usize; 3] = [45, 10_000, 100_000];
const N_RUNS: usize = 31;
/// Milliseconds, the median of some runs and the least.
fn times_ms<T>(n_runs: usize, mut work: impl FnMut() -> T) -> (f64, f64) {
    let mut times: Vec<f64> = (0..n_runs)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(work());
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], times[0])
}

fn csv(n_rows: usize) -> String {
    let mut numbers = Numbers(7);
    let mut text = String::from(
        "material,type,current_density_ma_cm2,areal_capacity_mah_cm2,lifespan_h,function\n",
    );
    for _ in 0..n_rows {
        let (material, kind, function) = (numbers.below(400), numbers.below(2), numbers.below(35));
        let (j, q, life) = (
            numbers.below(2000),
            numbers.below(2000),
            numbers.below(9000),
        );
        let bound = if numbers.below(3) == 0 { ">" } else { "" };
        text += &format!(
            "my film {material},type of kind {kind},{}.{},0.{q},{bound}{life},function of kind {function}; new {function}\n",
            j / 10,
            j % 10
        );
    }
    text
}

fn main() {
    let all = ViewQuery::default();
    let sort = |keys: &[(&str, bool)]| -> Vec<SortKey> {
        keys.iter()
            .map(|(id, down)| SortKey::new(id, *down))
            .collect()
    };
    let filter = all
        .toggled("type", "type-0")
        .toggled("function", "function-3")
        .toggled("function", "function-7")
        .toggled("function", "function-8")
        .with_range("current_density_ma_cm2", Range::new(Some(5.0), None));
    let one_filter = all.toggled("type", "type-0");
    let sorted = |query: &ViewQuery| ViewQuery {
        sort: sort(&[("type", false), ("lifespan_h", true), ("material", false)]),
        ..query.clone()
    };
    let words = ViewQuery {
        text: "kind 17".to_owned(),
        ..all.clone()
    };
    let wide = sorted(&one_filter.with_range("lifespan_h", Range::new(Some(100.0), Some(9000.0))));
    let grouped = ViewQuery {
        group: Some("material".to_owned()),
        ..wide.clone()
    };
    let cases: [(&str, ViewQuery); 8] = [
        ("everything_counted", all.clone()),
        ("filter_and_counts", one_filter.clone()),
        ("five_filters_and_counts", filter.clone()),
        ("sort_of_everything", sorted(&all)),
        ("filter_counts_and_sort", wide),
        ("five_filters_counts_and_sort", sorted(&filter)),
        ("words_and_counts", words),
        ("filter_counts_sort_and_groups", grouped),
    ];
    for n_rows in ROW_COUNTS {
        let table = table(n_rows);
        let index = Index::new(&table);
        let mut times: BTreeMap<&str, (f64, f64)> = cases
            .iter()
            .map(|(name, query)| (*name, times_ms(N_RUNS, || index.view(query))))
            .collect();
        times.insert("index_built", times_ms(3, || Index::new(&table)));
        let comparison = Comparison::new([("current_density_ma_cm2".to_owned(), 5.0)].into(), 2.0);
        let comparison = comparison.expect("a reference above zero");
        let rows: Vec<usize> = (0..n_rows).collect();
        times.insert(
            "comparison_of_all_rows",
            times_ms(5, || split(&table, &comparison, &rows)),
        );
        let text = csv(n_rows);
        times.insert("own_csv_read", times_ms(3, || own::read_csv(&text, &table)));
        let own = own::read_csv(&text, &table);
        assert_eq!(
            (own.rows.len(), own.n_faults),
            (n_rows, 0),
            "{:?}",
            own.faults
        );
        let rounded = |pick: fn(&(f64, f64)) -> f64| -> BTreeMap<&str, f64> {
            let times = times.iter();
            times
                .map(|(name, ms)| (*name, (pick(ms) * 1e4).round() / 1e4))
                .collect()
        };
        let (median_ms, least_ms) = (rounded(|ms| ms.0), rounded(|ms| ms.1));
        println!(
            "{}",
            serde_json::json!({
                "grid": "explorer", "rows": n_rows, "median_ms": median_ms, "least_ms": least_ms,
            })
        );
    }
}
