"""Parts of the sentences that give reasons."""

from collections.abc import Iterable, Sequence

from pmgap.bracket import Bracket


def counted(number: int, noun: str) -> str:
    """A number with its noun, which takes an s: ``1 role``, ``2 roles``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def joined(names: Sequence[str], most: int | None = None) -> str:
    """Names in a row: ``A, B and C``; beyond ``most`` only how many there are."""
    shown = list(names if most is None or len(names) <= most else (*names[:most], f"{len(names) - most} more"))
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def either(ways: Iterable[str]) -> str:
    """Ways of which one will do: ``A degree; or a certificate``."""
    first, *others = ways
    return "; or ".join((first, *(f"a{way[1:]}" if way.startswith(("A ", "An ")) else way for way in others)))


def span(bracket: Bracket) -> str:
    """A bracket in words: ``2`` or ``1-3``."""
    return str(bracket.low) if bracket.low == bracket.high else f"{bracket.low}-{bracket.high}"
