"""What job titles say, and what they do not."""

import pytest

from pmgap.resumes.titles import (
    domain_of,
    is_product_title,
    is_title,
    is_trainee_title,
    leads_people,
    may_be_product_title,
    tells_of_leading,
)


@pytest.mark.parametrize(
    "title",
    ["Product Manager", "Senior Product Owner", "APM", "Associate Product Manager", "Head of Product", "VP Product",
     "Director, Product Management", "VP of Digital Products", "Chief Product and Technology Officer", "Product Lead",
     "Technical Product Manager - Payments", "Group Product Manager", "Produktmanagerin", "Chef de produit",
     "Senior Manager, Product Management"],
)  # fmt: skip
def test_product_titles(title: str) -> None:
    assert is_product_title(title)
    assert is_title(title)


@pytest.mark.parametrize(
    "title",
    ["General Manager", "Product Marketing Manager", "Director of Product Marketing", "Production Manager",
     "Product Designer", "Head of Product Design", "Product Analyst", "Manager, Product Support", "Project Manager",
     "Business Analyst", "Product Specialist", "Director of Production", "Marketing Manager", "PM"],
)  # fmt: skip
def test_titles_that_are_no_product_work(title: str) -> None:
    assert not is_product_title(title)


def test_initials_alone_stay_open() -> None:
    assert may_be_product_title("Senior PM")
    assert not may_be_product_title("Product Manager")


@pytest.mark.parametrize(
    ("title", "leads"),
    [
        ("General Manager", "yes"), ("Shift Supervisor", "yes"), ("Engineering Manager", "yes"), ("Teamleiterin", "yes"),
        ("Head of Product", "yes"), ("Co-Founder & CTO", "yes"), ("Marketing Manager", "maybe"), ("Founder", "maybe"),
        ("Product Manager", "no"), ("Project Manager", "no"), ("Data Analyst", "no"), ("Product Owner", "no"),
    ],
)  # fmt: skip
def test_titles_that_lead_people(title: str, leads: str) -> None:
    assert leads_people(title) == leads


@pytest.mark.parametrize(
    ("line", "leads"),
    [
        ("Hired, trained, and retained a team of 35", True),
        ("Managed 3 direct reports", True),
        ("Managed 12 nurses on a ward", True),
        ("Scaled the engineering team from 3 to 28", True),
        ("Worked with a team of 12", False),
        ("Led a cross-functional team of 8", False),
        ("Managed a budget of 12 million", False),
        ("x " * 1_000 + "direct reports", False),
    ],
)
def test_lines_that_tell_of_leading(line: str, leads: bool) -> None:
    assert tells_of_leading(line) is leads


def test_internships_are_known() -> None:
    assert is_trainee_title("Product Management Intern")
    assert not is_trainee_title("Internal Auditor")


def test_firms_are_no_titles() -> None:
    assert not is_title("Acme Robotics")
    assert not is_title("Melbourne")


def test_the_field_of_work_is_told_only_where_it_is_plain() -> None:
    assert domain_of("Registered Nurse", "City Hospital", ()) == "health care"
    assert domain_of("Manager", "Acme", ("Ran a restaurant",)) == "hospitality"
    assert domain_of("Manager", "Acme", ("Ran a restaurant and a bank",)) is None
    assert domain_of("Manager", "Acme", ()) is None
