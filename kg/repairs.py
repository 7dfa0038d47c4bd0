"""The parser's frequent mistakes, put right where the evidence is clear."""

from __future__ import annotations

from kg.lexicon import Relations, table, words
from kg.phrases import Names
from kg.roles import is_role
from kg.tree import NOMINAL, Sentence, Word


def repair(sentence: Sentence, names: Names, relations: Relations) -> None:
    """Re-attach words in place; every repair leaves a tree."""
    for word in sentence.words:
        if word.dep in ("aux", "auxpass") and word.children and word.head is not None:
            _hoist(word, word.head)
    for root in sentence.roots:
        _infinitive_of_the_subject(root)
    for word in list(sentence.words):
        if word.dep == "conj":
            _conjunct_of_apposition(word)
            _participle_with_participle(word)
            _infinitive_with_infinitive(word)
            _subject_of_second_clause(word, sentence)
            _role_with_role(word)
        elif word.dep == "appos":
            _then(word)
            _name_of_the_role(word, names)
            _beside_its_name(word, sentence, names)
        elif word.dep == "dobj":
            _appointed(word, names)
        elif word.dep == "npadvmod":
            _name_behind_title(word, sentence, names)
        elif word.dep == "prep":
            _cause(word)
            _counted_object(word)
            _of_a_name(word)
            _trade_partner(word, names, relations)
        elif word.dep == "relcl":
            _relative_to_time(word)
    for word in sentence.words:
        if word.lower == "based" and word.head is not None:
            _based(word, sentence)


def _infinitive_of_the_subject(root: Word) -> None:
    """ "The government to be formed after the coup will be headed by …": the finite verb is the main one."""
    subject = root.child("nsubj", "nsubjpass")
    main = next(
        (c for c in root.children if c.dep == "advcl" and c.i > root.i and any(a.tag == "MD" for a in c.kids("aux"))),
        None,
    )
    if subject is None or main is None or not _to(root) or any(c.tag == "MD" for c in root.children):
        return
    mark, other = main.child("mark"), main.child("nsubj", "nsubjpass")
    if mark is None or other is None or mark.lower not in ("after", "before", "since", "until"):
        return
    main.attach(None, "ROOT")
    mark.attach(root, "prep")
    other.attach(mark, "pobj")
    subject.attach(main, "nsubjpass" if main.child("auxpass") else "nsubj")
    root.attach(subject, "acl")


def _hoist(auxiliary: Word, verb: Word) -> None:
    """ "our views were frankly discussed": what hangs on an auxiliary belongs to its verb."""
    for child in list(auxiliary.children):
        if child.dep in ("nsubj", "nsubjpass"):
            child.attach(verb, "nsubjpass" if auxiliary.dep == "auxpass" else child.dep)
        elif child.dep in ("prep", "advmod", "npadvmod", "neg", "expl", "aux", "cc", "mark"):
            child.attach(verb, child.dep)


def _conjunct_of_apposition(word: Word) -> None:
    """ "between Lukoil, Russia's biggest oil company, and the state-owned PDVSA": the second belongs with Lukoil."""
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


def _participle_with_participle(word: Word) -> None:
    """ "Stating that they understood … and evincing no fondness": an "-ing" form is coordinated with one, not with a
    finite verb."""
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


def _infinitive_with_infinitive(word: Word) -> None:
    """ "determination to respect the convention and to abide by the charter": an infinitive is coordinated with one."""
    head = word.head
    if head is None or word.pos != "VERB" or not _to(word) or _to(head):
        return
    inside = [w for w in head.subtree() if w.pos == "VERB" and head.i < w.i < word.i and _to(w) and not w.within(word)]
    if inside:
        word.attach(inside[-1], "conj")


def _to(word: Word) -> bool:
    return any(c.dep == "aux" and c.lower == "to" for c in word.children)


