"""A decision as rows of a page: labels as the officer was asked, values as they were given."""

from dataclasses import dataclass
from typing import Any

from answerable import law
from answerable.desk.decide.gaps import chosen_kind
from answerable.desk.decide.limbs import limbs, sentence_case
from answerable.desk.decide.models import Decision
from answerable.desk.decide.needs import kind_fields
from answerable.law.cites import parse_one, spell
from answerable.model import Regime, UnusableInputError

_LABELS = {
    "threshold": "How likely",
    "matter": "What would be harmed",
    "purpose": "For which purpose",
    "whose": "Whose interests",
    "obtained_from": "From whom it was obtained",
    "enactment": "What forbids it",
    "reasons": "Why it applies",
    "legitimate_interests": "Legitimate interests",
    "completing": "Who is finishing it, and when",
}
_CITES = ("matter", "purpose")


@dataclass(frozen=True, slots=True)
class ShownGround:
    """A ground on a page."""

    name: str
    link: str
    rows: tuple[tuple[str, str], ...]
    balance: dict[str, Any] | None
    opinion: dict[str, Any] | None
    alternative: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A decision on a page."""

    rows: tuple[tuple[str, str], ...]
    grounds: tuple[ShownGround, ...]
    balance: dict[str, Any] | None


def shown(decision: Decision) -> Shown:
    """A decision as a page shows it."""
    body = decision.body
    fields = kind_fields(chosen_kind(decision), limbs(decision.case.law))
    rows = [(field.label, _text(body.get(field.name))) for field in fields]
    return Shown(
        rows=tuple((label, text) for label, text in rows if text),
        grounds=shown_grounds(body.get("grounds", []), decision.case.law),
        balance=body.get("balance"),
    )


def shown_grounds(grounds: list[dict[str, Any]], regime: Regime) -> tuple[ShownGround, ...]:
    """Grounds as a page shows them; of a class, too, which may leave out the law's name.

    Raises:
        UnusableInputError: a ground names no provision that can be read.
    """
    try:
        return tuple(_ground(each, regime) for each in grounds)
    except (KeyError, ValueError) as error:
        raise UnusableInputError(
            "A ground names a provision that cannot be read. Have it put right first."
        ) from error


def _ground(ground: dict[str, Any], regime: Regime) -> ShownGround:
    cite = parse_one(ground["provision"], regime)
    rows = [(label, _value(name, ground.get(name), regime)) for name, label in _LABELS.items()]
    return ShownGround(
        name=sentence_case(spell(cite, "section")),
        link=law.link(cite),
        rows=tuple((label, text) for label, text in rows if text),
        balance=ground.get("balance"),
        opinion=ground.get("opinion"),
        alternative=bool(ground.get("in_the_alternative")),
    )


def _value(name: str, value: Any, regime: Regime) -> str:
    if name in _CITES and value:
        cite = parse_one(value, regime)
        row = law.provision(cite)
        return f"{spell(cite, 'section')}{f' ({row.title})' if row else ''}"
    return _text(value)


def _text(value: Any) -> str:
    if value is True:
        return "Yes"
    if isinstance(value, list):
        rows = (" | ".join(each) if isinstance(each, list) else each for each in value)
        return "\n".join(rows)
    return str(value) if value not in (None, False) else ""
