"""``pmgap path``."""

from pmgap.cli.choosing import find_roles
from pmgap.cli.output import deliver
from pmgap.errors import unusable
from pmgap.paths import find_path
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.profile_file import check_levels, read_profile


def path(
    names: tuple[str, str],
    profile_path: str | None,
    style: str,
    output: str | None,
    catalogue_path: str | None,
    *,
    full: bool,
) -> None:
    """Tell how to get from one role to another."""
    from pmgap.writers.path_csv import path_csv
    from pmgap.writers.path_html import path_html
    from pmgap.writers.path_markdown import path_markdown
    from pmgap.writers.path_text import write_path

    catalogue = load_catalogue(catalogue_path)
    found = find_roles(catalogue, names)
    if not found:
        raise unusable("no role was named", hint="Use pmgap path FROM TO; pmgap roles lists the roles.")
    profile = None if profile_path is None else read_profile(profile_path)
    if profile is not None:
        check_levels(profile, catalogue.top, profile_path or "")
    report = find_path(catalogue, found[0], found[-1], profile)
    deliver(
        report,
        style,
        output,
        lambda sheet: write_path(report, sheet, full=full),
        {"markdown": lambda: path_markdown(report), "html": lambda: path_html(report), "csv": lambda: path_csv(report)},
    )
