// The one block of data that came with the page, as objects with names.

const BLOCK = JSON.parse(byId("data").textContent);
const { types, relations: relationRows, stages, start } = BLOCK.more;
const OPTIONS = JSON.parse(BLOCK.options);

const nodes = BLOCK.nodes.map((node) => ({ aliases: [], links: [], why: [], ...node, type: node.group }));
const nodeByKey = new Map();
for (const node of nodes) {
  node.key = node.iri.replace(/^.*\/entity\//, "");
  if (nodeByKey.has(node.key)) node.key = node.iri; // graphs of two bases loaded together
  nodeByKey.set(node.key, node);
}

const relations = relationRows.map(([iri, label], id) => ({ id, iri, label, key: iri.replace(/^.*\/relation\//, "") }));

const documents = BLOCK.more.documents.map((row, id) => ({ ...row, id, source: row.copy ?? id, sentences: [], mentions: [] }));
for (const source of documents) source.key = source.iri.replace(/^.*\/doc\//, "");

const communities = BLOCK.more.communities.map((row, id) => ({ ...row, id }));
const communityOf = new Map(communities.flatMap((group) => group.members.map((member) => [member, group.id])));

const span = (row) => (Array.isArray(row) ? { document: documents[row[0]], start: row[1], end: row[2] } : null);

const claims = BLOCK.more.claims.map((row, id) => {
  const [iri, subject, relation, object, others, positive, modality, confidence, speaker, source, sentence, first, second, phrase, time, begin, end] = row;
  const claim = {
    id, iri, modality, confidence, source, phrase, time, begin, end,
    key: iri.replace(/^.*\/claim\//, ""),
    positive: positive === 1,
    subject: nodes[subject],
    relation: relations[relation],
    object: typeof object === "number" ? nodes[object] : null,
    literal: typeof object === "string" ? object : null,
    others: others.map(([role, who]) => ({ role, node: typeof who === "number" ? nodes[who] : null, text: typeof who === "string" ? who : "" })),
    speaker: speaker === null ? null : nodes[speaker],
    sentence: span(sentence),
    words: typeof sentence === "string" ? sentence : "",
    subjectSpan: span(first),
    objectSpan: span(second),
  };
  claim.document = claim.sentence ? claim.sentence.document : null;
  if (claim.document) claim.document.sentences.push(claim);
  return claim;
});
const claimByKey = new Map(claims.map((claim) => [claim.key, claim]));

for (const [document, from, to, node] of BLOCK.more.mentions) documents[document].mentions.push({ start: from, end: to, node: nodes[node] });

const sourceCount = new Set(documents.map((source) => source.source)).size;

/** Offsets count code points; JavaScript's strings do not. */
function cut(source, from, to) {
  source.astral ??= /[\ud800-\udbff]/.test(source.text) ? Array.from(source.text) : null;
  return source.astral ? source.astral.slice(from, to).join("") : source.text.slice(from, to);
}

const lengthOf = (source) => (cut(source, 0, 0), source.astral ?? source.text).length;

const quoteOf = (claim) => (claim.sentence ? cut(claim.document, claim.sentence.start, claim.sentence.end) : claim.words);

const objectLabel = (claim) => (claim.object ? claim.object.label : claim.literal ?? "");

const relationLabel = (claim) => (claim.positive ? claim.relation.label : `not ${claim.relation.label}`);

/** The whole statement as one sentence, with its further participants. */
function sayClaim(claim) {
  return [claim.subject.label, relationLabel(claim), objectLabel(claim), ...claim.others.map(otherWords)].filter(Boolean).join(" ");
}

const roleWord = (role) => ({ recipient: "to", place: "in", time: "", amount: "" })[role] ?? role;

/** A further participant in words: "from Russia"; an amount in brackets. */
function otherWords({ role, node, text }) {
  const name = node ? node.label : text;
  return role === "amount" ? `(${name})` : `${roleWord(role)} ${name}`.trim();
}

const documentLine = (source) => [source.publisher, source.date && readable(source.date)].filter(Boolean).join(", ");

/** Days since 1970 of the first or last day of an ISO date, month or year. */
function dayNumber(date, last = false) {
  const match = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date || "");
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), match[2] ? match[2] - 1 : last ? 11 : 0, match[3] ? Number(match[3]) : last ? 0 : 1];
  const time = Date.UTC(year, match[3] || !last ? month : month + 1, day);
  return Number.isNaN(time) ? null : Math.round(time / 86400000);
}

const dayText = (day) => new Date(day * 86400000).toISOString().slice(0, 10);

const namesakes = new Map(); // label → how many things have it
for (const node of nodes) namesakes.set(node.label, (namesakes.get(node.label) ?? 0) + 1);
const firstIn = new Map(); // node id → the document of its first claim
for (const claim of claims) {
  for (const node of [claim.subject, claim.object, claim.speaker, ...claim.others.map((other) => other.node)]) {
    if (node && claim.document && !firstIn.has(node.id)) firstIn.set(node.id, claim.document);
  }
}

/** What tells a thing from others of its name: "the visit" of one document is not that of another. */
const namesakeHint = (node) => (namesakes.get(node.label) > 1 && firstIn.has(node.id) ? shorten(firstIn.get(node.id).title, 28) : "");

// When a claim holds: what its text says, else the day its document appeared.
for (const claim of claims) {
  const said = claim.document?.date;
  claim.from = dayNumber(claim.begin) ?? dayNumber(claim.end) ?? dayNumber(said);
  claim.to = dayNumber(claim.end, true) ?? dayNumber(claim.begin, true) ?? dayNumber(said, true);
}
const dated = claims.filter((claim) => claim.from !== null);
const firstDay = dated.reduce((low, claim) => Math.min(low, claim.from), Infinity);
const lastDay = dated.reduce((high, claim) => Math.max(high, claim.to), -Infinity);
