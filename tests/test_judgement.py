"""One requirement: the figures alone are the figures of the full result."""

from hypothesis import given
from hypothesis import strategies as st

from pmgap.catalogue import Catalogue
from pmgap.judgement import find, judge_requirement
from pmgap.profile import Evidence, Mention, Profile

ANSWERS = st.sampled_from(["yes", "partly", "no", None])


@given(st.data())
def test_the_short_finding_is_the_full_result_without_its_sentence(catalogue: Catalogue, data: st.DataObject) -> None:
    requirement = data.draw(st.sampled_from([it for role in catalogue.roles for it in role.requirements]))
    skill = catalogue.skill_by_id[requirement.skill]
    ids = [it.id for level in skill.levels for it in level.statements]
    backed = data.draw(st.lists(st.sampled_from(ids)).map(tuple))
    profile = Profile(
        answers=data.draw(st.dictionaries(st.sampled_from(ids), ANSWERS)),
        levels=data.draw(st.sampled_from([None, {skill.id: 2}])),
        mentions=data.draw(st.sampled_from([None, {skill.id: (Mention(source="cv", line="x"),)}])),
        evidence=data.draw(st.sampled_from([None, (Evidence(skill=skill.id, statements=backed),)])),
    )
    short, full = find(catalogue, profile, requirement), judge_requirement(catalogue, profile, requirement)
    assert short.__dict__.items() <= full.__dict__.items()
