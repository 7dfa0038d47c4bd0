// The page comes to life: every change of state goes through `refresh`.

function refresh() {
  applyFilters();
  drawScene();
  keepingFocus(() => {
    renderSidebar();
    renderPanel();
    renderWhere();
  });
  byId("back").disabled = position === 0;
  byId("forward").disabled = position >= furthest;
}

/** The line above the map: what it shows, and the ways to more or back. */
function renderWhere() {
  const back = make("button", { click: () => go({ view: "map", open: state.view === "path" ? null : state.open }) }, "Whole map");
  const groups = communities.length > 1 && make("button", { click: () => go({ view: "communities", open: null }) }, "Communities");
  const shown = scene.nodes.length.toLocaleString("en");
  const words = {
    map: () => [make("span", {}, "Showing ", make("b", {}, shown), " of ", make("b", {}, scene.total.toLocaleString("en")), ` linked things, ${plural(scene.edges.length, "link")}`), sizeButtons(), groups],
    focus: () => [make("span", {}, "Around ", make("b", {}, nodes[state.node].label)), hopButtons(), scene.total > scene.nodes.length && make("span", { class: "soft" }, `the main ${shown} of ${scene.total.toLocaleString("en")}`), back],
    path: () => [make("span", {}, scene.path ? `${plural(scene.path.length - 1, "step")} from ` : "No path from ", make("b", {}, nodes[state.from].label), " to ", make("b", {}, nodes[state.to].label)), back],
    communities: () => [make("span", {}, make("b", {}, shown), " communities, each named by its main things; click one to open it"), back],
    community: () => [make("span", {}, "Community of ", make("b", {}, communities[state.community].names.join(", ")), `: ${shown} of ${scene.total.toLocaleString("en")} things`), groups, back],
  };
  replace(byId("where"), words[state.view]());
}

function sizeButtons() {
  const next = stages[state.size + 1];
  const more = state.size + 1 < stages.length && scene.total > scene.nodes.length;
  const atMost = !more && scene.total > scene.nodes.length;
  return [
    more && make("button", { id: "show-more", click: () => go({ size: state.size + 1 }) }, next >= scene.total ? "Show all" : `Show ${next.toLocaleString("en")}`),
    state.size > 0 && make("button", { click: () => go({ size: state.size - 1 }) }, "Fewer"),
    atMost && make("span", { class: "soft" }, "the rest by community, search or focus"),
  ];
}

const hopButtons = () => make("span", { class: "segments", role: "group", "aria-label": "Steps from it" }, make("span", {}, "Steps"), [1, 2, 3].map((hops) => make("button", { "aria-pressed": state.hops === hops, "aria-label": plural(hops, "step"), click: () => go({ hops }) }, hops)));

function closeMenus() {
  byId("save").open = false;
  if (document.body.classList.contains("drawer")) toggleDrawer(false);
}

// ---------------------------------------------------------------- light and dark

function setTheme(name) {
  document.documentElement.dataset.theme = name;
  readInk();
  if (network) drawScene();
}

function nextTheme() {
  const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  setTheme(dark ? "light" : "dark");
  try {
    localStorage.setItem("kg-theme", dark ? "light" : "dark");
  } catch {
    // a page that may keep nothing asks again next time
  }
}

function keptTheme() {
  try {
    return localStorage.getItem("kg-theme");
  } catch {
    return null;
  }
}

// ---------------------------------------------------------------- start

function listen() {
  const click = (id, action) => byId(id).addEventListener("click", action);
  click("zoom-in", () => zoomBy(1.4));
  click("zoom-out", () => zoomBy(1 / 1.4));
  click("zoom-fit", fitMap);
  click("back", () => history.back());
  click("forward", () => history.forward());
  click("theme", nextTheme);
  click("filters-button", () => toggleDrawer(!document.body.classList.contains("drawer")));
  for (const [id, action] of [["save-png", savePng], ["save-svg", saveSvg], ["save-csv", saveCsv], ["copy-link", () => copyText(location.href, "Link copied")], ["print", () => window.print()]]) {
    click(id, () => {
      byId("save").open = false;
      action();
    });
  }
  suggest(byId("search"), byId("suggestions"), openFound);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    if (!document.documentElement.dataset.theme) setTheme("");
  });
  window.addEventListener("beforeprint", beforePrint);
  window.addEventListener("afterprint", afterPrint);
  document.addEventListener("keydown", globalKey);
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest("#save")) byId("save").open = false;
  });
}

function openFound({ node, source, relation }) {
  if (node) openThing(node);
  else if (source) go({ open: `document:${source.key}` });
  else go({ relations: new Set([relation.id]), tab: "claims", open: null });
}

function globalKey(event) {
  const typing = event.target.closest?.("input, textarea, select");
  if (event.key === "Escape") {
    if (byId("save").open || document.body.classList.contains("drawer")) closeMenus();
    else if (state.open) go({ open: null });
    else if (state.view !== "map") go({ view: "map" });
  } else if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    byId("search").focus();
  }
}

function begin() {
  byId("summary").textContent = `${plural(documents.length, "document")}, ${plural(nodes.length, "thing")}, ${plural(claims.length, "claim")}`;
  const kept = keptTheme();
  if (kept === "dark" || kept === "light") document.documentElement.dataset.theme = kept;
  byId("panel").dataset.sheet = "peek";
  position = furthest = history.state?.position ?? 0;
  state = fromHash(location.hash);
  if (!location.hash && start) state = { ...state, view: "focus", node: start.focus, hops: start.hops, open: `thing:${nodes[start.focus].key}` };
  startMap();
  listen();
  refresh();
  network.once("afterDrawing", () => {
    document.documentElement.dataset.ready = "yes";
    performance.mark("ready to explore");
  });
  network.redraw();
}

begin();
