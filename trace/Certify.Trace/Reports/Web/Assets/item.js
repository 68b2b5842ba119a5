// One item: every field, its thread in both directions, reviews, problem reports, findings with remedy.

views.item = function (at) {
  const item = itemAt(at.parts[0], Number(at.parts[1]) || 1);
  if (item < 0) return missingItem(at.parts[0]);
  const upward = threadTree(item, true), downward = threadTree(item, false);
  return {
    title: data.id[item],
    nodes: [el("article", { class: "page item" },
      itemHeading(item), itemFields(item), itemTexts(item), itemFindings(item),
      el("div", { class: "columns" },
        el("section", null, el("h2", null, "Upward"), upward || nothingAbove(item)),
        el("section", null, el("h2", null, "Downward"), downward || el("p", { class: "dim" }, "Nothing below."))),
      itemAside(item))],
  };
};

function nothingAbove(item) {
  const type = typeAround(item);
  if (type < 0) return el("p", { class: "dim" }, has(item, DERIVED) ? "Derived: it has no parent on purpose." : "Nothing above.");
  return [el("p", null, "It has the requirements of the type around it:"), el("ul", { class: "tree" }, el("li", null, treeLine(type, "around")), branch(type, true, [item, type], { left: 20 }))];
}

function missingItem(id) {
  const named = [];
  for (let l = 0; l < linkCount && named.length < 100; l++) if (linkTo[l] < 0 && targetOf(l) === id) named.push(linkFrom[l]);
  return {
    title: "No such item",
    nodes: [el("div", { class: "page" }, el("h1", null, "No item has the id ", el("code", null, id || "")),
      named.length ? [el("p", null, "It is named by"), el("ul", null, named.map(function (i) { return el("li", null, treeLine(i, "")); }))] : null,
      el("p", null, el("a", { href: address("items", [], { q: id }) }, "Search for it")))],
  };
}

function itemHeading(item) {
  const coverage = coverageOf(item), twins = byId.get(data.id[item]), marks = [];
  if (has(item, REMOVED)) marks.push(["removed", "na"]);
  if (has(item, DERIVED)) marks.push(["derived", "wait"]);
  if (coverage[0] && !has(item, REMOVED)) marks.push(coverage);
  if (has(item, NO_PARENT)) marks.push(["no parent", "not"]);
  if (has(item, DANGLING)) marks.push(["broken link", "not"]);
  if (tierOf(item) === RESULT) marks.push([resultWord(item) || "no verdict", passed.has(item) ? "met" : "not"]);
  return [
    el("p", { class: "crumb" }, el("a", { href: address("items", [], { tier: TIERS[tierOf(item)] }) }, TIERS[tierOf(item)]),
      componentOf(item) ? [" · ", el("a", { href: address("items", [], { component: componentOf(item) }) }, componentOf(item))] : null,
      data.id[item - 1] === data.id[item] || data.id[item + 1] === data.id[item] ? [" · ", el("span", { class: "not" }, "one of several items with this id")] : null,
      twins !== item ? [" · ", el("a", { href: itemLink(twins) }, "the first")] : data.id[item + 1] === data.id[item] ? [" · ", el("a", { href: itemLink(item + 1) }, "the next")] : null),
    el("h1", null, el("span", { class: "id" }, data.id[item]), " ", titleBeside(item)),
    el("p", { class: "marks" }, marks.map(function (m) { return el("span", { class: "mark " + m[1] }, m[0]); }),
      el("a", { href: itemLink(item, "graph"), class: "button" }, "Graph"),
      copyButton("Copy id", function () { return data.id[item]; }), copyButton("Copy link", function () { return location.href.split("#")[0] + itemLink(item); })),
  ];
}

function itemTexts(item) {
  const block = function (name, text) {
    return text ? el("section", null, name ? el("h2", null, name) : null, el("div", { class: name ? "prose" : "prose shall" }, text)) : null;
  };
  return [block("", data.text[item]), block("Rationale", details.rationale.get(item)), block("Safety feedback", details["safety feedback"].get(item)), block("Source", details.source.get(item))];
}

