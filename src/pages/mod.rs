//! One file per page; pages are rendered natively and the browser never builds one.
//! Here because an address and its page should be found by the same name.
//! Must not know: where the files go.

mod about;
mod cite;
mod compare;
mod embed;
mod equations;
mod explore;
mod figures;
mod frame;
mod glossary;
mod home;
mod material;
mod materials;
mod not_found;
mod presets;
mod read;
mod references;
mod search;
mod section;
mod simulate;
mod source_notes;
mod table_notes;
mod teach;
mod validation;
mod whole_review;

pub use self::{
    about::About,
    cite::Cite,
    compare::Compare,
    embed::{EmbedSimulator, EmbedTable, EmbedTest},
    equations::EquationsPage,
    explore::Explore,
    figures::Figures,
    frame::framed,
    glossary::Glossary,
    home::Home,
    material::MaterialPage,
    materials::Materials,
    not_found::NotFound,
    presets::Presets,
    read::Read,
    references::References,
    search::Search,
    section::SectionPage,
    simulate::Simulate,
    source_notes::SourceNotes,
    teach::Teach,
    validation::Validation,
    whole_review::WholeReview,
};

use leptos::prelude::*;

use crate::routes::Route;

/// The page at an address, without its frame.
pub fn page(route: &Route) -> AnyView {
    match route {
        Route::Home => Home().into_any(),
        Route::Read => Read().into_any(),
        Route::Section(slug) => view! { <SectionPage slug=slug.clone() /> }.into_any(),
        Route::WholeReview => WholeReview().into_any(),
        Route::Figures => Figures().into_any(),
        Route::Materials => Materials().into_any(),
        Route::Material(id) => view! { <MaterialPage id=id.clone() /> }.into_any(),
        Route::Explore => Explore().into_any(),
        Route::Compare => Compare().into_any(),
        Route::Simulate => Simulate().into_any(),
        Route::Presets => Presets().into_any(),
        Route::Equations => EquationsPage().into_any(),
        Route::Validation => Validation().into_any(),
        Route::References => References().into_any(),
        Route::Glossary => Glossary().into_any(),
        Route::SourceNotes => SourceNotes().into_any(),
        Route::Search => Search().into_any(),
        Route::Cite => Cite().into_any(),
        Route::Teach => Teach().into_any(),
        Route::About => About().into_any(),
        Route::EmbedTest => EmbedTest().into_any(),
        Route::EmbedTable => EmbedTable().into_any(),
        Route::EmbedSimulator => EmbedSimulator().into_any(),
        Route::NotFound => NotFound().into_any(),
    }
}
