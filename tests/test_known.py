"""What is kept of what was worked out, and what is not."""

from collections.abc import Hashable

import pytest

from pmgap.known import LARGEST, MOST, Known


def worked_out(*keys: Hashable) -> tuple[list[Hashable], Known[Hashable, str]]:
    """The keys for which the work was done, when these are looked up one after the other; and what is kept."""
    done: list[Hashable] = []

    def work(key: Hashable) -> str:
        done.append(key)
        return f"of {key!r}"

    known = Known(work)
    for key in keys:
        assert known[key] == f"of {key!r}"
    return done, known


@pytest.mark.parametrize(
    "key", [b"a" * 200, "CSPO", (), (("bachelor", "law"), (3.5, None), ("CSPO",)), 5, (0,) * LARGEST]
)
def test_what_is_small_is_worked_out_once(key: Hashable) -> None:
    assert worked_out(key, key)[0] == [key]


@pytest.mark.parametrize("key", [("a" * 8 * LARGEST,), ((), (1.0,) * (LARGEST + 1)), (("ab", 1) * LARGEST, 1)])
def test_what_is_large_is_not_kept(key: Hashable) -> None:
    done, known = worked_out(key, key)
    assert (done, known) == ([key, key], {})


def test_beyond_the_most_entries_the_collection_starts_anew() -> None:
    done, known = worked_out(*range(MOST + 1))
    assert (len(done), list(known)) == (MOST + 1, [MOST])


def test_the_backgrounds_of_the_shipped_roles_are_small() -> None:
    """With every role at once, what gates say of a background is one key."""
    from pmgap.blocking import BlockingGates
    from shipped import SHIPPED

    gates = BlockingGates(SHIPPED, SHIPPED.roles)
    gates.blocked([((), (), ())])
    assert len(gates._roles) == 1
