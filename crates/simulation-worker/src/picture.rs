//! The deposit cell by cell in two bytes: how much metal, and what lies on it.
//! Here because a signed distance in doubles is sixteen times as much to send, and no screen shows more.
//! Must not know: colours.

use electrodeposition::deposit::{Deposit, FrontLabel, FrontSegment};

use crate::Picture;

/// Draws a deposit. A film of `film_m` lies on all metal but that of pinholes; it is drawn at least one cell
/// thick, and the surface of film-free metal one cell.
pub(crate) fn picture(deposit: &Deposit, film_m: f64) -> Picture {
    let (n_x, n_y) = deposit.n_cells();
    Picture {
        n_x: n_x as u32,
        n_y: n_y as u32,
        metal: metal(deposit),
        mask: if film_m > 0.0 {
            film(deposit, film_m)
        } else {
            vec![Picture::OPEN; n_x * n_y]
        },
    }
}

/// Metal fraction by the mean distance of a cell's corners, which is exact for a front along the grid.
fn metal(deposit: &Deposit) -> Vec<u8> {
    let (n_x, n_y) = deposit.n_cells();
    let nodes = deposit.signed_distance_m();
    let cell_m = deposit.cell_size_m();
    let fraction = |cell: usize| {
        let (i, j) = (cell % n_x, cell / n_x);
        let right = (i + 1) % n_x;
        let corners = [
            j * n_x + i,
            j * n_x + right,
            (j + 1) * n_x + i,
            (j + 1) * n_x + right,
        ];
        let distance_m = corners.iter().map(|&node| nodes[node]).sum::<f64>() / 4.0;
        // A cast from a number that was lost gives 0: electrolyte.
        ((0.5 - distance_m / cell_m).clamp(0.0, 1.0) * 255.0).round() as u8
    };
    (0..n_x * n_y).map(fraction).collect()
}

/// What covers each cell near the front, by the front's nearest piece.
fn film(deposit: &Deposit, film_m: f64) -> Vec<u8> {
    let (n_x, n_y) = deposit.n_cells();
    let cell_m = deposit.cell_size_m();
    let reach_m = film_m.max(cell_m);
    let mut mask = vec![Picture::OPEN; n_x * n_y];
    let mut nearest_m = vec![f64::INFINITY; n_x * n_y];
    for segment in deposit.front() {
        let covered = match segment.label {
            FrontLabel::Pinhole => Picture::PINHOLE,
            // The foil between nuclei lies under the film too.
            FrontLabel::Coated | FrontLabel::Foil => Picture::FILM,
            FrontLabel::Bare => Picture::OPEN,
        };
        let range = |axis: usize| {
            let ends = [segment.start_m[axis], segment.end_m[axis]];
            let low = (ends[0].min(ends[1]) - reach_m) / cell_m;
            let high = (ends[0].max(ends[1]) + reach_m) / cell_m;
            low.floor() as i64..=high.ceil() as i64
        };
        for j in range(1).filter(|j| (0..n_y as i64).contains(j)) {
            for i in range(0) {
                let centre_m = [(i as f64 + 0.5) * cell_m, (j as f64 + 0.5) * cell_m];
                let distance_m = distance_m(&segment, centre_m);
                let cell = j as usize * n_x + i.rem_euclid(n_x as i64) as usize;
                if distance_m <= reach_m && distance_m < nearest_m[cell] {
                    nearest_m[cell] = distance_m;
                    // Zinc that is free of the film shows its surface, not a layer on it.
                    let bare_beyond = covered == Picture::PINHOLE && distance_m > cell_m;
                    mask[cell] = if bare_beyond { Picture::OPEN } else { covered };
                }
            }
        }
    }
    mask
}

/// From a point to a straight piece of the front.
fn distance_m(segment: &FrontSegment, point_m: [f64; 2]) -> f64 {
    let along = [0, 1].map(|axis| segment.end_m[axis] - segment.start_m[axis]);
    let to_point = [0, 1].map(|axis| point_m[axis] - segment.start_m[axis]);
    let length_squared = along[0] * along[0] + along[1] * along[1];
    let part = if length_squared > 0.0 {
        ((to_point[0] * along[0] + to_point[1] * along[1]) / length_squared).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (to_point[0] - part * along[0]).hypot(to_point[1] - part * along[1])
}
