"""``pmgap log``."""

import re

from pmgap.cli.choosing import profile_path
from pmgap.cli.output import to_standard_output
from pmgap.done_actions import mark_done
from pmgap.errors import unusable
from pmgap.printable import printable
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.profile_file import read_profile
from pmgap.suggestions import did_you_mean
from pmgap.writers.profile_yaml import save_profile

_DATE = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def log(
    action: str, path: str | None, catalogue_path: str | None, *, what: str, link: str | None, when: str | None
) -> None:
    """Mark an action as done in a profile and say what it opens."""
    catalogue = load_catalogue(catalogue_path)
    known = [*(it.id for it in catalogue.actions), *(it.id for it in catalogue.programmes)]
    if action not in known:
        hint = did_you_mean(action, known) or "pmgap plan and pmgap skills SKILL name the actions."
        raise unusable(f'unknown action "{action}"', hint=hint)
    if when is not None and not _DATE.fullmatch(when):
        raise unusable(f'--when is "{when}"', hint="Use 2026, 2026-03 or 2026-03-31.")
    place = profile_path(path)
    profile = read_profile(place)
    done = mark_done(catalogue, profile, action, what, link, when)
    if done.profile == profile:
        to_standard_output(f"{action} was marked as done before; nothing changed.\n")
        return
    save_profile(done.profile, place)
    told = [f"Done: {action}. Kept as evidence in {printable(place)}"]
    for key in (*done.reopened, *done.opened):
        again = "asked again" if key in done.reopened else "asked"
        statement = catalogue.statement_by_id[key][2]
        told.append(f"  {again} at the next pmgap assess: {printable(statement.text)} ({key})")
    to_standard_output("".join(f"{line}\n" for line in told))
