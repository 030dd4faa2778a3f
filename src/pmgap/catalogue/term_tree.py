"""The names of all skills as one tree of words, so that a text is read once however many names there are.

A node maps the next word to the node after it. Under ``END`` stand the names that end there, under ``BETWEEN`` what
follows a few words that may be any. Cautions stand with the names that they are about, their phrases folded. It is
plain data: the tree of the shipped catalogue is made when the package is built and stored beside it; that of another
catalogue when its terms are first looked for.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any, Literal

from pmgap.catalogue.skills import Caution, Skill
from pmgap.catalogue.words import BREAK, Folding, all_words, place_of

END = ""
BETWEEN = "..."

Kind = Literal["alias", "tool"]
Node = dict[str, Any]
Leaf = int | list[Any]
"""A name: the place of its skill, how it is written, its kind, its guards. What the usual case tells is left out."""
Phrases = dict[str, list[Any]]
"""Phrases, each under the word of it that tells first whether it can be there."""
Guard = list[Any]
"""A caution as it is held against a line: phrases that hold the name, with its place in them, under the word that they
have before or else behind it; phrases that stand near it, and phrases of which one must, under their first words; and
phrases that lead up to it over a few words ("partner with ... product marketing")."""

_STARTS_WITH_WORD = re.compile(r"[^\W_]")
_HYPHENED = re.compile(r"(?<=\w)-(?=\w)")


def term_tree(skills: Iterable[Skill]) -> Node:
    """The tree of some skills."""
    skills = tuple(skills)
    known = vocabulary(skills)
    fold = Folding(lambda: known)
    tree: Node = {}
    for index, skill in enumerate(skills):
        cautions = [(it, "".join(fold.words(it.term))) for it in skill.cautions]
        for name, kind in _names(skill):
            close = [it for it in cautions if it[0].term[:3].casefold() == name[:3].casefold()]
            for text in _written(name):
                path = path_of(text, fold)
                node = tree
                for word in path:
                    node = node.setdefault(word, {})
                guards = [_guard(it, path, fold) for it, term in close if term == "".join(path)]
                node.setdefault(END, []).append(_leaf([index, name, kind, guards], path))
    return tree


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


def _leaf(name: list[Any], path: list[str]) -> Leaf:
    """A name in short."""
    skill, written, kind, guards = name
    if guards:
        return name
    if kind != "alias":
        return [skill, written, kind]
    return skill if written == " ".join(path) and BETWEEN not in path else [skill, written]


def name_of(leaf: Leaf, words: Sequence[str]) -> tuple[int, str, Kind, Sequence[Guard]]:
    """The place of the skill, the name, its kind and its guards, of a leaf whose words were read in a text."""
    if isinstance(leaf, int):
        return leaf, " ".join(words), "alias", ()
    return leaf[0], leaf[1], leaf[2] if len(leaf) > 2 else "alias", leaf[3] if len(leaf) > 3 else ()


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
    if _STARTS_WITH_WORD.match(name):
        yield name
        if "-" in name:
            yield _HYPHENED.sub("", name)


def tree_text(skills: Iterable[Skill]) -> str:
    """The vocabulary, the first words and the sizes in bytes of the nodes after them as lines of text.

    Behind these stand the nodes in a row, each as JSON, to be read when it is met.
    """
    skills = tuple(skills)
    tree = term_tree(skills)
    nodes = [json.dumps(node, ensure_ascii=False, separators=(",", ":")) for node in tree.values()]
    sizes = json.dumps([len(node.encode()) for node in nodes])
    return "\n".join(("\t".join(sorted(vocabulary(skills))), "\t".join(tree), sizes, "".join(nodes)))


def tree_of_text(text: bytes) -> tuple[str, dict[str, bytes]]:
    """The vocabulary as a line, and first word to the text of the node after it."""
    words, firsts, sizes, nodes = text.split(b"\n", 3)
    ends = [0, *accumulate(json.loads(sizes))]
    stored = [nodes[start:end] for start, end in pairwise(ends)]
    return words.decode(), dict(zip(firsts.decode().split("\t"), stored, strict=True))
