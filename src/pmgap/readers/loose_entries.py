"""Mappings whose keys are spelt in many ways: what is asked for is found under any of its names."""

import re
from collections.abc import Iterator
from typing import Any

from pmgap.periods import Month, find_period, is_now, read_month
from pmgap.readers.documents import Document, Path
from pmgap.resume import Line, Unread, line_of, lines_of, tidy

_LETTERS = re.compile(r"[^a-z]+")
_START = ("startdate", "start", "from", "begin", "begindate", "datestart", "started", "startedon")
_END = ("enddate", "end", "to", "until", "finish", "dateend", "finished", "finishedon", "completiondate")
_SHORT = 60
"""Characters of a value that are shown when it was not used."""


class Entry:
    """A mapping in a document; keys are compared by their letters alone."""

    def __init__(self, document: Document, source: str, path: Path, value: dict[str, Any]) -> None:
        self.document = document
        self.source = source
        self.path = path
        self._exact = value
        self._values: dict[str, tuple[str, Any]] = {}
        for key, entry in value.items():
            self._values.setdefault(_LETTERS.sub("", key.casefold()), (key, entry))
        self._used: set[str] = set()

    @property
    def keys(self) -> list[str]:
        """Its keys as written."""
        return [key for key, _ in self._values.values()]

    def _find(self, names: tuple[str, ...]) -> tuple[Path, Any]:
        """The first value that says something under one of the names, and its path."""
        self._used.update(names)
        for name in names:
            key, value = self._values.get(name, ("", None))
            if value is not None and value not in ("", [], {}):
                return (*self.path, key), value
        return self.path, None

    def number(self, path: Path | None = None) -> int | None:
        """Line of the document on which a value stands."""
        return self.document.place(self.path if path is None else path).line

    def text(self, *names: str) -> str:
        """A value as one line of text; the texts of a list with commas between."""
        _, value = self._find(names)
        if isinstance(value, list):
            return tidy(", ".join(it for it in value if isinstance(it, str)))
        return _text(value)

    def line(self, *names: str) -> Line | None:
        """A value as a line with its place."""
        path, value = self._find(names)
        text = _text(value)
        return line_of(text, self.source, self.number(path)) if text else None

    def lines(self, *names: str) -> list[Line]:
        """Every text below the values, line by line."""
        found = []
        for name in names:
            path, value = self._find((name,))
            found.extend(self._lines_below(path, value))
        return found

    def _lines_below(self, path: Path, value: Any) -> Iterator[Line]:
        if isinstance(value, list):
            for index, entry in enumerate(value):
                yield from self._lines_below((*path, index), entry)
        elif isinstance(value, dict):
            for key, entry in value.items():
                yield from self._lines_below((*path, key), entry)
        elif text := value if isinstance(value, str) else _text(value):
            yield from lines_of(text, self.source, self.number(path))

    def entries(self, *names: str) -> list["Entry"]:
        """The mappings in a list, in a mapping of mappings, or standing alone; a bare text counts as a name."""
        path, value = self._find(names)
        if isinstance(value, dict):
            nested = [((*path, key), entry) for key, entry in value.items() if isinstance(entry, (dict, list))]
            alone = not nested or len(nested) < len(value)
            items = [(path, value)] if alone else nested
        elif isinstance(value, list):
            items = [((*path, index), entry) for index, entry in enumerate(value)]
        else:
            items = [(path, value)] if _text(value) else []
        return [entry for at, item in items for entry in self._as_entries(at, item)]

    def _as_entries(self, path: Path, value: Any) -> Iterator["Entry"]:
        if isinstance(value, dict):
            yield Entry(self.document, self.source, path, value)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if not isinstance(item, list):
                    yield from self._as_entries((*path, index), item)
        elif text := _text(value):
            yield Entry(self.document, self.source, path, {"name": text})

    def exactly(self, key: str) -> list["Entry"]:
        """The mappings under the key that is spelt just so."""
        value = self._exact[key]
        path = (*self.path, key)
        items = [((*path, index), entry) for index, entry in enumerate(value)] if isinstance(value, list) else [(path, value)]
        return [entry for at, item in items for entry in self._as_entries(at, item)]

    def has(self, *names: str) -> bool:
        """Whether one of the values says something."""
        return any(self._values.get(name, ("", None))[1] not in (None, "", [], {}) for name in names)

    def month(self, *names: str) -> Month | None:
        """A date."""
        return read_month(self.text(*names))

    def period(self) -> tuple[Month | None, Month | None, bool]:
        """First month, last month, and whether it goes on: a start without an end does."""
        start, end = self.text(*_START), self.text(*_END)
        told = self.text("date", "dates", "period", "duration", "years", "year")
        if start or end:
            first = read_month(start)
            last = None if is_now(end) else read_month(end)
            return first, last, is_now(end) or (first is not None and not end)
        if (found := find_period(told)) is None:
            return None, None, False
        return found.start, found.end, found.goes_on

    def header(self, *texts: str) -> Line:
        """A line that names the entry by some of its texts."""
        return line_of(", ".join(text for text in texts if text), self.source, self.number())

    def unread(self, *on_purpose: str) -> list[Unread]:
        """What nobody asked for and is not left out on purpose."""
        found = []
        for name, (key, value) in self._values.items():
            if name in self._used or name in on_purpose or value is None or value in ("", [], {}):
                continue
            shown = _text(value) if not isinstance(value, (dict, list)) else "..."
            shown = shown if len(shown) <= _SHORT else f"{shown[: _SHORT - 3]}..."
            line = line_of(f"{key}: {shown}", self.source, self.number((*self.path, key)))
            found.append(Unread(line=line, because="pmgap does not know this key."))
        return found


def _text(value: Any) -> str:
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return ""
