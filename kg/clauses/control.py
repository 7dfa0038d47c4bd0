"""Who does what a clause without a subject says: the envoy in "asked the envoy to sign".

Control and raising by the governing verb, noun or preposition; coordinated verbs share the subject of the first.
"""

from __future__ import annotations

from kg.clauses.clause import Clause, Slot
from kg.clauses.slots import members
from kg.clauses.standing import says_something
from kg.lexicon import load_relations, table, words
from kg.roles import is_abstract
from kg.tree import NOMINAL, Word

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
NO_DOER = frozenset({"DATE", "TIME", "MONEY", "PERCENT"})
LEAVE_IT_TO_OTHERS = frozenset({"allow", "authorise", "authorize", "permit"})  # "authorized sending troops"
BY_MEANS = frozenset({"by", "through"})
BY_THE_WAY = BY_MEANS | {"after", "before", "for", "in", "when", "with", "without"}


def controlled(clause: Clause) -> tuple[Word, ...]:
    """The subject of a clause that has none of its own."""
    holder, parent = clause.head.head, clause.parent
    if parent is not None and clause.link == "conj" and holder is parent.head:
        return _with_first_conjunct(clause, parent)
    if clause.link in ("acl", "relcl") and holder is not None and holder.pos in NOMINAL:
        return _at_noun(clause, holder)
    if parent is None:
        return ()
    if _compares(clause.head):
        return _compared(clause, parent)
    if clause.link in ("xcomp", "ccomp"):
        return _of_complement(clause, parent)
    if clause.link == "pcomp":
        return _at_preposition(clause, parent)
    if clause.link in ("advcl", "dep", "parataxis") and not _is_aside(clause.head, parent):
        return _of_adjunct(clause, parent)
    return ()


def _is_aside(word: Word, parent: Clause) -> bool:
    """Is it said of the words before it: "voted with the majority (see the Bulletin)", "new arms (meaning rockets)"?"""
    in_brackets = bool(word.children) and word.children[0].text == "("
    return in_brackets and (word.tag == "VB" or (word.tag == "VBG" and parent.head.i < word.i))


def _compares(word: Word) -> bool:
    """Is it about the whole of what is said, or its measure: "as can be seen", "as do ships", "than expected"?"""
    if word.tag == "VBG" or word.is_infinitive:
        return False
    return any(c.dep == "mark" and c.lower in ("as", "than") for c in word.children) and not any(
        c.lower in ("if", "though", "rather") for c in word.children
    )


def _compared(clause: Clause, parent: Clause) -> tuple[Word, ...]:
    """The noun right before "as" is what is done so: "ratified the treaty as amended", but not "as expected"."""
    word, holder = clause.head, clause.head.head
    if clause.kind != "passive" or word.child("auxpass") is not None or holder is None:
        return ()
    if holder.pos in NOMINAL and clause.lemma not in words("thinking_verbs"):
        clause.antecedent = holder
        return (holder,)
    target = parent.slot("object")
    if target is None or _is_thought(clause.lemma) or word.subtree()[0].i - target.heads[-1].subtree()[-1].i > 2:
        return ()
    return tuple(head for head in target.heads if head.ent not in NO_DOER)


def _is_thought(lemma: str) -> bool:
    return lemma in words("saying_verbs") or lemma in words("thinking_verbs")


def _is_finite(word: Word) -> bool:
    """Has the verb a tense or a modal, so that nobody but its own subject can be meant?"""
    first = word.child("aux", "auxpass") or word
    return first.tag in ("MD", "VBD", "VBP", "VBZ")


def _with_first_conjunct(clause: Clause, parent: Clause) -> tuple[Word, ...]:
    clause.antecedent = parent.antecedent
    if parent.kind == "copula" and parent.head.child("expl") is not None:
        return ()
    if parent.head.pos == "ADJ" and clause.head.pos == "VERB":
        return parent.parent.subjects if parent.parent is not None else ()  # "found her ill and left"
    if _disagrees(clause.head, parent.subjects):
        return ()
    return _minding(clause, parent).subjects


