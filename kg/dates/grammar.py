"""The patterns of English date expressions, each with its reader; compiled on first use."""

from __future__ import annotations

import functools
import re

from kg.dates.readers import (
    CENTURIES,
    Reader,
    read_ago,
    read_century,
    read_days,
    read_decade,
    read_deictic,
    read_month_year,
    read_numeric,
    read_past,
    read_quarter,
    read_relative,
    read_season,
    read_weekday,
    read_year,
)
from kg.lexicon import table


@functools.cache
def grammar() -> tuple[tuple[re.Pattern[str], Reader, str], ...]:
    """The patterns, compiled once; the group named `cue` marks an expression that needs a word before it."""
    names = sorted(table("months"), key=len, reverse=True)
    m = "|".join(f"{name.capitalize()}" for name in names) + "|" + "|".join(n.upper() for n in names if n != "may")
    m, upper = f"(?:{m})\\b\\.?", "|".join(n.upper() for n in names if len(n) == 3)
    d = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th)?"
    y = r"(?:1[0-9]\d\d|20\d\d)(?![\d%]|[.,]\d|-\w|s\b)"
    dash = r"\s?(?:-{1,2}|–|—|/|to|through|and)\s?"
    weekdays = "|".join(
        name.capitalize() if name.endswith("day") else rf"{name.capitalize()}(?=[.,])" for name in table("weekdays")
    )
    which = r"(?P<which>last|next|this|past|coming|previous|following|current)"
    units = r"(?P<unit>day|week|fortnight|weekend|month|quarter|year|decade|century)"
    count = r"(?P<n>\d{1,3}|an?|" + "|".join(sorted((w for w in table("number_words")), key=len, reverse=True)) + ")"
    bound = "(?:(?P<within>[Ll]ess than|[Uu]p to)|(?P<beyond>[Mm]ore than|[Aa]t least))"
    hours = "(?:morning|afternoon|evening|night)"
    rel = r"(?P<rel>(?:last|this|next) year)"
    part = "[Ee]arly|[Mm]id|[Ll]ate|end|(?:beginning|start|middle|turn)(?= of)"
    parts = rf"(?:(?P<part>{part})(?:-| of the year | of | in |\s))?"
    begins, ends = r"(?<![\w$€£-])", r"(?!\w)"
    day_text = r"(?P<{}>" + d.replace("(?:st|nd|rd|th)?", "") + r")(?:st|nd|rd|th)?"
    d1, d2 = day_text.format("d1"), day_text.format("d2")
    m1, m2, yy = f"(?P<m1>{m})", f"(?P<m2>{m})", f"(?P<y>{y})"
    of_year = rf"(?:,?\s(?:of\s)?{yy})?"
    rows: list[tuple[str, Reader, str]] = [
        (r"(?P<iso>[12]\d{3}-[01]\d-[0-3]\d)|(?P<a>[0-3]?\d)[/.](?P<b>[0-3]?\d)[/.](?P<c>[12]\d{3})", read_numeric, ""),
        (rf"{m1}\s{d1}{dash}{m2}\s{d2}{of_year}", read_days, ""),
        (rf"{d1}\s(?:of\s)?{m1}{dash}{d2}\s(?:of\s)?{m2}{of_year}", read_days, ""),
        (rf"{m1}\s{d1}{dash}{d2}(?!,\d){of_year}", read_days, ""),
        (rf"{d1}{dash}{d2}\s(?:of\s)?{m1}{of_year}", read_days, ""),
        (rf"(?:{which}\s)?{m1}\s(?:the\s)?{d1}(?![,.]\d){of_year}", read_days, ""),
        (rf"{d1}\s(?:of\s)?{m1}{of_year}", read_days, ""),
        (rf"(?:{which}\s)?{parts}{m1}(?:,?\s(?:of\s)?(?:{yy}|{rel}))?", read_month_year, "month"),
        (rf"(?:{which}\s)?(?P<season>spring|summer|autumn|fall|winter)(?:\s(?:of\s)?{yy})?", read_season, "season"),
        (
            r"(?:Q(?P<q>[1-4])|(?P<nth>first|second|third|fourth|last|[1-4](?:st|nd|rd|th))[- ](?P<half>half|quarter))"
            rf"(?:\s(?:of\s)?(?:{yy}|{rel}))?",
            read_quarter,
            "",
        ),
        (
            rf"{parts}(?:(?:[Ff]iscal(?: [Yy]ear)?|FY|the year|year)\s)?(?P<y>{y}|(?:1[0-9]|20)\d\d(?=[-/–]\d))"
            r"(?:\s?[-–/]\s?(?P<y2>(?:1[0-9]|20)?\d\d)(?![\d%-]))?",
            read_year,
            "year",
        ),
        (rf"{d1}\s(?P<m1>{upper})\s(?P<y>\d\d)", read_days, ""),
        (
            rf"(?P<part>beginning|start|middle|end) of (?:the )?(?:{which}\s)?(?P<unit>year|month|decade|century)",
            read_relative,
            "",
        ),
        (rf"(?:the\s)?{parts}['’]?(?P<decade>[12]\d\d0|(?<=['’])[2-9]0)['’]?s", read_decade, ""),
        (
            rf"(?:the\s)?(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(CENTURIES)})[- ]century",
            read_century,
            "",
        ),
        (
            rf"the day before yesterday|the day after tomorrow|last night|(?:yesterday|tomorrow)(?: {hours})?"
            r"|(?:earlier |later )?today|tonight|this (?:morning|afternoon|evening)",
            read_deictic,
            "",
        ),
        (
            rf"(?:{which}\s)?(?P<wd>{weekdays})(?:\.(?=[ ,]))?(?: {hours})?(?:\s(?P<week>(?:last|this|next) week))?",
            read_weekday,
            "",
        ),
        (rf"(?:the\s)?{parts}{which}\s{units}", read_relative, ""),
        (rf"(?:{bound}\s)?{count}\s{units}s?\s(?P<ago>ago|from now)", read_ago, ""),
        (rf"(?:the\s)?{which}\s{count}\s{units}s?", read_past, ""),
    ]
    return tuple((re.compile(f"{begins}(?:{pattern}){ends}"), reader, kind) for pattern, reader, kind in rows)
