//! Addresses: what each means, what each warns of, and that none is lost or fatal.
//! Here because an address is the only state of the table page.
//! Must not know: rows passing a query (see view.rs).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::collections::BTreeMap;

use explorer::{
    ColumnKind, Comparison, MAX_TEXT_CHARS, QueryWarning, Range, SortKey, Table, ViewQuery,
};
use proptest::prelude::*;
use support::{column, labels, sample};

const FOREIGN: [&str; 2] = ["theme", "embed"];

fn query(filters: &[(&str, &[&str])], text: &str, sort: &[(&str, bool)]) -> ViewQuery {
    ViewQuery {
        filters: filters
            .iter()
            .map(|(column, ids)| {
                (
                    (*column).to_owned(),
                    ids.iter().map(|id| (*id).to_owned()).collect(),
                )
            })
            .collect(),
        text: text.to_owned(),
        sort: sort
            .iter()
            .map(|(column, descending)| SortKey {
                column: (*column).to_owned(),
                descending: *descending,
            })
            .collect(),
        ..ViewQuery::default()
    }
}

#[test]
fn addresses_and_what_they_mean() {
    let table = sample();
    let both: &[(&str, &[&str])] = &[("type", &["film", "sei"])];
    let cases = [
        ("", query(&[], "", &[]), ""),
        ("?", query(&[], "", &[]), ""),
        ("v=1", query(&[], "", &[]), ""),
        ("q=&sort=&type=", query(&[], "", &[]), ""),
        (
            "type=sei,film&q=ZnF2&sort=-life_h",
            query(both, "ZnF2", &[("life_h", true)]),
            "type=film,sei&q=ZnF2&sort=-life_h",
        ),
        // As a form without scripts submits check boxes, and as a router encodes commas.
        ("?type=sei&type=film", query(both, "", &[]), "type=film,sei"),
        ("type=sei%2Cfilm", query(both, "", &[]), "type=film,sei"),
        (
            "sort=type&sort=-name",
            query(&[], "", &[("type", false), ("name", true)]),
            "sort=type,-name",
        ),
        (
            "q=two+words%20%3E5&theme=dark&embed",
            query(&[], "two words >5", &[]),
            "q=two+words+%3E5",
        ),
        (
            "q=%E2%82%82&.use=block",
            query(&[("use", &["block"])], "₂", &[]),
            "use=block&q=%E2%82%82",
        ),
    ];
    for (address, meaning, short) in cases {
        assert_eq!(
            ViewQuery::parse(address, &table, &FOREIGN),
            (meaning.clone(), Vec::new()),
            "{address}"
        );
        assert_eq!(meaning.encode(), short, "{address}");
    }
}

#[test]
fn every_state_has_a_short_readable_address() {
    let table = sample();
    let range = |min, max| Range::new(min, max).unwrap();
    let all = ViewQuery::default();
    let near = |pairs: &[(&str, f64)], factor| {
        let references = pairs.iter().map(|(id, value)| ((*id).to_owned(), *value));
        Comparison::new(references.collect(), factor).ok()
    };
    let cases = [
        (
            "life_h=1..10",
            all.with_range("life_h", Some(range(Some(1.0), Some(10.0)))),
        ),
        (
            "life_h=0.5..",
            all.with_range("life_h", Some(range(Some(0.5), None))),
        ),
        (
            "life_h=..-2",
            all.with_range("life_h", Some(range(None, Some(-2.0)))),
        ),
        (
            "life_h=500",
            all.with_range("life_h", Some(range(Some(500.0), Some(500.0)))),
        ),
        (
            "sort=type,-life_h&group=type",
            ViewQuery {
                group: Some("type".to_owned()),
                ..query(&[], "", &[("type", false), ("life_h", true)])
            },
        ),
        (
            "show=use&hide=name,type&order=life_h,type",
            ViewQuery {
                visibility: [("use", true), ("name", false), ("type", false)]
                    .map(|(id, shown)| (id.to_owned(), shown))
                    .into(),
                order: ["life_h", "type"].map(str::to_owned).into(),
                ..all.clone()
            },
        ),
        (
            "near=life_h:500&rank=life_h",
            ViewQuery {
                comparison: near(&[("life_h", 500.0)], 2.0),
                rank: vec!["life_h".to_owned()],
                ..all.clone()
            },
        ),
        (
            "near=life_h:0.25&within=1.5",
            ViewQuery {
                comparison: near(&[("life_h", 0.25)], 1.5),
                ..all.clone()
            },
        ),
    ];
    for (address, meaning) in cases {
        assert_eq!(meaning.encode(), address);
        assert_eq!(
            ViewQuery::parse(address, &table, &FOREIGN),
            (meaning, Vec::new()),
            "{address}"
        );
    }
    // What a form without scripts submits for empty boxes.
    let empty = "life_h=&group=&show=&hide=&order=&near=&within=&rank=&life_h=..";
    assert_eq!(ViewQuery::parse(empty, &table, &[]), (all, Vec::new()));
}

