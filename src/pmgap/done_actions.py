"""Marking an action as done: it becomes evidence, and the statements it bears on are asked again."""

from dataclasses import replace

from pmgap.catalogue import Action, Catalogue
from pmgap.profile import Evidence, Profile
from pmgap.record import Record, record


@record
class Done(Record):
    """What marking an action as done changed."""

    profile: Profile
    """The changed profile."""
    reopened: tuple[str, ...]
    """Statements answered no or partly before, which the next interview asks again."""
    opened: tuple[str, ...]
    """Statements that it lets one answer and that were never answered."""


def mark_done(
    catalogue: Catalogue, profile: Profile, action: str, what: str, link: str | None, when: str | None
) -> Done:
    """The profile after an action or programme was carried out. Marking it twice changes nothing.

    The level does not rise by itself: doing is not yet showing, so the statements are asked, never answered here.
    """
    if action in (profile.done or ()):
        return Done(profile=profile, reopened=(), opened=())
    found: Action | None = next((it for it in catalogue.actions if it.id == action), None)
    answers = dict(profile.answers or {})
    statements = found.evidence if found else ()
    reopened = tuple(key for key in statements if answers.get(key) in ("no", "partly", False))
    opened = tuple(key for key in statements if answers.get(key) is None)
    for key in reopened:
        del answers[key]
    evidence = profile.evidence or ()
    if found:
        line = Evidence(skill=found.skill, statements=statements, what=what or found.title, link=link, when=when)
        evidence = (*evidence, line)
    changed = replace(profile, answers=answers or None, evidence=evidence or None, done=(*(profile.done or ()), action))
    return Done(profile=changed, reopened=reopened, opened=opened)
