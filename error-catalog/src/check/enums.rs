//! Which enums of older and of newer source files belong together.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use crate::source::{SourceEnum, SourceFile};

/// An enum, and the path of its file today.
#[derive(Clone, Copy)]
pub(super) struct Placed<'a> {
    pub(super) path: &'a Path,
    pub(super) source: &'a SourceEnum,
}

/// Each enum of the newer files with its older form, and then the older ones that are gone.
///
/// Enums with the same path in the same file belong together. Of the others, two belong together
/// if they are the only ones with a name: the enum was moved.
pub(super) fn pairs<'a>(
    olds: &'a [(PathBuf, SourceFile)],
    news: &'a [(PathBuf, SourceFile)],
    name: Option<&str>,
) -> Vec<(Option<Placed<'a>>, Option<Placed<'a>>)> {
    let (olds, news) = (placed(olds, name), placed(news, name));
    let mut places: HashMap<_, _> = keys(&olds).into_iter().zip(0..).collect();
    let mut found: Vec<Option<usize>> = keys(&news).iter().map(|key| places.remove(key)).collect();
    let rest = |all: &[Placed<'a>], is_rest: &dyn Fn(usize) -> bool| {
        let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
        for (place, each) in all.iter().enumerate().filter(|(place, _)| is_rest(*place)) {
            by_name.entry(each.source.name()).or_default().push(place);
        }
        by_name
    };
    let gone: HashSet<usize> = places.into_values().collect();
    let gone = rest(&olds, &|place| gone.contains(&place));
    for (name, places) in rest(&news, &|place| found.get(place).is_some_and(Option::is_none)) {
        if let ([new], Some([old])) = (&places[..], gone.get(name).map(Vec::as_slice))
            && let Some(found) = found.get_mut(*new)
        {
            *found = Some(*old);
        }
    }
    let kept: HashSet<usize> = found.iter().flatten().copied().collect();
    let old = |place: &Option<usize>| place.and_then(|place| olds.get(place)).copied();
    let pairs = found.iter().map(old).zip(news.into_iter().map(Some));
    let gone = olds.iter().enumerate().filter(|(place, _)| !kept.contains(place));
    pairs.chain(gone.map(|(_, old)| (Some(*old), None))).collect()
}

fn placed<'a>(files: &'a [(PathBuf, SourceFile)], name: Option<&str>) -> Vec<Placed<'a>> {
    let all = files.iter().flat_map(|(path, file)| {
        file.enums().iter().map(move |source| Placed { path: path.as_path(), source })
    });
    all.filter(|each| name.is_none_or(|name| each.source.name() == name)).collect()
}

/// The path of each file, that of the enum in it, and the number of such enums before it;
/// conditions compile only one of them.
fn keys<'a>(all: &[Placed<'a>]) -> Vec<(&'a Path, String, usize)> {
    let mut seen: HashMap<(&Path, String), usize> = HashMap::new();
    let mut keys = Vec::new();
    for each in all {
        let path = each.source.path();
        let count = seen.entry((each.path, path.clone())).or_default();
        keys.push((each.path, path, *count));
        *count += 1;
    }
    keys
}
