"""The network page: one HTML file that works offline and shows who says what, and where."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import pyvis
from pyvis.network import Network

from kg.errors import GraphError
from kg.explanation import plain
from kg.graph import KnowledgeGraph
from kg.page import communities, layout
from kg.page.data import TYPES, PageData, Span, Statement, read
from kg.page.packing import Floats

HERE = Path(__file__).parent
VIS = Path(pyvis.__file__).parent / "templates/lib/vis-9.1.2/vis-network.min.js"
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")  # HTML forbids them; in its strings an escape will do
SCRIPTS = (
    "dom",
    "data",
    "state",
    "filter",
    "view",
    "arrange",
    "draw",
    "labels",
    "claims",
    "panel",
    "reader",
    "sidebar",
    "search",
    "export",
    "main",
)
LARGEST = 1200  # nodes drawn one by one; above it the map shows communities
BREAKS = str.maketrans({
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
    "'": "\\u0027",
})


def render(graph: KnowledgeGraph, *, focus: str | None = None, hops: int = 1, top: int = 150) -> str:
    """The page as HTML; `focus` is a label, an alias or an IRI, `top` the number of nodes at first look."""
    data = read(graph.rdf)
    network, extra = _network(data, top)
    extra["start"] = {"focus": _named(data, focus), "hops": max(1, min(hops, 3))} if focus else None
    network.set_template((HERE / "template.html").as_posix())
    vis = CONTROLS.sub(lambda found: f"\\x{ord(found[0]):02x}", VIS.read_text(encoding="utf-8"))
    script = '"use strict";\n(() => {\n' + "\n".join(_own(f"script/{name}.js") for name in SCRIPTS) + "\n})();\n"
    style = _own("style.css")
    network.templateEnv.filters["json"] = as_json
    network.templateEnv.globals["page"] = {
        "title": _title(data),
        "data": extra,
        "vis": vis,
        "script": script,
        "style": style,
        "policy": _policy(vis, script, style),
    }
    return str(network.generate_html())


def as_json(value: Any) -> str:
    """JSON that no text inside can end: safe within a script element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(BREAKS)


def _own(name: str) -> str:
    return resources.files("kg.page").joinpath(name).read_text(encoding="utf-8").strip() + "\n"


def _policy(vis: str, script: str, style: str) -> str:
    """Nothing may be fetched, and only the scripts and the style that we wrote into the page may run."""

    def digest(text: str) -> str:
        return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"

    return "; ".join((
        "default-src 'none'",
        f"script-src {digest(vis)} {digest(script)}",
        f"style-src {digest(style)}",
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
    ))


def _title(data: PageData) -> str:
    if len(data.documents) == 1:
        return f"{data.documents[0].title} – knowledge graph"
    return f"Knowledge graph of {len(data.documents)} documents"


def _named(data: PageData, name: str) -> int:
    wanted = plain(name)
    for of in (lambda t: (t.iri, t.label), lambda t: t.aliases):
        for index, thing in enumerate(data.things):
            if any(wanted == plain(known) for known in of(thing)):
                return index
    near = sorted({t.label for t in data.things if wanted and wanted in plain(t.label)})[:5]
    raise GraphError(f"no node is named '{name}'" + (f"; similar: {', '.join(near)}" if near else ""))


def _network(data: PageData, top: int) -> tuple[Network, dict[str, Any]]:
    """The pyvis network (nodes, bundled edges, options) and the rest of the page's data."""
    bundles = _bundles(data.claims)
    linked = sorted({node for pair in bundles for node in pair})  # by weight: so are the things numbered
    boxes = layout.boxes([thing.label for thing in data.things], [thing.weight for thing in data.things])
    sizes = _sizes(top, len(linked))
    positions = layout.stages(linked, list(bundles), boxes, sizes)
    network = Network(directed=True)
    network.options = OPTIONS
    for index, thing in enumerate(data.things):
        network.add_node(
            index,
            label=thing.label,
            shape="custom",
            group=thing.type,
            iri=thing.iri,
            value=thing.weight,
            at=[stage[index] for stage in positions if index in stage],
            **_kept(aliases=thing.aliases, links=thing.links, why=thing.why, country=thing.country),
        )
    for (subject, obj), members in bundles.items():
        network.add_edge(subject, obj, claims=members)
    found = _communities(data, bundles, boxes) if len(linked) > top else []
    return network, {**_tables(data), "stages": sizes, "communities": found}


OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"randomSeed": 1, "improvedLayout": False},
    "interaction": {"hover": True, "tooltipDelay": 100000, "multiselect": False, "selectConnectedEdges": False},
    "nodes": {"shape": "custom"},
    "edges": {"smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.12}, "selectionWidth": 0},
}


def _sizes(top: int, count: int) -> list[int]:
    """How many nodes each press of "more" shows: doubling, up to all or the largest map we draw."""
    sizes = [min(max(top, 1), count)]
    while sizes[-1] < min(count, LARGEST):
        sizes.append(min(sizes[-1] * 2, count, max(LARGEST, top)))
    return sizes


def _bundles(claims: Sequence[Statement]) -> dict[tuple[int, int], list[int]]:
    """Claims between the same two nodes in the same direction: one edge of the map."""
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        if claim.object is not None and claim.object.entity is not None:
            found[claim.subject, claim.object.entity].append(index)
    return dict(sorted(found.items()))


def _communities(data: PageData, bundles: dict[tuple[int, int], list[int]], boxes: Floats) -> list[dict[str, Any]]:
    labels = [thing.label for thing in data.things]
    weights = {pair: float(len(members)) for pair, members in bundles.items()}
    found = communities.find(weights, labels)
    home = {node: index for index, community in enumerate(found) for node in community.members}
    links = sorted({(home[a], home[b]) for a, b in bundles if a in home and b in home and home[a] != home[b]})
    bubbles = layout.boxes([max(c.names, key=len) for c in found], [float(len(c.members)) for c in found])
    outer = layout.place(range(len(found)), links, bubbles * (1.0, 1.6), {})
    rows = []
    for index, community in enumerate(found):
        shown = list(community.members[:150])
        inner = layout.place(shown, list(bundles), boxes, {})
        rows.append({
            "names": list(community.names),
            "members": list(community.members),
            "at": list(outer[index]),
            "inner": [list(inner[node]) for node in shown],
        })
    return rows


def _kept(**values: Any) -> dict[str, Any]:
    """What there is; nothing is written for what is empty."""
    return {name: value for name, value in values.items() if value}


def _tables(data: PageData) -> dict[str, Any]:
    """Claims and what they point at, as rows: names of the columns are in script/data.js."""
    return {
        "types": list(TYPES),
        "relations": [list(relation) for relation in data.relations],
        "documents": [
            {
                "iri": source.iri,
                "title": source.title,
                "text": source.text,
                **source.facts,
                **({} if source.same_as is None else {"copy": source.same_as}),
            }
            for source in data.documents
        ],
        "claims": [_row(claim) for claim in data.claims],
        "mentions": [list(mention) for mention in data.mentions],
    }


def _row(claim: Statement) -> list[Any]:
    def span(of: Span | None) -> list[int] | None:
        return [of.document, of.start, of.end] if of is not None else None

    target: int | str | None = None
    if claim.object is not None:
        target = claim.object.entity if claim.object.entity is not None else claim.object.text
    others = [[who.role, who.text if who.entity is None else who.entity] for who in claim.others]
    return [
        claim.iri,
        claim.subject,
        claim.relation,
        target,
        others,
        int(claim.positive),
        claim.modality,
        claim.confidence,
        claim.speaker,
        claim.source,
        span(claim.sentence) or claim.quote or None,
        span(claim.subject_span),
        span(claim.object_span),
        claim.words,
        claim.time,
        claim.begin,
        claim.end,
    ]
