"""Which roles a background leads to, and why. For choosing a target; it says nothing about skills."""

import re

from pmgap.catalogue import Catalogue, Fit, Role
from pmgap.profile import Background
from pmgap.record import Record, record

_WORD = re.compile(r"[^\W_]+")

MOST = 3
"""The most roles that are offered."""


@record
class RoleFit(Record):
    """A role that fits a background, with the reasons."""

    role: Role
    """The role."""
    because: tuple[str, ...]
    """One sentence per reason."""


def fitting_roles(catalogue: Catalogue, background: Background) -> list[RoleFit]:
    """At most three roles that a background leads to, most reasons first, then in catalogue order.

    A higher rung by years outdoes the lower ones by years, as nobody wants to be offered a step back.
    """
    reasons: dict[str, list[str]] = {}
    by_years: Fit | None = None
    for fit in catalogue.fits:
        if not _holds(fit, background):
            continue
        if fit.words or fit.certifications:
            reasons.setdefault(fit.role, []).append(fit.text)
        elif by_years is None or (fit.product_years_from or 0) >= (by_years.product_years_from or 0):
            by_years = fit
    if by_years is not None:
        reasons.setdefault(by_years.role, []).append(by_years.text)
    order = {role.id: index for index, role in enumerate(catalogue.roles)}
    ranked = sorted(reasons, key=lambda key: (-len(reasons[key]), order[key]))
    return [RoleFit(role=catalogue.role_by_id[key], because=tuple(reasons[key])) for key in ranked[:MOST]]


def _holds(fit: Fit, background: Background) -> bool:
    if fit.words and not _named(fit.words, _fields(background)):
        return False
    if fit.certifications and not _named(fit.certifications, background.certifications or ()):
        return False
    product, management = _years(background, "product"), _years(background, "management")
    if fit.product_years_from is not None and (product is None or product < fit.product_years_from):
        return False
    if fit.product_years_below is not None and (product is None or product >= fit.product_years_below):
        return False
    return fit.management_years_from is None or (management or 0) >= fit.management_years_from


def _fields(background: Background) -> list[str]:
    studied = [entry.field for entry in background.education or () if entry.field]
    worked = [entry.domain for entry in background.experience or () if entry.domain]
    return studied + worked


def _years(background: Background, kind: str) -> float | None:
    years = [entry.years for entry in background.experience or () if entry.kind == kind]
    return sum(years) if years else None


def _named(words: tuple[str, ...], texts: list[str] | tuple[str, ...]) -> bool:
    told = [_words(text) for text in texts]
    return any(_words(word) in text for word in words for text in told)


def _words(text: str) -> str:
    """The words of a text between single blanks: "health-care" is "health care"."""
    return " ".join(["", *_WORD.findall(text.casefold()), ""])
