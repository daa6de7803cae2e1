//! The presets as addresses and as runs: what each means, and what it does in the models that the simulator shows.
//! Here because a number that changes nothing, or a sentence about a run that the run does not bear out, misleads.
//! Must not know: how presets are written, chosen or shown.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use companion::{
    presets,
    settings::{SETTINGS, Settings},
};
use electrodeposition::{case::Case, limits::Separator, parameters::parameter};
use simulation_worker::{Growth, Model, Observation, Picture};

/// What the simulator shows of a case after so many steps, or at its end.
fn after(case: &Case, n_steps: u32) -> Observation {
    let mut run = Growth::start(case).expect("a valid case");
    while !run.is_finished() && run.observe().n_steps < n_steps {
        run.step().expect("a step");
    }
    run.observe()
}

fn case(id: &str) -> Case {
    presets::preset(id).expect(id).case.clone()
}

/// The case with one number put elsewhere.
fn with(mut case: Case, path: &str, value: f64) -> Case {
    case.set(path, value).expect(path);
    case
}

const WHOLE: u32 = 1_000_000;

#[test]
fn every_number_of_every_preset_acts_on_what_is_shown() {
    const N_STEPS: u32 = 12;
    let mut n_numbers = 0;
    for preset in presets::all() {
        let shown = after(&preset.case, N_STEPS);
        for value in preset.values {
            let row = parameter(&value.path).unwrap();
            // Elsewhere in the range, whole where it has to be, and still a case.
            let other = match (row.integer, value.value) {
                (true, n) => n + 1.0,
                (false, 0.0) => row.max.min(0.25),
                (false, x) => x * 0.75,
            };
            let other = with(preset.case.clone(), &value.path, other);
            let differs = after(&other, N_STEPS) != shown;
            assert!(differs, "{}: {} changes nothing", preset.id, value.path);
            n_numbers += 1;
        }
    }
    println!("{n_numbers} numbers of {} presets", presets::all().len());
    assert!(n_numbers > 30, "{n_numbers}");
}

#[test]
fn every_preset_runs_to_its_charge() {
    for preset in presets::all() {
        let end = after(&preset.case, WHOLE);
        println!(
            "{}: {:.1} mV cell, {:.1} mV deposit, {:.3} % hydrogen, {:.3} mol/L, tip {:.2} mean {:.2} Rq {:.3} µm, i/i_lim {:.3}, {} steps",
            preset.id,
            end.cell_voltage_v * 1e3,
            end.voltage_v * 1e3,
            100.0 * end.hydrogen_current_density_a_m2 / end.current_density_a_m2,
            end.surface_concentration_mol_m3 * 1e-3,
            end.tip_height_m * 1e6,
            end.mean_height_m * 1e6,
            end.roughness_m * 1e6,
            end.current_over_limit,
            end.n_steps,
        );
        let reached = end.charge_c_m2 / end.target_charge_c_m2;
        assert!((reached - 1.0).abs() < 1e-9, "{}: {reached}", preset.id);
    }
}

/// The preset's case on bare zinc.
fn bare(id: &str) -> Case {
    let mut case = case(id);
    case.coating = Case::default().coating;
    case.hydrogen = Case::default().hydrogen;
    case
}

fn hydrogen_share(seen: &Observation) -> f64 {
    seen.hydrogen_current_density_a_m2 / seen.current_density_a_m2
}

#[test]
fn a_higher_current_costs_voltage_and_leaves_the_picture() {
    let charge = "operation.areal_charge_c_m2";
    let low = after(&with(case("bare-low-current"), charge, 1.8e5), WHOLE);
    let high = after(&with(case("bare-high-current"), charge, 1.8e5), WHOLE);
    let (volt, tip_m) = (
        high.cell_voltage_v / low.cell_voltage_v,
        high.tip_height_m - low.tip_height_m,
    );
    println!("{volt:.1} times the voltage, tip {tip_m:.1e} m higher");
    assert!(volt > 10.0 && tip_m.abs() < 1e-9);
}

