"""What the graph says of somebody or something, who says it and in which words, and why a mention is in its node.

explain(graph, "Venezuela", "Russia").text()
"""

from __future__ import annotations

import difflib
import textwrap
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kg.errors import GraphError
from kg.graph import KnowledgeGraph
from kg.results import printable
from kg.rows import ClaimRow, MentionRow, Thing

_WIDTH = 100
_NOUNS = ("amount", "place", "recipient", "theme", "topic")


@dataclass(frozen=True, slots=True)
class Explanation:
    """The things a name stands for and the claims about them; `mentions` only when they were asked for."""

    things: tuple[Thing, ...]
    claims: tuple[ClaimRow, ...]
    mentions: tuple[MentionRow, ...] = ()

    def text(self) -> str:
        """The explanation for the terminal."""
        lines = [line for thing in self.things for line in _about(thing)]
        for mention in self.mentions:
            lines.append(
                f"  {_line(mention.text)} — {mention.rule}, {mention.source.title} {mention.start}–{mention.end}"
            )
        for document, claims in groupby(self.claims, key=lambda claim: claim.source.iri):
            said = list(claims)
            lines += ["", _title(said[0])] if document else []
            for _, of_sentence in groupby(said, key=lambda claim: (claim.start, claim.end)):
                lines += _said(list(of_sentence))
        if not self.claims and not self.mentions:
            lines += ["", "No claim says anything of it."]
        return "\n".join(lines) + "\n"


def explain(graph: KnowledgeGraph, name: str, other: str | None = None, *, mentions: bool = False) -> Explanation:
    """What is said of the thing of that name, or of two things together; GraphError for a name that is not there.

    With `mentions`, where the thing is mentioned and the rule that put each mention there, instead of claims.
    """
    things = find(graph, name)
    wanted = [{thing.node.iri for thing in things}]
    if other is not None:
        others = find(graph, other)
        wanted.append({thing.node.iri for thing in others})
        things = [*things, *(thing for thing in others if thing not in things)]
    if mentions:
        places = [place for thing in things for place in graph.mentions(thing.node.iri or "")]
        return Explanation(tuple(things), (), tuple(places))
    claims = (claim for claim in graph.claims() if all(_part(claim) & some for some in wanted))
    return Explanation(tuple(things), tuple(claims))


def find(graph: KnowledgeGraph, name: str) -> list[Thing]:
    """The things of that label, else of that other name, else with the name among their words; an IRI will do, too."""
    things = list(graph.things())
    wanted = plain(name)
    tests: tuple[Callable[[Thing], bool], ...] = (
        lambda thing: name in (thing.node.iri, _short(thing)),
        lambda thing: wanted == plain(thing.node.label),
        lambda thing: wanted in map(plain, thing.aliases),
    )
    for test in tests:
        found = [thing for thing in things if test(thing)]
        if found:
            return found
    names = {plain(label): label for thing in things for label in (thing.node.label, *thing.aliases)}
    near = [names[known] for known in difflib.get_close_matches(wanted, sorted(names), n=3, cutoff=0.6)]
    near += [names[known] for known in sorted(names) if wanted and wanted in known.split() and names[known] not in near]
    hint = f"; did you mean {', '.join(near[:5])}?" if near else "; look for its name in the page or with kg query"
    raise GraphError(f"there is no '{name}' in the graph{hint}")


def _part(claim: ClaimRow) -> set[str | None]:
    """Everybody and everything that takes part in a claim or says it."""
    part = {claim.subject.iri, *(node.iri for _, node in claim.arguments)}
    part |= {node.iri for node in (claim.object, claim.speaker) if node}
    return part - {None}


def _short(thing: Thing) -> str:
    return "e:" + (thing.node.iri or "").rpartition("entity/")[2]


def plain(name: str) -> str:
    """A name as people look for it: without accents, case or doubled spaces."""
    letters = (c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join("".join(letters).split())


def _about(thing: Thing) -> Iterator[str]:
    often = "1 time" if thing.mentions == 1 else f"{thing.mentions} times"
    yield f"{_line(thing.node.label)} — {thing.node.type}, mentioned {often}"
    if thing.aliases:
        yield f"  also: {_line(', '.join(thing.aliases))}"
    yield from (f"  see: {link}" for link in thing.links)
    yield from (f"  why: {_line(why)}" for why in thing.why)


def _title(claim: ClaimRow) -> str:
    known = (claim.source.title, claim.source.publisher, claim.source.date)
    return _line(", ".join(part for part in known if part))


def _said(claims: Sequence[ClaimRow]) -> list[str]:
    """The claims of one sentence, a line each, and below them the sentence."""
    lines = dict.fromkeys(f"  {_line(_statement(claim))}" for claim in claims)
    quote = f"“{_line(claims[0].quote)}”"
    return [*lines, *textwrap.wrap(quote, _WIDTH, initial_indent="      ", subsequent_indent="      ")]


def _statement(claim: ClaimRow) -> str:
    words = [claim.subject.label, claim.label, claim.object.label if claim.object else ""]
    words += [f"{role.replace('_', ' ')} {node.label}" for role, node in claim.arguments if role not in _NOUNS]
    manner = _manner(claim)
    said = f" — says {claim.speaker.label}" if claim.speaker else ""
    return " ".join(word for word in words if word) + (f" ({', '.join(manner)})" if manner else "") + said


def _manner(claim: ClaimRow) -> Sequence[str]:
    """What keeps a claim from being a plain fact, its time, and the participants that no preposition names."""
    manner = ["not so" if claim.polarity == "negative" else "", "" if claim.modality == "asserted" else claim.modality]
    named = [f"{role}: {node.label}" for role, node in claim.arguments if role in _NOUNS]
    return [word for word in (*manner, *named, claim.time) if word]


def _line(text: str) -> str:
    return " ".join(printable(text).split())
