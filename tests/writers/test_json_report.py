"""JSON reports: the same text as the standard library writes, whatever a record holds."""

import json

from hypothesis import given
from hypothesis import strategies as st

from pmgap.assessment import assess
from pmgap.catalogue import Catalogue
from pmgap.profile import EMPTY
from pmgap.record import Record, record
from pmgap.writers.json_report import as_json, plain


@record
class Holder(Record):
    """Anything under a name that is a word of Python."""

    from_: object
    """Anything."""
    other: object = None
    """Anything else."""


simple = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
values = st.recursive(
    simple,
    lambda inner: (
        st.lists(inner)
        | st.lists(inner).map(tuple)
        | st.dictionaries(st.text() | st.integers(), inner)
        | st.builds(Holder, from_=inner, other=inner)
    ),
    max_leaves=20,
)


@given(values)
def test_the_text_is_what_the_standard_library_writes(value: object) -> None:
    report = Holder(from_=value, other=[value, (value,)])
    assert as_json(report) == json.dumps(plain(report), indent=2) + "\n"


def test_a_whole_report_is_what_the_standard_library_writes(catalogue: Catalogue) -> None:
    report = assess(catalogue, EMPTY, catalogue.roles[0])
    assert as_json(report) == json.dumps(plain(report), indent=2) + "\n"
    assert json.loads(as_json(report))["next_steps"] == plain(report)["next_steps"]
