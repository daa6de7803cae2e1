//! Which materials stand side by side, read from the address and written into it.
//! Here because the address is the only store of the choice, and whoever links here must write it alike.
//! Must not know: how anything looks.

use review::Review;

pub const PATH: &str = "/compare/";
const KEY: &str = "materials";
/// More would not fit beside one another.
pub const MAX_MATERIALS: usize = 4;
/// One compound as a coating and as an interphase that forms by itself.
pub const EXAMPLE: [&str; 2] = ["znf2-coating", "znf2-sei"];
/// Keys that belong to the frame.
pub const FOREIGN_KEYS: &[&str] = &["theme"];

/// Ids of materials of Table 1 in the order of the address, and what was refused, in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    pub materials: Vec<String>,
    pub refusals: Vec<String>,
    /// The address names no material at all, so that an example is shown.
    pub is_example: bool,
}

/// Where these materials stand side by side, below the site's base: `/compare/?materials=zns,znse`.
pub fn address<T: AsRef<str>>(materials: &[T]) -> String {
    let query = query(materials);
    let question = if query.is_empty() { "" } else { "?" };
    format!("{PATH}{question}{query}")
}

/// What stands after the question mark.
pub fn query<T: AsRef<str>>(materials: &[T]) -> String {
    if materials.is_empty() {
        return String::new();
    }
    // Ids of materials are letters, digits and hyphens, so that nothing needs an escape.
    let ids: Vec<&str> = materials.iter().map(AsRef::as_ref).collect();
    format!("{KEY}={}", ids.join(","))
}

impl Choice {
    /// Total: what is not understood is refused by name.
    pub fn parse(query: &str, review: &Review) -> Self {
        let mut choice = Self::default();
        let mut is_named = false;
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            if key == KEY {
                is_named = true;
                let ids = value.split(',').map(str::trim).filter(|id| !id.is_empty());
                for id in ids {
                    choice.take(id, review);
                }
            } else if !FOREIGN_KEYS.contains(&key.as_ref()) {
                let key = shown(&key);
                choice.refusals.push(format!(
                    "“{key}” means nothing on this page; it takes {KEY}"
                ));
            }
        }
        if !is_named {
            choice.materials = EXAMPLE.map(str::to_owned).to_vec();
            choice.is_example = true;
        }
        choice
    }

    fn take(&mut self, id: &str, review: &Review) {
        let refusal = if self.materials.iter().any(|known| known == id) {
            format!("“{}” is named twice", shown(id))
        } else if review.material(id).is_none() {
            format!("“{}” is not a material of Table 1", shown(id))
        } else if self.materials.len() == MAX_MATERIALS {
            format!(
                "four materials can stand side by side, so “{}” is left out",
                shown(id)
            )
        } else {
            self.materials.push(id.to_owned());
            return;
        };
        // A hostile address must not fill the page.
        if self.refusals.len() < 10 {
            self.refusals.push(refusal);
        }
    }
}

fn shown(text: &str) -> String {
    text.chars().take(60).collect()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::services::content;

    fn parse(query: &str) -> Choice {
        Choice::parse(query, content::load().unwrap())
    }

    #[test]
    fn the_order_is_kept_and_comes_back_from_the_address() {
        for materials in [
            &["zns"][..],
            &["znse", "zns"],
            &["tin", "pa", "zif-8", "g-c3n4"],
        ] {
            let to = address(materials);
            let choice = parse(to.split_once('?').unwrap().1);
            assert_eq!(choice.materials, materials);
            assert_eq!(choice.refusals, [""; 0]);
            assert!(!choice.is_example);
        }
        assert_eq!(address::<&str>(&[]), "/compare/");
    }

    #[test]
    fn what_cannot_be_shown_is_refused_by_name() {
        let choice = parse("materials=zns,gold,zns,kaolin,znse,tin,pa,zif-8&q=1&theme=dark");
        assert_eq!(choice.materials, ["zns", "znse", "tin", "pa"]);
        let said = choice.refusals.join("\n");
        for part in [
            "“gold” is not",
            "“zns” is named twice",
            "“kaolin” is not",
            "“zif-8” is left out",
            "“q” means nothing",
        ] {
            assert!(said.contains(part), "{part}: {said}");
        }
        assert_eq!(choice.refusals.len(), 5);
        assert_eq!(parse("materials=gold").materials, [""; 0]);
        assert_eq!(
            parse(&format!("materials={}", "x,".repeat(999)))
                .refusals
                .len(),
            10
        );
    }

    #[test]
    fn an_address_without_materials_shows_the_example_and_every_id_needs_no_escape() {
        let choice = parse("theme=dark");
        assert!(choice.is_example && choice.materials == EXAMPLE);
        for material in &content::load().unwrap().materials {
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
            assert!(material.id.chars().all(plain), "{}", material.id);
        }
    }
}
