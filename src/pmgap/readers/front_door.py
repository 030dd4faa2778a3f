"""Where the shipped catalogue is."""

import os

from pmgap.errors import unusable


def builtin_front_door() -> str:
    """Path of the shipped catalogue: beside the package when installed, at the top of a source checkout otherwise.

    Raises:
        UserError: it is in neither place.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for folder in (os.path.join(package, "data"), os.path.join(package, "..", "..", "data")):
        door = os.path.normpath(os.path.join(folder, "roles.yaml"))
        if os.path.isfile(door):
            return door
    raise unusable("the shipped catalogue is missing", package, "Install pmgap again.")
