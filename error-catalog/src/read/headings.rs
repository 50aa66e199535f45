//! What a column means, by its heading.

use super::grid::Grid;
use super::report::ReadError;

// Headings in lower case without blanks and punctuation; the likeliest first.

const CODE: [&str; 24] = [
    "code",
    "errorcode",
    "errcode",
    "errorcodes",
    "codes",
    "错误码",
    "错误代码",
    "错误编码",
    "错误编号",
    "返回码",
    "状态码",
    "响应码",
    "代码",
    "编码",
    "编号",
    "errno",
    "errornumber",
    "returncode",
    "resultcode",
    "responsecode",
    "statuscode",
    "sqlstate",
    "errorid",
    "number",
];

const MESSAGE: [&str; 26] = [
    "message",
    "errormessage",
    "errmessage",
    "errormsg",
    "errmsg",
    "msg",
    "错误信息",
    "错误消息",
    "错误提示",
    "提示信息",
    "返回信息",
    "返回消息",
    "消息",
    "信息",
    "提示",
    "name",
    "errorname",
    "conditionname",
    "symbol",
    "constant",
    "error",
    "名称",
    "错误名称",
    "title",
    "reason",
    "text",
];

const DESCRIPTION: [&str; 22] = [
    "description",
    "errordescription",
    "desc",
    "details",
    "detail",
    "描述",
    "错误描述",
    "详细描述",
    "描述信息",
    "说明",
    "错误说明",
    "详细说明",
    "详情",
    "含义",
    "解释",
    "原因",
    "备注",
    "meaning",
    "explanation",
    "cause",
    "remarks",
    "comment",
];

const NAME: [&str; 11] = [
    "name",
    "variant",
    "errorname",
    "conditionname",
    "identifier",
    "symbol",
    "symbolicname",
    "constant",
    "名称",
    "错误名称",
    "英文名称",
];

const ALIASES: [&str; 2] = ["aliases", "alias"];

/// The headings that the caller named.
#[derive(Clone, Debug, Default)]
pub(super) struct Named {
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    pub(super) description: Option<String>,
    pub(super) name: Option<String>,
    /// The names of further columns, each with its heading.
    pub(super) columns: Vec<(String, String)>,
}

impl Named {
    fn all_but_message(&self) -> impl Iterator<Item = &String> {
        let own = [&self.code, &self.description, &self.name];
        own.into_iter().flatten().chain(self.columns.iter().map(|(_, heading)| heading))
    }

    /// Checks that the tables of a document have every named heading. `found` are
    /// the tables that have a column of codes; each of them has the messages.
    pub(super) fn require(
        &self,
        all: &[Grid<'_>],
        found: &[(&Grid<'_>, Places)],
    ) -> Result<(), ReadError> {
        let headings = || all.iter().flat_map(|grid| grid.headings.iter().cloned()).collect();
        let is_missing =
            |heading: &&String| found.iter().all(|(grid, _)| position(grid, heading).is_none());
        if let Some(heading) = self.all_but_message().find(is_missing) {
            let heading = heading.clone();
            return Err(ReadError::NoSuchHeading { heading, headings: headings() });
        }
        match (all, found) {
            ([], _) => Err(ReadError::NoTable),
            (_, []) => Err(ReadError::NoColumn { column: "codes", headings: headings() }),
            _ => Ok(()),
        }
    }
}

/// The index of each column of a table, by its meaning.
pub(super) struct Places {
    pub(super) code: usize,
    pub(super) message: usize,
    pub(super) description: Option<usize>,
    pub(super) name: Option<usize>,
    pub(super) aliases: Option<usize>,
    /// The other columns, each with its name.
    pub(super) further: Vec<(String, usize)>,
}

impl Places {
    /// `None` for a table without a column of codes.
    pub(super) fn find(named: &Named, grid: &Grid<'_>) -> Result<Option<Self>, ReadError> {
        // A column whose heading the caller named has no other meaning.
        let headings = named.all_but_message().chain(&named.message);
        let mut taken: Vec<usize> =
            headings.filter_map(|heading| position(grid, heading)).collect();
        let columns = named.columns.iter();
        let mut further: Vec<(String, usize)> = columns
            .filter_map(|(name, heading)| Some((name.clone(), position(grid, heading)?)))
            .collect();
        let mut place = |named: &Option<String>, known: &[&str]| {
            if let Some(heading) = named {
                return position(grid, heading);
            }
            let index = guess(grid, known, &taken)?;
            taken.push(index);
            Some(index)
        };
        let Some(code) = place(&named.code, &CODE) else { return Ok(None) };
        let message = place(&named.message, &MESSAGE);
        let description = place(&named.description, &DESCRIPTION);
        // Some tables have descriptions and no messages.
        let (message, description) = match message {
            None if named.message.is_none() => (description, None),
            _ => (message, description),
        };
        let Some(message) = message else {
            return Err(ReadError::NoColumn {
                column: "messages",
                headings: grid.headings.clone(),
            });
        };
        let name = place(&named.name, &NAME);
        let aliases = place(&None, &ALIASES);
        for (index, heading) in grid.headings.iter().enumerate() {
            if !taken.contains(&index) {
                further.push((free_name(heading, index, &further), index));
            }
        }
        Ok(Some(Self { code, message, description, name, aliases, further }))
    }
}

/// The index of the column with a heading that the caller named.
fn position(grid: &Grid<'_>, named: &str) -> Option<usize> {
    let exact = grid.headings.iter().position(|heading| heading.trim() == named.trim());
    let alike = || grid.headings.iter().position(|heading| plain(heading) == plain(named));
    exact.or_else(alike)
}

/// Whether the heading is known as that of codes.
pub(super) fn is_code(heading: &str) -> bool {
    CODE.contains(&&*plain(heading)) || CODE.contains(&&*beginning(heading))
}

fn guess(grid: &Grid<'_>, known: &[&str], taken: &[usize]) -> Option<usize> {
    let find = |form: fn(&str) -> String| {
        let headings: Vec<String> = grid.headings.iter().map(|heading| form(heading)).collect();
        let mut found = known.iter().flat_map(|known| {
            let alike = headings.iter().enumerate().filter(move |(_, heading)| heading == known);
            alike.map(|(index, _)| index)
        });
        found.find(|index| !taken.contains(index))
    };
    find(plain).or_else(|| find(beginning))
}

fn plain(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The first part of "错误码 (code)" or "Code / Status".
fn beginning(heading: &str) -> String {
    plain(heading.trim().split(['(', '（', '[', '/', ':', '：']).next().unwrap_or_default())
}

/// A name for a further column: its heading, or its number if the heading is empty
/// or another column's name.
fn free_name(heading: &str, index: usize, further: &[(String, usize)]) -> String {
    let is_free = |name: &String| further.iter().all(|(other, _)| other != name);
    let heading = Some(heading.trim().to_owned()).filter(|name| !name.is_empty() && is_free(name));
    heading.unwrap_or_else(|| format!("column {}", index + 1))
}
