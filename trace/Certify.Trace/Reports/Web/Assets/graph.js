// The graph: an item with what is around it, or, without an item, the whole set by tier and component.

const BOX = { width: 210, height: 46, gapX: 90, gapY: 12 };

views.graph = function (at) {
  if (!at.parts.length) return wholeGraph();
  const item = itemAt(at.parts[0], Number(at.parts[1]) || 1);
  if (item < 0) return missingItem(at.parts[0]);
  const up = steps(at.query.up, 2), down = steps(at.query.down, 2);
  const part = around(item, up, down);
  const picture = drawing(untangle(part.layers, part.edges), part.edges, {
    link: function (i) { return i === item ? itemLink(i) : itemLink(i, "graph") + (location.hash.includes("?") ? "?" + location.hash.split("?")[1] : ""); },
    lines: function (i) { return [TIERS[tierOf(i)] + " " + shortId(i), data.name[i]]; },
    hint: function (i) { return data.id[i] + " " + data.name[i] + (coverageOf(i)[0] ? " (" + coverageOf(i)[0] + ")" : ""); },
    kind: function (i) { return "box " + (i === item ? "centre " : "") + (findingsOf(i).length || coverageOf(i)[1] === "not" ? "not" : coverageOf(i)[1] === "met" ? "met" : "plain"); },
    edge: function (e) { return roleOf(e[2]); },
    centre: item,
  });
  return {
    title: "Graph of " + data.id[item],
    nodes: [el("div", { class: "bar-of-filters" },
      el("a", { href: itemLink(item), class: "id" }, shortId(item)), stepper("Up", "up", up, at), stepper("Down", "down", down, at),
      el("a", { href: "#/graph", class: "button" }, "Whole set"), picture.buttons,
      el("output", { role: "status" }, plural(part.layerOf.size, "item") + (part.cut ? ", at least " + plural(part.cut, "more") + " left out" : ""))), picture.host],
  };
};

function steps(text, otherwise) {
  const number = parseInt(text, 10);
  return number >= 0 && number <= 9 ? number : otherwise;
}

function stepper(label, name, value, at) {
  const box = el("select", { "aria-label": label + ", steps", onchange: function () { go(address("graph", at.parts, Object.assign({}, at.query, { [name]: box.value }))); } },
    [0, 1, 2, 3, 4, 6, 9].map(function (n) { return el("option", { value: String(n), selected: n === value }, String(n)); }));
  return el("label", null, label + " ", box);
}

function wholeGraph() {
  const whole = aggregate(24);
  const picture = drawing(untangle(whole.layers, whole.edges.filter(function (e) { return e[0] !== e[1]; })), whole.edges.filter(function (e) { return e[0] !== e[1]; }), {
    link: function (key) { const n = whole.nodes.get(key); return address("items", [], { tier: TIERS[n.tier], component: n.component === "" ? NO_COMPONENT : n.component }); },
    lines: function (key) { const n = whole.nodes.get(key); return [n.component === null ? "other components" : n.component || "no component", TIERS[n.tier] + ": " + group(n.count) + (n.open ? ", " + group(n.open) + " open" : "")]; },
    hint: function (key) { const n = whole.nodes.get(key); return plural(n.count, "item") + " of tier " + TIERS[n.tier] + (n.component ? " of " + n.component : ""); },
    kind: function (key) { return "box " + (whole.nodes.get(key).open ? "not" : "plain"); },
    edge: function (e) { return plural(e[2], "link"); },
    weight: function (e) { return Math.min(8, 1 + Math.log2(e[2])); },
  });
  return {
    title: "Graph by component",
    nodes: [el("div", { class: "bar-of-filters" }, el("span", null, "The whole set by tier and component; open one for its items, and an item's graph from its page."), picture.buttons), picture.host],
  };
}

// options: link, lines, hint, kind, edge, weight by node key or edge; centre: the node to start at.
function drawing(layers, edges, options) {
  const place = new Map(), tallest = Math.max.apply(null, layers.map(function (l) { return l.length; }));
  const width = layers.length * (BOX.width + BOX.gapX) - BOX.gapX, height = tallest * (BOX.height + BOX.gapY) - BOX.gapY;
  layers.forEach(function (layer, column) {
    const top = (height - layer.length * (BOX.height + BOX.gapY) + BOX.gapY) / 2;
    layer.forEach(function (key, row) { place.set(key, { x: column * (BOX.width + BOX.gapX), y: top + row * (BOX.height + BOX.gapY), column: column, row: row }); });
  });
  const lines = edges.map(function (e) {
    const a = place.get(e[0]), b = place.get(e[1]);
    return svg("path", { class: "edge", d: curve(a, b), "stroke-width": options.weight ? options.weight(e).toFixed(1) : "1.4" }, svg("title", null, options.edge(e)));
  });
  const boxes = [];
  const links = new Map();
  layers.forEach(function (layer) {
    layer.forEach(function (key) {
      const at = place.get(key), texts = options.lines(key);
      const link = svg("a", { href: options.link(key), class: options.kind(key), transform: "translate(" + at.x + " " + at.y + ")", "aria-label": options.hint(key), onkeydown: function (e) { walk(e, key); } },
        svg("title", null, options.hint(key)), svg("rect", { width: BOX.width, height: BOX.height, rx: 5 }),
        svg("svg", { width: BOX.width - 4, height: BOX.height }, svg("text", { x: 10, y: 19, class: "first" }, cutTo(texts[0], 30)), svg("text", { x: 10, y: 37 }, cutTo(texts[1], 34))));
      links.set(key, link);
      boxes.push(link);
    });
  });
  const sheet = svg("g", null, lines, boxes);
  const picture = svg("svg", { class: "picture", role: "group", "aria-label": "Graph; arrows move between boxes, Enter opens" }, sheet);
  const host = el("div", { class: "canvas" }, picture);
  const buttons = pan(host, picture, sheet, { width: width, height: height, at: place.get(options.centre) });

  function walk(e, key) {
    const at = place.get(key), column = { ArrowLeft: -1, ArrowRight: 1 }[e.key] || 0, row = { ArrowUp: -1, ArrowDown: 1 }[e.key] || 0;
    if (!column && !row || e.altKey || e.ctrlKey || e.metaKey) return;
    const layer = layers[at.column + column];
    if (!layer) return;
    const next = row ? layer[at.row + row] : layer.slice().sort(function (a, b) { return Math.abs(place.get(a).y - at.y) - Math.abs(place.get(b).y - at.y); })[0];
    if (next !== undefined) links.get(next).focus();
    e.preventDefault();
  }
  return { host: host, buttons: buttons };
}

function curve(a, b) {
  const y1 = a.y + BOX.height / 2, y2 = b.y + BOX.height / 2;
  if (a.column === b.column) {
    const x = a.x + BOX.width, bend = x + BOX.gapX * 0.6;
    return "M" + x + " " + y1 + " C" + bend + " " + y1 + " " + bend + " " + y2 + " " + x + " " + y2;
  }
  const x1 = a.column < b.column ? a.x + BOX.width : a.x, x2 = a.column < b.column ? b.x : b.x + BOX.width, half = (x1 + x2) / 2;
  return "M" + x1 + " " + y1 + " C" + half + " " + y1 + " " + half + " " + y2 + " " + x2 + " " + y2;
}

function cutTo(text, length) {
  const signs = Array.from(show(text));
  return signs.length > length ? signs.slice(0, length - 1).join("") + "…" : text;
}

// Moves and scales the sheet: drag, wheel, two fingers, buttons. Starts with all of it in sight, or, where that would be too small, around the middle.
function pan(host, picture, sheet, size) {
  let scale = 1, x = 0, y = 0;
  const fingers = new Map();
  const put = function () { sheet.setAttribute("transform", "translate(" + x.toFixed(1) + " " + y.toFixed(1) + ") scale(" + scale.toFixed(3) + ")"); };
  const zoom = function (by, cx, cy) {
    const next = Math.max(0.05, Math.min(4, scale * by));
    x = cx - (cx - x) * next / scale;
    y = cy - (cy - y) * next / scale;
    scale = next;
    put();
  };
  const middle = function () { return [host.clientWidth / 2, host.clientHeight / 2]; };
  const fit = function (whole) {
    const wide = host.clientWidth - 24, high = host.clientHeight - 24;
    const all = Math.min(wide / size.width, high / size.height, 1.2);
    scale = whole ? all : Math.max(all, 0.8);
    const at = size.at || { x: size.width / 2 - BOX.width / 2, y: size.height / 2 - BOX.height / 2 };
    const roomX = size.width * scale <= wide, roomY = size.height * scale <= high;
    x = roomX ? 12 + (wide - size.width * scale) / 2 : size.at ? host.clientWidth / 2 - (at.x + BOX.width / 2) * scale : 12;
    y = roomY ? 12 + (high - size.height * scale) / 2 : size.at ? host.clientHeight / 2 - (at.y + BOX.height / 2) * scale : 12;
    put();
  };
  picture.addEventListener("wheel", function (e) { e.preventDefault(); const r = picture.getBoundingClientRect(); zoom(e.deltaY < 0 ? 1.15 : 1 / 1.15, e.clientX - r.left, e.clientY - r.top); }, { passive: false });
  let moved = 0;
  picture.addEventListener("pointerdown", function (e) { fingers.set(e.pointerId, [e.clientX, e.clientY]); moved = 0; });
  picture.addEventListener("pointermove", function (e) {
    const old = fingers.get(e.pointerId);
    if (!old) return;
    if (fingers.size === 1) { x += e.clientX - old[0]; y += e.clientY - old[1]; put(); }
    if (fingers.size === 2) {
      const other = Array.from(fingers).find(function (f) { return f[0] !== e.pointerId; })[1], r = picture.getBoundingClientRect();
      zoom(Math.hypot(e.clientX - other[0], e.clientY - other[1]) / Math.max(1, Math.hypot(old[0] - other[0], old[1] - other[1])), other[0] - r.left, other[1] - r.top);
    }
    moved += Math.abs(e.clientX - old[0]) + Math.abs(e.clientY - old[1]);
    fingers.set(e.pointerId, [e.clientX, e.clientY]);
  });
  const lift = function (e) { fingers.delete(e.pointerId); };
  for (const name of ["pointerup", "pointercancel", "pointerleave"]) picture.addEventListener(name, lift);
  // A drag that ends on a box is no click on it.
  picture.addEventListener("click", function (e) { if (moved > 6) { e.preventDefault(); moved = 0; } }, true);
  picture.addEventListener("dragstart", function (e) { e.preventDefault(); });
  requestAnimationFrame(function () { fit(false); });
  const button = function (text, label, act) { return el("button", { type: "button", "aria-label": label, title: label, onclick: act }, text); };
  return el("span", { class: "buttons" },
    button("+", "Nearer", function () { zoom(1.3, middle()[0], middle()[1]); }), button("−", "Farther", function () { zoom(1 / 1.3, middle()[0], middle()[1]); }), button("All", "All in sight", function () { fit(true); }));
}
