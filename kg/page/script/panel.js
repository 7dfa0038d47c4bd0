// The panel beside the map: lists of what is on it, or the thing, link or claim that is open.

const PAGE_OF_ROWS = 100;
let rowsShown = PAGE_OF_ROWS;
let panelKey = "";
const scrolled = new Map(); // how far each panel was read, for the way back

function renderPanel() {
  const panel = byId("panel");
  const inside = panel.contains(document.activeElement) || document.activeElement === byId("search");
  const key = `${state.open ?? `list ${state.tab} ${state.view}`}`;
  const moved = key !== panelKey;
  if (moved) {
    scrolled.set(panelKey, panel.scrollTop);
    rowsShown = PAGE_OF_ROWS;
  }
  replace(panel, sheetHandle(), panelContent());
  if (moved) {
    const target = panel.querySelector("[data-scroll-here]");
    panel.scrollTop = target ? 0 : scrolled.get(key) ?? 0;
    target?.scrollIntoView({ block: "center" });
    if (state.open && panel.dataset.sheet !== "full") panel.dataset.sheet = "half";
    if (inside && panelKey && state.open) panel.querySelector("h2")?.focus({ preventScroll: true });
  }
  panelKey = key;
}

function panelContent() {
  const [, kind, key] = /^(thing|link|claim|document):(.*)$/s.exec(state.open || "") ?? [];
  if (kind === "thing") return thingPanel(nodeByKey.get(key));
  if (kind === "link") return linkPanel(...key.split(">").map((end) => nodeByKey.get(end)));
  if (kind === "claim") return claimPanel(claimByKey.get(key));
  if (kind === "document") return documentPanel(readDocumentKey(key));
  return [state.view === "path" ? pathPanel() : null, lists()];
}

/** On a phone the panel is a sheet at the bottom; this lifts and lowers it. */
function sheetHandle() {
  const panel = byId("panel");
  const up = panel.dataset.sheet === "full" || panel.dataset.sheet === "half";
  return make("button", {
    class: "handle", "aria-label": up ? "Lower this panel" : "Raise this panel",
    click: () => {
      panel.dataset.sheet = { peek: "half", half: "full", full: "peek" }[panel.dataset.sheet] ?? "half";
      renderPanel();
    },
  }, make("span", {}));
}

const closer = () => make("button", { class: "small close", click: () => go({ open: null }) }, "Back to the list");

const heading = (...words) => make("h2", { tabindex: "-1" }, words);

// ---------------------------------------------------------------- lists

const claimsInView = () => (state.view === "map" ? visible : scene.edges.some((one) => one.plain) ? visible : scene.edges.flatMap((one) => one.claims));

function thingsInView() {
  if (state.view !== "map" && state.view !== "communities") return scene.nodes.map((id) => nodes[id]).sort((a, b) => a.id - b.id);
  return [...claimCount.keys()].sort((a, b) => a - b).map((id) => nodes[id]);
}

function lists() {
  const things = thingsInView();
  const said = claimsInView();
  const tab = (name, count) => make("button", {
    role: "tab", id: `tab-${name}`, "aria-selected": state.tab === name, "aria-controls": "rows", tabindex: state.tab === name ? "0" : "-1",
    click: () => go({ tab: name }, { quiet: true }),
    keydown: (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      go({ tab: name === "things" ? "claims" : "things" }, { quiet: true });
      byId(`tab-${state.tab}`).focus();
    },
  }, name === "things" ? "Things" : "Claims", make("span", { class: "count" }, count.toLocaleString("en")));
  const all = state.tab === "things" ? things : said;
  const rows = all.slice(0, rowsShown).map(state.tab === "things" ? thingRow : claimRow);
  return [
    make("div", { class: "tabs", role: "tablist", "aria-label": "Lists" }, tab("things", things.length), tab("claims", said.length)),
    make("div", { id: "rows", role: "tabpanel", "aria-labelledby": `tab-${state.tab}` },
      all.length ? make("ul", { class: "rows" }, rows) : nothing(),
      all.length > rowsShown && make("button", { class: "more", click: () => { rowsShown += PAGE_OF_ROWS; renderPanel(); } }, `Show ${Math.min(PAGE_OF_ROWS, all.length - rowsShown)} more of ${all.length.toLocaleString("en")}`)),
  ];
}

function nothing() {
  return make("div", { class: "empty" }, make("p", {}, "Nothing passes these filters."), make("button", { click: () => go({ ...NO_FILTERS }) }, "Clear all filters"));
}

function thingRow(node) {
  return make("li", {}, make("button", { class: "row", click: () => openThing(node) },
    mark(node.type), make("span", { class: "name" }, node.label, namesakeHint(node) && make("span", { class: "soft" }, ` in ${namesakeHint(node)}`)), make("span", { class: "count", title: "claims it takes part in" }, claimCount.get(node.id) ?? "")));
}

