// A matrix between two tiers, in either direction: each item of the rows with what it is linked to, gaps marked.

const PRESETS = [[SYSTEM, HLR], [HLR, LLR], [HLR, CASE], [LLR, CODE], [LLR, CASE], [CASE, PROCEDURE], [CASE, RESULT], [PROCEDURE, RESULT], [HAZARD, HLR], [LLR, REVIEW], [HLR, REVIEW]];
const CHIPS_MAX = 24;

views.matrix = function (at) {
  const preset = PRESETS.find(function (p) { return tierCount(p[0]) && tierCount(p[1]); }) || PRESETS[1];
  const rowTier = tierNamed(at.query.rows, preset[0]), columnTier = tierNamed(at.query.columns, preset[1]);
  const table = relation(rowTier, columnTier, at.query.through === "yes");
  const back = relation(columnTier, rowTier, at.query.through === "yes");
  let rows = table.rows.map(function (_, k) { return k; });
  if (at.query.gaps === "yes") rows = rows.filter(function (k) { return table.cells[k].length === 0 && gap(table.rows[k], columnTier)[1] === "not"; });
  if (at.query.q && at.query.q.trim()) {
    const wanted = new Set(found(at.query.q.trim()));
    rows = rows.filter(function (k) { return wanted.has(table.rows[k]) || table.cells[k].some(function (c) { return wanted.has(c); }); });
  }
  const list = at.query.form === "grid" ? matrixGrid(table, rows, rowTier, columnTier) : matrixList(table, rows, rowTier, columnTier, at);
  return { title: TIERS[rowTier] + " × " + TIERS[columnTier], list: list.list ? list : null, nodes: [matrixBar(at, table, back, rowTier, columnTier, rows.length), rows.length ? list : el("p", { class: "page", role: "status" }, "No row.")] };
};

function tierNamed(name, otherwise) {
  const tier = TIERS.indexOf(name);
  return tier < 0 ? otherwise : tier;
}

const relations = new Map();

// rows: items of the row tier; cells: for each the items of the column tier that it is linked to, in either direction of the link.
function relation(rowTier, columnTier, through) {
  const key = rowTier + " " + columnTier + " " + through;
  if (relations.has(key)) return relations.get(key);
  const rows = [], cells = [];
  for (let i = 0; i < COUNT; i++) {
    if (tierOf(i) !== rowTier) continue;
    rows.push(i);
    cells.push((through ? reached(i, columnTier) : neighbours(i, columnTier)).sort(function (a, b) { return a - b; }));
  }
  const table = { rows: rows, cells: cells };
  relations.set(key, table);
  return table;
}

function neighbours(item, tier) {
  const set = new Set();
  for (const l of linksOf(item)) if (linkTo[l] >= 0 && tierOf(linkTo[l]) === tier) set.add(linkTo[l]);
  for (const l of linksTo(item)) if (tierOf(linkFrom[l]) === tier) set.add(linkFrom[l]);
  set.delete(item);
  return Array.from(set);
}

// Everything of the tier above or below, over any number of steps.
function reached(item, tier) {
  const set = new Set();
  for (const up of [true, false]) {
    const seen = new Set([item]), open = [item];
    while (open.length) {
      const i = open.pop();
      for (const l of up ? stepsUp(i) : stepsDown(i)) {
        const next = up ? linkTo[l] : linkFrom[l];
        if (next < 0 || seen.has(next)) continue;
        seen.add(next);
        open.push(next);
        if (tierOf(next) === tier) set.add(next);
      }
    }
  }
  return Array.from(set);
}

// What an empty cell means: a gap, or nothing that is asked.
function gap(item, columnTier) {
  const state = data.state[item], tier = tierOf(item);
  if (state & REMOVED) return ["removed", "na"];
  const bit = columnTier === CODE ? NO_CODE : columnTier === CASE && tier <= LLR ? NO_TEST : columnTier === RESULT ? NO_PASS
    : columnTier <= LLR && columnTier > tier || tier === HAZARD && columnTier <= LLR ? NO_CHILD : 0;
  if (bit && state & bit) return ["none", "not"];
  if (columnTier < tier && columnTier <= LLR) {
    if (state & DERIVED) return ["derived", "wait"];
    if (state & NO_PARENT) return ["none", "not"];
  }
  if (columnTier === CASE && tier <= LLR && methodsOf(item).length) return ["by " + methodsOf(item).join(" or "), "na"];
  if (typeAround(item) >= 0 && columnTier <= LLR) return ["through the type around it", "na"];
  return ["none", "na"];
}

