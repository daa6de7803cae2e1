//! The frames of plots: everything about a chart but its numbers, its names and the theme's colours.
//! Here because the plotly crate describes them well and weighs too much for a page: build.rs runs this, and the browser
//! gets the outcome as text.
//! Must not know: numbers, colours. A colour stands here by the name of its token, and `$name` where the page fills
//! something in; those are set after the crate has written the rest, because it holds places for numbers only.

use plotly::{
    Bar, Configuration, Layout, Plot, Scatter,
    common::{
        Anchor, DashType, ExponentFormat, Font, HoverInfo, Label, Line, Mode, Orientation, Title,
    },
    configuration::DisplayModeBar,
    layout::{Axis, AxisType, HoverMode, Legend, Margin, TicksDirection},
};
use serde_json::{Value, json};

use crate::marks::MARKS;

/// Room for the legend's entries that stand for no point.
type Nothing = Vec<Option<f64>>;

/// Voltage over charge: the cell's, solid, and the deposit's, dashed.
pub fn voltage() -> String {
    let mut plot = Plot::new();
    let lines = [
        (
            "cell voltage (1-D cell, both electrodes)",
            "--color-series-1",
            DashType::Solid,
        ),
        (
            "overpotential at the growing front (2-D deposit)",
            "--color-series-2",
            DashType::Dash,
        ),
    ];
    for (name, colour, dash) in lines {
        let trace = Scatter::<f64, f64>::new(Vec::new(), Vec::new())
            .mode(Mode::Lines)
            .line(Line::new().color(colour).width(2.0).dash(dash))
            .name(name);
        plot.add_trace(trace);
    }
    plot.set_layout(
        Layout::new()
            .paper_background_color("rgba(0,0,0,0)")
            .plot_background_color("rgba(0,0,0,0)")
            .margin(Margin::new().left(60).right(16).top(16).bottom(52))
            .show_legend(true)
            .legend(
                Legend::new()
                    .orientation(Orientation::Horizontal)
                    .x(0.0)
                    .y(1.02)
                    .y_anchor(Anchor::Bottom)
                    .font(Font::new().color("--color-text")),
            )
            .x_axis(axis("Areal capacity, mA h cm⁻²"))
            .y_axis(axis("Voltage, mV")),
    );
    plot.set_configuration(configuration());
    let mut frame = read(&plot);
    for index in 0..2 {
        set(&mut frame["data"][index], "x", &format!("$x{index}"));
        set(&mut frame["data"][index], "y", &format!("$y{index}"));
    }
    frame.to_string()
}

/// Lifespan against current density, both logarithmic, with lines of equal plated capacity. `families` are names.
pub fn lifespan(families: &[&str]) -> String {
    let mut plot = Plot::new();
    let quiet = || Line::new().color("--color-control").width(1.0);
    plot.add_trace(
        Scatter::<f64, f64>::new(Vec::new(), Vec::new())
            .name("equal plated capacity, mA h cm⁻²")
            .mode(Mode::LinesText)
            .line(quiet().dash(DashType::Dot))
            .text_font(Font::new().size(12).color("--color-soft"))
            .hover_info(HoverInfo::Skip),
    );
    plot.add_trace(bounds().line(Line::new().color("--color-soft").width(1.5)));
    legend_of(&mut plot, families);
    plot.add_trace(points());
    let log = |title| {
        let axis = axis(title).type_(AxisType::Log).fixed_range(true);
        axis.exponent_format(ExponentFormat::None)
    };
    plot.set_layout(
        layout()
            .x_axis(log("Current density, mA cm⁻²"))
            .y_axis(log("Lifespan, h")),
    );
    plot.set_configuration(configuration());
    let mut frame = read(&plot);
    fill(
        &mut frame["data"][0],
        &[("x", "$iso_x"), ("y", "$iso_y"), ("text", "$iso_text")],
    );
    frame["data"][0]["textposition"] = json!("top right");
    frame["data"][0]["legendrank"] = json!(2000);
    common(&mut frame, families.len());
    let layout = &mut frame["layout"];
    set(layout, "shapes", "$shapes");
    for axis in ["xaxis", "yaxis"] {
        let letter = &axis[..1];
        fill(
            &mut layout[axis],
            &[
                ("range", &format!("${letter}_range")),
                ("tickvals", &format!("${letter}_ticks")),
            ],
        );
    }
    frame.to_string()
}

