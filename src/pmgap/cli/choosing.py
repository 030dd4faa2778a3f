"""Finding what someone named: roles by id or title, and the profile they mean."""

import os
import re
import sys
from collections.abc import Sequence

from pmgap.catalogue import Catalogue, Role
from pmgap.errors import Problem, UserError, unusable
from pmgap.printable import printable
from pmgap.profile import EMPTY, Profile
from pmgap.readers.places import own_profile
from pmgap.suggestions import did_you_mean


def find_roles(catalogue: Catalogue, names: Sequence[str]) -> list[Role]:
    """The roles that are meant by ids, titles or aliases, each once, in the order given.

    Raises:
        UserError: a name means no role; with suggestions.
    """
    known: dict[str, Role] = {}
    for role in catalogue.roles:
        for name in (*role.aliases, role.title, role.id):
            known[name.casefold()] = role
    found: dict[str, Role] = {}
    problems = []
    for name in names:
        role_meant = known.get(name.strip().casefold())
        if role_meant is None:
            hint = did_you_mean(name, [role.id for role in catalogue.roles]) or "Run pmgap roles for the list."
            problems.append(Problem("unknown-role", f'unknown role "{name}"', None, hint))
        else:
            found[role_meant.id] = role_meant
    if problems:
        raise UserError(*problems)
    return list(found.values())


def named_roles(catalogue: Catalogue, names: Sequence[str], postings: Sequence[str]) -> list[Role]:
    """The roles that are meant by names, and those that job postings describe.

    Raises:
        UserError: a name means no role, or a posting cannot be used.
    """
    found = find_roles(catalogue, names)
    if postings:
        from pmgap.cli.posting import posting_roles

        found += posting_roles(catalogue, postings)
    return found


def target_roles(
    catalogue: Catalogue, names: Sequence[str], profile: Profile, postings: Sequence[str] = ()
) -> list[Role]:
    """The roles that are meant; those the profile aims at when none is named.

    Raises:
        UserError: a name means no role, a posting cannot be used, or there is no target at all.
    """
    found = named_roles(catalogue, names, postings)
    if not found:
        found = [catalogue.role_by_id[key] for key in profile.targets or () if key in catalogue.role_by_id]
    if not found:
        raise unusable("no role was named", hint="Use --role ROLE or --posting FILE; pmgap roles lists them.")
    return found


def argument(path: str) -> str:
    """A path as it is typed into a command: in quotes where the shell would cut it or see something else in it."""
    plain = printable(path)
    return plain if re.fullmatch(r"[\w./\\:~+@%,-]+", plain) else f'"{plain}"'


def profile_path(path: str | None) -> str:
    """Where the profile is: as named, else the person's own in the user data directory."""
    return own_profile() if path is None else path


def load_profile(path: str | None) -> tuple[Profile, str]:
    """The profile that is meant, and where it is; without a name the person's own, or an empty one if there is none.

    Raises:
        UserError: it cannot be read or is not a profile.
    """
    from pmgap.readers.profile_file import read_profile

    place = profile_path(path)
    if path is None:
        if not os.path.exists(place):
            sys.stderr.write("No profile yet: nothing is known. pmgap assess asks and keeps the answers.\n")
            return EMPTY, place
        sys.stderr.write(f"Using your profile {printable(place)}\n")
    return read_profile(place), place
