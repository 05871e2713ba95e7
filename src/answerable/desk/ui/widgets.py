"""Django's bound fields taken apart for the components' macros.

A password's value is never among the parts: what was typed must not go back into a page.
"""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from answerable.desk.ui.fields import BOX_WORDS, DayField


@dataclass(frozen=True, slots=True)
class Parts:
    """What a macro needs to draw one field."""

    kind: str
    id: str
    name: str
    label: dict[str, str]
    hint: dict[str, str] | None
    error: dict[str, str] | None
    value: str = ""
    type: str = "text"
    autocomplete: str = ""
    inputmode: str = ""
    spellcheck: bool | None = None
    most: int | None = None
    multiple: bool = False
    choices: list[dict[str, Any]] = field(default_factory=list)
    boxes: list[dict[str, Any]] = field(default_factory=list)


def field_parts(
    bound: BoundField, size: str = "", label: str | None = None, hint: str | None = None
) -> Parts:
    """The parts of a bound field.

    Args:
        bound: the field.
        size: s, m or l makes its label a heading of that size.
        label: words instead of the field's own label, for forms that are not ours.
        hint: words instead of its help text; "" for none.
    """
    widget = bound.field.widget
    kind = _kind(bound)
    prefix = "govuk-fieldset__legend" if kind in {"radios", "checkboxes", "day"} else "govuk-label"
    # A fieldset's legend looks like a question; a plain label does not need to.
    size = size or ("s" if prefix == "govuk-fieldset__legend" else "")
    words = str(bound.label) if label is None else label
    help_text = bound.help_text if hint is None else hint
    return Parts(
        kind=kind,
        id=bound.id_for_label or bound.auto_id or bound.html_name,
        name=bound.html_name,
        label={"text": words, "classes": f"{prefix}--{size}" if size else ""},
        hint={"text": str(help_text)} if help_text and kind != "checkbox" else None,
        error={"text": str(bound.errors[0])} if bound.errors else None,
        value="" if kind in {"password", "file"} else _value(bound),
        type=getattr(widget, "input_type", "text") or "text",
        autocomplete=str(widget.attrs.get("autocomplete", "")),
        inputmode=str(widget.attrs.get("inputmode", "")),
        spellcheck=False if widget.attrs.get("spellcheck") == "false" else None,
        most=getattr(bound.field, "max_length", None),
        multiple=bool(getattr(widget, "allow_multiple_selected", False)),
        choices=_checkbox(bound, words) if kind == "checkbox" else _choices(bound, kind),
        boxes=_boxes(bound) if kind == "day" else [],
    )


def form_errors(form: forms.BaseForm) -> list[dict[str, str]]:
    """Every error of a form, with a link to the field it is about, for the summary."""
    found = [{"text": str(error)} for error in form.non_field_errors()]
    for bound in form:
        found += [{"text": str(error), "href": f"#{_anchor(bound)}"} for error in bound.errors]
    return found


_KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.HiddenInput, "hidden"),
    (forms.PasswordInput, "password"),
    (forms.Textarea, "textarea"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.Select, "select"),
    (forms.CheckboxInput, "checkbox"),
    (forms.FileInput, "file"),
)


def _kind(bound: BoundField) -> str:
    if isinstance(bound.field, DayField):
        return "day"
    widget = bound.field.widget
    return next((kind for type_, kind in _KINDS if isinstance(widget, type_)), "input")


def _value(bound: BoundField) -> str:
    value = bound.value()
    return "" if value is None else str(value)


def _anchor(bound: BoundField) -> str:
    kind = _kind(bound)
    auto = bound.auto_id or bound.html_name
    return f"{auto}-day" if kind == "day" else str(auto)


def _checkbox(bound: BoundField, words: str) -> list[dict[str, Any]]:
    hint = {"text": str(bound.help_text)} if bound.help_text else None
    checked = bool(bound.value())
    return [{"value": "on", "text": words, "checked": checked, "id": bound.auto_id, "hint": hint}]


def _choices(bound: BoundField, kind: str) -> list[dict[str, Any]]:
    if kind not in {"radios", "checkboxes", "select"}:
        return []
    chosen = bound.value()
    many = (
        {str(each) for each in chosen} if isinstance(chosen, list | tuple | set) else {str(chosen)}
    )
    hints = getattr(bound.field, "hints", {})
    items = []
    for place, (value, words) in enumerate(getattr(bound.field, "choices", ())):
        text = str(value)
        item: dict[str, Any] = {
            "value": text,
            "text": str(words),
            "id": f"{bound.auto_id}" + (f"-{place + 1}" if place else ""),
        }
        item["selected" if kind == "select" else "checked"] = text in many and chosen is not None
        if text in hints:
            item["hint"] = {"text": str(hints[text])}
        items.append(item)
    return items


def _boxes(bound: BoundField) -> list[dict[str, Any]]:
    value = bound.value()
    parts = value if isinstance(value, list | tuple) else bound.field.widget.decompress(value)
    widths = {"day": 2, "month": 2, "year": 4}
    bad = " govuk-input--error" if bound.errors else ""
    return [
        {
            "name": f"{bound.html_name}_{name}",
            "id": f"{bound.auto_id}-{name}",
            "label": str(BOX_WORDS[name]).capitalize(),
            "value": part or "",
            "inputmode": "numeric",
            "classes": f"govuk-input--width-{width}{bad}",
        }
        for (name, width), part in zip(widths.items(), parts, strict=False)
    ]
