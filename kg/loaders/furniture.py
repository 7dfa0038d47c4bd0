"""What of a page is furniture: menus, prompts to the visitor, notices, counts, link lists, disclaimers.

A line is judged by its form: does it speak to the visitor ("Fill in your details below"), name the things of a page,
hold no sentence, list links? No single sign suffices, and words in quotation marks count for nothing: "Please help
us," he said, is prose. Prose *about* pages is prose as well: "Facebook said users could share posts with friends."
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from kg.loaders import dates
from kg.loaders.wordlists import function_words, marks, phrases
from kg.loaders.wrapping import ENDS

TOKEN = re.compile(r"[^\W_]+(?:[-'’.+&][^\W_]+)*\+?")
MORE = re.compile(r"^more\b.*(?:\.\.\.|…)$|[»›>→▸►]$", re.I)
SIGNING = re.compile(r"\b(?:sign(?:ed|ing)? (?:up|in|out)|log(?:ged|ging)? (?:in|out|on))\b")
SOURCE = re.compile(r"^(?:image|photo|picture|video|media)s?\s+(?:source|credits?|copyright)\b", re.I)
HERE = re.compile(
    r"\b(?:this|our) (?:article|page|site|website|story|e-?mail|blog|webpage|browser|link|newsletter|app)s?\b"
    r"|\byour (?:\S+ )?(?:account|browser|details below|device|e-?mail|inbox|password|profile|settings)s?\b"
)
QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
PLACEHOLDER = re.compile(
    r"/\*|\*/|\bfunction\s?\(|\bvar \w+ ?=|%[sd]\b|\{\{|\}\}|\$\{|<[a-z/!][^>]*>"
    r"|\[(?:if|endif|object Object)\b|&[a-z]{2,6};"
)
SEPARATORS = re.compile(r"\s[|*•·›»>/–—:-]{1,2}\s|(?<=\w)>\s|[|»›•·]|\s{3,}|\t|\u00a0")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![^\s@])[^\s@]+@[^\s@]+\.\w{2,}", re.I)
HANDLE = re.compile(r"(?<!\w)[@#]\w+")
STAMPED = re.compile(
    r"^(?:page |article |story |entry )?(?:last |first |originally )?"
    r"(?:added|submitted|updated|modified|published|posted|revised|reviewed|changed|filed|created|uploaded)\b",
    re.I,
)
BRACKETED = re.compile(r"\[[^\[\]]*\]|<[^<>]*>|\*{3}[^*]*\*{3}")
TRAIL = re.compile(r"^(?:you are here:?\s*)?(?:home|front page|start)\s*(?:[>»›/|]|::)", re.I)
COUNTED = re.compile(r"^\W*(?:\d+|one|two|three|no)?\s*", re.I)
VERBS = ("add", "have", "join", "leave", "post", "submit", "view", "write")
NOTICE = re.compile(r"©|\(c\) ?(?:19|20)\d\d|\bcopyright\b.{0,20}(?:19|20)\d\d", re.I)
CREDIT = re.compile(
    r"^\(?(?:additional |further )?"
    r"(?:reporting|editing|writing|edited|written|reported|compiled|production|translated|translation) by\b",
    re.I,
)


@dataclass(frozen=True)
class Signs:
    """The form of a paragraph of a page."""

    text: str

    @cached_property
    def tokens(self) -> list[str]:
        return TOKEN.findall(self.text)

    @cached_property
    def own(self) -> list[str]:
        """The lower-case words outside quotation marks."""
        return [token.lower() for token in TOKEN.findall(QUOTED.sub(" ", self.text))]

    @property
    def size(self) -> int:
        return len(self.tokens)

    @cached_property
    def ends(self) -> bool:
        """Does it end as a sentence does?"""
        return bool(ENDS.search(self.text)) and not self.text.endswith((":", ";"))

    @cached_property
    def functional(self) -> float:
        """The share of function words: sentences have them, lists have not."""
        known = function_words("en")
        return sum(token.lower() in known for token in self.tokens) / max(1, self.size)

    @cached_property
    def small(self) -> float:
        """The share of words in small letters."""
        words = [token for token in self.tokens if token[0].isalpha()]
        return sum(word[0].islower() for word in words) / max(1, len(words))

    @cached_property
    def prose(self) -> bool:
        """Has it a sentence's form?"""
        if self.size < 4 or self.functional < 0.12 or self.small < 0.35:
            return self.ends and self.size >= 3 and self.small >= 0.5 and self.functional >= 0.2
        return self.ends or self.size >= 25

    @cached_property
    def prompt(self) -> float:
        """How strongly it speaks to the visitor, or of the page, per word over a floor of ten."""
        if not self.own:
            return 0.0
        text = " ".join(self.own)
        commands = _commands(self)
        named = _named(self)
        of_page = 2.0 * (_hits(named, "interface") + len(SIGNING.findall(text))) + min(3, _hits(named, "page"))
        you = sum(
            word in ("you", "your", "yours", "you're", "you’re", "you've", "you’ve", "you'll") for word in self.own
        )
        ours = sum(word in ("we", "our", "us") for word in self.own)
        please = self.own.count("please")
        legal = sum(phrase in f" {text} " for phrase in phrases("legal")) + bool(NOTICE.search(self.text))
        address = 2 * bool(commands) + 1.5 * min(2, you) + 2 * min(2, please) + 0.75 * min(2, ours)
        if not address and not legal and (self.prose or self.ends):
            return 0.0
        of_page += bool(ADDRESS.search(self.text)) + bool(HANDLE.search(self.text))
        if not of_page and not legal and not (commands and (you or please) and self.size < 12):
            address *= 0.4
        return (address + min(of_page, 8) + 3 * legal) / max(10, len(self.own))