#[test]
fn a_thin_conductive_film_is_as_good_as_none_and_a_thick_resistive_one_costs_voltage_alone() {
    let thin = after(&case("thin-conductive-film"), WHOLE);
    let none = after(&bare("thin-conductive-film"), WHOLE);
    let (volt, shape) = (
        thin.cell_voltage_v - none.cell_voltage_v,
        thin.roughness_m - none.roughness_m,
    );
    println!("thin: {:.1e} V, {shape:.1e} m", volt);
    assert!(volt.abs() < 1e-5 && shape.abs() < 1e-9);
    let thick = after(&case("thick-resistive-film"), WHOLE);
    let none = after(&bare("thick-resistive-film"), WHOLE);
    let film_v = 40.0 * 2e-5 / 5e-3;
    println!(
        "thick: {} against {} V, Rq {} against {}",
        thick.voltage_v, none.voltage_v, thick.roughness_m, none.roughness_m
    );
    assert!(film_v > 2.0 * none.voltage_v);
    // Nuclei make the front longer than the foil, so the film takes a little less than i d/σ.
    let taken_v = thick.voltage_v - none.voltage_v;
    assert!((0.95 * film_v..film_v).contains(&taken_v), "{taken_v}");
    assert!((thick.roughness_m - none.roughness_m).abs() < 1e-9);
}

#[test]
fn a_high_transference_number_lowers_the_cells_voltage_and_leaves_the_picture() {
    let high = after(&case("high-transference-film"), WHOLE);
    let low = with(
        case("high-transference-film"),
        "coating.transference_number",
        0.4,
    );
    let low = after(&low, WHOLE);
    println!("{} against {} V", high.cell_voltage_v, low.cell_voltage_v);
    assert!(high.cell_voltage_v < low.cell_voltage_v);
    assert!((high.roughness_m - low.roughness_m).abs() < 1e-12);
}

#[test]
fn a_hydrophobic_film_makes_less_hydrogen_and_costs_voltage() {
    let film = after(&case("hydrophobic-film"), WHOLE);
    let none = after(&bare("hydrophobic-film"), WHOLE);
    println!(
        "{:.3} against {:.3} %, {} against {} V",
        100.0 * hydrogen_share(&film),
        100.0 * hydrogen_share(&none),
        film.cell_voltage_v,
        none.cell_voltage_v
    );
    assert!(hydrogen_share(&film) < 0.4 * hydrogen_share(&none));
    assert!(film.cell_voltage_v > none.cell_voltage_v);
}

#[test]
fn a_film_with_holes_is_rougher_than_bare_zinc_and_than_the_same_film_without() {
    let holes = after(&case("film-with-pinholes"), WHOLE);
    let whole = with(case("film-with-pinholes"), "coating.pinholes", 0.0);
    for other in [whole, bare("film-with-pinholes")] {
        let other = after(&other, WHOLE);
        println!("Rq {} against {}", holes.roughness_m, other.roughness_m);
        assert!(holes.roughness_m > 1.2 * other.roughness_m);
    }
}

/// Share of the drawn surface where a film has gone.
fn open_share(case: &Case) -> f64 {
    let mut run = Growth::start(case).expect("a valid case");
    while !run.is_finished() {
        run.step().expect("a step");
    }
    let picture = run.picture();
    // Cells on the surface: neither all metal nor none of it.
    let surface = picture.metal.iter().zip(&picture.mask);
    let surface = surface.filter(|(metal, _)| (1..255).contains(*metal));
    let (mut n_open, mut n_all) = (0.0, 0.0);
    for (_, mask) in surface {
        n_all += 1.0;
        n_open += f64::from(u8::from(*mask == Picture::PINHOLE));
    }
    n_open / n_all
}

#[test]
fn the_same_film_roughens_where_it_is_rigid_and_keeps_smooth_where_it_follows() {
    let (rigid, follows) = (case("rigid-film"), case("conformal-film"));
    // Nothing but conformality tells the two apart.
    assert_eq!(
        with(rigid.clone(), "coating.conformality", 1.0),
        follows.clone()
    );
    let first = after(&follows, 0).roughness_m;
    let [rough, smooth, none] =
        [rigid, follows, bare("conformal-film")].map(|case| after(&case, WHOLE));
    println!(
        "Rq {first:.3e} at first; {:.3e} rigid, {:.3e} conformal, {:.3e} bare; {:.4} and {:.4} V",
        rough.roughness_m, smooth.roughness_m, none.roughness_m, rough.voltage_v, smooth.voltage_v
    );
    assert!(rough.roughness_m > 10.0 * smooth.roughness_m);
    assert!(smooth.roughness_m < none.roughness_m && smooth.roughness_m < first);
    assert!(rough.hot_spot_ratio > 1.1 && smooth.hot_spot_ratio < 1.01);
}

#[test]
fn repair_bounds_how_much_of_a_cracking_film_is_open() {
    let heals = case("self-repairing-film");
    let never = with(heals.clone(), "coating.healing_time_s", 0.0);
    let (few, many) = (open_share(&heals), open_share(&never));
    let (healed, lost) = (after(&heals, WHOLE), after(&never, WHOLE));
    println!(
        "open {few:.3} with repair, {many:.3} without; hot spot {:.2} and {:.2}; Rq {:.2e} and {:.2e}",
        healed.hot_spot_ratio, lost.hot_spot_ratio, healed.roughness_m, lost.roughness_m
    );
    assert!(few < 0.2 && many > 0.5);
    assert!(healed.hot_spot_ratio > 1.2 * lost.hot_spot_ratio);
}

