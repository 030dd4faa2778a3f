"""Finding the words of a catalogue in somebody's text: which skill is named where, in a CV or a job posting.

The aliases and tools of all skills are kept in one trie of words, so that a text is read once however many there are.
The text is folded first: case, hyphens and slashes, spelling, possessives, the forms of common words. An alias matches
whole words only; ``...`` stands for a few words of one sentence. Its cautions and plain negations are heeded.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, Literal

from pmgap.catalogue import Catalogue, Caution, Skill
from pmgap.record import Record, record

MOST_BETWEEN = 5
"""The most words that ``...`` in an alias stands for."""

NEARBY = 30
"""How many words before and after a term count as its line, for lines that hold a whole page."""

BREAK = "."
"""The end of a sentence or an item: no alias reaches across it."""

MOST_KEPT = 50_000
"""Folded words that are kept, so that no text can fill the memory."""
PAUSE = ","
"""A comma, a bracket or a dash: ``...`` reaches across it, words that must stand together do not."""

_END = ""
_BETWEEN = "..."
_VERBS = frozenset(
    """achieve agree align analyze articulate assess bring build champion clarify collaborate collect communicate
    conceptualize conduct convey convince coordinate create cultivate decide define deliver determine develop devise
    discover drive elicit engage ensure establish evaluate evangelize execute explain facilitate find formulate foster
    gather get groom grow guide hear identify improve incorporate interpret introduce leverage liaise listen maintain
    manage measure meet monitor negotiate nurture observe optimize oversee own persuade prepare present prioritize
    propose quantify rally reach recommend refine represent resolve set shape ship simplify solicit solve speak steer
    supervise synthesize tackle talk track translate troubleshoot understand utilize validate visit work write""".split()
)
"""Verbs that are found in all their regular forms: "manage", "manages", "managing", "managed"."""
_NOUNS = frozenset(
    """api assumption backlog budget campaign case challenge child client competitor consumer cost customer dashboard
    discount fee forecast goal idea indicator integration journey kpi market material metric objective okr opportunity
    outcome patient persona player presentation price problem product prototype query release relationship requirement
    roadmap segment seller solution spec stakeholder story strategy survey target team tier trend user vendor""".split()
)
"""Nouns that are found in the singular and in the plural alike: a posting says "KPI" or "KPIs"."""
_IRREGULAR = {
    "built": "build", "drove": "drive", "wrote": "write", "grew": "grow", "found": "find", "understood": "understand",
    "oversaw": "oversee", "overseen": "oversee", "brought": "bring", "got": "get", "met": "meet", "children": "child",
}  # fmt: skip
_TOKEN = re.compile(
    r"(?P<short>\b(?:e\.g|i\.e|etc|vs|incl|[SsJj]r)\.(?!\w))|(?P<word>[^\W_]+(?:['’][^\W_]+)*)"
    r"|(?P<break>[!?;:•·|▪●◦]|\.(?![a-z0-9]))|(?P<pause>[,()\[\]{}–—]|(?<=\s)-(?=\s))|(?P<sign>[&→])"
)
_SEAM = re.compile(r"(?<=[a-z0-9])(?=[A-Z][a-z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
"""Where two words were run together when a line break was lost: ``teamAbility``."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_HYPHENED = re.compile(r"(?<=\w)-(?=\w)")
_SPELLINGS = (
    ("ization", "isation"), ("ize", "ise"), ("izing", "ising"), ("yze", "yse"), ("yzing", "ysing"), ("avior", "aviour"),
    ("program", "programme"), ("centered", "centred"), ("eling", "elling"), ("enter", "entre"), ("abor", "abour"),
)  # fmt: skip
"""Endings and parts of American words, with the British ones."""


@record
class TermHit(Record):
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
    kind: Literal["alias", "tool"]
    """Whether it is a name of the skill or a tool that hints at it."""
    start: int
    """Where the term begins in the line."""
    end: int
    """Where it ends in the line."""


class _Entry:
    """One alias, as the trie ends in it. Few of them are met in a text, so its cautions are folded when it is."""

    __slots__ = ("_guards", "_path", "_skill", "alias", "kind", "skill")

    def __init__(self, skill: Skill, alias: str, kind: Literal["alias", "tool"], path: Sequence[str]) -> None:
        self.skill = skill.id
        self.alias = alias
        self.kind = kind
        self._skill = skill
        self._path = path
        self._guards: list[_Guard] | None = None

    def guards(self, fold: "_Folding") -> Sequence["_Guard"]:
        """The cautions about its words, in whatever form, ready to be held against a line."""
        if self._guards is None:
            close = (it for it in self._skill.cautions if _alike(it.term, self.alias))
            self._guards = [
                _Guard(it, self._path, fold) for it in close if "".join(fold.words(it.term)) == "".join(self._path)
            ]
        return self._guards


def _alike(term: str, alias: str) -> bool:
    """Whether two texts may fold to the same words, as far as is seen at once."""
    return term[:3].casefold() == alias[:3].casefold()


