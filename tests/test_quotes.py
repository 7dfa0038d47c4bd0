"""Whatever the input: `text[start:end]` is the quote, for every claim and every mention of every build."""

from __future__ import annotations

import json
import tempfile
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import nlp as pipelines
from kg import pipeline

NAMES = [
    "Hugo Chávez",
    "Zoë O’Brien-Łukasz",
    "Москва",
    "北京",
    "São Tomé 🇸🇹",
    "U.S.",
    "Māori Ltd.",
    "İstanbul",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 Corp",
    "Peru",
]
VERBS = [
    "visited",
    "has bought 5 ships from",
    "could not sell oil to",
    "said it will meet",
    "– 😀 – accused",
    "is home to",
]
GLUE = [" ", "\n", "\r\n", "\t", "\r\n\r\n", "\n\n", "  ", "\u00a0", "\u2028", " \u200d ", "-\n", "\f", "e\u0301 "]
ODD = [
    "👩‍👩‍👧",
    "“quoted”",
    "(a) ",
    "2.  (C)  ",
    "* ",
    "日本語のテキスト。",
    "ﬁ",
    "\u202e",
    "ß",
    "...",
    "!?",
    "Mr. ",
    "\x00",
    "\ufeff",
]

sentence = st.builds(
    lambda s, a, v, b, o, end: s + a + v + b + o + end,
    st.sampled_from(NAMES),
    st.sampled_from(GLUE),
    st.sampled_from(VERBS),
    st.sampled_from(GLUE),
    st.sampled_from(NAMES),
    st.sampled_from([".", "!", "?", "", " on Monday.", ", he said."]),
)
text = st.lists(st.one_of(sentence, st.sampled_from(ODD), st.text(max_size=12)), min_size=1, max_size=8).flatmap(
    lambda parts: st.sampled_from(GLUE).map(lambda glue: glue.join(parts))
)


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").split("\n") if line]


def assert_quotes_hold(folder: Path) -> int:
    texts = {row["id"]: row["text"] for row in rows(folder, "documents.jsonl")}
    quotes = 0
    for claim in rows(folder, "claims.jsonl"):
        body = texts[claim["doc"]]
        assert body[claim["start"] : claim["end"]] == claim["sentence"]
        for who in (claim["subject"], claim["object"]):
            if who and who["start"] is not None:
                assert body[who["start"] : who["end"]] == who["text"]
                quotes += 1
    for mention in rows(folder, "mentions.jsonl"):
        assert texts[mention["doc"]][mention["start"] : mention["end"]] == mention["text"]
        quotes += 1
    return quotes


def test_the_quotes_of_the_seeds(seeds_output: Path) -> None:
    assert assert_quotes_hold(seeds_output) > 200


@pytest.fixture(scope="module", autouse=True)
def one_pipeline(nlp: Any) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipelines, "load", lambda model=None: nlp)
        yield


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(text, min_size=1, max_size=3), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_the_quotes_of_any_text(texts: list[str], encoding: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "good.txt").write_text("Germany sold boats to Peru.", encoding="utf-8")
        for number, body in enumerate(texts):
            (folder / f"{number}.txt").write_bytes(body.encode(encoding, "replace"))
        lines = [json.dumps({"id": f"j{number}", "text": body}) for number, body in enumerate(texts)]
        (folder / "more.jsonl").write_text("\n".join(lines), encoding="utf-8")
        pipeline.build_into(folder / "out", [folder], pipeline.Options(any_language=True))
        assert assert_quotes_hold(folder / "out") >= 1


@settings(max_examples=40)
@given(text)
def test_the_text_of_a_jsonl_document_is_kept_but_for_control_characters(body: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = [json.dumps({"id": "g", "text": "Germany sold boats to Peru."}), json.dumps({"id": "a", "text": body})]
        (folder / "more.jsonl").write_text("\n".join(lines), encoding="utf-8")
        pipeline.build_into(folder / "out", [folder], pipeline.Options(any_language=True))
        kept = {row["id"]: row["text"] for row in rows(folder / "out", "documents.jsonl")}
        same = kept.get("a", body)
        assert len(same) == len(body)
        assert all(a == b or unicodedata.category(b) in ("Cc", "Cs", "Cn") for a, b in zip(same, body, strict=True))
