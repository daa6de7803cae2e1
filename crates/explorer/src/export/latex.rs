//! A LaTeX table for the package booktabs, with its head as comments.
//! Here because papers and theses are written in LaTeX.
//! Must not know: which rows are chosen.
//!
//! Headings carry the unit; a bound stands before its number as `$>$`. Letters that old engines lack (digits set low
//! or high, minus, Greek) become mathematics; others stay and need a Unicode engine.

use super::{ExportHeader, Selection};
use crate::ColumnKind;

#[must_use]
pub fn write_latex(selection: &Selection, header: &ExportHeader) -> String {
    let mut text = String::from("% needs \\usepackage{booktabs}\n");
    for (name, value) in header.stated(selection) {
        text += &format!("% {name}: {value}\n");
    }
    let has_own = selection.has_own();
    let mut alignment: String = selection
        .columns()
        .map(|column| match column.kind {
            ColumnKind::Number => 'r',
            _ => 'l',
        })
        .collect();
    let mut headings: Vec<String> = selection
        .columns()
        .map(|column| escape(&column.heading()))
        .collect();
    if has_own {
        alignment.push('l');
        headings.push("Provenance".to_owned());
    }
    text += &format!("\\begin{{tabular}}{{{alignment}}}\n\\toprule\n");
    text += &line(&headings);
    text += "\\midrule\n";
    for (row_idx, row) in selection.rows() {
        text += &line(&selection.read_cells(row_idx, row, has_own, escape));
    }
    text + "\\bottomrule\n\\end{tabular}\n"
}

/// An empty group in front keeps a row that begins with `[` from being read as an argument of the line before.
fn line(cells: &[String]) -> String {
    let first = cells
        .first()
        .is_some_and(|cell| cell.starts_with(['[', '*']));
    let guard = if first { "{}" } else { "" };
    format!("{guard}{} \\\\\n", cells.join(" & "))
}

/// A text that LaTeX sets as it is.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut run = Run::Text;
    for c in text.chars() {
        let (next, plain) = level(c);
        if next != run {
            escaped.push_str(run.end());
            escaped.push_str(next.begin());
            run = next;
        }
        match plain {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => escaped.extend(['\\', plain]),
            '<' => escaped.push_str("$<$"),
            '>' => escaped.push_str("$>$"),
            '|' => escaped.push_str("$|$"),
            '\r' | '\n' | '\t' => escaped.push(' '),
            '"' => escaped.push_str("\\textquotedbl{}"),
            c => match symbol(c) {
                Some(symbol) => escaped.push_str(symbol),
                None => escaped.push(c),
            },
        }
    }
    escaped.push_str(run.end());
    escaped
}

/// Letters that share a pair of dollar signs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Run {
    Text,
    High,
    Low,
}

impl Run {
    fn begin(self) -> &'static str {
        match self {
            Self::Text => "",
            Self::High => "$^{",
            Self::Low => "$_{",
        }
    }

    fn end(self) -> &'static str {
        match self {
            Self::Text => "",
            Self::High | Self::Low => "}$",
        }
    }
}

fn level(c: char) -> (Run, char) {
    const HIGH: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ";
    const LOW: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₙ";
    const PLAIN: &str = "0123456789+-()n";
    let plain = |from: &str| {
        let place = from.chars().position(|known| known == c)?;
        PLAIN.chars().nth(place)
    };
    if c == 'ₓ' {
        return (Run::Low, 'x');
    }
    if let Some(plain) = plain(HIGH) {
        return (Run::High, plain);
    }
    plain(LOW).map_or((Run::Text, c), |plain| (Run::Low, plain))
}

fn symbol(c: char) -> Option<&'static str> {
    Some(match c {
        '−' => "$-$",
        '–' => "--",
        '—' => "---",
        '×' => "$\\times$",
        '÷' => "$\\div$",
        '·' | '⋅' => "$\\cdot$",
        '±' => "$\\pm$",
        '≥' => "$\\geq$",
        '≤' => "$\\leq$",
        '°' => "$^{\\circ}$",
        'α' => "$\\alpha$",
        'β' => "$\\beta$",
        'γ' => "$\\gamma$",
        'δ' => "$\\delta$",
        'η' => "$\\eta$",
        'µ' | 'μ' => "$\\mu$",
        'σ' => "$\\sigma$",
        'Ω' => "$\\Omega$",
        _ => return None,
    })
}
