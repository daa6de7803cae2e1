//! What is allowed, and whether the site keeps to it.
//! Here apart from files and printing, so that each rule can be tested.
//! Must not know: how files are measured.

use anyhow::{Context, Result};
use glob::Pattern;
use serde::{Deserialize, Serialize};

use super::{
    kilobytes,
    measure::{Measured, Site},
};

const HOME: &str = "index.html";

/// tests/size-budget.toml.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    #[serde(default)]
    budget: Vec<Limit>,
    /// Patterns of files that no page may name, because a script loads them when they are wanted.
    #[serde(default)]
    never_in_pages: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Limit {
    name: String,
    /// Patterns of file names, relative to the site; each must match a file.
    files: Vec<String>,
    /// Also counts every file with one of these endings that the home page names.
    #[serde(default)]
    named_by_home: Vec<String>,
    brotli_kb: f64,
}

/// One line of the budget, compared.
#[derive(Debug, Serialize)]
pub struct Verdict {
    pub name: String,
    pub brotli: usize,
    pub at_most_kb: f64,
    pub is_within: bool,
    pub files: Vec<String>,
}

impl Budget {
    /// Every limit with what is counted under it.
    pub fn compare(&self, site: &Site) -> Result<Vec<Verdict>> {
        self.budget
            .iter()
            .map(|limit| limit.compare(site))
            .collect()
    }

    /// Limits that match no file, and pages that name what they must not.
    pub fn faults(&self, site: &Site) -> Result<Vec<String>> {
        let mut faults = Vec::new();
        for limit in &self.budget {
            for pattern in &limit.files {
                if matching(site, pattern)?.next().is_none() {
                    faults.push(format!("{}: no file matches {pattern}", limit.name));
                }
            }
        }
        for pattern in &self.never_in_pages {
            let forbidden: Vec<_> = matching(site, pattern)?.collect();
            if forbidden.is_empty() {
                faults.push(format!("no file matches {pattern}, which no page may name"));
            }
            for (page, text) in &site.pages {
                for file in forbidden
                    .iter()
                    .filter(|file| text.contains(base_name(&file.name)))
                {
                    faults.push(format!("{page} names {}", file.name));
                }
            }
        }
        Ok(faults)
    }
}

impl Limit {
    fn compare(&self, site: &Site) -> Result<Verdict> {
        let mut counted: Vec<&Measured> = Vec::new();
        for pattern in &self.files {
            counted.extend(matching(site, pattern)?);
        }
        let home = site
            .pages
            .iter()
            .find(|(name, _)| name == HOME)
            .map_or("", |(_, text)| text);
        counted.extend(site.files.iter().filter(|file| {
            self.named_by_home
                .iter()
                .any(|ending| file.name.ends_with(ending))
                && home.contains(&file.name)
        }));
        counted.sort_by(|a, b| a.name.cmp(&b.name));
        counted.dedup();
        let brotli = counted.iter().map(|file| file.brotli).sum();
        Ok(Verdict {
            name: self.name.clone(),
            brotli,
            at_most_kb: self.brotli_kb,
            is_within: kilobytes(brotli) <= self.brotli_kb,
            files: counted.into_iter().map(|file| file.name.clone()).collect(),
        })
    }
}

fn matching<'a>(site: &'a Site, pattern: &str) -> Result<impl Iterator<Item = &'a Measured>> {
    let pattern = Pattern::new(pattern).with_context(|| format!("{pattern} is no file pattern"))?;
    Ok(site
        .files
        .iter()
        .filter(move |file| pattern.matches(&file.name)))
}

fn base_name(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const BUDGET: &str = r#"
        never_in_pages = ["vendor/plotly-*.js"]
        [[budget]]
        name = "app"
        files = ["site-*_bg.wasm"]
        brotli_kb = 2
        [[budget]]
        name = "first page"
        files = ["index.html", "fonts/serif.woff2"]
        named_by_home = [".js", ".css", ".wasm"]
        brotli_kb = 5
    "#;

    fn site(app_bytes: usize, home: &str) -> Site {
        let file = |name: &str, brotli| Measured {
            name: name.to_owned(),
            raw: 4 * brotli,
            brotli,
        };
        Site {
            files: vec![
                file("index.html", 100),
                file("site-0a_bg.wasm", app_bytes),
                file("site-0a.js", 200),
                file("worker.js", 9000),
                file("base-0b.css", 300),
                file("fonts/serif.woff2", 400),
                file("vendor/plotly-basic-3.7.0.min.js", 300_000),
            ],
            pages: vec![("index.html".to_owned(), home.to_owned())],
        }
    }

    const HOME_TEXT: &str =
        r#"<link href="/base-0b.css"><script src="/site-0a.js"></script> /site-0a_bg.wasm"#;

    #[test]
    fn the_first_page_counts_what_it_names_and_no_more() {
        let budget: Budget = toml::from_str(BUDGET).unwrap();
        let verdicts = budget.compare(&site(2000, HOME_TEXT)).unwrap();
        let shown: Vec<_> = verdicts
            .iter()
            .map(|v| (v.name.as_str(), v.brotli, v.is_within))
            .collect();
        // 100 + 2000 + 200 + 300 + 400 bytes; neither the worker nor the charts.
        assert_eq!(shown, [("app", 2000, true), ("first page", 3000, true)]);
        assert!(budget.faults(&site(2000, HOME_TEXT)).unwrap().is_empty());
    }

    #[test]
    fn one_byte_too_many_is_over() {
        let budget: Budget = toml::from_str(BUDGET).unwrap();
        let verdicts = budget.compare(&site(2001, HOME_TEXT)).unwrap();
        assert!(!verdicts[0].is_within);
    }

    #[test]
    fn a_page_may_not_name_the_charts() {
        let budget: Budget = toml::from_str(BUDGET).unwrap();
        let home = r#"<script src="/vendor/plotly-basic-3.7.0.min.js"></script>"#;
        let faults = budget.faults(&site(2000, home)).unwrap();
        assert_eq!(
            faults,
            ["index.html names vendor/plotly-basic-3.7.0.min.js"]
        );
    }

    #[test]
    fn a_limit_on_nothing_is_a_fault() {
        let budget: Budget = toml::from_str(BUDGET).unwrap();
        let faults = budget.faults(&Site::default()).unwrap();
        assert_eq!(faults.len(), 4, "{faults:?}");
        assert!(
            faults[0].contains("no file matches site-*_bg.wasm"),
            "{faults:?}"
        );
    }
}
