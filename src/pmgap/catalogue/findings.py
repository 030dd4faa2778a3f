"""What a check of a catalogue finds."""

from pmgap.record import Record, record

Path = tuple[str | int, ...]
"""Where in the catalogue: keys and places in lists."""


@record
class Finding(Record):
    """A problem and the path of the value that has it."""

    rule: str
    """Stable name of the rule."""
    what: str
    """What is wrong."""
    path: Path
    """Where in the catalogue."""
    hint: str = ""
    """What to do about it."""
    advice: bool = False
    """Whether the catalogue can be used all the same."""