def _subject_of_second_clause(word: Word, sentence: Sentence) -> None:
    """ "support Makarios and the USG would face …": the noun between "and" and a finite verb is its subject, not an
    object."""
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
    if first == 0 or any(c.dep == "cc" and head.i < c.i < word.i for c in head.children):
        return
    conjunct: Word | None = None
    for above in (sentence.words[first - 1], *sentence.words[first - 1].ancestors()):
        if above.i <= head.i or above.pos not in NOMINAL:
            break
        if above.dep == "conj":
            conjunct = above
    if (
        conjunct is None
        or conjunct.head is None
        or conjunct.head.child("cc") is None
        or conjunct.head.dep not in ("dobj", "pobj", "attr")
    ):
        return
    for child in conjunct.head.kids("cc"):
        child.attach(head, "cc")
    conjunct.attach(word, "nsubjpass" if word.child("auxpass") else "nsubj")


def _role_with_role(word: Word) -> None:
    """ "chairman of Genentech and a member of the board": a role is coordinated with the role, not with whose it is."""
    name, of = word.head, word.head.head if word.head is not None else None
    if name is None or of is None or name.pos != "PROPN" or word.pos != "NOUN" or of.dep != "prep" or of.head is None:
        return
    role = of.head
    if role.pos == "NOUN" and word.child("det") is not None and word.child("prep") is not None and is_role(word):
        for child in name.kids("cc"):
            child.attach(role, "cc")
        word.attach(role, "conj")


def _beside_its_name(word: Word, sentence: Sentence, names: Names) -> None:
    """ "A suit was filed in California, the company's home state": the description stands beside the name right
    before its comma."""
    left = word.subtree()[0].i
    if word.pos != "NOUN" or left < 2 or sentence.words[left - 1].text != ",":
        return
    name = sentence.words[left - 2]
    kind = table("noun_types").get(word.lemma.lower()) or (
        "Person" if word.lemma.lower() in words("person_nouns") else None
    )
    is_that = names.types.get(name.start) == kind or {names.types.get(name.start), kind} <= {"Place", "Country"}
    if kind is not None and is_that and name is not word.head and name.start in names.spans and not name.within(word):
        word.attach(name, "appos")


def _name_of_the_role(word: Word, names: Names) -> None:
    """ "the mayor of Lyon, Claude Petit": the name stands beside the role, not beside the place."""
    place, of = word.head, word.head.head if word.head is not None else None
    if (
        names.types.get(word.start) != "Person"
        or place is None
        or of is None
        or of.lower not in ("of", "at", "for")
        or of.head is None
    ):
        return
    if names.types.get(place.start) != "Person" and of.head.pos == "NOUN" and is_role(of.head):
        word.attach(of.head, "appos")


def _appointed(word: Word, names: Names) -> None:
    """ "elected Maria Lund president": the name is the object, the office what it becomes."""
    verb = word.head
    if word.pos != "NOUN" or verb is None or verb.lemma not in words("appointing_verbs") or not is_role(word):
        return
    name = next(
        (
            c
            for c in reversed(word.children)
            if c.dep in ("compound", "nmod") and c.pos == "PROPN" and c.start in names.spans
        ),
        None,
    )
    if name is None:
        return
    for child in [c for c in word.children if c is not name and c.i < name.i]:
        child.attach(name, child.dep)
    name.attach(verb, "dobj")
    word.dep = "oprd"


def _name_behind_title(word: Word, sentence: Sentence, names: Names) -> None:
    """ "headed by Vice President Tho": the name is no adverbial, but what the title belongs to."""
    title = sentence.words[word.i - 1] if word.i else None
    if (
        title is None
        or title.pos != "PROPN"
        or word.start not in names.spans
        or title.lower not in words("offices")
        or title.head is None
    ):
        return
    if title.dep in ("pobj", "dobj", "nsubj"):
        above, role = title.head, title.dep
        word.attach(above, role)
        title.attach(word, "compound")
        for child in list(title.children):
            child.attach(word, "compound" if child.dep == "compound" else child.dep)


def _counted_object(preposition: Word) -> None:
    """ "ordered between five and nine frigates": "between" belongs to the number."""
    verb, noun = preposition.head, preposition.child("pobj")
    if (
        preposition.lower not in ("between", "about", "around", "over", "under", "nearly")
        or noun is None
        or verb is None
    ):
        return
    number = noun.child("nummod")
    if number is None or verb.pos != "VERB" or verb.child("dobj", "attr") is not None or noun.ent in ("DATE", "TIME"):
        return
    if preposition.i + 1 == min(w.i for w in number.subtree()) and (
        preposition.lower != "between" or number.child("conj") is not None
    ):
        noun.attach(verb, "dobj")
        preposition.attach(number, "quantmod")


