"""What a posting says, as records: every part with the line that it was read from."""

from typing import Literal

from pmgap.assessment import CatalogueReference
from pmgap.postings.demands import Where
from pmgap.record import Record, record

Need = Literal["required", "preferred"]
