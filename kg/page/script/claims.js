// A claim on paper: what it says, the words it stands on, and who said them where and when.

const MOOD = { asserted: "asserted", planned: "planned", possible: "possible", desired: "wanted", required: "required", conditional: "under a condition" };

const mark = (type) => draw("svg", { class: "mark", viewBox: "-1.5 -1.5 3 3", "aria-hidden": "true" },
  POLYGONS[type]
    ? draw("polygon", { points: POLYGONS[type].map((corner) => corner.join(",")).join(" "), class: `t-${type}` })
    : draw("circle", { r: type === "Thing" ? 0.85 : 1.1, class: `t-${type}` }));

/** A thing's name as a button that opens it. */
const thingButton = (node, className = "thing") => make("button", { class: className, click: () => openThing(node) }, mark(node.type), make("span", {}, node.label));

function openThing(node, { focus = false } = {}) {
  const onMap = scene.at.has(node.id);
  const changes = { open: `thing:${node.key}` };
  if (focus || (!onMap && neighbours.has(node.id))) Object.assign(changes, { view: "focus", node: node.id, hops: focus ? state.hops : 1 });
  go(changes);
  if (onMap) reveal(node.id);
}

function linkOut(address) {
  if (!/^https?:\/\//i.test(address)) return make("span", {}, address);
  const name = /wikidata\.org\/(?:entity|wiki)\/(Q\d+)/.exec(address);
  const place = /geonames\.org\/(\d+)/.exec(address);
  const words = name ? `Wikidata ${name[1]}` : place ? `GeoNames ${place[1]}` : address.replace(/^https?:\/\//i, "");
  return make("a", { href: address, rel: "noopener noreferrer external", target: "_blank", class: "out" }, shorten(words, 48), make("span", { class: "hidden" }, " (opens another site)"));
}

/** The sentence with the words for subject, relation and object marked. */
function quote(claim) {
  if (!claim.sentence) return make("blockquote", {}, claim.words || "No words are kept for this claim.");
  const { start: from, end: to } = claim.sentence;
  return make("blockquote", {}, marked(claim.document, from, to, claimMarks(claim)));
}

/** Where its words stand. The relation's are looked for between the other two, and left plain if they stand apart. */
function claimMarks(claim) {
  const { start: from, end: to } = claim.sentence;
  const found = [[claim.subjectSpan, "subject", claim.subject], [claim.objectSpan, "object", claim.object]]
    .filter(([words]) => words && words.document === claim.document && words.start >= from && words.end <= to)
    .map(([words, kind, node]) => ({ start: words.start, end: words.end, class: `${kind} t-${node ? node.type : "Literal"}` }));
  const sentence = cut(claim.document, from, to);
  const behind = found[0] ? cut(claim.document, from, found[0].end).length : 0;
  const at = claim.phrase ? sentence.indexOf(claim.phrase, behind) : -1;
  if (at >= 0) {
    const [before, long] = [sentence.slice(0, at), claim.phrase].map((words) => Array.from(words).length); // code points
    found.push({ start: from + before, end: from + before + long, class: "relation" });
  }
  return found;
}

/** A run of text with parts of it in <mark>; a part that overlaps an earlier one is left plain. */
function marked(source, from, to, parts) {
  const pieces = [];
  let at = from;
  for (const part of [...parts].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (part.start < at || part.end > to) continue;
    pieces.push(cut(source, at, part.start), make("mark", { class: part.class }, cut(source, part.start, part.end)));
    at = part.end;
  }
  pieces.push(cut(source, at, to));
  return pieces;
}

function statement(claim) {
  const parts = [thingButton(claim.subject, "inline"), " ", make("b", { class: claim.positive ? "" : "not" }, relationLabel(claim)), " "];
  if (claim.object) parts.push(thingButton(claim.object, "inline"));
  else if (claim.literal !== null) parts.push(claim.literal);
  for (const other of claim.others) parts.push(" ", other.node ? [make("span", { class: "soft" }, roleWord(other.role)), " ", thingButton(other.node, "inline")] : make("span", { class: "soft" }, otherWords(other)));
  return make("p", { class: "statement" }, parts);
}

function claimCard(claim) {
  const source = claim.document;
  const facts = [];
  if (claim.modality !== "asserted") facts.push(make("span", { class: "badge dashed" }, MOOD[claim.modality] ?? claim.modality));
  if (!claim.positive) facts.push(make("span", { class: "badge not" }, "denied or negative"));
  if (claim.time) facts.push(make("span", { class: "badge" }, readableTime(claim.time)));
  facts.push(make("span", { class: "badge", title: "How sure the reading of this sentence is" }, `${Math.round(claim.confidence * 100)} % sure`));
  const said = [];
  if (claim.speaker) said.push("said by ", thingButton(claim.speaker, "inline"), " in ");
  if (source) said.push(make("button", { class: "inline source", click: () => go({ open: `document:${source.key}|${claim.key}` }), title: "Read it in its document" }, source.title));
  const line = source ? [source.publisher && `${source.publisher}, `, source.date && make("span", { class: "whole" }, readable(source.date))].filter(Boolean) : [claim.source];
  return make("article", { class: "claim", "data-claim": claim.key },
    statement(claim), quote(claim),
    make("p", { class: "said" }, said, source && line.length ? ", " : "", line),
    make("div", { class: "facts" }, facts,
      make("button", { class: "small", click: () => copyText(citation(claim), "Claim copied with its source") }, "Copy citation")));
}

/** A claim as a reader would cite it. */
function citation(claim) {
  const source = claim.document;
  const words = [`“${quoteOf(claim).replace(/\s+/g, " ").trim()}”`];
  if (claim.speaker) words.push(`(${claim.speaker.label})`);
  const where = source ? [source.author, source.title, source.publisher, source.date && readable(source.date), source.reference, source.file].filter(Boolean) : [claim.source];
  const place = claim.sentence ? `, characters ${claim.sentence.start}–${claim.sentence.end}` : "";
  words.push(`— ${[...new Set(where)].join(", ")}${place}.`);
  const mood = [claim.positive ? "" : "negative", claim.modality, claim.time && readableTime(claim.time), `confidence ${claim.confidence}`].filter(Boolean).join(", ");
  return `${words.join(" ")}\n${sayClaim(claim)} [${mood}] <${claim.iri}>`;
}

async function copyText(text, done) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = make("textarea", { class: "hidden", "aria-hidden": "true" });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy"); // where the page may not use the clipboard by itself
    field.remove();
  }
  toast(done);
}
