"""Polarity and modality of a clause, through what it is embedded in: "denied that he had agreed to sell" sells nothing.

Its own negation and auxiliaries first, then what the governor does (see `government`), then conditions.
"""

from __future__ import annotations

from kg.clauses.clause import Clause
from kg.clauses.government import governing
from kg.clauses.predicates import is_small_clause
from kg.clauses.standing import is_definite, is_denied, is_none, modality_of, says_something
from kg.lexicon import table, words
from kg.model import Modality
from kg.tree import NOMINAL, Word, denies, is_inverted

WOULD = frozenset({"would", "'d"})
WITH_ITS_ACT = frozenset({"after", "before", "by", "from", "in", "into", "on", "through", "upon", "when", "without"})
AT_SOME_TIME = frozenset({"after", "before", "once", "till", "until", "when"})
QUOTES = frozenset({'"', "“", "”"})
INTERROGATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
SEEMS = frozenset({"appear", "appeared", "appears", "seem", "seemed", "seems"})
CAN = frozenset({"can"})
SHOULD = frozenset({"should"})
FIRST_AND_SECOND = frozenset({"i", "we", "you"})
KNOWN = frozenset({
    "appreciate",
    "find",
    "know",
    "learn",
    "note",
    "realise",
    "realize",
    "recognise",
    "recognize",
    "see",
})
HYPOTHETICAL = WOULD | {"could", "might"}


def judge(clause: Clause) -> None:
    """Give the clause its polarity and modality."""
    word, parent = clause.head, clause.parent
    negative, modality = _negated(word), _auxiliary_modality(clause)
    if parent is not None:
        flipped, effect = _embedded(clause, parent, False, "asserted")
        clause.under = effect, flipped
        negative, modality = _embedded(clause, parent, negative, modality)
    elif modality != "conditional" and ((unsaid := _unsaid(word)) == "possible" or modality == "asserted"):
        modality = unsaid
    if _rather_than(word):
        negative = not negative
        modality = parent.modality if parent is not None and modality == "asserted" else modality
    if _in_such_a_case(clause, modality):
        modality = "conditional"
    if _is_condition(clause) and not _is_open(word):
        modality = "conditional"
        clause.under = modality, False
    if (
        parent is not None
        and modality == "asserted"
        and word.is_infinitive
        and not clause.merged
        and parent.lemma not in words("implicative_verbs")
        and not clause.governors
        and not _is_left_undone(word)
    ):
        modality = "planned"  # what somebody is to do is not yet done
    if modality == "asserted" and parent is not None and _is_bare(clause, parent):
        asked = modality_of(table("modality_verbs").get(parent.lemma, "")) if parent.lemma != "have" else "desired"
        modality = asked if parent.modality == "asserted" else parent.modality
    if modality in ("asserted", "possible") and parent is not None and _is_mandative(clause):
        modality = "desired"
    if modality == "conditional" and clause.link in ("ccomp", "conj", "acl") and _backshifted(clause):
        modality = "planned"
    clause.negative, clause.modality = negative, modality


def _embedded(clause: Clause, parent: Clause, negative: bool, modality: Modality) -> tuple[bool, Modality]:
    """Polarity and modality when the clause is part of another."""
    link, infinitive = clause.link, clause.head.is_infinitive
    effect, flips = governing(clause, parent)
    if _is_caused(clause, parent):
        return negative ^ parent.negative, parent.modality
    if link in ("xcomp", "acl", "pcomp", "relcl") or (link in ("ccomp", "advcl") and infinitive):
        if link in ("xcomp", "ccomp") or (link == "pcomp" and clause.merged) or _is_disposed(clause, parent):
            flips ^= parent.negative
        modality = _inherited(clause, parent, modality, effect)
    elif link == "ccomp" and modality == "asserted" and _is_seen_to(clause, parent):
        modality = "planned"
    elif link == "ccomp" and effect != "asserted" and (modality == "asserted" or _is_only_wished(effect, modality)):
        modality = effect
    elif link == "advcl" and modality == "asserted" and _comes_with(clause, parent):
        when = clause.own_subject and parent.modality in ("desired", "required")
        modality = "planned" if when else parent.modality  # "should go when the king comes"
    elif link == "conj" and not clause.own_subject:
        negative, modality = _coordinated(clause, parent, negative, modality)
    elif link == "conj" and clause.head.child("mark") is not None:
        effect, flips = parent.under  # "hopes that Peru wins and that Chile loses"
        flips = flips and _or_conjoined(clause.head)
        modality = effect if modality == "asserted" or _is_only_wished(effect, modality) else modality
    if link in ("ccomp", "csubj") and parent.kind == "copula":
        flips, modality = _by_truth(clause, parent, flips, modality)
    if _is_open(clause.head):
        return negative, "possible"
    if _is_without_reason(clause.head):
        return not negative, "possible"
    if link == "ccomp":
        flips, modality = _reported(clause, parent, flips, modality)
    return negative ^ flips, modality


