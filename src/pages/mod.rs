//! One file per page; pages are rendered natively and the browser never builds one.
//! Here because an address and its page should be found by the same name.
//! Must not know: where the files go.

mod about;
mod embed;
mod explore;
mod frame;
mod glossary;
mod home;
mod not_found;
mod read;
mod references;
mod section;
mod simulate;
mod source_notes;
mod teach;

pub use self::{
    about::About,
    embed::{EmbedSimulator, EmbedTable, EmbedTest},
    explore::Explore,
    frame::framed,
    glossary::Glossary,
    home::Home,
    not_found::NotFound,
    read::Read,
    references::References,
    section::SectionPage,
    simulate::Simulate,
    source_notes::SourceNotes,
    teach::Teach,
};

use leptos::prelude::*;

use crate::routes::Route;

/// The page at an address, without its frame.
pub fn page(route: &Route) -> AnyView {
    match route {
        Route::Home => Home().into_any(),
        Route::Read => Read().into_any(),
        Route::Section(slug) => view! { <SectionPage slug=slug.clone() /> }.into_any(),
        Route::Explore => Explore().into_any(),
        Route::Simulate => Simulate().into_any(),
        Route::References => References().into_any(),
        Route::Glossary => Glossary().into_any(),
        Route::SourceNotes => SourceNotes().into_any(),
        Route::Teach => Teach().into_any(),
        Route::About => About().into_any(),
        Route::EmbedTest => EmbedTest().into_any(),
        Route::EmbedTable => EmbedTable().into_any(),
        Route::EmbedSimulator => EmbedSimulator().into_any(),
        Route::NotFound => NotFound().into_any(),
    }
}
