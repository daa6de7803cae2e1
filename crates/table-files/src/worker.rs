//! The worker as gloo knows it, on both sides.
//! Here because page and worker must name one type for what goes in and comes out.
//! Must not know: what is served.

use std::marker::PhantomData;

use gloo_worker::{HandlerId, Worker, WorkerScope};
use worker_envelope::{Packet, at_panic};

use crate::{Answer, Request};

/// Carries out requests; says as many answers as it likes.
pub trait Serve: 'static {
    fn serve(request: Request, say: &dyn Fn(Answer));
}

/// The page's side, which names the worker and serves nothing itself.
#[derive(Debug)]
pub struct Elsewhere;

impl Serve for Elsewhere {
    fn serve(_: Request, _: &dyn Fn(Answer)) {}
}

/// Reads and writes files in a Web Worker.
#[derive(Debug)]
pub struct FilesWorker<S>(PhantomData<S>);

impl<S: Serve> Worker for FilesWorker<S> {
    type Message = ();
    type Input = Packet;
    type Output = Packet;

    fn create(_: &WorkerScope<Self>) -> Self {
        Self(PhantomData)
    }

    fn connected(&mut self, scope: &WorkerScope<Self>, id: HandlerId) {
        let scope = scope.clone();
        at_panic(move |reason| respond(&scope, id, &Answer::Crashed { reason }));
    }

    fn received(&mut self, scope: &WorkerScope<Self>, packet: Packet, id: HandlerId) {
        let say = |answer| respond(scope, id, &answer);
        match packet.open::<Request>() {
            Ok(request) => S::serve(request, &say),
            Err(error) => say(Answer::Unreadable {
                reason: error.to_string(),
            }),
        }
    }

    fn update(&mut self, _: &WorkerScope<Self>, (): ()) {}
}

fn respond<S: Serve>(scope: &WorkerScope<FilesWorker<S>>, id: HandlerId, answer: &Answer) {
    // Postcard refuses none of our types; if it did, the page's watchdog would see the silence.
    if let Ok(packet) = Packet::seal(answer) {
        scope.respond(id, packet);
    }
}
