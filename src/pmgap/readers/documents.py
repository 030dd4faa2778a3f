"""YAML and JSON text to plain values, with the line of every value, and nothing that could hurt.

YAML is read event by event with an explicit stack: depth, size and the weight of aliases are bounded before anything
is built, duplicate keys are found, and scalars mean what people expect (dates stay text, ``010`` is ten, 1:30 is
text; bare yes and no are booleans, which profiles read as answers).
"""

import json
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

import yaml

from pmgap.errors import Place, Problem, UserError, unusable

DEEPEST = 30
"""The deepest nesting of lists and mappings. A catalogue needs eight."""

MOST_TWICE = 50
"""Keys given twice that are told of; beyond that the file is of another kind."""

MOST_VALUES = 200_000
"""The most values in a document, counting an alias as often as it is used."""

Value = Any
Path = tuple[str | int, ...]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BREAKS = "\x85\u2028\u2029"
_JSON_PART = r'"[^"\\]*(?:\\.[^"\\]*)*"|[^\s\[\]{},:"]+|[\[\]{},\n]'
NUMBER = re.compile(r"[-+]?(\d[\d_]*)(\.\d*)?([eE][-+]?\d+)?|[-+]?\.\d+([eE][-+]?\d+)?")
_WORDS: dict[str, Value] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"), True),
    **dict.fromkeys(("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"), False),
}


class Document:
    """A parsed document: its value, and where each part of it stands."""

    def __init__(self, file: str, value: Value, lines: Mapping[Path, int] | Callable[[], Mapping[Path, int]]) -> None:
        self.file = file
        self.value = value
        self._lines = lines

    @cached_property
    def lines(self) -> Mapping[Path, int]:
        """The line of every value; of a JSON document it is looked for when someone asks, which is seldom."""
        return self._lines() if callable(self._lines) else self._lines

    def place(self, path: Path) -> Place:
        """Where the value at ``path`` stands; the nearest enclosing value where that one is missing."""
        shown = dotted(path)
        while path and path not in self.lines:
            path = path[:-1]
        return Place(self.file, self.lines.get(path), shown)


def dotted(path: Path) -> str:
    """A path as people read it: ``roles[2].gates[0].kind``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def parse(text: str, file: str) -> Document:
    """A YAML or JSON document; JSON when the text starts like JSON or the file is named so.

    Raises:
        UserError: a syntax error, a duplicate key, or a document too deep or too large, with file and line.
    """
    if file.endswith(".json") or text.lstrip()[:1] == "{":
        return _parse_json(text, file)
    return _parse_yaml(text, file)


def _parse_json(text: str, file: str) -> Document:
    twice = False

    def pairs(items: list[tuple[str, Value]]) -> dict[str, Value]:
        nonlocal twice
        mapping = dict(items)
        twice = twice or len(mapping) < len(items)
        return mapping

    try:
        value = json.loads(text, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        if file.endswith(".json"):
            where = Place(file, error.lineno)
            raise unusable(
                f"it is not valid JSON: {error.msg.lower()}", where, "Check the line and the one above."
            ) from error
        return _parse_yaml(text, file)
    except RecursionError as error:
        raise _too_deep(file, _JsonLines(text).too_deep) from error
    except ValueError as error:
        long = re.search(r"\d{4000}", text)
        where = Place(file, text.count("\n", 0, long.start()) + 1 if long else None)
        raise unusable("it holds a number with too many digits", where, "Use a shorter number.") from error
    _check_size(value, file, text)
    if twice:
        found = _JsonLines(text)
        if found.too_deep:
            raise _too_deep(file, found.too_deep)
        raise UserError(*(_given_twice(key, file, line, first) for key, line, first in found.twice))
    return Document(file, value, lambda: _JsonLines(text).lines)


def _check_size(value: Value, file: str, text: str) -> None:
    layer, depth, count = [value], 0, 1
    while layer:
        if depth > DEEPEST:
            raise _too_deep(file, _JsonLines(text).too_deep)
        if count > MOST_VALUES:
            raise unusable(f"it holds more than {MOST_VALUES} values", file, "Make it smaller.")
        layer = [
            child
            for parent in layer
            if isinstance(parent, (dict, list))
            for child in (parent.values() if isinstance(parent, dict) else parent)
        ]
        depth += 1
        count += len(layer)


def _too_deep(file: str, line: int | None) -> UserError:
    return unusable("it is nested too deeply", Place(file, line), f"Use at most {DEEPEST} levels.")


def _given_twice(key: str, file: str, line: int, first: int) -> Problem:
    earlier = f" (first on line {first})" if first != line else ""
    what = f'the key "{key}" is given twice{earlier}'
    return Problem("duplicate-key", what, Place(file, line), "Keep one of the two.")


class _JsonLines:
    """Where the values of a sound JSON text stand, which keys it gives twice, and where it gets too deep."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {}
        self.twice: list[tuple[str, int, int]] = []
        self.too_deep: int | None = None
        line = 1
        paths: list[Path] = []
        keys: list[str | int | None] = []
        for found in re.finditer(_JSON_PART, text):
            part, key = found.group(), keys[-1] if keys else None
            if part == "\n":
                line += 1
            elif part == ",":
                keys[-1] = key + 1 if isinstance(key, int) else None
            elif part in "]}":
                paths.pop()
                keys.pop()
            elif keys and key is None:
                keys[-1] = str(json.loads(part))
            else:
                path = self._add((*paths[-1], key) if key is not None else (), line)
                if part in "[{":
                    paths.append(path)
                    keys.append(0 if part == "[" else None)
                if len(paths) > DEEPEST:
                    self.too_deep = line
                    break

    def _add(self, path: Path, line: int) -> Path:
        if path in self.lines:
            if len(self.twice) < MOST_TWICE:
                self.twice.append((str(path[-1]), line, self.lines[path]))
            path = (*path, line, len(self.lines))  # what stands in it is not given twice
        self.lines[path] = line
        return path


