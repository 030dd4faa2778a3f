"""``pmgap posting``, and postings as targets of other commands."""

import sys
from collections.abc import Sequence
from dataclasses import replace

from pmgap.catalogue import Catalogue, Role
from pmgap.cli.output import deliver, keep_inputs
from pmgap.errors import unusable
from pmgap.postings.posting import Posting
from pmgap.postings.role import posting_role
from pmgap.postings.understanding import understand
from pmgap.printable import printable
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.posting_file import read_posting


def posting(path: str, style: str, output: str | None, catalogue_path: str | None, *, full: bool) -> None:
    """Show what was understood of a job posting."""
    from pmgap.writers.posting_html import posting_html
    from pmgap.writers.posting_markdown import posting_markdown
    from pmgap.writers.posting_text import write_posting

    catalogue = load_catalogue(catalogue_path)
    keep_inputs(output, [path])
    report = _understood(catalogue, path)
    deliver(
        report,
        style,
        output,
        lambda sheet: write_posting(report, sheet, full=full),
        {"markdown": lambda: posting_markdown(report), "html": lambda: posting_html(report)},
    )


def _understood(catalogue: Catalogue, path: str) -> Posting:
    text = read_posting(path)
    return understand(catalogue, text.lines, text.title, text.notes)


def posting_roles(catalogue: Catalogue, paths: Sequence[str]) -> list[Role]:
    """The roles that some postings describe, in the order given.

    Raises:
        UserError: one cannot be read, or asks for nothing that the catalogue knows.
    """
    if list(paths).count("-") > 1:
        raise unusable("standard input can be read only once", hint="Name a file for all postings but one.")
    roles: list[Role] = []
    for path in paths:
        report = _understood(catalogue, path)
        for note in report.notes:
            sys.stderr.write(f"{printable(note)}\n")
        role = posting_role(catalogue, report, [it.id for it in roles])
        if not role.requirements:
            hint = "Is it a job posting? pmgap posting FILE shows what was understood."
            raise unusable("it asks for no skill that the catalogue knows", path, hint)
        if report.family.role is None:
            sys.stderr.write(f"{printable(report.family.because)} Levels are what roles usually ask.\n")
        # Two postings may have the same title; their place among the targets tells them apart.
        same = sum(it.title.startswith(role.title[:-1]) for it in roles)
        roles.append(role if not same else replace(role, title=f"{role.title[:-1]} {same + 1})"))
    return roles
