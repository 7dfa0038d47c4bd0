// Filters that are also the legend: what each colour, shape and line means, and how much of it there is.

const USED_TYPES = types.filter((type) => nodes.some((node) => node.type === type));
const USED_MOODS = MODALITIES.filter((mood) => claims.some((claim) => claim.modality === mood));
const ANY_NEGATIVE = claims.some((claim) => !claim.positive);
const FEW = 10; // rows of a long list before it is opened
const MANY = 200; // and after
const longLists = { relations: { words: "", open: false }, documents: { words: "", open: false } };

function renderSidebar() {
  const box = byId("filters");
  const top = box.scrollTop;
  replace(box,
    make("div", { class: "filters-head" }, make("h2", {}, "Show"), filtersInUse() > 0 && make("button", { class: "small", click: () => go({ ...NO_FILTERS }) }, "Clear filters"), make("button", { class: "small drawer-only", click: () => toggleDrawer(false) }, "Done")),
    facet("types", "Types", USED_TYPES, (type) => [mark(type), type], counts.types),
    facet("modalities", "Said as", USED_MOODS, (mood) => [lineSample(mood), MOOD[mood]], counts.modalities, negativeRow()),
    sourcesFacet(),
    timeline(),
    relationsFacet(),
    sliders());
  box.scrollTop = top;
  const used = filtersInUse();
  byId("filters-count").hidden = !used;
  byId("filters-count").textContent = used;
  renderLegend();
}

function lineSample(mood, className = "") {
  return draw("svg", { class: `line ${className}`, viewBox: "0 0 26 10", "aria-hidden": "true" }, draw("path", { d: "M1 5h20", class: mood === "asserted" ? "" : "dash" }), draw("path", { d: "m19 1.500 5 3.500-5 3.500z", class: "tip" }));
}

/** One choice with its count; "only" leaves all others out. */
function choice(name, value, all, content, count) {
  const ticked = state[name] === null || state[name].has(value);
  const set = (next) => go({ [name]: next.size === all.length ? null : next });
  const box = make("input", {
    type: "checkbox", checked: ticked, "data-keep": `${name} ${value}`,
    change: () => {
      const next = new Set(state[name] ?? all);
      if (ticked) next.delete(value);
      else next.add(value);
      set(next);
    },
  });
  const only = state[name]?.size === 1 && ticked;
  return make("li", { class: `choice${count ? "" : " none"}` }, make("label", {}, box, content, make("span", { class: "count" }, (count ?? 0).toLocaleString("en"))),
    all.length > 1 && make("button", { class: "only", "data-keep": `only ${name} ${value}`, click: () => set(only ? new Set(all) : new Set([value])) }, only ? "all" : "only"));
}

const facet = (name, title, all, content, numbers, ...more) => all.length > 0 && make("fieldset", {}, make("legend", {}, title), make("ul", {}, all.map((value) => choice(name, value, all, content(value), numbers.get(value))), more));

const negativeRow = () => ANY_NEGATIVE && make("li", { class: "choice" }, make("label", {}, make("input", { type: "checkbox", id: "negative", checked: state.negative, "data-keep": "negative", change: (event) => go({ negative: event.target.checked }) }), lineSample("asserted", "not"), make("span", {}, "denied, “not …”"), make("span", { class: "count" }, counts.negative.toLocaleString("en"))));

/** Documents, and which links stand in both of two, or in one of them only. */
function sourcesFacet() {
  const all = documents.map((source) => source.id);
  const pair = compared();
  const tint = (id) => (state.colour === "source" && pair && pair.includes(documents[id].source) ? make("span", { class: `swatch ${documents[id].source === pair[0] ? "first" : "second"}` }) : null);
  const content = (id) => [tint(id), make("span", { class: "title", title: `${documents[id].title}${documentLine(documents[id]) ? ` – ${documentLine(documents[id])}` : ""}` }, make("span", {}, documents[id].title), documentLine(documents[id]) && make("small", {}, documentLine(documents[id])))];
  const said = pair && [["any", "all links"], ["both", "in both"], ["first", `only in ${documents[pair[0]].title}`], ["second", `only in ${documents[pair[1]].title}`]];
  return all.length > 0 && make("fieldset", {}, make("legend", {}, "Documents"),
    longList("documents", all, (id) => `${documents[id].title} ${documentLine(documents[id])}`, content, "document"),
    sourceCount > 1 && make("label", { class: "switch" }, make("input", { type: "checkbox", id: "by-source", checked: state.colour === "source", "data-keep": "colour", change: (event) => go({ colour: event.target.checked ? "source" : "type" }) }), pair ? "Compare by colour" : "Mark links said in several"),
    said && make("div", { class: "said-in", role: "radiogroup", "aria-label": "Links said in" }, said.map(([value, words]) => make("label", { class: "pill" }, make("input", { type: "radio", name: "said", value, checked: state.said === value, "data-keep": `said ${value}`, change: () => go({ said: value, colour: "source" }) }), make("span", { class: value }, make("span", { class: "words" }, words), make("b", {}, (counts.said[value] ?? 0).toLocaleString("en")))))),
    sourceCount > 2 && leastSlider());
}

const leastSlider = () => slider("least", "In at least", state.least, 1, Math.min(sourceCount, 20), 1, plural(state.least, "document"));

