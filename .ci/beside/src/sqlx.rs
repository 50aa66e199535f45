use jmessage_codes::{ErrorCatalog, WebCode};
use sqlx::postgres::{PgPool, PgRow};
use sqlx::{FromRow, Row};

/// The discriminants of `AppCode` are its codes, so sqlx stores it as an integer.
#[derive(Debug, ErrorCatalog)]
#[catalog(code = i32, code_enum(#[derive(sqlx::Type)] #[repr(i32)] AppCode))]
pub enum AppError {
    #[code(1001, "read failed")]
    Read { path: String },
    #[code(1002, "chat failed")]
    Chat(WebCode),
}

pub struct Failure {
    pub app: AppCode,
    pub web: WebCode,
}

/// Any other catalog is read as its number.
impl FromRow<'_, PgRow> for Failure {
    fn from_row(row: &PgRow) -> sqlx::Result<Self> {
        let web: i64 = row.try_get("web")?;
        let web = u32::try_from(web).map_err(|error| sqlx::Error::Decode(error.into()))?;
        Ok(Self { app: row.try_get("app")?, web: web.into() })
    }
}

pub async fn insert(pool: &PgPool, failure: &Failure) -> sqlx::Result<()> {
    let query = sqlx::query("INSERT INTO failures (app, web) VALUES ($1, $2)");
    query.bind(failure.app).bind(i64::from(failure.web.code())).execute(pool).await?;
    Ok(())
}
