"""`kg.build` and `kg.triples`: the commands that read documents, as functions.

Inputs that are left out are logged as warnings, with the reason.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg import pipeline
from kg.facade import AnyPath, Graph
from kg.loaders import Skipped
from kg.statements import Edges
from kg.verbatim import Triple
from kg.vocabulary import DEFAULT_BASE

log = logging.getLogger(__name__)


def build(
    *paths: AnyPath,
    output: AnyPath | None = None,
    model: str | None = None,
    base_iri: str = DEFAULT_BASE,
    edges: Edges = "positive",
    lexicon: AnyPath | None = None,
    merges: AnyPath | None = None,
    any_language: bool = False,
) -> Graph:
    """The graph of files and folders; with `output`, also the five files of `kg build` in that folder."""
    options = pipeline.Options(model, base_iri, edges, _path(lexicon), _path(merges), any_language)
    sources = [Path(path) for path in paths]
    if output is None:
        built = pipeline.build(sources, options)
    else:
        built, _ = pipeline.build_into(Path(output), sources, options)
    _warn(built.skipped)
    if built.unmet:
        log.warning("in no document, so not merged: %s", ", ".join(built.unmet))
    return Graph(built.graph.store, base_iri)


def triples(
    *paths: AnyPath, nary: bool = False, implied: bool = False, model: str | None = None, any_language: bool = False
) -> Iterator[Triple]:
    """Verbatim triples in the words of the text, as the documents are read."""
    skipped: list[Skipped] = []
    options = pipeline.Options(model=model, any_language=any_language)
    yield from pipeline.triples([Path(path) for path in paths], options, nary=nary, implied=implied, skipped=skipped)
    _warn(skipped)


def _path(path: AnyPath | None) -> Path | None:
    return None if path is None else Path(path)


def _warn(skipped: Sequence[Skipped]) -> None:
    for each in skipped:
        log.warning("%s: %s", each.source, each.reason)
