//! A plot as the chart script reads it: a frame made at build time, with numbers and colours filled in.
//! Here because a plot's text can travel in signals, and the frame's makers stay out of the browser.
//! Must not know: what the numbers mean.

/// A line of a plot: its points, as many `y` as `x`.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub x: Vec<f64>,
    pub y: Vec<f64>,
}

/// A whole plot as JSON text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure(String);

impl Figure {
    /// Fills a frame in. `colour` knows the theme's value of a token such as `--color-text`.
    pub fn filled(frame: &str, series: &[Series], colour: impl Fn(&str) -> String) -> Self {
        let mut text = String::with_capacity(frame.len());
        let mut rest = frame;
        while let Some((before, from_token)) = rest.split_once("\"--") {
            let Some((name, after)) = from_token.split_once('"') else {
                break;
            };
            text.push_str(before);
            text.push('"');
            text.push_str(&colour(&format!("--{name}")));
            text.push('"');
            rest = after;
        }
        text.push_str(rest);
        for (index, series) in series.iter().enumerate() {
            for (axis, values) in [('x', &series.x), ('y', &series.y)] {
                text = text.replacen(&format!("[\"${axis}{index}\"]"), &list(values), 1);
            }
        }
        Self(text)
    }

    pub fn json(&self) -> &str {
        &self.0
    }
}

/// Numbers as JSON; what is no number is a gap.
fn list(values: &[f64]) -> String {
    let number = |value: &f64| {
        if value.is_finite() {
            value.to_string()
        } else {
            "null".to_owned()
        }
    };
    let numbers: Vec<String> = values.iter().map(number).collect();
    format!("[{}]", numbers.join(","))
}

#[cfg(test)]
mod tests {
    use super::{Figure, Series};

    /// The frame that the page carries takes numbers and colours and stays a plot.
    #[test]
    fn a_frame_takes_its_numbers_and_colours() {
        let frame = include_str!(concat!(env!("OUT_DIR"), "/voltage-plot.json"));
        let series = [
            Series {
                x: vec![0.0, 0.5],
                y: vec![12.5, f64::NAN],
            },
            Series {
                x: vec![0.25],
                y: vec![-3e-7],
            },
        ];
        let filled = Figure::filled(frame, &series, |token| format!("#{}", token.len()));
        // What is no JSON is null, and null has none of what follows.
        let plot: serde_json::Value = serde_json::from_str(filled.json()).unwrap_or_default();
        assert_eq!(plot["data"][0]["x"], serde_json::json!([0, 0.5]));
        assert_eq!(plot["data"][0]["y"][0], 12.5);
        assert!(plot["data"][0]["y"][1].is_null());
        assert_eq!(plot["data"][1]["y"][0], -3e-7);
        assert_eq!(plot["data"][0]["line"]["color"], "#16");
        assert_eq!(plot["layout"]["xaxis"]["color"], "#12");
        assert_eq!(plot["layout"]["yaxis"]["title"]["text"], "Voltage, mV");
        assert!(!filled.json().contains("\"--") && !filled.json().contains('$'));
    }
}
