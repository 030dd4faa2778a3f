"""The names of all skills as one tree of words, so that a text is read once however many names there are.

A node maps the next word to the node after it. Under ``END`` stand the names that end there, under ``BETWEEN`` what
follows a few words that may be any. A name with cautions has the number of its guards, which stand beside the tree.
All of it is plain data: the tree of the shipped catalogue is made when the package is built and stored beside it, long
branches apart, so that of a node only that is read which a text meets; that of another catalogue is made when its terms
are first looked for.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from pmgap.catalogue.skills import Caution, Skill
from pmgap.catalogue.words import BREAK, Folding, all_words, place_of

END = ""
BETWEEN = "..."

Kind = Literal["alias", "tool"]
Node = dict[str, Any]
Leaf = int | list[Any]
"""A name: the place of its skill, how it is written, its kind, the number of its guards. What the usual case tells is
left out."""
Phrases = dict[str, list[Any]]
"""Phrases, each under the word of it that tells first whether it can be there."""
Guard = list[Any]
"""A caution as it is held against a line: phrases that hold the name, with its place in them, under the word that they
have before or else behind it; phrases that stand near it, and phrases of which one must, under their first words; and
phrases that lead up to it over a few words ("partner with ... product marketing")."""

_HYPHENED = r"(?<=\w)-(?=\w)"


LONG = 60
"""Characters from which a branch of a node after a first word is stored apart."""


class TermTree(NamedTuple):
    """The names of some skills. Where they were stored, nodes and parts are JSON until they are met."""

    vocabulary: Callable[[], frozenset[str]]
    """Gives the words of the names."""
    nodes: dict[str, Any]
    """First word to the node after it; in place of a long branch of that may stand the number of a part."""
    need_another: frozenset[str]
    """First words that are no name unless a certain word follows."""
    parts: list[Any]
    """What is told by its number: the guards of a name, a branch."""

    def part(self, number: int) -> Any:
        """A part by its number."""
        found = self.parts[number]
        if isinstance(found, bytes):
            found = self.parts[number] = json.loads(found)
        return found


def term_tree(skills: Iterable[Skill]) -> TermTree:
    """The tree of some skills."""
    skills = tuple(skills)
    known = vocabulary(skills)
    fold = Folding(lambda: known)
    nodes: Node = {}
    numbers: dict[str, int] = {}
    for index, skill in enumerate(skills):
        cautions = [(it, "".join(fold.words(it.term))) for it in skill.cautions]
        for name, kind in _names(skill):
            close = [it for it in cautions if it[0].term[:3].casefold() == name[:3].casefold()]
            for text in _written(name):
                path = path_of(text, fold)
                node = nodes
                for word in path:
                    node = node.setdefault(word, {})
                guards = [_guard(it, path, fold) for it, term in close if term == "".join(path)]
                number = numbers.setdefault(_json(guards), len(numbers)) if guards else None
                node.setdefault(END, []).append(_leaf(index, name, kind, number, path))
    need_another = frozenset(first for first, node in nodes.items() if END not in node and BETWEEN not in node)
    return TermTree(lambda: known, nodes, need_another, list(map(json.loads, numbers)))


def _guard(caution: Caution, term: list[str], fold: Folding) -> Guard:
    around: Phrases = {}
    beside: list[list[str]] = []
    for phrase in caution.unless:
        if BETWEEN not in phrase and (words := fold.words(phrase)):
            at = place_of(term, words)
            if at is None or words == term:
                beside.append(words)
            else:
                around.setdefault(words[at - 1] if at else words[len(term)], []).append([words, at])
    needs = [words for word in caution.needs if (words := fold.words(word))]
    reaching = [[fold.words(part) for part in phrase.split(BETWEEN)] for phrase in caution.unless if BETWEEN in phrase]
    return [around, _by_first(beside), _by_first(needs), reaching]


def _by_first(phrases: Iterable[list[str]]) -> Phrases:
    found: Phrases = {}
    for phrase in phrases:
        found.setdefault(phrase[0], []).append(phrase)
    return found


def _leaf(skill: int, written: str, kind: Kind, guards: int | None, path: list[str]) -> Leaf:
    """A name in short."""
    if guards is not None:
        return [skill, written, kind, guards]
    if kind != "alias":
        return [skill, written, kind]
    return skill if written == " ".join(path) and BETWEEN not in path else [skill, written]


def name_of(leaf: Leaf, words: Sequence[str]) -> tuple[int, str, Kind, int | None]:
    """The place of the skill, the name, its kind and the number of its guards, of a leaf whose words were read in a text."""
    if isinstance(leaf, int):
        return leaf, " ".join(words), "alias", None
    return leaf[0], leaf[1], leaf[2] if len(leaf) > 2 else "alias", leaf[3] if len(leaf) > 3 else None


def path_of(text: str, fold: Folding) -> list[str]:
    """The way through the tree to a name."""
    path: list[str] = []
    for part in text.split(BETWEEN):
        if path:
            path.append(BETWEEN)
        path.extend(it for it in fold.words(part) if it != BREAK)
    return path


def vocabulary(skills: Iterable[Skill]) -> frozenset[str]:
    """The words of the names of skills."""
    return all_words(name for skill in skills for name in (*skill.aliases, *skill.tools))


def _names(skill: Skill) -> Iterator[tuple[str, Kind]]:
    aliases = dict.fromkeys((skill.name.casefold(), *skill.aliases))
    for alias in aliases:
        yield alias, "alias"
    for tool in dict.fromkeys(skill.tools):
        if tool not in aliases:
            yield tool, "tool"


def _written(name: str) -> Iterator[str]:
    """A name as it stands and with its hyphens closed up; none if it does not begin with a word."""
    if name[:1].isalnum():
        yield name
        if "-" in name:
            yield re.sub(_HYPHENED, "", name)


def tree_text(skills: Iterable[Skill]) -> str:
    """The tree of some skills as lines: the vocabulary, the first words, those that need another; nodes, and parts."""
    tree = term_tree(skills)
    parts = list(map(_json, tree.parts))
    nodes = [
        _json({word: _stored(word, branch, parts) for word, branch in node.items()}) for node in tree.nodes.values()
    ]
    words = (sorted(tree.vocabulary()), tree.nodes, sorted(tree.need_another))
    return "\n".join((*map("\t".join, words), *nodes, *parts))


def _stored(word: str, branch: Any, parts: list[str]) -> Any:
    """What stands for a branch of a node after a first word."""
    text = _json(branch)
    if word in (END, BETWEEN) or len(text) < LONG:
        return branch
    parts.append(text)
    return len(parts) - 1


def tree_of_text(text: bytes) -> TermTree:
    """The tree that stands in such lines."""
    words, firsts, need_another, *parts = text.split(b"\n")
    known = firsts.decode().split()
    return TermTree(
        vocabulary=lambda: frozenset(words.decode().split()),
        nodes=dict(zip(known, parts, strict=False)),
        need_another=frozenset(need_another.decode().split()),
        parts=parts[len(known) :],
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
