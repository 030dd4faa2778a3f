"""The whole command line at a glance: every command and its options. The body of a command imports its room."""

from enum import Enum
from typing import Annotated

import typer

app = typer.Typer(
    name="pmgap",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Where you stand for a product-manager role, and what to do next. Offline, private, free.",
    epilog="Start with: pmgap assess. Everything stays on this machine.",
)


class Style(str, Enum):
    """Formats of a report."""

    text = "text"
    json = "json"


class Depth(str, Enum):
    """How much the interview asks."""

    quick = "quick"
    full = "full"


class Importance(str, Enum):
    """What --fail-on looks at."""

    must = "must"


CatalogueOption = Annotated[
    str | None,
    typer.Option("--catalogue", metavar="FILE", envvar="PMGAP_CATALOGUE", help="Use this catalogue, not the shipped one."),
]
RoleOption = Annotated[
    list[str] | None,
    typer.Option("--role", "-r", metavar="ROLE", help="Target role, by id or title; may be given several times."),
]
StyleOption = Annotated[Style, typer.Option("--format", "-f", help="How to write the report.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
OutputOption = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write the report to this file.")
]


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False,  # noqa: FBT002
) -> None:
    """Where you stand for a product-manager role, and what to do next. Offline, private, free."""
    if version:
        from pmgap import __version__

        typer.echo(f"pmgap {__version__}")
        raise typer.Exit


@app.command()
def assess(
    profile: Annotated[
        str | None, typer.Argument(metavar="[PROFILE]", help="Profile file (YAML or JSON), or - for standard input.")
    ] = None,
    role: RoleOption = None,
    style: StyleOption = Style.text,
    json: JsonOption = False,  # noqa: FBT002
    output: OutputOption = None,
    full: Annotated[bool, typer.Option("--full", help="Show every requirement with its reason.")] = False,  # noqa: FBT002
    mode: Annotated[
        Depth, typer.Option("--mode", help="quick decides what is met; full finds your level in every skill.")
    ] = Depth.quick,
    answers: Annotated[
        str | None,
        typer.Option("--answers", metavar="FILE", help="Take answers from this file (id: yes) instead of asking; - for stdin."),
    ] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask; report on what the profile holds.")] = False,  # noqa: FBT002
    fail_on: Annotated[
        Importance | None, typer.Option("--fail-on", help="End with exit code 1 if a must is not met.")
    ] = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Assess yourself for a role: answer questions, see where you stand and what to do next.

    In a terminal it asks what is still open and saves every answer at once; elsewhere it reports on the profile.
    Without PROFILE it uses your own profile in the user data directory.
    """
    from pmgap.cli.assess import assess as run

    raise typer.Exit(
        run(
            profile,
            role or [],
            "json" if json else style.value,
            output,
            catalogue,
            full=full,
            ask=not no_input,
            mode=mode.value,
            answers_path=answers,
            fail_on=fail_on.value if fail_on else None,
        )
    )


@app.command()
def roles(
    role: Annotated[list[str] | None, typer.Argument(metavar="[ROLE]...", help="One role in full, or two to compare.")] = None,
    style: StyleOption = Style.text,
    json: JsonOption = False,  # noqa: FBT002
    output: OutputOption = None,
    catalogue: CatalogueOption = None,
) -> None:
    """List the roles, show one in full with its sources, or show what one asks beyond another."""
    from pmgap.cli.roles import roles as run

    run(role or [], "json" if json else style.value, output, catalogue)


@app.command()
def check(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A catalogue or a profile.")],
    strict: Annotated[bool, typer.Option("--strict", help="Count advice on wording and sources as errors.")] = False,  # noqa: FBT002
    catalogue: CatalogueOption = None,
) -> None:
    """Check a catalogue or a profile: every problem with its line and what to do.

    Exit code 0 when it can be used, 1 when it cannot.
    """
    from pmgap.cli.check import check as run

    raise typer.Exit(run(file, catalogue, strict=strict))