/// Bars from zero, one for each row, with the family's mark at their ends.
pub fn ranking(families: &[&str]) -> String {
    let mut plot = Plot::new();
    plot.add_trace(
        Bar::<f64, f64>::new(Vec::new(), Vec::new())
            .orientation(Orientation::Horizontal)
            .show_legend(false)
            .width(0.28),
    );
    plot.add_trace(bounds().line(Line::new().color("--color-soft").width(1.5)));
    legend_of(&mut plot, families);
    plot.add_trace(points());
    plot.set_layout(layout().x_axis(axis("").fixed_range(true)).y_axis(rows()));
    plot.set_configuration(configuration());
    let mut frame = read(&plot);
    fill(
        &mut frame["data"][0],
        &[
            ("x", "$x"),
            ("y", "$y"),
            ("customdata", "$rows"),
            ("hovertext", "$text"),
        ],
    );
    frame["data"][0]["marker"] = json!({ "color": "$colours" });
    frame["data"][0]["hovertemplate"] = json!("%{hovertext}<extra></extra>");
    common(&mut frame, families.len());
    let layout = &mut frame["layout"];
    fill(&mut layout["xaxis"], &[("range", "$x_range")]);
    layout["xaxis"]["title"]["text"] = json!("$x_title");
    names(layout);
    frame.to_string()
}

/// Materials against single functions: a mark where a material is said to do it.
pub fn functions(families: &[&str]) -> String {
    let mut plot = Plot::new();
    // Nothing is bounded here; the trace keeps the order that the page relies on.
    plot.add_trace(bounds());
    legend_of(&mut plot, families);
    plot.add_trace(points());
    plot.set_layout(layout().x_axis(rows().tick_angle(-90.0)).y_axis(rows()));
    plot.set_configuration(configuration());
    let mut frame = read(&plot);
    common(&mut frame, families.len());
    let layout = &mut frame["layout"];
    names(layout);
    fill(
        &mut layout["xaxis"],
        &[
            ("range", "$x_range"),
            ("tickvals", "$x_ticks"),
            ("ticktext", "$x_names"),
        ],
    );
    layout["xaxis"]["side"] = json!("top");
    layout["xaxis"]["automargin"] = json!(true);
    // Below, because the names stand above.
    layout["legend"]["y"] = json!(0.0);
    layout["legend"]["yanchor"] = json!("top");
    frame.to_string()
}

fn names(layout: &mut Value) {
    fill(
        &mut layout["yaxis"],
        &[
            ("range", "$y_range"),
            ("tickvals", "$y_ticks"),
            ("ticktext", "$y_names"),
            ("automargin", "$auto"),
        ],
    );
}

/// Where a value is only known from below: a line with an arrow at its end.
fn bounds() -> Box<Scatter<f64, f64>> {
    Scatter::new(Vec::new(), Vec::new())
        .mode(Mode::LinesMarkers)
        .show_legend(false)
        .hover_info(HoverInfo::Skip)
}

/// What can be pointed at. It stands last, so that its marks are the last of the picture.
fn points() -> Box<Scatter<f64, f64>> {
    Scatter::new(Vec::new(), Vec::new())
        .mode(Mode::MarkersText)
        .show_legend(false)
        .text_font(Font::new().size(12).color("--color-text"))
        .hover_template("%{hovertext}<extra></extra>")
}

/// Entries for a picture that leaves the page; on the page the legend is text.
fn legend_of(plot: &mut Plot, families: &[&str]) {
    for name in families.iter().copied().chain(["your rows"]) {
        plot.add_trace(
            Scatter::<Option<f64>, Option<f64>>::new(Nothing::from([None]), Nothing::from([None]))
                .mode(Mode::Markers)
                .name(name),
        );
    }
}

