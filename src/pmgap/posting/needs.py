"""How strongly a sentence asks: demanded, part of the work, nice to have; and what is not about this job at all."""

from typing import Literal, NamedTuple

from pmgap.phrases import PhraseTree, Sentence, sentences_of
from pmgap.posting.cues import Opening, opening_of
from pmgap.posting.lines import Line
from pmgap.posting.sections import Kind, Part, kind_of_words

Need = Literal["must", "should", "nice"]
"""must: demanded of the candidate; should: the person will do it; nice: a plus."""

_BY_KIND: dict[Kind, Need] = {"demanded": "must", "duties": "should", "nice": "nice", "unknown": "should"}

_WISHES: PhraseTree[str] = PhraseTree()
for _phrase in (
    "a plus", "plus", "plusses", "an advantage", "advantageous", "advantage", "an asset", "significant asset", "a bonus", "bonus",
    "preferred", "prefer", "desirable", "desired", "nice to have", "good to have", "great to have", "beneficial",
    "helpful", "would be nice", "would be great", "highly regarded", "well regarded", "optional", "extra credit",
    "not required", "not essential", "not necessary", "not a must", "preferable", "a pro", "is useful", "be useful",
    "icing on the cake", "looked upon favorably", "viewed favorably", "welcome", "ideal but", "bonus points",
):  # fmt: skip
    _WISHES.add(_phrase, "around")
for _phrase in ("preferably", "ideally", "bonus if", "bonus points", "nice to have", "bonus points for", "even better"):
    _WISHES.add(_phrase, "after")
for _phrase in ("required", "requires", "must", "mandatory", "essential", "minimum"):
    _WISHES.add(_phrase, "firm")
