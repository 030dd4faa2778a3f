"""An invitation that someone filled in and sent back: YAML, JSON or the plain-text form."""

import re

from pmgap.errors import Problem, UserError, unusable
from pmgap.profile import INVITATION_FORMAT, Answer
from pmgap.readers.documents import Document, parse
from pmgap.readers.files import read_text
from pmgap.readers.returned_form import is_form, read_form
from pmgap.readers.validation import shown, validated
from pmgap.record import Record, record

_NO_SPACE = re.compile(r"^([ \t]*[\w.-]+:)(?=[^\s:])", re.MULTILINE)
"""A key without the space that YAML wants after its colon: the first thing that goes wrong when people type."""

_IS_DOCUMENT = re.compile(r"""^[ \t]*["']?pmgap(?:_invitation)?["']?[ \t]*:""", re.MULTILINE)
"""A key that only a YAML or JSON document has."""

_WORDS: dict[str, Answer] = {
    **dict.fromkeys(("yes", "y"), "yes"),
    **dict.fromkeys(("partly", "p"), "partly"),
    **dict.fromkeys(("no", "n"), "no"),
}


@record
class Returned(Record):
    """What came back."""

    pmgap_invitation: int
    """Version of the format."""
    about: str | None = None
    """Name of the person it is about."""
    role: str | None = None
    """Id of the role it is about."""
    by: str | None = None
    """Who answers; none if they did not say."""
    answers: dict[str, Answer] | None = None
    """Statement id to answer; none where the line was left empty."""
    notes: dict[str, str] | None = None
    """Statement id to what was written beside it."""
    not_understood: tuple[Problem, ...] = ()
    """What was passed over, with its line."""


@record
class _Document(Record):
    """What came back as YAML or JSON."""

    pmgap_invitation: int
    about: str | None = None
    role: str | None = None
    by: str | None = None
    answers: dict[str, Answer] | None = None


_FOR_THE_READER = ("how", "questions")
"""Keys of the JSON invitation that say what is asked; nobody fills them in."""


def read_returned(path: str) -> Returned:
    """The returned invitation in a file, or on standard input for ``-``.

    Raises:
        UserError: it cannot be read, is something else, or holds an answer that is none; with every problem and line.
    """
    text = read_text(path)
    if not _IS_DOCUMENT.search(text) and is_form(text):
        return _from_form(text, path)
    document = parse(_NO_SPACE.sub(r"\1 ", text), path)
    value = document.value
    if value is None:
        raise unusable("it is empty", path, "Ask for the file that pmgap invite wrote, filled in.")
    if not isinstance(value, dict) or "pmgap_invitation" not in value:
        what = "it is a profile, not a returned invitation" if _is_profile(value) else "it is not a returned invitation"
        raise unusable(what, document.place(()), "The profile comes first: pmgap merge PROFILE RETURNED")
    version = value["pmgap_invitation"]
    if version != INVITATION_FORMAT:
        raise unusable(
            f"it is written for invitation format {shown(version)}, this pmgap reads format {INVITATION_FORMAT}",
            document.place(("pmgap_invitation",)),
            "Use a newer pmgap.",
        )
    value = {key: entry for key, entry in value.items() if key not in _FOR_THE_READER}
    found = validated(_Document, Document(path, value | _understood(document), document.lines))
    return Returned(
        pmgap_invitation=found.pmgap_invitation,
        about=found.about,
        role=found.role,
        by=found.by if found.by and found.by.strip() else None,
        answers=found.answers,
    )


def _from_form(text: str, path: str) -> Returned:
    form = read_form(text, path)
    return Returned(
        pmgap_invitation=INVITATION_FORMAT,
        about=form.about,
        role=form.role,
        by=form.by,
        answers=form.answers,
        notes=form.notes or None,
        not_understood=form.problems,
    )


def _is_profile(value: object) -> bool:
    return isinstance(value, dict) and not {"pmgap", "answers"}.isdisjoint(value)


def _understood(document: Document) -> dict[str, dict[str, Answer]]:
    """The answers, with capitals and single letters understood as people mean them."""
    answers = document.value.get("answers")
    if not isinstance(answers, dict):
        return {}
    understood: dict[str, Answer] = {}
    problems = []
    for key, value in answers.items():
        if value is None or isinstance(value, bool):
            understood[key] = value
        elif isinstance(value, str) and not value.strip():
            understood[key] = None
        elif isinstance(value, str) and value.strip().casefold() in _WORDS:
            understood[key] = _WORDS[value.strip().casefold()]
        else:
            hint = "Write yes, partly or no, or leave it empty."
            problems.append(Problem("answer", f"{shown(value)} is no answer", document.place(("answers", key)), hint))
    if problems:
        raise UserError(*problems[:50])
    return {"answers": understood}
