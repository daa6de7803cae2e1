//! Every address of the site, with its title and description.
//! Here because router, prerenderer, navigation and sitemap must agree.
//! Must not know: what a page shows.

use review::Review;

use crate::app::App;

pub const SITE_NAME: &str = "Zinc Interphase Companion";
/// Who made the companion, its data and its simulator.
pub const CONTRIBUTORS: &str = "the Zinc Interphase Companion contributors";

/// One page of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    Home,
    Read,
    Section(String),
    WholeReview,
    Figures,
    Materials,
    /// A material of Table 1 or of the text alone, by its id.
    Material(String),
    Explore,
    Compare,
    Simulate,
    Presets,
    Equations,
    Validation,
    References,
    Glossary,
    SourceNotes,
    Search,
    Cite,
    Teach,
    About,
    EmbedTest,
    EmbedTable,
    EmbedSimulator,
    NotFound,
}

/// What the head of a page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    pub title: String,
    pub description: String,
    /// Widgets and test pages stay out of search engines and the sitemap.
    pub indexed: bool,
}

impl Route {
    /// All pages that are written as files, in the order of the sitemap.
    pub fn all(review: &Review) -> Vec<Route> {
        let mut routes = vec![Route::Home, Route::Read];
        routes.extend(
            review
                .sections
                .iter()
                .map(|section| Route::Section(section.slug.clone())),
        );
        routes.extend([
            Route::WholeReview,
            Route::Figures,
            Route::Explore,
            Route::Compare,
            Route::Materials,
        ]);
        let table = review.materials.iter().map(|material| &material.id);
        let text = review.text_materials.iter().map(|material| &material.id);
        routes.extend(table.chain(text).cloned().map(Route::Material));
        routes.extend([
            Route::Simulate,
            Route::Presets,
            Route::Equations,
            Route::Validation,
            Route::References,
            Route::Glossary,
            Route::SourceNotes,
            Route::Search,
            Route::Cite,
            Route::Teach,
            Route::About,
            Route::EmbedTest,
            Route::EmbedTable,
            Route::EmbedSimulator,
            Route::NotFound,
        ]);
        routes
    }

    /// The address below the site's base, with a slash at both ends.
    pub fn path(&self) -> String {
        match self {
            Route::Home => "/".into(),
            Route::Read => "/read/".into(),
            Route::Section(slug) => format!("/read/{slug}/"),
            Route::WholeReview => "/read/all/".into(),
            Route::Figures => "/figures/".into(),
            Route::Materials => "/materials/".into(),
            Route::Material(id) => format!("/materials/{id}/"),
            Route::Explore => "/explore/".into(),
            Route::Compare => "/compare/".into(),
            Route::Simulate => "/simulate/".into(),
            Route::Presets => "/simulate/presets/".into(),
            Route::Equations => "/simulate/equations/".into(),
            Route::Validation => "/simulate/validation/".into(),
            Route::References => "/references/".into(),
            Route::Glossary => "/glossary/".into(),
            Route::SourceNotes => "/source-notes/".into(),
            Route::Search => "/search/".into(),
            Route::Cite => "/cite/".into(),
            Route::Teach => "/teach/".into(),
            Route::About => "/about/".into(),
            Route::EmbedTest => "/embed/".into(),
            Route::EmbedTable => "/embed/table/".into(),
            Route::EmbedSimulator => "/embed/simulator/".into(),
            Route::NotFound => "/404/".into(),
        }
    }

    /// A widget alone, for a frame on another page.
    pub fn is_embed(&self) -> bool {
        matches!(self, Route::EmbedTable | Route::EmbedSimulator)
    }

    /// The module of the app that the page loads.
    pub fn app(&self) -> App {
        match self {
            Route::Explore | Route::Compare | Route::EmbedTable => App::Explorer,
            Route::Simulate | Route::Validation | Route::EmbedSimulator => App::Simulator,
            _ => App::Reader,
        }
    }

