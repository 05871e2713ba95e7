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
    """The areas, each with its page, box, provision and audiences."""
    return [
        {
            "page": one.page,
            "box": [one.left, one.top, one.left + one.width, one.top + one.height],
            "provision": one.provision,
            "audiences": list(one.audiences),
        }
        for one in marks
        if not one.words
    ]


def digest(marks: Sequence[Mark]) -> str:
    """One SHA-256 for the marks, whatever their order."""
    told = sorted(json.dumps(one, sort_keys=True) for one in [*terms_of(marks), *regions_of(marks)])
    return hashlib.sha256("\n".join(told).encode()).hexdigest()
