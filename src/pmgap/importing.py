"""From CVs to a profile: background and mentions are added, what the person said is never touched.

Nothing that was read counts as an answer. Importing the same documents again changes nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from pmgap.catalogue import Catalogue
from pmgap.matcher import Match, Matcher
from pmgap.periods import Month, fold
from pmgap.profile import Background, Education, Mention, Profile
from pmgap.record import Record, record
from pmgap.resume import Line, Resume, Unread
from pmgap.resume_background import (
    BackgroundRead,
    CertificationRead,
    EducationRead,
    ExperienceRead,
    PositionRead,
    ToConfirm,
    read_background,
)

SCHEMA_VERSION = "1"

MOST_MENTIONS = 8
"""Lines kept per skill and import; those that tell of acts come before lists of words."""

LONGEST_MENTION = 240
"""Characters of a line that are kept as a mention; of a longer one the part around the words found."""

MOST_UNREAD = 200
"""Entries of ``not_understood`` that are listed."""


@record
class FileRead(Record):
    """What one document held."""

    source: str
    """Name of the document."""
    format: str
    """Name of its format."""
    positions: int
    """Posts found."""
    education: int
    """Entries of education found."""
    certificates: int
    """Certificates found."""
    lines: int
    """Lines that were searched for skills."""


@record
class EducationEntry(EducationRead):
    """An education that was read, and what became of it."""

    added: bool
    """Whether this import put it into the profile."""
    kept: str = ""
    """Why it was not put in, where the profile says something else."""


@record
class ExperienceEntry(ExperienceRead):
    """Years that were read, and what became of them."""

    added: bool
    """Whether this import put them into the profile."""
    kept: str = ""
    """Why they were not put in, where the profile says something else."""


@record
class CertificationEntry(CertificationRead):
    """A certificate that was read, and what became of it."""

    added: bool
    """Whether this import put it into the profile."""
    kept: str = ""
    """Why it was not put in, where the profile says something else."""


@record
class SkillMentions(Record):
    """The lines that name a skill."""

    skill: str
    """Id of the skill."""
    name: str
    """Its name."""
    mentions: tuple[Mention, ...]
    """The lines, those that tell of acts first."""
    lines: tuple[Line, ...]
    """The same with their place in the document."""
    added: int
    """How many of them this import put into the profile."""


@record
class ImportReport(Record):
    """What was read, what became of it, and what it leaves open."""

    schema_version: str
    """Version of the report."""
    kind: Literal["import"]
    """What the report is."""
    until: str
    """The month that "present" was taken for, YYYY-MM."""
    changed: bool
    """Whether the profile changed."""
    files: tuple[FileRead, ...]
    """The documents."""
    current_title: str | None
    """What the person is now, as far as they tell."""
    positions: tuple[PositionRead, ...]
    """Every post, and what it counts as."""
    education: tuple[EducationEntry, ...]
    """Finished education, highest first."""
    experience: tuple[ExperienceEntry, ...]
    """Years by kind."""
    certifications: tuple[CertificationEntry, ...]
    """Certificates."""
    mentions: tuple[SkillMentions, ...]
    """Skills that are named, in catalogue order. None of it counts as an answer."""
    not_named: tuple[str, ...]
    """Names of the skills that no line names."""
    to_confirm: tuple[ToConfirm, ...]
    """What the documents leave open, or say otherwise than the profile."""
    not_understood: tuple[Unread, ...]
    """What was not used, and why."""


def import_resumes(
    catalogue: Catalogue, resumes: Sequence[Resume], profile: Profile, today: Month
) -> tuple[Profile, ImportReport]:
    """The profile with what the CVs add to it, and the report of it. ``today`` stands for "present"."""
    found = read_background(catalogue, resumes, today)
    merged = _Merged(profile.background or Background(), found)
    named = _find_mentions(catalogue, resumes)
    mentions = dict(profile.mentions or {})
    rows = []
    for skill in catalogue.skills:
        if lines := named.get(skill.id):
            kept = mentions.get(skill.id, ())
            new = tuple(mention for mention, _ in lines if all(mention.line != old.line for old in kept))
            if new:
                mentions[skill.id] = (*kept, *new)
            rows.append(
                SkillMentions(
                    skill=skill.id, name=skill.name, mentions=tuple(it for it, _ in lines),
                    lines=tuple(line for _, line in lines), added=len(new),
                )
            )  # fmt: skip
    name = profile.name or next((resume.name for resume in resumes if resume.name), None)
    changed = replace(profile, name=name, background=merged.background(), mentions=mentions or profile.mentions)
    unread = [entry for resume in resumes for entry in resume.unread]
    report = ImportReport(
        schema_version=SCHEMA_VERSION,
        kind="import",
        until=str(today),
        changed=changed != profile,
        files=tuple(_file(resume) for resume in resumes),
        current_title=found.current_title,
        positions=found.positions,
        education=tuple(merged.education),
        experience=tuple(merged.experience),
        certifications=tuple(merged.certifications),
        mentions=tuple(rows),
        not_named=tuple(skill.name for skill in catalogue.skills if skill.id not in named),
        to_confirm=(*found.to_confirm, *merged.to_confirm),
        not_understood=tuple(unread[:MOST_UNREAD]),
    )
    return changed, report


def _file(resume: Resume) -> FileRead:
    return FileRead(
        source=resume.source,
        format=resume.format,
        positions=len(resume.positions),
        education=len(resume.studies),
        certificates=len(resume.certificates),
        lines=sum(1 for _ in _told(resume)),
    )


class _Merged:
    """A background with what was read beside it: what the person said stands, gaps are filled."""

    def __init__(self, own: Background, found: BackgroundRead) -> None:
        self._own = own
        self.to_confirm: list[ToConfirm] = []
        self.education = [self._education(it) for it in found.education]
        self.experience = [self._experience(it) for it in found.experience]
        self.certifications = [self._certification(it) for it in found.certifications]

    def background(self) -> Background | None:
        """The background as it now is; none where nothing is known."""
        background = Background(
            education=(*(self._own.education or ()), *(it.education for it in self.education if it.added)) or None,
            experience=(*(self._own.experience or ()), *(it.experience for it in self.experience if it.added)) or None,
            certifications=(*(self._own.certifications or ()), *(it.name for it in self.certifications if it.added)) or None,
        )
        return None if background == Background() else background

    def _differs(self, kept: str, line: Line) -> str:
        self.to_confirm.append(ToConfirm(what=kept, line=line))
        return kept

    def _education(self, read: EducationRead) -> EducationEntry:
        own = self._own.education or ()
        kept = ""
        known = any(_covers(entry, read.education) for entry in own)
        if not known and any(entry.level == "none" for entry in own):
            kept = self._differs("Your profile says that there is no education beyond school; that stands.", read.line)
        return EducationEntry(
            education=read.education, because=read.because, line=read.line, added=not known and not kept, kept=kept
        )

    def _experience(self, read: ExperienceRead) -> ExperienceEntry:
        kind = read.experience.kind
        own = [entry for entry in self._own.experience or () if entry.kind == kind]
        kept = ""
        if own and not any(
            (entry.years, entry.years_max) == (read.experience.years, read.experience.years_max) for entry in own
        ):
            told = " and ".join(_years(entry.years, entry.years_max) for entry in own)
            read_years = _years(read.experience.years, read.experience.years_max)
            kept = self._differs(f"Your profile says {told} years of {kind}, this comes to {read_years}; yours stands.", read.line)
        return ExperienceEntry(
            experience=read.experience, because=read.because, line=read.line, added=not own, kept=kept
        )

    def _certification(self, read: CertificationRead) -> CertificationEntry:
        own = {_letters(name) for name in self._own.certifications or ()}
        kept = ""
        if "none" in own:
            kept = self._differs(f"Your profile says that you hold no certificate, this names {read.name}; yours stands.", read.line)
        added = not kept and _letters(read.name) not in own
        return CertificationEntry(name=read.name, because=read.because, line=read.line, added=added, kept=kept)


def _covers(own: Education, read: Education) -> bool:
    """Whether the profile already holds an education: the same level, and no other field."""
    if own.level != read.level:
        return False
    return own.field is None or read.field is None or _letters(own.field) == _letters(read.field)


def _years(low: float, high: float | None) -> str:
    return f"{low:g}" if high is None else f"{low:g} to {high:g}"


def _letters(text: str) -> str:
    return "".join(character for character in fold(text).casefold() if character.isalnum())


def _told(resume: Resume) -> Iterator[Line]:
    """The lines that speak of what the person did or knows: acts first, then lists of words, then titles."""
    for post in resume.positions:
        yield from post.lines
    yield from resume.lines
    if resume.headline:
        yield resume.headline
    yield from resume.skills
    for certificate in resume.certificates:
        yield certificate.line
    for post in resume.positions:
        if post.title:
            yield replace(post.line, text=post.title)


def _find_mentions(catalogue: Catalogue, resumes: Sequence[Resume]) -> dict[str, list[tuple[Mention, Line]]]:
    """Skill id to the lines that name it; the name of a tool counts where nothing better is found."""
    matcher = Matcher(catalogue)
    by_word: dict[str, list[tuple[Mention, Line]]] = {}
    by_tool: dict[str, list[tuple[Mention, Line]]] = {}
    for resume in resumes:
        for line in _told(resume):
            for skill, match in _first_of_each(matcher.find(line.text)).items():
                mention = Mention(source=line.source, line=_around(line.text, match))
                rows = (by_tool if match.tool else by_word).setdefault(skill, [])
                if all(mention.line != old.line for old, _ in (*rows, *by_word.get(skill, ()))):
                    rows.append((mention, line))
    return {
        skill.id: [*by_word.get(skill.id, ()), *by_tool.get(skill.id, ())][:MOST_MENTIONS]
        for skill in catalogue.skills
        if skill.id in by_word or skill.id in by_tool
    }


def _first_of_each(matches: Sequence[Match]) -> dict[str, Match]:
    """Per skill the first match of a line; one by a word of the skill before one by a tool."""
    found: dict[str, Match] = {}
    for match in matches:
        if match.skill not in found or (found[match.skill].tool and not match.tool):
            found[match.skill] = match
    return found


def _around(text: str, match: Match) -> str:
    """The text, or of a long one the part around what was found, cut between words."""
    if len(text) <= LONGEST_MENTION:
        return text
    room = max(0, LONGEST_MENTION - (match.end - match.start)) // 2
    first, after = max(0, match.start - room), min(len(text), match.end + room)
    if first:
        first = text.find(" ", first, match.start) + 1 or match.start
    if after < len(text):
        space = text.rfind(" ", match.end, after)
        after = space if space > 0 else match.end
    return f"{'... ' if first else ''}{text[first:after].strip()}{' ...' if after < len(text) else ''}"
