"""An invitation that someone filled in and sent back."""

import re
from dataclasses import replace

from pmgap.errors import Problem, UserError, unusable
from pmgap.profile import INVITATION_FORMAT, Answer
from pmgap.readers.documents import Document, parse
from pmgap.readers.files import read_text
from pmgap.readers.validation import shown, validated
from pmgap.record import Record, record

_NO_SPACE = re.compile(r"^([ \t]*[\w.-]+:)(?=[^\s:])", re.MULTILINE)
"""A key without the space that YAML wants after its colon: the first thing that goes wrong when people type."""

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


def read_returned(path: str) -> Returned:
    """The returned invitation in a file, or on standard input for ``-``.

    Raises:
        UserError: it cannot be read, is something else, or holds an answer that is none; with every problem and line.
    """
    document = parse(_NO_SPACE.sub(r"\1 ", read_text(path)), path)
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
    returned = validated(Returned, Document(path, value | _understood(document), document.lines))
    if returned.by is None or returned.by.strip():
        return returned
    return replace(returned, by=None)


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
