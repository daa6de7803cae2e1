//! Presets whose numbers have no source, whose names do not exist, or which the simulator refuses.
//! Here because a number without a source would look as good as a printed one.
//! Must not know: the simulator.

use review::{Preset, PresetFault};

use crate::{Fixture, hold};

const PRESET: &str = "presets/thin-film.toml";

#[test]
fn numbers_say_where_they_come_from() {
    hold(&[
        (
            "assumed without a reason",
            PRESET,
            "reason = \"Nobody says.\"\n",
            "",
            &["content/presets/thin-film.toml:14: values without \"reason\""],
        ),
        (
            "printed without a section",
            PRESET,
            "section = \"functions\"\n",
            "",
            &[
                "content/presets/thin-film.toml:20: unknown section \"\"",
                "content/presets/thin-film.toml:20: values without \"section\"",
            ],
        ),
        (
            "printed without a reference",
            PRESET,
            "references = [1]",
            "references = []",
            &["content/presets/thin-film.toml:24: a printed number needs a reference"],
        ),
        (
            "number that the section does not give",
            PRESET,
            "\"3 nm\"",
            "\"4 nm\"",
            &[
                "content/presets/thin-film.toml:24: no paragraph of \"functions\" gives \"4\u{202f}nm\" and cites [1]",
            ],
        ),
        (
            "reference that the paragraph does not cite",
            "sections/1-functions.md",
            "nm.[](cite:1)",
            "nm.[](cite:2)",
            &[
                "content/presets/thin-film.toml:24: no paragraph of \"functions\" gives \"3\u{202f}nm\" and cites [1]",
            ],
        ),
        (
            "assumed and printed at once",
            PRESET,
            "tag = \"review\"",
            "tag = \"assumed\"\nreason = \"Why not.\"",
            &[
                "content/presets/thin-film.toml:25: values has no field \"printed\"",
                "content/presets/thin-film.toml:26: values has no field \"section\"",
                "content/presets/thin-film.toml:27: values has no field \"references\"",
            ],
        ),
        (
            "unknown tag",
            PRESET,
            "tag = \"assumed\"",
            "tag = \"asumed\"",
            &[
                "content/presets/thin-film.toml:17: unknown tag \"asumed\" (did you mean \"assumed\"?)",
            ],
        ),
    ]);
}

#[test]
fn names_in_presets_exist() {
    hold(&[
        (
            "pair of one",
            PRESET,
            "number = 1\n",
            "number = 1\npair = \"thin-film\"\n",
            &["content/presets/thin-film.toml:3: \"thin-film\" is not paired with this preset"],
        ),
        (
            "pair that does not exist",
            PRESET,
            "number = 1\n",
            "number = 1\npair = \"thick-film\"\n",
            &[
                "content/presets/thin-film.toml:3: unknown preset \"thick-film\" (did you mean \"thin-film\"?)",
            ],
        ),
        (
            "id that is not the file's name",
            PRESET,
            "id = \"thin-film\"",
            "id = \"film\"",
            &["content/presets/thin-film.toml:1: the id \"film\" is not the file's name"],
        ),
        (
            "path given twice",
            PRESET,
            "\"pore.width_m\"",
            "\"film.thickness_m\"",
            &["content/presets/thin-film.toml:21: \"film.thickness_m\" is given twice"],
        ),
        (
            "characteristic that is not printed",
            PRESET,
            "\"hard\"]",
            "\"hart\"]",
            &[
                "content/presets/thin-film.toml:7: Table 1 prints no characteristic \"hart\" (did you mean \"hard\"?)",
            ],
        ),
        (
            "function that is not printed",
            PRESET,
            "[\"Isolating\"]",
            "[\"Isolation\"]",
            &[
                "content/presets/thin-film.toml:8: Table 1 prints no function \"Isolation\" (did you mean \"Isolating\"?)",
            ],
        ),
        (
            "material that does not exist",
            PRESET,
            "\"kaolin\"",
            "\"kaoline\"",
            &[
                "content/presets/thin-film.toml:11: unknown material \"kaoline\" (did you mean \"kaolin\"?)",
            ],
        ),
    ]);
}

/// What somebody else knows of the simulator is said at the line of the value, among the other faults.
#[test]
fn what_the_simulator_refuses_has_file_and_line() {
    let content = Fixture::sound().write("refused by the simulator");
    let fault = |value, message: &str, known_paths: &[&'static str]| PresetFault {
        value,
        message: message.to_owned(),
        known_paths: known_paths.to_vec(),
    };
    let check_preset = |preset: &Preset| {
        assert_eq!(preset.id, "thin-film");
        vec![
            fault(Some(1), "too long", &[]),
            fault(
                Some(0),
                "no such path",
                &["film.thickness_um", "cell.volume"],
            ),
            fault(None, "does not fit together", &[]),
        ]
    };
    let faults = review::parse_with(&content, &check_preset, None).expect_err("refused");
    let shown: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            "content/presets/thin-film.toml:1: does not fit together",
            "content/presets/thin-film.toml:15: no such path (did you mean \"film.thickness_um\"?)",
            "content/presets/thin-film.toml:22: too long",
        ]
    );
}
