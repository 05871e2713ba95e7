"""A record with its texts in Welsh, and the texts that have none.

Our own sentences are the wording's; an officer's are translated by people. A pair of texts is
bound by the English words themselves, so that a text that changes has lost its Welsh.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from answerable.model import Cite, UnusableInputError
from answerable.model.decision import Asked, AuthorityDetails, NoticeRecord, Supplied, Translated

#: Not language: they name the letter, its questions, or a choice that our own sentences say.
_NOT_TEXT = frozenset({
    "kind", "reference", "questions", "language", "welsh", "threshold", "subject", "outcome",
})  # fmt: skip
#: Names, which stay as they are unless a pair says otherwise.
_NAMES = frozenset(
    {(AuthorityDetails, "name"), (AuthorityDetails, "address"), (Supplied, "enclosures")}
)
_SCOTTISH = (
    "A letter under {} is not written in Welsh: it is the law of Scotland. Ask for English, or "
    "correct the regime."
)
_MISSING = "A letter in Welsh has nothing in English, and these texts have no Welsh: {}."
_LONGEST = 60


class LackingWelshError(UnusableInputError):
    """A letter in Welsh was asked for, and these (place, text) have no Welsh."""

    def __init__(self, lacking: tuple[tuple[str, str], ...]) -> None:
        self.lacking = lacking
        named = "; ".join(f"{place} (“{_short(text)}”)" for place, text in lacking)
        super().__init__(_MISSING.format(named))


def in_welsh(record: NoticeRecord) -> NoticeRecord:
    """The record with every text of it in Welsh.

    Raises:
        LackingWelshError: texts have no Welsh; they are all named.
        UnusableInputError: the law is Scottish.
    """
    if record.regime.scottish:
        raise UnusableInputError(_SCOTTISH.format(record.regime))
    lacking = lacking_welsh(record)
    if lacking:
        raise LackingWelshError(lacking)
    known = {_key(pair.en): pair.cy for pair in record.welsh if pair.cy.strip()}
    said: NoticeRecord = _said(record, known)
    return said


def lacking_welsh(record: NoticeRecord) -> tuple[tuple[str, str], ...]:
    """Where each text stands that needs Welsh and has none, and the text; each text once."""
    known = {_key(pair.en) for pair in record.welsh if pair.cy.strip()}
    found: dict[str, tuple[str, str]] = {}
    for place, text in wants_welsh(record):
        if _key(text) not in known:
            found.setdefault(_key(text), (place, text))
    return tuple(found.values())


def wants_welsh(record: NoticeRecord) -> tuple[tuple[str, str], ...]:
    """Every text of the record that a letter in Welsh needs in Welsh, with its place in words."""
    return tuple(_texts(record, ()))


def same_words(pairs: Sequence[Translated], text: str) -> str:
    """The Welsh of ``text`` among pairs, empty if there is none."""
    return next((pair.cy for pair in pairs if _key(pair.en) == _key(text)), "")


def _texts(value: Any, place: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for field in fields(value):
        if field.name in _NOT_TEXT or (type(value), field.name) in _NAMES:
            continue
        yield from _inside(getattr(value, field.name), _at(value, field.name, place))


def _inside(value: Any, place: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(value, Cite | date | Asked) or not value:
        return
    if is_dataclass(value):
        yield from _texts(value, place)
    elif isinstance(value, tuple):
        for each in value:
            yield from _inside(each, place)
    elif type(value) is str and any(c.isalpha() for c in value):
        yield ", ".join(place), value


def _at(value: Any, name: str, place: tuple[str, ...]) -> tuple[str, ...]:
    """Where a field stands: the decision by its questions, then the fields on the way."""
    about = getattr(value, "questions", ())
    if about and isinstance(about[0], str):
        place = (f"the decision on question {', '.join(about)}",)
    elif hasattr(value, "provision") and hasattr(value, "reasons"):
        place = (*place, str(value.provision))
    return place if name in ("decisions", "grounds") else (*place, f"“{name}”")


def _said(value: Any, known: dict[str, str], name: str = "") -> Any:
    """``value`` with each text that has Welsh in Welsh."""
    if isinstance(value, Cite | date | Asked | Translated) or name in _NOT_TEXT:
        return value
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _said(getattr(value, f.name), known, f.name) for f in fields(value)}
        return replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(_said(each, known, name) for each in value)
    return known.get(_key(value), value) if type(value) is str and value else value


def _key(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    text = _key(text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
