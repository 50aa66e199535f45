(() => {
  "use strict";

  const table = document.querySelector("table");
  const bodies = Array.from(table.tBodies);
  const rows = Array.from(table.querySelectorAll("tbody tr:not(.group)"));
  const search = document.querySelector("label");
  const input = search.querySelector("input");
  const count = document.querySelector(".count");
  const none = document.querySelector(".none");
  const buttons = Array.from(document.querySelectorAll(".kinds button"));
  const groups = Array.from(document.querySelectorAll("nav li"));
  const all = count.textContent;
  const digits = new Intl.NumberFormat("en");

  // A search for plain letters and punctuation also finds their full-width forms.
  const folded = (text) => text.normalize("NFKC").toLowerCase();

  // What a row is found by: its texts, its group, and its kind as programs write it, such as
  // NOT_FOUND and NotFound.
  const contentOf = (row) => {
    const body = row.closest("tbody");
    const kind = row.querySelector(".kind")?.textContent ?? "";
    const group = body.querySelector(".group")?.textContent ?? "";
    const names = [kind.replaceAll(" ", "_"), kind.replaceAll(" ", "")];
    const texts = Array.from(row.cells, (cell) => cell.textContent);
    return { kind, group: bodies.indexOf(body), text: folded([...texts, group, ...names].join("\n")) };
  };

  // Made by the first search, so that a page without one loads faster.
  let contents;
  const contentsOfRows = () => (contents ??= rows.map(contentOf));

  const pressed = () => buttons.filter((button) => button.getAttribute("aria-pressed") === "true");

  // Without what is around a pasted word: quotes, brackets, a comma.
  const bare = (word) => word.replace(/^[^\p{L}\p{N}_-]+|[^\p{L}\p{N}_]+$/gu, "") || word;
  const wordsOf = (text) => folded(text).split(/\s+/).filter(Boolean).map(bare);

  // The rows whose codes are in what was pasted, such as `code=880103` or the line of a log.
  const rowsOfCodes = (text) => {
    const codes = text.match(/-?[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*/gu) ?? [];
    return new Set([text.trim(), ...codes].map(rowOfCode).filter(Boolean));
  };

  const filter = () => {
    const words = wordsOf(input.value);
    const kinds = pressed().map((button) => button.dataset.kind);
    const isFiltered = words.length > 0 || kinds.length > 0;
    const codes = words.length > 0 ? rowsOfCodes(input.value) : new Set();
    const contents = isFiltered ? contentsOfRows() : [];
    const isFound = (row, index) =>
      codes.has(row) || words.every((word) => contents[index].text.includes(word));
    const found = isFiltered ? rows.map(isFound) : [];
    const isShown = (index) =>
      !isFiltered || (found[index] && (kinds.length === 0 || kinds.includes(contents[index].kind)));
    const shown = isFiltered ? rows.filter((_, index) => isShown(index)).length : rows.length;
    show(isShown);
    putFirst(Array.from(codes));
    countKinds(isFiltered ? contents.filter((_, index) => found[index]) : undefined);
    countGroups(isFiltered ? contents.filter((_, index) => isShown(index)) : undefined);
    count.textContent = isFiltered ? `${digits.format(shown)} of ${all}` : all;
    none.hidden = shown > 0 || !isFiltered;
    none.textContent = none.hidden ? "" : nothing();
    mark(words);
    remember();
  };

  const nothing = () => {
    const words = input.value.trim();
    const kinds = pressed().map((button) => button.dataset.kind).join(" or ");
    const text = words === "" ? "Nothing" : `Nothing matches “${words}”`;
    return kinds === "" ? `${text}.` : `${text} among the codes of kind ${kinds}.`;
  };

  // Changes only the rows that differ, so that the browser lays out less.
  const show = (isShown) => {
    rows.forEach((row, index) => {
      if (row.hidden === isShown(index)) {
        row.hidden = !row.hidden;
      }
    });
  };

  const write = (element, number) => {
    element.dataset.all ??= element.textContent;
    element.textContent = number === undefined ? element.dataset.all : digits.format(number);
  };

  const numberOf = (contents, is) => contents && contents.filter(is).length;

  // How many of the rows that the words find have each kind.
  const countKinds = (contents) => {
    for (const button of buttons) {
      const number = numberOf(contents, ({ kind }) => kind === button.dataset.kind);
      write(button.querySelector("span"), number);
    }
  };

  // Shows the groups that have a row, with the number of its rows.
  const countGroups = (contents) => {
    groups.forEach((group, index) => {
      const number = numberOf(contents, (content) => content.group === index);
      write(group.querySelector("span"), number);
      group.hidden = number === 0;
      bodies[index].querySelector(".group").hidden =
        !bodies[index].querySelector("tr:not(.group):not([hidden])");
    });
  };

  // The rows whose codes were searched for are above the others that match, and above the
  // headings of the groups.
  const top = document.createElement("tbody");
  let first = [];
  const putFirst = (found) => {
    for (const { row, place } of first) {
      place.replaceWith(row);
    }
    first = found.filter((row) => !row.hidden).map((row) => {
      const place = document.createComment("");
      row.replaceWith(place);
      top.append(row);
      return { row, place };
    });
  };

  // A name has several, between which it may break into lines.
  const textNodes = (cell) => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) {
      nodes.push(walker.currentNode);
    }
    return nodes;
  };

  const placeIn = (nodes, offset) => {
    let rest = offset;
    for (const node of nodes) {
      if (rest <= node.length) {
        return [node, rest];
      }
      rest -= node.length;
    }
    return undefined;
  };

  // Marks what matches, without a change to the document. Many marks take time, so only
  // the first rows have them.
  const mark = (words) => {
    if (!CSS.highlights) {
      return;
    }
    const ranges = [];
    const shown = words.length === 0 ? [] : rows.filter((row) => !row.hidden).slice(0, 200);
    for (const cell of shown.flatMap((row) => Array.from(row.cells))) {
      const nodes = textNodes(cell);
      const text = nodes.map((node) => node.data).join("").toLowerCase();
      for (const word of words) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
          const [start, end] = [at, at + word.length].map((offset) => placeIn(nodes, offset));
          if (start && end) {
            const range = new Range();
            range.setStart(...start);
            range.setEnd(...end);
            ranges.push(range);
          }
        }
      }
    }
    CSS.highlights.set("match", new Highlight(...ranges));
  };

  // The search is in the address, so that it can be sent to others.
  const remember = () => {
    const address = new URL(location.href);
    address.search = "";
    if (input.value.trim() !== "") {
      address.searchParams.set("q", input.value.trim());
    }
    for (const button of pressed()) {
      address.searchParams.append("kind", button.dataset.kind);
    }
    if (address.href !== location.href) {
      try {
        history.replaceState(history.state, "", address);
      } catch {
        // Some browsers do not change the address of a file.
      }
    }
  };

  const recall = () => {
    const parameters = new URLSearchParams(location.search);
    input.value = parameters.get("q") ?? input.value;
    for (const button of buttons) {
      const isPressed = parameters.getAll("kind").includes(button.dataset.kind);
      button.setAttribute("aria-pressed", String(isPressed));
    }
  };

  let frame = 0;
  const filterSoon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(filter);
  };

  const clear = () => {
    cancelAnimationFrame(frame);
    input.value = "";
    for (const button of pressed()) {
      button.setAttribute("aria-pressed", "false");
    }
    filter();
  };

  const rowOfCode = (code) => document.getElementById(encodeURIComponent(code))?.closest("tr");

  // The row that the fragment of the address names, percent-encoded or not.
  const rowOfFragment = () => {
    const fragment = location.hash.slice(1);
    const names = [fragment];
    try {
      names.unshift(decodeURIComponent(fragment));
    } catch {
      // A lone percent sign, as in the code `100%`.
    }
    return names.map(rowOfCode).find(Boolean);
  };

  // Rows of a large table get their heights when they become visible, which moves
  // the rows below them. So this scrolls again for some frames.
  let scrolling = 0;
  const scrollToRow = (row, frames = 10) => {
    cancelAnimationFrame(scrolling);
    row.scrollIntoView();
    if (frames > 0) {
      scrolling = requestAnimationFrame(() => scrollToRow(row, frames - 1));
    }
  };

  const follow = () => {
    for (const row of document.querySelectorAll(".marked")) {
      row.classList.remove("marked");
      row.removeAttribute("aria-current");
    }
    const row = rowOfFragment();
    if (!row) {
      return;
    }
    row.classList.add("marked");
    row.setAttribute("aria-current", "true");
    if (row.hidden) {
      clear();
    }
    scrollToRow(row);
  };

  // One button, which is in the row that the reader points at.
  const copy = document.createElement("button");
  copy.type = "button";
  copy.className = "copy";
  const offerCopy = (event) => {
    const cell = event.target.closest?.("tbody tr:not(.group)")?.querySelector(".code");
    if (cell && copy.parentNode !== cell) {
      copy.textContent = "Copy";
      copy.setAttribute("aria-label", `Copy ${cell.querySelector("a").textContent}`);
      cell.append(copy);
    }
  };
  const copyCode = async () => {
    const code = copy.parentNode.querySelector("a");
    let isCopied = true;
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      // Without a server, the browser may only copy what is selected.
      getSelection().selectAllChildren(code);
      isCopied = document.execCommand("copy");
      getSelection().removeAllRanges();
    }
    copy.textContent = isCopied ? "Copied" : "Not copied";
  };

  // Focuses the code of the nearest visible row, from `row` on, up or down.
  const visibleRows = () => Array.from(table.querySelectorAll("tbody tr:not(.group):not([hidden])"));
  const focusRow = (row) => {
    const link = row?.querySelector("a");
    link?.focus();
    return Boolean(link);
  };

  const focusSearch = () => {
    input.focus();
    input.select();
  };

  const keysOfSearch = (event) => {
    if (event.key === "ArrowDown" || event.key === "Enter") {
      cancelAnimationFrame(frame);
      filter();
      return focusRow(visibleRows()[0]);
    }
    return false;
  };

  const keysOfRow = (event, row) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") {
      return false;
    }
    const visible = visibleRows();
    const place = visible.indexOf(row) + (event.key === "ArrowDown" ? 1 : -1);
    if (place < 0) {
      focusSearch();
      return true;
    }
    return focusRow(visible[place]);
  };

  const keys = (event) => {
    // The key belongs to an input method that shows its suggestions.
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) {
      return false;
    }
    const isFiltered = input.value !== "" || pressed().length > 0;
    if (event.key === "Escape" && (isFiltered || event.target === input)) {
      clear();
      return true;
    }
    if (event.target === input) {
      return keysOfSearch(event);
    }
    if (event.key === "/") {
      focusSearch();
      return true;
    }
    const row = event.target.closest?.("tbody tr");
    return row ? keysOfRow(event, row) : false;
  };

  input.addEventListener("input", (event) => event.isComposing || filterSoon());
  input.addEventListener("compositionend", filterSoon);
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const isPressed = button.getAttribute("aria-pressed") === "true";
      button.setAttribute("aria-pressed", String(!isPressed));
      filter();
    });
  }
  table.addEventListener("pointerover", offerCopy);
  table.addEventListener("focusin", offerCopy);
  copy.addEventListener("click", copyCode);
  document.addEventListener("keydown", (event) => keys(event) && event.preventDefault());
  addEventListener("hashchange", follow);
  // For an alias, the browser scrolls to the alias instead of its row.
  addEventListener("load", follow);

  for (const element of document.querySelectorAll("label, .kinds")) {
    element.hidden = false;
  }
  document.documentElement.classList.add("searchable");
  table.tHead.after(top);
  // After a reload, the browser may restore the text of the search.
  recall();
  filter();
  follow();
})();
