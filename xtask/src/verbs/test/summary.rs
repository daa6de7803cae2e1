//! How many tests each ring ran, how long it took, and the last line that sums it up.
//! Here because a ring that ran nothing must not pass for green.
//! Must not know: how tests are run.

use std::{
    fmt,
    time::{Duration, Instant},
};

use anyhow::Result;

/// Tests counted in the output of cargo test and wasm-bindgen-test-runner.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub n_passed: usize,
    pub n_failed: usize,
}

impl Counts {
    /// Adds a line like `test result: ok. 12 passed; 0 failed; ...`; any other line changes nothing.
    pub fn read(&mut self, line: &str) {
        let Some((_, result)) = line.split_once("test result: ") else {
            return;
        };
        for part in result.split(['.', ';']) {
            let mut words = part.split_whitespace();
            let (Some(Ok(count)), Some(kind)) =
                (words.next().map(str::parse::<usize>), words.next())
            else {
                continue;
            };
            match kind {
                "passed" => self.n_passed += count,
                "failed" => self.n_failed += count,
                _ => {}
            }
        }
    }
}

/// One ring, done.
#[derive(Debug)]
struct Ring {
    name: &'static str,
    counts: Counts,
    took: Duration,
    fault: Option<String>,
}

/// Every ring so far.
#[derive(Debug, Default)]
pub struct Summary {
    rings: Vec<Ring>,
}

/// How a ring ended: its counts, and why it is red if more than a counted test failed.
#[derive(Debug, Default)]
pub struct Outcome {
    pub counts: Counts,
    pub faults: Vec<String>,
}

impl Summary {
    /// Runs a ring and notes what it did; a fault in one does not keep the next from running.
    pub fn time(&mut self, name: &'static str, ring: impl FnOnce() -> Result<Outcome>) {
        let started = Instant::now();
        let (counts, fault) = match ring() {
            Ok(outcome) => (outcome.counts, verdict(&outcome)),
            Err(error) => (Counts::default(), Some(format!("{error:#}"))),
        };
        self.rings.push(Ring {
            name,
            counts,
            took: started.elapsed(),
            fault,
        });
    }

    pub fn is_green(&self) -> bool {
        !self.rings.is_empty() && self.rings.iter().all(|ring| ring.fault.is_none())
    }
}

fn verdict(outcome: &Outcome) -> Option<String> {
    if !outcome.faults.is_empty() {
        return Some(outcome.faults.join("; "));
    }
    match outcome.counts {
        Counts {
            n_failed: 0,
            n_passed: 0,
        } => Some("ran no test".to_owned()),
        Counts { n_failed: 0, .. } => None,
        _ => Some("tests failed".to_owned()),
    }
}

impl fmt::Display for Summary {
    /// A table, then the totals; a ring that broke without a failed test counts as one failure.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<44}{:>8}{:>8}{:>9}",
            "ring", "passed", "failed", "minutes"
        )?;
        for ring in &self.rings {
            let minutes = ring.took.as_secs_f64() / 60.0;
            let Counts { n_passed, n_failed } = ring.counts;
            writeln!(
                f,
                "{:<44}{n_passed:>8}{n_failed:>8}{minutes:>9.1}",
                ring.name
            )?;
            if let Some(fault) = &ring.fault {
                writeln!(f, "  red: {fault}")?;
            }
        }
        let n_passed: usize = self.rings.iter().map(|ring| ring.counts.n_passed).sum();
        let n_failed: usize = self
            .rings
            .iter()
            .map(|ring| ring.counts.n_failed.max(usize::from(ring.fault.is_some())))
            .sum();
        write!(f, "{n_passed} passed, {n_failed} failed")
    }
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    fn outcome(n_passed: usize, n_failed: usize, faults: &[&str]) -> Outcome {
        Outcome {
            counts: Counts { n_passed, n_failed },
            faults: faults.iter().map(|&fault| fault.to_owned()).collect(),
        }
    }

    #[test]
    fn result_lines_are_added_up_and_others_ignored() {
        let mut counts = Counts::default();
        for line in [
            "running 3 tests",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.03s",
            "    test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out",
            "test tests::passed ... ok",
            "\u{1b}[0mtest result: \u{1b}[32mok\u{1b}[0m. 1 passed; 0 failed; 0 ignored",
        ] {
            counts.read(line);
        }
        assert_eq!(
            counts,
            Counts {
                n_passed: 16,
                n_failed: 2
            }
        );
    }

    #[test]
    fn the_last_line_counts_every_ring() {
        let mut summary = Summary::default();
        summary.time("native", || Ok(outcome(10, 0, &[])));
        summary.time("browser", || Ok(outcome(3, 2, &["`cargo test` failed"])));
        assert!(!summary.is_green());
        assert!(
            summary.to_string().ends_with("\n13 passed, 2 failed"),
            "{summary}"
        );
    }

    #[test]
    fn a_ring_that_breaks_or_runs_nothing_is_a_failure() {
        let mut summary = Summary::default();
        summary.time("native", || Ok(outcome(10, 0, &[])));
        assert!(summary.is_green());
        summary.time("browser", || bail!("the site could not be built"));
        summary.time("journeys", || Ok(outcome(0, 0, &[])));
        let shown = summary.to_string();
        assert!(!summary.is_green());
        assert!(
            shown.contains("red: the site could not be built"),
            "{shown}"
        );
        assert!(shown.contains("red: ran no test"), "{shown}");
        assert!(shown.ends_with("\n10 passed, 2 failed"), "{shown}");
    }

    #[test]
    fn nothing_at_all_is_not_green() {
        assert!(!Summary::default().is_green());
    }
}
