// Addresses: #/view/argument/argument?name=value. A view draws itself from its address alone, so that every state can be linked to and 'back' works.

const views = {};
const scrolls = new Map();

function route() {
  const hash = location.hash.replace(/^#\/?/, ""), mark = hash.indexOf("?");
  const parts = (mark < 0 ? hash : hash.slice(0, mark)).split("/").map(decoded);
  const query = {};
  for (const [name, value] of new URLSearchParams(mark < 0 ? "" : hash.slice(mark + 1))) query[name] = value;
  return { view: parts[0] || "overview", parts: parts.slice(1), query: query };
}

function decoded(part) {
  try { return decodeURIComponent(part); } catch { return part; }
}

function address(view, parts, query) {
  const given = new URLSearchParams();
  for (const name in query || {}) if (query[name]) given.set(name, query[name]);
  const text = given.toString();
  return "#/" + [view].concat((parts || []).map(encodeURIComponent)).join("/") + (text ? "?" + text : "");
}

function go(hash, replace) {
  if (hash === location.hash) return;
  if (!replace) { location.hash = hash; return; }
  history.replaceState(null, "", hash);
  draw();
}
