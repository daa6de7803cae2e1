//! Which columns are shown in which order, groups, parts of a filter, highlights.
//! Here because these are what a page draws from a query besides rows.
//! Must not know: addresses.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use explorer::{FilterPart, Range, SortKey, ViewQuery, highlights, view};
use support::sample;

#[test]
fn columns_are_hidden_shown_and_moved() {
    let mut table = sample();
    table.columns[2].shown = false;
    let ids = |query: &ViewQuery| -> Vec<String> {
        let shown = query.columns(&table).into_iter();
        shown.map(|idx| table.columns[idx].id.clone()).collect()
    };
    let all = ViewQuery::default();
    assert_eq!(ids(&all), ["name", "type", "life_h"]);
    let more = all
        .with_shown(&table, "use", true)
        .with_shown(&table, "name", false);
    assert_eq!(ids(&more), ["type", "use", "life_h"]);
    assert_eq!(more.encode(), "show=use&hide=name");
    assert_eq!(
        more.with_shown(&table, "use", false)
            .with_shown(&table, "name", true),
        all
    );
    assert_eq!(all.with_shown(&table, "absent", true), all);

    let moved = all.with_moved(&table, "life_h", 0);
    assert_eq!(ids(&moved), ["life_h", "name", "type"]);
    assert_eq!(
        moved.order,
        ["life_h"],
        "the rest falls into place by itself"
    );
    assert_eq!(moved.with_moved(&table, "life_h", 3), all);
    let last = all.with_moved(&table, "name", 99);
    assert_eq!(ids(&last), ["type", "life_h", "name"]);
    assert_eq!(last.order, ["type", "use", "life_h"]);
    // Every single move lands where it should.
    for from in 0..4 {
        for to in 0..4 {
            let id = table.columns[from].id.clone();
            let query = all.with_moved(&table, &id, to);
            assert_eq!(query.arranged(&table)[to], from, "{id} to {to}");
        }
    }
}

#[test]
fn groups_follow_the_order_of_their_first_rows() {
    let table = sample();
    let query = ViewQuery {
        group: Some("type".to_owned()),
        sort: vec![SortKey::new("life_h", true)],
        ..ViewQuery::default()
    };
    let found = view(&table, &query);
    assert_eq!(found.rows, [1, 0, 6, 3, 4, 2, 5]);
    let groups: Vec<(Option<&str>, &[usize])> = found
        .groups
        .iter()
        .map(|group| {
            (
                group.label.as_ref().map(|label| label.id.as_str()),
                group.rows.as_slice(),
            )
        })
        .collect();
    let expected: [(Option<&str>, &[usize]); 3] = [
        (Some("film"), &[1, 6, 3, 2]),
        (Some("sei"), &[0, 6, 4]),
        (None, &[5]),
    ];
    assert_eq!(groups, expected);
    let flat = view(
        &table,
        &ViewQuery {
            group: Some("life_h".to_owned()),
            ..query
        },
    );
    assert_eq!(flat.groups, [], "a number column gathers nothing");
}

#[test]
fn keys_join_turn_and_leave() {
    let start = ViewQuery::default().sorted_by("type");
    let both = start.also_sorted_by("life_h");
    assert_eq!(both.encode(), "sort=type,life_h");
    let turned = both.also_sorted_by("type");
    assert_eq!(turned.encode(), "sort=-type,life_h");
    assert_eq!(turned.sort_priority("life_h"), Some((2, false)));
    assert_eq!(turned.sort_priority("type"), Some((1, true)));
    assert_eq!(turned.also_sorted_by("type").encode(), "sort=life_h");
    assert_eq!(turned.sort_priority("use"), None);
}

