//! How the simulator is checked: every row, every measurement, every trend, and what none of it can show.
//! Here because a referee asks for this before believing a picture.
//! Must not know: how a row is computed; numbers come from the kept runs alone.

mod behaviour;
mod measured;
mod rows;

use electrodeposition::validation::subjects;
use leptos::prelude::*;

use super::simulate::Limits;
use crate::{
    components::cards::Cards,
    services::validation::{Kept, Line, QUICK_S, Row, Run, kept, lines},
    widgets::{
        checks::{
            number::{DIGITS_OF_ERROR, number},
            state::TABLE_ID,
        },
        place::{Widget, place},
    },
};

#[component]
pub fn Validation() -> impl IntoView {
    let content = match kept() {
        Ok(kept) => checked(kept),
        // The build has refused such a file; a page must not be silent all the same.
        Err(faults) => {
            let faults = faults
                .into_iter()
                .map(|fault| view! { <li>{fault.to_string()}</li> });
            view! { <ul class="failure">{faults.collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <div class="wide validation">
            <h1>"How the simulator is checked"</h1>
            {content}
        </div>
    }
    .into_any()
}

fn checked(kept: &'static Kept) -> AnyView {
    let mut cards = Cards::default();
    let measured = measured::section(&kept.unfitted, &mut cards);
    let contents = subjects().map(|(subject, _)| {
        let to = format!("#{}", subject.word());
        view! { <li><a href=to>{rows::title(subject)}</a></li> }
    });
    let tables = subjects().map(|(subject, _)| rows::section(subject, &lines(kept, subject)));
    view! {
        {opening(kept)}
        <nav aria-label="On this page">
            <ul class="validation-contents">
                {contents.collect_view()} <li><a href="#measured">"Against measurement"</a></li>
                <li><a href="#behaviour">"Behaviour"</a></li>
                <li><a href="#limits">"Limits"</a></li>
            </ul>
        </nav>
        {in_your_browser(kept)}
        <div id=TABLE_ID class="checked-rows">{tables.collect_view()}</div>
        {measured}
        {behaviour::section()}
        <Limits />
        {cards.view()}
    }
    .into_any()
}

/// How many rows there are, how they came out, and when, from what and where they were computed.
fn opening(kept: &Kept) -> AnyView {
    let all: Vec<Line> = subjects()
        .flat_map(|(subject, _)| lines(kept, subject))
        .collect();
    let passed = |line: &&Line| matches!(line, Line::Kept(_, row) if row.pass);
    let outside = |line: &&Line| matches!(line, Line::Kept(_, row) if !row.pass);
    let n_passed = all.iter().filter(passed).count();
    let n_outside = all.iter().filter(outside).count();
    let n_not_run = all.len() - n_passed - n_outside;
    view! {
        <p class="lead">
            "The models beside closed forms, beside benchmark problems that others computed, and beside themselves on finer grids; then beside laboratories, with nothing fitted."
        </p>
        <p class="verdict">
            {format!("Of {} rows, {n_passed} lie within their tolerance, ", all.len())}
            {match n_outside {
                0 => "none outside it".to_owned(),
                n => format!("{n} outside it"),
            }}
            {match n_not_run {
                0 => ".".to_owned(),
                n => format!(", and {n} have not been run."),
            }}
            " A tolerance stands in the code beside its row and says how well the method should do, not how well it did."
        </p>
        <p class="role">{stamp(&kept.quick)} " " {slow_stamps(kept)}</p>
        <p class="role">
            "The numbers on this page are read from a file that a program wrote and the source code keeps, "
            <code>"docs/quality/validation.json"</code>
            "; a test computes the quick ones anew with every change. By hand: "
            <code>"zinc-sim validate"</code> "."
        </p>
    }
    .into_any()
}

fn stamp<R>(run: &Run<R>) -> String {
    let machine = run
        .machine
        .processor
        .as_deref()
        .unwrap_or("an unnamed processor");
    let changes = if run.uncommitted_changes {
        " with changes that were not committed"
    } else {
        ""
    };
    format!(
        "Computed on {} from commit {}{changes}, on {} cores of {machine} under {}.",
        run.date,
        run.commit.get(..10).unwrap_or(&run.commit),
        run.machine.cores,
        run.machine.system
    )
}

/// Of slow rows, each of which keeps its own day.
fn slow_stamps(kept: &Kept) -> String {
    let same = |run: &&Run<Row>| (&run.date, &run.commit) == (&kept.quick.date, &kept.quick.commit);
    match kept.slow.iter().find(|run| !same(run)) {
        Some(run) => format!(
            "Slow rows keep the day on which they were last run, the earliest from {}.",
            kept.slow
                .iter()
                .map(|run| &run.date)
                .min()
                .unwrap_or(&run.date)
        ),
        None => String::new(),
    }
}

fn in_your_browser(kept: &Kept) -> AnyView {
    let rows: Vec<&Row> = kept.rows().map(|(_, row)| row).collect();
    let (quick, long): (Vec<&Row>, Vec<&Row>) =
        rows.into_iter().partition(|row| row.took_s <= QUICK_S);
    let seconds = |rows: &[&Row]| number(rows.iter().map(|row| row.took_s).sum(), DIGITS_OF_ERROR);
    let words = format!(
        "The {} quick rows took {} s together where they were computed, the {} longer ones {} s; a browser, and a phone above all, needs longer. Each row says so where it is long. Nothing is sent anywhere.",
        quick.len(),
        seconds(&quick),
        long.len(),
        seconds(&long)
    );
    view! {
        <section aria-labelledby="run-here">
            <h2 id="run-here">"Run these checks in your browser"</h2>
            <p>
                "The same code as natively, compiled to WebAssembly, computes the rows once more on your computer, and each row below then shows your number beside the stored one. Transcendental functions and the order of sums are fixed, so the two should agree to the last bit on every machine. A cancel ends the run between two rows."
            </p>
            <p class="role">{words}</p>
            <noscript>
                <p class="notice">
                    "Computing here needs scripts, which are off. The stored numbers below are complete without it."
                </p>
            </noscript>
            {place(Widget::Checks)}
        </section>
    }
    .into_any()
}
