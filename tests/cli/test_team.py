"""``pmgap team`` as a real process: names and who may see them, formats, hostile input, a thousand people."""

import csv
import io
import json
import os
from pathlib import Path

import pytest

from conftest import Run
from pmgap.cli.team import LONGEST_NAME
from pseudo_terminal import PseudoTerminal
from ready_process import ReadyProcess

SMALL = Path(__file__).parent.parent / "small_catalogue.yaml"
TEAM = Path(__file__).parent.parent.parent / "examples" / "team"
BAKER = ("--role", "baker", "--catalogue", SMALL)
GROWTH = ("--role", "growth-product-manager")


def write(tmp_path: Path, **texts: str) -> list[Path]:
    """Profiles by file name."""
    paths = []
    for name, text in texts.items():
        path = tmp_path / f"{name}.yaml"
        path.write_text(f"pmgap: 1\n{text}\n", encoding="utf-8")
        paths.append(path)
    return paths


def people(tmp_path: Path, count: int) -> list[Path]:
    return write(
        tmp_path, **{f"p{number}": f"name: Name{number}\nanswers: {{baking.1a: yes}}" for number in range(count)}
    )


def names_in(text: str) -> bool:
    return "Name0" in text


def test_people_are_shown_by_the_name_they_give_or_by_their_file(pmgap: Run, tmp_path: Path) -> None:
    files = write(tmp_path, stemma="name: Ada", second="answers: {baking.1a: no}")
    done = pmgap("team", *files, *BAKER)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Ada" in done.stdout
    assert "second" in done.stdout
    assert "stemma" not in done.stdout


@pytest.mark.parametrize("style", ["json", "markdown", "csv", "html"])
def test_a_format_that_is_passed_on_names_nobody_below_five(pmgap: Run, tmp_path: Path, style: str) -> None:
    few = people(tmp_path, 4)
    done = pmgap("team", *few, *BAKER, "--format", style)
    assert not names_in(done.stdout)
    assert "Person 4" in done.stdout
    told = "Names are left out: fewer than 5 people in a format made to be passed on. --names keeps them.\n"
    assert done.stderr == told
    assert pmgap("team", *few, *BAKER, "--format", style, "--anonymous").stderr == "", "who asked for it knows"
    kept = pmgap("team", *few, *BAKER, "--format", style, "--names")
    assert names_in(kept.stdout)
    assert kept.stderr == ""


@pytest.mark.parametrize("style", ["json", "markdown", "csv"])
def test_from_five_people_on_they_are_named_unless_asked_otherwise(pmgap: Run, tmp_path: Path, style: str) -> None:
    many = people(tmp_path, 5)
    assert names_in(pmgap("team", *many, *BAKER, "--format", style).stdout)
    assert not names_in(pmgap("team", *many, *BAKER, "--format", style, "--anonymous").stdout)


def test_text_is_for_ones_own_eyes_and_names_people_unless_asked_otherwise(pmgap: Run, tmp_path: Path) -> None:
    done = pmgap("team", *people(tmp_path, 2), *BAKER)
    assert names_in(done.stdout)
    assert done.stderr == ""
    assert not names_in(pmgap("team", *people(tmp_path, 2), *BAKER, "--anonymous").stdout)


def test_anonymous_and_names_exclude_each_other(pmgap: Run, tmp_path: Path) -> None:
    done = pmgap("team", *people(tmp_path, 2), *BAKER, "--anonymous", "--names")
    assert done.returncode == 2
    assert "exclude each other" in done.stderr


def test_people_keep_the_order_in_which_they_are_named(pmgap: Run, tmp_path: Path) -> None:
    files = people(tmp_path, 6)
    for order in (files, files[::-1]):
        report = json.loads(pmgap("team", *order, *BAKER, "--json").stdout)
        assert [it["name"] for it in report["people"]] == [path.stem.replace("p", "Name") for path in order]


def test_a_folder_means_its_profiles_by_the_alphabet(pmgap: Run, tmp_path: Path) -> None:
    folder = tmp_path / "team"
    folder.mkdir()
    write(folder, zoe="", ada="")
    (folder / "ben.json").write_text('{"pmgap": 1}', encoding="utf-8")
    (folder / "notes.txt").write_text("no profile", encoding="utf-8")
    (folder / ".hidden.yaml").write_text("no profile", encoding="utf-8")
    report = json.loads(pmgap("team", folder, *BAKER, "--json", "--names").stdout)
    assert [it["name"] for it in report["people"]] == ["ada", "ben", "zoe"]


def test_a_pipe_in_a_folder_is_not_waited_for(pmgap: Run, tmp_path: Path) -> None:
    folder = tmp_path / "team"
    folder.mkdir()
    write(folder, ada="")
    os.mkfifo(folder / "ben.yaml")
    done = pmgap("team", "team", *BAKER)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "pmgap: team/ben.yaml: it is neither a file nor a folder\n  Take it out of the folder.\n"


