"""The time expressions of a document, resolved against its date.

"Chavez visits Moscow on June 28-30" with a document of 2007-06-27 → 2007-06-28/2007-06-30; "since 2005" → 2005/..;
"on Wednesday" is the last one, or the next one under "will". Durations ("for ten days"), ages ("a 27-year contract")
and numbers ("in 2000 cases") are left alone. Our own grammar reads first; date-wrangler reads what spaCy takes for a
date and the grammar does not know.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from date_wrangler import parse
from spacy.tokens import Doc, Span, Token

from kg.dates import Anchor, Found, Grain, Period, Tense, anchor, find
from kg.lexicon import table
from kg.model import Document, Time

NO_DATE = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY", "PRODUCT", "ORDINAL"})
NO_MONTH = frozenset({"PERSON", "ORG", "GPE", "PRODUCT", "WORK_OF_ART", "LOC", "FAC"})
# What date-wrangler may be asked about: something that names a calendar unit and is neither an age nor a duration.
DATED = re.compile(r"\b(?:\d{4}|ago|last|next|this|yesterday|today|tomorrow|year-end|new year)\b", re.IGNORECASE)
UNDATED = re.compile(
    r"\d-(?:year|month|week|day)|\bold\b|\bage|\b(?:each|every|annual|daily|per|same)\b|\b(?:years|months|weeks|days|hours)$",
    re.IGNORECASE,
)
SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
BEFORE_IT = frozenset({"after", "before", "if", "once", "until", "when"})
LATER = frozenset({"planned", "desired", "possible", "required"})


def find_times(document: Document, doc: Doc) -> tuple[Time, ...]:
    """Times in text order; their spans take in "since" and "until" but not "in", "on", "by" or "during"."""
    at = anchor(document.date)
    text = doc.text

    def tense(start: int, end: int) -> Tense:
        span = doc.char_span(start, end, alignment_mode="expand")
        return _tense(span.root) if span is not None else ""

    read = find(text, at, tense)
    found = [item for item in read if _believed(item, doc)] + _by_wrangler(doc, at, read)
    found.sort(key=lambda item: item.start)
    return tuple(_time(document, item) for item in found)


def _time(document: Document, item: Found) -> Time:
    period = item.period
    begin, end = (day.isoformat() if day else None for day in (period.begin, period.end))
    return Time(item.start, item.end, document.text[item.start : item.end], period.value, begin, end)


def _believed(item: Found, doc: Doc) -> bool:
    """A lone year or month needs spaCy's agreement; no number, name or event is a time."""
    span = doc.char_span(item.start, item.end, alignment_mode="expand")
    if span is None:
        return False
    root = span.root
    if any(token.ent_type_ in ("EVENT", "WORK_OF_ART", "LAW") for token in span) and not item.joined:
        return False
    if not (item.bare or len(span) <= 2):
        return True
    kind = root.ent_type_
    after = doc[span.end] if span.end < len(doc) else None
    named_after = after is not None and after.pos_ == "PROPN" and after.is_title  # "June Jones", "2014 Winter Olympics"
    if named_after and len(span) == 1 and root.head.i > root.i and root.dep_ in ("nummod", "compound", "amod", "nmod"):
        return False
    month = any(token.lower_.rstrip(".") in table("months") for token in span)
    if month and len(span) == 1:
        return kind == "DATE" or not (item.bare or kind in NO_MONTH)
    if (item.bare and item.period.grain != "year") or root.lower_ in SEASONS:
        return kind == "DATE" and root.pos_ != "VERB"
    year = span[-1].shape_ == "dddd" and item.period.grain == "year"
    if year and (kind in NO_DATE or (kind != "DATE" and root.dep_ == "nummod" and root.head.i > root.i)):
        return False
    if year and len(span) == 1 and _is_number_of_a_telegram(span):
        return False
    if not item.bare:
        return True
    before = doc[span.start - 1] if span.start else None  # "EMBTEL 1941" is a number, whatever spaCy says
    named = before is not None and before.pos_ in ("NOUN", "PROPN", "NUM") and not before.is_title
    return kind == "DATE" and not named and item.period.begin is not None and item.period.begin.year >= 1600


