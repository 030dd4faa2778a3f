"""Taking what CVs say into a profile: background where there is none yet, and mentions. Nothing counts as an answer."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pmgap.background_answers import told
from pmgap.catalogue import Catalogue
from pmgap.expressions import compiled
from pmgap.language import NOT_ENGLISH, may_be_english
from pmgap.profile import Background, Education, Experience, Imported, Mention, Profile
from pmgap.record import Record, record
from pmgap.references import SCHEMA_VERSION, catalogue_reference
from pmgap.resumes.background import Found, Part, Remark, background_of, counts_as, education_of, is_finished
from pmgap.resumes.dates import described, month_name
from pmgap.resumes.report import (
    CertificateRead,
    FileRead,
    ImportReport,
    MentionRead,
    Notice,
    PositionRead,
    SkillMentions,
    Status,
    StudyRead,
    Taken,
)
from pmgap.resumes.resume import Line, Resume
from pmgap.terms import find_terms

MOST_MENTIONS = 10
"""The most lines per skill that one import adds to a profile."""

LONGEST_MENTION = 240
"""Characters of a line that are kept; of a longer one the part around the words found."""

_SENTENCE_END = compiled(r"[.!?](?:\s+|$)")


@record
class Import(Record):
    """The outcome of an import."""

    profile: Profile
    """The profile with what was taken."""
    report: ImportReport
    """What happened."""


def import_resumes(catalogue: Catalogue, profile: Profile, resumes: Sequence[tuple[str, Resume]], as_of: int) -> Import:
    """Take CVs (name and content) of one person into a profile. What the person gave stays as it is.

    ``as_of`` is the month that counts as now, counted from the year 0.
    """
    found = background_of(catalogue, [resume for _, resume in resumes], as_of)
    taken = [(part, _status(part, profile.background or Background())) for part in found.parts]
    added = [part for part, status in taken if status == "added"]
    mentions = _mentions(catalogue, [line for _, resume in resumes for line in resume.lines], profile)
    after = _with_parts(profile, added)
    after = _with_mentions(after, mentions)
    report = ImportReport(
        schema_version=SCHEMA_VERSION,
        kind="import",
        catalogue=catalogue_reference(catalogue),
        as_of=month_name(as_of),
        files=tuple(_file_read(catalogue, name, resume, as_of) for name, resume in resumes),
        background=tuple(
            Taken(
                item=part.item,
                text=part.text,
                status=status,
                because=part.because,
                places=tuple(dict.fromkeys(line.place for line in part.lines)),
            )
            for part, status in taken
        ),
        mentions=mentions,
        not_understood=tuple(
            Notice(place=it.line.place, line=it.line.text, what=it.why) for _, resume in resumes for it in resume.doubts
        ),
        to_confirm=tuple(_to_confirm(found, taken, after)),
        notes=tuple(note for name, resume in resumes for note in (*resume.notes, *_of_language(name, resume))),
        changed=after != profile,
    )
    return Import(profile=after, report=report)


def _of_language(name: str, resume: Resume) -> Sequence[str]:
    """A note on a CV that is not in English."""
    text = "\n".join(line.text for line in resume.lines).lower()
    return () if may_be_english(text) else (f"{name}: {NOT_ENGLISH[0].lower()}{NOT_ENGLISH[1:]}",)


def _status(part: Part, background: Background) -> Status:
    """What becomes of a part: added where the profile says nothing of the kind, else same or kept."""
    if part.item == "education":
        held = {_of_education(it) for it in background.education or ()}
        given = {_of_education(it) for it in part.education}
    elif part.item == "certifications":
        held = {it.casefold() for it in background.certifications or ()}
        given = {it.casefold() for it in part.certifications}
    else:
        held = {_of_years(it) for it in background.experience or () if it.kind == part.item}
        given = {_of_years(it) for it in part.experience}
    if not held:
        return "added"
    return "same" if given <= held else "kept"


def _of_education(entry: Education) -> str:
    return f"{entry.level} {(entry.field or '').casefold()}"


def _of_years(entry: Experience) -> str:
    return f"{entry.years:g} {entry.years_max} {entry.domain}"


def _with_parts(profile: Profile, parts: Iterable[Part]) -> Profile:
    background = profile.background or Background()
    imported = list(profile.imported or ())
    for part in parts:
        if part.item == "education":
            background = replace(background, education=part.education)
        elif part.item == "certifications":
            background = replace(background, certifications=part.certifications)
        else:
            background = replace(background, experience=(*(background.experience or ()), *part.experience))
        lines = tuple(Mention(source=line.place, line=_shortened(line.text, 0)) for line in part.lines)
        imported = [it for it in imported if it.item != part.item]
        imported.append(Imported(item=part.item, lines=lines))
    if background == (profile.background or Background()):
        return profile
    return replace(profile, background=background, imported=tuple(imported))


def _mentions(catalogue: Catalogue, lines: Sequence[Line], profile: Profile) -> tuple[SkillMentions, ...]:
    """The skills that lines name, in the order of the catalogue; every line once per skill."""
    by_skill: dict[str, dict[tuple[str, str], MentionRead]] = {}
    known = profile.mentions or {}
    for hit in find_terms(catalogue, [line.text for line in lines]):
        line = lines[hit.line - 1]
        text = _shortened(line.text, hit.start)
        own = by_skill.setdefault(hit.skill, {})
        new = Mention(source=line.file, line=text) not in known.get(hit.skill, ())
        if len(own) < MOST_MENTIONS:
            own.setdefault((line.file, text), MentionRead(place=line.place, line=text, new=new))
    return tuple(
        SkillMentions(skill=skill.id, name=skill.name, lines=tuple(by_skill[skill.id].values()))
        for skill in catalogue.skills
        if skill.id in by_skill
    )


def _shortened(text: str, start: int) -> str:
    """A line; of a long one the sentence around the words that begin at ``start``, or a part of it."""
    if len(text) <= LONGEST_MENTION:
        return text
    first, last = 0, len(text)
    for end in _SENTENCE_END.finditer(text):
        if end.end() <= start:
            first = end.end()
        else:
            last = end.end()
            break
    if last - first > LONGEST_MENTION:
        first = max(first, min(start - LONGEST_MENTION // 3, last - LONGEST_MENTION))
        first = text.find(" ", first, start) + 1 or first
        last = text.rfind(" ", first, first + LONGEST_MENTION) if first + LONGEST_MENTION < last else last
    return f"{'... ' if first else ''}{text[first:last].strip()}{' ...' if last < len(text) else ''}"


def _with_mentions(profile: Profile, found: Sequence[SkillMentions]) -> Profile:
    mentions = dict(profile.mentions or {})
    for it in found:
        new = tuple(Mention(source=_file(line.place), line=line.line) for line in it.lines if line.new)
        if new:
            mentions[it.skill] = (*mentions.get(it.skill, ()), *new)
    return replace(profile, mentions=mentions) if mentions != (profile.mentions or {}) else profile


def _file(place: str) -> str:
    name, _, number = place.rpartition(":")
    return name if number.isdecimal() else place


def _file_read(catalogue: Catalogue, name: str, resume: Resume, as_of: int) -> FileRead:
    studies = []
    for it in resume.studies:
        found = education_of(catalogue, it)
        education = found[0] if found else None
        studies.append(
            StudyRead(
                place=it.source.place,
                degree=it.degree or it.field,
                institution=it.institution,
                level=education.level if education else None,
                field=education.field if education else it.field or None,
                finished=is_finished(it, as_of),
            )
        )
    return FileRead(
        file=name,
        kind=resume.kind,
        headline=resume.headline,
        positions=tuple(
            PositionRead(
                place=it.source.place,
                title=it.title,
                organisation=it.organisation,
                period=described(it.period),
                counts_as=counts_as(catalogue, it),
            )
            for it in resume.positions
        ),
        studies=tuple(studies),
        certificates=tuple(CertificateRead(place=it.source.place, name=it.name) for it in resume.certificates),
        skill_lines=len(resume.skills),
    )


def _to_confirm(found: Found, taken: Sequence[tuple[Part, Status]], after: Profile) -> Iterable[Notice]:
    waiting = {it.item for it in after.imported or ()}
    for part, status in taken:
        if status == "kept":
            held = "; ".join(told(after.background or Background(), part.item))
            what = (
                f"{_LABELS[part.item].capitalize()}: your profile says {held}, the documents {part.text}. Yours stays."
            )
            yield Notice(place="", line="", what=what)
        elif part.item in waiting:
            yield Notice(place="", line="", what=f"{_LABELS[part.item].capitalize()}: {part.text}.")
    for remark in found.remarks:
        yield _notice(remark)


_LABELS = {
    "education": "education",
    "product": "years of product work",
    "industry": "years of work",
    "management": "years of leading people",
    "certifications": "certificates",
}
"""What the parts of a background are called."""


def _notice(remark: Remark) -> Notice:
    line = remark.line
    return Notice(place=line.place if line else "", line=line.text if line else "", what=remark.what)
