"""Names for shell completion, read from a small file that the build made; never the catalogue, never pydantic."""

import os

NAMES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "builtin_names.json")
"""Ids of roles, skills and actions of the shipped catalogue."""


def roles(incomplete: str) -> list[str]:
    """Ids of roles that begin as typed."""
    return _beginning("roles", incomplete)


def skills(incomplete: str) -> list[str]:
    """Ids of skills that begin as typed."""
    return _beginning("skills", incomplete)


def actions(incomplete: str) -> list[str]:
    """Ids of actions and programmes that begin as typed."""
    return _beginning("actions", incomplete)


def schemas(incomplete: str) -> list[str]:
    """Names of schemas that begin as typed."""
    from pmgap.writers.schemas import HOMES

    return [name for name in HOMES if name.startswith(incomplete)]


def _beginning(kind: str, incomplete: str) -> list[str]:
    import json

    try:
        with open(NAMES, encoding="utf-8") as file:
            names: list[str] = json.load(file)[kind]
    except (OSError, ValueError, LookupError):
        return []
    return [name for name in names if name.startswith(incomplete)]
