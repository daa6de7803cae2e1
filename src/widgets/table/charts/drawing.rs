//! One of the three charts: its data, what it says, and the table behind it.
//! Here because the page around a chart asks each of them the same questions.
//! Must not know: colours, the chart script (`paint.rs`).

use explorer::{Table, TableView, ViewQuery};
use review::Named;

use super::{
    functions::Functions,
    kind::Kind,
    lifespan::Lifespan,
    point::{Point, cell, ordered, points, span},
    ranking::{RankedRows, counted},
    sample::Sample,
};

#[derive(Debug, Clone)]
pub enum Drawing {
    Lifespan(Lifespan),
    Ranking(RankedRows),
    Functions(Functions),
}

/// The numbers behind a chart, as a table: each line belongs to a row.
#[derive(Debug, Clone)]
pub struct Behind {
    pub head: Vec<&'static str>,
    pub lines: Vec<(usize, Vec<String>)>,
}

const MATERIAL: &str = "Material";
const CURRENT_DENSITY: &str = "Current density, mA cm⁻²";
const AREAL_CAPACITY: &str = "Areal capacity, mA h cm⁻²";

impl Drawing {
    pub fn of(
        kind: Kind,
        table: &Table,
        view: &TableView,
        query: &ViewQuery,
        families: &[Named],
    ) -> Self {
        match kind {
            Kind::Lifespan => {
                let sample = Sample::of(table, view);
                let points = points(table, sample.rows.into_iter(), families);
                Drawing::Lifespan(Lifespan::of(points, sample.n_left_out))
            }
            Kind::Ranking(measure) => Drawing::Ranking(RankedRows::of(
                table,
                view,
                query.comparison.as_ref(),
                families,
                measure,
            )),
            Kind::Functions => Drawing::Functions(Functions::of(table, view, families)),
        }
    }

    /// Rows of the marks, in the order in which they are drawn.
    pub fn rows(&self) -> Vec<usize> {
        match self {
            Drawing::Lifespan(chart) => {
                let places = chart.places.iter();
                places.map(|place| place.point.row_idx).collect()
            }
            Drawing::Ranking(chart) => {
                let bars = chart.drawn().iter();
                bars.map(|bar| bar.point.row_idx).collect()
            }
            Drawing::Functions(chart) => chart
                .drawn()
                .iter()
                .flat_map(|material| material.functions.iter().map(|_| material.first.row_idx))
                .collect(),
        }
    }

    /// All rows at the place of this one; alone, it is the only one.
    pub fn here(&self, row_idx: usize) -> Vec<Point> {
        let Drawing::Lifespan(chart) = self else {
            return Vec::new();
        };
        let here = chart
            .places
            .iter()
            .find(|place| place.point.row_idx == row_idx)
            .map(|place| place.here.as_slice());
        here.unwrap_or_default()
            .iter()
            .map(|&index| chart.places[index].point.clone())
            .collect()
    }

    /// In pixels; bars and materials need a line each.
    pub fn height(&self) -> u32 {
        let lines = |n: usize| u32::try_from(n.max(3)).unwrap_or(u32::MAX / 64);
        match self {
            Drawing::Lifespan(_) => 440,
            Drawing::Ranking(chart) => 24 * lines(chart.drawn().len()) + 80,
            Drawing::Functions(chart) => 22 * lines(chart.drawn().len()) + 240,
        }
    }

    /// What the chart shows now, for those who do not see it.
    pub fn label(&self, total: usize) -> String {
        let below = "The numbers stand in the table “Data behind this chart”.";
        match self {
            Drawing::Lifespan(chart) => {
                let shown = || chart.places.iter().filter(|place| place.point.shown);
                let bounds = shown()
                    .filter(|place| place.lifespan.is_lower_bound())
                    .count();
                let spans = span(&mut shown().filter_map(|place| place.point.current_density))
                    .zip(span(&mut shown().map(|place| place.lifespan)));
                let spans = spans.map_or_else(String::new, |(current_density, lifespan)| {
                    format!(" Current density {current_density} mA cm⁻², lifespan {lifespan} h.")
                });
                let sampled = if chart.n_left_out > 0 {
                    format!(
                        " {} more pass the filters and are not drawn; the numbers here are of those drawn.",
                        chart.n_left_out
                    )
                } else {
                    String::new()
                };
                format!(
                    "Scatter chart, both axes logarithmic: lifespan against current density of {} of {}.{spans} {bounds} of the lifespans are lower bounds.{sampled} {below}",
                    chart.n_shown(),
                    counted(total, "condition"),
                )
            }
            Drawing::Ranking(chart) => {
                let ends = chart.bars.first().zip(chart.bars.last());
                let ends = ends.map_or_else(String::new, |(first, last)| {
                    format!(
                        " From {} ({}) to {} ({}).",
                        cell(Some(first.value)),
                        first.point.material,
                        cell(Some(last.value)),
                        last.point.material
                    )
                });
                format!(
                    "Bar chart: {} of {}, longest first.{ends} {below}",
                    chart.measure.label(),
                    counted(chart.bars.len(), "condition"),
                )
            }
            Drawing::Functions(chart) => format!(
                "Matrix of {} and {}, with {}. {below}",
                counted(chart.materials.len(), "material"),
                counted(chart.names.len(), "function"),
                counted(chart.n_marks(), "mark"),
            ),
        }
    }

