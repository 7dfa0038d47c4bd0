// Names on the map: always of a readable size, the important ones first, and never one over another.

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const LIMIT = 28; // characters; the panel has the whole name
const MAIN = 24; // things whose names are worth covering a node for
let written = []; // what was drawn last, in pixels of the map: the SVG is made of it
const widths = new Map();

function widthOf(ctx, text, font) {
  const key = `${font}|${text}`;
  if (!widths.has(key)) {
    ctx.font = font;
    widths.set(key, ctx.measureText(text).width);
  }
  return widths.get(key);
}

/** Boxes that are taken, in squares of 64 pixels, so that a thousand names are placed in no time. */
class Taken {
  constructor() {
    this.squares = new Map();
  }

  /** Nothing lies there but what `may` lie below. */
  free([left, top, right, bottom], may = null) {
    for (let x = left >> 6; x <= right >> 6; x += 1) {
      for (let y = top >> 6; y <= bottom >> 6; y += 1) {
        for (const other of this.squares.get(x * 65536 + y) ?? []) {
          if (left < other[2] && right > other[0] && top < other[3] && bottom > other[1] && !may?.(other[4])) return false;
        }
      }
    }
    return true;
  }

  /** The owners of what lies there. */
  under([left, top, right, bottom]) {
    const found = new Set();
    for (let x = left >> 6; x <= right >> 6; x += 1) {
      for (let y = top >> 6; y <= bottom >> 6; y += 1) {
        for (const other of this.squares.get(x * 65536 + y) ?? []) {
          if (left < other[2] && right > other[0] && top < other[3] && bottom > other[1]) found.add(other[4]);
        }
      }
    }
    return [...found];
  }

  take([left, top, right, bottom], owner) {
    const box = [left, top, right, bottom, owner];
    for (let x = left >> 6; x <= right >> 6; x += 1) {
      for (let y = top >> 6; y <= bottom >> 6; y += 1) {
        const square = x * 65536 + y;
        if (this.squares.has(square)) this.squares.get(square).push(box);
        else this.squares.set(square, [box]);
      }
    }
  }
}

function paintLabels(ctx) {
  const scale = network.getScale();
  const { clientWidth: width, clientHeight: height } = byId("map");
  const centre = network.getViewPosition();
  const onScreen = ([x, y]) => [(x - centre.x) * scale + width / 2, (y - centre.y) * scale + height / 2];
  const taken = { discs: new Taken(), words: new Taken() };
  const shown = [];
  for (const id of [...scene.nodes].sort((a, b) => Math.abs(a) - Math.abs(b))) {
    const [x, y] = onScreen(scene.at.get(id));
    const size = radius(id) * scale;
    if (x < -40 || y < -40 || x > width + 40 || y > height + 40) continue;
    shown.push({ id, x, y, size, rank: shown.length });
  }
  written = [];
  const inLight = (id) => lit === null || lit.nodes.has(id);
  const block = ({ id, x, y, size }) => taken.discs.take([x - size, y - size, x + size, y + size], id);
  shown.filter(({ id }) => inLight(id)).forEach(block);
  const first = (id) => Number(hovered?.node === id) * 4 + Number(isOpen(id)) * 2 + Number(lit !== null && lit.nodes.has(id));
  if (state.view === "communities") shown.forEach((group) => placeCommunity(ctx, group, taken));
  shown.sort((a, b) => first(b.id) - first(a.id) || Math.abs(a.id) - Math.abs(b.id));
  const few = lit !== null && lit.edges.size <= 3; // then the relation matters more than where the names go
  if (few) placeRelations(ctx, onScreen, taken, scale);
  for (const node of shown) if (node.id >= 0 && inLight(node.id)) placeName(ctx, node, taken, first(node.id) > 1, width, height);
  if (!few) placeRelations(ctx, onScreen, taken, scale);
  const rest = shown.filter(({ id }) => !inLight(id)); // what lies in the shade gets the places that are left
  rest.forEach(block);
  for (const node of rest) placeName(ctx, node, taken, first(node.id) > 1, width, height);
  ctx.save();
  ctx.translate(centre.x, centre.y); // back to pixels: names keep their size at any zoom
  ctx.scale(1 / scale, 1 / scale);
  ctx.translate(-width / 2, -height / 2);
  ctx.lineJoin = "round";
  ctx.textBaseline = "middle";
  for (const label of [...written].reverse()) {
    ctx.font = label.font;
    ctx.globalAlpha = label.faint ? 0.35 : 1;
    ctx.strokeStyle = ink.paper;
    ctx.lineWidth = label.relation ? 4 : 3.5;
    ctx.strokeText(label.text, label.x, label.y);
    ctx.fillStyle = label.colour;
    ctx.fillText(label.text, label.x, label.y);
  }
  ctx.restore();
}