def _disagrees(verb: Word, subjects: tuple[Word, ...]) -> bool:
    """Is the verb singular beside a plural subject, so that its own is lost: "ships are old since use … is low"?"""
    first = verb.child("aux", "auxpass") or verb
    return (first.tag == "VBZ" or first.lower == "was") and len(subjects) == 1 and subjects[0].tag == "NNS"


def _minding(clause: Clause, parent: Clause) -> Clause:
    """Only somebody means to do a thing: "Peru agrees that no ship should be sold, and would not accept it"."""
    head, outer = clause.head, parent.parent
    modal = any(c.tag == "MD" for c in head.kids("aux")) and clause.kind == "active"
    means = clause.lemma in words("thinking_verbs") or clause.lemma in words("saying_verbs")
    if not modal or not means or parent.kind != "passive" or parent.link not in ("acl", "ccomp") or outer is None:
        return parent
    return outer if _acts(outer.subjects) and not _acts(parent.subjects) else parent


def _of_complement(clause: Clause, parent: Clause) -> tuple[Word, ...]:
    """Whether "to sign" is what the subject or what the object of the governor does."""
    word = clause.head
    if word.head is not None and word.head.pos in NOMINAL:
        return _at_noun(clause, word.head)
    if word.head is not None and word.head.pos == "ADJ" and (own := word.head.child("nsubj")) and own.lower == "it":
        return ()  # "thinks it unwise to sign"
    if word.head is not None and word.head is not parent.head and word.head.dep in ("amod", "acl"):
        noun = word.head.head
        if noun is not None and noun.pos in NOMINAL:
            said_of_it = noun.i < word.head.i and word.head.pos != "ADV"  # not "in a crisis too late to agree"
            return (noun,) if said_of_it else ()  # "the parties concerned to agree"
    if _is_finite(word):
        return parent.subjects if _leaves_out_subject(clause, parent) else ()
    if word.tag == "VBG" and parent.lemma in LEAVE_IT_TO_OTHERS:
        return ()
    if _makes_room(parent, word) or _is_done_to(clause, parent) or _is_needed(parent, word):
        return ()
    if _is_what_is_made(clause, parent):
        return _agents(parent)
    if (asked := _asked(clause, parent)) is not None:
        return asked.heads
    if parent.kind == "copula" and word.is_infinitive and word.head is parent.head and _is_content(parent):
        return _as_content(parent)
    target = parent.slot("object") or parent.slot("recipient")
    if (
        target is not None
        and not all(head.ent in NO_DOER for head in target.heads)
        and parent.lemma not in words("encounter_verbs")
        and not _needs_bare(parent, word)
        and (
            parent.lemma in words("object_control_verbs")
            or parent.lemma not in words("subject_control_verbs")
            or _acts(target.heads)
        )
    ):
        return target.heads
    return parent.subjects


def _leaves_out_subject(clause: Clause, parent: Clause) -> bool:
    """Is it the telegram's "Lund said will sell", with nothing between that the parser took for no subject?"""
    first = min(w.i for w in clause.own)
    between = [c for c in clause.head.children if parent.head.i < c.i < first]
    return parent.head.i < first <= parent.head.i + 2 and all(c.dep == "advmod" for c in between)


def _needs_bare(parent: Clause, word: Word) -> bool:
    """Would its object do it without "to" only: "had a meeting to discuss it", unlike "had them discuss it"?"""
    return word.is_infinitive and parent.kind == "active" and parent.lemma in words("bare_infinitive_verbs")


def _makes_room(parent: Clause, word: Word) -> bool:
    """Does "it" only stand for the infinitive: "it would be unwise to sign", "it was decided to sign"?"""
    holder, verb = word.head, parent.head
    if not word.is_infinitive or holder is None:
        return False
    if holder.pos == "ADJ" and _needs_bare(parent, word):
        return any(c.lower == "it" for c in holder.kids("nsubj"))  # "makes it possible to sign"
    if [s.lower for s in parent.subjects] != ["it"]:
        return False
    disposing = words("disposing_adjectives")
    if parent.kind == "passive":
        return not {parent.lemma, verb.lower} & (words("object_control_verbs") | disposing)
    said = verb.child("acomp", "attr")
    if parent.kind == "copula" and said is not None:
        return said.lower not in disposing
    nouns = (p.child("pobj") for p in verb.kids("prep") if p.i < word.i)
    return parent.kind == "copula" and any(n is not None and not n.ent for n in nouns)  # "is in his interest to sign"


