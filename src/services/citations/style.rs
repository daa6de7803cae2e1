//! Works as plain text in the styles that readers of this field are asked for.
//! Here because a style has hundreds of rules, and hayagriva's citation processor knows them.
//! Must not know: the other formats, but for the CSL-JSON that it reads.

use std::sync::OnceLock;

use hayagriva::{
    BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest,
    archive::{ArchivedStyle, locales},
    citationberg::{self, IndependentStyle, Locale, json::Item},
};

use super::{Author, CitationError, Work, csl};

/// A citation style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// American Chemical Society: chemistry's numeric style that names titles, data and software too.
    Acs,
    Apa,
    Ieee,
}

impl Style {
    pub const ALL: [Style; 3] = [Style::Acs, Style::Apa, Style::Ieee];

    pub fn name(self) -> &'static str {
        match self {
            Style::Acs => "ACS",
            Style::Apa => "APA",
            Style::Ieee => "IEEE",
        }
    }

    fn archived(self) -> ArchivedStyle {
        match self {
            Style::Acs => ArchivedStyle::AmericanChemicalSociety,
            Style::Apa => ArchivedStyle::AmericanPsychologicalAssociation,
            Style::Ieee => ArchivedStyle::InstituteOfElectricalAndElectronicsEngineers,
        }
    }

    /// The rules, read once; nothing if the archive held a style that leans on another.
    fn rules(self) -> Option<&'static IndependentStyle> {
        static RULES: OnceLock<Vec<(Style, IndependentStyle)>> = OnceLock::new();
        RULES
            .get_or_init(|| {
                Style::ALL
                    .into_iter()
                    .filter_map(|style| match style.archived().get() {
                        citationberg::Style::Independent(rules) => Some((style, rules)),
                        citationberg::Style::Dependent(_) => None,
                    })
                    .collect()
            })
            .iter()
            .find_map(|(style, rules)| (*style == self).then_some(rules))
    }

    /// A work as one line, without the number that a numeric style would put before it.
    pub fn write(self, work: &Work) -> Result<String, CitationError> {
        let line = self.set(work)?;
        match &work.version {
            // Where a style has no place for a version, the title tells it.
            Some(version) if !line.contains(version.as_str()) => self.set(&Work {
                title: format!("{} (version {version})", work.title),
                ..work.clone()
            }),
            _ => Ok(line),
        }
    }

    fn set(self, work: &Work) -> Result<String, CitationError> {
        let name = self.name();
        let rules = self.rules().ok_or(CitationError::Style(name))?;
        let item: Item =
            serde_json::from_value(csl::item(work)).map_err(|source| CitationError::CslJson {
                key: work.key.clone(),
                source,
            })?;
        let mut driver = BibliographyDriver::new();
        driver.citation(CitationRequest::from_items(
            vec![CitationItem::with_entry(&item)],
            rules,
            languages(),
        ));
        let rendered = driver.finish(BibliographyRequest {
            style: rules,
            locale: None,
            locale_files: languages(),
        });
        let mut line = String::new();
        for item in rendered
            .bibliography
            .into_iter()
            .flat_map(|list| list.items)
        {
            // Writing to a string cannot fail; were it to, the line would be empty and say so below.
            let _ = item.content.write_buf(&mut line, BufWriteFormat::Plain);
        }
        if line.trim().is_empty() {
            return Err(CitationError::Empty {
                key: work.key.clone(),
                style: name,
            });
        }
        Ok(finished(&line, work))
    }
}

/// The processor knows no author list that stops early and takes `others` for a name.
fn finished(line: &str, work: &Work) -> String {
    let mut line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if work.authors.contains(&Author::Others) {
        for (made, wanted) in [
            (", & others.", ", et al."),
            ("; others.", "; et al."),
            (" and others", " et al."),
        ] {
            line = line.replacen(made, wanted, 1);
        }
    }
    line
}

fn languages() -> &'static [Locale] {
    static LANGUAGES: OnceLock<Vec<Locale>> = OnceLock::new();
    LANGUAGES.get_or_init(locales)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;
    use crate::services::{citations::Own, content};

    #[test]
    fn an_article_is_set_as_each_style_asks() {
        let review = content::load().unwrap();
        let article = Work::article(&review.article);
        for (style, wanted) in [
            (
                Style::Acs,
                "Yan, Z.; Xin, W.; Zhu, Z. Artificial Interphase Engineering to Stabilize Aqueous Zinc Metal Anodes. \
                 Nanoscale 2021, 13, 19828–19839. https://doi.org/10.1039/D1NR06058A.",
            ),
            (
                Style::Apa,
                "Yan, Z., Xin, W., & Zhu, Z. (2021). Artificial interphase engineering to stabilize aqueous zinc metal \
                 anodes. Nanoscale, 13, 19828–19839. https://doi.org/10.1039/D1NR06058A",
            ),
            (
                Style::Ieee,
                "Z. Yan, W. Xin, and Z. Zhu, “Artificial interphase engineering to stabilize aqueous zinc metal \
                 anodes,” Nanoscale, vol. 13, pp. 19828–19839, 2021, doi: 10.1039/D1NR06058A.",
            ),
        ] {
            assert_eq!(style.write(&article).unwrap(), wanted);
        }
    }

    #[test]
    fn an_author_list_that_stops_early_says_so_in_every_style() {
        let review = content::load().unwrap();
        let work = Work::reference(review.reference(2).unwrap()).unwrap();
        for (style, wanted) in [
            (Style::Acs, "Cao, L.; et al. Fluorinated"),
            (Style::Apa, "Cao, L., et al. (2021). Fluorinated"),
            (Style::Ieee, "L. Cao et al., “Fluorinated"),
        ] {
            let line = style.write(&work).unwrap();
            assert!(line.starts_with(wanted), "{line}");
        }
    }

    #[test]
    fn our_own_name_their_version_and_their_address_where_it_is_known() {
        let review = content::load().unwrap();
        for own in Own::ALL {
            for style in Style::ALL {
                let known = Work::own(own, review, Some("https://host.example/base"));
                let line = style.write(&known).unwrap();
                let address = format!("https://host.example/base{}", own.path());
                assert!(line.contains(&address), "{line}");
                assert!(line.contains(env!("CARGO_PKG_VERSION")), "{line}");
                let line = style.write(&Work::own(own, review, None)).unwrap();
                assert!(!line.contains("http"), "{line}");
            }
        }
    }
}
