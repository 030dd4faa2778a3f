"""Writes the pages of docs/ that are made from the catalogue, so that they cannot go stale.

Run: python docs/generate.py            writes the pages
     python docs/generate.py --check    fails where a page on disk differs
"""

import io
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from pmgap.catalogue import Catalogue
from pmgap.readers.builtin import load_catalogue

DOCS = Path(__file__).parent
MADE = "<!-- Made by docs/generate.py from the catalogue; do not edit. -->\n\n"


def attribution(catalogue: Catalogue) -> str:
    """Every source with its terms, and the notices that some ask for."""
    lines = [
        "# Attribution",
        "",
        "pmgap's catalogue is written in its own words. These are the works that its facts come from, with the terms",
        "under which they may be used. Names of products belong to their owners.",
        "",
        "## Notices",
        "",
        "- This service uses the ESCO classification of the European Commission.",
        "- Contains public sector information licensed under the Open Government Licence v3.0 (UK Government Digital",
        "  and Data Profession Capability Framework; Product Managers Learn By Doing; GOV.UK Service Manual).",
        "- Pay figures are averages by Glassdoor as cited by a Coursera article, accessed on 19 March 2025. They are",
        "  shown with country, source and date, and not checked since.",
        "- The Coursera article says of itself that it is for information only, and that readers should do further",
        "  research before they choose courses or credentials. The same holds for pmgap.",
        "- O*NET facts come from the O*NET database of the US Department of Labor. SFIA, GitLab, SVPG and other",
        "  frameworks are named for facts only; none of their text is carried.",
        "",
        "## Sources",
        "",
        "| id | title | publisher | where | terms | read |",
        "|---|---|---|---|---|---|",
    ]
    for source in catalogue.sources:
        read = source.read_on or (f"not read; cited as accessed {source.accessed}" if source.accessed else "not read")
        cells = (
            f'<a id="{source.id}"></a>{source.id}',
            source.title,
            source.publisher,
            source.where,
            source.terms,
            read,
        )
        lines.append(f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |")
    return MADE + "\n".join(lines) + "\n"


def where_the_numbers_come_from(catalogue: Catalogue) -> str:
    """From every requirement to its sources."""
    lines = [
        "# Where the numbers come from",
        "",
        "A report rests on three kinds of numbers: what you answered, what a role asks, and how much each weighs.",
        "",
        "- **Your answers** become a bracket of levels by rules that have no hidden constants: yes counts 1, partly",
        "  one half, no 0; a level is held from a mean of three quarters, failed up to one quarter. The algebra is one",
        "  file, `src/pmgap/bracket.py`.",
        f"- **Weights** are {', '.join(f'{name} {weight}' for name, weight in catalogue.importances.items())}. They are a",
        "  judgement; a catalogue of your own can set others.",
        "- **Levels asked** come from the sources named below, requirement by requirement. Where sources differ, the",
        "  note says which was followed and why. `judgement` means that no outside source backs the figure.",
        "",
        "A click on a source leads to its entry in [the list of sources](attribution.md#sources), with its place,",
        "terms and the date it was read. `pmgap roles ROLE` shows the same in a terminal.",
        "",
        "| citation | source | what it says |",
        "|---|---|---|",
    ]
    lines += [f"| {it.id} | [{it.source}](attribution.md#{it.source}) | {it.meaning} |" for it in catalogue.citations]
    for role in catalogue.roles:
        lines += ["", f"## {role.title}", "", role.summary, ""]
        if role.confidence:
            lines += [f"The sources support this role with {role.confidence} confidence.", ""]
        lines += ["| skill | level | importance | sources | note |", "|---|---|---|---|---|"]
        for need in role.requirements:
            sources = ", ".join(_link(catalogue, key) for key in need.sources)
            name = catalogue.skill_by_id[need.skill].name
            lines.append(f"| {name} | {need.level} | {need.importance} | {sources} | {need.note.replace('|', '/')} |")
        for gate in role.gates:
            ways = "; or ".join(way.text for way in gate.alternatives)
            sources = ", ".join(_link(catalogue, key) for key in gate.sources)
            informs = "" if gate.firm else " (informs only)"
            lines += ["", f"Gate, {gate.kind}{informs}: {ways}. Sources: {sources}. {gate.note}".rstrip()]
    figures = catalogue.demand_figures
    if figures:
        lines += ["", "## Demand in job postings", ""]
        lines += [f"- {it.text}: {_value(it.value)} [{', '.join(it.sources)}]" for it in figures]
    return MADE + "\n".join(lines) + "\n"


def _link(catalogue: Catalogue, key: str) -> str:
    return f"[{key}](attribution.md#{catalogue.source_by_id[key].id})"


def _value(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def command_line(_catalogue: Catalogue) -> str:
    """Every command from its own --help, as it goes to a pipe."""
    from typer.main import get_command

    from pmgap.cli.app import app

    whole = get_command(app)
    names = list(whole.commands)  # type: ignore[attr-defined]
    lines = [
        "# The command line",
        "",
        "Every command as it describes itself. `pmgap --install-completion` teaches your shell the commands, options,",
        "roles, skills and actions.",
    ]
    for name in ("", *names):
        command = ["pmgap", *([name] if name else [])]
        lines += ["", f"## {' '.join(command)}", "", "```text", _help(whole, name), "```"]
    return MADE + "\n".join(lines) + "\n"


def _help(whole: Any, name: str) -> str:
    shown = io.StringIO()
    with redirect_stdout(shown):
        whole.main([*([name] if name else []), "--help"], prog_name="pmgap", standalone_mode=False)
    return "\n".join(line.rstrip() for line in shown.getvalue().strip("\n").splitlines())


PAGES: dict[str, Callable[[Catalogue], str]] = {
    "attribution.md": attribution,
    "cli.md": command_line,
    "where-the-numbers-come-from.md": where_the_numbers_come_from,
}


def main() -> int:
    """Write the pages, or check them."""
    catalogue = load_catalogue()
    stale = []
    for name, page in PAGES.items():
        path, text = DOCS / name, page(catalogue)
        if "--check" in sys.argv[1:]:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                stale.append(name)
        else:
            path.write_text(text, encoding="utf-8")
    if stale:
        print(f"stale: {', '.join(stale)}; run python docs/generate.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