def _is_disposed(clause: Clause, parent: Clause) -> bool:
    """Is it what somebody is ready or able to do, whatever stands between: "is not ready at this time to buy"?"""
    said = parent.head.child("acomp") if parent.kind == "copula" and clause.head.is_infinitive else None
    return said is not None and said.i < clause.head.i and said.lower in words("disposing_adjectives")


def _is_left_undone(word: Word) -> bool:
    """Is it what a noun says was not done: "the failure of the commission to agree"?"""
    noun = word.head
    return noun is not None and noun.pos == "NOUN" and noun.lemma in words("negative_nouns")


def _is_caused(clause: Clause, parent: Clause) -> bool:
    """Is it what somebody is to have done: "better not to have the two confused"?"""
    word, holder = clause.head, clause.head.head
    said = parent.lemma != "see" and any(parent.lemma in words(name) for name in ("saying_verbs", "thinking_verbs"))
    if is_small_clause(word) and parent.modality != "asserted" and not said:
        return True  # "in order to keep Peru informed"
    if parent.lemma != "have" or parent.head.tag != "VB" or word.tag != "VBN" or word.child("aux", "auxpass"):
        return False
    return clause.link == "ccomp" or (
        clause.link == "acl" and holder is not None and holder.head is parent.head and is_definite(holder)
    )


def _is_seen_to(clause: Clause, parent: Clause) -> bool:
    """Is it what somebody makes sure of: "intends to see that it is paid"?"""
    marked = any(c.lower == "that" for c in clause.head.kids("mark"))
    sees = parent.lemma == "see" and parent.head.is_infinitive and parent.merged
    return sees and marked and parent.modality in ("desired", "planned", "required")


def _is_only_wished(effect: Modality, modality: Modality) -> bool:
    """What is hoped "will", "may" or "would" be is no plan: "we hope that Peru will sell"."""
    return effect == "desired" and modality in ("conditional", "planned", "possible")


def _comes_with(clause: Clause, parent: Clause) -> bool:
    """Is it no more real than the main verb: "will train them when it has the planes", "will go, closing the base"?"""
    word, verb = clause.head, parent.head
    opening = {c.lower for c in word.children if c.dep == "mark" or c.tag == "WRB"}
    if "with" in opening and word.i > verb.i:
        return True  # "if there were a war, with troops involved"
    if not opening and word.child("nsubj", "nsubjpass") is None:
        result = word.tag == "VBG" and word.i > verb.i and not says_something(word)
        return result and not _has_auxiliary(verb, CAN)
    if _is_finished_then(word) and opening & AT_SOME_TIME and parent.modality in ("desired", "planned", "required"):
        return True  # "is to report after the team has returned"
    to_come = any(c.tag == "MD" for c in verb.kids("aux")) or (verb.is_infinitive and not _is_past(word))
    if not opening & AT_SOME_TIME or not to_come:
        return False
    told = parent.link == "ccomp" and _has_auxiliary(verb, SHOULD) and not any(c.lower == "have" for c in verb.children)
    return not _is_past(word) or told or _has_auxiliary(verb, WOULD)


def _is_finished_then(word: Word) -> bool:
    """Is it in the present perfect: "has returned"?"""
    return word.tag == "VBN" and any(c.lower in ("has", "have") for c in word.kids("aux"))


def _is_open(word: Word) -> bool:
    """Is it asked whether it is so: "asked whether", "depends on whether … and whether", "inquired if"?"""
    marks = {c.lower for c in word.children if c.dep in ("mark", "advmod")}
    asks = word.dep == "ccomp" and word.head is not None and word.head.lemma in words("asking_verbs")
    return "whether" in marks or (asks and "if" in marks)


def _is_without_reason(word: Word) -> bool:
    """Does nothing speak for it: "there is no reason why Peru should (not) go"?"""
    noun = word.head
    if word.dep != "relcl" or noun is None or noun.lemma != "reason" or not is_none(noun):
        return False
    return any(c.lower == "why" and c.i < word.i for c in word.children)


