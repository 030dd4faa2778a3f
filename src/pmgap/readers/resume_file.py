"""A CV in any format that is read, as a record: finds out which format it is."""

import os
import re

from pmgap.errors import unusable
from pmgap.readers.document_text import decode_text, document_from_bytes
from pmgap.readers.documents import Value, parse
from pmgap.readers.files import MOST_BYTES, read_bytes
from pmgap.readers.json_resume import is_json_resume, json_resume
from pmgap.readers.linkedin_export import (
    is_linkedin_table,
    is_linkedin_zip,
    linkedin_file,
    linkedin_folder,
    linkedin_zip,
)
from pmgap.readers.rendercv import is_rendercv, rendercv_resume
from pmgap.resumes.resume import Resume
from pmgap.resumes.written import read_written

KINDS = "JSON Resume, LinkedIn export (zip or folder), rendercv YAML, Markdown, text, HTML, PDF, DOCX"
"""What can be read, in words."""

MOST_LINES = 3_000
"""The most lines of a CV that was written as text: some fifty pages."""

_TOO_LARGE = "A CV is far smaller; name the right file."
_NAMES = {"text": "plain text", "markdown": "Markdown", "html": "HTML", "pdf": "PDF", "docx": "DOCX"}
_YAML_NAME = re.compile(r"\.ya?ml$", re.IGNORECASE)
_RENDERCV = re.compile(r"^cv:\s*(?:#.*)?$", re.MULTILINE)


def read_resume(path: str) -> Resume:
    """The CV in a file or folder, or on standard input for ``-``.

    Raises:
        UserError: it cannot be read, is of another kind, or holds nothing that a CV has.
    """
    if path != "-" and os.path.isdir(path):
        return linkedin_folder(path)
    if is_linkedin_table(path):
        return linkedin_file(path)
    name = "standard input" if path == "-" else os.path.basename(path)
    data = read_bytes(path, MOST_BYTES, _TOO_LARGE)
    if data.startswith(b"PK\x03\x04") and is_linkedin_zip(data):
        return linkedin_zip(data, path)
    is_text = b"\0" not in data[:4096] or data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if is_text and not data.startswith((b"PK\x03\x04", b"%PDF-")):
        text, _ = decode_text(data, path)
        start = text.lstrip()[:1]
        if path.endswith(".json") or start == "{" or _YAML_NAME.search(path) or _RENDERCV.search(text):
            return _structured(text, path, name)
    document = document_from_bytes(data, path)
    if len(document.lines) > MOST_LINES:
        raise unusable(f"it has {len(document.lines)} lines, more than {MOST_LINES}", path, _TOO_LARGE)
    return read_written(name, document.lines, _NAMES[document.media], document.notes)


def _structured(text: str, path: str, name: str) -> Resume:
    document = parse(text, path)
    value: Value = document.value
    if is_rendercv(value):
        return rendercv_resume(document, name)
    if is_json_resume(value):
        return json_resume(document, name)
    if isinstance(value, dict) and "pmgap" in value:
        raise unusable("it is a pmgap profile, not a CV", path, "Use it as it is: pmgap assess PROFILE")
    hint = f"pmgap import reads: {KINDS}."
    raise unusable("it is neither a JSON Resume nor a CV for rendercv", path, hint)
