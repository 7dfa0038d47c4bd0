// Which claims are to be seen, and how many each filter would let through.

const FAILS = { types: 1, relations: 2, documents: 4, modalities: 8, negative: 16, confidence: 32, dates: 64, support: 128 };

let visible = []; // claims that pass every filter
let isVisible = new Set(); // the same, for asking
let bundles = []; // visible claims between two nodes, one for each direction and polarity
let bundleById = new Map();
let neighbours = new Map(); // node id → bundles that touch it
let claimCount = new Map(); // node id → visible claims it takes part in
let counts = {};

/** The two documents that are compared: exactly two are ticked, or there are only two. */
function compared() {
  const ticked = [...new Set([...(state.documents ?? documents.map((one) => one.id))].map((id) => documents[id].source))];
  return ticked.length === 2 ? ticked.sort((a, b) => a - b) : null;
}

/** The filters that a claim fails, as bits. */
function failures(claim) {
  let bits = 0;
  if (state.types && !(state.types.has(claim.subject.type) && (!claim.object || state.types.has(claim.object.type)))) bits |= FAILS.types;
  if (state.relations && !state.relations.has(claim.relation.id)) bits |= FAILS.relations;
  if (state.documents && claim.document && !state.documents.has(claim.document.id)) bits |= FAILS.documents;
  if (state.modalities && !state.modalities.has(claim.modality)) bits |= FAILS.modalities;
  if (!state.negative && !claim.positive) bits |= FAILS.negative;
  if (claim.confidence < state.confidence) bits |= FAILS.confidence;
  if (state.dates && (claim.from === null || claim.from > state.dates[1] || claim.to < state.dates[0])) bits |= FAILS.dates;
  return bits;
}

const pairOf = (claim) => `${claim.subject.id}>${claim.object ? claim.object.id : claim.literal ?? ""}${claim.positive ? "" : "!"}`;

const sourcesOf = (list) => new Set(list.filter((claim) => claim.document).map((claim) => claim.document.source));

/** Whether enough documents, or the right ones of two compared, say it. */
function supported(sources, pair) {
  if (sources.size < state.least) return false;
  if (state.said === "any" || !pair) return true;
  const [first, second] = [sources.has(pair[0]), sources.has(pair[1])];
  return state.said === "both" ? first && second : state.said === "first" ? first && !second : second && !first;
}

function applyFilters() {
  const pair = compared();
  const failed = claims.map(failures);
  const groups = new Map();
  claims.forEach((claim, index) => {
    if (failed[index]) return;
    const key = pairOf(claim);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(claim);
  });
  const support = new Map([...groups].map(([key, list]) => [key, sourcesOf(list)]));
  visible = claims.filter((claim, index) => !failed[index] && supported(support.get(pairOf(claim)), pair));
  isVisible = new Set(visible);
  bundles = [];
  for (const [key, list] of groups) {
    const [claim] = list;
    if (!claim.object || claim.object === claim.subject || !supported(support.get(key), pair)) continue;
    bundles.push(bundle(key, list, support.get(key)));
  }
  bundleById = new Map(bundles.map((one) => [one.id, one]));
  neighbours = new Map();
  for (const one of bundles) {
    for (const end of [one.from, one.to]) {
      if (!neighbours.has(end)) neighbours.set(end, []);
      neighbours.get(end).push(one);
    }
  }
  claimCount = new Map();
  for (const claim of visible) for (const id of partsOf(claim)) claimCount.set(id, (claimCount.get(id) ?? 0) + 1);
  counts = countEach(failed, groups, support, pair);
}

/** Everybody in a claim, also who says it. */
const partsOf = (claim) => new Set([claim.subject, claim.object, claim.speaker, ...claim.others.map((other) => other.node)].filter(Boolean).map((node) => node.id));

function bundle(id, list, sources) {
  const often = new Map();
  for (const claim of list) often.set(claim.relation.label, (often.get(claim.relation.label) ?? 0) + 1);
  const names = [...often.keys()].sort((a, b) => often.get(b) - often.get(a)); // the one said most often first
  const firm = list.some((claim) => claim.modality === "asserted");
  const [first] = list;
  const moods = [...new Set(list.map((claim) => claim.modality))];
  const name = `${first.positive ? "" : "not "}${names[0]}${names.length > 1 ? ` +${names.length - 1}` : ""}`;
  return {
    id, claims: list, sources, firm,
    from: first.subject.id,
    to: first.object.id,
    negative: !first.positive,
    label: `${name}${names.length === 1 && list.length > 1 ? ` ×${list.length}` : ""}${firm ? "" : ` (${moods.join(", ")})`}`,
  };
}

/** For each choice of each filter: what would be seen with the other filters as they are. */
function countEach(failed, groups, support, pair) {
  const found = { types: new Map(), relations: new Map(), documents: new Map(), modalities: new Map(), negative: 0, said: {}, undated: 0, days: [] };
  const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  const seen = new Map(); // things by type
  claims.forEach((claim, index) => {
    const bits = failed[index];
    if (!(bits & ~FAILS.types)) for (const node of [claim.subject, claim.object]) if (node) seen.set(node.id, node.type);
    if (!(bits & ~FAILS.relations)) add(found.relations, claim.relation.id);
    if (!(bits & ~FAILS.documents) && claim.document) add(found.documents, claim.document.id);
    if (!(bits & ~FAILS.modalities)) add(found.modalities, claim.modality);
    if (!(bits & ~FAILS.negative) && !claim.positive) found.negative += 1;
    if (!(bits & ~FAILS.dates)) {
      if (claim.from === null) found.undated += 1;
      else found.days.push([claim.from, claim.to]);
    }
  });
  for (const type of seen.values()) add(found.types, type);
  if (pair) {
    const links = [...groups].filter(([, list]) => list[0].object).map(([key]) => support.get(key));
    const has = (sources, id) => sources.has(id);
    found.said = {
      any: links.length,
      both: links.filter((sources) => has(sources, pair[0]) && has(sources, pair[1])).length,
      first: links.filter((sources) => has(sources, pair[0]) && !has(sources, pair[1])).length,
      second: links.filter((sources) => has(sources, pair[1]) && !has(sources, pair[0])).length,
    };
  }
  return found;
}

/** How many filters are not as at first look. */
function filtersInUse() {
  return ["types", "relations", "documents", "modalities", "dates"].filter((name) => state[name]).length
    + ["negative", "confidence", "least", "said"].filter((name) => state[name] !== INITIAL[name]).length;
}

const NO_FILTERS = Object.fromEntries(["types", "relations", "documents", "modalities", "dates", "negative", "confidence", "least", "said"].map((name) => [name, INITIAL[name]]));
