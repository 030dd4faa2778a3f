"""A profile from its YAML or JSON file, checked; a missing or broken one is one clear message."""

from pmgap.errors import Problem, UserError, unusable
from pmgap.profile import FORMAT, Answer, Profile
from pmgap.readers.documents import Document, parse
from pmgap.readers.files import read_text
from pmgap.readers.validation import shown, validated

MOST_YEARS = 80
"""The most years of one kind of experience that are believed."""

_NOWHERE = Document("", {}, {})
"""For profiles whose lines nobody asks for."""


def read_profile(path: str) -> Profile:
    """The profile in a file, or on standard input for ``-``.

    Raises:
        UserError: it cannot be read or is not a profile; with every problem, its line and a hint.
    """
    return profile_from(parse(read_text(path), path))


def profile_from(document: Document) -> Profile:
    """The profile in a parsed document.

    Raises:
        UserError: it is not a profile; with every problem.
    """
    value = document.value
    if value is None:
        raise unusable("it is empty", document.file, "A profile starts with: pmgap: 1")
    if not isinstance(value, dict):
        raise unusable("it is not a profile: keys and values are expected", document.place(()), "See docs/profile.md.")
    if "pmgap" not in value and not {"pmgap_catalogue", "extends", "roles", "skills"}.isdisjoint(value):
        raise unusable("it is a catalogue, not a profile", document.place(()), "Use it with --catalogue.")
    if "pmgap" not in value and "pmgap_invitation" in value:
        raise unusable("it is an invitation, not a profile", document.place(()), "Use: pmgap merge PROFILE RETURNED")
    version = value.get("pmgap", FORMAT)
    if version != FORMAT:
        raise unusable(
            f"it is written for profile format {shown(version)}, this pmgap reads format {FORMAT}",
            document.place(("pmgap",)),
            "Use a newer pmgap, or set pmgap: 1.",
        )
    profile = validated(Profile, document)
    if found := problems(profile, document):
        raise UserError(*found)
    return profile


def problems(profile: Profile, document: Document | None = None) -> list[Problem]:
    """What is wrong with a profile of the right types, whatever the catalogue; ``document`` knows the lines."""
    found = []
    document = document or _NOWHERE
    for skill, level in (profile.levels or {}).items():
        if level < 0:
            where = document.place(("levels", skill))
            found.append(Problem("level", f"level {level} is below 0", where, "Levels start at 0."))
    for index, entry in enumerate((profile.background.experience if profile.background else None) or ()):
        highest = entry.years if entry.years_max is None else entry.years_max
        if not 0 <= entry.years <= highest <= MOST_YEARS:
            where = document.place(("background", "experience", index))
            hint = f"Use 0 to {MOST_YEARS}, and years_max above years."
            found.append(Problem("years", f"{entry.years:g} years cannot be right", where, hint))
    return found


def check_levels(profile: Profile, top: int, path: str, document: Document | None = None) -> None:
    """Make sure that declared levels are on a scale that ends at ``top``; ``document`` knows their lines.

    Raises:
        UserError: one is not.
    """
    document = document or Document(path, {}, {})
    problems = [
        Problem(
            "level",
            f"level {level} of {skill} is not on the scale",
            document.place(("levels", skill)),
            f"Use 0 to {top}.",
        )
        for skill, level in (profile.levels or {}).items()
        if level > top
    ]
    if problems:
        raise UserError(*problems)


def read_answers_file(path: str) -> dict[str, Answer]:
    """The answers in a file: a plain mapping of statement id to yes, partly or no, or a whole profile.

    Raises:
        UserError: it cannot be read, or an answer is none of the three.
    """
    document = parse(read_text(path), path)
    value = document.value
    if isinstance(value, dict) and not {"pmgap", "answers"} & value.keys():
        lines = {("answers", *key): line for key, line in document.lines.items()}
        document = Document(path, {"answers": value}, lines)
    return profile_from(document).known_answers()
