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
from pmgap.readers.validation import spot
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
        sys.stderr.write(f"{printable(path)}: {count} problem{'' if count == 1 else 's'}\n")
        return CHECK_FAILED
    if advice:
        show(UserError(*advice))
    verdict = (
        f"can be used, {len(advice)} piece{'' if len(advice) == 1 else 's'} of advice" if advice else "no problems"
    )
    to_standard_output(f"{printable(path)}: {told}: {verdict}\n")
    return CHECK_FAILED if strict and advice else DONE


def _unknown(catalogue: Catalogue, profile: Profile, document: Document) -> list[Problem]:
    known = [*catalogue.statement_by_id, *catalogue.skill_by_id]
    found = [
        Problem(
            "unknown-id",
            f'the catalogue does not know "{key}"',
            document.place(_path_of(document.value, key, ())),
            did_you_mean(key, known) or "It is kept and has no effect.",
            advice=True,
        )
        for key in unknown_ids(catalogue, profile)
    ]
    return sorted(found, key=spot)


def _path_of(value: object, key: str, path: Path) -> Path:
    """Where an id stands in a profile: as a key, or as a value by itself."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, entry in entries:
        if key in (name, entry):
            return (*path, name)
        if found := _path_of(entry, key, (*path, name)):
            return found
    return ()
