//! Files as they were at a revision of git.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;

use thiserror::Error;

use crate::visible;

/// The variables that name a repository other than that of the folder; git sets them in hooks.
const REPOSITORY: [&str; 8] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
];

/// Why there is no older version of a source file.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum RevisionError {
    /// git is not installed.
    #[error("git cannot be run: {0}; install it, or name a file to compare with")]
    NoGit(io::Error),
    /// The revision is empty or begins with `-`, so git would take it for an option.
    #[error("{0:?} is not a git revision; name a tag, a branch or a commit, or a file")]
    NotARevision(String),
    /// The folder is not in a repository, or in one that git refuses to read.
    #[error(
        "there is no file {revision:?}, and no repository that git reads in {}: {message}",
        folder.display()
    )]
    #[non_exhaustive]
    NoRepository {
        /// The revision.
        revision: String,
        /// The folder.
        folder: PathBuf,
        /// git's message.
        message: String,
    },
    /// The repository has no such revision.
    #[error("there is no revision {revision:?} and no file of this name{advice}")]
    #[non_exhaustive]
    NoRevision {
        /// The revision.
        revision: String,
        /// What to do.
        advice: String,
    },
    /// A file and a revision have the same name.
    #[error(
        "{0:?} is a file and a revision of git; write ./{0} for the file, or refs/heads/{0} or \
         refs/tags/{0} for the revision"
    )]
    Ambiguous(String),
    /// The revision does not have the file or folder.
    #[error("{}", not_there(path, revision, known))]
    #[non_exhaustive]
    NotThere {
        /// The file or folder, from the top of the repository.
        path: String,
        /// The revision.
        revision: String,
        /// The files or folders of the revision that have enums of the same names.
        known: Vec<String>,
    },
    /// The source is a file and the older version is a folder, or the reverse.
    #[error("{0} is not a {1}; compare a file with a file, and a folder with a folder")]
    OtherKind(String, &'static str),
    /// Several sources are compared with one file.
    #[error("{0} is one file or folder; name one source to compare with it")]
    SeveralSources(String),
    /// git fails.
    #[error("git: {0}")]
    Git(String),
}

/// On one line, whatever the names of the files are.
fn not_there(path: &str, revision: &str, known: &[String]) -> String {
    let others = match known {
        [] | [_] => String::new(),
        [_, others @ ..] => format!(" (or {})", others.join(", ")),
    };
    let first = known.first().map_or("OLD-PATH", String::as_str);
    visible::line(&format!(
        "{path} is not in {revision}; if it was moved, name its former path from the top of the \
         repository: {revision}:{first}{others}"
    ))
}

/// A revision of the repository that a folder is in.
pub(super) struct Revision {
    folder: PathBuf,
    /// As the user wrote it, without the path.
    name: String,
    /// The commit.
    commit: String,
    /// The path after a colon, from the top of the repository.
    path: Option<String>,
}

/// A file of a revision.
pub(super) struct Blob {
    /// The path from the folder that was asked for.
    pub(super) path: String,
    pub(super) bytes: Vec<u8>,
}

/// The name of an object, and its path.
type GitObject = (String, String);

impl Revision {
    /// `None` if the repository has no such revision. The error is that of a folder or a text
    /// that cannot have one.
    pub(super) fn find(name: &str, folder: &Path) -> Result<Option<Self>, RevisionError> {
        if name.is_empty() || name.starts_with('-') {
            return Err(RevisionError::NotARevision(name.to_owned()));
        }
        let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let inside = git(here, &["rev-parse", "--is-inside-work-tree"])?;
        if !inside.status.success() {
            let (folder, message) = (here.to_owned(), message(&inside));
            let revision = name.to_owned();
            return Err(RevisionError::NoRepository { revision, folder, message });
        }
        // A colon can be a part of a revision, as in `HEAD^{/fix: it}`.
        let split = name.split_once(':').map(|(revision, path)| (revision, Some(path)));
        for (revision, path) in [(name, None)].into_iter().chain(split) {
            if let Some(commit) = object(here, &format!("{revision}^{{commit}}"))? {
                let (folder, path) = (here.to_owned(), path.map(str::to_owned));
                return Ok(Some(Self { folder, name: revision.to_owned(), commit, path }));
            }
        }
        Ok(None)
    }

