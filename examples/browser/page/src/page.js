"use strict";

// What the SDK calls back with: the code flat or nested, a number or text.
const REPLIES = {
  "a success": { code: 0, message: "success", username: "ann" },
  "no such user": { code: 880103, message: "user not exist", username: "ann" },
  "signature expired": { error: { code: 880106, message: "signatu is expire" } },
  "too fast": { code: "880209", message: "beyond the frequency limit" },
  "already a friend": { code: 881302, message: "already is friend", target_username: "bob" },
  "an unlisted code": { code: 880199, message: "new since the table" },
  "no code": { message: "no code" },
  "no JSON": "<html>502 Bad Gateway</html>",
};

const byId = (id) => document.getElementById(id);

/** An element with texts or elements in it. Texts never become markup. */
const element = (tag, attributes, ...content) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...content);
  return made;
};

const chinese = (tag, text) => element(tag, { lang: "zh-Hans" }, text);

/** The code of a reply, as text. */
const codeOf = (text) => {
  let reply;
  try {
    reply = JSON.parse(text);
  } catch {
    throw "the reply is not JSON";
  }
  const code = (reply?.error ?? reply)?.code;
  if (code === undefined || code === null) {
    throw "the reply has no code";
  }
  return String(code);
};

const fact = (label, ...content) => [element("dt", {}, label), element("dd", {}, ...content)];

const stateOf = (code) => {
  if (code.isSuccess) {
    return "success";
  }
  if (code.isDone) {
    return "done";
  }
  return code.isListed ? "error" : "unlisted";
};

const card = (code) => {
  const facts = [
    ...fact("Variant", element("code", {}, `WebCode::${code.name}`)),
    ...fact("Message", code.message),
    ...fact("Description", code.description),
    ...fact("Kind", element("code", {}, code.kind)),
    ...fact("What to do", code.advice),
  ];
  if (code.operation) {
    facts.push(...fact("Operation", code.operation, " · ", chinese("span", code.operationZh)));
  }
  return [
    element("p", { class: "head" },
      element("span", { class: "code" }, String(code.code)),
      element("span", { class: `state ${stateOf(code)}` }, stateOf(code))),
    element("p", { class: "text" }, code.descriptionEn),
    element("p", { class: "text", lang: "zh-Hans" }, code.descriptionZh),
    element("dl", {}, ...facts),
  ];
};

const play = () => {
  try {
    byId("result").replaceChildren(...card(new Code(codeOf(byId("reply").value))));
  } catch (error) {
    byId("result").replaceChildren(element("p", { class: "problem" }, String(error)));
  }
};

const choose = (reply) => {
  byId("reply").value = typeof reply === "string" ? reply : JSON.stringify(reply, null, 2);
  play();
};

const row = (code) => {
  const line = element("li", {},
    element("button", { type: "button", class: "code" }, String(code.code)),
    element("span", { class: "name" }, code.name),
    element("span", { class: "message" }, code.message),
    element("span", { class: "description" }, code.descriptionEn),
    chinese("span", code.descriptionZh),
    element("span", { class: "advice" }, code.advice));
  if (code.isRetired) {
    line.className = "retired";
  }
  line.querySelector("button").addEventListener("click", () => {
    choose({ code: code.code, message: code.message });
    byId("reply-heading").scrollIntoView();
  });
  const texts = Array.from(line.children, (part) => part.textContent);
  const state = code.isRetired ? "retired" : "";
  texts.push(code.description, code.kind, state, code.operation ?? "", code.operationZh ?? "");
  return { line, code: String(code.code), group: groupOf(code), text: folded(texts.join("\n")) };
};

const groupOf = (code) => (code.operation ? `${code.operation} · ${code.operationZh}` : "success");

/** The rows under a heading for each operation, in the order of the codes. */
const sectionsOf = (rows) => {
  const groups = Map.groupBy(rows, ({ group }) => group);
  return Array.from(groups, ([heading, rows]) => {
    const count = element("span", { class: "count" }, String(rows.length));
    const list = element("ul", {}, ...rows.map(({ line }) => line));
    const section = element("section", {}, element("h3", {}, heading, " ", count), list);
    return { section, count, rows };
  });
};

// A search for plain letters and punctuation also finds their full-width forms.
// JavaScript does it: Unicode's tables would be a third of the module.
const folded = (text) => text.normalize("NFKC").toLowerCase();

// Without what is around a pasted word: quotes, brackets, a comma.
const bare = (word) => word.replace(/^[^\p{L}\p{N}_-]+|[^\p{L}\p{N}_]+$/gu, "") || word;

/** Shows the rows with all of the words, and those whose code is in the text. */
const filter = (rows, sections) => {
  const text = folded(byId("search").value);
  const words = text.split(/\s+/).filter(Boolean).map(bare);
  const numbers = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  for (const { line, code, text } of rows) {
    line.hidden = !numbers.includes(code) && !words.every((word) => text.includes(word));
  }
  const shownOf = (rows) => rows.filter(({ line }) => !line.hidden).length;
  for (const { section, count, rows } of sections) {
    section.hidden = shownOf(rows) === 0;
    count.textContent = String(shownOf(rows));
  }
  const shown = shownOf(rows);
  byId("count").textContent = shown === rows.length ? `${shown} codes` : `${shown} of ${rows.length} codes`;
  byId("none").hidden = shown > 0;
  byId("none").textContent = shown > 0 ? "" : `Nothing matches “${byId("search").value.trim()}”.`;
};

let Code;

const start = async () => {
  const bytes = Uint8Array.from(atob(MODULE), (letter) => letter.charCodeAt(0));
  await wasm_bindgen({ module_or_path: bytes });
  Code = wasm_bindgen.Code;
  const samples = Object.entries(REPLIES).map(([label, reply]) => {
    const button = element("button", { type: "button" }, label);
    button.addEventListener("click", () => choose(reply));
    return button;
  });
  document.querySelector(".samples").append(...samples);
  const rows = wasm_bindgen.codes().map(row);
  const sections = sectionsOf(rows);
  byId("codes").append(...sections.map(({ section }) => section));
  byId("reply").addEventListener("input", play);
  byId("search").addEventListener("input", () => filter(rows, sections));
  filter(rows, sections);
  samples[1].click();
};

start();