def _is_done_to(clause: Clause, parent: Clause) -> bool:
    """Is the subject what it is done to: "the price is too high to pay", "the bid is difficult to reject"?"""
    quality, verb = clause.head.head, clause.head
    if quality is None or quality.pos != "ADJ" or not verb.is_infinitive or clause.kind != "active":
        return False
    too = any(c.lower == "too" for c in quality.kids("advmod"))
    bare = verb.child("dobj", "ccomp", "xcomp", "acomp", "dative") is None
    return bare and (quality.lower in words("hard_adjectives") or (too and not _acts(parent.subjects)))


def _is_needed(parent: Clause, word: Word) -> bool:
    """Does somebody need it to do something: "the arms necessary to do it", "a week would be required to do it"?"""
    quality = word.head
    if quality is None or not word.is_infinitive or _acts(parent.subjects):
        return False
    if quality.lower in ("needed", "required"):  # unlike "ships are required to leave"
        return any(subject.ent in NO_DOER or is_abstract(subject) for subject in parent.subjects)
    return quality.lower in ("essential", "indispensable", "necessary")


def _is_what_is_made(clause: Clause, parent: Clause) -> bool:
    """Does the infinitive say what is made or taken: "every effort is being made to reach agreement"?"""
    made = clause.head.is_infinitive and parent.kind == "passive" and parent.lemma in ("make", "take", "undertake")
    return made and not _acts(parent.subjects)


def _agents(passive: Clause) -> tuple[Word, ...]:
    agent = passive.slot("agent")
    return agent.heads if agent is not None else ()


def _asked(clause: Clause, parent: Clause) -> Slot | None:
    """Who is asked behind a preposition: "called on the generals to step down", "put pressure on Peru to sign"."""
    if not clause.head.is_infinitive:
        return None
    target = parent.slot("object")
    governors = (parent.lemma, *(head.lemma for head in (target.heads if target is not None else ())))
    preposition = next(filter(None, map(table("control_prepositions").get, governors)), None)
    prepositions = (preposition, "upon" if preposition == "on" else preposition)
    return next((s for s in parent.obliques() if s.preposition in prepositions and s.place < clause.head.i), None)


def _of_adjunct(clause: Clause, parent: Clause) -> tuple[Word, ...]:
    word = clause.head
    if _is_finite(word) or (clause.kind == "passive" and any(c.lower == "for" for c in word.kids("mark"))):
        return ()  # "was taken for granted"
    speaks = says_something(word) or (word.lemma in words("saying_verbs") and not _acts(parent.subjects))
    if word.tag == "VBG" and word.i > parent.head.i and speaks:
        return _speaking(parent).subjects
    if (
        parent.kind == "copula"
        and word.is_infinitive
        and _is_content(parent)
        and not parent.head.child("acomp", "attr")
    ):
        return _as_content(parent)

    if _is_what_is_made(clause, parent):
        return _agents(parent)
    if word.is_infinitive and parent.kind == "passive" and parent.slot("agent") is None:
        return ()  # "were released to save face": whoever released them
    if (asked := _asked(clause, parent)) is not None:
        return asked.heads
    if clause.link == "advcl" and word.tag == "VBG" and (_follows_noun(word, parent) or _dangles(word, parent)):
        return ()
    if clause.kind == "passive" and word.i > parent.head.i and not word.is_infinitive and _trails(clause, parent):
        return ()
    if parent.kind == "passive" and any(c.lower == "while" for c in word.kids("mark")) and not _acts(parent.subjects):
        return ()  # "its security was ensured while avoiding the costs"
    gets = parent.slot("recipient") or parent.slot("object")
    if word.is_infinitive and word.i > parent.head.i and parent.lemma in words("giving_verbs") and gets is not None:
        return (
            () if _acts(gets.heads) and word.child("ccomp") is None else parent.subjects
        )  # "gave Chile ships to sail"
    if (
        word.i < parent.head.i
        and parent.lemma in words("saying_verbs")
        and word.tag == "VB"
        and (said := parent.head.child("ccomp")) is not None
        and not (word.is_infinitive and said.child("mark"))
    ):  # "Rather than recall them, Jobs said, Apple will …"
        inner = said.child("nsubj", "nsubjpass")
        return members(inner) if inner is not None else parent.subjects
    target = parent.slot("object")
    if (
        target
        and word.is_infinitive
        and parent.lemma in words("object_control_verbs")
        and not _needs_bare(parent, word)
    ):
        return target.heads
    if _makes_room(parent, word) or (word.is_infinitive and any(map(_is_event, parent.subjects))):
        return ()  # "the cut would free resources to meet the need"
    return parent.subjects


