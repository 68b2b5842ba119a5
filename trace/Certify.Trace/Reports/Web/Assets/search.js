// Search over id, title, component and text: every word of the query must occur. Items whose id or title has it come first, requirements before code.

let haystacks = null;
let lastQuery = "", lastFound = null;

function wordsOf(query) {
  const words = [];
  for (const part of query.toLowerCase().matchAll(/"([^"]+)"|(\S+)/g)) words.push(part[1] || part[2]);
  return words;
}

function haystack() {
  if (haystacks) return haystacks;
  haystacks = new Array(COUNT);
  for (let i = 0; i < COUNT; i++) haystacks[i] = (data.id[i] + "\n" + data.name[i] + "\n" + componentOf(i) + "\n" + data.text[i]).toLowerCase();
  return haystacks;
}

// Numbers of the items that hold all words, in their order.
function found(query) {
  const words = wordsOf(query), hay = haystack();
  // Typing on can only narrow what was found before.
  const within = lastFound && lastQuery && query.startsWith(lastQuery) && !lastQuery.includes('"') && !query.includes('"') ? lastFound : null;
  const result = [];
  const size = within ? within.length : COUNT;
  next: for (let k = 0; k < size; k++) {
    const i = within ? within[k] : k;
    for (const word of words) if (!hay[i].includes(word)) continue next;
    result.push(i);
  }
  lastQuery = query;
  lastFound = result;
  return result;
}

function rank(items, query) {
  const words = wordsOf(query), whole = query.trim().toLowerCase();
  const groups = [[], [], [], [], [], [], [], []];
  for (const i of items) {
    const id = data.id[i].toLowerCase(), title = data.name[i].toLowerCase();
    const group = id === whole ? 0 : id.startsWith(whole) ? 1 : words.every(function (w) { return id.includes(w); }) ? 2 : words.every(function (w) { return title.includes(w); }) ? 3 : 4;
    // A word that stands in many names of symbols is looked for in requirements first.
    groups[group > 1 && tierOf(i) >= CODE ? group + 3 : group].push(i);
  }
  return groups.flat();
}

const NO_COMPONENT = "(none)";

const FILTERS = {
  tier: { label: "Tier", test: function (i, value) { return TIERS[tierOf(i)] === value; }, of: function (i) { return TIERS[tierOf(i)]; } },
  component: { label: "Component", test: function (i, value) { return (componentOf(i) || NO_COMPONENT) === value; }, of: function (i) { return componentOf(i) || NO_COMPONENT; } },
  status: { label: "Status", test: function (i, value) { return statusOf(i) === value; }, of: statusOf },
  method: { label: "Verification", test: function (i, value) { return methodsOf(i).includes(value); }, of: methodsOf },
  level: { label: "Level", test: function (i, value) { return levelOf(i) === value; }, of: levelOf },
  coverage: { label: "Coverage", test: hasCoverage, of: coverageNames },
  finding: {
    label: "Finding", test: function (i, value) { return codesOf(i).includes(value); }, of: codesOf,
  },
};

function codesOf(i) {
  const codes = [];
  for (const f of findingsOf(i)) { const code = word(findings.code[f]); if (!codes.includes(code)) codes.push(code); }
  if (codes.length) codes.unshift("any");
  return codes;
}

function coverageNames(i) {
  const state = data.state[i], names = [];
  if (state & ASKED && !(state & REMOVED)) names.push(state & GAPS ? "uncovered" : state & NOT_DEEP ? "shallow" : "deep");
  if (state & NO_CHILD) names.push("no requirement below");
  if (state & NO_CODE) names.push("no code");
  if (state & NO_TEST) names.push("no test");
  if (state & NO_PASS) names.push("no pass");
  if (state & NO_PARENT) names.push("no parent");
  if (state & DANGLING) names.push("broken link");
  if (state & CYCLIC) names.push("in or above a cycle");
  if (state & DERIVED) names.push("derived");
  return names;
}

function hasCoverage(i, value) { return coverageNames(i).includes(value); }

// What a filter offers: each value with the number of items that have it.
function choices(name) {
  const filter = FILTERS[name];
  if (filter.choices) return filter.choices;
  const counts = new Map();
  for (let i = 0; i < COUNT; i++) {
    for (const value of [filter.of(i)].flat()) if (value) counts.set(value, (counts.get(value) || 0) + 1);
  }
  const order = name === "tier" ? function (a, b) { return TIERS.indexOf(a[0]) - TIERS.indexOf(b[0]); }
    : name === "coverage" ? function () { return 0; } : function (a, b) { return a[0] < b[0] ? -1 : 1; };
  return filter.choices = Array.from(counts).sort(order);
}

const SORTS = {
  id: function (a, b) { return data.id[a] < data.id[b] ? -1 : data.id[a] > data.id[b] ? 1 : a - b; },
  title: function (a, b) { return data.name[a] < data.name[b] ? -1 : data.name[a] > data.name[b] ? 1 : a - b; },
  component: function (a, b) { const x = componentOf(a), y = componentOf(b); return x < y ? -1 : x > y ? 1 : a - b; },
  coverage: function (a, b) { return coverageOf(b)[1].localeCompare(coverageOf(a)[1]) || a - b; },
  findings: function (a, b) { return findingsOf(b).length - findingsOf(a).length || a - b; },
};

// The items that an address asks for.
function select(query) {
  let items = query.q && query.q.trim() ? found(query.q.trim()) : null;
  if (!items) { items = new Array(COUNT); for (let i = 0; i < COUNT; i++) items[i] = i; }
  for (const name in FILTERS) if (query[name]) items = items.filter(function (i) { return FILTERS[name].test(i, query[name]); });
  if (Object.hasOwn(SORTS, query.sort || "")) return items.slice().sort(SORTS[query.sort]);
  return query.q && query.q.trim() ? rank(items, query.q.trim()) : items;
}
