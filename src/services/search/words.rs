//! Text as words to be compared: formulas without subscripts and brackets, units joined, numbers with their sign.
//! Here because "ZnF₂", "znf2" and "mAh cm-2" must meet what is written with true typography.
//! Must not know: documents, queries.

use std::ops::Range;

/// A stretch of text without spaces, and the words it stands for. A compound stands for itself and for its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk {
    /// Bytes of the text, without punctuation at either end.
    pub range: Range<usize>,
    pub words: Vec<String>,
}

/// Signs that hold a word together when they stand inside it.
const JOINERS: [char; 11] = ['-', '(', ')', '[', ']', '·', '.', ',', '\'', '&', '+'];
/// Joiners between parts that are words in their own right.
const SEAMS: [char; 4] = ['-', '·', '&', '\''];
/// Units that people write onto a number.
const UNITS: [&str; 12] = [
    "h", "v", "mv", "ev", "nm", "um", "ma", "mah", "ohm", "m", "c", "%",
];

/// The text's chunks in order.
pub fn chunks(text: &str) -> Vec<Chunk> {
    let mut out: Vec<Chunk> = Vec::new();
    let mut before: Option<String> = None;
    let mut at = 0;
    for raw in text.split_inclusive(char::is_whitespace) {
        let space = raw.chars().next_back().filter(|c| c.is_whitespace());
        let bare = space.map_or(raw, |space| &raw[..raw.len() - space.len_utf8()]);
        let folded = explorer::fold(bare);
        let mut words = words_of(&folded);
        if let Some(before) = &before {
            words.extend(joined(before, &folded));
        }
        if !words.is_empty() {
            out.push(Chunk {
                range: trimmed(bare, at),
                words,
            });
        }
        before = Some(folded);
        at += raw.len();
    }
    out
}

/// All words of a text.
pub fn words(text: &str) -> Vec<String> {
    chunks(text)
        .into_iter()
        .flat_map(|chunk| chunk.words)
        .collect()
}

/// A word that two chunks make together: `mA h` is `mah`, and `10 000` is one number.
fn joined(before: &str, after: &str) -> Option<String> {
    let end = after.trim_end_matches(|c: char| !c.is_alphanumeric());
    let start = before.trim_start_matches('(');
    if start == "ma" && end == "h" {
        return Some("mah".to_owned());
    }
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let thousands =
        (1..=3).contains(&start.len()) && digits(start) && end.len() == 3 && digits(end);
    thousands.then(|| format!("{start}{end}"))
}

/// The bytes of a chunk that are marked: brackets and stops around it are not.
fn trimmed(bare: &str, at: usize) -> Range<usize> {
    let punctuation = |c: char| "()[]{}.,;:!?“”‘’\"'…".contains(c);
    let start = bare.len() - bare.trim_start_matches(punctuation).len();
    let end = bare.trim_end_matches(punctuation).len();
    if start < end {
        at + start..at + end
    } else {
        at..at + bare.len()
    }
}

fn words_of(folded: &str) -> Vec<String> {
    let spelt = folded
        .replace('μ', "u")
        .replace('ω', "ohm")
        .replace('σ', "sigma")
        .replace('°', " °");
    let mut out = Vec::new();
    for piece in spelt.split(|c: char| !(c.is_alphanumeric() || c == '°' || JOINERS.contains(&c)))
    {
        piece_words(piece, &mut out);
    }
    out
}

fn piece_words(piece: &str, out: &mut Vec<String>) {
    let bare = piece.trim_matches(|c: char| !(c.is_alphanumeric() || c == '°'));
    if bare.is_empty() {
        return;
    }
    if is_number(bare) {
        let number = bare.replace(',', "");
        if piece.trim_start_matches('(').starts_with('-') {
            out.push(format!("-{number}"));
        }
        out.push(number);
        return;
    }
    let parts: Vec<&str> = bare
        .split(|c: char| JOINERS.contains(&c))
        .filter(|part| !part.is_empty())
        .collect();
    if parts.iter().all(|part| is_number(part)) {
        out.extend(parts.into_iter().map(str::to_owned));
        return;
    }
    out.push(parts.concat());
    if parts.len() > 1 {
        for seam in bare.split(SEAMS) {
            let part: String = seam.chars().filter(|c| c.is_alphanumeric()).collect();
            let is_word = part.chars().count() > 1 && !is_number(&part);
            if is_word && !out.contains(&part) {
                out.push(part);
            }
        }
    }
    let unit = bare.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    if unit.len() < bare.len() && UNITS.contains(&unit) {
        out.push(bare[..bare.len() - unit.len()].to_owned());
        out.push(unit.to_owned());
    }
}

/// Digits, with a decimal point or commas between thousands.
pub fn is_number(word: &str) -> bool {
    let digits = word.trim_start_matches('-');
    let mut parts = digits.split(['.', ',']);
    let whole = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.all(whole) && digits.matches('.').count() <= 1
}

#[cfg(test)]
mod tests {
    use super::{chunks, words};

    #[test]
    fn what_is_typed_meets_what_is_written() {
        let cases: [(&str, &[&str]); 20] = [
            ("ZnF2", &["znf2"]),
            ("ZnF₂", &["znf2"]),
            ("Zn3(PO4)2·4H2O", &["zn3po424h2o", "zn3po42", "4h2o"]),
            ("Zn₃(PO₄)₂·4H₂O", &["zn3po424h2o", "zn3po42", "4h2o"]),
            ("Zn/MnO2", &["zn", "mno2"]),
            ("TiO2&PVDF", &["tio2pvdf", "tio2", "pvdf"]),
            ("ZIF-8", &["zif8", "zif"]),
            ("(D-14).", &["d14"]),
            ("Maxwell-Wagner", &["maxwellwagner", "maxwell", "wagner"]),
            ("Sand’s", &["sands", "sand"]),
            ("−0.76\u{202f}V", &["-0.76", "0.76", "v"]),
            ("-70 °C", &["-70", "70", "°c"]),
            ("-70°C", &["-70", "70", "°c"]),
            ("mA\u{202f}h\u{202f}cm⁻²", &["ma", "h", "mah", "cm2", "cm"]),
            ("mAh cm-2", &["mah", "cm2", "cm"]),
            ("10\u{202f}000", &["10", "000", "10000"]),
            ("10,000", &["10000"]),
            ("1500 Ω", &["1500", "ohm"]),
            ("10 µm", &["10", "um"]),
            ("pages 902–910", &["pages", "902", "910"]),
        ];
        for (text, expected) in cases {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn a_chunk_knows_its_bytes_without_brackets() {
        let text = "about “ZnF₂” (836\u{202f}h).";
        let found: Vec<&str> = chunks(text)
            .into_iter()
            .map(|chunk| &text[chunk.range])
            .collect();
        assert_eq!(found, ["about", "ZnF₂", "836", "h"]);
    }
}