    /// What a reader must know to read the chart.
    pub fn caption(&self) -> String {
        match self {
            Drawing::Lifespan(chart) => {
                let mut words = "An arrow: the cell was still alive, the lifespan is a lower bound. Area of a mark: areal capacity (0.6 mA h cm⁻² and less all alike). Dotted lines: equal cumulative plated capacity, J × h ÷ 2, in mA h cm⁻². Faint: outside the filters. A number beside a mark: so many conditions stand there.".to_owned();
                if chart.n_left_out > 0 {
                    words.push_str(&format!(
                        " {} of the conditions shown are drawn: all printed ones and evenly many of yours; filters bring out the others.",
                        chart.n_shown()
                    ));
                }
                if chart.n_without_place > 0 {
                    words.push_str(&format!(
                        " {} without a current density or lifespan above zero cannot be drawn.",
                        counted(chart.n_without_place, "condition")
                    ));
                }
                words
            }
            Drawing::Ranking(chart) => format!(
                "{} An arrow: lower bound, the true value is higher.",
                chart.words()
            ),
            Drawing::Functions(_) => {
                "A mark: Table 1 says the material does this. The printed phrases have been taken apart by us; the review does not weigh them.".to_owned()
            }
        }
    }

    pub fn behind(&self) -> Behind {
        match self {
            Drawing::Lifespan(chart) => {
                let places = &chart.places;
                let order = ordered(places.len(), &|a, b| {
                    places[a].point.row_idx.cmp(&places[b].point.row_idx)
                });
                let mut lines = Vec::new();
                for point in order.into_iter().map(|index| &places[index].point) {
                    if point.shown {
                        let mut cells = condition(point);
                        cells.push(cell(point.lifespan));
                        cells.push(cell(point.cumulative_capacity));
                        lines.push((point.row_idx, cells));
                    }
                }
                Behind {
                    head: vec![
                        MATERIAL,
                        CURRENT_DENSITY,
                        AREAL_CAPACITY,
                        "Lifespan, h",
                        "Cumulative plated capacity, mA h cm⁻²",
                    ],
                    lines,
                }
            }
            Drawing::Ranking(chart) => {
                let bars = chart.bars.iter().map(|bar| {
                    let place = bar.place.clone().unwrap_or_else(|| "not ranked".to_owned());
                    line(&bar.point, cell(Some(bar.value)), place)
                });
                let outside = chart.outside.iter().map(|(point, reason)| {
                    let value = match chart.measure {
                        super::kind::Measure::Hours => point.lifespan,
                        super::kind::Measure::CumulativeCapacity => point.cumulative_capacity,
                    };
                    line(point, cell(value), format!("not ranked: {reason}"))
                });
                let missing = chart
                    .not_reported
                    .iter()
                    .map(|point| line(point, cell(None), "not ranked".to_owned()));
                Behind {
                    head: vec![
                        MATERIAL,
                        CURRENT_DENSITY,
                        AREAL_CAPACITY,
                        chart.measure.label(),
                        "Place",
                    ],
                    lines: bars.chain(outside).chain(missing).collect(),
                }
            }
            Drawing::Functions(chart) => Behind {
                head: vec![MATERIAL, "Conditions", "Single functions"],
                lines: chart
                    .materials
                    .iter()
                    .map(|material| {
                        let cells = vec![
                            material.first.material.clone(),
                            material.n_rows.to_string(),
                            chart.of_material(material),
                        ];
                        (material.first.row_idx, cells)
                    })
                    .collect(),
            },
        }
    }
}

fn condition(point: &Point) -> Vec<String> {
    vec![
        point.material.clone(),
        cell(point.current_density),
        cell(point.areal_capacity),
    ]
}

fn line(point: &Point, value: String, place: String) -> (usize, Vec<String>) {
    let mut cells = condition(point);
    cells.extend([value, place]);
    (point.row_idx, cells)
}