def _start(word: Word) -> int:
    """The place where the participle begins with its adverbs: "not otherwise covered"."""
    return min([word.i, *(c.i for c in word.children if c.dep in ("advmod", "neg"))])


def _follows_noun(word: Word, parent: Clause) -> bool:
    """Is a noun that may do it right before it: "a note to Chile containing …"? A comma makes it the subject's."""
    if word.lemma in words("instrument_verbs"):
        return False
    last = max(
        (head for slot in parent.slots for head in slot.heads if head.i < word.i), key=lambda w: w.i, default=None
    )
    start = _start(word)
    while last is not None and last.i != start - 1:
        last = next((c for c in reversed(last.children) if last.i < c.i < word.i), None)
    if last is None or last.pos not in NOMINAL:
        return False
    return last.ent not in NO_DOER or word.lemma in ("end", "follow", "precede")  # "the years preceding the talks"


def _dangles(word: Word, parent: Clause) -> bool:
    """Is it before a subject that cannot do it: "when holding the phone, reception is poor"?"""
    return any(word.i < s.i and s.pos == "NOUN" and is_abstract(s) for s in parent.subjects)


def _trails(clause: Clause, parent: Clause) -> bool:
    """May it be said of any noun before it: "discussed the trip, now set for May", "broke the phone when held"?"""
    marked = any(c.dep == "mark" or c.tag == "WRB" for c in clause.head.children)
    return parent.slot("object") is not None if marked else clause.slot("agent") is None


def _is_event(noun: Word) -> bool:
    """Is it something that happens, and so nobody with a purpose?"""
    lemma = noun.lemma.lower()
    return noun.pos == "NOUN" and load_relations().can_be(lemma) and lemma in words("abstract_nouns")


def _speaking(clause: Clause) -> Clause:
    """Whoever speaks goes on: "told the envoy not to go, saying …", "said arms came in, citing …"."""
    while clause.parent is not None and (
        (clause.link == "xcomp" and clause.subjects != clause.parent.subjects)
        or (
            clause.link == "ccomp"
            and clause.parent.lemma in words("saying_verbs")
            and (clause.modality != "asserted" or not _acts(clause.subjects))
        )
    ):
        clause = clause.parent
    return clause


def _acts(heads: tuple[Word, ...]) -> bool:
    """Who is asked does it ("ask the envoy to sign"), unless it is a thing ("use the delay to sign")."""
    return any(
        head.pos in ("PROPN", "PRON")
        or head.ent in ("PERSON", "ORG", "GPE", "NORP")
        or head.lemma.lower() in words("person_nouns")
        for head in heads
    )


def _is_content(clause: Clause) -> bool:
    """Does the infinitive say what the subject consists of ("The answer is to talk"), and not what it does?"""
    return any(s.lemma in table("modality_nouns") or s.lemma in words("content_nouns") for s in clause.subjects)


