//! Text as a search sees it: lower case, without subscripts, accents or kinds of dash.
//! Here because ZnF₂ must be found by someone who types znf2.
//! Must not know: queries or tables.

/// Folds a text for comparison. Covers Latin letters with accents, digits set low or high, dashes and spaces;
/// other scripts are only put in lower case.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// As [`fold`], appended to a buffer that a caller reuses for many cells.
pub(crate) fn fold_into(text: &str, folded: &mut String) {
    for c in text.chars() {
        fold_char_into(c, folded);
    }
}

/// One letter as folding writes it, which may be nothing or several.
pub(crate) fn fold_char_into(c: char, folded: &mut String) {
    if c.is_ascii() {
        let c = c.to_ascii_lowercase();
        folded.push(if c.is_ascii_whitespace() { ' ' } else { c });
        return;
    }
    for c in c.to_lowercase() {
        match c {
            // Combining marks: a decomposed letter keeps its base only.
            '\u{300}'..='\u{36f}' => {}
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            c if c.is_whitespace() => folded.push(' '),
            c => folded.push(fold_char(c)),
        }
    }
}

fn fold_char(c: char) -> char {
    match c {
        '⁰' | '₀' => '0',
        '¹' | '₁' => '1',
        '²' | '₂' => '2',
        '³' | '₃' => '3',
        '⁴' | '₄' => '4',
        '⁵' | '₅' => '5',
        '⁶' | '₆' => '6',
        '⁷' | '₇' => '7',
        '⁸' | '₈' => '8',
        '⁹' | '₉' => '9',
        '⁺' | '₊' => '+',
        '⁻' | '₋' | '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        '⁽' | '₍' => '(',
        '⁾' | '₎' => ')',
        'ₓ' => 'x',
        'ₙ' | 'ⁿ' => 'n',
        'µ' => 'μ',
        '’' | '‘' | '′' => '\'',
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        c => c,
    }
}
