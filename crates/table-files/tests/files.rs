//! What each file holds, read back by other hands than those that wrote it.
//! Here because the reader computes with these files far from this site.
//! Must not know: how they travel to the page.
#![cfg(feature = "server")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use explorer::{Format, own::MAX_FAULTS};
use support::{answers, done, file, table, write};
use table_files::{Answer, FileFormat, JobId, Order, Outcome, Request};

fn text(order: Order) -> String {
    String::from_utf8(file(order)).unwrap()
}

/// Source, licence, filter in words, the view's link, date and version.
const HEAD: [&str; 6] = [
    "A paper",
    "CC BY 4.0",
    "lifespan at least 10 h",
    "https://host.example/explore/?v=1",
    "2026-11-25",
    "0.1.0",
];

#[test]
fn csv_and_tsv_hold_the_rows_in_order_with_bounds_and_provenance() {
    for (format, separator) in [(Format::Csv, b','), (Format::Tsv, b'\t')] {
        let written = text(write(FileFormat::Text(format)));
        for part in HEAD {
            assert!(written.contains(part), "{part} is missing from {written}");
        }
        let mut reader = csv::ReaderBuilder::new()
            .comment(Some(b'#'))
            .delimiter(separator)
            .from_reader(written.as_bytes());
        let names = [
            "id",
            "material",
            "lifespan_h",
            "lifespan_h_bound",
            "current_density_ma_cm2",
            "provenance",
        ];
        assert_eq!(
            reader.headers().unwrap(),
            &csv::StringRecord::from(&names[..])
        );
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(
            rows[0],
            csv::StringRecord::from(&["own-1", "'=Mine", "12.5", "", "5", "own"][..])
        );
        assert_eq!(
            rows[1],
            csv::StringRecord::from(&["zns-1", "ZnS", "500", ">", "1", "printed"][..])
        );
        assert_eq!(rows.len(), 3);
    }
}

#[test]
fn json_holds_numbers_units_and_the_head() {
    let file: serde_json::Value =
        serde_json::from_slice(&file(write(FileFormat::Text(Format::Json)))).unwrap();
    assert_eq!(file["about"]["link"], "https://host.example/explore/?v=1");
    assert_eq!(file["columns"][1]["unit"], "h");
    assert_eq!(file["rows"][1]["lifespan_h"], 500);
    assert_eq!(file["rows"][1]["lifespan_h_bound"], ">");
    assert_eq!(file["rows"][0]["provenance"], "own");
}

#[test]
fn markdown_and_latex_hold_what_people_read() {
    let markdown = text(write(FileFormat::Text(Format::Markdown)));
    assert!(
        markdown
            .starts_with("| Material | Lifespan (h) | Current density (mA cm⁻²) | Provenance |"),
        "{markdown}"
    );
    assert!(
        markdown.contains("| ZnS | \\>500 | 1 | printed |"),
        "{markdown}"
    );
    let latex = text(write(FileFormat::Text(Format::Latex)));
    assert!(latex.contains("ZnS & $>$500 & 1 & printed \\\\"), "{latex}");
    for part in HEAD {
        assert!(latex.contains(part), "{part} is missing from {latex}");
    }
}

#[test]
fn a_workbook_holds_numbers_as_numbers_and_says_where_it_came_from() {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(file(write(FileFormat::Workbook)))).unwrap();
    let sheet = workbook.worksheet_range("Table").unwrap();
    let rows: Vec<Vec<Data>> = sheet.rows().map(<[Data]>::to_vec).collect();
    assert_eq!(rows[0][2], Data::String("Lifespan (h)".to_owned()));
    assert_eq!(rows[2][2], Data::Float(500.0));
    assert_eq!(rows[2][3], Data::String(">".to_owned()));
    assert_eq!(rows[1][5], Data::String("own".to_owned()));
    let about = workbook.worksheet_range("About").unwrap();
    let said: Vec<String> = about.rows().map(|row| row[1].to_string()).collect();
    for part in HEAD {
        assert!(said.iter().any(|line| line == part), "{part}: {said:?}");
    }
}

