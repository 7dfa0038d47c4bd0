// The map itself: vis-network moves, zooms and hits; we give it places, draw its nodes and write its labels.

const POLYGONS = { // corners around (0, 0), in radii
  Organization: [[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]],
  Country: [0, 1, 2, 3, 4, 5].map((i) => [1.08 * Math.cos((i * Math.PI) / 3), 1.08 * Math.sin((i * Math.PI) / 3)]),
  Place: [[-1.1, -0.85], [1.1, -0.85], [0, 1.15]],
  Event: [[0, -1.22], [1.22, 0], [0, 1.22], [-1.22, 0]],
  Product: [[0, -1.15], [1.1, 0.85], [-1.1, 0.85]],
  Group: [0, 1, 2, 3, 4].map((i) => [1.12 * Math.sin((i * 2 * Math.PI) / 5), -1.12 * Math.cos((i * 2 * Math.PI) / 5)]),
  Work: [[-0.78, -1.05], [0.78, -1.05], [0.78, 1.05], [-0.78, 1.05]],
};

const canvasNodes = new vis.DataSet();
const canvasEdges = new vis.DataSet();
let network = null;
let ink = {}; // colours of the theme by name
let lit = null; // { nodes, edges } in the light of what is open; null: all
let hovered = null;
let sceneKey = "";

const heaviest = nodes.reduce((most, node) => Math.max(most, node.value), 1);
let fitScale = 1; // the zoom that shows all of the scene

/** In pixels of the screen, at the zoom that shows all. */
const plainRadius = (id) => scene.small * (id < 0 ? scene.sizes?.get(id) ?? 20 : 4 + 13 * Math.sqrt(nodes[id].value / heaviest));

/** In units of the map: nodes grow a little when one comes closer, but never with the map. */
function radius(id) {
  const scale = network.getScale();
  return (plainRadius(id) * Math.min(2, Math.max(0.7, Math.sqrt(scale / fitScale)))) / scale;
}

function readInk() {
  const style = getComputedStyle(document.documentElement);
  const names = ["paper", "ink", "soft", "edge", "negative", "accent", "source-a", "source-b", "source-both", "community", ...types.map((type) => `type-${type}`)];
  ink = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

function startMap() {
  readInk();
  const options = { ...OPTIONS, nodes: { ...OPTIONS.nodes, ctxRenderer: nodeRenderer } };
  network = new vis.Network(byId("map"), { nodes: canvasNodes, edges: canvasEdges }, options);
  const frame = byId("map").firstElementChild;
  frame.tabIndex = 0; // in the order of the page, not before everything
  frame.setAttribute("role", "application");
  frame.setAttribute("aria-label", "Map of the graph: arrow keys move it, plus and minus zoom; the list beside it holds the same");
  frame.addEventListener("keydown", moveByKey);
  network.on("beforeDrawing", fade);
  network.on("afterDrawing", (ctx) => {
    lighten(ctx);
    paintLabels(ctx);
  });
  network.on("click", clicked);
  network.on("doubleClick", ({ nodes: [id] }) => {
    if (id >= 0) go({ view: "focus", node: id, hops: 1, open: `thing:${nodes[id].key}` });
  });
  network.on("hoverNode", ({ node }) => point(node, null));
  network.on("blurNode", () => point(null, null));
  network.on("hoverEdge", ({ edge }) => point(null, edge));
  network.on("blurEdge", () => point(null, null));
  network.on("resize", () => requestAnimationFrame(() => { // after vis-network's own idea of where to look
    if (movedByHand) return;
    sceneKey = "";
    drawScene();
  }));
  network.on("dragEnd", () => { movedByHand = true; });
  network.on("zoom", () => { movedByHand = true; });
}

let movedByHand = false;

function point(node, edge) {
  hovered = node === null && edge === null ? null : { node, edge };
  byId("map").classList.toggle("pointing", hovered !== null);
  drawSoon();
}

function clicked({ nodes: [node], edges: [edge] }) {
  closeMenus();
  if (node !== undefined) {
    if (node < 0) go({ view: "community", community: -1 - node, open: null });
    else go({ open: `thing:${nodes[node].key}` });
  } else if (edge !== undefined && bundleById.has(edge)) {
    const one = bundleById.get(edge);
    go({ open: `link:${nodes[one.from].key}>${nodes[one.to].key}` });
  } else if (state.open) go({ open: null });
}

function moveByKey(event) {
  const step = 60 / network.getScale();
  const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
  if (moves[event.key]) {
    const { x, y } = network.getViewPosition();
    network.moveTo({ position: { x: x + moves[event.key][0], y: y + moves[event.key][1] } });
  } else if (event.key === "+" || event.key === "=") zoomBy(1.3);
  else if (event.key === "-") zoomBy(1 / 1.3);
  else if (event.key === "0") fitMap();
  else return;
  event.preventDefault();
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const gliding = () => (calm() ? false : { duration: 220, easingFunction: "easeInOutQuad" });

function zoomBy(factor) {
  movedByHand = true;
  network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)), animation: gliding() });
}

