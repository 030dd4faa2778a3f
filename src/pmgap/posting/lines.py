"""The lines of a posting: bullets and marks taken off, headings told apart, texts that lost their line breaks cut."""

import re
from typing import NamedTuple

MOST_CHARACTERS = 200_000
"""The longest posting that is read; a posting has about 4,000 characters."""

MARKED, PERHAPS = 7, 8
"""Level of headings that are bold or end with a colon, and of lines that are short enough to be one."""

_LONG = 400
"""Lines longer than this may have lost their line breaks."""

_WRAPPED = 40
"""A line shorter than this was not wrapped by hand."""

_BULLET = re.compile(r"^(?:[-*+\u2022\u00b7\u25aa\u25ab\u25cf\u25cb\u25e6\u2023\u2043\u27a2\u2713\u2714\u2192o\u2013\u2014>]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)")
_EMOJI = re.compile("^[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u200d\\s]+")
_MARK_UP = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|!\[[^\]]{0,300}\]\([^)]{0,500}\)")
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{0,500}\)")
_ESCAPED = re.compile(r"\\([-*_#.+!()\[\]])")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_HASHES = re.compile(r"^(#{1,6})\s*")
_RULE = re.compile(r"^[-=_*~\s|:]+$")
_JOINT = re.compile(r"(?<=[a-z0-9\u2019'%)])(?=[A-Z][a-z])|(?<=[a-z)\]\u2019\"][.!?:;])(?=[A-Z\u201c\"(])|(?<=[a-z)])(?=[A-Z]{2,}[ /&])")
_INLINE_BULLET = re.compile(r"(?<=[.!?])\s+(?=[A-Z][\w\u2019'/& ]{2,40}:\s)|\s*[\u2022\u25cf\u25aa\u00b7]\s+|\s+\*\s+(?=[A-Z])|(?<=[.;:])\s+[-\u2013]\s+(?=[A-Z])")
_TAIL = re.compile(r"\bShow more\s+Show less\b")

HEADING_WORDS = 9
"""The most words of a heading that is not marked as one."""


class Line(NamedTuple):
    """A line, or a part of a line that must once have been one."""

    number: int
    """Line of the text, from 1."""
    text: str
    """What it says, without bullet and marks."""
    level: int
    """0 for text; for headings 1 (highest) to 6 as marked up, else ``MARKED`` or ``PERHAPS``."""
    bullet: bool
    """Whether it is an item of a list."""


def lines_of(text: str) -> list[Line]:
    """The lines of a posting that say something, in order."""
    text = _TAIL.split(text[:MOST_CHARACTERS], maxsplit=1)[0]
    found: list[Line] = []
    for number, raw in enumerate(text.splitlines(), 1):
        for part in _parts(raw):
            line = _line(number, part)
            if line is None:
                continue
            if found and _continues(found[-1], line):
                found[-1] = found[-1]._replace(text=f"{found[-1].text} {line.text}", level=0)
            else:
                found.append(line)
    return found


def _continues(before: Line, line: Line) -> bool:
    """Whether a line is the rest of the one before, as in texts that were wrapped by hand."""
    return (
        line.text[0].islower()
        and not line.bullet
        and line.level in (0, PERHAPS)
        and before.level in (0, PERHAPS)
        and line.number == before.number + 1
        and _WRAPPED <= len(before.text) < _LONG
        and before.text[-1] not in ".!?:;"
    )


def _parts(raw: str) -> list[str]:
    """The line itself, or its parts where it seems to be several lines run together."""
    if len(raw) <= _LONG:
        return [raw]
    parts = _INLINE_BULLET.split(raw)
    joined = [place for part in parts for place in _cut_at_joints(part)]
    return joined


def _cut_at_joints(raw: str) -> list[str]:
    """Cut where a small letter or a full stop meets a capital without a space, but not inside names such as LinkedIn."""
    places = [0]
    for match in _JOINT.finditer(raw):
        place = match.start()
        if raw[place - 1].isalnum():
            first = max(raw.rfind(" ", 0, place), raw.rfind("/", 0, place)) + 1
            last = re.compile(r"[\s,.;:/)]|$").search(raw, place)
            word = raw[first : last.start() if last else None]
            if word in _NAMES or raw.count(word) > 1 or (place - first) < 3 and word[0].isupper():
                continue
        places.append(place)
    return [raw[start:end] for start, end in zip(places, [*places[1:], None], strict=True)]


_NAMES = frozenset(
    ["LinkedIn", "JavaScript", "TypeScript", "PowerPoint", "GitHub", "GitLab", "YouTube", "DevOps", "HubSpot", "BigQuery",
     "PostgreSQL", "MySQL", "NoSQL", "GraphQL", "SharePoint", "WordPress", "TechCrunch", "SurveyMonkey", "UserTesting",
     "FullStory", "LaunchDarkly", "AdTech", "FinTech", "MarTech", "HealthTech", "EdTech", "PropTech", "InsurTech",
     "RegTech", "PayPal", "OpenAI", "ChatGPT", "AdWords", "ProductBoard", "ScrumMaster", "iOS", "PhD", "OAuth",
     "DuckDuckGo", "TikTok", "WhatsApp", "McKinsey", "SaaS", "PaaS", "IaaS", "QuickBooks", "NetSuite", "SalesForce"]
)  # fmt: skip


def _line(number: int, raw: str) -> Line | None:
    text = raw.strip()
    if not text or _RULE.match(text):
        return None
    level = 0
    if text[0] == "#" and (hashes := _HASHES.match(text)):
        level = len(hashes.group(1))
        text = text[hashes.end() :]
    bullet = False
    underlined = text[:3].lower() == "<u>"
    if "<" in text:
        text = _MARK_UP.sub("", text).strip()
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    if not text:
        return None
    if not level and (mark := _BULLET.match(text)):
        bullet = mark.group()[0] != ">"
        text = text[mark.end() :]
    bold = text.startswith(("**", "__")) and text.rstrip(": ").endswith(("**", "__")) and text.count("**") <= 2
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub("", text)
    if text and not text[0].isascii():
        text = _EMOJI.sub("", text)
    text = text.strip()
    if not text:
        return None
    return Line(number, text, level or _heading_level(text, bullet=bullet, marked=bold or underlined), bullet)


def _heading_level(text: str, *, bullet: bool, marked: bool) -> int:
    words = text.count(" ") + 1
    if marked or text.endswith(":"):
        return MARKED if words <= (HEADING_WORDS if bullet else 2 * HEADING_WORDS) else 0
    return 0 if bullet or words > HEADING_WORDS or text.endswith((".", "!", ";", ",")) else PERHAPS
