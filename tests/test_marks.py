"""What answers add up to tells whether they are to different statements, however many there are."""

from hypothesis import example, given
from hypothesis import strategies as st

from pmgap.marks import Marks
from test_team import HOUSE, STATEMENTS

MARKS = Marks(HOUSE, HOUSE.skills[:2], {("serving", 2)})
few = st.sampled_from(STATEMENTS[:3] + STATEMENTS[-2:])
answered = st.tuples(
    few | st.sampled_from([*STATEMENTS, "other"]), st.sampled_from(["yes", "partly", "no", True, False])
)


@given(st.lists(answered, max_size=12), st.integers(1, 70))
@example([(STATEMENTS[0], "yes")], 7)
@example([(STATEMENTS[0], "yes")], 256)
def test_marks_of_different_statements_are_told_apart(answers: list[tuple[str, str]], times: int) -> None:
    given_ = answers + answers[:1] * (times - 1)
    statements = [statement for statement, _ in given_]
    different = len(set(statements)) == len(statements) and "other" not in statements
    assert MARKS.are_of_different_statements(sum(MARKS[it] for it in given_), len(given_)) == different
