//! `final.svg`: the window at the end, metal filled, its surface coloured by what covers it.
//! Here because a file that any browser opens says more than a table of pieces.
//! Must not know: how the surface was traced, any colour (classes `metal`, `film` and `pinhole` carry the look).
//!
//! The pieces are joined end to end into curves. A curve that leaves the window on one side comes back on the other,
//! so it is followed without wrapping and drawn a second and third time, one window's width to either side.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::Context;
use electrodeposition::deposit::{Deposit, FrontLabel, FrontSegment};

/// Ends of pieces closer than this are the same point, m.
const SAME_POINT_M: f64 = 1e-9;
/// Points that stray less than this from a straight line are left out, µm.
const STRAY_UM: f64 = 0.03;
const UM: f64 = 1e6;

type Point = [f64; 2];

/// A curve through the window, in µm with x unwrapped; `labels[i]` is of the piece from point i to point i + 1.
struct Curve {
    points: Vec<Point>,
    labels: Vec<FrontLabel>,
}

pub fn write(path: &Path, deposit: &Deposit) -> anyhow::Result<()> {
    let width_um = deposit.n_cells().0 as f64 * deposit.cell_size_m() * UM;
    let pieces = deposit.front().collect::<Vec<_>>();
    std::fs::write(path, svg(&pieces, width_um))
        .with_context(|| format!("cannot write {}", path.display()))
}

fn svg(pieces: &[FrontSegment], width_um: f64) -> String {
    let curves = curves(pieces, width_um);
    let metal = curves
        .iter()
        .map(|curve| outline(curve, width_um))
        .collect::<String>();
    let shifts = [-width_um, 0.0, width_um];
    let lines = |label, class: &str| {
        let paths = curves
            .iter()
            .flat_map(|curve| shifts.map(|shift| stretches(curve, label, shift, width_um)))
            .collect::<String>();
        if paths.is_empty() {
            String::new()
        } else {
            format!("<path class=\"{class}\" d=\"{paths}\"/>")
        }
    };
    let film = lines(FrontLabel::Coated, "film");
    let pinhole = lines(FrontLabel::Pinhole, "pinhole");
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width_um:.0} {width_um:.0}\" preserveAspectRatio=\"xMidYMax slice\">\
         <path class=\"metal\" fill-rule=\"evenodd\" d=\"{metal}\"/>{film}{pinhole}</svg>\n"
    )
}

/// Joins the pieces end to end.
fn curves(pieces: &[FrontSegment], width_um: f64) -> Vec<Curve> {
    let width_m = width_um / UM;
    let key = |point: Point| {
        let n_around = (width_m / SAME_POINT_M).round() as i64;
        let x = (point[0] / SAME_POINT_M).round() as i64;
        (
            x.rem_euclid(n_around),
            (point[1] / SAME_POINT_M).round() as i64,
        )
    };
    let mut at = BTreeMap::<_, Vec<usize>>::new();
    for (index, piece) in pieces.iter().enumerate() {
        at.entry(key(piece.start_m)).or_default().push(index);
        at.entry(key(piece.end_m)).or_default().push(index);
    }
    let mut used = vec![false; pieces.len()];
    let mut curves = Vec::new();
    for first in 0..pieces.len() {
        if used[first] {
            continue;
        }
        let mut here = pieces[first].start_m;
        let mut curve = Curve {
            points: vec![[here[0] * UM, here[1] * UM]],
            labels: Vec::new(),
        };
        let mut next = Some(first);
        while let Some(index) = next {
            used[index] = true;
            let piece = &pieces[index];
            let forwards = key(piece.start_m) == key(here);
            let (from, to) = if forwards {
                (piece.start_m, piece.end_m)
            } else {
                (piece.end_m, piece.start_m)
            };
            let last = curve.points[curve.points.len() - 1];
            curve
                .points
                .push([last[0] + (to[0] - from[0]) * UM, to[1] * UM]);
            curve.labels.push(piece.label);
            here = to;
            next = at
                .get(&key(here))
                .and_then(|meeting| meeting.iter().copied().find(|&other| !used[other]));
        }
        curves.push(curve);
    }
    curves
}

