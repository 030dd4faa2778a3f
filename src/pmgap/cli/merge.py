"""``pmgap merge``."""

import sys
import unicodedata

from pmgap.cli.entry import show
from pmgap.cli.output import deliver, keep_inputs
from pmgap.cli.unknown_answers import tell_unknown
from pmgap.errors import UserError, unusable
from pmgap.printable import printable
from pmgap.profile import Profile, View
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.profile_file import check_levels, read_profile
from pmgap.readers.returned_view import Returned, read_returned
from pmgap.second_view import report_views
from pmgap.writers.profile_yaml import save_profile


def merge(
    path: str, returned_path: str, by: str | None, style: str, output: str | None, catalogue_path: str | None
) -> None:
    """Keep the answers of someone else beside one's own, and show both."""
    from pmgap.writers.second_view_html import second_views_html
    from pmgap.writers.second_view_markdown import second_views_markdown
    from pmgap.writers.second_view_text import write_second_views

    if path == "-":
        raise unusable("the profile must be a file, as the answers are kept in it", hint="Name the file.")
    catalogue = load_catalogue(catalogue_path)
    profile = read_profile(path)
    check_levels(profile, catalogue.top, path)
    returned = read_returned(returned_path)
    keep_inputs(output, [path, returned_path])
    if returned.not_understood:
        show(UserError(*returned.not_understood))
    given = (key for key, answer in (returned.answers or {}).items() if answer is not None)
    tell_unknown(catalogue, given, returned_path)
    merged = _merged(profile, returned, by, returned_path)
    if merged == profile:
        sys.stderr.write(f"Nothing new in {printable(returned_path)}; the profile stays as it is.\n")
    else:
        merged = save_profile(merged, path, known=profile)
        sys.stderr.write(f"Saved: {printable(path)}\n")
    report = report_views(catalogue, merged, catalogue.role_by_id.get(returned.role or ""))
    deliver(
        report,
        style,
        output,
        lambda sheet: write_second_views(report, sheet),
        {"markdown": lambda: second_views_markdown(report), "html": lambda: second_views_html(report)},
    )


def _merged(profile: Profile, returned: Returned, by: str | None, where: str) -> Profile:
    who = by or returned.by
    view = View(by=who or "", answers=returned.answers, notes=returned.notes)
    if not view.known_answers() and not view.notes:
        return profile
    if not who or not who.strip():
        hint = "Write the name into the file, or use --by NAME."
        raise unusable("it does not say who answered", where, hint)
    if profile.name and returned.about and _same(profile.name) != _same(returned.about):
        hint = f'If they are the same person, write "About: {profile.name}" in the file ("about:" in YAML).'
        raise unusable(f"it is about {returned.about}, the profile is that of {profile.name}", where, hint)
    return profile.with_view(view)


_SAME = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " ", "\u2010": "-", "\u2013": "-"}
)


def _same(name: str) -> str:
    """A name as it stays itself through mail programs and word processors."""
    return " ".join(printable(unicodedata.normalize("NFC", name)).translate(_SAME).split()).casefold()
