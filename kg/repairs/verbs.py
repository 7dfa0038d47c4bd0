"""Verbs whose words hang in the wrong place: "our views were discussed" with its subject at the auxiliary."""

from __future__ import annotations

from kg.lexicon import table, words
from kg.repairs.evidence import Evidence, left_edge
from kg.tree import NOMINAL, Word

PLURAL = {"are": True, "were": True, "have": True, "is": False, "was": False, "has": False}
OWN = ("aux", "auxpass", "agent", "nsubj")  # with one of these a participle is no predicate in disguise


def hoist(auxiliary: Word, _: Evidence) -> None:
    """What hangs on an auxiliary belongs to its verb: "our views were frankly discussed"."""
    verb = auxiliary.head
    if verb is None or auxiliary.dep not in ("aux", "auxpass"):
        return
    for child in list(auxiliary.children):
        if child.dep in ("nsubj", "nsubjpass"):
            child.attach(verb, "nsubjpass" if auxiliary.dep == "auxpass" else child.dep)
        elif child.dep in ("prep", "advmod", "npadvmod", "neg", "expl", "aux", "cc", "mark"):
            child.attach(verb, child.dep)


def infinitive_of_the_subject(root: Word, _: Evidence) -> None:
    """The finite verb is the main one: "The government to be formed after the coup will be headed by …"."""
    subject = root.child("nsubj", "nsubjpass")
    main = next(
        (c for c in root.children if c.dep == "advcl" and c.i > root.i and any(a.tag == "MD" for a in c.kids("aux"))),
        None,
    )
    if subject is None or main is None or not root.is_infinitive or any(c.tag == "MD" for c in root.children):
        return
    mark, other = main.child("mark"), main.child("nsubj", "nsubjpass")
    if mark is None or other is None or mark.lower not in ("after", "before", "since", "until"):
        return
    main.attach(None, "ROOT")
    mark.attach(root, "prep")
    other.attach(mark, "pobj")
    subject.attach(main, "nsubjpass" if main.child("auxpass") else "nsubj")
    root.attach(subject, "acl")


def relative_to_time(word: Word, _: Evidence) -> None:
    """When or where it was made bars nobody: "an agreement reached in 1991 (in Geneva), which barred …"."""
    noun, pronoun = word.head, word.child("nsubj", "nsubjpass")
    if noun is None or pronoun is None or pronoun.lower not in ("which", "that", "who"):
        return
    made = (
        noun.head.head if noun.ent in ("GPE", "LOC", "FAC") and noun.dep == "pobj" and noun.head is not None else None
    )
    if noun.ent not in ("DATE", "TIME") and (made is None or made.dep != "acl" or made.tag != "VBN"):
        return
    for above in noun.ancestors():
        if above.pos in NOMINAL and above.ent not in ("DATE", "TIME") and above.i < word.i:
            person = above.ent == "PERSON" or above.lemma in words("person_nouns")
            if made is None or person == (pronoun.lower == "who"):
                word.attach(above, "relcl")
            return


def second_relative(word: Word, evidence: Evidence) -> None:
    """A second relative is about what the first is: "a pact which lets Peru meet its duty and which protects us"."""
    noun, pronoun = word.head, word.child("nsubj", "nsubjpass")
    if noun is None or pronoun is None or pronoun.i < 1 or evidence.sentence.words[pronoun.i - 1].dep != "cc":
        return
    for above in noun.ancestors():
        first = above.child("nsubj", "nsubjpass") if above.dep == "relcl" else None
        if first is not None and first.lower == pronoun.lower and above.head is not None and above.i < word.i:
            word.attach(above.head, "relcl")
            return


def relative_of_its_kind(word: Word, evidence: Evidence) -> None:
    """A relative is about what it may stand for: "a letter from Lund, which", "Ford, not Peru, who"."""
    noun, pronoun = word.head, _relative_pronoun(word)
    if noun is None or pronoun is None:
        return
    if noun.dep in ("appos", "conj") and noun.head is not None and (denial := _denial(noun, evidence)) is not None:
        word.attach(noun.head, "relcl")
        denial.attach(noun, "neg")
        return
    inner = noun
    while inner.dep == "conj" and inner.head is not None and pronoun.lower == "which" and _is_person(noun):
        inner = inner.head  # "talks between the ministers and the experts which were held"
    if inner.dep == "pobj" and inner.head is not None:
        apart = evidence.sentence.words[pronoun.i - 1].text == ","
        above = inner.head.head if apart else _outer_noun(inner)
        if above is None or above.pos != "NOUN" or above.i > noun.i:
            return
        may_be = inner is noun and _stands_for(noun, pronoun.lower, apart or inner.head.lower == "of")
        if may_be or _is_person(above) != (pronoun.lower == "who"):
            return
        word.attach(above, "relcl")


