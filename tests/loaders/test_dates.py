"""Dates of documents in any common form."""

from __future__ import annotations

import pytest

from kg.loaders import dates

FORMS = {
    "Last Updated: Thursday, 28 June 2007, 00:42 GMT": "2007-06-28",
    "28th of June, 2007": "2007-06-28",
    "June 28, 2007": "2007-06-28",
    "JUN. 28 2007": "2007-06-28",
    "27 JUN 07": "2007-06-27",
    "27 Jun 72": "1972-06-27",
    "2007-06-27T15:26:00Z": "2007-06-27",
    "2007/6/27": "2007-06-27",
    "2007 June 27, 15:26 (Wednesday)": "2007-06-27",
    "28/06/2007": "2007-06-28",
    "06/28/2007": "2007-06-28",
    "28.6.2007": "2007-06-28",
    "06/07/2007": "2007",
    "Sept. 3, 2019": "2019-09-03",
    "June 2007": "2007-06",
    "February 30, 2007": None,
    "May I come in 2007 times": None,
    "no date": None,
    "1.4 (b, d)": None,
}


@pytest.mark.parametrize(("text", "wanted"), FORMS.items())
def test_first(text: str, wanted: str | None) -> None:
    assert dates.first(text) == wanted


def test_besides_leaves_the_rest() -> None:
    assert dates.besides("Moscow, June 5, 1961, 9 p.m.") == "Moscow"
    assert dates.besides("Thursday, 28 June 2007, 00:42 GMT 01:42 UK") == ""
    assert dates.besides("1918-04-24T18:00:00") == ""