    /// Why there is no such revision.
    pub(super) fn missing(name: &str, folder: &Path) -> Result<RevisionError, RevisionError> {
        let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let shallow = git(here, &["rev-parse", "--is-shallow-repository"])?;
        let revision = name.split(':').next().unwrap_or(name);
        let advice = if text(&shallow) == "true" {
            "; this clone is shallow: get the rest with `git fetch --unshallow --tags`, or with \
             `fetch-depth: 0` of actions/checkout"
                .to_owned()
        } else if object(here, &format!("refs/remotes/origin/{revision}^{{commit}}"))?.is_some() {
            format!("; there is origin/{revision}")
        } else {
            "; `git fetch --tags` fetches those of others".to_owned()
        };
        Ok(RevisionError::NoRevision { revision: name.to_owned(), advice })
    }

    /// The revision, and the path that it has in it or else this one.
    pub(super) fn shown(&self, file: &Path) -> PathBuf {
        let path = self.path.clone().unwrap_or_else(|| file.display().to_string());
        PathBuf::from(format!("{}:{path}", self.name))
    }

    /// Why a source is not there, with the files or folders that had its enums.
    pub(super) fn not_there(
        &self,
        file: &str,
        known: Vec<String>,
    ) -> Result<RevisionError, RevisionError> {
        let path = self.path(file)?;
        let path = path.trim_end_matches('/').to_owned();
        Ok(RevisionError::NotThere { path, revision: self.name.clone(), known })
    }

    /// Whether the revision names a path.
    pub(super) fn has_path(&self) -> bool {
        self.path.is_some()
    }

    /// The file of this name in the folder, or the one whose path is named.
    pub(super) fn file(&self, file: &str) -> Result<Option<Vec<u8>>, RevisionError> {
        let path = self.path(file)?;
        let Some(object) = object(&self.folder, &format!("{}:{path}", self.commit))? else {
            return Ok(None);
        };
        self.require_kind(&object, &path, "blob", "file")?;
        let blobs = self.blobs(vec![(object, path)], |_| true)?;
        Ok(blobs.into_iter().next().map(|blob| blob.bytes))
    }

    /// The files below the folder, or below the one whose path is named, if `is_meant` is true
    /// for their paths and `is_kept` for their content.
    pub(super) fn below(
        &self,
        is_meant: impl Fn(&str) -> bool,
        is_kept: impl Fn(&[u8]) -> bool,
    ) -> Result<Option<Vec<Blob>>, RevisionError> {
        let path = self.path("")?;
        let Some(object) = object(&self.folder, &format!("{}:{path}", self.commit))? else {
            return Ok(None);
        };
        self.require_kind(&object, &path, "tree", "folder")?;
        self.listed(&object, is_meant, is_kept).map(Some)
    }

    /// The files of the whole revision for which `is_meant` and `is_kept` are true.
    pub(super) fn all(
        &self,
        is_meant: impl Fn(&str) -> bool,
        is_kept: impl Fn(&[u8]) -> bool,
    ) -> Result<Vec<Blob>, RevisionError> {
        self.listed(&self.commit, is_meant, is_kept)
    }

    fn listed(
        &self,
        tree: &str,
        is_meant: impl Fn(&str) -> bool,
        is_kept: impl Fn(&[u8]) -> bool,
    ) -> Result<Vec<Blob>, RevisionError> {
        let listed = git(&self.folder, &["ls-tree", "-r", "-z", "--full-tree", tree])?;
        let listed = succeeded(&listed)?;
        let objects = listed.split('\0').filter_map(listed_file);
        self.blobs(objects.filter(|(_, path)| is_meant(path)).collect(), is_kept)
    }

    /// The folder of the repository, without links.
    pub(super) fn top(&self) -> Result<PathBuf, RevisionError> {
        let top = git(&self.folder, &["rev-parse", "--show-toplevel"])?;
        Ok(PathBuf::from(succeeded(&top)?.trim_end_matches('\n')))
    }

