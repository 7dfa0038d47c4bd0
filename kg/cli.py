"""The command line: each command parses its options, makes one library call and prints the answer.

Answers go to standard output; progress, warnings and summaries to standard error. Every stage is imported inside the
command that needs it, so that `kg --help` is there at once.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer
from rich.console import Console
from rich.markup import escape

from kg import __version__
from kg.errors import KgError, QueryError

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph
    from kg.loaders import Skipped
    from kg.pipeline import Build, Progress

ALL_DONE, SOME_FAILED, NOTHING_DONE, INTERRUPTED = 0, 1, 2, 130

app = typer.Typer(
    name="kg",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: `kg build FOLDER -o output`, then open output/graph.html.",
)
err = Console(stderr=True, highlight=False)


class Edges(StrEnum):
    """Which claims make a plain edge."""

    positive = "positive"
    asserted = "asserted"


class TripleFormat(StrEnum):
    """How triples are printed."""

    tsv = "tsv"
    jsonl = "jsonl"


class ResultFormat(StrEnum):
    """How answers to a query are printed."""

    table = "table"
    csv = "csv"
    json = "json"
    xml = "xml"
    ttl = "ttl"


class ComparisonFormat(StrEnum):
    """How a comparison is printed."""

    text = "text"
    table = "table"
    csv = "csv"


Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files and folders to read; - is standard input.", show_default=False),
]
GraphFile = Annotated[
    Path, typer.Argument(metavar="GRAPH", help="A graph file, or the output folder of kg build.", show_default=False)
]
Model = Annotated[
    str | None, typer.Option(metavar="NAME", help="Another installed spaCy pipeline, e.g. en_core_web_lg.")
]
Lexicon = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Relations of your own, beside the shipped ones (TOML).")
]
AnyLanguage = Annotated[bool, typer.Option("--any-language", help="Read documents that do not look English, too.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary; errors are still shown.")]


@app.callback(invoke_without_command=True)
def root(version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False) -> None:
    """Knowledge graphs from news articles, cables and reports; offline, with the sentence behind every edge."""
    if version:
        print(f"kg {__version__}")
        raise typer.Exit()


@app.command()
def build(
    paths: Paths,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="For the files.")] = Path("output"),
    model: Model = None,
    base_iri: Annotated[
        str, typer.Option(metavar="IRI", help="What the IRIs of the graph begin with.")
    ] = "https://kg.example/",
    edges: Annotated[
        Edges, typer.Option(help="Plain edges for every positive claim, or only for what is asserted as a fact.")
    ] = Edges.positive,
    lexicon: Lexicon = None,
    merges: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Names that are one thing, and names that are not.")
    ] = None,
    any_language: AnyLanguage = False,
    quiet: Quiet = False,
) -> None:
    """Read documents and write their graph: graph.ttl, graph.html and three .jsonl files.

    Reads .txt, .md, .html, .jsonl, .pdf and .docx. Exit code 0: all read; 1: some inputs failed; 2: nothing done.

    Examples:

    - `kg build articles/ cable.txt -o output`

    - `cat article.txt | kg build - -o output`

    - `kg build corpus.jsonl --merges merges.toml --edges asserted`
    """
    from kg import pipeline

    started = time.monotonic()
    options = pipeline.Options(model, base_iri, edges.value, lexicon, merges, any_language)
    with _progress(quiet) as progress:
        built, files = pipeline.build_into(output, paths, options, stdin=_stdin(), progress=progress)
    _report(built.skipped, quiet)
    if not quiet:
        _summary(built, files, time.monotonic() - started)
    raise typer.Exit(SOME_FAILED if any(each.failed for each in built.skipped) else ALL_DONE)


@app.command()
def triples(
    paths: Paths,
    format: Annotated[TripleFormat, typer.Option("--format", "-f", help="How to print.")] = TripleFormat.tsv,
    nary: Annotated[bool, typer.Option("--nary", help="Whole clauses: a column for each further argument.")] = False,
    implied: Annotated[
        bool, typer.Option("--implied", help="Also what appositions, titles and possessives say.")
    ] = False,
    model: Model = None,
    any_language: AnyLanguage = False,
    quiet: Quiet = False,
) -> None:
    """Print subject, relation and object in the words of the text, one triple a line.

    Columns are document, subject, relation, object, with tabs between them and no header.

    Examples:

    - `kg triples article.txt`

    - `echo "Germany sold submarines to Israel." | kg triples -`

    - `kg triples corpus/ --format jsonl --nary > triples.jsonl`
    """
    from kg import pipeline
    from kg.exporters.triples import FORMATS

    skipped: list[Skipped] = []
    options = pipeline.Options(model=model, any_language=any_language)
    found = pipeline.triples(paths, options, nary=nary, implied=implied, stdin=_stdin(), skipped=skipped)
    for triple in found:
        print(FORMATS[format.value](triple))
    _report(skipped, quiet)
    raise typer.Exit(SOME_FAILED if any(each.failed for each in skipped) else ALL_DONE)


@app.command()
def query(
    graph: GraphFile,
    query: Annotated[str, typer.Argument(metavar="QUERY", help="SPARQL, or a file .rq with it.", show_default=False)],
    format: Annotated[ResultFormat, typer.Option("--format", "-f", help="How to print.")] = ResultFormat.table,
    timeout: Annotated[float, typer.Option(min=0.001, metavar="SECONDS", help="Give up after this time.")] = 60,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="ROWS", help="Refuse an answer of more rows; it is never cut.")
    ] = None,
) -> None:
    """Ask a graph a question in SPARQL 1.1; nothing is changed, and the usual prefixes need no declaration.

    Examples:

    - `kg query output/graph.ttl examples/queries/04-only-claimed.rq`

    - `kg query output/graph.ttl "SELECT ?name { ?who a schema:Person ; rdfs:label ?name }"`

    - `kg query output/graph.ttl "DESCRIBE e:venezuela" --format ttl`
    """
    from kg.graph import KnowledgeGraph

    answer = KnowledgeGraph.load(graph).query(_text_of(query), timeout=timeout, limit=limit)
    print(answer.text(format.value), end="")


@app.command()
def view(
    graph: GraphFile,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The page.")] = Path("graph.html"),
    focus: Annotated[str | None, typer.Option(metavar="NAME", help="Only this and what is around it.")] = None,
    hops: Annotated[int, typer.Option(min=0, help="How many steps around it.")] = 1,
    top: Annotated[int, typer.Option(min=1, help="Show the most connected ones first, this many.")] = 150,
) -> None:
    """Write the network page of a graph: one file that works offline in any browser.

    Examples:

    - `kg view output/graph.ttl`

    - `kg view output/graph.ttl --focus Venezuela --hops 2 -o venezuela.html`
    """
    from kg.facade import load

    loaded = load(graph)
    written = loaded.view(output, focus=focus, hops=hops, top=top)
    _warn_of_no_claims(graph, loaded)
    err.print(f"wrote {escape(str(written))}", soft_wrap=True)


@app.command()
def export(
    graph: GraphFile,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Its suffix says the format.", show_default=False)
    ],
) -> None:
    """Write a graph in another format, by suffix: .ttl .nt .trig .jsonld .rdf .graphml .gexf .csv.

    Examples:

    - `kg export output/graph.ttl -o graph.graphml` (for Gephi, yEd, Cytoscape)

    - `kg export output/graph.ttl -o graph.csv` (for spreadsheets and Neo4j)
    """
    from kg import exporters
    from kg.graph import KnowledgeGraph

    loaded = KnowledgeGraph.load(graph)
    files = exporters.export(loaded, output)
    _warn_of_no_claims(graph, loaded)
    for path in files:
        err.print(f"wrote {escape(str(path))}", soft_wrap=True)


@app.command()
def check(graph: GraphFile) -> None:
    """Check that a graph is well formed, and say in sentences what is not. Exit code 1 if anything is.

    Example: `kg check output/graph.ttl`
    """
    from kg import checking
    from kg.graph import KnowledgeGraph

    loaded = KnowledgeGraph.load(graph)
    found = checking.check(loaded)
    _warn_of_no_claims(graph, loaded)
    for violation in found:
        print(violation)
    err.print(f"not well formed, in so many places: {len(found)}" if found else "well formed")
    raise typer.Exit(SOME_FAILED if found else ALL_DONE)


@app.command()
def explain(
    graph: GraphFile,
    name: Annotated[str, typer.Argument(metavar="A", help="Who or what.", show_default=False)],
    other: Annotated[str | None, typer.Argument(metavar="[B]", help="Only what is said of A and B together.")] = None,
    mentions: Annotated[
        bool, typer.Option("--mentions", help="Also each mention, with the rule that put it there.")
    ] = False,
) -> None:
    """Show what is said of somebody or something: in which words, by whom, in which document.

    Examples:

    - `kg explain output/graph.ttl "Hugo Chavez"`

    - `kg explain output/graph.ttl Venezuela Russia`

    - `kg explain output/graph.ttl Putin --mentions`
    """
    from kg import explanation
    from kg.graph import KnowledgeGraph

    print(explanation.explain(KnowledgeGraph.load(graph), name, other, mentions=mentions).text(), end="")


@app.command()
def compare(
    graph: GraphFile,
    format: Annotated[
        ComparisonFormat, typer.Option("--format", "-f", help="To read, as a table, or with all quotes as CSV.")
    ] = ComparisonFormat.text,
) -> None:
    """Show what several sources say, what one alone says, and where they disagree. Copies count as one source.

    Examples:

    - `kg compare output/graph.ttl`

    - `kg compare output/graph.ttl --format csv > compared.csv`
    """
    from kg import comparison
    from kg.graph import KnowledgeGraph

    write = {"text": comparison.as_text, "table": comparison.as_table, "csv": comparison.as_csv}[format.value]
    loaded = KnowledgeGraph.load(graph)
    _warn_of_no_claims(graph, loaded)
    print(write(comparison.compare(loaded)), end="")


@app.command()
def serve(
    graph: GraphFile,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where to listen; 0 takes a free one.")] = 7878,
) -> None:
    """Answer SPARQL on this machine, with a page to type queries in and the network page, until Ctrl-C.

    Example: `kg serve output/graph.ttl`
    """
    from kg.facade import load

    with load(graph).serve(port) as server:
        err.print(f"queries: {server.url}   endpoint: {server.url}query   network: {server.url}network   (Ctrl-C ends)")
        with suppress(KeyboardInterrupt):
            server.wait()


def main() -> None:
    """The `kg` command: an expected error is one sentence and exit code 2; any other is a bug with its traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # told to end, it tidies up as after Ctrl-C
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except KgError as error:
        err.print(f"[bold red]kg: error:[/] {escape(str(error))}", soft_wrap=True)
        sys.exit(NOTHING_DONE)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still buffered has nowhere to go
        err.print("[bold red]kg: error:[/] the answer cannot be written: no space left on the device; free some")
        sys.exit(NOTHING_DONE)
    except SystemExit as stop:
        if stop.code == INTERRUPTED:
            err.print("kg: interrupted; files written by earlier runs are as they were")
        raise


