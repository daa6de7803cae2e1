//! Marked-up text as plain text that keeps its subscripts: ZnF₂, Zn²⁺, cm⁻².
//! Here because results are plain text, and a formula without its subscripts reads as another.
//! Must not know: documents.

use review::{Inline, plain_text};

/// Signs that can be set low, and high.
const LOW: [(char, char); 13] = [
    ('0', '₀'),
    ('1', '₁'),
    ('2', '₂'),
    ('3', '₃'),
    ('4', '₄'),
    ('5', '₅'),
    ('6', '₆'),
    ('7', '₇'),
    ('8', '₈'),
    ('9', '₉'),
    ('+', '₊'),
    ('−', '₋'),
    ('x', 'ₓ'),
];
const HIGH: [(char, char); 12] = [
    ('0', '⁰'),
    ('1', '¹'),
    ('2', '²'),
    ('3', '³'),
    ('4', '⁴'),
    ('5', '⁵'),
    ('6', '⁶'),
    ('7', '⁷'),
    ('8', '⁸'),
    ('9', '⁹'),
    ('+', '⁺'),
    ('−', '⁻'),
];

/// The text; what cannot be set low or high stands on the line.
pub fn typeset(text: &[Inline]) -> String {
    text.iter()
        .map(|inline| match inline {
            Inline::Subscript(inner) => set(&typeset(inner), &LOW),
            Inline::Superscript(inner) => set(&typeset(inner), &HIGH),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Link { text: inner, .. }
            | Inline::Material { text: inner, .. }
            | Inline::Term { text: inner, .. }
            | Inline::FigureLink { text: inner, .. }
            | Inline::EquationLink { text: inner, .. }
            | Inline::SectionLink { text: inner, .. } => typeset(inner),
            other => plain_text(std::slice::from_ref(other)),
        })
        .collect()
}

/// A label that begins with a name, with that name typeset: `ZnF₂ (coating)`.
pub fn label(label: &str, name: &[Inline]) -> String {
    match label.strip_prefix(&plain_text(name)) {
        Some(rest) => format!("{}{rest}", typeset(name)),
        None => label.to_owned(),
    }
}

fn set(text: &str, signs: &[(char, char)]) -> String {
    let find = |c: char| {
        signs
            .iter()
            .find(|(plain, _)| *plain == c)
            .map(|(_, set)| *set)
    };
    let all: Option<String> = text.chars().map(find).collect();
    all.unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{label, typeset};
    use review::Inline;

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    #[test]
    fn formulas_keep_their_subscripts_where_there_are_signs_for_them() {
        let formula = [text("ZnF"), Inline::Subscript(vec![text("2")])];
        assert_eq!(typeset(&formula), "ZnF₂");
        assert_eq!(label("ZnF2 (coating)", &formula), "ZnF₂ (coating)");
        assert_eq!(label("zinc fluoride", &formula), "zinc fluoride");
        let unit = [text("cm"), Inline::Superscript(vec![text("−2")])];
        assert_eq!(typeset(&unit), "cm⁻²");
        let index = [text("t"), Inline::Subscript(vec![text("max")])];
        assert_eq!(typeset(&index), "tmax");
    }
}