def test_a_file_that_is_named_twice_counts_once(pmgap: Run, tmp_path: Path) -> None:
    (file,) = write(tmp_path, ada="")
    (tmp_path / "link.yaml").symlink_to(file)
    done = pmgap("team", file, "./ada.yaml", "link.yaml", *BAKER, "--json")
    assert len(json.loads(done.stdout)["people"]) == 1
    assert done.stderr.count("Counted once") == 2


def test_one_of_them_may_come_from_a_pipe(pmgap: Run, tmp_path: Path) -> None:
    report = json.loads(
        pmgap("team", "-", *write(tmp_path, a=""), *BAKER, "--json", "--names", stdin="pmgap: 1").stdout
    )
    assert [it["name"] for it in report["people"]] == ["standard input", "a"]


def test_the_example_fits_eighty_columns_and_tells_every_kind_of_cell_apart(pmgap: Run) -> None:
    done = pmgap("team", TEAM, *GROWTH)
    assert (done.returncode, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= 80
    rows = [line.split() for line in done.stdout.splitlines() if line.startswith("  Pricing")]
    assert ["Pricing", "2", "■", "2", "-", "?", "?"] in rows
    assert "□ 1-4" in done.stdout
    assert "· 0-2" in done.stdout
    assert "within reach: Amara" in done.stdout


def test_a_wide_team_wraps_into_blocks(pmgap: Run, tmp_path: Path) -> None:
    done = pmgap("team", *people(tmp_path, 30), *BAKER)
    assert max(map(len, done.stdout.splitlines())) <= 80
    heads = [line for line in done.stdout.splitlines() if line.split()[:2] == ["Skill", "Asked"] and "Name" in line]
    assert len(heads) > 2
    assert " ".join(heads).replace("Skill", "").replace("Asked", "").split() == [f"Name{it}" for it in range(30)]


def test_a_very_wide_team_is_drawn_when_asked_for(pmgap: Run, tmp_path: Path) -> None:
    files = people(tmp_path, 41)
    short = pmgap("team", *files, *BAKER).stdout
    assert "Left out here for 41 people; --full draws it" in short
    assert "Name40" not in short.split("Nearest")[0]
    assert "Name40" in pmgap("team", *files, *BAKER, "--full").stdout.split("Nearest")[0]


def test_a_terminal_shows_what_a_pipe_shows(
    environment: dict[str, str], pmgap: Run, tmp_path: Path, ready_process: ReadyProcess
) -> None:
    terminal = PseudoTerminal(["team", str(TEAM), *GROWTH], environment, tmp_path, ready=ready_process)
    try:
        assert terminal.end() == 0
        shown = "\n".join(line.rstrip() for line in terminal.text.splitlines())
        assert shown.strip() == pmgap("team", TEAM, *GROWTH).stdout.strip()
    finally:
        terminal.close()


HOSTILE = {
    "formula": "=cmd|' /C calc'!A0",
    "formula2": "@SUM(1)",
    "formula3": "\t-1+1",
    "plus": "+1",
    "wide formula": "\uff1d1+1",
    "escape": "\x1b[31mred\x1b]0;title\x07",
    "markup": "[bold]x[/bold] | a | <b>b</b> `c`",
    "turned": "\u202eadA",
    "lines": 'Ada\nBen: 3\r\n,"quoted"',
    "wide": "\u540d\u524d" * 40,
    "long": "x" * 10_000,
}


@pytest.fixture
def hostile(tmp_path: Path) -> list[Path]:
    paths = []
    for key, name in HOSTILE.items():
        path = tmp_path / f"{key}.json"
        path.write_text(json.dumps({"pmgap": 1, "name": name}), encoding="utf-8")
        paths.append(path)
    return paths


def test_hostile_names_stay_names_in_text_and_markdown(pmgap: Run, hostile: list[Path]) -> None:
    text = pmgap("team", *hostile, *BAKER).stdout
    page = pmgap("team", *hostile, *BAKER, "--format", "markdown").stdout
    for shown in (text, page):
        assert all(line.isprintable() for line in shown.split("\n"))
    assert "[bold]x[/bold]" in text.replace("\n", "")
    assert "<b>" not in page
    tables = [line for line in page.splitlines() if line.startswith("|")]
    assert len({line.replace("\\|", "").count("|") for line in tables}) == 3  # counts, eight people, the other two


def test_a_name_without_end_is_cut(pmgap: Run, hostile: list[Path]) -> None:
    people = json.loads(pmgap("team", *hostile, *BAKER, "--json").stdout)["people"]
    assert max(len(it["name"]) for it in people) == LONGEST_NAME
    assert any(it["name"].endswith("xxx...") for it in people)


def test_hostile_names_are_no_formula_and_no_second_row_in_a_spreadsheet(pmgap: Run, hostile: list[Path]) -> None:
    rows = list(csv.reader(io.StringIO(pmgap("team", *hostile, *BAKER, "--format", "csv").stdout)))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) == 3
    for cell in (cell for row in rows for cell in row):
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))
        assert cell.isprintable()