#[test]
fn each_part_of_a_filter_has_words_and_can_go() {
    let mut table = sample();
    table.columns[3] = table.columns[3].clone().unit("h");
    let query = ViewQuery {
        text: " zn ".to_owned(),
        ..ViewQuery::default()
    }
    .toggled("type", "sei")
    .toggled("use", "block")
    .with_range("life_h", Range::parse("100..500"))
    .sorted_by("life_h")
    .also_sorted_by("life_h")
    .also_sorted_by("name");
    assert_eq!(
        query.in_words(&table),
        "TYPE: Self-formed SEI; USE: Blocks water; LIFE_H from 100 to 500 h; text “zn”; \
         sorted by LIFE_H descending, then NAME ascending"
    );
    let parts = query.filter_parts(&table);
    assert_eq!(parts.len(), 4);
    let mut rest = query.clone();
    for part in &parts {
        rest = rest.without(part);
        assert_eq!(rest, rest.without(part), "taking out twice changes nothing");
    }
    assert_eq!(rest, query.cleared());
    assert!(!rest.is_filtered() && query.is_filtered());
    let range = FilterPart::Range {
        column: "life_h".to_owned(),
    };
    for (limits, words) in [
        ("5..", "LIFE_H at least 5 h"),
        ("..5", "LIFE_H at most 5 h"),
        ("5", "LIFE_H exactly 5 h"),
    ] {
        let query = ViewQuery::default().with_range("life_h", Range::parse(limits));
        assert_eq!(query.part_in_words(&table, &range), words);
        assert!(query.is_filtered());
    }
    assert_eq!(ViewQuery::default().in_words(&table), "");
}

#[test]
fn highlights_stand_on_the_letters_that_matched() {
    let table = sample();
    let marked = |row_idx: usize, words: &str| -> Vec<(usize, usize, String)> {
        let text_of = |column_idx: usize, part_idx: usize| match table.cell(row_idx, column_idx) {
            explorer::Cell::Text(text) => text.clone(),
            explorer::Cell::Labels(labels) => labels[part_idx].text.clone(),
            explorer::Cell::Number(quantity) => quantity.to_string(),
            explorer::Cell::Missing => String::new(),
        };
        highlights(&table, row_idx, words)
            .into_iter()
            .map(|h| {
                (
                    h.column_idx,
                    h.part_idx,
                    text_of(h.column_idx, h.part_idx)[h.bytes].to_owned(),
                )
            })
            .collect()
    };
    let of = |found: &[(usize, usize, &str)]| -> Vec<(usize, usize, String)> {
        found
            .iter()
            .map(|(column, part, text)| (*column, *part, (*text).to_owned()))
            .collect()
    };
    assert_eq!(marked(0, "znf2"), of(&[(0, 0, "ZnF₂")]));
    assert_eq!(marked(0, "f2"), of(&[(0, 0, "F₂")]));
    assert_eq!(
        marked(3, "cafe LAIT"),
        of(&[(0, 0, "Café"), (0, 0, "lait")])
    );
    assert_eq!(
        marked(6, "guides sei"),
        of(&[(1, 0, "SEI"), (2, 1, "Guides")])
    );
    assert_eq!(marked(1, ">500 0"), of(&[(0, 0, "0"), (3, 0, ">500")]));
    assert_eq!(marked(0, "  "), of(&[]));
    assert_eq!(marked(2, "500"), of(&[]));
    // Marks and ligatures: a match never cuts a letter, and takes the marks that belong to it.
    let one = |text: &str, words: &str| -> Vec<String> {
        let mut table = sample();
        table.rows.truncate(1);
        table.rows[0].cells = vec![support::text(text)];
        highlights(&table, 0, words)
            .into_iter()
            .map(|h| text[h.bytes].to_owned())
            .collect()
    };
    assert_eq!(one("cafe\u{301}s", "cafe"), ["cafe\u{301}"]);
    assert_eq!(one("Cæsium", "ca"), ["Cæ"]);
    assert_eq!(one("Straße", "ss"), ["ß"]);
    assert_eq!(one("aaa", "aa a"), ["aaa"]);
}
