"""Errors a caller can act on: each message is one sentence with the cause and the cure."""


class KgError(Exception):
    """Base of all expected errors; the command line prints it and exits with 2."""


class LoadError(KgError):
    """A file or input that cannot be read as documents."""


class ModelError(KgError):
    """A spaCy pipeline that is missing or lacks a component we need."""


class LexiconError(KgError):
    """A lexicon file, shipped or the user's, that does not say what it should."""


class MergesError(KgError):
    """A file of must-merge and must-not-merge pairs that is malformed or contradicts itself."""


class GraphError(KgError):
    """A graph file that cannot be read, written or exported."""


class QueryError(KgError):
    """A query that is malformed, not read-only, or past its limits."""
