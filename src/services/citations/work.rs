//! One thing that can be cited, and everything known of it.
//! Here because every format is written from the same record.
//! Must not know: any citation format.

use review::{Article, Reference, ReferenceStatus, Review};

use super::authors::Author;
use crate::routes::{CONTRIBUTORS, SITE_NAME};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Article,
    Website,
    Dataset,
    Software,
    /// A title is known, but not where it was published.
    Document,
}

/// Month and day where they are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    pub year: u16,
    pub month_and_day: Option<(u8, u8)>,
}

/// A citable thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// Names the entry in a bibliography file.
    pub key: String,
    pub kind: Kind,
    pub authors: Vec<Author>,
    pub title: String,
    pub journal: Option<String>,
    pub date: Option<Date>,
    pub volume: Option<String>,
    /// `902–910`, or an article number.
    pub pages: Option<String>,
    pub doi: Option<String>,
    pub url: Option<String>,
    pub version: Option<String>,
    /// SPDX expression.
    pub licence: Option<&'static str>,
    /// What whoever cites it should know.
    pub note: Option<String>,
}

/// What this project made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    Companion,
    Dataset,
    Simulator,
}

/// A reference says of which review it is one, also where it stands alone on a clipboard.
pub const REVIEW_DOI: &str = "10.1039/D1NR06058A";

impl Work {
    /// The review that the companion retells.
    pub fn article(article: &Article) -> Self {
        Self {
            key: "yan2021".to_owned(),
            kind: Kind::Article,
            authors: article
                .authors
                .iter()
                .map(|name| Author::person(name))
                .collect(),
            title: article.title.clone(),
            journal: Some(article.journal.clone()),
            date: Some(Date::year(article.year)),
            volume: Some(article.volume.clone()),
            pages: Some(article.pages.clone()),
            doi: Some(article.doi.clone()),
            ..Self::untitled(Kind::Article)
        }
    }

    /// A reference of the review; nothing where only its number is known.
    pub fn reference(reference: &Reference) -> Option<Self> {
        let note = match reference.status {
            ReferenceStatus::Unidentified => return None,
            ReferenceStatus::Identified => {
                "identified by author, topic and year, not checked against the original list"
            }
            ReferenceStatus::Verified => "the paper was found and its abstract read",
        };
        let title = reference.title.clone()?;
        let authors = Author::list(reference.authors.as_deref().unwrap_or_default());
        let name = match (authors.first(), reference.year) {
            (Some(Author::Person { family, .. }), Some(year)) => {
                format!("{}{year}-", family.to_lowercase())
            }
            _ => String::new(),
        };
        let kind = if reference.journal.is_some() {
            Kind::Article
        } else {
            Kind::Document
        };
        Some(Self {
            key: format!("{name}ref{}", reference.number),
            authors,
            title,
            journal: reference.journal.clone(),
            date: reference.year.map(Date::year),
            volume: reference.volume.clone(),
            pages: reference.pages.clone(),
            doi: reference.doi.clone(),
            note: Some(format!(
                "Reference {} of doi:{REVIEW_DOI}: {note}",
                reference.number
            )),
            ..Self::untitled(kind)
        })
    }

    /// All references of which more than the number is known.
    pub fn references(review: &Review) -> Vec<Self> {
        review
            .references
            .iter()
            .filter_map(Self::reference)
            .collect()
    }

