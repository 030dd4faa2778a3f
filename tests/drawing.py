"""Reports drawn as text at any width, for tests."""

import io
from collections.abc import Callable

from pmgap.writers.screen import Sheet


def drawn(draw: Callable[[Sheet], None], width: int = 80, encoding: str = "utf-8") -> str:
    """What ``draw`` leaves on a plain page of ``width`` columns, without blanks at the ends of lines."""
    page = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace", newline="\n")
    draw(Sheet(page, width))
    page.seek(0)
    return "".join(f"{line.rstrip()}\n" for line in page)
