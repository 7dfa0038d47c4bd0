// Finding things by any of their names, documents and relations.

const MOST = 8;
const entries = [
  ...nodes.map((node) => ({ node, label: node.label, names: [node.label, ...node.aliases].map(fold), weight: node.value })),
  ...documents.map((source) => ({ source, label: source.title, names: [source.title, source.reference, source.key].filter(Boolean).map(fold), weight: 0 })),
  ...relations.map((relation) => ({ relation, label: relation.label, names: [fold(relation.label)], weight: 0 })),
];

/** The best entries for some letters: names that begin so first, then words that do, then any. */
function find(letters, only) {
  const wanted = fold(letters.trim());
  if (!wanted) return [];
  const found = [];
  for (const entry of entries) {
    if (only && !(entry.node && only(entry.node))) continue;
    let best = 0;
    let by = 0;
    entry.names.forEach((name, index) => {
      const at = name.indexOf(wanted);
      if (at < 0) return;
      const score = (name === wanted ? 5 : at === 0 ? 4 : /[\s\-–’'"(]/.test(name[at - 1]) ? 3 : 1) - (index ? 0.4 : 0) - (entry.node ? 0 : 1.5); // things come first
      if (score > best) [best, by] = [score, index];
    });
    if (best) found.push({ ...entry, score: best, alias: by && entry.node ? entry.node.aliases[by - 1] : null });
  }
  return found.sort((a, b) => b.score - a.score || b.weight - a.weight || (a.label < b.label ? -1 : 1)).slice(0, MOST);
}

/** Suggestions below a field: arrows, Enter and Escape as anywhere. */
function suggest(input, list, pick, { only = null } = {}) {
  let found = [];
  let at = -1;
  const show = () => {
    const open = found.length > 0 || input.value.trim() !== "";
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (at >= 0) input.setAttribute("aria-activedescendant", `${list.id}-${at}`);
    else input.removeAttribute("aria-activedescendant");
    replace(list, found.map((entry, index) => make("li", {
      id: `${list.id}-${index}`, role: "option", "aria-selected": index === at,
      pointerdown: (event) => event.preventDefault(),
      click: () => choose(index),
    }, entry.node ? mark(entry.node.type) : entry.source ? make("span", { class: "page-mark", "aria-hidden": "true" }) : lineSample("asserted"), make("span", { class: "name" }, entry.label, entry.alias ? make("span", { class: "soft" }, ` ${entry.alias}`) : null, entry.node && namesakeHint(entry.node) ? make("span", { class: "soft" }, ` in ${namesakeHint(entry.node)}`) : null), make("span", { class: "soft" }, entry.node ? entry.node.type : entry.source ? "Document" : "Relation"))),
    open && !found.length && make("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, `Nothing is named “${shorten(input.value.trim(), 40)}”`));
  };
  const close = () => {
    found = [];
    at = -1;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (index) => {
    const entry = found[index];
    if (!entry) return;
    input.value = "";
    close();
    pick(entry);
  };
  input.addEventListener("input", () => {
    found = find(input.value, only);
    at = found.length ? 0 : -1;
    show();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at = found.length ? (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length : -1;
      show();
    } else if (event.key === "Enter") choose(Math.max(at, 0));
    else if (event.key === "Escape") {
      if (!input.value) input.blur();
      input.value = "";
      close();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  });
  input.addEventListener("blur", () => setTimeout(close, 120));
}
