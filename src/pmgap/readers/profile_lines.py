"""Profiles from lines of JSON, one profile per line, as fast as pydantic checks them.

A line is taken as it is where pydantic accepts it and nothing can be wrong that pydantic does not see. Every other
line goes the way of a profile in a file of its own, ``profile_from``, which accepts it or says what is wrong. So a
line is accepted exactly when that file would be.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from pmgap.crowd import Flat, Held, experiences
from pmgap.errors import Place, Problem, UserError, unusable
from pmgap.known import Known
from pmgap.profile import FORMAT, Background, Profile
from pmgap.readers.documents import MOST_VALUES, parse
from pmgap.readers.files import MOST_BYTES, decode, opened
from pmgap.readers.profile_file import check_levels, profile_from
from pmgap.readers.profile_file import problems as problems_of
from pmgap.readers.validation import dict_validator, validator

PIECE = 1 << 18
"""Bytes that are read at a time, about a hundred lines: what is made of them stays in the fast caches of a core."""

Lines = tuple[int, bytes]
"""The number of a line, and the text of it and those that follow."""

_KEY = re.compile(rb'"\s*:')


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
    data = data.removeprefix(b"\xef\xbb\xbf") or read(PIECE)
    number, rest, skipping = 1, b"", False
    while data:
        whole = b""
        if end := data.rfind(b"\n") + 1:
            start = data.find(b"\n") if skipping else 0  # behind the end of a line that was handed on before
            whole, rest, skipping = b"".join((rest, memoryview(data)[start:end])), data[end:], False
        elif not skipping:
            rest += data
        if len(rest) > MOST_BYTES:
            whole, rest, skipping = whole + rest[: MOST_BYTES + 1], b"", True
        if whole:
            yield number, whole
            number += whole.count(b"\n")
        data = read(PIECE)
    if rest:
        yield number, rest


def numbered(lines: Lines) -> Iterator[tuple[int, bytes]]:
    """Line after line with its number; it may have its end."""
    return enumerate(BytesIO(lines[1]), lines[0])


class LineReader:
    """Reads the lines of one file, for levels on a scale that ends at ``top``."""

    def __init__(self, file: str, top: int) -> None:
        self._file = file
        self._scale = frozenset(range(top + 1))
        self._top = top
        self._validate: Any = dict_validator(Profile).validate_json
        self._make: Any = validator(Profile).validate_json
        self._can_be = Known(_can_be)

    def read(self, line: bytes, number: int) -> Profile:
        """The profile in a line.

        Raises:
            UserError: it is not a profile; with every problem, and the number of the line.
        """
        if self.told(line) is None:
            return self.read_like_a_file(line, number)
        profile: Profile = self._make(line, strict=True)
        return profile

    def told(self, line: bytes) -> tuple[dict[str, Any], Held] | None:
        """What a line holds; none where it must be read like a file, which finds out whether anything is wrong."""
        try:
            told: dict[str, Any] = self._validate(line, strict=True)
        except ValueError:
            return None
        held = self.sound(line, told, len(told.get("answers") or ()))
        return (told, held) if held else None

    def sound(self, line: bytes, told: dict[str, Any], answers: int) -> Held | None:
        """What gates look at in a line that pydantic accepts; none if there can be something wrong with it.

        Behind every key stands a colon. So a line with no more colons, or no more of them behind quotes, than it has
        different keys gives no key twice. It has so many keys among its ``answers``.
        """
        keys = answers + len(told)
        schooling: Flat = ()
        work: Flat = ()
        certificates: tuple[str, ...] = ()
        if background := told.get("background"):
            keys += len(background)
            for education in background.get("education") or ():
                keys += len(education)
                schooling += education["level"], education.get("field")
            for experience in background.get("experience") or ():
                keys += len(experience)
                work += experience["kind"], experience["years"], experience.get("years_max")
            certificates = background.get("certifications") or ()
        if levels := told.get("levels"):
            keys += len(levels)
            if not self._scale.issuperset(levels.values()):
                return None
        for evidence in told.get("evidence") or ():
            keys += len(evidence)
        if told.get("mentions") or told.get("imported") or told.get("views"):
            keys += _rare_keys(told)
        if line.count(b":") != keys and len(_KEY.findall(line)) != keys:
            return None
        if told.get("pmgap", FORMAT) != FORMAT or len(line) >= MOST_VALUES or not self._can_be[work]:
            return None
        return schooling, work, certificates

    def read_like_a_file(self, line: bytes, number: int) -> Profile:
        """The profile in a line, read slowly.

        Raises:
            UserError: as for ``read``.
        """
        try:
            line = line.removesuffix(b"\n")
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


def _can_be(work: Flat) -> bool:
    """Whether years of work can be right."""
    return not problems_of(Profile(background=Background(experience=tuple(experiences(work)))))


def _rare_keys(told: dict[str, Any]) -> int:
    """How many keys there are in those parts of a line that few have."""
    mentions = (told.get("mentions") or {}).values()
    count = len(mentions) + sum(len(mention) for lines in mentions for mention in lines)
    for entry in told.get("imported") or ():
        count += len(entry) + sum(map(len, entry.get("lines") or ()))
    for view in told.get("views") or ():
        count += len(view) + len(view.get("answers") or ()) + len(view.get("notes") or ())
    return count
