//! The page of validation: it holds every row of the engine, with the numbers of the kept runs to the last bit.
//! Here because a referee reads the page, and a row that is left out of it is a row that nobody checks.
//! Must not know: how a row is computed; `crates/zinc-sim/tests/command_line.rs` computes them anew.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;

use companion::{
    content,
    prerender::{Site, page},
    routes::Route,
    validation::{FILE, Row, ToleranceIs, kept},
};
use electrodeposition::validation::{
    Tolerance, ValidationCase, cases, slow_cases, subjects, unfitted,
};
use html5gum::{Token, Tokenizer};

const SHELL: &str = "<html lang=\"en\"><head><!--head--></head><body><!--app--></body></html>";

/// What the page notes of a row for the browser, and its text.
#[derive(Debug, Default)]
struct Noted {
    attributes: BTreeMap<String, String>,
    data: Option<f64>,
    text: String,
}

impl Noted {
    fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

fn html() -> String {
    let site = Site {
        base: String::new(),
        origin: None,
    };
    page(SHELL, &Route::Validation, content::load().unwrap(), &site).unwrap()
}

/// Every table row of the page, heads and measurements too.
fn rows_of_the_page() -> Vec<Noted> {
    let html = html();
    let mut rows: Vec<Noted> = Vec::new();
    let mut inside = false;
    for Ok(token) in Tokenizer::new(&html) {
        match token {
            Token::StartTag(tag) => {
                let attributes = tag.attributes.iter().map(|(name, value)| {
                    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                    (text(name), text(value))
                });
                if tag.name.as_slice() == b"tr" {
                    inside = true;
                    rows.push(Noted {
                        attributes: attributes.collect(),
                        ..Noted::default()
                    });
                } else if tag.name.as_slice() == b"data" && inside {
                    let value = tag.attributes.get(b"value".as_slice()).unwrap();
                    let value = String::from_utf8_lossy(value).parse().unwrap();
                    rows.last_mut().unwrap().data = Some(value);
                }
            }
            Token::EndTag(tag) if tag.name.as_slice() == b"tr" => inside = false,
            Token::String(text) if inside => {
                let text = String::from_utf8_lossy(&text).into_owned();
                rows.last_mut().unwrap().text.push_str(&text);
            }
            _ => {}
        }
    }
    rows
}

fn is_as_kept(case: &ValidationCase, row: &Row) -> bool {
    let tolerance = match case.tolerance {
        Tolerance::Relative(limit) => (limit, ToleranceIs::Relative),
        Tolerance::Absolute(limit) => (limit, ToleranceIs::Absolute),
        Tolerance::AtMost => (0.0, ToleranceIs::AtMost),
    };
    let texts = [&row.name, &row.reference_is, &row.exercises, &row.unit];
    texts == [case.name, case.reference, case.exercises, case.unit]
        && tolerance == (row.tolerance, row.tolerance_is)
}

#[test]
fn the_kept_file_names_the_rows_of_the_engine_as_they_are() {
    let kept = kept().unwrap();
    let stale = format!("{FILE} is not of this engine: run `cargo xtask validation`");
    let names: Vec<&str> = kept
        .quick
        .rows
        .iter()
        .map(|row| row.name.as_str())
        .collect();
    let expected: Vec<&str> = cases().map(|case| case.name).collect();
    assert_eq!(names, expected, "{stale}");
    for (case, row) in cases().zip(&kept.quick.rows) {
        assert!(is_as_kept(case, row), "{stale}: {}", row.name);
        let subject = subjects().find(|(_, table)| table.iter().any(|of| of.name == case.name));
        assert_eq!(subject.unwrap().0.word(), row.subject, "{stale}");
    }
    for (_, row) in kept.rows().filter(|(_, row)| row.slow) {
        let case = slow_cases().find(|case| case.name == row.name);
        assert!(
            case.is_some_and(|case| is_as_kept(case, row)),
            "{stale} --row \"{}\"",
            row.name
        );
    }
    let measured = unfitted().map(|row| (row.name, row.source, row.assumed, row.reported));
    let in_file = kept.unfitted.rows.iter();
    let in_file = in_file.map(|row| (&*row.name, &*row.source, &*row.assumed, row.reported));
    assert!(measured.eq(in_file), "{stale}");
}

#[test]
fn names_of_rows_are_told_apart() {
    let mut names: Vec<&str> = cases().chain(slow_cases()).map(|case| case.name).collect();
    let n_names = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), n_names);
}

