"""The tables of this folder can fail, and there are as many rows as each needs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sentences import Case, check
from spacy.language import Language

FOLDER = Path(__file__).parent
TABLES = sorted(path.stem for path in FOLDER.glob("test_*.py") if path.stem != "test_tables")


def cases(name: str) -> list[Any]:
    source = compile((FOLDER / f"{name}.py").read_text(encoding="utf-8"), name, "exec")
    found: dict[str, Any] = {"__name__": name}
    exec(source, found)
    return [each.values[0] for each in found["CASES"]]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_sentences_and_things_to_leave_alone(name: str) -> None:
    rows = cases(name)
    assert len({row.text for row in rows}) >= 10
    assert len([row for row in rows if row.never]) >= 3


@pytest.mark.parametrize(
    "row",
    [
        Case("Peru attacked Chile.", ("Chile | attacks | Peru",), (), "2011-05-20"),
        Case("Peru attacked Chile.", ("Peru | attacks | Chile | negative",), (), "2011-05-20"),
        Case("Peru attacked Chile.", ("Peru | attacks | Chile | planned",), (), "2011-05-20"),
        Case("Peru did not attack Chile.", ("Peru | attacks | Chile",), (), "2011-05-20"),
        Case("Peru may attack Chile.", ("Peru | attacks | Chile",), (), "2011-05-20"),
        Case("Peru attacked Chile.", (), ("* | attacks | Chile",), "2011-05-20"),
        Case("Peru did not attack Chile.", (), ("Peru | attacks | *",), "2011-05-20"),
        Case("Peru attacked Chile in May.", ("Peru | attacks | Chile | on 2011-06",), (), "2011-05-20"),
    ],
)
def test_a_wrong_row_fails(nlp: Language, row: Case) -> None:
    with pytest.raises(AssertionError):
        check(nlp, row)
