//! Shows long work on a terminal.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Shorter work is not shown.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the line changes.
const STEP: Duration = Duration::from_millis(100);

/// How many characters the bar has.
const WIDTH: usize = 20;

/// A line on the standard error of a terminal, as long as this value lives.
pub(crate) struct Progress(Option<(Sender<()>, JoinHandle<()>)>);

impl Progress {
    /// Begins work with this name, such as `reading errors.csv`.
    pub(crate) fn new(work: String) -> Self {
        if !io::stderr().is_terminal() {
            return Self(None);
        }
        let (sender, receiver) = channel();
        let thread = thread::spawn(move || {
            let start = Instant::now();
            let mut wait = PATIENCE;
            let mut has_shown = false;
            // The sender is dropped when the work is done.
            while receiver.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                let line = line(&work, start.elapsed());
                let _ = write!(io::stderr(), "\r{line}\x1b[K");
                (wait, has_shown) = (STEP, true);
            }
            if has_shown {
                let _ = write!(io::stderr(), "\r\x1b[K");
            }
        });
        Self(Some((sender, thread)))
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((sender, thread)) = self.0.take() {
            drop(sender);
            let _ = thread.join();
        }
    }
}

/// A bar that moves back and forth, since it is not known how much is left; the work; and the
/// seconds so far.
fn line(work: &str, elapsed: Duration) -> String {
    let steps = usize::try_from(elapsed.as_millis() / STEP.as_millis()).unwrap_or_default();
    let place = steps % (2 * WIDTH - 2);
    let place = place.min(2 * WIDTH - 2 - place);
    let bar: String = (0..WIDTH).map(|each| if each == place { '=' } else { ' ' }).collect();
    format!("[{bar}] {work}, {} s", elapsed.as_secs())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::line;

    #[test]
    fn the_bar_moves_to_and_fro() {
        let at = |millis| line("reading a.csv", Duration::from_millis(millis));
        assert_eq!(at(1000), "[          =         ] reading a.csv, 1 s");
        assert_eq!(at(1900), "[                   =] reading a.csv, 1 s");
        assert_eq!(at(2000), "[                  = ] reading a.csv, 2 s");
        assert_eq!(at(3800), "[=                   ] reading a.csv, 3 s");
    }
}
