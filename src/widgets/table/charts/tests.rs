//! The data behind each chart, its words, and the figures made of them.
//! Here because what a picture says must be right before anyone draws it.
//! Must not know: the browser.
#![allow(clippy::panic)]

use explorer::{
    Comparison, Index, Quantity, Range, Row, RowCells, RowProvenance, Table, ViewQuery,
};
use review::Review;
use serde_json::{Value, json};

use super::{
    drawing::Drawing,
    kind::{Kind, Measure},
    lifespan::{ISO_LINES, Lifespan},
    paint::Look,
    paper::Paper,
    ranking::{RankedRows, Standing},
    save, still,
};
use crate::{
    plot::MARKS,
    services::{
        content,
        table::{self, AREAL_CAPACITY, CURRENT_DENSITY, LIFESPAN, MATERIAL},
    },
};

fn review() -> &'static Review {
    content::load().unwrap_or_else(|error| panic!("{error}"))
}

fn drawn(kind: Kind, table: &Table, query: &ViewQuery) -> Drawing {
    let view = Index::new(table).view(query);
    Drawing::of(kind, table, &view, query, &review().families)
}

fn lifespan(table: &Table, query: &ViewQuery) -> Lifespan {
    match drawn(Kind::Lifespan, table, query) {
        Drawing::Lifespan(chart) => chart,
        other => panic!("{other:?}"),
    }
}

fn ranking(table: &Table, query: &ViewQuery) -> RankedRows {
    match drawn(Kind::Ranking(Measure::Hours), table, query) {
        Drawing::Ranking(chart) => chart,
        other => panic!("{other:?}"),
    }
}

fn figure(drawing: &Drawing, width: u32, paper: Option<&Paper>) -> Value {
    let look = Look {
        width,
        drag: true,
        ranges: [Range::new(Some(5.0), None), None],
        paper,
    };
    let figure = drawing.figure(&look, &|token| format!("colour of {token}"));
    serde_json::from_str(figure.json()).unwrap_or_else(|error| panic!("{error}"))
}

fn at_five_and_above() -> ViewQuery {
    ViewQuery::default().with_range(CURRENT_DENSITY, Range::new(Some(5.0), None))
}

fn paper() -> Paper {
    Paper {
        title: "A < title".to_owned(),
        shown: save::shown(9, 45, "Type: <b>Coating</b>"),
        caption: "What it shows.".to_owned(),
        source: save::source(&review().article),
        link: format!("https://host.example/explore/?q=a&{}", "x=1&".repeat(60)),
        day: Some("2026-01-31".to_owned()),
    }
}

#[test]
fn every_family_has_a_mark_of_its_own_and_one_is_left_for_own_rows() {
    assert_eq!(review().families.len() + 1, MARKS.len());
    for (index, (shape, colour)) in MARKS.iter().enumerate() {
        for (other_shape, other_colour) in &MARKS[..index] {
            assert!(
                shape != other_shape && colour != other_colour,
                "{shape} {colour}"
            );
        }
    }
}

#[test]
fn every_condition_has_its_place_and_keeps_its_bound() {
    let table = table::table_1(review());
    let chart = lifespan(&table, &ViewQuery::default());
    assert_eq!((chart.places.len(), chart.n_without_place), (45, 0));
    for place in &chart.places {
        let cells = RowCells::new(&table, place.point.row_idx);
        assert_eq!(Some(place.lifespan), cells.number(LIFESPAN));
        assert_eq!(
            Some(Quantity::exact(place.current_density)),
            cells.number(CURRENT_DENSITY)
        );
        // Nothing lies on or beyond an edge.
        for part in [
            chart.x.part(place.current_density),
            chart.y.part(place.lifespan.value),
        ] {
            assert!(
                (0.02..0.98).contains(&part),
                "{}: {part}",
                place.point.words()
            );
        }
    }
    let printed = review().conditions.iter();
    let n_bounds = printed
        .filter(|condition| condition.lifespan_is_lower_bound)
        .count();
    let places = chart.places.iter();
    let drawn = places
        .filter(|place| place.lifespan.is_lower_bound())
        .count();
    assert_eq!((drawn, n_bounds), (11, 11));
}