#[test]
fn bad_values_are_named_with_what_is_allowed_and_the_rest_is_kept() {
    let table = sample();
    let cases = [
        (
            "life_h=many",
            "“many” is not a value of life_h, which takes limits such as 1..10, 5.. or ..2, the smaller first",
        ),
        (
            "life_h=10..1",
            "“10..1” is not a value of life_h, which takes limits such as 1..10, 5.. or ..2, the smaller first",
        ),
        (
            "life_h=nan..inf",
            "“nan..inf” is not a value of life_h, which takes limits such as 1..10, 5.. or ..2, the smaller first",
        ),
        (
            "life_h=1..2&life_h=3..",
            "“life_h” is given twice; the last one counts",
        ),
        (
            "group=life_h",
            "“life_h” is not a column for group; there are: type, use",
        ),
        (
            "group=type,use",
            "“group” is given twice; the last one counts",
        ),
        (
            "show=price",
            "“price” is not a column for show; there are: name, type, use, life_h",
        ),
        (
            "show=type&hide=type",
            "“type” is both shown and hidden; the last one counts",
        ),
        (
            "order=price",
            "“price” is not a column for order; there are: name, type, use, life_h",
        ),
        (
            "rank=type",
            "“type” is not a column for rank; there are: life_h",
        ),
        (
            "near=type:1",
            "“type” is not a column for near; there are: life_h",
        ),
        (
            "near=life_h",
            "“life_h” is not a value of near, which takes a column and a number above zero, as in column:5",
        ),
        (
            "near=life_h:-1",
            "“life_h:-1” is not a value of near, which takes a column and a number above zero, as in column:5",
        ),
        (
            "near=life_h:5&within=0.5",
            "“0.5” is not a value of within, which takes a number from 1",
        ),
        (
            "within=3",
            "“3” is not a value of within, which takes a factor beside near",
        ),
    ];
    for (address, expected) in cases {
        let (kept, warnings) = ViewQuery::parse(&format!("{address}&type=sei"), &table, &FOREIGN);
        let said: Vec<String> = warnings.iter().map(ToString::to_string).collect();
        assert_eq!(said, [expected], "{address}");
        assert!(kept.selects("type", "sei"), "{address}");
    }
}

#[test]
fn what_is_not_understood_is_named_with_what_would_be() {
    let table = sample();
    let strings = |items: &[&str]| {
        items
            .iter()
            .map(|item| (*item).to_owned())
            .collect::<Vec<_>>()
    };
    let columns = strings(&["name", "type", "use", "life_h"]);
    let filters = strings(&[
        "type", "use", "life_h", "q", "sort", "group", "show", "hide", "order", "near", "within",
        "rank",
    ]);
    let unknown_key = |key: &str| QueryWarning::UnknownKey {
        key: key.to_owned(),
        allowed: filters.clone(),
    };
    let cases = [
        ("colour=red", unknown_key("colour")),
        ("name=ZnF2", unknown_key("name")),
        ("%FF=1", unknown_key("\u{fffd}")),
        (
            "type=gel",
            QueryWarning::UnknownLabel {
                column: "type".to_owned(),
                value: "gel".to_owned(),
                allowed: strings(&["sei", "film"]),
            },
        ),
        (
            "sort=-price",
            QueryWarning::UnknownSortColumn {
                value: "price".to_owned(),
                allowed: columns,
            },
        ),
        (
            "sort=name,-name",
            QueryWarning::RepeatedSortColumn {
                column: "name".to_owned(),
            },
        ),
        (
            "q=a&q=b",
            QueryWarning::RepeatedKey {
                key: "q".to_owned(),
            },
        ),
        (
            "v=2",
            QueryWarning::UnknownVersion {
                value: "2".to_owned(),
                supported: 1,
            },
        ),
        (
            "v=",
            QueryWarning::UnknownVersion {
                value: String::new(),
                supported: 1,
            },
        ),
    ];
    for (address, warning) in cases {
        assert_eq!(
            ViewQuery::parse(address, &table, &FOREIGN).1,
            vec![warning],
            "{address}"
        );
    }
    let (kept, warnings) = ViewQuery::parse("type=gel,sei&nope=1&q=x", &table, &FOREIGN);
    assert_eq!(kept, query(&[("type", &["sei"])], "x", &[]));
    assert_eq!(warnings.len(), 2);
    assert_eq!(
        warnings[0].to_string(),
        "“gel” is not a value of type; there are: sei, film"
    );
}

