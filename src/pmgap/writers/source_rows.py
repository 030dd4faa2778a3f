"""Sources in words."""

from collections.abc import Iterable

from pmgap.catalogue import Source


def source_rows(sources: Iterable[Source]) -> list[tuple[str, str]]:
    """Id and description of every source; what a source has none of, such as a publisher of one's own judgement, is left out."""
    return [
        (it.id, " ".join(f"{part}." for part in (it.title, it.publisher, it.where) if part not in ("", "none")))
        for it in sources
    ]
