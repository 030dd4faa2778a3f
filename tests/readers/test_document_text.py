"""Documents of other people as lines: every format, and what is done about those that mean harm."""

import io
import os
import sys
from pathlib import Path

import pytest

from made_documents import COMPATIBILITY, docx, paragraph, pdf, table, zipped
from pmgap.errors import UserError
from pmgap.readers.document_text import MOST_CHARACTERS, DocumentText, document_from_bytes, read_document
from pmgap.readers.docx_text import MOST_PARTS, MOST_XML
from pmgap.readers.files import MOST_BYTES
from pmgap.readers.html_text import MOST_BROKEN, MOST_HTML
from pmgap.readers.pdf_text import MOST_PAGES


def read(data: bytes, name: str = "cv.txt") -> DocumentText:
    return document_from_bytes(data, name)


def refusal(data: bytes, name: str = "cv.txt") -> str:
    """What is said about a document that cannot be used; it names the file and what to do."""
    with pytest.raises(UserError) as caught:
        read(data, name)
    (problem,) = caught.value.problems
    assert problem.where is not None
    assert problem.where.file == name
    assert problem.hint
    return problem.what


# Text and Markdown


def test_lines_of_plain_text_keep_their_numbers() -> None:
    found = read(b"one\r\n\r\nthree\rfour\x0bstill four\nfive  ")
    assert found.lines == ("one", "", "three", "four still four", "five")
    assert (found.media, found.notes, found.json_ld, found.file) == ("text", (), (), "cv.txt")


@pytest.mark.parametrize("name", ["cv.md", "CV.Markdown"])
def test_markdown_is_known_by_its_name(name: str) -> None:
    assert read(b"Ann", name).media == "markdown"


@pytest.mark.parametrize("text", ["# Ann\nwork", "Ann\n**Work**", "a\n## b"])
def test_markdown_is_known_by_its_headings(text: str) -> None:
    found = read(text.encode(), "-")
    assert found.media == "markdown"
    assert found.lines == tuple(text.split("\n"))


def test_it_is_read_from_a_file_and_from_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "cv.txt"
    path.write_text("Zoë", encoding="utf-8")
    assert read_document(str(path)) == DocumentText(file=str(path), lines=("Zoë",), media="text")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Zo\xc3\xab")))
    assert read_document("-").lines == ("Zoë",)


# Encodings


@pytest.mark.parametrize(
    ("data", "noted"),
    [
        ("Zoë – “Q”".encode(), False),
        (b"\xef\xbb\xbf" + "Zoë – “Q”".encode(), False),
        (b"\xff\xfe" + "Zoë – “Q”".encode("utf-16-le"), False),
        (b"\xfe\xff" + "Zoë – “Q”".encode("utf-16-be"), False),
        ("Zoë – “Q”".encode("cp1252"), True),
    ],
    ids=["UTF-8", "UTF-8 with mark", "UTF-16 LE", "UTF-16 BE", "Windows-1252"],
)
def test_encodings_are_told_apart_and_a_guess_is_noted(data: bytes, noted: bool) -> None:
    found = read(data)
    assert found.lines == ("Zoë – “Q”",)
    assert bool(found.notes) is noted
    if noted:
        assert "Windows-1252" in found.notes[0]


def test_a_page_may_say_its_encoding() -> None:
    page = '<html><meta charset="iso-8859-2"><p>Łódź</p></html>'.encode("iso-8859-2")
    assert read(page, "cv.html").lines == ("Łódź",)
    unknown = b'<html><meta charset="rot13"><p>caf\xe9</p></html>'
    assert read(unknown, "cv.html").lines == ("café",)


def test_letters_are_put_together_and_ligatures_taken_apart() -> None:
    assert read("Zoe\u0308 de\ufb01nes o\ufb03ce".encode()).lines == ("Zoë defines office",)


# What cannot be seen


def test_control_and_direction_characters_are_dropped_and_foreign_scripts_stay() -> None:
    text = "a\x1b[31mb\x07 c\u202ed\u2066e\ufefff\u00adg\u200bh\u00a0i مدير منتج 日本 👩‍💻"
    assert read(text.encode()).lines == ("a[31mb cdefgh i مدير منتج 日本 👩‍💻",)


# HTML


def test_a_page_becomes_lines() -> None:
    page = """<!DOCTYPE html><html><head><title>Post</title><style>p{}</style><script>var a = "<li>no</li>"</script></head>
    <body><nav><ul><li>Home</li></ul></nav><h1>Product <em>owner</em></h1><p>One
    line<br>two &amp; three</p><ul><li><p>first</p><li>second<ul><li>inner</ul></ul>
    <table><tr><td>2019</td><td>Analyst</td></tr></table><pre>a
    b</pre><noscript>no</noscript><svg><text>no</text></svg>tail</body></html>"""
    found = read(page.encode(), "-")
    assert found.media == "html"
    assert found.lines == (
        "# Product owner", "One line", "two & three", "- first", "- second", "- inner", "2019 | Analyst", "a", "b", "tail",
    )  # fmt: skip


