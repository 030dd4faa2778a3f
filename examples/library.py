"""pmgap as a library, step by step, as one would in a notebook. Run: python examples/library.py"""

# %% Load the shipped catalogue and a profile.
from pathlib import Path

import pmgap

catalogue = pmgap.load_catalogue()
profile = pmgap.load_profile(str(Path(__file__).parent / "career-changer.yaml"))
role = catalogue.role_by_id["product-manager"]

# %% Assess. Every value carries its reason.
report = pmgap.assess(catalogue, profile, role)
print(report.readiness.word, f"{report.coverage.low:.0%} to {report.coverage.high:.0%}")
for result in report.requirements[:3]:
    print("-", result.name, result.verdict, "-", result.because)

# %% Plan forty hours without spending money.
terms = pmgap.Terms(hours=40, budget=0, hours_per_week=5, setting="any", slot="Tuesday 18:00")
plan = pmgap.make_plan(catalogue, profile, [role], terms)
for step in plan.steps[:3]:
    print("-", step.title)

# %% Ask the next question, as an interview of your own would.
interview = pmgap.Interview(roles=(role,), profile=profile, mode="full")
question = pmgap.next_question(catalogue, interview)
if question is not None and question.statement is not None:
    print(question.statement.text)
    interview = pmgap.give_answer(interview, question.statement.id, "partly")

# %% Any report as JSON.
print(pmgap.as_json(report)[:60])