def _relative_pronoun(verb: Word) -> Word | None:
    """The "which", "that" or "who" that is its subject or object."""
    return next((c for c in verb.kids("nsubj", "nsubjpass", "dobj") if c.lower in ("which", "that", "who")), None)


def _is_person(noun: Word) -> bool:
    return noun.ent == "PERSON" or noun.lemma in words("person_nouns")


def _denial(noun: Word, evidence: Evidence) -> Word | None:
    """The "not" right before the noun's phrase."""
    start = left_edge(noun)
    before = evidence.sentence.words[start - 1] if start else None
    return before if before is not None and before.lower == "not" and not before.children else None


def _stands_for(noun: Word, pronoun: str, apart: bool) -> bool:
    """May the relative be about it? No person is a thing; only a comma lets a name be described."""
    if pronoun == "who":
        return noun.ent not in ("FAC", "GPE", "LOC", "ORG") or noun.pos != "PROPN"
    if noun.ent == "PERSON":
        return False
    return noun.pos != "PROPN" or apart or noun.ent in ("LAW", "PRODUCT", "WORK_OF_ART")


def relative_of_its_number(word: Word, evidence: Evidence) -> None:
    """A plural verb is said of the plural noun: "the ships in the harbour, which are new", not of the harbour."""
    noun, pronoun = word.head, word.child("nsubj", "nsubjpass")
    first = next((c for c in word.children if c.dep in ("aux", "auxpass")), word)
    plural = PLURAL.get(first.lower, {"VBP": True, "VBZ": False}.get(first.tag))
    if noun is None or pronoun is None or pronoun.lower not in ("which", "that", "who") or plural is None:
        return
    if (last := noun.child("conj")) is not None and not plural and last.i < pronoun.i:
        word.attach(last, "relcl")  # "the editor and Ms Lund, who was"
        return
    joined = any(w.dep == "cc" for w in evidence.sentence.words[noun.i : pronoun.i])
    if joined or not _is_number(noun, not plural):
        return
    while noun.dep in ("pobj", "prep", "poss") and noun.head is not None and noun.head.pos in (*NOMINAL, "ADP"):
        noun = noun.head
        if noun.pos in NOMINAL and _is_number(noun, plural):
            word.attach(noun, "relcl")
            return


def _is_number(noun: Word, plural: bool) -> bool:
    """Is it clearly of that number? A name and a group are of both: "Boeing, which have", "the team, who are"."""
    if noun.child("conj") is not None or noun.dep == "conj":
        return plural
    if plural:
        return noun.tag == "NNS"
    group = noun.lemma.lower() in words("organisation_words") or noun.lemma.lower() in words("quantity_nouns")
    return (noun.tag == "NN" and not group) or (noun.tag == "NNP" and noun.ent in ("GPE", "LOC", "FAC", "PERSON"))


def gerund_of_what_may_be(word: Word, _: Evidence) -> None:
    """Who does what is feared or told stands before the gerund: "rumors of Egypt expelling the envoy"."""
    noun = word.head
    if noun is None or word.tag != "VBG" or noun.lemma not in words("eventuality_nouns"):
        return
    for preposition in noun.kids("prep"):
        doer = preposition.child("pobj")
        if preposition.lower in ("of", "about") and doer is not None and doer.i < word.i:
            word.attach(doer, "acl")


def participle_with_its_doer(word: Word, evidence: Evidence) -> None:
    """Who does it stands right before it: "with Peru having a loss", "started by the envoy asking them"."""
    before = evidence.sentence.words[word.i - 1] if word.i else None
    if word.tag != "VBG" or before is None or word.child("nsubj", "aux", "mark", "neg") is not None:
        return
    while (
        before.dep == "pobj" and before.head is not None and before.head.dep == "prep" and before.head.lower != "with"
    ):
        outer = before.head.head
        if before.head.lower == "by" or outer is None or outer.pos not in NOMINAL:
            break
        before = outer
    preposition = before.head if before.dep == "pobj" else None
    if preposition is None or preposition.lower not in ("by", "with") or evidence.relations.can_be(before.lemma):
        return
    if before.pos in NOMINAL and not before.within(word):
        word.attach(before, "acl")


