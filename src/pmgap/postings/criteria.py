"""Person specifications that are tables: a column of what is essential, and one of what is desirable.

The columns are put one below the other, each under its own heading, so that everything else reads a list.
"""

from collections.abc import Iterator, Sequence

ESSENTIAL, DESIRABLE = "essential", "desirable"


def one_below_the_other(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines of a posting with their numbers from 1; of a row of such a table, each column by itself."""
    columns: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if "|" not in line and "\t" not in line:
            columns = {}
            yield number, line
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").replace("\t", "|").split("|")]
        heads = [cell.casefold().removesuffix(" criteria").strip("* ") for cell in cells]
        if ESSENTIAL in heads and DESIRABLE in heads:
            columns = {name: heads.index(name) for name in (ESSENTIAL, DESIRABLE)}
        elif not columns or len(cells) <= max(columns.values()):
            yield number, line
        else:
            for name, place in columns.items():
                if cells[place].strip("-: "):
                    yield number, f"## {name}"
                    yield number, f"- {cells[place]}"
