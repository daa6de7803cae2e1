//! What a worker says when the program in it breaks.
//! Here because a worker that dies without a word looks like one that is busy.
//! Must not know: which message says it.

use std::cell::RefCell;
use std::panic::PanicHookInfo;
use std::rc::Rc;

use js_sys::global;
use wasm_bindgen::JsCast;
use web_sys::DedicatedWorkerGlobalScope;

type LastWords = Rc<dyn Fn(String)>;

thread_local! {
    static LAST_WORDS: RefCell<Option<LastWords>> = const { RefCell::new(None) };
}

/// Takes the reason of a panic to the page.
pub fn at_panic(say: impl Fn(String) + 'static) {
    LAST_WORDS.with_borrow_mut(|words| *words = Some(Rc::new(say)));
}

/// Makes a panic visible: in the console with its place, on the page through [`at_panic`], and then ends the worker,
/// whose state is lost. What dies without a panic is left to the page's watchdog.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info: &PanicHookInfo<'_>| {
        console_error_panic_hook::hook(info);
        if let Ok(Some(say)) =
            LAST_WORDS.try_with(|words| words.try_borrow().ok().and_then(|words| words.clone()))
        {
            say(info.to_string());
        }
        if let Ok(scope) = global().dyn_into::<DedicatedWorkerGlobalScope>() {
            scope.close();
        }
    }));
}
