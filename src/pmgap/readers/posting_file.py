"""A job posting from a file: text, Markdown, HTML with or without structured data, PDF, DOCX."""

from collections.abc import Iterator, Mapping
from typing import Any

from pmgap.errors import unusable
from pmgap.readers.document_text import DocumentText, characters_of, read_document
from pmgap.record import Record, record

MOST_CHARACTERS = 200_000
"""The most text that is taken for a posting. A long one has 15,000 characters."""

_PARTS = (
    ("responsibilities", "Responsibilities"),
    ("qualifications", "Qualifications"),
    ("skills", "Skills"),
    ("experienceRequirements", "Experience"),
    ("educationRequirements", "Education"),
)
"""Fields of a schema.org JobPosting that hold demands or duties, with a heading for each."""


@record
class PostingText(Record):
    """The text of a job posting."""

    lines: tuple[str, ...]
    """Its lines."""
    title: str
    """Title of the job, where the page names it; else empty."""
    notes: tuple[str, ...]
    """What to know about the reading."""


def read_posting(path: str) -> PostingText:
    """The text of a posting in a file, or on standard input for ``-``.

    A web page that carries a schema.org JobPosting is read from that: it holds the posting and nothing else.

    Raises:
        UserError: it cannot be read.
    """
    text = posting_text(read_document(path))
    if characters_of(text.lines) > MOST_CHARACTERS:
        what = f"it holds more than {MOST_CHARACTERS:,} characters of text"
        raise unusable(what, path, "A posting is far smaller; name the right file, or cut out what is not the posting.")
    return text


def posting_text(document: DocumentText) -> PostingText:
    """The posting in a document."""
    for thing in document.json_ld:
        kinds = thing.get("@type")
        if "JobPosting" not in (kinds if isinstance(kinds, list) else [kinds]):
            continue
        title = _text(thing.get("title"))
        lines = list(_lines(thing, title, document.file))
        if any(lines[1:]):
            note = "Read from the structured data of the page (schema.org JobPosting); lines are counted in its text."
            return PostingText(lines=tuple(lines), title=title, notes=(*document.notes, note))
    return PostingText(lines=document.lines, title="", notes=document.notes)


def _lines(thing: Mapping[str, Any], title: str, path: str) -> Iterator[str]:
    yield f"# {title}"
    description = _html(thing.get("description"), path)
    yield from description
    known = " ".join(" ".join(description).split()).casefold()
    for field, heading in _PARTS:
        part = [line for line in _html(_named(thing.get(field)), path) if line.casefold().lstrip("- ") not in known]
        if part:
            yield from ("", f"## {heading}", *part)
    if pay := _pay(thing.get("baseSalary")):
        yield from ("", pay)


def _html(value: object, path: str) -> list[str]:
    """Text that may hold markup, as lines."""
    if isinstance(value, list):
        return [line for entry in value for line in _html(_named(entry), path)]
    text = _text(value)
    if "<" not in text and "&lt;" in text:
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    if "<" not in text:
        return text.split("\n") if text else []
    from pmgap.readers.html_text import html_lines

    return html_lines(text, path)[0]


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _named(value: object) -> object:
    """What a structured demand says in words."""
    if not isinstance(value, dict):
        return value
    if isinstance(months := value.get("monthsOfExperience"), int | float) and months >= 12:
        return f"{months // 12:g}+ years of experience"
    category = value.get("credentialCategory")
    if isinstance(category, str):
        return category if "degree" in category.casefold() else f"{category} degree"
    return value.get("name") or value.get("description")


def _pay(value: object) -> str:
    """The pay of structured data as a line of text."""
    if not isinstance(value, dict):
        return ""
    inner = value.get("value")
    amounts = inner if isinstance(inner, dict) else value
    low, high = amounts.get("minValue", amounts.get("value")), amounts.get("maxValue")
    currency = _text(value.get("currency"))
    if not currency or not isinstance(low, int | float | str):
        return ""
    span = f"{low} - {currency} {high}" if isinstance(high, int | float | str) else f"{low}"
    return f"Salary: {currency} {span} per {_text(amounts.get('unitText')).casefold() or 'year'}"
