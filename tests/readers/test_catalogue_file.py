"""Catalogues from files: extending the shipped one, files that include others, other scales, and the compiled form."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pmgap.assessment import assess
from pmgap.catalogue import Catalogue
from pmgap.catalogue.compiled import compiled_catalogue, from_lines, plain, read_compiled, stored_terms
from pmgap.catalogue.term_tree import term_tree, tree_of_text, vocabulary
from pmgap.errors import Problem, UserError
from pmgap.profile import Profile
from pmgap.readers.builtin import load_catalogue
from pmgap.readers.catalogue_file import MOST_FILES, read_catalogue
from pmgap.readers.documents import parse
from pmgap.readers.front_door import builtin_front_door
from pmgap.terms import find_terms

SMALL_FILE = Path(__file__).parent.parent / "small_catalogue.yaml"
SMALL = SMALL_FILE.read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of its own for the files of a catalogue."""
    made = tmp_path / "kitchen"
    made.mkdir()
    return made


def read(folder: Path, **files: str) -> Catalogue:
    """The catalogue in some files; ``front`` is the one that includes or extends."""
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return read_catalogue(str(folder / "front.yaml"))[0]


def problems(folder: Path, **files: str) -> tuple[Problem, ...]:
    """What reading a catalogue complains about."""
    with pytest.raises(UserError) as caught:
        read(folder, **files)
    return caught.value.problems


def places(found: tuple[Problem, ...], folder: Path) -> list[tuple[str, int | None, str]]:
    """The places of some problems, with files named as in the folder."""
    return [(os.path.relpath(it.where.file, folder), it.where.line, it.where.path) for it in found if it.where]


# Extending the shipped catalogue.


