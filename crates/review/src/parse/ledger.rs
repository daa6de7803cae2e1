//! What the readers of content files found: faults, names given, names used.
//! Here because a name may be used in one file and given in another read later, so checking waits for all of them.
//! Must not know: file formats.

use std::path::PathBuf;

use super::diagnostic::Diagnostic;

/// Where something stands in the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub file: PathBuf,
    pub line: u32,
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Reference,
    Material,
    Condition,
    Term,
    Section,
    Note,
    Figure,
    Equation,
    Preset,
    /// An equation of the simulator, or a group of them.
    Formula,
    /// A letter of the simulator's equations.
    Symbol,
    Fact,
    /// A group of materials.
    Family,
    /// One thing that an interphase does.
    Function,
    /// An address of this site, without query and fragment.
    Page,
    /// A heading or equation that can be linked to, as `file#id`.
    Anchor,
}

impl Kind {
    pub fn label(self) -> &'static str {
        match self {
            Kind::Reference => "reference",
            Kind::Material => "material",
            Kind::Condition => "condition",
            Kind::Term => "term",
            Kind::Section => "section",
            Kind::Note => "note",
            Kind::Figure => "figure",
            Kind::Equation => "equation",
            Kind::Preset => "preset",
            Kind::Formula => "equation of the simulator",
            Kind::Symbol => "symbol",
            Kind::Fact => "fact",
            Kind::Family => "family",
            Kind::Function => "function",
            Kind::Page => "page",
            Kind::Anchor => "anchor",
        }
    }
}

/// A name with its kind and place.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub kind: Kind,
    pub text: String,
    pub place: Place,
}

/// A fact, claimed by a front matter or marked in a text.
#[derive(Debug, Clone)]
pub(super) struct FactAt {
    pub fact: u16,
    pub place: Place,
}

/// Everything found so far.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    pub diagnostics: Vec<Diagnostic>,
    pub given: Vec<Name>,
    pub used: Vec<Name>,
    pub claimed_facts: Vec<FactAt>,
    pub marked_facts: Vec<FactAt>,
    /// Figures in the order in which sections show them.
    pub shown_figures: Vec<Name>,
}

impl Ledger {
    pub fn fault(&mut self, place: &Place, message: impl Into<String>) {
        self.fault_suggesting(place, message, None);
    }

    pub fn fault_suggesting(
        &mut self,
        place: &Place,
        message: impl Into<String>,
        suggestion: Option<String>,
    ) {
        self.diagnostics.push(Diagnostic {
            file: place.file.clone(),
            line: place.line,
            message: message.into(),
            suggestion,
        });
    }

    pub fn give(&mut self, kind: Kind, text: &str, place: &Place) {
        // An absent or empty name was reported where it was read.
        if !text.is_empty() {
            self.given.push(Name {
                kind,
                text: text.to_owned(),
                place: place.clone(),
            });
        }
    }

    pub fn use_name(&mut self, kind: Kind, text: &str, place: &Place) {
        self.used.push(Name {
            kind,
            text: text.to_owned(),
            place: place.clone(),
        });
    }
}
