//! What a column is, told by its heading.

use super::report::ReadError;
use super::{Grid, Reader};

// Headings without blanks and punctuation, in lower case; the likeliest first.

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

/// Where a table has what.
pub(super) struct Columns {
    pub(super) code: usize,
    pub(super) message: usize,
    pub(super) description: Option<usize>,
    pub(super) name: Option<usize>,
    pub(super) aliases: Option<usize>,
    /// The others, each with its name.
    pub(super) further: Vec<(String, usize)>,
}

impl Columns {
    /// `None` for a table that has no column of codes.
    pub(super) fn find(reader: &Reader, grid: &Grid<'_>) -> Result<Option<Self>, ReadError> {
        // What is named by hand is out of the question for anything else.
        let by_hand = |heading: &Option<String>| position(grid, heading.as_ref()?);
        let mut taken: Vec<usize> =
            [&reader.code, &reader.message, &reader.description, &reader.name]
                .into_iter()
                .filter_map(by_hand)
                .collect();
        let mut further: Vec<(String, usize)> = Vec::new();
        for (name, heading) in &reader.columns {
            if let Some(index) = position(grid, heading) {
                taken.push(index);
                further.push((name.clone(), index));
            }
        }
        let mut find = |named: &Option<String>, known: &[&str]| {
            if named.is_some() {
                return by_hand(named);
            }
            let index = guess(grid, known, &taken)?;
            taken.push(index);
            Some(index)
        };
        let Some(code) = find(&reader.code, &CODE) else { return Ok(None) };
        let message = find(&reader.message, &MESSAGE);
        let description = find(&reader.description, &DESCRIPTION);
        // A table may say all it has to say under "description".
        let (message, description) = match message {
            None if reader.message.is_none() => (description, None),
            _ => (message, description),
        };
        let Some(message) = message else {
            return Err(ReadError::NoColumn { of: "messages", headings: grid.headings.clone() });
        };
        let name = find(&reader.name, &NAME);
        let aliases = find(&None, &ALIASES);
        for (index, heading) in grid.headings.iter().enumerate() {
            if !taken.contains(&index) {
                further.push((free_name(heading, index, &further), index));
            }
        }
        Ok(Some(Self { code, message, description, name, aliases, further }))
    }
}

/// The column under a heading that was named by hand.
pub(super) fn position(grid: &Grid<'_>, named: &str) -> Option<usize> {
    let exact = grid.headings.iter().position(|heading| heading.trim() == named.trim());
    let alike = || grid.headings.iter().position(|heading| plain(heading) == plain(named));
    exact.or_else(alike)
}

/// Whether a heading is that of codes.
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

/// Of "错误码 (code)" and "Code / Status", what comes first.
fn beginning(heading: &str) -> String {
    plain(heading.trim().split(['(', '（', '[', '/', ':', '：']).next().unwrap_or_default())
}

/// A name for a further column that no other has.
fn free_name(heading: &str, index: usize, further: &[(String, usize)]) -> String {
    let is_free = |name: &String| further.iter().all(|(other, _)| other != name);
    let heading = Some(heading.trim().to_owned()).filter(|name| !name.is_empty() && is_free(name));
    heading.unwrap_or_else(|| format!("column {}", index + 1))
}