def _by_truth(clause: Clause, parent: Clause, flips: bool, modality: Modality) -> tuple[bool, Modality]:
    """What is said of the clause as a whole: "it is not true that", "it is a lie that", "it is possible that"."""
    said = parent.head.child("acomp", "attr")
    if said is None:
        return flips, modality
    if said.lemma in words("true_adjectives" if parent.negative else "false_adjectives"):
        return True, modality
    if said.lower in words("emotive_words") and _has_auxiliary(clause.head, SHOULD):
        return flips, "asserted"  # "it is odd that he should oppose it"
    doubt = modality_of(table("modality_adjectives").get(said.lower, ""))
    return flips, doubt if doubt == "possible" else modality


def _reported(clause: Clause, parent: Clause, flips: bool, modality: Modality) -> tuple[bool, Modality]:
    """What a verb of saying, thinking or feeling leaves of the clause when it is denied, doubted or a question."""
    lemma = parent.lemma
    if lemma in words("doubt_verbs"):
        return flips, "possible"
    if _is_hard_to_imagine(clause, parent):
        return not flips, "possible"
    if lemma in words("emotive_words") and _has_auxiliary(clause.head, SHOULD):
        return flips, "asserted"  # "regrets that he should be troubled"
    says = lemma in words("saying_verbs")
    if modality == "asserted" and parent.modality == "conditional" and lemma in words("thinking_verbs") - KNOWN:
        return flips, "possible"  # "if he believes that Peru has sold it"
    if not parent.negative ^ any(map(is_denied, parent.subjects)):
        doubtful = _is_maybe_said(parent) or (says and _is_to_be_said(parent))
        open_ = modality == "asserted" and (says or lemma in words("thinking_verbs")) and doubtful
        return flips, "possible" if open_ else modality
    if lemma in words("denial_verbs"):
        return False, "possible"  # "did not deny that"
    if lemma in words("thinking_verbs"):
        return flips if _is_question(clause.head, lemma) else not flips, modality
    return flips, "possible" if modality == "asserted" and says else modality


def _is_question(word: Word, lemma: str) -> bool:
    """Is what is not known a detail of what is so: "did not know when it would end", but not "did not see how"?"""
    before = [c for c in word.children if c.i < word.i and c.dep != "mark"]
    asks = {w.lower for c in before for w in (c, *c.children) if w.tag in INTERROGATIVE}
    return bool(asks - {"how"} if lemma in words("imagining_verbs") else asks)


def _is_maybe_said(parent: Clause) -> bool:
    """Is it asked, or only possible, that somebody says it? "You may recall that", "it can be said that" say it."""
    if parent.modality != "possible" or not any(c.tag == "MD" for c in parent.head.kids("aux")):
        return parent.parent is None and _unsaid(parent.head) == "possible"
    return parent.kind != "passive" and not any(s.lower in FIRST_AND_SECOND for s in parent.subjects)


def _is_to_be_said(parent: Clause) -> bool:
    """Is it what another is to say: "suggested that he announce that Peru had sold"?"""
    asked = parent.link == "pcomp" or (parent.link == "ccomp" and not parent.head.is_infinitive)
    put = asked and not parent.merged and parent.modality in ("desired", "required")
    put = put or (parent.head.is_infinitive and parent.modality == "conditional")  # "one way would be to say that"
    return put and not any(s.lower in FIRST_AND_SECOND for s in parent.subjects)


def _is_hard_to_imagine(clause: Clause, parent: Clause) -> bool:
    """Is it "difficult to see how Peru could", "hard to imagine that Peru will"?"""
    judged, holder = parent.parent, parent.head.head
    if judged is None or judged.negative or holder is None or parent.lemma not in words("imagining_verbs"):
        return False
    said = holder if holder.pos == "ADJ" else holder.child("acomp")
    asks = {c.lower for c in clause.head.children if c.tag in INTERROGATIVE}
    return said is not None and said.lower in words("hard_adjectives") and asks <= {"how"}


