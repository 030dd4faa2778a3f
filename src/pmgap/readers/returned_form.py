"""The plain-text form of an invitation, as it comes back from mail programs and word processors.

Every statement is found by its id in round brackets, which stands at the end of its boxes. What is marked counts; what
is unclear is told of with its line and never guessed. Text below the boxes is a note.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pmgap.errors import Place, Problem, unusable
from pmgap.profile import INVITATION_FORMAT, Answer

_NEW_LINE = re.compile("\r\n|\r|\n")
_FORMAT = re.compile(r"pmgap invitation, format (\S+)", re.IGNORECASE)
_QUOTED = re.compile(r"^(?:[ \t]*[>|][ \t]?)+")
_ID = re.compile(r"\(\s*([^()\s]+\.\d\w*)\s*\)")
_BOX = re.compile(r"\[([^\[\]]*)\]\s*(yes|partly|no)\b", re.IGNORECASE)
_WORD = re.compile(r"\b(yes|partly|no)\b", re.IGNORECASE)
_WORD_ALONE = re.compile(r"\W*(yes|partly|no)\W*", re.IGNORECASE)
_WORD_FIRST = re.compile(r"\W*(yes|partly|no)\b", re.IGNORECASE)
_WORD_BOXED = re.compile(r"\[\s*(yes|partly|no)\s*\](?!\s*(?:yes|partly|no)\b)", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*\d+\s*[.)]\s")
_HEADING = re.compile(r"\s*==+\s*\S.*")
_END = re.compile(r"=+\s*end\b.*", re.IGNORECASE)
_SIGNATURE = re.compile(r"--\s*")
_FIELD = re.compile(r"\s*(about|role|your name)\s*:(.*)", re.IGNORECASE)
_OWN_NAME = re.compile(r"your name\s*:", re.IGNORECASE)

_PLAIN = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | dict.fromkeys("\u2018\u2019\u201a\u201b", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f", '"')
    | dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t", " ")
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe0e\ufe0f", "")
    | dict.fromkeys("\uff3b\u3010\u27e6", "[")
    | dict.fromkeys("\uff3d\u3011\u27e7", "]")
    | dict.fromkeys("\u2610\u25a1\u25fb\u2b1c\u25a2", "[ ]")
    | dict.fromkeys("\u2611\u2612\u2705\u25a0\u25fc\U0001f5f9\U0001f5f5\U0001f5f7", "[x]")
    | dict.fromkeys("\v\f\x85\u2028\u2029", " ")
    | {"\uff1a": ":"}
)
"""What mail programs and word processors put in place of plain characters."""

_MARKS = frozenset("x xx xxx × ✓ ✔ ✕ ✖ ✗ ✘ * + v y yes ok".split())
_NO_MARKS = frozenset(("", "_", "__", "___", ".", "..", "..."))


LONGEST_NOTE = 2000
"""Characters of a note that are kept."""


class Form(NamedTuple):
    """What was understood of a form."""

    about: str | None
    role: str | None
    by: str | None
    answers: dict[str, Answer]
    """Statement id to answer; none where no box is marked."""
    notes: dict[str, str]
    """Statement id to what stands below its boxes."""
    problems: tuple[Problem, ...]
    """What was not understood, with its line."""


class _Line(NamedTuple):
    number: int
    plain: str
    """With plain characters and without marks of quoting, to be understood."""
    kept: str
    """As written, without marks of quoting, to be kept."""


class _Said(NamedTuple):
    answer: Answer
    note: str
    problem: Problem | None
    line: int


def is_form(text: str) -> bool:
    """Whether a text is a form, or what is left of one."""
    plain = text.translate(_PLAIN)
    return bool(_FORMAT.search(plain) or _BOX.search(plain))


def read_form(text: str, path: str) -> Form:
    """What a form says.

    Raises:
        UserError: it is of another format, or nothing is left of it.
    """
    lines = [_line(number, line) for number, line in enumerate(_NEW_LINE.split(text), 1)]
    found = next((found for it in lines if (found := _FORMAT.fullmatch(it.plain))), None)
    version = found[1].rstrip(".,;)") if found else str(INVITATION_FORMAT)
    if version != str(INVITATION_FORMAT):
        what = f"it is written for invitation format {version}, this pmgap reads format {INVITATION_FORMAT}"
        raise unusable(what, path, "Use a newer pmgap.")
    start = next((index for index, it in enumerate(lines, 1) if _OWN_NAME.match(it.plain)), 0)
    body = lines[start:]
    anchors = [index for index, it in enumerate(body) if _ID.search(it.plain)]
    if not anchors:
        raise unusable(
            "no statement is left in it: the words in round brackets are gone",
            path,
            "Ask for it again; they tell which answer belongs to which statement.",
        )
    reader = _Reader(body, anchors, path)
    reader.read()
    fields = _fields(lines[: start + anchors[0]])
    return Form(
        about=fields.get("about"),
        role=fields.get("role"),
        by=fields.get("your name"),
        answers={key: said.answer for key, said in reader.said.items()},
        notes={key: said.note for key, said in reader.said.items() if said.note},
        problems=tuple(sorted(reader.problems, key=lambda it: (it.where.line or 0) if it.where else 0)),
    )


def _line(number: int, line: str) -> _Line:
    plain = line.translate(_PLAIN)
    return _Line(number, _QUOTED.sub("", plain).strip(), _QUOTED.sub("", line).strip())


def _fields(lines: Sequence[_Line]) -> dict[str, str]:
    """The fields at the head; a name may also stand on the line below its field."""
    fields: dict[str, str] = {}
    for index, it in enumerate(lines):
        field = _FIELD.fullmatch(it.plain)
        if field is None:
            continue
        # A name stays as it was typed; the id of a role is made of plain characters.
        value = field[2] if field[1].casefold() == "role" or ":" not in it.kept else it.kept.partition(":")[2]
        following = lines[index + 1] if index + 1 < len(lines) else None
        if not value.strip(" _") and following and not _is_of_the_form(following.plain):
            value = following.kept
        if value.strip(" _"):
            fields.setdefault(field[1].casefold(), " ".join(value.strip(" _").split()))
    return fields


def _is_of_the_form(line: str) -> bool:
    return bool(_HEADING.fullmatch(line) or _NUMBERED.match(line) or _FIELD.fullmatch(line) or _FORMAT.search(line))


class _Reader:
    """Takes a form apart at the ids of its statements."""

    def __init__(self, lines: Sequence[_Line], anchors: Sequence[int], path: str) -> None:
        self.lines = lines
        self.anchors = anchors
        self.path = path
        self.said: dict[str, _Said] = {}
        self.problems: list[Problem] = []

    def read(self) -> None:
        """Go from id to id."""
        before = 0
        for place, anchor in enumerate(self.anchors):
            first = self._first_of_boxes(before, anchor)
            end = self.anchors[place + 1] if place + 1 < len(self.anchors) else len(self.lines)
            below = list(self._below(anchor + 1, end, last=end == len(self.lines)))
            self._take(anchor, self.lines[first : anchor + 1], below)
            before = anchor + 1
        taken = {line for _, line in self._boxes()}
        for it in self.lines:
            if _BOX.search(it.plain) and it.number not in taken and _marks(it.plain):
                self._tell(it.number, "a box is marked, but the words in round brackets are gone", _WHICH)

    def _boxes(self) -> Iterator[tuple[int, int]]:
        before = 0
        for anchor in self.anchors:
            for index in range(self._first_of_boxes(before, anchor), anchor + 1):
                yield anchor, self.lines[index].number
            before = anchor + 1

    def _first_of_boxes(self, before: int, anchor: int) -> int:
        """The first line of the boxes that end with an id: usually the same line, unless lines were broken anew."""
        first = anchor
        while first > before:
            above = self.lines[first - 1].plain
            if not (_BOX.search(above) or _WORD_ALONE.fullmatch(above)):
                break
            first -= 1
        return first

    def _below(self, start: int, end: int, *, last: bool) -> Iterator[_Line]:
        """What stands below the boxes of a statement and belongs to no other."""
        lines = self.lines[start : self._first_of_boxes(start, end) if not last else end]
        heading = next((index for index, it in enumerate(lines) if _HEADING.fullmatch(it.plain)), None)
        if last:
            stop = next((index for index, it in enumerate(lines) if _SIGNATURE.fullmatch(it.kept)), len(lines))
            yield from lines[: min(stop, len(lines) if heading is None else heading)]
            return
        statement = _start_of_statement(lines)
        yield from lines[: statement if heading is None else min(heading, statement)]
        if heading is not None and not _END.fullmatch(lines[heading].plain):
            self._stray(lines[heading + 1 : statement])

    def _stray(self, lines: Sequence[_Line]) -> None:
        """Between a heading and its first statement stands one sentence; what follows it was written there."""
        paragraphs = list(_paragraphs(lines))
        ends = (index for index, it in enumerate(paragraphs) if it[-1].plain.endswith("."))
        for paragraph in paragraphs[next(ends, len(paragraphs)) + 1 :]:
            if not _HEADING.fullmatch(paragraph[0].plain):
                self._tell(paragraph[0].number, "it is not clear what this belongs to", _BELOW)

    def _take(self, anchor: int, boxes: Sequence[_Line], below: Sequence[_Line]) -> None:
        line = self.lines[anchor]
        found = list(_ID.finditer(line.plain))
        key = found[-1][1]
        text = " ".join(_ID.sub(" ", it.plain) for it in boxes)
        said = self._understood(text, line.number, [it for it in below if it.kept])
        if len(said.note) > LONGEST_NOTE:
            self._tell(
                line.number, f"the note to {key} is longer than {LONGEST_NOTE} characters", "The rest is not kept."
            )
            said = said._replace(note=said.note[:LONGEST_NOTE])
        earlier = self.said.get(key)
        if earlier is not None:
            said = self._one_of(key, earlier, said)
        if said.problem is not None and (earlier is None or earlier.problem is None):
            self.problems.append(said.problem)
        self.said[key] = said

    def _one_of(self, key: str, one: _Said, other: _Said) -> _Said:
        """A reply often holds the form twice, filled in and as it came."""
        note = one.note or other.note
        if other.answer is None or one.answer == other.answer:
            return _Said(one.answer, note, one.problem, one.line)
        if one.answer is None:
            return _Said(other.answer, note, other.problem, other.line)
        what = f"{key} is answered {other.answer} here and {one.answer} on line {one.line}"
        return _Said(None, note, self._problem(other.line, what, "Keep one of the two."), other.line)

    def _understood(self, text: str, line: int, below: list[_Line]) -> _Said:
        boxes = [(mark.strip().casefold(), word.casefold()) for mark, word in _BOX.findall(text)]
        strange = [mark for mark, _ in boxes if mark not in _MARKS and mark not in _NO_MARKS]
        marked = [word for mark, word in boxes if mark in _MARKS]
        beside = " ".join(_BOX.sub(" ", text).split())
        if len(boxes) < 2 and not marked and (boxed := _WORD_BOXED.findall(text)):
            marked, beside = [it.casefold() for it in boxed], " ".join(_WORD_BOXED.sub(" ", beside).split())
        if strange:
            return self._unclear(line, f'"{strange[0]}" in a box is neither a mark nor empty', below)
        if len(set(marked)) > 1:
            return self._unclear(line, f"both {marked[0]} and {marked[1]} are marked", below)
        if marked:
            return _Said(_answer(marked[0]), _note(beside, below), None, line)
        if beside.strip(" .,;:-_"):
            return self._beside(beside, line, below, boxes=len(boxes))
        if len(boxes) == 1:
            return _Said(_answer(boxes[0][1]), _note("", below), None, line)
        return self._answered_below(line, below)

    def _beside(self, beside: str, line: int, below: list[_Line], *, boxes: int) -> _Said:
        """No box is marked, but something is written beside them, or in their place."""
        words = [it.casefold() for it in _WORD.findall(beside)]
        if alone := _WORD_ALONE.fullmatch(beside):
            return _Said(_answer(alone[1].casefold()), _note("", below), None, line)
        if not boxes and words == ["yes", "partly", "no"] and not re.sub(r"\b(yes|partly|no)\b|\W", "", beside):
            return self._answered_below(line, below)
        return self._unclear(line, f'"{_short(beside)}" stands beside the boxes, and none is marked', below)

    def _answered_below(self, line: int, below: list[_Line]) -> _Said:
        """No box is marked: a mail may be answered by a word of its own on the line below."""
        if not below:
            return _Said(None, "", None, line)
        first = below[0]
        if alone := _WORD_ALONE.fullmatch(first.plain):
            return _Said(_answer(alone[1].casefold()), _note("", below[1:]), None, line)
        if _WORD_FIRST.match(first.plain):
            return self._unclear(first.number, f'"{_short(first.plain)}" may be an answer, but no box is marked', below)
        return _Said(None, _note("", below), None, line)

    def _unclear(self, line: int, what: str, below: list[_Line]) -> _Said:
        return _Said(None, _note("", below), self._problem(line, what, _MARK), line)

    def _problem(self, line: int, what: str, hint: str) -> Problem:
        return Problem("not-understood", f"not understood: {what}", Place(self.path, line), hint, advice=True)

    def _tell(self, line: int, what: str, hint: str) -> None:
        self.problems.append(self._problem(line, what, hint))


_MARK = "It does not count. Put an x into one box, like [x] yes, and merge the file again."
_WHICH = "They tell which statement an answer belongs to. It does not count."
_BELOW = "Write notes below the boxes of a statement. It is not kept."


def _answer(word: str) -> Answer:
    return "yes" if word == "yes" else "partly" if word == "partly" else "no"


def _marks(text: str) -> bool:
    return any(mark.strip().casefold() in _MARKS for mark, _ in _BOX.findall(text))


def _note(beside: str, below: Iterable[_Line]) -> str:
    return " ".join(part for part in (beside.strip(" .,;:-_"), *(it.kept for it in below)) if part)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:37]}..."


def _start_of_statement(lines: Sequence[_Line]) -> int:
    """Where the statement begins that ends a stretch of lines: at its number, or with its paragraph."""
    numbered = [index for index, it in enumerate(lines) if _NUMBERED.match(it.plain)]
    if numbered:
        return numbered[-1]
    end = len(lines)
    while end and not lines[end - 1].plain:
        end -= 1
    while end and lines[end - 1].plain:
        end -= 1
    return end


def _paragraphs(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    paragraph: list[_Line] = []
    for it in lines:
        if it.plain:
            paragraph.append(it)
        elif paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph
