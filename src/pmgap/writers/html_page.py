"""Pages of HTML and pictures from templates. Whatever comes from a file is escaped and can be no markup and no script."""

import os
import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from pmgap.printable import printable
from pmgap.writers import second_view_words
from pmgap.writers.assessment_words import sentence
from pmgap.writers.screen import percent

if TYPE_CHECKING:
    from jinja2 import Environment

_MOST_TICKS = 8

_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_WEB = re.compile(r"https?://[^\s\"'<>]+\Z", re.IGNORECASE)


def render(template: str, **values: Any) -> str:
    """A template filled in. Every text in ``values``, however deep, is escaped where it is written."""
    return _environment().get_template(template).render(**values).rstrip("\n") + "\n"


@cache
def _environment() -> "Environment":
    # Imported here, as only pages need it: it costs about as much as the rest of a start.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    folder = os.path.join(os.path.dirname(__file__), "templates")
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        finalize=_shown,
    )
    made.globals["percent"] = percent
    made.globals["sentence"] = sentence
    made.globals["second_view_words"] = second_view_words
    made.filters["groupby_in_order"] = groupby_in_order
    made.filters["web_address"] = web_address
    return made


def _shown(value: object) -> object:
    """What is written of a value: texts without control characters, everything else as it is."""
    # Markup is what templates have made and escaped already.
    return _NOT_IN_XML.sub("\ufffd", printable(value)) if type(value) is str else value


def groupby_in_order(rows: Iterable[Any], attribute: str) -> list[tuple[Any, list[Any]]]:
    """Rows with the same attribute together, in the order in which they first come."""
    groups: dict[Any, list[Any]] = {}
    for row in rows:
        groups.setdefault(getattr(row, attribute), []).append(row)
    return list(groups.items())


def web_address(link: str | None) -> str:
    """The link if it leads to the web, else an empty text: no other kind of link is followed from a page."""
    return link if link and _WEB.match(link) else ""


def distances(extent: float) -> list[int]:
    """Round distances that an axis of this length names: from 0 in even steps, a handful in all."""
    steps = (step * 10**power for power in range(9) for step in (1, 2, 5))
    step = next(step for step in steps if extent <= step * _MOST_TICKS)
    return list(range(0, int(extent) + 1, step))
