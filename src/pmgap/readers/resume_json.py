"""CVs as JSON Resume (schema 1.x), and as the JSON that people write after its example."""

from typing import Any

from pmgap.errors import unusable
from pmgap.readers.documents import Document, Path
from pmgap.readers.loose_entries import Entry
from pmgap.resume import Certificate, Line, Position, Resume, Study, Unread, line_of

_WORK = ("work", "workexperience", "experience", "experiences", "employment", "employmenthistory", "jobs", "positions")
_BASICS = ("basics", "basic", "profile", "personal", "personalinfo", "personaldetails", "about", "contact")
_EDUCATION = ("education", "educations", "studies")
_VOLUNTEER = ("volunteer", "volunteering", "volunteerwork", "volunteerexperience")
_CERTIFICATES = ("certificates", "certifications", "certification", "licenses", "licences")
_SKILLS = ("skills", "skill", "competencies", "technicalskills", "keyskills")
_OTHER = ("projects", "awards", "achievements", "publications", "courses", "accomplishments")
_SECTIONS = frozenset((*_WORK, *_BASICS, *_EDUCATION, *_VOLUNTEER, *_CERTIFICATES, *_SKILLS, *_OTHER))
_LEFT_OUT = ("schema", "meta", "languages", "language", "interests", "hobbies", "references", "referees", "x", "theme",
             "name", "label", "title", "email", "phone", "url", "website", "location", "image", "picture", "photo",
             "profiles", "summary", "social")  # fmt: skip
_ADDRESSES = ("url", "website", "location", "image", "picture", "photo", "logo", "id", "uuid", "slug", "email", "phone",
              "profiles", "score", "gpa", "tags", "type", "city", "country", "address", "birthday", "dateofbirth",
              "nationality", "linkedin", "github", "twitter", "firstname", "lastname", "level", "icon", "language",
              "gender", "workmode", "employmenttype", "locationtype")  # fmt: skip


def is_json_resume(value: Any) -> bool:
    """Whether a JSON value looks like a CV: a mapping with work, education or basics, or two other sections of one."""
    if not isinstance(value, dict):
        return False
    known = _known(value)
    return len(known) > 1 or not known.isdisjoint(("basics", *_WORK, *_EDUCATION))


def _known(value: dict[str, Any]) -> set[str]:
    return {"".join(filter(str.isalpha, key.casefold())) for key in value} & _SECTIONS


def read_json_resume(document: Document, source: str) -> Resume:
    """The CV in a parsed JSON document.

    Raises:
        UserError: it has none of the sections of a CV.
    """
    value: Any = document.value
    path: Path = ()
    if isinstance(value, dict) and not _known(value) and len(value) == 1:
        key, inner = next(iter(value.items()))
        value, path = inner, (key,)
    if not is_json_resume(value):
        what = "it is JSON, but it has none of the sections of a CV"
        raise unusable(what, document.place(()), "JSON Resume names them basics, work, education, skills.")
    top = Entry(document, source, path, value)
    basics = next(iter(top.entries(*_BASICS)), top)
    name = basics.text("name", "fullname")
    headline = basics.line("label", "headline", "title", "position", "jobtitle")
    lines = basics.lines("summary", "objective", "description", "bio")
    unread: list[Unread] = []
    positions = [
        *_positions(top.entries(*_WORK), "work", unread),
        *_positions(top.entries(*_VOLUNTEER), "volunteer", unread),
    ]
    studies = []
    for entry in top.entries(*_EDUCATION):
        studies.append(_study(entry))
        lines.extend(entry.lines("courses", "highlights", "summary", "description", "notes", "activities"))
        unread.extend(entry.unread(*_ADDRESSES))
    certificates = [_certificate(entry) for entry in top.entries(*_CERTIFICATES)]
    for section in _OTHER:
        for entry in top.entries(section):
            lines.extend(_told(entry))
    if basics is not top:
        unread.extend(basics.unread(*_ADDRESSES))
    return Resume(
        source=source,
        name=name or None,
        headline=headline,
        positions=tuple(positions),
        studies=tuple(studies),
        certificates=tuple(certificates),
        skills=tuple(_skills(top)),
        lines=tuple(lines),
        unread=(*unread, *top.unread(*_LEFT_OUT)),
    )


def _positions(entries: list[Entry], kind: Any, unread: list[Unread]) -> list[Position]:
    found = []
    for entry in entries:
        organisation = entry.text("name", "company", "organization", "organisation", "employer", "companyname")
        inner = entry.entries("positions", "roles", "titles")
        about = entry.text("description", "companydescription", "industry")
        for post in inner or [entry]:
            title = post.text("position", "title", "jobtitle", "role", "designation", *(("name",) if inner else ()))
            start, end, goes_on = post.period()
            lines = post.lines("summary", "highlights", "responsibilities", "achievements", "bullets", "details",
                               "tasks", "keywords", "technologies")  # fmt: skip
            if not lines:
                lines = post.lines("description")  # meant for the organisation, but often used for the work
            if not (title or organisation or lines):
                because = "It has neither a title nor an organisation."
                unread.append(Unread(line=line_of("an empty entry", post.source, post.number()), because=because))
                continue
            found.append(
                Position(
                    line=post.header(title, organisation), title=title, organisation=organisation, about=about,
                    start=start, end=end, goes_on=goes_on, kind=kind, lines=tuple(lines),
                )
            )  # fmt: skip
            unread.extend(post.unread(*_ADDRESSES, "description"))
    return found


def _study(entry: Entry) -> Study:
    degree = entry.text("studytype", "degree", "qualification", "level", "title", "diploma", "type")
    field = entry.text("area", "field", "fieldofstudy", "major", "subject", "study", "program", "programme", "course")
    institution = entry.text("institution", "school", "university", "college", "organization", "name")
    start, end, goes_on = entry.period()
    return Study(
        line=entry.header(degree, field, institution),
        degree=degree,
        field=field or None,
        institution=institution,
        start=start,
        end=end,
        goes_on=goes_on,
    )


def _certificate(entry: Entry) -> Certificate:
    name = entry.text("name", "title", "certificate", "certification")
    issuer = entry.text("issuer", "organization", "organisation", "authority", "issuedby", "institution")
    expires = entry.month("expires", "expirydate", "expirationdate", "validuntil", "enddate")
    return Certificate(line=entry.header(name, issuer), name=name, issuer=issuer, expires=expires)


def _skills(top: Entry) -> list[Line]:
    """Skill lists: names with their keywords, bare names, or lists by category."""
    found = []
    for entry in top.entries(*_SKILLS):
        name = entry.text("name", "skill", "category", "label", "title")
        words = entry.text("keywords", "items", "skills", "details", "values")
        if name or words:
            text = f"{name}: {words}" if name and words else name or words
            found.append(line_of(text, entry.source, entry.number()))
        else:
            found.append(line_of(", ".join(entry.keys), entry.source, entry.number()))
    return found


def _told(entry: Entry) -> list[Line]:
    """Title and text of a project, an award or a publication."""
    title = entry.line("name", "title")
    rest = entry.lines("description", "summary", "highlights", "roles", "keywords")
    return [title, *rest] if title else rest