#[test]
fn hostile_lengths_are_cut() {
    let table = sample();
    let long = "ü".repeat(MAX_TEXT_CHARS + 1);
    let (kept, warnings) = ViewQuery::parse(&format!("q={long}"), &table, &[]);
    assert_eq!(kept.text.chars().count(), MAX_TEXT_CHARS);
    assert_eq!(warnings, vec![QueryWarning::TextTooLong]);

    let many: String = (0..500)
        .map(|i| format!("{}{i}=1&", "k".repeat(300)))
        .collect();
    let (_, warnings) = ViewQuery::parse(&many, &table, &[]);
    assert_eq!(warnings.len(), 21);
    assert_eq!(warnings[20], QueryWarning::More { n: 480 });
    assert!(
        warnings
            .iter()
            .all(|warning| warning.to_string().chars().count() < 200)
    );
}

#[test]
fn pressing_a_label_or_a_heading_changes_only_that() {
    let start = query(&[("use", &["block"])], "zn", &[("type", false)]);
    let chosen = start.toggled("type", "sei");
    assert_eq!(
        chosen,
        query(
            &[("type", &["sei"]), ("use", &["block"])],
            "zn",
            &[("type", false)]
        )
    );
    assert!(chosen.selects("type", "sei") && !chosen.selects("type", "film"));
    assert_eq!(chosen.toggled("type", "sei"), start);

    let once = start.sorted_by("life_h");
    assert_eq!(once.sort, query(&[], "", &[("life_h", false)]).sort);
    let twice = once.sorted_by("life_h");
    assert_eq!(twice.sort, query(&[], "", &[("life_h", true)]).sort);
    assert_eq!(twice.sorted_by("life_h").sort, Vec::new());
    assert!(start.is_filtered() && !query(&[], " ", &[("name", true)]).is_filtered());
}

const AWKWARD: [&str; 11] = [
    "q", "sort", "v", ".q", "", "-x", "a,b", "~", "ä &=+%", "~.", "plain",
];
const AWKWARD_NUMBERS: [&str; 8] = [
    "near", "within", "group", "a:1", ":", "-n", "1..2", "number",
];

/// A table whose ids are as awkward as a reader's own file can make them.
fn awkward() -> Table {
    let pairs: Vec<(&str, &str)> = AWKWARD.iter().map(|id| (*id, *id)).collect();
    let categories = AWKWARD.iter().map(|id| column(id, ColumnKind::Category));
    let numbers = AWKWARD_NUMBERS
        .iter()
        .map(|id| column(id, ColumnKind::Number));
    Table {
        columns: categories.chain(numbers).collect(),
        rows: vec![explorer::Row::printed(
            "all",
            AWKWARD.iter().map(|_| labels(&pairs)).collect(),
        )],
    }
}

fn any_finite() -> impl Strategy<Value = f64> {
    use prop::num::f64::{NEGATIVE, NORMAL, POSITIVE, SUBNORMAL, ZERO};
    prop_oneof![
        POSITIVE | NEGATIVE | NORMAL | SUBNORMAL | ZERO,
        -1000.0..1000.0
    ]
}

fn ranges() -> impl Strategy<Value = BTreeMap<String, Range>> {
    let limits = (
        prop::option::of(any_finite()),
        prop::option::of(any_finite()),
    );
    let range = limits.prop_filter_map("an open range is not kept", |(a, b)| {
        let (min, max) = match (a, b) {
            (Some(a), Some(b)) => (Some(a.min(b)), Some(a.max(b))),
            open => open,
        };
        Range::new(min, max).filter(|range| !range.is_open())
    });
    prop::collection::btree_map(number_id(), range, 0..4)
}

