"""The sections of a CV that was written as text: which line is a heading, and what stands under it."""

import re
from collections.abc import Iterable
from typing import Literal

from pmgap.expressions import compiled
from pmgap.record import Record, record
from pmgap.resumes.degrees import is_institution
from pmgap.resumes.resume import Line
from pmgap.resumes.titles import is_title

Form = Literal["heading", "bullet", "text", "blank"]

LONGEST_HEADING = 60
"""Characters that a heading has at most."""

LONGEST_MARKED = 5_000
"""Characters of a line in which marks of Markdown are looked for."""

_KINDS: tuple[tuple[str, str], ...] = (
    ("volunteer", r"volunt|ehrenamt|bénévol|voluntari|community (?:service|involvement)"),
    ("experience", (r"experience|employment|work history|career history|work record|positions? held|berufserfahrung|werdegang"
     r"|berufliche|praxiserfahrung|expérience|parcours professionnel|experiencia|esperienz|werkervaring|loopbaan|experiência|^work$|^roles$|^exp$")),
    ("education", (r"education|academic|studies|qualifications?|ausbildung|bildung|studium|formation|études|educación|formación|formação"
     r"|istruzione|formazione|opleiding|educação|^university$|degrees?$|^edu$")),
    ("certificates", (r"certific|licen[cs]|accreditation|training|courses?\b|professional development|zertifi|weiterbildung|fortbildung"
     r"|formations? compl|certificación|certificações|credentials")),
    ("skills", (r"skills?|competenc|expertise|tools|technolog|tech stack|toolbox|kenntnisse|fähigkeiten|kompetenzen|compétences"
     r"|habilidades|competencias|competenze|vaardigheden|proficienc|strengths|keywords")),
    ("summary", r"summary|profile?\b|about|objective|overview|introduction|statement|zusammenfassung|profil|à propos|resumen|perfil|sobre"),
    ("projects", r"projects?\b|projekte|projets|proyectos|progetti|portfolio|side work"),
    ("references", r"references?|referees|referenzen|références|referencias|testimonials|recommendations"),
    ("personal", (r"contact|personal (?:details|data|information)|kontakt|persönliche|interests?|hobbies|hobbys|interessen|languages?|sprachen"
     r"|langues|idiomas|lingue|loisirs|centres d['’]intérêt")),
    ("other", r"achievements?|awards?|honou?rs|publications?|patents?|talks|highlights|memberships?|affiliations|activities|auszeichnungen"),
)  # fmt: skip
_KIND = tuple((name, compiled(rf"(?<![^\W\d_])(?:{words})", re.IGNORECASE)) for name, words in _KINDS)
_QUALIFIERS = frozenset(
    "professional work working relevant selected key core technical additional other my career employment history background and & / "
    "of the in with personal areas main soft hard it digital business recent earlier previous further executive "
    "professionnelle laboral profesional professionali et und y e e. de berufliche computer management product leadership "
    "summary highlights details information record notable major practical industry teaching research short about me".split()
)
_MARKS = compiled(r"^[\s#*_=>|:–—-]+|[\s#*_=|:–—-]+$")
_SPACED = compiled(r"(?:\w ){3,}\w")
_UNDERLINE = compiled(r"\s*(?:={3,}|-{3,}|_{3,}|─{3,})\s*")
_BULLET = compiled(r"^\s*(?:[-•●▪◦‣■□·*+–—➢➤✓✔»]|\d{1,2}[.)])\s+(?=\S)")
_HEADING = compiled(r"(#{1,6})\s+(\S.*)")
_BOLD = compiled(r"\s*(?:\*\*|__)(.+?)(?:\*\*|__)[\s:]*")
_LINK = compiled(r"\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)")
_EMPHASIS = compiled(r"\*\*|__|(?<![^\W_])[*_`]+|[*_`]+(?![^\W_])")
_INLINE = compiled(r"([^:]{3,40}):\s+(\S.*)")

TOLD_BY_OTHERS = frozenset({"references", "personal"})
"""Sections whose lines are no words of the person about their work."""


@record
class Row(Record):
    """A line of a CV with its place in it."""

    line: Line
    """The line as written."""
    text: str
    """Its text without marks of layout."""
    form: Form
    """What it looks like."""
    strong: bool
    """Whether it stands out: a heading, or bold as a whole."""
    sections: frozenset[str]
    """Kinds of the section that it stands in; several for a joint heading; none before the first."""


