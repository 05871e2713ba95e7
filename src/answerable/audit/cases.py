"""The firing and silent cases of a rule, from the YAML beside it.

A line that is only ``@name`` stands for a block of ``blocks.yaml`` (a letterhead, the rights
paragraph), so that a case shows what it is about and little else.
"""

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class RuleCases:
    """The cases of one rule; each is a dictionary with ``name``, ``letter`` and expectations."""

    fires: tuple[dict[str, Any], ...] = field(default=())
    silent: tuple[dict[str, Any], ...] = field(default=())


@cache
def cases_of(slug: str) -> RuleCases:
    """The cases of the rule for ``slug``; none if there is no file."""
    place = files("answerable.audit.rules") / f"{slug.replace('-', '_').lower()}.yaml"
    if not place.is_file():
        return RuleCases()
    loaded = yaml.safe_load(place.read_text(encoding="utf-8"))
    return RuleCases(*(tuple(map(_whole, loaded.get(kind) or ())) for kind in ("fires", "silent")))


def _whole(case: dict[str, Any]) -> dict[str, Any]:
    lines = str(case["letter"]).split("\n")
    return {**case, "letter": "\n".join(_blocks().get(line.strip(), line) for line in lines)}


@cache
def _blocks() -> dict[str, str]:
    place = files("answerable.audit.rules") / "blocks.yaml"
    loaded = yaml.safe_load(place.read_text(encoding="utf-8"))
    return {f"@{name}": str(text).rstrip("\n") for name, text in loaded.items()}
