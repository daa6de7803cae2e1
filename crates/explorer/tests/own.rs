//! A reader's own file: what is understood, what is refused and why, and that good rows are kept.
//! Here because a misread number would stand beside printed ones as if it were true.
//! Must not know: how own rows are shown.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use explorer::own::{MAX_FAULTS, OwnRows, read_csv};
use explorer::{
    Cell, Column, ColumnKind, ExportHeader, Format, Quantity, Row, RowProvenance, Selection, Table,
    ViewQuery, export, view,
};
use proptest::prelude::*;
use support::{above, exact, labels, text};

/// As Table 1, in small: an open and a closed category, two numbers of which one prints bounds.
fn table() -> Table {
    Table {
        columns: vec![
            Column::new("material", "Material", ColumnKind::Category),
            Column::new("type", "Type", ColumnKind::Category).closed(),
            Column::new(
                "current_density_ma_cm2",
                "Current density",
                ColumnKind::Number,
            )
            .unit("mA cm⁻²"),
            Column::new("lifespan_h", "Lifespan", ColumnKind::Number).unit("h"),
            Column::new("note", "Note", ColumnKind::Text),
        ],
        rows: vec![
            Row::printed(
                "a",
                vec![
                    labels(&[("znf2", "ZnF₂")]),
                    labels(&[("sei", "SEI")]),
                    exact(1.0),
                    above(500.0),
                    text("x"),
                ],
            ),
            Row::printed(
                "b",
                vec![
                    labels(&[("tin", "Sn")]),
                    labels(&[("film", "Coating")]),
                    exact(2.0),
                    exact(80.0),
                    Cell::Missing,
                ],
            ),
        ],
    }
}

fn read(text: &str) -> OwnRows {
    read_csv(text, &table())
}

fn number(own: &OwnRows, row: usize, column: usize) -> Option<Quantity> {
    own.rows[row].cells[column].number()
}

#[test]
fn columns_are_known_by_id_heading_and_unit_in_any_order() {
    let headers = [
        "lifespan_h,current_density_ma_cm2,material",
        "Lifespan (h),Current density (mA cm⁻²),Material",
        "LIFESPAN,current density (mA cm-2),material",
        "lifespan h,Current Density,MATERIAL",
        "\u{feff}Lifespan,Current density,Material",
        "# a comment\r\n\r\nLifespan,Current density,Material",
    ];
    for header in headers {
        let own = read(&format!("{header}\n>1200,5,My film\n"));
        assert_eq!(own.faults, [], "{header}");
        assert_eq!(own.rows.len(), 1, "{header}");
        let row = &own.rows[0];
        assert_eq!(
            (row.id.as_str(), row.provenance),
            ("own-1", RowProvenance::Own)
        );
        assert_eq!(
            row.cells,
            [
                labels(&[("my-film", "My film")]),
                Cell::Missing,
                exact(5.0),
                above(1200.0),
                Cell::Missing
            ]
        );
    }
}

#[test]
fn separators_and_decimal_commas() {
    let comma = read("current density,lifespan\n0.25,1e3\n\"2\",> 7\n");
    let semicolon = read("current density;lifespan\n0,25;1e3\n2;> 7\n");
    let tab = read("current density\tlifespan\n0.25\t1e3\n2\t> 7\n");
    for own in [comma, semicolon, tab] {
        assert_eq!(own.faults, []);
        assert_eq!(number(&own, 0, 2), Some(Quantity::exact(0.25)));
        assert_eq!(number(&own, 0, 3), Some(Quantity::exact(1000.0)));
        assert_eq!(number(&own, 1, 3), Some(Quantity::above(7.0)));
    }
    // Inside quotes nothing separates.
    let quoted = read("\"Note\",\"Lifespan; total\",lifespan\n\"a; b, c\",,3\n");
    assert_eq!(quoted.rows[0].cells[4], text("a; b, c"));
    assert_eq!(quoted.faults.len(), 1, "a heading that no column has");
}

#[test]
fn numbers_that_may_mean_two_things_are_refused() {
    let cases = [
        (';', "1.500", None),
        (';', "1.500,5", None),
        (';', "1.5", Some(1.5)),
        (';', "1,500", Some(1.5)),
        (';', "1,5,0", None),
        (',', "\"1,5\"", None),
        (',', "1.500", Some(1.5)),
        (',', "\u{2212}3", Some(-3.0)),
        (',', "inf", None),
        (',', "nan", None),
        (',', "1e999", None),
        (',', "0x10", None),
        (',', ">5", None),
        (',', "5 h", None),
    ];
    for (separator, written, expected) in cases {
        let own = read(&format!(
            "current density{separator}note\n{written}{separator}x\n"
        ));
        let found = own.rows.first().and_then(|row| row.cells[2].number());
        assert_eq!(found, expected.map(Quantity::exact), "{written}");
        assert_eq!(own.faults.is_empty(), expected.is_some(), "{written}");
    }
}