def _is_number_of_a_telegram(span: Span) -> bool:
    """Is it no year: "your 1560 [and 1570]", "Deptel 1978", "Washington 1911 and 1917"?"""
    doc, at = span.doc, span.start - 1
    while at > 0 and (doc[at].lower_ in ("and", "or", "[", "(") or doc[at].shape_ == "dddd"):
        at -= 1
    if at < 0:
        return False
    before = doc[at]
    sender = before.ent_type_ in ("GPE", "PERSON") and before.dep_ != "pobj" and doc[span.start - 1].text not in "[("
    return before.tag_ == "PRP$" or before.lower_.endswith("tel") or sender


def _tense(token: Token) -> Tense:
    """Whether the clause that the expression hangs on directly looks back or ahead; "" when a noun stands between."""
    head = token.head
    if token.dep_ == "pobj" and head.dep_ in ("prep", "agent"):
        if head.lower_ not in ("on", "in", "during", "at", "late", "early"):
            return ""
        head = head.head
    if head.pos_ not in ("VERB", "AUX") or head is token:
        return ""
    for _ in range(4):
        helpers = {child.lower_ for child in head.children if child.dep_ in ("aux", "auxpass", "neg")}
        if helpers & {"will", "'ll", "wo", "shall", "would"} or _is_to_come(head, helpers):
            return "future"
        if helpers & {"was", "were", "had", "did", "has", "have", "having"} or head.tag_ == "VBD":
            return "past"
        bare = head.tag_ == "VB" and not helpers and head.dep_ in ("ccomp", "xcomp")
        if (bare or "to" in helpers) and head.dep_ in ("xcomp", "ccomp", "acl", "advcl") and head.head is not head:
            governor = head.head
            modality = table("modality_verbs").get(governor.lemma_) or table("modality_adjectives").get(governor.lower_)
            if modality in LATER or governor.pos_ in ("NOUN", "PROPN") or governor.lemma_ == "be":
                return "future"
            head = governor
            continue
        return "past" if head.tag_ == "VBN" and head.dep_ in ("acl", "advcl") else ""
    return ""


def _is_to_come(verb: Token, helpers: set[str]) -> bool:
    """Is it what should or may be, or is arranged: "should go Monday", "propose that it be held", "is going"?"""
    if "have" in helpers:
        return False
    if helpers & {"should", "must", "may", "might", "can", "shall"}:
        return True
    if helpers == {"be"} and verb.tag_ == "VBN" and verb.dep_ == "ccomp":
        return True
    if verb.tag_ == "VBG" and helpers & {"is", "are", "am"}:
        return True
    opening = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
    return verb.dep_ == "advcl" and verb.tag_ in ("VBZ", "VBP") and bool(opening & BEFORE_IT)


def _by_wrangler(doc: Doc, at: Anchor | None, read: list[Found]) -> list[Found]:
    """What spaCy calls a date, our grammar does not know, and date-wrangler reads as a whole."""
    if at is None or at.grain != "day":
        return []
    taken = [(item.start, item.end) for item in read]
    more = []
    for span in doc.ents:
        if span.label_ != "DATE" or any(start < span.end_char and span.start_char < end for start, end in taken):
            continue
        if DATED.search(span.text) and not UNDATED.search(span.text) and (period := _wrangled(span, at.day)):
            more.append(Found(span.start_char, span.end_char, period))
    return more


def _wrangled(span: Span, today: date) -> Period | None:
    matches = parse(span.text, today=today)
    if len(matches) != 1:
        return None
    begin = matches[0].range.start
    after = matches[0].range.end
    end = after - timedelta(days=1) if after else None
    if begin is None and end is None:
        return None
    grain: Grain = "day"
    if begin and end and begin.day == 1 and (end + timedelta(days=1)).day == 1:
        grain = "year" if begin.month == 1 and end.month == 12 else "month"
    return Period(begin, end, grain)
