"""The loaders' own word lists: files of kg/lexicon with `[section]`s, or with several words a line."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from kg.lexicon import table


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """The lines of each `[section]` of a list; what follows `#` after white space is a comment."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for raw in (files("kg.lexicon") / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        line = re.sub(r"(^|\s+)#.*", "", raw).strip()
        if head := re.fullmatch(r"\[(.+)\]", line):
            current = found.setdefault(head[1], [])
        elif line:
            current.append(line)
    return {key: tuple(lines) for key, lines in found.items()}


@cache
def marks(section: str) -> frozenset[str]:
    """The single words of a section of furniture.txt."""
    return frozenset(word for line in sections("furniture")[section] for word in line.split())


@cache
def phrases(section: str) -> tuple[str, ...]:
    """The lines of a section of furniture.txt, longest first, so that the first match is the fullest."""
    return tuple(sorted(sections("furniture")[section], key=lambda line: (-len(line), line)))


@cache
def function_words(language: str) -> frozenset[str]:
    """The function words of a language."""
    return frozenset(table("function_words")[language].split())
