//! Formulas and charges in plain text: which digits stand low, which high.
//! Here because printed cells say `Zn2+` and `H2O`, and a reader should see them as a chemist writes them.
//! Must not know: how a page lowers or raises a digit.
//!
//! The rule. Digits after element symbols, or after a closed group of them, are an index and stand low. Digits and a
//! plus after one element symbol alone are a charge and stand high. A minus is never read as a charge, because printed
//! names use it as a hyphen.

use std::ops::Range;

/// Where a run of text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    Base,
    Low,
    High,
}

/// Every element symbol, parted by spaces.
const SYMBOLS: &str = " H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb \
Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt \
Au Hg Tl Pb Bi Po At Rn ";

/// Cuts a text into runs, in order and without gaps; bytes of `text`.
pub fn scripts(text: &str) -> Vec<(Range<usize>, Script)> {
    let bytes = text.as_bytes();
    let mut runs = Vec::new();
    let mut base = 0;
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let digits_end = end_of(bytes, at, |byte| byte.is_ascii_digit());
        let (script, end) = match before(text, at) {
            Before::Nothing => (Script::Base, digits_end),
            Before::OneSymbol if bytes.get(digits_end) == Some(&b'+') => {
                (Script::High, digits_end + 1)
            }
            Before::OneSymbol | Before::Formula => (Script::Low, digits_end),
        };
        if script != Script::Base {
            if base < at {
                runs.push((base..at, Script::Base));
            }
            runs.push((at..end, script));
            base = end;
        }
        at = end;
    }
    if base < bytes.len() {
        runs.push((base..bytes.len(), Script::Base));
    }
    runs
}

enum Before {
    Nothing,
    /// One element symbol that continues no formula.
    OneSymbol,
    Formula,
}

/// What stands right before a byte.
fn before(text: &str, at: usize) -> Before {
    let bytes = text.as_bytes();
    if at > 0 && bytes[at - 1] == b')' {
        let group = text[..at - 1]
            .rfind('(')
            .map(|open| &text[open + 1..at - 1]);
        let letters = group.map(|group| group.replace(|c: char| c.is_ascii_digit(), " "));
        let is_formula = letters.is_some_and(|letters| {
            let mut parts = letters.split_whitespace().peekable();
            parts.peek().is_some() && parts.all(is_symbols)
        });
        return if is_formula {
            Before::Formula
        } else {
            Before::Nothing
        };
    }
    let start = bytes[..at]
        .iter()
        .rposition(|byte| !byte.is_ascii_alphabetic())
        .map_or(0, |other| other + 1);
    let letters = &text[start..at];
    if !is_symbols(letters) {
        return Before::Nothing;
    }
    let continues = start > 0 && (bytes[start - 1].is_ascii_digit() || bytes[start - 1] == b')');
    if is_symbol(letters) && !continues {
        Before::OneSymbol
    } else {
        Before::Formula
    }
}

/// Does the text fall into element symbols, and at least one?
fn is_symbols(letters: &str) -> bool {
    let bytes = letters.as_bytes();
    let mut start = 0;
    while start < bytes.len() {
        let end = end_of(bytes, start + 1, |byte| byte.is_ascii_lowercase());
        if !is_symbol(&letters[start..end]) {
            return false;
        }
        start = end;
    }
    !bytes.is_empty()
}

fn is_symbol(letters: &str) -> bool {
    letters.is_ascii() && !letters.is_empty() && SYMBOLS.contains(&format!(" {letters} "))
}

fn end_of(bytes: &[u8], from: usize, belongs: fn(&u8) -> bool) -> usize {
    from + bytes[from..]
        .iter()
        .take_while(|byte| belongs(byte))
        .count()
}
