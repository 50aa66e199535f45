(() => {
  "use strict";

  const rows = Array.from(document.querySelector("tbody").rows);
  const search = document.querySelector("label");
  const input = search.querySelector("input");
  const count = document.querySelector(".count");
  const none = document.querySelector(".none");
  const all = count.textContent;

  // A search for plain letters and punctuation also finds their full-width forms.
  const folded = (text) => text.normalize("NFKC").toLowerCase();

  // Made by the first search, so that a page without one loads faster.
  let texts;
  const textsOfRows = () => {
    const text = (row) => Array.from(row.cells, (cell) => folded(cell.textContent)).join("\n");
    texts ??= rows.map(text);
    return texts;
  };

  const filter = () => {
    const words = folded(input.value).split(/\s+/).filter(Boolean);
    let shown = rows.length;
    if (words.length > 0) {
      const found = textsOfRows().map((text) => words.every((word) => text.includes(word)));
      shown = found.filter(Boolean).length;
      show((index) => found[index]);
    } else {
      show(() => true);
    }
    count.textContent = words.length > 0 ? `${shown} of ${all}` : all;
    none.hidden = shown > 0 || words.length === 0;
    none.textContent = none.hidden ? "" : `Nothing matches “${input.value.trim()}”.`;
  };

  // Changes only the rows that differ, so that the browser lays out less.
  const show = (isShown) => {
    rows.forEach((row, index) => {
      if (row.hidden === isShown(index)) {
        row.hidden = !row.hidden;
      }
    });
  };

  let frame = 0;
  const filterSoon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(filter);
  };

  const clear = () => {
    cancelAnimationFrame(frame);
    input.value = "";
    filter();
  };

  // The row that the fragment of the address names, percent-encoded or not.
  const rowOfFragment = () => {
    const fragment = location.hash.slice(1);
    const names = [fragment];
    try {
      names.unshift(decodeURIComponent(fragment));
    } catch {
      // A lone percent sign, as in the code `100%`.
    }
    const elements = names.map((name) => document.getElementById(encodeURIComponent(name)));
    return elements.find(Boolean)?.closest("tr");
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

  // Focuses the code of the nearest visible row, from `row` on, up or down.
  const focusFrom = (row, direction) => {
    while (row?.hidden) {
      row = row[direction];
    }
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
      return focusFrom(rows[0], "nextElementSibling");
    }
    return false;
  };

  const keysOfRow = (event, row) => {
    if (event.key === "ArrowDown") {
      return focusFrom(row.nextElementSibling, "nextElementSibling");
    }
    if (event.key === "ArrowUp") {
      focusFrom(row.previousElementSibling, "previousElementSibling") || focusSearch();
      return true;
    }
    return false;
  };

  const keys = (event) => {
    // The key belongs to an input method that shows its suggestions.
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) {
      return false;
    }
    if (event.key === "Escape" && (input.value !== "" || event.target === input)) {
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
  document.addEventListener("keydown", (event) => keys(event) && event.preventDefault());
  addEventListener("hashchange", follow);
  // For an alias, the browser scrolls to the alias instead of its row.
  addEventListener("load", follow);

  search.hidden = false;
  document.documentElement.classList.add("searchable");
  // After a reload, the browser may restore the text of the search.
  filter();
  follow();
})();
