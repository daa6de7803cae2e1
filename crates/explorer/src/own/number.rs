//! A number as a reader writes it.
//! Here because a comma misread by a thousand would look like a result.
//! Must not know: columns.

use std::borrow::Cow;

use crate::Quantity;

/// Any finite number, with `>` before it where bounds are allowed.
pub(super) fn read(text: &str, comma: bool, bounds: bool) -> Option<Quantity> {
    let text = text.trim();
    let (lower, digits) = match text.strip_prefix(['>', '＞']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    if lower && !bounds {
        return None;
    }
    let value = value(digits, comma)?;
    Some(if lower {
        Quantity::above(value)
    } else {
        Quantity::exact(value)
    })
}

fn value(text: &str, comma: bool) -> Option<f64> {
    // `inf` and `nan` are numbers to a machine only.
    let is_word = |byte: u8| byte.is_ascii_alphabetic() && !matches!(byte, b'e' | b'E');
    if text.bytes().any(is_word) || (comma && is_ambiguous(text)) {
        return None;
    }
    let mut plain = Cow::Borrowed(text);
    if !text.is_ascii() {
        plain = Cow::Owned(plain.replace('\u{2212}', "-"));
    }
    if comma {
        plain = Cow::Owned(plain.replacen(',', ".", 1));
    }
    plain.parse().ok().filter(|value: &f64| value.is_finite())
}

/// `1.500` where commas are decimal: fifteen hundred, or one and a half.
fn is_ambiguous(text: &str) -> bool {
    text.rsplit_once('.').is_some_and(|(_, after)| {
        after.len() == 3 && after.bytes().all(|byte| byte.is_ascii_digit())
    })
}

pub(super) fn allowed(comma: bool, bounds: bool, above_zero: bool) -> String {
    let sample = if comma { "1,5" } else { "1.5" };
    let bound = if bounds { " or >500" } else { "" };
    let sign = if above_zero { " above zero" } else { "" };
    format!("a number{sign} such as {sample}{bound}")
}
