//! Equations that cannot be set, letters without a unit or a source, and names that do not exist.
//! Here because a formula is believed before it is read.
//! Must not know: the simulator.

use crate::{Fixture, hold};

const SYMBOLS: &str = "equations/symbols.toml";
const GROUP: &str = "equations/1-growth.toml";

#[test]
fn formulas_can_be_set_and_are_held_by_something() {
    hold(&[
        (
            "formula that is not LaTeX",
            GROUP,
            r"\frac{h}{t}",
            r"\frac{h}{t",
            &[
                "content/equations/1-growth.toml:9: this formula is not LaTeX that can be set: parsing error: unbalanced group found, expected it to be closed with `}`",
            ],
        ),
        (
            "no test and no row",
            GROUP,
            "tests = [\"tests/film.rs::it_grows\"]",
            "tests = []",
            &[
                "content/equations/1-growth.toml:6: nothing holds the equation \"speed\": name a test or a validation row",
            ],
        ),
        (
            "no source",
            GROUP,
            "source = \"Definition.\"\n",
            "",
            &["content/equations/1-growth.toml:6: equation without \"source\""],
        ),
    ]);
}

#[test]
fn letters_have_a_unit_and_a_source() {
    hold(&[
        (
            "no unit",
            SYMBOLS,
            "unit = \"m s^-1^\"\n",
            "",
            &["content/equations/symbols.toml:1: symbol without \"unit\""],
        ),
        (
            "unknown tag",
            SYMBOLS,
            "tag = \"literature\"",
            "tag = \"lit\"",
            &[
                "content/equations/symbols.toml:14: unknown tag \"lit\" (did you mean \"literature\"?)",
            ],
        ),
        (
            "number without a source",
            SYMBOLS,
            "source = \"A handbook.\"\n",
            "",
            &["content/equations/symbols.toml:9: symbol without \"source\""],
        ),
        (
            "letter that cannot be set",
            SYMBOLS,
            "latex = 'h'",
            "latex = 'h}'",
            &[
                "content/equations/symbols.toml:11: this formula is not LaTeX that can be set: parsing error: unbalanced group found, unexpected group closing found",
            ],
        ),
        (
            "unit beside a parameter",
            SYMBOLS,
            "parameter = \"run.time_s\"",
            "parameter = \"run.time_s\"\nunit = \"s\"",
            &["content/equations/symbols.toml:22: symbol has no field \"unit\""],
        ),
    ]);
}

#[test]
fn names_in_equations_exist() {
    hold(&[
        (
            "unknown symbol",
            GROUP,
            "[\"v\", \"h\", \"t\"]",
            "[\"v\", \"h\", \"t\", \"vv\"]",
            &["content/equations/1-growth.toml:11: unknown symbol \"vv\" (did you mean \"v\"?)"],
        ),
        (
            "symbol named twice",
            GROUP,
            "[\"v\", \"h\", \"t\"]",
            "[\"v\", \"h\", \"t\", \"h\"]",
            &["content/equations/1-growth.toml:11: the symbol \"h\" is named twice"],
        ),
        (
            "symbol that nothing uses",
            GROUP,
            "[\"v\", \"h\", \"t\"]",
            "[\"v\", \"h\"]",
            &["content/equations/symbols.toml:18: no equation uses the symbol \"t\""],
        ),
        (
            "symbol given by no equation",
            SYMBOLS,
            "by = \"speed\"",
            "by = \"spead\"",
            &[
                "content/equations/symbols.toml:7: unknown equation of the simulator \"spead\" (did you mean \"speed\"?)",
            ],
        ),
    ]);
}

/// What somebody else knows of the simulator is said at the line of the symbol.
#[test]
fn a_parameter_that_the_simulator_does_not_have_has_file_and_line() {
    let content = Fixture::sound().write("unknown parameter");
    let known = ["run.time_min", "film.thickness_m"];
    let faults = review::parse_with(&content, &|_| Vec::new(), Some(&known)).expect_err("refused");
    let shown: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            "content/equations/symbols.toml:21: the simulator has no parameter \"run.time_s\" (did you mean \"run.time_min\"?)"
        ]
    );
    let known = ["run.time_s"];
    let content = review::parse_with(&content, &|_| Vec::new(), Some(&known)).expect("sound");
    assert_eq!(content.equations.number_of("speed").as_deref(), Some("1.1"));
}
