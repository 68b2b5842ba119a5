// Counts by tier, coverage by tier and level, findings by rule, what is derived.

views.overview = function () {
  const shown = [headLines(), el("div", { class: "columns" }, coverageTable(), rulesTable()), tiersTable(), linksTable(), keysHelp()];
  return { title: "Overview", nodes: [el("div", { class: "page" }, shown)] };
};

function headLines() {
  let errors = 0;
  for (const e of findings.error) errors += e;
  const verdict = FINDINGS === 0 ? ["good", "The audit found nothing."]
    : [errors ? "bad" : "wait", "The audit found " + plural(errors, "error") + " and " + plural(FINDINGS - errors, "warning") + "."];
  return [
    el("h1", null, data.title),
    el("p", { class: "verdict " + verdict[0], role: "status" }, verdict[1], " ", FINDINGS ? el("a", { href: "#/findings" }, "Findings") : null),
    el("dl", { class: "facts" },
      term("Software level", data.level), term("Revision", data.revision), term("Tool", "Certify " + data.tool),
      data.command && term("Command", data.command), term("Items", group(COUNT) + " with " + plural(linkCount, "link"))),
  ];
}

function term(name, value) { return [el("dt", null, name), el("dd", null, value)]; }

// Rows: tier and level with the numbers of deep, shallow and uncovered items among those of which something is asked.
function coverageRows() {
  const rows = new Map();
  for (let i = 0; i < COUNT; i++) {
    const state = data.state[i];
    if (!(state & ASKED) || state & REMOVED) continue;
    const key = tierOf(i) + " " + levelOf(i);
    let row = rows.get(key);
    if (!row) rows.set(key, row = { tier: tierOf(i), level: levelOf(i), deep: 0, shallow: 0, uncovered: 0 });
    row[state & GAPS ? "uncovered" : state & NOT_DEEP ? "shallow" : "deep"]++;
  }
  return Array.from(rows.values()).sort(function (a, b) { return a.tier - b.tier || (a.level < b.level ? -1 : 1); });
}

function coverageTable() {
  const rows = coverageRows();
  if (!rows.length) return el("section", null, el("h2", null, "Coverage"), el("p", null, "Nothing is asked of these items at level " + data.level + "."));
  return el("section", null, el("h2", null, "Coverage by tier and level"),
    el("div", { class: "wide" }, el("table", null,
      el("thead", null, el("tr", null, heading("Tier"), heading("Level"), ["Deep", "Shallow", "Uncovered"].map(numbers), el("th", { scope: "col", class: "bars" }, "Share"))),
      el("tbody", null, rows.map(function (row) {
        const total = row.deep + row.shallow + row.uncovered;
        const link = function (name) {
          return row[name] ? el("a", { href: address("items", [], { tier: TIERS[row.tier], level: row.level, coverage: name }) }, group(row[name])) : "0";
        };
        return el("tr", null, el("th", { scope: "row" }, TIERS[row.tier]), el("td", null, row.level),
          el("td", { class: "number" }, link("deep")), el("td", { class: "number" }, link("shallow")), el("td", { class: "number" }, link("uncovered")),
          el("td", { class: "bars" }, bar(row, total)));
      })))),
    el("p", { class: "dim" }, "Shallow: the next step down is there. Deep: so is every step below it", choices("tier").some(function (t) { return t[0] === "result"; }) ? ", down to results that passed." : "; no results were given."));
}

function heading(text) { return el("th", { scope: "col" }, text); }
function numbers(text) { return el("th", { scope: "col", class: "number" }, text); }

function bar(row, total) {
  const text = [["deep", "met"], ["shallow", "wait"], ["uncovered", "not"]];
  let x = 0;
  const label = row.deep + " deep, " + row.shallow + " shallow, " + row.uncovered + " uncovered of " + total;
  return svg("svg", { viewBox: "0 0 200 16", preserveAspectRatio: "none", class: "bar", role: "img", "aria-label": label },
    svg("title", null, label), text.map(function (part) {
      const width = row[part[0]] / total * 200, rect = svg("rect", { x: x, y: 0, width: width, height: 16, class: part[1] });
      x += width;
      return rect;
    }));
}

