"""The header of a cable: lines of fields, the table of an archive's page, date-time groups and addresses → metadata."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.loaders import dates
from kg.loaders.composing import spaced
from kg.model import Metadata

IDENTIFIER = r"\d{2}[A-Z]{3,}(?:[A-Z0-9]*[A-Z])?\d{1,6}(?:_[a-z])?"
CLASSES = r"TOP SECRET|SECRET|CONFIDENTIAL|LIMITED OFFICIAL USE|UNCLASSIFIED|UNCLAS"
STAMP = r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?"
TABLE = re.compile(
    rf"\b(?P<reference>{IDENTIFIER})\s+(?P<date>{STAMP})\s+(?:(?P<released>{STAMP})\s+)?"
    rf"(?P<classification>(?:{CLASSES})(?:/{{1,2}}[A-Z][A-Z /]*[A-Z])?)\s+(?P<origin>[A-Z][A-Za-z.,' ()-]*)"
)
GROUP = re.compile(r"\b(?P<day>\d{2})\d{4}Z\s+(?P<month>[A-Z]{3})\s+(?P<year>\d{2,4})\b")
SPACED_OUT = re.compile(r"^(?P<letters>(?:[A-Z] ){3,}[A-Z])(?=[\s/]|$)(?:\s+(?P<more>[A-Z] (?:[A-Z] )+[A-Z])(?=\s|$))?")
SECTION = re.compile(r"(?:SECTION \d+ OF \d+\s+)?(?P<post>[A-Z][A-Z ]*?[A-Z])\s+0*(?P<number>\d{1,6})(?:\s|$)")
STARTS = {
    "executive": r"E\.?\s?O\.?\s*1\d{4}|EO\s*1\d{4}|DECL\b",
    "tags": r"TAGS\b\s*:?",
    "subject": r"SUBJ(?:ECT)?\b\s*:",
    "references": r"REFS?(?:ERENCES?)?(?:TELS?)?\b\s*[:(]",
    "classified": r"(?:CLASSIFIED|Classified)\s+(?:BY|By|by)\b\s*:?|Classified by\b\s*:?",
    "sender": r"FM\s+",
    "addressees": r"TO\s+(?=[A-Z]{4,}|[A-Z]+/)",
    "copies": r"INFO\s+(?=[A-Z]{4,}|[A-Z]+/)",
    "routing": r"DE\s+R[A-Z]{4,}|VZCZC|ZNY|ZNR|[OPRZ]{1,2}\s+\d{6}Z|BT$|SIPDIS|NOFORN|(?:STATE|DEPT|DEPARTMENT|NSC) FOR"
    r"|Reason\b|REASON\b|Derived From|Declassify",
    "class": rf"(?:[A-Z] ){{3,}}[A-Z]\b|(?:{CLASSES})(?:\s+SECTION|\s*//|\s+[A-Z]+\s+\d{{3,}}|\s*$)",
}
FIELD = re.compile("|".join(f"(?P<{name}>{start})" for name, start in STARTS.items()))
LABELLED = re.compile(
    r"^(?P<label>Reference ID|Canonical ID|Cable ID|Created|Released|Release date|Date|Original Classification"
    r"|Classification|Origin|From|To|Subject|Tags|Document Number)"
    r"\s*[:\t]\s*(?P<value>\S.*)$",
    re.I,
)
LONE_LABELS = ("reference id", "canonical id", "created", "released", "classification", "origin")
SIGNS = tuple(
    re.compile(sign, re.M)
    for sign in (
        rf"(?<!\w){IDENTIFIER}(?!\w)",
        r"^\s*DE R[A-Z]{4,} ?#?\d+",
        r"^\s*(?:[OPRZ]{1,2} )?\d{6}Z [A-Z]{3} \d\d",
        r"^\s*E\.?\s?O\.? ?1\d{4}",
        r"^\s*(?:Classified|CLASSIFIED) B[yY]\b",
        r"^\s*(?:[A-Z] ){5,}[A-Z]\b|^\s*UNCLAS\b",
        r"^\s*FM (?:AM|US|SEC)[A-Z]+ ",
        r"^\s*TAGS:? +[A-Z]{4}\b",
        r"^\s*SUBJ(?:ECT)?:",
        r"^\W{0,3}\d{1,3}\s?\.\s{0,4}\((?:C|U|S|SBU|S/NF|C/NF|LOU)\)",
    )
)
POSTS = (
    ("AMEMBASSY", "Embassy"),
    ("AMCONSUL", "Consulate"),
    ("USMISSION", "Mission"),
    ("SECSTATE", "Secretary of State"),
    ("USDEL", "Delegation"),
)
REASONS = re.compile(
    r"[\s,;:(]*(?:\b(?:for\s+)?reasons?\b.*|\b(?:e\.?o\.?\s*\d+.*)|\b(?:section\s+)?1\.[45]\b.*)$", re.I | re.S
)


@dataclass(frozen=True, slots=True)
class Header:
    """The metadata, and the "Classified By" line, which names people."""

    known: Metadata
    classified_line: str | None


def field_end(lines: Sequence[str], gaps: Sequence[int], at: int, limit: int) -> int:
    """Where the field that begins on line `at` ends: at a blank line, a new field, a closed sentence or `limit`."""
    match = FIELD.match(lines[at])
    at += 1
    if match is None or match.lastgroup in ("routing", "executive", "class"):
        return at
    while at < limit and not gaps[at] and not FIELD.match(lines[at]):
        if match.lastgroup == "classified" and _closed(lines[at - 1], lines[at]):
            break
        at += 1
    return at


def _closed(line: str, following: str) -> bool:
    """Does a "Classified By" end with this line, which may go on with "and (d)."?"""
    return line.endswith(".") or (line.endswith(")") and not (following[0].islower() or following[0] == "("))


def read(lines: Sequence[str], gaps: Sequence[int]) -> Header:
    """What the lines above the body say."""
    fields = _fields(lines, gaps)
    labels = _labels(lines)
    table = _table(lines)
    text = "\n".join(lines)
    group = GROUP.search(text)
    sender = next(iter(fields.get("sender", [])), None) or labels.get("from")
    reference = (
        table.get("reference")
        or labels.get("reference id")
        or labels.get("canonical id")
        or labels.get("cable id")
        or labels.get("document number")
    )
    classified = " ".join(fields.get("classified", []))
    known = Metadata(
        kind="cable",
        reference=reference or _identifier(text) or _built(lines, group),
        date=_iso(table.get("date") or labels.get("created") or labels.get("date")) or _grouped(group),
        released=_iso(table.get("released") or labels.get("released") or labels.get("release date")),
        classification=table.get("classification")
        or labels.get("original classification")
        or labels.get("classification")
        or _classification(lines),
        origin=table.get("origin") or labels.get("origin") or _post(sender),
        sender=sender,
        addressees=tuple(fields.get("addressees", []) + fields.get("copies", []))
        or tuple([labels["to"]] if "to" in labels else []),
        classified_by=REASONS.sub("", classified).strip(" ,.;:") or None,
        subject=(subject := spaced(" ".join(fields.get("subject", []))) or labels.get("subject")),
        title=subject,
        tags=tuple(re.findall(r"[A-Z]{2,5}\b", " ".join(fields.get("tags", [])))),
        references=_references(fields.get("references", [])),
    )
    return Header(known, _classified_line(lines, gaps))


def _fields(lines: Sequence[str], gaps: Sequence[int]) -> dict[str, list[str]]:
    """The lines of each field, its name cut off."""
    found: dict[str, list[str]] = {}
    at = 0
    while at < len(lines):
        match = FIELD.match(lines[at])
        if match is None or match.lastgroup is None:
            at += 1
            continue
        end = field_end(lines, gaps, at, len(lines))
        said = [re.sub(r"^[\s:]+", "", lines[at][match.end() :]), *lines[at + 1 : end]]
        found.setdefault(match.lastgroup, []).extend(spaced(line) for line in said if line.strip())
        at = end
    return found


def _classified_line(lines: Sequence[str], gaps: Sequence[int]) -> str | None:
    for at, line in enumerate(lines):
        match = FIELD.match(line)
        if match and match.lastgroup == "classified":
            return " ".join(lines[at : field_end(lines, gaps, at, len(lines))])
    return None


def _table(lines: Sequence[str]) -> dict[str, str]:
    """The row of an archive's page, on one line or a cell a line."""
    for at, line in enumerate(lines):
        if re.match(IDENTIFIER, line):
            row = TABLE.match(line) or TABLE.match(" ".join(lines[at : at + 5]))
            if row:
                return {name: spaced(value) for name, value in row.groupdict().items() if value}
    return {}


