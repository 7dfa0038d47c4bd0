"""Who says what a clause says: "Peru, the minister told reporters, will sell" and "according to the ministry, …"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.clause import Clause
from kg.clauses.standing import MINDS, is_denied, is_shared, modality_of
from kg.lexicon import table, words
from kg.roles import is_abstract, is_role
from kg.tree import Word

SOMEBODY = frozenset({"PERSON", "ORG", "GPE", "NORP"})
OPINIONS = frozenset({"estimation", "judgement", "judgment", "mind", "opinion", "view"})
QUOTES = frozenset({'"', "“", "”"})
UNSURE = frozenset({"possible", "conditional"})
PARTIES = frozenset({"majority", "minority", "side"})
INTERROGATIVE = frozenset({"WP", "WP$", "WDT", "WRB", "EX", "DT"})


def attribute(clause: Clause) -> None:
    """Give the clause its sources, innermost first: its own, then those of the clause it is part of."""
    parent = clause.parent
    found: list[Word] = []
    if parent is not None:
        found += _by_noun(clause, parent) if clause.link in ("acl", "relcl") else _by_verb(clause, parent)
    found += _according(clause.head)
    found += _in_view(clause.head)
    found += _inserted(clause)
    own = tuple(
        _named_speaker(speaker)
        for speaker in found
        if speaker.tag not in INTERROGATIVE
        and speaker.lower != "there"
        and (speaker.lower != "it" or _says_itself(clause, speaker))
        and (speaker.lower != speaker.text or not is_abstract(speaker) or _may_speak(speaker))
    )
    inherited = parent.sources if parent is not None else ()
    clause.sources = (*own, *(source for source in inherited if source not in own))


def _says_itself(clause: Clause, it: Word) -> bool:
    """Is "it" a body or a document, as in "it noted that", and not empty, as in "it means that"?"""
    verb = it.head
    if clause.link != "ccomp" or verb is None or verb.lemma in words("evidential_verbs"):
        return False
    wished = verb.dep == "ccomp" and verb.head is not None and verb.head.lemma in table("modality_verbs")
    finite = next(iter(verb.kids("aux", "auxpass")), verb).tag in ("MD", "VBD", "VBP", "VBZ")
    return finite and not wished and (verb.lemma in words("saying_verbs") or verb.lemma in words("thinking_verbs"))


def _by_verb(clause: Clause, parent: Clause) -> tuple[Word, ...]:
    """The one who says, thinks, wants or alleges it."""
    if clause.link == "pcomp":
        return _doer(parent) if parent.lemma in words("accusing_verbs") else ()
    if clause.link not in ("ccomp", "xcomp") or _is_perceived(clause, parent):
        return ()
    if clause.link == "ccomp" and _runs_on(clause.head, parent.head):
        return ()
    if clause.link == "ccomp" and _is_sure(clause, parent):
        return parent.subjects[:1]
    if parent.lemma == "know" and parent.parent is not None and parent.parent.lemma == "let":
        parent = parent.parent
        return () if parent.negative or parent.modality in UNSURE else _doer(parent)
    if _says(parent):
        content = clause.link == "ccomp" or parent.lemma in words("denial_verbs") or parent.lemma == "claim"
        return _doer(parent) if content and not _is_unsaid(parent) else ()
    if not clause.subjects or clause.subjects == parent.subjects:
        return ()
    desired = table("modality_verbs").get(parent.lemma, "").startswith("desired")
    # "EADS wants the cost to be borne by others"
    return _doer(parent) if desired or parent.lemma in words("advising_verbs") else ()


def _is_sure(clause: Clause, parent: Clause) -> bool:
    """Is it what somebody is sure of, or makes clear: "is confident that", "made it clear that"?"""
    word, verb = clause.head, parent.head
    if parent.negative or parent.modality != "asserted" or word.child("nsubj", "nsubjpass", "expl") is None:
        return False
    if parent.lemma == "make":
        return any(c.lower in ("clear", "known", "plain") for c in verb.children)
    return not {verb.lower, *(c.lower for c in verb.kids("acomp"))}.isdisjoint(words("sure_adjectives"))


def _runs_on(word: Word, verb: Word) -> bool:
    """Is it a sentence before another that has its own content: "Peru sent a note, he thought it was lost"?"""
    quoted = any(c.text in QUOTES for c in (*word.children, *verb.children))
    return word.i < verb.i and not quoted and any(c.i > verb.i for c in verb.kids("ccomp"))


def _is_unsaid(saying: Clause) -> bool:
    """Has its speaker not said it: "did not say that", "should tell them that", "nobody believes", "you may add"?"""
    speaker = next(iter(_doer(saying)), None)
    if speaker is None or is_denied(speaker):
        return True
    if saying.lemma in words("evidential_verbs") and not _may_speak(speaker):
        return True  # "experience shows that"
    if speaker.lower not in ("i", "we") and _is_only_thinkable(saying):
        return True
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


def _is_only_thinkable(saying: Clause) -> bool:
    """Might somebody say it, or is he assumed to: "may decide that", "we assume Peru understands that"?"""
    if saying.modality not in UNSURE or saying.merged:
        return False
    word, above = saying.head, saying.parent
    if any(c.tag == "MD" for c in word.kids("aux")) or any(c.lower in ("if", "whether") for c in word.kids("mark")):
        return True
    if above is None or saying.link != "ccomp":
        return False
    return above.lemma == "ask" or modality_of(table("modality_clauses").get(above.lemma, "")) == "possible"


def _is_perceived(clause: Clause, parent: Clause) -> bool:
    """Is it seen or heard, and not said: "let them see the work going on", "sees that nothing gets lost"?"""
    word = clause.head
    if word.tag == "VBG" and word.child("aux", "mark") is None and parent.lemma in words("thinking_verbs"):
        return True
    return parent.lemma == "see" and not any(c.tag == "WRB" for c in word.children)


def _may_speak(noun: Word) -> bool:
    """Is it somebody or a document: "the ministry", "officials", "a letter", but not "experience", "the move"?"""
    lemma = noun.lemma.lower()
    if noun.pos in ("PROPN", "PRON") or noun.ent in SOMEBODY or lemma in PARTIES:
        return True
    if is_role(noun) and not is_abstract(noun):
        return True
    lists = ("person_nouns", "organisation_words", "organisation_roles", "reporting_nouns", "record_nouns")
    return table("noun_types").get(lemma) == "Organization" or any({lemma, noun.lower} & words(n) for n in lists)


def _by_noun(clause: Clause, parent: Clause) -> tuple[Word, ...]:
    """Whose word it is: "the ministry's claim that …", "made a promise to …", "noted the danger that …"."""
    noun = clause.head.head
    if noun is None:
        return ()
    content, own = clause.head.child("mark") is not None, noun.dep == "dobj" and noun.head is parent.head
    if content and is_shared(noun, parent):
        return parent.subjects[:1]
    reports = content and noun.lemma in words("reporting_nouns")
    if reports and (owner := noun.child("poss", "compound")) is not None:
        return (owner,) if _may_speak(owner) else ()
    if content and own and parent.lemma in words("saying_verbs"):
        return () if _is_unsaid(parent) else _doer(parent)
    if reports and own and all(map(_may_speak, parent.subjects[:1])) and not _is_got(noun, parent):
        return parent.subjects[:1]
    if clause.link == "acl" and _says(parent) and own and clause.head.is_infinitive:
        return parent.subjects[:1]
    return ()


def _is_got(noun: Word, verb: Clause) -> bool:
    """Is it somebody else's, or not given: "received reports that", "examined claims", "to avoid any sign that"?"""
    if verb.lemma in words("examining_verbs"):
        return True
    if noun.lemma in MINDS:
        return verb.lemma == "share" and verb.negative
    return verb.lemma in words("source_verbs") or verb.negative or verb.modality in UNSURE


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


