"""``pmgap match``."""

from pmgap.cli.choosing import load_profile
from pmgap.cli.output import deliver
from pmgap.matching import match_roles
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.profile_file import check_levels


def match(path: str | None, style: str, output: str | None, catalogue_path: str | None) -> None:
    """Hold a profile, or the person's own, against every role."""
    from pmgap.writers.match_html import match_html
    from pmgap.writers.match_markdown import match_markdown
    from pmgap.writers.match_text import write_match

    catalogue = load_catalogue(catalogue_path)
    profile, shown = load_profile(path)
    check_levels(profile, catalogue.top, shown)
    report = match_roles(catalogue, profile)
    deliver(
        report,
        style,
        output,
        lambda sheet: write_match(report, sheet),
        {"markdown": lambda: match_markdown(report), "html": lambda: match_html(report)},
    )