@pytest.fixture
def base(monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """A small catalogue in the place of the shipped one, which takes a second to read and check."""
    monkeypatch.setattr("pmgap.readers.catalogue_file.builtin_front_door", lambda: str(SMALL_FILE))
    return read_catalogue(str(SMALL_FILE))[0]


def test_extending_without_a_change_is_the_shipped_catalogue_under_another_hash(
    folder: Path, catalogue: Catalogue
) -> None:
    extended = read(folder, front="extends: builtin\n")
    assert plain(extended) | {"sha256": ""} == plain(catalogue) | {"sha256": ""}
    assert extended.sha256 != catalogue.sha256


def test_the_text_of_a_statement_can_be_changed_by_its_id(folder: Path, base: Catalogue) -> None:
    skill, level, statement = next(iter(base.statement_by_id.values()))
    text = "I have shipped a thing."
    extended = read(
        folder,
        front=f"""\
extends: builtin
skills:
  - id: {skill.id}
    levels: [{{level: {level}, statements: [{{id: {statement.id}, text: {text}}}]}}]
""",
    )
    assert extended.statement_by_id[statement.id][2].text == text
    others = {key: it for key, (_, _, it) in extended.statement_by_id.items() if key != statement.id}
    assert others == {key: it for key, (_, _, it) in base.statement_by_id.items() if key != statement.id}
    assert list(extended.statement_by_id) == list(base.statement_by_id), "the order stays"


def test_a_statement_can_be_added_to_a_level(folder: Path, base: Catalogue) -> None:
    skill = base.skills[0]
    before = skill.statements_at(2)
    extended = read(
        folder,
        front=f"""\
extends: builtin
skills:
  - id: {skill.id}
    levels:
      - level: 2
        statements:
          - {{id: {skill.id}.2z, text: I have shown a visitor around.}}
""",
    )
    assert extended.skill_by_id[skill.id].statements_at(2)[:-1] == before
    assert extended.statement_by_id[f"{skill.id}.2z"][2].text == "I have shown a visitor around."


ADDED = """\
extends: builtin
id: ours
version: "2"
skills:
  - id: baking
    name: Baking
    group: leadership-and-people
    definition: Makes bread.
    levels:
      - {level: 0, meaning: Has not baked.}
      - level: 1
        meaning: Bakes.
        statements: [{id: baking.1a, text: I have baked a loaf from a recipe.}]
roles:
  - id: baker
    title: Baker
    summary: Bakes.
    requirements:
      - {skill: baking, level: 1, importance: must}
      - {skill: road-mapping, level: 2, importance: nice}
actions:
  - {id: baking-0-1, skill: baking, from_level: 0, to_level: 1, kind: practice, title: Bake, hours: 2}
"""


def test_a_role_and_a_skill_can_be_added(folder: Path, catalogue: Catalogue) -> None:
    group = catalogue.groups[0].id
    extended = read(folder, front=ADDED.replace("leadership-and-people", group))
    assert (extended.id, extended.version) == ("ours", "2")
    assert [role.id for role in extended.roles] == [*(role.id for role in catalogue.roles), "baker"]
    assert extended.skills[:-1] == catalogue.skills
    report = assess(extended, Profile(answers={"baking.1a": "yes"}), extended.role_by_id["baker"])
    assert {it.skill: it.verdict for it in report.requirements} == {"baking": "met", "road-mapping": "not asked"}


def test_one_requirement_of_a_role_can_be_changed(folder: Path, base: Catalogue) -> None:
    role = base.roles[0]
    first, *others = role.requirements
    extended = read(
        folder,
        front=f"""\
extends: builtin
roles:
  - id: {role.id}
    requirements: [{{skill: {first.skill}, note: As we see it.}}]
""",
    )
    changed = extended.role_by_id[role.id]
    assert changed.requirements[0].note == "As we see it."
    assert (changed.requirements[0].level, changed.requirements[0].importance) == (first.level, first.importance)
    assert list(changed.requirements[1:]) == others
    assert changed.title == role.title
    assert changed.responsibilities == role.responsibilities


def test_lists_without_ids_replace_the_old_ones(folder: Path, base: Catalogue) -> None:
    role = next(role for role in base.roles if role.aliases and role.gates)
    extended = read(folder, front=f"extends: builtin\nroles: [{{id: {role.id}, aliases: [Boss], gates: []}}]\n")
    assert extended.role_by_id[role.id].aliases == ("Boss",)
    assert extended.role_by_id[role.id].gates == ()


def test_plain_values_and_mappings_can_be_changed(folder: Path, base: Catalogue) -> None:
    extended = read(folder, front="extends: builtin\ntitle: Ours\nimportances: {must: 5}\n")
    assert extended.title == "Ours"
    assert extended.importances == {**base.importances, "must": 5}


def test_a_level_of_the_scale_is_changed_by_its_number(folder: Path, base: Catalogue) -> None:
    extended = read(folder, front="extends: builtin\nscale: [{level: 1, name: beginner}]\n")
    assert [it.level for it in extended.scale] == [it.level for it in base.scale]
    assert [it.name for it in extended.scale if it.level == 1] == ["beginner"]


def test_what_is_wrong_in_an_override_is_told_at_its_line_in_the_own_file(folder: Path, base: Catalogue) -> None:
    role = base.roles[1]
    skill = role.requirements[0].skill
    found = problems(
        folder,
        front=f"""\
extends: builtin
roles:
  - id: {role.id}
    titel: Boss
    requirements:
      - skill: {skill}
        level: three
  - id: newcomer
    summary: New.
    requirements: []
""",
    )
    assert [it.what for it in found] == [
        'unknown key "titel"',
        '"three": input should be a valid integer',
        'the key "title" is missing',
    ]
    assert places(found, folder) == [
        ("front.yaml", 4, "roles[0].titel"),
        ("front.yaml", 7, "roles[0].requirements[0].level"),
        ("front.yaml", 8, "roles[1].title"),
    ]


def test_what_does_not_fit_together_after_an_override_is_told_where_it_was_changed(
    folder: Path, base: Catalogue
) -> None:
    role = base.roles[0]
    skill = role.requirements[0].skill
    found = problems(
        folder,
        front=f"""\
extends: builtin
roles:
  - id: {role.id}
    requirements:
      - {{skill: {skill}, importance: musst}}
""",
    )
    assert [(it.rule, it.hint) for it in found] == [("unknown-id", "Did you mean must?")]
    assert places(found, folder) == [("front.yaml", 5, "roles[0].requirements[0].importance")]


@pytest.mark.parametrize("key", ["[1]", "{a: b}", "~", "1", "1.5", "yes"])
@pytest.mark.usefixtures("base")
def test_an_id_that_is_no_text_is_told_of(key: str, folder: Path) -> None:
    found = problems(folder, front=f"extends: builtin\ngroups:\n  - {{id: {key}, name: A}}\n")
    assert places(found, folder) == [("front.yaml", 3, "groups[0].id")]


@pytest.mark.parametrize(("base", "shown"), [("other", '"other"'), ("[builtin]", '["builtin"]'), ("yes", "true")])
def test_only_the_shipped_catalogue_can_be_extended(base: str, shown: str, folder: Path) -> None:
    (found,) = problems(folder, front=f"id: a\nextends: {base}\n")
    assert found.what == f"it extends {shown}"
    assert found.hint == "The only catalogue to extend is builtin."
    assert places((found,), folder) == [("front.yaml", 2, "extends")]


# Catalogues in several files.


def parts() -> dict[str, str]:
    """The small catalogue in three files: the front, the skills, and the rest."""
    skills, roles = SMALL.index("skills:\n"), SMALL.index("roles:\n")
    front = SMALL[:skills].replace("id: small", "id: small\ninclude: [skills.yaml, rest.yaml]")
    return {"front": front, "skills": SMALL[skills:roles], "rest": SMALL[roles:]}


def test_a_catalogue_in_several_files_is_the_same_catalogue(folder: Path) -> None:
    (folder / "whole.yaml").write_text(SMALL, encoding="utf-8")
    whole = read_catalogue(str(folder / "whole.yaml"))[0]
    assert plain(read(folder, **parts())) | {"sha256": ""} == plain(whole) | {"sha256": ""}


def test_lists_of_several_files_are_joined(folder: Path) -> None:
    files = parts()
    more = "groups:\n  - {id: art, name: Art, sources: [book]}\n  - {id: law, name: Law, sources: [book]}\n"
    files["front"] = files["front"].replace("rest.yaml]", "rest.yaml, more.yaml]")
    assert [group.id for group in read(folder, **files, more=more).groups] == ["craft", "art", "law"]


def test_everything_wrong_in_several_files_is_told_at_once_file_by_file(folder: Path) -> None:
    files = parts()
    files["front"] = files["front"].replace("must: 3", "must: three").replace("rest.yaml]", "rest.yaml, more.yaml]")
    files["skills"] = files["skills"].replace("name: Baking", "nmae: Baking")
    files["rest"] = files["rest"].replace("hours: 6", "hours: six")
    files["more"] = "\n# more\n\ngroups:\n  - {id: art}\n  - {id: [1], name: Law}\n"
    found = problems(folder, **files)
    line = {name: text.splitlines() for name, text in files.items()}
    assert places(found, folder) == [
        ("front.yaml", line["front"].index("importances: {must: three, nice: 1}") + 1, "importances.must"),
        ("more.yaml", 5, "groups[0].name"),
        ("more.yaml", 6, "groups[1].id"),
        ("rest.yaml", line["rest"].index("    hours: six") + 1, "actions[1].hours"),
        ("skills.yaml", 2, "skills[0].name"),
        ("skills.yaml", 3, "skills[0].nmae"),
    ]


def test_what_does_not_fit_together_is_told_at_once_file_by_file(folder: Path) -> None:
    files = parts()
    files["skills"] = files["skills"].replace(
        "group: craft\n    definition: Serves", "group: art\n    definition: Serves"
    )
    files["rest"] = files["rest"].replace("reports_to: {role: head-baker", "reports_to: {role: chef")
    found = problems(folder, **files)
    assert [it.what for it in found] == ['unknown role "chef"', 'unknown skill group "art"']
    line = {name: text.splitlines() for name, text in files.items()}
    assert places(found, folder) == [
        ("rest.yaml", line["rest"].index("    reports_to: {role: chef, sources: [book]}") + 1, "roles[0].reports_to"),
        ("skills.yaml", line["skills"].index("    group: art") + 1, "skills[1].group"),
    ]


def test_a_value_that_two_files_set_is_told_of(folder: Path) -> None:
    files = parts()
    files["rest"] = "importances: {must: 1}\nid: other\n" + files["rest"]
    found = problems(folder, **files)
    assert [(it.rule, it.what) for it in found] == [
        ("duplicate-key", 'the key "importances" is set in two files'),
        ("duplicate-key", 'the key "id" is set in two files'),
    ]
    assert places(found, folder) == [("rest.yaml", 1, "importances"), ("rest.yaml", 2, "id")]


@pytest.mark.parametrize(
    "name", ["../outside.yaml", "/etc/passwd", "/", "sub/../../outside.yaml", "link.yaml", "linked/outside.yaml", ".."]
)
def test_a_file_outside_the_folder_is_not_read(name: str, folder: Path) -> None:
    (folder.parent / "outside.yaml").write_text("groups: []\n", encoding="utf-8")
    (folder / "link.yaml").symlink_to(folder.parent / "outside.yaml")
    (folder / "linked").symlink_to(folder.parent)
    (found,) = problems(folder, front=f"id: a\ninclude:\n  - {name}\n")
    assert found.what == f'it includes "{name}", which is outside its folder'
    assert found.hint == "Name files beside the catalogue or below it."
    assert places((found,), folder) == [("front.yaml", 3, "include[0]")]


def test_files_below_the_folder_are_read(folder: Path) -> None:
    (folder / "sub").mkdir()
    files = parts()
    (folder / "sub" / "skills.yaml").write_text(files.pop("skills"), encoding="utf-8")
    files["front"] = files["front"].replace("[skills.yaml", "[sub/skills.yaml")
    assert len(read(folder, **files).skills) == 2


def test_a_missing_file_is_told_of_where_it_is_included(folder: Path) -> None:
    (found,) = problems(folder, front="id: a\ninclude: [a.yaml]\n")
    assert found.what == 'it includes "a.yaml", but there is no such file'
    assert places((found,), folder) == [("front.yaml", 2, "include[0]")]


@pytest.mark.parametrize(
    "names", ["[front.yaml]", "[./front.yaml]", "[other.yaml, other.yaml]", "[other.yaml, ./other.yaml]"]
)
def test_a_file_is_not_taken_twice(names: str, folder: Path) -> None:
    (found,) = problems(folder, front=f"id: a\ninclude: {names}\n", other="groups: []\n")
    assert found.what.endswith("which is part of it already")
    assert places((found,), folder) == [("front.yaml", 2, f"include[{names.count(',')}]")]


@pytest.mark.parametrize("key", ["include: [front.yaml]", "extends: builtin"])
def test_only_the_first_file_includes_others(key: str, folder: Path) -> None:
    (found,) = problems(folder, front="id: a\ninclude: [other.yaml]\n", other=f"groups: []\n{key}\n")
    assert (found.rule, found.hint) == ("unknown-key", "Only the first file may have it.")
    assert places((found,), folder) == [("other.yaml", 2, key.partition(":")[0])]


@pytest.mark.parametrize("names", ["skills.yaml", "{a: b}", "[1]", "[[a]]", "yes", "[~]"])
def test_include_is_a_list_of_names(names: str, folder: Path) -> None:
    (found,) = problems(folder, front=f"id: a\ninclude: {names}\n")
    assert found.what == "include is not a list of file names"
    assert places((found,), folder) == [("front.yaml", 2, "include")]


@pytest.mark.parametrize("name", ['"a\\0b.yaml"', '"\\ud800.yaml"'])
def test_a_name_that_no_file_can_have(name: str, folder: Path) -> None:
    (folder / "front.json").write_text(
        f'{{"id": "a",\n "include": [{name}]}}'.replace("\\0", "\\u0000"), encoding="utf-8"
    )
    with pytest.raises(UserError) as caught:
        read_catalogue(str(folder / "front.json"))
    (found,) = caught.value.problems
    assert found.what.endswith("which cannot be a file name")
    assert places((found,), folder) == [("front.json", 2, "include[0]")]


def test_no_more_files_than_anyone_needs(folder: Path) -> None:
    (found,) = problems(folder, front=f"id: a\ninclude: [{', '.join(['a.yaml'] * (MOST_FILES + 1))}]\n")
    assert found.what == f"it includes more than {MOST_FILES} files"


def test_a_broken_file_is_told_of_by_its_own_name_and_line(folder: Path) -> None:
    files = parts()
    files["skills"] = "skills:\n  - id: a\n id: b\n"
    assert places(problems(folder, **files), folder) == [("skills.yaml", 3, "")]


# The hash.


def test_the_hash_does_not_depend_on_line_ends(folder: Path) -> None:
    digest = read(folder, **parts()).sha256
    for name, text in parts().items():
        (folder / f"{name}.yaml").write_bytes(text.replace("\n", "\r\n").encode())
    assert read_catalogue(str(folder / "front.yaml"))[0].sha256 == digest


def test_the_hash_changes_with_every_file(folder: Path) -> None:
    files = parts()
    digests = {read(folder, **files).sha256}
    digests.update(read(folder, **{**files, name: f"{text}# seen\n"}).sha256 for name, text in files.items())
    assert len(digests) == 4


def test_the_hash_does_not_depend_on_the_folder(folder: Path) -> None:
    (folder / "sub").mkdir()
    assert read(folder, **parts()).sha256 == read(folder / "sub", **parts()).sha256


# Other shapes.


def test_another_scale_and_other_importances(folder: Path) -> None:
    catalogue = read(
        folder,
        front="""\
id: dojo
version: "1"
language: de
scale: [{level: 0, name: weiss}, {level: 1, name: gelb}, {level: 2, name: gruen}, {level: 3, name: blau},
  {level: 4, name: braun}, {level: 5, name: schwarz}]
importances: {kern: 10, rand: 1}
groups: [{id: kampf, name: Kampf}]
action_kinds: {training: do}
cost_bands: [{id: free, meaning: umsonst}]
skills:
  - id: wurf
    name: Wurf
    group: kampf
    definition: Wirft.
    levels:
      - {level: 5, meaning: Wirft alle., statements: [{id: wurf.5a, text: Ich habe alle geworfen.}]}
roles:
  - {id: meister, title: Meister, summary: Lehrt., requirements: [{skill: wurf, level: 5, importance: kern}]}
programmes:
  - {id: schule, name: Schule, kind: training, provider: Dojo, moves: [{skill: wurf, from_level: 0, to_level: 5}]}
""",
    )
    assert (catalogue.top, catalogue.deciding_importance, catalogue.level_name(5)) == (5, "kern", "schwarz")
    report = assess(catalogue, Profile(answers={"wurf.5a": "no"}), catalogue.roles[0])
    (requirement,) = report.requirements
    assert (requirement.bracket.low, requirement.bracket.high, requirement.verdict) == (0, 4, "gap")
    assert (requirement.importance, requirement.weight, requirement.gap.certain) == ("kern", 10, 1)


def test_another_format_version_is_told_of(folder: Path) -> None:
    (found,) = problems(folder, front="id: a\npmgap_catalogue: 2\n")
    assert found.what == "it is written for catalogue format 2, this pmgap reads format 1"
    assert places((found,), folder) == [("front.yaml", 2, "pmgap_catalogue")]


def test_a_profile_is_no_catalogue(folder: Path) -> None:
    (found,) = problems(folder, front="# me\npmgap: 1\nanswers: {}\n")
    assert found.what == "it is a profile, not a catalogue"
    assert places((found,), folder) == [("front.yaml", 2, "pmgap")]


@pytest.mark.parametrize("text", ["", "# nothing", "- a", "words", "{}", "id: a"])
def test_what_is_no_catalogue_is_told_of(text: str, folder: Path) -> None:
    assert problems(folder, front=text)


def test_an_unknown_key_is_told_of_with_the_one_that_was_meant(folder: Path) -> None:
    found = problems(folder, front=SMALL.replace("career_moves:", "carer_moves:").replace("citations:", "sha256:"))
    assert [(it.what, it.hint) for it in found] == [
        ('unknown key "carer_moves"', "Did you mean career_moves?"),
        ('unknown key "sha256"', ""),
    ]


def test_a_catalogue_may_be_json(folder: Path) -> None:
    value = parse(SMALL, "a.yaml").value
    (folder / "front.json").write_text(json.dumps(value, indent=1), encoding="utf-8")
    read_json = read_catalogue(str(folder / "front.json"))[0]
    assert plain(read_json) | {"sha256": ""} == plain(read(folder, front=SMALL)) | {"sha256": ""}
    value["actions"][0]["hours"] = float("nan")
    (folder / "front.json").write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(UserError, match=r"front\.json:1 \(actions\[0\]\.hours\): nan is not a number"):
        read_catalogue(str(folder / "front.json"))


def test_a_catalogue_read_before_is_not_read_again(folder: Path) -> None:
    """Standard input and other pipes can be read only once."""
    assert read_catalogue(str(folder / "gone.yaml"), SMALL.encode())[0].id == "small"


# The compiled form.


@pytest.fixture(scope="module")
def compiled_shipped(catalogue: Catalogue) -> bytes:
    """The compiled form of the shipped catalogue."""
    door = Path(builtin_front_door())
    files = [door.name, *parse(door.read_text(encoding="utf-8"), door.name).value["include"]]
    return compiled_catalogue(catalogue, str(door), files)


@pytest.fixture
def package(tmp_path: Path, compiled_shipped: bytes) -> Path:
    """The folder of a package: a copy of its data, with the compiled catalogue."""
    shutil.copytree(Path(builtin_front_door()).parent, tmp_path / "pmgap" / "data")
    (tmp_path / "pmgap" / "builtin.json").write_bytes(compiled_shipped)
    return tmp_path / "pmgap"


def compiled_of(package: Path, monkeypatch: pytest.MonkeyPatch) -> Catalogue | None:
    """The compiled catalogue of a package, if it is trusted."""
    monkeypatch.setattr("pmgap.catalogue.compiled.COMPILED", str(package / "builtin.json"))
    return read_compiled(str(package / "data" / "roles.yaml"))


def to_the_letter(catalogue: Catalogue) -> str:
    """Everything in a catalogue; tells 2 from 2.0 and true from 1, which equality does not."""
    return json.dumps(plain(catalogue), sort_keys=True, indent=1)


def test_the_compiled_form_equals_the_yaml(
    package: Path, monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue
) -> None:
    compiled = compiled_of(package, monkeypatch)
    assert compiled == catalogue
    assert compiled is not None
    assert to_the_letter(compiled) == to_the_letter(catalogue)


def test_the_compiled_form_of_a_small_catalogue_equals_it(folder: Path) -> None:
    small = read(folder, front=SMALL)
    _head, *lines = compiled_catalogue(small, "", []).split(b"\n")
    again = from_lines(lines[:-1])
    assert again == small
    assert to_the_letter(again) == to_the_letter(small)


def test_the_terms_that_are_stored_are_those_that_are_built(
    package: Path, monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue
) -> None:
    """What is read from the package and what is made of any other catalogue come from one rule."""
    compiled = compiled_of(package, monkeypatch)
    assert compiled is not None
    assert stored_terms(catalogue) is None
    stored = stored_terms(compiled)
    assert stored is not None
    read, built = tree_of_text(stored), term_tree(catalogue.skills)
    assert read.vocabulary() == built.vocabulary() == vocabulary(catalogue.skills)
    nodes = {first: json.loads(node) for first, node in read.nodes.items()}
    assert built.nodes == {
        first: {word: read.part(branch) if isinstance(branch, int) else branch for word, branch in node.items()}
        for first, node in nodes.items()
    }
    assert read.need_another == built.need_another
    assert [read.part(number) for number in range(len(built.parts))] == built.parts


def test_a_catalogue_that_was_changed_does_not_keep_the_stored_terms(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = compiled_of(package, monkeypatch)
    assert compiled is not None
    skill = replace(compiled.skills[0], aliases=("frobnication",))
    changed = replace(compiled, skills=(skill, *compiled.skills[1:]))
    assert stored_terms(changed) is None
    assert skill.id in {hit.skill for hit in find_terms(changed, ["Frobnication"])}
    assert not find_terms(compiled, ["Frobnication"])


def test_the_same_terms_are_found_with_the_stored_tree(
    package: Path, monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue
) -> None:
    compiled = compiled_of(package, monkeypatch)
    assert compiled is not None
    lines = [alias for skill in catalogue.skills for alias in (*skill.aliases[::7], *skill.tools)]
    lines += [
        "Led PowerPoint reviews",
        "Own the roadmapManage P&L, pricing - and drive go-to-market plans",
        "no SQL required",
    ]
    assert find_terms(compiled, lines) == find_terms(catalogue, lines) != ()


def test_the_compiled_form_survives_other_line_ends_in_the_yaml(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (package / "data").rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert compiled_of(package, monkeypatch) is not None


def test_the_compiled_form_is_ignored_when_the_yaml_has_changed(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = package / "data" / "careers.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    assert compiled_of(package, monkeypatch) is None
    path.unlink()
    assert compiled_of(package, monkeypatch) is None


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"3",
        b'"text"',
        b'{"files": 3}',
        b'{"files": [], "lines": 0}',
        b'{"files": {}, "lines": [0, 0]}',
        b'{"files": {"roles.yaml": "x"}, "lines": [0, 0], "terms": 0}',
        b'{"files": {"no-such.yaml": 0}, "lines": [0, 0], "terms": 0}',
        b"\0" * 10,
        b"\xff\xfe",
        b"{" * 10,
    ],
    ids=repr,
)
def test_the_compiled_form_is_ignored_when_it_is_garbage(
    garbage: bytes, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (package / "builtin.json").write_bytes(garbage)
    assert compiled_of(package, monkeypatch) is None


def test_the_compiled_form_is_ignored_when_it_is_nested_without_end(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (package / "builtin.json").write_text("[" * 100_000, encoding="utf-8")
    assert compiled_of(package, monkeypatch) is None


def test_the_compiled_form_is_ignored_when_it_was_changed_by_hand(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = package / "builtin.json"
    text = path.read_text(encoding="utf-8")
    assert "Product lead" in text
    path.write_text(text.replace("Product lead", "Product boss"), encoding="utf-8")
    assert compiled_of(package, monkeypatch) is None


@pytest.mark.parametrize("share", [0.0, 0.001, 0.3])
def test_the_compiled_form_is_ignored_when_it_is_cut_off(
    share: float, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = package / "builtin.json"
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert compiled_of(package, monkeypatch) is None


def test_the_tree_of_terms_is_made_anew_when_the_stored_one_is_not_what_it_was(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = package / "builtin.json"
    data = path.read_bytes()
    compiled = compiled_of(package, monkeypatch)
    assert compiled is not None
    stored = stored_terms(compiled)
    assert stored is not None
    assert data.endswith(stored)
    for changed in (data[:-10], data[:-10] + b" " * 10, b"", b"[" * 100_000):
        path.write_bytes(changed)
        assert stored_terms(compiled) is None
    path.unlink()
    assert stored_terms(compiled) is None


def test_the_compiled_form_is_ignored_when_it_is_a_folder_or_missing(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = package / "builtin.json"
    path.unlink()
    assert compiled_of(package, monkeypatch) is None
    path.mkdir()
    assert compiled_of(package, monkeypatch) is None


ROLES = """
import sys
from pmgap.cli.entry import run
sys.argv[1:] = ["roles", "--json"]
code = run()
print("from YAML" if "yaml" in sys.modules else "compiled", file=sys.stderr)
sys.exit(code)
"""


def test_the_same_roles_come_from_the_compiled_form_and_without_it(
    package: Path, environment: dict[str, str], catalogue: Catalogue
) -> None:
    source = Path(sys.modules["pmgap"].__file__ or "").parent
    ignored = shutil.ignore_patterns("__pycache__", "builtin.json", "data")
    shutil.copytree(source, package, ignore=ignored, dirs_exist_ok=True)

    def roles() -> tuple[bytes, bytes]:
        environment["PYTHONPATH"] = str(package.parent)
        command = [sys.executable, "-c", ROLES]
        done = subprocess.run(command, capture_output=True, env=environment, cwd=package, check=True, timeout=60)
        return done.stdout, done.stderr

    compiled, how = roles()
    assert how == b"compiled\n"
    assert [role["id"] for role in json.loads(compiled)["roles"]] == [role.id for role in catalogue.roles]
    (package / "builtin.json").write_bytes(compiled[:1000])
    assert roles() == (compiled, b"from YAML\n")


def test_loading_without_a_path_gives_the_shipped_catalogue(catalogue: Catalogue) -> None:
    assert load_catalogue() == catalogue


def test_what_no_list_of_roles_needs_is_not_built(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = compiled_of(package, monkeypatch)
    assert compiled is not None
    assert compiled.roles
    assert "skills" not in vars(compiled)
    skill = compiled.skills[0]
    assert "aliases" not in vars(skill)
    assert skill.aliases
    assert "aliases" in vars(skill)
