//! What belongs to one material beyond its own record: claims, doubts, best test, tests alike, neighbours.
//! Here because pages and exports must pick the same rows and notes for it.
//! Must not know: how a material is shown.

use crate::{Condition, Fact, Material, Review, SourceNote, gives, places::Mark, plain_text};

impl Review {
    /// The statements of the text that claim a lifespan for a material.
    pub fn claims_about<'a>(&'a self, material: &'a str) -> impl Iterator<Item = &'a Fact> {
        let about = move |fact: &&Fact| {
            let claim = fact.claim.as_ref();
            claim.is_some_and(|claim| claim.material == material)
        };
        self.facts.iter().filter(about)
    }

    /// The source notes that concern a material or one of its rows, in the order of their ids.
    pub fn notes_about(&self, material: &str) -> Vec<&SourceNote> {
        let own = self.material(material).map(|found| &found.notes);
        let own = own.or_else(|| self.text_material(material).map(|found| &found.notes));
        let concerns = |note: &&SourceNote| {
            own.is_some_and(|ids| ids.contains(&note.id))
                || self
                    .conditions
                    .iter()
                    .any(|row| row.material == material && row.notes.contains(&note.id))
        };
        self.source_notes.iter().filter(concerns).collect()
    }

    /// The notes that concern the reference number that Table 1 prints for a material: those that quote it with its name.
    pub fn notes_on_reference<'a>(&'a self, material: &Material) -> Vec<&'a SourceNote> {
        let quoted = format!("reference {}", material.reference_as_printed);
        let mut notes = self.own_notes(material);
        notes.retain(|note| {
            gives(&note.printed, &quoted)
                && crate::places::holds(&note.printed, Mark::Material(&material.id))
        });
        notes
    }

    /// The notes that quote these words of a material's cell in Table 1.
    pub fn notes_on_words<'a>(&'a self, material: &Material, words: &str) -> Vec<&'a SourceNote> {
        let mut notes = self.own_notes(material);
        notes.retain(|note| plain_text(&note.printed).contains(words));
        notes
    }

    fn own_notes(&self, material: &Material) -> Vec<&SourceNote> {
        let ids = material.notes.iter();
        ids.filter_map(|id| self.note(id)).collect()
    }

    /// A material's rows with its longest printed lifespan, in printed order. A bound counts as longer than the same
    /// number without.
    pub fn longest_tests<'a>(&'a self, material: &'a str) -> Vec<&'a Condition> {
        let length = |row: &Condition| (row.lifespan_h, row.lifespan_is_lower_bound);
        let mut longest: Vec<&Condition> = Vec::new();
        for row in self.conditions_of(material) {
            match longest.first() {
                Some(best) if length(row) < length(best) => {}
                Some(best) if length(row) == length(best) => longest.push(row),
                _ => longest = vec![row],
            }
        }
        longest
    }

    /// Rows of other materials with the same current density and areal capacity, in printed order.
    pub fn tested_alike<'a>(&'a self, row: &'a Condition) -> impl Iterator<Item = &'a Condition> {
        let alike = move |other: &&Condition| {
            other.material != row.material
                && other.current_density_ma_cm2 == row.current_density_ma_cm2
                && other.areal_capacity_mah_cm2 == row.areal_capacity_mah_cm2
        };
        self.conditions.iter().filter(alike)
    }
}