/** A name that has one side to stand on, shortened to the room there. */
function cutToFit(ctx, id, font, room = Infinity) {
  const name = nameOf(id);
  const wide = widthOf(ctx, name, font);
  return wide > room ? shorten(name, Math.max(4, Math.floor((name.length * room) / wide) - 1)) : name;
}

function nameOf(id) {
  return hovered?.node === id || isOpen(id) ? nodes[id].label : shorten(nodes[id].label, LIMIT);
}

/** Below its node, else beside or above it. The names of the main things may lie on other nodes, none on a name. */
function placeName(ctx, { id, x, y, size, rank }, taken, must, width, height) {
  const points = Math.round(2 * (11 + 3.5 * Math.sqrt(nodes[id].value / heaviest))) / 2;
  const font = `${points >= 13 || isOpen(id) ? 600 : 450} ${points}px ${FONT}`;
  const text = cutToFit(ctx, id, font, { right: width - x - size - 10, left: x - size - 10 }[scene.side.get(id)]);
  const wide = widthOf(ctx, text, font);
  const high = points + 3;
  const [near, far] = [0.6 * size + 2, 0.6 * size + high / 2];
  const places = {
    below: [x - wide / 2, y + size + high / 2 + 2], right: [x + size + 5, y], left: [x - size - 5 - wide, y], above: [x - wide / 2, y - size - high / 2 - 2],
    rightBelow: [x + near, y + far], rightAbove: [x + near, y - far], leftBelow: [x - near - wide, y + far], leftAbove: [x - near - wide, y - far],
  };
  const order = scene.side.has(id) ? [scene.side.get(id)] : sidesOf(id);
  const boxAt = (name) => [places[name][0] - 2, places[name][1] - high / 2, places[name][0] + wide + 2, places[name][1] + high / 2];
  const inside = (box) => box[0] >= 2 && box[2] <= width - 2 && box[1] >= 2 && box[3] <= height - 2;
  const open = order.filter((name) => inside(boxAt(name)) && taken.words.free(boxAt(name)));
  const clear = open.find((name) => taken.discs.free(boxAt(name), (owner) => owner === id));
  const cost = (name) => taken.discs.under(boxAt(name)).reduce((sum, other) => sum + (other === id ? 0 : other < id ? Infinity : plainRadius(other)), 0);
  const cheapest = () => open.map((name) => [cost(name), name]).filter(([price]) => price < Infinity).sort((a, b) => a[0] - b[0])[0]?.[1];
  const name = clear ?? (must || rank < MAIN ? cheapest() : undefined) ?? (must ? order[0] : undefined);
  if (!name) return;
  taken.words.take(boxAt(name), id);
  const faint = lit !== null && !lit.nodes.has(id);
  written.push({ text, x: places[name][0], y: places[name][1], font, points, wide, colour: ink.ink, faint, bold: font.startsWith("600") });
}

/** The edges of the scene at a node. */
function edgesAt(id) {
  if (!scene.edgesAt) {
    scene.edgesAt = new Map(scene.nodes.map((node) => [node, []]));
    for (const one of scene.edges) for (const end of [one.from, one.to]) scene.edgesAt.get(end).push(one);
  }
  return scene.edgesAt.get(id);
}