def _inherited(clause: Clause, parent: Clause, modality: Modality, effect: Modality) -> Modality:
    """The modality of what is no sentence: its own, else what the governor makes of it, else that of the governor."""
    inherits = {
        "relcl": False,
        "acl": clause.head.is_infinitive,
        "pcomp": clause.merged or _is_adjunct(clause.head, parent.head) or _is_as_open(clause.head, parent),
    }.get(clause.link, True)
    if inherits and parent.modality == "conditional":
        return "conditional"
    if inherits and parent.modality == "possible" and (effect == "planned" or _may_come_to(clause, parent, effect)):
        return "possible"  # "may decide to go"
    holder = clause.head.head
    if modality == "planned" and effect == "possible" and holder is not None and _is_open_event(holder):
        return "possible"  # "the possibility that Peru will go"
    if modality == "possible" and holder is parent.head and _has_for(clause.head) and parent.kind == "active":
        asked = modality_of(table("modality_verbs").get(parent.lemma, ""))
        modality = asked if asked != "asserted" else modality  # "arranged for the envoy to go"
    if modality != "asserted" or effect != "asserted":
        return effect if modality == "asserted" else modality
    return parent.modality if inherits else "asserted"


def _may_come_to(clause: Clause, parent: Clause, effect: Modality) -> bool:
    """May somebody come to wish or have to do it: "might have to go", but not "his wish to go may help"?"""
    holder = clause.head.head
    given = holder is not None and holder.pos in NOMINAL and is_definite(holder)
    may = effect == "required" or (effect == "desired" and any(w.tag == "MD" for w in parent.group))
    return may and not given


def _is_open_event(noun: Word) -> bool:
    """May it be or not: "the danger that", "no assurance that"?"""
    return noun.pos == "NOUN" and (noun.lemma in words("eventuality_nouns") or is_none(noun))


def _is_adjunct(word: Word, verb: Word) -> bool:
    """Is the gerund part of the verb's act: "will pay by selling the port"?"""
    preposition = word.head
    return preposition is not None and preposition.head is verb and preposition.lower in WITH_ITS_ACT


def _is_as_open(word: Word, parent: Clause) -> bool:
    """Is the gerund part of what would be, or what something that may be is for: "could mean arms for waging war"?"""
    preposition = word.head
    if preposition is None or (holder := preposition.head) is None:
        return False
    if word.tag == "VBG" and parent.modality == "conditional":
        return True
    if word.tag == "VBG" and parent.modality == "possible" and preposition.lower != "as":
        return holder.child("poss") is None and holder.lemma not in table("modality_nouns")
    return holder.pos == "NOUN" and parent.modality == "possible" and preposition.lower == "for"


def _coordinated(clause: Clause, parent: Clause, negative: bool, modality: Modality) -> tuple[bool, Modality]:
    """A verb coordinated with another stands under what governs the first: "did not see or hear"."""
    word, first = clause.head, parent.head
    if any(c.lower != "to" for c in word.kids("aux", "auxpass")) or _hedges_behind(parent):
        return negative, modality
    if parent.link in ("xcomp", "acl", "pcomp") and not _negated(first) and word.tag == first.tag:
        negative, modality = parent.negative and not _but_conjoined(word), parent.modality
    if word.tag in ("VB", first.tag):
        modality = parent.modality if modality == "asserted" else modality
        negative = negative or (parent.negative and _or_conjoined(word))
    return negative, modality


def _hedges_behind(clause: Clause) -> bool:
    """Is the doubt about what follows the verb: "was apparently normal and took place"?"""
    verb = clause.head
    near = [*verb.kids("advmod"), *_of_complement(clause)]
    hedged = any(c.i > verb.i and c.lower in table("modality_adverbs") for c in near)
    return hedged and not any(c.tag == "MD" for c in verb.children)


def _is_condition(clause: Clause) -> bool:
    """Does a conjunction of condition open it? What lasted "as long as" something past did was so."""
    word, parent = clause.head, clause.parent
    if clause.link == "advcl" and is_inverted(word):
        return True
    for mark in word.kids("mark"):
        if " ".join(each.lower for each in (*mark.kids("fixed"), mark)) in words("conditional_markers"):
            hypothetical = parent is not None and (
                parent.modality != "asserted" or _has_auxiliary(parent.head, HYPOTHETICAL)
            )
            return mark.lower != "as" or hypothetical or not _is_past(word)
    return False


def _is_mandative(clause: Clause) -> bool:
    """Is it what should be: "insisted that he be heard", "the objective is that arms not be sold"?"""
    word, holder = clause.head, clause.head.head
    subject = word.child("nsubj", "nsubjpass", "expl")
    if subject is None or holder is None:
        return False
    first = next(iter(word.kids("aux", "auxpass")), word)
    wishes = (table(name).get(holder.lemma, "") for name in ("modality_clauses", "modality_nouns", "modality_verbs"))
    asked = any(modality_of(wish) in ("desired", "required") for wish in wishes)
    if not asked and not any(c.lower == "that" for c in word.kids("mark")):
        return False
    if first.lower == "be" or (first is word and word.tag == "VB" and word.child("neg") is not None):
        return first.tag in ("VB", "VBP")
    third = subject.tag in ("NN", "NNP") or subject.lower in ("he", "it", "she")
    singular = third and subject.child("conj") is None
    quality = holder.lemma == "be" and holder.child("acomp", "attr") is not None
    return first is word and singular and (word.tag == "VB" or (asked and word.tag == "VBP")) and (asked or quality)