/** All nodes with room for their labels, but never larger than life. */
function fitMap() {
  movedByHand = false;
  const { scale, x, y } = wholeView();
  fitScale = scale;
  network.moveTo({ scale, position: { x, y }, animation: false });
}

/** Room around the nodes for names and for what lies over the map, in pixels. */
function margins() {
  const narrow = byId("map").clientWidth < 500;
  if (state.view === "communities") return { side: 66, top: narrow ? 116 : 88, bottom: 60 };
  return { side: scene.side.size ? (narrow ? 96 : 150) : narrow ? 34 : 62, top: narrow ? 96 : 58, bottom: narrow ? 62 : 40 };
}

function wholeView() {
  const { clientWidth: width, clientHeight: height } = byId("map");
  if (!scene.at.size) return { scale: 1, x: 0, y: 0 };
  const room = margins();
  const small = height < 460 && lit?.nodes.size > 1; // a phone with its panel up: what is open, not the whole map
  const box = boundsOf(small ? new Map([...scene.at].filter(([id]) => lit.nodes.has(id))) : scene.at);
  const scale = Math.max(0.02, Math.min((width - 2 * room.side) / Math.max(box.wide, 1), (height - room.top - room.bottom) / Math.max(box.high, 1), 1.35));
  return { scale, x: box.left + box.wide / 2, y: box.top + box.high / 2 + (room.bottom - room.top) / 2 / scale };
}

function boundsOf(at) {
  const [xs, ys] = [0, 1].map((axis) => [...at.values()].map((place) => place[axis]));
  const [left, top] = [Math.min(...xs, Infinity), Math.min(...ys, Infinity)];
  return { left, top, wide: Math.max(...xs, -Infinity) - left, high: Math.max(...ys, -Infinity) - top };
}

/** Stretches the map towards the shape of the screen: a phone is high where a desk is wide. */
function toShape(found) {
  const { clientWidth: width, clientHeight: height } = byId("map");
  const room = margins();
  const box = boundsOf(found.frame ?? found.at); // the frame stays when filters take nodes away: so do the others
  if (found.at.size < 3 || !box.wide || !box.high) return found.at;
  const wanted = Math.max(width - 2 * room.side, 50) / Math.max(height - room.top - room.bottom, 50);
  const by = Math.min(1.6, Math.max(0.6, Math.sqrt((wanted * box.high) / box.wide)));
  return new Map([...found.at].map(([id, [x, y]]) => [id, [x * by, y / by]]));
}

/** Brings a node into sight when it is not. */
function reveal(id) {
  const place = scene.at.get(id);
  if (!place) return;
  const { x, y } = network.canvasToDOM({ x: place[0], y: place[1] });
  const { clientWidth: width, clientHeight: height } = byId("map");
  if (x < 60 || y < 60 || x > width - 60 || y > height - 60) network.moveTo({ position: { x: place[0], y: place[1] }, animation: gliding() });
}

