//! The trends that must appear, each with the tests that hold it, and what merely follows from a formula put in.
//! Here because a trend is evidence only where nobody wrote it into the equations.
//! Must not know: how a trend is computed.

use leptos::prelude::*;

/// Where a trend comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It comes out of equations that do not name it.
    Emerges,
    /// It follows from a formula that was put in, which is an assumption.
    PutIn,
    /// The model has nothing that could show it.
    Absent,
}

/// A test by its file, below the root of the repository, and its name.
pub type Test = (&'static str, &'static str);

/// One trend.
#[derive(Debug)]
pub struct Behaviour {
    pub kind: Kind,
    pub says: &'static str,
    /// What bounds it, or why it is not evidence.
    pub but: &'static str,
    pub tests: &'static [Test],
}

const CELL: &str = "crates/electrodeposition/tests/cell_behaviour.rs";
const CASES: &str = "crates/electrodeposition/tests/validation.rs";
const FIELD: &str = "crates/electrodeposition/tests/deposit_field.rs";
const FILM: &str = "crates/electrodeposition/tests/deposit_film.rs";
const GRAINS: &str = "crates/electrodeposition/tests/deposit_grains.rs";
const SALT: &str = "crates/electrodeposition/tests/deposit_salt.rs";
const SHAPE: &str = "crates/electrodeposition/tests/deposit_shape.rs";
const CHANCE: &str = "crates/electrodeposition/tests/deposit_chance.rs";

pub static BEHAVIOURS: &[Behaviour] = &[
    Behaviour {
        kind: Kind::Emerges,
        says: "At a higher current density a cell is short-circuited sooner, in time and in charge.",
        but: "The spread of the current over the surface is one calibrated number.",
        tests: &[(CELL, "high_current_shorts_sooner_in_time_and_in_charge")],
    },
    Behaviour {
        kind: Kind::Emerges,
        says: "The closer the current comes to the limiting one, the rougher the deposit, and just below it there are still no dendrites.",
        but: "",
        tests: &[(SALT, "a_galvanostat_below_the_limit_grows_no_dendrites")],
    },
    Behaviour {
        kind: Kind::Emerges,
        says: "A surface that is starved of salt grows fingers.",
        but: "Starving is imposed: the run holds a potential, not a current.",
        tests: &[(SALT, "a_starved_surface_grows_fingers_and_says_what_it_is")],
    },
    Behaviour {
        kind: Kind::Emerges,
        says: "Slower kinetics, a lower exchange current density, smooth the front.",
        but: "Held through the growth of small waves, in which the charge-transfer resistance stands beside the wavelength; no test varies the exchange current density alone.",
        tests: &[
            (FIELD, "small_waves_grow_at_the_theoretical_rate"),
            (CASES, "every_case_is_within_its_tolerance"),
        ],
    },
    Behaviour {
        kind: Kind::Emerges,
        says: "Sand’s time grows as (1 − t₊)⁻².",
        but: "A row of the table above.",
        tests: &[(CASES, "every_case_is_within_its_tolerance")],
    },
    Behaviour {
        kind: Kind::Emerges,
        says: "The current through a pinhole follows resistances in parallel.",
        but: "Where the electrolyte’s own resistance hardly counts.",
        tests: &[(FIELD, "pinhole_hot_spot_follows_the_parallel_resistances")],
    },
    Behaviour {
        kind: Kind::Emerges,
        says: "Through pinholes of a film grow mushrooms, with necks and caps, which may merge.",
        but: "Trenches rather than holes: the picture has two dimensions.",
        tests: &[
            (SHAPE, "a_mushroom_overhangs_its_hole"),
            (SHAPE, "two_mushrooms_merge"),
            (FILM, "pinholes_of_a_rigid_film_grow_caps"),
        ],
    },
    Behaviour {
        kind: Kind::Emerges,
        says: "A film that follows the metal calms a rough front, a rigid one with a flat top roughens it.",
        but: "",
        tests: &[(FILM, "rigid_and_conformal_films_have_opposite_signs")],
    },
    Behaviour {
        kind: Kind::Emerges,
        says: "Metal breaks out of a rigid film over a rough foil, and not of one that follows it.",
        but: "",
        tests: &[(
            FILM,
            "a_rough_rigid_film_breaks_out_and_a_conformal_one_does_not",
        )],
    },
    Behaviour {
        kind: Kind::Emerges,
        says: "Roughness grows with the spread of the grains’ orientation, and neither tilt nor anisotropy alone makes it.",
        but: "How fast a face plates is an assumed law; nobody measured one for zinc.",
        tests: &[
            (GRAINS, "roughness_grows_with_the_spread_of_orientation"),
            (GRAINS, "neither_tilt_nor_anisotropy_alone_roughens"),
        ],
    },
    Behaviour {
        kind: Kind::Emerges,
        says: "Polarisation creeps up while basic zinc sulfate forms, and stays where none does.",
        but: "How the by-product conducts and covers is assumed.",
        tests: &[(
            CELL,
            "polarisation_creeps_up_with_the_by_product_and_not_without",
        )],
    },
    Behaviour {
        kind: Kind::PutIn,
        says: "A coating polarises by current density times thickness over conductivity.",
        but: "Ohm’s law for the film is put in.",
        tests: &[(
            CELL,
            "a_coating_polarises_by_current_times_thickness_over_conductivity",
        )],
    },
    Behaviour {
        kind: Kind::PutIn,
        says: "A hydrophobic film makes less hydrogen at equal overpotential.",
        but: "The power of the water activity is put in. What comes out is that slower desolvation raises the overpotential and gives part of the gain back.",
        tests: &[(
            CELL,
            "a_hydrophobic_film_makes_less_hydrogen_and_slow_desolvation_gives_part_back",
        )],
    },
    Behaviour {
        kind: Kind::PutIn,
        says: "Repair bounds the defects of a film.",
        but: "The balance of cracking and healing is put in. What comes out is that fewer holes draw more current each.",
        tests: &[
            (CHANCE, "repair_bounds_defects"),
            (
                CELL,
                "repair_bounds_defects_though_the_few_draw_more_current_each",
            ),
        ],
    },
    Behaviour {
        kind: Kind::PutIn,
        says: "Zinc plates on top of a film that conducts electrons.",
        but: "The rule that decides where the metal begins is put in.",
        tests: &[(FILM, "zinc_plates_on_top_of_a_film_that_conducts_electrons")],
    },
    Behaviour {
        kind: Kind::Emerges,
        says: "Conduction across a thick film calms the front, conduction along it roughens it.",
        but: "Reported for diffusion in a layer that the metal pushes aside; what is shown here is conduction in a film with a thickness of its own.",
        tests: &[(
            FILM,
            "under_a_thick_film_across_up_calms_and_along_up_roughens",
        )],
    },
    Behaviour {
        kind: Kind::Absent,
        says: "A film of high permittivity evens out the deposit.",
        but: "Argued for some films. A direct current does not see permittivity; only the time of a first transient can be computed, some nanoseconds.",
        tests: &[],
    },
    Behaviour {
        kind: Kind::PutIn,
        says: "An affinity for zinc that is neither too weak nor too strong is best.",
        but: "More nuclei and a slower way of zinc along the surface are put in, with assumed constants; what comes out is only that the optimum reaches the cell’s life.",
        tests: &[(CELL, "an_assumed_optimum_of_affinity_reaches_the_life")],
    },
];

