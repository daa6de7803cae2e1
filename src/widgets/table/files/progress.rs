//! How far the worker is, a way to stop it, and what went wrong.
//! Here because reading and writing show the same.
//! Must not know: what is read or written.

use leptos::prelude::*;
use table_files::Phase;

use crate::services::files::FileDesk;

/// `again` does what failed once more.
#[component]
pub fn Progress(desk: FileDesk, again: Callback<()>) -> impl IntoView {
    let phase = desk.phase();
    view! {
        <div class="progress">
            <div role="status">{move || phase.with(|phase| at_work(phase, desk))}</div>
            <div role="alert">{move || phase.with(|phase| trouble(phase, again))}</div>
        </div>
    }
    .into_any()
}

fn at_work(phase: &Phase, desk: FileDesk) -> Option<AnyView> {
    let (n_done, n_all, words) = match phase {
        Phase::Loading => (0, 0, "Loading what reads and writes files".to_owned()),
        Phase::Working { n_done, n_all } => (*n_done, *n_all, format!("{n_done} of {n_all} rows")),
        _ => return None,
    };
    // Without a value the bar only says that something goes on.
    let value = (n_all > 0).then(|| n_done.to_string());
    Some(
        view! {
            <p class="at-work">
                <progress aria-label="Progress" value=value max=n_all.max(1).to_string()></progress>
                <span>{words}</span>
                <button type="button" on:click=move |_| desk.cancel()>
                    "Cancel"
                </button>
            </p>
        }
        .into_any(),
    )
}

fn trouble(phase: &Phase, again: Callback<()>) -> Option<AnyView> {
    let (words, retry) = match phase {
        Phase::Refused { reason } => (format!("This cannot be done: {reason}."), None),
        Phase::Dead { reason } => (
            format!("What reads and writes files is missing or broke down: {reason}"),
            Some(view! {
                <button type="button" on:click=move |_| again.run(())>
                    "Try again"
                </button>
            }),
        ),
        _ => return None,
    };
    Some(
        view! {
            <div class="failure">
                <p>{words}</p>
                {retry}
            </div>
        }
        .into_any(),
    )
}
