"""Score the claims that kg reads in single sentences against facts written by hand.

    python benchmarks/facts.py documents GOLD.txt > sentences.jsonl
    kg build sentences.jsonl -o OUT
    python benchmarks/facts.py score GOLD.txt OUT/claims.jsonl [--errors]

README.md says how to write a gold file and how things match.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from matching import plain, same_name, same_relation, same_time

LONG = 12  # words: an argument beyond this names nothing
QUALIFIERS = ("polarity", "modality", "attribution", "time")
Alternatives = tuple[str, ...]
Claim = dict[str, Any]


@dataclass
class Fact:
    """A statement with the wordings it may have; `forms` holds others of the same content."""

    kind: str  # "+" wanted, "?" true but not asked for, "-" tempting and wrong
    forms: list[tuple[Alternatives, Alternatives, Alternatives]]
    core: bool = False
    qualifiers: dict[str, Alternatives] = field(default_factory=dict)

    def __str__(self) -> str:
        return " | ".join(" ; ".join(part) for part in self.forms[0])


@dataclass
class Sentence:
    key: str
    date: str
    text: str
    facts: list[Fact] = field(default_factory=list)


class GoldError(Exception):
    """A line of a gold file that cannot be understood."""


def read_gold(path: Path) -> list[Sentence]:
    """The sentences of a gold file, in order."""
    found: list[Sentence] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        sign, _, rest = line.strip().partition(" ")
        if not line.strip() or sign.startswith("#"):
            continue
        try:
            _read_line(sign, rest.strip(), found)
        except (IndexError, ValueError) as error:
            raise GoldError(f"{path.name}, line {number}: {error or 'a sentence is needed first'}") from error
    return found


def _read_line(sign: str, rest: str, found: list[Sentence]) -> None:
    if sign == "@":
        key, _, date = rest.partition(" ")
        found.append(Sentence(key, date.strip(), ""))
    elif sign == ">":
        found[-1].text = rest
    elif sign in ("+", "++", "?", "-"):
        form, qualifiers = _fields(rest)
        found[-1].facts.append(Fact(sign[0], [form], sign == "++", qualifiers))
    elif sign == "=":
        found[-1].facts[-1].forms.append(_fields(rest)[0])
    else:
        raise ValueError(f"a line begins with one of @ > + ++ = ? - or #, not with '{sign}'")


def _fields(rest: str) -> tuple[tuple[Alternatives, Alternatives, Alternatives], dict[str, Alternatives]]:
    parts = [tuple(one.strip() for one in part.split(";")) for part in rest.split("|")]
    if len(parts) < 3:
        raise ValueError("subject | relation | object are needed")
    qualifiers: dict[str, Alternatives] = {}
    for part in parts[3:]:
        key, equals, value = part[0].partition("=")
        if not equals or key.strip() not in QUALIFIERS:
            raise ValueError(f"a qualifier is one of {', '.join(QUALIFIERS)} with = and a value, not '{part[0]}'")
        qualifiers[key.strip()] = (value.strip(), *part[1:])
    return (parts[0], parts[1], parts[2]), qualifiers


def said(part: Any) -> Alternatives:
    """What a claim's part may be called: its label and its text; "" for none."""
    if part is None:
        return ("",)
    if isinstance(part, str):
        return (part,)
    return tuple(dict.fromkeys(str(part[key]) for key in ("label", "text", "lemma") if part.get(key)))


def matches(claim: Claim, fact: Fact, with_arguments: bool) -> bool:
    """Does the claim say what the fact says, qualifiers aside?"""
    objects = [claim.get("object"), *(claim.get("arguments") or () if with_arguments else ())]
    for subject, relation, wanted in fact.forms:
        if not any(same_name(one, other) for one in said(claim["subject"]) for other in subject):
            continue
        if not any(same_relation(one, other) for one in said(claim["relation"]) for other in relation):
            continue
        if any(same_name(one, other) for part in objects for one in said(part) for other in wanted):
            return True
    return False


def right_polarity(claim: Claim, fact: Fact) -> bool:
    return claim.get("polarity", "positive") in fact.qualifiers.get("polarity", ("positive",))


def right(claim: Claim, fact: Fact, qualifier: str) -> bool:
    wanted = fact.qualifiers[qualifier]
    if qualifier == "attribution":
        return any(same_name(one, other) for one in said(claim.get("attribution")) for other in wanted)
    if qualifier == "time":
        return any(same_time(claim.get("time"), other) for other in wanted)
    return claim.get(qualifier, "") in wanted


