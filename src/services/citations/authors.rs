//! Authors as citation formats want them: family and given name apart, a group as one, and whether there are more.
//! Here because content writes names as a reader reads them: `L. Cao et al.`.
//! Must not know: any citation format.

/// One author, or that there are more than were named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    Person {
        given: String,
        family: String,
    },
    Group(String),
    /// The "et al." of a list that stops early.
    Others,
}

impl Author {
    /// `Zichao Yan`, `W. K. Seong`: the last word is the family name, as in every name of this review's content.
    pub fn person(name: &str) -> Self {
        match name.trim().rsplit_once(' ') {
            Some((given, family)) => Author::Person {
                given: given.trim().to_owned(),
                family: family.to_owned(),
            },
            None => Author::Person {
                given: String::new(),
                family: name.trim().to_owned(),
            },
        }
    }

    /// `D. Li, L. Cao` or `L. Cao et al.`
    pub fn list(names: &str) -> Vec<Self> {
        let (named, more) = match names.trim().strip_suffix("et al.") {
            Some(named) => (named.trim_end().trim_end_matches(','), true),
            None => (names, false),
        };
        named
            .split(',')
            .filter(|name| !name.trim().is_empty())
            .map(Author::person)
            .chain(more.then_some(Author::Others))
            .collect()
    }

    /// `Cao, L.`; a group has one name, and others have none.
    pub fn family_first(&self) -> Option<String> {
        match self {
            Author::Person { given, family } if given.is_empty() => Some(family.clone()),
            Author::Person { given, family } => Some(format!("{family}, {given}")),
            Author::Group(name) => Some(name.clone()),
            Author::Others => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Author;

    fn person(given: &str, family: &str) -> Author {
        Author::Person {
            given: given.to_owned(),
            family: family.to_owned(),
        }
    }

    #[test]
    fn names_come_apart_and_et_al_is_no_name() {
        for (written, wanted) in [
            ("L. Cao et al.", vec![person("L.", "Cao"), Author::Others]),
            ("L. Cao, et al.", vec![person("L.", "Cao"), Author::Others]),
            (
                "R. Yuksel, W. K. Seong",
                vec![person("R.", "Yuksel"), person("W. K.", "Seong")],
            ),
            ("Zichao Yan", vec![person("Zichao", "Yan")]),
            ("", vec![]),
        ] {
            assert_eq!(Author::list(written), wanted, "{written}");
        }
    }
}
