"""``pmgap invite``."""

import os
import sys

from pmgap.cli.choosing import argument, target_roles
from pmgap.cli.output import save_text, to_standard_output
from pmgap.errors import UserError, unusable
from pmgap.interview import Mode
from pmgap.printable import printable
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.files import read_text
from pmgap.readers.profile_file import read_profile
from pmgap.second_view import Invitation
from pmgap.second_view import invite as make_invitation

ENDINGS = {".txt": "text", ".text": "text", ".json": "json"}
"""Endings of a file name that say which format is meant; any other means YAML."""


def invite(
    path: str,
    role_name: str | None,
    style: str | None,
    output: str | None,
    catalogue_path: str | None,
    *,
    mode: Mode,
    posting: str | None = None,
) -> None:
    """Write a file for someone else to fill in."""
    catalogue = load_catalogue(catalogue_path)
    profile = read_profile(path)
    roles = target_roles(catalogue, [role_name] if role_name else [], profile, [posting] if posting else [])
    if len(roles) > 1:
        aims = ", ".join(role.id for role in roles)
        raise unusable(f"the profile aims at several roles: {aims}", path, "Choose one with --role.")
    invitation = make_invitation(catalogue, profile, roles[0], mode)
    text = _written(invitation, style or ENDINGS.get(os.path.splitext(output or "")[1].casefold(), "yaml"))
    if output is None:
        to_standard_output(text)
        return
    if os.path.isfile(output) and not _holds(output, text):
        # It may be one that came back filled in, and those answers are nowhere else.
        raise unusable("there is such a file already", output, "Choose another name for --output.")
    save_text(text, output)
    sys.stderr.write(
        f"Written: {printable(output)}\nIt holds none of your answers. When it comes back filled in:\n"
        f"  pmgap merge {argument(path)} {argument(output)}\n"
    )


def _written(invitation: Invitation, style: str) -> str:
    if style == "text":
        from pmgap.writers.invitation_form import invitation_form

        return invitation_form(invitation)
    if style == "json":
        from pmgap.writers.invitation_json import invitation_json

        return invitation_json(invitation)
    from pmgap.writers.invitation_yaml import invitation_text

    return invitation_text(invitation)


def _holds(path: str, text: str) -> bool:
    try:
        return read_text(path) == text
    except UserError:
        return False
