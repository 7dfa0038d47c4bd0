"""What several sources say, what one says, and where they disagree."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from corpora import BUY, CORPUS, MET, PLANES, SELL, TANKS, WILL_SELL, claim

from kg.comparison import COLUMNS, ON_SCREEN, Compared, as_csv, as_table, as_text, compare
from kg.graph import KnowledgeGraph
from kg.model import Claim


def findings(*claims: Claim, **changes: object) -> dict[tuple[str, str, str], Compared]:
    corpus = replace(CORPUS, claims=claims or CORPUS.claims, **changes)  # type: ignore[arg-type]
    rows = compare(KnowledgeGraph.from_corpus(corpus))
    return {(row.finding, f"{row.subject} {row.relation}", row.object): row for row in rows}


def test_what_two_sources_say_and_what_one_says() -> None:
    found = findings()
    assert len(found["several", "Venezuela buys", "fighter planes"].sources) == 2
    assert found["one only", "Venezuela buys", "tanks"].said == ("07MOSCOW1: asserted (Lavrov)",)
    assert ("several", "Venezuela buys", "tanks") not in found


def test_one_says_it_and_another_denies_it() -> None:
    found = findings()["disagree in polarity", "Russia sells", "submarines"]
    assert found.said == ("Chavez in Russia: positive", "07MOSCOW1: negative (ministry)")
    assert len(found.claims) == 2


def test_a_fact_for_one_and_a_plan_for_another() -> None:
    found = findings(
        claim("bbc", PLANES, "Venezuela", BUY, "tanks", modality="planned"),
        claim("cable", TANKS, "Venezuela", BUY, "tanks"),
    )
    assert found["disagree in modality", "Venezuela buys", "tanks"].said == (
        "Chavez in Russia: planned",
        "07MOSCOW1: asserted",
    )


LED = ("led by", "be led by", "is led by")


def test_each_names_one_object_and_not_the_same() -> None:
    first = claim("bbc", WILL_SELL, "Russia", LED, "Hugo Chavez")
    found = findings(first, claim("cable", MET, "Russia", LED, "Lavrov"))
    assert found["disagree in object", "Russia is led by", "?"].said == (
        "Chavez in Russia: Hugo Chavez",
        "07MOSCOW1: Lavrov",
    )


def test_who_names_several_objects_or_mere_things_does_not_disagree() -> None:
    first = claim("bbc", WILL_SELL, "Russia", LED, "Hugo Chavez")
    second = claim("bbc", PLANES, "Russia", LED, "Lavrov")
    found = findings(first, second, claim("cable", MET, "Russia", LED, "Lavrov"))
    assert not any(kind == "disagree in object" for kind, _, _ in found)
    found = findings(claim("bbc", PLANES, "Russia", SELL, "tanks"), claim("cable", MET, "Russia", SELL, "submarines"))
    assert not any(kind == "disagree in object" for kind, _, _ in found)


def test_a_copy_is_no_second_source() -> None:
    assert not any(kind == "several" for kind, _, _ in findings(copies={"cable": "bbc"}))


def test_the_other_side_of_the_same_event_is_told_once() -> None:
    found = findings(*CORPUS.claims[:2])
    assert {key[1] for key in found} == {"Venezuela buys"}


def test_table_and_csv() -> None:
    rows = compare(KnowledgeGraph.from_corpus(CORPUS))
    assert as_table(rows).splitlines()[0].split() == list(ON_SCREEN)
    assert max(map(len, as_table(rows).splitlines())) < 300
    read = list(csv.DictReader(io.StringIO(as_csv(rows))))
    assert [row["finding"] for row in read] == [row.finding for row in rows]
    assert read[0]["quotes"].count(" | ") == 1
    assert as_csv([]) == ",".join(COLUMNS) + "\r\n"


def test_to_read_each_finding_stands_under_its_heading_and_its_source() -> None:
    rows = list(findings().values())
    text = as_text(rows)
    assert f"One says it, another denies it ({sum(row.finding == 'disagree in polarity' for row in rows)})\n" in text
    assert text.index("Said by several") < text.index("Said by one source only")
    for row in rows:
        assert f"{row.subject} {row.relation} {row.object}".strip() in text