#[test]
fn faults_name_line_column_value_and_what_is_allowed_and_good_rows_stay() {
    let own = read(concat!(
        "Material,Type,Current density (A m-2),Current density,Lifespan,Lifespan\n",
        "mine,SEI,1,5,>900,1\n",
        "mine,gel,1,many,900,1\n",
        "\n",
        ",,,,,\n",
        "mine,film; SEI,1,>5,900,1\n",
        "mine,,,,,,7\n",
        ",,3,,,\n",
        "znf2,coating,,6\n",
    ));
    let said: Vec<String> = own.faults.iter().map(ToString::to_string).collect();
    let names = "Material, Type, Current density (mA cm⁻²), Lifespan (h), Note";
    let expected = [
        format!("line 1, header: “Current density (A m-2)” is not one of {names}"),
        "line 1, header: “Lifespan” is not named only once".to_owned(),
        "line 3, Type: “gel” is not one of Coating, SEI".to_owned(),
        "line 3, Current density: “many” is not a number such as 1.5".to_owned(),
        "line 6, Current density: “>5” is not a number such as 1.5".to_owned(),
        "line 7, field 7: “7” is not within the 6 fields of the header line; quote a field that holds the separator"
            .to_owned(),
        "line 8, row: “” is not a row with a value in a column of the table".to_owned(),
    ];
    assert_eq!(said, expected);
    assert_eq!((own.n_faults, own.n_lines, own.rows.len()), (7, 6, 2));
    assert_eq!(number(&own, 0, 3), Some(Quantity::above(900.0)));
    // Known labels keep their ids, by text or by id, whichever case they are in.
    assert_eq!(own.rows[1].cells[0], labels(&[("znf2", "ZnF₂")]));
    assert_eq!(own.rows[1].cells[1], labels(&[("film", "Coating")]));
    assert_eq!(own.rows[1].id, "own-2");
}

#[test]
fn lines_are_counted_as_an_editor_counts() {
    // With LF and CRLF; a comment, an empty line and a break inside quotes stand before the fault.
    let file = "# head\n\nnote,lifespan\n\"two\nlines\",1\n# more\n\n\nx,bad\ny,bad\n";
    for end in ["\n", "\r\n"] {
        let own = read(&file.replace('\n', end));
        let lines: Vec<u64> = own.faults.iter().map(|fault| fault.line).collect();
        assert_eq!(lines, [9, 10], "{end:?}");
    }
    let own = read("# head\r\n\r\nlifespan,colour\r\n1,red\r\n");
    assert_eq!(own.faults[0].line, 3);
    // As computers wrote long ago.
    let own = read("lifespan,note\r1,x\rbad,y\r");
    assert_eq!((own.faults[0].line, own.rows.len()), (3, 1));
}

#[test]
fn a_file_without_a_usable_header_says_what_one_is() {
    for file in ["", "\n\n# only a comment\n", "colour,size\nred,1\nblue,2\n"] {
        let own = read(file);
        assert!(own.rows.is_empty(), "{file:?}");
        assert!((1..3).contains(&own.n_faults), "{file:?}: {:?}", own.faults);
        assert!(own.faults[0].allowed.contains("Material, Type"), "{file:?}");
    }
}

#[test]
fn many_faults_are_counted_and_few_described() {
    let file = format!("lifespan,note\n{}", "x,y\n".repeat(500));
    let own = read(&file);
    assert_eq!((own.faults.len(), own.n_faults), (MAX_FAULTS, 500));
}

#[test]
fn new_labels_never_share_an_id_and_equal_ones_do() {
    let own = read("material,lifespan\nmy film,1\nMy  Film,2\nmy-film,3\nMY FILM,4\n");
    let ids: Vec<&str> = own
        .rows
        .iter()
        .map(|row| row.cells[0].labels()[0].id.as_str())
        .collect();
    assert_eq!(ids, ["my-film", "my-film~", "my-film~~", "my-film"]);
}

#[test]
fn our_own_exports_come_back() {
    let own = read("material,type,lifespan,note,current density\nmine,sei,>7,=1+1,2\n");
    let table = table().with_own(own.rows).derived(
        Column::new("double", "Double", ColumnKind::Number),
        "2 × lifespan",
        |row| row.number("lifespan_h")?.times(Quantity::exact(2.0)),
    );
    assert_eq!(
        view(&table, &ViewQuery::default().toggled("type", "sei")).rows,
        [0, 2]
    );
    for format in [Format::Csv, Format::Tsv] {
        let file = export(format, &Selection::all(&table), &ExportHeader::default()).unwrap();
        assert!(
            file.contains("provenance") && file.contains("own"),
            "{file}"
        );
        let back = read_csv(&file, &table);
        assert_eq!(back.faults, [], "{file}");
        for (row, printed) in back.rows.iter().zip(&table.rows) {
            assert_eq!(row.cells[..5], printed.cells[..5], "{file}");
            assert_eq!(
                row.cells[5],
                Cell::Missing,
                "a derived value is computed, not read"
            );
        }
    }
    assert_eq!(table.without_own().rows.len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_file_gives_rows_or_faults(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        check(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_noise_below_a_header_gives_rows_or_faults(
        noise in "(lifespan|type|material|lifespan_h_bound|note|[,;\t\n\"'#>=.-]|[0-9]{1,4}|sei|ü){0,60}"
    ) {
        check(&format!("material,type,lifespan,lifespan_bound\n{noise}"));
        check(&noise);
    }
}

fn check(file: &str) {
    let own = read(file);
    assert!(own.rows.len() <= own.n_lines);
    assert!(own.faults.len() <= own.n_faults);
    for row in &own.rows {
        assert!(row.is_own() && row.cells.len() == 5);
        assert!(row.cells.iter().any(Cell::is_reported));
    }
    let extended = table().with_own(own.rows);
    assert_eq!(
        view(&extended, &ViewQuery::default()).rows.len(),
        extended.rows.len()
    );
}

#[test]
fn a_number_that_must_be_above_zero_is_refused_where_it_is_not() {
    let mut table = table();
    table.columns[2].above_zero = true;
    let own = read_csv(
        "material,current density,lifespan\na,0,1\nb,-5,1\nc,0.001,1\nd,,-1\n",
        &table,
    );
    let rows: Vec<_> = own.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(rows, ["own-1", "own-2"], "{:?}", own.faults);
    assert_eq!(own.faults[0].allowed, "a number above zero such as 1.5");
    assert_eq!((own.faults[0].line, own.faults[1].line), (2, 3));
}
