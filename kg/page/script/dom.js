// Elements are made here and nowhere else: text goes in as text, never as markup.

const byId = (id) => document.getElementById(id);

/** make("button", { class: "row", click: open }, "Venezuela"): functions listen, all else are attributes. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || (value === false && !name.startsWith("aria-"))) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value === true && !name.startsWith("aria-") ? "" : String(value));
  }
  if (tag === "button" && !attributes.type) element.type = "button";
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An SVG element: the same, in its namespace. */
function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

function replace(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(Boolean));
}

const plural = (count, one, many = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

const shorten = (text, limit) => (text.length > limit ? `${text.slice(0, limit - 1).trimEnd()}…` : text);

/** Lower case without accents, so that "Chávez" is found by "chavez". */
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** 2007-06-28 → 28 June 2007; months and years as they are given. */
function readable(date) {
  const [year, month, day] = date.slice(0, 10).split("-");
  if (!month || !MONTHS[month - 1]) return date;
  return [day && Number(day), MONTHS[month - 1], year].filter(Boolean).join(" ");
}

/** An interval "a/b", whose ends may be open, in words. */
function readableTime(time) {
  const [from, to] = time.split("/");
  if (to === undefined || from === to) return readable(from);
  if (from === "..") return `until ${readable(to)}`;
  if (to === "..") return `since ${readable(from)}`;
  return `${readable(from)} – ${readable(to)}`;
}

/** Does what makes parts of the page anew, and puts the focus on the same control as before. */
function keepingFocus(action) {
  const focused = document.activeElement;
  const home = focused?.closest("#filters, #panel, #where");
  const caret = focused?.type === "search" ? focused.selectionStart : null;
  action();
  if (!home || focused.isConnected || document.activeElement !== document.body) return;
  const like = ({ dataset, ariaLabel, textContent }) => dataset.keep ?? ariaLabel ?? textContent;
  const again = [...home.querySelectorAll(focused.tagName)].find((other) => like(other) === like(focused));
  (again ?? (home.id === "panel" ? home : null))?.focus({ preventScroll: true });
  if (again && caret !== null) again.setSelectionRange(caret, caret);
}

let toastTimer = 0;
function toast(text) {
  const box = byId("toast");
  box.textContent = text;
  box.classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => box.classList.remove("shown"), 2600);
}
