"""YAML and JSON text to plain values, with the line of every value, and nothing that could hurt.

YAML is read event by event with an explicit stack: depth, size and the weight of aliases are bounded before anything
is built, duplicate keys are found, and scalars mean what people expect (dates stay text, ``010`` is ten, 1:30 is
text; bare yes and no are booleans, which profiles read as answers).
"""

import json
import re
from collections.abc import Mapping
from typing import Any

import yaml

from pmgap.errors import Place, Problem, UserError, unusable

DEEPEST = 30
"""The deepest nesting of lists and mappings. A catalogue needs eight."""

MOST_VALUES = 200_000
"""The most values in a document, counting an alias as often as it is used."""

Value = Any
Path = tuple[str | int, ...]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(r"[-+]?(\d[\d_]*)(\.\d*)?([eE][-+]?\d+)?|[-+]?\.\d+([eE][-+]?\d+)?")
_WORDS: dict[str, Value] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"), True),
    **dict.fromkeys(("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"), False),
}


class Document:
    """A parsed document: its value, and where each part of it stands."""

    def __init__(self, file: str, value: Value, lines: Mapping[Path, int]) -> None:
        self.file = file
        self.value = value
        self.lines = lines

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
    duplicates: list[str] = []

    def pairs(items: list[tuple[str, Value]]) -> dict[str, Value]:
        found = dict(items)
        if len(found) < len(items):
            keys = [key for key, _ in items]
            duplicates.extend(key for key in found if keys.count(key) > 1)
        return found

    try:
        value = json.loads(text, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        if file.endswith(".json"):
            where = Place(file, error.lineno)
            raise unusable(f"it is not valid JSON: {error.msg.lower()}", where, "Check the line and the one above.") from error
        return _parse_yaml(text, file)
    except RecursionError as error:
        raise unusable("it is nested too deeply", file, f"Use at most {DEEPEST} levels.") from error
    except ValueError as error:
        raise unusable("it holds a number with too many digits", file, "Use a shorter number.") from error
    if duplicates:
        raise UserError(*(Problem("duplicate-key", f'the key "{key}" is given twice', Place(file)) for key in duplicates))
    _check_depth(value, file)
    return Document(file, value, {})


def _check_depth(value: Value, file: str) -> None:
    layer, depth = [value], 0
    while layer:
        if depth > DEEPEST:
            raise unusable("it is nested too deeply", file, f"Use at most {DEEPEST} levels.")
        layer = [
            child
            for parent in layer
            if isinstance(parent, (dict, list))
            for child in (parent.values() if isinstance(parent, dict) else parent)
        ]
        depth += 1


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
    try:
        return _YamlBuilder(file).build(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
        hint = "Check the line and the one above: indentation, quotes, colons."
        if mark and text.splitlines()[mark.line : mark.line + 1] and "\t" in text.splitlines()[mark.line]:
            hint = "YAML wants spaces, not tabs, at the start of a line."
        elif "#x" in str(error) or "special characters" in str(error):
            hint = "Remove the control character."
        raise unusable(f"it is not valid YAML: {what}", Place(file, mark.line + 1 if mark else None), hint) from error


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
            raise unusable("it is nested too deeply", Place(self.file, line), f"Use at most {DEEPEST} levels.")
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
            if parent.key in parent.value:
                first = self.lines[path]
                self.problems.append(
                    Problem(
                        "duplicate-key",
                        f'the key "{parent.key}" is given twice (first on line {first})',
                        Place(self.file, line),
                        "Keep one of the two.",
                    )
                )
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
    if text[0] in "0123456789.+-" and len(text) <= 40 and _NUMBER.fullmatch(text):
        plain = text.replace("_", "")
        try:
            return int(plain)
        except ValueError:
            number = float(plain)
            return number if abs(number) < 1e300 else text
    return text
