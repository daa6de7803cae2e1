//! What search engines read of a page: schema.org as JSON-LD.
//! Here because it must stand in the static HTML, and only the prerenderer writes heads.
//! Must not know: how a page looks.

use serde_json::{Map, Value, json};

use super::{
    Subject,
    scholarly::{cited, is_reading},
};
use crate::{
    routes::{CONTRIBUTORS, Route, SITE_NAME},
    services::{
        citations::{Author, Date, Own, Work},
        table::printed,
    },
};

const CC_BY: &str = "https://creativecommons.org/licenses/by/4.0/";
const CODE_LICENCES: [&str; 2] = [
    "https://spdx.org/licenses/MIT.html",
    "https://spdx.org/licenses/Apache-2.0.html",
];

/// The page as a script element that nothing runs; empty where there is nothing to say.
pub fn script(subject: &Subject) -> Result<String, serde_json::Error> {
    let Some(mut fields) = about_page(subject) else {
        return Ok(String::new());
    };
    fields.insert("@context".to_owned(), json!("https://schema.org"));
    // No text may end the element early: every `<` is written as its number.
    let json = serde_json::to_string(&fields)?.replace('<', "\\u003c");
    Ok(format!(
        "\n<script type=\"application/ld+json\">{json}</script>"
    ))
}

fn about_page(subject: &Subject) -> Option<Map<String, Value>> {
    let mut fields = match subject.route {
        Route::Home => home(subject),
        Route::Explore => dataset(subject),
        Route::Simulate => simulator(subject),
        route if is_reading(route) => reading(subject),
        _ => return None,
    };
    let mut add = |name: &str, value: Value| {
        fields.insert(name.to_owned(), value);
    };
    add("inLanguage", json!("en"));
    add("isAccessibleForFree", json!(true));
    add("creator", contributors());
    if let Some(date) = Date::released() {
        add("datePublished", json!(date.iso()));
    }
    if let Some(address) = subject.site.address_of(subject.route) {
        add("@id", json!(address));
        add("url", json!(address));
    }
    Some(fields)
}

fn home(subject: &Subject) -> Map<String, Value> {
    object(json!({
        "@type": "WebSite",
        "name": SITE_NAME,
        "description": subject.route.meta(subject.review).description,
        "version": env!("CARGO_PKG_VERSION"),
        "license": CC_BY,
        "about": article(subject),
    }))
}

/// Our page is about the article and rests on it; it is not the article.
fn reading(subject: &Subject) -> Map<String, Value> {
    let article = article(subject);
    let meta = subject.route.meta(subject.review);
    let kind = match subject.route {
        Route::Section(_) | Route::WholeReview => "Article",
        Route::Material(_) => "WebPage",
        _ => "CollectionPage",
    };
    let name = meta
        .title
        .trim_end_matches(SITE_NAME)
        .trim_end_matches(" · ")
        .to_owned();
    object(json!({
        "@type": kind,
        "headline": name,
        "name": name,
        "description": meta.description,
        "author": contributors(),
        "license": CC_BY,
        "isPartOf": site(subject),
        "isBasedOn": { "@id": article["@id"] },
        "about": article,
        "citation": cited(subject).iter().map(paper).collect::<Vec<_>>(),
    }))
}

fn dataset(subject: &Subject) -> Map<String, Value> {
    let work = own(subject, Own::Dataset);
    let measured: Vec<_> = printed(subject.review)
        .columns
        .into_iter()
        .filter_map(|column| {
            let unit = column.unit?;
            Some(json!({
                "@type": "PropertyValue",
                "propertyID": column.id,
                "name": column.label,
                "unitText": unit,
            }))
        })
        .collect();
    object(json!({
        "@type": "Dataset",
        "name": work.title,
        "description": format!(
            "Every material and test condition of the review's Table 1, as printed: {} materials and {} conditions of \
             symmetric zinc cells, each with current density, areal capacity and lifespan, a lower bound marked as such, \
             and notes where the review disagrees with itself or with a paper it cites.",
            subject.review.materials.len(),
            subject.review.conditions.len(),
        ),
        "license": CC_BY,
        "version": work.version,
        "keywords": ["zinc metal anode", "artificial interphase", "aqueous zinc-ion battery", "symmetric cell"],
        "measurementTechnique": "Plating and stripping in symmetric cells, as reported by the papers that the review cites",
        "variableMeasured": measured,
        "isBasedOn": article(subject),
        "isPartOf": site(subject),
    }))
}

fn simulator(subject: &Subject) -> Map<String, Value> {
    let work = own(subject, Own::Simulator);
    object(json!({
        "@type": "WebApplication",
        "name": work.title,
        "description": subject.route.meta(subject.review).description,
        "applicationCategory": "EducationalApplication",
        "operatingSystem": "Any",
        "browserRequirements": "Requires JavaScript and WebAssembly",
        "softwareVersion": work.version,
        "license": CODE_LICENCES,
        "isPartOf": site(subject),
    }))
}

fn own(subject: &Subject, own: Own) -> Work {
    Work::own(own, subject.review, subject.site.address().as_deref())
}

fn article(subject: &Subject) -> Value {
    paper(&Work::article(&subject.review.article))
}

fn site(subject: &Subject) -> Value {
    let mut site = object(json!({ "@type": "WebSite", "name": SITE_NAME }));
    if let Some(address) = subject.site.address_of(&Route::Home) {
        site.insert("@id".to_owned(), json!(address));
    }
    Value::Object(site)
}

fn contributors() -> Value {
    json!({ "@type": "Organization", "name": CONTRIBUTORS })
}

/// A paper of others.
fn paper(work: &Work) -> Value {
    let mut fields = object(json!({ "@type": "ScholarlyArticle", "name": work.title }));
    let mut add = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            fields.insert(name.to_owned(), value);
        }
    };
    // Where more authors are known to exist than are named, a list would say that these are all.
    if !work.authors.is_empty() && !work.authors.contains(&Author::Others) {
        add("author", Some(work.authors.iter().map(person).collect()));
    }
    add(
        "datePublished",
        work.date.map(|date| json!(date.year.to_string())),
    );
    add(
        "isPartOf",
        work.journal.as_ref().map(|journal| {
            json!({
                "@type": "PublicationVolume",
                "volumeNumber": work.volume,
                "isPartOf": { "@type": "Periodical", "name": journal },
            })
        }),
    );
    add("pagination", work.pages.as_ref().map(|pages| json!(pages)));
    if let (Some(doi), Some(address)) = (&work.doi, work.address()) {
        add("@id", Some(json!(address)));
        add("sameAs", Some(json!(address)));
        add(
            "identifier",
            Some(json!({ "@type": "PropertyValue", "propertyID": "DOI", "value": doi })),
        );
    }
    Value::Object(fields)
}

fn person(author: &Author) -> Value {
    match author {
        Author::Person { given, family } => json!({
            "@type": "Person",
            "name": format!("{given} {family}"),
            "givenName": given,
            "familyName": family,
        }),
        Author::Group(name) => json!({ "@type": "Organization", "name": name }),
        Author::Others => Value::Null,
    }
}

/// The fields of a literal object.
fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}