#[test]
fn conditions_at_one_place_are_all_named_and_small_marks_lie_on_large_ones() {
    let table = table::table_1(review());
    let drawing = drawn(Kind::Lifespan, &table, &ViewQuery::default());
    // By eye in the printed table: 1 mA cm⁻² and 1000 h, exactly or more.
    let row_idx = table
        .rows
        .iter()
        .position(|row| row.id == "mmt-zn-1")
        .unwrap_or_default();
    let mut here: Vec<String> = drawing
        .here(row_idx)
        .iter()
        .map(|point| table.rows[point.row_idx].id.clone())
        .collect();
    here.sort();
    assert_eq!(here, ["mmt-zn-1", "nafion-zn-x-1", "nafion-zn-x-2"]);
    let Drawing::Lifespan(chart) = &drawing else {
        panic!("{drawing:?}")
    };
    let capacities: Vec<f64> = chart
        .places
        .iter()
        .filter_map(|place| Some(place.point.areal_capacity?.value))
        .collect();
    assert!(capacities.is_sorted_by(|a, b| a >= b) && capacities[0] == 45.0);
    let plot = figure(&drawing, 1000, None);
    let points = plot["data"]
        .as_array()
        .and_then(|data| data.last())
        .cloned()
        .unwrap_or_default();
    let index = drawing
        .rows()
        .iter()
        .position(|row| *row == row_idx)
        .unwrap_or_default();
    let words = points["hovertext"][index].as_str().unwrap_or_default();
    assert_eq!(words.matches("<br>").count(), 2, "{words}");
    assert!(
        words.contains("MMT-Zn: 1 mA cm⁻², 0.25 mA h cm⁻², &gt;1000 h"),
        "{words}"
    );
    // One number for the place, and 45 marks in all.
    let counts = points["text"].as_array().cloned().unwrap_or_default();
    assert_eq!(
        counts.iter().filter(|count| **count == json!("3")).count(),
        1
    );
    assert_eq!(points["customdata"].as_array().map(Vec::len), Some(45));
}

#[test]
fn lines_hold_one_cumulative_capacity_from_end_to_end() {
    let chart = lifespan(&table::table_1(review()), &ViewQuery::default());
    let lines = chart.iso_lines();
    assert_eq!(
        lines
            .iter()
            .map(|line| line.capacity_mah_cm2)
            .collect::<Vec<_>>(),
        ISO_LINES
    );
    for line in lines {
        for (current_density, hours) in line.ends.into_iter().chain([line.label]) {
            // J × h ÷ 2, computed back; sums of four roundings.
            let error = (current_density * hours / 2.0 / line.capacity_mah_cm2 - 1.0).abs();
            assert!(error < 1e-12, "{}: {error:e}", line.capacity_mah_cm2);
        }
        let (x, y) = (chart.x.part(line.label.0), chart.y.part(line.label.1));
        assert!(
            (-1e-9..0.9).contains(&x) && (0.0..0.96).contains(&y),
            "{x} {y}"
        );
    }
}

#[test]
fn rows_left_out_stay_as_faint_points_and_leave_the_words() {
    let table = table::table_1(review());
    let drawing = drawn(Kind::Lifespan, &table, &at_five_and_above());
    let Drawing::Lifespan(chart) = &drawing else {
        panic!("{drawing:?}")
    };
    let n_shown = chart.n_shown();
    assert_eq!(
        (chart.places.len(), n_shown, drawing.behind().lines.len()),
        (45, 9, 9)
    );
    assert!(chart.places[..36].iter().all(|place| !place.point.shown));
    assert_eq!(
        drawing.label(45),
        "Scatter chart, both axes logarithmic: lifespan against current density of 9 of 45 conditions. Current density 5 to 10 mA cm⁻², lifespan 70 to >2100 h. 3 of the lifespans are lower bounds. The numbers stand in the table “Data behind this chart”."
    );
    let plot = figure(&drawing, 1000, None);
    let marker = plot["data"]
        .as_array()
        .and_then(|data| data.last())
        .map(|last| last["marker"].clone());
    let marker = marker.unwrap_or_default();
    assert_eq!(marker["opacity"][0], 0.4);
    // The largest of those left out: 10 mA h cm⁻² of a composite.
    assert_eq!(marker["symbol"][0], "x-open");
    assert_eq!(marker["opacity"][44], 0.9);
    // The limit is drawn as a box that ends at the picture's edge.
    let shape = &plot["layout"]["shapes"][0];
    assert_eq!(shape["x0"], 5.0);
    assert!(
        shape["x1"]
            .as_f64()
            .is_some_and(|x1| x1 > 10.0 && x1 < 20.0),
        "{shape}"
    );
}

