"""Whether a line of a CV says that people were led, and not only that work was done with them."""

import re
from typing import Literal

_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|several|dozen"
_COUNT = rf"(?:up to |over |about |around |more than |some |~ ?|an? (?:\w+ )?)?(?:\d+\+?|{_NUMBERS})"
_GROUP = r"(?:teams?|staff|crews?|groups?|departments?|units?|divisions?|workforce|squads?)"
_PEOPLE = (
    r"(?:people|persons|employees|staff|reports|associates|members|volunteers|interns|trainees|students|engineers|"
    r"designers|analysts|developers|managers|owners|pms|apms|product managers|consultants|workers|agents|"
    r"representatives|reps|nurses|assistants|teachers|baristas|servers|waiters|cooks|writers|specialists|technicians|"
    r"supervisors|leads|scientists|researchers|marketers|editors|colleagues|apprentices)"
)
_BETWEEN = r"(?:(?!for\b|with\b|across\b|to\b|of\b|by\b|in\b)[\w&'-]+,? ){0,7}?"
"""Words between a verb and what it is done to."""
_SURE = re.compile(
    r"\bline[- ]manag\w+|\bdirect reports?\b|\bpeople[- ]manage\w+|\bperformance (?:reviews?|appraisals?)\b|"
    r"\bdisciplinary (?:responsib|leader)\w+|"
    rf"\b(?:supervis|manag|hir|recruit|employ|oversee|oversaw|built|grew|build|grow|scal|train)\w*\b,? {_BETWEEN}{_GROUP} "
    rf"(?:\w+ ){{0,2}}?(?:of|from) {_COUNT}\b|"
    rf"\b(?:supervis\w+|manag\w+|hired|hiring|recruited) (?:and (?:\w+ ){{1,2}})?(?:a team of )?{_COUNT} (?:[\w-]+ ){{0,3}}?{_PEOPLE}\b",
    re.IGNORECASE,
)
_LED = re.compile(
    rf"\b(?:led|leads?|leading|headed|heading|directed|ran|running)\b[^.;:]{{0,50}}?\b(?:{_GROUP} (?:\w+ ){{0,2}}?of {_COUNT}|"
    rf"{_COUNT} (?:[\w-]+ ){{0,3}}?{_PEOPLE})\b",
    re.IGNORECASE,
)
_OF_PRODUCT_PEOPLE = re.compile(
    r"\b(?:product (?:managers|owners|analysts|leads)|pms|apms|pos)\b", re.IGNORECASE
)
_BESIDE = re.compile(
    r"\bcross[- ]?(?:functional|discipl\w+|team)|\bmulti-?discipl\w+|\bmatrix|\bvirtual team|\bproject teams?\b|\bscrum team|"
    r"\bagile team|\bwithout (?:direct |formal |line )?(?:authority|reports)|\bdotted[- ]line|\bvendors?\b|\bsuppliers?\b|"
    r"\bworked with|\bcollaborat\w+|\bpartner\w* with",
    re.IGNORECASE,
)
_BUILDERS = re.compile(r"\b(?:engineers?|developers?|designers?|engineering|development|design)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:no|without|zero|not)\s+(?:\w+\s+){0,2}(?:direct reports?|line[- ]manag|people[- ]manage)", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:supervisor|team[- ]?lead(?:er)?|foreman|head|director|vp|svp|evp|vice president|chief|c[etofmp]o|founder|"
    r"(?:general|engineering|store|restaurant|branch|office|ward|shift|people|line|department|team|operations|sales|plant|"
    r"service|nurse|hr|design|development|software development) manager|lead product manager|group product manager|"
    r"teamleit\w+|abteilungsleit\w+)\b",
    re.IGNORECASE,
)

Says = Literal["yes", "perhaps", "no"]


def says_people_were_led(line: str, *, in_product: bool) -> Says:
    """Whether a line says so.

    Leading or managing a team of engineers as a product manager is mostly no line management: of a post ``in_product``
    such a line counts only if it is about product people or names reports.
    """
    if _DENIED.search(line):
        return "no"
    beside = _BESIDE.search(line) is not None
    found = _SURE.search(line)
    if found and not beside:
        merely_told = in_product and _BUILDERS.search(line) and found.group().casefold().startswith("manag")
        return "perhaps" if merely_told else "yes"
    if _LED.search(line):
        sure = not beside and (not in_product or _OF_PRODUCT_PEOPLE.search(line) is not None)
        return "yes" if sure else "perhaps"
    return "perhaps" if found else "no"


def title_suggests_it(title: str) -> bool:
    """Whether people in such a post mostly lead others."""
    return _TITLE.search(title) is not None
