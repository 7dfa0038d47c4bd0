"""The answers of queries in the formats of the SPARQL 1.1 recommendations, and as a table for the eye."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence

import pyoxigraph as ox

from kg import turtle
from kg.errors import QueryError
from kg.vocabulary import Namespaces
from kg.xml import attribute, content

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = Sequence[Term | None]

FORMATS = ("table", "csv", "json", "xml", "ttl")
# What would move the cursor, end the line or turn the direction of writing.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = ("integer", "nonNegativeInteger", "int", "long", "positiveInteger")
_STATEMENT_FORMATS = {"json": ox.RdfFormat.JSON_LD, "xml": ox.RdfFormat.RDF_XML}


def plain(term: Term | None) -> str | int | float | bool | None:
    """A term as a Python value; what is no number or truth value is its text."""
    if not isinstance(term, ox.Literal):
        return term if term is None else term.value if isinstance(term, ox.NamedNode) else str(term)
    kind = term.datatype.value.removeprefix(_XSD)
    try:
        if kind in _INTEGERS:
            return int(term.value)
        if kind in ("decimal", "double", "float"):
            return float(term.value)
    except ValueError:
        return term.value
    return term.value == "true" if kind == "boolean" else term.value


def shorten(term: Term | None, prefixes: Mapping[str, str]) -> str:
    """A term for the eye: the words of a literal, an IRI with its prefix."""
    if isinstance(term, ox.NamedNode):
        for prefix, namespace in sorted(prefixes.items(), key=lambda item: -len(item[1])):
            if term.value.startswith(namespace):
                return f"{prefix}:{term.value[len(namespace) :]}"
        return term.value
    return "" if term is None else term.value if isinstance(term, ox.Literal) else str(term)


def printable(text: str) -> str:
    """The text as it can go to a terminal."""
    return _CONTROL.sub(" ", text)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns of equal width under their names; control characters never reach the terminal."""
    cells = [[printable(cell) for cell in row] for row in (columns, *rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(columns))]
    cells.insert(1, ["-" * width for width in widths])
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)
    return "".join(line.rstrip() + "\n" for line in lines)


def write_solutions(
    columns: Sequence[str], rows: Sequence[Row], truth: bool | None, format: str, names: Namespaces
) -> str:
    """The answer of a SELECT, or of an ASK when `truth` is given."""
    match format:
        case "table":
            if truth is not None:
                return "yes\n" if truth else "no\n"
            return table(columns, [[shorten(term, names.prefixes) for term in row] for row in rows])
        case "csv":
            return _csv(columns, rows, truth)
        case "json":
            return _json(columns, rows, truth)
        case "xml":
            return _xml(columns, rows, truth)
    if format in FORMATS:
        raise QueryError(f"Rows cannot be written as {format}; ask with CONSTRUCT, or choose table, csv, json or xml")
    raise QueryError(f"There is no result format '{format}'; known: {', '.join(FORMATS)}")


def write_triples(triples: Iterable[ox.Triple], format: str, names: Namespaces) -> str:
    """The answer of a CONSTRUCT or DESCRIBE, sorted."""
    if format in ("ttl", "table"):
        store = ox.Store()
        store.extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
        return "".join(turtle.write(store, names))
    if format not in _STATEMENT_FORMATS:
        raise QueryError(f"Statements cannot be written as {format}; choose ttl, json or xml, or ask with SELECT")
    return (ox.serialize(sorted(triples, key=str), format=_STATEMENT_FORMATS[format]) or b"").decode("utf-8")


def _csv(columns: Sequence[str], rows: Sequence[Row], truth: bool | None) -> str:
    if truth is not None:
        return "true\r\n" if truth else "false\r\n"
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([
            "" if term is None else str(term) if isinstance(term, ox.BlankNode) else shorten(term, {}) for term in row
        ])
    return text.getvalue()


def _json(columns: Sequence[str], rows: Sequence[Row], truth: bool | None) -> str:
    if truth is not None:
        return json.dumps({"head": {}, "boolean": truth}) + "\n"
    bindings = [
        {name: _json_term(term) for name, term in zip(columns, row, strict=True) if term is not None} for row in rows
    ]
    answer = {"head": {"vars": list(columns)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _json_term(term: Term) -> dict[str, object]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    value: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        value["xml:lang"] = term.language
    elif term.datatype.value != _XSD + "string":
        value["datatype"] = term.datatype.value
    return value


def _xml(columns: Sequence[str], rows: Sequence[Row], truth: bool | None) -> str:
    head = "".join(f"<variable name={attribute(name)}/>" for name in columns)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<sparql xmlns="http://www.w3.org/2005/sparql-results#">']
    lines.append(f"<head>{head}</head>")
    if truth is not None:
        lines.append(f"<boolean>{'true' if truth else 'false'}</boolean>")
    else:
        lines.append("<results>")
        for row in rows:
            pairs = zip(columns, row, strict=True)
            found = (f"<binding name={attribute(n)}>{_xml_term(t)}</binding>" for n, t in pairs if t is not None)
            lines.append(f"<result>{''.join(found)}</result>")
        lines.append("</results>")
    return "\n".join([*lines, "</sparql>"]) + "\n"


def _xml_term(term: Term) -> str:
    if isinstance(term, ox.NamedNode):
        return f"<uri>{content(term.value)}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{content(term.value)}</bnode>"
    if isinstance(term, ox.Triple):
        parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        return f"<triple>{''.join(f'<{name}>{_xml_term(part)}</{name}>' for name, part in parts)}</triple>"
    text = content(term.value)
    if term.language:
        return f"<literal xml:lang={attribute(term.language)}>{text}</literal>"
    datatype = "" if term.datatype.value == _XSD + "string" else f" datatype={attribute(term.datatype.value)}"
    return f"<literal{datatype}>{text}</literal>"
