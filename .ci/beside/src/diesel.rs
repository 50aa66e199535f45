use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Integer;
use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog, AsExpression, FromSqlRow)]
#[diesel(sql_type = Integer)]
#[catalog(code = i32)]
pub enum Door {
    #[code(7, "door jammed")]
    Jammed,
    #[code(8, "door open")]
    Open,
}

impl FromSql<Integer, Pg> for Door {
    fn from_sql(bytes: <Pg as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        let code = <i32 as FromSql<Integer, Pg>>::from_sql(bytes)?;
        Ok(Self::try_from(code)?)
    }
}

impl ToSql<Integer, Pg> for Door {
    fn to_sql<'b>(&'b self, output: &mut Output<'b, '_, Pg>) -> serialize::Result {
        <i32 as ToSql<Integer, Pg>>::to_sql(&self.code(), &mut output.reborrow())
    }
}

diesel::table! {
    failures {
        id -> Integer,
        door -> Integer,
    }
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = failures)]
pub struct Failure {
    pub id: i32,
    pub door: Door,
}