/** Draws the scene; nothing is touched that stays as it was. */
function drawScene() {
  scene = chooseScene();
  scene.small = byId("map").clientWidth < 500 ? 0.7 : scene.nodes.length > 300 ? 0.75 : 1;
  if (state.view !== "path") scene.at = toShape(scene);
  lit = lightOf(state.open);
  const key = JSON.stringify([state.view, state.size, scene.stage, state.node, state.hops, state.from, state.to, state.community]);
  if (key !== sceneKey) fitMap();
  sceneKey = key;
  hovered = null;
  keep(canvasNodes, scene.nodes, (id) => {
    const [x, y] = scene.at.get(id);
    return { key: `${x} ${y}`, item: { id, x, y } };
  });
  keep(canvasEdges, scene.edges, (one) => {
    const { key: style, item } = edgeStyle(one);
    return { key: style, item: { id: one.id, from: one.from, to: one.to, ...item } };
  });
  drawSoon();
}

/** With the next frame, once, however often it is asked for. */
const drawSoon = () => network.body.emitter.emit("_requestRedraw");

const drawn = new Map([canvasNodes, canvasEdges].map((set) => [set, new Map()])); // what each item looked like

/** Brings a set up to date: only what is new, gone or different is handed on. */
function keep(set, wanted, describe) {
  const before = drawn.get(set);
  const after = new Map();
  const [fresh, changed] = [[], []];
  for (const { key, item } of wanted.map(describe)) {
    after.set(item.id, key);
    if (!before.has(item.id)) fresh.push(item);
    else if (before.get(item.id) !== key) changed.push(item);
  }
  const gone = [...before.keys()].filter((id) => !after.has(id));
  if (gone.length) set.remove(gone);
  if (fresh.length) set.add(fresh);
  if (changed.length) set.update(changed);
  drawn.set(set, after);
}

/** The nodes and edges in the light of what the panel shows. */
function lightOf(open) {
  const [, kind, key] = /^(thing|link|claim|document):(.*)$/s.exec(open || "") ?? [];
  const found = { nodes: new Set(), edges: new Set() };
  const light = (one) => {
    found.edges.add(one.id);
    found.nodes.add(one.from).add(one.to);
  };
  if (state.view === "communities" || (state.view === "focus" && open === `thing:${nodes[state.node].key}`)) return null;
  if (kind === "thing") {
    found.nodes.add(nodeByKey.get(key).id);
    for (const one of neighbours.get(nodeByKey.get(key).id) ?? []) light(one);
  } else if (kind === "link" || kind === "claim") {
    const [from, to] = kind === "link" ? key.split(">").map((end) => nodeByKey.get(end).id) : [claimByKey.get(key).subject.id, claimByKey.get(key).object?.id];
    for (const one of neighbours.get(from) ?? []) if (one.from === from && one.to === to) light(one);
    found.nodes.add(from);
  } else if (kind === "document") {
    const { source } = readDocumentKey(key);
    for (const one of bundles) if (one.sources.has(source.source)) light(one);
  } else return null;
  return found;
}

const sourceInk = (sources) => {
  const pair = compared();
  if (!pair) return sources.size > 1 ? ink["source-both"] : ink.edge;
  const [first, second] = [sources.has(pair[0]), sources.has(pair[1])];
  return first && second ? ink["source-both"] : first ? ink["source-a"] : second ? ink["source-b"] : ink.edge;
};

