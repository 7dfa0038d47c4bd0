"""Who says what a clause says: "Peru, the minister told reporters, will sell" and "according to the ministry, …"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.clause import Clause
from kg.clauses.standing import is_denied
from kg.lexicon import table, words
from kg.roles import is_role
from kg.tree import Word

SOMEBODY = frozenset({"PERSON", "ORG", "GPE", "NORP"})
UNSURE = frozenset({"possible", "conditional"})
INTERROGATIVE = frozenset({"WP", "WP$", "WDT", "WRB", "EX", "DT"})


def attribute(clause: Clause) -> None:
    """Give the clause its sources, innermost first: its own, then those of the clause it is part of."""
    parent = clause.parent
    found: list[Word] = []
    if parent is not None:
        found += _by_noun(clause, parent) if clause.link == "acl" else _by_verb(clause, parent)
    found += _according(clause.head)
    found += _inserted(clause)
    own = tuple(
        _named_speaker(speaker)
        for speaker in found
        if speaker.tag not in INTERROGATIVE and speaker.lower not in ("it", "there")
    )
    inherited = parent.sources if parent is not None else ()
    clause.sources = (*own, *(source for source in inherited if source not in own))


def _by_verb(clause: Clause, parent: Clause) -> tuple[Word, ...]:
    """The one who says, thinks, wants or alleges it."""
    if clause.link == "pcomp":
        return _doer(parent) if parent.lemma in words("accusing_verbs") else ()
    if clause.link not in ("ccomp", "xcomp") or _is_perceived(clause, parent):
        return ()
    if _says(parent):
        content = clause.link == "ccomp" or parent.lemma in words("denial_verbs") or parent.lemma == "claim"
        return _doer(parent) if content and not _is_unsaid(parent) else ()
    if not clause.subjects or clause.subjects == parent.subjects:
        return ()
    desired = table("modality_verbs").get(parent.lemma, "").startswith("desired")
    # "EADS wants the cost to be borne by others"
    return _doer(parent) if desired or parent.lemma in words("advising_verbs") else ()


def _is_unsaid(saying: Clause) -> bool:
    """Has its speaker not said it: "did not say that", "should tell them that", "nobody believes", "you may add"?"""
    speaker = next(iter(_doer(saying)), None)
    if speaker is None or is_denied(speaker):
        return True
    if saying.lemma in words("evidential_verbs") and not _may_speak(speaker):
        return True  # "experience shows that"
    above = saying.parent.modality if saying.parent is not None else saying.modality
    if speaker.lower == "you" and (saying.modality, above) != ("asserted", "asserted"):
        return True  # also "may add what you think"
    if (
        saying.lemma not in words("saying_verbs")
        or saying.lemma in words("denial_verbs")
        or speaker.lower in ("i", "we")
    ):
        return False
    return saying.negative or (saying.modality in ("desired", "required") and not saying.merged)


def _is_perceived(clause: Clause, parent: Clause) -> bool:
    """Is it seen or heard, and not said: "let them see the work going on", "sees that nothing gets lost"?"""
    word = clause.head
    if word.tag == "VBG" and word.child("aux", "mark") is None and parent.lemma in words("thinking_verbs"):
        return True
    return parent.lemma == "see" and not any(c.tag == "WRB" for c in word.children)


def _may_speak(noun: Word) -> bool:
    """Is it somebody or a document: "the ministry", "officials", "a letter", but not "experience", "the move"?"""
    lemma = noun.lemma.lower()
    if noun.pos in ("PROPN", "PRON") or noun.ent in SOMEBODY or is_role(noun):
        return True
    lists = ("person_nouns", "organisation_words", "organisation_roles", "reporting_nouns", "record_nouns")
    return table("noun_types").get(lemma) == "Organization" or any({lemma, noun.lower} & words(n) for n in lists)


def _by_noun(clause: Clause, parent: Clause) -> tuple[Word, ...]:
    """Whose word it is: "the ministry's claim that …", "made a promise to …"."""
    noun = clause.head.head
    if noun is None:
        return ()
    if clause.head.child("mark") is not None and noun.lemma in words("reporting_nouns"):
        owner = noun.child("poss", "compound")
        return (owner,) if owner is not None else parent.subjects[:1] if noun.dep == "dobj" else ()
    if _says(parent) and noun.dep == "dobj" and clause.head.is_infinitive:
        return parent.subjects[:1]
    return ()


def _says(clause: Clause) -> bool:
    lemma = clause.lemma.removeprefix("re-")
    return lemma in words("saying_verbs") or lemma in words("thinking_verbs") or lemma in words("denial_verbs")


def _doer(clause: Clause) -> tuple[Word, ...]:
    if clause.kind == "active":
        return clause.subjects[:1]
    agent = clause.slot("agent")
    return agent.heads[:1] if agent else ()


def _according(word: Word) -> tuple[Word, ...]:
    for child in word.children:
        if child.lower == "according":
            for inner in child.children:
                if inner.lower == "to" and (noun := inner.child("pobj")) is not None and _may_speak(noun):
                    return (noun,)
    return ()


def _inserted(clause: Clause) -> Iterator[Word]:
    """The speaker of a clause set into this one: "Peru, the minister said, will sell"."""
    if clause.lemma in words("saying_verbs"):
        return
    for child in clause.head.children:
        if (
            child.dep in ("parataxis", "ccomp", "advcl", "dep")
            and (child.lemma in words("saying_verbs") or child.lemma in words("thinking_verbs"))
            and (speaker := child.child("nsubj")) is not None
            and child.child("ccomp", "dobj", "mark") is None
        ):
            yield speaker


def _named_speaker(word: Word) -> Word:
    """The name beside the role of the speaker: of "The company's vice-president, Ann Lee, said" Ann Lee."""
    if word.pos == "PROPN" and not is_role(word):
        return word
    return next((c for c in word.children if c.dep == "appos" and c.pos == "PROPN" and not is_role(c)), word)
