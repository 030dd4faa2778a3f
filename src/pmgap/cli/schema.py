"""``pmgap schema``."""

from pmgap.cli.output import save_text, to_standard_output
from pmgap.errors import unusable
from pmgap.suggestions import did_you_mean
from pmgap.writers.schemas import HOMES, schema_text


def schema(name: str | None, output: str | None) -> None:
    """Write one schema, or list what there are."""
    if name is None:
        to_standard_output("".join(f"{key}\n" for key in HOMES))
        return
    if name not in HOMES:
        raise unusable(
            f'there is no schema "{name}"', hint=did_you_mean(name, HOMES) or f"There are: {', '.join(HOMES)}."
        )
    text = schema_text(name)
    if output is None:
        to_standard_output(text)
    else:
        save_text(text, output)
