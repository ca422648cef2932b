//! A file that is put out: it is there whole, or not at all.
use std::io::{self, Write};
use std::path::Path;

/// Writes bytes to a path whole or not at all, and waits until they are on disk. The folder is there already.
///
/// # Errors
/// If the folder cannot be written.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// Does an act that puts a file out before it is done; where nothing comes of the act, the file goes too. The act says
/// that the file is out by setting what it is given.
///
/// # Errors
/// What the act fails with, or that the file cannot be taken back.
pub fn within<T, E: From<io::Error>>(path: &Path, act: impl FnOnce(&mut bool) -> Result<T, E>) -> Result<T, E> {
    let mut is_out = false;
    let done = act(&mut is_out);
    if is_out && done.is_err() {
        std::fs::remove_file(path)?;
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_act_that_fails_no_file_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        let act = |path: &Path, fails: bool| {
            within(path, |is_out| {
                write(path, b"one")?;
                *is_out = true;
                if fails { Err(io::Error::other("not done")) } else { Ok(1) }
            })
        };
        assert!(act(&path, true).is_err() && !path.exists());
        assert!(act(&path, false).is_ok() && path.exists());
        // What was never put out is none of its own.
        assert!(within(&path, |_| Err::<(), _>(io::Error::other("refused"))).is_err() && path.exists());
    }

    #[test]
    fn a_file_is_whole_or_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        write(&path, b"one").unwrap();
        write(&path, b"two").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert!(write(&folder.path().join("no/a.txt"), b"x").is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
