// A document with the sentence of a claim, or the names of a thing, marked in its text.

function documentPanel({ source, claim, node }) {
  const facts = [["Date", source.date && readable(source.date)], ["By", source.author], ["Published by", source.publisher], ["Reference", source.reference], ["Classification", source.classification], ["Origin", source.origin], ["File", source.file]];
  const here = new Set(source.sentences.filter((one) => isVisible.has(one)));
  return [
    make("div", { class: "head" },
      make("button", { class: "small close", click: () => (position > 0 ? history.back() : go({ open: null })) }, "Back"),
      make("p", { class: "kind" }, "Document"), heading(source.title),
      make("dl", { class: "particulars" }, facts.filter(([, value]) => value).map(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]),
        source.url ? [make("dt", {}, "Address"), make("dd", {}, linkOut(source.url))] : null),
      make("p", { class: "soft" }, `${plural(here.size, "claim")} in view; underlined sentences make them. `, node ? `“${node.label}” is marked.` : "")),
    make("div", { class: "text" }, documentText(source, claim, node, here)),
  ];
}

/** Sentences with claims are underlined and open them; the one asked for is lit, with its subject and object. */
function documentText(source, claim, node, here) {
  const sentences = new Map();
  for (const one of here) if (!sentences.has(one.sentence.start)) sentences.set(one.sentence.start, one);
  if (claim?.document === source) sentences.set(claim.sentence.start, claim);
  const names = node ? source.mentions.filter((mention) => mention.node === node) : [];
  const namesIn = (from, to) => names.filter((name) => name.start >= from && name.end <= to).map((name) => ({ ...name, class: `name t-${node.type}` }));
  const pieces = [];
  const length = lengthOf(source);
  let at = 0;
  for (const one of [...sentences.values()].sort((a, b) => a.sentence.start - b.sentence.start)) {
    const { start: from, end: to } = one.sentence;
    if (from < at) continue;
    pieces.push(marked(source, at, from, namesIn(at, from)));
    const lit = one === claim || (claim && claim.document === source && claim.sentence.start === from);
    const parts = lit ? claimMarks(claim) : namesIn(from, to);
    const open = () => openSentence(source, from);
    pieces.push(make("span", {
      class: lit ? "sentence lit" : "sentence", "data-scroll-here": lit, role: "button", tabindex: "0", title: "Show its claims",
      click: open,
      keydown: (event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          open();
        }
      },
    }, marked(source, from, to, parts)));
    at = to;
  }
  pieces.push(marked(source, at, length, namesIn(at, length)));
  const flat = make("div", {}, pieces);
  if (!claim) flat.querySelector("mark")?.setAttribute("data-scroll-here", "");
  return flat;
}

function openSentence(source, from) {
  const made = source.sentences.filter((one) => one.sentence.start === from && isVisible.has(one));
  if (made.length) go({ open: `claim:${made[0].key}` });
}
