//! The equations of the simulator, decoded once.
//! Here because one page of the native renderer shows them and no widget does, so the browser never carries them.
//! Must not know: how the content files are written, how an equation looks.

use std::sync::OnceLock;

use review::{DecodeError, Equations};

static ENCODED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/equations.bin"));
static EQUATIONS: OnceLock<Equations> = OnceLock::new();

/// All equations.
///
/// # Errors
/// Decoding fails only if the file was damaged after the build.
pub fn load() -> Result<&'static Equations, DecodeError> {
    if let Some(equations) = EQUATIONS.get() {
        return Ok(equations);
    }
    let decoded = review::decode_equations(ENCODED)?;
    Ok(EQUATIONS.get_or_init(|| decoded))
}
