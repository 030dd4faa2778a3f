"""The house keeps its shape: imports point down only, the rooms are pure, and every heavy thing has one door.

Read from the source with ``ast``; nothing is imported.
"""

import ast
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "src" / "pmgap"

FLOORS = {
    "cli": 5,
    "arrow": 5,  # the other face: for engines
    "readers": 4,
    "writers": 4,
    # every other module at the top is a room of judgement: floor 3
    "bracket": 2,
    "wording": 2,
    "catalogue": 2,
    "profile": 2,
    "printable": 1,
    "suggestions": 1,
    "errors": 1,
    "expressions": 1,
    "record": 0,
}
"""Floor of every part of the package. A module may import from its own floor and from those below."""

ROOM = 3

ABOVE_THE_HOUSE = {"__init__", "__main__"}
"""The way in: it may name anything."""

NEIGHBOURS = {
    ("writers.profile_yaml", "readers"): "it reads back what it writes, and what others wrote meanwhile",
    ("writers.yaml_dumper", "readers"): "it quotes what the reader would take for a number",
    ("writers.schemas", "readers"): "schemas are made by the validators that the readers use",
}
"""Imports between the doors in and the doors out, with their reason."""

IMPURE = {
    "rich", "typer", "yaml", "pydantic", "pydantic_core", "os", "sys", "time", "datetime", "random", "secrets", "io", "pathlib",
    "shutil", "subprocess", "socket", "urllib", "http", "tempfile", "locale", "logging",
}  # fmt: skip
"""What a room of judgement must not know: the screen, the disk, the clock, chance, the network."""

READS_ITS_BUILD = {
    "expressions": "expressions that the build compiled lie beside the .pyc files, and are read as those are",
}
"""A module that may read a file of the package, with the reason."""

LONG = 400
"""The most lines of a module."""

MAY_BE_LONG = {
    "cli.app": "every command and option at a glance; it holds signatures and no logic",
}
"""Modules that are longer, with the reason."""


class Import:
    """One import statement, as far as it concerns anyone here."""

    def __init__(self, name: str, line: int, *, at_top: bool) -> None:
        self.name = name
        self.line = line
        self.at_top = at_top


def modules() -> list[str]:
    """Every module of the package, without the package's own name."""
    return sorted(".".join(path.relative_to(PACKAGE).with_suffix("").parts) for path in PACKAGE.rglob("*.py"))


@cache
def source(module: str) -> str:
    """The text of a module."""
    return (PACKAGE / (module.replace(".", "/") + ".py")).read_text(encoding="utf-8")


@cache
def tree(module: str) -> ast.Module:
    """A module as Python understands it."""
    return ast.parse(source(module))


@cache
def imports(module: str) -> list[Import]:
    """Everything that a module imports, also inside functions and for type checkers."""
    found = []
    for node in ast.walk(tree(module)):
        at_top = node in tree(module).body
        if isinstance(node, ast.Import):
            found += [Import(alias.name, node.lineno, at_top=at_top) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: imports name the whole path"
            names = [f"pmgap.{alias.name}" for alias in node.names] if node.module == "pmgap" else [node.module or ""]
            found += [Import(name, node.lineno, at_top=at_top) for name in names]
    return found


def part(module: str) -> str:
    """The part of the package that a module belongs to: a folder, or the module itself."""
    return module.partition(".")[0]


def floor(module: str) -> int:
    """The floor of a module."""
    return FLOORS.get(part(module), ROOM)


ROOMS = [it for it in modules() if floor(it) == ROOM and it not in ABOVE_THE_HOUSE]


def test_every_part_named_here_exists() -> None:
    """A floor plan that names rooms that are gone would check nothing."""
    there = {part(module) for module in modules()}
    assert FLOORS.keys() <= there
    assert {part(module) for module, _ in NEIGHBOURS} <= there
    assert MAY_BE_LONG.keys() | READS_ITS_BUILD.keys() <= set(modules())
    assert {"assessment", "judgement", "readiness", "gates", "role_views"} <= set(ROOMS)


def test_imports_point_down() -> None:
    wrong = []
    for module in modules():
        for entry in imports(module) if module not in ABOVE_THE_HOUSE else ():
            name = entry.name.removeprefix("pmgap.")
            if name not in (entry.name, "__version__") and floor(name) > floor(module):
                wrong.append(f"{module}:{entry.line} imports {name}, which is above it")
    assert wrong == []


def test_doors_in_and_doors_out_do_not_know_each_other() -> None:
    wrong = []
    for module in modules():
        if part(module) not in ("readers", "writers"):
            continue
        other = "writers" if part(module) == "readers" else "readers"
        found = [it for it in imports(module) if part(it.name.removeprefix("pmgap.")) == other]
        if (module, other) not in NEIGHBOURS:
            wrong += [f"{module}:{it.line} imports {it.name}" for it in found]
        elif not found:
            wrong.append(f"{module} needs no exception")
    assert wrong == []


def test_rooms_are_pure() -> None:
    wrong = []
    below = [it for it in modules() if 0 < floor(it) < ROOM and part(it) != "catalogue" and it not in READS_ITS_BUILD]
    for module in [*ROOMS, *below]:
        wrong += [
            f"{module}:{it.line} imports {it.name}" for it in imports(module) if it.name.partition(".")[0] in IMPURE
        ]
        calls = [it for it in ast.walk(tree(module)) if isinstance(it, ast.Call) and isinstance(it.func, ast.Name)]
        wrong += [
            f"{module}:{it.lineno} calls {it.func.id}"
            for it in calls
            if it.func.id in ("print", "open", "input", "exec", "eval")
        ]
    assert wrong == []


def test_pydantic_and_yaml_have_few_doors() -> None:
    wrong = []
    for module in modules():
        may = {
            "pydantic": module == "readers.validation",
            "pydantic_core": module == "readers.validation",
            "yaml": part(module) in ("readers", "writers"),
            "rich": part(module) in ("writers", "cli"),
            "typer": part(module) == "cli",
        }
        wrong += [
            f"{module}:{it.line} imports {it.name}"
            for it in imports(module)
            if not may.get(it.name.partition(".")[0], True)
        ]
    assert wrong == []


def test_nothing_talks_to_the_network() -> None:
    """Everything stays on this machine."""
    network = {"socket", "ssl", "http", "ftplib", "smtplib", "requests", "httpx", "aiohttp", "webbrowser", "asyncio"}
    assert [
        f"{module}:{it.line} imports {it.name}"
        for module in modules()
        for it in imports(module)
        if it.name.partition(".")[0] in network or it.name.startswith(("urllib.request", "xmlrpc"))
    ] == []


def test_the_command_line_names_commands_and_imports_their_rooms_in_their_bodies() -> None:
    at_top = {entry.name for entry in imports("cli.app") if entry.at_top}
    of_ours = {"pmgap.cli", "pmgap.cli.entry", "pmgap.cli.usage"}
    assert at_top == {"__future__", "collections.abc", "functools", "typing", "typer"} | of_ours
    at_top = {entry.name for entry in imports("cli.completion") if entry.at_top}
    assert at_top == {"os"}
    at_top = {entry.name for entry in imports("cli.entry") if entry.at_top}
    assert at_top <= {"atexit", "errno", "gc", "os", "sys"}


def test_a_module_can_be_read_in_one_go() -> None:
    count = {module: len(source(module).splitlines()) for module in modules()}
    assert {module: lines for module, lines in count.items() if lines > LONG}.keys() == MAY_BE_LONG.keys()


def test_a_module_says_what_it_is() -> None:
    assert [module for module in modules() if not ast.get_docstring(tree(module))] == []
