"""A source checkout, an editable install and an installed wheel behave alike: the same catalogue, the same bytes."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

PARTS = ("src", "data", "tests", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".gitignore")
"""What a build sees of a checkout."""

UNREACHABLE = (
    "NewConnectionError", "ConnectTimeoutError", "ReadTimeoutError", "NameResolutionError", "Max retries exceeded",
    "ProxyError", "Network is unreachable", "Read timed out", "Connection refused", "Connection reset",
)  # fmt: skip
"""What pip says when it cannot reach an index."""

START = """
import os, runpy, site, sys
installed, libraries, forbidden = sys.argv[1:4]
if installed:
    site.addsitedir(installed)
sys.path += libraries.split(os.pathsep)

def refuse(event, arguments):
    if event == "open" and forbidden and str(arguments[0]).startswith(tuple(forbidden.split(os.pathsep))):
        raise SystemExit(f"opened {arguments[0]}")

sys.addaudithook(refuse)
sys.argv[:] = ["pmgap", *sys.argv[4:]]
runpy.run_module("pmgap", run_name="__main__")
"""
"""Run pmgap without the packages of this environment, apart from its libraries. No .pth file of them is read, so an
editable install of pmgap that the tests themselves run on is out of reach."""

LIBRARIES = os.pathsep.join(dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib"))))

Start = Callable[..., bytes]


def copy_of_checkout(target: Path) -> Path:
    """What a fresh clone holds; building there leaves this checkout alone."""
    target.mkdir()
    for name in PARTS:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns(
                "__pycache__",
                "builtin*.json",
                "builtin_expressions.bin",
                "builtin_tables.py",
                ".*_cache",
                "node_modules",
            )
            shutil.copytree(ROOT / name, target / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, target / name)
    return target


def pip(*arguments: str | Path, cwd: Path, **variables: str) -> None:
    """Run pip; skip the test where it is missing or cannot reach an index for the build requirements."""
    done = subprocess.run(
        [sys.executable, "-m", "pip", *map(str, arguments)],
        capture_output=True,
        text=True,
        env={
            **os.environ,
            **variables,
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "PIP_RETRIES": "1",
            "PIP_DEFAULT_TIMEOUT": "15",
        },
        cwd=cwd,
        check=False,
    )
    said = done.stdout + done.stderr
    if "No module named pip" in said:
        pytest.skip("NOT CHECKED: this Python has no pip, so no wheel can be built")
    if done.returncode and any(sign in said for sign in UNREACHABLE):
        pytest.skip("NOT CHECKED: pip cannot reach a package index for the build requirements of pmgap")
    assert done.returncode == 0, said


@pytest.fixture(scope="session")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("install")


@pytest.fixture(scope="session")
def checkout(workplace: Path) -> Path:
    return copy_of_checkout(workplace / "checkout")


@pytest.fixture(scope="session")
def build_tools(workplace: Path) -> Path:
    """A folder with what builds pmgap, so that not every build has to fetch it."""
    target = workplace / "tools"
    needs = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    pip("install", "--target", target, *needs, "editables", cwd=workplace)  # hatchling asks for it where it is needed
    return target


@pytest.fixture(scope="session")
def wheel(workplace: Path, build_tools: Path) -> Path:
    source = copy_of_checkout(workplace / "source-of-wheel")
    how = ("--no-deps", "--no-build-isolation", "--wheel-dir", workplace / "wheels")
    pip("wheel", source, *how, cwd=workplace, PYTHONPATH=str(build_tools))
    shutil.rmtree(source)
    (built,) = (workplace / "wheels").glob("pmgap-*.whl")
    return built


@pytest.fixture(scope="session")
def wheel_folder(wheel: Path, workplace: Path) -> Path:
    """A folder with the wheel installed in it, and nothing else."""
    target = workplace / "from-wheel"
    pip("install", "--no-deps", "--no-index", "--target", target, wheel, cwd=workplace)
    return target


@pytest.fixture(scope="session")
def editable_folder(workplace: Path, build_tools: Path) -> Path:
    """A folder with an editable install in it, of a copy of the checkout beside it."""
    source = copy_of_checkout(workplace / "editable-source")
    target = workplace / "editable"
    how = ("--no-deps", "--no-build-isolation", "--target", target, "--editable", source)
    pip("install", *how, cwd=workplace, PYTHONPATH=str(build_tools))
    return target


@pytest.fixture
def start(environment: dict[str, str], tmp_path: Path) -> Start:
    """Run pmgap from an empty folder, with one place to find it, and give what it printed."""
    empty = tmp_path / "empty"
    empty.mkdir()

    def run(*arguments: str, installed: Path | None = None, path: Path | None = None, forbidden: str = "") -> bytes:
        variables = {key: value for key, value in environment.items() if key != "PYTHONPATH"}
        done = subprocess.run(
            [sys.executable, "-S", "-c", START, str(installed or ""), LIBRARIES, forbidden, *arguments],
            capture_output=True,
            env={**variables, "PYTHONPATH": str(path)} if path else variables,
            cwd=empty,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        assert list(empty.iterdir()) == []
        return done.stdout

    return run


def from_wheel(start: Start, wheel_folder: Path, *arguments: str) -> bytes:
    """What the installed wheel prints, with the source and the data of this checkout out of reach."""
    forbidden = os.pathsep.join(f"{ROOT / name}{os.sep}" for name in ("src", "data"))
    return start(*arguments, installed=wheel_folder, forbidden=forbidden)


@pytest.mark.parametrize("arguments", [("roles",), ("roles", "product-manager")], ids=" ".join)
def test_the_three_ways_to_have_it_give_the_same_bytes(
    start: Start, checkout: Path, editable_folder: Path, wheel_folder: Path, arguments: tuple[str, ...]
) -> None:
    told = from_wheel(start, wheel_folder, *arguments, "--format", "json")
    assert told
    assert start(*arguments, "--format", "json", path=checkout / "src") == told
    assert start(*arguments, "--format", "json", installed=editable_folder) == told


def test_a_checkout_needs_no_build_step(start: Start, checkout: Path) -> None:
    assert not (checkout / "src" / "pmgap" / "builtin.json").exists()
    assert json.loads(start("roles", "--format", "json", path=checkout / "src"))["roles"]


def test_an_editable_install_reads_the_data_of_its_checkout(
    start: Start, editable_folder: Path, workplace: Path
) -> None:
    front_door = workplace / "editable-source" / "data" / "roles.yaml"
    before = front_door.read_text(encoding="utf-8")
    front_door.write_text(before.replace("title: Product lead\n", "title: Changed here\n"), encoding="utf-8")
    try:
        assert b"Changed here" in start("roles", "--format", "json", installed=editable_folder)
    finally:
        front_door.write_text(before, encoding="utf-8")


def test_the_command_of_the_wheel_starts(
    environment: dict[str, str], start: Start, wheel_folder: Path, tmp_path: Path
) -> None:
    command = shutil.which("pmgap", path=str(wheel_folder / "bin"))
    assert command
    done = subprocess.run(
        [command, "roles", "--format", "json"],
        capture_output=True,
        env={**environment, "PYTHONPATH": str(wheel_folder)},
        cwd=tmp_path,
        check=True,
    )
    assert done.stdout == from_wheel(start, wheel_folder, "roles", "--format", "json")


def test_a_source_distribution_makes_the_same_wheel(workplace: Path, wheel: Path, build_tools: Path) -> None:
    source = copy_of_checkout(workplace / "source-of-sdist")
    subprocess.run(
        [sys.executable, "-c", "from hatchling.build import build_sdist; build_sdist('made')"],
        env={**os.environ, "PYTHONPATH": str(build_tools)},
        cwd=source,
        check=True,
    )
    (made,) = (source / "made").glob("pmgap-*.tar.gz")
    target = workplace / "wheels-of-sdist"
    how = ("--no-deps", "--no-build-isolation", "--wheel-dir", target)
    pip("wheel", made, *how, cwd=workplace, PYTHONPATH=str(build_tools))
    (of_sdist,) = target.glob("pmgap-*.whl")
    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(of_sdist) as other:
        files = {it.filename: it.CRC for it in one.infolist() if not it.filename.endswith("RECORD")}
        assert {it.filename: it.CRC for it in other.infolist() if not it.filename.endswith("RECORD")} == files


def test_the_wheel_holds_the_package_the_catalogue_and_the_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    data = {f"pmgap/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "data").rglob("*.yaml")}
    assert {"pmgap/data/roles.yaml", "pmgap/data/skills/road-mapping.yaml"} <= data <= names
    assert {
        "pmgap/__init__.py",
        "pmgap/__main__.py",
        "pmgap/py.typed",
        "pmgap/builtin.json",
        "pmgap/builtin_expressions.bin",
        "pmgap/postings/builtin_tables.py",
    } <= names
    assert [name for name in names if name.endswith(".dist-info/licenses/LICENSE")]
    assert sorted({name.partition("/")[0] for name in names if ".dist-info/" not in name}) == ["pmgap"]
    assert [name for name in names if {"tests", "conftest.py", "__pycache__"} & set(name.split("/"))] == []


def test_the_compiled_catalogue_of_the_wheel_fits_its_files(wheel_folder: Path) -> None:
    script = (
        "from pmgap.catalogue.compiled import read_compiled\n"
        "from pmgap.readers.front_door import builtin_front_door\n"
        "catalogue = read_compiled(builtin_front_door())\n"
        "print(len(catalogue.roles), builtin_front_door())"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", script],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(wheel_folder)},
        check=True,
    )
    assert done.stdout.split(maxsplit=1) == ["11", f"{wheel_folder / 'pmgap' / 'data' / 'roles.yaml'}\n"]
