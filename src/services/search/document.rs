//! What can be found: one document for each thing with an address of its own, and the file they travel in.
//! Here because the prerenderer writes this shape and the browser reads it.
//! Must not know: where documents come from, how they are searched.

#[cfg(feature = "ssr")]
use serde::Serialize;

/// Raised whenever the shape below changes. A file of another shape is refused and never half understood.
pub const SHAPE: u32 = 1;

/// The file: `{"shape": 1, "documents": [...]}`.
#[cfg(feature = "ssr")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Index {
    pub shape: u32,
    pub documents: Vec<Document>,
}

/// What a document is; results stand in groups of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "ssr", derive(Serialize), serde(rename_all = "lowercase"))]
pub enum Kind {
    Section,
    Material,
    Term,
    Row,
    Figure,
    Note,
    Reference,
    Page,
}

impl Kind {
    pub const ALL: [Kind; 8] = [
        Kind::Section,
        Kind::Material,
        Kind::Term,
        Kind::Row,
        Kind::Figure,
        Kind::Note,
        Kind::Reference,
        Kind::Page,
    ];

    /// The word in the file and in ids on the page.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Section => "section",
            Kind::Material => "material",
            Kind::Term => "term",
            Kind::Row => "row",
            Kind::Figure => "figure",
            Kind::Note => "note",
            Kind::Reference => "reference",
            Kind::Page => "page",
        }
    }

    /// The heading above a group of results.
    pub fn heading(self) -> &'static str {
        match self {
            Kind::Section => "Sections",
            Kind::Material => "Materials",
            Kind::Term => "Glossary",
            Kind::Row => "Test conditions of Table 1",
            Kind::Figure => "Figures",
            Kind::Note => "Source notes",
            Kind::Reference => "References",
            Kind::Page => "Pages",
        }
    }
}

/// Something that can be found and linked to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "ssr", derive(Serialize))]
pub struct Document {
    pub kind: Kind,
    pub title: String,
    /// What it belongs to, such as the section of a heading; empty where the title says enough.
    #[cfg_attr(
        feature = "ssr",
        serde(rename = "in", skip_serializing_if = "String::is_empty")
    )]
    pub within: String,
    /// Below the base, with a slash at both ends.
    pub path: String,
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "String::is_empty"))]
    pub anchor: String,
    /// Other names: abbreviation, formula, printed number, id.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Vec::is_empty"))]
    pub aliases: Vec<String>,
    pub passages: Vec<Passage>,
}

/// A sentence or another short text of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "ssr", derive(Serialize))]
pub struct Passage {
    pub text: String,
    /// Its own place on the page; empty where the document's is the nearest.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "String::is_empty"))]
    pub anchor: String,
    /// What its abbreviations stand for: found, but not shown.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "String::is_empty"))]
    pub also: String,
}

impl Passage {
    #[cfg(any(test, feature = "ssr"))]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            anchor: String::new(),
            also: String::new(),
        }
    }
}

impl Document {
    /// The address below the base of one of its passages, or of the whole.
    pub fn place(&self, passage: Option<&Passage>) -> String {
        let own = passage
            .map(|passage| passage.anchor.as_str())
            .filter(|anchor| !anchor.is_empty());
        match own.unwrap_or(&self.anchor) {
            "" => self.path.clone(),
            anchor => format!("{}#{anchor}", self.path),
        }
    }
}
