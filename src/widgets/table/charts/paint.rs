//! A drawing as a figure: numbers, words and colours for the holes of a frame.
//! Here because only here do a chart's data and its frame meet.
//! Must not know: rows, filters; how a frame is made.

use explorer::Range;

use super::{
    drawing::Drawing, functions::Functions, lifespan::Lifespan, paper::Paper, point::with_unit,
    ranking::RankedRows,
};
use crate::plot::{FUNCTIONS, Figure, LIFESPAN, MARKS, RANKING, numbers, plain, quoted, texts};

/// Below this width, in pixels, names are cut and marks are smaller.
const NARROW: u32 = 560;
const CUT: usize = 15;
/// Smallest radius, as a part of that of 1 mA h cm⁻².
pub const SMALLEST: f64 = 0.8;
/// Of a plot's height per decade, in pixels, to end an arrow outside its mark.
const PER_DECADE: f64 = 140.0;

/// How a figure is to look.
#[derive(Debug, Clone)]
pub struct Look<'a> {
    /// In pixels; 0 while unknown.
    pub width: u32,
    /// Does dragging select?
    pub drag: bool,
    /// Limits on current density and lifespan.
    pub ranges: [Option<Range>; 2],
    /// For a picture that leaves the page.
    pub paper: Option<&'a Paper>,
}

