"""What a plan changes: the levels are raised and everything is assessed again, never added up."""

from collections.abc import Iterable, Mapping

from pmgap.bracket import coverage
from pmgap.catalogue import Catalogue, Role
from pmgap.gates import judge_gate
from pmgap.judgement import RequirementResult, judge_requirement, raise_to
from pmgap.plan import Prediction, VerdictChange
from pmgap.profile import Background, Education, Profile
from pmgap.readiness import judge_readiness
from pmgap.references import RoleReference


def results_at(
    catalogue: Catalogue, profile: Profile, role: Role, levels: Mapping[str, int]
) -> dict[str, RequirementResult]:
    """Skill id to the verdict on it, with some levels raised; skills that do not apply are left out."""
    excluded = frozenset(profile.not_applicable or ())
    found = (judge_requirement(catalogue, profile, it) for it in role.requirements if it.skill not in excluded)
    return {it.skill: raise_to(it, levels.get(it.skill, 0)) for it in found}


def predict(
    catalogue: Catalogue, profile: Profile, role: Role, after: Mapping[str, int], programmes: Iterable[str]
) -> Prediction:
    """What reaching the levels of ``after`` and finishing some programmes changes for one role."""
    before = results_at(catalogue, profile, role, {})
    then = results_at(catalogue, profile, role, after)
    background = profile.background or Background()
    later = _with_grants(catalogue, background, programmes)
    gates = [judge_gate(catalogue, gate, background) for gate in role.gates]
    gates_then = [judge_gate(catalogue, gate, later) for gate in role.gates]
    deciding = catalogue.deciding_importance
    return Prediction(
        role=RoleReference(id=role.id, title=role.title),
        coverage_before=coverage((it.weight, it.required, it.bracket) for it in before.values()),
        coverage_after=coverage((it.weight, it.required, it.bracket) for it in then.values()),
        readiness_before=judge_readiness(list(before.values()), gates, deciding).word,
        readiness_after=judge_readiness(list(then.values()), gates_then, deciding).word,
        verdicts=tuple(
            VerdictChange(skill=skill, name=it.name, before=it.verdict, after=then[skill].verdict)
            for skill, it in before.items()
            if it.verdict != then[skill].verdict
        ),
        gates=tuple(
            old.kind
            for old, new in zip(gates, gates_then, strict=True)
            if old.verdict != "met" and new.verdict == "met"
        ),
    )


def _with_grants(catalogue: Catalogue, background: Background, programmes: Iterable[str]) -> Background:
    taken = set(programmes)
    education = list(background.education or ())
    certifications = list(background.certifications or ())
    for programme in catalogue.programmes:
        if programme.id in taken and programme.grants is not None:
            if programme.grants.education is not None:
                education.append(Education(level=programme.grants.education))  # type: ignore[arg-type]
            certifications.extend(programme.grants.certifications)
    return Background(
        education=tuple(education) or None,
        experience=background.experience,
        certifications=tuple(certifications) or None,
    )
