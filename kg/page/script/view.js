// From the visible claims to the nodes and edges of the map, and where they stand.

const CROWD = 150; // nodes at most in a focus view

let scene = { nodes: [], edges: [], at: new Map(), side: new Map(), total: 0, small: 1 };

function chooseScene() {
  if (state.view === "focus") return focusScene(state.node, state.hops);
  if (state.view === "path") return pathScene(state.from, state.to);
  if (state.view === "communities") return communitiesScene();
  if (state.view === "community") return communityScene(communities[state.community]);
  return mapScene();
}

const between = (chosen) => bundles.filter((one) => chosen.has(one.from) && chosen.has(one.to));

/** The most important nodes that have an edge: the rank is the node's number. */
function mapScene() {
  const ranked = [...neighbours.keys()].sort((a, b) => a - b);
  const chosen = ranked.slice(0, stages[state.size]);
  const last = chosen.reduce((high, id) => Math.max(high, id), -1);
  let stage = stages.length - 1;
  while (stage > 0 && hasPlace(last, stage - 1) && stage - 1 >= state.size) stage -= 1;
  const at = new Map();
  for (const id of chosen) {
    const place = nodes[id].at[stage - (stages.length - nodes[id].at.length)];
    if (place) at.set(id, place);
  }
  placeNear(chosen, at);
  return { nodes: chosen, edges: between(new Set(chosen)), at, side: new Map(), total: ranked.length, stage, frame: framesOf(stage) };
}

const frames = new Map();

/** All places of a stage, whatever the filters take away. */
function framesOf(stage) {
  if (!frames.has(stage)) frames.set(stage, new Map(nodes.filter((node) => hasPlace(node.id, stage)).map((node) => [node.id, node.at[stage - (stages.length - node.at.length)]])));
  return frames.get(stage);
}

const hasPlace = (id, stage) => id < 0 || nodes[id].at.length >= Math.max(1, stages.length - stage);

/** Breadth first over the visible edges: node → steps, the most important first within a step. */
function reach(origin, hops, limit) {
  const steps = new Map([[origin, 0]]);
  let ring = [origin];
  for (let hop = 1; hop <= hops && ring.length; hop += 1) {
    const next = new Set();
    for (const id of ring) for (const one of neighbours.get(id) ?? []) next.add(one.from === id ? one.to : one.from);
    ring = [...next].filter((id) => !steps.has(id)).sort((a, b) => a - b).slice(0, Math.max(0, limit - steps.size));
    for (const id of ring) steps.set(id, hop);
  }
  return steps;
}

function focusScene(origin, hops) {
  const all = reach(origin, hops, Infinity).size;
  const steps = reach(origin, hops, CROWD);
  const chosen = new Set(steps.keys());
  const edges = between(chosen);
  return { nodes: [...chosen], edges, ...fan(origin, steps, edges), total: all };
}

/** One of the shortest paths, over the most important nodes; null when there is none. */
function shortestPath(from, to) {
  const before = new Map([[from, null]]);
  let ring = [from];
  while (ring.length && !before.has(to)) {
    const next = [];
    for (const id of ring.sort((a, b) => a - b)) {
      for (const one of neighbours.get(id) ?? []) {
        const other = one.from === id ? one.to : one.from;
        if (!before.has(other)) {
          before.set(other, id);
          next.push(other);
        }
      }
    }
    ring = next;
  }
  if (!before.has(to)) return null;
  const path = [];
  for (let id = to; id !== null; id = before.get(id)) path.unshift(id);
  return path;
}

function pathScene(from, to) {
  const path = shortestPath(from, to);
  const chosen = path ?? [from, to];
  const tall = byId("stage").clientWidth < byId("stage").clientHeight;
  const at = new Map(chosen.map((id, index) => [id, tall ? [(index % 2) * 60 - 30, index * 150] : [index * 230, (index % 2) * 60 - 30]]));
  const steps = new Set(chosen.slice(1).map((id, index) => [chosen[index], id].sort((a, b) => a - b).join()));
  const edges = between(new Set(chosen)).filter((one) => steps.has([one.from, one.to].sort((a, b) => a - b).join()));
  return { nodes: chosen, edges, at, side: new Map(), total: chosen.length, path };
}

/** Communities as nodes of their own: negative numbers, so that they are never taken for things. */
function communitiesScene() {
  const live = communities.map((group) => group.members.filter((id) => neighbours.has(id)).length);
  const shown = communities.filter((group) => live[group.id]);
  const links = new Map();
  for (const one of bundles) {
    const [a, b] = [communityOf.get(one.from), communityOf.get(one.to)];
    if (a === undefined || b === undefined || a === b) continue;
    const key = a < b ? `${a}:${b}` : `${b}:${a}`;
    links.set(key, (links.get(key) ?? 0) + one.claims.length);
  }
  const edges = [...links].map(([key, count]) => {
    const [a, b] = key.split(":").map(Number);
    return { id: `c${key}`, from: -1 - a, to: -1 - b, count, firm: true, plain: true, claims: [], sources: new Set(), label: plural(count, "claim") };
  });
  const most = Math.max(...live, 1);
  const at = new Map(shown.map((group) => [-1 - group.id, group.at.map((value) => value * 1.25)]));
  const sizes = new Map(shown.map((group) => [-1 - group.id, 14 + 26 * Math.sqrt(live[group.id] / most)]));
  return { nodes: shown.map((group) => -1 - group.id), edges, at, side: new Map(), sizes, live, total: shown.length };
}

function communityScene(group) {
  const chosen = group.members.slice(0, group.inner.length).filter((id) => neighbours.has(id));
  const at = new Map(group.inner.map((place, index) => [group.members[index], place]));
  return { nodes: chosen, edges: between(new Set(chosen)), at, side: new Map(), total: group.members.filter((id) => neighbours.has(id)).length };
}
