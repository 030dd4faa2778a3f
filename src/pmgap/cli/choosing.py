"""Finding the role that someone typed."""

from collections.abc import Sequence

from pmgap.catalogue import Catalogue, Role
from pmgap.errors import Problem, UserError
from pmgap.suggestions import did_you_mean


def find_roles(catalogue: Catalogue, names: Sequence[str]) -> list[Role]:
    """The roles that are meant by ids, titles or aliases, each once, in the order given.

    Raises:
        UserError: a name means no role; with suggestions.
    """
    known: dict[str, Role] = {}
    for role in catalogue.roles:
        for name in (*role.aliases, role.title, role.id):
            known[name.casefold()] = role
    found: dict[str, Role] = {}
    problems = []
    for name in names:
        role_meant = known.get(name.strip().casefold())
        if role_meant is None:
            hint = did_you_mean(name, [role.id for role in catalogue.roles]) or "Run pmgap roles for the list."
            problems.append(Problem("unknown-role", f'unknown role "{name}"', None, hint))
        else:
            found[role_meant.id] = role_meant
    if problems:
        raise UserError(*problems)
    return list(found.values())
