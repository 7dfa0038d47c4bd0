"""Two names for one thing: "Lukoil, Russia's biggest oil company" → Lukoil – is – Russia's biggest oil company.

"Ivan Safranchuk, Chief Analyst at the Institute" → is chief analyst at; "his counterpart, Vladimir Putin" → is
counterpart of; "Lourdes, Cuba" → is located in; "manufacturers such as Airbus" → Airbus – is – manufacturer. An
abbreviation in brackets is the same name and says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.clauses import members
from kg.extractors.scene import Scene, prepositional
from kg.lexicon import table, words
from kg.lexicon.gazetteer import find
from kg.model import Argument, Phrase, Proposition
from kg.repairs.evidence import left_edge
from kg.roles import is_role
from kg.tree import NOMINAL, Word

FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
DASHES = frozenset({"-", "–", "/"})


def extract(scene: Scene) -> Iterator[Proposition]:
    if _is_source(scene):
        return
    for word in scene.sentence.words:
        if (
            word.dep == "appos"
            and word.head is not None
            and word.pos in NOMINAL
            and (word.tag != "CD" or word.lower == "one")
            and not scene.is_time(word)
        ):
            yield from _apposed(scene, word.head, word)
        elif word.tag == "CD" and word.dep in ("nummod", "npadvmod", "appos") and word.head is not None:
            yield from _aged(scene, word.head, word)
        elif word.dep == "prep" and word.head is not None and word.head.pos in NOMINAL and _exemplifies(word):
            yield from _examples(scene, word.head, word)


def _is_source(scene: Scene) -> bool:
    """Is the sentence a note in brackets of where something is kept: "(National Archives, Meetings: Lot 12)"?"""
    words_of_it = [w for w in scene.sentence.words if w.pos != "PUNCT" or w.text in "()"]
    return words_of_it[0].text == "(" and words_of_it[-1].text == ")" and not any(w.tag in FINITE for w in words_of_it)


def _aged(scene: Scene, head: Word, word: Word) -> Iterator[Proposition]:
    """A bare number behind a person and a comma is an age: "Ann Lee, 49, …"."""
    person = (
        scene.names.types.get(head.start) == "Person"
        and word.i > head.i
        and scene.sentence.words[word.i - 1].text == ","
    )
    if person and word.text.isdecimal() and 5 < int(word.text) < 116:
        age = Phrase(word.start, word.end, word.start, word.text, word.text, literal=True)
        yield scene.say(
            "apposition", head, scene.relation([], "be aged"), [Argument("object", "", age)], anchor=word, implied=True
        )


def _exemplifies(preposition: Word) -> bool:
    return preposition.lower in ("including", "like") or (
        preposition.lower == "as" and any(c.lower == "such" for c in preposition.children)
    )


def _examples(scene: Scene, kind: Word, preposition: Word) -> Iterator[Proposition]:
    noun = preposition.child("pobj")
    if noun is None or preposition.lower == "like" or scene.known(kind):
        return
    if preposition.lower == "including" and kind.tag not in ("NNS", "NNPS"):
        return  # nobody is "a group, including Ann Lee"
    for member in members(noun):
        if scene.known(member) and not _is_meeting(scene, kind):
            yield _is(scene, member, kind)


def _is_meeting(scene: Scene, kind: Word) -> bool:
    """Is it an event that a name takes part in and is not: "a meeting, including the ministers"?"""
    return scene.relations.can_be(kind.lemma.lower())


def _apposed(scene: Scene, head: Word, word: Word) -> Iterator[Proposition]:
    first = head
    while head.dep == "appos" and head.head is not None and not scene.known(head):
        head = head.head
    named, other = head.start in scene.names.spans, word.start in scene.names.spans
    if (head is not first and not named) or not _is_set_off(scene, head, word):
        return  # "the Secretary, the Under Secretary, Mr. Tyler"
    word = _whole_group(word)
    if _is_reference(scene, word) or _abbreviates(head, word) or scene.is_time(head):
        return
    if word.lower == "former" or any(w.lower in ("latter", "others") for w in (word, *word.children)):
        return
    if named and other:
        yield from _two_names(scene, head, word)
    elif named:
        parts = members(word)
        if len(parts) > 1 and scene.names.types.get(head.start) != "Person" and not is_role(word):
            return  # "Spore, a chat program and a client for the news" are three
        for part in parts:
            if part.pos in NOMINAL and part.start not in scene.names.spans and _fits(scene, head, part):
                yield from _role_of(scene, head, part) if is_role(part) else _kind_of(scene, head, part)
    elif other:
        yield from _name_of_kind(scene, head, word)


def _is_set_off(scene: Scene, head: Word, word: Word) -> bool:
    """Does nothing between the two part them: a semicolon, the colon behind a name, a dash without spaces?"""
    low, high = sorted((head, word), key=lambda w: w.i)
    between = scene.sentence.words[low.i + 1 : left_edge(high)]
    parting = {";", ":"} if head.start in scene.names.spans else {";"}
    return not any(
        w.text in parting or (w.text in DASHES and w.start == scene.sentence.words[w.i - 1].end) for w in between
    )


def _whole_group(word: Word) -> Word:
    """Of "one of the largest banks" the banks."""
    of = word.child("prep") if word.lower == "one" else None
    noun = of.child("pobj") if of is not None else None
    return word if noun is None else noun


def _is_reference(scene: Scene, word: Word) -> bool:
    """Is it a place in a document and no thing: "page 696", "Article 13 (c)"?"""
    if any(c.tag == "CD" and c.i > word.i for c in word.children) or word.pos == "NUM":
        return True
    if not any(letter.isalpha() for letter in word.text):
        return True
    if word.lower.rstrip(".") == "etc":
        return True
    short = len(word.text) < 3 and word.start not in scene.names.spans
    return short or word.lemma.lower() in words("citation_words")


def _two_names(scene: Scene, head: Word, word: Word) -> Iterator[Proposition]:
    """Where a person is from, where a place lies, or what role somebody has to somebody named."""
    from_country = scene.names.types.get(head.start) == "Person" and scene.names.types.get(word.start) == "Country"
    if not from_country and not _contained(scene, head, word):
        if is_role(word):
            yield from _role_of(scene, head, word)
        return
    if from_country:
        relation, marker = scene.relation([], "be from"), "from"
    else:
        relation, marker = scene.relation([], "be located in", scene.relations.get("be located in")), ""
    place = Argument("object", marker, scene.phrases(word))
    yield scene.say("apposition", head, relation, [place], anchor=word, implied=True)


def _name_of_kind(scene: Scene, head: Word, word: Word) -> Iterator[Proposition]:
    """What stands first is the description: "the company's founder, Ann Lee", "two airlines, Lufthansa and Iberia"."""
    if head.tag in ("NNS", "NNPS"):
        for part in members(word):
            if scene.known(part) and _fits(scene, part, head, strict=True):
                yield _is(scene, part, head)
    elif is_role(head):
        yield from _role_of(scene, word, head)
    elif len(members(word)) > 1:
        return  # "the settlement: Rogers or the White House"
    elif head.pos == "NOUN" and _fits(scene, word, head, strict=True):
        yield _is(scene, word, head)


def _abbreviates(head: Word, word: Word) -> bool:
    """Is it the same thing in short: "intercontinental ballistic missiles (ICBMs)", "the division (the NTD)"?"""
    bracketed = [c.lower for c in word.children] == ["the"] and any(c.text == "(" for c in head.children)
    return (
        word.text.rstrip("s").isupper()
        and len(word.text) > 1
        and not head.text.isupper()
        and (bracketed or word.child("det", "amod", "poss") is None)
    )


def _contained(scene: Scene, head: Word, word: Word) -> bool:
    """Is it a place and a country or region that it may lie in: "Lourdes, Cuba"?"""
    places = {scene.names.types.get(head.start), scene.names.types.get(word.start)} <= {"Place", "Country"}
    known = find(scene.phrases(word).label)
    above = find(scene.phrases(head).label)
    return (
        places
        and (above is None or above.kind != "country")
        and not any(c.dep in ("advmod", "cc", "det") and c.i < word.i for c in word.children)
        and known is not None
        and known.kind in ("country", "region", "area")
    )


def _fits(scene: Scene, head: Word, kind: Word, strict: bool = False) -> bool:
    """A person is not an agreement: of a person only what a person can be, and strictly of anything else too."""
    lemma = kind.lemma.lower()
    if scene.names.types.get(head.start) != "Person":
        return scene.fits_kind(head, lemma) or (not strict and lemma not in table("noun_types"))
    known = any(lemma in words(name) for name in ("person_nouns", "offices", "associates", "kinship"))
    known = known or any(
        lemma in words(name) for name in ("organisation_words", "organisation_roles")
    )  # then the type is wrong
    return known or is_role(kind) or lemma.endswith(("er", "or", "ist", "ian", "man", "woman", "ant", "ee"))


def _role_of(scene: Scene, subject: Word, word: Word) -> Iterator[Proposition]:
    """The role with whose it is: possessor, or what follows "of", "at", "for", "to"."""
    left = [w for c in word.children if c.dep in ("compound", "amod") and c.i < word.i for w in c.subtree()]
    nation = next((w for w in left if scene.names.country(w.text) is not None), None)
    named = [w for w in left if scene.known(w)]
    plain = [w for w in left if w is not nation and not any(w.within(n) for n in named)]
    role = " ".join([*_once(scene, subject, word), *(w.lower for w in [*plain, word])])
    owner = word.child("poss")
    if owner is not None and (scene.known(owner) or owner.pos == "PRON"):
        yield _holds(scene, subject, word, f"be {role} of", owner)
        return
    if owner is not None:
        yield _is(scene, subject, word)
        return
    role = _with_field(scene, word, role)
    said = False
    for slot in prepositional(word):
        if slot.preposition in ("of", "at", "for", "to", "in", "with"):
            for target in slot.heads:
                if not scene.is_time(target) and not role.endswith(f" of {target.lower}"):
                    yield _holds(scene, subject, word, f"be {role} {slot.preposition}", target)
                    said = True
    if not said and named:
        yield _holds(scene, subject, word, f"be {role} of", named[-1])
    elif not said and nation is not None:
        yield _holds(scene, subject, word, f"be {role} of", nation)
    elif not said:
        yield _is(scene, subject, word)


def _once(scene: Scene, subject: Word, role: Word) -> list[str]:
    """What says that the role is held no more: "formerly an executive" is a former executive."""
    start = left_edge(role)
    near = [*role.kids("advmod"), *scene.sentence.words[max(start - 1, subject.i + 1) : start]]
    return ["former"] if any(c.lower in ("formerly", "previously", "once") for c in near) else []


def _with_field(scene: Scene, word: Word, role: str) -> str:
    """The field is part of the office when another phrase says of whom: "minister of transport for Indonesia"."""
    slots = list(prepositional(word))
    field = next((s for s in slots if s.preposition == "of" and not any(map(scene.known, s.heads))), None)
    named = any(
        s is not field and s.preposition in ("of", "at", "for", "to", "in") and any(map(scene.known, s.heads))
        for s in slots
    )
    return f"{role} of {field.heads[0].lower}" if field is not None and named and not field.heads[0].children else role


def _kind_of(scene: Scene, subject: Word, word: Word) -> Iterator[Proposition]:
    """What it is, and to whom: "Lukoil, Russia's biggest oil company"."""
    yield _is(scene, subject, word)
    owner = word.child("poss")
    if owner is not None and scene.known(owner):
        modifiers = [w for c in word.children if c.dep in ("compound", "amod") and c.i < word.i for w in c.subtree()]
        kind = " ".join(w.lower for w in [*modifiers, word])
        yield _holds(scene, subject, word, f"be {kind} of", owner)


def _holds(scene: Scene, subject: Word, word: Word, lemma: str, target: Word) -> Proposition:
    phrase = scene.phrases(target)
    country = scene.names.country(target.text)
    if country is not None and not scene.known(target):
        phrase = replace(phrase, label=country, type="Country", literal=False)
    relation = scene.relation([word], lemma, scene.relations.get(lemma))
    return scene.say(
        "apposition",
        subject,
        relation,
        [Argument("object", lemma.split()[-1], phrase)],
        anchor=word,
        time=scene.time_of(word),
        implied=True,
    )


def _is(scene: Scene, subject: Word, kind: Word) -> Proposition:
    value = replace(scene.phrases(kind), literal=True, amount=None)
    return scene.say(
        "apposition", subject, scene.relation([], "be"), [Argument("object", "", value)], anchor=kind, implied=True
    )
