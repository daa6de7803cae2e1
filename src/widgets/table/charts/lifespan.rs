//! Lifespan against current density: where each row stands, axes, and lines of equal plated capacity.
//! Here because a lifespan is only read beside its current, and what was plated in it lies on straight lines.
//! Must not know: colours, the chart script.

use explorer::Quantity;

use super::point::{Point, ordered};

/// Cumulative plated capacities that have a line, in mA h cm⁻².
pub const ISO_LINES: [f64; 4] = [10.0, 100.0, 1000.0, 10_000.0];
/// Room around the outermost points, in decades along each axis: marks have a size.
const MARGINS: [f64; 2] = [0.2, 0.14];

/// What a chart of points needs, over logarithmic axes.
#[derive(Debug, Clone)]
pub struct Lifespan {
    /// Rows not in the view first, then by areal capacity downwards: a small mark is never under a large one.
    pub places: Vec<Place>,
    /// In mA cm⁻².
    pub x: Scale,
    /// In hours.
    pub y: Scale,
    /// Rows of the view without a current density and a lifespan above zero.
    pub n_without_place: usize,
    /// Rows that pass the filters and are more than can be drawn.
    pub n_left_out: usize,
}

/// A row at its place.
#[derive(Debug, Clone)]
pub struct Place {
    pub point: Point,
    pub current_density: f64,
    pub lifespan: Quantity,
    /// Positions in `places` of all rows that stand at this very place, this one among them.
    pub here: Vec<usize>,
}

/// Decimal logarithms of an axis's limits, and where it has numbers.
#[derive(Debug, Clone)]
pub struct Scale {
    pub limits: [f64; 2],
    pub ticks: Vec<f64>,
}

impl Scale {
    fn around(values: &[f64], margin: f64) -> Self {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for &value in values {
            low = low.min(value.log10());
            high = high.max(value.log10());
        }
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        let limits = [low - margin, high + margin];
        // Two and five between the powers of ten, until there are too many.
        let steps: &[f64] = if limits[1] - limits[0] > 3.0 {
            &[1.0]
        } else {
            &[1.0, 2.0, 5.0]
        };
        let mut ticks: Vec<f64> = Vec::new();
        for decade in (limits[0].floor() as i32)..=(limits[1].ceil() as i32) {
            for step in steps {
                let tick: f64 = format!("{step}e{decade}").parse().unwrap_or(*step);
                if (limits[0]..=limits[1]).contains(&tick.log10()) {
                    ticks.push(tick);
                }
            }
        }
        Self { limits, ticks }
    }

    /// From 0 at the lower limit to 1 at the upper one.
    #[cfg(any(test, feature = "ssr"))]
    pub fn part(&self, value: f64) -> f64 {
        (value.log10() - self.limits[0]) / (self.limits[1] - self.limits[0])
    }

    /// The values at the limits.
    pub fn ends(&self) -> [f64; 2] {
        self.limits.map(|limit| 10_f64.powf(limit))
    }
}

/// A line of equal cumulative plated capacity: straight, because both axes are logarithmic.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IsoLine {
    pub capacity_mah_cm2: f64,
    /// Current density and lifespan at both ends of the picture.
    pub ends: [(f64, f64); 2],
    /// Where its number stands.
    pub label: (f64, f64),
}

impl Lifespan {
    /// `n_left_out` rows pass the filters and are not among the points.
    pub fn of(points: Vec<Point>, n_left_out: usize) -> Self {
        let above_zero = |quantity: Option<Quantity>| quantity.filter(|q| q.value > 0.0);
        let mut n_without_place = 0;
        let mut places = Vec::with_capacity(points.len());
        for point in points {
            match above_zero(point.current_density).zip(above_zero(point.lifespan)) {
                Some((current_density, lifespan)) => places.push(Place {
                    current_density: current_density.value,
                    lifespan,
                    point,
                    here: Vec::new(),
                }),
                None => n_without_place += usize::from(point.shown),
            }
        }
        let places = above(places);
        let places = with_company(places);
        let of = |value: fn(&Place) -> f64| places.iter().map(value).collect::<Vec<f64>>();
        Self {
            x: Scale::around(&of(|place| place.current_density), MARGINS[0]),
            y: Scale::around(&of(|place| place.lifespan.value), MARGINS[1]),
            places,
            n_without_place,
            n_left_out,
        }
    }

    /// The lines that cross the picture. Of the time, half is plating: J × h ÷ 2.
    pub fn iso_lines(&self) -> Vec<IsoLine> {
        let ([left, right], [bottom, top]) = (self.x.ends(), self.y.ends());
        let line = |capacity_mah_cm2: f64| {
            let hours = |current_density: f64| 2.0 * capacity_mah_cm2 / current_density;
            let crosses = hours(left) > bottom && hours(right) < top;
            // Just inside the edge where the line comes in: the left one, or the upper one.
            let inset = 10_f64.powf(0.13);
            let label = if hours(left) < top / inset {
                (left, hours(left))
            } else {
                (hours(top / inset), top / inset)
            };
            crosses.then_some(IsoLine {
                capacity_mah_cm2,
                ends: [(left, hours(left)), (right, hours(right))],
                label,
            })
        };
        ISO_LINES.into_iter().filter_map(line).collect()
    }

    /// Rows of the view that have a place.
    pub fn n_shown(&self) -> usize {
        let shown = self.places.iter().filter(|place| place.point.shown);
        shown.count()
    }
}

/// Rows not in the view first, then by areal capacity downwards.
fn above(places: Vec<Place>) -> Vec<Place> {
    let capacity = |place: &Place| place.point.areal_capacity.map_or(0.0, |q| q.value);
    let order = ordered(places.len(), &|a, b| {
        let (a, b) = (&places[a], &places[b]);
        let shown = a.point.shown.cmp(&b.point.shown);
        shown.then(capacity(b).total_cmp(&capacity(a)))
    });
    order
        .into_iter()
        .map(|index| places[index].clone())
        .collect()
}

/// Tells each place who else stands there.
fn with_company(mut places: Vec<Place>) -> Vec<Place> {
    let compare = |a: usize, b: usize| {
        let (a, b) = (&places[a], &places[b]);
        let along_x = a.current_density.total_cmp(&b.current_density);
        along_x.then(a.lifespan.value.total_cmp(&b.lifespan.value))
    };
    let order = ordered(places.len(), &compare);
    let heres: Vec<Vec<usize>> = order
        .chunk_by(|&a, &b| compare(a, b).is_eq())
        .map(<[usize]>::to_vec)
        .collect();
    for here in heres {
        for &index in &here {
            places[index].here.clone_from(&here);
        }
    }
    places
}