class _Container:
    """A list or mapping that is being filled."""

    __slots__ = ("anchor", "key", "path", "start", "value")

    def __init__(self, value: Value, path: Path, anchor: str | None, start: int) -> None:
        self.value = value
        self.path = path
        self.anchor = anchor
        self.start = start
        self.key: Value = _NO_KEY


_NO_KEY = object()


def _parse_yaml(text: str, file: str) -> Document:
    # YAML 1.1 ends a line at three more characters, which editors do not count as lines; as blanks they do no harm.
    for line_end in _BREAKS:
        text = text.replace(line_end, " ")
    if (odd := _unreadable(text)) is not None:
        where = Place(file, text.count("\n", 0, odd) + 1)
        raise unusable(
            "it is not valid YAML: control characters are not allowed", where, "Remove the control character."
        )
    try:
        return _YamlBuilder(file).build(text)
    except yaml.YAMLError as error:
        lines = text.splitlines()
        mark, start = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
        if "nesting depth" in str(getattr(error, "problem", "")):  # newer libyaml has a limit of its own
            raise _too_deep(file, mark.line + 1 if mark else None) from error
        if start and (mark is None or mark.line >= len(lines)):
            mark = start  # what begins there is never closed
        what = getattr(error, "problem", None) or "it cannot be read"
        hint = "Check the line and the one above: indentation, quotes, colons."
        if mark and "\t" in "".join(lines[mark.line : mark.line + 1]):
            hint = "YAML wants spaces, not tabs, at the start of a line."
        raise unusable(f"it is not valid YAML: {what}", Place(file, mark.line + 1 if mark else None), hint) from error


def _unreadable(text: str) -> int | None:
    """Where the first character stands that YAML does not allow; none where all are fine.

    Nearly every text is found fine by the first line; the pattern, which is slow to compile, is for the rest.
    """
    if text.replace("\n", "").replace("\t", "").replace("\r", "").isprintable():
        return None
    found = re.search("[^\t\n\r -~\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    return found.start() if found else None


class _YamlBuilder:
    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[Path, int] = {}
        self.problems: list[Problem] = []
        self.stack: list[_Container] = []
        self.anchors: dict[str, tuple[Value, int]] = {}
        self.count = 0
        self.root: Value = None
        self.documents = 0

    def build(self, text: str) -> Document:
        loader = _Loader(text)
        try:
            while loader.check_event():
                self.take(loader.get_event())
        finally:
            loader.dispose()
        if self.problems:
            raise UserError(*self.problems)
        return Document(self.file, self.root, self.lines)

    def take(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.ScalarEvent):
            self.add(_scalar(event), line, event.anchor, 1)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self.open({} if isinstance(event, yaml.MappingStartEvent) else [], line, event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            done = self.stack.pop()
            if done.anchor:
                self.anchors[done.anchor] = (done.value, self.count - done.start)
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in self.anchors:
                raise unusable(
                    f'the alias "*{event.anchor}" stands inside or before what it names',
                    Place(self.file, line),
                    "Write the value out.",
                )
            value, weight = self.anchors[event.anchor]
            self.add(value, line, None, weight)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise unusable("it holds more than one document", Place(self.file, line), 'Remove the line "---".')

    def open(self, value: Value, line: int, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if len(self.stack) >= DEEPEST:
            raise _too_deep(self.file, line)
        if self.stack and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is _NO_KEY:
            raise unusable("a key must be a word, not a list or mapping", Place(self.file, line), "Put it in quotes.")
        start = self.count
        path = self.add(value, line, None, 1)
        self.stack.append(_Container(value, path, event.anchor, start))

    def add(self, value: Value, line: int, anchor: str | None, weight: int) -> Path:
        self.count += weight
        if self.count > MOST_VALUES:
            raise unusable(
                f"it holds more than {MOST_VALUES} values, counting aliases", Place(self.file, line), "Make it smaller."
            )
        if anchor:
            self.anchors[anchor] = (value, weight)
        if not self.stack:
            self.root = value
            self.lines[()] = line
            return ()
        parent = self.stack[-1]
        if isinstance(parent.value, list):
            path: Path = (*parent.path, len(parent.value))
            parent.value.append(value)
        elif parent.key is _NO_KEY:
            parent.key = self.key(value, line)
            return parent.path
        else:
            path = (*parent.path, parent.key)
            if parent.key in parent.value and len(self.problems) < MOST_TWICE:
                self.problems.append(_given_twice(parent.key, self.file, line, self.lines[path]))
            parent.value[parent.key] = value
            parent.key = _NO_KEY
        self.lines[path] = line
        return path

    def key(self, value: Value, line: int) -> str:
        if isinstance(value, bool) or value is None:
            raise unusable("a key must be a word", Place(self.file, line), "Put it in quotes.")
        if isinstance(value, (dict, list)):
            raise unusable("a key must be a word, not a list or mapping", Place(self.file, line), "Put it in quotes.")
        return str(value)


def _scalar(event: yaml.ScalarEvent) -> Value:
    text: str = event.value
    if not event.implicit[0]:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "0123456789.+-" and len(text) <= 40 and NUMBER.fullmatch(text):
        plain = text.replace("_", "")
        try:
            return int(plain)
        except ValueError:
            number = float(plain)
            return number if abs(number) < 1e300 else text
    return text
