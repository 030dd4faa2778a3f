"""The nearest known words for one that is not known."""

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str], most: int = 3) -> str:
    """A question that names the nearest known words, or an empty text where none is near."""
    from difflib import get_close_matches

    by_lower = {entry.lower(): entry for entry in known}
    asked = word.lower()[:80]
    near = get_close_matches(asked, by_lower, n=most, cutoff=0.6)
    if not near:
        near = [entry for entry in by_lower if asked and (asked in entry or entry in asked)][:most]
    return f"Did you mean {' or '.join(by_lower[entry] for entry in near)}?" if near else ""