    /// The path of a file in the folder from the top of the repository, or the path that is
    /// named.
    pub(super) fn path(&self, file: &str) -> Result<String, RevisionError> {
        if let Some(path) = &self.path {
            return Ok(path.clone());
        }
        let prefix = git(&self.folder, &["rev-parse", "--show-prefix"])?;
        Ok(succeeded(&prefix)?.trim_end_matches('\n').to_owned() + file)
    }

    fn require_kind(
        &self,
        object: &str,
        path: &str,
        kind: &str,
        what: &'static str,
    ) -> Result<(), RevisionError> {
        let found = git(&self.folder, &["cat-file", "-t", object])?;
        if text(&found) == kind {
            return Ok(());
        }
        Err(RevisionError::OtherKind(format!("{}:{path}", self.name), what))
    }

    /// The content of objects, read by a single process.
    fn blobs(
        &self,
        objects: Vec<GitObject>,
        is_kept: impl Fn(&[u8]) -> bool,
    ) -> Result<Vec<Blob>, RevisionError> {
        if objects.is_empty() {
            return Ok(Vec::new());
        }
        let mut command = command(&self.folder, &["cat-file", "--batch"]);
        let spawned = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = spawned.map_err(RevisionError::NoGit)?;
        let read = read_blobs(&mut child, objects, is_kept);
        let ended = child.wait();
        let fail = |error: io::Error| RevisionError::Git(format!("cat-file: {error}"));
        ended.map_err(fail)?;
        read.map_err(fail)
    }
}

/// The object and the path in a line of `git ls-tree`, if it is a file and not a link.
fn listed_file(line: &str) -> Option<GitObject> {
    let (head, path) = line.split_once('\t')?;
    let mut words = head.split(' ');
    let is_file = words.next()?.starts_with("100") && words.next()? == "blob";
    Some((words.next()?.to_owned(), path.to_owned())).filter(|_| is_file)
}

/// Asks for each object while another thread reads, so that no pipe fills up.
fn read_blobs(
    child: &mut Child,
    objects: Vec<GitObject>,
    is_kept: impl Fn(&[u8]) -> bool,
) -> io::Result<Vec<Blob>> {
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(io::ErrorKind::BrokenPipe.into());
    };
    let mut asked = String::new();
    for (object, _) in &objects {
        asked.extend([object, "\n"]);
    }
    thread::scope(|scope| {
        // If reading fails, its end of the pipe is closed, so this ends, too.
        scope.spawn(move || input.write_all(asked.as_bytes()));
        let mut output = BufReader::new(output);
        let mut blobs = Vec::new();
        for (_, path) in objects {
            let bytes = read_blob(&mut output)?;
            if is_kept(&bytes) {
                blobs.push(Blob { path, bytes });
            }
        }
        Ok(blobs)
    })
}

/// A line `OBJECT blob LENGTH`, the content, and the end of a line.
fn read_blob(output: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut head = String::new();
    output.read_line(&mut head)?;
    let length = head.trim_end().rsplit(' ').next().and_then(|length| length.parse().ok());
    let length: u64 = length.ok_or_else(|| io::Error::other(head.trim_end().to_owned()))?;
    let mut bytes = Vec::new();
    output.take(length + 1).read_to_end(&mut bytes)?;
    bytes.pop();
    Ok(bytes)
}

/// The name of the object that a text refers to, if any.
fn object(folder: &Path, text: &str) -> Result<Option<String>, RevisionError> {
    let output = git(folder, &["rev-parse", "--verify", "--quiet", text])?;
    let name = self::text(&output);
    // `^main` is not one: it is a revision to leave out.
    let is_name = name.bytes().all(|byte| byte.is_ascii_hexdigit());
    Ok(Some(name).filter(|_| output.status.success() && is_name))
}

fn git(folder: &Path, arguments: &[&str]) -> Result<Output, RevisionError> {
    command(folder, arguments).output().map_err(RevisionError::NoGit)
}

/// git in a folder. It finds the repository by itself.
fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(arguments).env("LC_ALL", "C").stdin(Stdio::null());
    for variable in REPOSITORY {
        command.env_remove(variable);
    }
    command
}

fn succeeded(output: &Output) -> Result<String, RevisionError> {
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(RevisionError::Git(message(output)))
    }
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// The first line of git's message.
fn message(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    let line = text.lines().next().unwrap_or_default();
    visible::line(line.trim_start_matches("fatal: "))
}
