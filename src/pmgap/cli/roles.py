"""``pmgap roles``."""

from collections.abc import Sequence

from pmgap.cli.choosing import find_roles
from pmgap.cli.output import deliver
from pmgap.errors import unusable
from pmgap.readers.builtin import load_catalogue
from pmgap.role_views import compare_roles, list_roles, show_role


def roles(names: Sequence[str], style: str, output: str | None, catalogue_path: str | None) -> None:
    """List the roles, show one, or compare two."""
    from pmgap.writers.roles_text import write_role, write_role_comparison, write_role_list

    catalogue = load_catalogue(catalogue_path)
    if len(names) > 2:
        raise unusable("more than two roles", hint="Name one to see it, or two to compare them.")
    found = find_roles(catalogue, names)
    if not names:
        listed = list_roles(catalogue)
        deliver(listed, style, output, lambda sheet: write_role_list(listed, sheet))
    elif len(names) == 1:
        detail = show_role(catalogue, found[0])
        deliver(detail, style, output, lambda sheet: write_role(detail, sheet))
    else:
        comparison = compare_roles(catalogue, found[0], found[-1])
        deliver(comparison, style, output, lambda sheet: write_role_comparison(comparison, sheet))
