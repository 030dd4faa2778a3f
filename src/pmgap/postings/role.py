"""A posting as a role: what it asks in its own words, at the levels that the nearest role of the catalogue asks."""

from collections.abc import Iterable, Sequence

from pmgap.catalogue import Alternative, Catalogue, Gate, Requirement, Role
from pmgap.expressions import compiled
from pmgap.postings.posting import AskedSkill, Certificate, Degree, DegreeLevel, Posting, Years, YearsKind

LONGEST_QUOTE = 160
"""Characters of a line that are quoted."""

_EDUCATION: dict[DegreeLevel, str] = {
    "associate": "associate", "bachelor": "bachelor", "master": "master", "doctorate": "doctorate", "medical": "bachelor",
}  # fmt: skip
_SLUG = compiled(r"[^a-z0-9]+")


def posting_role(catalogue: Catalogue, posting: Posting, taken: Iterable[str] = ()) -> Role:
    """The role that a posting describes. ``taken`` holds ids of roles that it stands beside.

    The posting says which skills count and how much; the level comes from the catalogue, and the note says so.
    """
    nearest = [catalogue.role_by_id[it.id] for it in (posting.family.role, *posting.family.also) if it is not None]
    title = posting.title or "Job"
    return Role(
        id=_free_id(
            f"posting-{_SLUG.sub('-', title.casefold()).strip('-')[:60] or 'job'}", {*catalogue.role_by_id, *taken}
        ),
        title=f"{title} (posting)",
        summary=f"What one job posting asks. {posting.family.because}",
        requirements=tuple(_requirement(catalogue, it, nearest) for it in posting.requirements),
        family=nearest[0].family if nearest else "contributor",
        track="variant",
        rung=nearest[0].rung if nearest else None,
        gates=tuple(_gates(posting)),
    )


def _free_id(wanted: str, taken: set[str]) -> str:
    """An id that no other role has."""
    number, free = 2, wanted
    while free in taken:
        free, number = f"{wanted}-{number}", number + 1
    return free


def _requirement(catalogue: Catalogue, asked: AskedSkill, nearest: Sequence[Role]) -> Requirement:
    first = asked.evidence[0]
    level, why = _level(catalogue, asked.skill, nearest)
    return Requirement(
        skill=asked.skill,
        level=level,
        importance=asked.importance,
        note=f'{asked.because} The level is {why}. Line {first.line}: "{_short(first.text)}"',
        line=first.text,
    )


def _level(catalogue: Catalogue, skill: str, nearest: Sequence[Role]) -> tuple[int, str]:
    """The level to ask for, and where it is from: a posting names skills, not levels."""
    asked = [(need.level, role) for role in nearest if (need := role.requirement(skill)) and need.level > 0]
    if asked:
        level, role = max(asked, key=lambda it: it[0])
        return level, f'what "{role.title}" asks in the catalogue'
    usual = sorted(need.level for role in catalogue.roles if (need := role.requirement(skill)) and need.level > 0)
    if usual:
        return usual[(len(usual) - 1) // 2], "what roles of the catalogue usually ask"
    answerable = catalogue.skill_by_id[skill].answerable_levels()
    return (
        answerable[0] if answerable else 1
    ), "the lowest that can be asked about, as no role of the catalogue asks for it"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 3].rstrip()}..."


def _gates(posting: Posting) -> Iterable[Gate]:
    for years in posting.years:
        yield _experience(years)
    for degree in (posting.degree, posting.degree_other):
        if degree is not None and degree.level != "none":
            yield _education(degree)
    for certificate in posting.certificates:
        yield _certification(certificate)


def _experience(years: Years) -> Gate:
    span = f"{years.min}+" if years.max is None else f"{years.min} to {years.max}"
    text = f"{span} years: {years.of}"
    # "Years of experience" without a field are met by any kind that is long enough.
    anything = years.kind == "industry" and years.of.casefold() in (
        "experience",
        "work experience",
        "professional experience",
    )
    kinds: tuple[YearsKind, ...] = ("product", "industry", "management") if anything else (years.kind,)
    return Gate(
        kind="experience",
        firm=years.need == "required",
        alternatives=tuple(
            Alternative(
                text=text if len(kinds) == 1 else f"{text} ({kind})", experience=kind, min_years=years.min, max_years=years.max
            )
            for kind in kinds
        ),
        note=f'Line {years.quote.line} of the posting: "{_short(years.quote.text)}"',
    )  # fmt: skip


def _education(degree: Degree) -> Gate:
    level = _EDUCATION[degree.level]
    name = "Medical or nursing degree" if degree.level == "medical" else f"{level.capitalize()}'s degree"
    fields = ("medicine", "nursing") if degree.level == "medical" else ()
    alternatives = [Alternative(text=name if level != "doctorate" else "Doctorate", education=level, fields=fields)]
    if degree.or_equivalent:
        alternatives.append(
            Alternative(text="Experience or another equivalent, which the posting admits", equivalent=True)
        )
    line, text = (degree.quote.line, degree.quote.text) if degree.quote else (0, "")
    return Gate(
        kind="education",
        firm=degree.need == "required",
        alternatives=tuple(alternatives),
        note=f'Line {line} of the posting: "{_short(text)}"',
    )


def _certification(certificate: Certificate) -> Gate:
    return Gate(
        kind="certification",
        firm=certificate.need == "required",
        alternatives=(Alternative(text=certificate.name, certifications=(certificate.name,)),),
        note=f'Line {certificate.quote.line} of the posting: "{_short(certificate.quote.text)}"',
    )
