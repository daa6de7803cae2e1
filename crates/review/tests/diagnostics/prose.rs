//! Facts that do not add up, and notation that is not the content's.
//! Here because a section promises what it states and how it is written.
//! Must not know: Table 1.

use crate::{TEXT, fixture::Fixture, hold};

#[test]
fn facts_that_do_not_add_up() {
    hold(&[
        (
            "fact out of range",
            TEXT,
            "facts = [1, 2]",
            "facts = [1, 2, 106]",
            &[
                "content/sections/1-functions.md:1: no sentence is marked as stating fact 106",
                "content/sections/1-functions.md:6: fact 106 is outside 1 to 105",
            ],
        ),
        (
            "fact claimed twice",
            "sections/2-rest.md",
            "facts = [3,",
            "facts = [2, 3,",
            &[
                "content/sections/2-rest.md:6: fact 2 is already claimed at content/sections/1-functions.md:6",
            ],
        ),
        (
            "fact claimed by none",
            "sections/2-rest.md",
            "104, 105]",
            "104]",
            &["content/sections/2-rest.md:6: fact 105 is claimed by no section"],
        ),
        (
            "fact not stated",
            TEXT,
            "[](fact:2)",
            "",
            &["content/sections/1-functions.md:1: no sentence is marked as stating fact 2"],
        ),
        (
            "fact stated twice",
            TEXT,
            "One item",
            "One item[](fact:2)",
            &["content/sections/1-functions.md:25: fact 2 is marked twice"],
        ),
        (
            "fact of another section",
            TEXT,
            "One item",
            "One item[](fact:3)",
            &[
                "content/sections/1-functions.md:25: fact 3 is marked here but not listed in the front matter",
                "content/sections/1-functions.md:25: facts.toml has no fact 3",
            ],
        ),
        (
            "fact of an unwritten section",
            "sections/2-rest.md",
            "To come.",
            "To come.[](fact:3)",
            &[
                "content/sections/2-rest.md:11: fact 3 is marked in a section that is not yet written",
                "content/sections/2-rest.md:11: facts.toml has no fact 3",
            ],
        ),
    ]);
}

#[test]
fn notation_that_is_not_ours() {
    hold(&[
        (
            "second title",
            TEXT,
            "## First",
            "# First",
            &[
                "content/sections/1-functions.md:16: headings begin with ##, because the section's title is the first",
            ],
        ),
        (
            "raw html",
            TEXT,
            "One item",
            "One <b>item",
            &[
                "content/sections/1-functions.md:25: raw HTML (<b>) is not part of the content's notation",
            ],
        ),
        (
            "html block",
            TEXT,
            "- One item",
            "<div>\n\n- One item",
            &["content/sections/1-functions.md:25: raw HTML is not part of the content's notation"],
        ),
        (
            "code block",
            TEXT,
            "- One item",
            "```\na\n```\n\n- One item",
            &[
                "content/sections/1-functions.md:25: only paragraphs, headings, lists, tables and quotations can stand here",
            ],
        ),
        (
            "equation without an id",
            TEXT,
            " {#eq-1}",
            "",
            &[
                "content/sections/1-functions.md:11: the equation \"eq-1\" is not shown in the text",
                "content/sections/1-functions.md:21: an equation is followed by its id: $$ ... $$ {#eq-1}",
            ],
        ),
        (
            "equation with an unknown id",
            TEXT,
            "{#eq-1}",
            "{#eq-2}",
            &[
                "content/sections/1-functions.md:11: the equation \"eq-1\" is not shown in the text",
                "content/sections/1-functions.md:21: unknown equation \"eq-2\": the front matter has no [[equation]] \
                 with this id (did you mean \"eq-1\"?)",
            ],
        ),
    ]);
}

/// A formula that cannot be set is reported where it stands; the rest of the message is the LaTeX reader's.
#[test]
fn formula_that_cannot_be_set() {
    let faults = Fixture::sound()
        .spoil(TEXT, "a_1", "\\nosuchsign")
        .parse("bad formula")
        .unwrap_err();
    let first = faults.iter().find(|fault| fault.line == 21).unwrap();
    assert!(
        first
            .message
            .starts_with("this formula is not LaTeX that can be set"),
        "{first}"
    );
}
