// What a reader takes away: a picture, a drawing, a table, a link.

function save(name, content) {
  const address = URL.createObjectURL(content);
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  toast(`${name} saved`);
}

/** The canvas as it is seen, on the colour of the page. */
function pictureCanvas() {
  const shown = network.canvas.frame.canvas;
  const copy = make("canvas");
  copy.width = shown.width;
  copy.height = shown.height;
  const pen = copy.getContext("2d");
  pen.fillStyle = ink.paper;
  pen.fillRect(0, 0, copy.width, copy.height);
  pen.drawImage(shown, 0, 0);
  return copy;
}

const savePng = () => pictureCanvas().toBlob((blob) => save("graph.png", blob), "image/png");

/** The same view as shapes and text, for print and for drawing programs. */
function svgDrawing() {
  const { clientWidth: width, clientHeight: height } = byId("map");
  const scale = network.getScale();
  const centre = network.getViewPosition();
  const place = ({ x, y }) => [(x - centre.x) * scale + width / 2, (y - centre.y) * scale + height / 2].map((value) => Math.round(value * 10) / 10);
  const root = draw("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": FONT.replaceAll("'", "") });
  root.append(draw("rect", { width, height, fill: ink.paper }));
  for (const one of scene.edges) root.append(...edgeShapes(one, place, scale));
  for (const id of scene.nodes) root.append(nodeShape(id, place({ x: scene.at.get(id)[0], y: scene.at.get(id)[1] }), radius(id) * scale));
  for (const label of [...written].reverse()) {
    const text = draw("text", { x: Math.round(label.x), y: Math.round(label.y + label.points * 0.35), "font-size": label.points, fill: label.colour, stroke: ink.paper, "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round", opacity: label.faint ? 0.35 : 1, "font-weight": label.bold ? 600 : 400 });
    text.textContent = label.text;
    root.append(text);
  }
  return root;
}

function edgeShapes(one, place, scale) {
  const points = [];
  for (let step = 0; step <= 16; step += 1) {
    const point = edgePoint(one, step / 16);
    if (point) points.push(place(point));
  }
  if (points.length < 2) return [];
  const end = place({ x: scene.at.get(one.to)[0], y: scene.at.get(one.to)[1] });
  const clear = radius(one.to) * scale + 3;
  while (points.length > 2 && Math.hypot(points.at(-1)[0] - end[0], points.at(-1)[1] - end[1]) < clear) points.pop();
  const { color, width, dashes } = edgeStyle(one).item;
  const shade = lit !== null && !lit.edges.has(one.id) ? { opacity: SHADE } : {};
  const line = draw("polyline", { points: points.map((point) => point.join(",")).join(" "), fill: "none", ...shade, stroke: color.color, "stroke-width": Math.round(width * fitScale * 10) / 10, ...(dashes ? { "stroke-dasharray": "4 4" } : {}) });
  if (one.plain) return [line];
  const [[bx, by], [tx, ty]] = points.slice(-2);
  const turn = Math.round((Math.atan2(ty - by, tx - bx) * 180) / Math.PI);
  return [line, draw("path", { d: "M0 0-7-3.200V3.200z", transform: `translate(${tx} ${ty}) rotate(${turn})`, ...shade, fill: color.color })];
}

function nodeShape(id, [x, y], size) {
  const hollow = typeOf(id) === "Thing";
  const paint = { opacity: lit !== null && !lit.nodes.has(id) ? SHADE : 1, ...(id < 0 ? { "fill-opacity": 0.2 } : {}), fill: hollow ? ink.paper : nodeInk(id), stroke: hollow || id < 0 ? nodeInk(id) : ink.paper, "stroke-width": hollow ? 2 : 1.5 };
  const corners = POLYGONS[typeOf(id)];
  const shape = corners
    ? draw("polygon", { ...paint, points: corners.map(([cx, cy]) => `${(x + cx * size).toFixed(1)},${(y + cy * size).toFixed(1)}`).join(" ") })
    : draw("circle", { ...paint, cx: x, cy: y, r: size.toFixed(1) });
  const title = draw("title");
  title.textContent = id < 0 ? communities[-1 - id].names.join(", ") : nodes[id].label;
  shape.append(title);
  return shape;
}

const saveSvg = () => save("graph.svg", new Blob([new XMLSerializer().serializeToString(svgDrawing())], { type: "image/svg+xml" }));

/** A cell of the table; one that a spreadsheet would take for a formula is made plain text. */
function cell(value) {
  const text = String(value ?? "").replace(/\s+/g, " ").trim();
  const safe = /^[=+\-@]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const COLUMNS = ["subject", "relation", "object", "other participants", "polarity", "modality", "time", "said by", "confidence", "quote", "document", "date", "publisher", "start", "end", "claim"];

function csvTable() {
  const rows = claimsInView().map((claim) => [
    claim.subject.label, claim.relation.label, objectLabel(claim),
    claim.others.map((other) => `${other.role}: ${other.node ? other.node.label : other.text}`).join("; "),
    claim.positive ? "positive" : "negative", claim.modality, claim.time, claim.speaker?.label, claim.confidence,
    quoteOf(claim), claim.document?.title, claim.document?.date, claim.document?.publisher, claim.sentence?.start, claim.sentence?.end, claim.iri,
  ]);
  return [COLUMNS, ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
}

const saveCsv = () => save("claims.csv", new Blob(["\ufeff", csvTable(), "\r\n"], { type: "text/csv" }));

let themeOnScreen = null;

/** Paper is white, and gets the map as a picture: a canvas alone may come out blank. */
function beforePrint() {
  themeOnScreen = document.documentElement.dataset.theme ?? "";
  setTheme("light");
  network.redraw();
  byId("printed").src = pictureCanvas().toDataURL("image/png");
}

const afterPrint = () => setTheme(themeOnScreen);
