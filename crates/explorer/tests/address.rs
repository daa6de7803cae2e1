//! Addresses: what each means, what each warns of, and that none is lost or fatal.
//! Here because an address is the only state of the table page.
//! Must not know: rows passing a query (see view.rs).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use explorer::{ColumnKind, MAX_TEXT_CHARS, QueryWarning, SortKey, Table, ViewQuery};
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
fn what_is_not_understood_is_named_with_what_would_be() {
    let table = sample();
    let strings = |items: &[&str]| {
        items
            .iter()
            .map(|item| (*item).to_owned())
            .collect::<Vec<_>>()
    };
    let columns = strings(&["name", "type", "use", "life_h"]);
    let filters = strings(&["type", "use", "q", "sort"]);
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

/// A table whose ids are as awkward as a reader's own file can make them.
fn awkward() -> Table {
    let ids = [
        "q", "sort", "v", ".q", "", "-x", "a,b", "~", "ä &=+%", "~.", "plain",
    ];
    let pairs: Vec<(&str, &str)> = ids.iter().map(|id| (*id, *id)).collect();
    Table {
        columns: ids
            .iter()
            .map(|id| column(id, ColumnKind::Category))
            .collect(),
        rows: vec![explorer::Row {
            id: "all".to_owned(),
            cells: ids.iter().map(|_| labels(&pairs)).collect(),
        }],
    }
}

fn valid_query() -> impl Strategy<Value = ViewQuery> {
    let ids: Vec<String> = awkward()
        .columns
        .into_iter()
        .map(|column| column.id)
        .collect();
    let label_set = prop::collection::btree_set(prop::sample::select(ids.clone()), 1..5);
    let filters = prop::collection::btree_map(prop::sample::select(ids.clone()), label_set, 0..5);
    let sort = prop::sample::subsequence(ids.clone(), 0..ids.len()).prop_shuffle();
    let directions = prop::collection::vec(any::<bool>(), ids.len());
    let text = prop::collection::vec(any::<char>(), 0..20)
        .prop_map(|chars| chars.into_iter().collect::<String>());
    (filters, text, sort, directions).prop_map(
        |(filters, text, sort, directions): (
            BTreeMap<String, BTreeSet<String>>,
            _,
            Vec<String>,
            Vec<bool>,
        )| {
            let keys = sort.into_iter().zip(directions);
            ViewQuery {
                filters,
                text,
                sort: keys
                    .map(|(column, descending)| SortKey { column, descending })
                    .collect(),
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
        noise in "((type|use|name|q|sort|v|theme|\\.q)?[=&?,~+.-]|%[0-9a-fA-F]{0,2}|sei|film|-life_h){0,40}"
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