/** Over its bubble: the names of its main things and how many there are. */
function placeCommunity(ctx, { id, x, y }, taken) {
  const lines = [...communities[-1 - id].names, plural(scene.live[-1 - id], "thing")].map((text, index, all) => {
    const [points, weight] = index === 0 ? [12.5, 600] : [11, 450];
    const font = `${weight} ${points}px ${FONT}`;
    const short = shorten(text, 24);
    return { text: short, font, points, wide: widthOf(ctx, short, font), bold: weight === 600, colour: index === all.length - 1 ? ink.soft : ink.ink };
  });
  const top = y - (lines.length - 1) * 7.5;
  const reach = Math.max(...lines.map((line) => line.wide)) / 2;
  const box = [x - reach, top - 8, x + reach, top + lines.length * 15 - 7];
  const alone = [x - lines[0].wide / 2, y - 8, x + lines[0].wide / 2, y + 8]; // where it is tight: the first name
  const all = taken.words.free(box);
  if (!all && !taken.words.free(alone)) return;
  (all ? lines : lines.slice(0, 1)).forEach((line, index) => written.push({ ...line, x: x - line.wide / 2, y: all ? top + index * 15 : y, faint: false }));
  taken.words.take(all ? box : alone, id);
}

const SIDES = { below: [0, 1], right: [1, 0], left: [-1, 0], above: [0, -1], rightBelow: [0.7, 0.7], rightAbove: [0.7, -0.7], leftBelow: [-0.7, 0.7], leftAbove: [-0.7, -0.7] };

/** The sides of a node for its name, those away from its edges first. */
function sidesOf(id) {
  scene.leans ??= new Map();
  if (!scene.leans.has(id)) {
    const [x, y] = scene.at.get(id);
    const lean = [0, 0];
    for (const one of edgesAt(id)) {
      if (lit?.nodes.has(id) && !lit.edges.has(one.id)) continue;
      const [ox, oy] = scene.at.get(one.from === id ? one.to : one.from);
      const far = Math.hypot(ox - x, oy - y) || 1;
      lean[0] += (ox - x) / far;
      lean[1] += (oy - y) / far;
    }
    const size = Math.hypot(...lean);
    const against = ([dx, dy]) => (size < 0.5 ? (dx && dy ? 0.5 : 0) : Math.round((2 * (dx * lean[0] + dy * lean[1])) / size) + (dx && dy ? 0.5 : 0)); // corners only when sides are taken
    scene.leans.set(id, Object.keys(SIDES).sort((a, b) => against(SIDES[a]) - against(SIDES[b])));
  }
  return scene.leans.get(id);
}

/** The relation on its edge, where the edge is long enough and the place is free; edges in the light go first. */
function placeRelations(ctx, onScreen, taken, scale) {
  const font = `450 10.5px ${FONT}`;
  const pointed = hovered?.edge ?? null;
  const first = (one) => Number(one.id === pointed) * 4 + Number(lit !== null && lit.edges.has(one.id)) * 2 + Number(hovered?.node !== null && hovered !== null && (one.from === hovered.node || one.to === hovered.node));
  const order = scene.edges.map((one) => ({ one, first: first(one) })).sort((a, b) => b.first - a.first || b.one.claims.length - a.one.claims.length);
  for (const { one, first: light } of order) {
    if ((lit !== null && !light) || one.plain) continue;
    const from = onScreen(scene.at.get(one.from));
    const to = onScreen(scene.at.get(one.to));
    const text = one.id === pointed ? one.label : shorten(one.label, LIMIT);
    const wide = widthOf(ctx, text, font);
    const whole = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
    const long = whole - (radius(one.from) + radius(one.to)) * scale;
    const slope = Math.abs(to[0] - from[0]) / whole; // a level edge must be as long as its word, an upright one as high
    if (light < 4 && long < wide * slope + 14 * (1 - slope)) continue;
    for (const along of [0.5, 0.4, 0.6]) {
      const place = edgePoint(one, along);
      if (!place) break;
      const [x, y] = onScreen([place.x, place.y]);
      const box = [x - wide / 2 - 3, y - 7, x + wide / 2 + 3, y + 7];
      if (light < 4 && !(taken.words.free(box) && taken.discs.free(box))) continue;
      taken.words.take(box, one.id);
      written.push({ text, x: x - wide / 2, y, font, points: 10.5, wide, colour: one.negative ? ink.negative : ink.soft, relation: true });
      break;
    }
  }
}

/** A point of a drawn edge: from its curve. */
function edgePoint(one, along) {
  const drawn = network.body.edges[one.id];
  return drawn?.edgeType ? drawn.edgeType.getPoint(along) : null;
}
