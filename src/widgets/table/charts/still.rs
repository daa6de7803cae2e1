//! The chart of lifespans as a drawing of its own: before any script, without one, and on paper.
//! Here because the first look must already answer something; it is drawn from the same data as the live chart.
//! Must not know: the chart script, filters (the page fades what they leave out).
//!
//! Places are parts of the whole in per cent and sizes are pixels, so that words stay readable at any width.

use std::fmt::Write as _;

use super::{
    drawing::Drawing,
    lifespan::{Lifespan, Place},
    paint::{SMALLEST, thousands},
};

/// Radius of a mark of 1 mA h cm⁻², in pixels.
const UNIT_PX: f64 = 4.5;

/// Nothing for other charts: the page shows this one first.
pub fn svg(drawing: &Drawing, ids: &[String]) -> String {
    let Drawing::Lifespan(chart) = drawing else {
        return String::new();
    };
    let mut svg = String::from(r#"<svg width="100%" height="100%" overflow="visible">"#);
    axes(&mut svg, chart);
    for place in &chart.places {
        point(&mut svg, chart, place, ids);
    }
    svg.push_str("</svg>");
    svg
}

/// Per cent from the left, and from the top.
fn at(chart: &Lifespan, current_density: f64, hours: f64) -> (f64, f64) {
    (
        100.0 * chart.x.part(current_density),
        100.0 * (1.0 - chart.y.part(hours)),
    )
}

// Writing into a text cannot fail.
fn axes(svg: &mut String, chart: &Lifespan) {
    let bottom = chart.y.ends()[0];
    let left = chart.x.ends()[0];
    for &tick in &chart.x.ticks {
        let (x, _) = at(chart, tick, bottom);
        let _ = write!(
            svg,
            r#"<line class="grid" x1="{x:.2}%" x2="{x:.2}%" y1="0" y2="100%"/><text x="{x:.2}%" y="100%" dy="18" text-anchor="middle">{tick}</text>"#
        );
    }
    for &tick in &chart.y.ticks {
        let (_, y) = at(chart, left, tick);
        let _ = write!(
            svg,
            r#"<line class="grid" x1="0" x2="100%" y1="{y:.2}%" y2="{y:.2}%"/><text x="0" y="{y:.2}%" dx="-6" dy="4" text-anchor="end">{}</text>"#,
            thousands(tick)
        );
    }
    let _ = write!(
        svg,
        r#"<text x="50%" y="100%" dy="38" text-anchor="middle">Current density, mA cm⁻²</text><text class="upright" text-anchor="middle">Lifespan, h</text><svg width="100%" height="100%" overflow="hidden">"#
    );
    for line in chart.iso_lines() {
        let [(x1, y1), (x2, y2)] = line.ends.map(|(x, y)| at(chart, x, y));
        let (x, y) = at(chart, line.label.0, line.label.1);
        let number = thousands(line.capacity_mah_cm2);
        let _ = write!(
            svg,
            r#"<line class="iso" x1="{x1:.2}%" y1="{y1:.2}%" x2="{x2:.2}%" y2="{y2:.2}%"/><text class="iso" x="{x:.2}%" y="{y:.2}%" dx="4" dy="-4">{number}</text>"#
        );
    }
    svg.push_str("</svg>");
}

fn point(svg: &mut String, chart: &Lifespan, place: &Place, ids: &[String]) {
    let (x, y) = at(chart, place.current_density, place.lifespan.value);
    let capacity = place
        .point
        .areal_capacity
        .map_or(0.0, |capacity| capacity.value);
    let radius = UNIT_PX * capacity.sqrt().max(SMALLEST);
    let id = ids.get(place.point.row_idx).map_or("", String::as_str);
    let arrow = if place.lifespan.is_lower_bound() {
        let (from, to) = (-radius, -radius - 11.0);
        format!(r#"<path class="arrow" d="M0,{from:.1}V{to:.1}m-3,4l3,-4l3,4"/>"#)
    } else {
        String::new()
    };
    let _ = write!(
        svg,
        r#"<svg x="{x:.2}%" y="{y:.2}%" overflow="visible" class="mark-{}" data-row="{}"><title>{}</title>{arrow}{}</svg>"#,
        place.point.mark,
        escaped(id),
        escaped(&place.point.words()),
        mark(place.point.mark, radius)
    );
}

/// The shape of a mark around the origin, as the chart script draws it.
pub fn mark(mark: usize, radius: f64) -> String {
    let r = radius;
    let shape = crate::plot::MARKS.get(mark).map_or("", |(shape, _)| shape);
    let polygon = |corners: &[(f64, f64)]| {
        let corners: Vec<String> = corners
            .iter()
            .map(|(x, y)| format!("{:.1},{:.1}", x * r, y * r))
            .collect();
        format!(r#"<path d="M{}Z"/>"#, corners.join("L"))
    };
    let turned = |corners: &[(f64, f64)]| {
        let half = std::f64::consts::FRAC_1_SQRT_2;
        let corners: Vec<_> = corners
            .iter()
            .map(|(x, y)| ((x - y) * half, (x + y) * half))
            .collect();
        polygon(&corners)
    };
    let cross = [
        (1.2, 0.4),
        (0.4, 0.4),
        (0.4, 1.2),
        (-0.4, 1.2),
        (-0.4, 0.4),
        (-1.2, 0.4),
        (-1.2, -0.4),
        (-0.4, -0.4),
        (-0.4, -1.2),
        (0.4, -1.2),
        (0.4, -0.4),
        (1.2, -0.4),
    ];
    match shape {
        "diamond" => polygon(&[(1.3, 0.0), (0.0, 1.3), (-1.3, 0.0), (0.0, -1.3)]),
        "square" => polygon(&[(1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0), (1.0, -1.0)]),
        "triangle-up" => polygon(&[(-1.15, 0.5), (1.15, 0.5), (0.0, -1.0)]),
        "triangle-down" => polygon(&[(-1.15, -0.5), (1.15, -0.5), (0.0, 1.0)]),
        "cross" => polygon(&cross),
        "x" => turned(&cross),
        _ => format!(r#"<circle r="{r:.1}"/>"#),
    }
}

/// A text as HTML.
pub fn escaped(text: &str) -> String {
    crate::plot::plain(text).replace('"', "&quot;")
}
