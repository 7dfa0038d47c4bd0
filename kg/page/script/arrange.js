// Places for views that are made on the spot; the map's own places were computed when the page was written.

const ROW = 34;

/**
 * A fan around one node: what it acts on to the right, what acts on it to the left, further steps outside;
 * rows are evenly spaced, so every label can be read.
 */
function fan(origin, steps, edges) {
  const at = new Map([[origin, [0, 0]]]);
  const side = new Map([[origin, "below"]]);
  const balance = new Map(); // > 0: mostly an object of the origin
  const parent = new Map();
  for (const one of edges) {
    if (one.from === origin) balance.set(one.to, (balance.get(one.to) ?? 0) + 1);
    if (one.to === origin) balance.set(one.from, (balance.get(one.from) ?? 0) - 1);
    for (const [near, far] of [[one.from, one.to], [one.to, one.from]]) {
      if (steps.get(near) === steps.get(far) - 1 && (!parent.has(far) || near < parent.get(far))) parent.set(far, near);
    }
  }
  const first = [...steps.keys()].filter((id) => steps.get(id) === 1);
  const right = first.filter((id) => balance.get(id) > 0);
  const left = first.filter((id) => balance.get(id) <= 0);
  while (Math.abs(right.length - left.length) > Math.max(4, first.length / 3)) {
    const [from, to] = right.length > left.length ? [right, left] : [left, right];
    to.push(from.pop());
  }
  const depth = Math.max(...steps.values());
  for (const [sign, inner] of [[1, right], [-1, left]]) {
    let ring = inner;
    let distance = 0;
    for (let hop = 1; hop <= depth && ring.length; hop += 1) {
      const height = ring.length * ROW;
      distance += hop === 1 ? Math.max(210, Math.min(420, height * 0.32)) : 250 + Math.min(300, height * 0.08);
      ring.forEach((id, index) => {
        const y = (index - (ring.length - 1) / 2) * ROW;
        const bend = Math.sqrt(Math.max(0, 1 - (y / (height / 2 + ROW * 2)) ** 2));
        at.set(id, [sign * distance * (0.55 + 0.45 * bend), y]);
        side.set(id, sign > 0 ? "right" : "left");
      });
      const place = new Map(ring.map((id, index) => [id, index]));
      ring = [...steps.keys()].filter((id) => steps.get(id) === hop + 1 && place.has(parent.get(id)))
        .sort((a, b) => place.get(parent.get(a)) - place.get(parent.get(b)) || a - b);
    }
  }
  return { at, side };
}

/** Nodes without a place stand in rings around the middle of their neighbours that have one. */
function placeNear(chosen, at) {
  let free = 0;
  for (const id of chosen) {
    if (at.has(id)) continue;
    const near = (neighbours.get(id) ?? []).map((one) => at.get(one.from === id ? one.to : one.from)).filter(Boolean);
    const turn = free * 2.399963;
    const away = near.length ? 60 + 14 * Math.sqrt(free) : 40 * Math.sqrt(free + 1);
    const [x, y] = near.length ? [0, 1].map((axis) => near.reduce((sum, place) => sum + place[axis], 0) / near.length) : [0, 0];
    at.set(id, [x + away * 1.3 * Math.cos(turn), y + away * Math.sin(turn)]);
    free += 1;
  }
}