#[test]
fn aligned_grains_are_smoother_than_grains_at_random() {
    let spread = "deposit.orientation_spread_rad";
    let (aligned, random) = (case("aligned-grains"), case("random-grains"));
    let tilt = random.get(spread).expect(spread);
    assert_eq!(with(aligned.clone(), spread, tilt), random);
    for seed in [1.0, 2.0, 3.0] {
        let rq = |case: &Case| after(&with(case.clone(), "run.seed", seed), WHOLE).roughness_m;
        let (smooth, rough) = (rq(&aligned), rq(&random));
        println!("seed {seed}: Rq {smooth:.3e} aligned, {rough:.3e} at random");
        assert!(rough > 20.0 * smooth);
    }
}

#[test]
fn near_the_limit_salt_falls_to_a_tenth_and_voltage_and_hydrogen_rise_for_minutes() {
    let case = case("near-limiting-current");
    let over = case.operation.current_density_a_m2 / Separator::of(&case).limiting_current_a_m2();
    assert!((over - 0.93).abs() < 0.005, "{over}");
    let at = |time_s: f64| {
        let charge = time_s * case.operation.current_density_a_m2;
        let case = with(case.clone(), "operation.areal_charge_c_m2", charge);
        after(&case, WHOLE)
    };
    let seen = [30.0, 150.0, 300.0, 450.0].map(at);
    for pair in seen.windows(2) {
        println!("{} to {} V", pair[0].cell_voltage_v, pair[1].cell_voltage_v);
        assert!(pair[1].cell_voltage_v > 1.05 * pair[0].cell_voltage_v);
        assert!(hydrogen_share(&pair[1]) > hydrogen_share(&pair[0]));
    }
    let salt = seen[3].surface_concentration_mol_m3 / case.electrolyte.concentration_mol_m3;
    assert!((0.09..0.12).contains(&salt), "{salt}");
}

#[test]
fn a_preset_is_its_own_case_to_the_bit_and_its_sliders_can_show_it() {
    assert!(presets::all().len() > 12);
    for preset in presets::all() {
        let address = format!("preset={}", preset.id);
        let (settings, refusals) = Settings::parse(&address);
        assert_eq!(refusals, [], "{address}");
        assert_eq!(settings.to_case().as_ref(), Ok(&preset.case), "{address}");
        for (index, (setting, value)) in SETTINGS.iter().zip(settings.values).enumerate() {
            assert_eq!(
                setting.check(value),
                Ok(value),
                "{address}, {}",
                setting.key
            );
            // A number has its preset's tag until a reader sets another.
            let mut values = preset.values.iter();
            let stated = values.find(|stated| stated.path == setting.path);
            assert_eq!(settings.tag_of(index), stated.map(|stated| stated.tag));
            let mut other = settings;
            other.values[index] = if value == setting.max {
                setting.min
            } else {
                setting.max
            };
            assert_eq!(other.tag_of(index), None, "{address}, {}", setting.key);
            assert!(
                other.encode().starts_with(&format!("{address}&")),
                "{address}"
            );
        }
    }
}

#[test]
fn other_keys_are_differences_from_the_preset_wherever_it_stands() {
    for address in [
        "j=1&preset=high-transference-film",
        "preset=high-transference-film&j=1",
    ] {
        let case = Settings::parse(address)
            .0
            .to_case()
            .expect("fits the fields");
        let film = &case.coating;
        assert_eq!(case.operation.current_density_a_m2, 10.0);
        assert_eq!(
            (film.transference_number, film.conductivity_s_m),
            (0.82, 0.393)
        );
    }
    let whole = Settings::parse("preset=film-with-pinholes&pinholes=0").0;
    assert_eq!(
        whole.to_case().expect("fits the fields").coating.pinholes,
        0
    );
}

#[test]
fn a_preset_without_its_film_is_bare_zinc() {
    let bare = Settings::parse("preset=hydrophobic-film&coating=bare").0;
    let case = bare.to_case().expect("fits the fields");
    assert!(!case.is_coated());
    assert_eq!(case.hydrogen.water_activity, 1.0);
    assert_eq!(case.operation.current_density_a_m2, 5.0);
    let kept = bare.preset.expect("known").values.iter();
    assert!(
        kept.filter(|value| bare.keeps(value))
            .all(|value| value.path.starts_with("operation."))
    );
}