class _Guard:
    """A caution in the form in which it is held against a line."""

    __slots__ = ("around", "beside", "needs", "reaching")

    def __init__(self, caution: Caution, term: Sequence[str], fold: "_Folding") -> None:
        phrases = [words for phrase in caution.unless if _BETWEEN not in phrase and (words := fold.words(phrase))]
        self.reaching = [
            [fold.words(part) for part in phrase.split(_BETWEEN)] for phrase in caution.unless if _BETWEEN in phrase
        ]
        """Phrases that lead up to the term over a few words: "partner with ... product marketing"."""
        self.around = [(words, at) for words in phrases if (at := _place_of(term, words)) is not None]
        """Phrases that hold the term, and where in them."""
        self.beside = [words for words in phrases if _place_of(term, words) is None]
        """Phrases that stand near it."""
        self.needs = [words for word in caution.needs if (words := fold.words(word))]
        """Words of which one must stand near it."""

    def cancels(self, words: Sequence[str], start: int, end: int) -> bool:
        """Whether the words around a place say that the term is not meant."""
        for phrase, at in self.around:
            first = start - at
            if first >= 0 and words[first : first + len(phrase)] == phrase:
                return True
        if any(_leads_up(parts, words, start) for parts in self.reaching):
            return True
        if not self.beside and not self.needs:
            return False
        near = words[max(0, start - NEARBY) : end + NEARBY]
        if any(_place_of(phrase, near) is not None for phrase in self.beside):
            return True
        return bool(self.needs) and not any(_place_of(phrase, near) is not None for phrase in self.needs)


