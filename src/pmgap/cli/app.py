"""The whole command line at a glance: every command and its options. The body of a command imports its room."""

from enum import StrEnum
from typing import Annotated

import typer

from pmgap.cli import completion

app = typer.Typer(
    name="pmgap",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Where you stand for a product-manager role, and what to do next. Offline, private, free.",
    epilog="Start with: pmgap assess. Everything stays on this machine.",
)


class Style(StrEnum):
    """Formats of a report."""

    text = "text"
    json = "json"


class PageStyle(StrEnum):
    """Formats of a report that may also be a page."""

    text = "text"
    json = "json"
    markdown = "markdown"


class TableStyle(StrEnum):
    """Formats of a report that may also be a page or a table."""

    text = "text"
    json = "json"
    markdown = "markdown"
    csv = "csv"


class ReportStyle(StrEnum):
    """Formats of an assessment."""

    text = "text"
    json = "json"
    markdown = "markdown"
    html = "html"
    csv = "csv"
    svg = "svg"
    jsonl = "jsonl"


class PlanStyle(StrEnum):
    """Formats of a plan."""

    text = "text"
    json = "json"
    markdown = "markdown"
    html = "html"
    csv = "csv"
    ics = "ics"


class Depth(StrEnum):
    """How much the interview asks."""

    quick = "quick"
    full = "full"


class Importance(StrEnum):
    """What --fail-on looks at."""

    must = "must"


class Change(StrEnum):
    """What --fail-on of a comparison looks at."""

    regression = "regression"