def _is_bare(clause: Clause, parent: Clause) -> bool:
    """Is it what somebody lets or makes another do, or asks for in a telegram: "request embassy inform Peru"?"""
    word = clause.head
    if clause.link != "ccomp" or word.tag != "VB" or parent.lemma in words("thinking_verbs"):
        return False
    subject = word.child("nsubj")
    if subject is None or subject.lower in ("me", "us"):
        return False  # "let me assure you"
    return word.child("aux", "auxpass", "mark") is None


def _in_such_a_case(clause: Clause, modality: Modality) -> bool:
    """Is it so only if something else is: "may refuse, in which case we shall leave", "in that event he would go"?"""
    for preposition in clause.head.kids("prep"):
        noun = preposition.child("pobj", "pcomp")
        if preposition.lower != "in" or noun is None or noun.lemma not in ("case", "event"):
            continue
        which = {c.lower for c in noun.kids("det", "predet", "amod")}
        open_ = "which" in which and clause.parent is not None and clause.parent.modality != "asserted"
        back = "such" in which or (noun.lemma == "event" and "that" in which)
        return open_ or (back and modality == "planned")
    return False


def _is_past(word: Word) -> bool:
    finite = next((c for c in word.children if c.dep in ("aux", "auxpass")), word)
    return finite.tag == "VBD"


def _has_auxiliary(word: Word, which: frozenset[str]) -> bool:
    return any(c.dep == "aux" and c.lower in which for c in word.children)


def _unsaid(word: Word) -> Modality:
    """The modality of a main clause that asks whether ("Did Peru sell?") or orders ("Consider an increase")."""
    last = [c for c in word.children if c.dep == "punct"][-2:]
    told = word.tag == "VBD" and word.child("ccomp") is not None and word.lemma in words("saying_verbs")
    asks = any(c.lower == "?" and c.i > max(w.i for w in word.children if w.dep != "punct") for c in last)
    if asks and not told and not _ends_with_title(word):
        before = [c for c in word.children if c.i < word.i and c.dep != "mark"]
        wh = any(w.tag in INTERROGATIVE for c in before for w in (c, *c.children))
        return "asserted" if wh else "possible"
    order = word.tag == "VB" and word.child("nsubj", "nsubjpass", "expl", "auxpass") is None
    return "required" if order and all(c.lower == "do" for c in word.kids("aux")) else "asserted"


def _ends_with_title(word: Word) -> bool:
    """Does the question mark belong to a quotation behind the verb: "sent him a note titled “Who Won?”"?"""
    marks = [c for c in word.children if c.text in QUOTES]
    return bool(marks) and marks[-1].i > word.i and not any(c.i < word.i for c in marks)


def _backshifted(clause: Clause) -> bool:
    """Is a "would" the "will" of reported speech ("said it would supply"), there being no condition?"""
    would = _has_auxiliary(clause.head, WOULD)
    reporting = clause.parent
    while reporting is not None and clause.link == "conj":
        clause, reporting = reporting, reporting.parent
    if reporting is None or clause.link not in ("ccomp", "acl"):
        return False
    if reporting.head.tag != "VBN" and not _is_past(reporting.head):
        return False
    return would and not any(
        c.dep == "advcl" and any(m.lower in words("conditional_markers") for m in c.kids("mark"))
        for c in clause.head.children
    )


def _negated(word: Word) -> bool:
    """Do its own words deny it: "not", "no longer", "never", "under no circumstances"?"""
    if any(c.lower == "longer" and any(g.lower == "no" for g in c.children) for c in word.children):
        return True
    if any(c.lower == "whether" for c in word.children) or _is_double(word):
        return False  # "whether or not"
    return any(
        (c.dep == "neg" and c.i - word.i <= 2 and not _only(word, c))
        or (c.dep == "prep" and denies(c))
        or (
            c.lower in words("negation_words")
            and c.dep in ("advmod", "preconj", "cc")
            and c.i < word.i
            and not _only(word, c)
        )
        for c in word.children
    )


