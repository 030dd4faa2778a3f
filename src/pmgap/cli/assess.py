"""``pmgap assess``."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from pmgap.assessment import Assessment, AssessmentList, assess_roles
from pmgap.catalogue import Catalogue, Role
from pmgap.cli.choosing import argument, named_roles
from pmgap.cli.entry import CHECK_FAILED, DONE, INTERRUPTED
from pmgap.cli.output import deliver
from pmgap.cli.unknown_answers import tell_unknown
from pmgap.errors import unusable
from pmgap.printable import printable
from pmgap.profile import EMPTY, Profile
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.profile_file import check_levels, read_answers_file, read_profile

if TYPE_CHECKING:
    from pmgap.interview import Mode
    from pmgap.writers.screen import Sheet


def assess(
    path: str | None,
    role_names: Sequence[str],
    style: str,
    output: str | None,
    catalogue_path: str | None,
    *,
    full: bool,
    ask: bool,
    mode: "Mode",
    answers_path: str | None,
    fail_on: str | None,
    postings: Sequence[str] = (),
) -> int:
    """Ask what is open (in a terminal), then report. Returns the exit code."""
    catalogue = load_catalogue(catalogue_path)
    roles = named_roles(catalogue, role_names, postings)
    in_a_terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()
    named = _Named(path, postings, catalogue_path)
    asking = ask and answers_path is None and path != "-" and in_a_terminal
    path, profile, new = _profile(path, asking=asking)
    check_levels(profile, catalogue.top, path or "")
    if answers_path is not None:
        profile = _with_answers(catalogue, profile, answers_path, path)
    roles = roles or [catalogue.role_by_id[key] for key in profile.targets or () if key in catalogue.role_by_id]
    if asking and path is not None:
        from pmgap.cli.interview import Keeper, hold_interview
        from pmgap.cli.terminal import Stopped

        keeper = Keeper(profile, path)
        try:
            roles = hold_interview(catalogue, keeper, roles, mode, new=new)
        except Stopped:
            sys.stderr.write("Stopped before a role was chosen. What was answered is kept.\n")
            return DONE
        except KeyboardInterrupt:
            sys.stderr.write(f"\nStopped. Every answer so far is kept in {printable(path)}\n")
            return INTERRUPTED
        profile = keeper.profile
    if not roles:
        raise unusable("no role was named", hint="Use --role ROLE or --posting FILE; pmgap roles lists them.")
    reports = assess_roles(catalogue, profile, roles)
    report = reports.assessments[0] if len(roles) == 1 else reports

    def draw(sheet: "Sheet") -> None:
        from pmgap.writers.assessment_text import write_assessment

        for index, assessment in enumerate(reports.assessments):
            if index:
                sheet.gap()
            write_assessment(assessment, sheet, full=full)

    deliver(report, style, output, draw, _pages(report))
    if asking and path is not None:
        _what_now(catalogue, roles, named)
    return CHECK_FAILED if fail_on and not _holds(reports.assessments, fail_on) else DONE


def keep_to_one(style: str, *, all_roles: bool, strict: bool, jobs: int) -> None:
    """Make sure that nothing was asked for that is made for many profiles.

    Raises:
        UserError: something was.
    """
    if style == "jsonl":
        raise unusable("--format jsonl is for many people", hint="Use --format json, or --profiles FILE.")
    if all_roles:
        raise unusable("--all-roles is for many people", hint="Use pmgap match, or --profiles FILE.")
    if strict or jobs > 1:
        option = "--strict" if strict else "--jobs"
        raise unusable(f"{option} is for many people", hint="Use it with --profiles FILE.")


def _pages(report: Assessment | AssessmentList) -> dict[str, Callable[[], str]]:
    """The further formats of a report."""

    def written(style: str) -> str:
        from importlib import import_module

        name = f"assessment_{style}"
        text: str = getattr(import_module(f"pmgap.writers.{name}"), name)(report)
        return text

    return {style: partial(written, style) for style in ("markdown", "html", "csv", "svg")}


def _profile(path: str | None, *, asking: bool) -> tuple[str | None, Profile, bool]:
    """Where the profile is, what it holds, and whether it is new."""
    if path is None:
        from pmgap.readers.places import own_profile

        path = own_profile()
        if not os.path.exists(path):
            return (path if asking else None), EMPTY, True
        if not asking:
            sys.stderr.write(f"Using your profile {printable(path)}\n")
    elif asking and not os.path.exists(path):
        return path, EMPTY, True
    return path, read_profile(path), False


def _with_answers(catalogue: Catalogue, profile: Profile, answers_path: str, path: str | None) -> Profile:
    """The profile with the answers of a file laid over it, saved where the profile came from."""
    given = read_answers_file(answers_path)
    tell_unknown(catalogue, given, answers_path)
    merged = replace(profile, answers={**(profile.answers or {}), **given})
    if path is not None and path != "-":
        from pmgap.writers.profile_yaml import save_profile

        merged = save_profile(merged, path, known=profile)
        sys.stderr.write(f"Saved: {printable(path)}\n")
    return merged


def _what_now(catalogue: Catalogue, roles: Sequence[Role], named: "_Named") -> None:
    from pmgap.writers.screen import Sheet

    profile = "" if named.profile is None else f" {argument(named.profile)}"
    elsewhere = "" if named.catalogue is None else f" --catalogue {argument(named.catalogue)}"
    targets = "".join(f" --posting {argument(it)}" for it in named.postings)
    known = [role.id for role in roles if role.id in catalogue.role_by_id]
    if targets:  # the profile remembers roles, but no postings
        targets = "".join(f" --role {it}" for it in known) + targets
    sheet = Sheet(sys.stderr)
    sheet.heading("What you can do now")
    sheet.bullet(f"pmgap assess{profile}{targets}{elsewhere} - answer what is still open")
    sheet.bullet(f"pmgap assess{profile}{targets}{elsewhere} --no-input --full - every requirement with its reason")
    if known:
        sheet.bullet(f"pmgap roles {known[0]}{elsewhere} - what the role asks, and who says so")
    else:
        sheet.bullet(f"pmgap posting {argument(named.postings[0])}{elsewhere} - what the posting asks, line by line")


class _Named(NamedTuple):
    """What was named on the command line."""

    profile: str | None
    postings: Sequence[str]
    catalogue: str | None


def _holds(reports: Sequence[Assessment], importance: str) -> bool:
    return all(it.verdict == "met" for report in reports for it in report.requirements if it.importance == importance)
