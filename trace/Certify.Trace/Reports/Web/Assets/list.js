// A list of any length: only the rows in sight are in the document. Arrows, Page, Home and End move a cursor, Enter opens.

const SPAN_MAX = 8e6; // Pixels: beyond this browsers cut an element off, so scrolling goes by share instead.

// options: label, head (cells), count, height (pixels of a row), cells(index) -> array of cells, link(index) -> address, kind(index) -> class of a row
function longList(options) {
  const rows = new Map(), id = "list" + ++longList.made;
  const rowHeight = options.height || (narrow() ? 66 : 40);
  let count = options.count, cursor = -1, frame = 0;
  const space = el("div", { class: "space", role: "rowgroup" });
  const head = options.head && el("div", { class: "row head", role: "row" },
    options.head.map(function (cell) { return el("div", { role: "columnheader", class: "cell" }, cell); }));
  const host = el("div", { class: "list " + (options.class || ""), role: "grid", tabindex: "0", "aria-label": options.label, onscroll: later, onkeydown: key }, head, space);

  function span() { return Math.min(count * rowHeight, SPAN_MAX); }
  function top() {
    const most = span() - inner(), whole = count * rowHeight - inner();
    return most > 0 && whole > most ? host.scrollTop / most * whole : host.scrollTop;
  }
  function inner() { return Math.max(rowHeight, host.clientHeight - (head ? head.offsetHeight : 0)); }
  function later() { if (!frame) frame = requestAnimationFrame(function () { frame = 0; paint(); }); }

  function paint(all) {
    const from = top(), shift = host.scrollTop - from;
    const first = all ? 0 : Math.max(0, Math.floor(from / rowHeight) - 6);
    const last = Math.min(count, all ? PRINT_MAX : Math.ceil((from + inner()) / rowHeight) + 6);
    for (const [index, row] of rows) if (index < first || index >= last) { row.remove(); rows.delete(index); }
    for (let i = first; i < last; i++) {
      let row = rows.get(i);
      if (!row) { row = make(i); rows.set(i, row); space.append(row); }
      row.style.transform = all ? "" : "translateY(" + (i * rowHeight + shift) + "px)";
    }
  }

  function make(i) {
    return el("div", { class: "row " + (options.kind ? options.kind(i) : "") + (i === cursor ? " at" : ""), role: "row", id: id + "-" + i, "aria-rowindex": String(i + 1),
      style: { height: rowHeight + "px" }, onclick: function (e) { open(e, i); } },
      options.cells(i).map(function (cell) { return el("div", { role: "gridcell", class: "cell" }, cell); }));
  }

  function open(e, i) {
    if (e.target.closest && e.target.closest("a, button, summary")) return;
    if (String(getSelection())) return;
    act(i);
  }

  function act(i) {
    const to = options.link(i);
    if (typeof to === "function") to(); else if (to) go(to);
  }

  function key(e) {
    const page = Math.max(1, Math.floor(inner() / rowHeight) - 1);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -count, End: count }[e.key];
    if (e.ctrlKey || e.altKey || e.metaKey || !count) return;
    if (e.key === "Enter" && cursor >= 0 && e.target === host) { act(cursor); return; }
    if (step === undefined) return;
    if (e.key === "ArrowUp" && cursor <= 0 && options.before) { options.before(); e.preventDefault(); return; }
    move(cursor < 0 ? (step < 0 ? 0 : step === count ? count - 1 : 0) : cursor + step);
    e.preventDefault();
  }

  function move(to) {
    const old = rows.get(cursor);
    if (old) old.classList.remove("at");
    cursor = Math.max(0, Math.min(count - 1, to));
    seek(cursor);
    paint();
    rows.get(cursor).classList.add("at");
    host.setAttribute("aria-activedescendant", id + "-" + cursor);
  }

  function seek(i) {
    const from = top(), high = i * rowHeight, whole = count * rowHeight - inner(), most = span() - inner();
    const goal = high < from ? high : high + rowHeight > from + inner() ? high + rowHeight - inner() : from;
    if (goal !== from) host.scrollTop = whole > most && whole > 0 ? goal / whole * most : goal;
  }

  function set(size) {
    count = size;
    cursor = -1;
    for (const row of rows.values()) row.remove();
    rows.clear();
    space.style.height = span() + "px";
    host.setAttribute("aria-rowcount", String(count));
    host.removeAttribute("aria-activedescendant");
    paint();
  }

  space.style.height = span() + "px";
  host.setAttribute("aria-rowcount", String(count));
  new ResizeObserver(later).observe(host);
  host.list = {
    set: set, paint: paint, focus: function () { host.focus(); if (cursor < 0 && count) move(0); },
    place: function () { return [host.scrollTop, cursor]; },
    restore: function (place) { host.scrollTop = place[0]; cursor = place[1]; paint(); },
  };
  return host;
}
longList.made = 0;

const PRINT_MAX = 3000;
function narrow() { return matchMedia("(max-width: 44rem)").matches; }

// On paper there is no scrolling: the rows are all there, up to a bound.
function lists() { return Array.from(document.querySelectorAll(".list"), function (host) { return host.list; }); }
addEventListener("beforeprint", function () { for (const list of lists()) list.paint(true); });
addEventListener("afterprint", function () { for (const list of lists()) list.paint(); });