CatalogueOption = Annotated[
    str | None,
    typer.Option(
        "--catalogue", metavar="FILE", envvar="PMGAP_CATALOGUE", help="Use this catalogue, not the shipped one."
    ),
]
RoleOption = Annotated[
    list[str] | None,
    typer.Option(
        "--role",
        "-r",
        metavar="ROLE",
        help="Target role, by id or title; may be given several times.",
        autocompletion=completion.roles,
    ),
]
StyleOption = Annotated[Style, typer.Option("--format", "-f", help="How to write the report.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
OutputOption = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write the report to this file.")
]


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False,
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
    profiles: Annotated[
        str | None,
        typer.Option(
            "--profiles", metavar="FILE", help="Assess many: one profile as JSON per line, a line out for each; or -."
        ),
    ] = None,
    all_roles: Annotated[bool, typer.Option("--all-roles", help="With --profiles: every role.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="With --profiles: stop at the first bad line.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", min=1, max=256, help="With --profiles: processes at work.")] = 1,
    style: Annotated[
        ReportStyle | None,
        typer.Option(
            "--format",
            "-f",
            help="How to write the report; svg is the chart alone. With --profiles: jsonl or csv.",
            show_default="text; jsonl with --profiles",
        ),
    ] = None,
    json: JsonOption = False,
    output: OutputOption = None,
    full: Annotated[bool, typer.Option("--full", help="Show every requirement with its reason.")] = False,
    mode: Annotated[
        Depth, typer.Option("--mode", help="quick decides what is met; full finds your level in every skill.")
    ] = Depth.quick,
    answers: Annotated[
        str | None,
        typer.Option(
            "--answers", metavar="FILE", help="Take answers from this file (id: yes) instead of asking; - for stdin."
        ),
    ] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask; report on what the profile holds.")] = False,
    fail_on: Annotated[
        Importance | None, typer.Option("--fail-on", help="End with exit code 1 if a must is not met.")
    ] = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Assess yourself for a role: answer questions, see where you stand and what to do next.

    In a terminal it asks what is still open and saves every answer at once; elsewhere it reports on the profile.
    Without PROFILE it uses your own profile in the user data directory.
    """
    chosen = "json" if json else style.value if style else "jsonl" if profiles is not None else "text"
    importance = fail_on.value if fail_on else None
    if profiles is not None:
        from pmgap.cli.bulk import bulk, check_usage

        check_usage(
            chosen, profile, answers, quick=mode is Depth.quick, roles_named=bool(role), all_roles=all_roles, full=full
        )
        raise typer.Exit(
            bulk(
                profiles,
                role or [],
                chosen,
                output,
                catalogue,
                all_roles=all_roles,
                full=full,
                strict=strict,
                jobs=jobs,
                fail_on=importance,
            )
        )
    from pmgap.cli.assess import assess as run
    from pmgap.cli.assess import keep_to_one

    keep_to_one(chosen, all_roles=all_roles, strict=strict, jobs=jobs)
    raise typer.Exit(
        run(
            profile,
            role or [],
            chosen,
            output,
            catalogue,
            full=full,
            ask=not no_input,
            mode=mode.value,
            answers_path=answers,
            fail_on=importance,
        )
    )


@app.command()
def roles(
    role: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ROLE]...", help="One role in full, or two to compare.", autocompletion=completion.roles
        ),
    ] = None,
    style: StyleOption = Style.text,
    json: JsonOption = False,
    output: OutputOption = None,
    catalogue: CatalogueOption = None,
) -> None:
    """List the roles, show one in full with its sources, or show what one asks beyond another."""
    from pmgap.cli.roles import roles as run

    run(role or [], "json" if json else style.value, output, catalogue)


@app.command()
def check(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A catalogue or a profile.")],
    strict: Annotated[bool, typer.Option("--strict", help="Count advice on wording and sources as errors.")] = False,
    catalogue: CatalogueOption = None,
) -> None:
    """Check a catalogue or a profile: every problem with its line and what to do.

    Exit code 0 when it can be used, 1 when it cannot.
    """
    from pmgap.cli.check import check as run

    raise typer.Exit(run(file, catalogue, strict=strict))


@app.command()
def skills(
    skill: Annotated[
        str | None, typer.Argument(metavar="[SKILL]", help="One skill in full.", autocompletion=completion.skills)
    ] = None,
    style: StyleOption = Style.text,
    json: JsonOption = False,
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
    ] = False,
    in_job: Annotated[bool, typer.Option("--in-job", help="Only what can be done inside a product job.")] = False,
    slot: Annotated[
        str, typer.Option("--slot", metavar="TEXT", help='When you learn, such as "Tuesday 18:00 after work".')
    ] = "Monday 18:00",
    start: Annotated[
        str | None,
        typer.Option("--start", metavar="DATE", help="First day in the calendar; the next slot if not given."),
    ] = None,
    style: Annotated[
        PlanStyle, typer.Option("--format", "-f", help="How to write the plan; ics is a calendar.")
    ] = PlanStyle.text,
    json: JsonOption = False,
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
    action: Annotated[
        str,
        typer.Argument(
            metavar="ACTION", help="Id of an action, as pmgap plan names it.", autocompletion=completion.actions
        ),
    ],
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


@app.command()
def team(
    profiles: Annotated[
        list[str], typer.Argument(metavar="PROFILES...", help="Profile files or folders of them; - for standard input.")
    ],
    role: Annotated[str | None, typer.Option("--role", "-r", metavar="ROLE", help="The role, by id or title.")] = None,
    anonymous: Annotated[bool, typer.Option("--anonymous", help="Show people as Person 1, Person 2 ...")] = False,
    names: Annotated[bool, typer.Option("--names", help="Name people in shared formats also below 5 of them.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Show the whole matrix and every name.")] = False,
    style: Annotated[TableStyle, typer.Option("--format", "-f", help="How to write the report.")] = TableStyle.text,
    json: JsonOption = False,
    output: OutputOption = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Show what a team covers of a role: who holds what, what rests on one person, what nobody holds.

    People stand in the order in which they are named, never by how well they do.
    """
    from pmgap.cli.team import team as run

    if anonymous and names:
        raise typer.BadParameter("--anonymous and --names exclude each other.")
    run(
        profiles,
        role,
        "json" if json else style.value,
        output,
        catalogue,
        anonymous=anonymous,
        names=names,
        full=full,
    )


@app.command()
def invite(
    profile: Annotated[str, typer.Argument(metavar="PROFILE", help="Profile file, or - for standard input.")],
    role: Annotated[
        str | None, typer.Option("--role", "-r", metavar="ROLE", help="The role, by id or title; else your target.")
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Ask about every level, not only the one asked for.")] = False,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a new file.")
    ] = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Ask a colleague or coach for a second view: write a file that they fill in. It holds none of your answers."""
    from pmgap.cli.invite import invite as run

    run(profile, role, output, catalogue, mode="full" if full else "quick")


@app.command()
def merge(
    profile: Annotated[str, typer.Argument(metavar="PROFILE", help="Your profile file; the answers are kept in it.")],
    returned: Annotated[str, typer.Argument(metavar="RETURNED", help="The file that came back; - for standard input.")],
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who answered, if the file says none.")] = None,
    style: Annotated[PageStyle, typer.Option("--format", "-f", help="How to write the report.")] = PageStyle.text,
    json: JsonOption = False,
    output: OutputOption = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Keep someone else's answers beside your own, never averaged, and show where the two views part."""
    from pmgap.cli.merge import merge as run

    run(profile, returned, by, "json" if json else style.value, output, catalogue)


@app.command()
def match(
    profile: Annotated[
        str | None, typer.Argument(metavar="[PROFILE]", help="Profile file, or - for standard input; else your own.")
    ] = None,
    style: Annotated[PageStyle, typer.Option("--format", "-f", help="How to write the report.")] = PageStyle.text,
    json: JsonOption = False,
    output: OutputOption = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Hold your profile against every role: which are near, what speaks for and against each, what carries over.

    Roles are grouped by readiness, never put into one order. It says what to answer first where too little is known.
    """
    from pmgap.cli.match import match as run

    run(profile, "json" if json else style.value, output, catalogue)


@app.command()
def path(
    start: Annotated[str, typer.Argument(metavar="FROM", help="Role to start from, by id or title.")],
    goal: Annotated[str, typer.Argument(metavar="TO", help="Role to get to, by id or title.")],
    profile: Annotated[
        str | None,
        typer.Option("--profile", "-p", metavar="FILE", help="Your profile; else someone who just meets FROM."),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Show all current work that earns evidence.")] = False,
    style: Annotated[TableStyle, typer.Option("--format", "-f", help="How to write the report.")] = TableStyle.text,
    json: JsonOption = False,
    output: OutputOption = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Find the way from one role to another: each move with its gaps, hours, gates and pay.

    Where no listed move leads there, it says why and which role comes nearest.
    """
    from pmgap.cli.path import path as run

    run((start, goal), profile, "json" if json else style.value, output, catalogue, full=full)


@app.command()
def compare(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="Earlier profile, or JSON report of assess.")],
    after: Annotated[
        str, typer.Argument(metavar="AFTER", help="Later profile, or JSON report of assess; - for stdin.")
    ],
    role: RoleOption = None,
    fail_on: Annotated[
        Change | None,
        typer.Option("--fail-on", help="End with exit code 1 if a skill has really fallen or a gate is lost."),
    ] = None,
    style: Annotated[PageStyle, typer.Option("--format", "-f", help="How to write the report.")] = PageStyle.text,
    json: JsonOption = False,
    output: OutputOption = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Tell what changed between two looks at yourself: really different, or merely better known.

    Without --role it compares every skill, and the roles that the profiles aim at or the reports tell of.
    """
    from pmgap.cli.compare import compare as run

    raise typer.Exit(
        run(
            (before, after),
            role or [],
            "json" if json else style.value,
            output,
            catalogue,
            fail_on_regression=fail_on is not None,
        )
    )


@app.command()
def schema(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="catalogue, profile, or the kind of a report; lists them if not given."),
    ] = None,
    output: OutputOption = None,
) -> None:
    """Print the JSON Schema of a file that pmgap reads or a report that it writes."""
    from pmgap.cli.schema import schema as run

    run(name, output)