function itemFields(item) {
  const rows = [["place", placeOf(item)], ["component", componentOf(item)], ["level", levelOf(item)], ["verification", methodsOf(item).join(" or ")], ["status", statusOf(item)]];
  for (const name in details) if (!["rationale", "safety feedback", "source"].includes(name)) rows.push([name, details[name].get(item)]);
  for (const attribute of attributes.get(item) || []) rows.push(attribute);
  rows.push(["SHA-256", el("code", null, fingerprintOf(item))]);
  return el("dl", { class: "facts" }, rows.filter(function (r) { return r[1]; }).map(function (r) { return term(r[0], r[1]); }));
}

function itemFindings(item) {
  const list = findingsOf(item);
  if (!list.length) return null;
  return el("section", null, el("h2", null, "Findings"), el("ul", { class: "found" }, Array.from(list, function (f) {
    const code = word(findings.code[f]), rule = rules.get(code);
    return el("li", { class: findings.error[f] ? "bad" : "wait" }, el("a", { href: address("findings", [], { code: code }) }, code), " ",
      el("span", { class: findings.error[f] ? "bad" : "wait" }, findings.error[f] ? "error" : "warning"), " ", el("span", null, messageOf(f)),
      el("div", { class: "dim" }, placeOfFinding(f)), rule ? el("div", { class: "dim" }, "Rule: " + rule[0] + ". " + rule[1] + " Remedy: " + rule[2]) : null);
  })));
}

function itemAside(item) {
  const reviews = reviewsOf(item).map(function (l) { return reviewLine(item, l); });
  const held = linkLines(item, function (role) { return role === "reviews" || role === "against" || role === "affects" || role === "depends-on"; });
  const others = Array.from(linksTo(item)).filter(function (l) { const role = roleOf(l); return ASIDE.has(role) && role !== "reviews"; })
    .map(function (l) { return el("li", null, treeLine(linkFrom[l], roleOf(l), l)); });
  const asked = [SYSTEM, HLR, LLR].includes(tierOf(item));
  return [
    reviews.length ? el("section", null, el("h2", null, "Reviews"), el("ul", null, reviews))
      : asked && tierCount(REVIEW) ? el("section", null, el("h2", null, "Reviews"), el("p", { class: "dim" }, "None.")) : null,
    held.length ? el("section", null, el("h2", null, "Names"), el("ul", null, held)) : null,
    others.length ? el("section", null, el("h2", null, "Named by"), el("ul", null, others)) : null,
  ];
}

function linkLines(item, wanted) {
  return Array.from(linksOf(item)).filter(function (l) { return wanted(roleOf(l)); }).map(function (l) {
    return linkTo[l] < 0 ? el("li", { class: "break" }, roleOf(l) + " ", el("b", null, targetOf(l)), ", which does not exist") : el("li", null, treeLine(linkTo[l], roleOf(l), l), digestMark(l));
  });
}

function digestMark(link) {
  const of = linkFingerprint.get(link);
  if (!of) return null;
  return of === fingerprintOf(linkTo[link]) ? [" ", el("span", { class: "met" }, "of this text")] : [" ", el("span", { class: "not" }, "of an earlier text")];
}

function reviewLine(item, link) {
  const review = linkFrom[link];
  const who = details.author.get(review) || details.reviewer.get(review), how = details.verdict.get(review);
  const day = (attributes.get(review) || []).find(function (a) { return a[0] === "date"; });
  return el("li", null, el("a", { href: itemLink(review), class: "id" }, data.id[review]), " by ", who || "nobody named", day ? " on " + day[1] : "", ": ",
    el("span", { class: passed.has(review) ? "met" : "not" }, how || "no verdict"), digestMark(link));
}
