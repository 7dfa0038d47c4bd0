// What the reader looks at, kept in the address after "#", so that a view can be sent to a colleague.

const MODALITIES = ["asserted", "planned", "possible", "desired", "required", "conditional"];
const INITIAL = {
  view: "map", // map, communities, community, focus, path
  size: 0, // which of `stages`
  node: null, hops: 1, // focus
  from: null, to: null, // path
  community: null,
  open: null, // what the panel shows: "thing:key", "link:key>key", "claim:key", "document:key"
  tab: "things",
  types: null, relations: null, documents: null, modalities: null, // null: all; else the ones ticked
  negative: false,
  confidence: 0,
  least: 1, // documents that say it
  said: "any", // any, both, first, second: when two documents are compared
  colour: "type", // or "source"
  dates: null, // [first day, last day]
};
let state = { ...INITIAL };

const LISTS = { types: (name) => types.includes(name), modalities: (name) => MODALITIES.includes(name) };

/** The state as the words after "#": only what differs from the first look. */
function toHash(of) {
  const words = [];
  const put = (name, value) => words.push(`${name}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%3E", ">").replaceAll("%2F", "/")}`);
  for (const name of ["view", "size", "hops", "tab", "confidence", "least", "said", "colour"]) {
    if (of[name] !== INITIAL[name]) put(name, of[name]);
  }
  for (const name of ["node", "from", "to"]) if (of[name] !== null) put(name, nodes[of[name]].key);
  if (of.community !== null) put("community", of.community);
  if (of.open) put("open", of.open);
  if (of.negative) put("negative", "yes");
  if (of.dates) put("dates", of.dates.map(dayText).join(","));
  for (const [name, keyOf] of [["types", String], ["modalities", String], ["relations", (id) => relations[id].key], ["documents", (id) => documents[id].key]]) {
    if (of[name]) put(name, [...of[name]].map(keyOf).map(encodeURIComponent).join(","));
  }
  return words.join("&");
}

/** Reads what `toHash` wrote; whatever it does not know is left out. */
function fromHash(hash) {
  const found = { ...INITIAL };
  const words = new URLSearchParams(hash.replace(/^#/, "").replaceAll("+", "%2B"));
  const pick = (name, allowed) => {
    if (allowed.includes(words.get(name))) found[name] = words.get(name);
  };
  const number = (name, low, high) => {
    const value = Number(words.get(name));
    if (words.has(name) && value >= low && value <= high) found[name] = value;
  };
  pick("view", ["map", "communities", "community", "focus", "path"]);
  pick("tab", ["things", "claims"]);
  pick("said", ["any", "both", "first", "second"]);
  pick("colour", ["type", "source"]);
  number("size", 0, stages.length - 1);
  number("hops", 1, 3);
  number("community", 0, communities.length - 1);
  number("confidence", 0, 1);
  number("least", 1, sourceCount);
  for (const name of ["node", "from", "to"]) found[name] = nodeByKey.get(words.get(name))?.id ?? null;
  found.negative = words.get("negative") === "yes";
  if (known(words.get("open"))) found.open = words.get("open");
  const list = (name, read) => {
    const given = (words.get(name) ?? "").split(",").filter(Boolean);
    const understood = given.map(safeDecode).map(read).filter((value) => value !== null);
    if (words.has(name) && (understood.length || !given.length)) found[name] = new Set(understood);
  };
  for (const [name, allowed] of Object.entries(LISTS)) list(name, (word) => (allowed(word) ? word : null));
  list("relations", (key) => relations.find((relation) => relation.key === key)?.id ?? null);
  list("documents", (key) => documents.find((source) => source.key === key)?.id ?? null);
  const days = (words.get("dates") || "").split(",").map((day) => dayNumber(day));
  if (days.length === 2 && !days.includes(null)) found.dates = days;
  if ((found.view === "focus" && found.node === null) || (found.view === "path" && (found.from === null || found.to === null))) found.view = "map";
  if (found.view === "community" && found.community === null) found.view = "communities";
  if (found.view === "communities" && !communities.length) found.view = "map";
  return found;
}

function safeDecode(word) {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

/** Whether "kind:key" names something of this graph. */
function known(open) {
  const [, kind, key] = /^(thing|link|claim|document):(.*)$/s.exec(open || "") ?? [];
  if (kind === "thing") return nodeByKey.has(key);
  if (kind === "claim") return claimByKey.has(key);
  if (kind === "document") return Boolean(readDocumentKey(key));
  return kind === "link" && key.split(">").length === 2 && key.split(">").every((end) => nodeByKey.has(end));
}

/** "document key", with the claim or the thing that is to be marked in it. */
function readDocumentKey(key) {
  const [name, ...marked] = key.split("|");
  const source = documents.find((one) => one.key === name);
  return source ? { source, claim: claimByKey.get(marked.join("|")) ?? null, node: nodeByKey.get(marked.join("|")) ?? null } : null;
}

let position = 0; // how many steps of ours lie behind in the browser's history
let furthest = 0;

/** Moves to a changed state; `quiet` changes (a slider on its way) leave no step to go back to. */
function go(changes, { quiet = false } = {}) {
  state = { ...state, ...changes };
  const hash = `#${toHash(state)}`;
  try {
    if (quiet) history.replaceState({ position }, "", hash);
    else {
      history.pushState({ position: position + 1 }, "", hash);
      furthest = position += 1;
    }
  } catch {
    // a page inside a frame of a notebook may not own its address: the view works without
  }
  refresh();
}

window.addEventListener("popstate", (event) => {
  position = event.state?.position ?? 0;
  state = fromHash(location.hash);
  refresh();
});
