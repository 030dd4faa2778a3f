"""``pmgap compare``."""

from collections.abc import Iterable, Sequence

from pmgap.catalogue import Catalogue, Role
from pmgap.cli.choosing import find_roles, named_roles
from pmgap.cli.entry import CHECK_FAILED, DONE
from pmgap.cli.output import deliver
from pmgap.comparison import compare as compare_sides
from pmgap.errors import unusable
from pmgap.profile import Profile
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.documents import parse
from pmgap.readers.files import read_text
from pmgap.readers.profile_file import check_levels, profile_from
from pmgap.readers.report_file import is_report, read_snapshots
from pmgap.sides import Side, profile_side, report_side
from pmgap.snapshot import Snapshot

Look = Profile | tuple[Snapshot, ...]
"""What a file holds: a profile, or what a report says of each role."""


def compare(
    paths: tuple[str, str],
    role_names: Sequence[str],
    style: str,
    output: str | None,
    catalogue_path: str | None,
    *,
    fail_on_regression: bool,
    postings: Sequence[str] = (),
) -> int:
    """Tell what changed between two profiles or reports. Returns the exit code."""
    from pmgap.writers.comparison_html import comparison_html
    from pmgap.writers.comparison_markdown import comparison_markdown
    from pmgap.writers.comparison_text import write_comparison

    if paths == ("-", "-"):
        raise unusable("standard input can be read only once", hint="Name a file for BEFORE or AFTER.")
    catalogue = load_catalogue(catalogue_path)
    looks = [_look(catalogue, path) for path in paths]
    posted = {role.id: role for role in named_roles(catalogue, (), postings)}
    ids = _role_ids(catalogue, looks, paths, role_names, posted)
    roles = {**catalogue.role_by_id, **posted}
    targets = [roles[key] for key in ids if key in roles]
    before, after = (_side(catalogue, look, looks, targets, ids, named=bool(role_names or posted)) for look in looks)
    report = compare_sides(catalogue, before, after)
    deliver(
        report,
        style,
        output,
        lambda sheet: write_comparison(report, sheet),
        {"markdown": lambda: comparison_markdown(report), "html": lambda: comparison_html(report)},
    )
    return CHECK_FAILED if fail_on_regression and report.regression else DONE


def _look(catalogue: Catalogue, path: str) -> Look:
    document = parse(read_text(path), path)
    if is_report(document):
        return read_snapshots(document)
    profile = profile_from(document)
    check_levels(profile, catalogue.top, path, document)
    return profile


def _role_ids(
    catalogue: Catalogue, looks: Sequence[Look], paths: Sequence[str], names: Sequence[str], posted: Iterable[str]
) -> list[str]:
    """Ids of the roles to compare: those named and those of postings, else those of the reports, else what the later profile aims at.

    Raises:
        UserError: a name means no role, or a report does not tell of it.
    """
    reports = {path: look for path, look in zip(paths, looks, strict=True) if not isinstance(look, Profile)}
    told = [it.role for look in reports.values() for it in look]
    if not names and not posted:
        targets = [key for look in reversed(looks) if isinstance(look, Profile) for key in look.targets or ()]
        known = [key for key in targets if key in catalogue.role_by_id]
        return list(dict.fromkeys([role.id for role in told] if reports else known))
    # A report may tell of a role that the catalogue in use does not have.
    by_name = {name.casefold(): role.id for role in told for name in (role.title, role.id)}
    ids = [by_name.get(name.strip().casefold()) or find_roles(catalogue, [name])[0].id for name in names]
    ids += posted
    for path, look in reports.items():
        there = [it.role.id for it in look]
        if missing := [key for key in ids if key not in there]:
            raise unusable(f'the report does not tell of "{missing[0]}"', path, f"It tells of: {', '.join(there)}.")
    return list(dict.fromkeys(ids))


def _side(
    catalogue: Catalogue, look: Look, looks: Sequence[Look], roles: Sequence[Role], ids: Sequence[str], *, named: bool
) -> Side:
    if not isinstance(look, Profile):
        return report_side([it for it in look if it.role.id in ids])
    # Beside a report, which tells only of what its roles ask, the other skills could not be compared anyway.
    beside_a_report = bool(roles) and not all(isinstance(it, Profile) for it in looks)
    return profile_side(catalogue, look, roles, only_asked=named or beside_a_report)
