//! How many browsers may be open at once.
//! Here because more of them than cores make each other slow and waits long.
//! Must not know: what they are open for.

use std::sync::{Condvar, Mutex, PoisonError};

const N_BROWSERS: usize = 2;

static OPEN: Mutex<usize> = Mutex::new(0);
static CLOSED: Condvar = Condvar::new();

/// Permission to have a browser open, given back when dropped.
#[derive(Debug)]
pub struct Turn;

/// Waits for a free place.
pub fn take() -> Turn {
    let open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
    let mut open = CLOSED
        .wait_while(open, |open| *open >= N_BROWSERS)
        .unwrap_or_else(PoisonError::into_inner);
    *open += 1;
    Turn
}

impl Drop for Turn {
    fn drop(&mut self) {
        *OPEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        CLOSED.notify_one();
    }
}
