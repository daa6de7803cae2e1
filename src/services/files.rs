//! The worker that reads and writes files of the table, as a phase to show and one verb.
//! Here because widgets must not know that there is a worker, let alone gloo.
//! Must not know: what is shown; the rules of the talk (they are `table_files::Client`).
//!
//! Nothing is loaded before the first order. In the native build that writes the pages nobody orders anything.

use std::rc::Rc;

use explorer::ExportHeader;
use gloo_timers::callback::Interval;
use gloo_worker::{Spawnable, WorkerBridge};
use leptos::{prelude::*, task::spawn_local};
use review::Article;
use table_files::{Client, Elsewhere, FilesWorker, Order, Outcome, Packet, Phase, Postcard};

use crate::{
    platform::{self, worker},
    routes::SITE_NAME,
};

/// The worker's loader as Trunk names it, below the site's base.
pub const LOADER: &str = "/file-worker_loader.js";
/// All references as BibTeX, below the site's base; the prerenderer writes it.
pub const BIBLIOGRAPHY: &str = "/cite/references.bib";

const TICK_MS: u32 = 1000;

type Then = Rc<dyn Fn(Outcome)>;

/// One desk takes one order at a time. A handle to copy into closures; it ends with the owner that made it.
#[derive(Debug, Clone, Copy)]
pub struct FileDesk {
    phase: RwSignal<Phase>,
    inner: StoredValue<Inner, LocalStorage>,
}

struct Inner {
    loader: String,
    client: Client,
    bridge: Option<WorkerBridge<FilesWorker<Elsewhere>>>,
    watchdog: Option<Interval>,
    then: Option<Then>,
}

impl FileDesk {
    /// `loader` is the full path of [`LOADER`] on this host.
    pub fn new(loader: String) -> Self {
        let inner = Inner {
            loader,
            client: Client::default(),
            bridge: None,
            watchdog: None,
            then: None,
        };
        Self {
            phase: RwSignal::new(Phase::default()),
            inner: StoredValue::new_local(inner),
        }
    }

    /// What to show.
    pub fn phase(self) -> ReadSignal<Phase> {
        self.phase.read_only()
    }

    /// Takes an order in place of any other, and does `then` with what it comes to.
    pub fn ask(self, order: Order, then: impl Fn(Outcome) + 'static) {
        self.inner
            .try_update_value(|inner| inner.then = Some(Rc::new(then)));
        self.act(|client| client.ask(order));
        if self
            .inner
            .try_with_value(|inner| inner.client.needs_worker())
            == Some(true)
        {
            self.spawn();
        }
    }

    /// The reader no longer wants it.
    pub fn cancel(self) {
        let bridge = self.inner.try_update_value(|inner| {
            inner.then = None;
            inner.client.cancel().then(|| inner.bridge.take()).flatten()
        });
        // The worker closes itself once it comes to the end of what it is doing.
        drop(bridge);
        self.publish();
    }

    /// Something that an order needs could not be had.
    pub fn fail(self, reason: String) {
        self.act(|client| {
            client.cannot_spawn(reason);
            None
        });
    }

    fn act(self, act: impl FnOnce(&mut Client) -> Option<Packet>) {
        self.inner.try_update_value(|inner| {
            if let (Some(packet), Some(bridge)) = (act(&mut inner.client), &inner.bridge) {
                bridge.send(packet);
            }
        });
        self.publish();
    }

    fn receive(self, packet: &Packet) {
        let Some(turn) = self
            .inner
            .try_update_value(|inner| inner.client.received(packet))
        else {
            return;
        };
        self.act(|_| turn.send);
        let then = self
            .inner
            .try_with_value(|inner| inner.then.clone())
            .flatten();
        if let (Some(outcome), Some(then)) = (turn.outcome, then) {
            then(outcome);
        }
    }

    /// Shows the client's phase, and lets go of a worker that died.
    fn publish(self) {
        let Some((phase, dead)) = self.inner.try_update_value(|inner| {
            let phase = inner.client.phase().clone();
            let dead = matches!(phase, Phase::Dead { .. });
            (phase, inner.bridge.take_if(|_| dead))
        }) else {
            return;
        };
        drop(dead);
        if self.phase.try_with_untracked(|now| *now != phase) == Some(true) {
            self.phase.set(phase);
        }
    }

    fn spawn(self) {
        if let Some(reason) = worker::refusal() {
            self.fail(reason.to_owned());
            return;
        }
        self.inner.try_update_value(|inner| {
            let mut spawner = FilesWorker::<Elsewhere>::spawner().encoding::<Postcard>();
            spawner
                .callback(move |packet| self.receive(&packet))
                .with_loader(true);
            inner.bridge = Some(spawner.spawn(&inner.loader));
            inner.watchdog.get_or_insert_with(|| {
                Interval::new(TICK_MS, move || {
                    self.act(|client| {
                        client.tick();
                        None
                    });
                })
            });
        });
        self.act(|client| match client.spawned() {
            Ok(hello) => Some(hello),
            Err(error) => {
                client.cannot_spawn(error.to_string());
                None
            }
        });
        let Some(loader) = self.inner.try_with_value(|inner| inner.loader.clone()) else {
            return;
        };
        spawn_local(async move {
            if let Some(reason) = worker::missing(&loader).await {
                self.act(|client| {
                    // It may have come after all, from the browser's own store.
                    if *client.phase() == Phase::Loading {
                        client.cannot_spawn(format!("it did not load: {reason}"));
                    }
                    None
                });
            }
        });
    }
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Inner")
            .field("loader", &self.loader)
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}

/// What the head of a file of Table 1 states. `filter` is in words, `link` the view's full address.
pub fn header(article: &Article, filter: String, link: String) -> ExportHeader {
    ExportHeader {
        title: "Table 1: artificial interphases on zinc anodes, as printed".to_owned(),
        source: format!(
            "{}, {} {}, {}, {}, https://doi.org/{}",
            article.title,
            article.journal,
            article.year,
            article.volume,
            article.pages,
            article.doi
        ),
        licence: format!("CC BY 4.0 (data compilation), {SITE_NAME} contributors"),
        filter,
        link,
        date: platform::today(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::BIBLIOGRAPHY;
    use crate::services::{
        citations::{Format, Shelf},
        content,
    };

    #[test]
    fn the_bibliography_is_one_of_the_files_beside_the_page_of_citations() {
        let shelves = Shelf::all(content::load().unwrap(), None);
        let files: Vec<_> = shelves
            .iter()
            .map(|shelf| format!("/{}", shelf.file(Format::BibTex)))
            .collect();
        assert!(files.iter().any(|file| file == BIBLIOGRAPHY), "{files:?}");
    }
}
