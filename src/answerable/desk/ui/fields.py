"""Form fields of our own: a day typed in three boxes."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

BOX_WORDS = {"day": _("day"), "month": _("month"), "year": _("year")}
_BOXES = tuple(BOX_WORDS)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class DayInput(forms.Widget):
    """Three boxes named ``NAME_day``, ``NAME_month``, ``NAME_year``; or ``NAME`` as 2026-12-10."""

    def decompress(self, value: Any) -> list[str]:
        """The boxes for a day."""
        if isinstance(value, date):
            return [str(value.day), str(value.month), str(value.year)]
        return ["", "", ""]

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        """What was typed: three strings, or one."""
        boxes = [str(data.get(f"{name}_{box}", "")).strip() for box in _BOXES]
        if not any(boxes) and data.get(name):
            return data[name]
        return boxes

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Whether nothing of it was sent."""
        return name not in data and not any(f"{name}_{box}" in data for box in _BOXES)


class DayField(forms.Field):
    """A day. The month may be a number or a name."""

    widget = DayInput

    def to_python(self, value: Any) -> date | None:
        """The day that was typed, None if none was.

        Raises:
            ValidationError: a box is empty, or there is no such day; it says which.
        """
        if isinstance(value, date) or value is None:
            return value
        parts = value.split("-")[::-1] if isinstance(value, str) else list(value)
        if not any(parts):
            return None
        missing = [box for box, part in zip(_BOXES, parts, strict=False) if not part]
        if missing or len(parts) != len(_BOXES):
            boxes = str(_(" and a ")).join(str(BOX_WORDS[box]) for box in missing or _BOXES)
            raise forms.ValidationError(_("The date must include a %(box)s.") % {"box": boxes})
        if len(parts[2]) < 4:
            raise forms.ValidationError(_("Type the year with four figures, as 2026."))
        try:
            return date(int(parts[2]), _month(parts[1]), int(parts[0]))
        except (ValueError, OverflowError):
            raise forms.ValidationError(_("There is no such day. Type it as 27 3 2026.")) from None


def _month(text: str) -> int:
    low = text.lower()[:3]
    return _MONTHS.index(low) + 1 if low in _MONTHS else int(text)
