// The frame around the views: navigation, search, keys.

const NAVIGATION = [["overview", "Overview"], ["items", "Items"], ["matrix", "Matrix"], ["graph", "Graph"], ["findings", "Findings"]];
const SEARCHABLE = ["items", "matrix", "findings"];

const search = el("input", { type: "search", id: "search", placeholder: "Search: id, word, component  ( / )", "aria-label": "Search", autocomplete: "off", spellcheck: "false", oninput: typed, onkeydown: searchKey });
const navigation = el("nav", { "aria-label": "Views" });
const main = el("main", { id: "main", tabindex: "-1" });
let current = null;

function focusSearch() { search.focus(); search.select(); }

function typed() {
  const at = route(), within = SEARCHABLE.includes(at.view);
  go(within ? address(at.view, at.parts, Object.assign({}, at.query, { q: search.value })) : address("items", [], { q: search.value }), within);
}

function searchKey(e) {
  if (e.key === "ArrowDown" && current && current.list) { current.list.list.focus(); e.preventDefault(); }
  if (e.key === "Enter" && current && current.list) { const first = current.list.querySelector(".space a"); if (first) first.click(); }
  if (e.key === "Escape" && search.value) { search.value = ""; typed(); e.preventDefault(); }
}

function draw() {
  const at = route(), view = Object.hasOwn(views, at.view) ? views[at.view] : views.overview;
  if (current && current.list) scrolls.set(current.hash, current.list.list.place());
  const sameView = current && current.view === at.view && document.activeElement === search;
  const started = performance.now();
  current = view(at);
  current.hash = location.hash;
  current.view = at.view;
  clear(navigation, NAVIGATION.map(function (n) {
    const on = n[0] === at.view || n[0] === "items" && at.view === "item";
    return el("a", { href: "#/" + n[0], "aria-current": on ? "page" : null }, n[1], n[0] === "findings" && FINDINGS ? el("span", { class: "count" }, group(FINDINGS)) : null);
  }));
  clear(main, current.nodes);
  main.className = "view-" + (Object.hasOwn(views, at.view) ? at.view : "overview");
  if (document.activeElement !== search) search.value = at.query.q || "";
  document.title = (data.draft ? "DRAFT " : "") + current.title + " - " + data.title;
  if (current.list) {
    const place = scrolls.get(current.hash);
    if (place && !sameView) current.list.list.restore(place); else current.list.list.paint();
  } else main.scrollTop = 0;
  document.documentElement.dataset.drawn = (performance.now() - started).toFixed(1);
}

addEventListener("hashchange", function () {
  draw();
  if (document.activeElement !== search) main.focus({ preventScroll: true });
});
addEventListener("keydown", function (e) {
  if (e.ctrlKey || e.altKey || e.metaKey || e.target.closest("input, select, textarea")) return;
  if (e.key === "/") { focusSearch(); e.preventDefault(); }
  if ((e.key === "ArrowDown" || e.key === "ArrowUp") && current.list && (e.target === document.body || e.target === main)) { current.list.list.focus(); e.preventDefault(); }
});

clear(document.getElementById("app"),
  el("a", { href: "#main", class: "skip", onclick: function (e) { e.preventDefault(); main.focus(); } }, "To the content"),
  data.draft && el("div", { class: "draft", role: "status" }, el("b", null, "DRAFT"), " The work tree differed from the revision."),
  el("header", null, el("a", { href: "#/", class: "product" }, data.title), navigation, search), main);
draw();
document.documentElement.dataset.ready = performance.now().toFixed(1);
