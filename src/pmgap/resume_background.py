"""From CVs to a background: years per kind, education, certificates. Pure; the date of today is given by the caller.

What the documents leave open is not guessed at. It becomes a range of years, or an entry of ``to_confirm``.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from pmgap.catalogue import Catalogue
from pmgap.degrees import read_degree
from pmgap.held_certificates import CertificateNames
from pmgap.people_led import says_people_were_led, title_suggests_it
from pmgap.periods import Month, fold, months_together
from pmgap.product_titles import ProductTitles
from pmgap.profile import Background, Education, Experience
from pmgap.record import Record, record
from pmgap.resume import Line, Position, Resume, Study

LONGEST_POST_IN_YEARS = 60
"""Years beyond which the dates of one post are not believed."""

MOST_YEARS = 80
"""The most years of one kind that a profile may hold."""

RECENT_IN_MONTHS = 36
"""A post that ended longer ago than this no longer says what someone is; what they call themselves does."""


@record
class PositionRead(Record):
    """A post, and what it counts as."""

    title: str
    """Title as written."""
    organisation: str
    """Who it was for."""
    start: str | None
    """First month, YYYY-MM, or YYYY where only the year is told."""
    end: str | None
    """Last month, likewise; none while it goes on or where it is not told."""
    goes_on: bool
    """Whether it goes on."""
    kind: Literal["product", "other", "volunteer"]
    """product: counts as years of product work."""
    role: str | None
    """Id of the role of the catalogue that the title names."""
    because: str
    """Why it counts so."""
    line: Line
    """Where it stands."""


@record
class EducationRead(Record):
    """A finished education."""

    education: Education
    """Level and field."""
    because: str
    """What it was read from."""
    line: Line
    """Where it stands."""


@record
class ExperienceRead(Record):
    """Years of one kind."""

    experience: Experience
    """Kind and years."""
    because: str
    """How they were reckoned."""
    line: Line
    """A line that they rest on."""


@record
class CertificationRead(Record):
    """A certificate."""

    name: str
    """Its name, as the catalogue writes it where it knows it."""
    because: str
    """What it was read from."""
    line: Line
    """Where it stands."""


@record
class ToConfirm(Record):
    """Something that the documents leave open."""

    what: str
    """What to look at, in a sentence."""
    line: Line | None
    """Where it stands, where it stands in one place."""


@record
class BackgroundRead(Record):
    """What CVs say of a background."""

    current_title: str | None
    """What the person is now, as far as it is told."""
    positions: tuple[PositionRead, ...]
    """Every post, in the order of the documents."""
    education: tuple[EducationRead, ...]
    """Finished education, highest first."""
    experience: tuple[ExperienceRead, ...]
    """Years by kind."""
    certifications: tuple[CertificationRead, ...]
    """Certificates."""
    to_confirm: tuple[ToConfirm, ...]
    """What they leave open."""

    def background(self) -> Background:
        """The background as a profile holds it; what was not found is left open."""
        return Background(
            education=tuple(it.education for it in self.education) or None,
            experience=tuple(it.experience for it in self.experience) or None,
            certifications=tuple(it.name for it in self.certifications) or None,
        )


def read_background(catalogue: Catalogue, resumes: Sequence[Resume], today: Month) -> BackgroundRead:
    """What several CVs of one person say together. A post in two of them counts once, as its dates do."""
    reading = _Reading(catalogue, resumes, today)
    return BackgroundRead(
        current_title=_current_title(resumes, today),
        positions=tuple(reading.positions),
        education=tuple(reading.education()),
        experience=tuple(reading.experience()),
        certifications=tuple(reading.certifications()),
        to_confirm=tuple(dict.fromkeys(reading.to_confirm)),
    )


def _current_title(resumes: Sequence[Resume], today: Month) -> str | None:
    """The title of the newest post that goes on or ended lately, else what the person calls themselves."""
    posts = [it for resume in resumes for it in resume.positions if it.kind == "work" and it.title and it.start]
    recent = [it for it in posts if it.goes_on or (it.end and today.latest - it.end.latest <= RECENT_IN_MONTHS)]
    if recent:
        newest = max(recent, key=lambda it: (it.goes_on, it.end.latest if it.end else 0, it.start.latest if it.start else 0))
        return newest.title
    headline = next((resume.headline.text for resume in resumes if resume.headline), None)
    return headline or (max(posts, key=lambda it: it.end.latest if it.end else 0).title if posts else None)


class _Reading:
    """Goes through the CVs once and keeps what was found on the way."""

    def __init__(self, catalogue: Catalogue, resumes: Sequence[Resume], today: Month) -> None:
        self.catalogue = catalogue
        self.resumes = resumes
        self.today = today
        self.to_confirm: list[ToConfirm] = []
        self.spans: dict[int, tuple[Month, Month]] = {}
        self.posts: list[Position] = [it for resume in resumes for it in resume.positions]
        titles = ProductTitles(catalogue)
        self.positions = [self._judged(titles, index, post) for index, post in enumerate(self.posts)]

    def ask(self, what: str, line: Line | None) -> None:
        """Note something that the documents leave open."""
        self.to_confirm.append(ToConfirm(what=what, line=line))

    def _judged(self, titles: ProductTitles, index: int, post: Position) -> PositionRead:
        reading = titles.read(post.title, (line.text for line in post.lines))
        kind: Literal["product", "other", "volunteer"] = "product" if reading.is_product else "other"
        because = reading.because
        if post.kind == "volunteer":
            if reading.is_product:
                self.ask(f"{_named(post)} is a voluntary post; its years are not counted as product work.", post.line)
            kind, because = "volunteer", "A voluntary post: what was done counts as a mention, its years are not counted."
        elif not reading.sure:
            self.ask(f"{_named(post)}: {reading.because}", post.line)
        elif not reading.is_product and _PRODUCT.search(post.title):
            self.ask(f"{_named(post)} is not counted as product work, as the catalogue does not know the title.", post.line)
        elif reading.is_product and _INTERN.search(post.title):
            self.ask(f"{_named(post)} was an internship; it is counted as product work.", post.line)
        span = self._span(post, matters=reading.is_product)
        if span is not None:
            self.spans[index] = span
        return PositionRead(
            title=post.title,
            organisation=post.organisation,
            start=str(post.start) if post.start else None,
            end=str(post.end) if post.end else None,
            goes_on=post.goes_on,
            kind=kind,
            role=reading.role,
            because=because,
            line=post.line,
        )

    def _span(self, post: Position, *, matters: bool) -> tuple[Month, Month] | None:
        """First and last month of a post, until today at most; none where the dates cannot be used."""
        start, end = post.start, self.today if post.goes_on else post.end
        problem = ""
        if start is None or end is None:
            problem = "has no dates" if start is None else "has no end"
        elif start.earliest > self.today.latest:
            problem = f"starts after {self.today}"
        elif end.latest < start.earliest:
            problem = "ends before it starts"
        elif end.latest - start.earliest > 12 * LONGEST_POST_IN_YEARS:
            problem = f"lasts more than {LONGEST_POST_IN_YEARS} years"
        if problem or start is None or end is None:
            if matters or problem != "has no dates":
                self.ask(f"{_named(post)} {problem}; its time is not counted.", post.line)
            return None
        if end.earliest > self.today.latest or (end.month and end.latest > self.today.latest):
            end = self.today
        return start, end

    def experience(self) -> list[ExperienceRead]:
        """Years of product work, in a field, and of leading people, as far as the posts show them."""
        found = []
        product = [index for index, it in enumerate(self.positions) if it.kind == "product"]
        if entry := self._years("product", product, "Posts with a product title"):
            found.append(entry)
            self._compare_with_summary(entry.experience)
        found.extend(self._industry())
        found.extend(self._management())
        return found

    def _years(
        self, kind: Literal["product", "industry", "management"], posts: Iterable[int], what: str, domain: str | None = None
    ) -> ExperienceRead | None:
        """The time that some posts cover, what they have in common counted once."""
        dated = [index for index in posts if index in self.spans]
        least, most = months_together(self.spans[index] for index in dated)
        low, high = round(least / 12, 1), round(most / 12, 1)
        if not 0 < high <= MOST_YEARS:
            return None
        told = "; ".join(f"{_named(self.posts[index])} ({_dates(self.posts[index])})" for index in dated)
        until = f", until {self.today}" if any(self.posts[index].goes_on for index in dated) else ""
        rough = "" if low == high else " Where only years are given, the time lies between two figures."
        because = f"{what}: {told}. Months that two posts share count once{until}.{rough}"
        experience = Experience(years=low, years_max=None if low == high else high, kind=kind, domain=domain)
        if rough:
            self.ask(f"Years of {kind} come to {low:g} to {high:g}, as some dates have no month.", self.posts[dated[0]].line)
        return ExperienceRead(experience=experience, because=because, line=self.posts[dated[0]].line)

    def _compare_with_summary(self, product: Experience) -> None:
        low, high = product.years, product.years_max or product.years
        for resume in self.resumes:
            for line in (*([resume.headline] if resume.headline else []), *resume.lines):
                if (told := _YEARS_TOLD.search(line.text)) and _PRODUCT.search(line.text):
                    years = int(told[1])
                    if years > high + 1 or (years < low - 1 and not told[2]):
                        shown = f"{low:g}" if low == high else f"{low:g} to {high:g}"
                        self.ask(f"A line speaks of {years} years; the dates of the product posts come to {shown}.", line)

    def _industry(self) -> list[ExperienceRead]:
        """Years in the one field, of those that the catalogue names, in which the posts lie longest."""
        by_fit: list[tuple[int, str, list[int]]] = []
        for fit in self.catalogue.fits:
            words = {word: re.compile(rf"\b{re.escape(word)}s?\b", re.IGNORECASE) for word in fit.words}
            named: dict[int, str] = {}
            for index, post in enumerate(self.posts):
                text = f"{post.title} | {post.organisation} | {post.about}"
                word = next((word for word, pattern in words.items() if pattern.search(text)), None)
                if word and index in self.spans and self.positions[index].kind == "other":
                    named[index] = word
            if named:
                most = months_together(self.spans[index] for index in named)[1]
                first = next(iter(named.values()))
                by_fit.append((most, first, list(named)))
        if not by_fit:
            return []
        _, word, posts = max(by_fit, key=lambda it: it[0])
        entry = self._years("industry", posts, f'Posts that name the field "{word}"', domain=word)
        if entry is None:
            return []
        what = f"Years in the industry count only if you aim at products for that field ({word})."
        self.ask(what, entry.line)
        return [entry]

    def _management(self) -> list[ExperienceRead]:
        sure: dict[int, Line] = {}
        for index, post in enumerate(self.posts):
            if self.positions[index].kind == "volunteer":
                continue
            in_product = self.positions[index].kind == "product"
            says = {line: says_people_were_led(line.text, in_product=in_product) for line in post.lines}
            led = next((line for line, said in says.items() if said == "yes"), None)
            perhaps = next((line for line, said in says.items() if said == "perhaps"), None)
            if led is not None:
                sure[index] = led
            elif perhaps is not None:
                self.ask(f"Did you lead people as {_named(post)}? This line leaves it open, so it is not counted.", perhaps)
            elif title_suggests_it(post.title):
                self.ask(f"Did you lead people as {_named(post)}? No line says so, so it is not counted.", post.line)
        entry = self._years("management", sure, "Posts in which a line speaks of people led")
        if entry is None:
            return []
        line = next(iter(sure.values()))
        what = "Years of leading people are counted over the whole of each such post; change them if it was only a part."
        self.ask(what, line)
        return [ExperienceRead(experience=entry.experience, because=entry.because, line=line)]

    def education(self) -> list[EducationRead]:
        """Finished education, highest first, each level and field once."""
        found: list[EducationRead] = []
        for resume in self.resumes:
            for study in resume.studies:
                if (entry := self._education(study)) and not any(_same(entry.education, it.education) for it in found):
                    found.append(entry)
        months = {level.id: level.months for level in self.catalogue.education_levels}
        return sorted(found, key=lambda it: -months.get(it.education.level, 0))

    def _education(self, study: Study) -> EducationRead | None:
        text = study.degree or study.line.text
        degree = read_degree(text)
        if degree is None or degree.level is None:
            self.ask(f'The level of "{text}" is not told; add it as bachelor, master or another.', study.line)
            return None
        if degree.level == "none":
            return None
        if self._is_unfinished(study):
            self.ask(f'"{text}" does not look finished; it is not counted.', study.line)
            return None
        education = Education(level=degree.level, field=study.field or degree.field)
        return EducationRead(education=education, because=f'Read from "{study.line.text}".', line=study.line)

    def _is_unfinished(self, study: Study) -> bool:
        if _UNFINISHED.search(study.line.text) or study.goes_on:
            return True
        return study.end is not None and study.end.earliest > self.today.latest

    def certifications(self) -> list[CertificationRead]:
        """Certificates that are held, each once, by the catalogue's name where it has one."""
        names = CertificateNames(self.catalogue)
        found: dict[str, CertificationRead] = {}
        for resume in self.resumes:
            for entry in resume.certificates:
                if not entry.name:
                    continue
                if _UNFINISHED.search(entry.line.text) or _PREPARES.search(entry.line.text):
                    self.ask(f'"{entry.name}" does not look finished; it is not counted.', entry.line)
                elif entry.expires is not None and entry.expires.latest < self.today.earliest:
                    self.ask(f'"{entry.name}" ran out in {entry.expires}; it is not counted.', entry.line)
                else:
                    name = names.known_as(entry.name)
                    read = CertificationRead(name=name, because=f'Read from "{entry.line.text}".', line=entry.line)
                    found.setdefault(_letters(name), read)
        return list(found.values())