function rulesTable() {
  if (!FINDINGS) return null;
  const counts = countRules();
  return el("section", null, el("h2", null, "Findings by rule"), el("div", { class: "wide" }, el("table", null,
    el("thead", null, el("tr", null, heading("Rule"), heading("What is wrong"), numbers("Number"))),
    el("tbody", null, counts.map(function (row) {
      return el("tr", null, el("td", null, el("a", { href: address("findings", [], { code: row.code }) }, row.code)),
        el("td", null, el("span", { class: row.errors ? "bad" : "wait" }, row.errors ? "error" : "warning"), " ", titleOf(row.code)), el("td", { class: "number" }, group(row.count)));
    })))));
}

function countRules() {
  const counts = new Map();
  for (let f = 0; f < FINDINGS; f++) {
    const code = word(findings.code[f]);
    let row = counts.get(code);
    if (!row) counts.set(code, row = { code: code, count: 0, errors: 0 });
    row.count++;
    row.errors += findings.error[f];
  }
  return Array.from(counts.values()).sort(function (a, b) { return a.code < b.code ? -1 : 1; });
}

function tiersTable() {
  const rows = TIERS.map(function (name) { return { name: name, count: 0, derived: 0, noParent: 0, broken: 0, findings: 0, removed: 0 }; });
  for (let i = 0; i < COUNT; i++) {
    const row = rows[tierOf(i)];
    row.count++;
    if (has(i, DERIVED)) row.derived++;
    if (has(i, NO_PARENT)) row.noParent++;
    if (has(i, DANGLING)) row.broken++;
    if (findingsOf(i).length) row.findings++;
    if (has(i, REMOVED)) row.removed++;
  }
  const columns = [["derived", "Derived", "coverage", "derived"], ["noParent", "Without parent", "coverage", "no parent"], ["broken", "With a broken link", "coverage", "broken link"], ["findings", "With findings", "finding", "any"]];
  return el("section", null, el("h2", null, "Items by tier"), el("div", { class: "wide" }, el("table", null,
    el("thead", null, el("tr", null, heading("Tier"), numbers("Items"), columns.map(function (c) { return numbers(c[1]); }))),
    el("tbody", null, rows.filter(function (row) { return row.count; }).map(function (row) {
      return el("tr", null, el("th", { scope: "row" }, row.name),
        el("td", { class: "number" }, el("a", { href: address("items", [], { tier: row.name }) }, group(row.count))),
        columns.map(function (c) {
          return el("td", { class: "number" }, row[c[0]] ? el("a", { href: address("items", [], { tier: row.name, [c[2]]: c[3] }) }, group(row[c[0]])) : "0");
        }));
    })))));
}

function linksTable() {
  const given = PRESETS.filter(function (p) { return tierCount(p[0]) && tierCount(p[1]); });
  if (!given.length) return null;
  return el("section", null, el("h2", null, "Matrices"), el("ul", { class: "inline" }, given.map(function (p) {
    return el("li", null, el("a", { href: address("matrix", [], { rows: TIERS[p[0]], columns: TIERS[p[1]] }) }, TIERS[p[0]] + " × " + TIERS[p[1]]));
  })));
}

let tierCounts = null;
function tierCount(tier) {
  if (!tierCounts) { tierCounts = new Int32Array(TIERS.length); for (let i = 0; i < COUNT; i++) tierCounts[tierOf(i)]++; }
  return tierCounts[tier];
}

function keysHelp() {
  const keys = [["/", "search"], ["↓ ↑", "move in a list"], ["Page, Home, End", "move far"], ["Enter", "open"], ["Esc", "empty the search"], ["Alt ←", "back"]];
  return el("section", { class: "help" }, el("h2", null, "Keys"), el("dl", { class: "facts" }, keys.map(function (k) { return [el("dt", null, el("kbd", null, k[0])), el("dd", null, k[1])]; })));
}
