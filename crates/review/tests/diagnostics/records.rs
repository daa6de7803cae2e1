//! Cells and fields that are missing or cannot be read.
//! Here because the CSV and TOML files are where numbers and units come from.
//! Must not know: prose.

use crate::{TEXT, hold};

#[test]
fn table_cells_that_cannot_be() {
    hold(&[
        (
            "missing unit",
            "table1.csv",
            "lifespan (h)",
            "lifespan",
            &[
                "content/table1.csv:1: column \"lifespan\" states no unit (did you mean \"lifespan (h)\"?)",
            ],
        ),
        (
            "wrong unit",
            "table1.csv",
            "current_density (mA cm-2)",
            "current_density (A m-2)",
            &[
                "content/table1.csv:1: column \"current_density\" is to be in mA cm-2 \
               (did you mean \"current_density (mA cm-2)\"?)",
            ],
        ),
        (
            "malformed number",
            "table1.csv",
            "znse,0.5,",
            "znse,\"0,5\",",
            &[
                "content/table1.csv:4: \"0,5\" in column \"current_density\" is not a positive number \
               (did you mean \"0.5\"?)",
            ],
        ),
        (
            "number without a reading",
            "table1.csv",
            "1,1,2500",
            "1,1,long",
            &["content/table1.csv:2: \"long\" in column \"lifespan\" is not a positive number"],
        ),
        (
            "number that is not the printed one",
            "table1.csv",
            "1,1,2500",
            "1,1,2600",
            &[
                "content/table1.csv:2: the numbers of \"znf2-coating-1\" are not those of its cells as printed \
               (\"1, 1 2500\")",
            ],
        ),
        (
            "bound that is not printed",
            "table1.csv",
            "2500,false",
            "2500,true",
            &[
                "content/table1.csv:2: the numbers of \"znf2-coating-1\" are not those of its cells as printed \
               (\"1, 1 2500\")",
            ],
        ),
        (
            "unknown interphase type",
            "table1-materials.csv",
            "solid-electrolyte-interphase",
            "solid-electrolyte-interface",
            &[
                "content/table1-materials.csv:3: unknown interphase type \"solid-electrolyte-interface\" \
               (did you mean \"solid-electrolyte-interphase\"?)",
            ],
        ),
        (
            "row with a cell too few",
            "table1-materials.csv",
            "Thin,Conducting,2",
            "Thin,2",
            &[
                "content/materials.toml:12: unknown material \"znse\"",
                "content/table1-materials.csv:3: not a row of 6 cells",
                "content/table1.csv:4: unknown material \"znse\"",
            ],
        ),
    ]);
}

#[test]
fn fields_that_are_missing_or_wrong() {
    hold(&[
        (
            "missing front matter field",
            TEXT,
            "description = \"What layers do.\"\n",
            "",
            &["content/sections/1-functions.md:2: front matter without \"description\""],
        ),
        (
            "misspelt field",
            TEXT,
            "coverage = ",
            "converage = ",
            &[
                "content/sections/1-functions.md:2: front matter without \"coverage\"",
                "content/sections/1-functions.md:8: front matter has no field \"converage\" \
                 (did you mean \"coverage\"?)",
            ],
        ),
        (
            "reference without a role",
            "references.toml",
            "role = \"Second role\"\n",
            "",
            &["content/references.toml:6: reference without \"role\""],
        ),
        (
            "empty role",
            "references.toml",
            "\"Second role\"",
            "\" \"",
            &["content/references.toml:9: \"role\" is empty"],
        ),
        (
            "material described twice",
            "materials.toml",
            "id = \"znse\"",
            "id = \"znf2-coating\"",
            &[
                "content/materials.toml:12: material \"znf2-coating\" is described twice",
                "content/table1-materials.csv:3: materials.toml does not describe \"znse\"",
            ],
        ),
        (
            "unknown status",
            "references.toml",
            "\"verified\"",
            "\"verifed\"",
            &["content/references.toml:3: unknown status \"verifed\" (did you mean \"verified\"?)"],
        ),
        (
            "wrong kind of value",
            "article.toml",
            "year = 2021",
            "year = \"2021\"",
            &["content/article.toml:4: \"year\" is to be a whole number, not string"],
        ),
    ]);
}
