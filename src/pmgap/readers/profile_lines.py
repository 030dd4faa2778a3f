"""Profiles from lines of JSON, one profile per line, as fast as pydantic checks them.

A line is taken as it is where pydantic accepts it and nothing can be wrong that pydantic does not see. Every other
line goes the way of a profile in a file of its own, ``profile_from``, which accepts it or says what is wrong. So a
line is accepted exactly when that file would be.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from pmgap.errors import Place, Problem, UserError, unusable
from pmgap.profile import FORMAT, Background, Evidence, Profile
from pmgap.readers.documents import MOST_VALUES, parse
from pmgap.readers.files import MOST_BYTES, decode, opened
from pmgap.readers.profile_file import check_levels, profile_from
from pmgap.readers.profile_file import problems as problems_of
from pmgap.readers.validation import validator
from pmgap.record import record

PIECE = 1 << 18
"""Bytes that are read at a time, some hundred lines."""

Lines = tuple[int, list[bytes]]
"""Lines that follow each other, without their ends, and the number of the first."""

_KEY = re.compile(rb'"\s*:')


@record
class _Line(Profile):
    """A profile that tells whether it names its format."""

    pmgap: int = 0
    """Version of the format; 0 where none is given."""


def pieces(path: str) -> Iterator[Lines]:
    """The lines of a file or, for ``-``, of standard input, some at a time, as they come.

    Of a line that is too long only the beginning is handed on, one byte more than is read.

    Raises:
        UserError: it cannot be read, or is in another encoding from the start.
    """
    with opened(path) as stream:
        yield from _cut(stream, path)


def _cut(stream: BinaryIO, path: str) -> Iterator[Lines]:
    read = getattr(stream, "read1", stream.read)  # what is there, without waiting for more
    data: bytes = read(PIECE)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise unusable("it is not UTF-8 text", path, "Save it again with the encoding UTF-8.")
    number, rest, skipping = 1, b"", False
    data = data.removeprefix(b"\xef\xbb\xbf")
    while data:
        lines = (rest + data).split(b"\n")
        rest = lines.pop()
        if skipping and lines:
            lines[0], skipping = b"", False  # the end of a line that was handed on before
        if len(rest) > MOST_BYTES:
            if not skipping:
                lines.append(rest[: MOST_BYTES + 1])
            rest, skipping = b"", True
        if lines:
            yield number, lines
            number += len(lines) - skipping
        data = read(PIECE)
    if rest and not skipping:
        yield number, [rest]


class LineReader:
    """Reads the lines of one file, for levels on a scale that ends at ``top``."""

    def __init__(self, file: str, top: int) -> None:
        self._file = file
        self._top = top
        self._validate: Any = validator(_Line).validate_json

    def read(self, line: bytes, number: int) -> Profile:
        """The profile in a line.

        Raises:
            UserError: it is not a profile; with every problem, and the number of the line.
        """
        try:
            found: _Line = self._validate(line, strict=True)
        except ValueError:
            return self._read_like_a_file(line, number)
        if (
            found.pmgap in (0, FORMAT)
            and len(line) < MOST_VALUES
            and _gives_no_key_twice(line, _keys(found))
            and (not found.levels or max(found.levels.values()) <= self._top)
            and ((not found.levels and not found.background) or not problems_of(found))
        ):
            return found
        return self._read_like_a_file(line, number)

    def _read_like_a_file(self, line: bytes, number: int) -> Profile:
        try:
            if len(line) > MOST_BYTES:
                raise unusable(f"the line is longer than {MOST_BYTES // 1024**2} MiB")
            document = parse(decode(line, ".json"), ".json")
            profile = profile_from(document)
            check_levels(profile, self._top, ".json", document)
        except UserError as error:
            raise UserError(*(self._placed(it, number) for it in error.problems)) from error
        return profile

    def _placed(self, problem: Problem, number: int) -> Problem:
        return problem._replace(where=Place(self._file, number, problem.where.path if problem.where else ""))


def _keys(line: _Line) -> int:
    """How many keys a line has at least: those whose values arrived and are not the ones that a missing key has."""
    count = sum([value is not None for value in vars(line).values()]) - (not line.pmgap)
    count += len(line.answers or ()) + len(line.levels or ())
    if line.background:
        count += _keys_of_background(line.background)
    if line.evidence:
        count += sum(map(_keys_of_evidence, line.evidence))
    for mentions in (line.mentions or {}).values():
        count += 1 + 2 * len(mentions)
    for view in line.views or ():
        count += 1 + (view.answers is not None) + len(view.answers or ())
    return count


def _keys_of_background(background: Background) -> int:
    schooling, work = background.education, background.experience
    count = (schooling is not None) + (work is not None) + (background.certifications is not None)
    for education in schooling or ():
        count += 1 + (education.field is not None)
    for experience in work or ():
        count += 2 + (experience.years_max is not None) + (experience.domain is not None)
    return count


def _keys_of_evidence(it: Evidence) -> int:
    return (it.skill is not None) + bool(it.statements) + bool(it.what) + (it.link is not None) + (it.when is not None)


def _gives_no_key_twice(line: bytes, keys: int) -> bool:
    """Whether a line, which is sound JSON, gives no key twice; it has at least ``keys`` different ones.

    Behind every key stands a colon, so a line with no more colons behind quotes than keys that arrived has none twice.
    """
    return line.count(b":") == keys or len(_KEY.findall(line)) == keys or _has_different_keys(line)


def _has_different_keys(line: bytes) -> bool:
    different = True

    def see(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal different
        mapping = dict(pairs)
        different = different and len(mapping) == len(pairs)
        return mapping

    try:
        value = json.loads(line, object_pairs_hook=see)
    except (ValueError, RecursionError):
        return False
    return different and value.get("pmgap", FORMAT) == FORMAT
