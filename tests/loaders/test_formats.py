"""Web pages, Markdown, PDF and Word files."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx as word
import pytest

from kg.errors import LoadError
from kg.loaders import Loader, docx, html, markdown, pdf, text
from kg.model import Document


def read(loader: Loader, data: bytes | str) -> tuple[list[tuple[str, str]], Document]:
    (found,) = loader(BytesIO(data.encode() if isinstance(data, str) else data), "a")
    assert isinstance(found, Document)
    return [(block.kind, found.text[block.start : block.end]) for block in found.blocks], found


MODERN = """<html><head><title>Norway signs gas deal | The Daily Globe</title><meta name="author" content="Jane Doe">
<meta property="og:site_name" content="The Daily Globe"><meta property="article:published_time" content="2014-05-12T10:00:00Z">
</head><body><nav><a href="/">Home</a><a href="/w">World</a></nav><article><h1>Norway signs gas deal</h1>
<p class="byline">By Jane Doe</p><figure><img src="a.jpg"><figcaption>The terminal arrives in Klaipeda</figcaption></figure>
<p>Norway's <b>Statoil</b> has agreed to supply gas to Lithuania for five years, the first contract
of its kind in the region.</p><h2>A new market</h2><p>Latvia and Estonia are expected to buy part of the volume. The minister
signed the deal in Vilnius on Monday.</p><ul><li>Gas will arrive by ship at the port.</li></ul></article>
<footer>© 2014 The Daily Globe. All rights reserved. <a href="/p">Privacy</a></footer></body></html>"""

TABLES = """<html><head><title>BBC NEWS | Americas | Chavez in Russia</title></head><body><table><tr><td><a href=a>News Front
Page</a><br><a href=b>Africa</a><br><a href=c>Americas</a></td><td><table><tr><td>Last Updated: Thursday, 28 June 2007, 00:42 GMT
</td></tr><tr><td><b>Chavez in Russia for arms talks</b></td></tr><tr><td><font>By Martin Murphy<br>BBC Americas analyst<br></font>
<p><b>Venezuelan President Hugo Chavez has arrived in Russia, where he will meet his counterpart for talks.</b>
<p>Mr Chavez is expected to visit a helicopter factory and discuss the purchase of submarines.
<p>This is his second visit in under a year to Russia, which he has designated as a partner.</td></tr></table></td></tr></table>
<table><tr><td>The BBC is not responsible for the content of external internet sites</td></tr></table></body></html>"""


def test_a_page_of_today() -> None:
    blocks, found = read(html.load, MODERN)
    assert blocks == [
        ("title", "Norway signs gas deal"),
        ("header", "By Jane Doe"),
        ("caption", "The terminal arrives in Klaipeda"),
        (
            "paragraph",
            "Norway's Statoil has agreed to supply gas to Lithuania for five years, the first contract of its kind in the region.",
        ),
        ("heading", "A new market"),
        (
            "paragraph",
            "Latvia and Estonia are expected to buy part of the volume. The minister signed the deal in Vilnius on Monday.",
        ),
        ("paragraph", "Gas will arrive by ship at the port."),
    ]
    assert (found.title, found.author, found.publisher, found.date) == (
        "Norway signs gas deal",
        "Jane Doe",
        "The Daily Globe",
        "2014-05-12",
    )


def test_a_page_laid_out_in_tables() -> None:
    blocks, found = read(html.load, TABLES)
    assert [kind for kind, _ in blocks] == ["title", "header", "header", "paragraph", "paragraph", "paragraph"]
    assert (found.title, found.author, found.date) == ("Chavez in Russia for arms talks", "Martin Murphy", "2007-06-28")


def test_a_cable_in_a_page() -> None:
    page = """<html><body><div><a href=x>Home</a></div><table><tr><th>Reference ID</th><th>Created</th><th>Released</th>
    <th>Classification</th><th>Origin</th></tr><tr><td>09QUITO7</td><td>2009-07-22 09:51</td><td>2011-08-30 01:44</td>
    <td>SECRET</td><td>Embassy Quito</td></tr></table><pre>DE RUEHQT #0007 2030951
O 220951Z JUL 09
FM AMEMBASSY QUITO
TO SECSTATE WASHDC

E.O. 12958: DECL: 07/22/2019
TAGS: <a>PGOV</a>
SUBJECT: LUNCH