    /// Something of this project; `site` is its full address, where it is known.
    pub fn own(own: Own, review: &Review, site: Option<&str>) -> Self {
        let article = format!("doi:{}", review.article.doi);
        let (title, note) = match own {
            Own::Companion => (
                format!(
                    "{SITE_NAME}: a review of artificial interphases on zinc metal anodes retold"
                ),
                format!("Accompanies {article}; not affiliated with its authors or publisher"),
            ),
            Own::Dataset => (
                format!(
                    "{SITE_NAME}: {} materials and {} test conditions of the review's Table 1 as data",
                    review.materials.len(),
                    review.conditions.len()
                ),
                format!("Compiled from Table 1 of {article}"),
            ),
            Own::Simulator => (
                format!("{SITE_NAME}: simulator of zinc deposition on bare and coated anodes"),
                "Computes a model; predicts no named material's lifespan".to_owned(),
            ),
        };
        Self {
            key: own.key().to_owned(),
            authors: vec![Author::Group(CONTRIBUTORS.to_owned())],
            title,
            date: Date::released(),
            url: site.map(|site| format!("{site}{}", own.path())),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            licence: Some(own.licence()),
            note: Some(note),
            ..Self::untitled(own.kind())
        }
    }

    fn untitled(kind: Kind) -> Self {
        Self {
            key: String::new(),
            kind,
            authors: Vec::new(),
            title: String::new(),
            journal: None,
            date: None,
            volume: None,
            pages: None,
            doi: None,
            url: None,
            version: None,
            licence: None,
            note: None,
        }
    }

    /// First and last page; an article number is a first page alone.
    pub fn page_range(&self) -> Option<(&str, Option<&str>)> {
        let pages = self.pages.as_deref()?;
        Some(match pages.split_once('–') {
            Some((first, last)) => (first, Some(last)),
            None => (pages, None),
        })
    }

    /// Where the work is found: at its DOI, otherwise at its own address.
    pub fn address(&self) -> Option<String> {
        match &self.doi {
            Some(doi) => Some(format!("https://doi.org/{doi}")),
            None => self.url.clone(),
        }
    }
}

impl Own {
    #[cfg(test)]
    pub const ALL: [Own; 3] = [Own::Companion, Own::Dataset, Own::Simulator];

    fn kind(self) -> Kind {
        match self {
            Own::Companion => Kind::Website,
            Own::Dataset => Kind::Dataset,
            Own::Simulator => Kind::Software,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Own::Companion => "zinc-interphase-companion",
            Own::Dataset => "zinc-interphase-companion-table-1",
            Own::Simulator => "zinc-interphase-companion-simulator",
        }
    }

    /// Its page.
    pub fn path(self) -> &'static str {
        match self {
            Own::Companion => "/",
            Own::Dataset => "/explore/",
            Own::Simulator => "/simulate/",
        }
    }

    fn licence(self) -> &'static str {
        match self {
            Own::Companion | Own::Dataset => "CC-BY-4.0",
            Own::Simulator => "MIT OR Apache-2.0",
        }
    }
}

impl Date {
    fn year(year: u16) -> Self {
        Self {
            year,
            month_and_day: None,
        }
    }

    /// The day of CITATION.cff, which build.rs reads: a build knows no clock, so that it can be repeated.
    pub fn released() -> Option<Self> {
        let mut parts = env!("RELEASE_DATE").split('-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        let day = parts.next()?.parse().ok()?;
        Some(Self {
            year,
            month_and_day: Some((month, day)),
        })
    }

    /// `2021`, or `2026-01-31`.
    pub fn iso(self) -> String {
        match self.month_and_day {
            Some((month, day)) => format!("{}-{month:02}-{day:02}", self.year),
            None => self.year.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use review::ReferenceStatus;

    use super::{Date, REVIEW_DOI, Work};
    use crate::services::content;

    #[test]
    fn references_name_the_review_they_belong_to() {
        assert_eq!(content::load().unwrap().article.doi, REVIEW_DOI);
    }

    #[test]
    fn a_guess_at_an_unidentified_reference_gives_nothing_to_cite() {
        let mut reference = content::load().unwrap().reference(2).unwrap().clone();
        assert!(Work::reference(&reference).is_some());
        reference.status = ReferenceStatus::Unidentified;
        assert_eq!(Work::reference(&reference), None);
    }

    #[test]
    fn the_release_has_a_day() {
        assert_eq!(Date::released().unwrap().iso(), env!("RELEASE_DATE"));
    }
}
