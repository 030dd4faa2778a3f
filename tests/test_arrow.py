"""The same figures through Arrow batches, and through an engine."""

import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from pmgap.catalogue import Catalogue
from pmgap.errors import UserError
from pmgap.many import assess_many
from pmgap.readers.profile_file import read_profile
from pmgap.writers.json_report import plain

pa = pytest.importorskip("pyarrow", reason="NOT TESTED: the extra arrow is not installed (pip install '.[arrow]')")

EXAMPLES = Path(__file__).parent.parent / "examples"
ROLES = ["product-manager", "product-owner"]


def batch() -> object:
    people = [read_profile(str(path)) for path in sorted((EXAMPLES / "team").glob("*.yaml"))]
    texts = [json.dumps(plain(it)) for it in people]
    return pa.RecordBatch.from_pydict(
        {"key": ["a", "b", "c", "d", "e", "f"], "profile": [*texts[:1], "nope", None, *texts[1:]]}
    )


@pytest.mark.parametrize("as_table", [False, True])
def test_a_batch_says_what_assess_many_says(catalogue: Catalogue, as_table: bool) -> None:
    from pmgap.arrow import ArrowAssessment

    work = pickle.loads(pickle.dumps(ArrowAssessment(ROLES, id_column="key")))
    given = pa.Table.from_batches([batch()]) if as_table else batch()
    found = work(given)
    assert type(found) is type(given)
    assert found.schema == work.schema(given.schema)
    rows = found.to_pylist()
    people = [read_profile(str(path)) for path in sorted((EXAMPLES / "team").glob("*.yaml"))]
    expected = list(assess_many(catalogue, people, [catalogue.role_by_id[it] for it in ROLES]))
    used = [it for it in rows if it["problem"] is None]
    assert [(it["name"], it["role"], it["coverage_low"], it["coverage_high"], it["readiness"]) for it in used] == [
        (it.name, it.role, it.coverage.low, it.coverage.high, it.readiness) for it in expected
    ]
    assert [(dict(it["must_gaps"]), it["unclear"], it["not_asked"]) for it in used] == [
        (it.must_gaps, it.unclear, it.not_asked) for it in expected
    ]
    assert [it["key"] for it in rows] == ["a", "a", "b", "c", "d", "d", "e", "e", "f", "f"]
    assert [it["problem"] for it in rows if it["problem"]] == ["it is not valid JSON: expecting value"] * 2


def test_what_cannot_be_worked_on_is_said() -> None:
    from pmgap.arrow import ArrowAssessment

    with pytest.raises(UserError, match='no column "who"'):
        ArrowAssessment(ROLES, column="who")(batch())
    with pytest.raises(UserError, match='unknown role "chef"'):
        ArrowAssessment(["chef"])(batch())


def test_the_example_with_an_engine_runs() -> None:
    pytest.importorskip("duckdb", reason="NOT TESTED: duckdb is not installed")
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / "bulk_duckdb.py")], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    rows = [line.split(", ") for line in done.stdout.splitlines()]
    assert {row[0] for row in rows} == set(ROLES)
    assert sum(int(row[2]) for row in rows) == 8
