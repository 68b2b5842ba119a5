// Findings, grouped by rule. A group opens and closes; one rule alone shows what it means and what to do.

const closed = new Set();

views.findings = function (at) {
  const wanted = findingNumbers(at.query);
  let rows = [];
  const build = function () {
    rows = [];
    for (const code of Array.from(wanted.keys()).sort()) {
      rows.push({ code: code, count: wanted.get(code).length });
      if (!closed.has(code)) for (const f of wanted.get(code)) rows.push(f);
    }
  };
  build();
  const list = longList({
    label: "Findings", class: "findings", count: rows.length, head: ["Rule", "Item", "Finding", "Place"], height: narrow() ? 92 : 52,
    cells: function (k) { return typeof rows[k] === "number" ? findingCells(rows[k]) : groupCells(rows[k]); },
    kind: function (k) { return typeof rows[k] === "number" ? "" : "group"; },
    link: function (k) {
      if (typeof rows[k] === "number") return findings.item[rows[k]] >= 0 ? itemLink(findings.item[rows[k]]) : null;
      return function () {
        if (!closed.delete(rows[k].code)) closed.add(rows[k].code);
        build();
        list.list.set(rows.length);
      };
    },
    before: focusSearch,
  });
  let shown = 0;
  for (const group of wanted.values()) shown += group.length;
  return { title: "Findings", list: list, nodes: [findingBar(at, shown), wholeNote(), ruleNote(at.query.code), shown ? list : el("p", { class: "page", role: "status" }, FINDINGS ? "No finding matches." : "The audit found nothing.")] };
};

// Numbers of findings by code, each in order of place.
function findingNumbers(query) {
  const groups = new Map(), words = wordsOf(query.q || "");
  for (let f = 0; f < FINDINGS; f++) {
    const code = word(findings.code[f]);
    if (query.code && code !== query.code) continue;
    if (query.severity && (query.severity === "error") !== (findings.error[f] === 1)) continue;
    if (words.length) {
      const text = (code + " " + subjectOf(f) + " " + messageOf(f) + " " + placeOfFinding(f)).toLowerCase();
      if (!words.every(function (w) { return text.includes(w); })) continue;
    }
    if (!groups.has(code)) groups.set(code, []);
    groups.get(code).push(f);
  }
  return groups;
}

function findingCells(f) {
  const item = findings.item[f];
  return [
    [el("span", { class: findings.error[f] ? "bad" : "wait" }, findings.error[f] ? "error" : "warning")],
    item >= 0 ? el("a", { href: itemLink(item), class: "id", tabindex: "-1", title: data.id[item] }, shortId(item)) : el("span", { class: "id", title: subjectOf(f) }, subjectOf(f)),
    el("span", { title: messageOf(f) }, messageOf(f)), el("span", { class: "dim", title: placeOfFinding(f) }, placeOfFinding(f)),
  ];
}

function groupCells(group) {
  const rule = rules.get(group.code);
  return [[el("span", { "aria-hidden": "true" }, closed.has(group.code) ? "▸ " : "▾ "), el("b", null, group.code)], plural(group.count, "finding"), rule ? rule[0] : "", closed.has(group.code) ? "closed" : ""];
}

function wholeNote() {
  return WHOLE === FINDINGS ? null : el("p", { class: "note", role: "note" }, "Of " + plural(FINDINGS, "finding") + " this page holds text and place of " + group(WHOLE) + ", the first ones of each rule; of the others it holds rule and item. "
    + "'certify trace audit' prints all.");
}

function ruleNote(code) {
  const rule = rules.get(code);
  return rule ? el("div", { class: "note" }, el("b", null, code + " " + rule[0] + ". "), rule[1], " ", el("b", null, "Remedy: "), rule[2]) : null;
}

function findingBar(at, shown) {
  const codes = countRules();
  const change = function (query) { go(address("findings", [], Object.assign({}, at.query, query))); };
  const rule = el("select", { "aria-label": "Rule", onchange: function () { change({ code: rule.value }); } }, el("option", { value: "" }, "Rule: all"),
    codes.map(function (c) { return el("option", { value: c.code, selected: c.code === at.query.code }, c.code + " " + titleOf(c.code) + " (" + group(c.count) + ")"); }));
  const severity = el("select", { "aria-label": "Severity", onchange: function () { change({ severity: severity.value }); } },
    [["", "Severity: all"], ["error", "errors"], ["warning", "warnings"]].map(function (s) { return el("option", { value: s[0], selected: s[0] === (at.query.severity || "") }, s[1]); }));
  return el("div", { class: "bar-of-filters" }, rule, severity, el("output", { role: "status", "aria-live": "polite" }, shown === FINDINGS ? plural(FINDINGS, "finding") : group(shown) + " of " + plural(FINDINGS, "finding")));
}
