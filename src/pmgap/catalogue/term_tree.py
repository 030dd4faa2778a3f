"""The names of all skills as one tree of words, so that a text is read once however many names there are.

A node maps the next word to the node after it. Under ``END`` stand the names that end there, under ``BETWEEN`` what
follows a few words that may be any. The tree of the shipped catalogue is made when the package is built and stored
beside it; that of another catalogue when its terms are first looked for.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from pmgap.catalogue.skills import Skill
from pmgap.catalogue.words import BREAK, Folding, all_words
from pmgap.record import Record, record

END = ""
BETWEEN = "..."

Kind = Literal["alias", "tool"]
Node = dict[str, Any]
Leaf = int | list[Any]
"""A name in short: the place of its skill, and what its path does not tell: how it is written, its kind, its text."""

_STARTS_WITH_WORD = re.compile(r"[^\W_]")
_HYPHENED = re.compile(r"(?<=\w)-(?=\w)")


@record
class Name(Record):
    """A name of a skill, as it stands in the tree."""

    skill: int
    """Place of the skill in the catalogue."""
    name: str
    """How the catalogue writes it."""
    kind: Kind
    """Whether it is an alias or a tool."""
    text: str
    """How it is read: with or without its hyphens."""


def term_tree(skills: Iterable[Skill]) -> Node:
    """The tree of some skills."""
    skills = tuple(skills)
    known = vocabulary(skills)
    fold = Folding(lambda: known)
    tree: Node = {}
    for index, skill in enumerate(skills):
        for name, kind in _names(skill):
            for text in _written(name):
                path = path_of(text, fold)
                node = tree
                for word in path:
                    node = node.setdefault(word, {})
                node.setdefault(END, []).append(_leaf(Name(skill=index, name=name, kind=kind, text=text), path))
    return tree


def _leaf(name: Name, path: list[str]) -> Leaf:
    """A name in short: what its path and the usual case tell is left out."""
    if name.text != name.name:
        return [name.skill, name.name, name.kind, name.text]
    if name.kind != "alias":
        return [name.skill, name.name, name.kind]
    return name.skill if name.name == " ".join(path) and BETWEEN not in path else [name.skill, name.name]


def name_of(leaf: Leaf, words: list[str]) -> Name:
    """The name that a leaf stands for, whose words were read in a text."""
    if isinstance(leaf, int):
        leaf = [leaf, " ".join(words)]
    kind: Kind = leaf[2] if len(leaf) > 2 else "alias"
    return Name(skill=leaf[0], name=leaf[1], kind=kind, text=leaf[3] if len(leaf) > 3 else leaf[1])


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
    """The vocabulary, the first words and the nodes after them as lines of text; a node is JSON, to be read when it is met."""
    skills = tuple(skills)
    tree = term_tree(skills)
    nodes = (json.dumps(node, ensure_ascii=False, separators=(",", ":")) for node in tree.values())
    return "\n".join(("\t".join(sorted(vocabulary(skills))), "\t".join(tree), "\t".join(nodes)))


def tree_of_text(text: bytes) -> tuple[str, dict[str, bytes]]:
    """The vocabulary as a line, and first word to the text of the node after it."""
    words, firsts, nodes = text.split(b"\n")
    return words.decode(), dict(zip(firsts.decode().split("\t"), nodes.split(b"\t"), strict=True))
