//! Installing a folder all or nothing, and one installation at a time.
//! Here because an interrupted download must not look like a tool, and two terminals share one cache.
//! Must not know: what is installed.

use std::{
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// Held while the cache is looked at or changed; released when dropped or when the process ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for any other run that is installing.
    pub fn take(cache: &Path) -> Result<Self> {
        let unusable = || format!("the cache folder {} cannot be used", cache.display());
        fs::create_dir_all(cache).with_context(unusable)?;
        let file = File::create(cache.join("lock")).with_context(unusable)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                println!("waiting for another run that is installing tools");
                file.lock().with_context(unusable)?;
            }
            Err(TryLockError::Error(error)) => return Err(error).with_context(unusable),
        }
        Ok(Self { _file: file })
    }
}

/// Lets `fill` work in a folder beside `place`, then moves it there in one step; the caller holds the lock.
pub fn install(place: &Path, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let partial = beside(place);
    // An earlier run may have been ended half-way; the lock says that nobody is at work there now.
    remove(&partial)?;
    let outcome = fs::create_dir_all(&partial)
        .with_context(|| format!("could not create {}", partial.display()))
        .and_then(|()| fill(&partial))
        .and_then(|()| {
            // A damaged earlier installation may be in the way.
            remove(place)?;
            fs::rename(&partial, place)
                .with_context(|| format!("could not create {}", place.display()))
        });
    if outcome.is_err() {
        remove(&partial)?;
    }
    outcome
}

fn beside(place: &Path) -> PathBuf {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    place.with_file_name(format!(".partial-{name}"))
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("could not remove {}", folder.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use anyhow::bail;

    use super::*;

    #[test]
    fn a_failed_installation_leaves_nothing_behind() {
        let cache = tempfile::tempdir().unwrap();
        let place = cache.path().join("tool-1.0");
        let failed = install(&place, |partial| {
            fs::write(partial.join("half"), "").unwrap();
            bail!("the network went away")
        });
        assert!(failed.is_err());
        assert_eq!(fs::read_dir(cache.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_new_installation_replaces_a_damaged_one() {
        let cache = tempfile::tempdir().unwrap();
        let place = cache.path().join("tool-1.0");
        fs::create_dir(&place).unwrap();
        fs::write(place.join("damaged"), "").unwrap();
        fs::create_dir(cache.path().join(".partial-tool-1.0")).unwrap();
        fs::write(cache.path().join(".partial-tool-1.0/half"), "").unwrap();
        install(&place, |partial| Ok(fs::write(partial.join("whole"), "")?)).unwrap();
        assert!(place.join("whole").is_file());
        assert!(!place.join("half").exists());
        assert!(!place.join("damaged").exists());
        assert_eq!(fs::read_dir(cache.path()).unwrap().count(), 1);
    }
}