#[test]
fn unlike_conditions_are_ordered_but_not_ranked_and_that_is_said() {
    let table = table::table_1(review());
    let chart = ranking(&table, &ViewQuery::default());
    assert!(matches!(chart.standing, Standing::Unlike { .. }));
    assert!(chart.bars.iter().all(|bar| bar.place.is_none()));
    let values: Vec<f64> = chart.bars.iter().map(|bar| bar.value.value).collect();
    assert!(values.is_sorted_by(|a, b| a >= b) && values[0] == 8000.0 && values.len() == 45);
    let words = chart.words();
    assert!(
        words.contains("no ranking: the conditions differ (current density 0.1 to 10 mA cm⁻², areal capacity 0.05 to 45 mA h cm⁻²)"),
        "{words}"
    );
    let alike = ViewQuery::default()
        .with_range(CURRENT_DENSITY, Range::new(Some(1.0), Some(1.0)))
        .with_range(AREAL_CAPACITY, Range::new(Some(1.0), Some(1.0)));
    let words = ranking(&table, &alike).words();
    assert_eq!(
        words,
        "All conditions shown were tested at 1 mA cm⁻², 1 mA h cm⁻²."
    );
}

#[test]
fn with_a_comparison_only_alike_rows_are_ranked() {
    let table = table::table_1(review());
    let of_row = table
        .rows
        .iter()
        .position(|row| row.id == "bto-2")
        .unwrap_or_default();
    let columns = [CURRENT_DENSITY, AREAL_CAPACITY];
    let query = ViewQuery {
        comparison: Comparison::with_row(&table, of_row, &columns, 2.0).ok(),
        ..ViewQuery::default()
    };
    let chart = ranking(&table, &query);
    // By eye: J from 5 to 20 and C from 2.5 to 10.
    let ids: Vec<&str> = chart
        .bars
        .iter()
        .map(|bar| table.rows[bar.point.row_idx].id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "cop-cmc-2",
            "bto-2",
            "znf2-coating-2",
            "tio2-pvdf-2",
            "g-c3n4-2",
            "pa-2"
        ]
    );
    assert_eq!(chart.bars[0].place.as_deref(), Some("at least 1"));
    assert_eq!(chart.outside.len(), 39);
    let words = chart.words();
    assert!(
        words.starts_with("Ranked: 6 conditions tested within a factor of 2 of areal capacity 5 mA h cm⁻² and current density 10 mA cm⁻². 39 conditions tested under other conditions: not ranked"),
        "{words}"
    );
    let behind = Drawing::Ranking(chart).behind();
    assert_eq!(behind.lines.len(), 45);
    let reason = &behind.lines[6].1[4];
    assert!(reason.starts_with("not ranked: "), "{reason}");
}

#[test]
fn a_function_is_marked_where_its_material_has_it() {
    let table = table::table_1(review());
    let drawing = drawn(Kind::Functions, &table, &ViewQuery::default());
    let Drawing::Functions(chart) = &drawing else {
        panic!("{drawing:?}")
    };
    let materials = &review().materials;
    assert_eq!((chart.materials.len(), chart.names.len()), (26, 13));
    let n_said: usize = materials
        .iter()
        .map(|material| material.single_functions.len())
        .sum();
    assert_eq!((chart.n_marks(), drawing.rows().len()), (n_said, n_said));
    for (drawn, said) in chart.materials.iter().zip(materials) {
        assert_eq!(drawn.first.material, said.label);
        assert_eq!(drawn.functions.len(), said.single_functions.len());
        assert_eq!(drawn.n_rows, review().conditions_of(&said.id).count());
    }
}