1. (S) The minister told the
Ambassador about the field.</pre></body></html>"""
    blocks, found = read(html.load, page)
    assert blocks == [("paragraph", "The minister told the Ambassador about the field.")]
    assert (found.kind, found.reference, found.released, found.classification) == (
        "cable",
        "09QUITO7",
        "2011-08-30",
        "SECRET",
    )


@pytest.mark.parametrize(
    "page",
    ["<html><head><title></title></head><body><script>1</script></body></html>", "", "<!-- -->", "<html></html>"],
)
def test_a_page_without_text(page: str) -> None:
    with pytest.raises(LoadError, match="text"):
        read(html.load, page)


def test_markdown() -> None:
    source = (
        "---\ntitle: 'My report'\nauthor: Jane Doe\ndate: 2014-05-12\n---\n# My report\n\nRussia **sold** [five planes](http://x.y)"
        " to\nIndia in 2007.\n\n![Planes over Delhi](a.png)\n\nDetails\n-------\n\n* First item was bought by _India_.\n* Second item\n\n"
        '```\ncode = 1\n```\n\n> Putin said: "we *like* it".\n\n| a | b |\n|---|---|\n| Peru bought it. | Chile sold it. |\n'
    )
    blocks, found = read(markdown.load, source)
    assert blocks[:7] == [
        ("title", "My report"),
        ("paragraph", "Russia sold five planes to India in 2007."),
        ("caption", "Planes over Delhi"),
        ("heading", "Details"),
        ("paragraph", "First item was bought by India."),
        ("heading", "Second item"),
        ("paragraph", 'Putin said: "we like it".'),
    ]
    assert [text for _, text in blocks[-2:]] == ["Peru bought it.", "Chile sold it."]
    assert (found.title, found.author, found.date) == ("My report", "Jane Doe", "2014-05-12")


def made_pdf(*pages: str) -> bytes:
    """A PDF of one font with these lines on its pages."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"]
    kids = []
    for page in pages:
        shown = "".join(f"({line.replace('(', '[').replace(')', ']')}) Tj 0 -14 Td\n" for line in page.split("\n"))
        stream = f"BT /F1 10 Tf 50 800 Td\n{shown}ET".encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    tail = b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
    return out + tail % (len(objects) + 1, table, len(objects) + 1, len(out))


def test_pdf_without_running_heads_and_across_pages() -> None:
    data = made_pdf(
        "Annual Report 2011\nThe delegation from Tampere visited the container terminal\nof Gdynia on Monday and met the direc-\ntor of the port, who showed\n1",
        "Annual Report 2011\nhis guests two new cranes from Finland.\n2",
        "Annual Report 2011\nBoth cities signed a letter of intent.\n3",
    )
    blocks, found = read(pdf.load, data)
    assert [text for _, text in blocks] == [
        "The delegation from Tampere visited the container terminal of Gdynia on Monday and met the director of the port, "
        "who showed his guests two new cranes from Finland.",
        "Both cities signed a letter of intent.",
    ]
    assert found.kind == "report"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Germany sold submarines.", "no PDF"),
        (b"%PDF-1.4 rest is missing", "damaged"),
        (made_pdf(""), "pictures of pages"),
    ],
)
def test_bad_pdf(data: bytes, said: str) -> None:
    with pytest.raises(LoadError, match=said):
        read(pdf.load, data)


def test_word_file() -> None:
    file = word.Document()
    file.add_heading("Visit to the Port of Gdynia", 0)
    file.add_paragraph("By Jane Doe")
    file.add_heading("Results", 1)
    file.add_paragraph("The delegation visited the container terminal on Monday.")
    row = file.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "Tampere sent four engineers.", "Gdynia opened an office."
    file.add_paragraph("The next meeting takes place in Tampere.")
    out = BytesIO()
    file.save(out)
    blocks, found = read(docx.load, out.getvalue())
    assert blocks == [
        ("title", "Visit to the Port of Gdynia"),
        ("header", "By Jane Doe"),
        ("heading", "Results"),
        ("paragraph", "The delegation visited the container terminal on Monday."),
        ("paragraph", "Tampere sent four engineers."),
        ("paragraph", "Gdynia opened an office."),
        ("paragraph", "The next meeting takes place in Tampere."),
    ]
    assert (found.kind, found.title, found.author) == ("report", "Visit to the Port of Gdynia", "Jane Doe")


def test_word_file_that_is_none_or_empty() -> None:
    with pytest.raises(LoadError, match="docx"):
        read(docx.load, b"PK\x03\x04 nothing")
    other = BytesIO()
    with ZipFile(other, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(LoadError, match="docx"):
        read(docx.load, other.getvalue())
    out = BytesIO()
    word.Document().save(out)
    with pytest.raises(LoadError, match="no text"):
        read(docx.load, out.getvalue())


@pytest.mark.parametrize(("load", "raw"), [(text.load, "{}"), (markdown.load, "{}"), (html.load, "<p>{}</p>" * 3)])
def test_marks_of_direction_are_no_part_of_a_name(load: Loader, raw: str) -> None:
    said = "Peru\u200e sold \u202eships\u202c to \u2068Chile\u2069 and bought steel from Bolivia on Monday."
    _, found = read(load, raw.replace("{}", said))
    assert "Peru sold ships to Chile and bought steel from Bolivia on Monday." in found.text
