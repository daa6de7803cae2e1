//! What reference managers and scholarly search engines read in the head of a page: Highwire and Dublin Core tags.
//! Here because both read static HTML, and only the prerenderer writes heads.
//! Must not know: how a page looks.
//!
//! The page is described as what it is, a retelling by other hands: its own title, the contributors as author, no DOI.
//! The article stands in `DC.source` and as the first `citation_reference`, with its DOI. With the article's title or DOI
//! as the page's own, Google Scholar would take each page for another copy, and annotation tools join what has one DOI.

use std::collections::BTreeSet;

use review::Review;

use super::{Subject, escape};
use crate::{
    routes::{CONTRIBUTORS, Route},
    services::citations::{Author, Date, Work},
};

/// Whether a page tells, or lists, what the article says.
pub fn is_reading(route: &Route) -> bool {
    matches!(
        route,
        Route::Read
            | Route::Section(_)
            | Route::WholeReview
            | Route::Figures
            | Route::Materials
            | Route::Material(_)
            | Route::References
    )
}

/// The references that a page cites and of which more than the number is known.
pub fn cited(subject: &Subject) -> Vec<Work> {
    let all = matches!(subject.route, Route::References);
    let numbers = numbers(subject.body);
    subject
        .review
        .references
        .iter()
        .filter(|reference| all || numbers.contains(&reference.number))
        .filter_map(Work::reference)
        .collect()
}

/// Each citation is a link to its entry in the list of references.
fn numbers(body: &str) -> BTreeSet<u16> {
    body.split("/references/#ref-")
        .skip(1)
        .filter_map(|rest| rest.split('"').next()?.parse().ok())
        .collect()
}

/// The tags of a page; none where it is no reading page.
pub fn tags(subject: &Subject) -> String {
    if !is_reading(subject.route) {
        return String::new();
    }
    let article = Work::article(&subject.review.article);
    let mut tags = dublin_core(subject, &article);
    tags.extend(own(subject));
    tags.extend(
        std::iter::once(article)
            .chain(cited(subject))
            .map(|work| ("citation_reference", highwire(&work))),
    );
    let mut head =
        String::from("\n<link rel=\"schema.DC\" href=\"http://purl.org/dc/elements/1.1/\">");
    for (name, content) in tags {
        head.push_str(&format!(
            "\n<meta name=\"{name}\" content=\"{}\">",
            escape(&content)
        ));
    }
    head
}

fn dublin_core(subject: &Subject, article: &Work) -> Vec<(&'static str, String)> {
    let meta = subject.route.meta(subject.review);
    let mut tags = vec![
        ("DC.title", meta.title),
        ("DC.description", meta.description),
        ("DC.creator", CONTRIBUTORS.to_owned()),
        ("DC.type", "Text".to_owned()),
        ("DC.language", "en".to_owned()),
        (
            "DC.rights",
            "https://creativecommons.org/licenses/by/4.0/".to_owned(),
        ),
        ("DC.source", source(subject.review)),
    ];
    tags.extend(Date::released().map(|date| ("DC.date", date.iso())));
    tags.extend(article.address().map(|doi| ("DC.relation", doi)));
    tags.extend(
        subject
            .site
            .address_of(subject.route)
            .map(|address| ("DC.identifier", address)),
    );
    tags
}

/// The page itself in Highwire's words.
fn own(subject: &Subject) -> Vec<(&'static str, String)> {
    let mut tags = vec![
        ("citation_title", subject.route.meta(subject.review).title),
        ("citation_author", CONTRIBUTORS.to_owned()),
        ("citation_language", "en".to_owned()),
    ];
    // Highwire parts a date with slashes.
    tags.extend(
        Date::released().map(|date| ("citation_publication_date", date.iso().replace('-', "/"))),
    );
    let address = subject.site.address_of(subject.route);
    tags.extend(address.map(|address| ("citation_public_url", address)));
    tags
}

/// The article in one line.
fn source(review: &Review) -> String {
    let article = &review.article;
    format!(
        "{}. {}. {} {}, {}, {}. https://doi.org/{}",
        article.authors.join(", "),
        article.title,
        article.journal,
        article.year,
        article.volume,
        article.pages,
        article.doi
    )
}

/// `citation_title=…; citation_author=…`: one reference in one tag.
fn highwire(work: &Work) -> String {
    let mut fields = vec![("title", work.title.clone())];
    fields.extend(work.authors.iter().filter_map(|author| match author {
        Author::Person { given, family } => Some(("author", format!("{given} {family}"))),
        Author::Group(name) => Some(("author", name.clone())),
        Author::Others => None,
    }));
    let mut add = |name, value: Option<String>| fields.extend(value.map(|value| (name, value)));
    add("journal_title", work.journal.clone());
    add(
        "publication_date",
        work.date.map(|date| date.year.to_string()),
    );
    add("volume", work.volume.clone());
    if let Some((first, last)) = work.page_range() {
        add("firstpage", Some(first.to_owned()));
        add("lastpage", last.map(str::to_owned));
    }
    add("doi", work.doi.clone());
    fields
        .into_iter()
        // A semicolon inside a value would end it.
        .map(|(name, value)| format!("citation_{name}={}", value.replace(';', ",")))
        .collect::<Vec<_>>()
        .join("; ")
}
