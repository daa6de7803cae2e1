//! What a card is about, and the name under which a link asks for it.
//! Here because links are written in one place and cards in another.
//! Must not know: what a card shows.

/// One card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Card {
    Cite(u16),
    Material(String),
    Term(String),
    Note(String),
    Figure(String),
    Equation(String),
    Fact(u16),
}

impl Card {
    /// As links name it in `data-card`, and the card itself in its id after `card-`.
    pub fn name(&self) -> String {
        match self {
            Card::Cite(number) => format!("cite-{number}"),
            Card::Material(id) => format!("material-{id}"),
            Card::Term(id) => format!("term-{id}"),
            Card::Note(id) => format!("note-{id}"),
            Card::Figure(id) => format!("figure-{id}"),
            Card::Equation(id) => format!("equation-{id}"),
            Card::Fact(number) => format!("fact-{number}"),
        }
    }
}