/** While two documents are compared: which of them says it. */
function saidDot(list) {
  const pair = state.colour === "source" ? compared() : null;
  if (!pair) return null;
  const sources = sourcesOf(list);
  const name = sources.size > 1 ? "both" : sources.has(pair[0]) ? "first" : "second";
  return make("span", { class: `swatch ${name}`, role: "img", "aria-label": sources.size > 1 ? "in both" : `only in ${documents[pair[name === "first" ? 0 : 1]].title}` });
}

function claimRow(claim) {
  return make("li", {}, make("button", { class: "row claim-row", click: () => go({ open: `claim:${claim.key}` }) },
    make("span", { class: "name" }, saidDot([claim]), claim.subject.label, " ", make("b", { class: claim.positive ? (claim.modality === "asserted" ? "" : "maybe") : "not" }, relationLabel(claim)), ` ${objectLabel(claim)}`),
    make("span", { class: "soft" }, [claim.modality === "asserted" ? "" : MOOD[claim.modality] ?? claim.modality, claim.document ? shorten(claim.document.title, 40) : ""].filter(Boolean).join(" · "))));
}

// ---------------------------------------------------------------- a thing

function thingPanel(node) {
  const own = visible.filter((claim) => claim.subject === node || claim.object === node);
  const beside = visible.filter((claim) => claim.subject !== node && claim.object !== node && claim.others.some((other) => other.node === node));
  const said = visible.filter((claim) => claim.speaker === node);
  const hidden = claims.filter((claim) => claim.subject === node || claim.object === node).length - own.length;
  return [
    make("div", { class: "head" }, closer(), make("p", { class: "kind" }, mark(node.type), node.type), heading(node.label),
      node.aliases.length > 0 && make("p", { class: "soft" }, "also ", node.aliases.join(", ")),
      node.country && make("p", { class: "soft" }, `stands for or belongs to ${node.country}`),
      node.links.length > 0 && make("p", {}, node.links.map((link, index) => [index ? " · " : "", linkOut(link)])),
      thingActions(node), namedIn(node),
      node.why.length > 0 && make("details", { class: "why" }, make("summary", {}, "Why its names are taken for one"), make("ul", {}, node.why.map((reason) => make("li", {}, reason))))),
    relationGroups(node, own),
    beside.length > 0 && group("Takes part in", beside.map(claimRow)),
    said.length > 0 && group(`Says, of others and itself`, said.map(claimRow)),
    hiddenNote(hidden, "about it"),
    !own.length && !beside.length && !said.length && !hidden && make("p", { class: "soft note" }, "It is named, but no claim is made of it."),
  ];
}

const group = (title, rows) => make("section", { class: "group" }, make("h3", {}, title, make("span", { class: "count" }, rows.length)), make("ul", { class: "rows" }, rows));

function thingActions(node) {
  const linkedNow = neighbours.has(node.id);
  const focused = state.view === "focus" && state.node === node.id;
  const hop = (hops) => make("button", {
    "aria-pressed": focused && state.hops === hops, "aria-label": `Focus on it, ${plural(hops, "step")} out`,
    click: () => go({ view: "focus", node: node.id, hops, open: `thing:${node.key}` }),
  }, hops);
  const picker = make("div", { class: "search pick", hidden: true });
  const opener = make("button", {
    "aria-expanded": "false",
    click: () => {
      picker.hidden = !picker.hidden;
      opener.setAttribute("aria-expanded", String(!picker.hidden));
      if (!picker.hidden) picker.querySelector("input").focus();
    },
  }, "Path to…");
  const input = make("input", { type: "text", autocomplete: "off", placeholder: "Name of the other end", "aria-label": "Path to which thing?", role: "combobox", "aria-expanded": "false", "aria-controls": "path-suggestions", "aria-autocomplete": "list" });
  const list = make("ul", { id: "path-suggestions", role: "listbox", "aria-label": "Ends of the path", hidden: true });
  picker.append(input, list);
  suggest(input, list, (found) => go({ view: "path", from: node.id, to: found.node.id, open: null }), { only: (other) => other !== node && neighbours.has(other.id) });
  return linkedNow && make("div", { class: "actions" }, make("span", { class: "segments", role: "group", "aria-label": "Focus" }, make("span", {}, "Focus"), [1, 2, 3].map(hop)), opener, picker);
}

/** How often each document names it; a click shows where. */
function namedIn(node) {
  const rows = documents.map((source) => [source, source.mentions.filter((mention) => mention.node === node).length]).filter(([, count]) => count);
  if (!rows.length) return null;
  return make("p", { class: "named" }, "Named in ", rows.slice(0, 12).map(([source, count], index) => [index ? ", " : "", make("button", { class: "inline source", click: () => go({ open: `document:${source.key}|${node.key}` }) }, shorten(source.title, 44)), ` ${count}×`]),
    rows.length > 12 && ` and ${rows.length - 12} more documents`);
}

