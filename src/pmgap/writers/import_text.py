"""What an import read and took, as text for people."""

from collections.abc import Iterable

from pmgap.resumes.report import FileRead, ImportReport, Notice, SkillMentions, Taken
from pmgap.sentences import counted
from pmgap.writers.screen import Sheet

MOST_SKILLS = 12
"""Skills that are shown; the rest is counted."""

MOST_NOTICES = 15
"""Things to look at that are shown; the rest is counted."""

NOTHING_COUNTS = "A line that names a skill is no answer: it shows where to begin, and the interview asks about it."

LABELS = {"education": "Education: ", "industry": "Work: ", "certifications": "Certificates: "}
"""What stands before the parts that do not say themselves what they are."""

STATUS = {"added": "added", "same": "there already", "kept": "not taken, as yours stands"}
"""What became of a part of the background, in words."""


def write_import(report: ImportReport, sheet: Sheet) -> None:
    """Draw what was read, what was taken, and what the person should look at."""
    sheet.title("What your documents say", f"dates up to {report.as_of}")
    for note in report.notes:
        sheet.line(note)
    for file in report.files:
        _file(file, sheet)
    sheet.heading("Your background")
    for part in report.background:
        sheet.bullet(background_line(part))
    if not report.background:
        sheet.line("Nothing was found that says something about it.", 2)
    sheet.heading(f"Skills that your documents name ({len(report.mentions)})")
    sheet.line(NOTHING_COUNTS, 2)
    for skill in report.mentions[:MOST_SKILLS]:
        sheet.bullet(mention_line(skill))
    if (left := len(report.mentions) - MOST_SKILLS) > 0:
        sheet.line(f"{left} more in --format json and --format markdown.", 2, "dim")
    _notices("Not understood", report.not_understood, sheet)
    _notices("To confirm", report.to_confirm, sheet)


def _file(file: FileRead, sheet: Sheet) -> None:
    sheet.heading(f"{file.file}: {file.kind}{f' - {file.headline}' if file.headline else ''}")
    for line in file_lines(file):
        sheet.bullet(line)
    if not (file.positions or file.studies or file.certificates):
        sheet.line("No work, education or certificates.", 2)


def file_lines(file: FileRead) -> list[str]:
    """What was read from a document, one line each."""
    work = [
        f"{', '.join(filter(None, (it.title or 'no title', it.organisation)))}: {it.period} "
        f"({', '.join(it.counts_as) or 'not counted'}) {it.place}"
        for it in file.positions
    ]
    studies = []
    for study in file.studies:
        level = study.level or "level not known"
        if study.field and study.level:
            level += f" in {study.field}"
        state = {True: "", False: ", not finished", None: ", not known whether finished"}[study.finished]
        studies.append(f"{study.degree or study.institution}: {level}{state} {study.place}")
    certificates = [f"Certificate: {it.name} {it.place}" for it in file.certificates]
    skills = [f"{counted(file.skill_lines, 'line')} of skills"] if file.skill_lines else []
    return work + studies + certificates + skills


def background_line(part: Taken) -> str:
    """A part of the background in a line."""
    return f"{LABELS.get(part.item, '')}{part.text} ({STATUS[part.status]}). {part.because} {places(part.places)}"


def places(spots: Iterable[str]) -> str:
    """Places with each file named once: ``cv.md:3, 7; more.md:2``."""
    by_file: dict[str, list[str]] = {}
    for spot in spots:
        file, _, number = spot.rpartition(":")
        if file and number.isdecimal():
            by_file.setdefault(file, []).append(number)
        else:
            by_file.setdefault(spot, [])
    return "; ".join(f"{file}:{', '.join(numbers)}" if numbers else file for file, numbers in by_file.items())


def mention_line(skill: SkillMentions) -> str:
    """A skill with the first line that names it."""
    first = skill.lines[0]
    more = len(skill.lines) - 1
    return f'{skill.name}: "{first.line}" {first.place}{f" and {more} more" if more else ""}'


def notice_line(notice: Notice) -> str:
    """Something to look at, with its line."""
    if not notice.line:
        return f"{notice.what} {notice.place}".strip()
    return f'{notice.what} {notice.place} "{notice.line}"'


def _notices(heading: str, notices: tuple[Notice, ...], sheet: Sheet) -> None:
    if not notices:
        return
    sheet.heading(f"{heading} ({len(notices)})")
    for line in _first_lines(notices):
        sheet.bullet(line)
    if (left := len(notices) - MOST_NOTICES) > 0:
        sheet.line(f"{left} more in --format json and --format markdown.", 2, "dim")


def _first_lines(notices: Iterable[Notice]) -> list[str]:
    return [notice_line(it) for it in notices][:MOST_NOTICES]
