"""The form of a decision, made from what its kind and limbs need; and its body from the form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms

from answerable.desk.decide.kinds import Kind
from answerable.desk.decide.limbs import Limb, limbs
from answerable.desk.decide.needs import BALANCE, Field, Needs, kind_balance, kind_fields, needs
from answerable.desk.ui.fields import DayField
from answerable.model import Regime

_LONGEST = 20_000


class DecisionForm(forms.Form):
    """Every field is optional here, so that half a decision can be kept; signing asks for all.

    Args:
        regime: the law of the case.
        kind: what is decided.
        chosen: the limbs of its grounds, in order.
        body: a decision's body to start from.
    """

    def __init__(
        self,
        regime: Regime,
        kind: Kind,
        chosen: tuple[Limb, ...],
        *args: Any,
        body: dict[str, Any] | None = None,
        **options: Any,
    ) -> None:
        self.regime, self.kind, self.chosen = regime, kind, chosen
        self.confirming = kind.slug == "neither_confirm_nor_deny"
        self.needs = tuple(needs(each, confirming=self.confirming) for each in chosen)
        self.own = kind_fields(kind, limbs(regime))
        self.own_balance = kind_balance(kind, limbs(regime))
        super().__init__(*args, **options)
        self.initial = {**_initial(body or {}, self), **(self.initial or {})}
        for name, field in self._wanted():
            self.fields[name] = _field(field)

    def _wanted(self) -> Iterator[tuple[str, Field]]:
        for field in self.own:
            yield field.name, field
        if self.own_balance:
            yield from ((f"b-{field.name}", field) for field in BALANCE)
        for place, need in enumerate(self.needs):
            yield from ((f"g{place}-{field.name}", field) for field in need.fields)
            if need.balance:
                yield from ((f"g{place}-{field.name}", field) for field in BALANCE)
            if len(self.needs) > 1:
                yield f"g{place}-in_the_alternative", _ALTERNATIVE

    @property
    def grounds(self) -> list[dict[str, Any]]:
        """Each ground for the page: its limb, its needs, its bound fields and its balance."""
        return [
            {
                "limb": limb,
                "needs": need,
                "fields": [self[f"g{place}-{field.name}"] for field in need.fields],
                "balance": [self[f"g{place}-{field.name}"] for field in BALANCE]
                if need.balance
                else [],
                "last": [self[f"g{place}-in_the_alternative"]] if len(self.needs) > 1 else [],
            }
            for place, (limb, need) in enumerate(zip(self.chosen, self.needs, strict=True))
        ]

    @property
    def own_fields(self) -> list[forms.BoundField]:
        """The fields of the kind itself."""
        return [self[field.name] for field in self.own]

    @property
    def balance_fields(self) -> list[forms.BoundField]:
        """The balance of a kind without grounds."""
        return [self[f"b-{field.name}"] for field in BALANCE] if self.own_balance else []

    def body(self) -> dict[str, Any]:
        """The entry of a decision record, without its questions; what is empty is left out."""
        said = self.cleaned_data
        body: dict[str, Any] = {"decision": self.kind.record}
        body |= {f.name: said[f.name] for f in self.own if said.get(f.name) not in _NOTHING}
        if self.own_balance and (balance := _balance(said, "b-", "disclosure")):
            body["balance"] = balance
        if self.kind.grounds:
            body["grounds"] = [self._ground(place) for place in range(len(self.needs))]
        return body

    def _ground(self, place: int) -> dict[str, Any]:
        need, said, prefix = self.needs[place], self.cleaned_data, f"g{place}-"
        ground: dict[str, Any] = {"provision": str(need.provisions[0]), "reasons": ""}
        if need.matter:
            ground["matter"] = str(need.matter)
        row = self.chosen[place].row
        if row.condition and row.status == "qualified" and need.subject == "disclosure":
            ground["condition"] = row.condition
        if need.fixed:
            ground["threshold"] = need.fixed
        for field in need.fields:
            if said.get(prefix + field.name) not in _NOTHING:
                ground[field.name] = said[prefix + field.name]
        if need.balance and (balance := _balance(said, prefix, need.subject)):
            ground["balance"] = balance
        if said.get(f"{prefix}in_the_alternative"):
            ground["in_the_alternative"] = True
        return ground


_NOTHING: tuple[Any, ...] = ("", None, [], False)
_ALTERNATIVE = Field(
    "in_the_alternative", "Relied on only in the alternative", "", "tick", required=False
)


def _balance(said: dict[str, Any], prefix: str, subject: str) -> dict[str, Any] | None:
    given = {field.name: said.get(prefix + field.name) for field in BALANCE}
    if all(value in _NOTHING for value in given.values()):
        return None
    return {
        "subject": subject,
        "factors_for": given["factors_for"] or [],
        "factors_against": given["factors_against"] or [],
        "weighing": given["weighing"] or "",
    }


class _Lines(forms.CharField):
    """One item a line."""

    def clean(self, value: Any) -> list[str]:
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


class _Table(forms.CharField):
    """One row a line, cells parted by upright strokes or tabs."""

    def clean(self, value: Any) -> list[list[str]]:
        rows = [
            [cell.strip() for cell in line.replace("\t", "|").strip("|").split("|")]
            for line in super().clean(value).splitlines()
            if line.strip()
        ]
        if any(len(row) != len(rows[0]) for row in rows):
            raise forms.ValidationError(
                f"Every row of the table needs {len(rows[0])} cells, as the first has."
            )
        return rows


class _Day(DayField):
    """A day, kept as the record writes it."""

    def clean(self, value: Any) -> str:
        day = super().clean(value)
        return day.isoformat() if day else ""


def _field(wanted: Field) -> forms.Field:
    label = wanted.label + ("" if wanted.required or wanted.shape == "tick" else " (optional)")
    common: dict[str, Any] = {"label": label, "help_text": wanted.hint, "required": False}
    area = forms.Textarea(attrs={"rows": 5})
    if wanted.shape == "date":
        return _Day(**common)
    if wanted.shape == "number":
        return forms.FloatField(min_value=0, max_value=99_999, **common)
    if wanted.shape == "tick":
        return forms.BooleanField(**common)
    if wanted.shape == "choice":
        return forms.ChoiceField(choices=wanted.choices, widget=forms.RadioSelect, **common)
    shapes: dict[str, type[forms.CharField]] = {"lines": _Lines, "table": _Table}
    if wanted.shape == "text":
        return forms.CharField(max_length=500, **common)
    return shapes.get(wanted.shape, forms.CharField)(max_length=_LONGEST, widget=area, **common)


def _initial(body: dict[str, Any], form: DecisionForm) -> dict[str, Any]:
    """The form's fields from a decision's body."""
    first = {field.name: _shown(body.get(field.name), field) for field in form.own}
    first |= _balance_initial(body.get("balance"), "b-")
    grounds = body.get("grounds") or []
    for place, need in enumerate(form.needs):
        ground = _ground_for(need, grounds, place)
        for field in need.fields:
            first[f"g{place}-{field.name}"] = _shown(ground.get(field.name), field)
        first |= _balance_initial(ground.get("balance"), f"g{place}-")
        first[f"g{place}-in_the_alternative"] = bool(ground.get("in_the_alternative"))
    return {name: value for name, value in first.items() if value is not None}


def _ground_for(need: Needs, grounds: list[dict[str, Any]], place: int) -> dict[str, Any]:
    """The ground that was on the same limb: limbs may have been put in or taken out since."""
    cites = {str(cite) for cite in need.provisions}
    wanted = str(need.matter) if need.matter else None
    same = [each for each in grounds if each["provision"] in cites and each.get("matter") == wanted]
    if place < len(grounds) and grounds[place] in same:
        return grounds[place]
    return same[0] if same else {}


def _balance_initial(balance: dict[str, Any] | None, prefix: str) -> dict[str, Any]:
    if not balance:
        return {}
    return {prefix + field.name: _shown(balance.get(field.name), field) for field in BALANCE}


def _shown(value: Any, field: Field) -> Any:
    if isinstance(value, list) and field.shape == "table":
        return "\n".join(" | ".join(row) for row in value)
    if isinstance(value, list):
        return "\n".join(value)
    if field.shape == "date" and value:
        return date.fromisoformat(value)
    return value
