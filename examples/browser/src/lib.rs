//! `WebCode` for the JavaScript of a page.

use jmessage_codes::{Entry, Operation, ParseCodeError, WebCode};
use wasm_bindgen::prelude::wasm_bindgen;

/// A code of the JMessage Web SDK.
#[wasm_bindgen]
pub struct Code(WebCode);

#[wasm_bindgen]
impl Code {
    /// The code that a text has, as in `"880203"`.
    ///
    /// A number would be wrapped on its way from JavaScript: -1 to 4294967295.
    ///
    /// # Errors
    ///
    /// Throws if the text is not a number from 0 to 4294967295.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str) -> Result<Code, String> {
        text.parse().map(Code).map_err(|error: ParseCodeError<WebCode>| error.to_string())
    }

    #[wasm_bindgen(getter)]
    pub fn code(&self) -> u32 {
        self.0.code()
    }

    #[wasm_bindgen(getter)]
    pub fn name(&self) -> String {
        self.0.name().into()
    }

    #[wasm_bindgen(getter)]
    pub fn message(&self) -> String {
        self.0.message().into()
    }

    #[wasm_bindgen(getter)]
    pub fn description(&self) -> String {
        self.0.description().into()
    }

    #[wasm_bindgen(getter, js_name = descriptionZh)]
    pub fn description_zh(&self) -> String {
        self.0.description_zh().into()
    }

    #[wasm_bindgen(getter, js_name = descriptionEn)]
    pub fn description_en(&self) -> String {
        self.0.description_en().into()
    }

    /// What a developer should do about it.
    #[wasm_bindgen(getter)]
    pub fn advice(&self) -> String {
        self.0.advice().into()
    }

    #[wasm_bindgen(getter)]
    pub fn kind(&self) -> String {
        self.0.kind().name().into()
    }

    #[wasm_bindgen(getter)]
    pub fn operation(&self) -> Option<String> {
        self.0.operation().map(|operation| operation.description().into())
    }

    #[wasm_bindgen(getter, js_name = operationZh)]
    pub fn operation_zh(&self) -> Option<String> {
        self.0.operation().map(Operation::description_zh).map(String::from)
    }

    #[wasm_bindgen(getter, js_name = isSuccess)]
    pub fn is_success(&self) -> bool {
        self.0.is_success()
    }

    /// Whether the state that the request asked for is reached, now or already.
    #[wasm_bindgen(getter, js_name = isDone)]
    pub fn is_done(&self) -> bool {
        self.0.is_done()
    }

    #[wasm_bindgen(getter, js_name = isRetired)]
    pub fn is_retired(&self) -> bool {
        self.0.entry().is_some_and(Entry::is_retired)
    }

    #[wasm_bindgen(getter, js_name = isListed)]
    pub fn is_listed(&self) -> bool {
        self.0.entry().is_some()
    }
}

/// Every listed code, in the vendor's order.
#[wasm_bindgen]
pub fn codes() -> Vec<Code> {
    WebCode::ENTRIES.variants().map(Code).collect()
}
