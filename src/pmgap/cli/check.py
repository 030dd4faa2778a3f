"""``pmgap check``."""

import sys

from pmgap.assessment import unknown_ids
from pmgap.cli.entry import CHECK_FAILED, DONE, show
from pmgap.errors import Problem, UserError
from pmgap.printable import printable
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.catalogue_file import read_catalogue
from pmgap.readers.documents import parse
from pmgap.readers.files import read_text
from pmgap.readers.profile_file import check_levels, profile_from
from pmgap.suggestions import did_you_mean


def check(path: str, catalogue_path: str | None, *, strict: bool) -> int:
    """Check a catalogue or a profile, by what the file says it is."""
    document = parse(read_text(path), path)
    value = document.value
    is_catalogue = isinstance(value, dict) and not {"roles", "skills", "extends", "pmgap_catalogue"}.isdisjoint(value)
    try:
        if is_catalogue:
            catalogue, advice = read_catalogue(path)
            told = f"{len(catalogue.roles)} roles, {len(catalogue.skills)} skills, {len(catalogue.statement_by_id)} statements"
        else:
            profile = profile_from(document)
            shipped = load_catalogue(catalogue_path)
            check_levels(profile, shipped.top, path)
            known = [*shipped.statement_by_id, *shipped.skill_by_id]
            advice = [
                Problem("unknown-id", f'the catalogue does not know "{key}"', document.place(_path_of(document.value, key)),
                        did_you_mean(key, known) or "It is kept and has no effect.", advice=True)
                for key in unknown_ids(shipped, profile)
            ]  # fmt: skip
            told = f"a profile with {len(profile.known_answers())} answers"
    except UserError as error:
        show(error)
        count = len(error.problems)
        sys.stderr.write(f"{printable(path)}: {count} problem{'' if count == 1 else 's'}\n")
        return CHECK_FAILED
    if advice:
        show(UserError(*advice))
    verdict = f"can be used, {len(advice)} piece{'' if len(advice) == 1 else 's'} of advice" if advice else "no problems"
    sys.stdout.write(f"{printable(path)}: {told}: {verdict}\n")
    return CHECK_FAILED if strict and advice else DONE


def _path_of(value: object, key: str) -> tuple[str | int, ...]:
    if isinstance(value, dict):
        for section in ("answers", "levels", "mentions"):
            if isinstance(value.get(section), dict) and key in value[section]:
                return (section, key)
    return ()