def infinitive_of_the_noun(word: Word, _: Evidence) -> None:
    """The right is the right to do it: "is within his rights to release", "is under an obligation to pay"."""
    verb = word.head
    if verb is None or verb.lemma != "be" or not word.is_infinitive or verb.child("acomp", "attr") is not None:
        return
    nouns = (p.child("pobj") for p in verb.kids("prep") if verb.i < p.i < word.i and p.lower in ("under", "within"))
    noun = next((n for n in nouns if n is not None and n.lemma in table("modality_nouns")), None)
    if noun is not None:
        word.attach(noun, "acl")


def question_as_content(word: Word, _: Evidence) -> None:
    """What is asked is no condition: "inquired if Peru would sell"."""
    verb, mark = word.head, word.child("mark")
    if verb is None or mark is None or mark.lower != "if" or verb.lemma not in words("asking_verbs"):
        return
    if word.i > verb.i and verb.child("ccomp", "xcomp") is None:
        word.dep = "ccomp"


def clause_beside(word: Word, _: Evidence) -> None:
    """What stands before a verb that says nothing is no content of it: "Peru left, Chile requested a meeting"."""
    verb = word.head
    if verb is None or word.i > verb.i or word.child("nsubj", "nsubjpass", "expl") is None:
        return
    says = verb.lemma in words("saying_verbs") or verb.lemma in words("thinking_verbs")
    if not says and verb.child("dobj") is not None and verb.lemma != "be":
        word.dep = "parataxis"


def made_clear(word: Word, _: Evidence) -> None:
    """What is made clear is content: "made it clear that Peru would sell"."""
    adjective, verb = word.head, word.head.head if word.head is not None else None
    if adjective is None or verb is None or verb.lemma != "make" or adjective.lower not in ("clear", "known", "plain"):
        return
    if word.i > adjective.i > verb.i and any(c.lower == "that" for c in word.kids("mark")):
        word.attach(verb, "ccomp")


def content_behind(word: Word, _: Evidence) -> None:
    """What is said may stand behind where or when: "announced in a memo that", "said before he left that"."""
    near = word.head
    if near is None or not any(c.lower == "that" for c in word.kids("mark")):
        return
    if near.pos in NOMINAL:
        inside = near.head if near.dep == "pobj" and near.lemma in words("reporting_nouns") else None
        verb = inside.head if inside is not None and inside.lower == "in" else None
    else:
        verb = near.head if near.dep == "advcl" and near.child("mark") is not None else None
        content = any(near.lemma in words(name) for name in ("saying_verbs", "thinking_verbs"))
        verb = None if content or near.lemma in table("modality_verbs") else verb
    if verb is None or verb.i > near.i or verb.lemma not in words("saying_verbs"):
        return
    if verb.child("ccomp", "xcomp") is None:
        word.attach(verb, "ccomp")


def quality_before_its_object(word: Word, _: Evidence) -> None:
    """It is said of the object: "leave open the possibility" opens nothing."""
    verb = word.head
    target = verb.child("dobj") if verb is not None else None
    if verb is None or target is None or word.tag != "VB" or word.children or not verb.i < word.i < target.i:
        return
    if word.i == verb.i + 1 and verb.lemma in words("small_clause_verbs"):
        word.pos, word.tag = "ADJ", "JJ"
        word.attach(verb, "oprd")


def participle_as_predicate(root: Word, _: Evidence) -> None:
    """A participle with an object is the verb of a sentence without one: "The refusal to sign disappointed Uganda"."""
    if root.pos not in NOMINAL or root.child("cop", "nsubj") is not None:
        return
    found = (w for w in root.subtree() if w.i > root.i and w.dep in ("acl", "amod") and w.tag in ("VBD", "VBN"))
    verb = next((w for w in found if w.pos == "VERB" and w.child("dobj") is not None and not w.kids(*OWN)), None)
    if verb is not None:
        verb.attach(None, "ROOT")
        verb.tag = "VBD"
        root.attach(verb, "nsubj")


def without_copula(negation: Word, _: Evidence) -> None:
    """The negation denies what is said: "that President not yet ready", "that the President not ready"."""
    near = negation.head
    if near is None or near.head is None:
        return
    if (near.lower == "yet" and near.dep == "advmod") or (near.dep == "nsubj" and near.head.pos == "ADJ"):
        negation.attach(near.head, "neg")


def participle_of_the_outer_noun(word: Word, _: Evidence) -> None:
    """Of two participles the second is said of the noun above: "pacts between the parties concerned covering oil"."""
    noun, first = word.head, word.head.child("acl") if word.head is not None else None
    if word.tag != "VBG" or noun is None or first is None or first is word or first.tag != "VBN":
        return
    if noun.dep != "pobj" or noun.head is None:
        return
    outer = noun.head.head
    if outer is not None and outer.pos in NOMINAL and first.i == noun.i + 1:
        word.attach(outer, "acl")


