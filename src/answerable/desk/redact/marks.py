"""Marks as the gate reads them, and one digest of them all. Pure."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from answerable.desk.letters.gate import Term
from answerable.desk.redact.models import Mark


def terms_of(marks: Sequence[Mark]) -> list[Term]:
    """The words, each with its provision and audiences."""
    return [(one.words, one.provision, list(one.audiences)) for one in marks if one.words]


def regions_of(marks: Sequence[Mark]) -> list[dict[str, Any]]:
    """The areas and places, each with its provision and audiences."""
    places = [
        {"place": one.place, "provision": one.provision, "audiences": list(one.audiences)}
        for one in marks
        if one.place and not one.found
    ]
    areas: list[dict[str, Any]] = [
        {
            "page": one.page,
            "box": [one.left, one.top, one.left + one.width, one.top + one.height],
            "provision": one.provision,
            "audiences": list(one.audiences),
        }
        for one in marks
        if not one.words and not one.place
    ]
    return [*areas, *places]


def findings_of(marks: Sequence[Mark]) -> list[dict[str, Any]]:
    """What the gate found, each with its place, provision and audiences."""
    return [
        {
            "place": one.place,
            "told": one.found,
            "provision": one.provision,
            "audiences": list(one.audiences),
        }
        for one in marks
        if one.found
    ]


def digest(marks: Sequence[Mark]) -> str:
    """One SHA-256 for the marks, whatever their order."""
    every = [*terms_of(marks), *regions_of(marks), *findings_of(marks)]
    told = sorted(json.dumps(one, sort_keys=True) for one in every)
    return hashlib.sha256("\n".join(told).encode()).hexdigest()
