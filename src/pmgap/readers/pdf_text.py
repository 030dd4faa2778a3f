"""The text of a PDF file, line by line. Needs the extra ``pmgap[pdf]``.

A PDF is a program for drawing pages, and a crafted one can take hours or all memory. So it is read by a child process
that has a limit on both; whatever happens there, this process gets text or says what is wrong.
"""

import json
import subprocess
import sys
from importlib.util import find_spec

from pmgap.errors import unusable
from pmgap.readers.files import read_bytes

MOST_PAGES = 100
"""The most pages of a document that is read."""

MOST_CHARACTERS = 2_000_000
"""The most characters of text that are read."""

MOST_SECONDS = 30
"""The longest that reading one document may take."""

MOST_MEMORY = 1024**3
"""The most bytes of memory that reading one document may take, where the platform can bound it."""


def read_pdf_text(path: str) -> str:
    """The text of a PDF file, page after page, in the order in which the file draws it.

    Raises:
        UserError: the extra is missing, or the file is locked, scanned, broken, too long, or no PDF.
    """
    return pdf_text(read_bytes(path), path)


def pdf_text(data: bytes, path: str) -> str:
    """Like ``read_pdf_text``, from bytes.

    Raises:
        UserError: as there.
    """
    if find_spec("pypdf") is None:
        raise unusable("reading PDF files needs an extra", path, 'Install it: pip install "pmgap[pdf]"')
    if b"%PDF-" not in data[:1024]:
        raise unusable("it is not a PDF file", path, "Check the name.")
    # -P: a file named pypdf.py in the current folder must not be taken for the library.
    command = [sys.executable, "-P", "-m", "pmgap.readers.pdf_text"]
    try:
        child = subprocess.run(command, input=data, capture_output=True, timeout=MOST_SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        what = f"reading it takes more than {MOST_SECONDS} seconds"
        raise unusable(what, path, "Save it as text or as a Word file and use that.") from error
    try:
        told = json.loads(child.stdout)
    except ValueError as error:
        what = "reading it takes too much memory, or the file is broken"
        raise unusable(what, path, "Save it as text or as a Word file and use that.") from error
    if "text" not in told:
        raise unusable(told["what"], path, told["hint"])
    text: str = told["text"]
    return text


def _read_here(data: bytes) -> dict[str, str]:
    """The text in the bytes of a PDF, or what is wrong and what to do. Runs in the child process."""
    import io

    from pypdf import PdfReader
    from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"what": "it is locked with a password", "hint": "Save a copy without a password."}
        if len(reader.pages) > MOST_PAGES:
            return {"what": f"it has more than {MOST_PAGES} pages", "hint": "Name a shorter document."}
        pages, size = [], 0
        for page in reader.pages:
            pages.append(page.extract_text())
            size += len(pages[-1])
            if size > MOST_CHARACTERS:
                return {
                    "what": f"its text is longer than {MOST_CHARACTERS:,} characters",
                    "hint": "Name a shorter document.",
                }
    except DependencyError:
        return {"what": "it is encrypted", "hint": "Save a copy without encryption, or print it to a new PDF."}
    except LimitReachedError:
        return {"what": "it unpacks to more than any CV or posting does", "hint": "Save it again, or save it as text."}
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError, OSError, RecursionError):
        return {"what": "it is a broken PDF file", "hint": "Save it again, or save it as text."}
    text = "\n".join(pages)
    if not any(character.isalpha() for character in text):
        return {
            "what": "it holds pictures of pages, not text (a scan?)",
            "hint": "Export it as text or as a Word file from where it was written, or run it through OCR.",
        }
    return {"text": text}


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows: the time limit must do
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    import logging

    logging.disable()
    _bound_memory()
    sys.stdout.write(json.dumps(_read_here(sys.stdin.buffer.read())))
