"""How sure a claim is to be what the sentence says, from how it was read.

Each claim has a few traits: the extractor that read it, how far its subject stands apart, a long sentence. The table
confidence.tsv counts, for claims judged by hand, how many with each trait were right; a claim starts from the share of
all in documents that no rule was made for ("unseen") and moves by what its traits make better or worse, as far as all
judged claims ("all") tell. benchmarks/calibrate.py writes the table and says how well the
numbers hold for claims it has not seen.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Mapping

from kg.lexicon import table
from kg.model import Proposition

SHORT, LONG = 100, 260  # characters of a sentence: beyond the second it is parsed worse
APART = 15  # characters between the subject and the word that says what it does
WIDE = 3  # words: a name of more is rarely a node
PRIOR = 25.0  # a trait seen fewer times than this moves little
DAMPING = 0.5  # traits overlap: each moves a claim half the way that it would alone
IMPLIED = frozenset({"apposition", "title", "possessive", "nationality"})
LINKS = frozenset({"acl", "relcl", "pcomp", "conj", "advcl"})
NAMED = frozenset({"Person", "Organization", "Country", "Place", "Group"})
Counts = Mapping[str, tuple[int, int]]


def confidence(said: Proposition) -> float:
    """The share of right claims among those read in the same way, as far as we have judged them."""
    return _known(traits(said))


def traits(said: Proposition) -> tuple[str, ...]:
    """What is known of the way a claim was read, in a fixed order."""
    target = next((argument.phrase for argument in said.arguments if argument.role == "object"), None)
    length = said.end - said.start
    wide = [phrase for phrase in (said.subject, target) if phrase is not None and len(phrase.label.split()) > WIDE]
    found = {
        "implied" if said.extractor in IMPLIED else f"by {said.extractor}": True,
        "known relation": said.relation.known,
        "open relation": not said.relation.known,
        "named subject": said.subject.type in NAMED,
        "other subject": said.subject.type not in NAMED,
        "subject apart": said.anchor - said.subject.end >= APART,
        "subordinate clause": bool(LINKS.intersection(said.features)),
        "wide phrase": bool(wide),
        "no object": target is None,
        "negative": said.polarity == "negative",
        "short sentence": length < SHORT,
        "long sentence": length > LONG,
    }
    return tuple(sorted(trait for trait, holds in found.items() if holds))


@functools.cache
def _known(found: tuple[str, ...]) -> float:
    return estimate(found, counts())


@functools.cache
def counts() -> Counts:
    """Trait → how many claims with it were right, and how many were judged; "all" is every claim."""
    cells = {trait: value.partition("/") for trait, value in table("confidence").items()}
    return {trait: (int(right), int(judged)) for trait, (right, _, judged) in cells.items()}


def estimate(found: Iterable[str], judged: Counts) -> float:
    """The confidence these counts give to a claim with these traits."""
    right, total = judged["all"]
    base = (right + 1) / (total + 2)
    right, total = judged.get("unseen", judged["all"])
    odds = _logit((right + 1) / (total + 2))
    for trait in found:
        with_trait, all_with = judged.get(trait, (0, 0))
        odds += DAMPING * (_logit((with_trait + PRIOR * base) / (all_with + PRIOR)) - _logit(base))
    return round(min(0.99, max(0.05, 1 / (1 + math.exp(-odds)))), 2)


def _logit(share: float) -> float:
    share = min(0.999, max(0.001, share))
    return math.log(share / (1 - share))