function slider(name, title, value, low, high, step, words) {
  return make("label", { class: "slider" }, make("span", {}, title, make("output", {}, words)), make("input", { type: "range", id: `slide-${name}`, min: low, max: high, step, value, "data-keep": name, input: (event) => go({ [name]: Number(event.target.value) }, { quiet: true }) }));
}

const sliders = () => make("fieldset", {}, make("legend", {}, "Certainty"), slider("confidence", "At least", state.confidence, 0, 1, 0.05, state.confidence ? `${Math.round(state.confidence * 100)} % sure` : "any"));

/** The first of many choices, a field to find others, and a way to take just those that were found. */
function longList(name, all, wordsOf, content, noun) {
  const list = longLists[name];
  const wanted = fold(list.words.trim());
  const order = name === "documents" ? all : [...all].sort((a, b) => (counts[name].get(b) ?? 0) - (counts[name].get(a) ?? 0) || a - b);
  const found = wanted ? order.filter((id) => fold(wordsOf(id)).includes(wanted)) : order;
  const shown = found.slice(0, list.open || wanted ? MANY : FEW);
  const again = () => keepingFocus(renderSidebar);
  const field = make("input", { type: "search", placeholder: `Find a ${noun}`, "aria-label": `Find a ${noun}`, "data-keep": `find ${name}`, input: (event) => { list.words = event.target.value; again(); } });
  field.value = list.words;
  return [
    all.length > FEW && field,
    make("ul", { class: shown.length > 14 ? "long" : "" }, shown.map((id) => choice(name, id, all, content(id), counts[name].get(id)))),
    wanted && found.length > 1 && found.length < all.length && make("button", { class: "small", "data-keep": `only found ${name}`, click: () => go({ [name]: new Set(found) }) }, `Only these ${found.length}`),
    !wanted && found.length > FEW && make("button", { class: "small", "data-keep": `all ${name}`, click: () => { list.open = !list.open; again(); } }, list.open ? "Fewer" : `All ${found.length} ${noun}s`),
    found.length > MANY && shown.length === MANY && make("p", { class: "soft" }, `The first ${MANY} of ${found.length}: find the others by name.`),
  ];
}

const relationsFacet = () => relations.length > 0 && make("fieldset", {}, make("legend", {}, "Relations"), longList("relations", relations.map((relation) => relation.id), (id) => relations[id].label, (id) => make("span", {}, relations[id].label), "relation"));

// ---------------------------------------------------------------- time

/** Bars of claims over time and two handles; days, months or years, whichever gives up to forty bars. */
function timeline() {
  if (!(lastDay > firstDay)) return null;
  const [from, to] = state.dates ?? [firstDay, lastDay];
  const bars = 36;
  const width = (lastDay - firstDay + 1) / bars;
  const heights = new Array(bars).fill(0);
  for (const [begin, end] of counts.days) {
    const [first, last] = [begin, end].map((day) => Math.min(bars - 1, Math.max(0, Math.floor((day - firstDay) / width))));
    for (let bar = first; bar <= last; bar += 1) heights[bar] += 1 / (last - first + 1);
  }
  const most = Math.max(...heights, 1);
  const picture = draw("svg", { class: "bars", viewBox: `0 0 ${bars * 6} 40`, preserveAspectRatio: "none", "aria-hidden": "true" },
    ...heights.map((height, bar) => {
      const day = firstDay + bar * width;
      const high = height ? Math.max(2, 38 * Math.sqrt(height / most)) : 0;
      return draw("rect", { x: bar * 6 + 0.5, y: 40 - high, width: 5, height: high, class: day + width >= from && day <= to ? "in" : "" });
    }));
  const handle = (name, value, index) => make("input", {
    type: "range", "aria-label": name, "aria-valuetext": readable(dayText(value)), min: firstDay, max: lastDay, value, "data-keep": name,
    input: (event) => {
      const next = [from, to];
      next[index] = Number(event.target.value);
      if (next[0] > next[1]) next[1 - index] = next[index];
      go({ dates: next[0] <= firstDay && next[1] >= lastDay ? null : next }, { quiet: true });
    },
  });
  return make("fieldset", { class: "timeline" }, make("legend", {}, "Time"),
    picture, make("div", { class: "handles" }, handle("From", from, 0), handle("Until", to, 1)),
    make("p", { class: "ends" }, make("span", {}, readable(dayText(from))), make("span", {}, readable(dayText(to)))),
    make("p", { class: "soft" }, "The time in the text, else the day of the document.", state.dates && counts.undated ? ` ${plural(counts.undated, "claim")} without a date left out.` : ""));
}

// ---------------------------------------------------------------- small screens

function renderLegend() {
  const seen = new Set(scene.nodes.filter((id) => id >= 0).map((id) => nodes[id].type));
  replace(byId("legend"), types.filter((type) => seen.has(type)).map((type) => make("span", {}, mark(type), type)));
}

function toggleDrawer(open) {
  document.body.classList.toggle("drawer", open);
  byId("filters-button").setAttribute("aria-expanded", String(open));
  if (open) byId("filters").querySelector("input, button")?.focus({ preventScroll: true });
  else if (byId("filters").contains(document.activeElement)) byId("filters-button").focus();
}
