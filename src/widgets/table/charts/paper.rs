//! What stands on a picture that leaves the page: title, what was left out, whose numbers, and where to see them.
//! Here because a picture in somebody's talk must still say what it is and where it came from.
//! Must not know: how a file is written.

use super::drawing::Drawing;
use crate::{
    plot::{Size, plain, quoted},
    routes::SITE_NAME,
};

/// Characters of a line below the picture.
const LINE: usize = 132;
/// Addresses have few narrow letters.
const LINK_LINE: usize = 112;
const LINE_PX: u32 = 17;
const WIDTH_PX: u32 = 1000;
/// For title and legend.
const TOP_PX: u32 = 118;
/// Between the picture's edge and its words.
const EDGE_PX: u32 = 20;

/// Words for one picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    pub title: String,
    /// How many rows, and what left the others out.
    pub shown: String,
    pub caption: String,
    /// The article that printed the numbers.
    pub source: String,
    /// The full address of this very view.
    pub link: String,
    /// `2026-01-31`, where the browser knows.
    pub day: Option<String>,
}

impl Paper {
    pub fn size(&self, drawing: &Drawing) -> Size {
        let lines = u32::try_from(self.lines().len()).unwrap_or_default();
        Size {
            width: WIDTH_PX,
            height: drawing.height() + TOP_PX + LINE_PX * lines + EDGE_PX,
        }
    }

    /// `table-1-ranking-12-of-45-2026-01-31`.
    pub fn file_name(&self, chart: &str, n_shown: usize, total: usize) -> String {
        let day = self.day.as_ref();
        let day = day.map_or_else(String::new, |day| format!("-{day}"));
        format!("table-1-{chart}-{n_shown}-of-{total}{day}")
    }

    pub(super) fn values(
        &self,
        drawing: &Drawing,
        colour: &dyn Fn(&str) -> String,
    ) -> Vec<(&'static str, String)> {
        let lines = self.lines();
        // For numbers or names on the left, and for the axis or the legend below.
        let (left, axis) = match drawing {
            Drawing::Lifespan(_) => (70, 58),
            Drawing::Ranking(_) => (420, 58),
            Drawing::Functions(_) => (275, 92),
        };
        let shift = left - EDGE_PX;
        let bottom = axis + LINE_PX * u32::try_from(lines.len()).unwrap_or_default();
        vec![
            (
                "margin",
                format!(r#"{{"l":{left},"r":{EDGE_PX},"t":{TOP_PX},"b":{bottom}}}"#),
            ),
            ("auto", "false".to_owned()),
            // What draws points from the picture has no other font.
            ("font", quoted("sans-serif")),
            ("paper", quoted(&colour("--color-page"))),
            (
                "title",
                format!(
                    r#"{{"text":{},"x":0.02,"xref":"container","y":1,"yref":"container","yanchor":"top","pad":{{"t":14}},"font":{{"size":20}}}}"#,
                    quoted(&plain(&self.title))
                ),
            ),
            (
                "credits",
                format!(
                    r#"[{{"text":{},"xref":"paper","yref":"paper","x":0,"y":0,"xanchor":"left","yanchor":"top","xshift":-{shift},"yshift":-{axis},"align":"left","showarrow":false}}]"#,
                    quoted(&lines.join("<br>"))
                ),
            ),
        ]
    }

    /// In the script's markup: the link leads to the view even where its text is broken.
    fn lines(&self) -> Vec<String> {
        let site = format!("{SITE_NAME}, CC BY 4.0");
        let drawn = match &self.day {
            Some(day) => format!("Drawn on {day} by the {site}. This view:"),
            None => format!("Drawn by the {site}. This view:"),
        };
        let mut lines = Vec::new();
        for text in [&self.shown, &self.caption, &self.source, &drawn] {
            lines.extend(wrapped(text, LINE).iter().map(|line| plain(line)));
        }
        let address = plain(&self.link).replace('"', "%22");
        let link = wrapped(&self.link, LINK_LINE);
        lines.extend(
            link.iter()
                .map(|line| format!("<a href=\"{address}\">{}</a>", plain(line))),
        );
        lines
    }
}

/// Lines of at most so many characters, broken at spaces; a longer word is broken inside.
pub fn wrapped(text: &str, max: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let letters: Vec<char> = word.chars().collect();
        for (index, piece) in letters.chunks(max).enumerate() {
            let room = if length == 0 { 0 } else { length + 1 };
            if index > 0 || room + piece.len() > max {
                lines.push(std::mem::take(&mut line));
                length = 0;
            }
            if length > 0 {
                line.push(' ');
                length += 1;
            }
            line.extend(piece);
            length += piece.len();
        }
    }
    lines.push(line);
    lines.retain(|line| !line.is_empty());
    lines
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn lines_are_broken_at_spaces_and_long_words_inside() {
        assert_eq!(wrapped("a bb ccc", 4), ["a bb", "ccc"]);
        assert_eq!(wrapped("x abcdefghij", 4), ["x", "abcd", "efgh", "ij"]);
        assert!(wrapped("", 4).is_empty());
    }
}