def test_the_title_stands_in_for_a_heading_that_is_missing() -> None:
    assert read(b"<html><title>Owner\n wanted</title><p>a").lines == ("# Owner wanted", "a")


def test_structured_data_is_returned_thing_by_thing() -> None:
    page = b"""<html><script type="application/ld+json">[{"@type": "A"}, {"@graph": [{"@type": "B"}, 7]}]</script>
    <script type="application/ld+json">{"broken": </script><script type="application/ld+json">"text"</script><p>x"""
    found = read(page)
    assert found.json_ld == ({"@type": "A"}, {"@type": "B"})
    assert found.lines == ("x",)


def test_unclosed_and_nested_markup_does_no_harm() -> None:
    page = b"<html>" + b"<div><script>" + b"<b>" * 50_000 + b"text"
    assert "no text" in refusal(page)
    assert read(b"<html>" + b"<div>" * 50_000 + b"text").lines == ("text",)
    deep = b'<html><p>a<script type="application/ld+json">' + b"[" * 100_000 + b"</script>"
    assert read(deep).json_ld == ()


def test_far_too_much_markup_is_refused() -> None:
    assert "markup" in refusal(b"<html>" + b"<b></b>" * (MOST_HTML // 7 + 1))


@pytest.mark.parametrize("broken", ["<a href='", "<!--", "<![CDATA["])
def test_markup_that_never_ends_is_text(broken: str) -> None:
    assert read(f"<html><p>a</p>{broken}b c> d <p>e</p>".encode()).lines == ("a", f"{broken}b c> d", "e")
    assert read(f"<html><p>a</p>{broken * 3000}".encode()).lines == ("a", broken * 3000)


def test_a_page_with_much_markup_that_never_ends_is_refused() -> None:
    """Python's parser looks for the end of each up to the end of the page: 100,000 of them would take it an hour."""
    assert len(read(b"<html>" + b"<!--a><p>" * (MOST_BROKEN - 1)).lines) == MOST_BROKEN - 1
    assert "tags do not end" in refusal(b"<html>" + b"<!--a><p>" * 100_000)


def test_a_page_of_cells_alone_and_one_of_nested_pictures() -> None:
    assert read(b"<html>" + b"<td>a" * 20_000).lines == (" | ".join("a" * 20_000),)
    assert read(b"<html>a" + b"<svg>b" * 20_000 + b"</math></svg>c" * 20_000 + b"d").lines == ("acd",)
    assert read(b"<html><title>" + b"a<b>" * 20_000 + b"</title>").lines == (f"# {'a' * 20_000}",)


# DOCX


def test_a_word_document_becomes_lines() -> None:
    styles = (
        '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="L"><w:name w:val="List Bullet 2"/></w:style>'
    )
    box = (
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{COMPATIBILITY}"><mc:Choice><w:txbxContent>{paragraph("in a box")}'
        f"</w:txbxContent></mc:Choice><mc:Fallback>{paragraph('in a box')}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    body = (
        paragraph("Ann Oak", "T")
        + paragraph("Work", "berschrift1")
        + paragraph("led <two> teams", "L")
        + paragraph("numbered", item=True)
        + "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r><w:r><w:delText>gone</w:delText></w:r></w:p>"
        + paragraph("")
        + table([["2019", "Analyst"], ["x\ny", "z"]])
        + box
    )
    found = read(docx(body, styles), "cv.docx")
    assert found.media == "docx"
    assert found.lines == (
        "# Ann Oak", "# Work", "- led <two> teams", "- numbered", "a b", "c", "2019 | Analyst", "x", "y", "z", "in a box",
    )  # fmt: skip


def test_a_zip_bomb_is_refused_before_it_fills_the_memory() -> None:
    bomb = docx(paragraph("a") + " " * (MOST_XML + 1))
    assert len(bomb) < 200_000
    assert "unpacks to more than" in refusal(bomb, "cv.docx")


def test_a_zip_with_very_many_files_is_refused() -> None:
    assert "files" in refusal(zipped({f"word/{number}": b"" for number in range(MOST_PARTS + 1)}), "cv.docx")


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;&l;&l;&l;&l;&l;&l;&l;">]>',
        '<!DOCTYPE a [<!ENTITY l SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://example.org/a.dtd">',
    ],
)
def test_xml_entities_are_refused(declaration: str) -> None:
    assert "entities" in refusal(docx("<w:p><w:r><w:t>x</w:t></w:r></w:p>", head=declaration), "cv.docx")


def test_xml_that_is_nested_very_deeply_is_refused() -> None:
    assert "deeply" in refusal(docx("<w:r>" * 5000 + "</w:r>" * 5000), "cv.docx")


