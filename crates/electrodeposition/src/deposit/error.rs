//! What can go wrong in a deposit run, with time and place.
//! Here because a run that left its range must stop and say where, never drift on.
//! Must not know: how an error is shown.

/// Why a deposit could not start or go on. Places are distances from the lower left corner of the window.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum DepositError {
    #[error(
        "foil and nuclei reach {height_m:e} m, which leaves no electrolyte in a window {window_m:e} m high"
    )]
    NoRoom { height_m: f64, window_m: f64 },
    #[error(
        "{current_a_m2:e} A m⁻² is at or above the limiting current of {limit_a_m2:e} A m⁻²: no steady state"
    )]
    AboveLimitingCurrent { current_a_m2: f64, limit_a_m2: f64 },
    #[error("no part of the metal's surface can take current at t = {time_s} s")]
    NoActiveFront { time_s: f64 },
    #[error(
        "a number was lost (not a number or infinite) at t = {time_s} s, x = {x_m:e} m, y = {y_m:e} m"
    )]
    NotANumber { time_s: f64, x_m: f64, y_m: f64 },
    #[error(
        "the current through the front misses the imposed one by a fraction {fraction:e} at t = {time_s} s"
    )]
    CurrentBalance { time_s: f64, fraction: f64 },
    #[error(
        "the potential did not settle in {iterations} Newton iterations at t = {time_s} s; the largest remainder is \
         at x = {x_m:e} m, y = {y_m:e} m"
    )]
    Newton {
        time_s: f64,
        iterations: u32,
        x_m: f64,
        y_m: f64,
    },
    #[error(
        "to hold Faraday's law the front would have to be shifted by {cells} cells at t = {time_s} s"
    )]
    ShiftTooLarge { time_s: f64, cells: f64 },
    #[error(
        "no place of the front makes the metal's volume what Faraday's law asks for, at t = {time_s} s: it would miss by a \
         fraction {fraction:e} of all metal plated"
    )]
    VolumeResidual { time_s: f64, fraction: f64 },
    #[error("a piece of the front has no label at t = {time_s} s, x = {x_m:e} m, y = {y_m:e} m")]
    Unlabelled { time_s: f64, x_m: f64, y_m: f64 },
}