def _is_double(word: Word) -> bool:
    """Does it deny nothing after all: "cannot but agree", "cannot emphasize it too strongly"?"""
    negation = word.child("neg")
    if negation is None or not any(c.lower in ("ca", "can", "could") for c in word.kids("aux")):
        return False
    but = any(c.lower == "but" and c.i == negation.i + 1 for c in word.children)
    return but or any(c.lower == "too" for a in word.kids("advmod") for c in a.kids("advmod"))


def _only(word: Word, negation: Word) -> bool:
    """Is it the "not" of "not only", which denies nothing?"""
    near = (*word.children, *negation.children)
    return any(c.lower in ("only", "just", "merely", "simply") and c.i == negation.i + 1 for c in near)


def _rather_than(word: Word) -> bool:
    """Is it the act that is not done: "rather than recall"?"""
    before = {c.lower for c in word.children if c.i < word.i}
    return "than" in before and "rather" in before


def _or_conjoined(word: Word) -> bool:
    head = word.head
    return head is not None and any(c.dep == "cc" and c.lower in ("or", "nor") for c in head.children)


def _but_conjoined(word: Word) -> bool:
    """Is it what is so in place of the first: "did not wish to judge but to understand"?"""
    head = word.head
    return head is not None and any(c.lower == "but" and head.i < c.i < word.i for c in head.kids("cc"))


def _auxiliary_modality(clause: Clause) -> Modality:
    """What auxiliaries and adverbs of the verb itself say: "may", "must", "reportedly"."""
    found: Modality = "asserted"
    word = clause.head
    if word.is_infinitive and clause.parent is None:
        wish = table("modality_nouns").get(word.head.lemma, "") if word.head is not None else ""
        return modality_of(wish or "planned")  # "Airline to buy twenty jets", "a wish to go", "a note to be sent"
    if word.is_infinitive and clause.own_subject and _has_for(word) and (word.head is None or not is_none(word.head)):
        return "possible"  # "it is common for patients to have issues"
    for child in (*word.children, *_of_complement(clause)):
        value = None
        if child.dep == "aux" and child.tag == "MD":
            value = table("modality_auxiliaries").get(child.lower)
        elif child.dep in ("aux", "auxpass") and child.lower in SEEMS:
            value = "possible"  # "seems played out"
        elif child.dep == "advmod" and found == "asserted":
            value = table("modality_adverbs").get(child.lower)
        if value:
            found = modality_of(value)
    return found


def _has_for(word: Word) -> bool:
    return any(c.dep == "mark" and c.lower == "for" for c in word.children)


def _of_complement(clause: Clause) -> list[Word]:
    """The adverbs of what somebody is said to be: "was apparently normal"."""
    complement = clause.head.child("acomp") if clause.kind == "copula" else None
    return complement.kids("advmod") if complement is not None else []


def apply_conditions(found: list[Clause]) -> None:
    """A main clause that has a condition is conditional itself, unless it says what somebody has done."""
    for clause in found:
        parent = clause.parent
        if parent is not None and _waits(clause):
            parent.modality = "conditional"
        if parent is None or clause.modality != "conditional" or clause.link != "advcl":
            continue
        depends = parent.modality in ("planned", "possible") or (parent.modality == "asserted" and _holds(parent))
        if _has_auxiliary(parent.head, HYPOTHETICAL) or (depends and _decides(clause)):
            parent.modality = "conditional"


def _waits(clause: Clause) -> bool:
    """Is it only up to then that the main clause is denied: "cannot be signed until Chile agrees"?"""
    parent = clause.parent
    until = clause.link == "advcl" and any(m.lower in ("until", "till") for m in clause.head.kids("mark"))
    return until and parent is not None and parent.negative and parent.modality in ("planned", "possible")


def _decides(clause: Clause) -> bool:
    """Is it a condition of the main clause, as not "even if" or "lest"?"""
    marks = {c.lower for c in clause.head.kids("mark", "advmod")}
    return _is_condition(clause) and marks.isdisjoint({"even", "lest"})


def _holds(clause: Clause) -> bool:
    """Is it said of any time, and no word of somebody's: "the appeal lacks reality unless it reaches the people"?"""
    first = next(iter(clause.head.kids("aux", "auxpass")), clause.head)
    simple = first is clause.head or first.lemma in ("be", "do")
    return (
        simple
        and first.tag in ("VBZ", "VBP")
        and clause.head.tag != "VBG"
        and clause.lemma not in words("saying_verbs")
    )
