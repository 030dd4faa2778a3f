"""``pmgap team``."""

import os
import sys
from collections.abc import Iterable, Sequence

from pmgap.catalogue import Catalogue
from pmgap.cli.choosing import named_roles
from pmgap.cli.output import deliver, keep_inputs
from pmgap.cli.progress import counted_off
from pmgap.errors import Problem, UserError, unusable
from pmgap.printable import printable
from pmgap.profile import Profile
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.profile_file import check_levels, read_profile
from pmgap.team import SMALLEST_NAMED, Member, view_team

ENDINGS = (".yaml", ".yml", ".json")
"""Files of a folder that are taken for profiles."""

MOST_PROBLEMS = 50
"""The most problems that are told of; beyond that something else is wrong."""


LONGEST_NAME = 60
"""Characters of a name that are shown."""


def team(
    paths: Sequence[str],
    role_name: str | None,
    style: str,
    output: str | None,
    catalogue_path: str | None,
    *,
    anonymous: bool,
    names: bool,
    full: bool,
    posting: str | None = None,
) -> None:
    """Show what the people behind some profiles cover of a role."""
    from pmgap.writers.team_csv import team_csv
    from pmgap.writers.team_html import team_html
    from pmgap.writers.team_markdown import team_markdown
    from pmgap.writers.team_text import write_team

    catalogue = load_catalogue(catalogue_path)
    targets = named_roles(catalogue, [role_name] if role_name else [], [posting] if posting else [])
    if len(targets) != 1:
        what = "several roles were named" if targets else "no role was named"
        raise unusable(what, hint="Use either --role ROLE or --posting FILE; pmgap roles lists the roles.")
    role = targets[0]
    files = profile_files(paths)
    keep_inputs(output, files)
    members = read_members(catalogue, files)
    hidden = anonymous or (style != "text" and len(members) < SMALLEST_NAMED and not names)
    if hidden and not anonymous:
        few = f"fewer than {SMALLEST_NAMED} people in a format made to be passed on"
        sys.stderr.write(f"Names are left out: {few}. --names keeps them.\n")
    report = view_team(catalogue, members, role, anonymous=hidden)
    deliver(
        report,
        style,
        output,
        lambda sheet: write_team(report, sheet, full=full),
        {"markdown": lambda: team_markdown(report), "html": lambda: team_html(report), "csv": lambda: team_csv(report)},
    )


def profile_files(paths: Iterable[str]) -> list[str]:
    """The files that are meant, each once: those named, and the profiles inside the folders named, by the alphabet.

    Raises:
        UserError: a folder cannot be read or holds no profile.
    """
    found: dict[str, str] = {}
    for path in paths:
        for file in _inside(path) if os.path.isdir(path) else [path]:
            place = file if file == "-" else os.path.realpath(file)
            if place in found:
                sys.stderr.write(f"Counted once, though named twice: {printable(file)}\n")
            found.setdefault(place, file)
    return list(found.values())


def _inside(folder: str) -> list[str]:
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        raise unusable(f"the folder cannot be read: {error.strerror}", folder, "Check its permissions.") from error
    inside = [os.path.join(folder, it) for it in names if it.endswith(ENDINGS) and not it.startswith(".")]
    if not inside:
        hint = f"Name profiles, or a folder with files that end in {', '.join(ENDINGS)}."
        raise unusable("the folder holds no profile", folder, hint)
    for path in inside:
        if os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path)):
            # A pipe that nobody writes to would be waited for without end, and nobody named it.
            raise unusable("it is neither a file nor a folder", path, "Take it out of the folder.")
    return inside


def read_members(catalogue: Catalogue, files: Sequence[str]) -> list[Member]:
    """The people behind some files, by the name in the profile or else in the file name.

    Raises:
        UserError: with what is wrong in any of the files.
    """
    members = []
    problems: list[Problem] = []
    for path in counted_off(files, "Reading profile"):
        try:
            profile = read_profile(path)
            check_levels(profile, catalogue.top, path)
        except UserError as error:
            problems.extend(error.problems)
            if len(problems) > MOST_PROBLEMS:
                break
            continue
        members.append(Member(name=_name(profile, path), profile=profile))
    if problems:
        raise UserError(*problems[:MOST_PROBLEMS])
    return members


def _name(profile: Profile, path: str) -> str:
    stem = "standard input" if path == "-" else os.path.splitext(os.path.basename(path))[0]
    name = " ".join((profile.name or "").split()) or printable(stem)
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 3]}..."
