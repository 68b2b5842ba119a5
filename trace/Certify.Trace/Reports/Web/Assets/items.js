// All items, with search, filters and sorting.

views.items = function (at) {
  const items = select(at.query), words = wordsOf(at.query.q || "");
  const list = longList({
    label: "Items", class: "items", count: items.length, head: itemHead(at),
    cells: function (k) { return itemCells(items[k], words); },
    link: function (k) { return itemLink(items[k]); },
    kind: function (k) { return has(items[k], REMOVED) ? "removed" : ""; },
    before: focusSearch,
  });
  return {
    title: "Items", list: list,
    nodes: [filterBar(at, items.length), items.length ? list : el("p", { class: "page", role: "status" }, "No item matches. ", el("a", { href: "#/items" }, "Show all"))],
  };
};

function itemHead(at) {
  const columns = [["id", "Id"], ["title", "Title and text"], ["", "Tier"], ["component", "Component"], ["coverage", "Coverage"], ["findings", "Findings"]];
  return columns.map(function (c) {
    if (!c[0]) return c[1];
    const on = at.query.sort === c[0];
    return el("a", { href: address("items", [], Object.assign({}, at.query, { sort: on ? "" : c[0] })), title: on ? "back to the order of tiers" : "sort" }, c[1], on ? " ↓" : "");
  });
}

function itemCells(i, words) {
  const coverage = coverageOf(i), number = findingsOf(i).length;
  return [
    el("a", { href: itemLink(i), class: "id", tabindex: "-1", title: data.id[i] }, marked(shortId(i), words)),
    [el("span", { class: "name" }, marked(titleBeside(i), words)), " ", el("span", { class: "dim" }, marked(excerpt(data.text[i], words), words))],
    TIERS[tierOf(i)],
    marked(componentOf(i), words),
    el("span", { class: coverage[1] }, coverage[0] || (tierOf(i) === RESULT ? resultWord(i) : "")),
    number ? el("span", { class: "count" }, group(number)) : "",
  ];
}

// The part of a text where the first word stands.
function excerpt(text, words) {
  const line = text.slice(0, 2000).replace(/\s+/g, " ");
  if (!words.length) return line.slice(0, 240);
  const at = line.toLowerCase().indexOf(words[0]);
  return at > 100 ? "…" + line.slice(at - 40, at + 200) : line.slice(0, 240);
}

function resultWord(i) { return details.verdict.get(i) || ""; }

function filterBar(at, number) {
  const selects = Object.keys(FILTERS).filter(function (name) { return choices(name).length > 1 || at.query[name]; }).map(function (name) {
    const box = el("select", { "aria-label": FILTERS[name].label, onchange: function () { go(address("items", [], Object.assign({}, at.query, { [name]: box.value }))); } },
      el("option", { value: "" }, FILTERS[name].label + ": all"),
      choices(name).map(function (c) { return el("option", { value: c[0], selected: at.query[name] === c[0] }, c[0] + " (" + group(c[1]) + ")"); }));
    if (at.query[name]) box.classList.add("on");
    return box;
  });
  const filtered = Object.keys(FILTERS).some(function (name) { return at.query[name]; }) || at.query.q;
  return el("div", { class: "bar-of-filters", role: "search" }, selects,
    el("output", { role: "status", "aria-live": "polite" }, number === COUNT ? plural(COUNT, "item") : group(number) + " of " + plural(COUNT, "item")),
    filtered ? el("a", { href: "#/items" }, "Show all") : null);
}
