"""``pmgap check``."""

import sys

from pmgap.assessment import unknown_ids
from pmgap.catalogue import Catalogue
from pmgap.cli.entry import CHECK_FAILED, DONE, show
from pmgap.cli.output import to_standard_output
from pmgap.errors import Problem, UserError
from pmgap.printable import printable
from pmgap.profile import Profile
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.catalogue_file import read_catalogue
from pmgap.readers.documents import Document, Path, parse
from pmgap.readers.files import decode, read_bytes
from pmgap.readers.profile_file import check_levels, profile_from
from pmgap.readers.validation import MOST_PROBLEMS
from pmgap.sentences import counted
from pmgap.suggestions import did_you_mean


def check(path: str, catalogue_path: str | None, *, strict: bool) -> int:
    """Check a catalogue or a profile, by what the file says it is."""
    data = read_bytes(path)
    document = parse(decode(data, path), path)
    value = document.value
    is_catalogue = isinstance(value, dict) and not {"roles", "skills", "extends", "pmgap_catalogue"}.isdisjoint(value)
    used = None if is_catalogue else load_catalogue(catalogue_path)
    try:
        if used is None:
            catalogue, advice = read_catalogue(path, data)
            statements = len(catalogue.statement_by_id)
            told = f"{len(catalogue.roles)} roles, {len(catalogue.skills)} skills, {statements} statements"
        else:
            profile = profile_from(document)
            check_levels(profile, used.top, path, document)
            advice = _unknown(used, profile, document)
            told = f"a profile with {len(profile.known_answers())} answers"
    except UserError as error:
        show(error)
        count = len(error.problems)
        sys.stderr.write(f"{printable(path)}: {counted(count, 'problem')}\n")
        return CHECK_FAILED
    if advice:
        show(UserError(*advice[:MOST_PROBLEMS]))
        if (more := len(advice) - MOST_PROBLEMS) > 0:
            sys.stderr.write(f"pmgap: {counted(more, 'more piece')} of advice\n")
    verdict = f"can be used, {counted(len(advice), 'piece')} of advice" if advice else "no problems"
    to_standard_output(f"{printable(path)}: {told}: {verdict}\n")
    return CHECK_FAILED if strict and advice else DONE


def _unknown(catalogue: Catalogue, profile: Profile, document: Document) -> list[Problem]:
    known = [
        *catalogue.statement_by_id,
        *catalogue.skill_by_id,
        *catalogue.role_by_id,
        *(action.id for action in catalogue.actions),
        *(programme.id for programme in catalogue.programmes),
    ]
    paths = _paths(document.value)
    places = [(key, document.place(paths.get(key, ()))) for key in unknown_ids(catalogue, profile)]
    places.sort(key=lambda it: it[1].line or 0)
    found: list[Problem] = []
    for key, where in places:
        # Looking for what may have been meant takes long; who has more unknown ids than that uses another catalogue.
        meant = did_you_mean(key, known) if len(found) < MOST_PROBLEMS else ""
        hint = meant or "It is kept and has no effect."
        found.append(Problem("unknown-id", f'the catalogue does not know "{key}"', where, hint, advice=True))
    return found


def _paths(document: object) -> dict[str, Path]:
    """Where each id of a profile first stands: as a key, or as a value by itself."""
    found: dict[str, Path] = {}
    coming: list[tuple[Path, object]] = [((), document)]
    while coming:
        path, value = coming.pop()
        entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        inner = [((*path, name), entry) for name, entry in entries]
        for place, entry in inner:
            for id_ in (place[-1], entry):
                if isinstance(id_, str):
                    found.setdefault(id_, place)
        coming += reversed(inner)
    return found
