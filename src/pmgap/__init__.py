"""pmgap: where a person stands for a product-manager role, and what to do next.

As a library::

    import pmgap

    catalogue = pmgap.load_catalogue()
    profile = pmgap.load_profile("me.yaml")
    report = pmgap.assess(catalogue, profile, catalogue.role_by_id["product-manager"])
    print(report.readiness.word, report.coverage.low, report.coverage.high)

Everything here is imported when it is first used, so that ``import pmgap`` costs nothing.
"""

TYPE_CHECKING = False  # what typing.TYPE_CHECKING is, without the cost of importing typing
if TYPE_CHECKING:
    from typing import Any

    from pmgap.assessment import Assessment, assess
    from pmgap.catalogue import Catalogue, Role, Skill
    from pmgap.errors import Problem, UserError
    from pmgap.interview import Interview, give_answer, next_question
    from pmgap.many import Summary, assess_many
    from pmgap.plan import Plan, Terms
    from pmgap.planning import make_plan
    from pmgap.profile import Profile
    from pmgap.readers.builtin import load_catalogue
    from pmgap.readers.profile_file import read_profile as load_profile
    from pmgap.writers.json_report import as_json
    from pmgap.writers.profile_yaml import save_profile

__version__ = "0.1.0"

__all__ = [
    "Assessment", "Catalogue", "Interview", "Plan", "Problem", "Profile", "Role", "Skill", "Summary", "Terms", "UserError",
    "__version__", "as_json", "assess", "assess_many", "give_answer", "load_catalogue", "load_profile", "make_plan",
    "next_question", "save_profile",
]  # fmt: skip

_HOMES = {
    "Assessment": "pmgap.assessment",
    "Catalogue": "pmgap.catalogue",
    "Interview": "pmgap.interview",
    "Plan": "pmgap.plan",
    "Problem": "pmgap.errors",
    "Profile": "pmgap.profile",
    "Role": "pmgap.catalogue",
    "Skill": "pmgap.catalogue",
    "Summary": "pmgap.many",
    "Terms": "pmgap.plan",
    "UserError": "pmgap.errors",
    "as_json": "pmgap.writers.json_report",
    "assess": "pmgap.assessment",
    "assess_many": "pmgap.many",
    "give_answer": "pmgap.interview",
    "load_catalogue": "pmgap.readers.builtin",
    "load_profile": "pmgap.readers.profile_file:read_profile",
    "make_plan": "pmgap.planning",
    "next_question": "pmgap.interview",
    "save_profile": "pmgap.writers.profile_yaml",
}


def __getattr__(name: str) -> "Any":
    if name not in _HOMES:
        raise AttributeError(f"module 'pmgap' has no attribute {name!r}")
    from importlib import import_module

    module, _, own_name = _HOMES[name].partition(":")
    found = getattr(import_module(module), own_name or name)
    globals()[name] = found
    return found
