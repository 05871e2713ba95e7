"""The roles, read from ``roles.yaml``, and what a set of roles may do. No database here."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from answerable.desk.people.permissions import Permission


@dataclass(frozen=True, slots=True)
class Role:
    """A role in plain words. ``dated``: it holds only from one day to another."""

    id: str
    name: str
    description: str
    may: frozenset[Permission]
    dated: bool = False


@cache
def roles() -> tuple[Role, ...]:
    """Every role, in the order of the file."""
    text = files("answerable.desk.people").joinpath("roles.yaml").read_text(encoding="utf-8")
    return tuple(
        Role(
            id=entry["id"],
            name=entry["name"],
            description=entry["description"],
            may=frozenset(Permission(verb) for verb in entry["may"]),
            dated=entry.get("dated", False),
        )
        for entry in yaml.safe_load(text)
    )


def role(id_: str) -> Role:
    """The role called ``id_``. Raises KeyError if there is none."""
    return {role.id: role for role in roles()}[id_]


def allowed(role_ids: Iterable[str]) -> frozenset[Permission]:
    """Everything that any of these roles may do."""
    found: frozenset[Permission] = frozenset()
    for id_ in role_ids:
        found |= role(id_).may
    return found
