// The items: one array per field, an item is its number. Links are kept as numbers in both directions.

const data = JSON.parse(document.getElementById("data").textContent);
const COUNT = data.id.length;
const TIERS = data.tiers;
const [SYSTEM, HLR, LLR, DESIGN, CODE, CASE, PROCEDURE, RESULT, REVIEW, PROBLEM, HAZARD] = TIERS.keys();

// Bits of an item's state, as the writer of the page sets them.
const ASKED = 1, NO_CHILD = 2, NO_CODE = 4, NO_TEST = 8, NO_PASS = 16, NOT_DEEP = 32, NO_PARENT = 64, DANGLING = 128, DERIVED = 256, REMOVED = 512, CYCLIC = 1024;
const GAPS = NO_CHILD | NO_CODE | NO_TEST | NO_PASS;

const byId = new Map();
for (let i = COUNT - 1; i >= 0; i--) byId.set(data.id[i], i);

const linkCount = data.links.length / 3;
const linkFrom = new Int32Array(linkCount), linkRole = new Int32Array(linkCount), linkTo = new Int32Array(linkCount);
for (let i = 0; i < linkCount; i++) {
  linkFrom[i] = data.links[3 * i];
  linkRole[i] = data.links[3 * i + 1];
  linkTo[i] = data.links[3 * i + 2];
}
data.links = null;

// For each key the numbers of the entries that have it: entries(keys)(key) gives a subarray.
function entries(keys, size) {
  const start = new Int32Array(size + 1), list = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) if (keys[i] >= 0) start[keys[i] + 1]++;
  for (let i = 0; i < size; i++) start[i + 1] += start[i];
  const next = start.slice(0, size);
  for (let i = 0; i < keys.length; i++) if (keys[i] >= 0) list[next[keys[i]]++] = i;
  return function (key) { return list.subarray(start[key], start[key + 1]); };
}

const linksOf = entries(linkFrom, COUNT);
const linksTo = entries(linkTo, COUNT);
const findings = data.findings;
const FINDINGS = findings.code.length;
const WHOLE = findings.message.length; // Of these the page holds text and place; of each rule they are the first ones.
const findingsOf = entries(findings.item, COUNT);
const passed = new Set(data.passed);
const rules = new Map(Object.entries(data.rules));

function titleOf(code) { return rules.has(code) ? rules.get(code)[0] : ""; }

function pairs(list) {
  const map = new Map();
  for (let i = 0; i < list.length; i += 2) map.set(list[i], list[i + 1]);
  return map;
}

const details = {};
for (const name in data.details) details[name] = pairs(data.details[name]);
const linkRevision = pairs(data.linkRevision), linkFingerprint = pairs(data.linkFingerprint);
const attributes = new Map();
for (let i = 0; i < data.attributes.length; i += 3) {
  const of = attributes.get(data.attributes[i]);
  if (of) of.push([data.attributes[i + 1], data.attributes[i + 2]]);
  else attributes.set(data.attributes[i], [[data.attributes[i + 1], data.attributes[i + 2]]]);
}

function word(number) { return data.words[number]; }
function tierOf(item) { return data.tier[item]; }
function componentOf(item) { return word(data.component[item]); }
function statusOf(item) { return word(data.status[item]); }
function levelOf(item) { return word(data.itemLevel[item]) || data.level; }
function has(item, bit) { return (data.state[item] & bit) !== 0; }
function roleOf(link) { return word(linkRole[link]); }
function targetOf(link) { return linkTo[link] >= 0 ? data.id[linkTo[link]] : word(-1 - linkTo[link]); }
function placeOf(item) { return word(data.path[item]) + (data.line[item] ? ":" + data.line[item] : ""); }

function messageOf(f) { return f < WHOLE ? findings.message[f] : "not in this page; 'certify trace audit' prints it"; }

function placeOfFinding(f) {
  if (f >= WHOLE) return findings.item[f] >= 0 ? placeOf(findings.item[f]) : "";
  const line = findings.line[f], column = findings.column[f];
  return word(findings.path[f]) + (line ? ":" + line + (column ? ":" + column : "") : "");
}

function methodsOf(item) { return data.methods.filter(function (_, bit) { return data.method[item] >> bit & 1; }); }

function fingerprintOf(item) {
  const bytes = atob(data.fingerprint.slice(item * 43, item * 43 + 43) + "=");
  return Array.from(bytes, function (c) { return c.charCodeAt(0).toString(16).padStart(2, "0"); }).join("");
}

function subjectOf(f) { return findings.item[f] >= 0 ? data.id[findings.item[f]] : word(-1 - findings.item[f]); }

// A code symbol is long; its last two names tell it apart in a list.
function shortId(item) {
  const id = data.id[item], tier = tierOf(item);
  if (tier !== CODE && tier !== CASE || !/^[A-Z]:/.test(id)) return id;
  const name = id.slice(2).split("(")[0];
  return id[0] === "A" ? name.slice(name.lastIndexOf("/") + 1) : name.split(".").slice(-2).join(".");
}

// A member without tags of its own has those of the type around it: that type, or -1.
function typeAround(item) {
  const id = data.id[item];
  if (tierOf(item) !== CODE || !/^[A-Z]:/.test(id)) return -1;
  let name = id.slice(2).split("(")[0];
  for (let dot = name.lastIndexOf("."); dot > 0; dot = name.lastIndexOf(".")) {
    name = name.slice(0, dot);
    const type = byId.get("T:" + name);
    if (type !== undefined && linksOf(type).length) return type;
  }
  return -1;
}

// The title, unless the id in front of it says the same.
function titleBeside(item) {
  const title = data.name[item];
  return title === data.id[item] || title.replace(/\W/g, "_") === shortId(item).split(".").pop() ? "" : title;
}

// An address of an item's page. Items that share an id are told apart by a number behind it.
function itemLink(item, view) {
  let nth = 1;
  for (let i = item; i > 0 && data.id[i - 1] === data.id[item]; i--) nth++;
  return "#/" + (view || "item") + "/" + encodeURIComponent(data.id[item]) + (nth > 1 ? "/" + nth : "");
}

function itemAt(id, nth) {
  const first = byId.get(id);
  if (first === undefined) return -1;
  const item = first + (nth || 1) - 1;
  return data.id[item] === id ? item : -1;
}

// What an item's coverage is called, with its tone.
function coverageOf(item) {
  const state = data.state[item];
  if (state & REMOVED) return ["removed", "na"];
  if (!(state & ASKED)) return ["", "na"];
  if (state & GAPS) return [gapText(state), "not"];
  if (state & CYCLIC) return ["in or above a cycle", "not"];
  return state & NOT_DEEP ? ["shallow", "wait"] : ["deep", "met"];
}

function gapText(state) {
  const missing = [];
  if (state & NO_CHILD) missing.push("no requirement below");
  if (state & NO_CODE) missing.push("no code");
  if (state & NO_TEST) missing.push("no test");
  if (state & NO_PASS) missing.push("no pass");
  return missing.join(", ");
}
