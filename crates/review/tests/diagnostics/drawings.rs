//! Figures that may not be drawn, facts whose sentence lost something, capitals that nothing explains.
//! Here because each of these would reach a reader as a broken page or a false statement.
//! Must not know: links and ids.

use crate::{TEXT, hold};

const FIGURE: &str = "figures/layer.toml";
const DRAWING: &str = "figures/layer.svg";

#[test]
fn drawings_hold_shapes_and_nothing_else() {
    hold(&[
        (
            "colour in a drawing",
            DRAWING,
            "class=\"f-film\"",
            "fill=\"#aabbcc\"",
            &[
                "content/figures/layer.svg:2: a drawing has no fill=\"#aabbcc\": shapes take their looks from classes",
            ],
        ),
        (
            "script in a drawing",
            DRAWING,
            "<g data",
            "<script/><g data",
            &["content/figures/layer.svg:2: a drawing holds no <script>"],
        ),
        (
            "drawing cut short",
            DRAWING,
            "</svg>",
            "",
            &[
                "content/figures/layer.svg:1: not well-formed: the root node was opened but never closed",
            ],
        ),
        (
            "part that words do not name",
            DRAWING,
            "data-part=\"film\"",
            "data-part=\"films\"",
            &[
                "content/figures/layer.svg:1: the part \"film\" is drawn 0 times instead of once",
                "content/figures/layer.svg:2: no [[part]] says what \"films\" is (did you mean \"film\"?)",
            ],
        ),
    ]);
}

#[test]
fn figures_are_shown_once_with_whole_tables() {
    hold(&[
        (
            "figure that is not shown",
            TEXT,
            "![](figure:layer)",
            "Nothing.",
            &[
                "content/figures/layer.toml:1: the figure \"layer\" is shown 0 times instead of once",
            ],
        ),
        (
            "figure that does not exist",
            TEXT,
            "![](figure:layer)",
            "![](figure:layer)\n\n![](figure:lair)",
            &[
                "content/sections/1-functions.md:30: unknown figure \"lair\" (did you mean \"layer\"?)",
            ],
        ),
        (
            "figure inside a sentence",
            TEXT,
            "![](figure:layer)",
            "![](figure:layer) shows it",
            &[
                "content/sections/1-functions.md:28: a figure stands in a paragraph of its own, with nothing between its \
                 brackets",
            ],
        ),
        (
            "row too short",
            FIGURE,
            "[[\"bare\", \"55\"]]",
            "[[\"bare\"]]",
            &["content/figures/layer.toml:16: 1 cells below 2 columns"],
        ),
    ]);
}

#[test]
fn sentences_keep_what_their_facts_say() {
    hold(&[
        (
            "number lost",
            TEXT,
            "2500 h",
            "250 h",
            &[
                "content/sections/1-functions.md:18: the sentence marked as fact 1 lacks \"2500\u{202f}h\"",
            ],
        ),
        (
            "reference lost",
            TEXT,
            "cite:1,2",
            "cite:2",
            &[
                "content/sections/1-functions.md:18: the paragraph that states fact 1 does not cite reference 1",
            ],
        ),
        (
            "a fact in a cell",
            TEXT,
            "55 h[](cite:1) |",
            "55 h[](cite:1)[](fact:3) |",
            &[
                "content/sections/1-functions.md:32: fact 3 is marked here but not listed in the front matter",
                "content/sections/1-functions.md:32: fact 3 is marked in a heading or a table, not in a sentence",
            ],
        ),
        (
            "capitals unexplained",
            TEXT,
            "with an SEI",
            "with an SEM",
            &["content/sections/1-functions.md:18: the glossary has no abbreviation \"SEM\""],
        ),
    ]);
}

#[test]
fn abbreviations_are_found_without_being_marked() {
    let review = crate::Fixture::sound().parse("abbreviations").unwrap();
    let first = review.sentences().remove(0);
    let found = first.text.iter().any(
        |inline| matches!(inline, review::Inline::Abbreviation { short, term } if short == "SEI" && term == "sei"),
    );
    assert!(found, "{:?}", first.text);
}
