// The matrix as a grid with a mark where two items are linked. Only the part in sight is in the document, in both directions.

const SQUARE = 26, SIDE = 190, TOP = 130;

function matrixGrid(table, rows, rowTier, columnTier) {
  // In the order in which the rows name them, so that the marks stay near the diagonal; those that no row names come last.
  const filled = new Set();
  for (const k of rows) for (const c of table.cells[k]) filled.add(c);
  const columns = Array.from(filled);
  for (let i = 0; i < COUNT; i++) if (tierOf(i) === columnTier && !filled.has(i)) columns.push(i);
  const columnAt = new Map(columns.map(function (c, k) { return [c, k]; }));
  const size = { width: SIDE + columns.length * SQUARE + "px", height: TOP + rows.length * SQUARE + "px" };
  const sheet = el("div", { class: "sheet", style: size });
  const left = el("div", { class: "side" }), above = el("div", { class: "above" }), marks = el("div", { class: "dots" });
  sheet.append(el("div", { class: "corner" }, TIERS[rowTier] + " ↓ " + TIERS[columnTier] + " →"), above, left, marks);
  let frame = 0;
  const host = el("div", { class: "grid", tabindex: "0", role: "region", "aria-label": "Grid of " + TIERS[rowTier] + " and " + TIERS[columnTier] + "; the list says the same", onscroll: function () { if (!frame) frame = requestAnimationFrame(paint); } }, sheet);

  function paint() {
    frame = 0;
    const firstRow = Math.max(0, Math.floor(host.scrollTop / SQUARE) - 2), lastRow = Math.min(rows.length, firstRow + Math.ceil(host.clientHeight / SQUARE) + 4);
    const firstColumn = Math.max(0, Math.floor(host.scrollLeft / SQUARE) - 2), lastColumn = Math.min(columns.length, firstColumn + Math.ceil(host.clientWidth / SQUARE) + 4);
    const sides = [], heads = [], dots = [];
    for (let r = firstRow; r < lastRow; r++) {
      const item = table.rows[rows[r]], cells = table.cells[rows[r]], empty = !cells.length && gap(item, columnTier)[1] === "not";
      sides.push(el("a", { class: "side-name" + (empty ? " not" : ""), href: itemLink(item), title: data.id[item] + " " + data.name[item], style: { top: r * SQUARE + "px" } }, shortId(item)));
      if (empty) dots.push(el("div", { class: "gap-row", style: { top: TOP + r * SQUARE + "px", left: SIDE + "px", width: columns.length * SQUARE + "px" } }));
      for (const c of cells) {
        const k = columnAt.get(c);
        if (k < firstColumn || k >= lastColumn) continue;
        dots.push(el("a", { class: "dot", href: itemLink(c), tabindex: "-1", title: data.id[item] + " × " + data.id[c], style: { top: TOP + r * SQUARE + "px", left: SIDE + k * SQUARE + "px" } }, "●"));
      }
    }
    for (let k = firstColumn; k < lastColumn; k++) {
      const empty = !filled.has(columns[k]) && gap(columns[k], rowTier)[1] === "not";
      heads.push(el("a", { class: "head-name" + (empty ? " not" : ""), href: itemLink(columns[k]), title: data.id[columns[k]] + " " + data.name[columns[k]], style: { left: SIDE + k * SQUARE + "px" } }, shortId(columns[k])));
    }
    clear(left, sides);
    clear(above, heads);
    clear(marks, dots);
  }

  new ResizeObserver(function () { if (!frame) frame = requestAnimationFrame(paint); }).observe(host);
  return host;
}
