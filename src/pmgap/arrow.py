"""Many people in Arrow record batches, for engines that run over more than one machine.

``ArrowAssessment`` is a function from a batch to a batch, so that DuckDB, Polars, Spark (``mapInArrow``) or Ray Data
(``map_batches``) can spread it; it can be sent to other processes. It needs the extra: ``pip install 'pmgap[arrow]'``.
See docs/bulk.md and examples/bulk_duckdb.py.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pyarrow as pa

from pmgap.catalogue import Catalogue
from pmgap.crowd import Crowd
from pmgap.errors import UserError, unusable
from pmgap.many import Figures, Panel
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.said_lines import SaidReader

SCHEMA = pa.schema(
    [
        ("name", pa.string()),
        ("role", pa.string()),
        ("coverage_low", pa.float64()),
        ("coverage_high", pa.float64()),
        ("readiness", pa.string()),
        ("must_gaps", pa.map_(pa.string(), pa.int32())),
        ("unclear", pa.int32()),
        ("not_asked", pa.int32()),
        ("problem", pa.string()),
    ]
)
"""The columns that come out, after the column with the id: a row per person and role.

A profile that cannot be used has one row, in which ``problem`` says why and all else is null.
"""


class ArrowAssessment:
    """Assesses the profiles in a column of JSON text against some roles.

    ``roles`` are ids; ``id_column``, if given, is carried over, so that rows can be joined again.
    """

    def __init__(
        self,
        roles: Sequence[str],
        *,
        column: str = "profile",
        id_column: str | None = None,
        catalogue: str | None = None,
    ) -> None:
        self.roles = tuple(roles)
        self.column = column
        self.id_column = id_column
        self.catalogue = catalogue
        self._ready: tuple[SaidReader, Panel] | None = None

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_ready": None}

    def schema(self, incoming: pa.Schema) -> pa.Schema:
        """The schema of what comes out for what comes in."""
        if self.id_column is None:
            return SCHEMA
        return pa.schema([incoming.field(self.id_column), *SCHEMA])

    def over(self, batches: Iterable[Any]) -> Iterator[Any]:
        """The same for batch after batch, as Spark's ``mapInArrow`` hands them on."""
        return map(self, batches)

    def __call__(self, batch: Any) -> Any:
        """The assessments of the profiles in a record batch, or in a table, which is what Ray hands on.

        Raises:
            UserError: the catalogue cannot be used, a role is unknown, or the column is not there.
        """
        if self.column not in batch.schema.names:
            hint = f"It has: {', '.join(batch.schema.names)}."
            raise unusable(f'the batch has no column "{self.column}"', None, hint)
        reader, panel = self._prepare()
        crowd = Crowd()
        problems: dict[int, str] = {}
        for number, text in enumerate(batch.column(self.column).to_pylist()):
            try:
                reader.read(crowd, text.encode("utf-8", "surrogatepass") if text is not None else b"", number)
            except UserError as error:
                problems[number] = error.problems[0].what
        rows = self._rows(crowd, panel.judge(crowd))
        rows += [(number, {"problem": what}) for number, what in problems.items()]
        rows.sort(key=lambda it: it[0])  # stable: the roles of a person stay in order
        schema = self.schema(batch.schema)
        columns = [pa.array([row.get(field.name) for _, row in rows], field.type) for field in SCHEMA]
        if self.id_column is not None:
            ids = batch.column(self.id_column)
            columns.insert(0, ids.take(pa.array([number for number, _ in rows], pa.int64())))
        made = pa.Table if isinstance(batch, pa.Table) else pa.RecordBatch
        return made.from_arrays(columns, schema=schema)

    def _rows(self, crowd: Crowd, found: Sequence[Figures]) -> list[tuple[int, dict[str, Any]]]:
        rows = []
        for index, (number, name) in enumerate(zip(crowd.lines, crowd.names, strict=True)):
            for role, its in zip(self.roles, found, strict=True):
                low, high = its.coverage[index]
                row = {
                    "name": name,
                    "role": role,
                    "coverage_low": low,
                    "coverage_high": high,
                    "readiness": its.words[index],
                    "must_gaps": list(its.must_gaps(index).items()),
                    "unclear": its.unclear[index],
                    "not_asked": its.not_asked[index],
                }
                rows.append((number, row))
        return rows

    def _prepare(self) -> tuple[SaidReader, Panel]:
        if self._ready is None:
            catalogue: Catalogue = load_catalogue(self.catalogue)
            unknown = [it for it in self.roles if it not in catalogue.role_by_id]
            if unknown:
                raise unusable(f'unknown role "{unknown[0]}"', None, "pmgap roles lists the ids.")
            roles = [catalogue.role_by_id[it] for it in self.roles]
            panel = Panel(catalogue, roles)
            self._ready = SaidReader("profile", catalogue.top, panel), panel
        return self._ready