const BIBLIOGRAPHY: &str = "@article{zhao2019-ref12,\nauthor = {Zhao, Z.},\ntitle = {{Zn {@} 5}},\n}\n\n@misc{ref2,\ntitle = {{Two}},\n}\n@article{xu2020-ref1,\ntitle = {{One}},\n}\n";

fn cite(references: &[u16]) -> Order {
    Order::Cite {
        bibliography: BIBLIOGRAPHY.to_owned(),
        references: references.to_vec(),
        head: vec!["q=a@b".to_owned()],
    }
}

#[test]
fn bibtex_holds_the_entries_asked_for_as_they_stand_in_the_bibliography() {
    let written = text(cite(&[1, 41, 12]));
    let entries: Vec<(String, String, BTreeMap<String, String>)> =
        serde_bibtex::from_str(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
    let keys: Vec<&str> = entries.iter().map(|(_, key, _)| key.as_str()).collect();
    assert_eq!(keys, ["xu2020-ref1", "zhao2019-ref12"]);
    assert_eq!(entries[1].2["title"], "{Zn {@} 5}");
    assert!(written.contains("could not be identified: 41"), "{written}");
    let request = Request::Do {
        job: JobId(1),
        order: Box::new(cite(&[41])),
    };
    assert!(matches!(
        &answers(request)[..],
        [Answer::Refused { job: JobId(1), .. }]
    ));
}

#[test]
fn own_rows_come_back_from_their_own_export_and_bad_lines_are_named() {
    let read = |text: &str| {
        let order = Order::Read {
            text: text.to_owned(),
            table: table(),
        };
        match done(order) {
            Outcome::Rows(rows) => rows,
            other => panic!("{other:?}"),
        }
    };
    let own = read("Material;Current density;Lifespan (h)\nMine;1,5;>20\nBad;quick;3\n");
    assert_eq!((own.rows.len(), own.n_faults, own.n_lines), (1, 1, 2));
    assert!(own.rows[0].is_own());
    let fault = &own.faults[0];
    assert_eq!(
        (fault.line, fault.column.as_str(), fault.value.as_str()),
        (3, "Current density", "quick")
    );
    let written = text(write(FileFormat::Text(Format::Csv)));
    let again = read(&written);
    assert_eq!((again.rows.len(), again.n_faults), (3, 0));
}

/// A hundred thousand rows there and back, with progress on the way.
#[test]
fn a_hundred_thousand_rows_are_read_and_written_with_progress() {
    const N_ROWS: usize = 100_000;
    let mut csv = String::from("material,current_density_ma_cm2,lifespan_h\n");
    for row in 0..N_ROWS {
        let bad = if row % 1000 == 0 { "x" } else { "" };
        csv += &format!("Film {row},{},{bad}{}\n", 1 + row % 10, 100 + row);
    }
    let job = JobId(3);
    let order = Box::new(Order::Read {
        text: csv,
        table: table(),
    });
    let mut said = answers(Request::Do { job, order });
    let Some(Answer::Done { outcome, .. }) = said.pop() else {
        panic!("{:?}", said.last());
    };
    let Outcome::Rows(own) = *outcome else {
        panic!("no rows");
    };
    assert_eq!(
        (own.rows.len(), own.n_faults, own.faults.len()),
        (N_ROWS - 100, 100, MAX_FAULTS)
    );
    assert!(said.len() >= 99, "{} reports", said.len());
    let mut table = table();
    table.rows.extend(own.rows);
    let n_rows = table.rows.len();
    let order = Box::new(Order::Write {
        format: FileFormat::Text(Format::Csv),
        rows: (0..n_rows).collect(),
        columns: vec![0, 1, 2],
        table,
        header: support::header(),
    });
    let mut said = answers(Request::Do { job, order });
    let Some(Answer::Done { outcome, .. }) = said.pop() else {
        panic!("{:?}", said.last());
    };
    let Outcome::File(bytes) = *outcome else {
        panic!("no file");
    };
    assert!(said.len() >= 99, "{} reports", said.len());
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(&bytes[..]);
    assert_eq!(reader.records().filter_map(Result::ok).count(), n_rows);
}
