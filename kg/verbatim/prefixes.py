"""For whom a clause speaks, and what of its governor is carried before it: "died after" + "giving a speech"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.tree import Word
from kg.verbatim.runs import Words, up_to_head

Prefix = tuple[tuple[Word, ...], Words]  # subjects, and the words carried before the verb group


def prefixes(clause: Clause, known: dict[int, list[Prefix]]) -> Iterator[Prefix]:
    """For whom the clause speaks, and what of its governor is carried before it: "died after" + "giving a speech"."""
    parent, word = clause.parent, clause.head
    own: Prefix = (clause.subjects, [])
    if parent is None or clause.own_subject or clause.link in ("ROOT", "ccomp", "parataxis", "relcl", "csubj"):
        yield from [own] if clause.subjects else []
        return
    above = known[parent.head.i]
    if clause.merged or clause.link == "conj":
        if clause.link == "conj" and not any(before for _, before in above):
            yield own
        else:
            yield from [(heads, before) for heads, before in above if before or heads]
        return
    holder = word.head
    if holder is not None and holder is not parent.head and clause.link in ("acl", "pcomp"):
        yield from _through(clause, parent, holder, above)
    elif clause.link == "xcomp" or (clause.link == "advcl" and word.is_infinitive):
        carried = _verb_with_object(parent, word)
        yield from [(heads, [*before, *carried]) for heads, before in above]
    elif clause.subjects:
        yield own


def _through(clause: Clause, parent: Clause, holder: Word, above: list[Prefix]) -> Iterator[Prefix]:
    """Through the noun or preposition that the clause hangs on: "died after | giving", "made plans | to visit"."""
    word = clause.head
    noun = holder if clause.link == "acl" else holder.head
    at_verb = noun is parent.head
    if ((clause.link == "acl" and not word.is_infinitive) or (clause.link == "pcomp" and at_verb)) and clause.subjects:
        yield clause.subjects, []
    if clause.link == "acl" and any(c.dep == "punct" and holder.i < c.i < word.i for c in holder.children):
        return  # ", conducted by …" is said of the noun, not with it
    marks = [*(c for c in holder.children if c.dep == "advmod" and c.i < holder.i), holder]
    if (
        holder.dep == "prep"
        and holder.head is not None
        and holder.head.dep in ("advmod", "prep")
        and holder.head.i == holder.i - 1
    ):
        marks.insert(0, holder.head)  # "instead of"
        at_verb = at_verb or holder.head.head is parent.head
    carried = [*_verb_with_object(parent, marks[0]), *marks] if at_verb else _path(parent, noun)
    if carried is not None:
        between = [holder] if clause.link == "pcomp" and not at_verb else []
        yield from [(heads, [*before, *carried, *between]) for heads, before in above]


def _verb_with_object(clause: Clause, word: Word) -> Words:
    """The verb group and the object (or complement) before the word."""
    main = clause.slot("object") or clause.slot("complement") or clause.slot("recipient")
    if main is None or main.heads[0].i > word.i:
        return list(clause.group)
    return [*clause.group, *main.marker, *up_to_head(main.heads[0])]


def _path(clause: Clause, noun: Word | None) -> Words | None:
    """The words from the clause's verb to a noun below it, along the prepositions."""
    if noun is None:
        return None
    if noun.dep == "conj" and noun.head is not None:
        return _path_to(clause, noun.head, noun)
    return _path_to(clause, noun, noun)


def _path_to(clause: Clause, place: Word, noun: Word) -> Words | None:
    head = place.head
    if head is None or noun.i < clause.head.i:
        return None
    if head is clause.head and place.dep in ("dobj", "attr", "acomp", "oprd", "dative"):
        return [*clause.group, *up_to_head(noun)]
    if place.dep == "pobj" and head.dep == "prep":
        before = _verb_with_object(clause, head) if head.head is clause.head else _path(clause, head.head)
        return None if before is None else [*before, head, *up_to_head(noun)]
    return None
