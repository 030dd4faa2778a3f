"""Word files become lines; what is made to do harm becomes a message."""

from pathlib import Path

import pytest
from made_documents import made_docx, made_zip

from pmgap.errors import UserError
from pmgap.readers import docx_text
from pmgap.readers.docx_text import read_docx_text


def written(tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "cv.docx"
    path.write_bytes(data)
    return str(path)


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def test_paragraphs_headings_and_list_items_become_lines(tmp_path: Path) -> None:
    data = made_docx("# Experience", "Product Manager, Acme", "- Led the road map & launch")
    assert read_docx_text(written(tmp_path, data)) == (
        "# Experience\nProduct Manager, Acme\n- Led the road map & launch\n"
    )


def test_cells_of_one_paragraph_stand_on_one_line_and_others_below_each_other(tmp_path: Path) -> None:
    def cell(*texts: str) -> str:
        return "<w:tc>" + "".join(f"<w:p>{run(text)}</w:p>" for text in texts) + "</w:tc>"

    table = f"<w:tbl><w:tr>{cell('2020')}{cell('Acme')}</w:tr><w:tr>{cell('2018', '2019')}{cell('Beta')}</w:tr></w:tbl>"
    assert read_docx_text(written(tmp_path, made_docx("x", body=table))) == "x\n2020\tAcme\n2018\n2019\nBeta\n"


def test_text_boxes_are_read_once_and_hidden_or_deleted_text_is_not(tmp_path: Path) -> None:
    box = f"<w:txbxContent><w:p>{run('in a box')}</w:p></w:txbxContent>"
    body = (
        f"<w:p>{run('hidden', '<w:vanish/>')}{run('shown')}<w:del>{run('deleted')}</w:del></w:p>"
        f'<w:p><w:r><m:AlternateContent xmlns:m="m"><m:Choice>{box}</m:Choice><m:Fallback>{box}</m:Fallback>'
        "</m:AlternateContent></w:r></w:p>"
    )
    assert read_docx_text(written(tmp_path, made_docx(body=body))) == "shown\nin a box\n"


def test_line_breaks_and_tabs_are_kept(tmp_path: Path) -> None:
    body = f"<w:p>{run('Acme')}<w:r><w:tab/></w:r>{run('2020')}<w:r><w:br/></w:r>{run('Berlin')}</w:p>"
    assert read_docx_text(written(tmp_path, made_docx(body=body))) == "Acme\t2020\nBerlin\n"


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d SYSTEM "http://example.com/x.dtd">',
    ],
)
def test_xml_entities_are_refused(tmp_path: Path, head: str) -> None:
    with pytest.raises(UserError, match="defines XML entities"):
        read_docx_text(written(tmp_path, made_docx("x", head=head)))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04 no archive", "broken zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word file"),
        (b"plain text", "not a Word file"),
        (made_zip({"a.txt": "x"}), "not a Word file"),
        (made_zip({"word/document.xml": "<w:p>"}), "broken XML"),
        (made_zip({"word/document.xml": "<a>" * 50_000}), "broken XML"),
        (made_zip({"word/document.xml": b"\0" * 30_000_000}), "larger than 24 MiB"),
        (made_zip({"word/document.xml": "<a/>", "../x": "x"}), "outside itself"),
    ],
)
def test_what_is_no_word_file_is_told(tmp_path: Path, data: bytes, told: str) -> None:
    with pytest.raises(UserError, match=told):
        read_docx_text(written(tmp_path, data))


def test_endless_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"longer than 2,000,000"):
        read_docx_text(written(tmp_path, made_docx("word " * 500_000)))


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_text, "find_spec", lambda name: None)
    with pytest.raises(UserError, match=r"pmgap\[docx\]"):
        read_docx_text(written(tmp_path, made_docx("x")))