fn number_id() -> impl Strategy<Value = String> {
    prop::sample::select(AWKWARD_NUMBERS.map(str::to_owned).to_vec())
}

fn any_id() -> impl Strategy<Value = String> {
    prop_oneof![
        number_id(),
        prop::sample::select(AWKWARD.map(str::to_owned).to_vec())
    ]
}

fn comparison() -> impl Strategy<Value = Option<Comparison>> {
    let references = prop::collection::btree_map(number_id(), prop::num::f64::POSITIVE, 1..4);
    let factor = prop_oneof![Just(2.0), 1.0..100.0];
    prop::option::of(
        (references, factor)
            .prop_filter_map("finite, above zero", |(r, f)| Comparison::new(r, f).ok()),
    )
}

fn some_of(ids: &[&str]) -> impl Strategy<Value = Vec<String>> + use<> {
    let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
    let n = ids.len();
    prop::sample::subsequence(ids, 0..=n).prop_shuffle()
}

fn valid_query() -> impl Strategy<Value = ViewQuery> {
    let category = || prop::sample::select(AWKWARD.map(str::to_owned).to_vec());
    let label_set = prop::collection::btree_set(category(), 1..5);
    let every: Vec<&str> = AWKWARD.iter().chain(&AWKWARD_NUMBERS).copied().collect();
    let sort = (
        some_of(&every),
        prop::collection::vec(any::<bool>(), every.len()),
    );
    let text = prop::collection::vec(any::<char>(), 0..20)
        .prop_map(|chars| chars.into_iter().collect::<String>());
    (
        prop::collection::btree_map(category(), label_set, 0..5),
        ranges(),
        text,
        sort.prop_map(|(columns, directions)| columns.into_iter().zip(directions).collect()),
        prop::option::of(category()),
        prop::collection::btree_map(any_id(), any::<bool>(), 0..5),
        some_of(&every),
        comparison(),
        some_of(&AWKWARD_NUMBERS),
    )
        .prop_map(
            |(filters, ranges, text, sort, group, visibility, order, comparison, rank)| {
                let sort: Vec<(String, bool)> = sort;
                ViewQuery {
                    filters,
                    ranges,
                    text,
                    sort: sort
                        .into_iter()
                        .map(|(column, descending)| SortKey { column, descending })
                        .collect(),
                    group,
                    visibility,
                    order,
                    comparison,
                    rank,
                }
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn encode_then_parse_is_identity(query in valid_query()) {
        let address = query.encode();
        prop_assert_eq!(ViewQuery::parse(&address, &awkward(), &[]), (query.clone(), Vec::new()), "{}", address);
        // A router decodes and encodes anew, commas included.
        let again: String = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form_urlencoded::parse(address.as_bytes()))
            .finish();
        prop_assert_eq!(ViewQuery::parse(&again, &awkward(), &[]).0, query, "{}", again);
    }

    #[test]
    fn any_bytes_give_a_view_that_has_an_address(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let noise = String::from_utf8_lossy(&bytes);
        check_total(&noise);
    }

    #[test]
    fn any_percent_noise_gives_a_view_that_has_an_address(
        noise in "((type|use|name|q|sort|v|theme|\\.q|life_h|near|within|rank|group|show|hide|order)?[=&?,~+.:-]|%[0-9a-fA-F]{0,2}|[0-9]e?|sei|film|-life_h){0,40}"
    ) {
        check_total(&noise);
    }
}

/// Whatever came in, the view that it gives is valid: its address means itself, without warnings.
fn check_total(noise: &str) {
    for table in [
        sample(),
        awkward(),
        Table {
            columns: Vec::new(),
            rows: Vec::new(),
        },
    ] {
        let (query, warnings) = ViewQuery::parse(noise, &table, &FOREIGN);
        assert_eq!(
            ViewQuery::parse(&query.encode(), &table, &[]),
            (query, Vec::new()),
            "{noise}"
        );
        assert!(
            warnings
                .iter()
                .all(|warning| !warning.to_string().is_empty())
        );
    }
}
