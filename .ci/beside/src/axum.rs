use std::error::Error;

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jmessage_codes::{Coded, ErrorCatalog, WebCode};
use serde_json::json;

/// The problem details (RFC 9457) of any error with a code.
pub struct Problem<E>(pub E);

impl<E: Coded + Error> IntoResponse for Problem<E> {
    fn into_response(self) -> Response {
        let code = self.0.error_code();
        let status = StatusCode::from_u16(code.kind().http_status());
        let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let details = json!({
            "type": code.url().map_or("about:blank".to_owned(), |url| url.to_string()),
            "title": code.description(),
            "status": status.as_u16(),
            "detail": self.0.to_string(),
        });
        (status, [("content-type", "application/problem+json")], Json(details)).into_response()
    }
}

/// `?` in a handler makes one.
impl<E: Coded + Error> From<E> for Problem<E> {
    fn from(error: E) -> Self {
        Self(error)
    }
}

pub async fn send() -> Result<&'static str, Problem<WebCode>> {
    WebCode::from(880_103).into_result()?;
    Ok("sent")
}
