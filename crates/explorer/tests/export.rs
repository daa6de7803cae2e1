//! The CSV file: byte for byte once, then read back by an independent pass.
//! Here because people compute with this file.
//! Must not know: addresses.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use explorer::{ColumnKind, ExportHeader, Row, Table, ViewQuery, to_csv, view};
use support::{column, exact, sample, text};

fn header() -> ExportHeader {
    ExportHeader {
        title: "A table".to_owned(),
        source: "A paper,\nits page".to_owned(),
        licence: "CC BY 4.0".to_owned(),
        filter: "type=film".to_owned(),
        date: None,
        version: "0.1.0".to_owned(),
    }
}

#[test]
fn the_file_of_a_view() {
    let table = sample();
    let shown = view(
        &table,
        &ViewQuery::default()
            .toggled("use", "block")
            .sorted_by("life_h"),
    );
    let expected = [
        "# title: A table",
        "# source: A paper, its page",
        "# licence: CC BY 4.0",
        "# filter: type=film",
        "# rows: 4 of 7",
        "# version: 0.1.0",
        "id,name,type,use,life_h,life_h_bound",
        "znf2,ZnF₂,Self-formed SEI,Blocks water,500,",
        "zn9-b,ZN9,Self-formed SEI; Coating film,Blocks water; Guides nuclei,500,",
        "zn10,Zn10,Coating film,Blocks water; Guides nuclei,500,>",
        "nan,\"'=1+1, \"\"quoted\"\"\",,Blocks water,,",
        "",
    ];
    assert_eq!(
        to_csv(&table, &shown, &header()).unwrap(),
        expected.join("\r\n")
    );
}

#[test]
fn the_date_and_an_absent_filter_are_stated() {
    let table = sample();
    let everything = view(&table, &ViewQuery::default());
    let head = ExportHeader {
        filter: String::new(),
        date: Some("2026-11-24".to_owned()),
        ..header()
    };
    let file = to_csv(&table, &everything, &head).unwrap();
    assert!(
        file.contains("# filter: none\r\n# rows: 7 of 7\r\n# date: 2026-11-24\r\n"),
        "{file}"
    );
}

#[test]
fn no_bound_column_where_the_table_has_no_bound() {
    let columns = vec![column("x", ColumnKind::Number)];
    let table = Table {
        columns,
        rows: vec![Row {
            id: "a".to_owned(),
            cells: vec![exact(1.5)],
        }],
    };
    let file = to_csv(&table, &view(&table, &ViewQuery::default()), &header()).unwrap();
    assert!(file.ends_with("\r\nid,x\r\na,1.5\r\n"), "{file}");
}

#[test]
fn fields_survive_reading_and_no_text_is_a_formula() {
    let originals = [
        "=SUM(A1)",
        "+1",
        "-1",
        "@x",
        "\ttab",
        "plain",
        "a,b",
        "say \"x\"",
        "two\r\nlines",
        "# no comment",
        "ü ₂",
    ];
    let columns = vec![
        column("t", ColumnKind::Text),
        column("n", ColumnKind::Number),
    ];
    let row = |value: &&str| Row {
        id: (*value).to_owned(),
        cells: vec![text(value), exact(-2.5)],
    };
    let table = Table {
        columns,
        rows: originals.iter().map(row).collect(),
    };
    let file = to_csv(&table, &view(&table, &ViewQuery::default()), &header()).unwrap();

    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(file.as_bytes());
    assert_eq!(reader.headers().unwrap(), vec!["id", "t", "n"]);
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), originals.len());
    for (record, original) in records.iter().zip(originals) {
        let guarded = original.starts_with(['=', '+', '-', '@', '\t']);
        let expected = if guarded {
            format!("'{original}")
        } else {
            original.to_owned()
        };
        assert_eq!(&record[0], expected, "row ids are guarded too");
        assert_eq!(&record[1], expected);
        assert_eq!(&record[2], "-2.5", "a number keeps its sign");
    }
}