/// A reader's row may lack what a logarithm needs, and its name is only a name.
#[test]
fn own_rows_have_their_own_mark_and_those_without_a_place_are_counted() {
    let own = |id: &str, current_density: f64| {
        let printed = table::printed(review());
        let mut row = Row {
            id: id.to_owned(),
            provenance: RowProvenance::Own,
            ..printed.rows[0].clone()
        };
        let column = |id: &str| printed.column_idx(id).unwrap_or_default();
        row.cells[column(CURRENT_DENSITY)] =
            explorer::Cell::Number(Quantity::exact(current_density));
        row.cells[column(MATERIAL)] = explorer::Cell::Labels(vec![explorer::Label {
            id: id.to_owned(),
            text: "<b>\"mine\" $x".to_owned(),
        }]);
        row
    };
    let table = table::with_own(review(), vec![own("own-1", 40.0), own("own-2", 0.0)]);
    let drawing = drawn(Kind::Lifespan, &table, &ViewQuery::default());
    let Drawing::Lifespan(chart) = &drawing else {
        panic!("{drawing:?}")
    };
    assert_eq!((chart.places.len(), chart.n_without_place), (46, 1));
    assert!(
        drawing
            .caption()
            .contains("1 condition without a current density")
    );
    let plot = figure(&drawing, 1000, Some(&paper()));
    let data = plot["data"].as_array().cloned().unwrap_or_default();
    let points = &data[data.len() - 1];
    let index = drawing
        .rows()
        .iter()
        .position(|row| *row == 45)
        .unwrap_or_default();
    assert_eq!(points["marker"]["symbol"][index], "star");
    let words = points["hovertext"][index].as_str().unwrap_or_default();
    assert!(words.starts_with("&lt;b&gt;\"mine\" $x: 40 mA"), "{words}");
    let entry = &data[data.len() - 2];
    assert_eq!(
        (&entry["name"], &entry["visible"]),
        (&json!("your rows"), &json!(true))
    );
}

#[test]
fn a_picture_that_leaves_says_what_it_is_and_where_it_came_from() {
    let table = table::table_1(review());
    for kind in Kind::CHOICES {
        let drawing = drawn(kind, &table, &ViewQuery::default());
        let paper = paper();
        let plot = figure(&drawing, 0, Some(&paper));
        assert_eq!(plot["layout"]["title"]["text"], "A &lt; title");
        assert_eq!(plot["layout"]["showlegend"], true);
        let credits = plot["layout"]["annotations"][0]["text"]
            .as_str()
            .unwrap_or_default();
        for part in [
            "9 of 45 conditions of Table 1. Type: &lt;b&gt;Coating&lt;/b&gt;.",
            "Zhiqiang Zhu",
            "https://doi.org/10.1039/D1NR06058A",
            "Drawn on 2026-01-31",
            &format!("<a href=\"{}\">", paper.link.replace('&', "&amp;")),
        ] {
            assert!(credits.contains(part), "{part} is missing from {credits}");
        }
        assert!(
            !figure(&drawing, 1000, None)
                .to_string()
                .contains("Zhiqiang")
        );
    }
    assert_eq!(
        paper().file_name("ranking", 9, 45),
        "table-1-ranking-9-of-45-2026-01-31"
    );
}

/// Every hole of every frame is filled, on the page and on paper.
#[test]
fn no_hole_of_a_frame_stays_empty() {
    let table = table::table_1(review());
    for kind in Kind::CHOICES {
        let drawing = drawn(kind, &table, &ViewQuery::default());
        let text = figure(&drawing, 1000, Some(&paper())).to_string();
        assert!(!text.contains("\"$") && !text.contains("\"--"), "{text}");
        let plot = figure(&drawing, 1000, Some(&paper()));
        let mut empty = Vec::new();
        for (index, trace) in plot["data"].as_array().into_iter().flatten().enumerate() {
            for key in ["x", "y", "visible", "customdata"] {
                if trace.get(key).is_some_and(Value::is_null) {
                    empty.push(format!("{index} {key}"));
                }
            }
        }
        for axis in ["xaxis", "yaxis"] {
            for (key, value) in plot["layout"][axis].as_object().into_iter().flatten() {
                if value.is_null() {
                    empty.push(format!("{axis} {key}"));
                }
            }
        }
        assert!(empty.is_empty(), "{kind:?}: {empty:?}");
    }
}

#[test]
fn the_still_picture_holds_every_row_and_no_colour() {
    let table = table::table_1(review());
    let ids: Vec<String> = table.rows.iter().map(|row| row.id.clone()).collect();
    let svg = still::svg(&drawn(Kind::Lifespan, &table, &ViewQuery::default()), &ids);
    for id in &ids {
        assert!(svg.contains(&format!("data-row=\"{id}\"")), "{id}");
    }
    assert_eq!(svg.matches("class=\"arrow\"").count(), 11);
    assert_eq!(svg.matches("line class=\"iso\"").count(), 4);
    assert!(!svg.contains('#') && !svg.contains("rgb"), "{svg}");
}
