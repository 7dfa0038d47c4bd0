"""What stands before a name: "Venezuelan President Hugo Chavez" → Hugo Chavez – is president of – Venezuela.

An office with its organisation or country, or a plain description ("the technology blog Gizmodo"). A form of address
("Mr Chavez") says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extractors.scene import Scene, prepositional
from kg.lexicon import words
from kg.model import Argument, Phrase, Proposition
from kg.roles import is_role
from kg.tree import Word


def extract(scene: Scene) -> Iterator[Proposition]:
    for word in scene.sentence.words:
        span = scene.names.spans.get(word.start)
        if (
            span is None
            or word.dep in ("amod", "compound", "nmod")
            or word.pos not in ("PROPN", "NOUN", "X", "ADJ", "VERB")
        ):
            continue
        before = _without_address(_premodifiers(scene, word, span[0]))
        if before and not _is_leaving(word):
            yield from _described(scene, word, before)


def _without_address(before: list[Word]) -> list[Word]:
    """What is left of "Dear General" before a name when the form of address at its front goes."""
    opens = bool(before) and before[0].lower == "dear"
    return before[1:] if opens else before


def _is_leaving(name: Word) -> bool:
    """Has the office come to its end: "the resignation of President Vargas", "President Vargas's death"?"""
    of = name.head
    noun = of if name.dep == "poss" else of.head if of is not None and of.lower == "of" else None
    return noun is not None and noun.lemma.lower() in words("departure_nouns")


def _premodifiers(scene: Scene, head: Word, start: int) -> list[Word]:
    """The unbroken run of nouns and adjectives right before the name."""
    at = next((w.i for w in scene.sentence.words if w.start >= start), head.i)
    found: list[Word] = []
    for word in reversed(scene.sentence.words[:at]):
        joined = word.text == "-" or (found and (found[-1].text == "-" or _is_under(word, found[-1])))
        if not joined and (word.pos not in ("NOUN", "PROPN", "ADJ") or _ends_another(word, head, start)):
            break
        if (
            not joined
            and not word.within(head)
            and word.dep not in ("compound", "amod", "nmod", "nsubj", "dobj", "pobj", "appos", "ROOT", "conj")
        ):
            break
        found.append(word)
    return found[::-1]


def _is_under(word: Word, following: Word) -> bool:
    """Is it no preposition but half of a rank: "Deputy Under Secretary Rowe"?"""
    return word.text == "Under" and following.text == "Secretary"


def _ends_another(word: Word, name: Word, start: int) -> bool:
    """Does the word end a phrase before the name that starts there: "for some time | Ambassador Rowe"?"""
    if word.dep != "pobj" or word.within(name):
        return False
    return word.end == start or (word.tag == "NN" and word.child("det") is not None and not is_role(word))


def _described(scene: Scene, head: Word, before: list[Word]) -> Iterator[Proposition]:
    adjective = (
        len(before) == 1 and before[-1].pos == "ADJ" and before[-1].dep == "amod"
    )  # "the major exercise" has no major
    if before[-1].lower.rstrip(".") in words("titles_of_address") or before[-1].text == "-" or adjective:
        return
    office_at = _office_start(scene, before)
    office, holder = before[office_at:], before[:office_at]
    if not office:
        return
    role = " ".join(w.text if w.pos == "PROPN" and w.text.isupper() else w.lower for w in office).replace(" - ", "-")
    kind = scene.names.types.get(head.start)
    if before[-1].lower in words("offices") or (holder and is_role(before[-1])):
        yield from _office(scene, head, role, holder, office)
    elif (
        before[-1].tag == "NN"
        and before[-1].within(head)
        and kind in ("Person", "Organization", "Work", "Product", "Thing")
        and before[-1].text.islower()
        and _says_what(scene, head, before[-1])
    ):
        yield _is(scene, head, role, office)
        yield from _origin(scene, head, holder)


def _says_what(scene: Scene, head: Word, noun: Word) -> bool:
    """Does the noun say what its bearer is ("the blog Gizmodo"), and not only stand before it ("police HQ")?"""
    lemma = noun.lemma.lower()
    if scene.names.types.get(head.start) == "Person" and lemma.endswith(("er", "or", "ist", "ian", "man", "woman")):
        return True
    return is_role(noun) or lemma in words("person_nouns") or scene.fits_kind(head, lemma)


def _office_start(scene: Scene, before: list[Word]) -> int:
    """Where the office begins: behind the last organisation, country or nationality before it."""
    start = 0
    for i, word in enumerate(before[:-1]):
        kind = scene.names.types.get(word.start)
        holds = (
            kind in ("Organization", "Country", "Place")
            or word.lower in words("organisation_words")
            or (i == 0 and scene.names.country(word.text) is not None)
        )
        if holds and word.text[:1].isupper() and word.lower not in words("office_modifiers"):
            start = i + 1
    if start == 0 and before[0].pos == "PROPN" and before[-1].pos == "NOUN":
        start = next((i for i, word in enumerate(before) if word.pos != "PROPN"), 0)
    return start


def _office(scene: Scene, head: Word, role: str, holder: list[Word], office: list[Word]) -> Iterator[Proposition]:
    target = owner(scene, holder) or _possessor(scene, head)
    if (
        target is not None
        and target.type == "Country"
        and len(holder) == 1
        and role not in words("state_offices")
        and office[-1].lower not in words("state_offices")
    ):
        yield _is(scene, head, role, office)
        yield from _origin(scene, head, holder)
        return
    if (
        target is None
        and (after := next((s for s in prepositional(head) if s.preposition in ("of", "at")), None)) is not None
        and scene.known(after.heads[0])
    ):
        target = scene.phrases(after.heads[0])  # "Professor Ann Lee of the University"
    if target is None:
        yield _is(scene, head, role, office)
        return
    entry = scene.relations.get(f"be {role} of")
    relation = scene.relation([*holder, *office], f"be {role} of", entry)
    yield scene.say("title", head, relation, [Argument("object", "of", target)], anchor=office[-1], implied=True)


def _possessor(scene: Scene, head: Word) -> Phrase | None:
    found = head.child("poss")
    return scene.phrases(found) if found is not None else None


def owner(scene: Scene, holder: list[Word]) -> Phrase | None:
    """The organisation or country before an office: the longest named run, else the country of a nationality."""
    if not holder:
        return None
    if (country := scene.names.country(holder[0].text)) is not None and len(holder) == 1:
        word = holder[0]
        return Phrase(word.start, word.end, word.start, word.text, country, type="Country")
    named = holder[1:] if country is not None else holder
    last = named[-1]
    if last.text == "-" or last.pos not in ("PROPN", "NOUN"):
        return None
    known = scene.names.spans.get(last.start)
    start = min(known[0], named[0].start) if known else named[0].start
    text = scene.text[start : last.end]
    return Phrase(start, last.end, last.start, text, text, type="Organization")


def _origin(scene: Scene, head: Word, holder: list[Word]) -> Iterator[Proposition]:
    """Where the named one is from: "German engineer Max Hahn", "France's agency BEA"."""
    nation = holder[0] if holder else None
    country = scene.names.country(nation.text) if nation is not None else None
    if nation is not None and country is not None:
        target = Phrase(nation.start, nation.end, nation.start, nation.text, country, type="Country")
        yield scene.say(
            "nationality",
            head,
            scene.relation([], "be from"),
            [Argument("object", "from", target)],
            anchor=nation,
            implied=True,
        )


def _is(scene: Scene, head: Word, role: str, office: list[Word]) -> Proposition:
    value = Phrase(
        office[0].start,
        office[-1].end,
        office[-1].start,
        scene.text[office[0].start : office[-1].end],
        role,
        literal=True,
    )
    return scene.say(
        "title", head, scene.relation([], "be"), [Argument("object", "", value)], anchor=office[-1], implied=True
    )
