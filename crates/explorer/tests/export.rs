//! Every format: byte for byte where people compare files, and read back by other hands where a reader exists.
//! Here because people compute with this file.
//! Must not know: addresses.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use explorer::{
    Cell, Column, ColumnKind, ExportHeader, Format, Quantity, Row, RowProvenance, Selection, Table,
    ViewQuery, export, to_csv, view,
};
use support::{above, column, exact, labels, sample, text};

fn header() -> ExportHeader {
    ExportHeader {
        title: "A table".to_owned(),
        source: "A paper,\nits page".to_owned(),
        licence: "CC BY 4.0".to_owned(),
        filter: "type=film".to_owned(),
        link: "https://host.example/?v=1".to_owned(),
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
        "# link: https://host.example/?v=1",
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
        file.contains("# filter: none\r\n# link: https://host.example/?v=1\r\n# rows: 7 of 7\r\n# date: 2026-11-24\r\n"),
        "{file}"
    );
}

#[test]
fn no_bound_column_where_the_table_has_no_bound() {
    let columns = vec![column("x", ColumnKind::Number)];
    let table = Table {
        columns,
        rows: vec![Row::printed("a", vec![exact(1.5)])],
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
    let row = |value: &&str| Row::printed(value, vec![text(value), exact(-2.5)]);
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

/// Text, labels, a bound, a derived number, a gap and an own row.
fn rich() -> Table {
    let table = Table {
        columns: vec![
            Column::new("name", "Name", ColumnKind::Text),
            Column::new("use", "Use", ColumnKind::Category),
            Column::new("j_ma_cm2", "Current density", ColumnKind::Number).unit("mA cm⁻²"),
        ],
        rows: vec![
            Row::printed(
                "a",
                vec![
                    text("Zn|F₂ & \"50 %\""),
                    labels(&[("x", "X_1"), ("y", "Y")]),
                    above(0.5),
                ],
            ),
            Row::printed(
                "b",
                vec![text("=1+1\ttab\nline"), Cell::Missing, exact(10.0)],
            ),
            Row {
                provenance: RowProvenance::Own,
                ..Row::printed(
                    "own-1",
                    vec![
                        text("[mine] *x* \\ ~^{}$#<>"),
                        labels(&[("x", "X_1")]),
                        Cell::Missing,
                    ],
                )
            },
        ],
    };
    table.derived(
        Column::new("half", "Half", ColumnKind::Number),
        "j ÷ 2",
        |row| row.number("j_ma_cm2")?.over(Quantity::exact(2.0)),
    )
}

fn file(format: Format) -> String {
    export(format, &Selection::all(&rich()), &header()).unwrap()
}

#[test]
fn visible_means_the_columns_and_rows_of_the_view() {
    let table = sample();
    let query = ViewQuery::default()
        .toggled("type", "film")
        .with_shown(&table, "use", false)
        .with_moved(&table, "life_h", 0)
        .sorted_by("life_h");
    let found = view(&table, &query);
    let csv = export(
        Format::Csv,
        &Selection::visible(&table, &query, &found),
        &header(),
    )
    .unwrap();
    let lines: Vec<&str> = csv.lines().filter(|line| !line.starts_with('#')).collect();
    let expected = [
        "id,life_h,life_h_bound,name,type",
        "cafe,80,,Café au lait,Coating film",
        "zn9-b,500,,ZN9,Self-formed SEI; Coating film",
        "zn10,500,>,Zn10,Coating film",
        "zn9,,,zn9,Coating film",
    ];
    assert_eq!(lines, expected);
    let all = export(Format::Csv, &Selection::all(&table), &header()).unwrap();
    assert_eq!(all.lines().filter(|line| !line.starts_with('#')).count(), 8);
}

#[test]
fn separated_files_read_back() {
    for (format, separator) in [(Format::Csv, b','), (Format::Tsv, b'\t')] {
        let file = file(format);
        assert!(file.contains("# derived half: j ÷ 2\r\n"), "{file}");
        let mut reader = csv::ReaderBuilder::new()
            .comment(Some(b'#'))
            .delimiter(separator)
            .from_reader(file.as_bytes());
        let headings = [
            "id",
            "name",
            "use",
            "j_ma_cm2",
            "j_ma_cm2_bound",
            "half",
            "half_bound",
            "provenance",
        ];
        assert_eq!(reader.headers().unwrap(), headings.to_vec());
        let records: Vec<Vec<String>> = reader
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect();
        assert_eq!(
            records[0],
            [
                "a",
                "Zn|F₂ & \"50 %\"",
                "X_1; Y",
                "0.5",
                ">",
                "0.25",
                ">",
                "printed"
            ]
        );
        let lines = if format == Format::Csv {
            "'=1+1\ttab\nline"
        } else {
            "'=1+1 tab line"
        };
        assert_eq!(records[1], ["b", lines, "", "10", "", "5", "", "printed"]);
        assert_eq!(
            records[2],
            [
                "own-1",
                "[mine] *x* \\ ~^{}$#<>",
                "X_1",
                "",
                "",
                "",
                "",
                "own"
            ]
        );
    }
}

#[test]
fn json_reads_back_with_types() {
    let json: serde_json::Value = serde_json::from_str(&file(Format::Json)).unwrap();
    assert_eq!(json["about"]["licence"], "CC BY 4.0");
    assert_eq!(json["about"]["rows"], "3 of 3");
    assert_eq!(json["columns"][2]["unit"], "mA cm⁻²");
    assert_eq!(json["columns"][3]["provenance"], "derived");
    assert_eq!(json["columns"][3]["formula"], "j ÷ 2");
    assert_eq!(json["columns"][0]["formula"], serde_json::Value::Null);
    let rows = &json["rows"];
    let expected = serde_json::json!({
        "id": "a", "provenance": "printed", "name": "Zn|F₂ & \"50 %\"", "use": ["X_1", "Y"],
        "j_ma_cm2": 0.5, "j_ma_cm2_bound": ">", "half": 0.25, "half_bound": ">",
    });
    assert_eq!(rows[0], expected);
    assert_eq!(rows[1]["j_ma_cm2"], 10);
    assert_eq!(rows[1]["j_ma_cm2_bound"], serde_json::Value::Null);
    assert_eq!(rows[2]["half"], serde_json::Value::Null);
    assert_eq!(rows[2]["provenance"], "own");
}

#[test]
fn json_keys_are_unique_whatever_the_columns_are_called() {
    let ids = ["id", "provenance", "x", "x_bound", "x"];
    let table = Table {
        columns: ids
            .iter()
            .map(|id| column(id, ColumnKind::Number))
            .collect(),
        rows: vec![Row::printed(
            "r",
            (1..6).map(|n| above(f64::from(n))).collect(),
        )],
    };
    let json = export(Format::Json, &Selection::all(&table), &header()).unwrap();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let row = json["rows"][0].as_object().unwrap();
    assert_eq!(row.len(), 2 + 2 * ids.len(), "{row:?}");
    assert_eq!((&row["id"], &row["id~"]), (&"r".into(), &1.into()));
    let named: Vec<&str> = json["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c["id"].as_str().unwrap())
        .collect();
    assert!(
        named.iter().all(|name| row.contains_key(*name)),
        "{named:?}"
    );
}

#[test]
fn markdown_keeps_one_line_a_row() {
    let expected = [
        r"| Name | Use | Current density (mA cm⁻²) | Half | Provenance |",
        r"| --- | --- | ---: | ---: | --- |",
        "| Zn\\|F₂ \\& \"50 %\" | X\\_1; Y | \\>0.5 | \\>0.25 | printed |",
        r"| =1+1 tab line |  | 10 | 5 | printed |",
        r"| \[mine\] \*x\* \\ \~^{}\$\#\<\> | X\_1 |  |  | own |",
        "",
        "- title: A table",
        "- source: A paper, its page",
        "- licence: CC BY 4.0",
        "- filter: type=film",
        "- link: https://host.example/?v=1",
        "- rows: 3 of 3",
        "- version: 0.1.0",
        "- derived half: j ÷ 2",
    ];
    assert_eq!(file(Format::Markdown).lines().collect::<Vec<_>>(), expected);
}

#[test]
fn latex_is_escaped_and_balanced() {
    let latex = file(Format::Latex);
    let expected = [
        r"% needs \usepackage{booktabs}",
        "% title: A table",
        "% source: A paper, its page",
        "% licence: CC BY 4.0",
        "% filter: type=film",
        "% link: https://host.example/?v=1",
        "% rows: 3 of 3",
        "% version: 0.1.0",
        "% derived half: j ÷ 2",
        r"\begin{tabular}{llrrl}",
        r"\toprule",
        r"Name & Use & Current density (mA cm$^{-2}$) & Half & Provenance \\",
        r"\midrule",
        r"Zn$|$F$_{2}$ \& \textquotedbl{}50 \%\textquotedbl{} & X\_1; Y & $>$0.5 & $>$0.25 & printed \\",
        r"=1+1 tab line &  & 10 & 5 & printed \\",
        r"{}[mine] *x* \textbackslash{} \textasciitilde{}\textasciicircum{}\{\}\$\#$<$$>$ & X\_1 &  &  & own \\",
        r"\bottomrule",
        r"\end{tabular}",
    ];
    assert_eq!(latex.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn every_format_states_the_head_in_words() {
    let table = sample();
    let query = ViewQuery::default()
        .toggled("type", "sei")
        .sorted_by("name");
    let found = view(&table, &query);
    let head = ExportHeader {
        filter: query.in_words(&table),
        date: Some("2026-11-24".to_owned()),
        ..header()
    };
    for format in Format::ALL {
        let file = export(format, &Selection::visible(&table, &query, &found), &head).unwrap();
        for stated in [
            "TYPE: Self-formed SEI; sorted by NAME ascending",
            "2026-11-24",
            "CC BY 4.0",
            "0.1.0",
            "3 of 7",
        ] {
            assert!(file.contains(stated), "{format:?} lacks {stated}: {file}");
        }
        assert!(!format.extension().is_empty() && format.media_type().contains('/'));
    }
}
