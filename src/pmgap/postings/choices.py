"""Long lists of expressions of which any will do, compiled one by one when a text may hold them.

To compile one expression of two hundred takes longer than to read a posting, and a posting holds few of them. So
each is compiled by itself, when the longest piece that it must contain is in a text for the first time. What is found
is what the whole would find: the first place where any fits, and there the first that does.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

SHORT = 4
"""Characters of a piece that many texts hold."""

LETTERS = 3
"""Letters that tell how a word begins; a shorter word is told by all of it."""

MOST_KEPT = 256
"""Texts of which it is known how their words begin."""

_BEGINNING = re.compile(r"(\w{1,3})\w*")
_OPAQUE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]")
"""What stands for a character without being one: an escape, a set."""
_NO_STRUCTURE = re.compile(r"\\[\\()|[\]]|\[(?:\\.|[^\]\\])*\]")
"""Escapes and sets that may hold a sign of structure."""
_STRUCTURE = re.compile(r"[()|]")
_PLAIN = re.compile(r"(?:\\b)?([\w' /&-]+)(?![?*{|])")
"""What an expression begins with that needs no reading."""
_GROUP = re.compile(r"\([^()]*\)(?:[?*+]|\{[\d,]*\})?")
_ALONE = re.compile(r"\(\?:([^()|]*)\)(?![?*+{])")
"""A group of one, which may be left out."""
_BEGINS_PLAINLY = re.compile(r"\w(?![?*{|])")
_BEGINS_WITH_A_CHOICE = re.compile(r"\(\?:([^()\[\]\\]*)\)(?![?*{])")
_NOT_SURE = re.compile(r".(?:[?*]|\{[\d,]*\})|[+^$.]|\0")
"""What may be left out, or is no character."""


def holds_any(text: str, pieces: Iterable[str]) -> bool:
    """Whether a text holds one of some pieces."""
    for piece in pieces:  # noqa: SIM110 - a generator takes twice as long, and this is asked of every sentence
        if piece in text:
            return True
    return False


class AnyOf:
    """Expressions with | between, of which any may fit; ``before`` and ``after`` stand around each of them.

    ``one | other`` is any of one or of the other.
    """

    __slots__ = ("_beginnings", "_by_beginning", "_by_word", "_choices", "_others", "_parts")

    def __init__(self, text: str, before: str = "", after: str = "") -> None:
        self._parts: tuple[tuple[str, str, str], ...] = ((text, before, after),)
        self._choices: list[_Choice] | None = None
        self._by_word: dict[str, list[tuple[str, _Choice]]] = {}
        self._beginnings: frozenset[str] = frozenset()
        self._others: list[tuple[str, _Choice]] | None = None
        self._by_beginning: dict[str, list[_Choice]] | None = None

    def __or__(self, other: "AnyOf") -> "AnyOf":
        made = AnyOf("")
        made._parts = (*self._parts, *other._parts)
        return made

    @property
    def whole(self) -> str:
        """All of them as one expression."""
        return "|".join(f"{before}(?:{text}){after}" for text, before, after in self._parts)

    def is_in(self, text: str) -> bool:
        """Whether any fits somewhere."""
        for choice in self._possible(text):  # noqa: SIM110 - a generator takes longer, and mostly there is none
            if choice.expression().search(text):
                return True
        return False

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first place where any fits."""
        return _first(self._possible(text), text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Whether any fits at the beginning."""
        for choice in self._that_may_begin(text[start : start + 1]):
            if (
                choice.must_hold in text
                and choice.may_be_in(text)
                and (found := choice.expression().match(text, start)) is not None
            ):
                return found
        return None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Whether any fits the whole text."""
        for choice in self._that_may_begin(text[:1]):
            if (
                choice.must_hold in text
                and choice.may_be_in(text)
                and (found := choice.expression().fullmatch(text)) is not None
            ):
                return found
        return None

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """Every place where any fits, one after the other."""
        possible = self._possible(text)
        while possible and (found := _first(possible, text, start, len(text))) is not None:
            yield found
            start = max(found.end(), found.start() + 1)

    def _that_may_begin(self, character: str) -> Sequence["_Choice"]:
        """Those that may fit where a text goes on with a character."""
        if self._by_beginning is None:
            begun = [(it.begins_with(), it) for it in self._all()]
            self._by_beginning = {
                letter: [it for own, it in begun if own in ("", letter)] for letter in {"", *(own for own, _ in begun)}
            }
        return self._by_beginning.get(character, self._by_beginning[""])

    def _possible(self, text: str) -> Sequence["_Choice"]:
        """Those that may fit somewhere, as far as is seen at once, in order."""
        if self._others is None:
            self._others = self._sorted()
        found = []
        for must_hold, choice in self._others:
            if must_hold in text:
                found.append(choice)
        if self._by_word and not self._beginnings.isdisjoint(held := beginnings_of(text)):
            for beginning in self._beginnings & held:
                for must_hold, choice in self._by_word[beginning]:
                    if must_hold in text and choice not in found:
                        found.append(choice)
        if not found:
            return found
        found = [it for it in found if it.may_be_in(text)]
        found.sort(key=_place)
        return found

    def _sorted(self) -> list[tuple[str, "_Choice"]]:
        """Sort them by how words begin of which one must be there, and give those of which it cannot be seen."""
        others = []
        for it in self._all():
            beginnings = it.beginnings()
            for beginning in beginnings:
                self._by_word.setdefault(beginning, []).append((it.must_hold, it))
            if not beginnings:
                others.append((it.must_hold, it))
        self._beginnings = frozenset(self._by_word)
        return others

    def _all(self) -> list["_Choice"]:
        if self._choices is None:
            written = [(it, (before, after)) for text, before, after in self._parts for it in alternatives(text)]
            self._choices = [_Choice(place, it, around) for place, (it, around) in enumerate(written)]
        return self._choices


class _Choice:
    """One of them."""

    __slots__ = ("_around", "_compiled", "_of_each", "_text", "must_hold", "place")

    def __init__(self, place: int, text: str, around: tuple[str, str]) -> None:
        self.place = place
        self.must_hold = surely_in(text)
        self._text = text
        self._around = around
        self._of_each: tuple[tuple[str, ...], ...] | None = None
        self._compiled: re.Pattern[str] | None = None

    def begins_with(self) -> str:
        """The character that it begins with, if that is sure."""
        return "" if self._around[0] or not _BEGINS_PLAINLY.match(self._text) else self._text[0]

    def beginnings(self) -> Collection[str]:
        """How words begin of which one must be there; nothing where that cannot be seen at once."""
        beginning = self._beginning_of_what_must_hold()
        if beginning:
            return (beginning,)
        bare = self._text.removeprefix(r"\b")
        at_a_word = bare != self._text or self._around[0].endswith(r"\b")
        group = _BEGINS_WITH_A_CHOICE.match(bare) if at_a_word else None
        if group is None:
            return ()
        found = {_beginning_of(it) for it in group[1].split("|")}
        return () if "" in found else found

    def _beginning_of_what_must_hold(self) -> str:
        """How a word begins that must be there; nothing where that cannot be seen at once."""
        bare = self.must_hold.lstrip(" '&/-")
        found = _BEGINNING.match(bare)
        if found is None or (len(bare) < LETTERS and found[1] == bare):
            return ""
        before, _, after = self._text.partition(self.must_hold)
        if self.must_hold in after:
            return ""
        begins = bare != self.must_hold or (self._around[0] + before).removesuffix("(?:").endswith((r"\b", "[- ]"))
        return found[1] if begins else ""

    def may_be_in(self, text: str) -> bool:
        """Whether a text that holds what must be there holds one of each of the further pieces as well."""
        if self._of_each is None:
            self._of_each = one_of_each_surely_in(self._text) if "(" in self._text else ()
        for pieces in self._of_each:  # noqa: SIM110 - a generator takes longer
            if not holds_any(text, pieces):
                return False
        return True

    def expression(self) -> re.Pattern[str]:
        """The regular expression, compiled when it is first asked for."""
        if self._compiled is None:
            before, after = self._around
            self._compiled = re.compile(f"{before}(?:{self._text}){after}")
        return self._compiled


_place = attrgetter("place")


def _beginning_of(expression: str) -> str:
    """How the word begins that an expression begins with; nothing where that cannot be seen at once."""
    plain = _PLAIN.match(expression)
    found = _BEGINNING.match(plain[1]) if plain else None
    return "" if found is None or (len(found[1]) < LETTERS and found[1] == found.string) else found[1]


def _first(choices: Iterable[_Choice], text: str, start: int, end: int) -> re.Match[str] | None:
    """The first place where any of some choices fits, and there the first of them."""
    best: re.Match[str] | None = None
    for choice in choices:
        found = choice.expression().search(text, start, end)
        if found is not None and (best is None or found.start() < best.start()):
            best = found
    return best


@lru_cache(maxsize=MOST_KEPT)
def beginnings_of(text: str) -> frozenset[str]:
    """How the words of a text begin."""
    return frozenset(_BEGINNING.findall(text))


def alternatives(text: str) -> list[str]:
    """The parts of an expression that | divides, outside of all brackets."""
    readable = text
    if "\\" in text or "[" in text:
        readable = _NO_STRUCTURE.sub(lambda found: "\0" * len(found.group()), text)
    parts = []
    begin = end = depth = 0
    for piece in readable.split("|"):
        end += len(piece)
        if depth or "(" in piece:
            depth += piece.count("(") - piece.count(")")
        if not depth:
            parts.append(text[begin:end])
            begin = end + 1
        end += 1
    return parts


def surely_in(expression: str) -> str:
    """A piece of text, as long as can be seen, that stands wherever an expression without | outside of brackets fits."""
    first = _PLAIN.match(expression)
    if first is not None and len(first[1]) >= SHORT:
        return first[1]
    readable = _OPAQUE.sub("\0", expression)
    while "(" in readable:
        readable = _GROUP.sub("\0", _ALONE.sub(r"\1", readable) if "(?:" in readable else readable)
    return max(_NOT_SURE.split(readable), key=len)


def one_of_each_surely_in(expression: str) -> tuple[tuple[str, ...], ...]:
    """Pieces of each of which one stands wherever such an expression fits, as far as is seen at once."""
    groups = (map(surely_in, alternatives(group)) for group in _groups(_OPAQUE.sub("\0", expression)))
    return tuple(pieces for pieces in map(tuple, groups) if min(map(len, pieces)) > 1)


def _groups(readable: str) -> Iterator[str]:
    """What stands in the outermost brackets of an expression that cannot be left out."""
    begin = depth = 0
    for found in _STRUCTURE.finditer(readable):
        if found.group() == "(":
            begin = begin if depth else found.end()
            depth += 1
        elif found.group() == ")":
            depth -= 1
            if (
                not depth
                and readable.startswith("?:", begin)
                and readable[found.end() : found.end() + 1] not in ("?", "*", "{")
            ):
                yield readable[begin + 2 : found.start()]
