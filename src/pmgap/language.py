"""Whether a text is in English, the only language whose sentences are understood."""

FEWEST = 40
"""Words from which it can be told."""

LEAST = 0.01
"""The share of ``_COMMON`` among the words of an English text: lists of facts have 0.025, whole sentences 0.05 and more,
other languages none but by chance."""

_COMMON = (" and ", " to ")

NOT_ENGLISH = "It does not read like English, and nothing else is understood: what is missing here may well be there."


def may_be_english(text: str) -> bool:
    """Whether a text in small letters may be English, as far as its most common words tell."""
    words = text.count(" ")
    return words < FEWEST or sum(map(text.count, _COMMON)) >= LEAST * words
