"""Builds a knowledge graph from documents, offline, with the sentence behind every edge.

    import kg
    graph = kg.build("seeds")
    graph.query("SELECT ?label { ?person a schema:Person ; rdfs:label ?label }")

Importing kg is instant: spaCy, rdflib and the rest are imported when a call first needs them.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.api import build, triples
    from kg.facade import Graph, load

__version__ = "0.1.0"

__all__ = ["Graph", "KgError", "build", "load", "triples"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'kg' has no attribute '{name}'")
    home = "kg.api" if name in ("build", "triples") else "kg.facade"
    return getattr(importlib.import_module(home), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
