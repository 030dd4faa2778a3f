"""``pmgap roles``."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from pmgap.cli.choosing import find_roles
from pmgap.cli.output import deliver
from pmgap.errors import unusable
from pmgap.readers.builtin import load_catalogue
from pmgap.record import Record
from pmgap.role_views import compare_roles, list_roles, show_role

if TYPE_CHECKING:
    from pmgap.writers.screen import Sheet


def roles(names: Sequence[str], style: str, output: str | None, catalogue_path: str | None) -> None:
    """List the roles, show one, or compare two."""
    catalogue = load_catalogue(catalogue_path)
    if len(names) > 2:
        raise unusable("more than two roles", hint="Name one to see it, or two to compare them.")
    found = find_roles(catalogue, names)
    if not names:
        listed = list_roles(catalogue)
        deliver(listed, style, output, partial(_draw, "write_role_list", listed))
    elif len(names) == 1:
        detail = show_role(catalogue, found[0])
        deliver(detail, style, output, partial(_draw, "write_role", detail))
    else:
        comparison = compare_roles(catalogue, found[0], found[-1])
        deliver(comparison, style, output, partial(_draw, "write_role_comparison", comparison))


def _draw(writer: str, report: Record, sheet: "Sheet") -> None:
    from pmgap.writers import roles_text

    getattr(roles_text, writer)(report, sheet)
