"""A PDF as lines, by pypdf, which is kept, written in Python alone, and an optional extra."""

import io
import logging
import re
from typing import Any

from pmgap.errors import UserError, unusable

MOST_PAGES = 100
"""The most pages that are read. A CV has four."""

MOST_DRAWING = 4 * 1024 * 1024
"""The most bytes of drawing orders on one page. A page full of text has 20 KB."""

MOST_LETTERS = 1_000_000
"""The most characters over all pages."""

_SPACES = re.compile(r" {2,}")
_PRIVATE_BULLETS = re.compile("^[\x7f\uf000-\uf0ff] ?")
_ONLY_BULLET = re.compile(r"[•●▪◦‣■□–*·o\x7f-]")
_INSTALL = "Install what reads PDF: pip install 'pmgap[pdf]'. Or save the document as DOCX or text."


def pdf_lines(data: bytes, path: str) -> list[str]:
    """The lines of a PDF, page after page.

    Raises:
        UserError: pypdf is not installed; or it is protected by a password, holds only pictures, is broken, too long.
    """
    try:
        import pypdf
    except ImportError as error:
        raise unusable("it is a PDF, and what reads PDF is not installed", path, _INSTALL) from error
    # What pypdf thinks of a broken file is told in our own words, once.
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        return _lines(pypdf, data, path)
    except UserError:
        raise
    except Exception as error:
        # pypdf answers a broken file with any of a dozen kinds of error.
        hint = "Open it in a viewer and print it to a new PDF, or save it as DOCX."
        raise unusable("the PDF is broken and cannot be read", path, hint) from error
    finally:
        logger.setLevel(before)


def _lines(pypdf: Any, data: bytes, path: str) -> list[str]:
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not _opened(reader):
        raise unusable("the PDF is protected by a password", path, "Save a copy without a password.")
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise unusable(f"the PDF has {count} pages, more than {MOST_PAGES}", path, "Save the pages that matter alone.")
    lines: list[str] = []
    letters = 0
    for page in reader.pages:
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > MOST_DRAWING:
            raise unusable("a page of the PDF holds far more than text", path, "Save it as DOCX or text.")
        text = page.extract_text()
        letters += len(text)
        if letters > MOST_LETTERS:
            raise unusable(f"it holds more than {MOST_LETTERS:,} characters of text", path, "Name the right file.")
        lines.extend(_tidy(text))
    if not any(line.strip() for line in lines):
        hint = "It may be a scan. Save it from the program it was written in, or run text recognition over it."
        raise unusable(f"there is no text in the PDF, only {_pages(count)} of pictures", path, hint)
    return lines


def _opened(reader: Any) -> bool:
    """Whether the PDF opens without a password; many are protected against changes only."""
    try:
        return bool(reader.decrypt(""))
    except Exception:
        # A method of protection that needs more than pypdf brings, or a broken one: the answer is the same.
        return False


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"


def _tidy(text: str) -> list[str]:
    """The lines of a page: bullets stand on the line they belong to, gaps are single spaces."""
    lines: list[str] = []
    bullet = ""
    for raw in text.splitlines():
        line = _PRIVATE_BULLETS.sub("- ", _SPACES.sub(" ", raw).strip())
        if _ONLY_BULLET.fullmatch(line.strip()):
            bullet = "- "
        elif line:
            lines.append(bullet + line)
            bullet = ""
    return lines