def _hits(own: list[str], section: str) -> int:
    known = marks(section)
    return sum(word in known for word in own)


def _named(signs: Signs) -> list[str]:
    """The words that may name things; of a command like "Print" only once, as a command."""
    return signs.own[1:] if signs.own and signs.own[0] in marks("commands") else signs.own


def _commands(signs: Signs) -> int:
    """Does a sentence or the line begin with a command?"""
    known = marks("commands")
    starts = re.split(r"(?<=[.!?:;|»>])\s+|\s[-–—/|]\s", QUOTED.sub(" ", signs.text))
    heads = [TOKEN.findall(start)[:2] for start in starts]
    return sum(
        bool(head)
        and (
            head[0].lower() in known
            or (
                len(head) > 1 and head[0].lower() in ("to", "please", "just", "also", "or") and head[1].lower() in known
            )
        )
        for head in heads
    )


def is_furniture(text: str) -> bool:
    """Is this paragraph furniture by its own form, wherever it stands?"""
    signs = Signs(text)
    return is_certain(text) or is_list(text) or _is_bracketed(text) or _is_prompt(signs)


def _is_prompt(signs: Signs) -> bool:
    """Does it speak to the visitor? A sentence that does must name more of a page than a letter would."""
    if signs.prompt < _bar(signs):
        return False
    named = _hits(_named(signs), "page")
    asked = _commands(signs) and ("please" in signs.own or "you" in signs.own or "your" in signs.own)
    return not signs.prose or _names_page(signs) or named >= 2 or bool(named and asked)


def is_list(text: str) -> bool:
    """The label of a list of links, or such a list on one line."""
    return is_label(text) or _is_link_list(Signs(text))


def is_certain(text: str) -> bool:
    """Is it furniture that no text but a page has? A list, a label or "please inform him" may stand in a letter."""
    signs = Signs(text)
    if not signs.tokens:
        return not any(char.isalnum() for char in text)
    return (
        is_control(signs)
        or _is_code(signs)
        or _is_trail(signs)
        or opens_end(text)
        or (signs.size <= 12 and (is_stamp(text) or bool(SOURCE.match(text))))
        or (signs.prompt >= _bar(signs) and _names_page(signs))
        or (signs.size <= 12 and bool(dates.first(text)) and _speaks_besides(text))
    )


def _names_page(signs: Signs) -> bool:
    """Does it name what only a page has: newsletters, logging in, "this article", the law of sites?"""
    text = " ".join(signs.own)
    legal = bool(NOTICE.search(signs.text)) or any(phrase in f" {text} " for phrase in phrases("legal"))
    here = HERE.search(text)
    short = not signs.ends and signs.size <= 6
    return legal or bool(here) or bool(SIGNING.search(text)) or _hits(signs.own, "interface") > 0 or short