def test_a_file_name_is_as_hostile_as_a_name(pmgap: Run, tmp_path: Path) -> None:
    bad = os.path.join(os.fsencode(tmp_path), b"\xff\x1b[31m.yaml")
    with open(bad, "wb") as file:
        file.write(b"pmgap: 1\n")
    for style in ("text", "json", "markdown", "csv"):
        done = pmgap("team", tmp_path, *BAKER, "--names", "--format", style)
        assert done.returncode == 0
        assert "\x1b" not in done.stdout
        assert "udcff" in done.stdout


def test_the_csv_is_a_matrix_that_no_spreadsheet_takes_for_dates(pmgap: Run, tmp_path: Path) -> None:
    out = tmp_path / "team.csv"
    done = pmgap("team", TEAM, *GROWTH, "--names", "--format", "csv", "--output", out)
    assert done.returncode == 0
    data = out.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfskill,name,importance,required,")
    table = {row["name"]: row for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig")))}
    pricing = table["Pricing"]
    assert [pricing[it] for it in ("Amara", "Ines", "Tomas", "Wei")] == [
        "met 2 (claimed)", "not applicable", "not asked", "not asked",
    ]  # fmt: skip
    assert [pricing[it] for it in ("surely", "possibly", "measured", "unclear", "not asked", "not applicable")] == [
        "1", "3", "1", "0", "2", "1",
    ]  # fmt: skip
    assert table["Research"]["Wei"] == "unclear 1 to 4 (mentioned)"
    assert table["Microsoft Excel"]["Tomas"] == "met 3 (declared)"
    assert table["Conversion rate optimization"]["Amara"] == "met 4 (evidenced)"


def test_a_pipe_gets_csv_without_a_byte_order_mark(pmgap: Run) -> None:
    assert pmgap("team", TEAM, *GROWTH, "--format", "csv").stdout.startswith("skill,name,")


def test_the_json_report_is_the_whole_matrix(pmgap: Run) -> None:
    report = json.loads(pmgap("team", TEAM, *GROWTH, "--json", "--names").stdout)
    assert (report["schema_version"], report["kind"]) == ("1", "team")
    assert report["role"]["id"] == "growth-product-manager"
    rows = {row["skill"]: row for row in report["skills"]}
    assert rows["research"]["cells"]["Wei"] == {
        "bracket": {"low": 1, "high": 4},
        "basis": "mentioned",
        "verdict": "unclear",
        "contradiction": False,
    }
    assert rows["pricing"]["cells"]["Ines"]["bracket"] is None
    own = json.loads(pmgap("assess", TEAM / "amara.yaml", *GROWTH, "--no-input", "--json").stdout)
    amara = next(it for it in report["people"] if it["name"] == "Amara")
    assert amara["readiness"] == own["readiness"]


def test_same_input_same_bytes(pmgap: Run) -> None:
    for style in ("text", "json", "markdown", "csv"):
        arguments = ("team", TEAM, *GROWTH, "--format", style)
        assert pmgap(*arguments).stdout == pmgap(*arguments, env={"PYTHONHASHSEED": "1"}).stdout


def test_everything_that_is_wrong_in_any_profile_is_told_at_once(pmgap: Run, tmp_path: Path) -> None:
    files = write(tmp_path, good="", typo="anwers: {}", level="levels: {baking: 9}")
    done = pmgap("team", *files, tmp_path / "gone.yaml", *BAKER)
    assert (done.returncode, done.stdout) == (2, "")
    for told in ("typo.yaml:2", "level.yaml", "not on the scale", "gone.yaml: there is no such file"):
        assert told in done.stderr
    assert "good.yaml" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_thousand_broken_files_do_not_flood_the_screen(pmgap: Run, tmp_path: Path) -> None:
    folder = tmp_path / "team"
    folder.mkdir()
    write(folder, **{f"p{number}": "typo: 1" for number in range(200)})
    done = pmgap("team", folder, *BAKER)
    assert done.returncode == 2
    assert done.stderr.count("unknown key") == 50


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("a.yaml",), "no role was named"),
        (("a.yaml", "--role", "bakr", "--catalogue", SMALL), "unknown role"),
        ((".", *BAKER, "--format", "svg"), "svg"),
        (("empty", *BAKER), "the folder holds no profile"),
        ((*BAKER,), "Missing argument"),
        (("a.yaml", *BAKER, "-o", "./a.yaml"), "the report would replace what it is made from"),
    ],
)
def test_bad_usage_is_one_clear_message(pmgap: Run, tmp_path: Path, arguments: tuple[str, ...], what: str) -> None:
    (file,) = write(tmp_path, a="name: Ada")
    (tmp_path / "empty").mkdir()
    done = pmgap("team", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert what in done.stderr
    assert file.read_text(encoding="utf-8") == "pmgap: 1\nname: Ada\n"


def test_progress_is_for_terminals_and_only_when_it_takes_long(pmgap: Run, tmp_path: Path) -> None:
    assert pmgap("team", *people(tmp_path, 5), *BAKER, "--json").stderr == ""