function matrixBar(at, table, back, rowTier, columnTier, shown) {
  const change = function (query) { return address("matrix", [], Object.assign({ rows: TIERS[rowTier], columns: TIERS[columnTier], through: at.query.through, form: at.query.form, q: at.query.q, gaps: at.query.gaps }, query)); };
  const pick = function (label, value, name) {
    const box = el("select", { "aria-label": label, onchange: function () { go(change({ [name]: box.value })); } },
      TIERS.filter(function (t, k) { return tierCount(k) || t === value; }).map(function (t) { return el("option", { value: t, selected: t === value }, t + " (" + group(tierCount(TIERS.indexOf(t))) + ")"); }));
    return el("label", null, label + " ", box);
  };
  const flag = function (label, name) {
    const box = el("input", { type: "checkbox", onchange: function () { go(change({ [name]: box.checked ? "yes" : "" })); } });
    box.checked = at.query[name] === "yes";
    return el("label", null, box, " " + label);
  };
  return el("div", { class: "bar-of-filters" },
    pick("Rows", TIERS[rowTier], "rows"), pick("Columns", TIERS[columnTier], "columns"),
    el("a", { class: "button", href: change({ rows: TIERS[columnTier], columns: TIERS[rowTier] }) }, "⇄ Other direction"),
    flag("only gaps", "gaps"), flag("over several steps", "through"),
    el("a", { class: "button", href: change({ form: at.query.form === "grid" ? "" : "grid" }) }, at.query.form === "grid" ? "As list" : "As grid"),
    el("output", { role: "status" }, direction(table, rowTier, columnTier, change), " · ", direction(back, columnTier, rowTier, change), shown === table.rows.length ? "" : " · " + group(shown) + " shown"));
}

function direction(table, from, to, change) {
  let linked = 0, gaps = 0;
  for (let k = 0; k < table.rows.length; k++) {
    if (table.cells[k].length) linked++;
    else if (gap(table.rows[k], to)[1] === "not") gaps++;
  }
  return [TIERS[from] + " → " + TIERS[to] + ": " + group(linked) + " of " + group(table.rows.length) + " linked, ",
    gaps ? el("a", { class: "bad", href: change({ rows: TIERS[from], columns: TIERS[to], gaps: "yes" }) }, plural(gaps, "gap")) : "no gap"];
}

function matrixList(table, rows, rowTier, columnTier) {
  return longList({
    label: "Matrix of " + TIERS[rowTier] + " and " + TIERS[columnTier], class: "matrix", count: rows.length, height: narrow() ? 74 : 44,
    head: [TIERS[rowTier], "Number", TIERS[columnTier]],
    cells: function (k) { return matrixCells(table.rows[rows[k]], table.cells[rows[k]], columnTier); },
    link: function (k) { return itemLink(table.rows[rows[k]]); },
    kind: function (k) { const r = rows[k]; return table.cells[r].length === 0 && gap(table.rows[r], columnTier)[1] === "not" ? "gap" : ""; },
    before: focusSearch,
  });
}

function matrixCells(item, cells, columnTier) {
  const empty = cells.length ? null : gap(item, columnTier);
  return [
    [el("a", { href: itemLink(item), class: "id", tabindex: "-1", title: data.id[item] }, shortId(item)), " ", el("span", { class: "dim" }, titleBeside(item))],
    group(cells.length),
    empty ? el("span", { class: empty[1] }, empty[0]) : [
      cells.slice(0, CHIPS_MAX).map(function (c) { return [el("a", { href: itemLink(c), class: "chip" + (coverageOf(c)[1] === "not" ? " not" : ""), tabindex: "-1", title: data.id[c] + " " + data.name[c] }, shortId(c)), " "]; }),
      cells.length > CHIPS_MAX ? el("a", { href: itemLink(item), tabindex: "-1" }, "and " + group(cells.length - CHIPS_MAX) + " more") : null],
  ];
}