def _then(word: Word) -> None:
    """ "to Sydney, then Melbourne": the next stop, not the same one."""
    before = [*word.children, *(word.head.children if word.head is not None else ())]
    if word.pos == "PROPN" and any(c.lower in ("then", "later", "finally") and c.i < word.i for c in before):
        word.dep = "conj"


def _cause(preposition: Word) -> None:
    """ "plans to shift production to the US due to the weakness": a cause is of what is done, not of a noun in it."""
    noun = preposition.head
    if (
        preposition.lower not in ("due", "because", "despite", "owing", "thanks")
        or noun is None
        or noun.pos not in NOMINAL
    ):
        return
    for above in noun.ancestors():
        if above.pos in ("VERB", "AUX"):
            preposition.attach(above, "prep")
            return


def _of_a_name(preposition: Word) -> None:
    """ "the departure from France of the airliner": "of" belongs to the noun above, as names of places have nothing."""
    name, outer = preposition.head, preposition.head.head if preposition.head is not None else None
    if preposition.lower != "of" or name is None or name.ent != "GPE" or name.dep != "pobj" or outer is None:
        return
    if outer.dep == "prep" and outer.lower != "of" and outer.head is not None and outer.head.pos == "NOUN":
        preposition.attach(outer.head, "prep")


def _relative_to_time(word: Word) -> None:
    """ "an agreement reached in 1991, which barred …": a year bars nobody."""
    noun = word.head
    pronoun = word.child("nsubj", "nsubjpass")
    if (
        noun is None
        or noun.ent not in ("DATE", "TIME")
        or pronoun is None
        or pronoun.lower not in ("which", "that", "who")
    ):
        return
    for above in noun.ancestors():
        if above.pos in NOMINAL and above.ent not in ("DATE", "TIME") and above.i < word.i:
            word.attach(above, "relcl")
            return


def _based(word: Word, sentence: Sentence) -> None:
    """ "selected Los Angeles based Northrop Grumman": a place before "based" describes the name behind it."""
    name, place = word.child("dobj", "pobj"), sentence.words[word.i - 1] if word.i else None
    if (
        word.dep not in ("prep", "acl", "conj", "dep", "relcl")
        or name is None
        or place is None
        or place.ent not in ("GPE", "LOC")
    ):
        return
    outer, role = place.head, place.dep
    if name.pos != "PROPN" or outer is None or outer is word:
        return
    name.attach(outer, role)
    for child in list(word.children):
        child.attach(outer, child.dep)
    word.attach(name, "amod")
    word.tag = "VBN"
    place.attach(word, "npadvmod")


def _trade_partner(preposition: Word, names: Names, relations: Relations) -> None:
    """ "bought planes, helicopters and rifles from Russia": the seller belongs to the verb."""
    noun = preposition.head
    if noun is None or preposition.lower not in ("from", "to") or noun.pos not in NOMINAL:
        return
    target = preposition.child("pobj")
    if target is None or target.start not in names.labels:
        return
    top = noun
    while top.dep == "conj" and top.head is not None:
        top = top.head
    if preposition.lower == "from" and top.dep == "pobj" and (outer := _object_above(top)) is not None:
        if outer.head is not None and outer.head.lemma in words("source_verbs") and outer.head.child("prep") is None:
            preposition.attach(outer.head, "prep")
        return
    verb = top.head
    if top.dep == "dobj" and verb is not None and _trades(verb, relations) and verb.child("prep") is None:
        preposition.attach(verb, "prep")


def _object_above(noun: Word) -> Word | None:
    """The direct object in whose prepositional phrases the noun stands."""
    for above in noun.ancestors():
        if above.dep == "dobj":
            return above
        if above.dep not in ("prep", "pobj"):
            return None
    return None


def _trades(verb: Word, relations: Relations) -> bool:
    """Does something pass from one to the other, so that the lexicon knows the act from both sides?"""
    entry = relations.verb(verb.lemma)
    return (entry is not None and entry.converse is not None) or verb.lemma in words("source_verbs")
