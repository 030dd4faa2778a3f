"""The whole command line at a glance: every command and its options. The body of a command imports its room.

Annotations stay text until a command is called: making all of them takes as long as making that command.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Annotated, Any, Literal, get_type_hints

import typer

from pmgap.cli import completion
from pmgap.cli.entry import UNUSABLE, show_version
from pmgap.cli.usage import Command, Group

app = typer.Typer(
    name="pmgap",
    cls=Group,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Where you stand for a product-manager role, and what to do next. Offline, private, free.",
    epilog="Start with: pmgap assess. Everything stays on this machine.",
)


STAND, NEXT, HAVE, OTHERS, FILES = (
    "Where you stand",
    "What to do next",
    "What you have already",
    "With others",
    "The catalogue, and files",
)
"""The groups in which the help lists the commands."""

command: Callable[..., Callable[[Any], Any]] = partial(app.command, cls=Command)
"""Makes a function a command whose help has our layout."""

Style = Literal["text", "json"]
"""Formats of a report."""

NotesStyle = Literal["text", "json", "markdown"]
"""Formats of a report that is not made to be printed."""

PageStyle = Literal["text", "json", "markdown", "html"]
"""Formats of a report that may also be a page."""

TableStyle = Literal["text", "json", "markdown", "html", "csv"]
"""Formats of a report that may also be a page or a table."""

ReportStyle = Literal["text", "json", "markdown", "html", "csv", "svg", "jsonl"]
"""Formats of an assessment."""

PlanStyle = Literal["text", "json", "markdown", "html", "csv", "ics"]
"""Formats of a plan."""

InvitationStyle = Literal["yaml", "text", "json"]
"""Formats of an invitation."""

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
PostingsOption = Annotated[
    list[str] | None,
    typer.Option("--posting", metavar="FILE", help="Target a job posting; may be given several times, beside --role."),
]
PostingOption = Annotated[
    str | None, typer.Option("--posting", metavar="FILE", help="A job posting instead of a role; - for standard input.")
]
StyleOption = Annotated[Style, typer.Option("--format", "-f", help="How to write the report.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
OutputOption = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write the report to this file.")
]


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False,
) -> None:
    """Where you stand for a product-manager role, and what to do next. Offline, private, free."""
    if version:
        raise typer.Exit(show_version())
    if context.invoked_subcommand is None:
        context.get_help()
        raise typer.Exit(UNUSABLE)


@command(rich_help_panel=STAND)
def assess(
    profile: Annotated[
        str | None, typer.Argument(metavar="[PROFILE]", help="Profile file (YAML or JSON), or - for standard input.")
    ] = None,
    role: RoleOption = None,
    posting: PostingsOption = None,
    profiles: Annotated[
        str | None,
        typer.Option(
            "--profiles", metavar="FILE", help="Assess many: one profile as JSON per line, a line out for each; or -."
        ),
    ] = None,
    all_roles: Annotated[bool, typer.Option("--all-roles", help="With --profiles: every role.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="With --profiles: stop at the first bad line.")] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", metavar="N", min=1, max=256, help="With --profiles: processes at work.")
    ] = 1,
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
        Literal["quick", "full"],
        typer.Option("--mode", help="quick decides what is met; full finds your level in every skill."),
    ] = "quick",
    answers: Annotated[
        str | None,
        typer.Option(
            "--answers", metavar="FILE", help="Take answers from this file (id: yes) instead of asking; - for stdin."
        ),
    ] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask; report on what the profile holds.")] = False,
    fail_on: Annotated[
        Literal["must"] | None, typer.Option("--fail-on", help="End with exit code 1 if a must is not met.")
    ] = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Assess yourself for a role: answer questions, see where you stand and what to do next.

    In a terminal it asks what is still open and saves every answer at once; elsewhere it reports on the profile.
    Without PROFILE it uses your own profile in the user data directory.
    """
    chosen = "json" if json else style or ("text" if profiles is None else "jsonl")
    if profiles is not None:
        from pmgap.cli.bulk import bulk, check_usage

        check_usage(
            chosen,
            profile,
            answers,
            quick=mode == "quick",
            roles_named=bool(role or posting),
            all_roles=all_roles,
            full=full,
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
                fail_on=fail_on,
                postings=posting or [],
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
            mode=mode,
            answers_path=answers,
            fail_on=fail_on,
            postings=posting or [],
        )
    )


