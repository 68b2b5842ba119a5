// Elements are built from text alone. Nothing in the items is ever read as markup, and no attribute but those named here is set.

// Signs that hide or turn text are shown as what they are.
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g;

function show(text) {
  return String(text).replace(UNSAFE, function (c) { return "\\u" + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0"); });
}

function fill(node, properties, children) {
  for (const name in properties || {}) {
    const value = properties[name];
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "style") Object.assign(node.style, value);
    else if (name === "value") node.value = value;
    else node.setAttribute(name, value === true ? "" : show(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    node.append(child instanceof Node ? child : show(child));
  }
  return node;
}

// el("a", { href: "#/", class: "x", onclick: f }, "text", node, [more])
function el(tag, properties, ...children) { return fill(document.createElement(tag), properties, children); }

function svg(tag, properties, ...children) { return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children); }

function clear(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter(Boolean));
  return node;
}

// The text with each of the words marked.
function marked(text, words) {
  const whole = show(text);
  if (!words || !words.length) return [whole];
  const lower = whole.toLowerCase(), parts = [];
  if (lower.length !== whole.length) return [whole];
  let at = 0;
  while (at < whole.length) {
    let best = -1, length = 0;
    for (const word of words) {
      const found = lower.indexOf(word, at);
      if (found >= 0 && (best < 0 || found < best || (found === best && word.length > length))) { best = found; length = word.length; }
    }
    if (best < 0) break;
    if (best > at) parts.push(whole.slice(at, best));
    parts.push(el("mark", null, whole.slice(best, best + length)));
    at = best + length;
  }
  parts.push(whole.slice(at));
  return parts;
}

function plural(count, noun) {
  return group(count) + " " + (count === 1 ? noun : noun.endsWith("y") ? noun.slice(0, -1) + "ies" : noun + "s");
}

// 12345 as "12,345", whatever the browser's language.
function group(count) { return String(count).replace(/\B(?=(\d{3})+$)/g, ","); }

function copyButton(label, text) {
  const button = el("button", { type: "button", class: "quiet", onclick: copy }, label);
  function copy() {
    const done = function () { button.textContent = "Copied"; setTimeout(function () { button.textContent = label; }, 1500); };
    if (navigator.clipboard) navigator.clipboard.writeText(text()).then(done, byHand); else byHand();
    function byHand() {
      const box = el("textarea", { value: text(), "aria-hidden": "true" });
      document.body.append(box);
      box.select();
      if (document.execCommand("copy")) done();
      box.remove();
      button.focus();
    }
  }
  return button;
}
