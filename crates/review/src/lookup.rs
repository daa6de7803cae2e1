//! Finding things in a review by their ids, and reading marked-up text as plain text.
//! Here because every page needs it and none should search lists by hand.
//! Must not know: content files.

use crate::{
    Block, Condition, Fact, Figure, Inline, Material, Reference, Review, Section, SourceNote, Term,
    TextMaterial,
};

impl Review {
    /// The section at `read/<slug>/`.
    pub fn section(&self, slug: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.slug == slug)
    }

    /// The Table 1 material with this id.
    pub fn material(&self, id: &str) -> Option<&Material> {
        self.materials.iter().find(|material| material.id == id)
    }

    /// The material with this id that only the text describes.
    pub fn text_material(&self, id: &str) -> Option<&TextMaterial> {
        self.text_materials
            .iter()
            .find(|material| material.id == id)
    }

    /// The figure with this id.
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id == id)
    }

    /// The section that shows this figure.
    pub fn section_of_figure(&self, id: &str) -> Option<&Section> {
        let shows = |block: &Block| matches!(block, Block::Figure(shown) if shown == id);
        self.sections
            .iter()
            .find(|section| section.blocks.iter().any(shows))
    }

    /// The displayed equation with this id, and the section it stands in.
    pub fn equation(&self, id: &str) -> Option<(&Section, &Block)> {
        self.sections.iter().find_map(|section| {
            let is_it =
                |block: &&Block| matches!(block, Block::Equation { id: other, .. } if other == id);
            Some((section, section.blocks.iter().find(is_it)?))
        })
    }

    /// The statement with this number.
    pub fn fact(&self, number: u16) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.number == number)
    }

    /// The reference with this printed number.
    pub fn reference(&self, number: u16) -> Option<&Reference> {
        self.references
            .iter()
            .find(|reference| reference.number == number)
    }

    /// The glossary term with this id.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.glossary.iter().find(|term| term.id == id)
    }

    /// The source note with this id (`D-14`).
    pub fn note(&self, id: &str) -> Option<&SourceNote> {
        self.source_notes.iter().find(|note| note.id == id)
    }

    /// A material's test conditions in printed order.
    pub fn conditions_of<'a>(
        &'a self,
        material_id: &'a str,
    ) -> impl Iterator<Item = &'a Condition> {
        self.conditions
            .iter()
            .filter(move |condition| condition.material == material_id)
    }
}

/// The text without markup. Citations, notes and fact marks leave nothing behind.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    append(inlines, &mut text);
    text
}

fn append(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Abbreviation { short: text, .. } => {
                out.push_str(text)
            }
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Subscript(inner)
            | Inline::Superscript(inner)
            | Inline::Link { text: inner, .. }
            | Inline::Material { text: inner, .. }
            | Inline::Term { text: inner, .. }
            | Inline::FigureLink { text: inner, .. }
            | Inline::EquationLink { text: inner, .. }
            | Inline::SectionLink { text: inner, .. } => append(inner, out),
            Inline::Cite(_) | Inline::Note(_) | Inline::Fact(_) => {}
        }
    }
}
