"""The whole road on one screen: sources → documents → readings → entities and claims → graph → files."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from spacy.language import Language

from kg import __version__, loaders, nlp, page, verbatim
from kg.claims import make_claims
from kg.coreference import find_chains
from kg.errors import GraphError, LoadError
from kg.exporters import jsonl
from kg.graph import KnowledgeGraph
from kg.lexicon import Relations, load_relations
from kg.loaders import Skipped
from kg.model import Claim, Corpus, Document, Entity, Reading
from kg.reading import read_all, scenes_of
from kg.resolution import Resolution, load_merges, resolve
from kg.statements import Edges
from kg.verbatim import Triple
from kg.vocabulary import DEFAULT_BASE, Namespaces

Source = str | Path
Progress = Callable[[str, int, int], None]  # what is being done, how many of it are done, of how many (0: unknown)


def silent(stage: str, done: int, total: int) -> None:
    """The progress callback for callers who want none."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: what each option of `kg build` says."""

    model: str | None = None
    base_iri: str = DEFAULT_BASE
    edges: Edges = "positive"
    lexicon: Path | None = None
    merges: Path | None = None
    any_language: bool = False


@dataclass(frozen=True, slots=True)
class Build:
    """A graph, what it was made of, the inputs that are not in it, and names of the merges file that no input has."""

    graph: KnowledgeGraph
    corpus: Corpus
    skipped: tuple[Skipped, ...]
    unmet: tuple[str, ...] = ()


def build(
    sources: Sequence[Source],
    options: Options | None = None,
    *,
    exclude: Path | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
) -> Build:
    """The graph of these files and folders; `exclude` is the output folder, which is never read."""
    options = options or Options()
    Namespaces(options.base_iri)  # what cannot be one is said before the work
    relations = load_relations(options.lexicon)
    merges = load_merges(options.merges) if options.merges else None
    progress("loading the language model", 0, 0)
    language = nlp.load(options.model)
    skipped: list[Skipped] = []
    found = loaders.load(sources, any_language=options.any_language, exclude=exclude, stdin=stdin)
    total = loaders.count(sources, exclude=exclude)
    readings = tuple(_counted(read_all(language, _documents(found, skipped), relations), total, progress))
    if not readings:
        raise nothing_read(skipped)
    progress("resolving names", 0, 0)
    resolution = resolve(readings, merges)
    claims = make_claims(readings, resolution, relations)
    documents = tuple(sorted((each.document for each in readings), key=lambda document: document.id))
    run = _run(language, relations)
    entities = _spoken_of(resolution, claims)
    corpus = Corpus(documents, entities, resolution.mentions, claims, run, loaders.copies(documents))
    progress("making the graph", 0, 0)
    graph = KnowledgeGraph.from_corpus(corpus, base_iri=options.base_iri, edges=options.edges, relations=relations)
    return Build(graph, corpus, tuple(skipped), tuple(map(str, resolution.unmet)))


def _spoken_of(resolution: Resolution, claims: Sequence[Claim]) -> tuple[Entity, ...]:
    """The entities that a claim or a mention needs: a phrase that came into no claim is no node."""
    needed = {mention.entity for mention in resolution.mentions}
    for claim in claims:
        participants = (claim.subject, claim.object, claim.attribution, *(q.participant for q in claim.arguments))
        needed.update(participant.entity for participant in participants if participant is not None)
    entities = resolution.entities
    needed.update([entity.part_of for entity in entities if entity.key in needed])
    return tuple(entity for entity in entities if entity.key in needed)


def build_into(
    folder: Path,
    sources: Sequence[Source],
    options: Options | None = None,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
) -> tuple[Build, tuple[Path, ...]]:
    """Builds and writes the five files, put in place when all are whole: an interrupted run leaves the old ones."""
    if folder.resolve().is_dir() and folder.resolve() in (Path(source).resolve() for source in sources):
        raise GraphError(f"{folder} is to be read and written to at once; name another folder with -o")
    with staging(folder) as stage:
        built = build(sources, options, exclude=folder, stdin=stdin, progress=progress)
        progress("writing files", 0, 0)
        try:
            jsonl.write(built.corpus, stage, built.graph.names)
            built.graph.save(stage / "graph.ttl")
            (stage / "graph.html").write_text(page.render(built.graph), encoding="utf-8", newline="\n")
            return built, _put_in_place(stage, folder)
        except OSError as error:
            raise GraphError(
                f"cannot write to {folder}: {error.strerror}; the files of earlier runs are kept"
            ) from error


def triples(
    sources: Sequence[Source],
    options: Options | None = None,
    *,
    nary: bool = False,
    implied: bool = False,
    stdin: BinaryIO | None = None,
    skipped: list[Skipped] | None = None,
) -> Iterator[Triple]:
    """The verbatim triples of these files and folders as they are read; what is left out is added to `skipped`."""
    options = options or Options()
    skipped = [] if skipped is None else skipped
    relations = load_relations(options.lexicon)
    language = nlp.load(options.model)
    found = loaders.load(sources, any_language=options.any_language, stdin=stdin)
    document = None
    for document, doc in nlp.parse(language, _documents(found, skipped)):
        scenes = scenes_of(document, doc, find_chains(document, doc), relations)
        yield from verbatim.triples(document.id, scenes, nary=nary, implied=implied)
    if document is None:
        raise nothing_read(skipped)


def nothing_read(skipped: Sequence[Skipped]) -> LoadError:
    """The error of a run that found nothing to read, with the first reason."""
    if not skipped:
        return LoadError("nothing to read: no file in the folders named")
    first = skipped[0]
    more = f" (and {len(skipped) - 1} more)" if len(skipped) > 1 else ""
    return LoadError(f"nothing to read: {first.source}: {first.reason}{more}")


@contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """A hidden folder inside that folder for files being written; GraphError where it cannot be made."""
    made = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=".kg-", dir=folder))
    except OSError as error:
        raise GraphError(f"cannot write to {folder}: {error.strerror}; name another folder with -o") from error
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        if made and not any(folder.iterdir()):
            folder.rmdir()


def _documents(found: Iterable[Document | Skipped], skipped: list[Skipped]) -> Iterator[Document]:
    for each in found:
        if isinstance(each, Document):
            yield each
        else:
            skipped.append(each)


def _counted(readings: Iterable[Reading], total: int, progress: Progress) -> Iterator[Reading]:
    progress("reading documents", 0, total)
    for number, each in enumerate(readings, start=1):
        progress("reading documents", number, total)
        yield each


def _put_in_place(stage: Path, folder: Path) -> tuple[Path, ...]:
    """Renames all; a Ctrl-C in between is obeyed after the last one, so that old and new files never mix."""
    staged = sorted(stage.iterdir())
    interrupted: KeyboardInterrupt | None = None
    for path in staged:
        try:
            path.replace(folder / path.name)
        except KeyboardInterrupt as error:
            path.replace(folder / path.name) if path.exists() else None
            interrupted = error
    if interrupted:
        raise interrupted
    return tuple(folder / path.name for path in staged)


def _run(language: Language, relations: Relations) -> dict[str, str]:
    meta = language.meta
    return {
        "software": f"kg {__version__}",
        "model": f"{meta['lang']}_{meta['name']} {meta['version']}",
        "lexicon": relations.version,
    }
