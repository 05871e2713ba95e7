"""A decision record as JSON and back, through the core's own reader. No database here."""

import json
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from answerable import law
from answerable.letters.draft import read_record
from answerable.letters.draft.record import DECISIONS
from answerable.model import Cite, Regime
from answerable.model.decision import NoticeRecord

#: Left out of a letter in English, so that records are what they were before there was Welsh.
_SAID_IF_WELSH = frozenset({"language", "welsh"})
_NAMES = {shape: name for name, shape in DECISIONS.items()}


def as_data(value: Any) -> Any:
    """A record, or any part of one, as JSON holds it."""
    if isinstance(value, Cite):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        plain = {
            field.name: as_data(getattr(value, field.name))
            for field in fields(value)
            if field.name not in _SAID_IF_WELSH or getattr(value, field.name) != field.default
        }
        name = _NAMES.get(type(value))
        return {"decision": name, **plain} if name else plain
    if isinstance(value, tuple):
        return [as_data(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def from_data(data: Any, where: str) -> NoticeRecord:
    """The record that ``as_data`` made.

    Raises:
        UnusableInputError: a provision in it is no longer one, or it is no record.
    """
    # Where the law's data has no notice of its own, that of the law beside it stands in.
    regime, own = Regime(data["regime"]), law.notice(data["kind"]).regime
    if own != "any":
        data = {**data, "regime": own}
    return replace(read_record(json.dumps(data, ensure_ascii=False), where), regime=regime)
