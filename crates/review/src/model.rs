//! What the review is made of, once checked: every reference, material, term and note named here exists.
//! Here because pages, exports and the prerenderer share one vocabulary.
//! Must not know: how content files are written or how pages look.

use serde::{Deserialize, Serialize};

use crate::{Fact, Figure, Preset};

/// Everything the site knows about the review.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// The article this companion is about.
    pub article: Article,
    /// Sections in reading order.
    pub sections: Vec<Section>,
    /// Table 1's materials in printed order.
    pub materials: Vec<Material>,
    /// Materials that the review's text describes and Table 1 leaves out.
    pub text_materials: Vec<TextMaterial>,
    /// Table 1's test conditions in printed order.
    pub conditions: Vec<Condition>,
    /// References 1 to 64.
    pub references: Vec<Reference>,
    /// Terms in alphabetical order.
    pub glossary: Vec<Term>,
    /// Discrepancies, in the order of their ids.
    pub source_notes: Vec<SourceNote>,
    /// The review's numbered statements, in order.
    pub facts: Vec<Fact>,
    /// Our grouping of Table 1's materials, after the review's sections.
    pub families: Vec<Named>,
    /// The single functions into which Table 1's phrases are taken apart.
    pub functions: Vec<Named>,
    /// Figures of our own, in the order in which sections show them.
    pub figures: Vec<Figure>,
    /// Presets of the simulator, in the order in which it offers them.
    pub presets: Vec<Preset>,
}

/// An id and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    pub id: String,
    pub label: String,
}

/// Bibliographic record of the review itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    pub title: String,
    pub authors: Vec<String>,
    pub journal: String,
    pub year: u16,
    pub volume: String,
    pub pages: String,
    pub doi: String,
}

/// One section of the review, retold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Address: `read/<slug>/`.
    pub slug: String,
    /// As the review numbers it: `2`, `3.1.1`; empty for "in brief".
    pub number: String,
    /// Our own heading.
    pub title: String,
    /// One sentence for search results and link previews.
    pub description: String,
    /// The facts (1 to 105) this section is to state.
    pub facts: Vec<u16>,
    /// `false` while the section has its heading but its text is still to come.
    pub written: bool,
    /// What part of the review this retells and what it leaves out.
    pub coverage: String,
    /// The section in short; empty while it is not written.
    pub brief: Vec<Inline>,
    pub blocks: Vec<Block>,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Block {
    Heading {
        level: u8,
        id: String,
        text: Vec<Inline>,
    },
    Paragraph(Vec<Inline>),
    List {
        ordered: bool,
        items: Vec<Vec<Block>>,
    },
    Quote(Vec<Block>),
    /// Cells of text below a header of as many.
    Table {
        header: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// The figure with this id.
    Figure(String),
    /// A numbered or unnumbered display equation as MathML, with a plain-text reading.
    Equation {
        id: String,
        number: Option<String>,
        mathml: String,
        text: String,
    },
}

/// A run of text inside a block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Inline {
    Text(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Subscript(Vec<Inline>),
    Superscript(Vec<Inline>),
    Code(String),
    /// An ordinary link: another host, or a path of this site beginning with `/`.
    Link {
        href: String,
        text: Vec<Inline>,
    },
    /// Citation of one or more references of the review, by their printed numbers.
    Cite(Vec<u16>),
    /// A material of Table 1 or of the text alone, by its id.
    Material {
        id: String,
        text: Vec<Inline>,
    },
    /// A glossary term, by its id.
    Term {
        id: String,
        text: Vec<Inline>,
    },
    /// Another section, by its slug.
    SectionLink {
        slug: String,
        text: Vec<Inline>,
    },
    /// A figure of ours, by its id.
    FigureLink {
        id: String,
        text: Vec<Inline>,
    },
    /// A displayed equation, by its id.
    EquationLink {
        id: String,
        text: Vec<Inline>,
    },
    /// An abbreviation as it stands in the text, and the glossary term it is short for.
    Abbreviation {
        short: String,
        term: String,
    },
    /// Marks a discrepancy at this place, by its id (`D-14`).
    Note(String),
    /// The sentence that ends here states this fact (1 to 105).
    Fact(u16),
}

/// The review's two families.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InterphaseType {
    FunctionalCoatingLayer,
    SolidElectrolyteInterphase,
}

