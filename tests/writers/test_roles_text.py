"""Roles and skills as text: what a source has none of, other names, alternatives."""

import pytest

from drawing import drawn
from pmgap.catalogue import Catalogue
from pmgap.role_views import compare_roles, show_role
from pmgap.sentences import either
from pmgap.writers.assessment_words import how_many_more
from pmgap.writers.roles_text import write_role, write_role_comparison


def test_a_role_is_not_also_called_by_its_title(catalogue: Catalogue) -> None:
    role = catalogue.role_by_id["product-manager"]
    assert "product manager" in role.aliases
    told = drawn(lambda sheet: write_role(show_role(catalogue, role), sheet))
    assert "Also called  digital product manager" in told


def test_what_a_source_has_none_of_is_left_out(catalogue: Catalogue) -> None:
    told = drawn(lambda sheet: write_role(show_role(catalogue, catalogue.role_by_id["product-manager"]), sheet))
    assert "Judgement of the compiler.\n" in told


def test_alternatives_of_a_gate_read_as_one_sentence(catalogue: Catalogue) -> None:
    first, second = (catalogue.role_by_id[key] for key in ("product-manager", "product-owner"))
    told = " ".join(drawn(lambda sheet: write_role_comparison(compare_roles(catalogue, first, second), sheet)).split())
    assert "Product manager, education: Bachelor's degree in" in told
    assert "; or an equivalent of such a degree; or a boot camp;" in told
    assert "Product owner, certification: Certification in Scrum; or Training in Scrum" in told


@pytest.mark.parametrize(
    ("ways", "told"),
    [
        (["A degree"], "A degree"),
        (
            ["A degree", "An equivalent", "Any course", "2 years"],
            "A degree; or an equivalent; or Any course; or 2 years",
        ),
    ],
)
def test_only_articles_lose_their_capital(ways: list[str], told: str) -> None:
    assert either(ways) == told


def test_one_is_and_two_are() -> None:
    assert how_many_more(1, "is open", "are open") == "1 more is open"
    assert how_many_more(2, "is open", "are open") == "2 more are open"
