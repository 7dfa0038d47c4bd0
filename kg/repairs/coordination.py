"""Coordination with the wrong partner: "support Makarios and the USG would face …" coordinates clauses, not names."""

from __future__ import annotations

from itertools import pairwise

from kg.lexicon import words
from kg.repairs.evidence import Evidence, left_edge
from kg.roles import is_role
from kg.tree import NOMINAL, Word

SPEAKERS = ("organisation_words", "person_nouns")


def conjunct_of_apposition(word: Word, _: Evidence) -> None:
    """PDVSA belongs with Lukoil: "between Lukoil, Russia's biggest oil company, and the state-owned PDVSA"."""
    head = word.head
    if head is None or head.dep != "appos" or head.head is None or word.pos not in NOMINAL:
        return
    outer = head.head
    between = outer.head is not None and outer.head.lower == "between" and outer.child("conj") is None
    if between:
        for child in list(head.children):
            if child.dep == "cc" and child.i < word.i:
                child.attach(outer, "cc")
        word.attach(outer, "conj")


def participle_with_participle(word: Word, _: Evidence) -> None:
    """An "-ing" form is coordinated with one, not with a finite verb: "Stating that he knew … and evincing"."""
    head = word.head
    if word.tag != "VBG" or head is None or head.tag == "VBG" or word.child("aux", "nsubj") is not None:
        return
    if head.child("nsubj", "nsubjpass") is None:
        return
    inside = [
        w for w in head.subtree() if w.tag == "VBG" and w.dep == "acl" and head.i < w.i < word.i and not w.within(word)
    ]
    for above in (*reversed(inside), *head.ancestors()):
        if above.tag == "VBG" and above.dep in ("advcl", "pcomp", "acl") and above.child("aux") is None:
            word.attach(above, "conj")
            return


def passive_with_passive(word: Word, _: Evidence) -> None:
    """Behind a modal no past tense is coordinated: "should be prepared by the group and submitted to the council"."""
    first = word.head
    if word.tag != "VBD" or first is None or first.tag != "VBN" or first.child("auxpass") is None:
        return
    if word.child("nsubj", "nsubjpass", "dobj", "aux") is None and any(
        c.tag in ("MD", "TO") for c in first.kids("aux")
    ):
        word.tag = "VBN"


def infinitive_with_infinitive(word: Word, _: Evidence) -> None:
    """An infinitive is coordinated with one: "determination to respect the convention and to abide by it"."""
    head = word.head
    if head is None or word.pos != "VERB" or not word.is_infinitive or head.is_infinitive:
        return
    inside = [
        w
        for w in head.subtree()
        if w.pos == "VERB" and head.i < w.i < word.i and w.is_infinitive and not w.within(word)
    ]
    if inside:
        word.attach(inside[-1], "conj")


def rather_than(word: Word, evidence: Evidence) -> None:
    """It belongs to the verb behind it, coordinated with what is done: "sold the port rather than close it"."""
    there = evidence.sentence.words
    if word.lower != "than" or word.i == 0 or there[word.i - 1].lower != "rather":
        return
    start = word.i + 1
    while start < len(there) and (there[start].tag in ("RB", "TO") or there[start].lower in ("be", "being", "having")):
        start += 1
    verb, chosen = there[start] if start < len(there) else None, word.head
    if verb is None or chosen is None or verb.pos != "VERB" or chosen.within(verb) != (chosen is verb):
        return
    if chosen.i < word.i and chosen.pos in ("VERB", "AUX"):
        verb.attach(chosen, "conj")
    elif verb.head is word:
        verb.attach(chosen, "advcl")
    word.attach(verb, "mark")
    there[word.i - 1].attach(verb, "advmod")


def report_with_report(word: Word, _: Evidence) -> None:
    """Whoever reports goes on to say or ask: "noted that the matter was urgent and inquired about the talks"."""
    head = word.head
    outer = head.head if head is not None and head.dep == "ccomp" else None
    if head is None or outer is None or word.tag != "VBD" or outer.tag != "VBD" or not _reports(word):
        return
    subject = head.child("nsubj", "nsubjpass", "expl")
    if not _reports(outer) or word.child("aux", "nsubj", "nsubjpass", "expl") is not None or subject is None:
        return
    speaks = subject.ent or subject.tag != "NN" or any(subject.lemma in words(name) for name in SPEAKERS)
    if subject.lower == "it" or subject.dep == "expl" or not speaks:
        for child in [c for c in head.kids("cc") if c.i < word.i]:
            child.attach(outer, "cc")
        word.attach(outer, "conj")


