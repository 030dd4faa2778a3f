"""What every report says of itself: its version, and which catalogue and role it rests on."""

from pmgap.catalogue import Catalogue
from pmgap.record import Record, record

SCHEMA_VERSION = "1"
"""Version of the reports' field names and meanings."""


@record
class CatalogueReference(Record):
    """Which catalogue a report rests on."""

    id: str
    """Short name."""
    version: str
    """Version of its content."""
    sha256: str
    """Hash of its files."""


@record
class RoleReference(Record):
    """Which role a report is about."""

    id: str
    """Stable id."""
    title: str
    """Title for people."""


def catalogue_reference(catalogue: Catalogue) -> CatalogueReference:
    """Which catalogue a report rests on."""
    return CatalogueReference(id=catalogue.id, version=catalogue.version, sha256=catalogue.sha256)
