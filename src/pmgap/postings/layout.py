"""The shape of a posting: its lines as headings, list items and sentences, whatever marks them.

Markdown, plain text with capitals or colons, and text that lost its line breaks on the way all come out alike.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Literal, NamedTuple

from pmgap.postings.choices import holds_any
from pmgap.postings.criteria import one_below_the_other
from pmgap.postings.patterns import Pattern, in_small_letters

Form = Literal["heading", "item", "text"]

MOST_SENTENCES = 4_000
"""Sentences of a posting that are read; a long one has two hundred."""

LONGEST_SENTENCE = 800
"""Characters of a sentence; a longer one is cut, so that no pattern has to look at more at a time."""

SHORTEST_WRAPPED = 30
"""Characters from which a line may have been wrapped."""

LONG = 300
"""Characters from which a line may be several lines that were run together."""

_HTML = Pattern(r"</?[A-Za-z][^<>]{0,200}>")
_LINK = Pattern(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,500}\)")
_EMPHASIS = Pattern(r"\*{1,3}|_{2,3}|`+|~~|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)")
_ESCAPE = Pattern(r"\\(?=[^\w\s])")
_HEADING = Pattern(r"\s{0,3}(#{1,6})\s*(.+)")
_BULLETS = frozenset("*+•·●○▪▫◦‣⁃■□✓✔✅➢➤►▶→»❖-–—")
_ALSO_SIGNS = frozenset("*+–—·")
"""Bullets that stand right before a word or a number for other reasons: "*bold*", "+3 years"."""
_BULLET = Pattern(
    r"(?:\\[-*+]|[^\x00-\u02ff\w\s–—‘’“”„‚‹›…€₹₦₱₪₺₩฿][\ufe0f\u200d]?|o(?=\s{2,}|\t|\s[A-Z0-9])|\(?\d{1,2}(?:\.\d{1,2})?[.)]|\d{1,2}\.\d{1,2}|\(?[a-h][.)])\s+(?=\S)"
)
"""A bullet that is not one of these signs: a number, a small picture."""
_AFTER_A_LETTER = (".", ")", " ", "\t")
"""What follows a letter that is a bullet."""
_BOLD_LINE = Pattern(r"(\*\*|__|\*|_)(?=\S)(.{1,150}?)(?<=\S)\1\s*:?\s*")
_OF_A_RULE = "-=_*~#"
"""The signs of a line that only divides, with blanks between them or without."""
_SENTENCE_END = Pattern(
    r"[.!?](?:[\"\x94\x92')\]]{0,2} +(?=[A-Z0-9\x93\"'\x91(\[])"  # the usual end
    r"|(?<=[a-z)X][.!?])(?=[A-Z][a-z ]|(?!JS|NET)[A-Z]{2,}[ ,])|(?<=[A-Z]{2}[.!?])(?=[A-Z][a-z]+ [a-z])"  # the space was lost with the line break
    r"|(?<=[a-z)][.!?])(?=\d{1,2}\s?(?:\+|[-–—]\s?\d|to\s\d|or more|years|yrs)))"
)
_LOST_BULLET = Pattern(r" ?[•●▪◦■✓✔] ?", hints="•|●|▪|◦|■|✓|✔")
_LOST_DASH = Pattern(r"(?<=[A-Za-z.)])- (?=[A-Z\d])")
_SEAM_AFTER = (")", "\x92", "'", ":")
_MAY_BE_A_SEAM = Pattern(r"[A-Z\d](?<=\S.)")
"""A capital or a digit behind something else than a blank."""
_SEAM = Pattern(
    r"(?<=[a-z)\x92'])(?=[A-Z][a-z\x92']|[A-Z]\s[a-z]|A\s[A-Z][a-z]|[BM]\.[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})|(?<=&[A-Z])(?=[A-Z][a-z]{2})|(?<=[a-z]:)(?=[A-Z])"
    r"|(?<=[a-z]{3})(?=[A-Z]{2,14}\b)|(?<=[a-z]{3})(?=[A-Z]{2,4}[a-z]?\s[A-Z])|(?<=[a-z]{3})(?=[A-Z]{2,4}[A-Z][a-z]{2})|(?<=[a-z]{3})(?=[A-Z]&[A-Z])|(?<=[a-z]{2})(?=\d{1,2}\s?(?:\+|[-–—]\s?\d|to\s\d|or more|years|yrs))"
    r"|(?<=[A-Z]{3})(?=\d{1,2}\s?(?:\+|[-–—]\s?\d{1,2}\+?|to\s\d{1,2})?\s?(?:years|yrs))"
)
_SHORT_FORMS: dict[str, list[str]] = {}
"""What a full stop stands behind without ending a sentence, by its last letter."""
for _form in (
    *"e.g i.e vs etc incl approx min Min max Max exp mgmt sr Sr jr Jr Rs Ksh Kshs Rp comm resp Dr Mr Ms St No B.A B.S M.A M.S U.S".split(),
    *"ABCDEFGHIJKLMNOPQRSTUVWXYZ",
):
    _SHORT_FORMS.setdefault(_form[-1], []).append(f"{_form}.")
_WHOLE_WORDS = frozenset(
    """linkedin javascript typescript powerpoint github gitlab youtube hubspot wordpress salesforce fintech edtech
    adtech martech healthtech proptech devops datadog bigquery mixpanel productboard paypal ecommerce mckinsey
    postgresql mongodb graphql macos opentable openai openapi chatgpt saas paas iaas airbnb doordash""".split()
)
_OPEN_ENDED = frozenset("a an the of and or in for with to our your as by on at from that which is are be will".split())


class Fragment(NamedTuple):
    """A heading, or one sentence of an item or a paragraph."""

    text: str
    """Its words, without markup."""
    form: Form
    """What it looks like."""
    lines: tuple[tuple[int, int], ...]
    """(place in the text, line number from 1) for every line that it was put together from."""
    depth: int = 0
    """Of a heading: 1 to 6 as in Markdown, 7 for bold or plain lines."""
    numbered: bool = False
    """Whether it is an item with a number before it."""
    first: bool = True
    """Whether it begins its item or paragraph."""
    apart: bool = False
    """Whether it begins after an empty line."""
    torn: bool = False
    """Whether what follows was on a line of its own before the line break was lost."""
    small: str = ""
    """Its words in small letters, every one in its place."""

    @classmethod
    def of(
        cls, text: str, form: Form, lines: tuple[tuple[int, int], ...], depth: int = 0, *, numbered: bool = False,
        first: bool = True, apart: bool = False, torn: bool = False,
    ) -> "Fragment":  # fmt: skip
        """Make one of its text."""
        return cls(text, form, lines, depth, numbered, first, apart, torn, in_small_letters(text))

    def line_at(self, place: int) -> int:
        """The number of the line that holds a place of the text."""
        number = self.lines[0][1]
        for start, line in self.lines[1:]:
            if start <= place:
                number = line
        return number

    @property
    def line(self) -> int:
        """The number of its first line."""
        return self.lines[0][1]


class _Block:
    """Lines under way to become one item or paragraph."""

    def __init__(self, text: str, form: Form, line: int, depth: int = 0) -> None:
        self.apart = False
        self.numbered = False
        self.text = text
        self.form = form
        self.depth = depth
        self.lines = [(0, line)]

    def takes(self, text: str) -> bool:
        """Whether a further line without a mark goes on with it."""
        if self.form == "heading" or not self.text:
            return False
        least = SHORTEST_WRAPPED if self.form == "text" else 0
        if not least <= len(self.text) <= LONGEST_SENTENCE:
            return False
        if text[0].islower():
            return not self.text.endswith((".", "!", "?", ":"))
        return self.text.endswith(",") or self.text.rsplit(None, 1)[-1] in _OPEN_ENDED

    def add(self, text: str, line: int) -> None:
        """Join a further line."""
        self.lines.append((len(self.text) + 1, line))
        self.text = f"{self.text} {text}"

    def lines_of(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """(place from the start, line number) for every line that the text from start to end was put together from."""
        if len(self.lines) == 1:
            return ((0, self.lines[0][1]),)
        before = [line for place, line in self.lines if place <= start]
        return ((0, before[-1]), *((place - start, line) for place, line in self.lines if start < place < end))


def fragments(lines: Sequence[str]) -> list[Fragment]:
    """The headings and sentences of a text, in order."""
    found: list[Fragment] = []
    for block in _blocks(lines):
        found += islice(_parts(block), MOST_SENTENCES - len(found))
    return found


def _blocks(lines: Sequence[str]) -> list[_Block]:
    blocks: list[_Block] = []
    apart, pointed = True, _are_bullets(lines)
    for number, raw in one_below_the_other(lines):
        made = _block(raw, number, pointed=pointed)
        if made is None:
            if not apart and blocks and raw.strip()[:1] in ("-", "="):
                _underlined(blocks[-1])
            apart = True
            continue
        if not apart and made.form == "text" and blocks and blocks[-1].takes(made.text):
            blocks[-1].add(made.text, number)
        else:
            made.apart = apart
            blocks.append(made)
        apart = False
    return blocks


def _underlined(block: _Block) -> None:
    """Text over a line of dashes is a heading."""
    if block.form == "text" and len(block.text) < 80:
        block.form, block.depth = "heading", 2


def _are_bullets(lines: Sequence[str]) -> bool:
    """Whether ">" stands before items, and not before all lines, empty ones as well, as in a mail that is answered."""
    pointed = [line.strip() for line in lines if line.lstrip()[:1] == ">"]
    return bool(pointed) and ">" not in pointed and len(pointed) < sum(map(bool, map(str.strip, lines)))


def _block(raw: str, number: int, *, pointed: bool) -> _Block | None:
    """One line, without its markup; none for an empty line or a rule. ``pointed``: ">" is a bullet."""
    line = _HTML.sub(" ", raw) if "<" in raw else raw
    line = line.strip()
    if line[:1] == ">":
        line = line.lstrip(">").strip()
        line = f"- {line}" if pointed and line[:1].isalnum() else line
    if not line or (line[0] in _OF_A_RULE and len(line) > 2 and not "".join(line.split()).strip(_OF_A_RULE)):
        return None
    if line[0] == "#" and (heading := _HEADING.fullmatch(line)):
        text = plain(heading[2].rstrip("# "))
        return _Block(text, "heading", number, len(heading[1])) if text else None
    bold = _BOLD_LINE.fullmatch(line) if line[0] in "*_" and not line[1:2].isspace() else None
    bullet = "" if bold else _bullet_of(line)
    text = plain(line[len(bullet) :])
    if not text:
        return None
    if bold and len(text) < 100:
        return _Block(text, "heading", number, 7)
    block = _Block(text, "item" if bullet else "text", number)
    block.numbered = bullet.strip("(")[:1].isdigit()
    return block


def _bullet_of(line: str) -> str:
    """What stands before an item of a list; nothing before other lines."""
    if line[0] in _BULLETS:
        rest = line[1:].lstrip()
        marks = rest and (line[1].isspace() or (line[1].isalnum() and line[0] not in _ALSO_SIGNS))
        return line[: len(line) - len(rest)] if marks else ""
    if line[0].isalpha() and line[1:2] not in _AFTER_A_LETTER:
        return ""
    found = _BULLET.match(line)
    return found.group() if found else ""


def plain(text: str) -> str:
    """Text without Markdown."""
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text or "_" in text or "`" in text or "~" in text:
        text = _EMPHASIS.sub("", text)
    if "\\" in text:
        text = _ESCAPE.sub("", text)
    return " ".join(text.split())


def _parts(block: _Block) -> Iterator[Fragment]:
    """A block as sentences; a heading is left whole."""
    if block.form == "heading":
        yield Fragment.of(text=block.text, form="heading", lines=tuple(block.lines), depth=block.depth)
        return
    first = True
    for start, end, torn in _pieces(block.text):
        piece = block.text[start:end]
        text = piece.strip()
        if not text:
            continue
        yield Fragment.of(
            text=text,
            form=block.form,
            lines=block.lines_of(start + len(piece) - len(piece.lstrip()), end),
            numbered=block.numbered and first,
            first=first,
            apart=block.apart and first,
            torn=torn,
        )
        first = False


def _pieces(text: str) -> Iterable[tuple[int, int, bool]]:
    """Where the sentences of a text begin and end, and whether a lost line break ends them."""
    if not text.isascii():  # as they were before Unicode, so that sets of characters stay small
        text = text.replace("‘", "\x91").replace("’", "\x92").replace("“", "\x93").replace("”", "\x94")
    cuts: dict[int, tuple[int, bool]] = {}
    if holds_any(text[:-1], ".!?"):
        cuts = {found.start() + 1: (found.end(), False) for found in _SENTENCE_END.finditer(text)}
    if not text.isascii():
        cuts |= {found.start(): (found.end(), False) for found in _LOST_BULLET.finditer(text)}
    if len(text) > LONG and "- " in text:
        cuts |= {found.start(): (found.end(), True) for found in _LOST_DASH.finditer(text)}
    if cuts:
        cuts = {start: cut for start, cut in cuts.items() if not _is_short_form(text[max(0, start - 8) : start])}
    if len(text) > LONG:
        for capital in _MAY_BE_A_SEAM.finditer(text):
            place = capital.start()
            before, after = text[place - 1 : place], text[place + 1 : place + 2]
            if not (before.islower() or before in _SEAM_AFTER or (before.isupper() and not after.isupper())):
                continue
            if _SEAM.match(text, place) and not _is_one_word(text, place):
                cuts.setdefault(place, (place, True))
    if not cuts and len(text) <= LONGEST_SENTENCE:
        return ((0, len(text), False),)
    return _pieces_between(text, cuts)


def _pieces_between(text: str, cuts: Mapping[int, tuple[int, bool]]) -> Iterator[tuple[int, int, bool]]:
    """The pieces of a text that is cut at some places, each with where it goes on and whether a line break was lost there."""
    begin = 0
    for start in sorted(cuts):
        if start < begin:
            continue
        end, torn = cuts[start]
        yield from _cut(text, begin, start, torn=torn)
        begin = end
    yield from _cut(text, begin, len(text), torn=False)


def _is_short_form(text: str) -> bool:
    """Whether a text ends in a word that is written with a full stop."""
    forms = _SHORT_FORMS.get(text[-2:-1], ()) if text.endswith(".") else ()
    ahead = [text[: -len(form)] for form in forms if text.endswith(form)]
    return any(not (it[-1:].isalnum() or it.endswith("_")) for it in ahead)


def _cut(text: str, begin: int, end: int, *, torn: bool) -> Iterator[tuple[int, int, bool]]:
    """A sentence, in pieces if it is far too long to be one."""
    while end - begin > LONGEST_SENTENCE:
        space = text.rfind(" ", begin, begin + LONGEST_SENTENCE)
        stop = space if space > begin else begin + LONGEST_SENTENCE
        yield begin, stop, False
        begin = stop
    yield begin, end, torn


def _is_one_word(text: str, place: int) -> bool:
    """Whether a capital inside a word belongs there, as in "PowerPoint"."""
    start = place
    while start > 0 and place - start < 20 and text[start - 1].isalnum():
        start -= 1
    end = place
    while end < len(text) and end - place < 20 and text[end].isalnum():
        end += 1
    word = text[start:end].casefold()
    return word in _WHOLE_WORDS or word.removesuffix("s") in _WHOLE_WORDS
