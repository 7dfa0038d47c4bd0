"""English date expressions as periods of days: the grammar and the calendar, without a parse.

"June 28-30" → 2007-06-28/2007-06-30, "last year" → 2006, "since 2005" → 2005/.. (against 2007-06-27). What needs an
anchor date is left out without one. A bare number, "may", an age ("27-year-old") and a duration ("for ten days") are
no dates.
"""

from __future__ import annotations

from kg.dates.expressions import Found, find
from kg.dates.periods import Anchor, Grain, Period, Tense, anchor

__all__ = ["Anchor", "Found", "Grain", "Period", "Tense", "anchor", "find"]
