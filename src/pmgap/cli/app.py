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


class PlanStyle(str, Enum):
    """Formats of a plan."""

    text = "text"
    json = "json"
    markdown = "markdown"
    csv = "csv"
    ics = "ics"


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


@app.command()
def skills(
    skill: Annotated[str | None, typer.Argument(metavar="[SKILL]", help="One skill in full.")] = None,
    style: StyleOption = Style.text,
    json: JsonOption = False,  # noqa: FBT002
    output: OutputOption = None,
    catalogue: CatalogueOption = None,
) -> None:
    """List the skills, or show one in full: levels, statements, examples, what moves it up, sources."""
    from pmgap.cli.skills import skills as run

    run(skill, "json" if json else style.value, output, catalogue)


@app.command()
def plan(
    profile: Annotated[
        str | None, typer.Argument(metavar="[PROFILE]", help="Profile file, or - for standard input; else your own.")
    ] = None,
    role: RoleOption = None,
    hours: Annotated[float, typer.Option("--hours", help="Hours you have in all.")] = 40,
    budget: Annotated[
        float | None, typer.Option("--budget", help="Money you have in all, in US dollars; no limit if not given.")
    ] = None,
    hours_per_week: Annotated[float, typer.Option("--hours-per-week", help="Hours you have a week.")] = 5,
    without_job: Annotated[
        bool, typer.Option("--without-job", help="Only what can be done without a product job.")
    ] = False,  # noqa: FBT002
    in_job: Annotated[bool, typer.Option("--in-job", help="Only what can be done inside a product job.")] = False,  # noqa: FBT002
    slot: Annotated[
        str, typer.Option("--slot", metavar="TEXT", help='When you learn, such as "Tuesday 18:00 after work".')
    ] = "Monday 18:00",
    start: Annotated[
        str | None, typer.Option("--start", metavar="DATE", help="First day in the calendar; the next slot if not given.")
    ] = None,
    style: Annotated[PlanStyle, typer.Option("--format", "-f", help="How to write the plan; ics is a calendar.")] = PlanStyle.text,
    json: JsonOption = False,  # noqa: FBT002
    output: OutputOption = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Make the best plan for the hours and money you have, and say what it is worth.

    No other choice of actions closes more of what the role asks for; the plan says what was left out, and why.
    """
    from pmgap.cli.plan import plan as run

    if without_job and in_job:
        raise typer.BadParameter("--without-job and --in-job exclude each other.")
    run(
        profile,
        role or [],
        "json" if json else style.value,
        output,
        catalogue,
        hours=hours,
        budget=budget,
        hours_per_week=hours_per_week,
        setting="without-job" if without_job else "in-job" if in_job else "any",
        slot=slot,
        first_day=start,
    )


@app.command()
def log(
    action: Annotated[str, typer.Argument(metavar="ACTION", help="Id of an action, as pmgap plan names it.")],
    profile: Annotated[
        str | None, typer.Argument(metavar="[PROFILE]", help="Profile file; your own if not given.")
    ] = None,
    what: Annotated[str, typer.Option("--what", help="What it left behind, in a line.")] = "",
    link: Annotated[str | None, typer.Option("--link", help="Where it can be seen.")] = None,
    when: Annotated[str | None, typer.Option("--when", help="When it was done, like 2026-03.")] = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Mark an action as done: it becomes evidence, is not proposed again, and its statements are asked anew."""
    from pmgap.cli.log import log as run

    run(action, profile, catalogue, what=what, link=link, when=when)