def _as_content(clause: Clause) -> tuple[Word, ...]:
    """Who does what the subject consists of: "Russia's goal was to become …"."""
    owner = next((owner for subject in clause.subjects if (owner := subject.child("poss")) is not None), None)
    return members(owner) if owner is not None else ()


def _at_noun(clause: Clause, noun: Word) -> tuple[Word, ...]:
    """Who does what a clause on a noun says: "missiles made", "plans to visit"."""
    word, parent = clause.head, clause.parent
    if noun.ent in NO_DOER:
        return ()
    if word.is_infinitive and clause.kind != "passive":
        return _of_infinitive_at_noun(clause, noun)
    if not word.is_infinitive:
        marked = clause.kind == "passive" and any(c.dep == "mark" or c.tag == "WRB" for c in word.children)
        if _is_beyond_another(word, noun) or (marked and _start(word) > noun.i + 2):
            return ()  # "a cut in the number, even when seen as a loss"
        if word.tag == "VBG" and noun.lemma in words("gerund_nouns") and noun.dep == "dobj" and parent is not None:
            determiner = noun.child("det")
            if determiner is None or determiner.lower not in DEFINITE:
                return parent.subjects
        if clause.link == "relcl" and word.tag in ("VBD", "VBP", "VBZ"):
            return ()
    clause.antecedent = noun  # also of "documents to be signed"
    return (noun,)


def _is_beyond_another(word: Word, noun: Word) -> bool:
    """Is it said of a nearer noun: "those elected after the repeal of the act limiting their number"?"""
    between = [c for c in noun.children if noun.i < c.i < word.i]
    said = any(c.dep in ("acl", "relcl") for c in between)
    if word.tag not in ("VBG", "VBN") or word.lemma == "date" or not said:
        return False
    last = between[-1].subtree()[-1]
    return last.i == _start(word) - 1 and last.pos in NOMINAL and last.ent not in NO_DOER


def _of_infinitive_at_noun(clause: Clause, noun: Word) -> tuple[Word, ...]:
    """Who is to do it: "Peru's plan to buy", "a decision by Peru to buy", "Peru got permission to buy"."""
    parent = clause.parent
    of_mind = noun.lemma in table("modality_nouns") or noun.lemma in words("negative_nouns")
    if noun.lemma == "order" and noun.head is not None and noun.head.lower == "in" and noun.child("det") is None:
        unsaid = parent is None or (parent.kind == "passive" and parent.slot("agent") is None)
        return () if parent is None or unsaid else parent.subjects  # "in order to"
    if any((c := p.child("pobj")) is not None and c.tag in ("WDT", "WP") for p in clause.head.kids("prep")):
        return parent.subjects if parent is not None else ()  # "lacked the means with which to resist"
    owner = noun.child("poss") or (_named_before(noun) if of_mind else None)
    if (
        owner is not None
        and owner.pos == "PRON"
        and noun.dep == "pobj"
        and parent is not None
        and parent.kind == "copula"
    ):
        return parent.subjects  # "is within his rights to go"
    if noun.lemma in words("bidding_nouns") and owner is not None:
        gets = parent is not None and noun.dep == "dobj" and parent.lemma in words("source_verbs")
        return parent.subjects if gets and parent is not None else ()  # "received the king's permission to leave"
    if owner is not None:
        return members(owner)
    if not of_mind:
        return ()
    for child in noun.kids("prep"):
        bearer = child.lower in ("by", "for", "of", "on", "upon") and child.i < clause.head.i
        if bearer and (named := child.child("pobj")) is not None and named.lemma not in ("kind", "sort"):
            return members(_whose_part(named))
    if parent is None:
        return ()
    target = parent.slot("recipient")
    if noun.lemma in words("grant_nouns") and (target is not None or parent.lemma in words("giving_verbs")):
        return target.heads if target is not None else ()  # "offers a chance to win"
    if noun.dep == "pobj" and parent.lemma in words("asking_verbs"):
        return ()  # "asked about plans to visit"
    if noun.dep != "attr" and any(s.pos == "NOUN" and is_abstract(s) for s in parent.subjects):
        return ()  # "the recession led to a failure to invest"
    if not _hangs_on(noun, parent.head) or any(noun.within(subject) for subject in parent.subjects):
        return ()
    if parent.kind == "passive" and noun.dep == "pobj":
        inside = noun.head is not None and noun.head.lower == "in"
        return _agents(parent) if inside else ()  # "was weighed in the attempt to agree": by whoever weighed it
    determiner = noun.child("det")
    if determiner is not None and determiner.lower in DEFINITE and _is_thought(parent.lemma):
        return ()  # "mentioned the proposal to meet": somebody's proposal
    return parent.subjects


