use axum::Json;
use jmessage_codes::WebCode;
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

/// The schema of the field lists the codes: `WebCode` has `#[catalog(serde, utoipa)]`.
#[derive(Serialize, ToSchema)]
pub struct Reply {
    pub code: WebCode,
}

#[utoipa::path(get, path = "/reply", responses((status = 200, body = Reply)))]
pub async fn reply() -> Json<Reply> {
    Json(Reply { code: WebCode::UserNotExist })
}

#[derive(OpenApi)]
#[openapi(paths(reply))]
pub struct Document;
