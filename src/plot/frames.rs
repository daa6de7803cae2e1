//! The frames of plots: everything about a chart but its numbers and the theme's colours.
//! Here because the plotly crate describes them well and weighs too much for a page: build.rs runs this, and the browser
//! gets the outcome as text.
//! Must not know: numbers, colours; a colour stands here by the name of its token.

use plotly::{
    Configuration, Layout, Plot, Scatter,
    common::{Anchor, DashType, Font, Line, Mode, Orientation, Title},
    configuration::DisplayModeBar,
    layout::{Axis, Legend, Margin},
};

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
    for (index, (name, colour, dash)) in lines.into_iter().enumerate() {
        // `$x0` is where the first line's numbers go.
        let trace = Scatter::new(vec![format!("$x{index}")], vec![format!("$y{index}")])
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
    plot.set_configuration(
        Configuration::new()
            .responsive(true)
            .display_logo(false)
            .display_mode_bar(DisplayModeBar::False),
    );
    plot.to_json()
}

fn axis(title: &str) -> Axis {
    Axis::new()
        .title(Title::with_text(title))
        .color("--color-text")
        .grid_color("--color-line")
        .zero_line_color("--color-line")
}
