"""What a profile is: the one document that a person owns. Everything else is computed from it."""

from dataclasses import replace
from typing import Literal

from pmgap.record import Record, record

FORMAT = 1
"""The version of the profile format that this release reads and writes."""

INVITATION_FORMAT = 1
"""The version of the invitation format, for a second view, that this release reads and writes."""

Answer = Literal["yes", "partly", "no"] | bool | None
"""Answer to a statement. YAML reads bare ``yes`` and ``no`` as booleans; both forms mean the same. None: not answered."""

HALVES: dict[Answer, int] = {"yes": 2, True: 2, "partly": 1, "no": 0, False: 0}
"""Value of an answer in halves: yes = 1, partly = 1/2, no = 0. Whole numbers keep the thresholds exact."""

WORDS: dict[Answer, Literal["yes", "partly", "no"]] = {
    "yes": "yes",
    True: "yes",
    "partly": "partly",
    "no": "no",
    False: "no",
}
"""Answer to the word that is shown and saved."""


@record
class Education(Record):
    """A finished education, or ``none`` to say that there is none beyond school."""

    level: Literal["none", "certificate", "bootcamp", "associate", "bachelor", "master", "doctorate"]
    """Its level."""
    field: str | None = None
    """Field of study."""


@record
class Experience(Record):
    """Years of one kind of work. ``years: 0`` says that there is none."""

    years: float
    """Years, or the lower end where ``years_max`` is given."""
    kind: Literal["product", "industry", "management"]
    """product: product work; industry: the field applied to; management: leading people."""
    years_max: float | None = None
    """Upper end, when the person gives a range."""
    domain: str | None = None
    """Field of work."""


@record
class Background(Record):
    """What a person brings beside the skills. An empty list says nothing; ``none`` (or 0 years) says none."""

    education: tuple[Education, ...] | None = None
    """Finished education."""
    experience: tuple[Experience, ...] | None = None
    """Years by kind."""
    certifications: tuple[str, ...] | None = None
    """Names of certifications, or ``none``."""


@record
class Evidence(Record):
    """Something that backs answers up. Without ``statements`` it speaks for the whole skill."""

    skill: str | None = None
    """Id of the skill."""
    statements: tuple[str, ...] = ()
    """Ids of the statements that it backs."""
    what: str = ""
    """What it is, in a line."""
    link: str | None = None
    """Where it can be seen."""
    when: str | int | None = None
    """Date, as precise as known."""


@record
class Mention(Record):
    """A line of an imported document that names a skill. Never counts as an answer."""

    source: str
    """Name of the document."""
    line: str
    """The line."""


ImportedItem = Literal["education", "product", "industry", "management", "certifications"]
"""A part of the background that can be taken from a document. For years it is their kind."""


@record
class Imported(Record):
    """A part of the background that was taken from a document and that the person has not confirmed yet."""

    item: ImportedItem
    """Which part."""
    lines: tuple[Mention, ...] = ()
    """What it was taken from."""


@record
class View(Record):
    """How someone else answers about the person. Kept beside the person's own answers, never mixed with them."""

    by: str
    """Who answers."""
    answers: dict[str, Answer] | None = None
    """Statement id to answer."""
    notes: dict[str, str] | None = None
    """Statement id to what they wrote beside it."""

    def known_answers(self) -> dict[str, Answer]:
        """The answers that were given, by statement id."""
        return {key: value for key, value in (self.answers or {}).items() if value is not None}


@record
class Profile(Record):
    """What a person said about themselves."""

    pmgap: int = FORMAT
    """Version of the format."""
    name: str | None = None
    """Name, if the person gives one."""
    targets: tuple[str, ...] | None = None
    """Ids of the roles aimed at, used when no role is named."""
    background: Background | None = None
    """Education, experience, certifications."""
    answers: dict[str, Answer] | None = None
    """Statement id to answer."""
    levels: dict[str, int] | None = None
    """Skill id to a level that was rated without statements. Answers win over it."""
    evidence: tuple[Evidence, ...] | None = None
    """What backs answers up."""
    mentions: dict[str, tuple[Mention, ...]] | None = None
    """Skill id to lines of imported documents; written by importers only."""
    imported: tuple[Imported, ...] | None = None
    """Parts of the background that await the person's confirmation; written by importers only."""
    not_applicable: tuple[str, ...] | None = None
    """Ids of skills that do not apply to this person's target."""
    done: tuple[str, ...] | None = None
    """Ids of actions that were carried out."""
    settled: tuple[str, ...] | None = None
    """Ids of skills whose contradicting answers the person has looked at and let stand."""
    views: tuple[View, ...] | None = None
    """How others see it, one entry per person."""

    def known_answers(self) -> dict[str, Answer]:
        """The answers that were given, by statement id."""
        return {key: value for key, value in (self.answers or {}).items() if value is not None}

    def with_view(self, view: View) -> "Profile":
        """The profile with the answers of someone else beside its own.

        What the same person answered or noted before stays, unless they do so anew; a name is the same in other
        capitals. A view without answers and notes changes nothing, nor does the same view a second time.
        """
        given: dict[str, Answer] = {key: WORDS[value] for key, value in view.known_answers().items()}
        notes = view.notes or {}
        if not given and not notes:
            return self
        kept = list(self.views or ())
        who = " ".join(view.by.split())
        for index, earlier in enumerate(kept):
            if " ".join(earlier.by.split()).casefold() == who.casefold():
                before: dict[str, Answer] = {key: WORDS[value] for key, value in earlier.known_answers().items()}
                noted = earlier.notes or {}
                if before | given == before and noted | notes == noted:
                    return self
                kept[index] = View(by=earlier.by, answers=before | given, notes=noted | notes or None)
                break
        else:
            kept.append(View(by=who, answers=given, notes=notes or None))
        return replace(self, views=tuple(kept))


EMPTY = Profile()
"""A profile that says nothing."""
