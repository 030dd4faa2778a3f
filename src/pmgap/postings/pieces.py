"""What a text must hold wherever an expression fits in it: pieces of the text, and words by which these are found.

All of it is told by the text of the expression, as far as can be seen there; what cannot be seen is left out.
"""

import re
from collections.abc import Collection, Iterator

from pmgap.postings.tables import ENTRIES, FIELDS, GROUPS, LETTERS, PARTS, PIECES, Written

SHORT = 4
"""Characters of a piece that many texts hold."""

_WORD = re.compile(r"\w+")
_ESCAPE = r"\\(?:x..|u.{4}|U.{8}|N\{[^}]*\}|[0-7]{1,3}|.)"
_SET = r"\[\^?\]?(?:\\.|[^\]\\])*\]"
_OPAQUE = re.compile(rf"{_ESCAPE}|{_SET}")
"""What stands for a character without being one: an escape, a set."""
_NO_STRUCTURE = re.compile(rf"\\[\\()|[\]]|{_SET}")
"""Escapes and sets that may hold a sign of structure."""
_STRUCTURE = re.compile(r"[()|]")
_PLAIN = re.compile(r"(?:\\b)?([\w' /&-]+)(?![?*{|])")
"""What an expression begins with that needs no reading."""
_GROUP = re.compile(r"\([^()]*\)(?:[?*+]|\{[\d,]*\})?")
_ALONE = re.compile(r"\(\?:([^()|]*)\)(?![?*+{])")
"""A group of one, which may be left out."""
_LEFT_OUT = re.compile(r"(?:\((?:\?:)?(?:[^()|]* \|)*[^()|]* \)(?:[?*]|\{[\d,]*\}))+$")
"""Groups that may be left out, and after which a word begins as it does before them: ``(?:very |also )?``."""
_BEFORE_A_WORD = re.compile(r"(?:\\b|\[- \]|\^\\W\*| |\^)$")
_BEHIND_A_WORD = re.compile(r"\\b| (?![?*{])|\$")
_NOT_SURE = re.compile(r".(?:[?*]|\{[\d,]*\})[?+]?|[+^$.]|\0")
"""What may be left out, or is no character."""


def table_text(written: Written) -> str:
    """The table of a list of expressions as it is stored (see ``tables``).

    Raises:
        ValueError: it holds a control character that the table needs for itself.
    """
    if set("".join(written)) & {PARTS, ENTRIES, FIELDS, GROUPS, PIECES}:
        raise ValueError(f"{written!r} holds a control character; write it as an escape")
    entries: list[str] = []
    by_word: dict[str, list[int]] = {"": []}
    by_beginning: dict[str, list[int]] = {"": []}
    text, before, after = written
    for place, expression in enumerate(alternatives(text)):
        must_hold = surely_in(expression)
        begins_with = ("",) if before else one_of_each_begins_with(expression)
        groups = GROUPS.join(map(PIECES.join, one_of_each_surely_in(expression)))
        entries.append(FIELDS.join((f"{before}(?:{expression}){after}", must_hold, PIECES.join(begins_with), groups)))
        for word in words_of_which_one_is_in(expression, before, after) or ("",):
            by_word.setdefault(word, []).append(place)
        for letters in dict.fromkeys(it[: LETTERS if len(it) >= LETTERS else 1] for it in begins_with):
            by_beginning.setdefault(letters, []).append(place)
    return PARTS.join((ENTRIES.join(entries), _told(by_word), _told(by_beginning)))


def _told(places: dict[str, list[int]]) -> str:
    return ENTRIES.join(f"{key}{FIELDS}{' '.join(map(str, held))}" for key, held in places.items())


def alternatives(text: str) -> list[str]:
    """The parts of an expression that | divides, outside of all brackets."""
    readable = _readable(text)
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


def _readable(text: str) -> str:
    """An expression without the signs of structure that are escaped or in sets, everything else in its place."""
    return _NO_STRUCTURE.sub(lambda found: "\0" * len(found.group()), text)


def _outside_of_groups(expression: str) -> str:
    """An expression without escapes, sets and groups, everything else in its place."""
    outside = _OPAQUE.sub(lambda found: "\0" * len(found.group()), expression)
    while (without := _GROUP.sub(lambda found: "\0" * len(found.group()), outside)) != outside:
        outside = without
    return outside


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
    groups = (map(surely_in, alternatives(expression[begin:end])) for begin, end in _groups(expression))
    return tuple(pieces for pieces in map(tuple, groups) if min(map(len, pieces)) > 1)


def one_of_each_begins_with(expression: str) -> tuple[str, ...]:
    """Pieces of which one stands at the beginning wherever such an expression fits there; an empty one if none is seen."""
    plain = None if expression.startswith("\\") else _PLAIN.match(expression)
    if plain is not None:
        return (plain[1],)
    begin, end = next(_groups(expression), (0, 0))
    if begin != len("(?:"):
        return ("",)
    found = tuple(it for choice in alternatives(expression[begin:end]) for it in one_of_each_begins_with(choice))
    return ("",) if "" in found else found


def _groups(expression: str) -> Iterator[tuple[int, int]]:
    """Where that begins and ends which stands in the outermost brackets of an expression that cannot be left out."""
    readable = _readable(expression)
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
                yield begin + 2, found.start()


def words_of_which_one_is_in(expression: str, before: str, after: str) -> Collection[str]:
    """Words, of longer ones how they begin, of which one is in every text in which an expression fits.

    None where that is not seen. They are the longest of those that are seen, as the longest are rare.
    """
    seen = [{_word_in(surely_in(expression), expression, before, after)}]
    for begin, end in _groups(expression):
        ahead, behind = f"{before}{expression[: begin - 3]}", f"{expression[end + 1 :]}{after}"
        choices = alternatives(expression[begin:end])
        seen.append({_word_in(surely_in(it), it, ahead, behind) for it in choices})
    best = max(seen, key=lambda it: (min(map(len, it)), -len(it)))
    return () if "" in best else sorted({word[:LETTERS] for word in best})


def _word_in(piece: str, expression: str, before: str, after: str) -> str:
    """The longest word of a piece of an expression, or as much as is seen of it; nothing where that is too short to tell."""
    outside = _outside_of_groups(expression)
    if not piece or outside.count(piece) != 1:
        return ""
    place = outside.index(piece)
    ahead, behind = expression[:place], expression[place + len(piece) :]
    begins = _BEFORE_A_WORD.search(_LEFT_OUT.sub("", f"{before}{ahead}".removesuffix("(?:"))) is not None
    ends = _BEHIND_A_WORD.match(f"{behind}{after}") is not None
    found = [
        word.group()
        for word in _WORD.finditer(piece)
        if (word.start() or begins) and (word.end() < len(piece) or ends or len(word.group()) >= LETTERS)
    ]
    return max(found, key=len, default="")
