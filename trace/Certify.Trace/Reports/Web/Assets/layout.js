// Layers for the graph: what is above an item to the left, what is below to the right, each layer ordered so that few lines cross.

const NODES_MAX = 160;

// Items around one, up to a number of steps either way: { layers: [[item]], edges: [[from, to, link]], cut: number of items left out }.
function around(item, up, down) {
  const layerOf = new Map([[item, 0]]);
  let cut = 0;
  for (const upward of [true, false]) {
    let ring = [item];
    for (let step = 1; step <= (upward ? up : down) && ring.length; step++) {
      const next = [];
      for (const i of ring) {
        for (const l of upward ? stepsUp(i) : stepsDown(i)) {
          const other = upward ? linkTo[l] : linkFrom[l];
          if (other < 0 || layerOf.has(other)) continue;
          if (layerOf.size >= NODES_MAX) { cut++; continue; }
          layerOf.set(other, upward ? -step : step);
          next.push(other);
        }
      }
      ring = next;
    }
  }
  const edges = [];
  for (const from of layerOf.keys()) {
    for (const l of linksOf(from)) if (layerOf.has(linkTo[l]) && !ASIDE.has(roleOf(l))) edges.push([linkTo[l], from, l]);
  }
  stretch(layerOf, edges);
  return { layers: layered(layerOf), edges: edges, layerOf: layerOf, cut: cut };
}

// Moves an item outward until it stands beyond all that leads to it. Rounds are bounded: a cycle would stretch for ever.
function stretch(layerOf, edges) {
  for (let round = 0, moved = true; moved && round < 12; round++) {
    moved = false;
    for (const [above, below] of edges) {
      const a = layerOf.get(above), b = layerOf.get(below);
      if (a >= 0 && b > 0 && b <= a) { layerOf.set(below, a + 1); moved = true; }
      if (b <= 0 && a < 0 && a >= b) { layerOf.set(above, b - 1); moved = true; }
    }
  }
}

function layered(layerOf) {
  const numbers = Array.from(new Set(layerOf.values())).sort(function (a, b) { return a - b; });
  return numbers.map(function (n) { return Array.from(layerOf.keys()).filter(function (i) { return layerOf.get(i) === n; }).sort(function (a, b) { return a - b; }); });
}

// Sorts each layer by the middle of its neighbours' places, to and fro.
function untangle(layers, edges) {
  const near = new Map();
  for (const [a, b] of edges) {
    if (!near.has(a)) near.set(a, []);
    if (!near.has(b)) near.set(b, []);
    near.get(a).push(b);
    near.get(b).push(a);
  }
  const place = new Map();
  const settle = function (layer) { layer.forEach(function (i, k) { place.set(i, (k + 0.5) / layer.length); }); };
  layers.forEach(settle);
  for (let round = 0; round < 8; round++) {
    const order = round % 2 ? layers.slice().reverse() : layers;
    for (const layer of order) {
      const middle = new Map(layer.map(function (i) {
        const places = (near.get(i) || []).map(function (n) { return place.get(n); });
        return [i, places.length ? places.reduce(function (a, b) { return a + b; }, 0) / places.length : place.get(i)];
      }));
      layer.sort(function (a, b) { return middle.get(a) - middle.get(b) || (a < b ? -1 : 1); });
      settle(layer);
    }
  }
  return layers;
}

// Components as nodes, one column per tier: { layers, edges: [[from, to, count]], nodes: key -> { tier, component, count, open } }.
function aggregate(most) {
  const nodes = new Map(), keyOf = new Array(COUNT), edges = new Map();
  const sizes = new Map();
  for (let i = 0; i < COUNT; i++) {
    const key = tierOf(i) + " " + componentOf(i);
    sizes.set(key, (sizes.get(key) || 0) + 1);
  }
  const kept = new Set();
  for (let tier = 0; tier < TIERS.length; tier++) {
    Array.from(sizes).filter(function (s) { return s[0].startsWith(tier + " "); }).sort(function (a, b) { return b[1] - a[1] || (a[0] < b[0] ? -1 : 1); })
      .slice(0, most).forEach(function (s) { kept.add(s[0]); });
  }
  for (let i = 0; i < COUNT; i++) {
    const full = tierOf(i) + " " + componentOf(i), rest = !kept.has(full), key = rest ? tierOf(i) + " *" : full;
    keyOf[i] = key;
    let node = nodes.get(key);
    if (!node) nodes.set(key, node = { key: key, tier: tierOf(i), component: rest ? null : componentOf(i), count: 0, open: 0 });
    node.count++;
    if (coverageOf(i)[1] === "not") node.open++;
  }
  for (let l = 0; l < linkCount; l++) {
    if (linkTo[l] < 0 || ASIDE.has(roleOf(l))) continue;
    const key = keyOf[linkTo[l]] + "\n" + keyOf[linkFrom[l]];
    edges.set(key, (edges.get(key) || 0) + 1);
  }
  const layers = TIERS.map(function (_, tier) { return Array.from(nodes.values()).filter(function (n) { return n.tier === tier; }).map(function (n) { return n.key; }); }).filter(function (l) { return l.length; });
  return { nodes: nodes, layers: layers, edges: Array.from(edges, function (e) { return e[0].split("\n").concat(e[1]); }) };
}