_INTERN = re.compile(r"\b(?:intern|internship|werkstudent\w*|praktikant\w*)\b", re.IGNORECASE)
_PRODUCT = re.compile(r"\bprodu[ck]t(?!i)", re.IGNORECASE)
_YEARS_TOLD = re.compile(r"\b(\d{1,2})\s*(\+?)\s*(?:years|yrs)\b", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"\b(?:expected|anticipated|in progress|ongoing|candidate|to be completed|incomplete|not completed|unfinished|"
    r"dropped out|withdrew|pursuing|currently|enrolled|coursework (?:toward|completed)|no degree|abgebrochen)\b",
    re.IGNORECASE,
)
_PREPARES = re.compile(r"\b(?:preparing|preparation|studying for|planned|scheduled|working towards?)\b", re.IGNORECASE)


def _letters(text: str) -> str:
    return "".join(character for character in fold(text).casefold() if character.isalnum())


def _same(one: Education, other: Education) -> bool:
    if one.level != other.level:
        return False
    return one.field is None or other.field is None or _letters(one.field) == _letters(other.field)


def _named(post: Position) -> str:
    return f"{post.title or 'A post without a title'}, {post.organisation}" if post.organisation else post.title


def _dates(post: Position) -> str:
    return f"{post.start} to {'now' if post.goes_on else post.end}"