const GROUPS: [(Kind, &str, &str); 3] = [
    (
        Kind::Emerges,
        "Comes out",
        "No equation names these trends; they come out of the others. Each is held by a test that fails when it is gone.",
    ),
    (
        Kind::PutIn,
        "Is put in",
        "These follow from a formula that we put in. They show that the formula is there, and are an assumption, not a validation.",
    ),
    (
        Kind::Absent,
        "Cannot appear",
        "These are reported or argued for, and the model has nothing that could show them.",
    ),
];

/// The trends under their heading.
pub fn section() -> AnyView {
    let groups = GROUPS.map(|(kind, title, words)| {
        let trends = BEHAVIOURS.iter().filter(move |trend| trend.kind == kind);
        view! {
            <h3>{title}</h3>
            <p>{words}</p>
            <ul class="behaviours">{trends.map(item).collect_view()}</ul>
        }
    });
    view! {
        <section id="behaviour" tabindex="-1" aria-labelledby="behaviour-title">
            <h2 id="behaviour-title">"Behaviour that must appear"</h2>
            {groups}
        </section>
    }
    .into_any()
}

fn item(trend: &'static Behaviour) -> AnyView {
    let tag = (trend.kind == Kind::PutIn)
        .then(|| view! { <span class="tag assumed">"assumed"</span> " " });
    let but = (!trend.but.is_empty()).then(|| view! { " " <span class="but">{trend.but}</span> });
    let tests = (!trend.tests.is_empty()).then(|| {
        let names = trend.tests.iter().enumerate().map(|(index, (file, name))| {
            let file = file.rsplit('/').next().unwrap_or(file);
            view! { {(index > 0).then_some(", ")} <code>{*name}</code> {format!(" in {file}")} }
        });
        view! { <span class="about">"Held by " {names.collect_view()} "."</span> }
    });
    view! { <li>{tag} {trend.says} {but} {tests}</li> }.into_any()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::{fs, path::Path};

    use super::*;

    #[test]
    fn each_test_that_is_named_exists_and_only_what_cannot_appear_has_none() {
        for trend in BEHAVIOURS {
            assert_eq!(
                trend.tests.is_empty(),
                trend.kind == Kind::Absent,
                "{}",
                trend.says
            );
            for (file, name) in trend.tests {
                let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
                let code = fs::read_to_string(&path).unwrap();
                let is_there = code.contains(&format!("#[test]\nfn {name}("));
                assert!(is_there, "{file} has no test {name}");
            }
        }
    }

    #[test]
    fn each_kind_has_its_trends() {
        for (kind, _, _) in GROUPS {
            assert!(
                BEHAVIOURS.iter().any(|trend| trend.kind == kind),
                "{kind:?}"
            );
        }
    }
}
