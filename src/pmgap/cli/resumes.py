"""``pmgap import``."""

import os
import re
import sys
import time
from collections.abc import Sequence

from pmgap.cli.choosing import argument
from pmgap.cli.output import deliver
from pmgap.errors import Problem, UserError, unusable
from pmgap.printable import printable
from pmgap.profile import EMPTY, Profile
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.places import own_profile
from pmgap.readers.profile_file import check_levels, read_profile
from pmgap.readers.resume_file import KINDS, read_resume
from pmgap.resumes.importing import Import, import_resumes
from pmgap.resumes.resume import Resume
from pmgap.writers.profile_yaml import save_profile

_MONTH = re.compile(r"(19[5-9]\d|20\d\d)-(0[1-9]|1[0-2])")


def import_files(
    paths: Sequence[str],
    style: str,
    catalogue_path: str | None,
    *,
    profile_path: str | None,
    new_path: str | None,
    as_of: str | None,
    dry_run: bool,
) -> None:
    """Take what CVs say into a profile and report what was read."""
    from pmgap.writers.import_markdown import import_markdown
    from pmgap.writers.import_text import write_import

    month = _month(as_of)
    catalogue = load_catalogue(catalogue_path)
    place = new_path or profile_path or own_profile()
    _keep_documents(place, paths)
    before = _before(place)
    check_levels(before, catalogue.top, place)
    resumes = _read(paths)
    done = import_resumes(catalogue, EMPTY if new_path else before, resumes, month)
    if new_path and before not in (EMPTY, done.profile):
        hint = f"To take the documents into it, use --profile {new_path}."
        raise unusable("there is such a profile already, and it says other things", new_path, hint)
    _save(done, before, place, dry_run=dry_run)
    deliver(
        done.report,
        style,
        None,
        lambda sheet: write_import(done.report, sheet),
        {"markdown": lambda: import_markdown(done.report)},
    )


def _month(as_of: str | None) -> int:
    """The month that counts as now: as given, or else of the clock."""
    if as_of is None:
        now = time.localtime()
        return 12 * now.tm_year + now.tm_mon - 1
    found = _MONTH.fullmatch(as_of.strip())
    if found is None:
        raise unusable(f'--as-of is "{as_of}"', hint="Write year and month, like 2026-03.")
    return 12 * int(found[1]) + int(found[2]) - 1


def _keep_documents(place: str, paths: Sequence[str]) -> None:
    """Make sure that the profile does not replace a document."""
    if place == "-":
        raise unusable("the profile must be a file, as it is saved there", hint="Name a file.")
    for path in paths:
        if path != "-" and os.path.realpath(path) == os.path.realpath(place):
            raise unusable("the profile would replace the document", path, "Choose another name for the profile.")


def _before(place: str) -> Profile:
    return read_profile(place) if os.path.exists(place) else EMPTY


def _read(paths: Sequence[str]) -> list[tuple[str, Resume]]:
    """Every document, each once; all that is wrong with them is told at once."""
    if sum(path == "-" for path in paths) > 1:
        raise unusable("standard input can be read only once", hint="Name - once.")
    found: list[tuple[str, Resume]] = []
    problems: list[Problem] = []
    for path in dict.fromkeys(paths):
        try:
            resume = read_resume(path)
            if not (resume.positions or resume.studies or resume.certificates or resume.skills or resume.headline):
                raise unusable("no work, education or skills were found in it", path, f"pmgap import reads: {KINDS}.")
            name = "standard input" if path == "-" else os.path.basename(os.path.normpath(path))
            found.append((name, resume))
        except UserError as error:
            problems.extend(error.problems)
    if problems:
        raise UserError(*problems)
    return found


def _save(done: Import, before: Profile, place: str, *, dry_run: bool) -> None:
    if done.profile == before:
        sys.stderr.write(f"Nothing new; {printable(place)} stays as it is.\n")
    elif dry_run:
        sys.stderr.write(f"Not saved, as --dry-run asks; it would go to {printable(place)}\n")
    else:
        save_profile(done.profile, place, known=before if before != EMPTY else None)
        named = "" if place == own_profile() else f" {argument(place)}"
        sys.stderr.write(
            f"Saved: {printable(place)}\nNow: pmgap assess{named} shows you first what was taken, and asks whether it is so.\n"
        )
