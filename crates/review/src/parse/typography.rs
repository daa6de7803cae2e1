//! Typeable text to typeset text: minus signs, no-break spaces before units, sub- and superscripts.
//! Here because content is typed on ordinary keyboards, and Markdown's own scripts fail inside words (`H~2~O`).
//! Must not know: Markdown, links.

use crate::Inline;

/// Holds a number and its unit together.
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';
const MINUS: char = '\u{2212}';

/// Unit symbols that stay with the number, or the unit, before them.
const UNITS: &[&str] = &[
    "mA", "mAh", "h", "s", "min", "V", "mV", "eV", "g", "kg", "mg", "m", "cm", "mm", "µm", "nm",
    "S", "mS", "Ω", "°C", "C", "K", "M", "mol", "%", "kPa", "Pa", "kJ", "J",
];

/// Text with `~sub~` and `^super^` as typed, to inlines. A script holds neither a space nor its own mark.
pub(super) fn typeset(text: &str) -> Vec<Inline> {
    let text = join_units(&true_minus(text));
    let mut inlines = Vec::new();
    let mut plain = String::new();
    let mut rest = text.as_str();
    while let Some(start) = rest.find(['~', '^']) {
        let (before, from_mark) = rest.split_at(start);
        plain.push_str(before);
        let mark = if from_mark.starts_with('~') { '~' } else { '^' };
        let after_mark = &from_mark[1..];
        let script = after_mark
            .split_once(mark)
            .filter(|(inside, _)| !inside.is_empty() && !inside.contains(char::is_whitespace));
        match script {
            Some((inside, after)) => {
                push_text(&mut inlines, &mut plain);
                inlines.push(if mark == '~' {
                    Inline::Subscript(vec![Inline::Text(inside.to_owned())])
                } else {
                    Inline::Superscript(vec![Inline::Text(inside.replace('-', "\u{2212}"))])
                });
                rest = after;
            }
            None => {
                plain.push(mark);
                rest = after_mark;
            }
        }
    }
    plain.push_str(rest);
    push_text(&mut inlines, &mut plain);
    inlines
}

fn push_text(inlines: &mut Vec<Inline>, plain: &mut String) {
    if !plain.is_empty() {
        inlines.push(Inline::Text(std::mem::take(plain)));
    }
}

/// A hyphen before a digit is a minus at the start, after a space and after an opening sign.
fn true_minus(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut previous = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let opens = previous.is_none_or(|p: char| p.is_whitespace() || "(=<>≈".contains(p));
        let before_digit = chars.peek().is_some_and(char::is_ascii_digit);
        out.push(if c == '-' && opens && before_digit {
            MINUS
        } else {
            c
        });
        previous = Some(c);
    }
    out
}

/// Spaces between a number and its unit, and inside a compound unit, become narrow no-break spaces.
fn join_units(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut holds_next_unit = false;
    for (index, word) in text.split(' ').enumerate() {
        let joins = holds_next_unit && is_unit(word);
        if index > 0 {
            out.push(if joins { NARROW_NO_BREAK_SPACE } else { ' ' });
        }
        out.push_str(word);
        // After "mA" or "cm^-2^" another unit may follow, after "h," none can.
        let open_end = word.ends_with(|c: char| c.is_alphanumeric() || c == '^');
        holds_next_unit = open_end && (joins || is_number(word));
    }
    out
}

fn is_number(word: &str) -> bool {
    word.ends_with(|c: char| c.is_ascii_digit())
        && word
            .chars()
            .all(|c| c.is_ascii_digit() || "().,<>≈±–".contains(c) || c == MINUS)
}

fn is_unit(word: &str) -> bool {
    let symbol = word
        .split(|c: char| "^.,;:)/".contains(c))
        .next()
        .unwrap_or(word);
    UNITS.contains(&symbol)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_work_inside_words() {
        let seen = typeset("H~2~O, Zn^2+^ and a ~ b^");
        let expected = vec![
            Inline::Text("H".into()),
            Inline::Subscript(vec![Inline::Text("2".into())]),
            Inline::Text("O, Zn".into()),
            Inline::Superscript(vec![Inline::Text("2+".into())]),
            Inline::Text(" and a ~ b^".into()),
        ];
        assert_eq!(seen, expected);
    }

    #[test]
    fn units_stay_with_their_numbers() {
        let cases = [
            ("-0.76 V vs SHE", "\u{2212}0.76\u{202f}V vs SHE"),
            ("at -0.76 V.", "at \u{2212}0.76\u{202f}V."),
            ("after 55 h, mostly", "after 55\u{202f}h, mostly"),
            ("Fig. 2 shows h", "Fig. 2 shows h"),
            ("two-step 5-8", "two-step 5-8"),
        ];
        for (typed, expected) in cases {
            assert_eq!(
                typeset(typed),
                vec![Inline::Text(expected.into())],
                "{typed}"
            );
        }
        let areal = typeset("1 mA h cm^-2^ of");
        assert_eq!(
            areal,
            vec![
                Inline::Text("1\u{202f}mA\u{202f}h\u{202f}cm".into()),
                Inline::Superscript(vec![Inline::Text("\u{2212}2".into())]),
                Inline::Text(" of".into()),
            ]
        );
    }
}
