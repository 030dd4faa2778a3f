"""Documents made for tests: DOCX and PDF from a few lines, without the libraries that read them."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def paragraph(text: str, style: str = "", *, item: bool = False) -> str:
    """A paragraph of a Word document."""
    number = "<w:numPr><w:ilvl w:val='0'/></w:numPr>" if item else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{number}</w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table of a Word document, one paragraph per line of a cell."""
    return "".join(
        "<w:tbl><w:tr>"
        + "".join(f"<w:tc>{''.join(paragraph(line) for line in cell.split(chr(10)))}</w:tc>" for cell in row)
        + "</w:tr></w:tbl>"
        for row in rows
    )


def docx(body: str, styles: str = "", head: str = "", more: dict[str, bytes] | None = None) -> bytes:
    """A Word document with a body of paragraphs."""
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document xmlns:w="{WORDS}" xmlns:mc="{COMPATIBILITY}">'
        f"<w:body>{body}</w:body></w:document>"
    )
    files = {"word/document.xml": text.encode(), **(more or {})}
    if styles:
        files["word/styles.xml"] = f'<w:styles xmlns:w="{WORDS}">{styles}</w:styles>'.encode()
    return zipped(files)


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF with lines of text in Helvetica; letters are those of Windows-1252."""
    parts = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for lines in pages:
        orders = b"BT /F1 11 Tf 14 TL 60 780 Td " + b" ".join(
            b"("
            + line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            + b") Tj T*"
            for line in lines
        )
        orders = orders + b" ET" if lines else b"0 0 100 100 re f"
        parts.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(orders), orders))
        kids.append(len(parts) + 1)
        parts.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(parts)
        )
    parts[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    parts[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % it for it in kids))
    target = io.BytesIO()
    target.write(b"%PDF-1.4\n")
    places = []
    for number, part in enumerate(parts, 1):
        places.append(target.tell())
        target.write(b"%d 0 obj\n%s\nendobj\n" % (number, part))
    start = target.tell()
    target.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1))
    target.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    target.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, start))
    return target.getvalue()