@command(rich_help_panel=STAND)
def match(
    profile: Annotated[
        str | None, typer.Argument(metavar="[PROFILE]", help="Profile file, or - for standard input; else your own.")
    ] = None,
    style: Annotated[PageStyle, typer.Option("--format", "-f", help="How to write the report.")] = "text",
    json: JsonOption = False,
    output: OutputOption = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Hold your profile against every role: which are near, what speaks for and against each, what carries over.

    Roles are grouped by readiness, never put into one order. It says what to answer first where too little is known.
    """
    from pmgap.cli.match import match as run

    run(profile, "json" if json else style, output, catalogue)


@command(rich_help_panel=STAND)
def compare(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="Earlier profile, or JSON report of assess.")],
    after: Annotated[
        str, typer.Argument(metavar="AFTER", help="Later profile, or JSON report of assess; - for stdin.")
    ],
    role: RoleOption = None,
    posting: PostingsOption = None,
    fail_on: Annotated[
        Literal["regression"] | None,
        typer.Option("--fail-on", help="End with exit code 1 if a skill has really fallen or a gate is lost."),
    ] = None,
    style: Annotated[PageStyle, typer.Option("--format", "-f", help="How to write the report.")] = "text",
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
            "json" if json else style,
            output,
            catalogue,
            fail_on_regression=fail_on is not None,
            postings=posting or [],
        )
    )


@command(rich_help_panel=NEXT)
def plan(
    profile: Annotated[
        str | None, typer.Argument(metavar="[PROFILE]", help="Profile file, or - for standard input; else your own.")
    ] = None,
    role: RoleOption = None,
    posting: PostingsOption = None,
    hours: Annotated[float, typer.Option("--hours", metavar="N", help="Hours you have in all.")] = 40,
    budget: Annotated[
        float | None,
        typer.Option("--budget", metavar="N", help="Money you have in all, in US dollars; no limit if not given."),
    ] = None,
    hours_per_week: Annotated[float, typer.Option("--hours-per-week", metavar="N", help="Hours you have a week.")] = 5,
    without_job: Annotated[
        bool, typer.Option("--without-job", help="Only what can be done without a product job.")
    ] = False,
    in_job: Annotated[bool, typer.Option("--in-job", help="Only what can be done inside a product job.")] = False,
    slot: Annotated[
        str, typer.Option("--slot", metavar="TEXT", help='When you learn, such as "Tuesday 18:00 after work".')
    ] = "Monday 18:00",
    start: Annotated[
        str | None,
        typer.Option("--start", metavar="DATE", help="First day for the calendar; tomorrow if not given."),
    ] = None,
    style: Annotated[
        PlanStyle, typer.Option("--format", "-f", help="How to write the plan; ics is a calendar.")
    ] = "text",
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
        "json" if json else style,
        output,
        catalogue,
        hours=hours,
        budget=budget,
        hours_per_week=hours_per_week,
        setting="without-job" if without_job else "in-job" if in_job else "any",
        slot=slot,
        first_day=start,
        postings=posting or [],
    )


@command(rich_help_panel=NEXT)
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
    what: Annotated[str, typer.Option("--what", metavar="TEXT", help="What it left behind, in a line.")] = "",
    link: Annotated[str | None, typer.Option("--link", metavar="LINK", help="Where it can be seen.")] = None,
    when: Annotated[str | None, typer.Option("--when", metavar="WHEN", help="When it was done, like 2026-03.")] = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Mark an action as done: it becomes evidence, is not proposed again, and its statements are asked anew."""
    from pmgap.cli.log import log as run

    run(action, profile, catalogue, what=what, link=link, when=when)


@command(rich_help_panel=NEXT)
def path(
    start: Annotated[
        str,
        typer.Argument(metavar="FROM", help="Role to start from, by id or title.", autocompletion=completion.roles),
    ],
    goal: Annotated[
        str, typer.Argument(metavar="TO", help="Role to get to, by id or title.", autocompletion=completion.roles)
    ],
    profile: Annotated[
        str | None,
        typer.Option("--profile", "-p", metavar="FILE", help="Your profile; else someone who just meets FROM."),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Show all current work that earns evidence.")] = False,
    style: Annotated[TableStyle, typer.Option("--format", "-f", help="How to write the report.")] = "text",
    json: JsonOption = False,
    output: OutputOption = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Find the way from one role to another: each move with its gaps, hours, gates and pay.

    Where no listed move leads there, it says why and which role comes nearest.
    """
    from pmgap.cli.path import path as run

    run((start, goal), profile, "json" if json else style, output, catalogue, full=full)


@command("import", rich_help_panel=HAVE)
def import_(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="CVs, or the zip or folder of a LinkedIn export; - for standard input."),
    ],
    profile: Annotated[
        str | None, typer.Option("--profile", "-p", metavar="FILE", help="Profile to take it into; else your own.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Start a new profile in this file.")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="YYYY-MM", help='Month that "present" means; this month if not given.'),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only report; save nothing.")] = False,
    style: Annotated[NotesStyle, typer.Option("--format", "-f", help="How to write the report.")] = "text",
    json: JsonOption = False,
    catalogue: CatalogueOption = None,
) -> None:
    """Take your CV into your profile: education, years, certificates, and the lines that name skills.

    Reads JSON Resume, LinkedIn exports, rendercv YAML, Markdown, text, HTML, PDF and DOCX. Nothing counts as an answer,
    and nothing that you gave is changed; pmgap assess asks you to confirm it.
    """
    from pmgap.cli.resumes import import_files as run

    if profile is not None and output is not None:
        raise typer.BadParameter("--profile and --output exclude each other.")
    run(
        files,
        "json" if json else style,
        catalogue,
        profile_path=profile,
        new_path=output,
        as_of=as_of,
        dry_run=dry_run,
    )


@command(rich_help_panel=HAVE)
def posting(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="Job posting: text, Markdown, HTML, PDF, DOCX; - for standard input."),
    ],
    full: Annotated[bool, typer.Option("--full", help="Show every line that names a skill.")] = False,
    style: Annotated[PageStyle, typer.Option("--format", "-f", help="How to write the report.")] = "text",
    json: JsonOption = False,
    output: OutputOption = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Show what a job posting asks: skills, years, degree, certificates, pay, each with the line that says so.

    --posting FILE makes it the target of assess, plan, team, invite and compare.
    """
    from pmgap.cli.posting import posting as run

    run(file, "json" if json else style, output, catalogue, full=full)


@command(rich_help_panel=OTHERS)
def team(
    profiles: Annotated[
        list[str], typer.Argument(metavar="PROFILES...", help="Profile files or folders of them; - for standard input.")
    ],
    role: Annotated[
        str | None,
        typer.Option("--role", "-r", metavar="ROLE", help="The role, by id or title.", autocompletion=completion.roles),
    ] = None,
    posting: PostingOption = None,
    anonymous: Annotated[bool, typer.Option("--anonymous", help="Show people as Person 1, Person 2 ...")] = False,
    names: Annotated[bool, typer.Option("--names", help="Name people in shared formats also below 5 of them.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Show the whole matrix and every name.")] = False,
    style: Annotated[TableStyle, typer.Option("--format", "-f", help="How to write the report.")] = "text",
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
        "json" if json else style,
        output,
        catalogue,
        anonymous=anonymous,
        names=names,
        full=full,
        posting=posting,
    )


@command(rich_help_panel=OTHERS)
def invite(
    profile: Annotated[str, typer.Argument(metavar="PROFILE", help="Profile file, or - for standard input.")],
    role: Annotated[
        str | None,
        typer.Option(
            "--role",
            "-r",
            metavar="ROLE",
            help="The role, by id or title; else your target.",
            autocompletion=completion.roles,
        ),
    ] = None,
    posting: PostingOption = None,
    full: Annotated[bool, typer.Option("--full", help="Ask about every level, not only the one asked for.")] = False,
    style: Annotated[
        InvitationStyle | None,
        typer.Option(
            "--format",
            "-f",
            help="text is a form for mail and word processors, json is for tools; else by the name of FILE, or yaml.",
        ),
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a new file.")
    ] = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Ask a colleague or coach for a second view: write a file that they fill in. It holds none of your answers."""
    from pmgap.cli.invite import invite as run

    run(profile, role, style, output, catalogue, mode="full" if full else "quick", posting=posting)


@command(rich_help_panel=OTHERS)
def merge(
    profile: Annotated[str, typer.Argument(metavar="PROFILE", help="Your profile file; the answers are kept in it.")],
    returned: Annotated[
        str, typer.Argument(metavar="RETURNED", help="The file or mail that came back; - for standard input.")
    ],
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who answered, if the file says none.")] = None,
    style: Annotated[PageStyle, typer.Option("--format", "-f", help="How to write the report.")] = "text",
    json: JsonOption = False,
    output: OutputOption = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Keep someone else's answers beside your own, never averaged, and show where the two views part."""
    from pmgap.cli.merge import merge as run

    run(profile, returned, by, "json" if json else style, output, catalogue)


@command(rich_help_panel=FILES)
def roles(
    role: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ROLE]...", help="One role in full, or two to compare.", autocompletion=completion.roles
        ),
    ] = None,
    style: StyleOption = "text",
    json: JsonOption = False,
    output: OutputOption = None,
    catalogue: CatalogueOption = None,
) -> None:
    """List the roles, show one in full with its sources, or show what one asks beyond another."""
    from pmgap.cli.roles import roles as run

    run(role or [], "json" if json else style, output, catalogue)


@command(rich_help_panel=FILES)
def skills(
    skill: Annotated[
        str | None, typer.Argument(metavar="[SKILL]", help="One skill in full.", autocompletion=completion.skills)
    ] = None,
    style: StyleOption = "text",
    json: JsonOption = False,
    output: OutputOption = None,
    catalogue: CatalogueOption = None,
) -> None:
    """List the skills, or show one in full: levels, statements, examples, what moves it up, sources."""
    from pmgap.cli.skills import skills as run

    run(skill, "json" if json else style, output, catalogue)


@command(rich_help_panel=FILES)
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


@command(rich_help_panel=FILES)
def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="catalogue, profile, or the kind of a report; lists them if not given.",
            autocompletion=completion.schemas,
        ),
    ] = None,
    output: OutputOption = None,
) -> None:
    """Print the JSON Schema of a file that pmgap reads or a report that it writes."""
    from pmgap.cli.schema import schema as run

    run(name, output)


def only_called(words: Sequence[str]) -> None:
    """Keep the one command that is called, for Typer spends as long on every further one as on this one.

    All of them stay where the first word is none of them: for help, completion, and a name that is misspelt.
    """
    called = [it for it in app.registered_commands if words and words[0] == (it.name or it.callback.__name__)]  # type: ignore[union-attr]
    app.registered_commands = called or app.registered_commands
    for command in called:
        # Typer asks four times for every annotation, and takes text as a program to compile each time.
        command.callback.__annotations__ = get_type_hints(command.callback, include_extras=True)