def plain_text(text: str) -> str:
    """A line without marks of Markdown and of lists; one that no person writes is left as it is."""
    if len(text) > LONGEST_MARKED:
        return " ".join(text.split())
    text = _LINK.sub(r"\1", _BULLET.sub("", text, count=1))
    text = _HEADING.sub(r"\2", text.strip())
    return " ".join(_EMPHASIS.sub("", text).replace("\\", "").split())


def section_kinds(heading: str) -> frozenset[str]:
    """What stands under a heading: ``Education & Certifications`` holds both; nothing for a name of one's own."""
    kinds = [name for name, pattern in _KIND if pattern.search(heading)]
    if "volunteer" in kinds or "projects" in kinds:
        kinds = [it for it in kinds if it != "experience"]
    if "experience" in kinds or "education" in kinds or "certificates" in kinds:
        kinds = [it for it in kinds if it in ("experience", "education", "certificates", "skills")]
    if "references" in kinds:
        kinds = ["references"]
    return frozenset(kinds)


def rows_of(lines: Iterable[Line]) -> list[Row]:
    """Every line with its form and the section it stands in. Headings of sections are left out."""
    every = list(lines)
    rows: list[Row] = []
    sections: frozenset[str] = frozenset()
    level = 0
    for index, line in enumerate(every):
        raw = line.text
        if _UNDERLINE.fullmatch(raw):
            continue
        after = every[index + 1].text if index + 1 < len(every) else ""
        marked = _HEADING.match(raw.strip())
        found = _section(raw, underlined=bool(_UNDERLINE.fullmatch(after)) and bool(raw.strip()))
        if found is not None:
            sections, level = found, len(marked[1]) if marked else level
            continue
        if marked and len(marked[1]) <= level and not _is_entry(every, index):
            sections = frozenset({"other"})
            continue
        rows.append(_row(line, sections, rows))
    return rows


def _section(raw: str, *, underlined: bool) -> frozenset[str] | None:
    """The kinds of the section that a line begins; none for a line that is no heading of a section."""
    if len(raw) > 4 * LONGEST_HEADING:
        return None
    text = _MARKS.sub("", raw.strip())
    if _SPACED.fullmatch(text.replace("  ", "")):
        text = " ".join(part.replace(" ", "") for part in re.split(r"\s{2,}", text))
    text = _EMPHASIS.sub("", text)
    if not text or len(text) > LONGEST_HEADING or re.search(r"\d|[.,;!?]\s|@", text):
        return None
    kinds = section_kinds(text)
    if not kinds:
        return None
    words = re.findall(r"[^\W\d_]+['’]?[^\W\d_]*|&", text.casefold())
    plain = all(word in _QUALIFIERS or section_kinds(word) for word in words)
    if _HEADING.match(raw.strip()) or underlined:
        return kinds if plain or (len(words) <= 4 and not is_title(text) and not is_institution(text)) else None
    if _BULLET.match(raw) or len(words) > 6:
        return None
    stands_out = _BOLD.fullmatch(raw) is not None or text.isupper() or raw.rstrip().endswith(":")
    named = len(words) <= 4 and not is_title(text) and not is_institution(text)
    return kinds if plain or (stands_out and (named or section_kinds(words[-1]))) else None


def _is_entry(lines: list[Line], index: int) -> bool:
    """Whether a heading of no section is the head of an entry: a year stands in it or soon after it."""
    return any(re.search(r"(?:19|20)\d\d", it.text) for it in lines[index : index + 4])


def _row(line: Line, sections: frozenset[str], before: list[Row]) -> Row:
    raw = line.text
    text = plain_text(raw)
    form: Form
    if not text:
        form = "blank"
    elif _HEADING.match(raw.strip()):
        form = "heading"
    elif (_BULLET.match(raw) and not _BOLD.match(raw)) or _goes_on(raw, before):
        form = "bullet"
    else:
        form = "text"
    inline = _INLINE.fullmatch(text)
    if inline and form == "text" and (own := _section(inline[1], underlined=False)) is not None:
        return Row(line=line, text=inline[2], form="bullet", strong=False, sections=own)
    strong = form == "heading" or _BOLD.fullmatch(raw) is not None
    return Row(line=line, text=text, form=form, strong=strong, sections=sections)


def _goes_on(raw: str, before: list[Row]) -> bool:
    """Whether a line is the rest of the list item above it, wrapped by a layout."""
    if not before or before[-1].form != "bullet" or _BOLD.match(raw):
        return False
    return raw.strip()[:1].islower() or (len(before[-1].line.text) >= 60 and raw[:1].isspace())


def line_of(row: Row) -> Line:
    """The line of a row with its text as people read it."""
    return Line(file=row.line.file, number=row.line.number, text=row.text)