def may_be_heading(text: str) -> bool:
    """A label or control that heads paragraphs in other texts: "Comments", but not "Advertisement"."""
    signs = Signs(text)
    return (opens_end(text) or is_control(signs)) and not _hits(signs.own, "interface")


def _speaks_besides(text: str) -> bool:
    """ "November 30th, 2010 Leave a comment": a prompt beside a date."""
    signs = Signs(dates.besides(text))
    return (signs.prompt >= _bar(signs) and _names_page(signs)) or opens_end(signs.text)


def _bar(signs: Signs) -> float:
    """Short lines must be clearer: ten words hold one sign by chance."""
    return 0.24 if signs.size < 12 else 0.17


def is_stamp(text: str) -> bool:
    """A labelled date: "Last Updated: Thursday, 28 June 2007", "Published 3 hours ago"."""
    if not STAMPED.match(text):
        return bool(
            re.fullmatch(r"(?:about |an? )?\d*\s*(?:sec|min|minute|hour|day|week|month|year)s?\.? ago", text, re.I)
        )
    return bool(dates.first(text)) or bool(dates.CLOCK.search(text)) or bool(re.search(r"\bago\b", text))


def is_label(text: str) -> bool:
    """The label over a list of links: "Related stories", "More on this story:", "Most read"."""
    tokens = [token.lower() for token in TOKEN.findall(text)]
    short = 2 <= len(tokens) <= 4 and not text.endswith((".", "?", "!"))
    if short and tokens[0] in marks("list-starts") and any(token in marks("list-nouns") for token in tokens[1:]):
        return True
    said = re.sub(r"[\s:»›>.…(]*\d*\)?[\s:»›>.…]*$", "", text).strip(" •*-–—#|").lower()
    return said in phrases("lists") and not text.rstrip().endswith((".", "?"))


def opens_end(text: str) -> bool:
    """The label of what readers add after the text: "Leave a Reply", "12 comments"."""
    if len(text.split()) > 10 or (text.endswith((".", "?")) and "closed" not in text):
        return False
    found = COUNTED.match(text)
    said = text[found.end() :].lower() if found else text.lower()
    label = _ends().match(said)
    if label is None:
        return False
    rest = said[label.end() :]
    counted = bool(found and found[0].strip()) or '"' in text or "“" in text
    return (
        not rest or bool(re.match(r"\s*[:(\d*]", rest)) or (rest[0] == " " and (counted or label[0].startswith(VERBS)))
    )


@cache
def _ends() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(label) for label in phrases("ends")))


def _is_trail(signs: Signs) -> bool:
    """Where in the site the page stands ("Home > News > World"), or a link to more of it ("More news…", "Next »")."""
    return bool(TRAIL.match(signs.text)) or bool(MORE.search(signs.text) and signs.size <= 12)


def is_control(signs: Signs) -> bool:
    """A line of which every word is a page's control, a number or a sign: "Share", "12 comments", "E-mail this"."""
    known = marks("atoms")
    if not 1 <= signs.size <= 8 or signs.text.isdigit() or (signs.text.endswith(".") and not signs.text.endswith("..")):
        return False
    return all(token.lower() in known or token.isdigit() for token in signs.tokens)


def _is_code(signs: Signs) -> bool:
    """Templates, scripts and addresses instead of words."""
    if PLACEHOLDER.search(signs.text) and signs.size < 20:
        return True
    bare = HANDLE.sub("", ADDRESS.sub("", signs.text)).strip(" ,|•")
    return not any(char.isalnum() for char in bare)


def _is_bracketed(text: str) -> bool:
    """A notice instead of text: "[an error occurred while processing this directive]"."""
    return bool(BRACKETED.fullmatch(text)) and 2 < len(text.split()) < 20


def _is_link_list(signs: Signs) -> bool:
    """Items side by side without a sentence: "Home | News | Sport", "Americas Africa Europe Middle East South Asia"."""
    if signs.ends or ("," in signs.text and signs.small > 0.3):
        return False
    items = [item for item in SEPARATORS.split(signs.text) if item.strip()]
    words_an_item = signs.size / max(1, len(items))
    if len(items) >= 3 and words_an_item <= 4 and signs.functional < 0.2:
        return True
    return signs.size >= 7 and signs.functional < 0.1 and signs.small <= 0.1 and not re.search(r"[,;()\d]", signs.text)