/** Its claims by relation: first what it does, then what is done to it. */
function relationGroups(node, own) {
  const groups = new Map();
  for (const claim of own) {
    const out = claim.subject === node;
    const title = out ? `${relationLabel(claim)} …` : `… ${relationLabel(claim)} ${shorten(node.label, 24)}`;
    const key = `${out ? 0 : 1}${title}`;
    if (!groups.has(key)) groups.set(key, { title, out, list: [] });
    groups.get(key).list.push(claim);
  }
  const ordered = [...groups.values()].sort((a, b) => Number(b.out) - Number(a.out) || b.list.length - a.list.length || (a.title < b.title ? -1 : 1));
  return ordered.map(({ title, out, list }) => {
    const ends = new Map();
    for (const claim of list) {
      const other = out ? claim.object : claim.subject;
      const key = other ? other.id : claim.literal ?? "";
      if (!ends.has(key)) ends.set(key, []);
      ends.get(key).push(claim);
    }
    return make("section", { class: "group" }, make("h3", { class: list[0].positive ? "" : "not" }, title), make("ul", { class: "rows" }, [...ends.values()].map((same) => endRow(same, out))));
  });
}

function endRow(same, out) {
  const [claim] = same;
  const other = out ? claim.object : claim.subject;
  const open = other && same.length > 1 ? `link:${claim.subject.key}>${claim.object.key}` : `claim:${claim.key}`;
  const moods = [...new Set(same.map((one) => one.modality))];
  const firm = moods.includes("asserted");
  const extra = claim.others.map(otherWords).join(" ");
  return make("li", {}, make("button", { class: `row${firm ? "" : " maybe"}`, click: () => go({ open }) },
    other ? mark(other.type) : null,
    make("span", { class: "name" }, other ? other.label : claim.literal ?? "(nothing named)", same.length === 1 && extra ? make("span", { class: "soft" }, ` ${extra}`) : null),
    firm ? null : make("span", { class: "badge dashed" }, moods.map((mood) => MOOD[mood] ?? mood).join(", ")),
    same.length > 1 && make("span", { class: "count" }, `${same.length} claims`),
    saidDot(same)));
}

// ---------------------------------------------------------------- a link, a claim, a path

function linkPanel(from, to) {
  const there = visible.filter((claim) => claim.subject === from && claim.object === to);
  const back = visible.filter((claim) => claim.subject === to && claim.object === from);
  const hidden = claims.filter((claim) => (claim.subject === from && claim.object === to) || (claim.subject === to && claim.object === from)).length - there.length - back.length;
  const sources = sourcesOf([...there, ...back]);
  return [
    make("div", { class: "head" }, closer(), make("p", { class: "kind" }, `${plural(there.length + back.length, "claim")} in ${plural(sources.size, "document")}`),
      heading(thingButton(from, "inline"), " → ", thingButton(to, "inline"))),
    there.length ? there.map(claimCard) : make("p", { class: "soft note" }, "The filters hide what links them in this direction."),
    back.length > 0 && make("h3", { class: "turn" }, "The other way"),
    back.map(claimCard),
    hiddenNote(hidden, "between them"),
  ];
}

/** What the filters keep from sight is never passed over in silence. */
const hiddenNote = (hidden, where) => hidden > 0 && make("p", { class: "soft note" }, `${plural(hidden, "claim")} ${where} ${hidden === 1 ? "is" : "are"} hidden by the filters. `, make("button", { class: "inline link", click: () => go({ ...NO_FILTERS, negative: true }) }, "Show all"));

function claimPanel(claim) {
  const same = claim.object ? claims.filter((other) => other !== claim && other.subject === claim.subject && other.object === claim.object) : [];
  return [
    make("div", { class: "head" }, closer(), make("p", { class: "kind" }, "Claim"), heading(sayClaim(claim))),
    claimCard(claim),
    same.length > 0 && make("button", { class: "more", click: () => go({ open: `link:${claim.subject.key}>${claim.object.key}` }) }, `${plural(same.length, "more claim")} between these two`),
  ];
}

function pathPanel() {
  const path = scene.path;
  if (!path) return make("p", { class: "soft note" }, "No path joins them within the filters.");
  const steps = path.slice(1).map((id, index) => {
    const [a, b] = [path[index], id];
    const links = (neighbours.get(a) ?? []).filter((one) => one.from === b || one.to === b);
    return make("li", {}, thingButton(nodes[a], "inline"), make("ul", { class: "rows" }, links.map((one) => make("li", {}, make("button", { class: "row", click: () => go({ open: `link:${nodes[one.from].key}>${nodes[one.to].key}` }) },
      make("span", { class: "name" }, one.from === a ? "→ " : "← ", make("b", { class: one.negative ? "not" : one.firm ? "" : "maybe" }, one.label)), make("span", { class: "count" }, plural(one.claims.length, "claim")))))));
  });
  return make("ol", { class: "path" }, steps, make("li", {}, thingButton(nodes[path.at(-1)], "inline")));
}
