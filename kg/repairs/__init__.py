"""The parser's frequent mistakes, put right where the evidence is clear.

A repair looks at one word with the label that is often wrong and re-attaches words in place. Add one by a function in
the module of its phenomenon and its name in REPAIRS.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.lexicon import Relations
from kg.phrases import Names
from kg.repairs import amounts, appositions, breaks, conditions, coordination, prepositions, titles, verbs
from kg.repairs.evidence import Evidence
from kg.tree import Sentence, Word

Repair = Callable[[Word, Evidence], None]

# What may be wrong with a word of that dependency label, tried in this order.
REPAIRS: dict[str, tuple[Repair, ...]] = {
    "conj": (
        conditions.were_to,
        conditions.inverted,
        coordination.conjunct_of_apposition,
        coordination.participle_with_participle,
        coordination.passive_with_passive,
        coordination.infinitive_with_infinitive,
        coordination.subject_of_second_clause,
        coordination.report_with_report,
        coordination.bare_with_modal,
        coordination.role_with_role,
        coordination.with_its_conjunction,
        coordination.second_of_the_phrase,
        coordination.second_pair,
        breaks.bare_form,
    ),
    "appos": (
        coordination.then,
        appositions.label,
        appositions.subject_behind_a_phrase,
        appositions.without_comma,
        appositions.itself,
        appositions.member_of_a_list,
        appositions.one_of_many,
        titles.name_of_the_role,
        titles.beside_its_name,
    ),
    "nsubj": (breaks.subject_before_bracket, breaks.asked_of_the_reader, verbs.number_of_a_noun),
    "nsubjpass": (breaks.subject_before_bracket, verbs.number_of_a_noun),
    "advcl": (
        conditions.were_to,
        breaks.clause_before_semicolon,
        prepositions.with_regard_to,
        verbs.object_of_saying,
        coordination.object_of_first_clause,
        verbs.infinitive_of_the_noun,
        verbs.question_as_content,
        verbs.made_clear,
        verbs.dated,
        verbs.participle_with_its_doer,
    ),
    "ccomp": (
        verbs.content_behind,
        conditions.were_to,
        conditions.inverted,
        breaks.clause_before_semicolon,
        verbs.object_of_saying,
        verbs.clause_beside,
        verbs.made_clear,
        coordination.subject_of_second_clause,
    ),
    "acl": (
        verbs.content_behind,
        breaks.participle_behind_semicolon,
        verbs.gerund_of_what_may_be,
        verbs.dated,
        verbs.participle_of_the_outer_noun,
    ),
    "mark": (prepositions.fronted, verbs.subject_behind_its_mark),
    "agent": (prepositions.agent_of_the_passive, prepositions.agent_of_the_event),
    "pobj": (prepositions.above_all,),
    "poss": (titles.hyphenated_owner,),
    "prt": (prepositions.in_relative_clause,),
    "aux": (verbs.subject_before_its_modal,),
    "neg": (verbs.without_copula,),
    "advmod": (prepositions.particle,),
    "dobj": (titles.appointed,),
    "nmod": (amounts.dollars,),
    "npadvmod": (titles.name_behind_title,),
    "prep": (
        prepositions.by_no_means,
        prepositions.agent_of_the_passive,
        prepositions.particle,
        prepositions.cause,
        prepositions.counted_object,
        prepositions.from_one_to_another,
        prepositions.of_a_name,
        prepositions.trade_partner,
    ),
    "quantmod": (amounts.dollars,),
    "relcl": (
        breaks.clause_behind_salutation,
        verbs.content_behind,
        verbs.second_relative,
        verbs.relative_to_time,
        verbs.relative_of_its_kind,
        verbs.relative_of_its_number,
    ),
    "xcomp": (verbs.quality_before_its_object, verbs.participle_with_its_doer),
}


def repair(sentence: Sentence, names: Names, relations: Relations) -> None:
    """Re-attach words in place; every repair leaves a tree."""
    evidence = Evidence(sentence, names, relations)
    for word in sentence.words:
        verbs.hoist(word, evidence)
        conditions.conjunction(word, evidence)
        coordination.rather_than(word, evidence)
    for root in sentence.roots:
        verbs.infinitive_of_the_subject(root, evidence)
        verbs.participle_as_predicate(root, evidence)
    coordination.series_of_infinitives(evidence)
    for word in list(sentence.words):
        for mend in REPAIRS.get(word.dep, ()):
            mend(word, evidence)
    for word in sentence.words:
        titles.place_before_based(word, evidence)