def _reports(verb: Word) -> bool:
    return any(verb.lemma in words(name) for name in ("asking_verbs", "saying_verbs", "thinking_verbs"))


def bare_with_modal(word: Word, _: Evidence) -> None:
    """A bare verb shares the modal before it: "said he would dissolve the army and in a week replace its chief"."""
    head = word.head
    if word.tag not in ("VB", "VBP") or head is None or word.lower != word.lemma:
        return
    if word.child("aux", "nsubj", "nsubjpass", "expl", "mark") is not None:
        return
    inner = head.child("ccomp") if head.tag in ("VBD", "VBZ") else None
    if inner is not None and head.i < inner.i < word.i and _has_modal(inner):
        word.attach(inner, "conj")
        head = inner
    if _has_modal(head):
        word.tag = "VB"


def _has_modal(verb: Word) -> bool:
    return any(c.tag == "MD" for c in verb.children)


def subject_of_second_clause(word: Word, evidence: Evidence) -> None:
    """The noun between "and" and a finite verb is its subject: "support Makarios and the USG would face …"."""
    head = word.head
    if (
        word.pos not in ("VERB", "AUX")
        or head is None
        or head.pos not in ("VERB", "AUX")
        or word.child("nsubj", "nsubjpass", "expl") is not None
    ):
        return
    if word.tag not in ("VBD", "VBZ", "VBP", "MD") and word.child("aux", "auxpass") is None:
        return
    first = min((c.i for c in word.children if c.dep in ("aux", "auxpass", "advmod", "neg")), default=word.i)
    if word.is_infinitive or (word.dep == "ccomp" and (word.tag == "VBD" or head.child("ccomp") is word)):
        return
    if first == 0 or any(c.dep == "cc" and head.i < c.i < word.i for c in head.children):
        return
    conjunct = _outermost_conjunct(_before_adverbs(evidence.sentence.words, first - 1), head)
    noun = conjunct.head if conjunct is not None else None
    if conjunct is None or noun is None or noun.child("cc") is None or noun.dep not in ("dobj", "pobj", "attr"):
        return
    for child in noun.kids("cc"):
        child.attach(head, "cc")
    conjunct.attach(word, "nsubjpass" if word.child("auxpass") else "nsubj")


def _before_adverbs(sentence: list[Word], i: int) -> Word:
    """The last word before the adverbs there: "and officials here say", "and the council, therefore, may wish"."""
    while i > 1 and (sentence[i].pos == "ADV" or (sentence[i].text == "," and _beside_adverb(sentence, i))):
        i -= 1
    return sentence[i]


def _beside_adverb(sentence: list[Word], comma: int) -> bool:
    return any(sentence[i].pos == "ADV" for i in (comma - 1, comma + 1) if i < len(sentence))


def _outermost_conjunct(word: Word, verb: Word) -> Word | None:
    """The highest coordinated noun above the word, the word included, that is behind the verb."""
    conjunct: Word | None = None
    for above in (word, *word.ancestors()):
        if above.i <= verb.i or above.pos not in NOMINAL:
            break
        if above.dep == "conj":
            conjunct = above
    return conjunct


def role_with_role(word: Word, _: Evidence) -> None:
    """A role is coordinated with the role, not with whose it is: "chairman of Genentech and a member of …"."""
    name, of = word.head, word.head.head if word.head is not None else None
    if name is None or of is None or name.pos != "PROPN" or word.pos != "NOUN" or of.dep != "prep" or of.head is None:
        return
    role = of.head
    if role.pos == "NOUN" and word.child("det") is not None and word.child("prep") is not None and is_role(word):
        for child in name.kids("cc"):
            child.attach(role, "cc")
        word.attach(role, "conj")


def then(word: Word, _: Evidence) -> None:
    """The next stop is not the same one: "to Sydney, then Melbourne"."""
    before = [*word.children, *(word.head.children if word.head is not None else ())]
    if word.pos == "PROPN" and any(c.lower in ("then", "later", "finally") and c.i < word.i for c in before):
        word.dep = "conj"


