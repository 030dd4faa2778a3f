"""Getting a catalogue: the shipped one, fast, or one from a file."""

from pmgap.catalogue import Catalogue
from pmgap.catalogue.compiled import read_compiled
from pmgap.readers.front_door import builtin_front_door


def load_catalogue(path: str | None = None) -> Catalogue:
    """The shipped catalogue, or the one in the YAML file at ``path``.

    Raises:
        UserError: the file cannot be used; with every problem, its line and a hint.
    """
    if path is None:
        door = builtin_front_door()
        compiled = read_compiled(door)
        if compiled is not None:
            return compiled
        path = door
    from pmgap.readers.catalogue_file import read_catalogue

    return read_catalogue(path)[0]
