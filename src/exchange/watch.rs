//! A long reading on a thread of its own: how far it is, whether it shall stop, and what came of it.
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::book::READER;

/// What reader and watcher share. A reading that nobody watches has one too.
#[derive(Clone, Debug, Default)]
pub struct Watch(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    rows: AtomicUsize,
    stopped: AtomicBool,
}

impl Watch {
    /// How many rows were read.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.0.rows.load(Ordering::Relaxed)
    }

    /// Asks the reader to stop.
    pub fn stop(&self) {
        self.0.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether the reader was asked to stop.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.0.stopped.load(Ordering::Relaxed)
    }

    /// Notes how many rows were read.
    pub fn pass(&self, rows: usize) {
        self.0.rows.store(rows, Ordering::Relaxed);
    }
}

/// A reading under way. Dropped, it stops.
#[derive(Debug)]
pub struct Reading<T> {
    told: Receiver<T>,
    watch: Watch,
}

/// What a look at a reading found.
#[derive(Debug)]
pub enum Look<T> {
    /// It goes on.
    Open,
    /// It is done.
    Done(T),
    /// It ended without a word: the file broke its reader.
    Lost,
}

impl<T: Send + 'static> Reading<T> {
    /// Begins a reading on its own thread, named so that a panic there is known to be the file's fault.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn begin(work: impl FnOnce(&Watch) -> T + Send + 'static) -> io::Result<Self> {
        let (tell, told) = mpsc::channel();
        let watch = Watch::default();
        let own = watch.clone();
        thread::Builder::new().name(READER.to_owned()).spawn(move || {
            // Whoever asked may have gone; then nobody hears.
            let _ = tell.send(work(&own));
        })?;
        Ok(Self { told, watch })
    }

    /// Looks at it, waiting at most for a time.
    #[must_use]
    pub fn look(&self, wait: Duration) -> Look<T> {
        match self.told.recv_timeout(wait) {
            Ok(done) => Look::Done(done),
            Err(RecvTimeoutError::Timeout) => Look::Open,
            Err(RecvTimeoutError::Disconnected) => Look::Lost,
        }
    }

    /// How many rows were read.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.watch.rows()
    }
}

impl<T> Drop for Reading<T> {
    fn drop(&mut self) {
        self.watch.stop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_tells_its_rows_and_its_end() {
        let (go, wait) = mpsc::channel::<()>();
        let reading = Reading::begin(move |watch| {
            watch.pass(7);
            wait.recv().is_ok()
        })
        .unwrap();
        while reading.rows() < 7 {
            assert!(matches!(reading.look(Duration::from_millis(1)), Look::Open));
        }
        go.send(()).unwrap();
        assert!(matches!(reading.look(Duration::from_secs(5)), Look::Done(true)));
    }

    #[test]
    fn a_reading_that_is_dropped_stops_and_one_that_panics_is_lost() {
        let (tell, told) = mpsc::channel();
        let reading = Reading::begin(move |watch| {
            while !watch.is_stopped() {
                thread::sleep(Duration::from_millis(1));
            }
            tell.send(()).is_ok()
        })
        .unwrap();
        drop(reading);
        assert!(told.recv_timeout(Duration::from_secs(5)).is_ok());
        let lost: Reading<()> = Reading::begin(|_| panic!("a broken file")).unwrap();
        assert!(matches!(lost.look(Duration::from_secs(5)), Look::Lost));
    }
}
