"""Sums of money that the parser takes apart: "priced at US $199"."""

from __future__ import annotations

from kg.repairs.evidence import Evidence
from kg.tree import Word

COUNTRIES = frozenset({"US", "U.S.", "AU", "NZ", "HK", "A", "C"})  # whose dollars they are


def dollars(sign: Word, evidence: Evidence) -> None:
    """The country before the sign says whose money it is, and is nothing that is paid: "priced at US $199"."""
    number, country = sign.head, evidence.sentence.words[sign.i - 1] if sign.i else None
    if sign.text != "$" or number is None or country is None or country.text not in COUNTRIES or number.tag != "CD":
        return
    if country.head is None or country.within(number):
        return
    number.attach(country.head, country.dep)
    for child in list(country.children):
        child.attach(number, child.dep)
    country.attach(number, "compound")
