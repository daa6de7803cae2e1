//! The rows of the validation table, computed once more in the reader's own browser.
//! Here because a number that anyone can repeat needs no trust.
//! Must not know: which rows there are, what they compute; the page notes them.

pub mod number;
pub mod state;

use leptos::prelude::*;
use simulation_worker::Phase;

use self::state::{ChecksState, Tally};
use crate::components::{
    live::{live, live_if, live_text, on},
    takeover::use_taken_over,
};

/// So many rows lie between two sentences that are said aloud.
const SAID_EVERY: usize = 20;

/// The whole widget. Its results are written into the page's own rows.
#[component]
pub fn ChecksWidget() -> impl IntoView {
    let state = ChecksState::provide();
    let taken_over = use_taken_over();
    let word = move || match state.phase.get() {
        Phase::Idle if state.run.with(|run| run.checks.n_asked == 0) => {
            "Run these checks in your browser"
        }
        Phase::Starting | Phase::Running => "Cancel",
        _ => "Run the checks again",
    };
    let asked = move || state.run.with(|run| run.checks.n_asked);
    let count = move || match asked() {
        0 => String::new(),
        n_asked => format!("{} of {n_asked}", state.tally.with(|tally| tally.n_done)),
    };
    let under_way = move || {
        let name = state.run.with(|run| run.checks.under_way.clone());
        name.map_or_else(String::new, |name| format!("Computing: {name}"))
    };
    view! {
        <section class="checks" aria-label="Checks in your browser">
            <div class="transport">
                <button
                    type="button"
                    class="primary"
                    disabled=live_if(move || !taken_over.get())
                    on:click=on(move |_| state.press())
                >
                    {live_text(move || word().to_owned())}
                </button>
                <label>
                    <input
                        type="checkbox"
                        disabled=live_if(move || !taken_over.get() || state.is_busy())
                        on:change=on(move |event| state.with_long.set(event_target_checked(&event)))
                    />
                    " also the rows that take longer"
                </label>
                <label class="progress">
                    <span class="visually-hidden">"Rows computed"</span>
                    <progress
                        max=live_text(move || asked().max(1).to_string())
                        value=live_text(move || state.tally.with(|tally| tally.n_done.to_string()))
                    ></progress>
                    <span class="count">{live_text(count)}</span>
                </label>
            </div>
            <p class="under-way">{live_text(under_way)}</p>
            <p class="outcome" role="status">{live_text(move || said(state))}</p>
            <div role="alert">{live(move || fault(&state.phase.get()))}</div>
        </section>
    }
    .into_any()
}

/// What is said aloud: seldom while it runs, all at the end.
fn said(state: ChecksState) -> String {
    let phase = state.phase.get();
    let n_asked = state.run.with(|run| run.checks.n_asked);
    state.tally.with(|tally| {
        let n_done = tally.n_done;
        match phase {
            Phase::Starting => "The checks are starting.".to_owned(),
            Phase::Running => match n_done - n_done % SAID_EVERY {
                0 => "The checks are running.".to_owned(),
                n_said => format!("{n_said} of {n_asked} rows are computed."),
            },
            Phase::Finished => format!("Done. {}", summary(tally, n_asked)),
            Phase::Idle if n_asked > 0 => format!(
                "Cancelled. {} What was under way is not shown.",
                summary(tally, n_asked)
            ),
            _ => String::new(),
        }
    })
}

fn summary(tally: &Tally, n_asked: usize) -> String {
    let Tally {
        n_done,
        n_pass,
        n_same,
        doubtful,
    } = tally;
    let mut text = format!(
        "{n_done} of {n_asked} rows were computed here: {n_pass} lie within their tolerance, {n_same} are the stored number to the last bit."
    );
    if !doubtful.is_empty() {
        text += " Look at: ";
        text += &doubtful.join("; ");
        text += ".";
    }
    text
}

fn fault(phase: &Phase) -> Option<AnyView> {
    let Phase::Dead { reason } = phase else {
        return None;
    };
    let what = format!("The checks cannot go on: {reason}");
    Some(
        view! {
            <div class="failure">
                <p>{what}</p>
                <p>"The stored table stays as it is, and so does what was computed here. Running again starts anew."</p>
            </div>
        }
        .into_any(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_counts_and_names_what_is_doubtful() {
        let mut tally = Tally {
            n_done: 3,
            n_pass: 3,
            n_same: 3,
            doubtful: Vec::new(),
        };
        assert_eq!(
            summary(&tally, 3),
            "3 of 3 rows were computed here: 3 lie within their tolerance, 3 are the stored number to the last bit."
        );
        tally.n_same = 2;
        tally.doubtful = vec!["Sand's time".to_owned()];
        assert!(
            summary(&tally, 3)
                .ends_with("2 are the stored number to the last bit. Look at: Sand's time.")
        );
    }
}