@dataclass
class Score:
    """Counts over all sentences; a share of nothing is 1."""

    verdicts: dict[str, list[tuple[Claim, str]]] = field(default_factory=lambda: defaultdict(list))
    found: list[tuple[str, Fact]] = field(default_factory=list)
    missed: list[tuple[str, Fact]] = field(default_factory=list)
    qualifiers: dict[str, list[bool]] = field(default_factory=lambda: {name: [] for name in QUALIFIERS})
    long: int = 0

    def count(self, *verdicts: str) -> int:
        return sum(verdict in verdicts for claims in self.verdicts.values() for _, verdict in claims)

    def rows(self) -> Iterator[tuple[str, str]]:
        correct, judged = self.count("right"), self.count("right", "wrong", "bad")
        precision, recall = share(correct, judged), share(len(self.found), len(self.found) + len(self.missed))
        core = [fact for _, fact in self.found + self.missed if fact.core]
        found_core = sum(fact.core for _, fact in self.found)
        yield "precision", f"{precision:.3f} of {judged}"
        yield "recall", f"{recall:.3f} of {len(self.found) + len(self.missed)}"
        yield "F1", f"{2 * precision * recall / (precision + recall) if precision + recall else 0:.3f}"
        yield "recall core", f"{share(found_core, len(core)):.3f} of {len(core)}"
        yield "bad", str(self.count("bad"))
        yield "long arguments", str(self.long)
        for name, answers in self.qualifiers.items():
            yield name, f"{share(sum(answers), len(answers)):.3f} of {len(answers)}"


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def score(gold: Iterable[Sentence], claims: Iterable[Claim]) -> Score:
    """Judge each distinct claim and look for each wanted fact."""
    by_sentence: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_sentence[Path(str(claim["doc"])).stem if str(claim["doc"]).endswith(".txt") else str(claim["doc"])].append(
            claim
        )
    result = Score()
    for sentence in gold:
        _score_sentence(sentence, by_sentence.get(sentence.key, []), result)
    return result


def _score_sentence(sentence: Sentence, claims: list[Claim], result: Score) -> None:
    wanted = [fact for fact in sentence.facts if fact.kind == "+"]
    seen = set()
    for claim in claims:
        key = (
            said(claim["subject"])[0],
            said(claim["relation"])[0],
            said(claim.get("object"))[0],
            claim.get("polarity"),
        )
        if key not in seen:
            seen.add(key)
            result.verdicts[sentence.key].append((claim, verdict(claim, sentence.facts)))
            parts = (*said(claim["subject"])[:1], *said(claim.get("object"))[:1])
            result.long += any(len(plain(part)) > LONG for part in parts)
    for fact in wanted:
        by = [claim for claim in claims if matches(claim, fact, True)]
        (result.found if by else result.missed).append((sentence.key, fact))
        for qualifier in fact.qualifiers if by else ():
            result.qualifiers[qualifier].append(any(right(claim, fact, qualifier) for claim in by))


def verdict(claim: Claim, facts: list[Fact]) -> str:
    """right, wrong, bad (tempting and wrong) or neutral (only a wild card of a fact that is not asked for)."""
    hits = [fact for fact in facts if fact.kind != "-" and matches(claim, fact, False)]
    if any(right_polarity(claim, fact) for fact in hits):
        only_wild = all(fact.kind == "?" and "*" in fact.forms[0][2] for fact in hits)
        return "neutral" if only_wild else "right"
    positive = claim.get("polarity", "positive") == "positive"
    if not hits and positive and any(fact.kind == "-" and matches(claim, fact, False) for fact in facts):
        return "bad"
    return "wrong"


def errors(gold: list[Sentence], result: Score) -> Iterator[str]:
    """Sentence by sentence what was missed and what was wrong."""
    missed: dict[str, list[Fact]] = defaultdict(list)
    for key, fact in result.missed:
        missed[key].append(fact)
    for sentence in gold:
        wrong = [(claim, given) for claim, given in result.verdicts[sentence.key] if given in ("wrong", "bad")]
        if wrong or missed[sentence.key]:
            yield f"\n{sentence.key} {sentence.text}"
        yield from (f"  missed  {fact}" for fact in missed[sentence.key])
        for claim, given in wrong:
            parts = (said(claim[part])[0] for part in ("subject", "relation", "object"))
            yield f"  {given:7} {' | '.join(parts)}  ({claim.get('polarity', '')}, {claim.get('extractor', '')})"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("task", choices=("documents", "score"))
    parser.add_argument("gold", type=Path)
    parser.add_argument("claims", type=Path, nargs="?")
    parser.add_argument("--errors", action="store_true", help="list what was missed and what was wrong")
    options = parser.parse_args()
    try:
        gold = read_gold(options.gold)
    except GoldError as error:
        sys.exit(str(error))
    if options.task == "documents":
        for sentence in gold:
            print(
                json.dumps(
                    {"id": sentence.key, "text": sentence.text, "date": sentence.date or None}, ensure_ascii=False
                )
            )
        return
    if options.claims is None:
        sys.exit("give the claims.jsonl to score")
    result = score(gold, [json.loads(line) for line in options.claims.read_text(encoding="utf-8").splitlines()])
    for line in errors(gold, result) if options.errors else ():
        print(line)
    for name, value in result.rows():
        print(f"{name:16} {value}")


if __name__ == "__main__":
    main()
