// The thread of an item, up to the system and down to results, as a tree that opens step by step. Each break is named where it is.

const THREAD_OPEN_MAX = 150; // Nodes opened at once; more open by hand.

// Links that lead down a thread, by what they say of the item that holds them. Reviews and problem reports are listed beside it.
const ASIDE = new Set(["reviews", "against", "affects", "depends-on"]);

function stepsDown(item) { return Array.from(linksTo(item)).filter(function (l) { return !ASIDE.has(roleOf(l)); }); }
function stepsUp(item) { return Array.from(linksOf(item)).filter(function (l) { return !ASIDE.has(roleOf(l)); }); }

function threadTree(item, up) {
  const budget = { left: THREAD_OPEN_MAX };
  const nodes = branch(item, up, [item], budget);
  return nodes.length ? el("ul", { class: "tree" }, nodes) : null;
}

// Breadth would be fairer to wide trees, depth reads better: the first thread is shown whole.
function branch(item, up, path, budget) {
  const nodes = (up ? stepsUp(item) : stepsDown(item)).map(function (link) { return treeNode(link, up, path, budget); });
  return nodes.concat(breaks(item, up).map(function (text) { return el("li", { class: "break" }, text); }));
}

function breaks(item, up) {
  const state = data.state[item];
  if (state & REMOVED) return [];
  if (up) return state & NO_PARENT ? ["break: nothing above"] : [];
  const texts = [];
  if (state & NO_CHILD) texts.push("break: no requirement below");
  if (state & NO_CODE) texts.push("break: no code");
  if (state & NO_TEST) texts.push("break: no test");
  if (state & NO_PASS) texts.push("break: no result that passed");
  return texts;
}

function treeNode(link, up, path, budget) {
  const item = up ? linkTo[link] : linkFrom[link];
  if (item < 0) return el("li", { class: "break" }, "break: " + roleOf(link) + " ", el("b", null, targetOf(link)), ", which does not exist");
  const line = treeLine(item, roleOf(link), link);
  if (path.includes(item)) return el("li", { class: "break" }, line, " back to the start of a cycle");
  budget.left--;
  const more = up ? stepsUp(item).length || breaks(item, true).length : stepsDown(item).length || breaks(item, false).length;
  if (!more) return el("li", null, line);
  const box = el("details", null, el("summary", null, line));
  const open = function () { if (!box.querySelector("ul")) box.append(el("ul", null, branch(item, up, path.concat(item), budget))); };
  if (budget.left > 0) { open(); box.open = true; }
  box.addEventListener("toggle", function () { if (box.open) { budget.left = Math.max(budget.left, 20); open(); } });
  return el("li", null, box);
}

function treeLine(item, role, link) {
  const coverage = coverageOf(item), number = findingsOf(item).length, tier = tierOf(item);
  return el("span", { class: "line" },
    el("span", { class: "tier t" + tier }, TIERS[tier]), " ",
    el("a", { href: itemLink(item), class: "id", title: data.id[item] }, shortId(item)), " ", titleBeside(item) ? el("span", null, titleBeside(item)) : null, " ",
    el("span", { class: "dim" }, role, " · ", placeOf(item)), " ",
    linkRevision.has(link) ? el("span", { class: "dim" }, "at revision " + linkRevision.get(link) + " ") : null,
    tier === RESULT ? el("span", { class: passed.has(item) ? "met" : "not" }, resultWord(item) || "no verdict") : coverage[0] ? el("span", { class: coverage[1] }, coverage[0]) : null,
    reviewMark(item), number ? [" ", el("span", { class: "count" }, plural(number, "finding"))] : null);
}

function reviewMark(item) {
  const reviews = reviewsOf(item).length;
  return reviews ? [" ", el("span", { class: "dim" }, plural(reviews, "review"))] : null;
}

function reviewsOf(item) {
  return Array.from(linksTo(item)).filter(function (l) { return roleOf(l) === "reviews"; });
}
