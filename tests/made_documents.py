"""Small documents for tests, made on the spot: Word files, PDF files, zip archives."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def made_zip(members: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def made_docx(*paragraphs: str, body: str = "", head: str = "") -> bytes:
    """A Word file: ``# `` starts a heading, ``- `` a list item; ``body`` is XML put after the paragraphs."""
    xml = "".join(_paragraph(text) for text in paragraphs)
    document = f'<?xml version="1.0"?>{head}<w:document xmlns:w="{_WORD}"><w:body>{xml}{body}</w:body></w:document>'
    return made_zip({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def _paragraph(text: str) -> str:
    properties = ""
    if text.startswith("# "):
        text, properties = text[2:], '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
    elif text.startswith("- "):
        text, properties = text[2:], '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    return f"<w:p>{properties}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def made_pdf(*pages: Sequence[str]) -> bytes:
    """A PDF file with these lines on its pages (Latin letters)."""
    streams = []
    for lines in pages:
        shown = " T* ".join(f"({line.translate(_ESCAPES)}) Tj" for line in lines)
        streams.append(f"BT /F1 11 Tf 14 TL 72 720 Td {shown} ET".encode("cp1252"))
    return pdf_of(streams)


_ESCAPES = {ord(character): f"\\{character}" for character in "()\\"}


def pdf_of(streams: Sequence[bytes], filters: str = "") -> bytes:
    """A PDF file whose pages have these content streams."""
    first_page = 4
    kids = " ".join(f"{first_page + 2 * index} 0 R" for index in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, stream in enumerate(streams):
        content = first_page + 2 * index + 1
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {content} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(stream)} {filters} >>\nstream\n".encode() + stream + b"\nendstream")
    data = b"%PDF-1.4\n"
    offsets = []
    for number, entry in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n".encode() + entry + b"\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode() + trailer.encode()
