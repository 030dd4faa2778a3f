"""Records: values that are made by keyword, compared by content and never changed."""

import copy
import pickle
from dataclasses import fields, is_dataclass, replace

import pytest

from pmgap.bracket import Bracket, Gap
from pmgap.profile import Education, Experience
from pmgap.record import Record, record


@record
class Button(Record):
    colour: str
    holes: int = 4


@record
class Knob(Record):
    colour: str
    holes: int = 4


def test_a_record_is_made_by_keyword_with_its_defaults() -> None:
    button = Button(colour="red")
    assert (button.colour, button.holes) == ("red", 4)
    assert Button(holes=2, colour="red").holes == 2


def test_a_record_needs_every_field_without_a_default() -> None:
    with pytest.raises(TypeError, match="Button needs colour"):
        Button(holes=2)  # type: ignore[call-arg]


def test_a_record_takes_no_field_that_it_does_not_have() -> None:
    with pytest.raises(TypeError, match="Button has no shape, size"):
        Button(colour="red", size=3, shape="round")  # type: ignore[call-arg]


def test_a_record_takes_no_positional_values() -> None:
    with pytest.raises(TypeError):
        Button("red")  # type: ignore[call-arg]


def test_a_record_cannot_be_changed() -> None:
    button = Button(colour="red")
    for name in ("colour", "holes", "shape"):
        with pytest.raises(AttributeError, match="read-only"):
            setattr(button, name, 2)
    assert button == Button(colour="red")


def test_no_field_of_a_record_can_be_deleted() -> None:
    button = Button(colour="red", holes=2)
    with pytest.raises(AttributeError):
        del button.holes


def test_records_are_equal_by_type_and_content() -> None:
    assert Button(colour="red") == Button(colour="red", holes=4)
    assert Button(colour="red") != Button(colour="blue")
    assert Button(colour="red") != Button(colour="red", holes=2)
    assert Button(colour="red") != Knob(colour="red")
    assert Button(colour="red") != "red"
    assert Education(level="bachelor") != Experience(years=1, kind="product")


def test_equal_records_share_a_place_in_sets_and_mappings() -> None:
    assert len({Button(colour="red"), Button(colour="red", holes=4), Button(colour="blue")}) == 2
    assert {Button(colour="red"): 1}[Button(colour="red")] == 1


def test_a_changed_copy_leaves_the_first_as_it_was() -> None:
    button = Button(colour="red")
    assert replace(button, holes=2) == Button(colour="red", holes=2)
    assert button.holes == 4


def test_a_record_survives_copying_and_pickling() -> None:
    bracket = Bracket(low=1, high=2)
    for twin in (copy.copy(bracket), copy.deepcopy(bracket), pickle.loads(pickle.dumps(bracket))):
        assert twin == bracket
        assert twin is not bracket


def test_a_record_shows_how_it_is_made() -> None:
    gap = Gap(certain=1, possible=3)
    assert repr(gap) == "Gap(certain=1, possible=3)"
    assert eval(repr(gap)) == gap


def test_a_record_is_a_dataclass_to_others() -> None:
    assert is_dataclass(Knob)
    assert [entry.name for entry in fields(Button(colour="red"))] == ["colour", "holes"]
