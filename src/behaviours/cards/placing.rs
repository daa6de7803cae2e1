//! Where a card stands: under its word, or above it, always within the view and never on the word.
//! Here because it is plain geometry.
//! Must not know: elements, styles.

/// Between the word and its card, and between a scrolled word and a sheet.
pub const GAP_PX: f64 = 6.0;
/// Between the card and the edge of the view.
const EDGE_PX: f64 = 8.0;

/// The view, in pixels.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    pub width: f64,
    pub height: f64,
}

/// The card's corner in the view and how high it may be, in pixels.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub left: f64,
    pub top: f64,
    pub max_height: f64,
}

/// The place of a card of this width and height at a word with this left, top and bottom.
pub fn place(word: (f64, f64, f64), card: (f64, f64), room: Room) -> Place {
    let (word_left, word_top, word_bottom) = word;
    let (width, height) = card;
    let below = room.height - word_bottom - GAP_PX - EDGE_PX;
    let above = word_top - GAP_PX - EDGE_PX;
    let stands_below = height <= below || below >= above;
    let max_height = if stands_below { below } else { above }.min(room.height - 2.0 * EDGE_PX);
    let shown = height.min(max_height);
    let top = if stands_below {
        word_bottom + GAP_PX
    } else {
        word_top - GAP_PX - shown
    };
    let right_most = room.width - width - EDGE_PX;
    Place {
        left: word_left.min(right_most).max(EDGE_PX),
        // A word scrolled out of view leaves its card at the edge.
        top: top.min(room.height - shown - EDGE_PX).max(EDGE_PX),
        max_height,
    }
}