class _Folding:
    """Turns text into words that can be compared."""

    def __init__(self, known: Callable[[], Iterable[str]]) -> None:
        """``known`` gives all texts whose words are words, however their capitals stand."""
        self._known = known
        self._folded: dict[str, str] = {**_IRREGULAR}
        for verb in _VERBS:
            self._folded.update(dict.fromkeys(_forms(verb), verb))
        for noun in _NOUNS:
            self._folded[_forms(noun)[0]] = noun

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Words that are one word even with a capital inside, such as "powerpoint"."""
        return frozenset(_WORD.findall(" ".join(self._known()).casefold()))

    def word(self, word: str) -> str:
        """One word in small letters, in American spelling, as the verb or noun that it is a form of."""
        found = self._folded.get(word)
        if found is None:
            found = word.replace("’", "'").removesuffix("'s")
            for american, british in _SPELLINGS:
                if british in found:
                    found = found.replace(british, american)
            found = self._folded.get(found, found)
            if len(self._folded) < MOST_KEPT:
                self._folded[word] = found
        return found

    def words(self, text: str) -> list[str]:
        """The folded words of a text."""
        return self.words_and_places(text)[0]

    def words_and_places(self, text: str) -> tuple[list[str], list[tuple[int, int]]]:
        """The folded words of a text, and where each begins and ends."""
        words: list[str] = []
        places: list[tuple[int, int]] = []
        folded = self._folded
        for found in _TOKEN.finditer(text):
            kind = found.lastgroup
            if kind == "word":
                raw = found.group()
                word = raw.casefold()
                if len(raw) > 3 and raw[1:] != word[1:] and word not in self.vocabulary and not raw.isupper():
                    self._pull_apart(found, words, places)
                    continue
                words.append(folded.get(word) or self.word(word))
            elif kind == "short":
                words.append(found.group().rstrip(".").casefold())
            elif kind == "sign":
                words.append("and" if found.group() == "&" else "to")
            else:
                words.append(BREAK if kind == "break" else PAUSE)
            places.append(found.span())
        return words, places

    def _pull_apart(self, found: re.Match[str], words: list[str], places: list[tuple[int, int]]) -> None:
        """Read ``teamAbility`` as the end of one item and the beginning of the next."""
        start = found.start()
        for index, part in enumerate(_SEAM.split(found.group())):
            if index:
                words.append(BREAK)
                places.append((start, start))
            words.append(self.word(part.casefold()))
            places.append((start, start + len(part)))
            start += len(part)


def _forms(verb: str) -> tuple[str, str, str]:
    """The regular forms of a verb."""
    if verb.endswith("e"):
        return f"{verb}s", f"{verb[:-1]}ing" if not verb.endswith("ee") else f"{verb}ing", f"{verb}d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies", f"{verb}ing", f"{verb[:-1]}ied"
    stem = f"{verb}{verb[-1]}" if verb in _DOUBLED else verb
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s", f"{stem}ing", f"{stem}ed"


_DOUBLED = frozenset(("get", "set", "ship"))


class Terms:
    """The names of all skills of a catalogue, ready to be looked for."""

    def __init__(self, skills: Iterable[Skill]) -> None:
        self._skills = tuple(skills)
        self._fold = _Folding(lambda: (name for skill in self._skills for name in (*skill.aliases, *skill.tools)))
        self._trie: dict[str, Any] = {}
        self._waiting: dict[str, list[tuple[Skill, str, str, Literal["alias", "tool"]]]] = {}
        """First word to what begins with it: it joins the trie when the word is met, which most never are."""
        for skill in self._skills:
            aliases = dict.fromkeys((skill.name.casefold(), *skill.aliases))
            for alias in aliases:
                self._wait(skill, alias, "alias")
            for tool in dict.fromkeys(skill.tools):
                if tool not in aliases:
                    self._wait(skill, tool, "tool")

    def _wait(self, skill: Skill, alias: str, kind: Literal["alias", "tool"]) -> None:
        """Note an alias under its first word, as it stands and with its hyphens closed up."""
        written = (alias, _HYPHENED.sub("", alias)) if "-" in alias else (alias,)
        for text in written:
            first = _WORD.match(text)
            if first is not None:
                word = self._fold.word(first.group().casefold())
                self._waiting.setdefault(word, []).append((skill, alias, text, kind))

    def _join(self, word: str) -> None:
        """Put what begins with a word into the trie."""
        for skill, alias, text, kind in self._waiting.pop(word):
            path: list[str] = []
            for part in text.split(_BETWEEN):
                if path:
                    path.append(_BETWEEN)
                path.extend(it for it in self._fold.words(part) if it != BREAK)
            node = self._trie
            for it in path:
                node = node.setdefault(it, {})
            node.setdefault(_END, []).append(_Entry(skill, alias, kind, path))

    def find(self, lines: Iterable[str]) -> Iterator[TermHit]:
        """Every place in some lines where a skill is named, in reading order; of nested terms only the longest."""
        for number, text in enumerate(lines, 1):
            words, places = self._fold.words_and_places(text)
            last: dict[str, int] = {}
            for start, end, entry in self._found(words):
                if last.get(entry.skill, 0) >= end:
                    continue
                if any(guard.cancels(words, start, end) for guard in entry.guards(self._fold)) or is_denied(
                    words, start, end
                ):
                    continue
                last[entry.skill] = end
                at, until = places[start][0], places[end - 1][1]
                yield TermHit(
                    skill=entry.skill, term=text[at:until], line=number, text=text, alias=entry.alias, kind=entry.kind,
                    start=at, end=until,
                )  # fmt: skip

    def _found(self, words: Sequence[str]) -> Iterator[tuple[int, int, _Entry]]:
        """Where some words hold an alias, by where it begins, the longest first."""
        root, waiting, count = self._trie, self._waiting, len(words)
        for start, first in enumerate(words):
            if first in waiting:
                self._join(first)
            node = root.get(first)
            if node is None:
                continue
            ends: list[tuple[int, int, _Entry]] = []
            open_ends = [(node, start + 1)]
            while open_ends:
                node, at = open_ends.pop()
                ends.extend([(start, at, entry) for entry in node.get(_END, ())])
                if (after := node.get(_BETWEEN)) is not None:
                    open_ends.extend(_beyond(after, words, at))
                if at < count and (following := node.get(words[at])) is not None:
                    open_ends.append((following, at + 1))
            if len(ends) > 1:
                ends.sort(key=lambda it: -it[1])
            yield from ends


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


_DENYING = frozenset(("no", "without"))
_NOT = frozenset(("not", "don't", "doesn't", "won't", "isn't", "aren't", "needn't", "cannot", "can't"))
_NEEDING = frozenset(
    "need needs require requires required have include includes involve involves expect expected".split()
)
_UNWANTED = frozenset("required needed necessary essential expected mandatory compulsory".split())
_WELCOME = frozenset(
    "plus preferred desirable desired bonus advantage advantageous helpful beneficial welcome nice asset but".split()
)


def is_denied(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the sentence says that what stands from ``start`` to ``end`` is not asked for."""
    before = words[max(0, start - 4) : start]
    if BREAK in before:
        before = before[len(before) - list(reversed(before)).index(BREAK) :]
    if before[-1:] == ["non"] or (PAUSE not in before[-2:] and any(word in _DENYING for word in before[-2:])):
        return True
    for index, word in enumerate(before):
        if word in _NOT and any(it in _NEEDING for it in before[index + 1 : index + 2]):
            return True
    if list(words[end : end + 2]) in ([BREAK, "none"], [PAUSE, "none"]):
        return True
    after = list(words[end : end + 7])
    if BREAK in after:
        after = after[: after.index(BREAK)]
    for index, word in enumerate(after[:-1]):
        if word in _NOT and after[index + 1] in _UNWANTED:
            return not any(it in _WELCOME for it in words[max(0, start - 8) : end + 12])
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


def _place_of(part: Sequence[str], whole: Sequence[str]) -> int | None:
    """Where some words stand in a row among others."""
    length, first = len(part), part[0]
    for at, word in enumerate(whole[: len(whole) - length + 1]):
        if word == first and list(whole[at : at + length]) == list(part):
            return at
    return None


def terms_of(catalogue: Catalogue) -> Terms:
    """The terms of a catalogue; made once and kept with it."""
    kept = vars(catalogue)
    if "_terms" not in kept:
        kept["_terms"] = Terms(catalogue.skills)
    terms: Terms = kept["_terms"]
    return terms


def find_terms(catalogue: Catalogue, lines: Sequence[str]) -> tuple[TermHit, ...]:
    """Every place in some lines where a skill of the catalogue is named, in reading order."""
    return tuple(terms_of(catalogue).find(lines))
