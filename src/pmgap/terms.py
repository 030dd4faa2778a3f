"""Finding the words of a catalogue in somebody's text: which skill is named where, in a CV or a job posting.

The names of all skills are kept in one tree of words (see ``catalogue.term_tree``), and the text is folded as they are
(``catalogue.words``): case, hyphens and slashes, spelling, possessives, the forms of common words. An alias matches
whole words only; ``...`` stands for a few words of one sentence. Its cautions and plain negations are heeded.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from pmgap.catalogue import Catalogue, Skill
from pmgap.catalogue.compiled import stored_terms
from pmgap.catalogue.term_tree import (
    BETWEEN,
    END,
    Guard,
    Kind,
    Leaf,
    Node,
    Phrases,
    name_of,
    term_tree,
    tree_of_text,
)
from pmgap.catalogue.words import BREAK, PAUSE, Folding, place_of

MOST_BETWEEN = 5
"""The most words that ``...`` in an alias stands for."""

NEARBY = 30
"""How many words before and after a term count as its line, for lines that hold a whole page."""


class TermHit(NamedTuple):
    """One place where a text names a skill."""

    skill: str
    """Id of the skill."""
    term: str
    """The words that name it, as they stand in the text."""
    line: int
    """Number of the line, from 1."""
    text: str
    """The whole line."""
    alias: str
    """The alias or tool of the catalogue that was found."""
    kind: Kind
    """Whether it is a name of the skill or a tool that hints at it."""
    start: int
    """Where the term begins in the line."""
    end: int
    """Where it ends in the line."""


class Line(NamedTuple):
    """A line with its words."""

    text: str
    """As it stands."""
    words: list[str]
    """Its words in the form in which they are compared."""
    tokens: list[str]
    """What stands there for each word."""
    held: frozenset[str]
    """The words, each once."""


_Found = tuple[int, int, Leaf]
"""Where a name begins and ends, and which it is."""


class Terms:
    """The names of all skills of a catalogue, ready to be looked for."""

    def __init__(self, skills: Iterable[Skill], stored: bytes | None = None) -> None:
        """``stored`` is their tree as text, if it was made before."""
        self._skills = tuple(skills)
        self._tree = term_tree(self._skills) if stored is None else tree_of_text(stored)
        self._fold = Folding(self._tree.vocabulary)

    def line(self, text: str) -> Line:
        """A line, ready to be looked at."""
        words, tokens = self._fold.words_and_tokens(text)
        return Line(text, words, tokens, frozenset(words))

    def find(self, lines: Iterable[str]) -> Iterator[TermHit]:
        """Every place in some lines where a skill is named, in reading order; of nested terms only the longest."""
        for number, text in enumerate(lines, 1):
            yield from self.find_in(self.line(text), number)

    def find_in(self, line: Line, number: int) -> Iterator[TermHit]:
        """The same for one line with its number."""
        text, words, tokens, held = line
        found = self._found(words, held)
        if not found:
            return
        starts = starts_of(text, tokens[: max(map(_end, found))])
        deniable = not _SIGNS_OF_DENIAL.isdisjoint(held)
        last: dict[int, int] = {}
        for start, end, leaf in found:
            skill = leaf if isinstance(leaf, int) else leaf[0]
            if skill in last and last[skill] >= end:
                continue
            _, name, kind, guards = name_of(leaf, words[start:end])
            if guards is not None and _is_cancelled(self._tree.part(guards), words, held, start, end):
                continue
            if deniable and is_denied(words, tokens, start, end):
                continue
            last[skill] = end
            at, until = starts[start], starts[end - 1] + len(tokens[end - 1])
            yield TermHit(self._skills[skill].id, text[at:until], number, text, name, kind, at, until)

    def _found(self, words: Sequence[str], held: frozenset[str]) -> list[_Found]:
        """Where some words hold a name, by where it begins, the longest first. ``held`` are the same words."""
        found: list[_Found] = []
        nodes, need_another = self._tree.nodes, self._tree.need_another
        row = [*words, _NO_WORD]
        start = -1
        for first, following, held_as in zip(words, row[1:], map(nodes.get, words), strict=True):
            start += 1
            if held_as is None:
                continue
            node = held_as
            if held_as.__class__ is bytes:
                node = nodes[first] = json.loads(held_as)
            if following not in node:
                if first in need_another:
                    continue
                if BETWEEN not in node or node[BETWEEN].keys().isdisjoint(held):
                    for leaf in node.get(END, ()):
                        found.append((start, start + 1, leaf))  # noqa: PERF401 - mostly there is one
                    continue
            elif node[following].__class__ is int:
                node[following] = self._tree.part(node[following])
            further = _found_from(node, row, held, start)
            if len(further) > 1:
                further.sort(key=_end, reverse=True)
            found += further
        return found


_NO_WORD = "\n"
"""What follows the last word."""
_end = itemgetter(1)


def _found_from(node: Node, row: Sequence[str], held: frozenset[str], start: int) -> list[_Found]:
    """The names that begin at a place and go on from the node of its word."""
    found: list[_Found] = []
    beyond: list[tuple[Node, int]] = []
    at = start + 1
    while True:
        if END in node:
            for leaf in node[END]:
                found.append((start, at, leaf))  # noqa: PERF401 - mostly there is one
        if BETWEEN in node and not node[BETWEEN].keys().isdisjoint(held):
            beyond += _beyond(node[BETWEEN], row, at)
        word = row[at]
        if word in node:
            node = node[word]
            at += 1
        elif beyond:
            node, at = beyond.pop()
        else:
            return found


def starts_of(text: str, tokens: Sequence[str]) -> list[int]:
    """Where each of the first tokens of a text begins; tokens are all that is no blank or sign without meaning."""
    starts = []
    end = 0
    find = text.find
    for token in tokens:
        start = find(token, end)
        end = start + len(token)
        starts.append(start)
    return starts


def _beyond(node: dict[str, Any], words: Sequence[str], at: int) -> Iterator[tuple[dict[str, Any], int]]:
    """Where an alias may go on after ``...``."""
    passed = 0
    for place in range(at, len(words)):
        word = words[place]
        if word == BREAK:
            return
        if (following := node.get(word)) is not None:
            yield following, place + 1
        if word != PAUSE:
            passed += 1
            if passed > MOST_BETWEEN:
                return


_DENYING = frozenset(("no", "without", "nothing"))
_NOT = frozenset(("not", "don't", "doesn't", "won't", "isn't", "aren't", "needn't", "cannot", "can't"))
_NEEDING = frozenset(
    "need needs require requires required have include includes involve involves expect expected".split()
)
_UNWANTED = frozenset("required needed necessary expected".split())
"""What is not essential or not mandatory is welcome all the same."""
_WELCOME = frozenset(
    "plus preferred desirable desired bonus advantage advantageous helpful beneficial welcome nice asset but".split()
)


_OF_NO_ACCOUNT = frozenset("irrelevant unnecessary unneeded unimportant".split())

_SIGNS_OF_DENIAL = _DENYING | _NOT | _OF_NO_ACCOUNT | {"non", "none"}
"""Words of which one stands wherever something is denied."""


def is_denied(words: Sequence[str], tokens: Sequence[str], start: int, end: int) -> bool:
    """Whether the sentence says that what stands from ``start`` to ``end`` is not asked for.

    ``tokens`` are the words as they stand: what is in brackets beside it is said of something else.
    """
    first = max(0, start - 4)
    ends = (it + 1 for it in range(start - 1, first - 1, -1) if words[it] == BREAK or tokens[it] in (")", "]"))
    before = words[next(ends, first) : start]
    if before[-1:] == ["non"] or (PAUSE not in before[-2:] and any(word in _DENYING for word in before[-2:])):
        return True
    for index, word in enumerate(before):
        if word in _NOT and any(it in _NEEDING for it in before[index + 1 : index + 2]):
            return True
    if list(words[end : end + 2]) in ([BREAK, "none"], [PAUSE, "none"]):
        return True
    after = _after(words, tokens, end)
    if not _OF_NO_ACCOUNT.isdisjoint(after[:4]) and not _NOT.intersection(after[:4]):
        return True
    for index, word in enumerate(after[:-1]):
        if word in _NOT and after[index + 1] in _UNWANTED:
            return not any(it in _WELCOME for it in words[max(0, start - 8) : end + 12])
    return False


MOST_AFTER = 7
"""How many words after a term may deny it."""


def _after(words: Sequence[str], tokens: Sequence[str], end: int) -> list[str]:
    """The words after a place, up to the end of the sentence and without what stands in brackets.

    Brackets that begin with "not" are about the place itself: "Java (not required)".
    """
    after: list[str] = []
    place = end
    while place < len(words) and len(after) < MOST_AFTER and words[place] != BREAK:
        if tokens[place] in _OPENED and words[place + 1 : place + 2] and words[place + 1] not in _NOT:
            closing = _OPENED[tokens[place]]
            place = next((it for it in range(place, len(words)) if tokens[it] == closing), len(words))
        else:
            after.append(words[place])
        place += 1
    return after


_OPENED = {"(": ")", "[": "]"}


def _is_cancelled(guards: Iterable[Guard], words: list[str], held: frozenset[str], start: int, end: int) -> bool:
    """Whether one of the cautions of a term says that it is not meant."""
    for guard in guards:  # noqa: SIM110 - a generator takes longer
        if _cancels(guard, words, held, start, end):
            return True
    return False


def _cancels(guard: Guard, words: list[str], held: frozenset[str], start: int, end: int) -> bool:
    """Whether the words around a place say that the term is not meant. ``held`` are the words of the whole line."""
    around, beside, needs, reaching = guard
    if around:
        for word in (*words[start - 1 : start], *words[end : end + 1]):
            for phrase, at in around.get(word, ()):
                if start >= at and words[start - at : start - at + len(phrase)] == phrase:
                    return True
    for parts in reaching:
        if parts[0][0] in held and _leads_up(parts, words, start):
            return True
    near = slice(max(0, start - NEARBY), end + NEARBY)
    return _holds_any(words, held, near, beside) or (bool(needs) and not _holds_any(words, held, near, needs))


def _holds_any(words: list[str], held: frozenset[str], part: slice, phrases: Phrases) -> bool:
    """Whether one of some phrases stands in a part of some words; ``held`` are all of these."""
    if phrases.keys().isdisjoint(held):
        return False
    near = words[part]
    for first in phrases.keys() & held:
        for phrase in phrases[first]:
            if place_of(phrase, near) is not None:
                return True
    return False


def _leads_up(parts: Sequence[Sequence[str]], words: Sequence[str], place: int) -> bool:
    """Whether all parts but the last stand before a place, in order and each a few words from the next."""
    for part in reversed(parts[:-1]):
        least, passed = place - len(part), 0
        while least >= 0 and passed <= MOST_BETWEEN:
            if list(words[least : least + len(part)]) == list(part):
                break
            between = words[least + len(part) - 1]
            if between == BREAK:
                return False
            passed += between != PAUSE
            least -= 1
        else:
            return False
        place = least
    return True


def terms_of(catalogue: Catalogue) -> Terms:
    """The terms of a catalogue; made once and kept with it."""
    return catalogue.made_once(_terms)


def _terms(catalogue: Catalogue) -> Terms:
    return Terms(catalogue.skills, stored_terms(catalogue))


def find_terms(catalogue: Catalogue, lines: Sequence[str]) -> tuple[TermHit, ...]:
    """Every place in some lines where a skill of the catalogue is named, in reading order."""
    return tuple(terms_of(catalogue).find(lines))
