"""The compiled law, loaded family by family when first asked for.

YAML is the source (``data/``); ``scripts/build_law.py`` compiles it to JSON, which loads in a
few milliseconds. A test holds the two in step.
"""

from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from answerable.law.records import (
    Contested,
    Decision,
    Defect,
    NoticeKind,
    Provision,
    Purpose,
    Structure,
)


def _bytes(family: str) -> bytes:
    return (files("answerable.law") / "data" / "compiled" / f"{family}.json").read_bytes()


@cache
def provisions() -> tuple[Provision, ...]:
    """Every limb of every exemption, exception and procedural provision."""
    return msgspec.json.decode(_bytes("provisions"), type=tuple[Provision, ...])


@cache
def purposes() -> tuple[Purpose, ...]:
    """The purposes of FOIA s.31(2)."""
    return msgspec.json.decode(_bytes("purposes"), type=tuple[Purpose, ...])


@cache
def all_defects() -> dict[str, Defect]:
    """The catalogue of defects by id."""
    rows = msgspec.json.decode(_bytes("defects"), type=tuple[Defect, ...])
    return {row.id: row for row in rows}


@cache
def all_notices() -> dict[str, NoticeKind]:
    """The kinds of notice by name."""
    rows = msgspec.json.decode(_bytes("notices"), type=tuple[NoticeKind, ...])
    return {row.kind: row for row in rows}


@cache
def contested_points() -> tuple[Contested, ...]:
    """The points on which sources differ."""
    return msgspec.json.decode(_bytes("contested"), type=tuple[Contested, ...])


@cache
def structure() -> Structure:
    """What provisions the four laws have, their names and addresses."""
    return msgspec.json.decode(_bytes("structure"), type=Structure)


@cache
def decisions() -> tuple[Decision, ...]:
    """Leading and illustrative judgments and regulators' decisions."""
    return msgspec.convert(table("decisions")["cases"], type=tuple[Decision, ...])


@cache
def table(family: str) -> dict[str, Any]:
    """A family kept as it stands: profiles, seed_letter, decisions, facts, clocks."""
    loaded: dict[str, Any] = msgspec.json.decode(_bytes(family))
    return loaded