def test_names_in_a_zip_lead_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    tricks = {"../../evil.txt": b"x", "/etc/evil": b"x", "word/../../document.xml": b"<a/>"}
    assert read(docx(paragraph("safe"), more=tricks), "cv.docx").lines == ("safe",)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"content.xml": b"<a/>", "mimetype": b"x"}, "OpenDocument"),
        ({"xl/workbook.xml": b"<a/>"}, "spreadsheet"),
        ({"photo.jpg": b"x"}, "without a Word document"),
        ({"word/document.xml": b"<a><b></a>"}, "XML inside"),
    ],
)
def test_other_zips_are_told_apart(files: dict[str, bytes], said: str) -> None:
    assert said in refusal(zipped(files), "cv.docx")


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_truncated_word_document_is_refused(keep: float) -> None:
    whole = docx(paragraph("text " * 50), more={"word/media/picture.png": os.urandom(5000)})
    assert "broken" in refusal(whole[: int(len(whole) * keep)], "cv.docx")


def test_bytes_that_were_changed_are_noticed() -> None:
    whole = bytearray(docx(paragraph("text " * 500)))
    whole[80] ^= 0xFF
    refusal(bytes(whole), "cv.docx")


# PDF


def test_a_pdf_becomes_lines() -> None:
    pytest.importorskip("pypdf", reason="pmgap's extra pdf is not installed")
    found = read(pdf([["Ann Oak", "Experience", "• led a team (of 4)", "Café Lumen – 2019"], ["page two"]]), "cv.pdf")
    assert found.media == "pdf"
    assert found.lines == ("Ann Oak", "Experience", "• led a team (of 4)", "Café Lumen – 2019", "page two")


def test_bullets_stand_on_the_line_they_belong_to() -> None:
    pytest.importorskip("pypdf", reason="pmgap's extra pdf is not installed")
    assert read(pdf([["Work", "•", "led a team", "next"]]), "cv.pdf").lines == ("Work", "- led a team", "next")


def test_a_missing_reader_of_pdf_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(UserError, match=r"pip install 'pmgap\[pdf\]'"):
        read(pdf([["text"]]), "cv.pdf")


def test_a_scan_is_said_to_be_one() -> None:
    pytest.importorskip("pypdf", reason="pmgap's extra pdf is not installed")
    assert refusal(pdf([[], []]), "scan.pdf") == "there is no text in the PDF, only 2 pages of pictures"


def test_a_pdf_with_thousands_of_pages_is_refused() -> None:
    pytest.importorskip("pypdf", reason="pmgap's extra pdf is not installed")
    assert refusal(pdf([["text"]] * 3000), "book.pdf") == f"the PDF has 3000 pages, more than {MOST_PAGES}"


def test_a_pdf_with_a_password_is_refused_and_one_that_only_forbids_changes_is_read() -> None:
    pypdf = pytest.importorskip("pypdf", reason="pmgap's extra pdf is not installed")

    def protected(password: str) -> bytes:
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([["hidden"]])))
        writer.encrypt(password, "owner", algorithm="RC4-128")
        target = io.BytesIO()
        writer.write(target)
        return target.getvalue()

    assert "password" in refusal(protected("secret"), "cv.pdf")
    assert read(protected(""), "cv.pdf").lines == ("hidden",)


@pytest.mark.parametrize("keep", [0.02, 0.3, 0.9])
def test_a_truncated_pdf_is_refused_or_read_as_far_as_it_goes(
    keep: float, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    pytest.importorskip("pypdf", reason="pmgap's extra pdf is not installed")
    whole = pdf([["text"] * 40])
    try:
        assert set(read(whole[: int(len(whole) * keep)], "cv.pdf").lines) == {"text"}
    except UserError:
        refusal(whole[: int(len(whole) * keep)], "cv.pdf")
    assert capsys.readouterr() == ("", "")
    assert caplog.records == []


def test_a_page_that_unpacks_to_far_too_much_is_refused() -> None:
    pytest.importorskip("pypdf", reason="pmgap's extra pdf is not installed")
    assert "far more than text" in refusal(pdf([["a" * 100] * 45_000]), "cv.pdf")


# Other formats, and far too much


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "old Word document"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "binary"),
        (b"", "no text"),
        (b" \n\t\n", "no text"),
        (b"\xef\xbb\xbf", "no text"),
    ],
)
def test_what_is_no_document_is_refused(data: bytes, said: str) -> None:
    assert said in refusal(data)


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "cv.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024**2)
    with pytest.raises(UserError) as caught:
        read_document(str(path))
    (problem,) = caught.value.problems
    assert problem.what == f"it is larger than {MOST_BYTES // 1024**2} MiB"
    assert problem.hint == "A CV or posting is far smaller; name the right file."


def test_more_text_than_a_book_is_refused_and_one_huge_line_is_not() -> None:
    assert "characters" in refusal(b"word " * (MOST_CHARACTERS // 5 + 1))
    assert "characters" in refusal(b"\n" * (MOST_CHARACTERS + 2))
    assert len(read(b"word " * (MOST_CHARACTERS // 5)).lines) == 1