/// One material of Table 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Material {
    /// Stable id, as in Table 1's CSV: `znf2-coating`.
    pub id: String,
    /// The name as printed: `Zn3(PO4)2·4H2O`.
    pub as_printed: String,
    /// The name with its subscripts.
    pub name: Vec<Inline>,
    /// Plain-text name that tells the two ZnF2 apart: `ZnF2 (coating)`.
    pub label: String,
    pub kind: InterphaseType,
    /// As printed, one entry each.
    pub characteristics: Vec<String>,
    /// As printed, one entry each.
    pub functions: Vec<String>,
    /// Reference number that Table 1 prints; see `notes` where the text disagrees.
    pub reference_as_printed: u16,
    /// Id of the family in which we group it.
    pub family: String,
    /// Ids of the single functions that its printed phrases name.
    pub single_functions: Vec<String>,
    /// One line of our own: what it is.
    pub summary: Vec<Inline>,
    /// Slugs of the sections that discuss it by name.
    pub sections: Vec<String>,
    /// Ids of the discrepancies that concern it.
    pub notes: Vec<String>,
}

/// A material that the review's text describes although Table 1 has no row for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TextMaterial {
    /// Stable id, unlike that of any material of Table 1: `kaolin`.
    pub id: String,
    pub name: Vec<Inline>,
    /// Plain-text name.
    pub label: String,
    /// Reference numbers that the text gives.
    pub references: Vec<u16>,
    /// One or two sentences of our own: what it is.
    pub summary: Vec<Inline>,
    /// Slugs of the sections that discuss it by name.
    pub sections: Vec<String>,
    /// Ids of the discrepancies that concern it.
    pub notes: Vec<String>,
}

/// One test condition of Table 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    /// Stable id: material id, then `-1`, `-2` in printed order.
    pub id: String,
    /// Id of its material.
    pub material: String,
    /// Current density, mA cm⁻².
    pub current_density_ma_cm2: f64,
    /// Areal capacity per half-cycle, mA h cm⁻².
    pub areal_capacity_mah_cm2: f64,
    /// Lifespan of the symmetric cell, h.
    pub lifespan_h: f64,
    /// The table prints `>` before the lifespan.
    pub lifespan_is_lower_bound: bool,
    /// The cells as printed: `10, 45 >1000`.
    pub as_reported: String,
    /// Ids of the discrepancies that concern this row.
    pub notes: Vec<String>,
}

/// How far a reference number could be tied to a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReferenceStatus {
    /// The paper was found and its abstract read.
    Verified,
    /// Recognised by author, topic and year; not checked against the original list.
    Identified,
    /// Only its number is known.
    Unidentified,
}

/// One of the review's 64 references.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reference {
    pub number: u16,
    pub status: ReferenceStatus,
    pub authors: Option<String>,
    pub title: Option<String>,
    pub journal: Option<String>,
    pub year: Option<u16>,
    pub volume: Option<String>,
    pub pages: Option<String>,
    /// Only where it was seen.
    pub doi: Option<String>,
    /// What the review cites it for.
    pub role: Vec<Inline>,
    /// Slugs of sections whose text cites it (computed).
    pub cited_in: Vec<String>,
}

/// A term of the glossary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// Stable id: `coulombic-efficiency`.
    pub id: String,
    pub name: Vec<Inline>,
    /// Plain-text name for sorting and labels.
    pub label: String,
    pub abbreviation: Option<String>,
    pub definition: Vec<Inline>,
    /// `false` where the review does not use the term itself.
    pub used_in_review: bool,
}

/// What kind of evidence a source note rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Evidence {
    /// Provable from the review alone.
    Review,
    /// Checked against the abstract of the primary paper.
    Primary,
    /// Domain knowledge.
    Chemistry,
    /// An inferred cause.
    Inferred,
}

/// A place where the review disagrees with itself, with chemistry or with a primary paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SourceNote {
    /// `D-1` to `D-34`.
    pub id: String,
    pub title: String,
    /// What the review prints.
    pub printed: Vec<Inline>,
    /// What disagrees, and the evidence.
    pub finding: Vec<Inline>,
    /// What this companion does about it.
    pub handling: Vec<Inline>,
    pub evidence: Vec<Evidence>,
    pub unresolved: bool,
}