def _in_view(word: Word) -> tuple[Word, ...]:
    """Whose view it is: "in our opinion", "in the judgment of the embassy"."""
    nouns = (c.child("pobj") for c in word.kids("prep") if c.lower == "in")
    return next((holders for noun in nouns if noun is not None and (holders := holder_of_view(noun))), ())


def holder_of_view(noun: Word) -> tuple[Word, ...]:
    """Whose opinion it is, of "our opinion" or "the judgment of the embassy"."""
    if noun.lemma not in OPINIONS:
        return ()
    if (owner := noun.child("poss")) is not None:
        return (owner,)
    of = next((c for c in noun.kids("prep") if c.lower == "of"), None) if noun.child("det") else None
    holder = of.child("pobj") if of is not None else None
    return (holder,) if holder is not None and _may_speak(holder) else ()


def _inserted(clause: Clause) -> Iterator[Word]:
    """The speaker of a clause set into this one: "Peru, the minister said, will sell"."""
    if clause.lemma in words("saying_verbs"):
        return
    for child in clause.head.children:
        if (
            child.dep in ("parataxis", "ccomp", "advcl", "dep")
            and (child.lemma in words("saying_verbs") or child.lemma in words("thinking_verbs"))
            and (speaker := child.child("nsubj")) is not None
            and speaker.lower != "you"
            and (child.lemma not in words("evidential_verbs") or _may_speak(speaker))
            and child.child("ccomp", "dobj", "mark") is None
        ):
            yield speaker


def _named_speaker(word: Word) -> Word:
    """The name beside the role of the speaker: of "The company's vice-president, Ann Lee, said" Ann Lee."""
    if word.pos == "PROPN" and not is_role(word):
        return word
    return next((c for c in word.children if c.dep == "appos" and c.pos == "PROPN" and not is_role(c)), word)
