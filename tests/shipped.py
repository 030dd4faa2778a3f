"""The shipped catalogue, read from its YAML files once for all tests of a worker: it takes half a second."""

from pmgap.readers.catalogue_file import read_catalogue
from pmgap.readers.front_door import builtin_front_door

SHIPPED = read_catalogue(builtin_front_door())[0]