def _labels(lines: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if match := LABELLED.match(line):
            found.setdefault(match["label"].lower(), spaced(match["value"]))
        elif (label := line.rstrip(":").lower()) in LONE_LABELS and following.rstrip(":").lower() not in LONE_LABELS:
            found.setdefault(label, spaced(following))
    return found


def _iso(text: str | None) -> str | None:
    return dates.first(text) if text else None


def _grouped(group: re.Match[str] | None) -> str | None:
    return dates.first(f"{group['day']} {group['month']} {group['year']}") if group else None


def _identifier(text: str) -> str | None:
    found = re.search(rf"(?<!\w){IDENTIFIER}(?!\w)", text)
    return found[0] if found else None


def _built(lines: Sequence[str], group: re.Match[str] | None) -> str | None:
    """Year, post and number, as archives name a cable: 07MOSCOW3139."""
    for line in lines:
        if (
            group
            and (start := SPACED_OUT.match(line) or re.match(r"(?:UNCLAS\w*|CONFIDENTIAL|SECRET)\b", line))
            and (found := SECTION.search(line[start.end() :]))
        ):
            return f"{group['year'][-2:]}{found['post'].split('OF ')[-1].replace(' ', '')}{found['number']}"
    return None


def _classification(lines: Sequence[str]) -> str | None:
    for line in lines:
        if spaced_out := SPACED_OUT.match(line):
            word = re.sub(r"\s", "", spaced_out["letters"])
            word = {"TOPSECRET": "TOP SECRET", "UNCLAS": "UNCLASSIFIED"}.get(word, word)
            return word if re.fullmatch(CLASSES, word) else None
        if found := re.match(rf"(?:{CLASSES})(?://[A-Z]+)*(?=\s+SECTION|\s+[A-Z]+ \d|\s*$)", line):
            return "UNCLASSIFIED" if found[0] == "UNCLAS" else found[0]
    return None


def _post(sender: str | None) -> str | None:
    for short, full in POSTS:
        if sender and sender.upper().startswith(short):
            return f"{full} {sender[len(short) :].strip().title()}".strip()
    return None


def _references(lines: Sequence[str]) -> tuple[str, ...]:
    items = re.split(r"\s*(?:;|\b[A-Z]\.\s|\([A-Z]\)\s)\s*", " ".join(lines))
    return tuple(item.strip(" ,:.") for item in items if item.strip(" ,:."))
