"""Noun phrases: from a head word to the phrase a reader would take as a node.

"a very clear idea of what he wants" → node "clear idea"; "between five and nine diesel submarines" → node "diesel
submarines", amount "5–9"; "thousands of pages" → node "pages", amount "thousands". The full phrase stays as the quote.
"""

from __future__ import annotations

from kg.phrases.extents import extent
from kg.phrases.making import Phrases
from kg.phrases.names import Names

__all__ = ["Names", "Phrases", "extent"]