    /// Title and description for the head of the page.
    pub fn meta(&self, review: &Review) -> Meta {
        let (title, description) = match self {
            Route::Home => (
                String::new(),
                "Read a review of artificial interphases on zinc metal anodes in plain words, explore its Table 1, \
                 and simulate zinc deposition under a coating."
                    .to_owned(),
            ),
            Route::Read => page(
                "Read",
                "The review retold section by section, each claim tied to its reference.",
            ),
            Route::Section(slug) => match review.section(slug) {
                Some(section) => (heading(section), section.description.clone()),
                None => return Route::NotFound.meta(review),
            },
            Route::WholeReview => page(
                "The whole review",
                "All sections of the retold review on one page, for printing and for searching.",
            ),
            Route::Figures => page(
                "Figures",
                "Twelve drawings of our own on the subjects of the review's seven figures, each with its text and its data.",
            ),
            Route::Materials => page(
                "Materials",
                "The 26 materials of Table 1 and six that only the text describes, each with its tests and its sentences.",
            ),
            Route::Material(id) => match material_meta(review, id) {
                Some((title, description)) => (title, description),
                None => return Route::NotFound.meta(review),
            },
            Route::Search => page(
                "Search",
                "Search sections, materials, references, terms, source notes and test conditions.",
            ),
            Route::Cite => page(
                "Cite",
                "The article, this companion, its data and its simulator as BibTeX, RIS, CSL-JSON and formatted text.",
            ),
            Route::Explore => page(
                "Table 1",
                "26 materials and 45 test conditions of the review's Table 1: sort, filter, share and download.",
            ),
            Route::Compare => page(
                "Compare materials",
                "Two to four materials of Table 1 side by side: functions, every test and its derived numbers, and which tests are alike.",
            ),
            Route::Simulate => page(
                "Simulator",
                "Zinc plating on a bare or coated anode, computed in your browser.",
            ),
            Route::Presets => page(
                "Presets of the simulator",
                "Runs of the simulator with a name: each number with where it comes from, and what the run cannot show.",
            ),
            Route::Equations => page(
                "Equations of the simulator",
                "Every equation that the simulator solves: what it says, its symbols and their sources, its code and its tests.",
            ),
            Route::Validation => page(
                "How the simulator is checked",
                "Every closed form, benchmark and measurement that the models were held against, with error and tolerance; to be run again in your browser.",
            ),
            Route::References => page(
                "References",
                "The review's 64 references and how far each could be identified.",
            ),
            Route::Glossary => page("Glossary", "Terms and abbreviations of zinc metal anodes in plain words."),
            Route::SourceNotes => page(
                "Source notes",
                "34 places where the review disagrees with itself, with chemistry or with a primary paper.",
            ),
            Route::Teach => page("Teach", "Put the table or the simulator into a course page."),
            Route::About => page("About", "What this companion is, who owns what, and what the model cannot predict."),
            Route::EmbedTest => page("Embedding test", "Both widgets in frames, as a course page would show them."),
            Route::EmbedTable => page("Table 1 (widget)", "Table 1 of the review as a widget."),
            Route::EmbedSimulator => page("Simulator (widget)", "The zinc deposition simulator as a widget."),
            Route::NotFound => page("Page not found", "There is no page at this address."),
        };
        Meta {
            title: if title.is_empty() {
                SITE_NAME.to_owned()
            } else {
                format!("{title} · {SITE_NAME}")
            },
            description,
            indexed: !matches!(
                self,
                Route::EmbedTest | Route::EmbedTable | Route::EmbedSimulator | Route::NotFound
            ),
        }
    }
}

/// Title and description of a material's page.
fn material_meta(review: &Review, id: &str) -> Option<(String, String)> {
    let (label, summary) = match (review.material(id), review.text_material(id)) {
        (Some(material), _) => (&material.label, &material.summary),
        (None, Some(material)) => (&material.label, &material.summary),
        (None, None) => return None,
    };
    Some((label.clone(), review::plain_text(summary)))
}

/// A section's number and title as one line.
pub fn heading(section: &review::Section) -> String {
    if section.number.is_empty() {
        section.title.clone()
    } else {
        format!("{} {}", section.number, section.title)
    }
}

fn page(title: &str, description: &str) -> (String, String) {
    (title.to_owned(), description.to_owned())
}
