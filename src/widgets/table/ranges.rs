//! Filters by number: two ends dragged over a histogram, or typed.
//! Here because both ways must set the same limits, and what cannot be is refused without losing anything.
//! Must not know: which rows pass, how bounds count.

use explorer::{Column, Histogram, Range, Scale};
use leptos::prelude::*;

use super::{
    scale::{Ends, N_STEPS, bars},
    state::TableState,
};
use crate::components::live::{live_text, on};
use crate::services::table::{
    AREAL_CAPACITY, CUMULATIVE_CAPACITY, CURRENT_DENSITY, LIFESPAN, N_CYCLES, ZINC_PER_HALF_CYCLE,
};

/// In the order of the page, and whether it is open at first.
const RANGES: [(&str, bool); 6] = [
    (CURRENT_DENSITY, true),
    (AREAL_CAPACITY, true),
    (LIFESPAN, true),
    (N_CYCLES, false),
    (CUMULATIVE_CAPACITY, false),
    (ZINC_PER_HALF_CYCLE, false),
];

pub fn ranges(state: TableState) -> AnyView {
    let table = state.table_now();
    let ranges = RANGES.iter().filter_map(|&(id, is_open)| {
        let column = table.column(id)?;
        Some(range(state, id, column, is_open))
    });
    ranges.collect::<Vec<_>>().into_any()
}

/// Which end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Min,
    Max,
}

impl End {
    fn word(self) -> &'static str {
        match self {
            End::Min => "at least",
            End::Max => "at most",
        }
    }

    fn of(self, range: Range) -> Option<f64> {
        match self {
            End::Min => range.min(),
            End::Max => range.max(),
        }
    }

    fn with(self, range: Range, limit: Option<f64>) -> Option<Range> {
        match self {
            End::Min => Range::new(limit, range.max()),
            End::Max => Range::new(range.min(), limit),
        }
    }
}

/// One column's range, copied into its closures.
#[derive(Clone, Copy)]
struct Slider {
    state: TableState,
    id: &'static str,
    name: StoredValue<String>,
    unit: StoredValue<String>,
    refusal: RwSignal<String>,
}

fn range(state: TableState, id: &'static str, column: &Column, is_open: bool) -> AnyView {
    let slider = Slider {
        state,
        id,
        name: StoredValue::new(column.label.clone()),
        unit: StoredValue::new(column.unit.clone().unwrap_or_default()),
        refusal: RwSignal::new(String::new()),
    };
    let log = move || {
        slider
            .histogram(|found| found.scale == Scale::Log)
            .unwrap_or_default()
    };
    let note = live_text(move || if log() { "log scale" } else { "" }.to_owned());
    let chosen = live_text(move || {
        let range = slider.range();
        if range.is_open() {
            String::new()
        } else {
            format!(" {range}")
        }
    });
    view! {
        <details class="facet range" open=is_open>
            <summary>
                {column.heading()} <span class="count">{chosen}</span>
            </summary>
            <fieldset>
                <legend class="visually-hidden">{column.heading()}</legend>
                <div class="slider">
                    <svg class="bars" viewBox="0 0 200 40" preserveAspectRatio="none" aria-hidden="true">
                        <path class="left-out" d=live_text(move || slider.bars(false)) />
                        <path class="kept" d=live_text(move || slider.bars(true)) />
                    </svg>
                    {slider.thumb(End::Min)} {slider.thumb(End::Max)}
                </div>
                <div class="limits">
                    {slider.number(End::Min)} {slider.number(End::Max)}
                    <span class="scale-note">{note}</span>
                </div>
                <p class="fault" role="alert">{live_text(move || slider.refusal.get())}</p>
            </fieldset>
        </details>
    }
    .into_any()
}

impl Slider {
    fn range(self) -> Range {
        self.state
            .query
            .with(|query| query.ranges.get(self.id).copied())
            .unwrap_or_default()
    }

    fn histogram<T>(self, read: impl FnOnce(&Histogram) -> T) -> Option<T> {
        self.state
            .view
            .with(|view| view.histogram(self.id).map(read))
    }

    fn ends(self) -> Ends {
        self.histogram(Ends::of).unwrap_or_default()
    }

    fn bars(self, kept: bool) -> String {
        let range = self.range();
        self.histogram(|found| bars(found, range, kept))
            .unwrap_or_default()
    }

    fn label(self, end: End) -> String {
        format!("{} {}", self.name.get_value(), end.word())
    }

    /// A thumb of the slider. At its own end of the scale it sets no limit.
    fn thumb(self, end: End) -> AnyView {
        let position = live_text(move || {
            let limit = end.of(self.range());
            let open = if end == End::Min { 0 } else { N_STEPS };
            limit
                .map_or(open, |limit| self.ends().position(limit))
                .to_string()
        });
        let said = live_text(move || match end.of(self.range()) {
            Some(limit) => format!("{limit} {}", self.unit.get_value()),
            None => "no limit".to_owned(),
        });
        view! {
            <input
                type="range"
                min="0"
                max=N_STEPS.to_string()
                value=if end == End::Min { 0 } else { N_STEPS }.to_string()
                prop:value=position
                aria-label=self.label(end)
                aria-valuetext=said
                on:input=on(move |event: leptos::ev::Event| {
                    let position = event_target_value(&event).parse().unwrap_or_default();
                    self.slide(end, position);
                })
            />
        }
        .into_any()
    }

    /// Moves one end; the other gives way.
    fn slide(self, end: End, position: usize) {
        self.refusal.set(String::new());
        let is_open = position == if end == End::Min { 0 } else { N_STEPS };
        let limit = (!is_open).then(|| self.ends().value(position));
        let range = self.range_now();
        let range = end.with(range, limit).or_else(|| Range::new(limit, limit));
        self.state
            .slide(self.id, |query| *query = query.with_range(self.id, range));
    }

    fn range_now(self) -> Range {
        untrack(|| self.range())
    }

    fn number(self, end: End) -> AnyView {
        let value = live_text(move || {
            // A refused number goes when anything else is chosen.
            end.of(self.range())
                .map(|limit| limit.to_string())
                .unwrap_or_default()
        });
        let bound = live_text(move || {
            let ends = self.ends();
            if end == End::Min { ends.min } else { ends.max }.to_string()
        });
        view! {
            <label>
                <span>{end.word()}</span>
                <input
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    aria-label=self.label(end)
                    placeholder=bound
                    prop:value=value
                    on:change=on(move |event: leptos::ev::Event| self.take(end, &event_target_value(&event)))
                />
            </label>
        }
        .into_any()
    }

    /// Takes a typed limit, or says what would be taken.
    fn take(self, end: End, text: &str) {
        let (ends, range) = untrack(|| (self.ends(), self.range()));
        let limit = match text.trim() {
            "" => Some(None),
            text => text
                .parse()
                .ok()
                .filter(|limit| ends.holds(*limit))
                .map(Some),
        };
        match limit.and_then(|limit| end.with(range, limit)) {
            Some(range) => {
                self.refusal.set(String::new());
                self.state
                    .change(|query| *query = query.with_range(self.id, Some(range)));
            }
            None => self.refusal.set(format!(
                "“{}” was not taken. {} goes from {} to {} {}, the smaller limit first.",
                text.trim(),
                self.name.get_value(),
                ends.min,
                ends.max,
                self.unit.get_value()
            )),
        }
    }
}
