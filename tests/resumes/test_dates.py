"""Dates in many writings, as vague as they are."""

import pytest

from pmgap.resumes.dates import LONGEST, described, find_period, is_present, month_name, period_between, read_moment


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("_March 2021 – Present, Melbourne_", "2021-03 to now"),
        ("Mar 2021 - Feb 2022", "2021-03 to 2022-02"),
        ("Sept. 2018 — Oct. 2019", "2018-09 to 2019-10"),
        ("03/2021 – 02/2022", "2021-03 to 2022-02"),
        ("03.2021 – heute", "2021-03 to now"),
        ("2021-03 to now", "2021-03 to now"),
        ("2021/03 - 2022/04", "2021-03 to 2022-04"),
        ("2021-03-15 - 2022-04-01", "2021-03 to 2022-04"),
        ("Acme (2019–2021), Graz", "2019 to 2021"),
        ("2010 / 2012", "2010 to 2012"),
        ("2015–17", "2015 to 2017"),
        ("2015-17", "2015 to 2017"),
        ("1998/99", "1998 to 1999"),
        ("2019 - present", "2019 to now"),
        ("2019 → ongoing", "2019 to now"),
        ("2019 -", "2019 to now"),
        ("since 2019", "2019 to now"),
        ("seit 03/2020 Leiterin", "2020-03 to now"),
        ("Jan '19 – Dec '20", "2019-01 to 2020-12"),
        ("Jan 19 – Dec 20", "2019-01 to 2020-12"),
        ("Nov2019-Dec2020", "2019-11 to 2020-12"),
        ("March - June 2019", "2019-03 to 2019-06"),
        ("1 March 2019 – 3 April 2020", "2019-03 to 2020-04"),
        ("March 1, 2019 to Present", "2019-03 to now"),
        ("25/04/2019 - 13/05/2020", "2019-04 to 2020-05"),
        ("Q1 2020 - Q3 2021", "2020-01/2020-03 to 2021-07/2021-09"),
        ("Summer 2019", "2019-06/2019-08"),
        ("mars 2018 – août 2020", "2018-03 to 2020-08"),
        ("enero de 2018 a marzo de 2019", "2018-01 to 2019-03"),
        ("Januar 2015 bis heute", "2015-01 to now"),
        ("University of Leeds, 2014", "2014"),
        ("2010-11", "2010-11"),
    ],
)
def test_writings_of_a_period(text: str, period: str) -> None:
    found = find_period(text)
    assert found is not None
    assert described(found.period) == period
    assert 0 <= found.first < found.last <= len(text)


@pytest.mark.parametrize(
    "text", ["", "no date", "12345", "call 555-2019-333", "v1.2019.3", "top 100 of 2", "x" * LONGEST + " 2019"]
)
def test_what_is_no_date(text: str) -> None:
    assert find_period(text) is None


def test_a_period_that_runs_backwards_is_none() -> None:
    found = find_period("2021 - 2019")
    assert found is not None
    assert not found.span


def test_a_day_and_month_in_either_order_stay_open() -> None:
    moment = read_moment("03/05/2019")
    assert moment is not None
    assert (month_name(moment.earliest), month_name(moment.latest)) == ("2019-03", "2019-05")


def test_dates_in_fields_of_their_own() -> None:
    assert described(period_between("2019", "", open_means_current=True)) == "2019 to now"
    assert described(period_between("2019", "", open_means_current=False)) == "2019 to ?"
    assert described(period_between("Jun 2019", "Present", open_means_current=False)) == "2019-06 to now"
    assert described(period_between("", "2014-05-01", open_means_current=True)) == "? to 2014-05"
    assert period_between("", "", open_means_current=True) is None
    assert period_between("soon", "later", open_means_current=True) is None
    assert described(None) == "no dates"


def test_words_for_today() -> None:
    assert all(map(is_present, ("present", " Now ", "heute", "aujourd’hui", "en cours")))
    assert not is_present("2019")