#[test]
fn the_page_holds_every_row_with_every_bit_and_says_how_it_came_out() {
    let kept = kept().unwrap();
    let rows = rows_of_the_page();
    let with_name = |name: &str| {
        let mut found = rows.iter().filter(|row| row.text.starts_with(name));
        let first = found.next().unwrap_or_else(|| panic!("{name} is missing"));
        assert!(found.all(|row| !row.text[name.len()..].starts_with("Reference")));
        first
    };
    for (_, row) in kept.rows() {
        let noted = with_name(&format!("{}Reference", row.name));
        assert_eq!(noted.get("data-check"), row.name);
        assert_eq!(noted.get("data-unit"), row.unit);
        let computed = row.computed.unwrap();
        assert_eq!(noted.data.unwrap().to_bits(), computed.to_bits());
        let bits = u64::from_str_radix(noted.get("data-bits"), 16).unwrap();
        assert_eq!(bits, computed.to_bits(), "{}", row.name);
        assert!(noted.text.contains(&row.reference_is) && noted.text.contains(&row.exercises));
        let result = if row.pass {
            "✓ within"
        } else {
            "✗ outside"
        };
        assert!(noted.text.contains(result), "{}", noted.text);
        assert_eq!(noted.get("class").contains("outside"), !row.pass);
        assert_eq!(noted.get("data-long-s").is_empty(), row.took_s <= 2.0);
    }
    let not_run = slow_cases().filter(|case| kept.rows().all(|(_, row)| row.name != case.name));
    for case in not_run {
        let noted = with_name(&format!("{}Reference", case.name));
        assert!(noted.text.contains("not run") && noted.get("data-check").is_empty());
    }
    let n_checks = rows.iter().filter(|row| !row.get("data-check").is_empty());
    assert_eq!(n_checks.count(), kept.rows().count());
    println!("{} rows of the page", rows.len());
}

#[test]
fn every_measurement_stands_on_the_page_with_its_miss() {
    let rows = rows_of_the_page();
    for measured in &kept().unwrap().unfitted.rows {
        // Its formula is set, which parts the name.
        let (_, conditions) = measured.name.rsplit_once(", ").unwrap();
        let of_row = |row: &&Noted| {
            row.text.contains(conditions)
                && row.text.contains(&*measured.assumed)
                && row.text.contains(&*measured.source)
        };
        let found: Vec<&Noted> = rows.iter().filter(of_row).collect();
        assert!(!found.is_empty(), "{}", measured.name);
        let ratio = measured.simulated.unwrap() / measured.reported;
        let digits = format!("{ratio:.1e}");
        let mantissa: String = digits.split('e').next().unwrap().replace('.', "");
        let in_row = |row: &&Noted| {
            row.text
                .replace('.', "")
                .contains(mantissa.trim_end_matches('0'))
        };
        assert!(found.iter().any(in_row), "{}: {ratio}", measured.name);
    }
}

#[test]
fn the_page_can_be_reached_from_where_the_simulator_is_shown() {
    let site = Site {
        base: String::new(),
        origin: None,
    };
    for route in [Route::Simulate, Route::Presets, Route::About] {
        let html = page(SHELL, &route, content::load().unwrap(), &site).unwrap();
        assert!(
            html.contains("href=\"/simulate/validation/\""),
            "{}",
            route.path()
        );
    }
    let html = html();
    for part in ["id=\"measured\"", "id=\"behaviour\"", "id=\"limits\""] {
        assert!(html.contains(part), "{part}");
    }
}
