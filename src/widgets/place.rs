//! What can live on a page, how a page says so, and what each needs around it.
//! Here because the native renderer and the browser must build the same tree at the same mark.
//! Must not know: pages.

use leptos::prelude::*;
use review::{DecodeError, Review};

pub use super::snippet::Target;
use super::{
    checks::ChecksWidget, cite_view::CiteView, compare::CompareWidget, search::SearchWidget,
    simulator::SimulatorWidget, snippet::Snippet, table::TableWidget, theme::ThemeChoice,
};
use crate::{
    app::App,
    components::{embed_credit::EmbedCredit, framed, links::Base, takeover},
    platform::{address::Address, theme::ThemeChanges},
    services::content::{self, Content},
};

/// Something alive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Widget {
    Table { framed: bool },
    Simulator { framed: bool },
    Compare,
    Checks,
    Snippet(Target),
    Search,
    Theme,
}

impl Widget {
    const ALL: [Widget; 10] = [
        Widget::Table { framed: false },
        Widget::Table { framed: true },
        Widget::Simulator { framed: false },
        Widget::Simulator { framed: true },
        Widget::Compare,
        Widget::Checks,
        Widget::Snippet(Target::Table),
        Widget::Snippet(Target::Simulator),
        Widget::Search,
        Widget::Theme,
    ];

    /// The word in the page's `data-widget`.
    pub fn word(self) -> &'static str {
        match self {
            Widget::Table { framed: false } => "table",
            Widget::Table { framed: true } => "table-framed",
            Widget::Simulator { framed: false } => "simulator",
            Widget::Simulator { framed: true } => "simulator-framed",
            Widget::Compare => "compare",
            Widget::Checks => "checks",
            Widget::Snippet(Target::Table) => "snippet-table",
            Widget::Snippet(Target::Simulator) => "snippet-simulator",
            Widget::Search => "search",
            Widget::Theme => "theme",
        }
    }

    /// The widget of a `data-widget`; a word of a newer build means nothing here and its place stays as it is.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|widget| widget.word() == word)
    }

    fn is_framed(self) -> bool {
        matches!(
            self,
            Widget::Table { framed: true } | Widget::Simulator { framed: true }
        )
    }

    /// The module that has it; none for what is in all of them.
    pub fn app(self) -> Option<App> {
        match self {
            Widget::Table { .. } | Widget::Compare => Some(App::Explorer),
            Widget::Simulator { .. } | Widget::Checks => Some(App::Simulator),
            Widget::Snippet(_) | Widget::Search => Some(App::Reader),
            Widget::Theme => None,
        }
    }
}

/// The views that one module has; the compiler leaves the others out of it.
pub type Views = fn(Widget) -> AnyView;

/// Views of [`App::Reader`].
pub fn of_reader(widget: Widget) -> AnyView {
    match widget {
        Widget::Snippet(target) => view! { <Snippet target=target /> }.into_any(),
        Widget::Search => view! { <SearchWidget /> }.into_any(),
        other => of_all(other),
    }
}

/// Views of [`App::Explorer`].
pub fn of_explorer(widget: Widget) -> AnyView {
    match widget {
        Widget::Table { framed } => view! {
            <TableWidget />
            {framed.then(|| view! { <EmbedCredit page="/explore/" /> })}
            {(!framed).then(|| view! { <CiteView page="Table 1" path="/explore/" /> })}
        }
        .into_any(),
        Widget::Compare => view! {
            <CompareWidget />
            <CiteView page="Materials side by side" path="/compare/" />
        }
        .into_any(),
        other => of_all(other),
    }
}

/// Views of [`App::Simulator`].
pub fn of_simulator(widget: Widget) -> AnyView {
    match widget {
        Widget::Simulator { framed } => view! {
            <SimulatorWidget />
            {framed.then(|| view! { <EmbedCredit page="/simulate/" /> })}
            {(!framed).then(|| view! { <CiteView page="Simulator" path="/simulate/" /> })}
        }
        .into_any(),
        Widget::Checks => view! { <ChecksWidget /> }.into_any(),
        other => of_all(other),
    }
}

/// The views of the module that has the widget: for whoever has them all.
pub fn views_of(widget: Widget) -> Views {
    match widget.app() {
        Some(App::Explorer) => of_explorer,
        Some(App::Simulator) => of_simulator,
        Some(App::Reader) | None => of_reader,
    }
}

/// What every module has; a widget of another one is nothing here.
fn of_all(widget: Widget) -> AnyView {
    match widget {
        Widget::Theme => view! { <ThemeChoice /> }.into_any(),
        _ => ().into_any(),
    }
}

/// What a widget finds around it: content, base path, address, theme.
#[derive(Debug)]
pub struct Workplace {
    base: String,
    review: Result<&'static Review, DecodeError>,
}

impl Workplace {
    pub fn new(base: &str) -> Self {
        Self {
            base: base.to_owned(),
            review: content::load(),
        }
    }

    /// The widget with everything it needs; content that was damaged on its way is said, not shown.
    pub fn live(self, widget: Widget, views: Views) -> AnyView {
        match self.review {
            Ok(review) => {
                provide_context(Content(review));
                provide_context(Base::new(&self.base));
                takeover::provide();
                Address::provide();
                ThemeChanges::provide();
                framed::provide(widget.is_framed());
                views(widget)
            }
            Err(error) => view! {
                <p class="failure" role="alert">
                    {error.to_string()}
                    " The file may have been damaged on its way: reload the page to fetch it again."
                </p>
            }
            .into_any(),
        }
    }
}

/// The widget's place on a page, with its first state as HTML. A tree of its own, because the browser takes it over
/// alone.
#[cfg(feature = "ssr")]
pub fn place(widget: Widget) -> AnyView {
    let base = crate::components::links::href("");
    let first = Owner::new().with(|| {
        Workplace::new(&base)
            .live(widget, views_of(widget))
            .to_html()
    });
    view! { <div class="widget" data-widget=widget.word() inner_html=first></div> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::Widget;

    #[test]
    fn every_widget_is_read_back_from_its_word_and_other_words_are_nothing() {
        for widget in Widget::ALL {
            assert_eq!(Widget::read(widget.word()), Some(widget));
        }
        assert_eq!(Widget::read("table-of-tomorrow"), None);
    }
}
