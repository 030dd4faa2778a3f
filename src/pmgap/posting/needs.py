"""How strongly a sentence asks: demanded, part of the work, nice to have; and what is not about this job at all."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from pmgap.phrases import BREAKS, PhraseTree, Sentence, sentences_of
from pmgap.posting.cues import cues_in, demands_something, duty_starts_at, opening_of
from pmgap.posting.lines import Line
from pmgap.posting.sections import Kind, Part, kind_of_words

Need = Literal["must", "should", "nice"]
"""must: demanded of the candidate; should: the person will do it; nice: a plus."""

_STATES = frozenset(["is", "are", "was", "has", "helps", "offers", "provides", "empowers", "enables", "builds", "makes"])
_HEAD_WORDS = 6
"""A name that starts a sentence ends within this many words."""

_WISHES: PhraseTree[str] = PhraseTree()
for _phrase in (
    "a plus", "big plus", "strong plus", "huge plus", "definite plus", "an advantage", "added advantage", "advantageous",
    "an asset", "significant asset", "strong asset", "a bonus", "preferred", "desirable", "nice to have", "good to have",
    "great to have", "beneficial", "would be nice", "would be great", "highly regarded", "well regarded", "optional",
    "extra credit", "not required", "not essential", "not necessary", "not a must", "preferable", "is useful",
    "be useful", "is helpful", "be helpful", "icing on the cake", "looked upon favorably", "viewed favorably",
    "bonus points", "highly desired", "is desired", "are desired", "is a pro", "is ideal", "not a requirement",
):  # fmt: skip
    _WISHES.add(_phrase, "wish")
for _phrase in ("preferably", "ideally", "bonus if", "even better"):
    _WISHES.add(_phrase, "from here")
for _phrase in ("required", "requires", "must", "mandatory", "essential"):
    _WISHES.add(_phrase, "firm")

_LAST_WORDS = frozenset(["plus", "bonus", "desired", "advantage", "pluses"])
"""Words that wish only at the end of a clause: "Python (plus)", but not "plus equity"."""

_NOT_A_WISH = frozenset(["partner", "partners", "vendor", "vendors", "supplier", "suppliers", "method", "methods", "way"])
"""Words after "preferred" that make it something else."""


class Ask(NamedTuple):
    """A sentence that is about this job."""

    line: Line
    """The line it stands in."""
    sentence: Sentence
    """Its words."""
    need: Need
    """How strongly it asks."""
    wishes: tuple[tuple[int, int], ...] = ()
    """Spans in characters of the line that are only nice to have."""
    duties_from: int | None = None
    """Place in the line from which a demand turns into a duty: "we look for a manager to lead ..."."""

    def need_at(self, start: int) -> Need:
        """How strongly the words at a place of the line are asked for."""
        if any(low <= start < high for low, high in self.wishes):
            return "nice"
        return "should" if self.duties_from is not None and start >= self.duties_from else self.need


def asks_in(part: Part) -> Iterator[Ask]:
    """The sentences of a part that are about this job, with how strongly they ask."""
    about_job = False
    number = 0
    for line in part.lines:
        if not line.bullet and line.number != number + 1:
            about_job = False
        number = line.number
        kind, whole_line_nice = part.kind, part.kind == "nice"
        head = line.text.partition(":")[0]
        if len(head) < len(line.text) - 2 and head.count(" ") <= 3 and (told := kind_of_words(head)) != "unknown":
            kind = told
            whole_line_nice = told == "nice"
        if kind in ("benefits", "legal"):
            continue
        for index, sentence in enumerate(sentences_of(line.text)):
            need, about_job = _need(kind, line, sentence, about_job=about_job)
            if need is None:
                continue
            wishes = _wishes(sentence)
            if index == 0 and wishes and wishes[0][0] <= sentence.start + 12 and wishes[0][1] >= sentence.end:
                whole_line_nice = True
            if whole_line_nice:
                need, wishes = "nice", ()
            turn = duty_starts_at(sentence) if need == "must" and kind != "demanded" else None
            yield Ask(line, sentence, need, wishes, None if turn is None else sentence.words[turn].start)


def _need(kind: Kind, line: Line, sentence: Sentence, *, about_job: bool) -> tuple[Need | None, bool]:
    """How strongly a sentence asks, none if it is not about the job; and whether the next one goes on about the job."""
    opening = opening_of(sentence, after_label=line.bullet)
    cues = cues_in(sentence)
    after = line.text[sentence.end : sentence.end + 1]
    if after == "?" or (kind == "company" and not cues & {"seek", "role"}):
        return None, False
    if kind in ("demanded", "nice"):
        if not line.bullet and (opening == "company" or _praises(line, sentence)) and not cues:
            return None, False
        return _BY_KIND[kind], False
    if "seek" in cues:
        return "must", True
    if opening == "company" and "role" not in cues and not (line.bullet and kind == "duties" and sentence.texts[0] == "our"):
        return None, False
    if line.bullet and opening in ("duty", "role", "demand"):
        return ("must" if opening == "demand" and demands_something(sentence) else "should"), True
    if "role" in cues:
        return "should", True
    if kind == "duties":
        return (None, False) if not line.bullet and _praises(line, sentence) else ("should", True)
    if line.bullet or opening == "duty":
        return "should", about_job
    return ("should" if about_job else None), about_job


_BY_KIND: dict[Kind, Need] = {"demanded": "must", "nice": "nice"}


def _praises(line: Line, sentence: Sentence) -> bool:
    """Whether a sentence tells what a named company is or does."""
    words = sentence.words
    for index in range(1, min(_HEAD_WORDS, len(words))):
        if words[index].text in _STATES:
            return all(line.text[word.start].isupper() or not word.text.isalnum() for word in words[:index])
    return False


def _wishes(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """The spans of a sentence that are only nice to have."""
    texts, words = sentence.texts, sentence.words
    marks = [(first, after, kind) for first, after, kind in _WISHES.find(sentence)]
    for index, text in enumerate(texts):
        if text in _LAST_WORDS and (index + 1 == len(texts) or texts[index + 1] in BREAKS):
            marks.append((index, index + 1, "wish"))
    if not any(kind != "firm" for _, _, kind in marks):
        return ()
    spans = []
    for first, after, kind in marks:
        if kind == "firm" or (after < len(texts) and texts[after] in _NOT_A_WISH):
            continue
        if kind == "from here":
            end = next((at for at in range(after, len(texts)) if texts[at] == ")"), len(texts))
            spans.append((words[first].start, words[end - 1].end))
        elif first <= 1:
            spans.append((sentence.start, sentence.end))
        else:
            start = max((stop for at, stop, other in marks if other == "firm" and stop <= first and texts[at - 1] != "not"), default=0)
            start = max([start, *(at for at in range(1, first - 1) if texts[at - 1] == "," and texts[at] == "with")])
            spans.append((words[start].start if start < first else words[first].start, words[after - 1].end))
    return tuple(spans)