/// What every chart of the table has filled in. The bounds' trace stands before the legend's, the points' after them.
fn common(frame: &mut Value, n_families: usize) {
    let n_traces = frame["data"].as_array().map_or(0, Vec::len);
    let first = n_traces.saturating_sub(n_families + 2);
    for (index, (shape, colour)) in MARKS.into_iter().take(n_families).enumerate() {
        let entry = &mut frame["data"][first + index];
        entry["marker"] = json!({ "symbol": shape, "color": colour, "size": 9 });
        set(entry, "visible", "$legend");
    }
    if let Some((shape, colour)) = MARKS.last() {
        let own = &mut frame["data"][first + n_families];
        own["marker"] = json!({ "symbol": shape, "color": colour, "size": 9 });
        set(own, "visible", "$legend_own");
    }
    let bounds = &mut frame["data"][first - 1];
    fill(bounds, &[("x", "$bound_x"), ("y", "$bound_y")]);
    bounds["marker"] =
        json!({ "symbol": "$bound_symbols", "size": "$bound_sizes", "color": "--color-soft" });
    let points = &mut frame["data"][n_traces - 1];
    fill(
        points,
        &[
            ("x", "$x"),
            ("y", "$y"),
            ("customdata", "$rows"),
            ("hovertext", "$text"),
            ("text", "$counts"),
        ],
    );
    points["textposition"] = json!("middle right");
    points["marker"] = json!({
        "symbol": "$symbols", "color": "$colours", "size": "$sizes", "opacity": "$opacities",
        "sizemode": "area", "sizeref": "$size_unit", "sizemin": "$size_min",
        "line": { "color": "--color-raised", "width": 1 },
    });
    let layout = &mut frame["layout"];
    fill(
        layout,
        &[
            ("dragmode", "$drag"),
            ("showlegend", "$legend"),
            ("margin", "$margin"),
            ("annotations", "$credits"),
            ("paper_bgcolor", "$paper"),
            ("title", "$title"),
        ],
    );
    layout["separators"] = json!(".\u{202f}");
    layout["font"]["family"] = json!("$font");
    // Room for the widest name in fonts that are wider than the one it was measured in.
    layout["legend"]["entrywidth"] = json!(225);
    layout["legend"]["itemsizing"] = json!("trace");
    layout["legend"]["itemclick"] = json!(false);
    layout["legend"]["itemdoubleclick"] = json!(false);
}

fn layout() -> Layout {
    Layout::new()
        .plot_background_color("rgba(0,0,0,0)")
        .hover_mode(HoverMode::Closest)
        .font(Font::new().size(12).color("--color-text"))
        .hover_label(
            Label::new()
                .background_color("--color-raised")
                .border_color("--color-control")
                .font(Font::new().size(13).color("--color-text")),
        )
        .legend(
            Legend::new()
                .orientation(Orientation::Horizontal)
                .x(0.0)
                .y(1.01)
                .y_anchor(Anchor::Bottom),
        )
}

/// An axis whose places are names.
fn rows() -> Axis {
    axis("")
        .fixed_range(true)
        .zero_line(false)
        .ticks(TicksDirection::Outside)
        .tick_color("rgba(0,0,0,0)")
}

fn configuration() -> Configuration {
    Configuration::new()
        .responsive(true)
        .display_logo(false)
        .display_mode_bar(DisplayModeBar::False)
}

fn axis(title: &str) -> Axis {
    Axis::new()
        .title(Title::with_text(title))
        .color("--color-text")
        .grid_color("--color-line")
        .zero_line_color("--color-line")
}

/// The plot as the crate writes it; it cannot fail to read what it wrote.
fn read(plot: &Plot) -> Value {
    serde_json::from_str(&plot.to_json()).unwrap_or_default()
}

fn fill(place: &mut Value, holes: &[(&str, &str)]) {
    for (key, hole) in holes {
        set(place, key, hole);
    }
}

fn set(place: &mut Value, key: &str, hole: &str) {
    place[key] = json!(hole);
}
