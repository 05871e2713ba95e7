"""What a notice must say and its record does not: a marked gap in that place.

A reader of YAML leaves such a text empty, and a provision that is not named without a number, so
that the checks of records can say what is missing. In the letter nobody overlooks "[MISSING: …]".
"""

from dataclasses import MISSING, Field, fields, is_dataclass, replace
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from answerable.letters.draft.wording import Wording
from answerable.model import Cite, Regime
from answerable.model import decision as shapes
from answerable.model.decision import Asked, NoticeRecord, Translated

#: They say which letter and whose this is, or give the days: without them there is no record.
_OF_THE_RECORD = frozenset({
    (shapes.NoticeRecord, name) for name in ("kind", "reference", "signed", "questions", "decisions", "welsh")
} | {(shapes.AuthorityDetails, "name"), (shapes.AuthorityDetails, "address")})  # fmt: skip


def unnamed(cite: Cite | None) -> bool:
    """Whether a provision is one that the record does not name."""
    return cite is not None and not cite.number


def may_lack(shape: type, field: str) -> bool:
    """Whether a record without this field can still be read, and the letter have a gap there."""
    return field in _fillable(shape)


def blank(shape: type, field: str, regime: Regime | None) -> Any:
    """What stands in the record for a field that is missing."""
    hint = get_type_hints(shape)[field]
    if hint is Cite:
        return Cite(regime or Regime.FOIA, "")
    return {str: "", float: 0.0}.get(hint, ())


def empty_fields(value: Any) -> tuple[str, ...]:
    """The mandatory fields of one part of a record that say nothing."""
    shape: type = type(value)
    return tuple(name for name in _fillable(shape) if _is_empty(getattr(value, name)))


def with_gaps(record: NoticeRecord, say: Wording) -> NoticeRecord:
    """The record with a marked gap in every mandatory text that is empty."""
    filled: NoticeRecord = _filled(record, say)
    return filled


@cache
def _fillable(shape: type) -> tuple[str, ...]:
    hints = get_type_hints(shape)
    return tuple(
        field.name
        for field in fields(shape)
        if _mandatory(field) and _is_text(hints[field.name], field.name)
        if (shape, field.name) not in _OF_THE_RECORD and shape not in (Asked, Translated)
    )


def _mandatory(field: "Field[Any]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _is_text(hint: Any, name: str) -> bool:
    if name == "questions":
        return False
    return hint in (str, float, Cite) or (
        get_origin(hint) is tuple and get_args(hint)[0] in (str, Cite, shapes.Ground)
    )


def _is_empty(value: Any) -> bool:
    if isinstance(value, Cite):
        return unnamed(value)
    if isinstance(value, tuple):
        return not any(not isinstance(each, str) or each.strip() for each in value)
    return not value.strip() if isinstance(value, str) else not value


def _filled(value: Any, say: Wording) -> Any:
    if isinstance(value, tuple):
        return tuple(_filled(each, say) for each in value)
    if not is_dataclass(value) or isinstance(value, type | Cite | Asked | Translated):
        return value
    lacking = set(empty_fields(value))
    changed = {}
    for field in fields(value):
        now = getattr(value, field.name)
        new = _gap(now, field.name, say) if field.name in lacking else _filled(now, say)
        if new is not now and new != now:
            changed[field.name] = new
    return replace(value, **changed) if changed else value


def _gap(value: Any, name: str, say: Wording) -> Any:
    words = say("gap", field=name)
    if isinstance(value, str):
        return words
    if isinstance(value, tuple) and name not in ("grounds", "limbs"):
        return (words,)
    return value  # a provision, a ground or a sum has its gap where it is written
