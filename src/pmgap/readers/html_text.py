"""A web page as lines: blocks become lines, headings ``# ...``, list items ``- ...``; its structured data as well."""

import codecs
import json
import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from typing import Any

from pmgap.errors import unusable

MOST_HTML = 8 * 1024 * 1024
"""The most characters of markup that are read."""

MOST_BROKEN = 50
"""The most tags and comments of a page that may begin and never end."""

MOST_THINGS = 200
"""The most pieces of structured data that are taken from a page."""

_DROPPED = frozenset("script style template noscript svg math iframe object nav select textarea button".split())
_BLOCKS = frozenset(
    "address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main ol option p pre section summary table tbody tfoot thead tr ul".split()
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_ENCODINGS = ("cp125", "cp932", "cp949", "iso8859", "koi8", "shift_jis", "euc", "gb", "big5", "mac")
_SPACES = re.compile(r"[ \t\r\n\f]+")


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page says it has, if it is one for text that is known here."""
    found = _CHARSET.search(data[:4096])
    if found is None:
        return None
    try:
        known = codecs.lookup(found[1].decode("ascii"))
    except LookupError:
        return None
    # Browsers read these two as Windows-1252, and so they are written.
    name = "cp1252" if known.name in ("iso8859-1", "ascii") else known.name
    return name if name.startswith(_ENCODINGS) else None


def html_lines(text: str, path: str) -> tuple[list[str], tuple[dict[str, Any], ...]]:
    """The lines of a page, and its JSON-LD data.

    Raises:
        UserError: the page is far too large, or too broken.
    """
    if len(text) > MOST_HTML:
        what = f"the page holds more than {MOST_HTML // 1024**2} MiB of markup"
        raise unusable(what, path, "Copy its text into a file.")
    page = _Page()
    page.feed(text)
    for _ in range(MOST_BROKEN):
        if not page.skip_broken():
            break
    else:
        raise unusable("the page is broken: its tags do not end", path, "Copy its text into a file.")
    page.close()
    page.end_line()
    if page.title and not any(line.startswith("# ") for line in page.lines):
        page.lines.insert(0, f"# {page.title}")
    return page.lines, tuple(page.things[:MOST_THINGS])


class _Page(HTMLParser):
    """Collects lines; knows the line it is on, and what is dropped around it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.things: list[dict[str, Any]] = []
        self._titles: list[str] = []
        self._parts: list[str] = []
        self._has_text = False
        self._mark = ""
        self._dropped: list[str] = []
        self._times_dropped: Counter[str] = Counter()
        self._in_title = False
        self._preformatted = 0
        self._data: list[str] | None = None

    @property
    def title(self) -> str:
        """The title of the page, on one line."""
        return _SPACES.sub(" ", "".join(self._titles)).strip()

    def skip_broken(self) -> bool:
        """Take what begins like a tag and never ends as text, and go on behind it; says whether there was any.

        The parser would do the same when it is closed. But it looks for the end of every one of them up to the end of
        the page, so that a small page could keep it busy for hours.
        """
        rest = self.rawdata
        if not rest.startswith("<") or self.cdata_elem is not None:
            return False
        behind = rest.find(">") + 1 or len(rest)
        self.rawdata = ""
        self.handle_data(unescape(rest[:behind]))
        self.feed(rest[behind:])
        return True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and any(
            name == "type" and (value or "").strip().lower() == "application/ld+json" for name, value in attrs
        ):
            self._data = []
        if tag in _DROPPED:
            self._dropped.append(tag)
            self._times_dropped[tag] += 1
        elif tag == "title":
            self._in_title = not self._titles and not self._dropped
        elif tag == "br":
            self.end_line()
        elif tag in ("td", "th"):
            if self._has_text:
                self._parts.append(" | ")
        elif tag in _BLOCKS:
            self.end_line()
            self._preformatted += tag == "pre"
            if tag == "li":
                self._mark = "- "
            elif re.fullmatch("h[1-6]", tag):
                self._mark = f"{'#' * int(tag[1])} "

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _DROPPED:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._data is not None:
            self._keep_data("".join(self._data))
            self._data = None
        if self._times_dropped[tag]:
            closed = ""
            while closed != tag:
                closed = self._dropped.pop()
                self._times_dropped[closed] -= 1
        elif tag == "title":
            self._in_title = False
        elif tag in _BLOCKS:
            self.end_line()
            self._mark = ""
            if tag == "pre":
                self._preformatted = max(self._preformatted - 1, 0)

    def handle_data(self, data: str) -> None:
        if self._data is not None:
            self._data.append(data)
        elif self._dropped:
            return
        elif self._in_title:
            if self._titles or data.strip():
                self._titles.append(data)
        elif self._preformatted:
            first, *others = data.split("\n")
            self._add(first)
            for other in others:
                self.end_line()
                self._add(other)
        else:
            self._add(data)

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._has_text = self._has_text or bool(text.strip())

    def end_line(self) -> None:
        """Finish the line that is being collected; a line without text is none."""
        text = _SPACES.sub(" ", "".join(self._parts)).strip(" |")
        self._parts = []
        self._has_text = False
        if text:
            self.lines.append(self._mark + text)
            self._mark = ""

    def _keep_data(self, text: str) -> None:
        """Keep the mappings of a JSON-LD script; one that is broken is worth nothing."""
        try:
            waiting = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            return
        while waiting and len(self.things) < MOST_THINGS:
            thing = waiting.pop(0)
            if isinstance(thing, list):
                waiting = [*thing, *waiting]
            elif isinstance(thing, dict):
                if isinstance(thing.get("@graph"), list):
                    waiting = [*thing["@graph"], *waiting]
                else:
                    self.things.append(thing)
