"""Assess profiles inside DuckDB, batch by batch: read with SQL, assess, ask the result with SQL.

Run: pip install '.[arrow]' duckdb && python examples/bulk_duckdb.py [PEOPLE.jsonl]
"""

import json
import sys
import tempfile
from pathlib import Path

import duckdb
import pyarrow as pa

import pmgap
from pmgap.arrow import ArrowAssessment
from pmgap.writers.json_report import plain


def example_file() -> str:
    """A file with the example team, one profile per line."""
    team = sorted((Path(__file__).parent / "team").glob("*.yaml"))
    profiles = [plain(pmgap.load_profile(str(path))) for path in team]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False, encoding="utf-8") as file:
        file.writelines(json.dumps(profile) + "\n" for profile in profiles)
    return file.name


source = sys.argv[1] if len(sys.argv) > 1 else example_file()
database = duckdb.connect()
lines = database.sql("SELECT CAST(json AS VARCHAR) AS profile FROM read_ndjson_objects($file)", params={"file": source})
batches = lines.to_arrow_reader(10_000)

work = ArrowAssessment(["product-manager", "product-owner"])
assessed = pa.RecordBatchReader.from_batches(work.schema(batches.schema), work.over(batches))

other = duckdb.connect()
other.register("assessed", assessed)
for row in other.sql("SELECT role, readiness, count(*) FROM assessed GROUP BY ALL ORDER BY ALL").fetchall():
    print(*row, sep=", ")