type Values = Vec<(&'static str, String)>;

impl Drawing {
    pub fn figure(&self, look: &Look, colour: &dyn Fn(&str) -> String) -> Figure {
        let (frame, mut values) = match self {
            Drawing::Lifespan(chart) => (LIFESPAN, lifespan(chart, look, colour)),
            Drawing::Ranking(chart) => (RANKING, ranking(chart, look, colour)),
            Drawing::Functions(chart) => (FUNCTIONS, functions(chart, look, colour)),
        };
        let drag = look.drag && matches!(self, Drawing::Lifespan(_));
        values.push((
            "drag",
            if drag {
                quoted("select")
            } else {
                "false".to_owned()
            },
        ));
        values.push(("rows", numbers(&as_numbers(&self.rows()))));
        values.push(("legend", look.paper.is_some().to_string()));
        match look.paper {
            Some(paper) => values.extend(paper.values(self, colour)),
            None => {
                let left = if look.is_narrow() { 54 } else { 68 };
                values.push(("margin", format!(r#"{{"l":{left},"r":10,"t":10,"b":48}}"#)));
                values.push(("auto", "true".to_owned()));
                values.push(("font", quoted("Companion Sans, system-ui, sans-serif")));
                values.push(("paper", quoted("rgba(0,0,0,0)")));
            }
        }
        Figure::filled(frame, &values, colour).with_rows(self.rows())
    }
}

impl Look<'_> {
    fn is_narrow(&self) -> bool {
        self.paper.is_none() && self.width < NARROW
    }

    /// A name that fits.
    fn name(&self, name: &str) -> String {
        let letters = name.chars().count();
        if self.is_narrow() && letters > CUT {
            let cut: String = name.chars().take(CUT - 1).collect();
            format!("{cut}…")
        } else {
            name.to_owned()
        }
    }
}

/// What all marks of a chart share: one mark each of position, text, shape, colour, size, opacity.
#[derive(Default)]
struct Marks {
    x: Vec<f64>,
    y: Vec<f64>,
    text: Vec<String>,
    counts: Vec<String>,
    symbols: Vec<String>,
    colours: Vec<String>,
    sizes: Vec<f64>,
    opacities: Vec<f64>,
    /// Line and arrow where a value is a lower bound: where they begin and end.
    bounds: Vec<[(f64, f64); 2]>,
}

impl Marks {
    fn values(self, arrow: &str, look: &Look) -> Values {
        let (mut x, mut y) = (Vec::new(), Vec::new());
        let (mut symbols, mut sizes) = (Vec::new(), Vec::new());
        for [from, to] in &self.bounds {
            x.extend([from.0, to.0, f64::NAN]);
            y.extend([from.1, to.1, f64::NAN]);
            symbols.extend(["circle", arrow, "circle"].map(str::to_owned));
            sizes.extend([0.0, 8.0, 0.0]);
        }
        // The legend names the reader's own rows where there are any.
        let own = MARKS.last().map(|(shape, _)| *shape);
        let has_own = self.symbols.iter().any(|shape| Some(shape.as_str()) == own);
        vec![
            ("legend_own", (look.paper.is_some() && has_own).to_string()),
            ("bound_x", numbers(&x)),
            ("bound_y", numbers(&y)),
            ("bound_symbols", texts(&symbols)),
            ("bound_sizes", numbers(&sizes)),
            ("x", numbers(&self.x)),
            ("y", numbers(&self.y)),
            ("text", texts(&self.text)),
            ("counts", texts(&self.counts)),
            ("symbols", texts(&self.symbols)),
            ("colours", texts(&self.colours)),
            ("sizes", numbers(&self.sizes)),
            ("opacities", numbers(&self.opacities)),
        ]
    }
}

fn as_numbers(counts: &[usize]) -> Vec<f64> {
    counts.iter().map(|&count| count as f64).collect()
}

/// 0, 1, 2 and so on.
fn places(n: usize) -> Vec<f64> {
    (0..n).map(|place| place as f64).collect()
}

fn palette(colour: &dyn Fn(&str) -> String) -> Vec<String> {
    MARKS.iter().map(|(_, token)| colour(token)).collect()
}

fn lifespan(chart: &Lifespan, look: &Look, colour: &dyn Fn(&str) -> String) -> Values {
    let palette = palette(colour);
    let faint = colour("--color-soft");
    // A mark of 1 mA h cm⁻² has this radius.
    let unit_px: f64 = if look.is_narrow() { 4.0 } else { 5.0 };
    let mut marks = Marks::default();
    for (index, place) in chart.places.iter().enumerate() {
        let point = &place.point;
        let capacity = point.areal_capacity.map_or(0.0, |capacity| capacity.value);
        let here = || place.here.iter().map(|&index| &chart.places[index].point);
        marks.x.push(place.current_density);
        marks.y.push(place.lifespan.value);
        let words: Vec<String> = here()
            .map(|point| {
                let outside = if point.shown {
                    ""
                } else {
                    " (outside the filters)"
                };
                plain(&format!("{}{outside}", point.words()))
            })
            .collect();
        marks.text.push(words.join("<br>"));
        let n_here = here().filter(|point| point.shown).count();
        // Beside the largest mark of the place, whose size keeps the number clear of the others.
        let mut of_view = place
            .here
            .iter()
            .filter(|&&index| chart.places[index].point.shown);
        let is_largest = of_view.next() == Some(&index);
        marks.counts.push(if n_here > 1 && is_largest {
            n_here.to_string()
        } else {
            String::new()
        });
        let (symbol, _) = MARKS[point.mark];
        marks.symbols.push(if point.shown {
            symbol.to_owned()
        } else {
            format!("{symbol}-open")
        });
        marks.colours.push(if point.shown {
            palette[point.mark].clone()
        } else {
            faint.clone()
        });
        marks.opacities.push(if point.shown { 0.9 } else { 0.4 });
        marks.sizes.push(capacity.max(0.01));
        if place.lifespan.is_lower_bound() && point.shown {
            let radius = unit_px * capacity.sqrt().max(SMALLEST);
            let top = place.lifespan.value * 10_f64.powf((radius + 11.0) / PER_DECADE);
            let x = place.current_density;
            marks.bounds.push([(x, place.lifespan.value), (x, top)]);
        }
    }
    let (mut iso_x, mut iso_y, mut iso_text) = (Vec::new(), Vec::new(), Vec::new());
    for line in chart.iso_lines() {
        let [from, to] = line.ends;
        // A point for the label, then the line; gaps part them from the next.
        iso_x.extend([line.label.0, f64::NAN, from.0, to.0, f64::NAN]);
        iso_y.extend([line.label.1, f64::NAN, from.1, to.1, f64::NAN]);
        iso_text.push(thousands(line.capacity_mah_cm2));
        iso_text.resize(iso_x.len(), String::new());
    }
    let mut values = marks.values("triangle-up", look);
    values.extend([
        // The script halves sizes before it takes their root.
        ("size_unit", (0.5 / unit_px.powi(2)).to_string()),
        ("size_min", (SMALLEST * unit_px).to_string()),
        ("iso_x", numbers(&iso_x)),
        ("iso_y", numbers(&iso_y)),
        ("iso_text", texts(&iso_text)),
        ("x_range", numbers(&chart.x.limits)),
        ("y_range", numbers(&chart.y.limits)),
        ("x_ticks", numbers(&chart.x.ticks)),
        ("y_ticks", numbers(&chart.y.ticks)),
        ("shapes", brushed(chart, look, colour)),
    ]);
    values
}

/// The limits that filter, as a box.
fn brushed(chart: &Lifespan, look: &Look, colour: &dyn Fn(&str) -> String) -> String {
    if look.ranges.iter().all(Option::is_none) {
        return "[]".to_owned();
    }
    let sides = |range: Option<Range>, ends: [f64; 2]| {
        let range = range.unwrap_or_default();
        [
            range.min().unwrap_or(ends[0]).max(ends[0]),
            range.max().unwrap_or(ends[1]).min(ends[1]),
        ]
    };
    let [x0, x1] = sides(look.ranges[0], chart.x.ends());
    let [y0, y1] = sides(look.ranges[1], chart.y.ends());
    let (line, wash) = (
        quoted(&colour("--color-accent")),
        quoted(&colour("--color-accent-wash")),
    );
    format!(
        r#"[{{"type":"rect","layer":"below","x0":{x0},"x1":{x1},"y0":{y0},"y1":{y1},"fillcolor":{wash},"line":{{"color":{line},"width":1,"dash":"dash"}}}}]"#
    )
}

fn ranking(chart: &RankedRows, look: &Look, colour: &dyn Fn(&str) -> String) -> Values {
    let palette = palette(colour);
    let mut marks = Marks::default();
    let mut names = Vec::new();
    let longest = chart.bars.first().map_or(1.0, |bar| bar.value.value);
    for (index, bar) in chart.drawn().iter().enumerate() {
        let (value, y) = (bar.value.value, index as f64);
        marks.x.push(value);
        marks.y.push(y);
        let place = bar
            .place
            .as_ref()
            .map_or_else(String::new, |place| format!("Place {place}<br>"));
        let unit = chart.measure.label();
        marks.text.push(format!(
            "{place}{}<br>{}",
            plain(&format!(
                "{}: {}",
                bar.point.material,
                bar.point.condition()
            )),
            plain(&format!("{unit}: {}", with_unit(Some(bar.value), "")))
        ));
        marks.counts.push(String::new());
        marks.symbols.push(MARKS[bar.point.mark].0.to_owned());
        marks.colours.push(palette[bar.point.mark].clone());
        marks.sizes.push(1.0);
        marks.opacities.push(1.0);
        if bar.value.is_lower_bound() {
            marks
                .bounds
                .push([(value, y), (longest.mul_add(0.05, value), y)]);
        }
        let number = |quantity: Option<explorer::Quantity>| super::point::cell(quantity);
        let condition = if look.is_narrow() {
            format!(
                "{}, {}",
                number(bar.point.current_density),
                number(bar.point.areal_capacity)
            )
        } else {
            bar.point.condition()
        };
        names.push(plain(&format!(
            "{} · {condition}",
            look.name(&bar.point.material)
        )));
    }
    let n = chart.drawn().len();
    let title = if look.is_narrow() {
        format!("{} (names: J, C)", short_title(chart))
    } else {
        chart.measure.label().to_owned()
    };
    let mut values = marks.values("triangle-right", look);
    values.extend([
        ("size_unit", (0.5 / 36.0).to_string()),
        ("size_min", "6".to_owned()),
        ("x_title", quoted(&title)),
        ("x_range", numbers(&[0.0, longest * 1.09])),
        ("y_range", numbers(&[n as f64 - 0.4, -0.6])),
        ("y_ticks", numbers(&places(n))),
        ("y_names", texts(&names)),
    ]);
    values
}

fn short_title(chart: &RankedRows) -> &'static str {
    match chart.measure {
        super::kind::Measure::Hours => "Lifespan, h",
        super::kind::Measure::CumulativeCapacity => "Plated, mA h cm⁻²",
    }
}

fn functions(chart: &Functions, look: &Look, colour: &dyn Fn(&str) -> String) -> Values {
    let palette = palette(colour);
    let mut marks = Marks::default();
    for (index, material) in chart.drawn().iter().enumerate() {
        for &function in &material.functions {
            marks.x.push(function as f64);
            marks.y.push(index as f64);
            let words = format!("{}: {}", material.first.material, chart.names[function]);
            marks.text.push(plain(&words));
            marks.counts.push(String::new());
            marks.symbols.push(MARKS[material.first.mark].0.to_owned());
            marks.colours.push(palette[material.first.mark].clone());
            marks.sizes.push(1.0);
            marks.opacities.push(1.0);
        }
    }
    let (n, n_names) = (chart.drawn().len(), chart.names.len());
    let names = chart.drawn().iter();
    let names: Vec<String> = names
        .map(|material| plain(&look.name(&material.first.material)))
        .collect();
    let mut values = marks.values("triangle-right", look);
    values.extend([
        ("size_unit", (0.5 / 36.0).to_string()),
        ("size_min", "6".to_owned()),
        ("x_range", numbers(&[-0.6, n_names as f64 - 0.4])),
        ("x_ticks", numbers(&places(n_names))),
        (
            "x_names",
            texts(
                &chart
                    .names
                    .iter()
                    .map(|name| plain(name))
                    .collect::<Vec<_>>(),
            ),
        ),
        ("y_range", numbers(&[n as f64 - 0.4, -0.6])),
        ("y_ticks", numbers(&places(n))),
        ("y_names", texts(&names)),
    ]);
    values
}

/// `10 000`, with a thin space that does not break.
pub fn thousands(value: f64) -> String {
    let digits = value.to_string();
    match digits.len() {
        5.. if value.fract() == 0.0 => {
            let (head, tail) = digits.split_at(digits.len() - 3);
            format!("{head}\u{202f}{tail}")
        }
        _ => digits,
    }
}
