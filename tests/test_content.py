"""What the shipped content promises beyond the rules that every catalogue is checked by."""

import pytest

from conftest import Run
from pmgap.catalogue import Catalogue
from shipped import SHIPPED


@pytest.mark.parametrize("skill", SHIPPED.skills, ids=lambda it: it.id)
def test_every_level_has_two_or_three_statements_and_an_example(skill: object) -> None:
    found = SHIPPED.skill_by_id[skill.id]  # type: ignore[attr-defined]
    for level in found.levels[1:]:
        assert 2 <= len(level.statements) <= 3
        assert level.exemplar is not None
        assert level.exemplar.startswith("For example: ")


@pytest.mark.parametrize("skill", [it.id for it in SHIPPED.skills])
@pytest.mark.parametrize("level", range(4))
def test_every_step_can_be_taken_in_two_ways_without_money_and_with_or_without_a_job(skill: str, level: int) -> None:
    actions = SHIPPED.actions_by_step[(skill, level)]
    assert len({(SHIPPED.action_kinds or {})[it.kind] for it in actions}) >= 2
    assert any(it.cost == "free" and it.setting in ("either", "without-job") for it in actions)
    assert any(it.setting in ("either", "in-job") for it in actions)
    for action in actions:
        assert action.hours_range is not None
        assert action.evidence
        assert all(key.startswith(f"{skill}.{level + 1}") for key in action.evidence)


@pytest.mark.parametrize("role", SHIPPED.roles, ids=lambda it: it.id)
def test_a_role_asks_for_a_choice_with_reasons(role: object) -> None:
    found = SHIPPED.role_by_id[role.id]  # type: ignore[attr-defined]
    asked = [it for it in found.requirements if it.importance in ("must", "should")]
    assert 12 <= len(asked) <= 18
    assert all(it.note for it in found.requirements if it.importance == "nice")
    assert all(set(it.sources) != {"judgement"} for it in found.requirements if it.importance == "must")


def test_a_skill_is_shown_with_all_of_its_content(pmgap: Run, catalogue: Catalogue) -> None:
    shown = " ".join(pmgap("skills", "road mapping").stdout.split())
    skill = catalogue.skill_by_id["road-mapping"]
    for level in skill.levels:
        assert " ".join(level.meaning.split()) in shown
        assert all(statement.id in shown for statement in level.statements)
    assert "data.europa.eu" in shown
    assert all(skill.id in pmgap("skills").stdout for skill in catalogue.skills[:3])
    refused = pmgap("skills", "road-maping")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "Did you mean road-mapping" in refused.stderr