/// The closed outline of the metal under a curve that crosses the window, or of a closed curve.
fn outline(curve: &Curve, width_um: f64) -> String {
    let (Some(first), Some(last)) = (curve.points.first(), curve.points.last()) else {
        return String::new();
    };
    let points = thinned(&curve.points);
    let across = last[0] - first[0];
    if across.abs() < 0.5 * width_um {
        return format!("{}Z", line(&points, 0.0, width_um));
    }
    // Three windows side by side cover the middle one wherever the curve began.
    let mut path = String::new();
    for (index, shift) in [-across, 0.0, across].into_iter().enumerate() {
        let drawn = line(&points, shift, width_um);
        path.push_str(&if index == 0 {
            drawn
        } else {
            drawn.replacen('M', "L", 1)
        });
    }
    let _ = write!(
        path,
        "L{:.2} {width_um:.0}L{:.2} {width_um:.0}Z",
        last[0] + across,
        first[0] - across
    );
    path
}

/// The parts of a curve with one label, moved sideways, where they touch the window.
fn stretches(curve: &Curve, label: FrontLabel, shift: f64, width_um: f64) -> String {
    let mut path = String::new();
    let mut start = 0;
    while start < curve.labels.len() {
        let end = (start..curve.labels.len())
            .find(|&index| curve.labels[index] != curve.labels[start])
            .unwrap_or(curve.labels.len());
        let points = &curve.points[start..=end];
        let touches = points
            .iter()
            .any(|point| (0.0..=width_um).contains(&(point[0] + shift)));
        if curve.labels[start] == label && touches {
            path.push_str(&line(&thinned(points), shift, width_um));
        }
        start = end;
    }
    path
}

/// Moves and lines through the points; y downwards as SVG has it.
fn line(points: &[Point], shift: f64, width_um: f64) -> String {
    let mut path = String::new();
    for (index, point) in points.iter().enumerate() {
        let command = if index == 0 { 'M' } else { 'L' };
        let _ = write!(
            path,
            "{command}{:.2} {:.2}",
            point[0] + shift,
            width_um - point[1]
        );
    }
    path
}

/// The points without those that lie on a straight line between their kept neighbours.
fn thinned(points: &[Point]) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    let mut start = 0;
    for index in 1..points.len() {
        let strays = points[start + 1..index]
            .iter()
            .any(|&point| stray(points[start], points[index], point) > STRAY_UM);
        if strays {
            kept.push(points[start]);
            start = index - 1;
        }
    }
    kept.extend(points.get(start));
    kept.extend(points.get(start + 1..).and_then(<[Point]>::last));
    kept
}

/// Distance of a point from the line through two others.
fn stray(from: Point, to: Point, point: Point) -> f64 {
    let along = [to[0] - from[0], to[1] - from[1]];
    let length = (along[0] * along[0] + along[1] * along[1]).sqrt();
    if length == 0.0 {
        return f64::INFINITY;
    }
    ((point[0] - from[0]) * along[1] - (point[1] - from[1]) * along[0]).abs() / length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(start: Point, end: Point, label: FrontLabel) -> FrontSegment {
        FrontSegment {
            start_m: start.map(|um| um / UM),
            end_m: end.map(|um| um / UM),
            current_density_a_m2: 1.0,
            label,
        }
    }

    /// A flat front at 4 µm in a window of 8 µm, its pieces out of order and one the other way round.
    #[test]
    fn a_flat_front_fills_everything_below_it() {
        let pieces = [
            piece([4.0, 4.0], [8.0, 4.0], FrontLabel::Pinhole),
            piece([4.0, 4.0], [0.0, 4.0], FrontLabel::Coated),
        ];
        let svg = svg(&pieces, 8.0);
        assert!(svg.contains("viewBox=\"0 0 8 8\""), "{svg}");
        assert_eq!(svg.matches("class=\"film\"").count(), 1, "{svg}");
        assert_eq!(svg.matches("class=\"pinhole\"").count(), 1, "{svg}");
        assert!(
            svg.contains(" 8Z"),
            "the outline closes at the bottom: {svg}"
        );
    }

    #[test]
    fn points_on_a_line_are_left_out_and_corners_kept() {
        let points = [[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [2.0, 1.0], [2.0, 2.0]];
        assert_eq!(thinned(&points), [[0.0, 0.0], [2.0, 0.0], [2.0, 2.0]]);
    }
}