def series_of_infinitives(evidence: Evidence) -> None:
    """Infinitives between commas are coordinated: "the right to fish, to sell their catch and to build harbours"."""
    found = [w for w in evidence.sentence.words if w.pos == "VERB" and w.is_infinitive]
    members: set[int] = set()
    goes_on = False  # is there another member behind?
    for word in reversed(found[1:]):
        before, also = _before_infinitive(word, evidence)
        if before.dep == "cc":
            goes_on = True
        elif before.text in (",", ";") and (goes_on or also):
            members.add(word.i)
    first = found[0] if found else None
    for previous, word in pairwise(found):
        if first is None or word.i not in members:
            continue
        if first.i not in members:
            first = previous
        if word.dep == "advcl" and not first.within(word) and not _is_sent(word, evidence):
            word.attach(first, "conj")
        first = word


def _is_sent(word: Word, evidence: Evidence) -> bool:
    """Is somebody sent or asked to do it: "sent a team to Iran, to consider the question and to consult …"?"""
    verb = word.head
    target = verb.child("dobj") if verb is not None and verb.lemma in words("object_control_verbs") else None
    return target is not None and (
        evidence.names.types.get(target.start) in ("Person", "Organization", "Country", "Group")
        or target.lemma.lower() in words("person_nouns")
        or target.lemma.lower() in words("organisation_words")
    )


def _before_infinitive(word: Word, evidence: Evidence) -> tuple[Word, bool]:
    """The word before an infinitive with its adverbs, and whether "also" is one of these."""
    own = [c for c in word.children if c.i < word.i and c.dep in ("aux", "advmod")]
    start = min((c.i for c in own), default=word.i)
    return evidence.sentence.words[max(start - 1, 0)], any(c.lower == "also" for c in own)


def object_of_first_clause(word: Word, _: Evidence) -> None:
    """Two clauses, and the object of the first is no subject: "She returned the call and Tom asked …"."""
    subject, verb = word.child("nsubj"), word.head
    if verb is None or subject is None or subject.i < verb.i or word.child("mark", "aux") is not None:
        return
    second, link = subject.child("conj"), subject.child("cc")
    if word.tag != "VBD" or second is None or link is None or verb.child("dobj", "prep", "ccomp") is not None:
        return
    if left_edge(subject) != verb.i + 1:
        return
    subject.attach(verb, "dobj")
    link.attach(verb, "cc")
    second.attach(word, "nsubj")
    word.attach(verb, "conj")


def with_its_conjunction(word: Word, evidence: Evidence) -> None:
    """A conjunct belongs where its "and" hangs: "positions of Chile, India, and Norway members"."""
    head = word.head
    start = left_edge(word)
    link = evidence.sentence.words[start - 1] if start else None
    if head is None or link is None or link.dep != "cc" or link.head is None or link.head in (head, word):
        return
    if link.head.pos in NOMINAL and word.pos in NOMINAL and head.i < link.head.i and link.head.within(head):
        word.attach(link.head, "conj")
        for child in word.kids("acl") if head.head is None else ():
            child.attach(head, "acl")  # a sentence without a verb: "Positions of India and Peru members reserved"


def second_of_the_phrase(word: Word, _: Evidence) -> None:
    """After "A of B and C of D and E" the last belongs to D: "the drafting of laws and the making of maps and pens"."""
    head = word.head
    of = head.child("prep") if head is not None else None
    noun = of.child("pobj") if of is not None else None
    if head is None or of is None or noun is None or head.dep != "conj" or word.pos not in NOMINAL:
        return
    links = head.kids("cc")
    if of.lower != "of" or word.child("prep") is not None or len(links) != 1 or noun.child("conj") is not None:
        return
    if head.head is not None and head.head.child("prep") is not None and noun.subtree()[-1].i + 1 == links[0].i:
        links[0].attach(noun, "cc")
        word.attach(noun, "conj")


def second_pair(word: Word, _: Evidence) -> None:
    """The second pair is no part of the first: "sold planes to Peru and helicopters to Chile"."""
    target, preposition = word.head, word.head.head if word.head is not None else None
    if target is None or preposition is None or target.dep != "pobj" or preposition.head is None:
        return
    end = word.subtree()[-1].i
    above = [preposition.head, *preposition.head.ancestors()]
    second = next((c for w in above[:2] for c in w.kids("prep") if c.i == end + 1), None)
    second = second or next((c for c in word.kids("prep") if c.i > word.i), None)
    if second is not None and second.lower == preposition.lower and preposition.lower in ("to", "from"):
        word.attach(preposition.head, "dep")
        second.attach(word, "prep")
