//! A plot as the chart script reads it: a frame made at build time, with numbers, words and colours filled in.
//! Here because a plot's text can travel in signals, and the frame's makers stay out of the browser.
//! Must not know: what the numbers mean.

/// A whole plot as JSON text, and which row each mark of its last trace stands for; a plot without rows names none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    json: String,
    rows: Vec<usize>,
}

impl Figure {
    /// Fills a frame in. `values` are JSON by the name of their hole, `colour` knows the theme's value of a token such
    /// as `--color-text`. Only the frame is looked through, never what has been filled in. An unfilled hole is `null`.
    pub fn filled(frame: &str, values: &[(&str, String)], colour: impl Fn(&str) -> String) -> Self {
        let mut text = String::with_capacity(2 * frame.len());
        let mut parts = frame.split('"');
        // Outside a string, inside one, and so on: no string of a frame holds a quotation mark.
        while let Some(outside) = parts.next() {
            text.push_str(outside);
            let Some(inside) = parts.next() else { break };
            if let Some(name) = inside.strip_prefix('$') {
                let value = values.iter().find(|(known, _)| *known == name);
                text.push_str(value.map_or("null", |(_, value)| value));
            } else if inside.starts_with("--") {
                text.push_str(&quoted(&colour(inside)));
            } else {
                text.push('"');
                text.push_str(inside);
                text.push('"');
            }
        }
        Self {
            json: text,
            rows: Vec::new(),
        }
    }

    #[must_use]
    pub fn with_rows(self, rows: Vec<usize>) -> Self {
        Self { rows, ..self }
    }

    pub fn json(&self) -> &str {
        &self.json
    }

    pub fn rows(&self) -> &[usize] {
        &self.rows
    }
}

/// Numbers as JSON; what is no number is a gap.
pub fn numbers(values: &[f64]) -> String {
    list(values.len(), &|index| {
        let value = values[index];
        if value.is_finite() {
            value.to_string()
        } else {
            "null".to_owned()
        }
    })
}

/// Texts as JSON.
pub fn texts(values: &[String]) -> String {
    list(values.len(), &|index| quoted(&values[index]))
}

/// One function for all lists: each kind of iterator would be compiled for itself.
fn list(n: usize, item: &dyn Fn(usize) -> String) -> String {
    let mut text = "[".to_owned();
    for index in 0..n {
        if index > 0 {
            text.push(',');
        }
        text.push_str(&item(index));
    }
    text.push(']');
    text
}

/// A text as JSON.
pub fn quoted(text: &str) -> String {
    let mut json = "\"".to_owned();
    for letter in text.chars() {
        match letter {
            '"' | '\\' => json.extend(['\\', letter]),
            // A line break or another control character has no place in a label.
            letter if letter.is_control() => json.push(' '),
            letter => json.push(letter),
        }
    }
    json.push('"');
    json
}

/// A text whose signs the chart script does not take for markup.
pub fn plain(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Figure, numbers, plain, quoted, texts};

    /// The frame that the page carries takes numbers and colours and stays a plot.
    #[test]
    fn a_frame_takes_its_numbers_and_colours() {
        let frame = include_str!(concat!(env!("OUT_DIR"), "/voltage-plot.json"));
        let values = [
            ("x0", numbers(&[0.0, 0.5])),
            ("y0", numbers(&[12.5, f64::NAN])),
            ("x1", numbers(&[0.25])),
            ("y1", numbers(&[-3e-7])),
        ];
        let filled = Figure::filled(frame, &values, |token| format!("#{}", token.len()));
        // What is no JSON is null, and null has none of what follows.
        let plot: Value = serde_json::from_str(filled.json()).unwrap_or_default();
        assert_eq!(plot["data"][0]["x"], json!([0, 0.5]));
        assert_eq!(plot["data"][0]["y"][0], 12.5);
        assert!(plot["data"][0]["y"][1].is_null());
        assert_eq!(plot["data"][1]["y"][0], -3e-7);
        assert_eq!(plot["data"][0]["line"]["color"], "#16");
        assert_eq!(plot["layout"]["xaxis"]["color"], "#12");
        assert_eq!(plot["layout"]["yaxis"]["title"]["text"], "Voltage, mV");
        assert!(!filled.json().contains("\"--") && !filled.json().contains('$'));
    }

    /// A name of a reader's own row may look like a hole, a colour or the end of a string.
    #[test]
    fn words_stay_words() {
        let own = ["$x", "--color-text", "a \"quote\" \\ and\nmore", ""];
        let frame = r#"{"text":"$text","x":"$x","none":"$none","color":"--c"}"#;
        let values = [("text", texts(&own.map(str::to_owned))), ("x", quoted("5"))];
        let filled = Figure::filled(frame, &values, |_| "red".to_owned());
        let plot: Value = serde_json::from_str(filled.json()).unwrap_or_default();
        let expected = ["$x", "--color-text", "a \"quote\" \\ and more", ""];
        assert_eq!(plot["text"], json!(expected));
        assert_eq!(
            (&plot["x"], &plot["none"], &plot["color"]),
            (&json!("5"), &Value::Null, &json!("red"))
        );
        assert_eq!(plain("a < b & c"), "a &lt; b &amp; c");
    }
}