def dated(word: Word, evidence: Evidence) -> None:
    """It is the letter that is dated, not who gets it: "read the memorandum to Secretary Lund, dated June 28"."""
    holder = word.head
    if word.lower != "dated" or holder is None or _is_document(holder) or word.child("nsubj", "nsubjpass") is not None:
        return
    before = reversed(evidence.sentence.words[: word.i])
    document = next((w for w in before if w.pos in NOMINAL and _is_document(w)), None)
    if document is not None and not document.within(word):
        word.attach(document, "acl")


def _outer_noun(noun: Word) -> Word | None:
    """The noun that has it behind a preposition, or the object beside it: "(sent) a letter to Lund"."""
    above = noun.head.head if noun.head is not None else None
    return above.child("dobj") if above is not None and above.pos == "VERB" else above


def _is_document(noun: Word) -> bool:
    return any(noun.lemma.lower() in words(name) for name in ("reporting_nouns", "record_nouns", "work_words"))


def number_of_a_noun(word: Word, evidence: Evidence) -> None:
    """A figure behind a noun is its number, and does nothing: "amendments to paragraphs 4 and 5 had been defeated"."""
    before = evidence.sentence.words[word.i - 1] if word.i else None
    if word.tag != "CD" or not word.text.isdecimal() or before is None or before.pos != "NOUN":
        return
    if before.head is not word.head:
        word.attach(before, "nummod")


def object_of_saying(word: Word, evidence: Evidence) -> None:
    """A tense asks for a subject: "indicated amendments to the treaty had been defeated"."""
    verb = word.head
    noun = verb.child("dobj") if verb is not None else None
    first = word.child("aux", "auxpass") or word
    finite = first.tag in ("VBP", "VBZ", "MD") or (first.tag == "VBD" and first is not word)
    if verb is None or noun is None or not finite or noun.pos == "PRON":
        return
    said = verb.lemma in words("saying_verbs") or verb.lemma in words("thinking_verbs")
    if not said or not verb.i < noun.i < first.i or word.child("mark", "nsubj", "nsubjpass", "expl") is not None:
        return
    if noun.start in evidence.names.labels or any(w.pos == "VERB" for w in evidence.sentence.words[noun.i : first.i]):
        return  # "told Anna he thought it would": she is told
    for child in [c for c in verb.children if c.dep == "prep" and noun.i < c.i < word.i]:
        child.attach(noun, "prep")
    noun.attach(word, "nsubjpass" if word.child("auxpass") else "nsubj")
    word.attach(verb, "ccomp")


def subject_behind_its_mark(mark: Word, evidence: Evidence) -> None:
    """A noun is in no clause by itself: "asked whether the port and the railway (?) would need loans"."""
    noun = mark.head
    if noun is None or noun.pos not in NOMINAL or mark.lower not in ("whether", "that", "if", "because"):
        return
    if noun.child("nsubj", "nsubjpass", "cop") is not None:
        return
    verb = next((w for w in noun.ancestors() if w.pos in ("VERB", "AUX")), None)
    late = [c for c in verb.kids("ccomp", "advcl", "conj") if c.i > noun.i] if verb is not None else []
    for clause in late[:1]:
        if (
            clause.child("nsubj", "nsubjpass", "mark", "expl") is None
            and not clause.is_infinitive
            and clause.child("aux")
        ):
            mark.attach(clause, "mark")
            noun.attach(clause, "nsubjpass" if clause.child("auxpass") else "nsubj")


def subject_before_its_modal(modal: Word, evidence: Evidence) -> None:
    """A modal asks for a subject: "that, in circumstances existing in Chile, division of power would be wrong"."""
    verb, before = modal.head, evidence.sentence.words[modal.i - 1] if modal.i else None
    if modal.tag != "MD" or verb is None or before is None or verb.dep in ("conj", "relcl"):
        return
    if verb.child("nsubj", "nsubjpass", "csubj", "csubjpass", "expl") is not None:
        return
    noun = before
    while noun.dep in ("pobj", "prep", "conj") and noun.head is not None:
        noun = noun.head
    start = left_edge(noun)
    if noun.dep not in ("appos", "dobj") or noun.pos not in NOMINAL or verb.within(noun):
        return
    if start and evidence.sentence.words[start - 1].text == ",":
        noun.attach(verb, "nsubjpass" if verb.child("auxpass") is not None else "nsubj")
