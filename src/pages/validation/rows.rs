//! The rows of one subject as a table.
//! Here because what a row says, in words and for the browser that repeats it, must be the same for all subjects.
//! Must not know: which rows there are.

use electrodeposition::validation::Subject;
use leptos::prelude::*;

use crate::{
    services::validation::{Line, QUICK_S, Row, Run, ToleranceIs, anchor},
    widgets::checks::{
        number::{DIGITS, DIGITS_OF_ERROR, number, quantity},
        state::{BITS, LONG_S, NAME, NUMBER, SAMENESS, UNIT, VERDICT},
    },
};

/// The heading of a subject.
pub fn title(subject: Subject) -> &'static str {
    match subject {
        Subject::Kinetics => "Kinetics",
        Subject::Transport => "Transport",
        Subject::Cell => "Cell",
        Subject::Electrolyte => "Electrolyte",
        Subject::Surface => "Surface",
        Subject::Cycling => "Cycling",
        Subject::Convergence => "Convergence of the cell",
        Subject::Pinholes => "Pinholes",
        Subject::Stability => "Stability of the front",
        Subject::Layers => "Layers and mixtures",
        Subject::Solver => "Field solver",
        Subject::Shape => "Shape",
        Subject::Charge => "Charge",
        Subject::Benchmarks => "Other people’s benchmarks",
    }
}

/// What a subject's rows show, and what they do not.
fn words(subject: Subject) -> &'static str {
    match subject {
        Subject::Kinetics => {
            "Rates at a single electrode and resistances in series, against their formulas."
        }
        Subject::Transport => "Diffusion of salt, against the solution for a half space.",
        Subject::Cell => {
            "The one-dimensional cell: depletion, limiting current, voltage, inventory and efficiency."
        }
        Subject::Electrolyte => {
            "A solution that diffuses and conducts otherwise where it is thinner, against its exact steady state."
        }
        Subject::Surface => {
            "Hydrogen, pH, by-product and corrosion at the zinc surface, and the waves that it lets grow."
        }
        Subject::Cycling => "What must be left of zinc, salt, water and charge after many cycles.",
        Subject::Convergence => {
            "The order with which the cell’s numbers settle on finer meshes and shorter steps. Three grids each; the last difference is not extrapolated."
        }
        Subject::Pinholes => {
            "Current through a hole in a film, against resistances in parallel, where the electrolyte hardly counts."
        }
        Subject::Stability => {
            "How fast a small wave of the front grows, against linear theory. It holds for small waves alone; nothing here checks a dendrite."
        }
        Subject::Layers => "Conduction through layers, squares and discs of two materials.",
        Subject::Solver => "Order of accuracy, and iterations that must not grow with the grid.",
        Subject::Shape => "A front that moves as it should where nothing but geometry counts.",
        Subject::Charge => {
            "Faraday’s law on a rough foil: the volume that is plated, the volume if it were not held, and the current through the front."
        }
        Subject::Benchmarks => {
            "Problems of the phase-field community (PFHub), solved by others before us. None of them runs the simulator’s sharp front: 6a runs its multigrid, the others a five-point stencil of their own. Problem 3a, a dendrite, does not converge on grids like these: how long its first branches take depends on how the grid cuts the seed. Its first row therefore says only that the tip lies among the uploads of others, which differ widely themselves, and its second only that two of our grids agree on a speed. The disc that shrinks by its curvature is no benchmark of PFHub: it has a closed form, and is computed in single precision."
        }
    }
}

const COLUMNS: [(&str, &str); 6] = [
    ("Row, its reference and what it exercises", ""),
    ("Computed", "number"),
    ("Reference", "number"),
    ("Error, and what is allowed", "number"),
    ("Result", ""),
    ("In your browser", "here"),
];

