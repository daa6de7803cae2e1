//! `screenshots`: pages of the built site at three widths, light and dark.
//! Here because whether a page looks right is seen, not asserted.
//! Must not know: how the browser is spoken to.

mod camera;

use std::fs;

use anyhow::{Context, Result};

use crate::{
    cli::ScreenshotsArgs,
    paths,
    server::{SiteOptions, SiteServer},
    tools::{Need, Toolbox},
};
use camera::{Camera, View};

/// Width and height of a phone, a tablet and a desktop, CSS pixels.
const SCREENS: [(u32, u32); 3] = [(360, 780), (768, 1024), (1440, 900)];
const THEMES: [&str; 2] = ["light", "dark"];

pub fn run(args: &ScreenshotsArgs, offline: bool) -> Result<()> {
    let toolbox = Toolbox::ready(&[Need::Browser], offline)?;
    let server = SiteServer::start(SiteOptions {
        dist: paths::repo().join(&args.dist),
        base: "/".to_owned(),
        port: 0,
    })?;
    let out = paths::repo().join(&args.out);
    fs::create_dir_all(&out).with_context(|| format!("could not create {}", out.display()))?;
    let camera = Camera::open(toolbox.browser()?)?;
    for page in &args.pages {
        for (width, height) in SCREENS {
            for theme in THEMES {
                let view = View {
                    address: format!("{}{}", server.url(), page.trim_start_matches('/')),
                    width,
                    height,
                    theme,
                    full: args.full,
                };
                let file = out.join(format!("{}-{width}-{theme}.png", name(page)));
                fs::write(&file, camera.photograph(&view)?)?;
                println!("{}", file.display());
            }
        }
    }
    Ok(())
}

/// `read/thin-films/?x=1` as part of a file name.
fn name(page: &str) -> String {
    let words: Vec<_> = page
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() {
        "home".to_owned()
    } else {
        words.join("-")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_after_pages() {
        for (page, wanted) in [
            ("", "home"),
            ("/", "home"),
            ("explore/", "explore"),
            ("read/thin-films/?x=1", "read-thin-films-x-1"),
        ] {
            assert_eq!(name(page), wanted, "{page}");
        }
    }
}
