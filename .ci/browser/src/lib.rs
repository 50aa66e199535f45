//! A WebDriver client with only what the tests need.
//!
//! Every function panics if the browser reports an error.
#![forbid(unsafe_code)]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use std::{env, fs, process};

use serde_json::{Value, json};
use ureq::Agent;

/// The keys that are not letters, as WebDriver writes them.
pub mod key {
    pub const DOWN: &str = "\u{e015}";
    pub const ENTER: &str = "\u{e007}";
    pub const ESCAPE: &str = "\u{e00c}";
    pub const UP: &str = "\u{e013}";
}

/// What WebDriver calls the id of an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A command that takes longer has failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// A headless Chromium with one window.
pub struct Browser {
    driver: Child,
    // The driver fails to write if nobody reads.
    _output: BufReader<ChildStdout>,
    profile: PathBuf,
    agent: Agent,
    session: String,
}

impl Browser {
    pub fn start() -> Self {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .spawn()
            .expect("chromedriver starts");
        let mut output = BufReader::new(driver.stdout.take().expect("its output is piped"));
        let port = port(&mut output);
        let profile = new_profile();
        // The driver is on this machine, and its errors are in the answers' bodies.
        let agent: Agent = Agent::config_builder()
            .proxy(None)
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE))
            .build()
            .into();
        let mut browser = Self { driver, _output: output, profile, agent, session: String::new() };
        let root = format!("http://127.0.0.1:{port}/session");
        let started = browser.post(&root, &capabilities(&browser.profile));
        browser.session = format!("{root}/{}", text(&started["sessionId"]));
        browser
    }

    /// Opens a file, with a fragment or without.
    pub fn open(&self, file: &Path, fragment: &str) {
        self.command("url", &json!({ "url": "about:blank" }));
        let file = fs::canonicalize(file).expect("the page exists");
        self.command("url", &json!({ "url": format!("file://{}{fragment}", file.display()) }));
    }

    /// Runs the body of a function in the page. If it returns a promise, waits for it.
    pub fn run(&self, script: &str) -> Value {
        self.command("execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// The text of an element as a reader sees it.
    pub fn text(&self, selector: &str) -> String {
        let script = format!("return document.querySelector({selector:?}).innerText");
        text(&self.run(&script)).to_owned()
    }

    /// How many of the elements are visible.
    pub fn visible(&self, selector: &str) -> u64 {
        let script = format!(
            "const all = Array.from(document.querySelectorAll({selector:?}));
            return all.filter((element) => element.checkVisibility()).length;"
        );
        self.run(&script).as_u64().expect("a length is a number")
    }

    pub fn click(&self, selector: &str) {
        let element = self.element(selector);
        self.command(&format!("element/{element}/click"), &json!({}));
    }

    /// Types into a field in place of what it has.
    pub fn type_into(&self, selector: &str, text: &str) {
        let element = self.element(selector);
        self.command(&format!("element/{element}/clear"), &json!({}));
        self.command(&format!("element/{element}/value"), &json!({ "text": text }));
    }

    /// Presses keys wherever the focus is.
    pub fn press(&self, keys: &str) {
        let steps = |key: char| {
            [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })]
        };
        let steps: Vec<Value> = keys.chars().flat_map(steps).collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": steps });
        self.command("actions", &json!({ "actions": [keyboard] }));
        self.wait_for_frame();
    }

    /// Waits until the page has been drawn.
    pub fn wait_for_frame(&self) {
        self.run(
            "return new Promise((done) =>
                requestAnimationFrame(() => requestAnimationFrame(() => done())))",
        );
    }

    pub fn set_width(&self, pixels: u32) {
        let metrics =
            json!({ "width": pixels, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
        self.wait_for_frame();
    }

    /// What the user prefers: `light` or `dark`.
    pub fn set_color_scheme(&self, scheme: &str) {
        let feature = json!({ "name": "prefers-color-scheme", "value": scheme });
        self.devtools("Emulation.setEmulatedMedia", &json!({ "features": [feature] }));
        self.wait_for_frame();
    }

    /// The errors on the page's console.
    pub fn errors(&self) -> Vec<String> {
        let entries = self.command("se/log", &json!({ "type": "browser" }));
        let entries = entries.as_array().expect("the log is an array");
        entries.iter().map(|entry| text(&entry["message"]).to_owned()).collect()
    }

    fn devtools(&self, command: &str, parameters: &Value) {
        self.command("goog/cdp/execute", &json!({ "cmd": command, "params": parameters }));
    }

    fn element(&self, selector: &str) -> String {
        let query = json!({ "using": "css selector", "value": selector });
        text(&self.command("element", &query)[ELEMENT]).to_owned()
    }

    #[track_caller]
    fn command(&self, path: &str, body: &Value) -> Value {
        self.post(&format!("{}/{path}", self.session), body)
    }

    #[track_caller]
    fn post(&self, url: &str, body: &Value) -> Value {
        let mut response = self.agent.post(url).send_json(body).expect("the driver answers");
        let mut answer: Value = response.body_mut().read_json().expect("the answer is JSON");
        let value = answer["value"].take();
        assert!(value["error"].is_null(), "{}: {}", value["error"], value["message"]);
        value
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            let _ = self.agent.delete(&self.session).call();
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        let _ = fs::remove_dir_all(&self.profile);
    }
}

/// The port that the driver says it has chosen.
fn port(output: &mut impl BufRead) -> u16 {
    let mut lines = output.lines().map(|line| line.expect("the driver's output is text"));
    lines
        .find_map(|line| {
            line.rsplit_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok()
        })
        .expect("the driver says on which port it is")
}

/// A new directory, so that nothing is left from another run.
fn new_profile() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let profile = env::temp_dir().join(format!("jmessage-codes-{}-{count}", process::id()));
    fs::create_dir_all(&profile).expect("the temporary directory can be written to");
    profile
}

fn capabilities(profile: &Path) -> Value {
    let arguments = [
        "--headless",
        // Chromium refuses to run as root with it, as in a container.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // A container has little shared memory.
        "--disable-dev-shm-usage",
        &format!("--user-data-dir={}", profile.display()),
    ];
    json!({ "capabilities": { "alwaysMatch": {
        "goog:chromeOptions": { "args": arguments },
        "goog:loggingPrefs": { "browser": "SEVERE" },
    } } })
}

#[track_caller]
fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("not a text: {value}"))
}