/// The table under its heading.
pub fn section(subject: Subject, lines: &[Line]) -> AnyView {
    let word = subject.word();
    let label = format!("{word}-title");
    let heads = COLUMNS.map(|(head, class)| {
        view! { <th scope="col" role="columnheader" class=class>{head}</th> }
    });
    let rows = lines
        .iter()
        .enumerate()
        .map(|(index, line)| row(anchor(subject, index), line));
    view! {
        <section id=word tabindex="-1" aria-labelledby=label.clone()>
            <h2 id=label.clone()>{title(subject)}</h2>
            <p>{words(subject)}</p>
            <table class="check-table" role="table" aria-labelledby=label.clone()>
                <thead role="rowgroup">
                    <tr role="row">{heads}</tr>
                </thead>
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn row(id: String, line: &Line) -> AnyView {
    match line {
        Line::Kept(run, row) => kept(id, run, row),
        Line::NotRun {
            name,
            reference_is,
            exercises,
        } => view! {
            <tr id=id role="row" class="not-run">
                {head(name, reference_is, exercises, None)}
                {cell("Computed", "number", "–".into_any())}
                {cell("Reference", "number", "–".into_any())}
                {cell("Error", "number", "–".into_any())}
                {cell("Result", "came-out", "not run".into_any())}
                <td class="here" role="cell"></td>
            </tr>
        }
        .into_any(),
    }
}

fn kept(id: String, run: &Run<Row>, row: &Row) -> AnyView {
    let value = |value: Option<f64>| {
        value.map_or_else(
            || "no number".to_owned(),
            |value| quantity(value, &row.unit, DIGITS),
        )
    };
    let reference = match row.tolerance_is {
        ToleranceIs::AtMost => format!("at most {}", value(row.reference)),
        _ => value(row.reference),
    };
    let long = (row.took_s > QUICK_S).then(|| row.took_s.ceil() as u32);
    let took = long.map(|seconds| format!("Took {seconds} s on {}.", run.date));
    // Every bit, for the browser to compare with, and for whoever copies the page.
    let bits = row
        .computed
        .map(|computed| format!("{:016x}", computed.to_bits()));
    let whole = row.computed.map(|computed| computed.to_string());
    let tr = view! {
        <tr id=id role="row" class=if row.pass { "" } else { "outside" }>
            {head(&row.name, &row.reference_is, &row.exercises, took)}
            {cell("Computed", "number", view! { <data value=whole>{value(row.computed)}</data> }.into_any())}
            {cell("Reference", "number", reference.into_any())}
            {cell("Error", "number", error(row))}
            {cell("Result", "came-out", result(row))}
            <td class="here" role="cell" data-label="In your browser">
                <span class=format!("{NUMBER} number")></span>
                <span class=VERDICT></span>
                <span class=SAMENESS></span>
            </td>
        </tr>
    };
    tr.attr(NAME, row.name.clone())
        .attr(BITS, bits)
        .attr(UNIT, row.unit.clone())
        .attr(LONG_S, long.map(|seconds| seconds.to_string()))
        .into_any()
}

fn head(name: &str, reference_is: &str, exercises: &str, took: Option<String>) -> AnyView {
    view! {
        <th scope="row" role="rowheader">
            <span class="name">{name.to_owned()}</span>
            <span class="about">"Reference: " {reference_is.to_owned()}</span>
            <span class="about">"Exercises " {exercises.to_owned()}</span>
            {took.map(|took| view! { <span class="about">{took}</span> })}
        </th>
    }
    .into_any()
}

fn cell(label: &'static str, class: &'static str, content: AnyView) -> AnyView {
    view! { <td class=class role="cell" data-label=label>{content}</td> }.into_any()
}

fn error(row: &Row) -> AnyView {
    let Some(error) = row.error else {
        return "–".into_any();
    };
    let (error, allowed) = match row.tolerance_is {
        ToleranceIs::Relative => (
            number(error, DIGITS_OF_ERROR),
            format!(
                "≤ {} of the reference",
                number(row.tolerance, DIGITS_OF_ERROR)
            ),
        ),
        ToleranceIs::Absolute => (
            quantity(error, &row.unit, DIGITS_OF_ERROR),
            format!("≤ {}", quantity(row.tolerance, &row.unit, DIGITS_OF_ERROR)),
        ),
        ToleranceIs::AtMost if error > 0.0 => (
            format!("{} beyond", quantity(error, &row.unit, DIGITS_OF_ERROR)),
            "the reference is a bound".to_owned(),
        ),
        ToleranceIs::AtMost => ("–".to_owned(), "the reference is a bound".to_owned()),
    };
    view! {
        <span>{error}</span>
        " "
        <span class="about">{allowed}</span>
    }
    .into_any()
}

fn result(row: &Row) -> AnyView {
    match (&row.failure, row.pass) {
        (Some(failure), _) => {
            view! { <strong>"✗ no number"</strong> " " <span class="about">{failure.clone()}</span> }
                .into_any()
        }
        (None, true) => "✓ within".into_any(),
        (None, false) => view! { <strong>"✗ outside its tolerance"</strong> }.into_any(),
    }
}