/** How an edge is drawn; what lies in the shade is faded as a whole, see `fade`. */
function edgeStyle(one) {
  const strong = lit !== null && lit.edges.has(one.id);
  const colour = one.negative ? ink.negative : state.colour === "source" && !one.plain ? sourceInk(one.sources) : strong ? ink.soft : ink.edge;
  const crowd = scene.nodes.length > 300 && !strong;
  const width = one.plain ? 0.4 + Math.log2(1 + one.count) * 0.6 : (crowd ? 0.6 : strong ? 1.7 : 1.1) + Math.min(2.4, 0.6 * Math.log2(one.claims.length)) + (one.sources.size > 1 ? 0.5 : 0);
  const unit = 1 / fitScale; // a pixel on the screen when all of the map is seen
  const item = {
    color: { color: colour, hover: one.negative ? ink.negative : ink.ink, highlight: colour, inherit: false, opacity: crowd || one.plain ? 0.5 : 1 },
    width: width * unit,
    hoverWidth: 0.6 * unit,
    dashes: one.firm ? false : [4 * unit, 4 * unit],
    arrows: { to: { enabled: !one.plain, scaleFactor: (crowd ? 0.22 : 0.34) * unit } },
  };
  return { key: `${colour}|${width * unit}|${one.firm}|${crowd}`, item };
}

const SHADE = 0.2;

/** Before vis-network draws: all edges are faint when something is in the light … */
function fade(ctx) {
  if (lit !== null) ctx.globalAlpha = SHADE;
}

/** … and after it those in the light are drawn again, with the nodes at their ends on top. */
function lighten(ctx) {
  ctx.globalAlpha = 1;
  if (lit === null) return;
  for (const id of lit.edges) {
    network.body.edges[id]?.draw(ctx);
    network.body.edges[id]?.drawArrows(ctx);
  }
  for (const id of lit.nodes) network.body.nodes[id]?.draw(ctx)?.drawExternalLabel?.();
}

const typeOf = (id) => (id < 0 ? "community" : nodes[id].type);

function nodeInk(id) {
  if (id < 0) return ink.community;
  if (state.colour === "source" && compared()) {
    const sources = new Set((neighbours.get(id) ?? []).flatMap((one) => [...one.sources]));
    return sourceInk(sources);
  }
  return ink[`type-${nodes[id].type}`];
}

function nodeRenderer({ ctx, id, x, y, state: { hover } }) {
  const size = radius(id);
  return {
    drawNode() {
      const dim = lit !== null && !lit.nodes.has(id);
      ctx.save();
      ctx.beginPath();
      const corners = POLYGONS[typeOf(id)];
      if (corners) {
        corners.forEach(([cx, cy], index) => ctx[index ? "lineTo" : "moveTo"](x + cx * size, y + cy * size));
        ctx.closePath();
      } else ctx.arc(x, y, size, 0, 2 * Math.PI);
      ctx.lineJoin = "round";
      const hollow = typeOf(id) === "Thing";
      ctx.globalAlpha = 1;
      ctx.fillStyle = ink.paper; // an opaque ground first: edges never shine through
      ctx.fill();
      ctx.globalAlpha = dim ? SHADE : 1;
      const bubble = id < 0;
      ctx.fillStyle = hollow ? ink.paper : nodeInk(id);
      ctx.strokeStyle = hollow || bubble ? nodeInk(id) : ink.paper;
      if (bubble) ctx.globalAlpha = 0.2;
      const pixel = 1 / network.getScale();
      ctx.lineWidth = hollow ? Math.max(1.6 * pixel, size * 0.26) : 1.5 * pixel;
      ctx.fill();
      if (bubble) ctx.globalAlpha = 1;
      ctx.stroke();
      if (hover || isOpen(id)) {
        ctx.globalAlpha = 1;
        ctx.beginPath();
        ctx.arc(x, y, size * 1.25 + 4 * pixel, 0, 2 * Math.PI);
        ctx.strokeStyle = ink.accent;
        ctx.lineWidth = (isOpen(id) ? 2.5 : 1.5) * pixel;
        ctx.stroke();
      }
      ctx.restore();
    },
    nodeDimensions: { width: 2 * size, height: 2 * size },
  };
}

const isOpen = (id) => id >= 0 && (state.open === `thing:${nodes[id].key}` || (state.view === "focus" && state.node === id));