@contextmanager
def _progress(quiet: bool) -> Iterator[Progress]:
    """A line on standard error that says what is being done and counts it; nothing where nobody looks."""
    from kg.pipeline import silent

    if quiet:
        yield silent
        return
    with err.status("starting") as status:

        def show(stage: str, done: int, total: int) -> None:
            status.update(f"{stage} … {done} of {max(done, total)}" if total else f"{stage} …")

        yield show


def _stdin() -> BinaryIO:
    """Standard input as bytes; empty where the caller has closed it."""
    return sys.stdin.buffer if sys.stdin is not None else BytesIO()


def _text_of(query: str) -> str:
    """The query itself, or the content of the file that is meant."""
    if not query.endswith(".rq") or any(mark in query for mark in "{}\n"):
        return query
    try:
        return Path(query).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{query}: cannot be read ({getattr(error, 'strerror', None) or 'not UTF-8'})") from error


def _warn_of_no_claims(path: Path, graph: KnowledgeGraph) -> None:
    """An answer about nothing may surprise: the graph of another program, or of documents that say nothing."""
    if not graph.query("ASK { ?claim a kg:Claim }").truth:
        err.print(f"[yellow]no claims[/] in {escape(str(path))}: was it made by kg build?", soft_wrap=True)


def _report(skipped: Sequence[Skipped], quiet: bool) -> None:
    """One line for each input that is not in the output; failures also when quiet."""
    for each in skipped:
        if each.failed or not quiet:
            word = "failed" if each.failed else "skipped"
            err.print(f"[yellow]{word}[/] {escape(each.source)}: {escape(each.reason)}", soft_wrap=True)


def _summary(built: Build, files: Sequence[Path], seconds: float) -> None:
    corpus, skipped = built.corpus, built.skipped
    failed = sum(each.failed for each in skipped)
    read = f"[bold]{_count(corpus.documents, 'document')}[/] read, {len(skipped) - failed} skipped, {failed} failed"
    made = f"[bold]{_count(corpus.claims, 'claim')}[/] about [bold]{_count(corpus.entities, 'entity', 'entities')}[/]"
    err.print(f"{read}; {made} in {seconds:.1f} s", soft_wrap=True)
    if copies := [f"{copy} is a copy of {original}" for copy, original in corpus.copies.items()]:
        more = f" and {len(copies) - 5} more" if len(copies) > 5 else ""
        err.print(f"counted as one source: {escape('; '.join(copies[:5]))}{more}", soft_wrap=True)
    if built.unmet:
        err.print(f"[yellow]in no document[/], so not merged: {escape(', '.join(built.unmet))}", soft_wrap=True)
    for path in files:
        err.print(f"  {escape(str(path))}", soft_wrap=True)


def _count(things: Sequence[object], one: str, many: str = "") -> str:
    return f"{len(things)} {one if len(things) == 1 else many or one + 's'}"