def _named_before(noun: Word) -> Word | None:
    """Whose it is without an apostrophe: "the Airbus plan to sell", "expressed US interest in selling"."""
    of_mind = noun.lemma in table("modality_nouns") or noun.lemma in words("negative_nouns")
    named = (c for c in noun.kids("compound") if c.pos == "PROPN")
    return next(named, None) if of_mind or noun.lemma in words("gerund_nouns") else None


def _whose_part(noun: Word) -> Word:
    """Who acts "on the part of Peru", "on its part" is Peru."""
    of = noun.child("prep", "poss") if noun.lemma == "part" else None
    return (of if of is None or of.dep == "poss" else of.child("pobj")) or noun


def _hangs_on(noun: Word, verb: Word) -> bool:
    """Is the noun an object or adjunct of the verb itself, also coordinated or as "part of" one?"""
    while noun.dep == "conj" and noun.head is not None:
        noun = noun.head
    above = noun.head
    while (
        above is not None
        and above.dep in ("prep", "pobj")
        and (above.dep == "prep" or above.lower == "part")
        and above is not verb
    ):
        above = above.head
    return above is verb


def _at_preposition(clause: Clause, parent: Clause) -> tuple[Word, ...]:
    """Who does the gerund of "kept him from leaving", "had hopes of leaving", "left after signing"."""
    preposition = clause.head.head
    if preposition is None:
        return ()
    while preposition.dep == "conj" and preposition.head is not None and preposition.head.dep == "prep":
        preposition = preposition.head  # "the chance of taking part and of speaking"
    holder = preposition.head
    if holder is not None and holder.pos in NOMINAL and holder is not parent.head:
        owner = holder.child("poss") or _named_before(holder)
        if owner is not None:
            return members(owner)
        minds = (
            holder.lemma in table("modality_nouns") and parent.lemma in words("light_verbs")
        ) or holder.lemma in words("gerund_nouns")
        return parent.subjects if minds and holder.dep == "dobj" and holder.head is parent.head else ()
    target = parent.slot("object")
    if target is not None and (parent.lemma in words("accusing_verbs") or preposition.lower == "as"):
        return target.heads
    if target is not None and preposition.lower == "for" and parent.lemma not in words("light_verbs"):
        thought = words("eventuality_nouns") | table("modality_nouns").keys()
        if any(head.lemma in thought for head in target.heads):
            return ()  # "withstood the pressure for reopening the talks"
    if target is not None and preposition.lower in ("from", "into", "of", "for"):
        controls = parent.lemma in words("object_control_verbs") or parent.lemma in words("negative_verbs")
        return target.heads if controls else () if preposition.lower in ("from", "into") else parent.subjects
    if target is not None and preposition.lower == "in" and parent.lemma in words("helping_verbs"):
        return target.heads
    return _of_both(clause, parent, preposition)


def _of_both(clause: Clause, parent: Clause, preposition: Word) -> tuple[Word, ...]:
    """Who does what the main verb says does this too; nobody is named in "was achieved by lowering prices"."""
    acts = _acts(parent.subjects) or clause.kind == "passive"
    if parent.kind != "passive":
        arises = parent.lemma in words("arising_verbs") and (parent.lemma, preposition.lower) != ("result", "in")
        return parent.subjects if acts or not arises else ()
    if preposition.lower not in (BY_MEANS if acts else BY_THE_WAY) or (clause.merged and acts):
        return parent.subjects
    return _agents(parent)
