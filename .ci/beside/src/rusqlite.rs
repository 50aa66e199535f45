use jmessage_codes::{ErrorCatalog, WebCode};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, Result};

/// Your own catalog can implement the traits; the column has its codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i16)]
pub enum Door {
    #[code(7, "door jammed")]
    Jammed,
}

impl ToSql for Door {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        Ok(self.code().into())
    }
}

impl FromSql for Door {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let code = i16::column_result(value)?;
        Self::try_from(code).map_err(FromSqlError::other)
    }
}

/// A catalog of another crate is written and read as its number.
pub fn insert(connection: &Connection, door: Door, web: WebCode) -> Result<usize> {
    connection.execute("INSERT INTO failures VALUES (?1, ?2)", (door, web.code()))
}

pub fn select(connection: &Connection) -> Result<(Door, WebCode)> {
    connection.query_row("SELECT door, web FROM failures", [], |row| {
        Ok((row.get(0)?, WebCode::from(row.get::<_, u32>(1)?)))
    })
}
