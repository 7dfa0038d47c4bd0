"""In what language is a text? Counts each language's function words, and letters of other scripts.

Good enough to keep documents out that an English parser would misread; a text of a few words is not judged.
"""

from __future__ import annotations

import re
from collections import Counter
from types import MappingProxyType

from kg.lexicon import table
from kg.loaders.wordlists import function_words

NAMES = MappingProxyType(
    {
        "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "fi": "Finnish",
        "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "id": "Indonesian", "it": "Italian",
        "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
        "ro": "Romanian", "ru": "Russian or a language of its script", "sv": "Swedish", "th": "Thai", "tr": "Turkish",
        "vi": "Vietnamese", "zh": "Chinese",
    }
)  # fmt: skip
SCRIPTS = (
    ("ru", "\u0400", "\u052f"),
    ("el", "\u0370", "\u03ff"),
    ("ar", "\u0600", "\u06ff"),
    ("he", "\u0590", "\u05ff"),
    ("hi", "\u0900", "\u097f"),
    ("th", "\u0e00", "\u0e7f"),
    ("ja", "\u3040", "\u30ff"),
    ("ko", "\uac00", "\ud7af"),
    ("zh", "\u4e00", "\u9fff"),
)
SAMPLE = 20_000  # characters from the beginning, and as many from the middle
ENOUGH = 20  # words of a text to be judged by its function words
WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None when it is too short or too odd to tell."""
    middle = max(SAMPLE, len(text) // 2)
    sample = text[:SAMPLE] + " " + text[middle : middle + SAMPLE]
    if script := _script(sample):
        return script
    words = Counter(match[0].lower() for match in WORD.finditer(sample))
    total = words.total()
    if total < ENOUGH:
        return None
    shares = {code: sum(words[word] for word in function_words(code)) / total for code in table("function_words")}
    english = shares.pop("en")
    best = max(shares, key=lambda code: (shares[code], code))
    if english >= 0.12 and english >= 0.8 * shares[best]:
        return "en"
    if shares[best] >= 0.12 and shares[best] > 1.4 * english:
        return best
    return "en" if english >= 0.08 else None


def _script(sample: str) -> str | None:
    """The language of the script that most letters belong to, when that is not the Latin one."""
    letters = [char for char in sample if char.isalpha()]
    if len(letters) < 12:
        return None
    counts = {code: sum(low <= char <= high for char in letters) for code, low, high in SCRIPTS}
    if counts["ja"] > 0.1 * len(letters):
        return "ja"
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] > 0.4 * len(letters) else None
