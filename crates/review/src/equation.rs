//! The equations that the simulator solves: formulas, symbols, sources, and the code and tests behind each.
//! Here because they are content: their words, marks and symbols are checked beside the rest of it.
//! Must not know: what the simulator computes, which files of code exist, how a page looks.

use serde::{Deserialize, Serialize};

use crate::{Inline, PresetTag};

/// All equations of the simulator in reading order, and the symbols that they share.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Equations {
    pub groups: Vec<EquationGroup>,
    pub symbols: Vec<Symbol>,
}

/// A chapter of equations.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EquationGroup {
    /// Anchor on the page: `stability`.
    pub id: String,
    /// Place on the page, from 1.
    pub number: u16,
    pub title: String,
    pub lead: Vec<Inline>,
    pub equations: Vec<Equation>,
}

/// One law, in one or more displayed formulas.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Equation {
    /// Anchor on the page, of this equation alone: `sand-time`.
    pub id: String,
    pub title: String,
    pub formulas: Vec<Formula>,
    /// What it says, in words.
    pub says: Vec<Inline>,
    /// Ids of its symbols, in the order in which they are explained.
    pub symbols: Vec<String>,
    /// A paper, or how it is derived here.
    pub source: Vec<Inline>,
    /// Modules and items, as Rust writes them: `electrodeposition::limits::Separator::sand_time_s`.
    pub code: Vec<String>,
    /// Test functions: `crates/electrodeposition/tests/cell.rs::salt_is_kept_over_many_half_cycles`.
    pub tests: Vec<String>,
    /// Names of rows of the simulator's validation.
    pub validation: Vec<String>,
}

/// A displayed formula as typed and as shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Formula {
    pub latex: String,
    pub mathml: String,
}

/// A letter, what it stands for, and where its number comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Symbol {
    pub id: String,
    pub mathml: String,
    pub origin: Origin,
}

/// Where the number of a symbol comes from. A unit of `1` is none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Origin {
    /// A number of the simulator's case, by its path `table.field`; name, unit and source are the simulator's.
    Parameter(String),
    /// What an equation gives, by its id where it is on the page.
    Computed {
        name: Vec<Inline>,
        unit: Vec<Inline>,
        by: Option<String>,
    },
    /// A number that stands in the code.
    Fixed {
        name: Vec<Inline>,
        unit: Vec<Inline>,
        value: Vec<Inline>,
        tag: PresetTag,
        source: Vec<Inline>,
    },
}

impl Equation {
    /// LaTeX that can be pasted into one displayed equation.
    pub fn latex(&self) -> String {
        match self.formulas.as_slice() {
            [one] => one.latex.clone(),
            several => {
                let lines: Vec<_> = several.iter().map(|line| line.latex.as_str()).collect();
                format!(
                    "\\begin{{gathered}}\n{}\n\\end{{gathered}}",
                    lines.join(" \\\\\n")
                )
            }
        }
    }
}

impl Equations {
    /// The symbol with this id.
    pub fn symbol(&self, id: &str) -> Option<&Symbol> {
        self.symbols.iter().find(|symbol| symbol.id == id)
    }

    /// Every equation in reading order.
    pub fn all(&self) -> impl Iterator<Item = &Equation> {
        self.groups.iter().flat_map(|group| &group.equations)
    }

    /// `2.3` for the third equation of the second group.
    pub fn number_of(&self, id: &str) -> Option<String> {
        self.groups.iter().find_map(|group| {
            let at = group.equations.iter().position(|one| one.id == id)?;
            Some(format!("{}.{}", group.number, at + 1))
        })
    }
}
